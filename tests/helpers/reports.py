# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""Made-up reports of figures, and a service that hands them out."""

from dataclasses import dataclass, field, replace
from datetime import date
from decimal import Decimal

from servicedesk.domain.figures import (
    Bar,
    ChartData,
    ChartKind,
    Figure,
    FigureUnit,
    Part,
    RecordsAt,
    Report,
    Section,
    Which,
)
from servicedesk.domain.kinds import Kind
from servicedesk.domain.periods import Period, PeriodName, period_of

DAY = date(2026, 11, 23)
USUAL = period_of(PeriodName.LAST_90_DAYS, DAY)
_CAUSES = (("Too few people", 7), ("Part of bad quality", 4), ("Told wrongly", 2))


def at(kind: Kind, which: Which, period: Period = USUAL, value: str = "") -> RecordsAt:
    """The records of a choice."""
    return RecordsAt(kind=kind, which=which, period=period, value=value)


def share(code: str, part: int, base: int, period: Period = USUAL, **more: object) -> Figure:
    """A share in percent with an interval of 20 points around it."""
    value = Decimal(100 * part) / base if base else None
    low, high = (None, None) if value is None else (max(Decimal(0), value - 10), value + 10)
    said = {
        "code": code,
        "unit": FigureUnit.PERCENT,
        "period": period,
        "base": base,
        "part": part,
        "value": value,
        "low": low,
        "high": high,
        "records": at(Kind.PROMISE, Which.DUE, period),
        "part_records": at(Kind.PROMISE, Which.KEPT, period),
        **more,
    }
    return Figure(**said)


def count(code: str, number: int, which: Which, period: Period = USUAL) -> Figure:
    """How many there were."""
    return Figure(
        code=code,
        unit=FigureUnit.COUNT,
        period=period,
        base=number,
        value=Decimal(number),
        needs_base=False,
        records=at(Kind.COMPLAINT, which, period),
    )


def causes(period: Period = USUAL) -> ChartData:
    """Causes, the most frequent first."""
    whole, so_far, bars = sum(number for _, number in _CAUSES), 0, []
    for place, (name, number) in enumerate(_CAUSES):
        so_far += number
        bars.append(
            Bar(
                label=name,
                value=Decimal(number),
                shown=str(number),
                share=Decimal(100 * so_far) / whole,
                records=at(Kind.COMPLAINT, Which.CAUSE, period, str(place)),
            )
        )
    return ChartData(
        code="causes",
        kind=ChartKind.PARETO,
        title="What went wrong underneath",
        sentence="Of 13 complaints with a cause, 7 had too few people.",
        head=("Cause", "Complaints"),
        bars=tuple(bars),
    )


def hours(period: Period = USUAL) -> ChartData:
    """Contacts by the hour, more rows than stand beside a drawing."""
    bars = tuple(
        Bar(label=f"{hour}:00", value=Decimal(hour % 7), shown=str(hour % 7)) for hour in range(24)
    )
    return ChartData(
        code="hours",
        kind=ChartKind.COLUMNS,
        title="By the hour",
        sentence="Most get in touch between 13:00 and 14:00.",
        head=("Hour", "Contacts"),
        bars=bars,
    )


def report(period: Period = USUAL, *, kept: int = 46, due: int = 52) -> Report:
    """Figures of a shop that writes down much."""
    before = period.before()
    earlier = share("kept", 40, 50, before)
    promises = (
        share("kept", kept, due, period, before=earlier, asides=(("revised", 6), ("undecided", 3))),
        share("revised", 6, due, period),
        share("told", 2, 4, period, records=at(Kind.PROMISE, Which.MISSED, period)),
    )
    satisfied = (
        share(
            "satisfied",
            7,
            10,
            period,
            records=at(Kind.FEEDBACK, Which.SCORED, period, "satisfaction"),
            part_records=at(Kind.FEEDBACK, Which.SCORED_WELL, period, "satisfaction"),
        ),
        Figure(
            code="per_hundred",
            unit=FigureUnit.PER_HUNDRED,
            period=period,
            base=0,
            is_recorded=False,
        ),
    )
    sections = (
        Section(part=Part.PROMISES, figures=promises),
        Section(part=Part.CAUSES, figures=(), charts=(causes(period),)),
        Section(part=Part.SATISFACTION, figures=satisfied),
        Section(part=Part.TIMES, figures=(), charts=(hours(period),)),
    )
    return Report(period=period, before=before, sections=sections)


def in_whole_months(period: Period = USUAL) -> Report:
    """A report with a figure that is counted over the whole months in its days alone."""
    months = period.whole_months()
    assert months is not None
    found = report(period)
    per_hundred = Figure(
        code="per_hundred",
        unit=FigureUnit.PER_HUNDRED,
        period=months,
        base=2443,
        part=5,
        value=Decimal("0.2"),
        needs_base=False,
        part_records=at(Kind.COMPLAINT, Which.RECEIVED, months),
    )
    satisfied = replace(found.sections[2], figures=(found.sections[2].figures[0], per_hundred))
    return replace(found, sections=(*found.sections[:2], satisfied, found.sections[3]))


def empty(period: Period = USUAL) -> Report:
    """Figures of a shop that has written down nothing."""
    return Report(
        period=period,
        before=period.before(),
        sections=(Section(part=Part.PROMISES, figures=(share("kept", 0, 0, period),)),),
    )


@dataclass
class MadeFigures:
    """Stands in for the service that reads figures.

    Attributes:
        asked: the periods that somebody asked for.
        make: makes the report of a period.
    """

    asked: list[Period] = field(default_factory=list)
    make: object = report

    def report(self, period: Period) -> Report:
        self.asked.append(period)
        return self.make(period)
