# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""What is on record when a review begins, in sentences that are frozen with it.

A shop without records gets words: nothing is counted that nobody wrote down, and few cases stay
counts, as everywhere else.
"""

import re
from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum

from servicedesk.domain.figures import Figure, Part, Report, Section
from servicedesk.domain.figures_words import figure_words
from servicedesk.domain.phrases import Phrases
from servicedesk.domain.reviews import BecameOf, Decision, ReviewInput, ReviewTopic

CAUSES = 3
"""The most frequent causes that are named."""

LAWS = 3
"""Laws that are named; how many more there are is said."""

_PROMISES = ("kept", "told")
_COMPLAINTS = ("received", "acknowledged_in_time", "answered_in_time")
_SATISFACTION = ("satisfied", "recommend")
_WEEKDAYS = "weekdays"

_LAW = re.compile(
    r"(?:[A-Z][a-z]+,? (?:of |and )?|\((?:[A-Z][a-z]+,? ?(?:and )?)+\) )+"
    r"(?:Act|Regulations) (?:19|20)\d{2}|UK General Data Protection Regulation"
)
"""How sources name a law by its title."""


class LawUse(StrEnum):
    """Where a shop says what a law says."""

    CHARTER = "charter"
    LETTERS = "letters"
    PAPERS = "papers"


@dataclass(frozen=True, slots=True, kw_only=True)
class LawLine:
    """A law that was looked up again.

    Args:
        title: as sources name it.
        uses: where it is used, in order.
    """

    title: str
    uses: tuple[LawUse, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class OnRecord:
    """What is on record.

    Args:
        report: the figures of the period.
        actions_open: today.
        actions_late: of those.
        actions_done: in the period.
        days_shut: days of the period on which the business would have been open and was closed.
        laws: what was looked up again since the last review, and where it is used.
        knows_law: the program knows the law where the business is.
        last_time: what was decided then, and what became of it; None where there was no review.
    """

    report: Report
    actions_open: int = 0
    actions_late: int = 0
    actions_done: int = 0
    days_shut: int = 0
    laws: tuple[LawLine, ...] = ()
    knows_law: bool = True
    last_time: tuple[tuple[Decision, BecameOf], ...] | None = None


def inputs_of(record: OnRecord, phrases: Phrases) -> tuple[ReviewInput, ...]:
    """What a review looks at, at least a sentence for each topic.

    Args:
        record: what there is.
        phrases: ``[review_input]`` and the words of figures.
    """
    parts = {section.part: section for section in record.report.sections}
    said: dict[ReviewTopic, Iterator[str]] = {
        ReviewTopic.PROMISES: _figures(parts[Part.PROMISES], _PROMISES, phrases),
        ReviewTopic.COMPLAINTS: _complaints(parts, phrases),
        ReviewTopic.SATISFACTION: _figures(parts[Part.SATISFACTION], _SATISFACTION, phrases),
        ReviewTopic.ACTIONS: _actions(record, phrases),
        ReviewTopic.RESOURCES: _resources(record, parts[Part.TIMES], phrases),
        ReviewTopic.LAW: _laws(record, phrases),
        ReviewTopic.LAST_TIME: _last_time(record.last_time, phrases),
    }
    found: list[ReviewInput] = []
    for topic in ReviewTopic:
        sentences = tuple(said[topic]) or (phrases.say(f"review_input.none.{topic.value}"),)
        found += [ReviewInput(topic=topic, text=one) for one in sentences]
    return tuple(found)


def law_lines(facts: Iterable[tuple[str, LawUse]]) -> tuple[LawLine, ...]:
    """The laws that facts rest on, each once, in order of the alphabet.

    Args:
        facts: the source of each, which names laws by their titles, and where it is used.
    """
    found: dict[str, set[LawUse]] = {}
    for source, use in facts:
        for hit in _LAW.finditer(source):
            found.setdefault(hit[0], set()).add(use)
    return tuple(
        LawLine(title=title, uses=tuple(use for use in LawUse if use in found[title]))
        for title in sorted(found)
    )


def _figures(section: Section, codes: Collection[str], phrases: Phrases) -> Iterator[str]:
    """Those figures of a part that rest on something, each with what it rests on."""
    for figure in section.figures:
        if figure.code in codes and figure.base:
            yield _line(figure, phrases)


def _line(figure: Figure, phrases: Phrases) -> str:
    said = figure_words(figure, phrases)
    return phrases.say("review_input.figure", title=said.title, figure=said.line())


def _complaints(parts: dict[Part, Section], phrases: Phrases) -> Iterator[str]:
    yield from _figures(parts[Part.COMPLAINTS], _COMPLAINTS, phrases)
    for chart in parts[Part.CAUSES].charts:
        bars = [
            phrases.say("review_input.cause", cause=bar.label, n=str(int(bar.value)))
            for bar in chart.bars[:CAUSES]
        ]
        yield phrases.say("review_input.causes", causes=", ".join(bars))


def _actions(record: OnRecord, phrases: Phrases) -> Iterator[str]:
    if record.actions_open:
        late = str(record.actions_late)
        key = "open_late" if record.actions_late else "open"
        yield phrases.count(f"review_input.{key}", Decimal(record.actions_open), late=late)
    if record.actions_done:
        yield phrases.count("review_input.done", Decimal(record.actions_done))


def _resources(record: OnRecord, times: Section, phrases: Phrases) -> Iterator[str]:
    if record.days_shut:
        yield phrases.count("review_input.shut", Decimal(record.days_shut))
    for chart in times.charts:
        if chart.code == _WEEKDAYS:
            first, end, _figures = chart.sentence.partition(". ")  # the page has no room for all
            yield phrases.say("review_input.contacts", sentence=first + end.strip())


def _laws(record: OnRecord, phrases: Phrases) -> Iterator[str]:
    """What is new: at a first review nothing is, for everything came with the program."""
    if not record.knows_law:
        yield phrases.say("review_input.law_elsewhere")
        return
    if record.last_time is None:
        yield phrases.say("review_input.law_first")
        return
    for line in record.laws[:LAWS]:
        uses = ", ".join(phrases.say(f"enum.LawUse.{use.value}") for use in line.uses)
        yield phrases.say("review_input.law", law=line.title, uses=uses)
    if more := record.laws[LAWS:]:
        yield phrases.count("review_input.laws_more", Decimal(len(more)))


def _last_time(
    decided: tuple[tuple[Decision, BecameOf], ...] | None, phrases: Phrases
) -> Iterator[str]:
    if decided is None:
        yield phrases.say("review_input.first")
        return
    for decision, became in decided:
        state = phrases.say(f"enum.BecameOf.{became.value}")
        yield phrases.say("review_input.became", decision=decision.text, state=state)
