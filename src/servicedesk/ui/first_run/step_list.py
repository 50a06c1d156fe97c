# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""The steps of the first run at the left, each with its number and how it stands."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QIcon, QPixmap
from PySide6.QtWidgets import QButtonGroup, QFrame, QVBoxLayout, QWidget

from servicedesk.ui.core.theme import Theme
from servicedesk.ui.first_run.presenter import FirstRunState
from servicedesk.ui.widgets.buttons import WrapButton
from servicedesk.ui.widgets.text import label


class StepList(QFrame):
    """Every page, one chosen.

    Signals:
        chosen: (place) a page is wanted, from 0.

    Args:
        state: the pages.
        theme: draws the ticks, and measures.
    """

    chosen = Signal(int)

    def __init__(self, state: FirstRunState, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("steps")
        self._theme = theme
        rows = QVBoxLayout(self)
        rows.setContentsMargins(12, 18, 12, 18)
        rows.setSpacing(4)
        rows.addWidget(label(self.tr("Set up your shop"), "section"))
        rows.addSpacing(6)
        group = QButtonGroup(self)
        self.buttons: list[WrapButton] = []
        for at, page in enumerate(state.pages):
            words = self.tr("{number}  {title}").format(number=page.number, title=page.title)
            button = WrapButton(words, "rail")
            button.setCheckable(True)
            button.clicked.connect(lambda _=False, place=at: self.chosen.emit(place))
            group.addButton(button)
            rows.addWidget(button)
            self.buttons.append(button)
        rows.addStretch(1)
        self.show_state(state)

    def show_state(self, state: FirstRunState) -> None:
        """Show which page it is and which are done."""
        for at, (button, page) in enumerate(zip(self.buttons, state.pages, strict=True)):
            button.setChecked(at == state.at)
            is_done = page.id in state.seen
            size = self._theme.icon_size(1.1)
            empty = QPixmap(size)
            empty.fill(Qt.GlobalColor.transparent)
            button.setIcon(self._theme.icon("check", "ok") if is_done else QIcon(empty))
            button.setIconSize(size)
            button.setAccessibleDescription(self.tr("done") if is_done else "")
