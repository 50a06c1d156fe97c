# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""What happened with a complaint, at the foot of its page: steps, contacts and letters."""

from PySide6.QtWidgets import QVBoxLayout, QWidget

from servicedesk.domain.errors import Refusal
from servicedesk.ui.complaints.detail_told import Entry
from servicedesk.ui.core.workbench import Workbench
from servicedesk.ui.people.history_row import history_row
from servicedesk.ui.widgets.buttons import link_button
from servicedesk.ui.widgets.flow import FlowLayout
from servicedesk.ui.widgets.text import label

_AT_FIRST = 12
"""Entries that are shown before somebody asks for all of them."""


class History(QWidget):
    """Shows the entries, the newest first.

    Args:
        bench: of the open file.
    """

    def __init__(self, bench: Workbench, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._bench = bench
        self._entries: tuple[Entry, ...] = ()
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(label(self.tr("What happened, day by day"), "section"))
        self._rows = QVBoxLayout()
        self._rows.setSpacing(10)
        whole.addLayout(self._rows)
        self.all_button = link_button(self.tr("Show all of it"))
        self.all_button.clicked.connect(self._show_all)
        foot = FlowLayout()
        foot.addWidget(self.all_button)
        whole.addLayout(foot)

    def show_entries(self, entries: tuple[Entry, ...]) -> None:
        """Show other entries."""
        if entries != self._entries:
            self._entries = entries
            self._fill(_AT_FIRST)

    def _show_all(self) -> None:
        self._fill(len(self._entries))

    def _fill(self, most: int) -> None:
        while (item := self._rows.takeAt(0)) is not None:
            if (gone := item.widget()) is not None:
                gone.hide()
                gone.deleteLater()
        for number, entry in enumerate(self._entries[:most], 1):
            self._rows.addWidget(self._row(entry, number))
        self.all_button.setVisible(len(self._entries) > most)

    def _row(self, entry: Entry, number: int) -> QWidget:
        link = None
        if entry.contact_id is not None or entry.letter_id is not None:
            link = link_button(entry.title)
            name = self.tr("{title}, {day}, entry {number}")
            link.setAccessibleName(name.format(title=entry.title, day=entry.when, number=number))
            link.clicked.connect(lambda _=False: self._open(entry))
        return history_row(entry.when, entry.title, entry.detail, self._bench.theme, link)

    def _open(self, entry: Entry) -> None:
        """What an entry leads to: the letter as it was sent, or the note."""
        bench = self._bench
        if entry.letter_id is not None:
            bench.navigator.open("letters", "issued", str(entry.letter_id))
            return
        from servicedesk.ui.people.contact_form import note_contact

        try:
            note_contact(bench, self.window(), contact_id=entry.contact_id)
        except Refusal as refusal:
            bench.bar.say(bench.labels.refusal(refusal))
