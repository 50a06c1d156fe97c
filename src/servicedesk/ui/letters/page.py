# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""The room of letters: choose one, write it, see what has gone out."""

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QShortcut
from PySide6.QtWidgets import QStackedLayout, QWidget

from servicedesk.ui.core.page import Page
from servicedesk.ui.letters.choose import ChooseLetter
from servicedesk.ui.letters.presenter import LettersPresenter
from servicedesk.ui.letters.sent import SentLetter
from servicedesk.ui.letters.state import FOLLOW_UPS, About, Step, Then
from servicedesk.ui.letters.wording import WordingDialog
from servicedesk.ui.letters.write import WriteLetter
from servicedesk.ui.printing.preview import show_print

if TYPE_CHECKING:
    from servicedesk.domain.letters import LetterCard
    from servicedesk.domain.printing import PrintJob
    from servicedesk.ui.core.rooms import Place
    from servicedesk.ui.core.workbench import Workbench

ROOM = "letters"
ISSUED = "issued"
FOLLOW_UP_LETTER = "L16"
"""The letter that asks whether it is still all right."""

_SEND_KEYS = (
    Qt.KeyboardModifier.ControlModifier | Qt.Key.Key_Return,
    Qt.KeyboardModifier.ControlModifier | Qt.Key.Key_Enter,
)


class LettersPage(Page):
    """Letters. Part "" chooses, the id of a letter writes it, "issued" shows one that went out.

    Args:
        bench: of the open file.

    Attributes:
        presenter: of the letter that is written.
    """

    def __init__(self, bench: "Workbench", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._bench = bench
        self.presenter = LettersPresenter(bench, self)
        self.choose = ChooseLetter(bench.labels)
        self.write = WriteLetter(bench, self.presenter)
        self.sent = SentLetter(bench)
        self._stack = QStackedLayout(self)
        self._stack.setContentsMargins(0, 0, 0, 0)
        for view in (self.choose, self.write, self.sent):
            self._stack.addWidget(view)
        self._wire()

    def _wire(self) -> None:
        self.presenter.state_changed.connect(self._show_state)
        self.presenter.issued.connect(self._on_issued)
        self.choose.chosen.connect(self._begin)
        self.choose.follow_up_wanted.connect(
            lambda: self._bench.navigator.open(ROOM, FOLLOW_UP_LETTER, FOLLOW_UPS)
        )
        self.write.other_wanted.connect(lambda: self._open(self.presenter.state.about))
        self.write.look_wanted.connect(self._print)
        self.write.promise_chosen.connect(self._about_promise)
        self.write.offer_chosen.connect(self._about_offer)
        self.write.wording_wanted.connect(self._change_wording)
        self.sent.other_wanted.connect(lambda: self._open(self._about_sent()))
        self.sent.print_wanted.connect(self._print)
        for keys in _SEND_KEYS:
            QShortcut(keys, self).activated.connect(self._send)

    def arrive(self, place: "Place") -> None:
        """Show a place of the room."""
        if place.part == ISSUED and place.item.isdecimal():
            self.presenter.leave()
            if self.sent.presenter.show_number(int(place.item)):
                self._stack.setCurrentWidget(self.sent)
                return
        about = About.read(place.item)
        if place.part and place.part != ISSUED:
            self.presenter.begin(place.part, about)
        else:
            self.presenter.choose_from(about)

    def leave(self) -> None:
        """Keep what was typed."""
        self.presenter.leave()

    def first_focus(self) -> QWidget | None:
        """What gets the keyboard on arrival."""
        view = self._stack.currentWidget()
        if view is self.sent:
            return self.sent.first_focus()
        return self.write.first_focus() if view is self.write else self.choose.first_focus()

    def print_job(self) -> "PrintJob | None":
        """The letter that is written, or the one that has gone out."""
        if self._stack.currentWidget() is self.sent:
            return self.sent.presenter.job()
        return self.presenter.preview_job()

    def _show_state(self) -> None:
        state = self.presenter.state
        if state.step is Step.CHOOSE:
            self.choose.show_state(state)
            self._stack.setCurrentWidget(self.choose)
        else:
            self._stack.setCurrentWidget(self.write)

    def _open(self, about: About) -> None:
        self._bench.navigator.open(ROOM, "", about.item)

    def _begin(self, template_id: str) -> None:
        self._bench.navigator.open(ROOM, template_id, self.presenter.state.about.item)

    def _about_promise(self, promise_id: int) -> None:
        template = self.presenter.state.template
        if template is not None:
            about = About(promise_id=promise_id)
            self._bench.navigator.open(ROOM, template.id, about.item)

    def _about_offer(self, offer_id: int) -> None:
        state = self.presenter.state
        if state.template is not None and state.draft is not None:
            whom = state.draft.customer_id
            chosen = state.about.customer_ids or (() if whom is None else (whom,))
            about = About(customer_ids=chosen, offer_id=offer_id)
            self._bench.navigator.open(ROOM, state.template.id, about.item)

    def _about_sent(self) -> About:
        cards = self.sent.presenter.state.cards
        if len(cards) != 1:
            return About()
        card = cards[0]  # what it did to its promise is gone with a letter that was taken back
        if card.complaint_id is not None:
            return About(complaint_id=card.complaint_id)
        if card.feedback_id is not None:
            return About(feedback_id=card.feedback_id)
        promise_id = card.promise_id if card.withdrawn_on is None else None
        return About(promise_id=promise_id, customer_id=card.customer_id)

    def _send(self) -> None:
        if self._stack.currentWidget() is self.write:
            self.write.issue(Then.PRINT)

    def _on_issued(self, cards: "tuple[LetterCard, ...]", then: Then) -> None:
        self.sent.presenter.show_cards(cards)
        self._stack.setCurrentWidget(self.sent)
        if len(cards) == 1:  # the place is that of the letter from now on, also after midnight
            self._bench.navigator.open(ROOM, ISSUED, str(cards[0].id))
        if then is Then.SAVE:
            self.sent.save_it()
        else:
            self._print()

    def _print(self) -> None:
        job = self.print_job()
        if job is not None:
            show_print(job, self._bench, self)

    def _change_wording(self, template_id: str) -> None:
        dialog = WordingDialog(self._bench, template_id, self)
        if dialog.exec():
            self.presenter.begin(template_id, self.presenter.state.about)
        dialog.deleteLater()
