# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""A column of a list, and what both kinds of list say about a cell."""

from abc import abstractmethod
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, Qt

from servicedesk.ui.core.tips import plain_tip

AnyIndex = QModelIndex | QPersistentModelIndex
Record = Any
"""Whatever a service returns as one row, such as a card; the columns know what is in it."""

_LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter


@dataclass(frozen=True, slots=True, kw_only=True)
class Column:
    """One column.

    Args:
        title: over it, already translated.
        value: the words in it for a record.
        sort: what it is put in order by for a record, such as a date or a number; None where the
            words themselves are in order.
        align: where the words stand.
        width: in text heights; 0 for what room is left.
    """

    title: str
    value: Callable[[Record], str]
    sort: Callable[[Record], Any] | None = None
    align: Qt.AlignmentFlag = _LEFT
    width: float = 0.0

    @property
    def order_of(self) -> Callable[[Record], Any]:
        """What a record is put in order by in this column."""
        return self.sort or self.value


class RecordModel(QAbstractTableModel):
    """What both models share: titles, words, and one sentence for each row.

    Args:
        columns: from left to right.
        sentence: all that a screen reader says of a record; None for its words, one by one.
        key: by what a record is known again after a reload.
    """

    def __init__(
        self,
        columns: Sequence[Column],
        sentence: Callable[[Record], str] | None,
        key: Callable[[Record], object],
    ) -> None:
        super().__init__()
        self.columns = tuple(columns)
        self._sentence = sentence
        self.key = key

    @abstractmethod
    def record(self, row: int) -> Record:
        """The record of a row."""

    @abstractmethod
    def row_of(self, key: object) -> int:
        """The row of the record with that key; -1 when it is not there."""

    @abstractmethod
    def row_beginning(self, text: str, after: int) -> int:
        """The next row whose first words begin with ``text``; -1 when there is none."""

    def sentence(self, row: int) -> str:
        """What a screen reader says of a row."""
        record = self.record(row)
        if self._sentence is not None:
            return self._sentence(record)
        words = (column.value(record) for column in self.columns)
        return ", ".join(word for word in words if word)

    def columnCount(self, parent: AnyIndex | None = None) -> int:
        """How many columns there are."""
        return 0 if parent is not None and parent.isValid() else len(self.columns)

    def data(self, index: AnyIndex, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Words, their place, and the sentence of the row."""
        if not index.isValid():
            return None
        column = self.columns[index.column()]
        if role == Qt.ItemDataRole.DisplayRole:
            return column.value(self.record(index.row()))
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return self.sentence(index.row())
        if role == Qt.ItemDataRole.ToolTipRole:
            return plain_tip(self.sentence(index.row()))
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return column.align
        return None

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> object:
        """Titles, standing as their columns do."""
        if orientation != Qt.Orientation.Horizontal:
            return None
        if role == Qt.ItemDataRole.DisplayRole:
            return self.columns[section].title
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return self.columns[section].align
        return None
