# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""A few words to choose one of, as tabs are chosen: small, in a row, the chosen one in colour."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QButtonGroup, QSizePolicy, QToolButton, QWidget

from servicedesk.ui.widgets.enter import press_by_enter
from servicedesk.ui.widgets.flow import FlowLayout
from servicedesk.ui.widgets.tab_order import rest_on

_STEPS = {
    Qt.Key.Key_Right: 1,
    Qt.Key.Key_Down: 1,
    Qt.Key.Key_Left: -1,
    Qt.Key.Key_Up: -1,
}


class Toggles(QWidget):
    """One of them is always chosen; Tab stops there, arrows go along.

    Args:
        names: as shown.

    Signals:
        chosen: (position) the person chose another one.
    """

    chosen = Signal(int)

    def __init__(self, names: Sequence[str], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._group = QButtonGroup(self)
        row = FlowLayout(self, gap=2)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        for at, name in enumerate(names):
            button = QToolButton()
            button.setText(name)
            button.setAccessibleName(name)
            button.setCheckable(True)
            button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextOnly)
            button.installEventFilter(self)
            press_by_enter(button)
            self._group.addButton(button, at)
            row.addWidget(button)
        self._group.idClicked.connect(self._on_clicked)
        self.pick(0)

    def picked(self) -> int:
        """Position of the chosen one."""
        return self._group.checkedId()

    def pick(self, at: int) -> None:
        """Choose one without saying so."""
        chosen = self._group.button(at)
        rest_on(chosen, self._group.buttons())
        chosen.setChecked(True)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Arrows choose the next one, as they do among tabs."""
        if isinstance(event, QKeyEvent) and event.type() is QEvent.Type.KeyPress:
            step = _STEPS.get(Qt.Key(event.key()), 0)
            at = self.picked() + step
            if step and 0 <= at < len(self._group.buttons()):
                self.pick(at)
                self._group.button(at).setFocus(Qt.FocusReason.OtherFocusReason)
                self.chosen.emit(at)
                return True
        return super().eventFilter(watched, event)

    def _on_clicked(self, at: int) -> None:
        self.pick(at)
        self.chosen.emit(at)
