# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""Where the second copy of each backup goes: a folder on a stick or another disk, or none."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget

from servicedesk.domain.guides import Page
from servicedesk.ui.first_run.presenter import FirstRunPresenter
from servicedesk.ui.widgets.ask_file import choose_folder
from servicedesk.ui.widgets.buttons import link_button, side_button
from servicedesk.ui.widgets.chip import MarkedLabel
from servicedesk.ui.widgets.flow import FlowLayout
from servicedesk.ui.widgets.marks import Tone
from servicedesk.ui.widgets.text import label


class SecondFolderPage(QWidget):
    """The last page of the first run.

    Args:
        page: its heading and its sentence.
        presenter: keeps the choice.
    """

    def __init__(
        self, page: Page, presenter: FirstRunPresenter, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._page = page
        self._presenter = presenter
        self._build()
        presenter.state_changed.connect(self._show_state)
        self._show_state()

    def _build(self) -> None:
        rows = QVBoxLayout(self)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.setSpacing(12)
        rows.addWidget(label(self._page.asks, "title"))
        rows.addWidget(label(self._page.intro, "quiet"))
        self._chosen = label("", "strong")
        rows.addWidget(self._chosen)
        self.choose_button = side_button(self.tr("Choose a folder…"))
        self.forget_button = link_button(self.tr("Go without a second copy"))
        line = FlowLayout()
        line.addWidget(self.choose_button)
        line.addWidget(self.forget_button)
        rows.addLayout(line)
        self._error = MarkedLabel("", Tone.LATE, "error")
        self._error.setWordWrap(True)
        rows.addWidget(self._error)
        rows.addWidget(
            label(
                self.tr("No stick at hand? Go on. The program asks again, and Settings has it."),
                "small",
            )
        )
        self.choose_button.clicked.connect(self._choose)
        self.forget_button.clicked.connect(self._forget)

    def first_focus(self) -> QWidget | None:
        """The button that chooses."""
        return self.choose_button

    def _choose(self) -> None:
        folder = choose_folder(
            self, self.tr("Folder for the second copy"), self._presenter.state.folder
        )
        if folder is not None:
            self._presenter.choose_folder(folder)
        self.choose_button.setFocus(Qt.FocusReason.OtherFocusReason)

    def _forget(self) -> None:
        self._presenter.choose_folder(None)
        self.choose_button.setFocus(Qt.FocusReason.OtherFocusReason)

    def _show_state(self) -> None:
        state = self._presenter.state
        if state.folder is None:
            self._chosen.setText(self.tr("No folder is chosen yet."))
        else:
            self._chosen.setText(
                self.tr("Second copies go to {folder}.").format(folder=state.folder)
            )
        self.forget_button.setVisible(state.folder is not None)
        self._error.setText(state.wrong)
        self._error.setVisible(bool(state.wrong))
        self.choose_button.setAccessibleDescription(state.wrong)
