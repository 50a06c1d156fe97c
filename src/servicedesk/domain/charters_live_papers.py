# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""Papers of the live charter: the page for the wall, the lines of the poster, the evidence list.

What customers read never holds an interval, and the wall page has no place for a name.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from decimal import Decimal

from servicedesk.domain.blocks import Block, Heading, Panel, Paper, Paragraph, Table, Tone
from servicedesk.domain.charters_live import LivePage, Source, StandardResult, Standing
from servicedesk.domain.charters_live_counting import Judged
from servicedesk.domain.charters_live_words import ResultWords, figure_of, result_words
from servicedesk.domain.charters_papers import masthead, wrong_lines
from servicedesk.domain.charters_text import (
    CharterSource,
    business_name,
    contact_lines,
    edition_line,
    long_day,
    month_of,
    months_later,
    who_to_ask,
)
from servicedesk.domain.charters_text import (
    day_words as day_meaning,
)
from servicedesk.domain.figures import Sureness
from servicedesk.domain.letters_filling import day_words
from servicedesk.domain.papers_feedback import Imprint
from servicedesk.domain.papers_wall import MOST_RESULTS, WallPage, WallResult
from servicedesk.domain.periods import Period
from servicedesk.domain.periods_words import period_words
from servicedesk.domain.phrases import Phrases
from servicedesk.domain.standards_sentences import sentences, short_line

NEXT_AFTER_MONTHS = 3
"""Months after one wall page until the next one is due."""

MOST_LINES = 3
"""Results that the box of a poster has room for."""

_WITH_DAYS = frozenset({Source.PROMISES, Source.ACKNOWLEDGED, Source.DECIDED, Source.REFUNDS})
"""Cases that are due on a day; others are only counted, or not."""


@dataclass(frozen=True, slots=True, kw_only=True)
class CaseLine:
    """One case as the evidence list names it.

    Args:
        label: its reference, or the day where it has none.
        day: on which it is judged, or happened.
        case: how it stands.
        whose: the customer's name; may be empty.
    """

    label: str
    day: date
    case: Judged
    whose: str = ""


def can_go_on_wall(result: StandardResult) -> bool:
    """Whether its figure may be shown to customers: there is one, and enough is decided."""
    return result.has_result and not result.is_held_back


def counted_days(page: LivePage) -> Period:
    """The days of a page on which there was something to count: none before the charter."""
    first = min((one.period.first for one in page.results), default=page.period.first)
    return replace(page.period, first=first)


def wall_page(source: CharterSource, page: LivePage) -> WallPage:
    """How we are doing against our charter, for the wall.

    Args:
        source: of the version on the wall.
        page: its results; at least one.
    """
    phrases = source.phrases
    heading = phrases.say("charter_live.wall.heading")
    business = business_name(source)
    days = period_words(counted_days(page), phrases)
    following = months_later(page.period.last, NEXT_AFTER_MONTHS)
    return WallPage(
        imprint=Imprint(
            title=phrases.say("charter_live.wall.title", business=business),
            language=source.say("language"),
            business=business,
        ),
        masthead=masthead(source),
        heading=heading,
        period=phrases.say("charter_live.wall.period", days=days),
        results=tuple(_wall_result(one, phrases) for one in page.results[:MOST_RESULTS]),
        panels=(
            Panel(
                title=phrases.say("charter_live.wall.missed"),
                lines=(phrases.say("charter_live.wall.missed_words"),),
            ),
            Panel(
                title=phrases.say("charter_live.wall.counted"),
                lines=_counted(page.results[:MOST_RESULTS], phrases),
            ),
            Panel(title=source.say("panel.wrong"), lines=_wrong(source)),
            Panel(title=source.say("panel.reach"), lines=contact_lines(source)),
        ),
        footer=f"{edition_line(source)} · {day_meaning(source)}",
        next_results=phrases.say("charter_live.wall.next", month=month_of(source, following)),
        logo=source.draft.logo,
    )


def _wrong(source: CharterSource) -> tuple[str, ...]:
    """What to do if something is wrong, without whom to ask for: the page names nobody."""
    named = who_to_ask(source)
    return tuple(line for line in wrong_lines(source) if line != named)


def _wall_result(result: StandardResult, phrases: Phrases) -> WallResult:
    line = short_line(result.standard)
    words = result_words(result, phrases)
    if can_go_on_wall(result):
        few = result.sureness is Sureness.FEW
        unit = words.standing if few else phrases.say(f"charter_live.unit.{result.source.value}")
        if words.caution:
            unit = phrases.say("charter_live.with_caution", unit=unit, caution=words.caution)
        notes = (words.note, words.undecided)
        return WallResult(
            line=line,
            figure=words.figure,
            unit=unit,
            base=words.base,
            note=", ".join(note for note in notes if note),
            standing=result.standing,
        )
    if result.is_held_back:
        overdue = phrases.count("charter_live.overdue", Decimal(result.count.undecided))
        return WallResult(
            line=line,
            figure="",
            unit=phrases.say("charter_live.wall.held_back"),
            base=overdue,
            standing=Standing.FEW,
        )
    why = result.standing.value
    if result.standing is Standing.NONE_YET:
        why = "none_due" if result.source in _WITH_DAYS else "none_counted"
    base = phrases.say(f"charter_live.wall.{why}")
    return WallResult(
        line=line, figure="", unit=words.standing, base=base, standing=result.standing
    )


def _counted(results: Sequence[StandardResult], phrases: Phrases) -> tuple[str, ...]:
    """How the results of the page were counted, each way once."""
    by_hand = (Source.SAMPLE_WEEK, Source.JOB_CHECK, Source.CUSTOMERS)
    sources = dict.fromkeys(one.source for one in results if can_go_on_wall(one))
    ways = dict.fromkeys(one.value if one in by_hand else "records" for one in sources)
    return tuple(phrases.say(f"charter_live.wall.counted_{way}") for way in ways or ("records",))


def results_lines(page: LivePage, phrases: Phrases) -> tuple[str, ...]:
    """The lines of the results box of poster and leaflet; empty until there are results.

    Those that rest on most cases come first, for the box is small.

    Args:
        page: of the version on the wall.
        phrases: words of the language of the paper.
    """
    shown = [one for one in page.results if can_go_on_wall(one)]
    if not shown:
        return ()
    best = sorted(shown, key=lambda one: -one.count.base)[:MOST_LINES]
    days = period_words(counted_days(page), phrases)
    lines = [_result_line(one, phrases) for one in page.results if one in best]
    return (*lines, phrases.say("charter_live.results_days", days=days))


def _result_line(result: StandardResult, phrases: Phrases) -> str:
    words = result_words(result, phrases)
    title = short_line(result.standard)
    return phrases.say("charter_live.results_line", title=title, result=words.whole(phrases))


def evidence(
    source: CharterSource,
    page: LivePage,
    cases: Mapping[int, Sequence[CaseLine]],
    *,
    named: bool,
) -> Paper:
    """Everything behind the results, for somebody who advises or assesses the business.

    Args:
        source: of the version on the wall.
        page: its results, and those of earlier versions.
        cases: by place of the result among ``page.results`` and then ``page.earlier``.
        named: with the names of customers.
    """
    phrases = source.phrases
    business = business_name(source)
    title = phrases.say("charter_live.evidence.title", business=business)
    intro = phrases.say(
        "charter_live.evidence.intro",
        days=period_words(counted_days(page), phrases),
        today=long_day(source, source.today),
    )
    privacy = "named" if named else "unnamed"
    blocks: list[Block] = [
        Heading(text=phrases.say("charter_live.evidence.heading"), level=1),
        Paragraph(text=business, tone=Tone.STRONG),
        Paragraph(text=intro, tone=Tone.LEAD),
        Paragraph(text=phrases.say(f"charter_live.evidence.{privacy}")),
    ]
    for place, result in enumerate((*page.results, *page.earlier)):
        blocks += _evidence_of(result, cases.get(place, ()), phrases, named=named)
    return Paper(
        title=title,
        language=source.say("language"),
        author=business,
        blocks=tuple(blocks),
        footer=f"{business} · {edition_line(source)}",
    )


def _evidence_of(
    result: StandardResult, cases: Sequence[CaseLine], phrases: Phrases, *, named: bool
) -> list[Block]:
    standard, count = result.standard, result.count
    words = result_words(result, phrases)
    rows = [
        ("says", sentences(standard, phrases, say_measure=False).main),
        ("version", words.versions),
        ("source", phrases.say(f"enum.Source.{result.source.value}")),
        ("how", words.how),
        ("formula", words.formula),
        ("result", _result_words(words, phrases)),
        ("n", figure_of(count, phrases, is_few=True) if count.base else ""),
        ("missed", words.missed),
        ("interval", words.sure),
        ("held_back", words.held_back),
        ("hint", words.hint),
    ]
    shown = tuple(
        (phrases.say(f"charter_live.evidence.row.{name}"), text) for name, text in rows if text
    )
    made: list[Block] = [
        Heading(text=standard.title),
        Table(caption=standard.title, rows=shown),
    ]
    if cases:
        made.append(_case_table(standard.title, cases, phrases, named=named))
    return made


def _result_words(words: ResultWords, phrases: Phrases) -> str:
    standing = words.standing[:1].upper() + words.standing[1:]
    return f"{standing}: {words.whole(phrases)}" if words.line() else standing


def _case_table(title: str, cases: Sequence[CaseLine], phrases: Phrases, *, named: bool) -> Table:
    columns = ("case", "day", "result", *(("whose",) if named else ()))
    rows = []
    for line in cases:
        day = day_words(line.day, phrases)
        met = phrases.say(f"enum.Met.{line.case.met.value}")
        if line.case.is_revised:
            met = phrases.say("charter_live.evidence.revised", met=met)
        rows.append((line.label, day, met, *((line.whose,) if named else ())))
    return Table(
        caption=phrases.say("charter_live.evidence.cases", title=title),
        head=tuple(phrases.say(f"charter_live.evidence.column.{name}") for name in columns),
        rows=tuple(rows),
    )
