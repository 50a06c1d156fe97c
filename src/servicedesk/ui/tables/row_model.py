# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""The model of a short list: all its records are there."""

from collections.abc import Callable, Iterable, Sequence

from PySide6.QtCore import Qt

from servicedesk.ui.tables.columns import AnyIndex, Column, Record, RecordModel


class RowModel(RecordModel):
    """Shows a few records, up to about two thousand.

    Args:
        columns: from left to right.
        rows: the records, in the order in which they are shown until a title is pressed.
        sentence: all that a screen reader says of a record; None for its words, one by one.
        key: by what a record is known again after a reload; None for its ``id``.
    """

    def __init__(
        self,
        columns: Sequence[Column],
        rows: Iterable[Record] = (),
        sentence: Callable[[Record], str] | None = None,
        key: Callable[[Record], object] | None = None,
    ) -> None:
        super().__init__(columns, sentence, key or (lambda record: record.id))
        self._rows = list(rows)
        self._sorted_by: tuple[int, Qt.SortOrder] | None = None

    def set_rows(self, rows: Iterable[Record]) -> None:
        """Show other records; a title that was pressed keeps them in its order."""
        self.beginResetModel()
        self._rows = list(rows)
        self._put_in_order()
        self.endResetModel()

    def record(self, row: int) -> Record:
        """The record of a row."""
        return self._rows[row]

    def row_of(self, key: object) -> int:
        """The row of the record with that key; -1 when it is not there."""
        found = (row for row, record in enumerate(self._rows) if self.key(record) == key)
        return next(found, -1)

    def row_beginning(self, text: str, after: int) -> int:
        """The next row whose first words begin with ``text``, after the last from the top."""
        wanted, value = text.casefold(), self.columns[0].value
        for step in range(len(self._rows)):
            row = (max(after, 0) + step) % len(self._rows)
            if value(self._rows[row]).casefold().startswith(wanted):
                return row
        return -1

    def rowCount(self, parent: AnyIndex | None = None) -> int:
        """How many records there are."""
        return 0 if parent is not None and parent.isValid() else len(self._rows)

    def sort(self, column: int, order: Qt.SortOrder = Qt.SortOrder.AscendingOrder) -> None:
        """Put the records in the order of a column; equal ones stay as they are."""
        if not 0 <= column < len(self.columns):
            return
        self.layoutAboutToBeChanged.emit()
        before = [self.key(record) for record in self._rows]
        self._sorted_by = (column, order)
        self._put_in_order()
        places = {self.key(record): row for row, record in enumerate(self._rows)}
        held = self.persistentIndexList()
        moved = [self.index(places[before[index.row()]], index.column()) for index in held]
        self.changePersistentIndexList(held, moved)
        self.layoutChanged.emit()

    def _put_in_order(self) -> None:
        if self._sorted_by is not None:
            column, order = self._sorted_by
            is_down = order == Qt.SortOrder.DescendingOrder
            self._rows.sort(key=self.columns[column].order_of, reverse=is_down)
