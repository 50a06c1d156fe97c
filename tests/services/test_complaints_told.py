# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""Any contact with the customer tells them that we have their complaint (domain.md 3.4)."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, date, datetime
from pathlib import Path

import pytest

from servicedesk.domain.complaints import ComplaintCard, Stage
from servicedesk.domain.complaints_asks import Given
from servicedesk.domain.complaints_stages import Action
from servicedesk.domain.contacts import ContactDraft
from servicedesk.domain.customers import Channel
from servicedesk.services.registry import Services, open_services
from tests.helpers.fakes import FixedClock
from tests.services.around import surroundings
from tests.services.complaints_made import CAME, DAY_1, RUTH, logged
from tests.store.files import new_file, opened

NEXT_DAY = datetime(2026, 9, 15, 9, tzinfo=UTC)
LATER = datetime(2026, 9, 15, 15, tzinfo=UTC)
NOTE = ContactDraft(text="Rang her", channel=Channel.PHONE, is_incoming=False, at=NEXT_DAY)


@pytest.fixture
def clock() -> FixedClock:
    return FixedClock(CAME)


@pytest.fixture
def services(tmp_path: Path, clock: FixedClock) -> Iterator[Services]:
    with opened(new_file(tmp_path)) as file:
        yield open_services(file, surroundings(file.path, clock))


@pytest.fixture
def card(services: Services, clock: FixedClock) -> ComplaintCard:
    """One that came yesterday, of which the customer heard nothing yet."""
    card = logged(services)
    clock.set(LATER)
    return card


def told(services: Services, complaint_id: int) -> tuple[Stage, datetime | None]:
    """The stage of a complaint, and when they were told."""
    card = services.complaints.get(complaint_id)
    return card.stage, card.dates.acknowledged_at


def test_a_question_tells_them_that_we_have_it(services: Services, card: ComplaintCard) -> None:
    services.complaints.take(card.id, Action.INVESTIGATE, Given(on=DAY_1), RUTH)
    asked = Given(on=DAY_1, words="Which tap is it?", channel=Channel.PHONE)
    services.complaints.take(card.id, Action.ASK_CUSTOMER, asked, RUTH)
    assert services.complaints.get(card.id).dates.acknowledged_at is not None
    services.complaints.take(card.id, Action.UNDO, Given(on=DAY_1), RUTH)
    assert services.complaints.get(card.id).dates.acknowledged_at is None


def test_more_time_and_how_it_goes_tell_them_too(services: Services, card: ComplaintCard) -> None:
    services.complaints.take(card.id, Action.INVESTIGATE, Given(on=DAY_1), RUTH)
    services.complaints.parts.updated(card.id, DAY_1, RUTH)
    assert services.complaints.get(card.id).dates.acknowledged_at is not None
    other = logged(services)
    services.complaints.take(other.id, Action.INVESTIGATE, Given(on=DAY_1), RUTH)
    longer = Given(on=DAY_1, words="The maker is asked", letter=True)
    services.complaints.take(other.id, Action.EXTEND, longer, RUTH)
    assert services.complaints.get(other.id).dates.acknowledged_at is not None


def test_a_note_that_is_linked_later_counts_from_its_own_moment(
    services: Services, card: ComplaintCard
) -> None:
    note = services.contacts.log(NOTE, RUTH).card
    assert told(services, card.id) == (Stage.RECEIVED, None)
    services.contacts.change(note.id, replace(NOTE, complaint_id=card.id), RUTH)
    assert told(services, card.id) == (Stage.ACKNOWLEDGED, NEXT_DAY)
    services.contacts.change(note.id, NOTE, RUTH)
    assert told(services, card.id) == (Stage.RECEIVED, None)


def test_a_note_in_the_bin_counts_no_more(services: Services, card: ComplaintCard) -> None:
    note = services.contacts.log(replace(NOTE, complaint_id=card.id), RUTH).card
    services.contacts.bin(note.id, RUTH)
    assert told(services, card.id) == (Stage.RECEIVED, None)
    services.contacts.bring_back(note.id, RUTH)
    assert told(services, card.id) == (Stage.ACKNOWLEDGED, NEXT_DAY)


def test_the_next_contact_counts_in_the_place_of_the_one_in_the_bin(
    services: Services, card: ComplaintCard
) -> None:
    first = services.contacts.log(replace(NOTE, complaint_id=card.id), RUTH).card
    services.contacts.log(replace(NOTE, complaint_id=card.id, at=LATER), RUTH)
    services.contacts.bin(first.id, RUTH)
    assert told(services, card.id) == (Stage.ACKNOWLEDGED, LATER)


def test_once_it_is_looked_into_only_the_moment_goes(
    services: Services, card: ComplaintCard
) -> None:
    note = services.contacts.log(replace(NOTE, complaint_id=card.id), RUTH).card
    services.complaints.take(card.id, Action.INVESTIGATE, Given(on=date(2026, 9, 15)), RUTH)
    services.contacts.bin(note.id, RUTH)
    assert told(services, card.id) == (Stage.INVESTIGATING, None)


def test_a_later_note_in_the_bin_changes_nothing(services: Services, card: ComplaintCard) -> None:
    services.contacts.log(replace(NOTE, complaint_id=card.id), RUTH)
    second = services.contacts.log(replace(NOTE, complaint_id=card.id, at=LATER), RUTH).card
    services.contacts.bin(second.id, RUTH)
    assert told(services, card.id) == (Stage.ACKNOWLEDGED, NEXT_DAY)
