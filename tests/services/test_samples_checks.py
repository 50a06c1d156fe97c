# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""Checks of ten jobs: drawn by the program, answered bit by bit, counted only when whole."""

from collections.abc import Iterator
from datetime import date, timedelta
from pathlib import Path

import pytest

from servicedesk.domain.charters_live import Count
from servicedesk.domain.complaints_asks import Given
from servicedesk.domain.complaints_stages import Action
from servicedesk.domain.errors import Refusal
from servicedesk.domain.kinds import Kind
from servicedesk.domain.periods import Period
from servicedesk.domain.samples import JobCheckCard, Verdict
from servicedesk.services.registry import Services, open_services
from servicedesk.store.samples import check_counts
from servicedesk.store.samples_jobs import jobs_done
from tests.helpers.fakes import FixedClock
from tests.helpers.hearing import Heard, hear
from tests.services.around import surroundings
from tests.services.complaints_made import DAY_1, answered, logged
from tests.services.promises_made import draft
from tests.services.samples_made import RUTH, TODAY, jobs, publish
from tests.store.files import new_file, opened

YEAR = Period(first=date(2026, 1, 1), last=date(2026, 12, 31))


@pytest.fixture
def clock() -> FixedClock:
    return FixedClock(TODAY)


@pytest.fixture
def heard(monkeypatch: pytest.MonkeyPatch) -> Heard:
    return hear(monkeypatch)


@pytest.fixture
def services(tmp_path: Path, clock: FixedClock, heard: Heard) -> Iterator[Services]:
    with opened(new_file(tmp_path)) as file:
        found = open_services(file, surroundings(file.path, clock))
        publish(found)
        yield found


def counts(services: Services, period: Period = YEAR, *versions: int) -> dict[str, Count]:
    with services.units.read() as reading:
        return check_counts(reading, period, versions or None)


def answer_all(services: Services, check: JobCheckCard, key: str, *verdicts: Verdict) -> None:
    for place, job in enumerate(check.jobs):
        services.samples.answer(job.id, key, verdicts[place % len(verdicts)], RUTH)


def test_ten_jobs_are_drawn_and_held_against_what_a_check_measures(services: Services) -> None:
    made = jobs(services, 14)
    done = services.samples.draw(RUTH)
    assert set(done.changes) == {Kind.JOB_CHECK}
    check = done.card
    assert services.samples.checks() == (check,)
    assert services.samples.check(check.id) == check
    assert (check.drawn_on, check.first, check.last) == (TODAY, date(2025, 11, 24), TODAY)
    assert check.standards == (
        ("tidy", "Left as clean as we found it"),
        ("price", "Price said beforehand"),
    )
    drawn = [(job.kind, job.record_id) for job in check.jobs]
    assert len(set(drawn)) == 10
    assert set(drawn) <= {(Kind.PROMISE, number) for number in made}
    assert check.jobs[0].label.startswith("P-2026-")
    assert check.jobs[0].verdicts == (("tidy", None), ("price", None))
    services.undo.undo(RUTH)
    assert services.samples.checks() == ()
    services.undo.redo(RUTH)
    assert services.samples.checks() == (check,)


def test_a_moment_later_other_jobs_are_drawn(services: Services, clock: FixedClock) -> None:
    jobs(services, 30)
    draws = set()
    for _ in range(4):
        check = services.samples.draw(RUTH).card
        draws.add(tuple(job.record_id for job in check.jobs))
        services.samples.remove_check(check.id, RUTH)
        clock.advance(seconds=1)
    assert len(draws) > 1


def test_fewer_than_ten_are_all_drawn_and_complaints_among_them(
    services: Services, clock: FixedClock
) -> None:
    jobs(services, 2)
    services.promises.make(draft("still open"), RUTH)
    open_one = logged(services)
    case = answered(services, clock, logged(services).id)
    services.complaints.take(case.id, Action.RESOLVE, Given(on=DAY_1), RUTH)
    clock.set(TODAY)
    check = services.samples.draw(RUTH).card
    drawn = sorted((job.kind, job.record_id) for job in check.jobs)
    assert (Kind.COMPLAINT, case.id) in drawn
    assert (Kind.COMPLAINT, open_one.id) not in drawn
    assert len(drawn) == 3


def test_jobs_out_of_the_year_or_in_the_bin_are_not_drawn(services: Services) -> None:
    long_ago = TODAY - timedelta(days=400)
    jobs(services, 1, long_ago)
    (binned,) = jobs(services, 1)
    services.promises.bin((binned,), RUTH)
    with pytest.raises(Refusal, match="check_no_jobs"):
        services.samples.draw(RUTH)
    assert services.samples.checks() == ()
    with services.units.read() as reading:
        assert jobs_done(reading, Period(first=long_ago, last=long_ago)) == ((Kind.PROMISE, 1),)


def test_no_second_draw_while_one_is_open(services: Services) -> None:
    jobs(services, 1)
    check = services.samples.draw(RUTH).card
    with pytest.raises(Refusal, match="check_open"):
        services.samples.draw(RUTH)
    for key in ("tidy", "price"):
        answer_all(services, check, key, Verdict.MET)
    assert services.samples.check(check.id).is_answered
    assert services.samples.draw(RUTH).card.id != check.id


def test_answers_are_kept_one_by_one_and_taken_back(services: Services) -> None:
    jobs(services, 2)
    check = services.samples.draw(RUTH).card
    job = check.jobs[0]
    done = services.samples.answer(job.id, "tidy", Verdict.NOT_MET, RUTH)
    assert done.changes == {Kind.JOB_CHECK: {check.id}}
    assert done.card.jobs[0].verdicts == (("tidy", Verdict.NOT_MET), ("price", None))
    blank = services.samples.answer(job.id, "tidy", None, RUTH).card
    assert blank == check
    services.undo.undo(RUTH)
    assert services.samples.check(check.id) == done.card


def test_a_standard_counts_when_every_job_was_held_against_it(services: Services) -> None:
    jobs(services, 4)
    check = services.samples.draw(RUTH).card
    answer_all(services, check, "tidy", Verdict.MET, Verdict.NOT_MET, Verdict.DOES_NOT_APPLY)
    services.samples.answer(check.jobs[0].id, "price", Verdict.MET, RUTH)
    assert counts(services) == {"tidy": Count(kept=2, broken=1, taken_on=TODAY, left_out=1)}
    assert counts(services, YEAR, check.charter_version_id) == counts(services)
    assert counts(services, YEAR, 77) == {}
    assert counts(services, Period(first=date(2026, 1, 1), last=date(2026, 11, 22))) == {}


def test_nothing_but_does_not_apply_gives_no_figure(services: Services) -> None:
    jobs(services, 2)
    check = services.samples.draw(RUTH).card
    answer_all(services, check, "tidy", Verdict.DOES_NOT_APPLY)
    assert counts(services)["tidy"].base == 0


def test_the_newest_check_counts(services: Services, clock: FixedClock) -> None:
    jobs(services, 1)
    for day, verdict in ((TODAY, Verdict.NOT_MET), (TODAY + timedelta(days=8), Verdict.MET)):
        clock.set(day)
        check = services.samples.draw(RUTH).card
        answer_all(services, check, "tidy", verdict)
        answer_all(services, check, "price", verdict)
    assert counts(services)["tidy"] == Count(kept=1, taken_on=TODAY + timedelta(days=8))


def test_a_check_goes_with_its_answers_and_comes_back(services: Services) -> None:
    jobs(services, 2)
    check = services.samples.draw(RUTH).card
    assert services.samples.remove_check(check.id, RUTH).card == check
    assert services.samples.checks() == ()
    services.undo.undo(RUTH)
    assert services.samples.checks() == (check,)


def test_what_is_gone_is_not_answered(services: Services) -> None:
    jobs(services, 1)
    job = services.samples.draw(RUTH).card.jobs[0]
    samples = services.samples
    for step in (
        lambda: samples.check(9),
        lambda: samples.remove_check(9, RUTH),
        lambda: samples.answer(77, "tidy", Verdict.MET, RUTH),
        lambda: samples.answer(job.id, "gone", Verdict.MET, RUTH),
    ):
        with pytest.raises(Refusal, match="record_gone"):
            step()


def test_the_names_of_the_jobs_take_no_statement_each(services: Services, heard: Heard) -> None:
    jobs(services, 12)
    with heard.only_this():
        services.samples.draw(RUTH)
    asked = [said for said in heard.statements if said.startswith("SELECT")]
    assert sum("FROM promises" in said or "FROM complaints" in said for said in asked) == 4
