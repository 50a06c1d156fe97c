# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""What the page of figures shows, in words: what was counted becomes what is read."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from servicedesk.domain.figures import Figure, Part, Report, Section
from servicedesk.domain.figures_words import figure_words, own_period_words
from servicedesk.domain.periods import Period
from servicedesk.domain.phrases import Phrases
from servicedesk.ui.core.rooms import Place
from servicedesk.ui.widgets.shown_chart import ShownChart, place_of, shown_chart

_BEGINNING: Mapping[str, Place] = {
    "replies": Place(room="contacts"),
    "per_hundred": Place(room="measures", part="served"),
    "cost": Place(room="complaints"),
    "returned": Place(room="customers"),
    "referred": Place(room="customers"),
}
"""Code of a figure that nobody writes anything down for -> where one begins to."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ShownFigure:
    """One figure as it is read.

    Args:
        title: what it is.
        figure: the number in words, such as "46 of 52".
        base: of what it is a share or mean.
        period: which days it is about.
        own_period: the same in a phrase where they are not those of the report; "" where they are.
        formula: how it is counted, and of which points.
        caution: "early sign"; "" where it is none.
        missing: what to write down so that there is a figure; "" where it is recorded.
        trend: against the days before; "" where nothing can be said.
        sure: how sure it is; "" where there is nothing to say.
        asides: further counts that are said beside it, a sentence each.
        records: the place of the very records, those that have the property where that is
            counted; None where there are none to open.
        base_records: the place of all that it rests on, where that is more.
        begin: where one begins to record it; None where it is recorded, or there is no such place.
    """

    title: str
    figure: str
    base: str
    period: str
    formula: str
    caution: str = ""
    missing: str = ""
    trend: str = ""
    sure: str = ""
    asides: tuple[str, ...] = ()
    records: Place | None = None
    base_records: Place | None = None
    begin: Place | None = None
    own_period: str = ""

    @property
    def is_number(self) -> bool:
        """Whether it is a number, not words for the want of one."""
        return any(sign.isdigit() for sign in self.figure)


@dataclass(frozen=True, slots=True, kw_only=True)
class ShownSection:
    """One card of the page.

    Args:
        part: which.
        title: over it.
        figures: the chief one first; may be empty where the part is a chart alone.
        charts: with their numbers.
    """

    part: Part
    title: str
    figures: tuple[ShownFigure, ...]
    charts: tuple[ShownChart, ...]


def shown_sections(report: Report, phrases: Phrases) -> tuple[ShownSection, ...]:
    """The cards of a report; a part without figures and charts has none."""
    order = {part: at for at, part in enumerate(Part)}
    sections = sorted(report.sections, key=lambda section: order[section.part])
    return tuple(
        _section(section, report.period, phrases)
        for section in sections
        if section.figures or section.charts
    )


def titles_of(sections: tuple[ShownSection, ...]) -> dict[str, str]:
    """Item of a place of records -> what is counted there, for the head of their list.

    Where several figures rest on the same records it is the first of them.
    """
    found: dict[str, str] = {}
    for item, title in _titles(sections):
        found.setdefault(item, title)
    return found


def _titles(sections: tuple[ShownSection, ...]) -> Iterator[tuple[str, str]]:
    for section in sections:
        for chart in section.charts:
            for bar in chart.bars:
                if bar.records is not None:
                    yield bar.records.item, f"{chart.title}: {bar.label}"
        for figure in section.figures:
            for place in (figure.base_records, figure.records):
                if place is not None:
                    yield place.item, figure.title


def _section(section: Section, period: Period, phrases: Phrases) -> ShownSection:
    return ShownSection(
        part=section.part,
        title=phrases.say(f"enum.Part.{section.part.value}"),
        figures=tuple(_figure(one, period, phrases) for one in section.figures),
        charts=tuple(shown_chart(one, phrases) for one in section.charts),
    )


def _figure(figure: Figure, period: Period, phrases: Phrases) -> ShownFigure:
    words = figure_words(figure, phrases)
    base, part_of = (
        place_of(records) if number else None  # behind nought there is nothing to open
        for number, records in (
            (figure.base, figure.records),
            (figure.part, figure.part_records),
        )
    )
    return ShownFigure(
        title=words.title,
        figure=words.figure,
        base=words.base,
        period=words.period,
        formula=" ".join(part for part in (words.formula, words.scale) if part),
        asides=words.asides,
        caution=words.caution if figure.is_recorded else "",
        missing="" if figure.is_recorded else words.caution,
        trend=words.trend,
        sure=words.sure,
        records=part_of or base,
        base_records=base if part_of is not None else None,
        own_period=own_period_words(figure, period, phrases),
        begin=None if figure.is_recorded else _BEGINNING.get(figure.code),
    )
