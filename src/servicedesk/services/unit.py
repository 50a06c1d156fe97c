# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""One change: a transaction, a step of the journal, and the set of records it touched."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import datetime
from threading import get_ident
from typing import TYPE_CHECKING, Generic, TypeVar

from sqlalchemy import Connection, Table

from servicedesk.domain.clock import Clock
from servicedesk.domain.kinds import ChangeSet, Kind
from servicedesk.services.journal import Journal, Occasion, keep_draft
from servicedesk.store.engine import DeskFile
from servicedesk.store.journal import records_of_step
from servicedesk.store.records import CATALOGUE, Catalogue
from servicedesk.store.types import Moment

if TYPE_CHECKING:
    from servicedesk.domain.forgetting import ErasureCard
    from servicedesk.store.forgetting import Reached

Reading = Connection
"""What a read or a change gives to query functions; services pass it on and ask it nothing."""


Card = TypeVar("Card")


@dataclass(frozen=True, slots=True, kw_only=True)
class Done(Generic[Card]):
    """What a use case returns.

    Args:
        card: the record as it is now.
        changes: the records that the step touched; empty when there was nothing to do.
    """

    card: Card
    changes: ChangeSet


@dataclass(frozen=True, slots=True, kw_only=True)
class Committed:
    """A change that is in the file.

    Args:
        step: its number in the journal.
        use_case: what was done.
        changes: the records it touched.
        reverses: the step that it undid or redid, or None.
        is_barrier: nothing before it, nor itself, can be undone any more.
        is_undoable: it wrote at least one row that undo reverses.
        is_background: the program did it by itself; undo passes over it.
    """

    step: int
    use_case: str
    changes: ChangeSet
    reverses: int | None
    is_barrier: bool
    is_undoable: bool
    is_background: bool = False


class Unit:
    """The change that is being made. It is of no use once its block has ended.

    Args:
        connection: in the transaction; also what reads inside the change go through.
        occasion: what the change is.
        catalogue: the tables there are.
    """

    def __init__(self, connection: Reading, occasion: Occasion, catalogue: Catalogue) -> None:
        self.connection = connection
        self.occasion = occasion
        self._catalogue = catalogue
        self._journal = Journal(connection, occasion, catalogue)
        self._touched: dict[Kind, set[int]] = {}
        self.is_undoable = False

    @property
    def step(self) -> int | None:
        """Number of this change in the journal; None while it has written nothing there."""
        return self._journal.step

    @property
    def changes(self) -> ChangeSet:
        """The records touched so far; after the block has ended well, by the whole change."""
        return ChangeSet(self._touched)

    @property
    def journal(self) -> Journal:
        """The journalled write itself, for undo."""
        return self._journal

    def insert(self, table: Table, values: Mapping[str, object]) -> int:
        """Add a row and return its number; as ``Journal.insert``."""
        record_id = self._journal.insert(table, values)
        self._touch(table, record_id, self._owned(table, values))
        return record_id

    def insert_many(self, table: Table, rows: Sequence[Mapping[str, object]]) -> range:
        """Add many rows at once and return their numbers; as ``Journal.insert_many``.

        Whoever keeps something beside the tables, such as the search, hears of them as of any
        other change: in ``changes``, when the block has ended.
        """
        numbers = self._journal.insert_many(table, rows)
        owner = self._catalogue.record(table).owner_column
        for number, values in zip(numbers, rows, strict=True):
            self._touch(table, number, frozenset() if owner is None else self._owned(table, values))
        return numbers

    def update(self, table: Table, record_id: int, values: Mapping[str, object]) -> None:
        """Change a row; a row that is so already is left alone. As ``Journal.update``."""
        owners = self._owners(table, record_id)
        if self._journal.update(table, record_id, values):
            self._touch(table, record_id, owners | self._owned(table, values))

    def update_many(self, table: Table, rows: Mapping[int, Mapping[str, object]]) -> None:
        """Change many rows at once, all in the same columns; as ``Journal.update_many``.

        Raises:
            TypeError: for a table whose rows are parts of other records.
        """
        if self._catalogue.record(table).owner_column is not None:
            raise TypeError(f"rows of {table.name} are parts of others: change them one by one")
        for record_id in self._journal.update_many(table, rows):
            self._touch(table, record_id, frozenset())

    def remove(self, table: Table, record_id: int) -> None:
        """Take a row away, and the form about it that is half typed; as ``Journal.remove``."""
        owners = self._owners(table, record_id)
        self._journal.remove(table, record_id)
        self.keep_draft(table.name, None, str(record_id))
        self._touch(table, record_id, owners)

    def remove_history(self, table: Table, owner: int) -> None:
        """Take away the history of a record, which goes next; as ``Journal.remove_history``."""
        self._journal.remove_history(table, owner)

    def remove_added(self, table: Table, step: int) -> None:
        """Take away all rows that a step added to a table; as ``Journal.remove_added``."""
        self._touch_all(table, step)
        self._journal.remove_added(table, step)

    def bring_back(self, table: Table, step: int) -> None:
        """Bring back all rows that a step took out of a table; as ``Journal.bring_back``."""
        self._touch_all(table, step)
        self._journal.bring_back(table, step)

    def forget(self, what: "Reached", card: "ErasureCard", heard_as: Callable[[str], str]) -> None:
        """Take out of the file what belongs to somebody, their history and their drafts too.

        The journal gets a line for the list of the forgotten alone: no image of what was.

        Args:
            what: belongs to them.
            card: the line of the list.
            heard_as: what stands for how they heard of the business.
        """
        from servicedesk.store.erasures import (  # not at start: few ever forget anybody
            also_of,
            erasures,
            forget_rows,
            touched_by,
            values_of_card,
        )

        forget_rows(self.connection, what, card, heard_as)
        for kind, ids in touched_by(self.connection, what, also_of(card)).items():
            self._touched.setdefault(kind, set()).update(ids)
        self.insert(erasures, values_of_card(card))

    def empty_history(self, table: str, ids: Sequence[int]) -> None:
        """Leave nothing of rows in the history but that they were there."""
        from servicedesk.store.forgetting_writing import empty_history  # not at start, as above

        empty_history(self.connection, table, ids)

    def empty_gone(self, before: datetime) -> None:
        """Leave nothing in the history of rows that went before a moment, and stay gone.

        Args:
            before: in UTC, long before this start of the program.
        """
        from servicedesk.store.forgetting_writing import empty_gone  # not at start, as above

        empty_gone(self.connection, Moment().into_file(before))

    def note_forgotten(self, card: "ErasureCard") -> None:
        """Add a line to the list of the forgotten, of one who goes with another."""
        from servicedesk.store.erasures import erasures, values_of_card  # not at start, as above

        self.insert(erasures, values_of_card(card))

    def keep_draft(self, form: str, body: str | None, subject: str = "") -> None:
        """Keep a half-typed form, or drop it. It is the one write that is not journalled.

        Args:
            form: which form.
            body: what has been typed so far, or None to drop what was kept.
            subject: what the form is about, such as the number of a record.
        """
        keep_draft(self.connection, form, subject, body, self.occasion.at)

    def _touch(self, table: Table, record_id: int, owners: frozenset[int]) -> None:
        record = self._catalogue.record(table)
        touched = self._touched.setdefault(record.kind, set())
        touched.update(owners if record.owner_column is not None else {record_id})
        self.is_undoable = self.is_undoable or record.undoable

    def _touch_all(self, table: Table, step: int) -> None:
        record = self._catalogue.record(table)
        found = records_of_step(self.connection, step, table, record.owner_column)
        self._touched.setdefault(record.kind, set()).update(found)
        self.is_undoable = self.is_undoable or record.undoable

    def _owned(self, table: Table, values: Mapping[str, object]) -> frozenset[int]:
        """The record that a row with these values is a part of, as far as they say."""
        owner = values.get(self._catalogue.record(table).owner_column or "")
        return frozenset({owner}) if isinstance(owner, int) else frozenset()

    def _owners(self, table: Table, record_id: int) -> frozenset[int]:
        """The record that a row is a part of now."""
        if self._catalogue.record(table).owner_column is None:
            return frozenset()
        return self._owned(table, self._journal.image(table, record_id))


class Units:
    """Opens changes and reads of one file.

    Args:
        file: that is open.
        clock: tells when a change is made.
        catalogue: the tables there are.
    """

    def __init__(self, file: DeskFile, clock: Clock, catalogue: Catalogue = CATALOGUE) -> None:
        self._file = file
        self._clock = clock
        self._catalogue = catalogue
        self._told: list[Callable[[Committed], None]] = []
        self._finishing: list[Callable[[Reading, ChangeSet], None]] = []
        self._changing: int | None = None
        self._reading: list[int] = []

    @property
    def catalogue(self) -> Catalogue:
        """The tables there are."""
        return self._catalogue

    def tell(self, listener: Callable[[Committed], None]) -> None:
        """Have ``listener`` called after each change that wrote to the journal."""
        self._told.append(listener)

    def finish_with(self, last: Callable[[Reading, ChangeSet], None]) -> None:
        """Have ``last`` called at the end of each change that wrote to the journal.

        It is inside the transaction: what it writes is in the file with the change, or neither.

        Args:
            last: is given the connection and the records that the change touched.
        """
        self._finishing.append(last)

    @contextmanager
    def change(
        self,
        use_case: str,
        who: str,
        *,
        reverses: int | None = None,
        is_barrier: bool = False,
        is_background: bool = False,
    ) -> Iterator[Unit]:
        """Make a change: all of it is in the file when the block ends well, else nothing.

        Args:
            use_case: what is done, in a few words, such as "close complaint".
            who: does it.
            reverses: the step that it undoes or redoes, or None.
            is_barrier: nothing before it can be undone any more.
            is_background: the program does it by itself; undo passes over it.

        Raises:
            Trouble: when the file cannot be written, or is not in its place any more.
            RuntimeError: when this thread is in the middle of another change, or of a read:
                without a write-ahead log a change cannot end before every read has.
        """
        if get_ident() == self._changing or get_ident() in self._reading:
            raise RuntimeError("a change inside a change, or inside a read")
        occasion = Occasion(use_case=use_case, who=who, at=self._clock.now(), reverses=reverses)
        with self._file.change() as connection:
            self._changing = get_ident()
            try:
                unit = Unit(connection, occasion, self._catalogue)
                yield unit
                if unit.step is not None:
                    for last in self._finishing:
                        last(connection, unit.changes)
            finally:
                self._changing = None
        if unit.step is not None:
            done = Committed(
                step=unit.step,
                use_case=use_case,
                changes=unit.changes,
                reverses=reverses,
                is_barrier=is_barrier,
                is_undoable=unit.is_undoable,
                is_background=is_background,
            )
            for listener in self._told:
                listener(done)

    @contextmanager
    def read(self) -> Iterator[Reading]:
        """Read, from a connection that cannot write, the file as it is at this moment.

        Raises:
            Trouble: when the file cannot be read.
        """
        with self._file.read() as connection:
            self._reading.append(get_ident())
            try:
                yield connection
            finally:
                self._reading.remove(get_ident())
