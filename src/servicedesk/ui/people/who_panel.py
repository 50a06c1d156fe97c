# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""What hangs under a field for a customer: who may be meant, and a line that adds a new one.

The keyboard stays in the field; the panel takes the mouse only, and says aloud what is marked.
"""

from itertools import accumulate

from PySide6.QtCore import (
    QAbstractListModel,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QPoint,
    QRect,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent, QFont, QPainter
from PySide6.QtWidgets import (
    QFrame,
    QListView,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QVBoxLayout,
    QWidget,
)

from servicedesk.domain.customers import CustomerRow
from servicedesk.ui.core.theme import Theme
from servicedesk.ui.people.who_presenter import WhoState

_Index = QModelIndex | QPersistentModelIndex
_NOWHERE = QModelIndex()
_LINE = Qt.ItemDataRole.UserRole
_ROW_EMS, _REMEMBER_EMS = 2.7, 1.4
"""Text heights of a line, and what one has more where there is something to remember."""

_WIDEST_EMS = 40
_AROUND = 4
"""Pixels of the edge."""


class WhoModel(QAbstractListModel):
    """The lines of the panel: customers, and last the one that adds somebody."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._rows: tuple[CustomerRow, ...] = ()
        self._new = ""

    def show_state(self, state: WhoState) -> None:
        """Show other lines."""
        self.beginResetModel()
        self._rows = state.rows
        self._new = state.text if state.can_add else ""
        self.endResetModel()

    def rowCount(self, parent: _Index = _NOWHERE) -> int:
        """Count lines; a line has none beneath it."""
        return 0 if parent.isValid() else len(self._rows) + bool(self._new)

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Title, detail and what to remember of a line, or all of it as one sentence."""
        words = (*self._words(index.row()), self._remember(index.row()))
        if role == _LINE:
            return words
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            return ", ".join(part for part in words if part)
        return None

    def _remember(self, line: int) -> str:
        words = self._rows[line].remember if line < len(self._rows) else ""
        return self.tr("Remember: {words}").format(words=words) if words else ""

    def _words(self, line: int) -> tuple[str, str]:
        if line >= len(self._rows):
            return self.tr("Add “{name}” as a new customer").format(name=self._new), ""
        row = self._rows[line]
        late = self.tr("{n} late").format(n=row.late) if row.late else ""
        today = self.tr("{n} due today").format(n=row.due_today) if row.due_today else ""
        archived = self.tr("archived") if row.is_archived else ""
        said = (late, today, archived, row.place, row.reach)
        return row.shown_name, " · ".join(part for part in said if part)


class _LineDelegate(QStyledItemDelegate):
    """Paints a name in bold, what tells it from others beside it, what to remember below."""

    def __init__(self, theme: Theme, view: QListView) -> None:
        super().__init__(view)
        self._theme = theme
        self._view = view

    def sizeHint(self, _option: QStyleOptionViewItem, index: _Index) -> QSize:
        return QSize(10, self.height_of(index))

    def height_of(self, index: _Index) -> int:
        """Height of a line in pixels."""
        return self._theme.em(_ROW_EMS + (_REMEMBER_EMS if index.data(_LINE)[2] else 0))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: _Index) -> None:
        title, detail, remember = index.data(_LINE)
        em = self._theme.em
        painter.save()
        if self._view.currentIndex().row() == index.row():
            painter.fillRect(option.rect, self._theme.colour("brand_soft"))
        inside = option.rect.adjusted(em(0.8), 0, -em(0.8), 0)
        if remember:
            below = inside.adjusted(0, em(_ROW_EMS - 0.5), 0, -em(0.4))
            self._draw(painter, below, remember, "due")
            inside = inside.adjusted(0, 0, 0, -em(_REMEMBER_EMS))
        used = self._draw(painter, inside, title, "ink", is_bold=True) + em(0.7)
        if detail and inside.width() - used > em(4):
            self._draw(painter, inside.adjusted(used, 0, 0, 0), detail, "soft_ink")
        painter.restore()

    def _draw(
        self, painter: QPainter, inside: QRect, text: str, token: str, *, is_bold: bool = False
    ) -> int:
        """Draw one line of text and say how wide it came out, in pixels."""
        font: QFont = self._theme.text_font()
        font.setBold(is_bold)
        painter.setFont(font)
        painter.setPen(self._theme.colour(token))
        metrics = painter.fontMetrics()
        shown = metrics.elidedText(text, Qt.TextElideMode.ElideRight, inside.width())
        middle = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft
        painter.drawText(inside, int(middle), shown)
        return metrics.horizontalAdvance(shown)


class WhoPanel(QFrame):
    """Hidden until somebody may be meant.

    Signals:
        taken: (line) was chosen with the mouse.

    Args:
        theme: colours and measures.
        parent: the window it hangs in.
    """

    taken = Signal(int)

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self._window = parent
        self._theme = theme
        self.setObjectName("card")
        self.setAutoFillBackground(True)
        self._model = WhoModel(self)
        self._list = QListView()
        self._list.setModel(self._model)
        self._delegate = _LineDelegate(theme, self._list)
        self._list.setItemDelegate(self._delegate)
        self._list.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._list.setStyleSheet("border: none;")  # the panel has the edge
        self._list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._list.setAccessibleName(self.tr("Customers found"))
        self._list.clicked.connect(self._on_clicked)
        column = QVBoxLayout(self)
        column.setContentsMargins(1, 1, 1, 1)
        column.addWidget(self._list)
        self.hide()

    def show_state(self, state: WhoState, line: QWidget) -> None:
        """Show who may be meant under a line, or above it where there is more room.

        Args:
            state: of the field.
            line: where the name is typed, in the same window.
        """
        self._model.show_state(state)
        index = self._model.index(state.marked)
        self._list.setCurrentIndex(index)
        self._hang(line)
        self.show()
        self.raise_()
        if index.isValid():
            self._list.scrollTo(index)
            said = str(index.data())
        else:
            self._list.scrollToTop()
            said = self.tr("{n} found. Down leads to them.").format(n=len(state.rows))
        QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self, said))

    def _hang(self, line: QWidget) -> None:
        window = self._window
        place = QRect(line.mapTo(window, QPoint(0, 0)), line.size())
        edge = self._theme.em(0.5)
        below = window.height() - place.bottom() - edge
        above = place.top() - edge
        lines = map(self._model.index, range(self._model.rowCount()))
        ends = list(accumulate(map(self._delegate.height_of, lines)))
        needed = ends[-1] + _AROUND
        room = max(below, above)
        whole = max((end for end in ends if end + _AROUND <= room), default=0)  # none cut in two
        height = whole + _AROUND if whole else room
        widest = min(self._theme.em(_WIDEST_EMS), window.width() - edge - place.left())
        width = max(place.width(), widest)
        is_below = needed <= below or below >= above
        top = place.bottom() + 2 if is_below else place.top() - height - 1
        self.setGeometry(place.left(), top, width, height)

    def _on_clicked(self, index: QModelIndex) -> None:
        self.taken.emit(index.row())
