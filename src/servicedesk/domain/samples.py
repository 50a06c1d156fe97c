# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""Sample weeks and checks of ten jobs: standards measured without a record of every case.

Nobody behind a counter writes down every call. A sample week is counted on a printed sheet and
keyed in as two numbers a line; a check looks at ten jobs that the program drew. Neither is ever
added to cases that were written down.
"""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from servicedesk.domain.calendars import add_months
from servicedesk.domain.kinds import Kind

JOBS = 10
"""How many jobs a check looks at."""

REMIND_MONTHS = 3
"""Months after a sample week until the next one is due."""

FIRST_MONTHS = 1
"""Months after the charter was published until the first sample week is due."""


class Verdict(StrEnum):
    """Whether a job met a standard."""

    MET = "met"
    NOT_MET = "not_met"
    DOES_NOT_APPLY = "does_not_apply"


@dataclass(frozen=True, slots=True, kw_only=True)
class SampleLine:
    """One standard on the sheet of a sample week.

    Args:
        standard_key: for life.
        charter_version_id: of the row of the version it was counted against.
        title: of the standard, as it was then.
        met: cases within the limit; None until it is keyed in.
        seen: all cases; None until it is keyed in.
    """

    standard_key: str
    charter_version_id: int
    title: str
    met: int | None = None
    seen: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class SampleWeekCard:
    """A sample week as kept.

    Args:
        id: of the row.
        first, last: its days.
        lines: in the order of the charter.
        note: more; may be empty.
    """

    id: int
    first: date
    last: date
    lines: tuple[SampleLine, ...]
    note: str = ""

    @property
    def is_keyed_in(self) -> bool:
        """Every line has its numbers."""
        return self.counted == len(self.lines)

    @property
    def counted(self) -> int:
        """How many lines have their numbers; one that nobody counted may stay blank for good."""
        return sum(line.met is not None and line.seen is not None for line in self.lines)


@dataclass(frozen=True, slots=True, kw_only=True)
class CheckedJob:
    """One job of a check.

    Args:
        id: of the row.
        kind: of the record that was drawn, a promise or a complaint.
        record_id: its number.
        label: what it was and for whom, as it was then.
        verdicts: by key of the standard; None until it is answered.
    """

    id: int
    kind: Kind
    record_id: int
    label: str
    verdicts: tuple[tuple[str, Verdict | None], ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class JobCheckCard:
    """A check of ten jobs as kept.

    Args:
        id: of the row.
        drawn_on: the day the program drew them.
        first, last: the days the jobs were done in.
        charter_version_id: of the version they are held against.
        standards: key and title of each that they are held against.
        jobs: as drawn; fewer than ten where there were fewer.
        note: more; may be empty.
    """

    id: int
    drawn_on: date
    first: date
    last: date
    charter_version_id: int
    standards: tuple[tuple[str, str], ...]
    jobs: tuple[CheckedJob, ...]
    note: str = ""

    @property
    def is_answered(self) -> bool:
        """Every job was held against every standard."""
        return all(verdict is not None for job in self.jobs for _, verdict in job.verdicts)


@dataclass(frozen=True, slots=True, kw_only=True)
class SampleSeen:
    """As much of sample weeks as Today needs.

    Args:
        asked_since: the day on which the charter was published, where it has something that a
            sample week measures; else None.
        newest_last: the last day of the newest sample week, planned ones too, or None.
        to_key_in: number, first and last day of the oldest week without any numbers; it may lie
            ahead. None where all have some.
    """

    asked_since: date | None = None
    newest_last: date | None = None
    to_key_in: tuple[int, date, date] | None = None


def plan_due(seen: SampleSeen, today: date) -> date | None:
    """The day from which a sample week is to be planned.

    Args:
        seen: what there is; whether one is to be keyed in is not asked here.
        today: the day it is.

    Returns:
        Three months after the last one ended, or a month after the charter was published; None
        while one is planned, or while the charter has nothing that a sample week measures.
    """
    if seen.asked_since is None:
        return None
    if seen.newest_last is None:
        return add_months(seen.asked_since, FIRST_MONTHS)
    return add_months(seen.newest_last, REMIND_MONTHS) if seen.newest_last < today else None
