# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""What complaints have in common: repeats of one customer, one cause before and after a remedy."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import datetime, timedelta
from pathlib import Path

import pytest

from servicedesk.domain.complaints import About, ComplaintCard
from servicedesk.domain.complaints_asks import Given
from servicedesk.domain.complaints_causes import Cause, Learning
from servicedesk.domain.complaints_stages import Action
from servicedesk.domain.customers import Channel, CustomerDraft
from servicedesk.services.registry import Services, open_services
from tests.helpers.fakes import FixedClock
from tests.services.around import surroundings
from tests.services.complaints_made import CAME, RUTH, draft, logged
from tests.store.files import new_file, opened


@pytest.fixture
def clock() -> FixedClock:
    return FixedClock(CAME)


@pytest.fixture
def services(tmp_path: Path, clock: FixedClock) -> Iterator[Services]:
    with opened(new_file(tmp_path)) as file:
        yield open_services(file, surroundings(file.path, clock))


def test_what_a_customer_complains_of_again_is_a_repeat(
    services: Services, clock: FixedClock
) -> None:
    patel = services.customers.add(CustomerDraft(name="Mrs Patel"), RUTH).card.id
    price = {"customer_id": patel, "about": About.PRICE}

    def came_on(when: datetime) -> ComplaintCard:
        said = replace(draft("The bill is wrong", **price), received_at=when)
        return services.complaints.log(said, RUTH).card

    first = logged(services, **price)
    logged(services, customer_id=patel, about=About.STAFF)
    logged(services, about=About.PRICE)
    withdrawn = logged(services, **price)
    gone = Given(on=CAME.date(), words="by phone", channel=Channel.PHONE)
    services.complaints.take(withdrawn.id, Action.WITHDRAW, gone, RUTH)
    clock.set(CAME + timedelta(days=180))
    again = came_on(CAME + timedelta(days=180))
    clock.set(CAME + timedelta(days=181))
    later = came_on(CAME + timedelta(days=181))
    repeats = services.complaints.lists.repeats
    assert repeats(first.id) == ()
    assert repeats(again.id) == ((first.id, first.ref),)
    assert repeats(later.id) == ((again.id, again.ref),)


def test_a_cause_is_counted_around_what_was_done_about_it(
    services: Services, clock: FixedClock
) -> None:
    for days in (0, 10, 100):
        clock.set(CAME + timedelta(days=days))
        said = replace(draft(), received_at=CAME + timedelta(days=days))
        card = services.complaints.log(said, RUTH).card
        services.complaints.parts.learn(card.id, Learning(causes=(Cause.SLIP,)), RUTH)
    found = services.complaints.lists.effect(Cause.SLIP, CAME.date() + timedelta(days=30))
    assert (found.before, found.after, found.days) == (2, 1, 71)
    assert services.complaints.lists.effect(Cause.SKILL, CAME.date()).after == 0
