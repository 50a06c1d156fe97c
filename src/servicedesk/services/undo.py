# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""Undo and redo, out of the journal: the changes of this start of the program, newest first.

Undoing is itself a change, journalled like any other, so nothing is ever taken out of the
journal, and redoing is undoing the undo.
"""

from collections import deque
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import groupby

from servicedesk.domain.errors import Refusal
from servicedesk.domain.kinds import ChangeSet
from servicedesk.services.unit import Committed, Unit, Units
from servicedesk.store.journal import (
    Action,
    Image,
    JournalCard,
    counts_of_step,
    rows_of_step,
    values_of,
)
from servicedesk.store.records import RecordInfo

STEPS = 50
"""How many changes can be undone."""

MANY = 500
"""Rows of a step from which on it is reversed table by table: row by row would take minutes."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Reversed:
    """A change that was undone, or done again.

    Args:
        use_case: what it was.
        changes: the records that are different now.
    """

    use_case: str
    changes: ChangeSet


class Undo:
    """Remembers the changes of this start, and takes them back.

    Args:
        units: whose changes are remembered, from now on.
    """

    def __init__(self, units: Units) -> None:
        self._units = units
        self._done: deque[Committed] = deque(maxlen=STEPS)
        self._undone: deque[Committed] = deque(maxlen=STEPS)
        self._reversed_into: deque[Committed] | None = None
        units.tell(self._remember)

    @property
    def can_undo(self) -> str | None:
        """What the next undo takes back, or None when there is nothing."""
        return self._done[-1].use_case if self._done else None

    @property
    def can_redo(self) -> str | None:
        """What the next redo does again, or None when there is nothing."""
        return self._undone[-1].use_case if self._undone else None

    @property
    def undo_size(self) -> int:
        """How many records the next undo touches; of many, it is better taken beside the screen."""
        return _size(self._done)

    @property
    def redo_size(self) -> int:
        """How many records the next redo touches."""
        return _size(self._undone)

    def undo(self, who: str) -> Reversed:
        """Take back the newest change.

        Args:
            who: does so.

        Raises:
            Refusal: ``undo_nothing``, or ``undo_changed`` when a record is no longer as that
                change left it; that change and those before it can then not be undone.
            Trouble: when the file cannot be written.
        """
        if not self._done:
            raise Refusal("undo_nothing")
        return self._reverse(self._done, self._undone, who)

    def redo(self, who: str) -> Reversed:
        """Do again what the newest undo took back.

        Args:
            who: does so.

        Raises:
            Refusal: ``redo_nothing``, or ``undo_changed`` as for ``undo``.
            Trouble: when the file cannot be written.
        """
        if not self._undone:
            raise Refusal("redo_nothing")
        return self._reverse(self._undone, self._done, who)

    def _remember(self, done: Committed) -> None:
        if self._reversed_into is not None:
            self._reversed_into.append(done)
            return
        if done.is_background:
            return
        self._undone.clear()
        if done.is_barrier:
            self._done.clear()
        elif done.is_undoable:
            self._done.append(done)

    def _reverse(self, source: deque[Committed], target: deque[Committed], who: str) -> Reversed:
        wanted = source[-1]
        self._reversed_into = target
        try:
            with self._units.change(wanted.use_case, who, reverses=wanted.step) as unit:
                self._reverse_step(unit, wanted.step)
        except Refusal as refusal:
            source.clear()
            raise Refusal("undo_changed", use_case=wanted.use_case) from refusal
        finally:
            self._reversed_into = None
        source.pop()
        return Reversed(use_case=wanted.use_case, changes=unit.changes)

    def _reverse_step(self, unit: Unit, step: int) -> None:
        """Reverse all that a step wrote; what it added or took away by the hundred, at once."""
        counts = counts_of_step(unit.connection, step)
        catalogue = self._units.catalogue
        names = [table.name for table in catalogue if catalogue.record(table).undoable]
        added, removed = (
            [name for name in names if (name, did) in counts]
            for did in (Action.INSERT, Action.REMOVE)
        )
        has_histories = any(catalogue.record(catalogue.table(name)).append_only for name in added)
        is_long = sum(counts.values()) >= MANY and not has_histories
        if is_long and added and not removed:
            self._reverse_rows(unit, step, Action.UPDATE)
            for name in reversed(added):
                unit.remove_added(catalogue.table(name), step)
        elif is_long and removed and not added:
            for name in removed:
                unit.bring_back(catalogue.table(name), step)
            self._reverse_rows(unit, step, Action.UPDATE)
        else:
            self._reverse_rows(unit, step, None)

    def _reverse_rows(self, unit: Unit, step: int, only: Action | None) -> None:
        rows = rows_of_step(unit.connection, step, only)
        for (name, action), alike in groupby(rows, lambda row: (row.table_name, row.action)):
            found = list(alike)
            if len(found) < MANY or not self._reverse_alike(unit, name, action, found):
                for row in found:
                    self._reverse_row(unit, row)

    def _reverse_alike(
        self, unit: Unit, name: str, action: Action, rows: Sequence[JournalCard]
    ) -> bool:
        """Reverse at once what was done to many rows of one table; False where it cannot be."""
        table = self._units.catalogue.table(name)
        record = self._units.catalogue.record(table)
        reverses = record.reverses_column
        is_history = action is Action.INSERT and reverses is not None
        is_change = action is Action.UPDATE and record.owner_column is None
        ids = [row.record_id for row in rows]
        if not record.undoable or not (is_history or is_change) or len(set(ids)) < len(ids):
            return False
        now = unit.journal.images(table, ids)
        if any(now[row.record_id] != row.after for row in rows):
            raise Refusal("undo_changed", use_case=rows[0].use_case)
        if is_change:
            was = _before_changed(rows)
            unit.update_many(table, {number: values_of(table, was[number]) for number in was})
        else:
            lines = [values_of(table, row.after or {}) for row in rows]
            again = [_reversing(unit, record, line) for line in lines]
            unit.insert_many(table, [{**line, "id": None} for line in again])
        return True

    def _reverse_row(self, unit: Unit, row: JournalCard) -> None:
        table = self._units.catalogue.table(row.table_name)
        record = self._units.catalogue.record(table)
        if not record.undoable:
            return
        if row.after is not None and unit.journal.image(table, row.record_id) != row.after:
            raise Refusal("undo_changed", use_case=row.use_case)
        if row.after is not None and record.reverses_column is not None:
            unit.insert(table, _reversing(unit, record, values_of(table, row.after)))
        elif row.before is None:
            unit.remove(table, row.record_id)
        elif row.after is None:
            unit.insert(table, values_of(table, row.before))
        else:
            unit.update(table, row.record_id, values_of(table, row.before))


def _reversing(unit: Unit, record: RecordInfo, line: dict[str, object]) -> dict[str, object]:
    """The line of a history that takes another one back, without its own number."""
    again = {**line, record.reverses_column or "": line["id"]}
    del again["id"]
    if record.reversing is not None:
        again.update(record.reversing(line, unit.occasion.who, unit.occasion.at))
    return again


def _before_changed(rows: Sequence[JournalCard]) -> dict[int, Image]:
    """What changed rows held before, in the columns that any of them changed, by number."""
    images = [(row.record_id, row.before or {}, row.after or {}) for row in rows]
    names = {name for _, before, after in images for name in before if before[name] != after[name]}
    return {number: {name: before[name] for name in names} for number, before, _ in images}


def _size(steps: deque[Committed]) -> int:
    return sum(map(len, steps[-1].changes.values())) if steps else 0
