# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""Two things side by side where there is room for both, one above the other where there is not."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QSizePolicy, QWidget

from servicedesk.ui.widgets.sizes import em

_GAP = 18


class Pair(QWidget):
    """Two widgets, the first left of the second or above it.

    Put it in its place before it is filled: what comes from another window is led to last by Tab.

    Args:
        least: width from which on they stand side by side, in text heights.
    """

    def __init__(self, least: float = 36, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._least = least
        self._line = QBoxLayout(QBoxLayout.Direction.TopToBottom, self)
        self._line.setContentsMargins(0, 0, 0, 0)
        self._line.setSpacing(_GAP)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def put(self, *parts: QWidget) -> None:
        """Take widgets in, in the order in which they are read."""
        for part in parts:
            self._line.addWidget(part, 1, Qt.AlignmentFlag.AlignTop)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Turn the line as the room asks for it."""
        super().resizeEvent(event)
        is_wide = self.width() >= em(self, self._least)
        wanted = QBoxLayout.Direction.LeftToRight if is_wide else QBoxLayout.Direction.TopToBottom
        if self._line.direction() != wanted:
            self._line.setDirection(wanted)
            self.updateGeometry()
