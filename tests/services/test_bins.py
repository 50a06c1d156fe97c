# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""The bin as one list: what lies in it, brought back, and emptied in time."""

from collections.abc import Iterator
from datetime import date, timedelta
from pathlib import Path

import pytest

from servicedesk.domain.bins import BIN_DAYS, Binned, bin_limit
from servicedesk.domain.contacts import ContactDraft
from servicedesk.domain.kinds import Kind
from servicedesk.domain.promises import Due, PromiseDraft
from servicedesk.services.registry import Services
from tests.helpers.fakes import FixedClock
from tests.services.customers_made import RUTH, added, shop

TODAY = date(2026, 9, 14)


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
    assert [services.bin.is_old(one) for one in services.bin.all()] == [True, True, False]
    assert services.bin.empty(RUTH).card == 2
    assert [one.kind for one in services.bin.all()] == [Kind.PROMISE]


def test_ninety_days_are_counted_to_the_moment(clock: FixedClock) -> None:
    now = clock.now()
    assert bin_limit(now) == now - timedelta(days=90)
    assert Binned(kind=Kind.CUSTOMER, id=1, title="Tom", detail="", at=now).at == now
