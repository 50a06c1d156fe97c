# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""The list of customers on the screen: two lines for each, and a chip where something is late."""

from collections.abc import Callable

from PySide6.QtCore import QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFont, QFontMetrics, QKeyEvent, QPainter, QPen
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHeaderView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from servicedesk.domain.customers import CustomerRow
from servicedesk.ui.core.theme import Theme
from servicedesk.ui.tables.columns import AnyIndex, RecordModel
from servicedesk.ui.tables.record_list import RecordList
from servicedesk.ui.widgets.marks import Tone, draw_mark

ROW_HIGH = 3.7
"""Height of a row in text heights: two lines and room to breathe."""

_EDGE, _GAP = 0.9, 0.5
_WALK = {Qt.Key.Key_PageUp: -1, Qt.Key.Key_PageDown: 1}

News = Callable[[CustomerRow], tuple[str, str]]
"""What the chip of a row says, and its tone."""


class CustomerRows(RecordList):
    """A list whose rows are chosen one by one, or many together.

    Signals:
        leave_wanted: Esc was pressed.

    Args:
        theme: colours and measures, alive.
        model: with one column.
        name: what a screen reader calls the list.
        news: of each row's chip.
    """

    leave_wanted = Signal()

    def __init__(
        self,
        theme: Theme,
        model: RecordModel,
        name: str,
        news: News,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(theme, model, name, parent)
        self.setObjectName("steps")
        self.setItemDelegate(_Painter(theme, self, news))
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.horizontalHeader().hide()
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)

    def chosen_rows(self) -> list[int]:
        """The rows that are chosen, from the top."""
        return sorted(index.row() for index in self.selectionModel().selectedRows())

    def step(self, by: int) -> bool:
        """Point at the row above or below; False where there is none."""
        row = self.currentIndex().row() + by
        model = self.model()
        if not 0 <= row < model.rowCount():
            return False
        self.setCurrentIndex(model.index(row, 0))
        return True

    def _measure(self) -> None:
        high = self._theme.em(ROW_HIGH)
        self.verticalHeader().setMinimumSectionSize(high)
        self.verticalHeader().setDefaultSectionSize(high)
        self.horizontalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Stretch)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc goes back; Ctrl with Page Up and Page Down walks the page."""
        held = event.modifiers() & Qt.KeyboardModifier.ControlModifier
        if event.key() == Qt.Key.Key_Escape:
            self.leave_wanted.emit()
        elif held and Qt.Key(event.key()) in _WALK:
            event.ignore()
        else:
            super().keyPressEvent(event)


class _Painter(QStyledItemDelegate):
    """Paints a row: the name, place and phone under it, the chip at the end."""

    def __init__(self, theme: Theme, view: CustomerRows, news: News) -> None:
        super().__init__(view)
        self._theme = theme
        self._view = view
        self._news = news

    def sizeHint(self, option: QStyleOptionViewItem, index: AnyIndex) -> QSize:
        """All rows are equally high."""
        del option, index
        return QSize(self._theme.em(12), self._theme.em(ROW_HIGH))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: AnyIndex) -> None:
        """Draw it in the colours of the theme."""
        model = index.model()
        if not isinstance(model, RecordModel):
            return
        row: CustomerRow = model.record(index.row())
        theme, em = self._theme, self._theme.em
        painter.save()
        painter.setClipRect(option.rect)
        is_chosen = bool(option.state & QStyle.StateFlag.State_Selected)
        whole = QRect(option.rect)
        painter.fillRect(whole, theme.colour("brand_soft" if is_chosen else "band"))
        painter.setPen(QPen(theme.colour("line"), 1))
        painter.drawLine(whole.bottomLeft(), whole.bottomRight())
        inside = whole.adjusted(em(_EDGE), em(0.45), -em(_EDGE), -em(0.45))
        text, tone = self._news(row)
        if text:
            inside.setRight(self._chip(painter, option.font, inside, text, tone) - em(_GAP))
        self._lines(painter, option.font, inside, row)
        self._ring(painter, whole, index, is_chosen=is_chosen)
        painter.restore()

    def _lines(self, painter: QPainter, font: QFont, inside: QRect, row: CustomerRow) -> None:
        bold = QFont(font)
        bold.setBold(True)
        half = inside.height() // 2
        cut = Qt.TextElideMode.ElideRight
        first = QRect(inside.left(), inside.top(), inside.width(), half)
        second = QRect(inside.left(), inside.top() + half, inside.width(), half)
        left = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
        painter.setFont(bold)
        painter.setPen(self._theme.colour("ink"))
        name = QFontMetrics(bold).elidedText(row.shown_name, cut, first.width())
        painter.drawText(first, left, name)
        painter.setFont(font)
        painter.setPen(self._theme.colour("soft_ink"))
        parts = (row.place, row.reach, row.remember)
        below = " · ".join(part for part in parts if part and part != row.shown_name)
        painter.drawText(second, left, QFontMetrics(font).elidedText(below, cut, second.width()))

    def _chip(self, painter: QPainter, font: QFont, inside: QRect, text: str, tone: str) -> int:
        """Draw the chip at the right; where it begins."""
        em = self._theme.em
        bold = QFont(font)
        bold.setBold(True)
        metrics = QFontMetrics(bold)
        side = round(metrics.height() * 0.8)
        wide = metrics.horizontalAdvance(text) + side + em(1.2)
        high = metrics.height() + em(0.4)
        place = QRect(inside.right() - wide, inside.center().y() - high // 2, wide, high)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self._theme.colour(f"{tone}_soft"))
        painter.drawRoundedRect(place, 6, 6)
        colour = self._theme.colour(tone)
        mark = QRectF(place.left() + em(0.4), place.center().y() - side / 2, side, side)
        draw_mark(painter, Tone(tone), mark, colour)
        painter.setPen(colour)
        painter.setFont(bold)
        words = place.adjusted(em(0.4) + side + em(0.3), 0, 0, 0)
        painter.drawText(words, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter, text)
        return place.left()

    def _ring(self, painter: QPainter, whole: QRect, index: AnyIndex, *, is_chosen: bool) -> None:
        if is_chosen:
            bar = QRect(whole)
            bar.setWidth(self._theme.em(0.25))
            painter.fillRect(bar, self._theme.colour("brand"))
        if self._view.hasFocus() and self._view.currentIndex().row() == index.row():
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(self._theme.colour("focus"), 2))
            painter.drawRoundedRect(QRectF(whole).adjusted(1, 1, -1, -1), 5, 5)
