# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""The live charter: every standard against its own cases, each by the version it belongs to."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from servicedesk.domain.calendars import DayKind
from servicedesk.domain.charters_live import LivePage, StandardResult, Standing
from servicedesk.domain.contacts import ContactDraft
from servicedesk.domain.errors import Refusal
from servicedesk.domain.figures import RecordsAt
from servicedesk.domain.kinds import Kind
from servicedesk.domain.periods import Period
from servicedesk.domain.promises import Due
from servicedesk.domain.standards import (
    MeasuredBy,
    ServiceStandard,
    StandardChannel,
    StartEvent,
    StopEvent,
    Unit,
)
from servicedesk.services.registry import Services, open_services
from tests.helpers.builders import (
    amount,
    charter_draft,
    complaint_promises,
    opening_days,
    promise,
)
from tests.helpers.fakes import FixedClock
from tests.helpers.hearing import hear
from tests.services.around import surroundings
from tests.services.promises_made import RUTH, draft
from tests.store.files import new_file, opened

MONDAY = date(2026, 9, 14)
PERIOD = Period(first=date(2026, 9, 1), last=date(2026, 12, 31))

CALL = promise(
    "call",
    channel=StandardChannel.PHONE,
    limit=amount(4, Unit.HOUR, DayKind.OPENING),
    start_event=StartEvent.CALL_MISSED,
    stop_event=StopEvent.CONTACT_ANSWERED,
)
ORDER = promise("order", start_event=StartEvent.ORDER_AGREED, stop_event=StopEvent.DONE)
"""Follows promises, within two days that the shop is open."""


@pytest.fixture
def clock() -> FixedClock:
    return FixedClock(MONDAY)


@pytest.fixture
def services(tmp_path: Path, clock: FixedClock) -> Iterator[Services]:
    with opened(new_file(tmp_path)) as file:
        yield open_services(file, surroundings(file.path, clock))


def publish(services: Services, *standards: ServiceStandard) -> int:
    """Publish a charter with these standards among others; the number of its row."""
    ready = charter_draft(standards=(*standards, *complaint_promises()))
    return services.charters.publish_draft(ready, RUTH, lambda card: None).card.id


def look(services: Services, period: Period = PERIOD) -> LivePage:
    return services.charters_live.page(period)


def of(page: LivePage, key: str) -> StandardResult:
    (found,) = [one for one in page.results if one.standard.key == key]
    return found


def said(services: Services, result: StandardResult) -> str:
    words = services.charters_live.words(result)
    return f"{words.standing}: {words.line()}"


def keep(services: Services, due: date, done: date | None, key: str = "order") -> int:
    """A promise with a standard, done on a day or left open; the number of its row."""
    card = services.promises.make(
        draft(made_on=MONDAY, due=Due(day=due), standard_key=key), RUTH
    ).card
    if done is not None:
        services.promises.done(card.id, done, None, RUTH)
    return card.id


def ring(services: Services, at: datetime, minutes: int | None, **more: object) -> int:
    contact = ContactDraft(
        text="asked about a saw", at=at, answered_minutes=minutes, by_whom=RUTH, **more
    )
    return services.contacts.log(contact, RUTH).card.id


def test_without_a_charter_there_is_nothing_to_show(services: Services) -> None:
    assert look(services) == LivePage(period=PERIOD)
    publish(services, ORDER)
    services.charters.withdraw(RUTH)
    assert not look(services).is_on_wall


def test_each_standard_says_where_it_stands_before_there_is_any_case(services: Services) -> None:
    band = promise("band", start_event=StartEvent.VISIT_WINDOW_START, repeats=True)
    publish(
        services,
        ORDER,
        band,
        promise("own"),
        promise("none", measured_by=MeasuredBy.NONE),
        replace(CALL, measured_by=MeasuredBy.SAMPLE_WEEK),
    )
    page = look(services)
    assert (page.number, page.first) == (1, MONDAY)
    assert [(one.standard.key, one.standing) for one in page.results] == [
        ("order", Standing.NONE_YET),
        ("band", Standing.NOT_MEASURED),
        ("own", Standing.NOT_MEASURED),
        ("none", Standing.NOT_MEASURED),
        ("call", Standing.NONE_YET),
        ("complaint_ack", Standing.NONE_YET),
        ("complaint_decide", Standing.NONE_YET),
    ]
    hints = [services.charters_live.words(one).hint for one in page.results]
    assert all(hints)
    assert "sample week" in hints[4]
    assert of(page, "own").can_follow
    assert not of(page, "band").can_follow


def test_promises_are_counted_by_how_they_ended(services: Services, clock: FixedClock) -> None:
    publish(services, ORDER)
    days = [MONDAY + timedelta(days=one) for one in range(1, 5)]
    made = [keep(services, day, None) for day in days]
    clock.set(date(2026, 9, 21))
    services.promises.done(made[0], days[0], None, RUTH)
    services.promises.done(made[1], days[1] + timedelta(days=1), None, RUTH)
    services.promises.broken(made[2], days[2], "", RUTH)
    result = of(look(services), "order")
    count = result.count
    assert (count.kept, count.late, count.broken, count.undecided) == (1, 1, 1, 1)
    assert said(services, result) == (
        "too few to say: 1 of 3 promises we wrote down, and 1 overdue, not yet decided"
    )
    assert result.is_held_back
    assert result.records is not None
    assert result.missed is not None
    cases = services.charters_live.cases(result.records)
    assert [case.id for case in cases] == made[:3]
    assert [case.id for case in services.charters_live.cases(result.missed)] == made[1:]


def test_own_words_count_once_a_promise_names_them(services: Services) -> None:
    publish(services, promise("own"))
    keep(services, MONDAY + timedelta(days=2), MONDAY, "own")
    assert of(look(services), "own").standing is Standing.FEW


def test_a_changed_charter_leaves_old_cases_to_the_old_version(
    services: Services, clock: FixedClock
) -> None:
    publish(services, ORDER)
    keep(services, MONDAY + timedelta(days=1), MONDAY)
    clock.set(date(2026, 9, 21))
    publish(services, replace(ORDER, limit=opening_days(1)))
    keep(services, date(2026, 9, 22), date(2026, 9, 21))
    keep(services, date(2026, 9, 22), date(2026, 9, 21))
    page = look(services)
    now, (before,) = of(page, "order"), page.earlier
    assert (now.number, now.count.kept, now.is_current) == (2, 2, True)
    assert (before.number, before.count.kept, before.is_current) == (1, 1, False)
    assert services.charters_live.words(now).versions == (
        "Version 2 of the charter, cases from 21 September 2026"
    )
    assert before.records is not None
    assert len(services.charters_live.cases(before.records)) == 1


def test_a_change_of_other_words_lets_the_cases_of_both_count(
    services: Services, clock: FixedClock
) -> None:
    publish(services, ORDER)
    keep(services, MONDAY + timedelta(days=1), MONDAY)
    clock.set(date(2026, 9, 21))
    publish(services, replace(ORDER, title="Orders are ready"))
    keep(services, date(2026, 9, 22), date(2026, 9, 21))
    page = look(services)
    assert page.earlier == ()
    result = of(page, "order")
    assert (result.count.kept, result.number, result.also) == (2, 2, (1,))
    assert result.period.first == MONDAY


def test_a_charter_changed_twice_on_one_day_loses_no_case(
    services: Services, clock: FixedClock
) -> None:
    publish(services, CALL)
    publish(services, replace(CALL, limit=amount(2, Unit.HOUR, DayKind.OPENING)))
    clock.set(datetime(2026, 9, 14, 15, tzinfo=UTC))
    ring(services, datetime(2026, 9, 14, 9, tzinfo=UTC), 180)
    page = look(services)
    assert of(page, "call").count.late == 1
    assert page.earlier == ()


@settings(
    max_examples=6, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(
    hours=st.lists(st.integers(1, 3), min_size=1, max_size=3),
    days=st.lists(st.integers(-3, 25), max_size=12),
)
def test_no_case_is_lost_or_counted_twice_over_versions(
    tmp_path_factory: pytest.TempPathFactory, hours: list[int], days: list[int]
) -> None:
    clock = FixedClock(MONDAY)
    with opened(new_file(tmp_path_factory.mktemp("versions"))) as file:
        services = open_services(file, surroundings(file.path, clock))
        for week, limit in enumerate(hours):
            clock.set(MONDAY + timedelta(weeks=week))
            publish(services, replace(CALL, limit=amount(limit, Unit.HOUR)))
        clock.set(date(2026, 10, 30))
        for day in days:
            at = datetime(2026, 9, 14, 9, tzinfo=UTC) + timedelta(days=day)
            ring(services, at, 90)
        page = look(services)
        found = [one for one in (*page.results, *page.earlier) if one.standard.key == "call"]
        assert sum(one.count.base for one in found) == sum(day >= 0 for day in days)
        ids = [
            case.id
            for one in found
            if one.records is not None
            for case in services.charters_live.cases(one.records)
        ]
        assert len(ids) == len(set(ids)) == sum(day >= 0 for day in days)


def test_records_of_a_standard_that_no_charter_has_are_refused(services: Services) -> None:
    publish(services, ORDER)
    gone = RecordsAt(kind=Kind.STANDARD, which="all", period=PERIOD, value="1:gone")
    with pytest.raises(Refusal) as refused:
        services.charters_live.cases(gone)
    assert refused.value.code == "standard_records_gone"
    assert services.charters_live.title(gone) == ""
    result = of(look(services), "order")
    assert result.records is not None
    assert result.missed is not None
    say = services.charters_live.title
    assert say(result.records) == "Promise about order: all that was counted"
    assert say(result.missed) == "Promise about order: late, not done or overdue"


def test_the_page_takes_few_statements(
    tmp_path: Path, clock: FixedClock, monkeypatch: pytest.MonkeyPatch
) -> None:
    heard = hear(monkeypatch)
    with opened(new_file(tmp_path)) as file:
        services = open_services(file, surroundings(file.path, clock))
        publish(services, ORDER, CALL, promise("asked", measured_by=MeasuredBy.CUSTOMERS))
        keep(services, MONDAY + timedelta(days=1), MONDAY)
        look(services)
        with heard.only_this():
            look(services)
        assert heard.verbs().count("SELECT") == 8, heard.statements
