# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""Sample weeks and customers served: planned, keyed in, counted apart from records, taken back."""

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest

from servicedesk.domain.charters_live import Count
from servicedesk.domain.errors import Refusal
from servicedesk.domain.kinds import Kind
from servicedesk.domain.periods import Period
from servicedesk.domain.samples_weeks import ReminderKind
from servicedesk.services.registry import Services, open_services
from servicedesk.store.samples import sample_counts
from tests.helpers.fakes import FixedClock
from tests.helpers.hearing import Heard, hear
from tests.services.around import surroundings
from tests.services.samples_made import FIRST, LAST, RUTH, TODAY, publish
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
        yield open_services(file, surroundings(file.path, clock))


@pytest.fixture
def version(services: Services) -> int:
    return publish(services)


def counts(services: Services, period: Period = YEAR, *versions: int) -> dict[str, Count]:
    with services.units.read() as reading:
        return sample_counts(reading, period, versions or None)


def test_without_a_charter_there_is_nothing_to_count(services: Services) -> None:
    assert services.samples.offer() is None
    assert services.samples.next_due(TODAY) is None
    with pytest.raises(Refusal, match="samples_no_charter"):
        services.samples.plan(FIRST, ("call",), RUTH)
    assert services.samples.weeks() == ()


def test_the_next_week_and_what_is_usually_counted_are_offered(
    services: Services, version: int
) -> None:
    offer = services.samples.offer()
    assert offer is not None
    assert (offer.first, offer.last) == (FIRST, LAST)
    assert offer.usual == ("call",)
    assert [one.key for one in offer.standards][:2] == ["call", "email"]


def test_a_week_is_planned_on_a_sheet_in_the_order_of_the_charter(
    services: Services, version: int
) -> None:
    done = services.samples.plan(FIRST, ("email", "call"), RUTH, note=" busy ")
    assert done.changes == {Kind.SAMPLE_WEEK: {done.card.id}}
    week = services.samples.week(done.card.id)
    assert week == done.card
    assert (week.first, week.last, week.note) == (FIRST, LAST, "busy")
    assert [line.standard_key for line in week.lines] == ["call", "email"]
    assert {line.charter_version_id for line in week.lines} == {version}
    assert week.lines[0].title == "Missed calls returned"
    assert not week.is_keyed_in
    offer = services.samples.offer()
    assert offer is not None
    assert offer.first == date(2026, 12, 7)


def test_a_week_is_keyed_in_part_by_part_and_taken_back(
    services: Services, version: int, clock: FixedClock
) -> None:
    samples = services.samples
    planned = samples.plan(FIRST, ("call", "email"), RUTH).card
    clock.set(date(2026, 12, 7))
    part = samples.key_in(planned.id, {"call": (41, 46)}, None, RUTH).card
    assert [(line.met, line.seen) for line in part.lines] == [(41, 46), (None, None)]
    whole = samples.key_in(planned.id, {"email": (0, 0)}, " wet week ", RUTH).card
    assert whole.is_keyed_in
    assert whole.note == "wet week"
    services.undo.undo(RUTH)
    assert samples.week(planned.id) == part
    blank = samples.key_in(planned.id, {"call": None}, None, RUTH).card
    assert blank.lines == planned.lines


def test_what_was_counted_stands_apart_from_the_records(
    services: Services, version: int, clock: FixedClock
) -> None:
    planned = services.samples.plan(FIRST, ("call", "email"), RUTH).card
    clock.set(date(2026, 12, 7))
    assert counts(services) == {}
    services.samples.key_in(planned.id, {"call": (41, 46)}, None, RUTH)
    assert counts(services) == {"call": Count(kept=41, broken=5, taken_from=FIRST, taken_on=LAST)}
    assert counts(services, YEAR, version) == counts(services)
    assert counts(services, YEAR, version + 1) == {}
    assert counts(services, Period(first=date(2026, 1, 1), last=date(2026, 12, 4))) == {}
    services.samples.key_in(planned.id, {"email": (0, 0)}, None, RUTH)
    assert counts(services)["email"] == Count(taken_from=FIRST, taken_on=LAST)


def test_of_several_weeks_the_newest_that_was_keyed_in_counts(
    services: Services, version: int
) -> None:
    samples = services.samples
    older = samples.plan(date(2026, 10, 5), ("call", "email"), RUTH).card
    newer = samples.plan(date(2026, 11, 2), ("call", "email"), RUTH).card
    samples.key_in(newer.id, {"call": (3, 4)}, None, RUTH)
    samples.key_in(older.id, {"call": (1, 4), "email": (2, 2)}, None, RUTH)
    found = counts(services)
    assert found["call"] == Count(kept=3, broken=1, taken_from=newer.first, taken_on=newer.last)
    assert found["email"] == Count(kept=2, taken_from=older.first, taken_on=older.last)
    assert [week.id for week in samples.weeks()] == [newer.id, older.id]


def test_a_week_goes_with_its_numbers_and_comes_back(services: Services, version: int) -> None:
    samples = services.samples
    week = samples.plan(date(2026, 11, 2), ("call",), RUTH, date(2026, 11, 4)).card
    assert week.last == date(2026, 11, 4)
    keyed = samples.key_in(week.id, {"call": (3, 4)}, None, RUTH).card
    assert samples.remove(week.id, RUTH).card == keyed
    assert samples.weeks() == ()
    services.undo.undo(RUTH)
    assert samples.weeks() == (keyed,)


def test_a_week_that_is_gone_or_ahead_is_not_keyed_in(services: Services, version: int) -> None:
    samples = services.samples
    for step in (
        lambda: samples.week(9),
        lambda: samples.key_in(9, {}, None, RUTH),
        lambda: samples.remove(9, RUTH),
    ):
        with pytest.raises(Refusal, match="record_gone"):
            step()
    planned = samples.plan(FIRST, ("call",), RUTH).card
    with pytest.raises(Refusal, match="sample_not_begun"):
        samples.key_in(planned.id, {"call": (1, 2)}, None, RUTH)
    with pytest.raises(Refusal, match="sample_before_us"):
        samples.plan(date(1986, 12, 1), ("call",), RUTH)
    assert samples.weeks() == (planned,)


def test_a_week_is_due_a_month_after_publishing_then_to_be_keyed_in(
    services: Services, version: int, clock: FixedClock
) -> None:
    samples = services.samples
    found = samples.next_due(TODAY)
    assert found is not None
    assert (found.kind, found.due_on) == (ReminderKind.PLAN, date(2026, 12, 23))
    planned = samples.plan(FIRST, ("call",), RUTH).card
    assert samples.next_due(TODAY) is None
    over = samples.next_due(date(2026, 12, 7))
    assert over is not None
    assert (over.kind, over.week) == (ReminderKind.KEY_IN, planned)
    clock.set(date(2026, 12, 7))
    samples.key_in(planned.id, {"call": (1, 2)}, None, RUTH)
    again = samples.next_due(date(2026, 12, 7))
    assert again is not None
    assert (again.kind, again.due_on) == (ReminderKind.PLAN, date(2027, 3, 5))


def test_today_asks_for_it_in_the_same_six_statements(
    services: Services, version: int, clock: FixedClock, heard: Heard
) -> None:
    def codes() -> list[str]:
        found = services.home.today().cards
        return [card.code for card in found if card.code.startswith("sample")]

    assert codes() == []
    clock.set(date(2026, 12, 23))
    assert codes() == ["sample_plan"]
    planned = services.samples.plan(date(2026, 12, 28), ("call", "email"), RUTH).card
    assert codes() == []
    clock.set(date(2027, 1, 4))
    with heard.only_this():
        assert codes() == ["sample_key_in"]
    assert heard.verbs().count("SELECT") <= 6
    services.samples.key_in(planned.id, {"call": (1, 2)}, None, RUTH)
    assert codes() == []


def test_customers_served_are_said_changed_and_left_blank(services: Services) -> None:
    samples = services.samples
    assert samples.served() == {}
    month = date(2026, 10, 1)
    done = samples.set_served(date(2026, 10, 19), 320, RUTH)
    assert done.card == {month: 320}
    assert set(done.changes) == {Kind.SERVED}
    assert samples.set_served(month, 0, RUTH).card == {month: 0}
    assert samples.set_served(month, None, RUTH).card == {}
    assert not samples.set_served(month, None, RUTH).changes
    services.undo.undo(RUTH)
    assert samples.served() == {month: 0}


def test_months_before_the_business_and_to_come_are_refused(
    services: Services, version: int
) -> None:
    assert services.samples.since_year() == 1987
    services.business.save({"since_year": 2024}, RUTH)
    for month, code in ((date(2023, 12, 1), "served_before_us"), (date(2026, 12, 1), "ahead")):
        with pytest.raises(Refusal, match=code):
            services.samples.set_served(month, 5, RUTH)
    assert services.samples.served() == {}


def test_a_list_takes_one_statement(services: Services, version: int, heard: Heard) -> None:
    services.samples.plan(FIRST, ("call", "email"), RUTH)
    for look in (services.samples.weeks, services.samples.checks, services.samples.served):
        with heard.only_this():
            look()
        assert heard.verbs().count("SELECT") == 1
