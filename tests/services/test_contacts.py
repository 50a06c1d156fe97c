# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""Contacts and enquiries: noted, changed, answered, promised, put into the bin and back."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from io import BytesIO
from pathlib import Path

import pytest

from servicedesk.domain.contacts import ContactCard, ContactDraft
from servicedesk.domain.customers import Channel, CustomerDraft
from servicedesk.domain.errors import Refusal
from servicedesk.domain.kinds import Kind
from servicedesk.domain.promises import Due, PromiseDraft, PromiseKind
from servicedesk.services.registry import Services, open_services
from tests.helpers.fakes import FixedClock
from tests.services.around import surroundings
from tests.store.files import new_file, opened

RUTH, TOM = "Ruth", "Tom"
NOON = datetime(2026, 9, 14, 11, tzinfo=UTC)
TODAY = date(2026, 9, 14)
WEDNESDAY = date(2026, 9, 16)
RANG = ContactDraft(text="about the saw", at=NOON)
ASKED = replace(RANG, text="how much is a new tap?", next_on=WEDNESDAY)


@pytest.fixture
def services(tmp_path: Path) -> Iterator[Services]:
    with opened(new_file(tmp_path)) as file:
        yield open_services(file, surroundings(file.path, FixedClock(TODAY)))


@pytest.fixture
def patel(services: Services) -> int:
    draft = CustomerDraft(name="Mrs Meena Patel", remember="Rings after six")
    return services.customers.add(draft, RUTH).card.id


def test_a_contact_is_noted_with_whom_and_by_whom(services: Services, patel: int) -> None:
    done = services.contacts.log(replace(RANG, customer_id=patel), RUTH)
    assert done.changes[Kind.CONTACT] == {done.card.id}
    assert done.card == ContactCard(
        id=done.card.id,
        draft=replace(RANG, customer_id=patel, by_whom=RUTH),
        customer_name="Mrs Meena Patel",
        remember="Rings after six",
        written_at=NOON,
    )
    assert services.contacts.get(done.card.id) == done.card


def test_who_spoke_can_be_somebody_else(services: Services) -> None:
    card = services.contacts.log(replace(RANG, by_whom=TOM, channel=Channel.SMS), RUTH).card
    assert (card.draft.by_whom, card.draft.channel) == (TOM, Channel.SMS)
    assert card.customer_name == ""


def test_a_contact_with_somebody_who_is_gone_is_refused(services: Services) -> None:
    with pytest.raises(Refusal, match="record_clash"):
        services.contacts.log(replace(RANG, customer_id=77), RUTH)


def test_a_contact_is_changed_and_that_undone(services: Services, patel: int) -> None:
    card = services.contacts.log(RANG, RUTH).card
    draft = replace(card.draft, customer_id=patel, text="about the drill")
    changed = services.contacts.change(card.id, draft, TOM).card
    assert changed.draft == draft
    services.undo.undo(RUTH)
    assert services.contacts.get(card.id) == card


def test_what_is_gone_cannot_be_changed(services: Services) -> None:
    contacts = services.contacts
    for step in (
        lambda: contacts.get(9),
        lambda: contacts.change(9, RANG, RUTH),
        lambda: contacts.answered(9, TODAY, RUTH),
        lambda: contacts.bin(9, RUTH),
        lambda: contacts.to_promise(9, PromiseDraft(made_on=TODAY), RUTH),
    ):
        with pytest.raises(Refusal, match="record_gone"):
            step()


def test_an_enquiry_waits_until_it_is_answered(services: Services) -> None:
    contacts = services.contacts
    contacts.log(RANG, RUTH)
    second = contacts.log(ASKED, RUTH).card
    first = contacts.log(replace(ASKED, next_on=TODAY), RUTH).card
    assert contacts.enquiries() == (first, second)
    answered = contacts.answered(second.id, TODAY, TOM).card
    assert answered.answered_on == TODAY
    assert contacts.enquiries() == (first,)
    assert contacts.enquiries(is_open=False) == (answered,)
    with pytest.raises(Refusal, match="enquiry_not_open"):
        contacts.answered(second.id, TODAY, TOM)
    services.undo.undo(RUTH)
    assert contacts.enquiries() == (first, second)


def test_an_enquiry_becomes_a_promise_in_one_step(services: Services, patel: int) -> None:
    card = services.contacts.log(replace(ASKED, customer_id=patel), RUTH).card
    draft = PromiseDraft(
        text="quote for a new tap",
        due=Due(day=WEDNESDAY),
        made_on=TODAY,
        kind=PromiseKind.QUOTE,
    )
    done = services.contacts.to_promise(card.id, draft, TOM)
    assert (done.card.draft.customer_id, done.card.draft.promiser) == (patel, TOM)
    assert set(done.changes) == {Kind.CONTACT, Kind.PROMISE}
    asked = services.contacts.get(card.id)
    assert (asked.promise_id, asked.is_open_enquiry) == (done.card.id, False)
    with pytest.raises(Refusal, match="enquiry_not_open"):
        services.contacts.to_promise(card.id, draft, TOM)
    services.undo.undo(RUTH)
    assert services.contacts.enquiries() == (card,)
    with pytest.raises(Refusal, match="record_gone"):
        services.promises.get(done.card.id)


def test_a_promise_of_an_enquiry_may_be_to_somebody_else(services: Services, patel: int) -> None:
    card = services.contacts.log(ASKED, RUTH).card
    draft = PromiseDraft(customer_id=patel, text="ring back", due=Due(day=WEDNESDAY), made_on=TODAY)
    assert services.contacts.to_promise(card.id, draft, RUTH).card.draft.customer_id == patel


def test_the_bin_gives_back_what_it_holds(services: Services) -> None:
    card = services.contacts.log(ASKED, RUTH).card
    binned = services.contacts.bin(card.id, RUTH).card
    assert binned.binned_at == NOON
    assert services.contacts.binned() == (binned,)
    assert services.contacts.enquiries() == ()
    assert services.contacts.bring_back(card.id, RUTH).card == card
    assert services.contacts.binned() == ()


def test_the_bin_is_emptied_of_what_is_old_with_its_files(services: Services) -> None:
    card = services.contacts.log(ASKED, RUTH).card
    services.record_files.add(Kind.CONTACT, card.id, BytesIO(b"a").read(), "a.txt", RUTH)
    services.contacts.bin(card.id, RUTH)
    assert services.contacts.empty_bin(NOON, RUTH).card == 0
    assert services.contacts.empty_bin(NOON + timedelta(days=90), RUTH).card == 1
    assert services.contacts.binned() == ()
    assert services.record_files.of(Kind.CONTACT, card.id) == ()
