# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""Names typed wrong: a letter too many, too few, another one, two changed about."""

import json
import random
import string
from pathlib import Path

import pytest

from servicedesk.services.registry import open_services
from tests.helpers.fakes import FixedClock
from tests.helpers.records import put_customer
from tests.services.around import surroundings
from tests.store.files import new_file, opened

TYPOS = 1_000
ENOUGH = 0.95
_ONE_EDIT, _TWO_EDITS = 5, 9
"""Letters of a name from which on it is mistyped in one place, and in two."""


@pytest.fixture
def services(tmp_path):
    with opened(new_file(tmp_path)) as file:
        yield open_services(file, surroundings(file.path, FixedClock()))


def whole_name(form: dict[str, str]) -> str:
    """A name as its owner writes it."""
    parts = [form["given"], form["family"]]
    if form["order"] == "family_first":
        parts.reverse()
    return " ".join(part for part in parts if part)


def letters_of(name: str) -> list[int]:
    """Where letters stand in a name."""
    return [place for place, sign in enumerate(name) if sign.isalpha()]


def mistyped(name: str, edits: int, chance: random.Random) -> str:
    """A name typed wrong in so many places; only letters are hit."""
    signs = list(name)
    for _ in range(edits):
        places = letters_of("".join(signs))
        place = chance.choice(places)
        what = chance.choice(("drop", "add", "change", "turn"))
        letter = chance.choice(string.ascii_lowercase)
        if what == "turn" and place + 1 in places:
            signs[place : place + 2] = signs[place + 1], signs[place]
        elif what == "drop":
            del signs[place]
        elif what == "add":
            signs.insert(place, letter)
        else:
            signs[place] = letter
    return "".join(signs)


def test_mistyped_names_find_their_customers(services, samples: Path):
    forms = json.loads((samples / "names" / "name_forms.json").read_text("utf-8"))
    names = [whole_name(form) for form in forms]
    numbers = {name: put_customer(services.units, name) for name in names}
    chance = random.Random(20261122)
    long_enough = [name for name in names if len(letters_of(name)) >= _ONE_EDIT]
    missed = []
    for _ in range(TYPOS):
        name = chance.choice(long_enough)
        edits = 2 if len(letters_of(name)) >= _TWO_EDITS else 1
        typed = mistyped(name, edits, chance)
        found = [row.id for row in services.search.people(typed)[:5]]
        if numbers[name] not in found:
            missed.append((name, typed))
    assert len(missed) <= TYPOS * (1 - ENOUGH), missed


def test_names_that_are_far_from_what_was_typed_are_not_shown(services):
    put_customer(services.units, "Siobhán O’Neill")
    assert services.search.people("Katarzyna Wojciechowska") == ()
    assert services.search.people("zz") == ()


def test_new_names_and_changed_ones_are_known_at_once(services):
    put_customer(services.units, "Hemant Patel")
    assert [row.shown_name for row in services.search.people("patle")] == ["Hemant Patel"]
    put_customer(services.units, "Aniela Dzwonnik")
    assert [row.shown_name for row in services.search.people("dzwonik")] == ["Aniela Dzwonnik"]
    services.business.save({"trading_name": "Hollins"}, "Ruth")
    assert [row.shown_name for row in services.search.people("dzwonnki")] == ["Aniela Dzwonnik"]


def test_figures_are_not_guessed(services):
    put_customer(services.units, "Hemant Patel", phone="01632 960999")
    assert services.search.people("01632 960998") == ()
