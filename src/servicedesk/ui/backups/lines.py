# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""A place for one sentence of news whose tone may change while it is on the screen."""

from PySide6.QtWidgets import QVBoxLayout, QWidget

from servicedesk.ui.widgets.card import Notice
from servicedesk.ui.widgets.chip import MarkedLabel


class NewsLine(QWidget):
    """Shows a sentence with the sign of its tone, or nothing.

    Args:
        is_boxed: it stands in a coloured box.
    """

    def __init__(self, *, is_boxed: bool = False, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._is_boxed = is_boxed
        self._said = ("", "")
        self._shown: QWidget | None = None
        self._place = QVBoxLayout(self)
        self._place.setContentsMargins(0, 0, 0, 0)
        self.hide()

    def say(self, sentence: str, tone: str) -> None:
        """Show a sentence.

        Args:
            sentence: "" for nothing.
            tone: "ok", "due", "late" or "quiet".
        """
        if (sentence, tone) == self._said:
            return
        self._said = (sentence, tone)
        if self._shown is not None:
            self._place.removeWidget(self._shown)
            self._shown.hide()
            self._shown.deleteLater()
            self._shown = None
        if sentence:
            self._shown = self._made(sentence, tone)
            self._place.addWidget(self._shown)
            self._shown.show()
        self.setVisible(bool(sentence))

    def _made(self, sentence: str, tone: str) -> QWidget:
        if self._is_boxed:
            return Notice(tone, sentence)
        made = MarkedLabel(sentence, tone, "error" if tone == "late" else "")
        made.setWordWrap(True)
        return made
