# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""The journalled write: a row and what it was and became reach the file together.

No other code issues INSERT, UPDATE or DELETE. Half-typed forms alone are kept without a row in
the journal.
"""

import json
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import datetime
from functools import cache, lru_cache

from sqlalchemy import (
    ColumnElement,
    Connection,
    Subquery,
    Table,
    cast,
    func,
    insert,
    literal,
    select,
    text,
)
from sqlalchemy.exc import IntegrityError

from servicedesk.domain.errors import Refusal
from servicedesk.store import journal as kept
from servicedesk.store.drafts import drafts
from servicedesk.store.journal import Action, Image
from servicedesk.store.records import CATALOGUE, Catalogue
from servicedesk.store.types import Stored, Words

_NOTE = insert(kept.journal)
_HIGHEST = text("SELECT seq FROM sqlite_sequence WHERE name = :table")
"""The highest number that SQLite ever gave in a table."""

_PIECE = 500
"""Rows whose images one statement reads; SQLite takes more values, but not any number."""

_CLASHES = ("UNIQUE constraint", "FOREIGN KEY constraint")
"""What other rows can forbid; an empty cell or a wrong type is our own bug."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Occasion:
    """What one change is, as each of its rows in the journal says.

    Args:
        use_case: what is done, in a few words.
        who: does it.
        at: when, in UTC.
        reverses: the step that it undoes or redoes, or None.
    """

    use_case: str
    who: str
    at: datetime
    reverses: int | None = None


class Journal:
    """Writes rows of any table inside one transaction, each with its row in the journal.

    Args:
        connection: in a transaction that can write.
        occasion: what the change is.
        catalogue: the tables there are.
    """

    def __init__(
        self, connection: Connection, occasion: Occasion, catalogue: Catalogue = CATALOGUE
    ) -> None:
        self._connection = connection
        self._occasion = occasion
        self._catalogue = catalogue
        self.step: int | None = None
        """Number of this change, once it has written anything."""

    def insert(self, table: Table, values: Mapping[str, object]) -> int:
        """Add a row.

        Args:
            table: where.
            values: by column; columns left out stay empty. An ``id`` is given only to bring a
                removed row back, or where the table draws its own.

        Returns:
            The number of the row.

        Raises:
            Refusal: ``record_clash`` when there is a row that must be the only one of its kind,
                or a row is missing that it points to.
        """
        cells = kept.cells_by_name(table, values)
        with _clashes(table):
            record_id = self._put(table, cells)
        after = kept.image_of_cells({**cells, "id": record_id})
        self._note(table, record_id, Action.INSERT, None, after)
        return record_id

    def _put(self, table: Table, cells: Mapping[str, Stored]) -> int:
        """Write a row; its number, which the file gives where it has none yet."""
        adding = _adding_next if cells["id"] is None else _adding
        row = [cell for name, cell in cells.items() if name != "id" or cell is not None]
        return self._connection.exec_driver_sql(adding(table), tuple(row)).lastrowid

    def insert_many(self, table: Table, rows: Sequence[Mapping[str, object]]) -> range:
        """Add many rows at once, as a list that is brought in needs it.

        Row by row this takes seven times as long; here the file itself writes the images.

        Args:
            table: where; not one that holds bytes.
            rows: by column, as for ``insert``, without an ``id``.

        Returns:
            The numbers of the rows, in their order.

        Raises:
            Refusal: ``record_clash``; nothing of the step may be kept then.
        """
        if not rows:
            return range(0)
        first = 1 + (self._connection.scalar(_HIGHEST, {"table": table.name}) or 0)
        cells = kept.cells_of(table, rows, first)
        with _clashes(table):
            self._connection.exec_driver_sql(_adding(table), cells)
        numbers = range(first, first + len(rows))
        these = table.c.id.between(numbers[0], numbers[-1])
        self._note_many(table, Action.INSERT, these)
        return numbers

    def remove_added(self, table: Table, step: int) -> None:
        """Take away at once all rows that a step added to a table.

        Raises:
            Refusal: ``record_gone`` when one of them is no longer as that step left it, or
                ``record_clash`` while another row points to one of them.
        """
        added = _noted(table, step, Action.INSERT)
        image, row = _image(table), added.join(table, table.c.id == added.c.record_id)
        as_left = select(func.count()).select_from(row).where(image == added.c.after)
        counted = select(func.count()).select_from(added)
        if self._connection.scalar(as_left) != self._connection.scalar(counted):
            raise Refusal("record_gone", record=table.name)
        these = table.c.id.in_(select(added.c.record_id))
        self._note_many(table, Action.REMOVE, these)
        subjects = select(cast(added.c.record_id, Words()))
        self._connection.execute(
            drafts.delete().where(drafts.c.form == table.name, drafts.c.subject.in_(subjects))
        )
        with _clashes(table):
            self._connection.execute(table.delete().where(these))

    def bring_back(self, table: Table, step: int) -> None:
        """Bring back at once all rows that a step took out of a table.

        Raises:
            Refusal: ``record_clash``.
        """
        removed = _noted(table, step, Action.REMOVE)
        cells = [
            func.json_extract(removed.c.before, f"$.{column.name}") for column in table.columns
        ]
        names = [column.name for column in table.columns]
        with _clashes(table):
            self._connection.execute(
                insert(table).from_select(names, select(*cells).order_by(removed.c.record_id))
            )
        self._note_many(table, Action.INSERT, table.c.id.in_(select(removed.c.record_id)))

    def _note_many(self, table: Table, action: Action, these: ColumnElement[bool]) -> None:
        """Note of rows that are in the file that they were added, or are taken away now."""
        values = self._about()
        said = {**values, "action": action, "table_name": table.name}
        columns = [*said, "record_id", "after" if action is Action.INSERT else "before"]
        noted = select(
            *(literal(value, kept.journal.c[name].type) for name, value in said.items()),
            table.c.id,
            _image(table),
        )
        self._connection.execute(
            insert(kept.journal).from_select(columns, noted.where(these).order_by(table.c.id))
        )

    def update(self, table: Table, record_id: int, values: Mapping[str, object]) -> bool:
        """Change a row.

        Args:
            table: where.
            record_id: of the row.
            values: by column, those that are to change.

        Returns:
            Whether anything changed; if not, nothing was written.

        Raises:
            Refusal: ``record_gone``, or ``record_clash`` as for ``insert``.
            TypeError: when rows of the table are never changed.
        """
        self._refuse_history(table)
        before = self.image(table, record_id)
        cells = kept.cells_by_name(table, values)
        wanted = kept.image_of_cells({name: cells[name] for name in values})
        after = {**before, **wanted}
        if after == before:
            return False
        row = (*(cells[name] for name in values), record_id)
        with _clashes(table):
            self._connection.exec_driver_sql(_changing_these(table, tuple(values)), row)
        self._note(table, record_id, Action.UPDATE, before, after)
        return True

    def update_many(self, table: Table, rows: Mapping[int, Mapping[str, object]]) -> list[int]:
        """Change many rows at once, all in the same columns; the file itself writes the images.

        Args:
            table: where; not one that holds bytes.
            rows: by number of the row, then by column, those that are to change.

        Returns:
            The numbers of those that were not so already, in their order.

        Raises:
            Refusal: ``record_gone`` or ``record_clash``; nothing of the step may be kept then.
            TypeError: when rows of the table are never changed.
        """
        if not rows:
            return []
        self._refuse_history(table)
        before = self._written(table, list(rows))
        names = tuple(next(iter(rows.values())))
        cells = ((one, kept.cells_by_name(table, values)) for one, values in rows.items())
        lines = [(*(row[name] for name in names), one) for one, row in cells]
        with _clashes(table):
            self._connection.exec_driver_sql(_changing_these(table, names), lines)
        after = self._written(table, list(rows))
        changed = [one for one in rows if after[one] != before[one]]
        if changed:
            said = {**self._about(), "action": Action.UPDATE, "table_name": table.name}
            rest = ({"record_id": n, "before": before[n], "after": after[n]} for n in changed)
            self._connection.execute(_NOTE, [{**said, **row} for row in rest])
        return changed

    def images(self, table: Table, record_ids: Sequence[int]) -> dict[int, Image]:
        """Many rows as they are now, by number; Refusal ``record_gone`` when one is not there."""
        return {one: json.loads(text) for one, text in self._written(table, record_ids).items()}

    def _written(self, table: Table, record_ids: Sequence[int]) -> dict[int, str]:
        """The images of many rows, as text."""
        found: dict[int, str] = {}
        for start in range(0, len(record_ids), _PIECE):
            these = table.c.id.in_(record_ids[start : start + _PIECE])
            rows = self._connection.execute(select(table.c.id, _image(table)).where(these))
            found.update((number, image) for number, image in rows)
        if len(found) < len(set(record_ids)):
            raise Refusal("record_gone", record=table.name)
        return found

    def remove(self, table: Table, record_id: int) -> None:
        """Take a row away.

        Raises:
            Refusal: ``record_gone``, or ``record_clash`` while another row points to it.
            TypeError: when rows of the table are never removed.
        """
        self._refuse_history(table)
        before = self.image(table, record_id)
        with _clashes(table):
            self._connection.execute(table.delete().where(table.c.id == record_id))
        self._note(table, record_id, Action.REMOVE, before, None)

    def remove_history(self, table: Table, owner: int) -> None:
        """Take away the whole history of a record that goes for good itself.

        Args:
            table: a history, such as that of the days of promises.
            owner: number of the record.
        """
        these = table.c[self._catalogue.record(table).owner_column or ""] == owner
        self._note_many(table, Action.REMOVE, these)
        self._connection.execute(table.delete().where(these))

    def image(self, table: Table, record_id: int) -> Image:
        """The row as it is now.

        Raises:
            Refusal: ``record_gone``.
        """
        image = kept.image_in_file(self._connection, table, record_id)
        if image is None:
            raise Refusal("record_gone", record=table.name)
        return image

    def _refuse_history(self, table: Table) -> None:
        if self._catalogue.record(table).append_only:
            raise TypeError(f"rows of {table.name} are never changed or removed")

    def _note(
        self,
        table: Table,
        record_id: int,
        action: Action,
        before: Image | None,
        after: Image | None,
    ) -> None:
        said = {
            **self._about(),
            "action": action,
            "table_name": table.name,
            "record_id": record_id,
            "before": kept.written(before),
            "after": kept.written(after),
        }
        self._put(kept.journal, kept.cells_by_name(kept.journal, said))

    def _about(self) -> dict[str, object]:
        """What the journal says of this change in each of its rows."""
        if self.step is None:
            self.step = kept.last_step(self._connection) + 1
        return {
            "step": self.step,
            "reverses": self._occasion.reverses,
            "use_case": self._occasion.use_case,
            "who": self._occasion.who,
            "at": self._occasion.at,
        }


def keep_draft(
    connection: Connection, form: str, subject: str, body: str | None, at: datetime
) -> None:
    """Keep a half-typed form in the place of what was kept of it, or drop it.

    Args:
        connection: in a transaction that can write.
        form: which form.
        subject: what the form is about.
        body: what has been typed, or None to drop what was kept.
        at: now, in UTC.
    """
    this_form = (drafts.c.form == form, drafts.c.subject == subject)
    if body is None:
        connection.execute(drafts.delete().where(*this_form))
        return
    typed = {"body": body, "saved_at": at}
    changed = connection.execute(drafts.update().where(*this_form).values(typed))
    if not changed.rowcount:
        connection.execute(insert(drafts), {"form": form, "subject": subject, **typed})


@cache  # to put a statement together takes longer than to run it
def _adding(table: Table) -> str:
    """The statement that adds a row of a table with its number, cells in the order of columns."""
    return str(insert(table).compile(dialect=kept.DIALECT))


@cache
def _adding_next(table: Table) -> str:
    """The same for a row that is given its number."""
    names = [column.name for column in table.columns if column.name != "id"]
    return str(insert(table).compile(dialect=kept.DIALECT, column_keys=names))


@lru_cache(maxsize=512)
def _changing_these(table: Table, names: tuple[str, ...]) -> str:
    """The statement that changes these columns of a row, the number of the row as last value."""
    quoted = kept.DIALECT.identifier_preparer.quote
    changes = ", ".join(f"{quoted(name)} = ?" for name in names)
    return f"UPDATE {quoted(table.name)} SET {changes} WHERE id = ?"


def _image(table: Table) -> ColumnElement[str]:
    """The image of a row, made by the file itself."""
    parts = [part for column in table.columns for part in (literal(column.name), column)]
    return func.json_object(*parts, type_=Words())


def _noted(table: Table, step: int, action: Action) -> Subquery:
    """What a step did to the rows of a table."""
    noted = kept.journal
    return (
        select(noted.c.record_id, noted.c.before, noted.c.after)
        .where(noted.c.step == step, noted.c.table_name == table.name, noted.c.action == action)
        .subquery()
    )


@contextmanager
def _clashes(table: Table) -> Iterator[None]:
    try:
        yield
    except IntegrityError as error:
        if not str(error.orig).startswith(_CLASHES):
            raise
        raise Refusal("record_clash", record=table.name) from error
