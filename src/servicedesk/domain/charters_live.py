# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""The live charter: how the business is doing against each standard it published.

Each standard is bound to the events of the records, to a sample week, a check of ten jobs or
customers' answers, as it says of itself (``measured_by``); one that nobody measures says so.
"""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from enum import StrEnum

from servicedesk.domain.elements import Element
from servicedesk.domain.figures import RecordsAt, Sureness, sureness_of
from servicedesk.domain.periods import Period
from servicedesk.domain.standards import MeasuredBy, ServiceStandard, StandardKind

MOST_UNDECIDED = Decimal(10)
"""Percent of the base: with more overdue and undecided ones no figure goes on the wall."""

_ALL = Decimal(100)


class Source(StrEnum):
    """Where the cases of a standard are found."""

    CONTACTS = "contacts"
    ACKNOWLEDGED = "acknowledged"
    DECIDED = "decided"
    REFUNDS = "refunds"
    PROMISES = "promises"
    SAMPLE_WEEK = "sample_week"
    JOB_CHECK = "job_check"
    CUSTOMERS = "customers"
    NOTHING = "nothing"


class Standing(StrEnum):
    """How a standard stands, in one word."""

    KEPT = "kept"
    MISSED = "missed"
    FEW = "few"
    NONE_YET = "none_yet"
    NOT_MEASURED = "not_measured"


@dataclass(frozen=True, slots=True, kw_only=True)
class Count:
    """What was counted for a standard.

    Args:
        kept: within the limit.
        late: done, but after it.
        broken: never done, or simply not met where there is no "late".
        undecided: overdue, and nobody has said how they ended; not in the base.
        revised: of the base, those whose day was moved by agreement.
        taken_from, taken_on: for a sample or a check, the days it began and ended; None for
            records.
        left_out: jobs of a check to which it does not apply; not in the base.
    """

    kept: int = 0
    late: int = 0
    broken: int = 0
    undecided: int = 0
    revised: int = 0
    taken_from: date | None = None
    taken_on: date | None = None
    left_out: int = 0

    @property
    def base(self) -> int:
        """How many cases there are."""
        return self.kept + self.late + self.broken

    @property
    def missed(self) -> int:
        """How many were not kept."""
        return self.late + self.broken


@dataclass(frozen=True, slots=True, kw_only=True)
class StandardResult:
    """One standard with how it is kept.

    Args:
        standard: as published in the version that counts.
        number: of that version of the charter.
        charter_version_id: of its row.
        period: the cases of which count: within the version's days.
        measured_by: where the cases come from; NONE where nothing of it can be counted.
        count: of the cases.
        records: those cases, or None where they are no records.
        missed: of those cases the ones that were not kept or are not decided, or None.
        source: where its cases are found.
        also: numbers of earlier versions that say the same, whose cases are counted too.
        is_current: it is of the version on the wall now.
        asked: for customers' answers, the element they were asked about; None for whether they
            were satisfied.
        can_follow: a promise can be written down with it.
    """

    standard: ServiceStandard
    number: int
    charter_version_id: int
    period: Period
    measured_by: MeasuredBy
    count: Count = Count()
    records: RecordsAt | None = None
    missed: RecordsAt | None = None
    source: Source = Source.NOTHING
    also: tuple[int, ...] = ()
    is_current: bool = True
    asked: Element | None = None
    can_follow: bool = False

    @property
    def standing(self) -> Standing:
        """How it stands: a promise is kept when all cases were, an aim when enough were."""
        count = self.count
        if self.measured_by is MeasuredBy.NONE:
            return Standing.NOT_MEASURED
        if count.base == 0:
            return Standing.NONE_YET
        if self.sureness is Sureness.FEW:
            return Standing.FEW
        target = _ALL
        if self.standard.kind is StandardKind.AIM and self.standard.target_pct is not None:
            target = self.standard.target_pct
        return Standing.KEPT if count.kept * 100 >= target * count.base else Standing.MISSED

    @property
    def has_result(self) -> bool:
        """There is something to say of it to customers."""
        return self.measured_by is not MeasuredBy.NONE and self.count.base > 0

    @property
    def sureness(self) -> Sureness:
        """How much the share can be trusted."""
        return sureness_of(self.count.base)

    @property
    def is_held_back(self) -> bool:
        """Too many are overdue and undecided for the result to go on the wall."""
        return self.count.undecided * 100 > MOST_UNDECIDED * self.count.base


@dataclass(frozen=True, slots=True, kw_only=True)
class LivePage:
    """How the business is doing against its charter in a period.

    Args:
        period: that it is about.
        results: of the charter that is on the wall, in print order.
        earlier: of standards that only earlier versions say, or say otherwise, where they have
            cases in the period.
        number: of the version on the wall; None where no charter is published.
        first: the day it was published, or None.
    """

    period: Period
    results: tuple[StandardResult, ...] = ()
    earlier: tuple[StandardResult, ...] = ()
    number: int | None = None
    first: date | None = None

    @property
    def is_on_wall(self) -> bool:
        """A charter is published."""
        return self.number is not None
