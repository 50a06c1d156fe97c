# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""The room of the charter: where one begins, writes, and looks at what was published."""

from functools import cached_property
from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QStackedLayout, QWidget

from servicedesk.domain.guides import Question
from servicedesk.ui.charter.asked_notes import AskedNotes
from servicedesk.ui.charter.begin import BeginPage
from servicedesk.ui.charter.home import HomePage
from servicedesk.ui.charter.live import LiveCharterPage
from servicedesk.ui.charter.registrations_field import RegistrationsField
from servicedesk.ui.charter.versions import VersionsPage
from servicedesk.ui.charter.wizard import WizardPage
from servicedesk.ui.charter.wizard_presenter import WizardPresenter
from servicedesk.ui.core.page import Page
from servicedesk.ui.printing.preview import show_print
from servicedesk.ui.widgets.ask_file import open_file

if TYPE_CHECKING:
    from servicedesk.domain.charters import CharterCard
    from servicedesk.domain.printing import PrintJob
    from servicedesk.ui.core.rooms import Place
    from servicedesk.ui.core.workbench import Workbench

HOME = ""
WRITE = "write"
BEGIN = "begin"
VERSIONS = "versions"
LIVE = "live"

_PARTS = frozenset({HOME, WRITE, BEGIN, VERSIONS, LIVE})

_LISTS: dict[str, type[AskedNotes] | type[RegistrationsField]] = {
    "asked_customers": AskedNotes,
    "registrations": RegistrationsField,
}
"""Questions whose answer is edited as a list of notes."""


class CharterPage(Page):
    """All places of the room, one at a time, each built when somebody first goes there.

    Args:
        bench: services, words and colours.
    """

    def __init__(self, bench: "Workbench", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._bench = bench
        self._part = HOME
        self._is_arrived = False
        self._stack = QStackedLayout(self)
        self._stack.setContentsMargins(0, 0, 0, 0)

    @cached_property
    def _home(self) -> HomePage:
        page = HomePage(self._bench)
        self._stack.addWidget(page)
        return page

    @cached_property
    def _wizard(self) -> WizardPage:
        navigator = self._bench.navigator
        page = WizardPage(self._bench, self._editor)
        page.print_wanted.connect(self._print)
        page.presenter.stopped.connect(lambda: navigator.open("charter"))
        page.presenter.published.connect(self._show_published)
        self._stack.addWidget(page)
        return page

    @cached_property
    def _begin(self) -> BeginPage:
        page = BeginPage(self._bench)
        page.presenter.begun.connect(lambda: self._bench.navigator.open("charter", WRITE))
        page.file_wanted.connect(self._begin_from_file)
        self._stack.addWidget(page)
        return page

    @cached_property
    def _versions(self) -> VersionsPage:
        page = VersionsPage(self._bench)
        self._stack.addWidget(page)
        return page

    @cached_property
    def _live(self) -> LiveCharterPage:
        page = LiveCharterPage(self._bench)
        self._stack.addWidget(page)
        return page

    def _page(self, part: str) -> QWidget:
        """The page of a part, built when it is first looked at."""
        if part == LIVE:
            return self._live
        if part == WRITE:
            return self._wizard
        if part == BEGIN:
            return self._begin
        return self._versions if part == VERSIONS else self._home

    def arrive(self, place: "Place") -> None:
        """Show a place of the room; the wizard without a charter asks for a trade first."""
        self.leave()
        self._is_arrived = True
        self._to(place.part if place.part in _PARTS else HOME)
        if self._part == WRITE:
            self._wizard.open(place.item)
            if not self._wizard.presenter.state.is_begun:
                self._to(BEGIN)
        if self._part == BEGIN:
            self._begin.open()
        elif self._part == VERSIONS:
            self._versions.open(place.item)
        elif self._part == LIVE:
            self._live.open()
        elif self._part == HOME:
            self._home.open()

    def leave(self) -> None:
        """Keep what was typed."""
        if not self._is_arrived:
            return
        if self._part == WRITE:
            self._wizard.leave()
        elif self._part == LIVE:
            self._live.close_down()
        elif self._part == HOME:
            self._home.close_down()

    def first_focus(self) -> QWidget | None:
        """What gets the keyboard on arrival."""
        if self._part == WRITE:
            return self._wizard.first_focus()
        if self._part == VERSIONS:
            return self._versions.first_focus()
        if self._part == LIVE:
            return self._live.first_focus()
        return self._begin.first_focus() if self._part == BEGIN else self._home.first_focus()

    def print_job(self) -> "PrintJob | None":
        """The charter as it is being written, the one on the wall, or the version looked at."""
        if self._part == WRITE:
            return self._wizard.presenter.print_job()
        if self._part == VERSIONS:
            return self._versions.print_job()
        if self._part == LIVE:
            return self._live.print_job()
        return self._home.print_job() if self._part == HOME else None

    def _to(self, part: str) -> None:
        self._part = part
        self.has_own_header = part == WRITE
        self._stack.setCurrentWidget(self._page(part))

    def _begin_from_file(self) -> None:
        """Load a file of answers; what is wrong with it is said on the first page of the room."""
        path = open_file(self, self.tr("Load answers"), self.tr("Answers (*.toml)"))
        if path is not None:
            self._bench.navigator.open("charter")
            self._home.load(path)

    def _editor(self, question: Question, presenter: WizardPresenter) -> QWidget | None:
        """The editors of answers that are lists of notes."""
        if question.id not in _LISTS:
            return None
        made = _LISTS[question.id](question, self._bench)
        draft = presenter.state.draft
        answer = draft.answers.get(question.id, "") if draft is not None else ""
        made.set_answer(str(answer))
        made.answered.connect(lambda said: presenter.answered(question.id, said))
        return made

    def _print(self) -> None:
        job = self._wizard.presenter.print_job()
        if job is not None:
            show_print(job, self._bench, self.window())

    def _show_published(self, card: "CharterCard") -> None:
        """Back to the charter, with its poster ready to print."""
        self._bench.navigator.open("charter")
        job = self._bench.services.charter_printing.job(card)
        QTimer.singleShot(0, self, lambda: show_print(job, self._bench, self.window()))
