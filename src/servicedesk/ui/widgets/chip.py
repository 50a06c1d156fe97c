# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""A short word of news in a coloured box, with a sign: "kept", "due Friday", "late"."""

from PySide6.QtCore import QEvent, QRectF, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from servicedesk.ui.widgets.marks import Tone, draw_mark
from servicedesk.ui.widgets.text import TextLabel

_MARK = 0.8
"""Size of the sign, as a share of the height of a line."""


class MarkedLabel(TextLabel):
    """Words with the sign of their tone before them, both in the same colour.

    Args:
        text: the words; plain, whatever stands in them.
        tone: of the sign: "ok", "due", "late" or "quiet".
        name: how the theme dresses it.
    """

    def __init__(self, text: str, tone: str, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._tone = Tone(tone)
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setObjectName(name)
        self.setText(text)
        self._make_room()

    def _mark_size(self) -> float:
        return self.fontMetrics().height() * _MARK

    def _make_room(self) -> None:
        self.setIndent(round(self._mark_size() * 1.35))

    def changeEvent(self, event: QEvent) -> None:
        """Keep the sign as large as the words."""
        super().changeEvent(event)
        if event.type() in (QEvent.Type.FontChange, QEvent.Type.StyleChange):
            self._make_room()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the words and the sign before their first line."""
        super().paintEvent(event)
        if not self.text():
            return
        side = self._mark_size()
        inside = self.contentsRect()
        line = self.fontMetrics().height()
        lines_high = self.heightForWidth(self.width()) if self.wordWrap() else self.height()
        is_one_line = not self.wordWrap() or lines_high < 2 * line
        middle = inside.top() + (inside.height() if is_one_line else line) / 2
        painter = QPainter(self)
        place = QRectF(inside.left(), middle - side / 2, side, side)
        draw_mark(painter, self._tone, place, self.palette().windowText().color())
        painter.end()


class Chip(MarkedLabel):
    """One word or two of news.

    Args:
        text: such as "late by 1 day".
        tone: "ok", "due", "late" or "quiet".
    """

    def __init__(self, text: str, tone: str = "quiet", parent: QWidget | None = None) -> None:
        super().__init__(text, tone, f"chip_{tone}", parent)

    def show_news(self, text: str, tone: str) -> None:
        """Say something else."""
        self._tone = Tone(tone)
        self.setText(text)
        if self.objectName() != f"chip_{tone}":
            self.setObjectName(f"chip_{tone}")
            self.style().unpolish(self)
            self.style().polish(self)
        self.update()
