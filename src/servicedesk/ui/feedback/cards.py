# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""The part of the room where a pile of comment cards is keyed in, card by card."""

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QShortcut
from PySide6.QtWidgets import QVBoxLayout, QWidget

from servicedesk.domain.feedback import BatchCard
from servicedesk.ui.core.page import Page
from servicedesk.ui.core.places import Place
from servicedesk.ui.core.workbench import Workbench
from servicedesk.ui.feedback.batches import BatchDialog
from servicedesk.ui.feedback.tally_presenter import TallyPresenter
from servicedesk.ui.feedback.tally_table import TallyTable
from servicedesk.ui.widgets.buttons import link_button, main_button, side_button
from servicedesk.ui.widgets.calm import FittedCombo
from servicedesk.ui.widgets.card import Notice
from servicedesk.ui.widgets.draft_notice import draft_notice
from servicedesk.ui.widgets.flow import FlowLayout
from servicedesk.ui.widgets.scroll import ScrollPage
from servicedesk.ui.widgets.text import label, single_line

if TYPE_CHECKING:  # what is printed comes in with the first paper
    from servicedesk.domain.printing import PrintJob

_SAVE_KEYS = ("Ctrl+Return", "Ctrl+Enter")
_MOST_WRONG = 4
"""Sentences about faults that are shown at once; the others follow when these are mended."""


class CardsPage(Page):
    """The pile of cards that came back.

    Args:
        bench: of the open file.
    """

    def __init__(self, bench: Workbench, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._bench = bench
        self.presenter = TallyPresenter(bench, self)
        self.dialog: BatchDialog | None = None
        self._shown: tuple[BatchCard, ...] | None = None
        self._said: tuple[object, ...] = ()
        self._build()
        self._wire()

    def _build(self) -> None:
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        self._page = ScrollPage(widest=0)  # as wide as there is room: a pile has many columns
        whole.addWidget(self._page)
        rows = self._page.body
        self.back_button = link_button(self.tr("Back to the list"))
        back = FlowLayout()
        back.addWidget(self.back_button)
        rows.addLayout(back)
        rows.addWidget(label(self.tr("Key in comment cards"), "title"))
        keys = self.tr(
            "A figure gives the mark and moves on, then type their words. Enter begins the next "
            "card, Ctrl+Enter saves the pile, Esc leads out of the table."
        )
        rows.addWidget(label(keys, "quiet"))
        self._add_batch(rows)
        self._notices = QVBoxLayout()
        self._notices.setSpacing(6)
        rows.addLayout(self._notices)
        theme = self._bench.theme
        self.table = TallyTable(self.presenter, theme, self.tr("The pile of cards"))
        rows.addWidget(self.table, 1)
        self._counted = label("", "strong")
        rows.addWidget(self._counted)
        ways = FlowLayout()
        self.save_button = main_button(self.tr("Save all cards (Ctrl+Enter)"))
        self.out_button = side_button(self.tr("Take this card out"))
        self.empty_button = link_button(self.tr("Start empty"))
        for button in (self.save_button, self.out_button, self.empty_button):
            ways.addWidget(button)
        rows.addLayout(ways)

    def _add_batch(self, rows: QVBoxLayout) -> None:
        """From which cards that were handed out the pile is."""
        line = FlowLayout()
        rows.addLayout(line)
        name = self.tr("From which cards?")
        line.addWidget(single_line(name, "strong"))
        self.batch = FittedCombo()
        self.batch.setAccessibleName(name)
        line.addWidget(self.batch)
        self._back = single_line("", "quiet")
        line.addWidget(self._back)
        self.add_button = link_button(self.tr("Cards were handed out…"))
        self.change_button = link_button(self.tr("Change…"))
        self.remove_button = link_button(self.tr("Take off the list"))
        self.print_button = link_button(self.tr("Print cards to hand out"))
        known = (self.add_button, self.change_button, self.remove_button)
        for button in (*known, self.print_button):
            line.addWidget(button)

    def _wire(self) -> None:
        presenter, table = self.presenter, self.table
        presenter.state_changed.connect(self._show_state)
        self.back_button.clicked.connect(lambda: self._bench.navigator.open("feedback"))
        self.batch.activated.connect(self._choose_batch)
        self.add_button.clicked.connect(lambda: self._ask_batch(None))
        self.change_button.clicked.connect(lambda: self._ask_batch(presenter.state.batch))
        self.remove_button.clicked.connect(presenter.remove_batch)
        self.print_button.clicked.connect(self._print)
        self.save_button.clicked.connect(self.save)
        self.out_button.clicked.connect(self._take_out)
        self.empty_button.clicked.connect(self._start_empty)
        table.left.connect(lambda: self.save_button.setFocus(Qt.FocusReason.TabFocusReason))
        for keys in _SAVE_KEYS:
            shortcut = QShortcut(keys, self)
            shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            shortcut.activated.connect(self.save)

    def arrive(self, place: Place) -> None:
        """Show the pile as it was left.

        Args:
            place: item is the number of what was handed out, or "".
        """
        number = int(place.item) if place.item.isdecimal() else None
        self.presenter.arrive(number)
        self.table.show_columns()

    def leave(self) -> None:
        """Another page comes: what was typed is kept."""
        self.table.setFocus(Qt.FocusReason.OtherFocusReason)  # ends a cell that is typed in
        self.presenter.leave()

    def first_focus(self) -> QWidget | None:
        """The table, at the first empty card."""
        return self.table

    def save(self) -> None:
        """Key the pile in; where a card has a fault, go there."""
        self.table.setFocus(Qt.FocusReason.OtherFocusReason)
        place = self.presenter.save()
        if place is not None:
            self.table.go(*place)
            QTimer.singleShot(0, self, self._see_table)  # once the notices above have their room
        elif self.presenter.state.rows[0].is_empty:
            self.table.go(0, 0)

    def _see_table(self) -> None:
        self._page.show_whole(self.table)

    def print_job(self) -> "PrintJob | None":
        """Cards to hand out."""
        return self.presenter.blank_job()

    def _print(self) -> None:
        job = self.print_job()
        if job is not None:
            from servicedesk.ui.printing.preview import show_print

            show_print(job, self._bench, self.window())

    def _take_out(self) -> None:
        row = self.table.currentIndex().row()
        if row >= 0:
            self.presenter.take_out(row)
        self.table.setFocus(Qt.FocusReason.OtherFocusReason)

    def _start_empty(self) -> None:
        self.presenter.start_empty()
        self.table.setFocus(Qt.FocusReason.OtherFocusReason)

    def _choose_batch(self, at: int) -> None:
        batches = self.presenter.state.batches
        self.presenter.choose_batch(batches[at - 1].id if at else None)

    def _ask_batch(self, batch: BatchCard | None) -> None:
        self.dialog = BatchDialog(self._bench, batch, self.window())
        self.dialog.finished.connect(self._on_batch_closed)
        self.dialog.open()

    def _on_batch_closed(self) -> None:
        dialog, self.dialog = self.dialog, None
        if dialog is not None:
            if dialog.kept is not None:
                self.presenter.choose_batch(dialog.kept.id)
            dialog.deleteLater()

    def _show_state(self) -> None:
        state = self.presenter.state
        self.table.show_state()
        self._counted.setText(state.counted or self.tr("No cards yet"))
        self._back.setText(state.back)
        if state.batches != self._shown:
            self._shown = state.batches
            self.batch.clear()
            names = [self.tr("Nobody wrote that down"), *(b.draft.name for b in state.batches)]
            self.batch.addItems(names)
        ids = [None, *(batch.id for batch in state.batches)]
        self.batch.setCurrentIndex(ids.index(state.batch_id) if state.batch_id in ids else 0)
        batch = state.batch
        self.change_button.setVisible(batch is not None)
        self.remove_button.setVisible(batch is not None and not batch.came_back)
        self._show_notices()

    def _show_notices(self) -> None:
        """What was typed before, and what is wrong with which card."""
        state = self.presenter.state
        said = (state.kept_at, state.wrongs)
        if said == self._said:
            return
        self._said = said
        while (item := self._notices.takeAt(0)) is not None:
            if (gone := item.widget()) is not None:
                gone.hide()
                gone.deleteLater()
        if state.kept_at is not None:
            kept = draft_notice(state.kept_at, is_new=True)
            kept.acted.connect(self._start_empty)
            self._notices.addWidget(kept)
        if state.wrongs:
            lines = [*state.wrongs[:_MOST_WRONG]]
            lines.append(self.tr("All cards are still here; none is saved until this is mended."))
            self._notices.addWidget(Notice("late", "\n".join(lines)))
