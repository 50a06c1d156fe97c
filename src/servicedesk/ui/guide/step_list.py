# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""The list of a guide's pages: a tick for what is done, the open page in colour, the rest quiet.

Pages that belong together stand under a heading.

Where there is little room it folds to "5 of 16", which opens.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import (
    QAbstractListModel,
    QModelIndex,
    QPersistentModelIndex,
    QRectF,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QFont, QFontMetrics, QPainter, QPen
from PySide6.QtWidgets import (
    QFrame,
    QListView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QVBoxLayout,
    QWidget,
)

from servicedesk.ui.core.theme import Theme
from servicedesk.ui.widgets.calm import CalmCombo
from servicedesk.ui.widgets.marks import Tone, draw_mark

_STEP = Qt.ItemDataRole.UserRole
_Index = QModelIndex | QPersistentModelIndex
_WIDTH = 13.5
"""Of the list, in text heights."""

_EDGE = 0.5
"""Between the edge of the list and its rows, in text heights."""

_HEADING = 0.88
"""Of the letters of a heading, to those of a page."""

_LEAST_HIGH = 2.1
"""Of a row, in text heights: 32 pixels at 100 %."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Step:
    """One page in the list.

    Args:
        id: of the page.
        title: short.
        is_done: nothing that is needed is missing, and somebody has been there.
        number: as shown beside the open page, such as "8b"; "" for none.
        note: more to tell those who listen, such as "something is missing"; may be empty.
        group: heading that it stands under, with those after it that name the same; "" for none.
    """

    id: str
    title: str
    is_done: bool = False
    number: str = ""
    note: str = ""
    group: str = ""


class _Steps(QAbstractListModel):
    """The steps and which of them is open."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.steps: tuple[Step, ...] = ()
        self.current = ""

    def show_steps(self, steps: tuple[Step, ...], current: str) -> None:
        """Know other steps; rows stay where they are while only their state changes."""
        same = [(step.id, step.group) for step in steps] == [
            (step.id, step.group) for step in self.steps
        ]
        if not same:
            self.beginResetModel()
        self.steps, self.current = steps, current
        if not same:
            self.endResetModel()
        elif steps:
            self.dataChanged.emit(self.index(0), self.index(len(steps) - 1))

    def rowCount(self, parent: _Index | None = None) -> int:
        """How many steps there are."""
        return 0 if parent is not None and parent.isValid() else len(self.steps)

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """The words of a step, and the sentence that is read aloud."""
        if not index.isValid():
            return None
        step = self.steps[index.row()]
        if role == Qt.ItemDataRole.DisplayRole:
            is_open = step.id == self.current and step.number
            return (
                self.tr("{number} · {title}").format(number=step.number, title=step.title)
                if is_open
                else step.title
            )
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return self.sentence(index.row())
        return step if role == _STEP else None

    def sentence(self, row: int) -> str:
        """A step as it is read aloud: "How fast we answer, step 5 of 16, done"."""
        step = self.steps[row]
        said = [
            step.title,
            self.tr("step {at} of {all}").format(at=row + 1, all=len(self.steps)),
        ]
        if step.group:
            said.append(step.group)
        if step.id == self.current:
            said.append(self.tr("open now"))
        if step.is_done:
            said.append(self.tr("done"))
        if step.note:
            said.append(step.note)
        return ", ".join(said)

    def heading(self, row: int) -> str:
        """What stands over a row: the heading of its group, where the group begins there."""
        before = self.steps[row - 1].group if row else ""
        return self.steps[row].group if self.steps[row].group != before else ""

    def row_of(self, step_id: str) -> int:
        """Where a step stands; -1 where there is none."""
        return next((at for at, step in enumerate(self.steps) if step.id == step_id), -1)


class _StepPainter(QStyledItemDelegate):
    """Draws a step: its tick, and its title over as many lines as it takes."""

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme = theme

    def _words(self, index: _Index) -> tuple[str, QFont, int]:
        """The words, their font, and what stands left of them in pixels."""
        step: Step = index.data(_STEP)
        model = index.model()
        is_open = isinstance(model, _Steps) and step.id == model.current
        font = QFont(self._theme.text_font())
        font.setBold(is_open)
        edge = self._theme.em(0.7)
        mark = self._theme.em(1.3) if step.is_done and not is_open else 0
        return str(index.data()), font, edge + mark

    def _text_rect(self, width: int, words: str, font: QFont, left: int) -> QRectF:
        room = max(width - left - self._theme.em(0.5), 1)
        return QRectF(
            QFontMetrics(font).boundingRect(
                0, 0, room, 10_000, int(Qt.TextFlag.TextWordWrap), words
            )
        )

    def _room(self) -> int:
        """Pixels across a row; less while a bar stands beside the rows."""
        view, edges = self.parent(), self._theme.em(2 * _EDGE)
        most = self._theme.em(_WIDTH) - edges
        bar = view.verticalScrollBar() if isinstance(view, QListView) else None
        return most - (bar.width() if bar is not None and bar.isVisible() else 0)

    def _heading(self, index: _Index) -> tuple[str, QFont, int]:
        """The heading over a step, its font, and its height in pixels; "" and 0 for none."""
        model = index.model()
        words = model.heading(index.row()) if isinstance(model, _Steps) else ""
        font = QFont(self._theme.text_font())
        font.setPointSizeF(font.pointSizeF() * _HEADING)
        if not words:
            return "", font, 0
        rect = self._text_rect(self._room(), words, font, self._theme.em(0.7))
        above = self._theme.em(0.7) if index.row() else 0
        return words, font, round(rect.height()) + self._theme.em(0.4) + above

    def sizeHint(self, _option: QStyleOptionViewItem, index: _Index) -> QSize:
        """High enough for the words, and for a finger."""
        rect = self._text_rect(self._room(), *self._words(index))
        high = round(rect.height()) + self._theme.em(0.7)
        high = max(high, self._theme.em(_LEAST_HIGH))
        return QSize(1, high + self._heading(index)[2])

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: _Index) -> None:
        """Draw the step; the open one on its own ground, the one with the keyboard ringed."""
        theme = self._theme
        step: Step = index.data(_STEP)
        model = index.model()
        is_open = isinstance(model, _Steps) and step.id == model.current
        words, font, left = self._words(index)
        edge = theme.em(_EDGE)
        rect = QRectF(option.rect).adjusted(edge, 0, -edge, 0)
        state = option.state
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        rect.setTop(self._draw_heading(painter, rect, index))
        if is_open:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(theme.colour("brand_soft"))
            painter.drawRoundedRect(rect.adjusted(1, 1, -1, -1), 7, 7)
        token = "brand" if is_open else "ink" if step.is_done else "soft_ink"
        if step.is_done and not is_open:
            side = theme.em(0.85)
            place = QRectF(rect.left() + theme.em(0.6), rect.center().y() - side / 2, side, side)
            draw_mark(painter, Tone.OK, place, theme.colour("ok"))
        painter.setFont(font)
        painter.setPen(theme.colour(token))
        room = rect.adjusted(left, 0, -theme.em(0.5), 0)
        flags = int(Qt.TextFlag.TextWordWrap | Qt.AlignmentFlag.AlignVCenter)
        painter.drawText(room, flags, words)
        if state & QStyle.StateFlag.State_HasFocus:
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(theme.colour("focus"), 2))
            painter.drawRoundedRect(rect.adjusted(2, 2, -2, -2), 6, 6)
        painter.restore()

    def _draw_heading(self, painter: QPainter, rect: QRectF, index: _Index) -> float:
        """Draw what stands over a step; return where the step itself begins."""
        words, font, high = self._heading(index)
        if words:
            place = QRectF(rect.left(), rect.top(), rect.width(), high)
            painter.setFont(font)
            painter.setPen(self._theme.colour("soft_ink"))
            place.adjust(self._theme.em(0.7), 0, -self._theme.em(0.5), -self._theme.em(0.25))
            flags = int(Qt.TextFlag.TextWordWrap | Qt.AlignmentFlag.AlignBottom)
            painter.drawText(place, flags, words)
        return rect.top() + high


class StepList(QWidget):
    """The pages of a guide, to go to any of them.

    Args:
        theme: colours and sizes.
        name: what the list is called for those who listen.

    Signals:
        chosen: (step id) somebody wants to be on that page.
    """

    chosen = Signal(str)

    def __init__(self, theme: Theme, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._is_folded = False
        self._build(name)
        self._wire()

    def _build(self, name: str) -> None:
        self._model = _Steps(self)
        self._list = QListView()
        self._list.setObjectName("steps")
        self._list.setModel(self._model)
        self._list.setItemDelegate(_StepPainter(self._theme, self._list))
        self._list.setFrameShape(QFrame.Shape.NoFrame)
        self._list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._list.setResizeMode(QListView.ResizeMode.Adjust)
        self._list.setWordWrap(True)  # else rows are not measured anew when the bar comes
        self._list.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self._list.setAccessibleName(name)
        self._combo = CalmCombo()
        self._combo.setAccessibleName(name)
        self._combo.hide()
        inside = QVBoxLayout(self)
        inside.setContentsMargins(0, 0, 0, 0)
        inside.addWidget(self._list, 1)
        inside.addWidget(self._combo)
        self._fit()

    def _wire(self) -> None:
        self._list.clicked.connect(self._on_opened)
        self._list.activated.connect(self._on_opened)
        self._combo.activated.connect(self._on_picked)
        self._theme.changed.connect(self._fit)

    def set_steps(self, steps: Sequence[Step], current: str) -> None:
        """Show these pages.

        Args:
            steps: in the order walked.
            current: id of the open page; "" for none.
        """
        moved = current != self._model.current
        self._model.show_steps(tuple(steps), current)
        row = self._model.row_of(current)
        if moved or not self._list.hasFocus():
            self._list.setCurrentIndex(self._model.index(row))
        self._combo.clear()
        for at, step in enumerate(steps):
            self._combo.addItem(
                self.tr("{at} of {all} · {title}").format(
                    at=at + 1, all=len(steps), title=step.title
                ),
                step.id,
            )
        self._combo.setCurrentIndex(row)
        self._list.scheduleDelayedItemsLayout()

    def set_folded(self, is_folded: bool) -> None:
        """Fold to one line, or unfold."""
        self._is_folded = is_folded
        self._list.setVisible(not is_folded)
        self._combo.setVisible(is_folded)
        self._fit()

    @property
    def is_folded(self) -> bool:
        """Whether one line is shown."""
        return self._is_folded

    def focus_target(self) -> QWidget:
        """What takes the keyboard."""
        return self._combo if self._is_folded else self._list

    def _fit(self) -> None:
        if self._is_folded:
            self.setMinimumWidth(0)
            self.setMaximumWidth(16_777_215)
        else:
            self.setFixedWidth(self._theme.em(_WIDTH))
        self._list.scheduleDelayedItemsLayout()

    def _on_opened(self, index: QModelIndex) -> None:
        self.chosen.emit(self._model.steps[index.row()].id)

    def _on_picked(self, row: int) -> None:
        self.chosen.emit(self._model.steps[row].id)
