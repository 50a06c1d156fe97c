# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""The index of the search says what the records say, whatever was done to them."""

import random
from collections.abc import Iterator
from pathlib import Path

import pytest
from sqlalchemy import Connection

from servicedesk.domain.kinds import Kind
from servicedesk.services.search_keeping import SearchKeeping
from servicedesk.services.unit import Units
from servicedesk.store import driver, search_index
from servicedesk.store.contacts import contacts
from servicedesk.store.customers import customer_reaches, customers
from servicedesk.store.driver import Access
from servicedesk.store.engine import DeskFile
from servicedesk.store.search_finding import begun, inside
from tests.helpers.fakes import FixedClock
from tests.helpers.records import DAY, customer_values, put_contact, put_customer, put_promise
from tests.store.files import new_file, opened


@pytest.fixture
def file(tmp_path: Path) -> Iterator[DeskFile]:
    with opened(new_file(tmp_path)) as found:
        yield found


@pytest.fixture
def units(file: DeskFile) -> Units:
    found = Units(file, FixedClock(DAY))
    SearchKeeping(found)
    return found


def held(connection: Connection) -> dict[str, list[tuple[object, ...]]]:
    """All that the index holds, and every word of it with where it stands."""
    for index in ("words", "parts"):
        connection.exec_driver_sql(
            f"CREATE VIRTUAL TABLE IF NOT EXISTS temp.look_{index} "
            f"USING fts5vocab(main, search_{index}, instance)"
        )
    asked = {
        "docs": "SELECT id, title, text FROM search_docs ORDER BY id",
        "words": "SELECT term, doc, col FROM temp.look_words ORDER BY 1, 2, 3",
        "parts": "SELECT DISTINCT term, doc FROM temp.look_parts ORDER BY 1, 2",
    }
    return {
        name: [tuple(row) for row in connection.exec_driver_sql(statement)]
        for name, statement in asked.items()
    }


def numbers(file: DeskFile) -> list[int]:
    """The rows that the index has."""
    with file.read() as reading:
        rows = reading.exec_driver_sql("SELECT id FROM search_docs ORDER BY id")
        return list(rows.scalars())


def check(file: DeskFile) -> None:
    """See that the index is what it would be if it were made anew, and whole in itself."""
    with file.change() as connection:
        kept = held(connection)
        for table in ("search_words", "search_parts"):
            connection.exec_driver_sql(f"INSERT INTO {table}({table}) VALUES ('integrity-check')")
        search_index.make_anew(connection)
        assert kept == held(connection)


def test_it_stays_what_it_would_be_if_it_were_made_anew(units: Units, file: DeskFile) -> None:
    chance = random.Random(4)
    names = ["Ann Hill", "Łucja Patel-Jones", "Zoë O’Neill", "Bo", "欣 武"]
    made = [put_customer(units, chance.choice(names), phone="07700 900123") for _ in range(6)]
    for _ in range(60):
        who = chance.choice(made)
        what = chance.randrange(5)
        if what == 0:
            put_promise(units, who, chance.choice(["ring back", "bring the part", ""]))
        elif what == 1:
            put_contact(units, who, chance.choice(["asked", "rang twice", ""]))
        else:
            with units.change("change", "Ann") as unit:
                if what == 2:
                    unit.update(customers, who, {"name": chance.choice(names)})
                elif what == 3:
                    gone = chance.choice([None, FixedClock(DAY).now()])
                    unit.update(customers, who, {"binned_at": gone})
                else:
                    unit.update(customer_reaches, who, {"normal": chance.choice(["1", "+442"])})
    check(file)


def test_nothing_is_left_in_the_file_of_what_was_taken_out(
    units: Units, file: DeskFile, tmp_path: Path
) -> None:
    made = put_customer(units, "Quetzalcoatl Xylophone")
    with units.change("change", "Ann") as unit:
        unit.update(customers, made, {"name": "Bo", "shown_name": "Bo", "sort_key": "bo"})
    with file.change() as connection:
        connection.exec_driver_sql("DELETE FROM journal")
        raw = [
            bytes(row[0])
            for index in ("words", "parts")
            for row in connection.exec_driver_sql(f"SELECT block FROM search_{index}_data")
        ]
    assert not [block for block in raw if b"uetzal" in block or b"xyl" in block]


def test_a_record_without_words_has_no_row(units: Units, file: DeskFile) -> None:
    made = put_contact(units, None, "-")
    assert numbers(file) == [0]
    with units.change("change", "Ann") as unit:
        unit.update(contacts, made, {"text": "rang"})
    assert numbers(file) == [0, search_index.row_of(Kind.CONTACT, made)]


def test_no_question_walks_through_all_records(units: Units, file: DeskFile) -> None:
    put_customer(units, "Ann Hill")
    said: list[str] = []
    with file.read() as reading:
        raw = reading.connection.driver_connection
        raw.set_trace_callback(said.append)
        begun(reading, (Kind.CUSTOMER, Kind.PROMISE), '"ann"*', 51)
        inside(reading, (Kind.CUSTOMER,), ("ann",), ("h",), 51)
        raw.set_trace_callback(None)
        plans = [
            row[3]
            for statement in said
            if "search_" in statement and "MATCH" in statement
            for row in raw.execute(f"EXPLAIN QUERY PLAN {statement}").fetchall()
        ]
    walks = [step for step in plans if step.startswith("SCAN search")]
    assert walks
    assert all("VIRTUAL TABLE INDEX" in step and "INDEX 0:" not in step for step in walks)


def test_damage_is_looked_for_in_a_file_that_may_only_be_read(units: Units, file: DeskFile) -> None:
    put_customer(units, "Ann Hill")
    file.checkpoint()
    for access in (Access.READ_ONLY, Access.READ_WRITE):
        connection = driver.open_bare(file.path, access)
        connection.execute("PRAGMA query_only = 1")
        assert driver.find_damage(connection, thorough=True) is None
        assert driver.count_rows(connection)["search_docs"] == 2
        connection.close()


@pytest.mark.parametrize("share", [20, 1], ids=["of few", "of very many"])
def test_a_step_that_changes_many_makes_the_indexes_anew(
    units: Units, file: DeskFile, monkeypatch: pytest.MonkeyPatch, share: int
) -> None:
    monkeypatch.setattr(search_index, "MANY", 3)
    monkeypatch.setattr(search_index, "_SHARE", share)
    made = [put_customer(units, f"Ann Hill{number}") for number in range(6)]
    check(file)
    for gone in (FixedClock(DAY).now(), None):
        with units.change("bin", "Ann") as unit:
            for one in made:
                unit.update(customers, one, {"binned_at": gone})
        check(file)
    rows = [customer_values(f"Bo Roe{number}", f"K-1{number}") for number in range(6)]
    with units.change("bring in", "Ann") as unit:
        unit.insert_many(customers, rows)
    check(file)
    with file.read() as reading:
        assert len(begun(reading, (Kind.CUSTOMER,), '"roe"* OR "ann"*', 51)[Kind.CUSTOMER]) == 12
