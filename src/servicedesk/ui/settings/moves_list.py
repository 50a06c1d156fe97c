# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""Which due dates a change of the calendar moves, by name, before it is saved."""

from collections.abc import Sequence
from datetime import date

from PySide6.QtWidgets import QVBoxLayout, QWidget

from servicedesk.domain.calendars_shifting import DueMove
from servicedesk.ui.core.theme import Theme
from servicedesk.ui.core.theme_sheet import ROW
from servicedesk.ui.settings.records_presenter import list_day
from servicedesk.ui.tables.columns import Column
from servicedesk.ui.tables.record_list import RecordList
from servicedesk.ui.tables.row_model import RowModel
from servicedesk.ui.widgets.text import label

MOST = 200
"""Moves that are named; the others are counted."""

_FEWEST, _IN_SIGHT = 1, 4
"""Lines in sight before the list scrolls by itself."""


class MovesList(QWidget):
    """From which day to which, what, and for whom; hidden while nothing moves.

    Args:
        theme: colours and measures, alive.

    Attributes:
        list: the lines.
    """

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        column = Column(title=self.tr("Due dates that move"), value=self._line, sort=_day_of)
        self._model = RowModel((column,), sentence=self._spoken)
        self.list = RecordList(theme, self._model, self.tr("Due dates that move, list"))
        self.list.horizontalHeader().setStretchLastSection(True)
        self._more = label("", "quiet")
        inside = QVBoxLayout(self)
        inside.setContentsMargins(0, 0, 0, 0)
        inside.addWidget(self.list)
        inside.addWidget(self._more)
        theme.changed.connect(self._measure)
        self.hide()

    def show_moves(self, moves: Sequence[DueMove]) -> None:
        """Name them, the first two hundred; none hides the list."""
        self._model.set_rows(moves[:MOST])
        left = len(moves) - MOST
        self._more.setText(self.tr("and {n} more").format(n=left))
        self._more.setVisible(left > 0)
        self._measure()
        self.setVisible(bool(moves))

    def lines(self) -> list[str]:
        """What is named, line by line."""
        return [self._line(self._model.record(row)) for row in range(self._model.rowCount())]

    def _line(self, move: DueMove) -> str:
        days = self.tr("{before} → {after}").format(
            before=list_day(move.before.day), after=list_day(move.after.day)
        )
        return self._said(move, days)

    def _spoken(self, move: DueMove) -> str:
        days = self.tr("From {before} to {after}").format(
            before=list_day(move.before.day), after=list_day(move.after.day)
        )
        return self._said(move, days)

    def _said(self, move: DueMove, days: str) -> str:
        if not move.customer_name:
            return self.tr("{day}: {text}").format(day=days, text=move.text)
        return self.tr("{day}: {customer}, {text}").format(
            day=days, customer=move.customer_name, text=move.text
        )

    def _measure(self) -> None:
        """As high as its lines, within bounds; less where large letters leave no room."""
        count, em = max(self._model.rowCount(), 1), self._theme.em
        for lines, bound in (
            (min(count, _FEWEST), self.list.setMinimumHeight),
            (min(count, _IN_SIGHT), self.list.setMaximumHeight),
        ):
            bound(em((lines + 1.6) * ROW))


def _day_of(move: DueMove) -> tuple[date, str]:
    return move.before.day, move.customer_name
