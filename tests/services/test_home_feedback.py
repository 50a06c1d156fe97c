# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""Feedback on Today: low marks to be followed up, and whoever waits for an answer."""

from collections.abc import Iterator
from datetime import UTC, date, datetime
from pathlib import Path

import pytest

from servicedesk.domain.errors import Refusal
from servicedesk.domain.kinds import Kind
from servicedesk.domain.today import TodayCard
from servicedesk.domain.today_rows import RowGroup, TodayRow
from servicedesk.services.registry import Services, open_services
from servicedesk.store import driver
from servicedesk.store.driver import Access
from tests.helpers.fakes import FixedClock
from tests.services.around import surroundings
from tests.services.feedback_made import MONDAY, MRS_PATEL, RUTH, draft, logged, marked
from tests.store.files import new_file, opened


@pytest.fixture
def clock() -> FixedClock:
    return FixedClock(datetime(2026, 9, 14, 9, tzinfo=UTC))


@pytest.fixture
def services(tmp_path: Path, clock: FixedClock) -> Iterator[Services]:
    with opened(new_file(tmp_path)) as file:
        yield open_services(file, surroundings(file.path, clock))


def rows(services: Services) -> list[TodayRow]:
    return [row for row in services.home.today().rows if row.item.kind is Kind.FEEDBACK]


def waiting(services: Services) -> list[TodayCard]:
    cards = services.home.today().cards
    return [card for card in cards if card.code.startswith("feedback_to_answer")]


def test_scenario_45_low_marks_with_contact_details_are_rows_of_today(
    services: Services, clock: FixedClock
) -> None:
    patel = services.customers.add(MRS_PATEL, RUTH).card.id
    services.feedback.log(marked(2, customer_id=patel), RUTH)
    services.feedback.log(marked(1, called="Ann", reach="01632 960124"), RUTH)
    services.feedback.log(marked(1), RUTH)
    found = rows(services)
    assert [(row.item.customer, row.group) for row in found] == [
        ("Mrs Patel", RowGroup.COMING),
        ("Ann", RowGroup.COMING),
    ]
    assert found[0].item.due.day == date(2026, 9, 16)
    clock.set(date(2026, 9, 16))
    assert {row.group for row in rows(services)} == {RowGroup.TODAY}
    clock.set(date(2026, 9, 17))
    assert [(row.group, row.days_late) for row in rows(services)] == [(RowGroup.LATE, 1)] * 2
    services.feedback.follow_up(1, MONDAY, "Rang her", RUTH)
    assert [row.item.id for row in rows(services)] == [2]
    services.feedback.to_bin([2], RUTH)
    assert rows(services) == []


def test_a_low_mark_is_put_off_until_a_day_and_comes_back_by_itself(
    services: Services, clock: FixedClock
) -> None:
    card = services.feedback.log(marked(1, reach="01632 960124"), RUTH).card
    calm = services.feedback.log(marked(5, reach="01632 960125"), RUTH).card
    services.feedback.put_off(card.id, date(2026, 9, 17), RUTH)
    assert rows(services) == []
    assert [item.id for item in services.home.today().put_off] == [card.id]
    clock.set(date(2026, 9, 17))
    assert [(row.item.id, row.group) for row in rows(services)] == [(card.id, RowGroup.LATE)]
    services.feedback.put_off(card.id, date(2026, 9, 20), RUTH)
    services.undo.undo(RUTH)
    assert len(rows(services)) == 1
    services.feedback.put_off(card.id, date(2026, 9, 20), RUTH)
    services.feedback.put_off(card.id, None, RUTH)
    assert len(rows(services)) == 1
    for number, until, code in (
        (card.id, date(2026, 9, 17), "feedback_put_off_past"),
        (calm.id, date(2026, 9, 20), "feedback_no_follow_up"),
    ):
        with pytest.raises(Refusal, match=code):
            services.feedback.put_off(number, until, RUTH)
    services.feedback.to_bin([card.id], RUTH)
    with pytest.raises(Refusal, match="feedback_in_bin"):
        services.feedback.put_off(card.id, None, RUTH)


def test_whoever_waits_for_an_answer_waits_on_today(services: Services) -> None:
    assert waiting(services) == []
    first = logged(services, "Open on Sundays", wants_answer=True)
    (card,) = waiting(services)
    assert (card.code, card.values["ref"]) == ("feedback_to_answer", first.ref)
    assert (card.actions[0].room, card.actions[0].item) == ("feedback", str(first.id))
    second = logged(services, "Longer hours", wants_answer=True)
    (card,) = waiting(services)
    assert (card.code, card.values["count"]) == ("feedback_to_answer_many", 2)
    assert (card.actions[0].room, card.actions[0].part) == ("feedback", "to_answer")
    services.feedback.answered(first.id, MONDAY, RUTH)
    services.feedback.make_complaint(second.id, False, RUTH)
    assert waiting(services) == []


def test_today_reads_feedback_in_its_six_statements_and_scans_no_big_table(
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
        services = open_services(file, surroundings(file.path, FixedClock(MONDAY)))
        drafts = [draft("Slow", scores=marked(1).scores, reach="01632 960124")] * 12
        services.feedback.cards.key_in(None, drafts, RUTH)
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
    scans = [step for step in plans if step.startswith("SCAN o ") and "complaint" not in step]
    # An index that holds only what is to be answered or followed up is read whole.
    partial = ("ix_feedback_to_answer", "ix_feedback_to_follow")
    assert [step for step in scans if not any(name in step for name in partial)] == []
