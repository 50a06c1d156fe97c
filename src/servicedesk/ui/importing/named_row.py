# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""A choice with its label over it: a list that opens, or a row of round buttons."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QSizePolicy, QVBoxLayout, QWidget

from servicedesk.ui.widgets.calm import FittedCombo
from servicedesk.ui.widgets.chip import MarkedLabel
from servicedesk.ui.widgets.chip_row import ChipRow
from servicedesk.ui.widgets.marks import Tone
from servicedesk.ui.widgets.text import label


class NamedCombo(QWidget):
    """A list that opens, under its label.

    Args:
        name: of the choice.
        entries: to choose from.

    Signals:
        picked: (place) something else was chosen by the person.
    """

    picked = Signal(int)

    def __init__(self, name: str, entries: Sequence[str], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        rows = QVBoxLayout(self)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.setSpacing(4)
        rows.addWidget(label(name, "strong"))
        self.combo = FittedCombo()
        self.combo.setAccessibleName(name)
        self.combo.addItems(list(entries))
        self.combo.activated.connect(self.picked)
        rows.addWidget(self.combo)

    def offer(self, entries: Sequence[str]) -> None:
        """Offer other entries; says nothing."""
        there = [self.combo.itemText(at) for at in range(self.combo.count())]
        if there != list(entries):
            self.combo.clear()
            self.combo.addItems(list(entries))

    def pick(self, place: int) -> None:
        """Show what is chosen; says nothing."""
        self.combo.setCurrentIndex(place)


class NamedChips(QWidget):
    """A row of round buttons of which one is down, under its label.

    Args:
        name: of the choice.
        entries: to choose from.

    Signals:
        picked: (place) something else was chosen by the person.
    """

    picked = Signal(int)

    def __init__(self, name: str, entries: Sequence[str], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        rows = QVBoxLayout(self)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.setSpacing(4)
        rows.addWidget(label(name, "strong"))
        self.row = ChipRow(entries, is_single=True, can_let_go=False)
        self.row.setAccessibleName(name)
        for chip in self.row.chips:
            chip.setAccessibleName(
                self.tr("{choice}, {question}").format(choice=chip.text(), question=name)
            )
        self.row.chosen.connect(self._tell)
        rows.addWidget(self.row)
        self._error = MarkedLabel("", Tone.LATE, "error")
        self._error.setWordWrap(True)
        self._error.hide()
        rows.addWidget(self._error)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def pick(self, place: int | None) -> None:
        """Show what is chosen, or that nothing is; says nothing."""
        self.row.pick([] if place is None else [place])

    def show_error(self, sentence: str) -> None:
        """Say what is to be mended; "" for nothing."""
        self._error.setText(sentence)
        self._error.setVisible(bool(sentence))
        for chip in self.row.chips:
            chip.setAccessibleDescription(sentence)

    def resting(self) -> QWidget:
        """The button that Tab comes to."""
        return self.row.resting()

    def _tell(self) -> None:
        picked = self.row.picked()
        if picked:
            self.picked.emit(picked[0])
