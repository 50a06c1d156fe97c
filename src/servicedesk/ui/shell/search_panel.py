# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""What hangs under the search box: what was found, grouped, with the hit that Enter opens marked.

The keyboard stays in the box; the panel takes the mouse only, and says aloud what is chosen.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import (
    QAbstractListModel,
    QLocale,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QRect,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent, QFont, QPainter
from PySide6.QtWidgets import (
    QFrame,
    QLabel,
    QListView,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QVBoxLayout,
    QWidget,
)

from servicedesk.domain.search import Hit, HitGroup
from servicedesk.ui.core.labels import Labels
from servicedesk.ui.core.theme import Theme
from servicedesk.ui.shell.search_presenter import SearchPresenter

_Index = QModelIndex | QPersistentModelIndex
_NOWHERE = QModelIndex()
_HIT = Qt.ItemDataRole.UserRole
_HEADING_EMS, _HIT_EMS, _REMEMBER_EMS = 2.1, 2.5, 1.5
"""Text heights of the lines, and of what a hit has more where there is something to remember."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """One line of the panel: the heading of a group, or a hit with its number.

    Args:
        heading: of a group; "" for a hit.
        hit: what can be opened; None for a heading.
        number: of the hit through all groups.
    """

    heading: str = ""
    hit: Hit | None = None
    number: int = -1


class FoundModel(QAbstractListModel):
    """The lines of the panel."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._rows: tuple[Row, ...] = ()

    def show_rows(self, rows: Sequence[Row]) -> None:
        """Show other lines."""
        self.beginResetModel()
        self._rows = tuple(rows)
        self.endResetModel()

    def row_of(self, number: int) -> int:
        """The line of a hit, by its number."""
        return next(place for place, row in enumerate(self._rows) if row.number == number)

    def rowCount(self, parent: _Index = _NOWHERE) -> int:
        """Count lines; a line has none beneath it."""
        return 0 if parent.isValid() else len(self._rows)

    def flags(self, index: _Index) -> Qt.ItemFlag:
        """Headings cannot be chosen."""
        is_hit = index.isValid() and self._rows[index.row()].hit is not None
        chosen = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable
        return chosen if is_hit else Qt.ItemFlag.NoItemFlags

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """The words of a line, or all of it as one sentence."""
        row = self._rows[index.row()]
        if role == _HIT:
            return row
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            return row.heading if row.hit is None else self.sentence_of(row.hit)
        return None

    def sentence_of(self, hit: Hit) -> str:
        """A hit as one sentence."""
        parts = (hit.title, hit.detail, self.remember_of(hit))
        return ", ".join(part for part in parts if part)

    def remember_of(self, hit: Hit) -> str:
        """What to remember about the customer of a hit, in words; "" for nothing."""
        return self.tr("Remember: {words}").format(words=hit.remember) if hit.remember else ""


class _FoundDelegate(QStyledItemDelegate):
    """Paints a heading small, a hit with its title in bold and its detail beside it.

    What to remember about the customer stands in a line of its own, so that nothing cuts it off.
    """

    def __init__(self, theme: Theme, model: FoundModel, parent: QObject) -> None:
        super().__init__(parent)
        self._theme = theme
        self._model = model

    def sizeHint(self, _option: QStyleOptionViewItem, index: _Index) -> QSize:
        return QSize(10, self.height_of(index))

    def height_of(self, index: _Index) -> int:
        """Height of a line in pixels; a heading is lower than a hit."""
        hit = index.data(_HIT).hit
        if hit is None:
            return self._theme.em(_HEADING_EMS)
        return self._theme.em(_HIT_EMS + (_REMEMBER_EMS if hit.remember else 0))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: _Index) -> None:
        row: Row = index.data(_HIT)
        em = self._theme.em
        inside = option.rect.adjusted(em(0.8), 0, -em(0.8), 0)
        painter.save()
        if row.hit is None:
            painter.setFont(self._font(0.9))
            painter.setPen(self._theme.colour("soft_ink"))
            low = Qt.AlignmentFlag.AlignBottom | Qt.AlignmentFlag.AlignLeft
            painter.drawText(inside.adjusted(0, 0, 0, -em(0.2)), int(low), row.heading)
        else:
            if self._is_chosen(index):
                painter.fillRect(option.rect, self._theme.colour("brand_soft"))
            if said := self._model.remember_of(row.hit):
                self._paint_remember(painter, inside, said)
                inside = inside.adjusted(0, 0, 0, -em(_REMEMBER_EMS))
            self._paint_hit(painter, inside, row.hit)
        painter.restore()

    def _is_chosen(self, index: _Index) -> bool:
        view = self.parent()
        return isinstance(view, QListView) and view.currentIndex().row() == index.row()

    def _paint_hit(self, painter: QPainter, inside: QRect, hit: Hit) -> None:
        middle = int(Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft)
        painter.setFont(self._font(1.0, is_bold=True))
        painter.setPen(self._theme.colour("ink"))
        metrics = painter.fontMetrics()
        title = metrics.elidedText(hit.title, Qt.TextElideMode.ElideRight, inside.width())
        painter.drawText(inside, middle, title)
        used = metrics.horizontalAdvance(title) + self._theme.em(0.6)
        rest = inside.adjusted(used, 0, 0, 0)
        if hit.detail and rest.width() > self._theme.em(4):
            painter.setFont(self._font(1.0))
            painter.setPen(self._theme.colour("soft_ink"))
            detail = painter.fontMetrics().elidedText(
                hit.detail, Qt.TextElideMode.ElideRight, rest.width()
            )
            painter.drawText(rest, middle, detail)

    def _paint_remember(self, painter: QPainter, inside: QRect, said: str) -> None:
        painter.setFont(self._font(0.9))
        painter.setPen(self._theme.colour("due"))
        low = int(Qt.AlignmentFlag.AlignBottom | Qt.AlignmentFlag.AlignLeft)
        line = inside.adjusted(0, 0, 0, -self._theme.em(0.5))
        words = painter.fontMetrics().elidedText(said, Qt.TextElideMode.ElideRight, line.width())
        painter.drawText(line, low, words)

    def _font(self, size: float, *, is_bold: bool = False) -> QFont:
        font = self._theme.text_font()
        font.setPointSizeF(self._theme.text_points * size)
        font.setBold(is_bold)
        return font


class SearchPanel(QFrame):
    """Hidden until something is typed.

    Signals:
        taken: a hit was opened with the mouse.

    Args:
        presenter: its state is shown.
        labels: the words for kinds of hit.
        theme: colours and measures.
        parent: the window it hangs in.
    """

    taken = Signal()

    def __init__(
        self, presenter: SearchPresenter, labels: Labels, theme: Theme, parent: QWidget
    ) -> None:
        super().__init__(parent)
        self.setObjectName("card")
        self._window = parent
        self._presenter = presenter
        self._labels = labels
        self._theme = theme
        self._build()
        presenter.state_changed.connect(self._show_state)
        self._list.clicked.connect(self._take_clicked)
        self.hide()

    def _build(self) -> None:
        self.setAutoFillBackground(True)
        self._model = FoundModel(self)
        self._list = QListView()
        self._list.setModel(self._model)
        self._delegate = _FoundDelegate(self._theme, self._model, self._list)
        self._list.setItemDelegate(self._delegate)
        self._list.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._list.setStyleSheet("border: none;")  # the panel has the edge
        self._list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._list.setAccessibleName(self.tr("What was found"))
        self._nothing = QLabel()
        self._nothing.setTextFormat(Qt.TextFormat.PlainText)
        self._nothing.setWordWrap(True)
        self._nothing.setMargin(self._theme.em(0.8))
        column = QVBoxLayout(self)
        column.setContentsMargins(1, 1, 1, 1)
        column.addWidget(self._nothing)
        column.addWidget(self._list)

    def hang_under(self, box: QWidget) -> None:
        """Take the place under the search box, as high as what was found needs."""
        window = self._window
        top = box.mapTo(window, box.rect().bottomLeft())
        width = max(box.width(), min(self._theme.em(40), window.width() - 2 * top.x()))
        needed = self._nothing.heightForWidth(width) + 4
        if self._list.isVisibleTo(self):
            rows = map(self._model.index, range(self._model.rowCount()))
            needed = sum(map(self._delegate.height_of, rows)) + 4
        room = window.height() - top.y() - self._theme.em(1)
        self.setGeometry(top.x(), top.y() + 2, width, min(needed, room))

    def _show_state(self) -> None:
        state = self._presenter.state
        self.setVisible(bool(state.text))
        if not state.text:
            return
        self._model.show_rows(self._rows(state.groups))
        self._list.setVisible(bool(state.groups))
        self._nothing.setVisible(not state.groups)
        if state.groups:
            index = self._model.index(self._model.row_of(state.chosen))
            self._list.setCurrentIndex(index)
            if state.chosen:
                self._list.scrollTo(index)
            else:
                self._list.scrollToTop()  # with the heading above it
            self._announce(self._model.sentence_of(state.hits[state.chosen]))
        else:
            self._nothing.setText(
                self.tr(
                    "Nothing found for “{text}”. The search looks through customers, promises, "
                    "complaints, contacts and letters, your charter, the settings and the help."
                ).format(text=state.text)
            )
            self._announce(self._nothing.text())

    def _rows(self, groups: Sequence[HitGroup]) -> list[Row]:
        rows: list[Row] = []
        number = 0
        for group in groups:
            rows.append(Row(heading=self._heading(group)))
            for hit in group.hits:
                rows.append(Row(hit=hit, number=number))
                number += 1
        return rows

    def _heading(self, group: HitGroup) -> str:
        kind = self._labels.enum(group.kind)
        if group.of:
            how_many = QLocale().toString(group.total)
            return self.tr("{kind}: {found} found, of {all}").format(
                kind=kind,
                found=self.tr("{n}+").format(n=how_many) if group.is_more else how_many,
                all=QLocale().toString(group.of),
            )
        if group.total == len(group.hits):
            return kind
        return self.tr("{kind}: {shown} of {total}").format(
            kind=kind, shown=len(group.hits), total=group.total
        )

    def _announce(self, sentence: str) -> None:
        QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self, sentence))

    def _take_clicked(self, index: QModelIndex) -> None:
        row: Row = index.data(_HIT)
        if row.hit is not None:
            self._presenter.choose(row.number)
            self.taken.emit()
