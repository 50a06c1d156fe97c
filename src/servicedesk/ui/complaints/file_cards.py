# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""The full file of a complaint, card by card: what stands behind "More about this complaint"."""

from PySide6.QtGui import QHideEvent, QShowEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from servicedesk.ui.complaints.file_card import FileCard
from servicedesk.ui.complaints.file_dialog import FileDialog
from servicedesk.ui.complaints.file_presenter import FilePresenter
from servicedesk.ui.complaints.file_rights import RightsCard
from servicedesk.ui.complaints.file_state import CardState, Deed, Way
from servicedesk.ui.core.workbench import Workbench
from servicedesk.ui.widgets.tab_order import order_tabs

_GAP = 14


class FileCards(QWidget):
    """All cards of a complaint, below one another; nothing is read before they are shown.

    Args:
        bench: of the open file.
    """

    def __init__(self, bench: Workbench, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._bench = bench
        self.presenter = FilePresenter(bench, self)
        self.cards: dict[str, FileCard] = {}
        self.rights: RightsCard | None = None
        self.dialog: FileDialog | None = None
        self._rows = QVBoxLayout(self)
        self._rows.setContentsMargins(0, 0, 0, 0)
        self._rows.setSpacing(_GAP)
        self.presenter.state_changed.connect(self._show_state)

    def show_complaint(self, complaint_id: int | None) -> None:
        """Show the file of a complaint, or none."""
        self.presenter.show(complaint_id)

    def showEvent(self, event: QShowEvent) -> None:
        """Read what changed while nobody looked."""
        super().showEvent(event)
        self.presenter.arrive()

    def hideEvent(self, event: QHideEvent) -> None:
        """Rest while nobody looks."""
        super().hideEvent(event)
        self.presenter.leave()

    def _show_state(self) -> None:
        state = self.presenter.state
        wanted = {card.id: card for card in (*state.above, *state.below)}
        for gone in self.cards.keys() - wanted.keys():
            self.cards[gone].hide()
        if state.complaint is None:
            if self.rights is not None:
                self.rights.hide()
            return
        for place, card in enumerate(state.above):
            self._place(card, place)
        if self.rights is None:
            self.rights = RightsCard(self._bench, self)
        self._rows.insertWidget(len(state.above), self.rights)
        self.rights.show_complaint(state.complaint)
        for place, card in enumerate(state.below, len(state.above) + 1):
            self._place(card, place)
        above = [self.cards[card.id] for card in state.above]
        order_tabs([*above, self.rights, *(self.cards[card.id] for card in state.below)])

    def _place(self, state: CardState, place: int) -> None:
        card = self.cards.get(state.id)
        if card is None:
            card = self.cards[state.id] = FileCard(self._bench.theme, state, self)
            card.wanted.connect(self._on_wanted)
        else:
            card.show_card(state)
        if self._rows.indexOf(card) != place:
            self._rows.insertWidget(place, card)
        card.show()

    def _on_wanted(self, way: Way) -> None:
        complaint = self.presenter.state.complaint
        if way.deed is Deed.CHANGE_FORM and complaint is not None:
            from servicedesk.ui.people.complaint_form import show_complaint_form

            show_complaint_form(self._bench, self.window(), complaint_id=complaint.id)
            return
        asked = self.presenter.asked(way)
        if asked is None:
            return
        self.dialog = FileDialog(self._bench, self.presenter, asked, self.window())
        self.dialog.finished.connect(self.dialog.deleteLater)
        self.dialog.open()
