# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""The foot of the letter form: what sending does, why it did not go out, and the buttons."""

from PySide6.QtWidgets import QProgressBar, QVBoxLayout, QWidget

from servicedesk.ui.core.workbench import Workbench
from servicedesk.ui.letters.outlook import LetterOutlook
from servicedesk.ui.letters.presenter import LettersPresenter
from servicedesk.ui.letters.state import LetterState
from servicedesk.ui.widgets.buttons import main_button, side_button
from servicedesk.ui.widgets.chip import MarkedLabel
from servicedesk.ui.widgets.flow import FlowLayout
from servicedesk.ui.widgets.marks import Tone


class LetterFoot(QWidget):
    """Stands below the form however far it is scrolled.

    Args:
        bench: of the open file.
        presenter: keeps the letter.

    Attributes:
        outlook: what sending does.
        print_button, save_button: issue it.
        look_button: shows its page.
        stop_button: stops many letters that are under way.
    """

    def __init__(
        self, bench: Workbench, presenter: LettersPresenter, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setObjectName("band")
        whole = QVBoxLayout(self)
        whole.setContentsMargins(20, 12, 20, 14)
        self.outlook = LetterOutlook(bench)
        self._bar = QProgressBar()
        self._bar.setAccessibleName(self.tr("Letters that are issued"))
        self.stop_button = side_button(self.tr("Stop: nothing goes out"))
        self._held = MarkedLabel("", Tone.LATE, "error")
        self._held.setWordWrap(True)
        for widget in (self.outlook, self._bar, self.stop_button, self._held):
            whole.addWidget(widget)
        rows = FlowLayout(gap=10)
        whole.addLayout(rows)
        self.print_button = main_button(self.tr("Issue and print"))
        self.save_button = side_button(self.tr("Issue and save PDF"))
        self.look_button = side_button(self.tr("Look at it"))
        self._buttons = (self.print_button, self.save_button, self.look_button)
        for button in self._buttons:
            rows.addWidget(button)
        self.stop_button.clicked.connect(presenter.outgoing.stop)
        self._is_busy: bool | None = None

    def held_text(self) -> str:
        """Why the letter has not gone out when that was asked for last; "" for nothing."""
        return self._held.text()

    def show_state(self, state: LetterState) -> None:
        """Show what sending does and why it did not; while many are under way, how far they are."""
        self.outlook.show_state(state)
        self._held.setText("" if state.held is None else state.held.said)
        self._held.setVisible(state.held is not None)
        done, total = state.sending or (0, 0)
        self._bar.setRange(0, max(total, 1))
        self._bar.setValue(done)
        is_busy = total > 0
        if is_busy == self._is_busy:
            return
        self._is_busy = is_busy
        self._bar.setVisible(is_busy)
        self.stop_button.setVisible(is_busy)
        for button in self._buttons:
            button.setEnabled(not is_busy)
