# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""Fairness: offers and plans side by side, and a check twice a year of customers who stayed."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QWidget

from servicedesk.domain.fairness import CheckedCustomer, FairnessCard, OfferCard, SameDeal
from servicedesk.ui.core.workbench import Workbench
from servicedesk.ui.printing.preview import show_print
from servicedesk.ui.widgets.buttons import main_button, side_button
from servicedesk.ui.widgets.card import Notice
from servicedesk.ui.widgets.form_dialog import FormDialog
from servicedesk.ui.widgets.sub_page import SubPage, clear
from servicedesk.ui.widgets.tab_order import order_tabs
from servicedesk.ui.widgets.text import label
from servicedesk.ui.yearly.fairness_boxes import FairnessBox, OfferBox
from servicedesk.ui.yearly.fairness_form import NoteForm, OfferForm
from servicedesk.ui.yearly.fairness_presenter import FairnessPresenter

if TYPE_CHECKING:
    from servicedesk.domain.printing import PrintJob
    from servicedesk.ui.core.rooms import Place

_ADD = "add"
_CHECK = "check/"


class FairnessPage(SubPage):
    """Offers and checks.

    Args:
        bench: of the open file.

    Attributes:
        presenter: what it shows.
        offers: the offers, in order.
        checks: the checks, in order.
        begin_button: begins a check.
        add_button: writes an offer down.
        letter_button: writes the letter about a price change.
        form: the dialog that is open, or was last.
    """

    def __init__(self, bench: Workbench, parent: QWidget | None = None) -> None:
        super().__init__(
            bench,
            self.tr("Fair to those who stay"),
            self.tr(
                "Nobody should pay more, or get less, because they stayed. Write down your offers "
                "and plans, then look at five customers that the program draws, twice a year."
            ),
            back=self.tr("Back to Improve"),
            room="improve",
            parent=parent,
        )
        self.presenter = FairnessPresenter(bench, self)
        self.offers: list[OfferBox] = []
        self.checks: list[FairnessBox] = []
        self.form: FormDialog | None = None
        self._aim = ""
        self.begin_button = main_button(self.tr("Begin a check"))
        self.add_button = side_button(self.tr("Add an offer or plan"))
        self.letter_button = side_button(self.tr("Tell customers of a new price"))
        for button in (self.begin_button, self.add_button, self.letter_button):
            self.ways.addWidget(button)
        self.begin_button.clicked.connect(self._begin)
        self.add_button.clicked.connect(lambda: self.open_offer(None))
        self.letter_button.clicked.connect(lambda: self.presenter.write_notice())
        self.presenter.state_changed.connect(self._show)

    def arrive(self, place: "Place") -> None:
        """Show what there is; "add" writes an offer down, a number is the offer to go to.

        "check/" before a number makes it a check.
        """
        self.presenter.open()
        self._aim = place.item
        if place.item == _ADD:
            QTimer.singleShot(0, self, lambda: self.open_offer(None))
            return

    def leave(self) -> None:
        """What was typed stands in its dialog."""
        self.presenter.close()

    def first_focus(self) -> QWidget | None:
        """What somebody came for; else what comes next: in the check that is open, or a new one."""
        for before, boxes in (("", self.offers), (_CHECK, self.checks)):
            for box in boxes:
                if f"{before}{box.id}" == self._aim:
                    return box.first_button
        state = self.presenter.state
        if state.open_one is not None and self.checks:
            return self.checks[0].first_button
        return self.begin_button if state.offers else self.add_button

    def print_job(self) -> "PrintJob | None":
        """The newest check."""
        checks = self.presenter.state.checks
        return self.presenter.print_job(checks[0].id) if checks else None

    def open_offer(self, card: OfferCard | None) -> None:
        """Write an offer down, or change one, in a dialog."""
        self._open(OfferForm(self._bench, self.presenter, card, self.window()))

    def open_note(self, one: CheckedCustomer) -> None:
        """Note what was seen of a customer's deal, in a dialog."""
        self._open(NoteForm(self._bench, self.presenter, one, self.window()))

    def _open(self, form: FormDialog) -> None:
        self.form, self._aim = form, ""
        form.accepted.connect(self._go_on)
        form.open()

    def _begin(self) -> None:
        self._aim = ""
        self.presenter.begin()
        self._go_on()

    def _go_on(self) -> None:
        """Lead the keyboard to what comes next; the cards are other ones now."""
        target = self.first_focus()
        if target is not None:
            QTimer.singleShot(0, target, target.setFocus)

    def _show(self) -> None:
        clear(self.column)
        state = self.presenter.state
        self.begin_button.setVisible(state.open_one is None)
        if state.error:
            self.column.addWidget(Notice("due", state.error))
        self.checks = [self._check(card) for card in state.checks]
        self.offers = [self._offer(card) for card in state.offers]
        newest = self.checks[:1] if state.open_one is not None else []
        older = self.checks[len(newest) :]
        for box in newest:
            self.column.addWidget(box)
        self.column.addWidget(label(self.tr("Your offers and plans"), "section"))
        if not self.offers:
            words = self.tr("None is written down yet. A loyalty card or a plan counts too.")
            self.column.addWidget(label(words, "quiet"))
        for one in (*self.offers, *older):
            self.column.addWidget(one)
        ways = [self.back_button, self.begin_button, self.add_button, self.letter_button]
        order_tabs([*ways, *newest, *self.offers, *older])

    def _offer(self, card: OfferCard) -> OfferBox:
        box = OfferBox(card, self.presenter.state.seen.get(card.id, ()))
        box.change_wanted.connect(lambda: self.open_offer(card))
        box.notice_wanted.connect(lambda: self.presenter.write_notice(card.id))
        box.remove_wanted.connect(lambda: self.presenter.remove_offer(card.id))
        return box

    def _check(self, card: FairnessCard) -> FairnessBox:
        to_do = self.presenter.state.to_do.get(card.id, ())
        box = FairnessBox(card, to_do, self._bench.labels)
        box.answered.connect(self._on_answered)
        box.note_wanted.connect(self.open_note)
        box.customer_wanted.connect(lambda one: self.presenter.open_customer(one.customer_id))
        box.finish_wanted.connect(lambda: self._finish(card.id))
        box.plan_wanted.connect(lambda: self.presenter.plan(card.id))
        box.actions_wanted.connect(lambda: self._bench.navigator.open("improve", "actions"))
        box.print_wanted.connect(lambda: self._print(card.id))
        box.remove_wanted.connect(lambda: self.presenter.remove(card.id))
        return box

    def _on_answered(self, one: CheckedCustomer, same: SameDeal | None) -> None:
        """Keep an answer, and stay where the keyboard is: the card is another one now."""
        QTimer.singleShot(0, self, lambda: self._answer(one, same))

    def _answer(self, one: CheckedCustomer, same: SameDeal | None) -> None:
        self.presenter.answer(one, same, one.note)
        for box in self.checks:
            if one.id in box.rows:
                chips = box.rows[one.id].chips
                place = 0 if same is None else tuple(SameDeal).index(same)
                QTimer.singleShot(0, chips[place], chips[place].setFocus)

    def _finish(self, check_id: int) -> None:
        self._aim = ""
        self.presenter.finish(check_id)
        self._go_on()

    def _print(self, check_id: int) -> None:
        job = self.presenter.print_job(check_id)
        if job is not None:
            show_print(job, self._bench, self.window())
