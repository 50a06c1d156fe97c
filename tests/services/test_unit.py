# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""One change: all of it or nothing, with what it touched."""

from collections.abc import Callable
from datetime import date
from threading import Thread

import pytest
from sqlalchemy.exc import IntegrityError

from servicedesk.domain.errors import Refusal
from servicedesk.domain.kinds import ChangeSet, Kind
from servicedesk.services.unit import Committed, Units
from servicedesk.store.attachments import attachment_pieces, attachments
from servicedesk.store.calendars import closures, closures_from
from servicedesk.store.drafts import draft_of
from servicedesk.store.engine import DeskFile
from servicedesk.store.facts import all_facts, business_facts, fact_id
from servicedesk.store.journal import last_step, rows_of_step
from tests.helpers.fakes import FixedClock

CLOSED = {"first": date(2026, 12, 24), "last": date(2027, 1, 2), "reason": "Christmas"}


def test_a_change_is_there_for_every_later_read(units: Units) -> None:
    with units.change("name the business", "Ann") as unit:
        row = unit.insert(business_facts, {"key": "name", "value": "Bright Taps"})
        with units.read() as reading:
            assert all_facts(reading) == {}
    assert unit.changes == ChangeSet({Kind.BUSINESS: {row}})
    with units.read() as reading:
        assert all_facts(reading) == {"name": "Bright Taps"}
        assert fact_id(reading, "name") == row
        assert fact_id(reading, "phone") is None


def test_a_change_that_fails_leaves_no_trace(units: Units) -> None:
    told: list[Committed] = []
    units.tell(told.append)

    def fail() -> None:
        with units.change("name the business", "Ann") as unit:
            unit.insert(business_facts, {"key": "name", "value": "x"})
            unit.keep_draft("charter", "half")
            raise KeyError

    with pytest.raises(KeyError):
        fail()
    with units.read() as reading:
        assert all_facts(reading) == {}
        assert draft_of(reading, "charter") is None
        assert last_step(reading) == 0
    assert told == []


def test_a_change_says_what_it_touched(units: Units) -> None:
    told: list[Committed] = []
    units.tell(told.append)
    with units.change("set up", "Ann") as unit:
        assert unit.step is None
        name = unit.insert(business_facts, {"key": "name", "value": "x"})
        gone = unit.insert(business_facts, {"key": "phone", "value": "y"})
        shut = unit.insert(closures, CLOSED)
        unit.update(closures, shut, {"reason": "Christmas"})
        unit.remove(business_facts, gone)
    assert unit.changes == {Kind.BUSINESS: {name, gone}, Kind.CLOSURE: {shut}}
    assert told == [
        Committed(
            step=1,
            use_case="set up",
            changes=unit.changes,
            reverses=None,
            is_barrier=False,
            is_undoable=True,
        )
    ]
    with units.change("nothing", "Ann") as unit:
        unit.update(closures, shut, {"reason": "Christmas"})
    assert unit.changes == ChangeSet()
    assert len(told) == 1


def test_reads_inside_a_change_see_it(units: Units) -> None:
    with units.change("close", "Ann") as unit:
        row = unit.insert(closures, CLOSED)
        assert [card.id for card in closures_from(unit.connection, date(2026, 1, 1))] == [row]


def test_a_change_inside_a_change_is_a_mistake_of_ours(units: Units) -> None:
    with (
        units.change("one", "Ann"),
        pytest.raises(RuntimeError, match="inside"),
        units.change("two", "Ann"),
    ):
        pass
    with units.change("three", "Ann") as unit:
        unit.insert(closures, CLOSED)


def test_a_change_inside_a_read_is_a_mistake_of_ours(units: Units) -> None:
    with (
        units.read(),
        pytest.raises(RuntimeError, match="inside a read"),
        units.change("one", "Ann"),
    ):
        pass
    with units.change("two", "Ann") as unit, units.read():
        unit.insert(closures, CLOSED)


def test_other_threads_may_read_while_one_changes(units: Units) -> None:
    found: list[dict[str, str]] = []

    def look() -> None:
        with units.read() as reading:
            found.append(all_facts(reading))

    def name() -> None:
        with units.change("name", "Ann") as unit:
            unit.insert(business_facts, {"key": "name", "value": "x"})
            run(look)

    with units.read() as reading:
        assert all_facts(reading) == {}
        run(name)
    look()
    assert found == [{}, {"name": "x"}]


def run(act: Callable[[], None]) -> None:
    """Do something in a thread of its own, and wait for it."""
    thread = Thread(target=act)
    thread.start()
    thread.join()


def test_a_row_that_is_gone_is_said_to_be(units: Units) -> None:
    with pytest.raises(Refusal) as caught, units.change("close", "Ann") as unit:
        unit.update(closures, 5, {"reason": ""})
    assert caught.value.code == "record_gone"
    with pytest.raises(Refusal) as caught, units.change("close", "Ann") as unit:
        unit.remove(closures, 5)
    assert caught.value.code == "record_gone"


def test_what_may_be_there_once_is_refused_twice(units: Units) -> None:
    with units.change("name", "Ann") as unit:
        unit.insert(business_facts, {"key": "name", "value": "x"})
        other = unit.insert(business_facts, {"key": "phone", "value": "x"})
    with pytest.raises(Refusal) as caught, units.change("name", "Ann") as unit:
        unit.insert(business_facts, {"key": "name", "value": "y"})
    assert caught.value.code == "record_clash"
    with pytest.raises(Refusal) as caught, units.change("name", "Ann") as unit:
        unit.update(business_facts, other, {"key": "name"})
    assert caught.value.code == "record_clash"


def test_a_row_that_cannot_be_is_a_mistake_of_ours(units: Units) -> None:
    with pytest.raises(IntegrityError, match="NOT NULL"), units.change("close", "Ann") as unit:
        unit.insert(closures, {"first": date(2026, 12, 24)})
    with pytest.raises(IntegrityError, match="NOT NULL"), units.change("close", "Ann") as unit:
        unit.update(closures, unit.insert(closures, CLOSED), {"last": None})


def test_what_others_point_to_stays(units: Units) -> None:
    with units.change("attach", "Ann") as unit:
        logo = {"sha256": "x", "name": "logo.png", "size": 1, "media_type": "image/png"}
        row = unit.insert(attachments, logo)
        unit.insert(attachment_pieces, {"attachment_id": row, "number": 0, "piece": b"x"})
    with pytest.raises(Refusal) as caught, units.change("detach", "Ann") as unit:
        unit.remove(attachments, row)
    assert caught.value.code == "record_clash"


def test_a_draft_is_kept_beside_the_journal(file: DeskFile) -> None:
    told: list[Committed] = []
    clock = FixedClock()
    units = Units(file, clock)
    units.tell(told.append)
    for body in ("Dear", "Dear Mrs Ash"):
        clock.advance(seconds=2)
        with units.change("keep draft", "Ann") as unit:
            unit.keep_draft("charter", body)
            unit.keep_draft("charter", "another", "7")
        assert unit.changes == ChangeSet()
    with units.read() as reading:
        kept = draft_of(reading, "charter")
        assert kept is not None
        assert (kept.body, kept.saved_at) == ("Dear Mrs Ash", clock.now())
        assert reading.exec_driver_sql("SELECT count(*) FROM drafts").scalar_one() == 2
        assert draft_of(reading, "charter", "7") is not None
        assert last_step(reading) == 0
    with units.change("drop draft", "Ann") as unit:
        unit.keep_draft("charter", None)
    with units.read() as reading:
        assert draft_of(reading, "charter") is None
        assert draft_of(reading, "charter", "7") is not None
    assert told == []


def test_saving_costs_few_statements(units: Units, file: DeskFile) -> None:
    with units.change("warm up", "Ann") as unit:
        row = unit.insert(closures, CLOSED)
    said: list[str] = []
    with file._bare_writer() as writer:
        writer.set_trace_callback(lambda statement: said.append(statement.split()[0]))
    with units.change("close", "Ann") as unit:
        unit.insert(closures, CLOSED)
    assert said == ["BEGIN", "INSERT", "SELECT", "INSERT", "COMMIT"]
    said.clear()
    with units.change("close", "Ann") as unit:
        unit.update(closures, row, {"reason": "Easter"})
    assert said == ["BEGIN", "SELECT", "UPDATE", "SELECT", "INSERT", "COMMIT"]
    said.clear()
    with units.change("close", "Ann") as unit:
        unit.remove(closures, row)
        unit.insert(closures, CLOSED)
    expected = "BEGIN SELECT DELETE SELECT INSERT DELETE INSERT INSERT COMMIT"
    assert said == expected.split()


def test_a_number_is_never_used_twice(units: Units) -> None:
    with units.change("close", "Ann") as unit:
        first = unit.insert(closures, CLOSED)
        unit.remove(closures, first)
        assert unit.insert(closures, CLOSED) > first


def test_change_sets_add_up() -> None:
    one = ChangeSet({Kind.CLOSURE: {1, 2}, Kind.BUSINESS: set()})
    other = ChangeSet({Kind.CLOSURE: {3}, Kind.CHARTER: {1}})
    assert Kind.BUSINESS not in one
    assert one | other == {Kind.CLOSURE: {1, 2, 3}, Kind.CHARTER: {1}}
    assert one | ChangeSet() == one
    assert len(one | other) == 2
    assert hash(one) == hash(ChangeSet({Kind.CLOSURE: [2, 1]}))
    assert repr(one) == "ChangeSet(closure: [1, 2])"
    assert not ChangeSet()


def test_the_step_can_be_looked_up(units: Units) -> None:
    with units.change("close", "Ann") as unit:
        unit.insert(closures, CLOSED)
    assert unit.step == 1
    with units.read() as reading:
        assert len(rows_of_step(reading, 1)) == 1
        assert rows_of_step(reading, 2) == ()
