# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""The room of the charter: where one begins, writes, and looks at what was published."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QStackedLayout, QWidget

from servicedesk.domain.guides import Question
from servicedesk.ui.charter.begin import BeginPage
from servicedesk.ui.charter.wizard import WizardPage
from servicedesk.ui.charter.wizard_presenter import WizardPresenter
from servicedesk.ui.core.page import Page
from servicedesk.ui.printing.preview import show_print

if TYPE_CHECKING:
    from servicedesk.domain.charters import CharterCard
    from servicedesk.domain.printing import PrintJob
    from servicedesk.ui.core.rooms import Place
    from servicedesk.ui.core.workbench import Workbench

WRITE = "write"
BEGIN = "begin"


class CharterPage(Page):
    """All places of the room, one at a time.

    Args:
        bench: services, words and colours.
    """

    def __init__(self, bench: "Workbench", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._bench = bench
        self._part = ""
        self._wizard = WizardPage(bench, self._editor)
        self._begin = BeginPage(bench)
        self._stack = QStackedLayout(self)
        self._stack.setContentsMargins(0, 0, 0, 0)
        for page in (self._begin, self._wizard):
            self._stack.addWidget(page)
        self._wire()

    def _wire(self) -> None:
        navigator = self._bench.navigator
        self._wizard.print_wanted.connect(self._print)
        self._wizard.presenter.stopped.connect(lambda: navigator.open("charter"))
        self._wizard.presenter.published.connect(self._show_published)
        self._begin.presenter.begun.connect(lambda: navigator.open("charter", WRITE))

    def arrive(self, place: "Place") -> None:
        """Show a place of the room; the wizard without a charter asks for a trade first."""
        if self._part == WRITE and place.part != WRITE:
            self._wizard.leave()
        self._to(WRITE if place.part in ("", WRITE) else place.part)
        if self._part == WRITE:
            self._wizard.open(place.item)
            if not self._wizard.presenter.state.is_begun:
                self._to(BEGIN)
        if self._part == BEGIN:
            self._begin.open()

    def leave(self) -> None:
        """Keep what was typed."""
        if self._part == WRITE:
            self._wizard.leave()

    def first_focus(self) -> QWidget | None:
        """What gets the keyboard on arrival."""
        return self._wizard.first_focus() if self._part == WRITE else self._begin.first_focus()

    def print_job(self) -> "PrintJob | None":
        """The charter as it is being written."""
        return self._wizard.presenter.print_job() if self._part == WRITE else None

    def _to(self, part: str) -> None:
        self._part = part
        self.has_own_header = part == WRITE
        self._stack.setCurrentWidget(self._wizard if part == WRITE else self._begin)

    def _editor(self, _question: Question, _presenter: WizardPresenter) -> QWidget | None:
        return None

    def _print(self) -> None:
        job = self._wizard.presenter.print_job()
        if job is not None:
            show_print(job, self._bench, self.window())

    def _show_published(self, card: "CharterCard") -> None:
        """Back to the charter, with its poster ready to print."""
        self._bench.navigator.open("charter")
        job = self._bench.services.charter_printing.job(card)
        QTimer.singleShot(0, self, lambda: show_print(job, self._bench, self.window()))
