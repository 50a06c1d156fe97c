# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""The boxes of Today: a heading, and under it one line for each card."""

from PySide6.QtCore import QEvent, QSize, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import (
    QBoxLayout,
    QFrame,
    QHBoxLayout,
    QPushButton,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from servicedesk.ui.today.presenter import TodayBlock, TodayLine
from servicedesk.ui.widgets.buttons import link_button, main_button, side_button
from servicedesk.ui.widgets.chip import Chip
from servicedesk.ui.widgets.flow import FlowLayout
from servicedesk.ui.widgets.sizes import em
from servicedesk.ui.widgets.text import label

_WORDS = 17
"""Where less than this, in text heights, is left for the words, the buttons stand under them."""


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
        words.addWidget(label(line.sentence, "quiet"))
        self.buttons: list[QPushButton] = []
        held = QWidget()
        self._held = held
        flow = FlowLayout(held)
        for number, button in enumerate(line.buttons):
            made = self._button(number, button.words)
            made.setAccessibleName(button.name)
            made.clicked.connect(lambda _=False, action=button.action: self.acted.emit(action))
            flow.addWidget(made)
            self.buttons.append(made)
        self._chip = Chip(line.chip, line.tone)
        self._chip.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Maximum)
        self._row: QBoxLayout = QHBoxLayout(self)
        self._row.addWidget(self._chip)
        self._chip.setHidden(is_side and line.tone == "quiet")  # in the row: no window of its own
        self._row.addLayout(words, 1)
        self._row.addWidget(held)
        self._lay()

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
        hints = [button.sizeHint().width() for button in self.buttons]
        return sum(hints) + 8 * max(0, len(hints) - 1)

    def minimumSizeHint(self) -> QSize:
        """It folds before it is cut, and is as high as its words need at the width it has."""
        widest = max((button.minimumSizeHint().width() for button in self.buttons), default=0)
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


class BlockView(QWidget):
    """A heading and a white box with a line for each card.

    Args:
        block: in words.

    Signals:
        acted: (TodayAction) a button was chosen.

    Attributes:
        lines: in order.
    """

    acted = Signal(object)

    def __init__(self, block: TodayBlock, parent: QWidget | None = None) -> None:
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
            view = LineView(line, is_side=block.is_side)
            view.acted.connect(self.acted)
            inside.addWidget(view)
            self.lines.append(view)
        whole.addWidget(box)


def _rule() -> QFrame:
    """The thin line between two cards."""
    made = QFrame()
    made.setObjectName("line")
    return made
