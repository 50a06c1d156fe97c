# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""A room of several pages: an overview, and a page for each thing under it."""

from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QStackedLayout, QWidget

from servicedesk.ui.core.page import Page
from servicedesk.ui.core.workbench import Workbench

if TYPE_CHECKING:
    from servicedesk.domain.printing import PrintJob
    from servicedesk.ui.core.rooms import Place

HOME = ""
"""The part of a place that is the overview."""

Parts = Mapping[str, Callable[[Workbench], Page]]


class PartsPage(Page):
    """All places of the room, one at a time, each built when somebody first goes there.

    Args:
        bench: of the open file.
        parts: makes each page, by the part of its place; "" is the overview.
    """

    def __init__(self, bench: Workbench, parts: Parts, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._bench = bench
        self._parts = parts
        self._part = HOME
        self._stack = QStackedLayout(self)
        self._stack.setContentsMargins(0, 0, 0, 0)
        self._pages: dict[str, Page] = {}

    @property
    def shown(self) -> Page:
        """The page that is shown, or will be when somebody comes."""
        if self._part not in self._pages:
            page = self._pages[self._part] = self._parts[self._part](self._bench)
            self._stack.addWidget(page)
        return self._pages[self._part]

    def arrive(self, place: "Place") -> None:
        """Show a place of the room; one that is not there shows the overview."""
        self.leave()
        self._part = place.part if place.part in self._parts else HOME
        self.shown.arrive(place)
        self._stack.setCurrentWidget(self.shown)

    def leave(self) -> None:
        """Keep what was typed; read no more until somebody looks."""
        if self._part in self._pages:
            self.shown.leave()

    def first_focus(self) -> QWidget | None:
        """What gets the keyboard on arrival."""
        return self.shown.first_focus()

    def print_job(self) -> "PrintJob | None":
        """What is shown."""
        return self.shown.print_job()
