# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""Cards of the page of fairness: an offer with what is seen in it, a check with its customers."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QPushButton, QWidget

from servicedesk.domain.fairness import CheckedCustomer, FairnessCard, OfferCard, SameDeal
from servicedesk.domain.fairness_rules import gaps_of
from servicedesk.domain.fairness_words import pounds
from servicedesk.ui.core.labels import Labels
from servicedesk.ui.widgets.buttons import link_button, main_button, side_button
from servicedesk.ui.widgets.card import Card
from servicedesk.ui.widgets.chip import Chip, MarkedLabel
from servicedesk.ui.widgets.chip_row import ChipRow
from servicedesk.ui.widgets.day_field import long_day
from servicedesk.ui.widgets.flow import FlowLayout
from servicedesk.ui.widgets.text import label

_DEALS = tuple(SameDeal)


class OfferBox(Card):
    """One offer or plan.

    Signals:
        change_wanted, notice_wanted, remove_wanted: somebody wants to do that with it.

    Args:
        card: of the offer.
        seen: what is seen in it, a sentence each.

    Attributes:
        id: of the offer.
        first_button: changes it.
        notice_button: writes the letter about its new price.
    """

    change_wanted = Signal()
    notice_wanted = Signal()
    remove_wanted = Signal()

    def __init__(
        self, card: OfferCard, seen: tuple[str, ...], parent: QWidget | None = None
    ) -> None:
        super().__init__(card.draft.name, parent)
        self.id = card.id
        self.body.addWidget(label("\n".join(self._lines(card)), "quiet"))
        for sentence in seen:
            words = MarkedLabel(sentence, "due", "chip_due")
            words.setWordWrap(True)
            self.body.addWidget(words)
        row = FlowLayout(gap=10)
        self.body.addLayout(row)
        self.first_button = side_button(self.tr("Change"))
        self.notice_button = side_button(self.tr("Write the notice"))
        remove = link_button(self.tr("Remove"))
        for button, wanted in (
            (self.first_button, self.change_wanted),
            (self.notice_button, self.notice_wanted),
            (remove, self.remove_wanted),
        ):
            button.setAccessibleName(", ".join((button.text(), card.draft.name, str(card.id))))
            button.clicked.connect(wanted)
            row.addWidget(button)

    def _lines(self, card: OfferCard) -> list[str]:
        draft = card.draft
        unsaid = self.tr("not said")
        new, existing = (
            unsaid if pence is None else " ".join(filter(None, (pounds(pence), draft.per)))
            for pence in (draft.new_pence, draft.existing_pence)
        )
        lines = [
            self.tr("New customers pay: {price}").format(price=new),
            self.tr("Existing customers pay: {price}").format(price=existing),
            self.tr("To join: {steps}").format(steps=_steps(draft.joining) or unsaid),
            self.tr("To leave: {steps}").format(steps=_steps(draft.leaving) or unsaid),
        ]
        if draft.ends_on is not None:
            lines.append(self.tr("Until {day}").format(day=long_day(draft.ends_on)))
        return lines


class FairnessBox(Card):
    """One check.

    Signals:
        answered: (CheckedCustomer, SameDeal or None) a button was chosen or let go of.
        note_wanted, customer_wanted: (CheckedCustomer) somebody wants to do that.
        finish_wanted, print_wanted, plan_wanted, actions_wanted, remove_wanted: with the check.

    Args:
        card: of the check.
        to_do: what it asks for and nobody planned yet.
        labels: words.

    Attributes:
        id: of the check.
        rows: the buttons of each customer, by row.
        next_button: what comes next with the whole check.
        first_button: what comes next, which may be a customer that nobody has answered yet.
    """

    answered = Signal(object, object)
    note_wanted = Signal(object)
    customer_wanted = Signal(object)
    finish_wanted = Signal()
    print_wanted = Signal()
    plan_wanted = Signal()
    actions_wanted = Signal()
    remove_wanted = Signal()

    def __init__(
        self,
        card: FairnessCard,
        to_do: tuple[str, ...],
        labels: Labels,
        parent: QWidget | None = None,
    ) -> None:
        self._day = long_day(card.finished_on or card.drawn_on)
        super().__init__(self.tr("Check of {day}").format(day=self._day), parent)
        self.id = card.id
        self.rows: dict[int, ChipRow] = {}
        chips = FlowLayout()
        self.body.addLayout(chips)
        words = self.tr("Not finished yet") if card.is_open else self.tr("Finished")
        chips.addWidget(Chip(words, "due" if card.is_open else "ok"))
        if not card.customers:
            words = self.tr(
                "It looks at your offers and plans only: nobody has been a customer for a year yet."
            )
            self.body.addWidget(label(words, "quiet"))
        elif card.is_open:
            ask = self.tr("Does each of them have the deal that a new customer would get?")
            self.body.addWidget(label(ask, "strong"))
        for one in card.customers:
            if card.is_open:
                self._ask(one, labels)
            else:
                self._tell(one, labels)
        if to_do:
            self.body.addWidget(label(self.tr("What there is to do"), "strong"))
            self.body.addWidget(label("\n".join(f"• {one}" for one in to_do)))
        elif not card.is_open:
            planned = self.tr("What it found is on the list of things to do.")
            nothing = self.tr("It found nothing to put right.")
            self.body.addWidget(label(planned if gaps_of(card) else nothing, "quiet"))
        self._foot(card, to_do)

    def _name(self, one: CheckedCustomer) -> str:
        return one.name or self.tr("A customer no longer in your file")

    def _ask(self, one: CheckedCustomer, labels: Labels) -> None:
        name = self._name(one)
        head = FlowLayout(gap=10)
        self.body.addLayout(head)
        words = self.tr("{name}, customer since {day}")
        words = words.format(name=name, day=long_day(one.since))
        link = link_button(words.replace("&", "&&"))
        link.setAccessibleName(words)
        link.setEnabled(one.customer_id is not None)
        link.clicked.connect(lambda: self.customer_wanted.emit(one))
        head.addWidget(link)
        row = self.rows[one.id] = ChipRow([labels.enum(deal) for deal in _DEALS], is_single=True)
        for chip, deal in zip(row.chips, _DEALS, strict=True):
            chip.setAccessibleName(", ".join((labels.enum(deal), words)))
        row.pick(() if one.same is None else (_DEALS.index(one.same),))
        row.chosen.connect(lambda: self._on_chosen(one))
        note = link_button(self.tr("Change the note") if one.note else self.tr("Add a note"))
        note.setAccessibleName(", ".join((note.text(), words)))
        note.clicked.connect(lambda: self.note_wanted.emit(one))
        line = FlowLayout(gap=10)
        self.body.addLayout(line)
        line.addWidget(row)
        line.addWidget(note)
        if one.note:
            self.body.addWidget(label(one.note, "quiet"))

    def _tell(self, one: CheckedCustomer, labels: Labels) -> None:
        same = "" if one.same is None else labels.enum(one.same)
        words = self.tr("{name}, customer since {day}: {same}")
        words = words.format(name=self._name(one), day=long_day(one.since), same=same)
        self.body.addWidget(label(" · ".join(filter(None, (words, one.note)))))

    def _on_chosen(self, one: CheckedCustomer) -> None:
        picked = self.rows[one.id].picked()
        self.answered.emit(one, _DEALS[picked[0]] if picked else None)

    def _foot(self, card: FairnessCard, to_do: tuple[str, ...]) -> None:
        self._buttons = FlowLayout(gap=10)
        self.body.addLayout(self._buttons)
        printing = side_button(self.tr("Print"))
        self.next_button = printing
        if card.is_open:
            self.next_button = main_button(self.tr("Finish and keep"))
            self._lead(self.next_button, self.finish_wanted)
        elif to_do:
            self.next_button = main_button(self.tr("Make actions of these"))
            self._lead(self.next_button, self.plan_wanted)
        waiting = (self.rows[one.id] for one in card.customers if one.same is None)
        row = next(waiting, None) if card.is_open else None
        self.first_button = self.next_button if row is None else row.chips[0]
        self._lead(printing, self.print_wanted)
        if not card.is_open and not to_do and gaps_of(card):
            self._lead(link_button(self.tr("Show the list")), self.actions_wanted)
        if card.is_open:
            self._lead(link_button(self.tr("Remove")), self.remove_wanted)

    def _lead(self, button: QPushButton, wanted: object) -> None:
        name = self.tr("{what}, check of {day}").format(what=button.text(), day=self._day)
        button.setAccessibleName(name)
        button.clicked.connect(wanted)
        self._buttons.addWidget(button)


def _steps(typed: str) -> str:
    return "; ".join(typed.splitlines())
