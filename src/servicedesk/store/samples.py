# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""Sample weeks, checks of ten jobs, and how many customers were served in a month, as kept."""

from collections.abc import Collection, Sequence
from dataclasses import replace
from datetime import date
from typing import Any

from sqlalchemy import Column, Connection, ForeignKey, Index, Row, UniqueConstraint, select

from servicedesk.domain.charters_live import Count
from servicedesk.domain.kinds import Kind
from servicedesk.domain.periods import Period
from servicedesk.domain.samples import (
    CheckedJob,
    JobCheckCard,
    SampleLine,
    SampleWeekCard,
    Verdict,
)
from servicedesk.domain.samples_checks import verdict_count
from servicedesk.store.records import CATALOGUE, RecordInfo
from servicedesk.store.types import Coded, Day, Id, Whole, Words

sample_weeks = CATALOGUE.declare(
    "sample_weeks",
    Column("first", Day(), nullable=False),
    Column("last", Day(), nullable=False),
    Column("note", Words(), nullable=False),
    record=RecordInfo(kind=Kind.SAMPLE_WEEK, label_column="first"),
)

sample_lines = CATALOGUE.declare(
    "sample_lines",
    Column("sample_week_id", Id(), ForeignKey("sample_weeks.id"), nullable=False),
    Column("position", Whole(), nullable=False),
    Column("standard_key", Words(), nullable=False),
    Column("charter_version_id", Id(), ForeignKey("charter_versions.id"), nullable=False),
    Column("title", Words(), nullable=False),
    Column("met", Whole(), nullable=True),
    Column("seen", Whole(), nullable=True),
    Index("ix_sample_lines_sample_week_id", "sample_week_id", "position"),
    record=RecordInfo(kind=Kind.SAMPLE_WEEK, label_column="title", owner_column="sample_week_id"),
)

job_checks = CATALOGUE.declare(
    "job_checks",
    Column("drawn_on", Day(), nullable=False),
    Column("first", Day(), nullable=False),
    Column("last", Day(), nullable=False),
    Column("charter_version_id", Id(), ForeignKey("charter_versions.id"), nullable=False),
    Column("note", Words(), nullable=False),
    record=RecordInfo(kind=Kind.JOB_CHECK, label_column="drawn_on"),
)

job_check_jobs = CATALOGUE.declare(
    "job_check_jobs",
    Column("job_check_id", Id(), ForeignKey("job_checks.id"), nullable=False),
    Column("position", Whole(), nullable=False),
    Column("kind", Coded(Kind), nullable=False),
    Column("record_id", Whole(), nullable=False),
    Column("label", Words(), nullable=False),
    Index("ix_job_check_jobs_job_check_id", "job_check_id", "position"),
    record=RecordInfo(
        kind=Kind.JOB_CHECK,
        label_column="label",
        owner_column="job_check_id",
        person_columns=("label",),
    ),
)

job_check_answers = CATALOGUE.declare(
    "job_check_answers",
    Column("job_check_id", Id(), ForeignKey("job_checks.id"), nullable=False),
    Column("job_id", Id(), ForeignKey("job_check_jobs.id"), nullable=False),
    Column("position", Whole(), nullable=False),
    Column("standard_key", Words(), nullable=False),
    Column("title", Words(), nullable=False),
    Column("verdict", Coded(Verdict), nullable=True),
    Index("ix_job_check_answers_job_check_id", "job_check_id", "job_id", "position"),
    record=RecordInfo(kind=Kind.JOB_CHECK, label_column="title", owner_column="job_check_id"),
)

served_months = CATALOGUE.declare(
    "served_months",
    Column("month", Day(), nullable=False),
    Column("customers", Whole(), nullable=False),
    UniqueConstraint("month"),
    record=RecordInfo(kind=Kind.SERVED, label_column="month"),
)


def sample_week_cards(
    connection: Connection, week_id: int | None = None
) -> tuple[SampleWeekCard, ...]:
    """Sample weeks, the newest first, in one statement.

    Args:
        connection: reads the file.
        week_id: of the only one that is wanted; None for all. There are a few a year.
    """
    wanted = (
        select(sample_weeks, sample_lines)
        .join(sample_lines, sample_lines.c.sample_week_id == sample_weeks.c.id)
        .order_by(sample_weeks.c.first.desc(), sample_weeks.c.id.desc(), sample_lines.c.position)
    )
    if week_id is not None:
        wanted = wanted.where(sample_weeks.c.id == week_id)
    weeks: dict[int, SampleWeekCard] = {}
    lines: dict[int, list[SampleLine]] = {}
    for row in connection.execute(wanted):
        number = row.sample_week_id
        weeks[number] = SampleWeekCard(
            id=number, first=row.first, last=row.last, lines=(), note=row.note
        )
        line = SampleLine(
            standard_key=row.standard_key,
            charter_version_id=row.charter_version_id,
            title=row.title,
            met=row.met,
            seen=row.seen,
        )
        lines.setdefault(number, []).append(line)
    return tuple(replace(weeks[one], lines=tuple(lines[one])) for one in weeks)


def sample_line_ids(connection: Connection, week_id: int) -> dict[str, int]:
    """The rows of the lines of a week by key of the standard, in order."""
    lines = sample_lines.c
    rows = connection.execute(
        select(lines.standard_key, lines.id)
        .where(lines.sample_week_id == week_id)
        .order_by(lines.position)
    )
    return {row.standard_key: row.id for row in rows}


def sample_counts(
    connection: Connection, period: Period, version_ids: Collection[int] | None = None
) -> dict[str, Count]:
    """What standards came to in the newest sample week of a period, by key of the standard.

    A line that is not keyed in says nothing; one that saw no case has a base of 0.

    Args:
        connection: reads the file.
        period: in which the last day of the week falls.
        version_ids: rows of the versions of the charter against which it was counted; None for
            any.
    """
    wanted = (
        select(
            sample_lines.c.standard_key,
            sample_lines.c.met,
            sample_lines.c.seen,
            sample_weeks.c.first,
            sample_weeks.c.last,
        )
        .join(sample_weeks, sample_weeks.c.id == sample_lines.c.sample_week_id)
        .where(
            sample_weeks.c.last.between(period.first, period.last),
            sample_lines.c.met.is_not(None),
            sample_lines.c.seen.is_not(None),
        )
        .order_by(sample_weeks.c.last, sample_weeks.c.id)
    )
    if version_ids is not None:
        wanted = wanted.where(sample_lines.c.charter_version_id.in_(version_ids))
    return {
        row.standard_key: Count(
            kept=row.met,
            broken=row.seen - row.met,
            taken_from=row.first,
            taken_on=row.last,
        )
        for row in connection.execute(wanted)
    }


def job_check_cards(
    connection: Connection, check_id: int | None = None
) -> tuple[JobCheckCard, ...]:
    """Checks of jobs, the newest first, in one statement.

    Args:
        connection: reads the file.
        check_id: of the only one that is wanted; None for all. There are a few a year.
    """
    jobs, answers = job_check_jobs.c, job_check_answers.c
    wanted = (
        select(
            job_checks,
            answers.job_id,
            jobs.kind,
            jobs.record_id,
            jobs.label,
            answers.standard_key,
            answers.title,
            answers.verdict,
        )
        .join(job_check_answers, answers.job_check_id == job_checks.c.id)
        .join(job_check_jobs, jobs.id == answers.job_id)
        .order_by(job_checks.c.drawn_on.desc(), job_checks.c.id.desc())
        .order_by(jobs.position, answers.position)
    )
    if check_id is not None:
        wanted = wanted.where(job_checks.c.id == check_id)
    found: dict[int, list[Row[Any]]] = {}
    for row in connection.execute(wanted):
        found.setdefault(row.id, []).append(row)
    return tuple(_check(rows) for rows in found.values())


def check_answer_ids(connection: Connection, check_id: int) -> dict[tuple[int, str], int]:
    """The rows of the answers of a check, by row of the job and key of the standard."""
    answers = job_check_answers.c
    rows = connection.execute(
        select(answers.job_id, answers.standard_key, answers.id)
        .where(answers.job_check_id == check_id)
        .order_by(answers.job_id, answers.position)
    )
    return {(row.job_id, row.standard_key): row.id for row in rows}


def check_of_job(connection: Connection, job_id: int) -> int | None:
    """The check that a job is part of, or None."""
    jobs = job_check_jobs.c
    return connection.scalar(select(jobs.job_check_id).where(jobs.id == job_id))


def check_counts(
    connection: Connection, period: Period, version_ids: Collection[int] | None = None
) -> dict[str, Count]:
    """What standards came to in the newest check of jobs of a period, by key of the standard.

    A standard against which not all jobs are held yet is left out; one that applied to none of
    them has a base of 0.

    Args:
        connection: reads the file.
        period: in which the day of drawing falls.
        version_ids: rows of the versions of the charter against which jobs were held; None for
            any.
    """
    answers, checks = job_check_answers.c, job_checks.c
    wanted = (
        select(checks.id, checks.drawn_on, answers.standard_key, answers.verdict)
        .join(job_check_answers, answers.job_check_id == checks.id)
        .where(checks.drawn_on.between(period.first, period.last))
        .order_by(checks.drawn_on, checks.id)
    )
    if version_ids is not None:
        wanted = wanted.where(checks.charter_version_id.in_(version_ids))
    verdicts: dict[tuple[str, int, date], list[Verdict | None]] = {}
    for row in connection.execute(wanted):
        verdicts.setdefault((row.standard_key, row.id, row.drawn_on), []).append(row.verdict)
    counted: dict[str, Count] = {}
    for (key, _, drawn_on), those in verdicts.items():
        count = verdict_count(those, drawn_on)
        if count is not None:
            counted[key] = count
    return counted


def served_by_month(connection: Connection) -> dict[date, tuple[int, int]]:
    """Row and number of customers of every month that has one, by its first day, in order."""
    months = served_months.c
    rows = connection.execute(
        select(months.id, months.month, months.customers).order_by(months.month)
    )
    return {row.month: (row.id, row.customers) for row in rows}


def _check(rows: Sequence[Row[Any]]) -> JobCheckCard:
    """A check from its answers, in the order of its jobs and then of its standards."""
    first = rows[0]
    jobs: dict[int, list[Row[Any]]] = {}
    for row in rows:
        jobs.setdefault(row.job_id, []).append(row)
    standards = {row.standard_key: row.title for row in rows}
    return JobCheckCard(
        id=first.id,
        drawn_on=first.drawn_on,
        first=first.first,
        last=first.last,
        charter_version_id=first.charter_version_id,
        standards=tuple(standards.items()),
        jobs=tuple(
            CheckedJob(
                id=job_id,
                kind=those[0].kind,
                record_id=those[0].record_id,
                label=those[0].label,
                verdicts=tuple((row.standard_key, row.verdict) for row in those),
            )
            for job_id, those in jobs.items()
        ),
        note=first.note,
    )
