# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""Undo and redo: newest first, never over somebody else's change, nothing lost on the way."""

from datetime import date

import pytest
from sqlalchemy import Column, text

from servicedesk.domain.errors import Refusal, Trouble
from servicedesk.domain.kinds import Kind
from servicedesk.services.undo import STEPS, Undo
from servicedesk.services.unit import Units
from servicedesk.store.attachments import attachments
from servicedesk.store.calendars import closures
from servicedesk.store.customers import customer_visits
from servicedesk.store.engine import DeskFile
from servicedesk.store.facts import all_facts, business_facts
from servicedesk.store.journal import rows_of_step
from servicedesk.store.promises import promise_moves
from servicedesk.store.records import Catalogue, RecordInfo
from servicedesk.store.types import Id, Words
from tests.helpers.fakes import FixedClock


@pytest.fixture
def undo(units: Units) -> Undo:
    return Undo(units)


def facts(units: Units) -> dict[str, str]:
    with units.read() as reading:
        return all_facts(reading)


def add(units: Units, key: str, value: str = "") -> int:
    with units.change(f"add {key}", "Ann") as unit:
        return unit.insert(business_facts, {"key": key, "value": value})


def assert_nothing_to_redo(undo: Undo) -> None:
    with pytest.raises(Refusal) as caught:
        undo.redo("Ann")
    assert caught.value.code == "redo_nothing"


def test_every_kind_of_change_is_taken_back_and_done_again(units: Units, undo: Undo) -> None:
    row = add(units, "name", "one")
    with units.change("rename", "Ann") as unit:
        unit.update(business_facts, row, {"value": "two"})
    with units.change("forget", "Ann") as unit:
        unit.remove(business_facts, row)
    states = [{}, {"name": "two"}, {"name": "one"}, {}]
    for use_case, state in zip(("forget", "rename", "add name"), states[1:], strict=True):
        assert undo.can_undo == use_case
        done = undo.undo("Ann")
        assert (done.use_case, dict(done.changes)) == (use_case, {Kind.BUSINESS: {row}})
        assert facts(units) == state
    assert undo.can_undo is None
    for use_case, state in zip(("add name", "rename", "forget"), states[2::-1], strict=True):
        assert undo.redo("Ann").use_case == use_case
        assert facts(units) == state
    assert_nothing_to_redo(undo)


def test_a_step_of_many_rows_goes_back_as_one(units: Units, undo: Undo) -> None:
    row = add(units, "name", "one")
    with units.change("set up", "Ann") as unit:
        unit.update(business_facts, row, {"value": "two"})
        other = unit.insert(business_facts, {"key": "phone", "value": "1"})
        unit.update(business_facts, other, {"value": "2"})
        unit.remove(business_facts, row)
        shut = unit.insert(
            closures, {"first": date(2026, 1, 1), "last": date(2026, 1, 1), "reason": ""}
        )
    undo.undo("Ann")
    assert facts(units) == {"name": "one"}
    assert undo.redo("Ann").changes == {Kind.BUSINESS: {row, other}, Kind.CLOSURE: {shut}}
    assert facts(units) == {"phone": "2"}


def test_many_changed_rows_go_back_at_once_unless_one_changed_since(
    units: Units, undo: Undo, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("servicedesk.services.undo.MANY", 2)
    rows = [add(units, key, "one") for key in ("a", "b", "c")]
    with units.change("rename", "Ann") as unit:
        unit.update_many(business_facts, {row: {"value": "two"} for row in rows})
        unit.update_many(business_facts, {row: {"value": "two"} for row in rows[:1]})
        unit.update_many(business_facts, {})
        assert unit.changes == {Kind.BUSINESS: set(rows)}
    assert set(facts(units).values()) == {"two"}
    undo.undo("Ann")
    assert set(facts(units).values()) == {"one"}
    undo.redo("Ann")
    assert set(facts(units).values()) == {"two"}
    with units.change("behind its back", "Ann") as unit:
        unit.update(business_facts, rows[1], {"value": "three"})
    undo._done.pop()
    with pytest.raises(Refusal, match="undo_changed"):
        undo.undo("Ann")
    assert sorted(facts(units).values()) == ["three", "two", "two"]


def test_rows_changed_twice_in_a_step_go_back_one_by_one(
    units: Units, undo: Undo, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("servicedesk.services.undo.MANY", 2)
    row = add(units, "name", "one")
    with units.change("rename", "Ann") as unit:
        unit.update(business_facts, row, {"value": "two"})
        unit.update(business_facts, row, {"value": "three"})
    undo.undo("Ann")
    assert facts(units) == {"name": "one"}


def test_many_rows_are_changed_only_where_all_are_there_and_their_own(units: Units) -> None:
    row = add(units, "name", "one")
    with (
        pytest.raises(Refusal, match="record_gone"),
        units.change("rename", "Ann") as unit,
    ):
        unit.update_many(business_facts, {row: {"value": "two"}, row + 7: {"value": "two"}})
    assert facts(units) == {"name": "one"}
    with pytest.raises(TypeError), units.change("rename", "Ann") as unit:
        unit.update_many(customer_visits, {1: {"bought_else": True}})
    with pytest.raises(TypeError), units.change("rename", "Ann") as unit:
        unit.journal.update_many(promise_moves, {1: {"words": "x"}})


def test_nothing_to_take_back(undo: Undo) -> None:
    with pytest.raises(Refusal) as caught:
        undo.undo("Ann")
    assert caught.value.code == "undo_nothing"
    assert_nothing_to_redo(undo)


def test_redo_dies_with_the_next_change(units: Units, undo: Undo) -> None:
    add(units, "name")
    undo.undo("Ann")
    add(units, "phone")
    assert_nothing_to_redo(undo)
    assert undo.can_undo == "add phone"


def test_only_so_many_steps_are_remembered(units: Units, undo: Undo) -> None:
    assert STEPS == 50
    for number in range(STEPS + 2):
        add(units, f"key {number:02}")
    for _ in range(STEPS):
        undo.undo("Ann")
    assert undo.can_undo is None
    assert list(facts(units)) == ["key 00", "key 01"]
    for _ in range(STEPS):
        undo.redo("Ann")
    assert len(facts(units)) == STEPS + 2


def test_an_earlier_start_of_the_program_is_not_undone(units: Units) -> None:
    add(units, "name")
    assert Undo(units).can_undo is None


def test_nothing_is_undone_over_a_barrier(units: Units, undo: Undo) -> None:
    add(units, "name")
    add(units, "phone")
    undo.undo("Ann")
    with units.change("issue letter", "Ann", is_barrier=True) as unit:
        unit.insert(business_facts, {"key": "letters", "value": "1"})
    assert undo.can_undo is None
    assert_nothing_to_redo(undo)
    add(units, "email")
    undo.undo("Ann")
    assert undo.can_undo is None
    assert set(facts(units)) == {"name", "letters"}


@pytest.mark.parametrize(
    "meddle",
    [
        "UPDATE business_facts SET value = 'theirs'",
        "DELETE FROM business_facts",
    ],
)
def test_a_row_that_changed_since_is_not_touched(
    file: DeskFile, units: Units, undo: Undo, meddle: str
) -> None:
    row = add(units, "name", "one")
    with units.change("rename", "Ann") as unit:
        unit.update(business_facts, row, {"value": "two"})
    with file.change() as session:
        session.execute(text(meddle))
    left = facts(units)
    with pytest.raises(Refusal) as caught:
        undo.undo("Ann")
    assert caught.value.code == "undo_changed"
    assert caught.value.params == {"use_case": "rename"}
    assert facts(units) == left
    assert undo.can_undo is None


def test_a_removed_row_does_not_come_back_over_another(
    file: DeskFile, units: Units, undo: Undo
) -> None:
    row = add(units, "name", "one")
    with units.change("forget", "Ann") as unit:
        unit.remove(business_facts, row)
    with file.change() as session:
        session.execute(business_facts.insert(), {"id": row, "key": "name", "value": "theirs"})
    with pytest.raises(Refusal) as caught:
        undo.undo("Ann")
    assert caught.value.code == "undo_changed"
    assert facts(units) == {"name": "theirs"}


def test_a_disk_that_fails_leaves_the_step_to_be_tried_again(
    file: DeskFile, units: Units, undo: Undo
) -> None:
    add(units, "name")
    add(units, "phone")
    undo.undo("Ann")
    with file._bare_writer() as bare:
        bare.execute("PRAGMA query_only = 1")
    for act in (undo.undo, undo.redo):
        with pytest.raises(Trouble):
            act("Ann")
    assert undo.can_undo == "add name"
    with file._bare_writer() as bare:
        bare.execute("PRAGMA query_only = 0")
    undo.redo("Ann")
    add(units, "email")
    assert undo.can_undo == "add email"
    for _ in range(3):
        undo.undo("Ann")
    assert facts(units) == {}


def test_undoing_is_journalled_like_any_change(units: Units, undo: Undo) -> None:
    add(units, "name")
    undo.undo("Ben")
    undo.redo("Cat")
    with units.read() as reading:
        cards = [rows_of_step(reading, step)[0] for step in (1, 2, 3)]
    assert [(card.use_case, card.who, card.reverses) for card in cards] == [
        ("add name", "Ann", None),
        ("add name", "Ben", 1),
        ("add name", "Cat", 2),
    ]


def test_what_is_not_undoable_stays(units: Units, undo: Undo) -> None:
    logo = {"sha256": "x", "name": "logo.png", "size": 1, "media_type": "image/png"}
    with units.change("take in logo", "Ann") as unit:
        unit.insert(attachments, logo)
    assert undo.can_undo is None
    with units.change("choose logo", "Ann") as unit:
        unit.insert(attachments, {**logo, "sha256": "y"})
        unit.insert(business_facts, {"key": "logo", "value": "y"})
    assert undo.undo("Ann").changes == {Kind.BUSINESS: {1}}
    with units.read() as reading:
        assert reading.execute(text("SELECT count(*) FROM attachments")).scalar_one() == 2


@pytest.fixture
def visits(file: DeskFile) -> Catalogue:
    """A catalogue with a history in it, such as the events of a complaint will be."""
    catalogue = Catalogue()
    catalogue.declare(
        "visits",
        Column("note", Words(), nullable=False),
        Column("reverses_id", Id(), nullable=True),
        record=RecordInfo(kind=Kind.BUSINESS, append_only=True, reverses_column="reverses_id"),
    )
    with file.change() as session:
        session.execute(
            text(
                "CREATE TABLE visits (id INTEGER PRIMARY KEY AUTOINCREMENT, "
                "note TEXT NOT NULL, reverses_id INTEGER) STRICT"
            )
        )
    return catalogue


def test_a_history_is_reversed_by_another_row(file: DeskFile, visits: Catalogue) -> None:
    units = Units(file, FixedClock(), visits)
    undo = Undo(units)
    table = visits.table("visits")
    with units.change("note visit", "Ann") as unit:
        unit.insert(table, {"note": "came"})
    undo.undo("Ann")
    undo.redo("Ann")
    with units.read() as reading:
        rows = reading.execute(text("SELECT id, note, reverses_id FROM visits")).all()
    assert [tuple(row) for row in rows] == [(1, "came", None), (2, "came", 1), (3, "came", 2)]


def test_what_the_program_does_by_itself_is_passed_over(units: Units, undo: Undo) -> None:
    add(units, "name", "one")
    add(units, "email", "a@b.example")
    undo.undo("Ann")
    with units.change("come due", "Ann", is_background=True) as unit:
        unit.insert(business_facts, {"key": "phone", "value": "1"})
    assert (undo.can_undo, undo.can_redo) == ("add name", "add email")
    undo.undo("Ann")
    assert facts(units) == {"phone": "1"}
