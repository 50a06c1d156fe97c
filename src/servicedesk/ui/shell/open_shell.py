# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""What an open file adds to the window: search, New, undo, who serves, keys, and what is told."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QPoint, Qt
from PySide6.QtWidgets import QApplication, QWidget

from servicedesk.ui.core import messages
from servicedesk.ui.core.labels import SpokenTrouble
from servicedesk.ui.core.rooms import Room
from servicedesk.ui.core.workbench import Workbench
from servicedesk.ui.shell.backup_line import backup_words
from servicedesk.ui.shell.frame import Frame
from servicedesk.ui.shell.guard import CounterGuard
from servicedesk.ui.shell.keys import add_keys
from servicedesk.ui.shell.new_menu import NewMenu
from servicedesk.ui.shell.presenter import ShellPresenter
from servicedesk.ui.shell.rooms import FIRST
from servicedesk.ui.shell.series import SeriesKeeper
from servicedesk.ui.shell.undoing import Undoing

if TYPE_CHECKING:
    from servicedesk.ui.shell.search_panel import SearchPanel
    from servicedesk.ui.shell.search_presenter import SearchPresenter


class OpenShell(QObject):
    """Lives as long as the file is open.

    Args:
        shell: the window.
        bench: of the open file.
    """

    def __init__(self, shell: Frame, bench: Workbench) -> None:
        super().__init__(shell)
        self._shell = shell
        self._bench = bench
        self._came_from: QWidget | None = None
        self._undoing = Undoing(bench, self)
        self.search: SearchPresenter | None = None
        self.panel: SearchPanel | None = None
        self.state = ShellPresenter(bench, self)
        self._series = SeriesKeeper(bench, self)
        add_keys(self, shell, bench)
        self.guard = CounterGuard(shell, bench, self)
        self._wire()
        self.state.reload()

    def _wire(self) -> None:
        shell, bench, box = self._shell, self._bench, self._shell.search
        bench.bar.said.connect(shell.undo_bar.say)
        bench.bar.stood.connect(shell.undo_bar.stand)
        bench.bar.troubled.connect(self._show_trouble)
        self._links = [
            bench.theme.changed.connect(self._show_state),
            shell.undo_bar.undo_wanted.connect(self._undoing.undo),
            shell.rail.new_wanted.connect(self.open_new),
            shell.band.more_wanted.connect(self.open_more),
            shell.rail.serving_wanted.connect(self.open_serving),
            shell.rail.backup_wanted.connect(self._open_backup),
            shell.arrived.connect(self._leave_search),
            shell.resized.connect(self._hang_panel),
            box.entered.connect(self._prepare_search),
            box.left.connect(self._close_search),
        ]
        self.state.state_changed.connect(self._show_state)

    def _prepare_search(self) -> None:
        """Somebody is about to look for something; the first time, make what finds it."""
        if self.search is None:
            from servicedesk.ui.shell.search_panel import SearchPanel
            from servicedesk.ui.shell.search_presenter import SearchPresenter

            shell, bench, box = self._shell, self._bench, self._shell.search
            self.search = SearchPresenter(bench, self)
            self.panel = SearchPanel(self.search, bench.labels, bench.theme, shell.inside)
            self.panel.taken.connect(self._take)
            self.search.state_changed.connect(self._hang_panel)
            self._links += [
                box.textEdited.connect(self.search.look_for),
                box.stepped.connect(self.search.step),
                box.hit_taken.connect(self._take),
            ]
        self.search.prepare()

    def end(self) -> None:
        """Let go of the window, because the file is about to be closed."""
        self.state.end()
        self._series.end()
        for link in self._links:
            QObject.disconnect(link)
        self._shell.search.clear()
        if self.panel is not None:
            self.panel.deleteLater()
        self.deleteLater()

    @property
    def undoing(self) -> Undoing:
        """Takes steps back, and does them again."""
        return self._undoing

    def open_search(self) -> None:
        """Put the keyboard into the search box, and remember where it was."""
        focused = QApplication.focusWidget()
        if focused is not self._shell.search:
            self._came_from = focused
        self._shell.band.show()
        self._shell.search.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self._shell.search.selectAll()

    def open_new(self) -> None:
        """Offer what can be begun."""
        menu = NewMenu(
            self._bench.navigator,
            self._shell,
            self.open_complaint,
            self.open_feedback,
            self.open_promise,
            self.open_contact,
        )
        menu.aboutToHide.connect(menu.deleteLater)
        menu.setActiveAction(menu.actions()[0])
        button = self._shell.rail.new
        menu.popup(button.mapToGlobal(QPoint(0, button.height() + 2)))

    def open_complaint(self) -> None:
        """Open the form of a complaint over the page, with the customer that the page shows.

        Over another complaint it begins with nobody: whoever rings meanwhile is somebody else.
        """
        from servicedesk.ui.people.complaint_form import show_complaint_form

        page = self._shell.page
        is_theirs = page is not None and page.complaint_id() is None
        customer_id = page.customer_id() if page is not None and is_theirs else None
        show_complaint_form(self._bench, self._shell, customer_id=customer_id)

    def open_feedback(self) -> None:
        """Open the form of a comment or compliment, with the customer that the page shows."""
        from servicedesk.ui.people.feedback_form import show_feedback_form

        page = self._shell.page
        customer_id = None if page is None else page.customer_id()
        show_feedback_form(self._bench, self._shell, customer_id=customer_id)

    def open_promise(self) -> None:
        """Open the form of a promise over the page, with the customer that the page shows."""
        from servicedesk.ui.people.promise_form import show_promise_form

        page = self._shell.page
        customer_id = None if page is None else page.customer_id()
        show_promise_form(self._bench, self._shell, customer_id=customer_id)

    def open_contact(self) -> None:
        """Open the contact note over the page, about the customer and the complaint it shows."""
        from servicedesk.ui.people.contact_form import note_contact

        page = self._shell.page
        if page is None:
            note_contact(self._bench, self._shell)
        else:
            about = page.complaint_id()
            note_contact(self._bench, self._shell, page.customer_id(), complaint_id=about)

    def open_serving(self) -> None:
        """Offer who serves; with fewer than two people there is nobody to choose."""
        if not self.state.state.people:
            return
        from servicedesk.ui.shell.serving_menu import ServingMenu

        menu = ServingMenu(self.state, self._shell)
        menu.aboutToHide.connect(menu.deleteLater)
        chip = self._shell.rail.serving
        menu.popup(chip.mapToGlobal(QPoint(0, -menu.sizeHint().height())))

    def open_more(self) -> None:
        """Offer what keys do: undo, redo, print, help."""
        from servicedesk.ui.shell.more_menu import MoreMenu

        menu = MoreMenu(self._bench, self._shell.keys, self._shell, self._waiting())
        menu.aboutToHide.connect(menu.deleteLater)
        button = self._shell.band.more
        right = button.mapToGlobal(QPoint(button.width(), button.height() + 2))
        menu.popup(right - QPoint(menu.sizeHint().width(), 0))

    def _waiting(self) -> tuple[Room, ...]:
        """Rooms that the file holds too little for yet."""
        has_enough = self.state.state.has_enough
        return tuple(room for room in self._shell.rooms if room.waits and not has_enough)

    def print_page(self) -> None:
        """Print what the page shows, where there is something to print."""
        page = self._shell.page
        job = page.print_job() if page is not None else None
        if job is None:
            self._bench.bar.say(self.tr("There is nothing to print on this page."))
            return
        from servicedesk.ui.printing.preview import show_print

        show_print(job, self._bench, self._shell)

    def _open_backup(self) -> None:
        self._bench.navigator.open("settings", "backup")

    def _take(self) -> None:
        if self.search is not None and self.search.take():
            self._leave_search()

    def _close_search(self) -> None:
        """Give the keyboard back to where it was."""
        self._leave_search()
        target = self._came_from
        page = self._shell.page
        if target is None or not target.isVisible():
            target = page.first_focus() if page is not None else None
        if target is not None:
            target.setFocus(Qt.FocusReason.OtherFocusReason)

    def _leave_search(self) -> None:
        self._shell.search.clear()
        if self.search is not None:
            self.search.look_for("")
        page = self._shell.page
        self._shell.band.setVisible(page is None or not page.has_own_header)

    def _hang_panel(self) -> None:
        if self.panel is not None and not self.panel.isHidden():
            self.panel.hang_under(self._shell.search)
            self.panel.raise_()

    def _show_state(self) -> None:
        state, rail = self.state.state, self._shell.rail
        rail.show_business(state.business)
        rail.show_serving(bool(state.people), state.serving)
        if state.backup is not None:
            rail.show_backup(backup_words(state.backup, self._bench.labels, self._bench.today))
        rail.show_needed(FIRST, state.needed)
        rail.show_waiting([room.id for room in self._waiting()])
        title = self.tr("Servicedesk - {business}").format(business=state.business)
        self._shell.setWindowTitle(title if state.business else self.tr("Servicedesk"))

    def _show_trouble(self, words: SpokenTrouble) -> None:
        messages.show_trouble(words, self._shell)
