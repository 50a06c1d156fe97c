# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""People: added, changed, removed, and each of it taken back."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from servicedesk.domain.errors import Refusal
from servicedesk.domain.kinds import Kind
from servicedesk.domain.people import PersonCard, PersonDraft, Role
from servicedesk.services.registry import Services, open_services
from tests.helpers.fakes import FixedClock
from tests.services.around import surroundings
from tests.store.files import new_file, opened

RUTH = "Ruth"


@pytest.fixture
def services(tmp_path: Path) -> Iterator[Services]:
    with opened(new_file(tmp_path)) as file:
        yield open_services(file, surroundings(file.path, FixedClock()))


def test_a_person_is_added_and_changed(services: Services) -> None:
    done = services.people.add(PersonDraft(name=" Tom  Hollins "), RUTH)
    tom = PersonCard(id=done.card.id, name="Tom Hollins", role=Role.STAFF)
    assert done.card == tom
    assert done.changes == {Kind.PERSON: {tom.id}}
    ann = services.people.add(PersonDraft(name="Ann", role=Role.OWNER, stand_in_id=tom.id), RUTH)
    draft = PersonDraft(name="Tom", role=Role.STAND_IN, limit_pence=5000, stand_in_id=ann.card.id)
    changed = services.people.change(tom.id, draft, RUTH).card
    assert changed.draft == draft
    assert services.people.all() == (changed, ann.card)


def test_who_is_removed_stands_in_for_nobody(services: Services) -> None:
    tom = services.people.add(PersonDraft(name="Tom"), RUTH).card
    ann = services.people.add(PersonDraft(name="Ann", stand_in_id=tom.id), RUTH).card
    before = services.people.all()
    assert services.people.remove(tom.id, RUTH).card == tom
    assert services.people.all() == (PersonCard(id=ann.id, name="Ann", role=Role.STAFF),)
    services.undo.undo(RUTH)
    assert services.people.all() == before


def test_one_who_is_gone_cannot_be_changed_or_removed(services: Services) -> None:
    for step in (
        lambda: services.people.change(7, PersonDraft(name="Tom"), RUTH),
        lambda: services.people.remove(7, RUTH),
    ):
        with pytest.raises(Refusal, match="record_gone"):
            step()


def test_a_person_without_a_name_is_not_added(services: Services) -> None:
    with pytest.raises(Refusal) as refused:
        services.people.add(PersonDraft(name=" "), RUTH)
    assert (refused.value.code, refused.value.field) == ("person_needs_name", "name")
    assert services.people.all() == ()
