# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""Figures: a number with what it is a share or mean of, how sure it is, and its very records.

How each is counted follows 5.2 and 5.3 of the house's reading of ISO 10004 and ISO 10002; how it
is shown depends on how many cases it rests on.
"""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from enum import StrEnum

from servicedesk.domain.intervals import FEWEST_FOR_A_FIGURE, FEWEST_FOR_SURE, Ends
from servicedesk.domain.kinds import Kind
from servicedesk.domain.periods import Period


class FigureUnit(StrEnum):
    """What a figure's value is in."""

    PERCENT = "percent"
    POINTS = "points"
    MEAN = "mean"
    COUNT = "count"
    PER_HUNDRED = "per_hundred"
    DAYS = "days"
    MINUTES = "minutes"
    PENCE = "pence"


class Sureness(StrEnum):
    """How much a figure can be trusted for the cases it rests on."""

    NONE = "none"
    FEW = "few"
    EARLY = "early"
    SURE = "sure"


class Trend(StrEnum):
    """Against the period before; up or down only where the intervals part."""

    UP = "up"
    DOWN = "down"
    UNCLEAR = "unclear"


class Part(StrEnum):
    """The parts of "How we do", in order."""

    PROMISES = "promises"
    REPLIES = "replies"
    COMPLAINTS = "complaints"
    CAUSES = "causes"
    SATISFACTION = "satisfaction"
    ELEMENTS = "elements"
    CUSTOMERS = "customers"
    TIMES = "times"


class Which(StrEnum):
    """Which records of a period a figure was counted from, or have the property it counts.

    Promises by the day they are judged by, complaints by the day they came, the others by the
    day they happened. ``found`` and the like are those of ``figures_counted``.
    """

    DUE = "due"
    KEPT = "kept"
    MISSED = "missed"
    LATE = "late"
    BROKEN = "broken"
    REVISED = "revised"
    TOLD = "told"
    MISSED_ON = "missed_on"
    UNDECIDED = "undecided"

    REPLIED = "replied"

    RECEIVED = "received"
    ACKNOWLEDGE_DUE = "acknowledge_due"
    ACKNOWLEDGED_IN_TIME = "acknowledged_in_time"
    ACKNOWLEDGED = "acknowledged"
    ANSWER_DUE = "answer_due"
    ANSWERED_IN_TIME = "answered_in_time"
    ANSWERED = "answered"
    RESOLVED = "resolved"
    FOUND = "found"
    AGREED = "agreed"
    KNOWN = "known"
    REPEATED = "repeated"
    DECIDED = "decided"
    REOPENED = "reopened"
    OVERDUE = "overdue"
    COSTED = "costed"
    FINISHED = "finished"
    WITH_CAUSE = "with_cause"
    WITH_ACTION = "with_action"
    CONTENT_SAID = "content_said"
    CONTENT = "content"
    CAUSE = "cause"
    ABOUT = "about"
    ACTIONS = "actions"
    ACTIONS_WORKED = "actions_worked"

    SCORED = "scored"
    SCORED_WELL = "scored_well"
    POINT = "point"
    CAME_BACK = "came_back"

    ACTIVE = "active"
    RETURNED = "returned"
    SALES = "sales"
    RELATED = "related"
    HEARD = "heard"
    REFERRED = "referred"

    WEEKDAY = "weekday"
    HOUR = "hour"


@dataclass(frozen=True, slots=True, kw_only=True)
class RecordsAt:
    """The very records that a figure was counted from.

    Args:
        kind: of the records.
        which: code of the choice among them, one of ``Which`` or a further one of a room of its
            own; each kind knows its own (``store/figures_records.py``).
        period: in which they fall.
        value: what a choice needs, such as a channel, a cause or the key of a standard; for
            answers the column of the question, and after a colon the point.
    """

    kind: Kind
    which: str
    period: Period
    value: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class RecordLine:
    """One of the records that a figure was counted from.

    Args:
        kind: of the record.
        id: of its row.
        on: the day that put it among them.
        who: the customer, as shown; "" for nobody known.
        what: what it is about, in the words it was written down in, or its reference; "" for
            feedback without words.
        mark: of feedback, how satisfied they were, in points; None for not said.
        room, part, item: the place in the program where it is.
    """

    kind: Kind
    id: int
    on: date
    who: str = ""
    what: str = ""
    mark: int | None = None
    room: str
    part: str = ""
    item: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class RecordLines:
    """A page of the records that a figure was counted from, the latest first.

    Args:
        lines: of this page.
        total: how many records there are in all.
        last: where the next page goes on.
    """

    lines: tuple[RecordLine, ...] = ()
    total: int = 0
    last: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Figure:
    """One figure, counted.

    Args:
        code: names its words: ``[figure.<code>]`` with ``title``, ``formula`` and ``base``.
        unit: of the value.
        period: that it is about.
        base: n, how many cases it rests on.
        part: how many of them have the property; None for means, medians and sums.
        value: exact, in its unit; None where there is nothing to show, as with no cases.
        low, high: the 95 % interval in the same unit; None where there is none.
        needs_base: shown by the rule of few cases; counts and sums are not.
        is_recorded: False where nobody writes down what it would be counted from.
        records: what it was counted from, as many as ``base``; None where there are no records
            to open.
        part_records: those of them that have the property, as many as ``part``; or None.
        before: the same figure of the period before, or None.
        label: what tells it from others of its code, such as a channel; "" where it needs none.
        asides: further counts that are said beside it, by their code, such as
            ``("revised", 6)``; words in ``[figure_aside]``.
    """

    code: str
    unit: FigureUnit
    period: Period
    base: int
    part: int | None = None
    value: Decimal | None = None
    low: Decimal | None = None
    high: Decimal | None = None
    needs_base: bool = True
    is_recorded: bool = True
    records: RecordsAt | None = None
    part_records: RecordsAt | None = None
    before: "Figure | None" = None
    label: str = ""
    asides: tuple[tuple[str, int], ...] = ()

    @property
    def sureness(self) -> Sureness:
        """How much it can be trusted."""
        if not self.needs_base:
            return Sureness.SURE
        return sureness_of(self.base)

    @property
    def trend(self) -> Trend | None:
        """Against the period before; None where either has too few cases for a figure."""
        before = self.before
        if before is None or self.sureness in _TOO_FEW or before.sureness in _TOO_FEW:
            return None
        ends, ends_before = self.interval, before.interval
        if ends is None or ends_before is None:
            return None
        return trend_of(ends, ends_before)

    @property
    def interval(self) -> Ends | None:
        """Both ends of its 95 % interval; None where it has none."""
        return None if self.low is None or self.high is None else (self.low, self.high)


_TOO_FEW = frozenset({Sureness.NONE, Sureness.FEW})


def sureness_of(base: int) -> Sureness:
    """How much a figure can be trusted that rests on so many cases."""
    if base == 0:
        return Sureness.NONE
    if base < FEWEST_FOR_A_FIGURE:
        return Sureness.FEW
    return Sureness.EARLY if base < FEWEST_FOR_SURE else Sureness.SURE


def trend_of(now: Ends, before: Ends) -> Trend:
    """Which way it goes: up or down only where the two 95 % intervals do not overlap.

    Args:
        now: low and high end of the figure.
        before: those of the period before, in the same unit.
    """
    (low, high), (low_before, high_before) = now, before
    if low > high_before:
        return Trend.UP
    return Trend.DOWN if high < low_before else Trend.UNCLEAR


class ChartKind(StrEnum):
    """How values are drawn."""

    BARS = "bars"
    COLUMNS = "columns"
    PARETO = "pareto"


@dataclass(frozen=True, slots=True, kw_only=True)
class Bar:
    """One value of a chart.

    Args:
        label: what it is of.
        value: its height or length, 0 or more.
        shown: the value in words, such as "14" or "74 %".
        share: for a Pareto chart, the share of all so far, in percent; None elsewhere.
        records: what it was counted from, or None.
    """

    label: str
    value: Decimal
    shown: str
    share: Decimal | None = None
    records: RecordsAt | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class ChartData:
    """A chart with its numbers; what is drawn, said and tabled comes from the same rows.

    Args:
        code: names it, such as "causes".
        kind: how it is drawn.
        title: above it.
        sentence: what it shows, for those who cannot see it; true without the picture.
        head: of the two columns of its table: what, and how many.
        bars: in print order.
        most: upper end of the axis, such as 100 for percent; None for the highest value.
    """

    code: str
    kind: ChartKind
    title: str
    sentence: str
    head: tuple[str, str]
    bars: tuple[Bar, ...]
    most: Decimal | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Section:
    """One part of "How we do".

    Args:
        part: which.
        figures: the chief one at the head.
        charts: with their numbers; empty where there is too little.
    """

    part: Part
    figures: tuple[Figure, ...]
    charts: tuple[ChartData, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Report:
    """How we do in a period: what screen, PDF, CSV and XLSX all show.

    Args:
        period: that it is about.
        before: that it is compared with.
        sections: in the order of ``Part``.
    """

    period: Period
    before: Period
    sections: tuple[Section, ...]
