# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""Phones and e-mail addresses of a customer; a click, or Space, copies one."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QPushButton, QWidget

from servicedesk.domain.customers import Reach
from servicedesk.ui.widgets.buttons import link_button
from servicedesk.ui.widgets.flow import FlowLayout


class ReachLine(QWidget):
    """All of them on one line, or as many lines as they need.

    Signals:
        copied: (words) they lie ready to be pasted.
    """

    copied = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self._row = FlowLayout(self)
        self._reaches: tuple[Reach, ...] = ()
        self.buttons: list[QPushButton] = []

    def show_reaches(self, reaches: Sequence[Reach]) -> None:
        """Show these, the one to try first at the head."""
        self.setVisible(bool(reaches))
        if tuple(reaches) == self._reaches:
            return
        self._reaches = tuple(reaches)
        for old in self.buttons:
            self._row.removeWidget(old)
            old.hide()
            old.setParent(None)
            old.deleteLater()
        self.buttons = []
        for reach in reaches:
            words = f"{reach.shown} ({reach.label})" if reach.label else reach.shown
            button = link_button(words.replace("&", "&&"))
            button.setToolTip(self.tr("Click to copy"))
            button.setAccessibleDescription(self.tr("Copies it"))
            button.clicked.connect(lambda _=False, shown=reach.shown: self._copy(shown))
            self._row.addWidget(button)
            button.show()
            self.buttons.append(button)

    def _copy(self, shown: str) -> None:
        QGuiApplication.clipboard().setText(shown)
        self.copied.emit(shown)
