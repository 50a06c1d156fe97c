# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""Checks of ten jobs: which jobs are drawn, and what a standard comes to when all are answered.

The program draws, so that nobody picks the jobs that went well.
"""

from collections.abc import Iterable
from datetime import date, datetime
from hashlib import sha256
from heapq import nsmallest

from servicedesk.domain.charters_live import Count
from servicedesk.domain.errors import Refusal
from servicedesk.domain.kinds import Kind
from servicedesk.domain.periods import Period, PeriodName, period_of
from servicedesk.domain.samples import JOBS, JobCheckCard, Verdict
from servicedesk.domain.standards import MeasuredBy, ServiceStandard

Job = tuple[Kind, int]
"""Kind and number of a record that can be drawn."""

LABEL_MOST = 90
"""Characters of what a job was, so that ten of them print on one sheet."""

_MICROSECONDS = 1_000_000


def period_of_jobs(today: date) -> Period:
    """The days in which a job that is drawn was done: the last 12 months."""
    return period_of(PeriodName.LAST_12_MONTHS, today)


def seed_of(moment: datetime) -> int:
    """What a draw begins with: the moment it is made, so that nobody can foretell it."""
    return int(moment.timestamp() * _MICROSECONDS)


def drawn(jobs: Iterable[Job], seed: int) -> tuple[Job, ...]:
    """Ten jobs, or all where there are fewer, in the order of drawing.

    Each job draws a lot that the seed and its number decide, and the lowest lots win: the same
    jobs and the same seed give the same draw, in whatever order the jobs come.
    """

    def lot(job: Job) -> bytes:
        kind, number = job
        return sha256(f"{seed} {kind.value} {number}".encode()).digest()

    return tuple(nsmallest(JOBS, set(jobs), key=lot))


def checkable(standards: Iterable[ServiceStandard]) -> tuple[ServiceStandard, ...]:
    """The standards of a charter that say of themselves that a check of jobs measures them."""
    return tuple(
        one for one in standards if one.is_ticked and one.measured_by is MeasuredBy.JOB_CHECK
    )


def check_may_draw(
    checks: Iterable[JobCheckCard], standards: Iterable[ServiceStandard]
) -> tuple[ServiceStandard, ...]:
    """The standards that the jobs are held against.

    Args:
        checks: all there are.
        standards: of the published charter.

    Raises:
        Refusal: ``check_open`` while another one is not answered to the end, so that nobody
            draws again until the jobs suit; ``check_no_standards``.
    """
    if any(not check.is_answered for check in checks):
        raise Refusal("check_open")
    found = checkable(standards)
    if not found:
        raise Refusal("check_no_standards")
    return found


def verdict_count(verdicts: Iterable[Verdict | None], drawn_on: date) -> Count | None:
    """What a standard comes to in a check.

    Args:
        verdicts: of all its jobs.
        drawn_on: the day of the check.

    Returns:
        The count, without those that it does not apply to; a base of 0 where it applies to
        none. None while a job is not answered: part of a draw is no draw.
    """
    found = tuple(verdicts)
    if not found or None in found:
        return None
    return Count(
        kept=found.count(Verdict.MET),
        broken=found.count(Verdict.NOT_MET),
        taken_on=drawn_on,
        left_out=found.count(Verdict.DOES_NOT_APPLY),
    )


def job_label(ref: str, text: str, whose: str) -> str:
    """What a job was and for whom, on one line: "P-2026-0012 · ring back · Mrs Patel".

    Args:
        ref: of the record.
        text: what was promised or complained about; a long one is cut at a word.
        whose: the customer's name; may be empty.
    """
    line = " ".join(text.split())
    if len(line) > LABEL_MOST:
        line = f"{line[:LABEL_MOST].rsplit(' ', 1)[0].rstrip(' ,;:.')} …"
    return " · ".join(part for part in (ref, line, whose) if part)
