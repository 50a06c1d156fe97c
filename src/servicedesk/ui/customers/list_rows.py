# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""The list of customers on the screen: two lines for each, and a chip where something is late."""

from collections.abc import Callable

from PySide6.QtWidgets import QAbstractItemView, QWidget

from servicedesk.domain.customers import CustomerRow
from servicedesk.ui.core.theme import Theme
from servicedesk.ui.people.two_lines import TwoLineList, TwoLines
from servicedesk.ui.tables.columns import RecordModel

News = Callable[[CustomerRow], tuple[str, str]]
"""What the chip of a row says, and its tone."""


class CustomerRows(TwoLineList):
    """A list whose rows are chosen one by one, or many together.

    Args:
        theme: colours and measures, alive.
        model: with one column.
        name: what a screen reader calls the list.
        news: of each row's chip.
    """

    def __init__(
        self,
        theme: Theme,
        model: RecordModel,
        name: str,
        news: News,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(theme, model, name, lambda row: _lines(row, news), parent)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)

    def chosen_rows(self) -> list[int]:
        """The rows that are chosen, from the top."""
        return sorted(index.row() for index in self.selectionModel().selectedRows())


def _lines(row: CustomerRow, news: News) -> TwoLines:
    parts = (row.place, row.reach, row.remember)
    chip, tone = news(row)
    return TwoLines(
        title=row.shown_name,
        below=" · ".join(part for part in parts if part and part != row.shown_name),
        chip=chip,
        tone=tone or "quiet",
    )
