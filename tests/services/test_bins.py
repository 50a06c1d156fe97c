# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""The bin as one list: what lies in it, brought back, and emptied in time."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path

import pytest

from servicedesk.domain.bins import BIN_DAYS, Binned, bin_limit
from servicedesk.domain.contacts import ContactDraft
from servicedesk.domain.errors import Refusal
from servicedesk.domain.feedback import FeedbackDraft
from servicedesk.domain.holds import HoldDraft
from servicedesk.domain.kinds import Kind
from servicedesk.domain.promises import Due, Every, PromiseDraft, PromiseFilter
from servicedesk.domain.promises_repeating import Repeat
from servicedesk.services.registry import Services
from tests.helpers.fakes import FixedClock
from tests.services.customers_made import RUTH, added, shop

TODAY = date(2026, 9, 14)
PROMISE = PromiseDraft(text="mend it", due=Due(day=TODAY), promiser="Ann", made_on=TODAY)


@pytest.fixture
def clock() -> FixedClock:
    return FixedClock()


@pytest.fixture
def services(tmp_path: Path, clock: FixedClock) -> Iterator[Services]:
    with shop(tmp_path, clock) as found:
        yield found


def put_away(services: Services, clock: FixedClock) -> tuple[int, int, int]:
    """A promise, a contact and a customer in the bin, one after the other."""
    tom = added(services, "Tom")
    promise = PromiseDraft(
        customer_id=tom.id, text="ring", due=Due(day=TODAY), promiser="Ann", made_on=TODAY
    )
    made = services.promises.make(promise, RUTH).card
    said = ContactDraft(customer_id=tom.id, text="rang", at=clock.now())
    contact = services.contacts.log(said, RUTH).card
    services.promises.bin([made.id], RUTH)
    clock.advance(minutes=1)
    services.contacts.bin(contact.id, RUTH)
    clock.advance(minutes=1)
    services.customers.bin([tom.id], RUTH)
    return made.id, contact.id, tom.id


def test_the_last_lies_on_top(services: Services, clock: FixedClock) -> None:
    promise, contact, tom = put_away(services, clock)
    assert [(one.kind, one.id, one.title, one.detail) for one in services.bin.all()] == [
        (Kind.CUSTOMER, tom, "Tom", "K-0001"),
        (Kind.CONTACT, contact, "rang", "Tom"),
        (Kind.PROMISE, promise, "ring", "Tom"),
    ]


def test_each_is_brought_back(services: Services, clock: FixedClock) -> None:
    put_away(services, clock)
    for thing in services.bin.all():
        assert services.bin.bring_back(thing, RUTH).changes[thing.kind] == {thing.id}
    assert services.bin.all() == ()
    services.undo.undo(RUTH)
    assert [one.kind for one in services.bin.all()] == [Kind.PROMISE]


def test_what_has_been_there_for_long_goes(services: Services, clock: FixedClock) -> None:
    put_away(services, clock)
    assert services.bin.empty(RUTH).card == 0
    assert not any(map(services.bin.is_old, services.bin.all()))
    clock.advance(days=BIN_DAYS + 1)
    assert all(map(services.bin.is_old, services.bin.all()))
    assert services.bin.empty(RUTH).card == 3
    assert services.bin.all() == ()


def test_what_was_put_there_later_stays(services: Services, clock: FixedClock) -> None:
    put_away(services, clock)
    clock.advance(days=BIN_DAYS - 1)
    late = services.promises.make(PROMISE, RUTH).card
    services.promises.bin([late.id], RUTH)
    clock.advance(days=2)
    assert services.bin.empty(RUTH).card == 3
    assert [(one.kind, one.id) for one in services.bin.all()] == [(Kind.PROMISE, late.id)]


def test_a_promise_goes_with_its_history_and_no_undo_brings_it_back(
    services: Services, clock: FixedClock
) -> None:
    card = services.promises.make(PROMISE, RUTH).card
    other = services.promises.make(PROMISE, RUTH).card
    later = Due(day=TODAY + timedelta(days=9))
    services.promises.move(card.id, later, True, "they asked", RUTH)
    services.promises.move(other.id, later, True, "", RUTH)
    services.record_files.add(Kind.PROMISE, card.id, b"drawing", "drawing.txt", RUTH)
    services.promises.bin([card.id], RUTH)
    clock.advance(days=BIN_DAYS + 1)
    assert services.bin.empty(RUTH).changes[Kind.PROMISE] == {card.id}
    with pytest.raises(Refusal, match="record_gone"):
        services.promises.get(card.id)
    assert services.promises.moves(card.id) == ()
    assert services.record_files.of(Kind.PROMISE, card.id) == ()
    assert len(services.promises.moves(other.id)) == 1
    with pytest.raises(Refusal, match="undo_nothing"):
        services.undo.undo(RUTH)


def test_what_names_it_stays_and_asks_for_nothing(services: Services, clock: FixedClock) -> None:
    asked = ContactDraft(text="can you mend it?", at=clock.now(), next_on=TODAY)
    enquiry = services.contacts.log(asked, RUTH).card
    card = services.contacts.to_promise(enquiry.id, PROMISE, RUTH).card
    services.promises.bin([card.id], RUTH)
    clock.advance(days=BIN_DAYS + 1)
    assert services.bin.empty(RUTH).card == 1
    left = services.contacts.get(enquiry.id)
    assert (left.promise_id, left.answered_on) == (None, TODAY)
    assert services.contacts.enquiries(is_open=True) == ()


def test_one_of_a_series_goes_and_is_not_made_again(services: Services, clock: FixedClock) -> None:
    often = Repeat(every=Every.YEAR, step=1)
    first = services.promises.make_repeating(PROMISE, often, RUTH).card
    services.promises.bin([first.id], RUTH)
    clock.advance(days=BIN_DAYS + 1)
    assert services.bin.empty(RUTH).card == 1
    (left,) = services.promises.lists.ids(PromiseFilter())
    assert services.promises.get(left).due.day == TODAY.replace(year=TODAY.year + 1)
    assert services.promises.bring_repeats(RUTH).card == ()


def held(services: Services, customer_id: int | None, promise_id: int | None = None) -> None:
    hold = HoldDraft(customer_id=customer_id, promise_id=promise_id, reason="court", since=TODAY)
    services.holds.add(hold, RUTH)


def test_a_hold_keeps_all_that_is_theirs_in_the_bin_until_it_is_lifted(
    services: Services, clock: FixedClock
) -> None:
    promise, contact, tom = put_away(services, clock)
    heard = FeedbackDraft(customer_id=tom, text="so kind", given_on=TODAY)
    said = services.feedback.log(heard, RUTH).card
    services.feedback.to_bin([said.id], RUTH)
    held(services, tom)
    clock.advance(days=BIN_DAYS + 1)
    kept = {
        (Kind.CUSTOMER, tom),
        (Kind.PROMISE, promise),
        (Kind.CONTACT, contact),
        (Kind.FEEDBACK, said.id),
    }
    assert services.bin.must_stay() == kept
    assert services.bin.empty(RUTH).card == 0
    assert {(one.kind, one.id) for one in services.bin.all()} == kept
    (hold,) = services.holds.all()
    services.holds.lift(hold.id, "settled", RUTH)
    assert services.bin.must_stay() == frozenset()
    assert services.bin.empty(RUTH).card == 4


def test_a_held_promise_keeps_whose_it_is_and_what_was_said_about_it(
    services: Services, clock: FixedClock
) -> None:
    promise, contact, tom = put_away(services, clock)
    held(services, None, promise)
    clock.advance(days=BIN_DAYS + 1)
    assert services.bin.empty(RUTH).card == 1, "the contact is about something else"
    assert {(one.kind, one.id) for one in services.bin.all()} == {
        (Kind.CUSTOMER, tom),
        (Kind.PROMISE, promise),
    }
    assert contact not in {one.id for one in services.bin.all() if one.kind is Kind.CONTACT}


def test_the_history_of_somebody_who_must_be_kept_stays_as_well(
    services: Services, clock: FixedClock
) -> None:
    ann, bob = added(services, "Ann", phones=("01234 5",)), added(services, "Bob", phones=("999",))
    for card in (ann, bob):
        services.customers.change(card.id, replace(card.draft, reaches=()), RUTH)
    held(services, ann.id)
    clock.advance(days=2 * BIN_DAYS + 9)
    services.bin.empty(RUTH)
    with services.units.read() as reading:
        told = "SELECT before FROM journal WHERE table_name = 'customer_reaches'"
        history = str(reading.exec_driver_sql(told).all())
    assert "01234 5" in history
    assert "999" not in history


def test_ninety_days_are_counted_to_the_moment(clock: FixedClock) -> None:
    now = clock.now()
    assert bin_limit(now) == now - timedelta(days=90)
    assert Binned(kind=Kind.CUSTOMER, id=1, title="Tom", detail="", at=now).at == now
