# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""Half-typed forms: kept, offered again, dropped, and gone with their record."""

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest

from servicedesk.domain.people import PersonDraft
from servicedesk.services.drafts import Drafts
from servicedesk.services.people import People
from servicedesk.services.undo import Undo
from servicedesk.services.unit import Units
from servicedesk.store.journal import last_step
from tests.helpers.fakes import FixedClock
from tests.store.files import new_file, opened

TYPED = {"name": "Zebra", "first": date(2026, 12, 24), "limit": 5000}


@pytest.fixture
def units(tmp_path: Path) -> Iterator[Units]:
    with opened(new_file(tmp_path)) as file:
        yield Units(file, FixedClock())


def test_a_form_comes_back_as_it_was_last_kept(units: Units) -> None:
    drafts = Drafts(units)
    drafts.keep("people", "", {"name": "Zeb"})
    drafts.keep("people", "", TYPED)
    drafts.keep("people", "7", {"name": "Ann"})
    kept = drafts.kept("people")
    assert kept is not None
    assert kept.values == TYPED
    assert kept.saved_at == FixedClock().now()
    drafts.drop("people")
    assert drafts.kept("people") is None
    assert drafts.kept("people", "7") is not None


def test_typing_is_no_step_that_could_be_undone(units: Units) -> None:
    Drafts(units).keep("people", "", TYPED)
    with units.read() as reading:
        assert last_step(reading) == 0


def test_what_another_version_kept_is_nothing_to_offer(units: Units) -> None:
    with units.change("keep what is typed", "") as unit:
        unit.keep_draft("people", "name=Zebra")
    assert Drafts(units).kept("people") is None


@pytest.mark.parametrize("by", ["removing", "undoing"])
def test_a_record_that_goes_takes_its_half_typed_form_along(units: Units, by: str) -> None:
    drafts, people, undo = Drafts(units), People(units), Undo(units)
    ann, tom = (people.add(PersonDraft(name=name), "Ann").card for name in ("Ann", "Tom"))
    for person in (ann, tom):
        drafts.keep("people", str(person.id), {"name": "Zebra"})
    if by == "removing":
        people.remove(tom.id, "Ann")
    else:
        undo.undo("Ann")
    assert drafts.kept("people", str(tom.id)) is None
    assert drafts.kept("people", str(ann.id)) is not None
