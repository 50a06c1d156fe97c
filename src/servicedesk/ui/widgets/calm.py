# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""Lists, numbers and sliders that the wheel scrolls past: it changes nothing unseen.

A list that is open is a window of its own, and there the wheel goes through it as ever.
"""

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import QComboBox, QSlider, QSpinBox, QStyle, QStyleOptionComboBox, QWidget

from servicedesk.ui.widgets.sizes import em


class CalmCombo(QComboBox):
    """A list that opens."""

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Let the page scroll."""
        event.ignore()


class FittedCombo(CalmCombo):
    """A list that opens, as wide as what is chosen."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.currentTextChanged.connect(self.updateGeometry)

    def sizeHint(self) -> QSize:
        """What is chosen and the arrow; the list that opens is as wide as it needs."""
        option = QStyleOptionComboBox()
        self.initStyleOption(option)
        words = self.fontMetrics().size(Qt.TextFlag.TextSingleLine, self.currentText())
        kind = QStyle.ContentsType.CT_ComboBox
        return self.style().sizeFromContents(kind, option, words, self)

    def minimumSizeHint(self) -> QSize:
        """The same: what is chosen is never cut off."""
        return self.sizeHint()

    def showPopup(self) -> None:
        """Open the list wide enough for its longest line."""
        widest = max(
            (self.fontMetrics().horizontalAdvance(self.itemText(at)) for at in range(self.count())),
            default=0,
        )
        self.view().setMinimumWidth(widest + em(self, 2))
        super().showPopup()


class CalmSpin(QSpinBox):
    """A whole number with steps."""

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Let the page scroll."""
        event.ignore()


class CalmSlider(QSlider):
    """A number to drag."""

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Let the page scroll."""
        event.ignore()
