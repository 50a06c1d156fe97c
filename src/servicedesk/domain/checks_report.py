# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""The report of a check: what it comes to, what to do first, what is done otherwise and why.

It is the owner's own view, and says so. Nothing on it may look like a mark that somebody gave.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from types import MappingProxyType

from servicedesk.domain.actions import ActionDraft
from servicedesk.domain.blocks import (
    Blank,
    Block,
    Bullets,
    Heading,
    Paragraph,
    Table,
    Tone,
)
from servicedesk.domain.charts import chart_block
from servicedesk.domain.checks import Answer, Bank, CheckBank, CheckCard, GivenAnswer
from servicedesk.domain.checks_charts import answers_chart, clause_words, clauses_chart
from servicedesk.domain.checks_comparing import Change, Comparison, compared
from servicedesk.domain.checks_scores import (
    CheckResult,
    Departure,
    Gap,
    questions_of,
    result_of,
    strength_of,
)
from servicedesk.domain.letters_filling import day_words
from servicedesk.domain.phrases import Phrases
from servicedesk.domain.rounds import long_day

FIRST_THINGS = 3
"""Things to do with room to write who and by when, unless more key questions have a no."""

FIRST_MOST = 6
"""At most so many, so that they are begun with."""


@dataclass(frozen=True, slots=True, kw_only=True)
class LawLine:
    """What the law says behind a tip, where the business is.

    Args:
        text: in a sentence or two.
        checked_on: the day somebody last looked it up.
    """

    text: str
    checked_on: date


@dataclass(frozen=True, slots=True, kw_only=True)
class ReportSource:
    """What a report is made of.

    Args:
        bank: the questions.
        card: the check.
        before: the check finished before it, or None.
        planned: what was put on the list of things to do from it, by question id.
        laws: by id of the legal fact; those that do not hold where the business is are left out.
    """

    bank: CheckBank
    card: CheckCard
    before: CheckCard | None = None
    planned: Mapping[str, ActionDraft] = field(default_factory=lambda: MappingProxyType({}))
    laws: Mapping[str, LawLine] = field(default_factory=lambda: MappingProxyType({}))


def report_title(bank: Bank, day: date, phrases: Phrases) -> str:
    """What the report of a check is called, on paper and as a file."""
    name = phrases.say(f"check_report.name.{bank.value}")
    return phrases.say("check_report.title", name=name, day=day_words(day, phrases))


def day_of(card: CheckCard) -> date:
    """The day a check stands for: when it was finished, or begun while it is open."""
    return card.finished_on or card.started_on


def report_blocks(source: ReportSource, phrases: Phrases) -> tuple[Block, ...]:
    """The report in reading order.

    Args:
        source: what it is made of.
        phrases: ``[check_report]``, ``[chart]`` and the words of checks.
    """
    card, result = source.card, result_of(source.bank, source.card)
    beside = None if source.before is None else compared(source.bank, source.before, card)
    name = phrases.say(f"check_report.name.{card.bank.value}")
    blocks: list[Block] = [
        Heading(text=name, level=1),
        Paragraph(text=_when(card, phrases), tone=Tone.STRONG),
    ]
    blocks += _outcome(source, result, beside, phrases)
    blocks += _to_do(source, result, phrases)
    blocks += _chart(source, result, phrases)
    blocks += _otherwise(result, phrases)
    blocks += _law(source, result, phrases)
    if source.before is not None and beside is not None:
        blocks += _since(source.before, card, beside, phrases)
    blocks += _answers(source, phrases)
    return tuple(blocks)


def what_it_is(card: CheckCard, phrases: Phrases) -> str:
    """What a result is and is not; the code of practice is named where its themes are asked."""
    which = "self_check" if card.bank is Bank.SELF_CHECK else "short"
    return phrases.say(f"check_report.own_view.{which}", day=day_words(day_of(card), phrases))


def _outcome(
    source: ReportSource, result: CheckResult, beside: Comparison | None, phrases: Phrases
) -> Iterator[Block]:
    """Number and word, or why there is none; how much was answered, and what it is not."""
    card, say = source.card, phrases.say
    if result.shown is not None and result.strength is not None:
        word = say(f"enum.Strength.{result.strength.value}")
        number = str(result.shown)
        yield Paragraph(text=say("check_report.number", n=number, word=word), tone=Tone.LEAD)
        if result.is_capped:
            bare = say(f"enum.Strength.{strength_of(result.shown).value}")
            yield Paragraph(text=say("check_report.capped", word=word, bare=bare))
    else:
        yield Paragraph(text=_no_number(result, phrases), tone=Tone.LEAD)
    if result.shown is not None and beside is not None and source.before is not None:
        points = points_words(beside, day_of(source.before), phrases)
        if points:
            yield Paragraph(text=points)
    yield Paragraph(text=" ".join(_how_much(card, result, phrases)))
    if card.finished_on is None:
        yield Paragraph(text=say("check_report.open"))
    yield Paragraph(text=what_it_is(card, phrases))


def _when(card: CheckCard, phrases: Phrases) -> str:
    """The day, and who answered where somebody said."""
    code = "when_by" if card.who else "when"
    return phrases.say(f"check_report.{code}", day=long_day(day_of(card), phrases), who=card.who)


def _no_number(result: CheckResult, phrases: Phrases) -> str:
    if result.score is None and result.answered:
        return phrases.say("check_report.nothing_counts")
    return phrases.say(
        "check_report.too_little",
        done=str(result.answered),
        all=str(result.asked),
        percent=str(result.progress),
    )


def points_words(beside: Comparison, then: date, phrases: Phrases) -> str:
    """By how many points it is better or not as good as last time; "" where nobody can say."""
    points = beside.points
    if points is None:
        return ""
    day = day_words(then, phrases)
    shared = len(beside.better) + len(beside.worse) + len(beside.same) + len(beside.other)
    if not points:
        return phrases.count("check_report.points_same", Decimal(shared), day=day)
    many = phrases.count(
        "check_report.points", Decimal(abs(points)), sign="+" if points > 0 else "-"
    )
    return phrases.count("check_report.points_since", Decimal(shared), points=many, day=day)


def gone_words(result: CheckResult, phrases: Phrases) -> str:
    """That the check asked what is no longer asked; "" where it did not."""
    if not result.gone:
        return ""
    return phrases.count("check_report.gone", Decimal(result.gone))


def other_bank_words(beside: Comparison, phrases: Phrases) -> str:
    """That the questions were other ones then, and what is compared; "" where they were not."""
    return phrases.say("check_report.other_bank") if beside.is_other_bank else ""


def _how_much(card: CheckCard, result: CheckResult, phrases: Phrases) -> Iterator[str]:
    say = phrases.say
    done, asked = str(result.answered), str(result.asked)
    if card.is_short:
        yield say("check_report.answered_key", done=done, all=asked)
    elif result.shown is not None or result.score is None:  # else the lead has said it
        yield say("check_report.answered_all", done=done, all=asked)
    if result.gone:
        yield gone_words(result, phrases)
    if result.yes:
        yield phrases.count(
            "check_report.evidence", Decimal(result.yes), noted=str(result.yes_with_note)
        )
    if not card.has_staff and card.bank is Bank.SELF_CHECK:
        yield say("check_report.no_staff")


def first_things(gaps: tuple[Gap, ...]) -> int:
    """How many of the things to do, in their order, come first."""
    key_no = sum(1 for gap in gaps if gap.question.is_key and gap.answer is Answer.NO)
    return min(len(gaps), max(FIRST_THINGS, min(key_no, FIRST_MOST)))


def _to_do(source: ReportSource, result: CheckResult, phrases: Phrases) -> Iterator[Block]:
    """What to do first, with room to write who and by when; then the rest, shortly."""
    yield Heading(text=phrases.say("check_report.first"))
    if not result.gaps:
        code = "nothing_to_do" if result.score is not None else "nothing_counted"
        code = code if result.answered else "nothing_answered"
        yield Paragraph(text=phrases.say(f"check_report.{code}"))
        return
    count = first_things(result.gaps)
    for number, gap in enumerate(result.gaps[:count], 1):
        action = phrases.say("check_report.action", n=str(number), action=gap.question.action)
        yield Heading(text=action, level=3)
        yield Paragraph(text=_asked(gap, phrases))
        plan = source.planned.get(gap.question.id)
        if plan is None:
            yield Blank(label=phrases.say("check_report.who_when"))
        else:
            yield Paragraph(text=_planned(plan, phrases), tone=Tone.STRONG)
    rest = result.gaps[count:]
    if rest:
        title = phrases.say("check_report.after")
        head = tuple(phrases.say(f"check_report.head.{one}") for one in ("action", "question"))
        rows = tuple((gap.question.action, gap.question.text) for gap in rest)
        yield Heading(text=title, level=3)
        yield Paragraph(text=phrases.say("check_report.after_note"))
        yield Table(caption=title, head=head, rows=rows)


def _planned(plan: ActionDraft, phrases: Phrases) -> str:
    """Who does it and by when, as the list of things to do has it."""
    by = None if plan.due is None else day_words(plan.due, phrases)
    parts = [plan.owner, by and phrases.say("check_report.by", day=by)]
    if plan.done_on is not None:
        parts.append(phrases.say("check_report.done", day=day_words(plan.done_on, phrases)))
    what = ", ".join(filter(None, parts))
    return phrases.say("check_report.listed_by" if what else "check_report.listed", what=what)


def _asked(gap: Gap, phrases: Phrases) -> str:
    answer = _answer(gap.answer, phrases)
    code = "asked_noted" if gap.note else "asked"
    return phrases.say(
        f"check_report.{code}", question=gap.question.text, answer=answer, note=gap.note
    )


def _chart(source: ReportSource, result: CheckResult, phrases: Phrases) -> Iterator[Block]:
    if not result.clauses:
        chart = answers_chart(_given(source), phrases)
    else:
        chart = clauses_chart(result.clauses, phrases)
    if chart is None:
        return
    yield Heading(text=chart.title)
    yield chart_block(chart, phrases, titled=False)
    few = [clause_words(one.clause, phrases) for one in result.clauses if one.score is None]
    if few:
        yield Paragraph(text=phrases.say("check_report.few", parts="; ".join(few)))


def _given(source: ReportSource) -> Iterator[Answer]:
    for question in questions_of(source.bank, source.card):
        given = source.card.answers.get(question.id)
        if given is not None and given.answer is not None:
            yield given.answer


def _otherwise(result: CheckResult, phrases: Phrases) -> Iterator[Block]:
    """What is done otherwise on purpose, with the reason that the code of practice expects."""
    if not result.departures:
        return
    title = phrases.say("check_report.otherwise")
    head = (phrases.say("check_report.head.question"), phrases.say("check_report.head.because"))
    rows = tuple((one.question.text, one.because) for one in result.departures)
    yield Heading(text=title)
    yield Table(caption=title, head=head, rows=rows)


def _law(source: ReportSource, result: CheckResult, phrases: Phrases) -> Iterator[Block]:
    """What the law says about what is not yet so, each with the day it was looked up."""
    asked: list[Gap | Departure] = [*result.gaps, *result.departures]
    named = dict.fromkeys(one.question.law for one in asked)
    lines = [source.laws[one] for one in named if one in source.laws]
    if not lines:
        return
    yield Heading(text=phrases.say("check_report.law"))
    yield Bullets(items=tuple(law_words(line, phrases) for line in lines))
    yield Paragraph(text=phrases.say("check_report.law_note"), tone=Tone.SMALL)


def law_words(line: LawLine, phrases: Phrases) -> str:
    """What the law says, with "(checked on ...)" after it."""
    day = day_words(line.checked_on, phrases)
    return phrases.say("check_report.law_line", text=line.text.removesuffix("."), day=day)


def _since(
    before: CheckCard, now: CheckCard, beside: Comparison, phrases: Phrases
) -> Iterator[Block]:
    """Question by question beside the check before: what changed, and how many did not."""
    then = day_words(day_of(before), phrases)
    yield Heading(text=phrases.say("check_report.since", day=then))
    yield Paragraph(text=" ".join(_counted(beside, phrases)))
    head = (
        phrases.say("check_report.head.question"),
        then,
        day_words(day_of(now), phrases),
    )
    lists = (("better", beside.better), ("worse", beside.worse), ("other", beside.other))
    for code, changes in lists:
        if changes:
            title = phrases.say(f"check_report.{code}")
            yield Heading(text=title, level=3)
            yield Table(caption=title, head=head, rows=_rows(changes, phrases))


def _counted(beside: Comparison, phrases: Phrases) -> Iterator[str]:
    """How many answers are better, not as good and alike, and how many cannot be compared."""
    if beside.is_other_bank:
        yield other_bank_words(beside, phrases)
    yield phrases.say(
        "check_report.counted", better=str(len(beside.better)), worse=str(len(beside.worse))
    )
    yield phrases.count("check_report.same", Decimal(len(beside.same)))
    if beside.only_now:
        yield phrases.count("check_report.only_now", Decimal(len(beside.only_now)))
    if beside.only_before:
        yield phrases.count("check_report.only_before", Decimal(len(beside.only_before)))


def _rows(changes: Iterable[Change], phrases: Phrases) -> tuple[tuple[str, ...], ...]:
    return tuple(
        (one.question.text, _answer(one.before, phrases), _answer(one.now, phrases))
        for one in changes
    )


def _answers(source: ReportSource, phrases: Phrases) -> Iterator[Block]:
    """Every question asked, with its answer and what shows it, topic by topic."""
    asked = {question.id for question in questions_of(source.bank, source.card)}
    head = tuple(phrases.say(f"check_report.head.{one}") for one in ("question", "answer"))
    yield Heading(text=phrases.say("check_report.answers"))
    for topic in source.bank.topics:
        rows = []
        for question in topic.questions:
            if question.id in asked:
                given = source.card.answers.get(question.id)
                shown = _shown(question.text, given or GivenAnswer(), phrases)
                rows.append((shown, _answer(None if given is None else given.answer, phrases)))
        if rows:
            yield Heading(text=topic.title, level=3)
            yield Table(caption=topic.title, head=head, rows=tuple(rows))


def _shown(question: str, given: GivenAnswer, phrases: Phrases) -> str:
    """A question, and below it what was noted, or what the records say."""
    code = "recorded" if given.is_from_records else "note"
    note = given.note and phrases.say(f"check_report.{code}", note=given.note)
    return "\n".join(filter(None, (question, note)))


def _answer(answer: Answer | None, phrases: Phrases) -> str:
    if answer is None:
        return phrases.say("check_report.unanswered")
    return phrases.say(f"enum.Answer.{answer.value}")
