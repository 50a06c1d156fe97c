# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""The boxes of Today: a heading, and under it one line for each card."""

from PySide6.QtCore import QEvent, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QEnterEvent,
    QFocusEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPen,
    QResizeEvent,
)
from PySide6.QtWidgets import (
    QBoxLayout,
    QFrame,
    QGraphicsBlurEffect,
    QHBoxLayout,
    QMenu,
    QPushButton,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from servicedesk.ui.core.theme import Theme
from servicedesk.ui.today.said import TodayBlock, TodayLine
from servicedesk.ui.widgets.buttons import link_button, main_button, side_button
from servicedesk.ui.widgets.chip import Chip
from servicedesk.ui.widgets.elided import ElidedLabel
from servicedesk.ui.widgets.flow import FlowLayout
from servicedesk.ui.widgets.sizes import em
from servicedesk.ui.widgets.text import label

_WORDS = 17
"""Where less than this, in text heights, is left for the words, the buttons stand under them."""

_STEPS = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1}
_KEYS = {
    Qt.Key.Key_Space: "Space",
    Qt.Key.Key_D: "D",
    Qt.Key.Key_N: "N",
    Qt.Key.Key_P: "P",
    Qt.Key.Key_Return: "Return",
    Qt.Key.Key_Enter: "Return",
}


class LineView(QWidget):
    """One card: a chip, what it is about, and its buttons.

    Args:
        line: in words.
        is_side: it stands in the narrow column.

    Signals:
        acted: (TodayAction) a button was chosen.

    Attributes:
        buttons: in order.
    """

    acted = Signal(object)

    def __init__(self, line: TodayLine, *, is_side: bool, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._is_side = is_side
        self.line = line
        words = QVBoxLayout()
        words.setSpacing(2)
        words.addWidget(label(line.title, "strong"))
        words.addWidget(self._sentence())
        self._words = words
        self.buttons: list[QPushButton] = []
        held = QWidget()
        self._held = held
        self._add_buttons(FlowLayout(held))
        self._chip = Chip(line.chip, line.tone)
        self._chip.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Maximum)
        self._row: QBoxLayout = QHBoxLayout(self)
        self._row.addWidget(self._chip)
        self._chip.setHidden(is_side and line.tone == "quiet")  # in the row: no window of its own
        self._row.addLayout(words, 1)
        self._row.addWidget(held)
        self._lay()

    def _sentence(self) -> QWidget:
        return label(self.line.sentence, "quiet")

    def _add_buttons(self, flow: FlowLayout) -> None:
        for number, button in enumerate(self.line.buttons):
            made = self._button(number, button.words)
            made.setAccessibleName(button.name)
            made.clicked.connect(lambda _=False, action=button.action: self.acted.emit(action))
            flow.addWidget(made)
            self.buttons.append(made)

    def _all_buttons(self) -> list[QPushButton]:
        return self.buttons

    def _button(self, number: int, words: str) -> QPushButton:
        if self._is_side:
            return link_button(words)
        if number == 0 and self.line.is_main:
            return main_button(words)
        return side_button(words)

    def _lay(self) -> None:
        """Put chip, words and buttons beside one another, or below where there is no room."""
        taken = self._chip.sizeHint().width() + self._buttons_wide()
        across = not self._is_side and self.width() - taken >= em(self, _WORDS)
        way = QBoxLayout.Direction.LeftToRight if across else QBoxLayout.Direction.TopToBottom
        self._row.setDirection(way)
        self._row.setSpacing(em(self, 0.7 if across else 0.3))
        middle = Qt.AlignmentFlag.AlignVCenter if across else Qt.AlignmentFlag.AlignLeft
        self._row.setAlignment(self._chip, middle)
        if across:
            self._row.setAlignment(self._held, middle)
        else:
            self._row.setAlignment(self._held, Qt.AlignmentFlag(0))
        high, wide = em(self, 0.6), em(self, 0.8)
        self._row.setContentsMargins(wide, high, wide, high)
        self._held.setMinimumWidth(self._buttons_wide() if across else 0)

    def _buttons_wide(self) -> int:
        """Room for all buttons on one line."""
        hints = [button.sizeHint().width() for button in self._all_buttons()]
        return sum(hints) + 8 * max(0, len(hints) - 1)

    def minimumSizeHint(self) -> QSize:
        """It folds before it is cut, and is as high as its words need at the width it has."""
        widest = max(
            (button.minimumSizeHint().width() for button in self._all_buttons()), default=0
        )
        return QSize(max(widest, em(self, 10)), self.heightForWidth(self.width()))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Fold or unfold."""
        super().resizeEvent(event)
        self._lay()

    def changeEvent(self, event: QEvent) -> None:
        """Measure again when the letters change."""
        super().changeEvent(event)
        if event.type() in (QEvent.Type.FontChange, QEvent.Type.StyleChange) and hasattr(
            self, "_row"
        ):
            self._lay()


class RowView(LineView):
    """A promise or an enquiry: a line that takes the keyboard and hears keys of its own.

    Args:
        line: in words.
        theme: for the ring round it.

    Signals:
        step_wanted: (1 or -1) the row below or above shall get the keyboard.

    Attributes:
        more: the button with what else can be done, or None.
    """

    step_wanted = Signal(int)

    def __init__(self, line: TodayLine, theme: Theme, parent: QWidget | None = None) -> None:
        self.more: QPushButton | None = None
        super().__init__(line, is_side=False, parent=parent)
        self._theme = theme
        self.setAccessibleName(line.spoken)
        self.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
        if line.remember:
            self._words.addWidget(label(line.remember, "small"))
        theme.veiled.connect(self._veil)
        self._veil()

    def _veil(self) -> None:
        """Blur the words while names are not for everybody, but for who points at the row."""
        is_veiled = self._theme.is_veiled and not (self.underMouse() or self.hasFocus())
        for place in range(self._words.count()):
            item = self._words.itemAt(place)
            words = None if item is None else item.widget()
            if words is None or is_veiled == (words.graphicsEffect() is not None):
                continue
            effect = QGraphicsBlurEffect(words) if is_veiled else None
            if effect is not None:
                effect.setBlurRadius(em(self, 0.6))
            words.setGraphicsEffect(effect)  # type: ignore[arg-type]  # None takes it away

    def _sentence(self) -> QWidget:
        return ElidedLabel(self.line.sentence, "quiet")

    def _add_buttons(self, flow: FlowLayout) -> None:
        super()._add_buttons(flow)
        if not self.line.menu:
            return
        self.more = side_button("…")
        self.more.setAccessibleName(self.tr("More: {title}").format(title=self.line.title))
        menu = QMenu(self.more)
        for entry in self.line.menu:
            menu.addAction(entry.words.replace("&", "&&")).triggered.connect(
                lambda _=False, action=entry.action: self.acted.emit(action)
            )
        self.more.clicked.connect(self._open_menu)
        self._menu = menu
        flow.addWidget(self.more)

    def _open_menu(self) -> None:
        if self.more is not None:
            self._menu.popup(self.more.mapToGlobal(self.more.rect().bottomLeft()))

    def _all_buttons(self) -> list[QPushButton]:
        return [*self.buttons, *([self.more] if self.more is not None else [])]

    def rest(self, *, is_resting: bool) -> None:
        """Be the one row of its list that Tab comes to, or not."""
        way = Qt.FocusPolicy.StrongFocus if is_resting else Qt.FocusPolicy.ClickFocus
        for part in (self, *self._all_buttons()):
            part.setFocusPolicy(way)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Do what the key of a row stands for; arrows go from row to row."""
        key = Qt.Key(event.key())
        is_plain = event.modifiers() in (
            Qt.KeyboardModifier.NoModifier,
            Qt.KeyboardModifier.KeypadModifier,
        )
        name = _KEYS.get(key, "")
        if is_plain and key in _STEPS:
            self.step_wanted.emit(_STEPS[key])
        elif is_plain and name in self.line.keys and self.hasFocus():
            if not event.isAutoRepeat():
                self.acted.emit(self.line.keys[name])
        else:
            super().keyPressEvent(event)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """Open it."""
        del event  # wherever on the row it was
        opened = self.line.keys.get("Return")
        if opened is not None:
            self.acted.emit(opened)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Draw the ring."""
        super().focusInEvent(event)
        self._veil()
        self.update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Take the ring away."""
        super().focusOutEvent(event)
        self._veil()
        self.update()

    def enterEvent(self, event: QEnterEvent) -> None:
        """Let it be read."""
        super().enterEvent(event)
        self._veil()

    def leaveEvent(self, event: QEvent) -> None:
        """Let it be read no more, where names are not for everybody."""
        super().leaveEvent(event)
        self._veil()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw a ring round the row that has the keyboard."""
        super().paintEvent(event)
        if self.hasFocus():
            painter = QPainter(self)
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(QPen(self._theme.colour("focus"), 2))
            painter.drawRoundedRect(QRectF(self.rect()).adjusted(2, 2, -2, -2), 7, 7)
            painter.end()


class BlockView(QWidget):
    """A heading and a white box with a line for each card.

    Args:
        block: in words.
        theme: colours, alive.

    Signals:
        acted: (TodayAction) a button was chosen.

    Attributes:
        lines: in order.
    """

    acted = Signal(object)

    def __init__(self, block: TodayBlock, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(em(self, 0.4))
        whole.addWidget(label(block.heading, "section"))
        box = QFrame()
        box.setObjectName("card")
        inside = QVBoxLayout(box)
        inside.setContentsMargins(0, 0, 0, 0)
        inside.setSpacing(0)
        self.lines: list[LineView] = []
        for line in block.lines:
            if self.lines:
                inside.addWidget(_rule())
            view = RowView(line, theme) if line.key else LineView(line, is_side=block.is_side)
            view.acted.connect(self.acted)
            inside.addWidget(view)
            self.lines.append(view)
        whole.addWidget(box)


def _rule() -> QFrame:
    """The thin line between two cards."""
    made = QFrame()
    made.setObjectName("line")
    return made
