# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""What saving a complaint gives back, without reading it, is what the file says of it."""

from collections.abc import Iterator
from dataclasses import fields, replace
from datetime import date, datetime, timedelta, timezone
from pathlib import Path

import pytest

from servicedesk.domain.complaints import About, ComplaintDraft, Serious, Track, Wish
from servicedesk.domain.customers import Channel, CustomerDraft
from servicedesk.domain.own_fields import OwnFieldDraft, OwnFieldKind, OwnFieldOn
from servicedesk.services.registry import Services, open_services
from tests.helpers.fakes import FixedClock
from tests.services.around import surroundings
from tests.services.complaints_made import CAME, RUTH, draft
from tests.store.files import new_file, opened

_WHOLE = ComplaintDraft(
    called="a lady in a red coat",
    text="The saw stopped\non the first morning",
    about=tuple(About)[1],
    wishes=(*Wish, *Wish),
    wish_words=" her money back ",
    serious=tuple(Serious)[-1],
    is_safety=True,
    received_at=datetime(2026, 9, 14, 9, 0, 0, 7, tzinfo=timezone(timedelta(hours=1))),
    channel=Channel.PHONE,
    taken_by="Tom",
    handler="Ann",
    job_ref="J 14",
    product="Saw",
    happened_on=date(2026, 9, 12),
    place="the yard",
    staff="Tom",
    amount_pence=4_990,
    is_ongoing=True,
    from_stock=True,
    acting_for="her mother",
    authority_seen_on=date(2026, 9, 14),
    track=Track.DATA_PROTECTION,
    notes="ring after six",
)


@pytest.fixture
def services(tmp_path: Path) -> Iterator[Services]:
    with opened(new_file(tmp_path)) as file:
        yield open_services(file, surroundings(file.path, FixedClock(CAME)))


def saved(services: Services, asked: ComplaintDraft, newcomer: CustomerDraft | None = None) -> None:
    card = services.complaints.log(asked, RUTH, newcomer).card
    kept = services.complaints.get(card.id)
    for one in fields(card):
        assert getattr(card, one.name) == getattr(kept, one.name), one.name
    assert card.draft.received_at.utcoffset() == timedelta(0)


def test_of_nobody_known(services: Services) -> None:
    saved(services, draft())
    saved(services, _WHOLE)


def test_with_own_fields(services: Services) -> None:
    asked = OwnFieldDraft(on=OwnFieldOn.COMPLAINT, name="Van", kind=OwnFieldKind.TEXT, choices=())
    field = services.own_fields.add(asked, RUTH).card
    saved(services, replace(_WHOLE, own={str(field.id): "the blue one"}))


@pytest.mark.parametrize(
    "customer",
    [
        CustomerDraft(name="Vera Ash"),
        CustomerDraft(name="Ash Ltd", is_organisation=True, is_consumer=False, remember="rings"),
        CustomerDraft(name="Zoë", prefers=Channel.EMAIL, is_consumer=True),
    ],
)
def test_of_a_customer(services: Services, customer: CustomerDraft) -> None:
    saved(services, draft(), customer)
    number = services.customers.add(customer, RUTH).card.id
    saved(services, draft(customer_id=number))
