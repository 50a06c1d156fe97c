# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""Any order of changes, undos and redos leaves the file as a list of states says."""

import tempfile
from contextlib import ExitStack
from pathlib import Path

from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, precondition, rule
from sqlalchemy import select

from servicedesk.services.undo import STEPS, Undo
from servicedesk.services.unit import Units
from servicedesk.store.facts import business_facts
from servicedesk.store.journal import journal, rows_of_step
from tests.helpers.fakes import FixedClock
from tests.store.files import new_file, opened

KEYS = st.sampled_from(["name", "phone", "email", "web"])
VALUES = st.text(st.characters(exclude_categories=["Cs"]), max_size=5)

State = dict[int, tuple[str, str]]


class Desk(RuleBasedStateMachine):
    """A file beside a plain list of what it should hold."""

    def __init__(self) -> None:
        super().__init__()
        self.stack = ExitStack()
        folder = Path(self.stack.enter_context(tempfile.TemporaryDirectory()))
        self.units = Units(self.stack.enter_context(opened(new_file(folder))), FixedClock())
        self.undo = Undo(self.units)
        self.now: State = {}
        self.past: list[State] = []
        self.future: list[State] = []

    def teardown(self) -> None:
        self.stack.close()

    @rule(said=st.lists(st.tuples(KEYS, st.none() | VALUES), min_size=1, max_size=4))
    def change(self, said: list[tuple[str, str | None]]) -> None:
        state = dict(self.now)
        with self.units.change("change", "Ann") as unit:
            for key, value in said:
                row = next((row for row, (found, _) in state.items() if found == key), None)
                if row is None and value is not None:
                    row = unit.insert(business_facts, {"key": key, "value": value})
                    state[row] = (key, value)
                elif row is not None and value is not None:
                    unit.update(business_facts, row, {"value": value})
                    state[row] = (key, value)
                elif row is not None:
                    unit.remove(business_facts, row)
                    del state[row]
            wrote = unit.step is not None
        if wrote:
            self.past.append(self.now)
            self.future.clear()
            self.now = state

    @precondition(lambda self: self.past)
    @rule()
    def take_back(self) -> None:
        self.undo.undo("Ann")
        self.future.append(self.now)
        self.now = self.past.pop()

    @precondition(lambda self: self.future)
    @rule()
    def do_again(self) -> None:
        self.undo.redo("Ann")
        self.past.append(self.now)
        self.now = self.future.pop()

    @invariant()
    def file_is_as_the_list_says(self) -> None:
        with self.units.read() as reading:
            rows = reading.execute(select(business_facts)).all()
        assert {row.id: (row.key, row.value) for row in rows} == self.now
        assert (self.undo.can_undo is None) is (not self.past)
        assert (not self.undo._undone) is (not self.future)
        assert len(self.past) <= STEPS

    @invariant()
    def journal_tells_how_it_came(self) -> None:
        told: dict[int, object] = {}
        with self.units.read() as reading:
            last = reading.scalar(select(journal.c.step).order_by(journal.c.id.desc()).limit(1))
            for step in range(1, (last or 0) + 1):
                for card in reversed(rows_of_step(reading, step)):
                    assert told.get(card.record_id) == card.before
                    told[card.record_id] = card.after
        kept = {row: image for row, image in told.items() if image is not None}
        assert kept == {
            row: {"id": row, "key": key, "value": value} for row, (key, value) in self.now.items()
        }


Desk.TestCase.settings = settings(max_examples=15, stateful_step_count=20, deadline=None)
TestDesk = Desk.TestCase
