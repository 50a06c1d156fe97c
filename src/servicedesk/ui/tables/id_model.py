# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""The model of a long list: it knows the ids in their order, and fetches what is looked at."""

from collections import OrderedDict
from collections.abc import Callable, Sequence
from operator import attrgetter

from PySide6.QtCore import Qt, Signal

from servicedesk.ui.tables.columns import AnyIndex, Column, Record, RecordModel

PAGE = 100
"""Records that are fetched at once."""

KEPT = 20
"""Pages that are kept; the one that was not looked at for longest goes first."""

Fetch = Callable[[Sequence[int]], Sequence[Record]]
"""The records of these ids, in their order."""


class IdModel(RecordModel):
    """Shows any number of records.

    Signals:
        order_wanted: (column, whether backwards) a title was pressed; whoever knows the ids
            answers with ``set_ids``.

    Args:
        columns: from left to right.
        fetch: reads a page of records.
        sentence: all that a screen reader says of a record; None for its words, one by one.
        key: the id of a record; None for its ``id``.
    """

    order_wanted = Signal(int, bool)

    def __init__(
        self,
        columns: Sequence[Column],
        fetch: Fetch,
        sentence: Callable[[Record], str] | None = None,
        key: Callable[[Record], object] | None = None,
    ) -> None:
        super().__init__(columns, sentence, key or attrgetter("id"))
        self._fetch = fetch
        self._ids: Sequence[int] = ()
        self._pages: OrderedDict[int, Sequence[Record]] = OrderedDict()

    def set_ids(self, ids: Sequence[int]) -> None:
        """Show other records, or the same in another order; nothing is fetched yet."""
        self.beginResetModel()
        self._ids = ids
        self._pages.clear()
        self.endResetModel()

    def forget(self, ids: frozenset[int]) -> None:
        """Fetch these records again when they are next looked at, for they changed."""
        for number in [n for n in self._pages if not ids.isdisjoint(self._ids_of(n))]:
            del self._pages[number]
            first = number * PAGE
            last = min(first + PAGE, len(self._ids)) - 1
            self.dataChanged.emit(self.index(first, 0), self.index(last, len(self.columns) - 1))

    def record(self, row: int) -> Record:
        """The record of a row; its page is fetched when it is not there."""
        number, place = divmod(row, PAGE)
        page = self._pages.get(number)
        if page is None:
            page = self._fetch(self._ids_of(number))
            self._pages[number] = page
            if len(self._pages) > KEPT:
                self._pages.popitem(last=False)
        self._pages.move_to_end(number)
        return page[place]

    def row_of(self, key: object) -> int:
        """The row of that id; -1 when it is not there. Nothing is fetched."""
        try:
            return self._ids.index(key)
        except ValueError:
            return -1

    def row_beginning(self, text: str, after: int) -> int:
        """The next row that begins with ``text`` on the page that is looked at, or -1.

        Whoever looks for more has the search box; reading all records is not worth a keystroke.
        """
        if not self._ids:
            return -1
        wanted, value = text.casefold(), self.columns[0].value
        after = max(0, min(after, len(self._ids) - 1))
        first = after // PAGE * PAGE
        rows = range(first, min(first + PAGE, len(self._ids)))
        ahead = [*range(after, rows.stop), *range(rows.start, min(after, rows.stop))]
        found = (row for row in ahead if value(self.record(row)).casefold().startswith(wanted))
        return next(found, -1)

    def rowCount(self, parent: AnyIndex | None = None) -> int:
        """How many records there are."""
        return 0 if parent is not None and parent.isValid() else len(self._ids)

    def sort(self, column: int, order: Qt.SortOrder = Qt.SortOrder.AscendingOrder) -> None:
        """Ask for another order."""
        if 0 <= column < len(self.columns):
            self.order_wanted.emit(column, order == Qt.SortOrder.DescendingOrder)

    def _ids_of(self, number: int) -> Sequence[int]:
        return self._ids[number * PAGE : (number + 1) * PAGE]
