# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""The room of feedback: the list, the cards that came back, and what stands on the wall."""

from functools import cached_property
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QStackedLayout, QWidget

from servicedesk.ui.core.page import Page
from servicedesk.ui.core.places import Place
from servicedesk.ui.core.workbench import Workbench
from servicedesk.ui.feedback.cards import CardsPage
from servicedesk.ui.feedback.list_page import ListPage
from servicedesk.ui.feedback.wall import WallPage

if TYPE_CHECKING:  # what is printed comes in with the first paper
    from servicedesk.domain.printing import PrintJob

CARDS, WALL = "cards", "wall"
"""Parts of the room beside the list."""


class FeedbackPage(Page):
    """All places of the room, one at a time, each built when somebody first goes there.

    Args:
        bench: of the open file.
    """

    def __init__(self, bench: Workbench, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._bench = bench
        self._stack = QStackedLayout(self)
        self._stack.setContentsMargins(0, 0, 0, 0)
        self._shown: Page | None = None

    @cached_property
    def records(self) -> ListPage:
        """The list and one of its records."""
        page = ListPage(self._bench)
        navigator = self._bench.navigator
        page.cards_wanted.connect(lambda: navigator.open("feedback", CARDS))
        page.wall_wanted.connect(lambda: navigator.open("feedback", WALL))
        self._stack.addWidget(page)
        return page

    @cached_property
    def cards(self) -> CardsPage:
        """The pile of cards that came back."""
        page = CardsPage(self._bench)
        self._stack.addWidget(page)
        return page

    @cached_property
    def wall(self) -> WallPage:
        """You said, we did."""
        page = WallPage(self._bench)
        self._stack.addWidget(page)
        return page

    def arrive(self, place: Place) -> None:
        """Show a place of the room.

        Args:
            place: part "cards" with the number of what was handed out, or none; part "wall"; else
                as for the list.
        """
        page = self._page(place.part)
        if self._shown is not None and self._shown is not page:
            self._shown.leave()
        self._shown = page
        self._stack.setCurrentWidget(page)
        page.arrive(place)

    def _page(self, part: str) -> Page:
        if part == CARDS:
            return self.cards
        return self.wall if part == WALL else self.records

    def leave(self) -> None:
        """Another page comes: keep what was typed."""
        if self._shown is not None:
            self._shown.leave()

    def first_focus(self) -> QWidget | None:
        """What gets the keyboard on arrival."""
        return None if self._shown is None else self._shown.first_focus()

    def print_job(self) -> "PrintJob | None":
        """What the place that is shown prints."""
        return None if self._shown is None else self._shown.print_job()

    def customer_id(self) -> int | None:
        """The customer that the place is about now."""
        return None if self._shown is None else self._shown.customer_id()
