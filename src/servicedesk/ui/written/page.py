# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""Papers written for the owner: the list, and each of them on a page of its own."""

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QStackedLayout, QWidget

from servicedesk.domain.written import WrittenPaper
from servicedesk.ui.core.page import Page
from servicedesk.ui.core.workbench import Workbench
from servicedesk.ui.widgets.sub_page import SubPage
from servicedesk.ui.written.detail_page import WrittenDetail
from servicedesk.ui.written.list_page import WrittenList
from servicedesk.ui.written.presenter import WrittenPresenter

if TYPE_CHECKING:
    from servicedesk.domain.printing import PrintJob
    from servicedesk.ui.core.places import Place


class WrittenPage(Page):
    """The list, or the paper that a place names.

    Args:
        bench: of the open file.

    Attributes:
        presenter: what is shown.
        list_page: the list.
    """

    def __init__(self, bench: Workbench, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._bench = bench
        self.presenter = WrittenPresenter(bench, self)
        self._stack = QStackedLayout(self)
        self._stack.setContentsMargins(0, 0, 0, 0)
        self.list_page = WrittenList(bench, self.presenter)
        self._stack.addWidget(self.list_page)
        self._details: dict[WrittenPaper, WrittenDetail] = {}
        self.shown: SubPage = self.list_page

    def arrive(self, place: "Place") -> None:
        """Show the list; an item is the paper that is meant."""
        self.presenter.open()
        self.shown = self.list_page
        if place.item in set(WrittenPaper) and self.presenter.cards:
            self.shown = self.detail(WrittenPaper(place.item))
        self._stack.setCurrentWidget(self.shown)

    def detail(self, paper: WrittenPaper) -> WrittenDetail:
        """The page of a paper, built when it is first looked at."""
        if paper not in self._details:
            page = self._details[paper] = WrittenDetail(self._bench, self.presenter, paper)
            self._stack.addWidget(page)
        return self._details[paper]

    def leave(self) -> None:
        """What was typed stands in its dialog."""
        self.presenter.close()

    def first_focus(self) -> QWidget | None:
        """What gets the keyboard on arrival."""
        return self.shown.first_focus()

    def print_job(self) -> "PrintJob | None":
        """What is shown."""
        return self.shown.print_job()
