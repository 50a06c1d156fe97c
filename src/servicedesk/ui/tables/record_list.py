# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""A list of records: whole rows, chosen and opened by key or mouse, read out as sentences."""

from PySide6.QtCore import (
    QElapsedTimer,
    QItemSelection,
    QItemSelectionModel,
    QModelIndex,
    QRect,
    QRectF,
    Qt,
    Signal,
)
from PySide6.QtGui import QFocusEvent, QKeyEvent, QPainter, QPen
from PySide6.QtWidgets import (
    QAbstractItemView,
    QApplication,
    QHeaderView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableView,
    QWidget,
)

from servicedesk.ui.core.theme import Theme
from servicedesk.ui.core.theme_sheet import ROW
from servicedesk.ui.core.veil import draw_veiled, is_clear
from servicedesk.ui.tables.columns import AnyIndex, Record, RecordModel


class RecordList(QTableView):
    """Shows a model of records.

    Signals:
        opened: (record) Enter was pressed on it, or it was double-clicked.
        chosen: (record or None) it is now the one that is pointed at.

    Args:
        theme: colours and measures, alive.
        model: what it shows.
        name: what a screen reader calls the list, already translated.
        parent: owns it.
    """

    opened = Signal(object)
    chosen = Signal(object)

    names_somebody = False
    """Its words are made unreadable while the theme is veiled; set where rows are about people."""

    def __init__(
        self, theme: Theme, model: RecordModel, name: str, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._theme = theme
        self._records = model
        self._kept: tuple[object, int] | None = None
        self._typed = ""
        self._paused = QElapsedTimer()
        self._build(name)
        self._wire()
        self._measure()

    def _build(self, name: str) -> None:
        self.setAccessibleName(name)
        self.setModel(self._records)
        self.setItemDelegate(_RowDelegate(self._theme, self))
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setTabKeyNavigation(False)
        self.setShowGrid(False)
        self.setWordWrap(False)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.verticalHeader().hide()
        self.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        across = self.horizontalHeader()
        across.setHighlightSections(False)
        across.setSectionsClickable(True)
        across.setSortIndicator(-1, Qt.SortOrder.AscendingOrder)
        self.setSortingEnabled(True)

    def _wire(self) -> None:
        self._theme.veiled.connect(self.viewport().update)
        self._theme.changed.connect(self._measure)
        self._records.modelAboutToBeReset.connect(self._keep_choice)
        self._records.modelReset.connect(self._choose_again)
        self.doubleClicked.connect(self._open)

    @property
    def current(self) -> Record:
        """The record that is pointed at; None when there is none."""
        index = self.currentIndex()
        return self._records.record(index.row()) if index.isValid() else None

    def choose(self, key: object) -> bool:
        """Point at the record with that key.

        Returns:
            False when it is not in the list.
        """
        row = self._records.row_of(key)
        if row < 0:
            return False
        self._point_at(row)
        return True

    def _point_at(self, row: int) -> None:
        index = self._records.index(row, 0)
        alone = QItemSelectionModel.SelectionFlag.ClearAndSelect
        whole = QItemSelectionModel.SelectionFlag.Rows
        # Not setCurrentIndex: a Ctrl that is still held, as in Ctrl+Enter, would add to a choice.
        self.selectionModel().setCurrentIndex(index, alone | whole)
        self.scrollTo(index)

    def _measure(self) -> None:
        """Rows and columns as large as the text needs them."""
        em = self._theme.em
        self.verticalHeader().setMinimumSectionSize(em(ROW))
        self.verticalHeader().setDefaultSectionSize(em(ROW))
        across = self.horizontalHeader()
        across.setMinimumSectionSize(em(3))
        for number, column in enumerate(self._records.columns):
            if column.width:
                across.setSectionResizeMode(number, QHeaderView.ResizeMode.Interactive)
                across.resizeSection(number, em(column.width))
            else:
                across.setSectionResizeMode(number, QHeaderView.ResizeMode.Stretch)

    def _keep_choice(self) -> None:
        index = self.currentIndex()
        if index.isValid():
            key = self._records.key(self._records.record(index.row()))
            self._kept = (key, index.row())

    def _choose_again(self) -> None:
        """Point at the same record after a reload, or at the one in its place."""
        if self._kept is None:
            return
        key, row = self._kept
        self._kept = None
        if not self.choose(key) and self._records.rowCount():
            self._point_at(min(row, self._records.rowCount() - 1))

    def _open(self, index: QModelIndex) -> None:
        self.opened.emit(self._records.record(index.row()))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter opens, Home and End go to the ends; left and right mean nothing in a list."""
        key, held = event.key(), event.modifiers()
        plain = held in {Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.KeypadModifier}
        if plain and key in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            if self.currentIndex().isValid():
                self._open(self.currentIndex())
        elif plain and key in {Qt.Key.Key_Home, Qt.Key.Key_End} and self._records.rowCount():
            self._point_at(0 if key == Qt.Key.Key_Home else self._records.rowCount() - 1)
        elif key in {Qt.Key.Key_Left, Qt.Key.Key_Right}:
            event.ignore()
        else:
            super().keyPressEvent(event)

    def keyboardSearch(self, search: str) -> None:
        """Go to the next row that begins with what is typed in one go; "" begins anew."""
        has_paused = self._paused.hasExpired(QApplication.keyboardInputInterval())
        if not search or not self._paused.isValid() or has_paused:
            self._typed = ""
        self._typed += search
        self._paused.start()
        if not self._typed:
            return
        here = self.currentIndex().row() if self.currentIndex().isValid() else -1
        row = self._records.row_beginning(self._typed, here + (len(self._typed) == 1))
        if row >= 0:
            self._point_at(row)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Point at the first row when nothing is chosen yet."""
        super().focusInEvent(event)
        if self._records.rowCount() and not self.selectionModel().hasSelection():
            self._point_at(max(0, self.currentIndex().row()))

    def selectionChanged(self, selected: QItemSelection, deselected: QItemSelection) -> None:
        """Tell which record is pointed at now."""
        super().selectionChanged(selected, deselected)
        self.chosen.emit(self.current if selected.indexes() else None)


class _RowDelegate(QStyledItemDelegate):
    """Paints a row as one: a bar before the chosen one, and one ring around all its cells."""

    def __init__(self, theme: Theme, view: RecordList) -> None:
        super().__init__(view)
        self._theme = theme
        self._view = view

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: AnyIndex) -> None:
        has_focus = self._view.hasFocus() and self._view.currentIndex().row() == index.row()
        option.state &= ~QStyle.StateFlag.State_HasFocus
        if self._view.names_somebody and self._theme.is_veiled and not is_clear(option):
            self._paint_veiled(painter, option, index)
        else:
            super().paint(painter, option, index)
        is_chosen = bool(option.state & QStyle.StateFlag.State_Selected)
        painter.save()
        painter.setClipRect(option.rect)
        painter.setPen(QPen(self._theme.colour("line"), 1))
        painter.drawLine(option.rect.bottomLeft(), option.rect.bottomRight())
        if is_chosen and index.column() == 0:
            bar = QRect(option.rect)
            bar.setWidth(self._theme.em(0.25))
            painter.fillRect(bar, self._theme.colour("brand"))
        if has_focus:
            whole = QRectF(option.rect)
            whole.setLeft(0)
            whole.setRight(
                max(self._view.viewport().width(), self._view.horizontalHeader().length())
            )
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(QPen(self._theme.colour("focus"), 2))
            painter.drawRoundedRect(whole.adjusted(1, 1, -1, -1), 5, 5)
        painter.restore()

    def _paint_veiled(
        self, painter: QPainter, option: QStyleOptionViewItem, index: AnyIndex
    ) -> None:
        """The words of a cell as nobody can read them."""
        words = str(index.data() or "")
        align = index.data(Qt.ItemDataRole.TextAlignmentRole)
        inside = option.rect.adjusted(self._theme.em(0.4), 0, -self._theme.em(0.4), 0)
        painter.save()
        painter.setFont(option.font)
        painter.setPen(self._theme.colour("ink"))
        shown = option.fontMetrics.elidedText(words, Qt.TextElideMode.ElideRight, inside.width())
        draw_veiled(painter, inside, lambda to: to.drawText(inside, int(align), shown))
        painter.restore()
