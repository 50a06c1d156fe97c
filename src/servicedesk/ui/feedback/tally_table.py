# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""The pile of cards as a table that is filled by keys alone: a figure gives a mark and moves on.

Enter goes to the next card from any cell. A bare card is two keys: its mark, and Enter.
"""

from datetime import date

from PySide6.QtCore import (
    QAbstractTableModel,
    QEvent,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QRectF,
    Qt,
    Signal,
)
from PySide6.QtGui import QKeyEvent, QPainter, QPen, QResizeEvent
from PySide6.QtWidgets import (
    QAbstractItemDelegate,
    QAbstractItemView,
    QHeaderView,
    QLineEdit,
    QSizePolicy,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableView,
    QWidget,
)

from servicedesk.domain.feedback import MayQuote
from servicedesk.domain.feedback_checking import TEXT_MOST
from servicedesk.ui.core.theme import Theme
from servicedesk.ui.feedback.tally_presenter import TallyPresenter
from servicedesk.ui.feedback.tally_rows import DAY, MARK, YES_NO, TallyColumn, TallyRow
from servicedesk.ui.widgets.enter import is_enter

AnyIndex = QModelIndex | QPersistentModelIndex

_ROW = 2.8
"""Height of a row in text heights: a line can be typed into it."""

_LEAST_ROWS = 5
"""Rows that are in sight at least, the titles among them; where there is less room, it scrolls."""

_MARK, _DAY, _WORDS = 4.2, 7.0, 10.0
"""Least widths of columns, in text heights."""

_ROLES = (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.EditRole)
_ACROSS, _DOWN = Qt.Orientation.Horizontal, Qt.Orientation.Vertical


class TallyModel(QAbstractTableModel):
    """The cards of the pile, one a row.

    Args:
        presenter: has them, and takes what is typed.
        theme: colours, alive.
    """

    def __init__(self, presenter: TallyPresenter, theme: Theme) -> None:
        super().__init__(presenter)
        self._presenter = presenter
        self._theme = theme
        self._rows = presenter.state.rows

    @property
    def columns(self) -> tuple[TallyColumn, ...]:
        """What is asked, from the left."""
        return self._presenter.columns

    def show_rows(self) -> None:
        """Show the cards as they are now."""
        before, now = len(self._rows), self._presenter.state.rows
        if len(now) == before + 1:
            self.beginInsertRows(QModelIndex(), before, before)
            self._rows = now
            self.endInsertRows()
        elif len(now) != before:
            self.beginResetModel()
            self._rows = now
            self.endResetModel()
        self._rows = now
        if now:
            end = self.index(len(now) - 1, len(self.columns) - 1)
            self.dataChanged.emit(self.index(0, 0), end)
            self.headerDataChanged.emit(_DOWN, 0, len(now) - 1)

    def show_columns(self) -> None:
        """Show what is asked now."""
        self.beginResetModel()
        self._rows = self._presenter.state.rows
        self.endResetModel()

    def rowCount(self, parent: AnyIndex | None = None) -> int:
        """How many cards there are, the empty one at the end among them."""
        return 0 if parent is not None and parent.isValid() else len(self._rows)

    def columnCount(self, parent: AnyIndex | None = None) -> int:
        """How many things are asked."""
        return 0 if parent is not None and parent.isValid() else len(self.columns)

    def flags(self, index: AnyIndex) -> Qt.ItemFlag:
        """Words and days are typed into the cell; marks are given by one key."""
        usual = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable
        is_typed = self.columns[index.column()].kind not in (MARK, YES_NO)
        return usual | Qt.ItemFlag.ItemIsEditable if is_typed else usual

    def data(self, index: AnyIndex, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """What a cell shows, what is typed on in it, and what a screen reader says of it."""
        row, column = self._rows[index.row()], self.columns[index.column()]
        if role in _ROLES:
            return self._shown(row, column)
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return self._said(index.row(), row, column)
        if role == Qt.ItemDataRole.TextAlignmentRole:
            middle = column.kind in (MARK, YES_NO)
            side = Qt.AlignmentFlag.AlignHCenter if middle else Qt.AlignmentFlag.AlignLeft
            return int(side | Qt.AlignmentFlag.AlignVCenter)
        if row.wrong and row.wrong_in == column.id:
            if role == Qt.ItemDataRole.BackgroundRole:
                return self._theme.colour("late_soft")
            if role == Qt.ItemDataRole.ForegroundRole:
                return self._theme.colour("late")
        return None

    def _shown(self, row: TallyRow, column: TallyColumn) -> str:
        said = row.cells.get(column.id, "")
        if column.kind == YES_NO and said:
            return self.tr("Yes") if said == MayQuote.YES.value else self.tr("No")
        if column.kind == DAY:
            try:
                day = date.fromisoformat(said)
            except ValueError:
                return said
            return f"{day.day}/{day.month}/{day.year}"
        return said

    def _said(self, at: int, row: TallyRow, column: TallyColumn) -> str:
        said = self._shown(row, column) or self.tr("empty")
        words = self.tr("Card {number}, {column}: {said}").format(
            number=at + 1, column=column.title, said=said
        )
        return f"{words}. {row.wrong}" if row.wrong else words

    def setData(self, index: AnyIndex, value: object, role: int = Qt.ItemDataRole.EditRole) -> bool:
        """Take what was typed into a cell."""
        if role != Qt.ItemDataRole.EditRole:
            return False
        column = self.columns[index.column()]
        if str(value) != self._shown(self._rows[index.row()], column):
            self._presenter.put(index.row(), column.id, str(value))
        return True

    def headerData(
        self, section: int, side: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> object:
        """What is asked over the columns, the number of the card before the rows."""
        if side == _ACROSS and section < len(self.columns):
            column = self.columns[section]
            if role == Qt.ItemDataRole.DisplayRole:
                return column.title
            if role == Qt.ItemDataRole.ToolTipRole:
                return column.whole or column.title
        if side == _DOWN and section < len(self._rows) and role == Qt.ItemDataRole.DisplayRole:
            number = str(section + 1)
            is_wrong = bool(self._rows[section].wrong)
            return self.tr("{number} !").format(number=number) if is_wrong else number
        return None


class TallyTable(QTableView):
    """Shows the pile and takes its keys.

    Signals:
        left: Esc was pressed: somebody wants out of the table.

    Args:
        presenter: has the cards.
        theme: colours and measures, alive.
        name: what a screen reader calls it.
    """

    left = Signal()

    def __init__(self, presenter: TallyPresenter, theme: Theme, name: str) -> None:
        super().__init__()
        self._presenter = presenter
        self._theme = theme
        self.cards = TallyModel(presenter, theme)
        self.setAccessibleName(name)
        self.setObjectName("steps")  # the ring is around the cell, not around all of them
        self.setModel(self.cards)
        self.setItemDelegate(_Cell(theme, self))
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setEditTriggers(
            QAbstractItemView.EditTrigger.AnyKeyPressed
            | QAbstractItemView.EditTrigger.DoubleClicked
        )
        self.setWordWrap(False)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.horizontalHeader().setHighlightSections(False)
        self.horizontalHeader().setDefaultAlignment(
            Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
        )
        self.verticalHeader().setHighlightSections(False)
        self.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        theme.changed.connect(self._measure)
        self._measure()

    def show_state(self) -> None:
        """Show the pile as it is now, and keep the place where somebody types."""
        place = self.currentIndex()
        row, column = place.row(), place.column()
        self.cards.show_rows()
        if row >= 0 and not self.currentIndex().isValid():
            self.go(min(row, self.cards.rowCount() - 1), column)

    def show_columns(self) -> None:
        """Show what is asked now, and begin at the empty card at the end."""
        self.cards.show_columns()
        self._measure()
        self.go(self.cards.rowCount() - 1, 0)

    def go(self, row: int, column: int) -> None:
        """Put the keyboard into a cell."""
        at = min(column, self.cards.columnCount() - 1)
        index = self.cards.index(row, at)
        self.setCurrentIndex(index)
        self.scrollTo(index)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Give marks by figures, answer by letters, and go on by Enter."""
        index, held = self.currentIndex(), event.modifiers()
        is_plain = not held & ~(
            Qt.KeyboardModifier.KeypadModifier | Qt.KeyboardModifier.ShiftModifier
        )
        if not index.isValid() or not is_plain:
            super().keyPressEvent(event)
        elif event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        elif is_enter(event):
            self.go_on()
        elif event.key() in (Qt.Key.Key_Delete, Qt.Key.Key_Backspace):
            self._presenter.put(index.row(), self.cards.columns[index.column()].id, "")
        elif not self._give(index.row(), index.column(), event.text()):
            super().keyPressEvent(event)

    def _give(self, row: int, at: int, text: str) -> bool:
        """Answer by one key what is answered so; whether the key was meant for that."""
        kind = self.cards.columns[at].kind
        if kind not in (MARK, YES_NO) or len(text) != 1 or not text.isprintable():
            return False
        if kind == MARK and text in "0123456789":
            to = self._presenter.give(row, at, text)
            if to is not None:
                self.go(row, to)
        elif kind == YES_NO and text.casefold() in self.tr("y,1").split(","):
            self._presenter.say_quote(row, is_yes=True)
            self.go(row, at + 1)
        elif kind == YES_NO and text.casefold() in self.tr("n,2").split(","):
            self._presenter.say_quote(row, is_yes=False)
            self.go(row, at + 1)
        return True

    def go_on(self) -> None:
        """Go to the beginning of the next card."""
        self.go(self._presenter.next_after(self.currentIndex().row()), 0)

    def closeEditor(self, editor: QWidget, hint: QAbstractItemDelegate.EndEditHint) -> None:
        """Go on to the next card where Enter ended the typing."""
        super().closeEditor(editor, hint)
        if hint == QAbstractItemDelegate.EndEditHint.SubmitModelCache:
            self.go_on()

    def _measure(self) -> None:
        """Rows and columns as large as the text needs them."""
        em, across = self._theme.em, self.horizontalHeader()
        self.verticalHeader().setMinimumSectionSize(em(_ROW))
        self.verticalHeader().setDefaultSectionSize(em(_ROW))
        self.verticalHeader().setMinimumWidth(em(2.6))
        self.setMinimumHeight(em(_ROW * _LEAST_ROWS))
        across.setMinimumSectionSize(em(2))
        for at, column in enumerate(self.cards.columns):
            across.setSectionResizeMode(at, QHeaderView.ResizeMode.Interactive)
            across.resizeSection(at, self._least(column))
        self._share()

    def _least(self, column: TallyColumn) -> int:
        em = self._theme.em
        title = self.horizontalHeader().fontMetrics().horizontalAdvance(column.title) + em(2)
        least = {MARK: _MARK, YES_NO: _MARK, DAY: _DAY}.get(column.kind, _WORDS)
        return max(em(least), title)

    def _share(self) -> None:
        """Give the columns of words what room is left; where there is none, the table scrolls."""
        columns, across = self.cards.columns, self.horizontalHeader()
        wordy = [at for at, one in enumerate(columns) if one.kind not in (MARK, YES_NO, DAY)]
        if not wordy:
            return
        used = sum(self._least(one) for one in columns)
        left = max(self.viewport().width() - used, 0)
        for at in wordy:
            weight = 2 if at in wordy[:2] else 1
            share = left * weight // (len(wordy) + 2)
            across.resizeSection(at, self._least(columns[at]) + share)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Share the room out again."""
        super().resizeEvent(event)
        self._share()


class _Cell(QStyledItemDelegate):
    """Paints a ring around the cell that has the keyboard, and gives its line a name."""

    def __init__(self, theme: Theme, view: TallyTable) -> None:
        super().__init__(view)
        self._theme = theme
        self._view = view

    def createEditor(
        self, parent: QWidget, option: QStyleOptionViewItem, index: AnyIndex
    ) -> QWidget:
        """A line, called as its column is."""
        line = QLineEdit(parent)
        line.setAccessibleName(self._view.cards.columns[index.column()].title)
        line.setMaxLength(TEXT_MOST)
        line.setFont(option.font)
        return line

    def eventFilter(self, line: QObject, event: QEvent) -> bool:
        """Enter ends the typing at once: the table hears of it from here alone."""
        is_key = event.type() is QEvent.Type.KeyPress
        if is_key and isinstance(event, QKeyEvent) and is_enter(event):
            self.commitData.emit(line)
            self.closeEditor.emit(line, QAbstractItemDelegate.EndEditHint.SubmitModelCache)
            return True
        return super().eventFilter(line, event)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: AnyIndex) -> None:
        """Paint the cell, with its ring."""
        option.state &= ~QStyle.StateFlag.State_HasFocus
        super().paint(painter, option, index)
        if self._view.hasFocus() and self._view.currentIndex() == index:
            painter.save()
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(QPen(self._theme.colour("focus"), 2))
            painter.drawRoundedRect(QRectF(option.rect).adjusted(1, 1, -1, -1), 5, 5)
            painter.restore()
