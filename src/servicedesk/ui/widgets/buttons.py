# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""Buttons whose words wrap where there is no room, so that none is cut off at any text size."""

from PySide6.QtCore import QEvent, QSize, Qt
from PySide6.QtWidgets import (
    QPushButton,
    QSizePolicy,
    QStyle,
    QStyleOptionButton,
    QWidget,
)

_ICON_GAP = 4


class WrapButton(QPushButton):
    """A button that breaks its words into lines when it is given less room than they need."""

    def __init__(self, text: str, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName(name)
        self.setText(text)
        self.setAutoDefault(False)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def _frame(self) -> int:
        """What stands left and right of the words, in pixels."""
        return self._boxed(0, 0).width()

    def _boxed(self, width: int, height: int) -> QSize:
        option = QStyleOptionButton()
        super().initStyleOption(option)
        if not self.icon().isNull():
            width += self.iconSize().width() + _ICON_GAP
            height = max(height, self.iconSize().height())
        return self.style().sizeFromContents(
            QStyle.ContentsType.CT_PushButton, option, QSize(width, height), self
        )

    def _broken(self, width: int) -> str:
        """The words in lines of at most so many pixels, where no single word is longer."""
        metrics = self.fontMetrics()
        shown = self.text()
        if metrics.size(Qt.TextFlag.TextShowMnemonic, shown).width() <= width:
            return shown
        lines: list[str] = []
        for word in shown.split():
            longer = f"{lines[-1]} {word}" if lines else word
            if lines and metrics.horizontalAdvance(longer) <= width:
                lines[-1] = longer
            else:
                lines.append(word)
        return "\n".join(lines)

    def _size_of(self, words: str) -> QSize:
        size = self.fontMetrics().size(Qt.TextFlag.TextShowMnemonic, words)
        return self._boxed(size.width(), size.height())

    def sizeHint(self) -> QSize:
        """All words on one line."""
        return self._size_of(self.text())

    def minimumSizeHint(self) -> QSize:
        """The longest word on a line of its own."""
        words = self.text().split()
        widest = max((self._size_of(word).width() for word in words), default=0)
        return QSize(widest, self._size_of(self.text()).height())

    def hasHeightForWidth(self) -> bool:
        """A narrow button is a higher one."""
        return True

    def heightForWidth(self, width: int) -> int:
        """How high the button is when it is so wide, in pixels."""
        return self._size_of(self._broken(width - self._frame())).height()

    def initStyleOption(self, option: QStyleOptionButton) -> None:
        """Hand the broken words to the style."""
        super().initStyleOption(option)
        option.text = self._broken(self.width() - self._frame())

    def changeEvent(self, event: QEvent) -> None:
        """Ask for other room when the letters change."""
        super().changeEvent(event)
        if event.type() in (QEvent.Type.FontChange, QEvent.Type.StyleChange):
            self.updateGeometry()


def main_button(text: str) -> QPushButton:
    """The one button of a page or dialog that goes on."""
    return WrapButton(text, "main")


def side_button(text: str) -> QPushButton:
    """A button that does something else."""
    return WrapButton(text, "side")


def link_button(text: str) -> QPushButton:
    """A quiet button that looks like a link; it is reached by Tab like any other."""
    return WrapButton(text, "link")


def danger_button(text: str) -> QPushButton:
    """A button for what cannot be undone."""
    return WrapButton(text, "danger")


def chip_button(text: str) -> QPushButton:
    """A round button that stays down: something chosen."""
    made = WrapButton(text, "chip")
    made.setCheckable(True)
    return made
