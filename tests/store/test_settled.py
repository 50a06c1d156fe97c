# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""What is remembered is what the file says: whoever changed it, and whatever came to nothing."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from servicedesk.domain.people import Role
from servicedesk.services.facts import keep_fact, read_facts
from servicedesk.services.unit import Reading, Units
from servicedesk.store.engine import DeskFile
from servicedesk.store.people import all_people, people
from servicedesk.store.settled import settled
from tests.benchmarks.desk import MOMENT
from tests.helpers.fakes import FixedClock
from tests.store.files import new_file, opened

KEY = "trading_name"
TABLES = frozenset({"business_facts"})


@pytest.fixture
def file(tmp_path: Path) -> Iterator[DeskFile]:
    with opened(new_file(tmp_path)) as file:
        yield file


@pytest.fixture
def units(file: DeskFile) -> Units:
    return Units(file, FixedClock(MOMENT))


class Counting:
    """Reads the facts, and counts how often."""

    def __init__(self) -> None:
        self.times = 0

    def of(self, reading: Reading) -> Callable[[], object]:
        def read() -> object:
            self.times += 1
            return self.times

        return lambda: settled(reading, "counted", TABLES, read)


def test_it_is_read_once_while_nothing_changes_it(units: Units) -> None:
    counting = Counting()
    for _ in range(3):
        with units.change("look", "Ann") as unit:
            ask = counting.of(unit.connection)
            assert (ask(), ask()) == (1, 1)
    with units.change("hire", "Ann") as unit:
        unit.insert(people, {"name": "Tom", "role": Role.OWNER})
        unit.keep_draft("charter", "Dear")
        assert counting.of(unit.connection)() == 1


def test_a_change_is_seen_at_once_in_it_and_after_it(units: Units) -> None:
    for name in ("Bright Taps", "Brighter Taps"):
        with units.change("name", "Ann") as unit:
            read_facts(unit.connection)
            keep_fact(unit, KEY, name)
            assert read_facts(unit.connection)[KEY] == name
        for _ in range(3):
            with units.read() as reading:
                assert read_facts(reading)[KEY] == name
        with units.change("look", "Ann") as unit:
            assert read_facts(unit.connection)[KEY] == name


def test_what_came_to_nothing_was_never_so(units: Units) -> None:
    with units.change("name", "Ann") as unit:
        keep_fact(unit, KEY, "Bright Taps")
    with pytest.raises(ZeroDivisionError):
        _come_to_nothing(units)
    with units.change("look", "Ann") as unit:
        assert read_facts(unit.connection)[KEY] == "Bright Taps"
        keep_fact(unit, KEY, "Brighter Taps")  # its row gets the number that came to nothing
    with units.read() as reading:
        assert read_facts(reading)[KEY] == "Brighter Taps"


def _come_to_nothing(units: Units) -> None:
    with units.change("name", "Ann") as unit:
        keep_fact(unit, KEY, "Nobody")
        assert read_facts(unit.connection)[KEY] == "Nobody"
        raise ZeroDivisionError


def test_a_read_sees_the_file_as_it_was_when_it_began(units: Units) -> None:
    with units.change("name", "Ann") as unit:
        keep_fact(unit, KEY, "Bright Taps")
    with units._file.read() as reading:
        assert read_facts(reading)[KEY] == "Bright Taps"
        with units.change("name", "Ann") as unit:
            keep_fact(unit, KEY, "Brighter Taps")
        assert read_facts(reading)[KEY] == "Bright Taps"
    with units.read() as reading:
        assert read_facts(reading)[KEY] == "Brighter Taps"


def test_nobody_changes_what_others_are_given(units: Units) -> None:
    with units.read() as reading:
        read_facts(reading)[KEY] = "Nobody"
        all_people(reading).clear()
        assert read_facts(reading) == {}
