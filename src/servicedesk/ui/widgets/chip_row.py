# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""A row of round buttons to choose from: one stop for Tab, arrows go along it, Space chooses."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QPushButton, QSizePolicy, QWidget

from servicedesk.ui.widgets.buttons import chip_button
from servicedesk.ui.widgets.flow import FlowLayout
from servicedesk.ui.widgets.tab_order import rest_on

_ON = (Qt.Key.Key_Right, Qt.Key.Key_Down)
_BACK = (Qt.Key.Key_Left, Qt.Key.Key_Up)
_LAID_OUT = (QEvent.Type.Resize, QEvent.Type.LayoutRequest)


class ChipRow(QWidget):
    """Things to choose from.

    Args:
        names: as shown.
        is_single: choosing one lets go of the others.
        can_let_go: the one that is chosen can be let go of, so that none is.

    Signals:
        chosen: something was chosen or let go of by the person.
    """

    chosen = Signal()

    def __init__(
        self,
        names: Sequence[str],
        *,
        is_single: bool,
        can_let_go: bool = True,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._is_single = is_single
        self._can_let_go = can_let_go or not is_single
        row = self._row = FlowLayout(self)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.chips: tuple[QPushButton, ...] = tuple(
            chip_button(name.replace("&", "&&"), is_ticked=not is_single)  # a name, no shortcut
            for name in names
        )
        for position, (chip, name) in enumerate(zip(self.chips, names, strict=True)):
            chip.setAccessibleName(name)
            chip.clicked.connect(lambda _=False, at=position: self._on_clicked(at))
            chip.installEventFilter(self)
            row.addWidget(chip)
        self._rest_on(0)

    def picked(self) -> tuple[int, ...]:
        """Positions of what is chosen, in order."""
        return tuple(at for at, chip in enumerate(self.chips) if chip.isChecked())

    def pick(self, positions: Sequence[int]) -> None:
        """Show what is chosen; says nothing."""
        for at, chip in enumerate(self.chips):
            chip.setChecked(at in positions)
        if positions:
            self._rest_on(min(positions))

    def resting(self) -> QPushButton:
        """The chip that Tab comes to."""
        return self.chips[self._resting]

    def _rest_on(self, position: int) -> None:
        self._resting = position
        rest_on(self.chips[position], self.chips)

    def _on_clicked(self, position: int) -> None:
        chip = self.chips[position]
        if self._is_single:
            if not chip.isChecked() and not self._can_let_go:
                chip.setChecked(True)
            for other in self.chips:
                if other is not chip:
                    other.setChecked(False)
        self._rest_on(position)
        self.chosen.emit()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Go along the row by arrows, and choose by number."""
        if isinstance(event, QKeyEvent) and event.type() is QEvent.Type.KeyPress:
            at = self._resting
            key = event.key()
            if key in _ON or key in _BACK:
                self._go((at + (1 if key in _ON else -1)) % len(self.chips))
                return True
            if event.text() and event.text() in "123456789" and not event.modifiers():
                wanted = int(event.text()) - 1
                if wanted < len(self.chips):
                    self._go(wanted)
                    self.chips[wanted].click()
                return True
        return super().eventFilter(watched, event)

    def event(self, event: QEvent) -> bool:
        """Keep every line of chips whole: where height is short, the list below gives way."""
        done = super().event(event)
        if event.type() in _LAID_OUT:
            self.setMinimumHeight(self._row.heightForWidth(self.width()))
        return done

    def _go(self, position: int) -> None:
        self._rest_on(position)
        self.chips[position].setFocus(Qt.FocusReason.TabFocusReason)
