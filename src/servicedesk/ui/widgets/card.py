# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""Boxes that hold what belongs together, and notices that say one thing with one way on."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from servicedesk.ui.widgets.buttons import link_button
from servicedesk.ui.widgets.chip import MarkedLabel
from servicedesk.ui.widgets.flow import FlowLayout
from servicedesk.ui.widgets.text import label

_MARGIN = 16
_GAP = 10


class Card(QFrame):
    """A white box with round corners.

    Args:
        title: over its content; "" for none.

    Attributes:
        body: put widgets in here, from the top.
    """

    def __init__(self, title: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("card")
        self.body = QVBoxLayout(self)
        self.body.setContentsMargins(_MARGIN, _MARGIN, _MARGIN, _MARGIN)
        self.body.setSpacing(_GAP)
        if title:
            self.body.addWidget(label(title, "section"))


class Notice(QFrame):
    """One sentence in a coloured box, with at most one thing to do about it.

    Args:
        tone: "ok", "due", "late" or "quiet".
        text: the sentence.
        action_text: of the link under it; "" for none.

    Signals:
        acted: the link was chosen.
    """

    acted = Signal()

    def __init__(
        self, tone: str, text: str, action_text: str = "", parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setObjectName(f"notice_{tone}")
        inside = QVBoxLayout(self)
        inside.setContentsMargins(12, 10, 12, 10)
        inside.setSpacing(2)
        self._words = MarkedLabel(text, tone, "notice_words")
        self._words.setWordWrap(True)
        inside.addWidget(self._words)
        if action_text:
            action = link_button(action_text)
            action.clicked.connect(self.acted)
            line = FlowLayout()
            inside.addLayout(line)
            line.addWidget(action)

    def text(self) -> str:
        """What it says."""
        return self._words.text()
