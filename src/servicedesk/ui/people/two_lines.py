# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""A list whose rows have two lines, and a chip of news at the end."""

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFont, QFontMetrics, QKeyEvent, QPainter, QPen
from PySide6.QtWidgets import (
    QHeaderView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from servicedesk.ui.core.theme import Theme
from servicedesk.ui.core.veil import draw_veiled, is_clear
from servicedesk.ui.tables.columns import AnyIndex, Record, RecordModel
from servicedesk.ui.tables.record_list import RecordList
from servicedesk.ui.widgets.marks import Tone, draw_mark

ROW_HIGH = 3.7
"""Height of a row in text heights: two lines and room to breathe."""

_EDGE, _GAP = 0.9, 0.5
_TITLE_SHARE = 62
"""Of the first line in percent: what the title keeps where there is something to remember."""

_CHIP_LEAST = 4
"""Of the words of a chip, in text heights: what it keeps however long the name beside it is."""

_LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
_WALK = {Qt.Key.Key_PageUp, Qt.Key.Key_PageDown}


@dataclass(frozen=True, slots=True, kw_only=True)
class TwoLines:
    """What a row shows.

    Args:
        title: the first line, in bold.
        below: the second one.
        keep: its beginning that is not cut off where the chip can be; "" for none.
        remember: a quiet word at the end of the first line, as far as there is room; "" for none.
        chip: news at the end; "" for none.
        tone: of the chip.
    """

    title: str
    below: str = ""
    keep: str = ""
    remember: str = ""
    chip: str = ""
    tone: str = "quiet"


class TwoLineList(RecordList):
    """Shows a model with one column, two lines for each record.

    Signals:
        leave_wanted: Esc was pressed.

    Args:
        theme: colours and measures, alive.
        model: with one column.
        name: what a screen reader calls the list.
        lines: what the row of a record shows.
    """

    leave_wanted = Signal()

    names_somebody = True

    def __init__(
        self,
        theme: Theme,
        model: RecordModel,
        name: str,
        lines: Callable[[Record], TwoLines],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(theme, model, name, parent)
        self.setObjectName("steps")
        self.setItemDelegate(_Painter(theme, self, lines))
        self.horizontalHeader().hide()
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)

    def step(self, by: int) -> bool:
        """Point at a row above or below; False where there is none.

        While none is marked, the row that would be is the one below.
        """
        is_unmarked = self.currentIndex().isValid() and not self.selectionModel().hasSelection()
        row = self.currentIndex().row() + by - (by > 0 and is_unmarked)
        if not 0 <= row < self.model().rowCount():
            return False
        self._point_at(row)
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
        elif held and event.key() in _WALK:
            event.ignore()
        else:
            super().keyPressEvent(event)


class _Painter(QStyledItemDelegate):
    """Paints a row: a line in bold, one under it, the chip at the end."""

    def __init__(
        self, theme: Theme, view: TwoLineList, lines: Callable[[Record], TwoLines]
    ) -> None:
        super().__init__(view)
        self._theme = theme
        self._view = view
        self._lines = lines
        self._is_veiled = False

    def sizeHint(self, option: QStyleOptionViewItem, index: AnyIndex) -> QSize:
        """All rows are equally high."""
        del option, index
        return QSize(self._theme.em(12), self._theme.em(ROW_HIGH))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: AnyIndex) -> None:
        """Draw it in the colours of the theme."""
        model = index.model()
        if not isinstance(model, RecordModel):
            return
        lines = self._lines(model.record(index.row()))
        self._is_veiled = self._theme.is_veiled and not is_clear(option)
        theme, em, whole = self._theme, self._theme.em, QRect(option.rect)
        is_chosen = bool(option.state & QStyle.StateFlag.State_Selected)
        painter.save()
        painter.setClipRect(whole)
        painter.fillRect(whole, theme.colour("brand_soft" if is_chosen else "band"))
        painter.setPen(QPen(theme.colour("line"), 1))
        painter.drawLine(whole.bottomLeft(), whole.bottomRight())
        if is_chosen:
            bar = QRect(whole)
            bar.setWidth(em(0.25))
            painter.fillRect(bar, theme.colour("brand"))
        inside = whole.adjusted(em(_EDGE), em(0.45), -em(_EDGE), -em(0.45))
        bold = QFont(option.font)
        bold.setBold(True)
        half = inside.height() // 2
        first = QRect(inside.left(), inside.top(), inside.width(), half)
        if lines.remember:
            first.setRight(self._remember(painter, option.font, first, lines, bold))
        self._text(painter, bold, first, lines.title, "ink")
        second = QRect(inside.left(), inside.top() + half, inside.width(), half)
        if lines.chip:
            left = self._chip(painter, option.font, second, lines)
            second.setRight(left - em(_GAP))
        self._text(painter, option.font, second, lines.below, "soft_ink")
        if self._view.hasFocus() and self._view.currentIndex().row() == index.row():
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(theme.colour("focus"), 2))
            painter.drawRoundedRect(QRectF(whole).adjusted(1, 1, -1, -1), 5, 5)
        painter.restore()

    def _text(self, painter: QPainter, font: QFont, place: QRect, text: str, token: str) -> None:
        painter.setFont(font)
        painter.setPen(self._theme.colour(token))
        cut = Qt.TextElideMode.ElideRight
        shown = QFontMetrics(font).elidedText(text, cut, place.width())
        if self._is_veiled:
            draw_veiled(painter, place, lambda to: to.drawText(place, _LEFT, shown))
        else:
            painter.drawText(place, _LEFT, shown)

    def _remember(
        self, painter: QPainter, font: QFont, row: QRect, lines: TwoLines, bold: QFont
    ) -> int:
        """Draw what to remember at the right end of a line; how far the title may go.

        The title keeps the room it needs up to its share; what it leaves is for this.
        """
        gap, metrics = self._theme.em(_GAP), QFontMetrics(font)
        wanted = QFontMetrics(bold).horizontalAdvance(lines.title)
        title = min(wanted, row.width() * _TITLE_SHARE // 100)
        room = row.width() - title - 2 * gap
        wide = min(metrics.horizontalAdvance(lines.remember) + 1, room)
        place = QRect(row.right() - wide, row.top(), wide + 1, row.height())
        self._text(painter, font, place, lines.remember, "soft_ink")
        return place.left() - 2 * gap

    def _chip(self, painter: QPainter, font: QFont, row: QRect, lines: TwoLines) -> int:
        """Draw the chip at the right end of a line; where it begins."""
        em, colour = self._theme.em, self._theme.colour
        ink = colour("soft_ink" if lines.tone == "quiet" else lines.tone)
        ground = colour(f"{lines.tone}_soft")
        bold = QFont(font)
        bold.setBold(True)
        bold.setPointSizeF(font.pointSizeF() * 0.92)
        metrics = QFontMetrics(bold)
        side = round(metrics.height() * 0.75)
        kept = QFontMetrics(font).horizontalAdvance(lines.keep) + em(_GAP) if lines.keep else 0
        around = side + em(1.1)
        room = max(row.width() - kept - around, em(_CHIP_LEAST))
        said = metrics.elidedText(lines.chip, Qt.TextElideMode.ElideRight, room)
        wide = metrics.horizontalAdvance(said) + around
        high = metrics.height() + em(0.15)
        place = QRect(row.right() - wide, row.center().y() - high // 2, wide, high)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(ground)
        painter.drawRoundedRect(place, 6, 6)
        mark = QRectF(place.left() + em(0.4), place.center().y() - side / 2, side, side)
        draw_mark(painter, Tone(lines.tone), mark, ink)
        painter.setPen(ink)
        painter.setFont(bold)
        painter.drawText(place.adjusted(em(0.7) + side, 0, 0, 0), _LEFT, said)
        return place.left()
