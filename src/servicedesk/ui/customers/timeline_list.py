# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""What happened with a customer, entry by entry: any number of them, painted as they are seen.

The list is as high as its entries and scrolls with the page that it stands on; the page asks for
more entries before their end comes in sight.
"""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QAbstractListModel, QModelIndex, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFont, QFontMetrics, QKeyEvent, QPainter, QPen, QWheelEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QFrame,
    QListView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from servicedesk.domain.timeline import TimelineChip, TimelineEntry
from servicedesk.ui.core.theme import Theme
from servicedesk.ui.core.tips import plain_tip
from servicedesk.ui.tables.columns import AnyIndex
from servicedesk.ui.widgets.marks import Tone, draw_mark

ROW_HIGH = 3.6
"""Height of an entry in text heights: two lines and room to breathe."""

_DAY, _ICON = 6.6, 2.2
_NARROW = 34
"""Below this width, in text heights, the day stands before the words of the second line."""

_ICONS = {
    TimelineChip.PROMISES: "badge-check",
    TimelineChip.COMPLAINTS: "message-square-warning",
    TimelineChip.FEEDBACK: "message-square-heart",
    TimelineChip.CONTACTS: "user",
    TimelineChip.LETTERS: "scroll-text",
    TimelineChip.VISITS: "store",
    TimelineChip.FILES: "archive",
}


class TimelineModel(QAbstractListModel):
    """Entries, the newest first.

    Args:
        sentence: what a screen reader says of an entry.
    """

    def __init__(self, sentence: Callable[[TimelineEntry], str]) -> None:
        super().__init__()
        self._sentence = sentence
        self._entries: tuple[TimelineEntry, ...] = ()

    def show(self, entries: tuple[TimelineEntry, ...]) -> None:
        """Show other entries; where more have come to those that were there, they are added."""
        before = len(self._entries)
        if before and entries[:before] == self._entries and len(entries) > before:
            self.beginInsertRows(QModelIndex(), before, len(entries) - 1)
            self._entries = entries
            self.endInsertRows()
            return
        self.beginResetModel()
        self._entries = entries
        self.endResetModel()

    def entry(self, row: int) -> TimelineEntry:
        """The entry of a row."""
        return self._entries[row]

    def entries(self) -> Sequence[TimelineEntry]:
        """All that are shown."""
        return self._entries

    def rowCount(self, parent: AnyIndex | None = None) -> int:
        """How many entries there are."""
        return 0 if parent is not None and parent.isValid() else len(self._entries)

    def data(self, index: AnyIndex, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """The title, and the sentence of the whole entry."""
        if not index.isValid():
            return None
        entry = self._entries[index.row()]
        if role == Qt.ItemDataRole.DisplayRole:
            return entry.title
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return self._sentence(entry)
        if role == Qt.ItemDataRole.ToolTipRole:
            return plain_tip(self._sentence(entry))
        return None


class TimelineList(QListView):
    """Shows the entries.

    Signals:
        opened: (TimelineEntry) Enter was pressed on it, or it was double-clicked.
        pointed: (QRect) the entry there, in the list's own pixels, is pointed at now.

    Args:
        theme: colours and measures, alive.
        model: the entries.
        name: what a screen reader calls the list.
        day: writes a day.
    """

    opened = Signal(object)
    pointed = Signal(QRect)

    def __init__(
        self,
        theme: Theme,
        model: TimelineModel,
        name: str,
        day: "Callable[..., str]",
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._theme = theme
        self._entries = model
        self.setObjectName("steps")
        self.setAccessibleName(name)
        self.setModel(model)
        self.setUniformItemSizes(True)
        self.setItemDelegate(_Painter(theme, self, day))
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setAutoScroll(False)
        for signal in (model.modelReset, model.rowsInserted, theme.changed):
            signal.connect(self._measure)
        self.doubleClicked.connect(lambda index: self.opened.emit(model.entry(index.row())))
        self._measure()

    def _measure(self) -> None:
        """As high as all entries together."""
        high = self._theme.em(ROW_HIGH)
        self.setFixedHeight(max(1, self._entries.rowCount()) * high + 4)

    def currentChanged(self, current: AnyIndex, previous: AnyIndex) -> None:
        """Tell where the entry stands, so that the page can bring it in sight."""
        super().currentChanged(current, previous)
        if current.isValid() and self.hasFocus():
            self.pointed.emit(self.visualRect(current))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter opens; what goes by the page is the page's."""
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            if self.currentIndex().isValid() and not event.modifiers():
                self.opened.emit(self._entries.entry(self.currentIndex().row()))
                return
            event.ignore()
        elif event.key() in {Qt.Key.Key_PageUp, Qt.Key.Key_PageDown, Qt.Key.Key_Escape}:
            event.ignore()
        else:
            super().keyPressEvent(event)

    def wheelEvent(self, event: QWheelEvent) -> None:
        """The page scrolls, not the list."""
        event.ignore()


class _Painter(QStyledItemDelegate):
    """Paints an entry: the day, its sign, the title with its chip, the detail under it."""

    def __init__(self, theme: Theme, view: TimelineList, day: "Callable[..., str]") -> None:
        super().__init__(view)
        self._theme = theme
        self._view = view
        self._day = day

    def sizeHint(self, option: QStyleOptionViewItem, index: AnyIndex) -> QSize:
        """All entries are equally high."""
        del option, index
        return QSize(self._theme.em(12), self._theme.em(ROW_HIGH))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: AnyIndex) -> None:
        """Draw it in the colours of the theme."""
        model = index.model()
        if not isinstance(model, TimelineModel):
            return
        entry = model.entry(index.row())
        theme, em = self._theme, self._theme.em
        painter.save()
        whole = QRect(option.rect)
        painter.setClipRect(whole)
        is_chosen = bool(option.state & QStyle.StateFlag.State_Selected)
        has_focus = self._view.hasFocus()
        if is_chosen and has_focus:
            painter.fillRect(whole, theme.colour("brand_soft"))
        inside = whole.adjusted(em(0.4), em(0.35), -em(0.4), -em(0.35))
        is_narrow = whole.width() < em(_NARROW)
        if not is_narrow:
            inside = self._aside(painter, option.font, inside, entry)
        self._words(painter, option.font, inside, entry, is_narrow=is_narrow)
        if has_focus and self._view.currentIndex().row() == index.row():
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(theme.colour("focus"), 2))
            painter.drawRoundedRect(QRectF(whole).adjusted(1, 1, -1, -1), 5, 5)
        painter.restore()

    def _aside(self, painter: QPainter, font: QFont, inside: QRect, entry: TimelineEntry) -> QRect:
        """Draw the day and the sign; what is left."""
        em = self._theme.em
        line = inside.height() // 2
        painter.setFont(font)
        painter.setPen(self._theme.colour("soft_ink"))
        day = QRect(inside.left(), inside.top(), em(_DAY), line)
        right = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
        painter.drawText(day, right, self._day(entry.day))
        side = min(line, em(1.3))
        sign = self._theme.icon(_ICONS.get(entry.chip, "info"), "soft_ink")
        place = QRect(day.right() + em(0.5), day.center().y() - side // 2, side, side)
        sign.paint(painter, place)
        return inside.adjusted(em(_DAY + _ICON + 0.3), 0, 0, 0)

    def _words(
        self,
        painter: QPainter,
        font: QFont,
        inside: QRect,
        entry: TimelineEntry,
        *,
        is_narrow: bool,
    ) -> None:
        theme, em, cut = self._theme, self._theme.em, Qt.TextElideMode.ElideRight
        left = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
        bold = QFont(font)
        bold.setBold(True)
        metrics = QFontMetrics(bold)
        line = inside.height() // 2
        side = round(metrics.height() * 0.8)
        chip_wide = 0
        if entry.chip_text:
            chip_wide = metrics.horizontalAdvance(entry.chip_text) + side + em(1.2)
        room = max(em(4), inside.width() - chip_wide - em(0.5))
        title = metrics.elidedText(entry.title, cut, room)
        painter.setFont(bold)
        painter.setPen(theme.colour("ink"))
        painter.drawText(QRect(inside.left(), inside.top(), room, line), left, title)
        if entry.chip_text:
            at = inside.left() + metrics.horizontalAdvance(title) + em(0.5)
            place = QRect(at, inside.top(), chip_wide, line)
            _draw_chip(painter, theme, place, entry.chip_text, entry.tone)
        below = entry.detail
        if is_narrow:
            below = " · ".join(part for part in (self._day(entry.day), entry.detail) if part)
        painter.setFont(font)
        painter.setPen(theme.colour("soft_ink"))
        second = QRect(inside.left(), inside.top() + line, inside.width(), line)
        painter.drawText(second, left, QFontMetrics(font).elidedText(below, cut, second.width()))


def _draw_chip(painter: QPainter, theme: Theme, place: QRect, text: str, tone: str) -> None:
    """A word of news with its sign, in its colours."""
    is_quiet = tone == Tone.QUIET
    ground = theme.colour("rail" if is_quiet else f"{tone}_soft")
    ink = theme.colour("soft_ink" if is_quiet else tone)
    side = round(painter.fontMetrics().height() * 0.8)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(ground)
    painter.drawRoundedRect(place.adjusted(0, 1, 0, -1), 6, 6)
    mark = QRectF(place.left() + theme.em(0.4), place.center().y() - side / 2, side, side)
    draw_mark(painter, Tone(tone), mark, ink)
    painter.setPen(ink)
    words = place.adjusted(theme.em(0.7) + side, 0, 0, 0)
    painter.drawText(words, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter, text)
