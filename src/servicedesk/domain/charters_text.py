# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""What a charter says, piece by piece: the answers and standards of a draft put into words.

Every paper (poster, leaflet, full text) is laid out of these pieces, so that one sentence reads
the same wherever it is printed.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from servicedesk.domain.blocks import Block, Bullets, Paragraph, Pledge, Table
from servicedesk.domain.calendars import DayKind
from servicedesk.domain.charters import CharterDraft, Said
from servicedesk.domain.guides import (
    AnswerValue,
    Guide,
    Page,
    Prints,
    Question,
    QuestionKind,
    question_by_id,
    shown_pages,
    shown_questions,
)
from servicedesk.domain.hours import WeeklyHours, hours_lines
from servicedesk.domain.phrases import Phrases
from servicedesk.domain.standards import Audience, Basis, ServiceStandard
from servicedesk.domain.standards_sentences import Statement, sentences

FEWEST_PROMISES = 3
"""A charter with fewer measurable promises is not one (ISO 10001: a code holds promises)."""

MOST_ON_POSTER = 12
"""Promises that can still be read from across a counter."""


@dataclass(frozen=True, slots=True, kw_only=True)
class CharterSource:
    """Everything that a print of the charter is made of.

    Args:
        draft: what the owner has said.
        guide: the pages and questions of the charter.
        phrases: words of the language it is printed in.
        law: sentences that rest on law, by fact id, for the owner's nation; empty elsewhere.
        today: the day of printing.
        number: of the published version, or None while there is none.
        poster_is_draft, text_is_draft: whether the poster, and the longer papers, carry the
            draft mark.
    """

    draft: CharterDraft
    guide: Guide
    phrases: Phrases
    law: Mapping[str, str]
    today: date
    number: int | None = None
    poster_is_draft: bool = True
    text_is_draft: bool = True

    def answer(self, question_id: str) -> AnswerValue | None:
        """The answer to a question, or None."""
        return self.draft.answers.get(question_id)

    def text(self, question_id: str) -> str:
        """The answer to a question of words, stripped; empty where there is none."""
        value = self.answer(question_id)
        return value.strip() if isinstance(value, str) else ""

    def day(self, question_id: str) -> date | None:
        """The answer to a question for a day, or None."""
        value = self.answer(question_id)
        return value if isinstance(value, date) else None

    def say(self, key: str, **values: str) -> str:
        """A phrase of the charter's own table of words."""
        return self.phrases.say(f"charter.{key}", **values)


def business_name(source: CharterSource) -> str:
    """The trading name, or the words that stand in a draft until there is one."""
    return source.text("trading_name") or source.say("gap.trading_name")


def gap(source: CharterSource, question_id: str) -> str:
    """The answer to a question of words, or in its place what is still to be filled in."""
    return source.text(question_id) or source.say(f"gap.{question_id}")


def day_kind(source: CharterSource) -> DayKind:
    """How the owner counts days: those the shop is open, or working days."""
    return DayKind.OPENING if source.text("count_days") != DayKind.WORKING else DayKind.WORKING


def day_words(source: CharterSource) -> str:
    """The one sentence that explains what a bare "days" means on this charter.

    Outside the UK a working day knows no bank holidays of ours, so the words differ.
    """
    kind = day_kind(source)
    place = "_elsewhere" if kind is DayKind.WORKING and not source.law else ""
    return source.say(f"day_words.{kind.value}{place}")


def long_day(source: CharterSource, day: date) -> str:
    """A day as letters write it, such as "2 October 2026"."""
    return source.say(
        "day", day=str(day.day), month=source.phrases.say(f"month.{day.month}"), year=str(day.year)
    )


def month_of(source: CharterSource, day: date) -> str:
    """The month of a day, such as "December 2027"."""
    month = source.phrases.say(f"month.{day.month}")
    return source.say("month_of", month=month, year=str(day.year))


def is_read(draft: CharterDraft, page_id: str) -> bool:
    """True when the owner has read the preset words of a page and let them stand."""
    read = draft.answers.get("read_pages")
    return isinstance(read, tuple) and page_id in read


def customer_standards(draft: CharterDraft) -> tuple[ServiceStandard, ...]:
    """The standards that may be printed for customers, ticked or not, in print order."""
    return tuple(
        standard
        for standard in draft.standards
        if standard.is_public and standard.audience is Audience.CUSTOMERS
    )


def ticked_standards(draft: CharterDraft) -> tuple[ServiceStandard, ...]:
    """The standards that the owner can keep on a busy Saturday, in print order."""
    return tuple(standard for standard in customer_standards(draft) if standard.is_ticked)


def printed_standards(draft: CharterDraft) -> tuple[ServiceStandard, ...]:
    """What the longer papers print: the ticked ones once there are enough, else all of them."""
    ticked = ticked_standards(draft)
    return ticked if len(ticked) >= FEWEST_PROMISES else customer_standards(draft)


def poster_standards(draft: CharterDraft) -> tuple[ServiceStandard, ...]:
    """What the poster prints: at most twelve ticked ones.

    While fewer than three are ticked, the preset's suggestions stand beside them, so that a
    draft already shows what the wall will look like.
    """
    ticked = ticked_standards(draft)
    if len(ticked) >= FEWEST_PROMISES:
        return ticked[:MOST_ON_POSTER]
    return tuple(
        standard
        for standard in customer_standards(draft)
        if standard.is_ticked or standard.key in draft.suggested
    )[:MOST_ON_POSTER]


def stated(source: CharterSource, standard: ServiceStandard) -> Statement:
    """A standard in sentences, with the charter's one day-word left bare.

    A legal right is only called one where the law that gives it holds. How each is measured
    stands once for all of them at the end of the charter.
    """
    return sentences(
        standard,
        source.phrases,
        bare_days=day_kind(source),
        say_basis=standard.basis is Basis.LEGAL and bool(source.law),
        say_measure=False,
    )


def pledge(source: CharterSource, standard: ServiceStandard) -> Pledge:
    """A standard as a block: what we will do, then each detail as a sentence of its own."""
    statement = stated(source, standard)
    return Pledge(sentence=statement.main, details=statement.details)


def answer_words(source: CharterSource, question: Question) -> str:
    """The answer to a question as printed, lines parted by newlines; empty for none."""
    value = source.answer(question.id)
    if value is None or value == "":
        return ""
    if isinstance(value, WeeklyHours):
        return "\n".join(hours_lines(value, source.phrases))
    if isinstance(value, bool):
        return source.say("yes") if value else source.say("no")
    if isinstance(value, tuple):
        return "\n".join(_choice_words(question, chosen) for chosen in value)
    if isinstance(value, date):
        return long_day(source, value)
    if isinstance(value, int):
        if question.kind is QuestionKind.MONEY:
            return source.say("money", pounds=f"{Decimal(value) / 100:,.2f}")
        return str(value)
    if question.kind is QuestionKind.CHOICE:
        return _choice_words(question, value)
    return value.strip()


def _choice_words(question: Question, chosen: str) -> str:
    for choice in question.choices:
        if choice.id == chosen:
            return choice.prints or choice.label
    return chosen


def question_blocks(source: CharterSource, page: Page) -> list[Block]:
    """The answers of one page as blocks: pairs in one table, then words and lists."""
    rows: list[tuple[str, str]] = []
    blocks: list[Block] = []
    for question in shown_questions(page, source.draft.answers):
        words = answer_words(source, question)
        if not words or question.prints is Prints.NOTHING:
            continue
        if question.prints is Prints.ROW:
            rows.append((question.print_label or question.label, words))
        elif question.prints is Prints.BULLETS:
            items = tuple(line.strip() for line in words.splitlines() if line.strip())
            blocks.append(Bullets(items=items))
        else:
            blocks.append(Paragraph(text=words))
    if rows:
        blocks.insert(0, Table(caption=page.heading, rows=tuple(rows)))
    return blocks


def page_standards(source: CharterSource, page_id: str) -> list[Block]:
    """The printed standards of one page as blocks."""
    return [
        pledge(source, standard)
        for standard in printed_standards(source.draft)
        if standard.page == page_id
    ]


def printed_pages(source: CharterSource) -> tuple[Page, ...]:
    """The pages that the longer papers print: all that are shown but the one that asks first."""
    pages = shown_pages(source.guide, source.draft.answers)
    return tuple(page for page in pages if page.id != "ask_first")


def outside_help(source: CharterSource) -> str:
    """The paragraph about outside help; empty unless the business has such an arrangement.

    A trader with no arrangement need say nothing, and a body whose accreditation has not been
    looked up is never named (domain: state of the law, ADR).
    """
    status = source.text("outside_help_status")
    body = source.text("outside_help_body")
    if not source.law or status in ("", "none") or not body:
        return ""
    if source.text("outside_help_accredited") != "yes":
        return ""
    said = [source.say("outside_help.body", body=body)]
    for part in ("website", "cost", "deadline", "binding"):
        words = source.text(f"outside_help_{part}")
        if words:
            said.append(source.say(f"outside_help.{part}", **{part: words}))
    return " ".join(said)


def results_lines(source: CharterSource) -> tuple[str, ...]:
    """What stands in the results box until there are results."""
    begin = source.day("counting_from") or source.day("in_force_from") or source.today
    first = source.text("first_results")
    lines = [source.say("results.start", day=long_day(source, begin))]
    if first:
        lines.append(source.say("results.first", month=first))
    return tuple(lines)


def edition_line(source: CharterSource) -> str:
    """Version, first day in force and review, parted by middle dots."""
    parts = []
    if source.number is not None:
        parts.append(source.say("edition.number", number=str(source.number)))
    in_force = source.day("in_force_from") or source.today
    parts.append(source.say("edition.in_force", day=long_day(source, in_force)))
    review = source.day("review_by")
    if review is not None:
        parts.append(source.say("edition.review", month=month_of(source, review)))
    return " · ".join(parts)


def signed(source: CharterSource) -> tuple[str, str]:
    """Name and role of the person who answers for the charter; either may be empty."""
    name = source.text("signed_name") or source.text("owner_name")
    role = source.text("signed_role") or (source.say("owner") if name else "")
    return name, role


def registration_line(source: CharterSource) -> str:
    """Registrations that have not ended, for the header line.

    Each line of the answer is "body | number | checked on | ends on"; one that has ended is
    left off new prints, and a day that cannot be read is taken as not ended.
    """
    shown = []
    for line in source.text("registrations").splitlines():
        body, number, _, ends = (*(part.strip() for part in line.split("|")), "", "", "", "")[:4]
        if body and not _is_past(ends, source.today):
            shown.append(f"{body} {number}".strip())
    return " · ".join(shown)


def _is_past(ends: str, today: date) -> bool:
    try:
        return date.fromisoformat(ends) < today
    except ValueError:
        return False


def all_said(source: CharterSource) -> tuple[Said, ...]:
    """All that this charter says, by place, for comparing two versions.

    Places are question ids and ``standard:KEY``, in the order of the pages.
    """
    said = []
    for page in printed_pages(source):
        for question in shown_questions(page, source.draft.answers):
            words = answer_words(source, question)
            if words and question.prints is not Prints.NOTHING:
                said.append(Said(place=question.id, sentences=split_sentences(words)))
        for standard in printed_standards(source.draft):
            if standard.page == page.id:
                block = pledge(source, standard)
                place = f"standard:{standard.key}"
                said.append(Said(place=place, sentences=(block.sentence, *block.details)))
    return tuple(said)


def split_sentences(words: str) -> tuple[str, ...]:
    """Text parted after each full stop, question or exclamation mark, and at line ends."""
    found = []
    for line in words.splitlines():
        start = 0
        for index, letter in enumerate(line):
            ends_here = index + 1 == len(line) or line[index + 1] == " "
            if letter in ".!?" and ends_here:
                found.append(line[start : index + 1].strip())
                start = index + 1
        found.append(line[start:].strip())
    return tuple(sentence for sentence in found if sentence)


def label_of(source: CharterSource, question_id: str) -> str:
    """The label of a question, for a message about it."""
    return question_by_id(source.guide, question_id).label


def contact_lines(source: CharterSource) -> tuple[str, ...]:
    """How to reach the business, as the poster's short lines."""
    ways = [source.text("phone"), source.text("email")]
    if not any(ways):
        ways = [gap(source, "phone")]
    place = source.text("post_address") or source.text("address") or gap(source, "address")
    lines = [" · ".join(way for way in ways if way), ", ".join(place.splitlines())]
    hours = source.answer("opening_hours")
    if isinstance(hours, WeeklyHours):
        lines += hours_lines(hours, source.phrases)
    else:
        lines.append(source.say("gap.opening_hours"))
    return tuple(lines)
