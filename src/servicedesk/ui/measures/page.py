# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""The room of figures: how we do, the very records, and what is counted by hand."""

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QStackedLayout, QWidget

from servicedesk.domain.figures_places import RECORDS_PART
from servicedesk.ui.core.page import Page
from servicedesk.ui.core.workbench import Workbench
from servicedesk.ui.measures.figures_page import FiguresPage
from servicedesk.ui.measures.records import RecordsPage

if TYPE_CHECKING:
    from servicedesk.domain.printing import PrintJob
    from servicedesk.ui.core.rooms import Place

FIGURES = ""

BY_HAND = ("samples", "checks", "walks", "served")
"""Parts of what is counted by hand, each a page of its own."""


class MeasuresPage(Page):
    """All places of the room, one at a time, each built when somebody first goes there.

    Args:
        bench: of the open file.
    """

    def __init__(self, bench: Workbench, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._bench = bench
        self._part = FIGURES
        self._stack = QStackedLayout(self)
        self._stack.setContentsMargins(0, 0, 0, 0)
        self.figures = FiguresPage(bench)
        self._stack.addWidget(self.figures)
        self._records: RecordsPage | None = None
        self._by_hand: dict[str, Page] = {}

    @property
    def records(self) -> RecordsPage:
        """The list of the records behind a figure."""
        if self._records is None:
            self._records = RecordsPage(self._bench, self.figures.presenter.title_of)
            self._stack.addWidget(self._records)
        return self._records

    def by_hand(self, part: str) -> Page:
        """A page of what is counted by hand.

        Args:
            part: one of ``BY_HAND``.
        """
        if part not in self._by_hand:
            page = self._by_hand[part] = _made(part, self._bench)
            self._stack.addWidget(page)
        return self._by_hand[part]

    def arrive(self, place: "Place") -> None:
        """Show a place of the room; one that is not there shows the figures."""
        self.leave()
        self._part = place.part if place.part in (RECORDS_PART, *BY_HAND) else FIGURES
        if self._part == RECORDS_PART:
            self.records.open(place.item)
            self._stack.setCurrentWidget(self.records)
        elif self._part in BY_HAND:
            page = self.by_hand(self._part)
            page.arrive(place)
            self._stack.setCurrentWidget(page)
        else:
            self.figures.open()
            self._stack.setCurrentWidget(self.figures)

    def leave(self) -> None:
        """Keep what was typed; read no more until somebody looks."""
        if self._part in BY_HAND:
            self.by_hand(self._part).leave()
        elif self._part == FIGURES:
            self.figures.close_down()

    def first_focus(self) -> QWidget | None:
        """What gets the keyboard on arrival."""
        if self._part in BY_HAND:
            return self.by_hand(self._part).first_focus()
        if self._part == RECORDS_PART:
            return self.records.first_focus()
        return self.figures.first_focus()

    def print_job(self) -> "PrintJob | None":
        """What is shown."""
        if self._part in BY_HAND:
            return self.by_hand(self._part).print_job()
        if self._part == RECORDS_PART:
            return self.records.print_job()
        return self.figures.print_job()


def _made(part: str, bench: Workbench) -> Page:
    if part == "samples":
        from servicedesk.ui.measures.samples_page import SamplesPage

        return SamplesPage(bench)
    if part == "checks":
        from servicedesk.ui.measures.checks_page import ChecksPage

        return ChecksPage(bench)
    if part == "walks":
        from servicedesk.ui.measures.walks_page import WalksPage

        return WalksPage(bench)
    from servicedesk.ui.measures.served_page import ServedPage

    return ServedPage(bench)
