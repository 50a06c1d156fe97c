# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""Checks of ten jobs: the draw, the standards they are held against, and what comes of it."""

from datetime import UTC, date, datetime

import pytest

from servicedesk.domain.charters_live import Count
from servicedesk.domain.errors import Refusal
from servicedesk.domain.kinds import Kind
from servicedesk.domain.samples import CheckedJob, JobCheckCard, Verdict
from servicedesk.domain.samples_checks import (
    LABEL_MOST,
    check_may_draw,
    checkable,
    drawn,
    job_label,
    period_of_jobs,
    seed_of,
    verdict_count,
)
from servicedesk.domain.standards import MeasuredBy
from tests.helpers.builders import promise

TODAY = date(2026, 11, 23)
TIDY = promise("tidy", measured_by=MeasuredBy.JOB_CHECK)
JOBS = [(Kind.PROMISE, number) for number in range(1, 30)] + [(Kind.COMPLAINT, 1)]


def check(*verdicts: Verdict | None) -> JobCheckCard:
    jobs = tuple(
        CheckedJob(
            id=place, kind=Kind.PROMISE, record_id=place, label="", verdicts=(("tidy", verdict),)
        )
        for place, verdict in enumerate(verdicts)
    )
    return JobCheckCard(
        id=1,
        drawn_on=TODAY,
        first=date(2025, 11, 24),
        last=TODAY,
        charter_version_id=1,
        standards=(("tidy", "Tidy"),),
        jobs=jobs,
    )


def test_ten_different_jobs_are_drawn_and_the_same_again_for_the_same_moment() -> None:
    found = drawn(JOBS, 7)
    assert len(found) == len(set(found)) == 10
    assert set(found) <= set(JOBS)
    assert drawn(reversed(JOBS), 7) == found
    assert any(drawn(JOBS, seed) != found for seed in range(8, 12))


def test_where_there_are_fewer_all_are_drawn() -> None:
    assert set(drawn(JOBS[:3], 7)) == set(JOBS[:3])
    assert drawn((), 7) == ()


def test_every_job_can_be_drawn() -> None:
    assert {job for seed in range(60) for job in drawn(JOBS, seed)} == set(JOBS)


def test_a_draw_begins_with_its_moment() -> None:
    moment = datetime(2026, 11, 23, 12, 0, 0, 250, tzinfo=UTC)
    assert seed_of(moment) != seed_of(moment.replace(microsecond=251))


def test_jobs_of_the_last_twelve_months_are_drawn() -> None:
    period = period_of_jobs(TODAY)
    assert (period.first, period.last) == (date(2025, 11, 24), TODAY)


def test_jobs_are_held_against_what_a_check_measures() -> None:
    loud = promise("loud", measured_by=MeasuredBy.JOB_CHECK, is_ticked=False)
    assert checkable((TIDY, promise(), loud)) == (TIDY,)
    assert check_may_draw((check(Verdict.MET),), (TIDY,)) == (TIDY,)


def test_nobody_draws_again_until_the_jobs_suit() -> None:
    with pytest.raises(Refusal, match="check_open"):
        check_may_draw((check(Verdict.MET, None),), (TIDY,))
    with pytest.raises(Refusal, match="check_no_standards"):
        check_may_draw((), (promise(),))


def test_what_does_not_apply_counts_for_nothing() -> None:
    met, not_met, neither = Verdict.MET, Verdict.NOT_MET, Verdict.DOES_NOT_APPLY
    found = verdict_count((met, not_met, neither, met), TODAY)
    assert found == Count(kept=2, broken=1, taken_on=TODAY, left_out=1)
    nothing = verdict_count((neither, neither), TODAY)
    assert nothing == Count(taken_on=TODAY, left_out=2)
    assert nothing.base == 0


def test_part_of_a_draw_gives_no_figure() -> None:
    assert verdict_count((Verdict.MET, None), TODAY) is None
    assert verdict_count((), TODAY) is None


def test_a_job_is_named_on_one_line() -> None:
    assert job_label("P-1", "ring\n back", "Mrs Patel") == "P-1 · ring back · Mrs Patel"
    assert job_label("C-1", "", "") == "C-1"
    long = job_label("C-1", "word " * 5_000, "Mr Ng")
    assert len(long) < LABEL_MOST + 20
    assert long.endswith("word … · Mr Ng")
