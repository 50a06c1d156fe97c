# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""The bar over the wizard: how far the charter has come, and the ways out of it."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QWidget

from servicedesk.ui.charter.wizard_state import PUBLISH, WizardState
from servicedesk.ui.widgets.buttons import main_button, side_button
from servicedesk.ui.widgets.flow import FlowLayout
from servicedesk.ui.widgets.text import single_line


class WizardHeader(QFrame):
    """Title, state and three buttons.

    Signals:
        print_wanted: print the draft as it stands.
        stop_wanted: keep everything and leave.
        publish_wanted: go where one publishes.
    """

    print_wanted = Signal()
    stop_wanted = Signal()
    publish_wanted = Signal()

    def __init__(self, title: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("band")
        self._title = single_line(title, "title")
        self._come = single_line("", "quiet")
        self._print = side_button(self.tr("Print a draft"))
        self._stop = side_button(self.tr("Save and stop"))
        self._publish = main_button(self.tr("Publish"))
        self._print.clicked.connect(self.print_wanted)
        self._stop.clicked.connect(self.stop_wanted)
        self._publish.clicked.connect(self.publish_wanted)
        words, buttons = QWidget(), QWidget()
        left = FlowLayout(words, gap=14)
        left.addWidget(self._title)
        left.addWidget(self._come)
        right = FlowLayout(buttons, gap=10)
        for button in (self._print, self._stop, self._publish):
            right.addWidget(button)
        row = QHBoxLayout(self)
        row.setContentsMargins(22, 11, 22, 11)
        row.addWidget(words, 1)
        row.addWidget(buttons, 0)
        self._publish.hide()
        self._is_folded = self._is_ready = False

    def set_folded(self, is_folded: bool) -> None:
        """Leave out what the line under it says as well, where there is little room.

        Args:
            is_folded: whether the list of pages, which ends where one publishes, is that line.
        """
        self._is_folded = is_folded
        self._title.setVisible(not is_folded)
        self._publish.setVisible(self._is_ready and not is_folded)

    def show_state(self, state: WizardState) -> None:
        """Say how far the charter has come."""
        self._come.setText(self._how_far(state))
        self._come.setMinimumHeight(self._title.sizeHint().height())  # in the middle beside it
        is_ready = state.progress is not None and state.progress.is_poster_ready
        self._is_ready = is_ready and state.at != PUBLISH
        self.set_folded(self._is_folded)

    def _how_far(self, state: WizardState) -> str:
        said = [self.tr("Draft")]
        if state.saved_at is not None:
            at = state.saved_at.astimezone()
            said.append(self.tr("saved {time}").format(time=f"{at:%H:%M}"))
        come = state.progress
        if come is not None:
            ready = (
                self.tr("poster ready, {done} of {total} pages")
                if come.is_poster_ready
                else self.tr("{done} of {total} pages")
            )
            said.append(ready.format(done=come.done, total=come.total))
        return " · ".join(said)
