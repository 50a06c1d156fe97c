# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""Registrations and insurance: added, changed, removed, told before they end."""

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest

from servicedesk.domain.charters_registrations import Registration, registrations_in
from servicedesk.domain.errors import Refusal
from servicedesk.domain.registrations import RegistrationDraft, RegistrationKind
from servicedesk.services.registry import Services, open_services
from tests.helpers.fakes import FixedClock
from tests.services.around import surroundings
from tests.store.files import new_file, opened

RUTH = "Ruth"
GAS = RegistrationDraft(
    kind=RegistrationKind.REGISTRATION,
    body="Gas Safe Register",
    number="123456",
    checked_on=date(2026, 9, 1),
    ends_on=date(2027, 3, 31),
)
COVER = RegistrationDraft(
    kind=RegistrationKind.INSURANCE, body="Harbour Mutual", ends_on=date(2026, 10, 1)
)


@pytest.fixture
def services(tmp_path: Path) -> Iterator[Services]:
    with opened(new_file(tmp_path)) as file:
        yield open_services(file, surroundings(file.path, FixedClock()))


def test_they_are_added_changed_and_removed(services: Services) -> None:
    registrations = services.registrations
    gas = registrations.add(GAS, RUTH).card
    cover = registrations.add(COVER, RUTH).card
    assert registrations.all() == (gas, cover)
    assert gas.draft == GAS
    changed = registrations.change(cover.id, GAS, RUTH).card
    assert changed.draft == GAS
    assert registrations.remove(gas.id, RUTH).card == gas
    assert registrations.all() == (changed,)
    services.undo.undo(RUTH)
    services.undo.undo(RUTH)
    assert registrations.all() == (gas, cover)


def test_what_ends_soon_is_told(services: Services) -> None:
    services.registrations.add(GAS, RUTH)
    cover = services.registrations.add(COVER, RUTH).card
    assert services.registrations.ending() == (cover,)
    assert len(services.registrations.ending(days=400)) == 2


def test_the_charter_is_told_the_same(services: Services) -> None:
    services.registrations.add(GAS, RUTH)
    services.registrations.add(COVER, RUTH)
    assert registrations_in(services.registrations.charter_answer()) == (
        Registration(
            body="Gas Safe Register",
            number="123456",
            checked_on=date(2026, 9, 1),
            ends_on=date(2027, 3, 31),
        ),
    )


def test_one_that_is_gone_cannot_be_changed_or_removed(services: Services) -> None:
    for step in (
        lambda: services.registrations.change(7, GAS, RUTH),
        lambda: services.registrations.remove(7, RUTH),
    ):
        with pytest.raises(Refusal, match="record_gone"):
            step()


def test_one_of_nobody_is_not_added(services: Services) -> None:
    nobody = RegistrationDraft(kind=RegistrationKind.INSURANCE, body="")
    with pytest.raises(Refusal) as refused:
        services.registrations.add(nobody, RUTH)
    assert (refused.value.code, refused.value.field) == ("registration_needs_body", "body")
