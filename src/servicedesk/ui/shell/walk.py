# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""Going from page to page: each is built when first opened, and the way back is remembered."""

from collections.abc import Sequence

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtWidgets import QApplication, QStackedWidget, QWidget

from servicedesk.ui.core.page import Page
from servicedesk.ui.core.rooms import Place, Room
from servicedesk.ui.core.workbench import Workbench
from servicedesk.ui.shell.rooms import FIRST_RUN
from servicedesk.ui.widgets.tab_order import focus_chain

_STEPS_BACK = 30


class Walk(QObject):
    """Shows the page of a place, and goes back.

    Signals:
        arrived: (Place) its page is shown now.

    Args:
        stack: where the pages stand.
        rooms: what there is.
        bench: handed to every page.
    """

    arrived = Signal(object)

    def __init__(
        self,
        stack: QStackedWidget,
        rooms: Sequence[Room],
        bench: Workbench,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._stack = stack
        self._rooms = {room.id: room for room in rooms}
        self._bench = bench
        self._pages: dict[str, Page] = {}
        self._behind: list[Place] = []
        self._here: Place | None = None
        bench.navigator.wanted.connect(self.go)
        bench.navigator.back_wanted.connect(self.back)

    @property
    def here(self) -> Place | None:
        """Where one is; None before the first page."""
        return self._here

    @property
    def page(self) -> Page | None:
        """The page that is shown."""
        return self._pages.get(self._here.room) if self._here is not None else None

    def go(self, place: Place) -> None:
        """Show a place; asked for the one that is shown, its page hears of it again.

        Raises:
            KeyError: there is no such room.
        """
        here = self._here
        if here is not None and place.shown != here and here.room != FIRST_RUN:
            self._behind = [*self._behind, here][-_STEPS_BACK:]
        self._show(place)

    def back(self) -> None:
        """Show the place before this one; stay where there is none."""
        if self._behind:
            self._show(self._behind.pop())

    def look_again(self) -> None:
        """Have the page that is shown look at the world anew, as when midnight has passed."""
        if self._here is not None and self.page is not None:
            self.page.arrive(self._here)

    def end(self) -> None:
        """Leave the page that is shown, and let all pages go."""
        try:
            self._leave()
        finally:  # what cannot be kept, as in a damaged file, keeps no page
            self._bench.navigator.wanted.disconnect(self.go)
            self._bench.navigator.back_wanted.disconnect(self.back)
            for page in self._pages.values():
                self._stack.removeWidget(page)
                page.deleteLater()
            self._pages.clear()
            self._here = None

    def leave(self) -> None:
        """Have the page that is shown keep what was typed, because the program may end."""
        self._leave()

    def _leave(self) -> None:
        if self.page is not None:
            self.page.leave()

    def _show(self, place: Place) -> None:
        room = self._rooms[place.room]
        is_other_room = self._here is None or self._here.room != place.room
        if is_other_room:
            self._leave()
        page = self._pages.get(place.room)
        if page is None:
            page = room.build(self._bench)
            self._pages[place.room] = page
            self._stack.addWidget(page)
        self._here = place.shown
        self._bench.navigator.behind = self._behind[-1] if self._behind else None
        page.arrive(place)
        self._stack.setCurrentWidget(page)
        self.arrived.emit(place)
        self._give_focus(page)

    def _give_focus(self, page: Page) -> None:
        target = page.first_focus() or _first_stop(page)
        if target is not None:
            target.setFocus(Qt.FocusReason.OtherFocusReason)
        elif (focused := QApplication.focusWidget()) is not None:
            focused.clearFocus()


def _first_stop(page: QWidget) -> QWidget | None:
    """The first widget of a page that Tab reaches."""
    chain = focus_chain(page.window())
    start = chain.index(page) if page in chain else 0
    for widget in (*chain[start:], *chain[:start]):
        takes = widget.focusPolicy() & Qt.FocusPolicy.TabFocus and widget.isEnabled()
        if takes and page.isAncestorOf(widget) and widget.isVisibleTo(page):
            return widget
    return None
