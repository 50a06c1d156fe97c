# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""Complaints on Today as they are read: rows, what can wait, and putting them off."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import pytest

from servicedesk.domain.complaints import (
    About,
    ComplaintDraft,
    Content,
    Finding,
    Serious,
    Track,
)
from servicedesk.domain.complaints_asks import Given
from servicedesk.domain.complaints_causes import Cause, Learning
from servicedesk.domain.complaints_file import BehaviourDraft, RemedyDraft, RemedyKind
from servicedesk.domain.complaints_sorting import SortedDraft
from servicedesk.domain.complaints_stages import Action
from servicedesk.domain.complaints_timing import Clock
from servicedesk.domain.customers import Channel, CustomerDraft, Reach, ReachKind
from servicedesk.domain.errors import Refusal
from servicedesk.domain.kinds import Kind
from servicedesk.domain.today import TodayCard, TodayGroup
from servicedesk.domain.today_rows import RowGroup, TodayRow
from servicedesk.services.registry import Services, open_services
from servicedesk.store import driver
from servicedesk.store.driver import Access
from tests.helpers.fakes import FixedClock
from tests.services.around import surroundings
from tests.store.files import new_file, opened

RUTH = "Ruth"
TODAY = date(2026, 11, 24)
NOON = datetime(2026, 11, 24, 12, tzinfo=UTC)
DAY = timedelta(days=1)


@pytest.fixture
def clock() -> FixedClock:
    return FixedClock(TODAY)


@pytest.fixture
def services(tmp_path: Path, clock: FixedClock) -> Iterator[Services]:
    with opened(new_file(tmp_path)) as file:
        yield open_services(file, surroundings(file.path, clock))


@pytest.fixture
def patel(services: Services) -> int:
    phone = Reach(kind=ReachKind.PHONE, shown="01632 960555")
    draft = CustomerDraft(name="Mrs Patel", reaches=(phone,), remember="Rings twice")
    return services.customers.add(draft, RUTH).card.id


def log(services: Services, customer_id: int | None, days_ago: int = 0, **said: object) -> int:
    values: dict[str, object] = {"text": "late", "received_at": NOON - days_ago * DAY, **said}
    draft = ComplaintDraft(customer_id=customer_id, **values)
    return services.complaints.log(draft, RUTH).card.id


def rows(services: Services) -> dict[int, TodayRow]:
    found = services.home.today().rows
    return {row.item.id: row for row in found if row.item.kind is Kind.COMPLAINT}


def told(services: Services) -> list[tuple[RowGroup, Clock]]:
    due = [(row.group, row.item.complaint) for row in rows(services).values()]
    return [(group, one.clock) for group, one in due if one is not None]


def quiet(services: Services) -> dict[str, TodayCard]:
    cards = services.home.today().cards
    ours = ("complaint", "action", "behaviour", "alike")
    return {
        card.code: card
        for card in cards
        if card.group is TodayGroup.QUIET and card.code.startswith(ours)
    }


def test_a_complaint_is_due_by_the_first_thing_that_is(services: Services, patel: int) -> None:
    number = log(services, patel, 4, channel=Channel.PHONE, job_ref="SO 7")
    (row,) = rows(services).values()
    assert (row.group, row.days_late) == (RowGroup.TODAY, 0)
    item, due = row.item, row.item.complaint
    assert due is not None
    assert (due.ref, due.clock, due.is_first) == ("C-2026-0001", Clock.ACKNOWLEDGE, False)
    assert (item.id, item.customer, item.remember) == (number, "Mrs Patel", "Rings twice")
    assert (item.by, item.channel, item.job_ref) == (RUTH, Channel.PHONE, "SO 7")
    on = Given(on=TODAY, channel=Channel.PHONE)
    services.complaints.take(number, Action.ACKNOWLEDGE, on, RUTH)
    assert told(services) == [(RowGroup.COMING, Clock.UPDATE)]


def test_each_stage_asks_for_its_own(services: Services, patel: int, clock: FixedClock) -> None:
    number = log(services, patel)
    complaints = services.complaints
    complaints.take(number, Action.INVESTIGATE, Given(on=TODAY), RUTH)
    complaints.take(number, Action.ACKNOWLEDGE, Given(on=TODAY, channel=Channel.PHONE), RUTH)
    assert told(services) == []
    complaints.take(number, Action.WAIT_OTHER, Given(on=TODAY, words="the maker"), RUTH)
    assert told(services) == [(RowGroup.WAITING, Clock.UPDATE)]
    (row,) = rows(services).values()
    assert row.item.waiting_for == "the maker"
    complaints.take(number, Action.OTHER_REPLIED, Given(on=TODAY), RUTH)
    complaints.take(number, Action.ASK_CUSTOMER, Given(on=TODAY, words="Which?"), RUTH)
    assert told(services) == [(RowGroup.WAITING, Clock.REMIND)]
    clock.set(NOON + 10 * DAY)
    assert told(services) == [(RowGroup.TODAY, Clock.REMIND)]
    complaints.reminded(number, TODAY + 10 * DAY, RUTH)
    assert told(services) == [(RowGroup.WAITING, Clock.GO_ON)]


def test_what_is_answered_asks_for_a_follow_up_and_no_more(
    services: Services, patel: int, clock: FixedClock
) -> None:
    number = log(services, patel)
    complaints = services.complaints
    complaints.take(number, Action.INVESTIGATE, Given(on=TODAY), RUTH)
    said = Given(on=TODAY, words="we agree", channel=Channel.PHONE, finding=Finding.UPHELD)
    complaints.take(number, Action.DECIDE, said, RUTH)
    assert rows(services) == {}
    planned = RemedyDraft(kind=RemedyKind.REDO, words="do it again", due=TODAY)
    complaints.parts.add_remedy(number, planned, RUTH)
    complaints.take(number, Action.PLAN_REMEDY, Given(on=TODAY), RUTH)
    (promise,) = services.home.today().rows  # what puts it right stands there as a promise
    assert (promise.item.kind, promise.item.is_remedy) == (Kind.PROMISE, True)
    assert quiet(services) == {}
    services.promises.done(promise.item.id, TODAY, None, RUTH)
    assert list(quiet(services)) == ["complaint_finish"]
    complaints.take(number, Action.RESOLVE, Given(on=TODAY), RUTH)
    assert (rows(services), list(quiet(services))) == ({}, ["complaint_no_cause"])
    clock.set(NOON + 20 * DAY)
    assert told(services) == [(RowGroup.TODAY, Clock.FOLLOW_UP)]
    complaints.parts.followed_up(number, clock.today(), 4, RUTH)
    assert rows(services) == {}
    assert set(quiet(services)) == {"complaint_finish", "complaint_no_cause"}


def test_an_answer_nobody_disagreed_with_can_be_finished(
    services: Services, patel: int, clock: FixedClock
) -> None:
    number = log(services, patel)
    services.complaints.take(number, Action.INVESTIGATE, Given(on=TODAY), RUTH)
    said = Given(on=TODAY, words="we agree", channel=Channel.PHONE, finding=Finding.UPHELD)
    services.complaints.take(number, Action.DECIDE, said, RUTH)
    assert quiet(services) == {}
    clock.set(NOON + 40 * DAY)
    assert list(quiet(services)) == ["complaint_finish"]


def test_what_goes_first_is_always_shown(services: Services, patel: int) -> None:
    number = log(services, patel, serious=Serious.SERIOUS)
    services.complaints.take(number, Action.INVESTIGATE, Given(on=TODAY), RUTH)
    on = Given(on=TODAY, channel=Channel.PHONE)
    services.complaints.take(number, Action.ACKNOWLEDGE, on, RUTH)
    (row,) = rows(services).values()
    assert row.item.is_first
    for day in (TODAY + DAY, TODAY):
        with pytest.raises(Refusal) as refused:
            services.complaints_putting_off.until(number, day, RUTH)
        assert refused.value.code == "complaint_first_stays"


def test_scenario_34_the_law_s_day_shows_while_they_have_not_heard(
    services: Services, patel: int
) -> None:
    number = log(services, patel, 22, track=Track.DATA_PROTECTION)
    (row,) = rows(services).values()
    due = row.item.complaint
    assert due is not None
    assert due.law_on == date(2026, 12, 1)
    on = Given(on=TODAY, channel=Channel.EMAIL)
    services.complaints.take(number, Action.ACKNOWLEDGE, on, RUTH)
    found = [row.item.complaint for row in rows(services).values()]
    assert [one.law_on for one in found if one is not None] == [None]


def test_one_is_put_off_and_comes_back_by_itself(
    services: Services, patel: int, clock: FixedClock
) -> None:
    number = log(services, patel, 4)
    done = services.complaints_putting_off.until(number, TODAY + DAY, RUTH)
    assert done.changes == {Kind.COMPLAINT: {number}}
    today = services.home.today()
    assert (today.rows, [item.id for item in today.put_off]) == ((), [number])
    services.undo.undo(RUTH)
    assert list(rows(services)) == [number]
    services.undo.redo(RUTH)
    services.complaints_putting_off.until(number, None, RUTH)
    assert list(rows(services)) == [number]
    services.complaints_putting_off.until(number, TODAY + DAY, RUTH)
    clock.set(NOON + DAY)
    assert told(services) == [(RowGroup.LATE, Clock.ACKNOWLEDGE)]


def test_one_that_was_sorted_quickly_is_asked_for_its_cause(services: Services, patel: int) -> None:
    number = log(services, patel)
    done = SortedDraft(
        did="changed the blade", told_by=Channel.COUNTER, on=TODAY, content=Content.YES
    )
    services.complaints.sort_out(number, done, RUTH)
    card = quiet(services)["complaint_no_cause"]
    assert card.values["ref"] == "C-2026-0001"
    assert card.actions[0].item == str(number)
    services.complaints.parts.learn(number, Learning(causes=(Cause.SLIP,)), RUTH)
    assert "complaint_no_cause" not in quiet(services)


def test_somebody_who_cannot_be_reached_waits_for_a_quiet_hour(
    services: Services, patel: int
) -> None:
    log(services, patel)
    assert quiet(services) == {}
    nobody = log(services, None, called="The man with the van")
    nameless = services.customers.add(CustomerDraft(name="Bob"), RUTH).card.id
    log(services, nameless)
    card = quiet(services)["complaint_no_contact_many"]
    assert (card.values["count"], card.actions[0].item) == (2, str(nobody))
    row = rows(services)[nobody]
    assert row.item.customer == "The man with the van"


def test_limits_come_up(services: Services, patel: int, clock: FixedClock) -> None:
    number, files = log(services, patel), services.complaints.parts
    limit = BehaviourDraft(on=TODAY, text="Shouted", limits="letters only", warned_on=TODAY)
    files.add_behaviour(number, limit, RUTH)
    assert set(quiet(services)) == set()
    clock.set(NOON + 90 * DAY)
    assert "behaviour_review" in quiet(services)


def test_three_alike_are_told_once(services: Services, patel: int, clock: FixedClock) -> None:
    for _ in range(2):
        log(services, patel, about=About.PRICE)
    assert "alike_about_many" not in quiet(services)
    last = log(services, patel, about=About.PRICE)
    card = quiet(services)["alike_about_many"]
    assert (card.values["count"], card.values["what"]) == (3, About.PRICE)
    services.complaints.take(last, Action.WITHDRAW, Given(on=TODAY, words="rang"), RUTH)
    assert "alike_about_many" not in quiet(services)


def test_today_reads_complaints_in_its_six_statements_and_scans_no_big_table(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    heard: list[str] = []
    real = driver.open_connection

    def open_and_hear(*args: object, **kwargs: object) -> driver.Connection:
        connection = real(*args, **kwargs)
        connection.set_trace_callback(heard.append)
        return connection

    monkeypatch.setattr(driver, "open_connection", open_and_hear)
    with opened(new_file(tmp_path)) as file:
        services = open_services(file, surroundings(file.path, FixedClock(TODAY)))
        for number in range(12):
            log(services, None, number)
        heard.clear()
        assert len(rows(services)) == 12
        read = [said for said in heard if said.startswith(("SELECT", "\nSELECT"))]
        path = file.path
    assert 0 < len(read) <= 6
    connection = driver.open_bare(path, Access.READ_ONLY)
    plans = [
        str(row[3])
        for said in read
        for row in connection.execute(f"EXPLAIN QUERY PLAN {said}").fetchall()
    ]
    connection.close()
    names = ("o", "complaints", "a", "actions", "b", "r", "p", "promises", "w")
    scans = [step for step in plans if step.startswith("SCAN") and step.split()[1] in names]
    # An index that holds only what is open, or lacks a cause, or is to be checked, is read whole.
    partial = ("ix_complaints_open", "ix_complaints_no_cause", "ix_actions", "ix_complaint_beh")
    assert [step for step in scans if not any(name in step for name in partial)] == []


def test_the_insurer_stays_on_today_until_they_know_also_after_the_answer(
    services: Services, patel: int
) -> None:
    def needed() -> list[TodayCard]:
        cards = services.home.today().cards
        return [card for card in cards if card.code.startswith("complaint_insurer")]

    log(services, patel)
    assert needed() == []
    number = log(services, patel, text="The kettle burned my hand", is_safety=True)
    (card,) = needed()
    assert (card.code, card.group, card.tone) == ("complaint_insurer", TodayGroup.NEEDED, "late")
    assert (card.values["ref"], card.actions[0].item) == ("C-2026-0002", str(number))
    complaints = services.complaints
    complaints.take(number, Action.INVESTIGATE, Given(on=TODAY), RUTH)
    said = Given(on=TODAY, words="no", channel=Channel.POST, letter=True)
    not_agreed = replace(said, finding=Finding.NOT_UPHELD)
    complaints.take(number, Action.DECIDE, not_agreed, RUTH)
    assert len(needed()) == 1
    other = log(services, patel, is_safety=True)
    assert [one.code for one in needed()] == ["complaint_insurer_many"]
    complaints.parts.told_insurer(other, TODAY, "", RUTH)
    complaints.parts.told_insurer(number, None, "Nobody was hurt", RUTH)
    assert needed() == []
