# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""The log of breaches: what is open first, each with its hours and one next step."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QWidget

from servicedesk.domain.breaches import BreachCard
from servicedesk.ui.core.days_said import plain_day
from servicedesk.ui.core.workbench import Workbench
from servicedesk.ui.printing.preview import show_print
from servicedesk.ui.privacy.breaches_box import BreachBox
from servicedesk.ui.privacy.breaches_form import BreachForm
from servicedesk.ui.privacy.breaches_presenter import FACTS, BreachesPresenter
from servicedesk.ui.privacy.breaches_said import facts_said, short_day
from servicedesk.ui.widgets.buttons import main_button, side_button
from servicedesk.ui.widgets.card import Card
from servicedesk.ui.widgets.sub_page import SubPage, clear
from servicedesk.ui.widgets.tab_order import order_tabs
from servicedesk.ui.widgets.text import label

if TYPE_CHECKING:
    from servicedesk.domain.printing import PrintJob
    from servicedesk.ui.core.rooms import Place

ADD = "add"
"""The item that writes a new one down."""


class BreachesPage(SubPage):
    """The page.

    Args:
        bench: of the open file.

    Attributes:
        presenter: what it shows.
        boxes: the breaches, in order.
        add_button: writes one down.
        form: the dialog that is open, or was last.
    """

    def __init__(self, bench: Workbench, parent: QWidget | None = None) -> None:
        super().__init__(
            bench,
            self.tr("Breach log"),
            self.tr(
                "Something about customers was lost, stolen, changed or seen by the wrong person? "
                "Write it down here at once, a small thing too. Then take one step after another."
            ),
            back=self.tr("Back to the privacy desk"),
            room="privacy",
            parent=parent,
        )
        self.presenter = BreachesPresenter(bench, self)
        self.boxes: list[BreachBox] = []
        self.form: BreachForm | None = None
        self._item = ""
        self.add_button = main_button(self.tr("Write a breach down"))
        self.print_button = side_button(self.tr("Print the log"))
        for button in (self.add_button, self.print_button):
            self.ways.addWidget(button)
        self.add_button.clicked.connect(lambda: self.open_form(None))
        self.print_button.clicked.connect(self._print)
        self.presenter.state_changed.connect(self._show)

    def arrive(self, place: "Place") -> None:
        """Show what there is; the item "add" writes one down, a number is the one to go to."""
        self._item = place.item
        self.presenter.open()
        if place.item == ADD:
            QTimer.singleShot(0, self, lambda: self.open_form(None))
            return
        for box in self.boxes:
            if str(box.id) == place.item:
                self.page.show_whole(box)

    def leave(self) -> None:
        """What was typed stands in its dialog."""
        self.presenter.close()

    def first_focus(self) -> QWidget | None:
        """The next step of the breach that was gone to, or the button that writes one down."""
        box = next((box for box in self.boxes if str(box.id) == self._item), None)
        return self.add_button if box is None else box.first_button

    def print_job(self) -> "PrintJob | None":
        """The whole log, a line for each."""
        cards = self.presenter.state.cards
        if not cards:
            return None
        labels = self._bench.labels
        head = (
            self.tr("No."),
            self.tr("Known on"),
            self.tr("What happened"),
            self.tr("How many people"),
            self.tr("Risk"),
            self.tr("What we did"),
            self.tr("How it stands"),
        )
        rows = [
            (
                str(card.id),
                short_day(card.draft.known_at),
                card.draft.what,
                "" if card.draft.people is None else str(card.draft.people),
                "" if card.draft.risk is None else labels.enum(card.draft.risk),
                card.draft.did,
                self.tr("Open") if card.is_open else self.tr("Closed"),
            )
            for card in cards
        ]
        return self._bench.services.lists.table(self.tr("Breach log"), head, rows)

    def open_form(self, card: BreachCard | None, part: str = FACTS) -> None:
        """Write a breach down, or fill one part of it in, in a dialog."""
        self.form = BreachForm(self._bench, self.presenter, card, part, self.window())
        number = None if card is None else card.id
        self.form.accepted.connect(lambda: self._go_on_with(number))
        self.form.open()

    def _go_on_with(self, number: int | None) -> None:
        """Lead the keyboard to the next step of the breach that was kept."""
        newest = max((box.id for box in self.boxes), default=None)
        for box in self.boxes:
            if box.id == (newest if number is None else number) and box.first_button is not None:
                self.page.show_whole(box)
                QTimer.singleShot(0, box.first_button, box.first_button.setFocus)

    def _show(self) -> None:
        clear(self.column)
        self.boxes = []
        log = self.presenter.state
        self.print_button.setVisible(bool(log.cards))
        if not log.cards:
            nothing = self.tr("Nothing is in the log. May it stay so.")
            self.column.addWidget(label(nothing, "quiet"))
        for card in log.cards:
            show = self.presenter
            box = BreachBox(card, log.law, show.clock(card), show.step(card), self._bench.labels)
            self._wire(box, card)
            self.column.addWidget(box)
            self.boxes.append(box)
        if log.law.sentences and log.law.checked_on is not None:
            self.column.addWidget(self._law())
        order_tabs([self.back_button, self.add_button, self.print_button, *self.boxes])

    def _law(self) -> Card:
        """What the law says, with the day it was checked."""
        law = self.presenter.state.law
        card = Card(self.tr("What the law says"))
        for sentence in law.sentences:
            card.body.addWidget(label(sentence))
        if law.checked_on is not None:
            words = self.tr("Checked on {day}. General information, not legal advice.")
            card.body.addWidget(label(words.format(day=plain_day(law.checked_on)), "small"))
        return card

    def _wire(self, box: BreachBox, card: BreachCard) -> None:
        box.part_wanted.connect(lambda part: self.open_form(card, part))
        box.close_wanted.connect(lambda: self._end(card.id))
        box.reopen_wanted.connect(lambda: self._reopen(card.id))
        box.remove_wanted.connect(lambda: self.presenter.remove(card.id))
        box.print_wanted.connect(lambda: self._print_one(card))

    def _end(self, number: int) -> None:
        self.presenter.end(number)
        self._go_on_with(number)

    def _reopen(self, number: int) -> None:
        self.presenter.reopen(number)
        self._go_on_with(number)

    def _print(self) -> None:
        job = self.print_job()
        if job is not None:
            show_print(job, self._bench, self.window())

    def one_job(self, card: BreachCard) -> "PrintJob":
        """One breach, a line for each thing that is known."""
        title = self.tr("Breach {number}").format(number=card.id)
        head = (self.tr("What"), self.tr("As written down"))
        law = self.presenter.state.law
        rows = [
            (self.tr("What happened"), card.draft.what),
            *facts_said(card, self._bench.labels, law),
        ]
        said = (self.tr("Open") if card.is_open else self.tr("Closed"),)
        return self._bench.services.lists.table(title, head, rows, said)

    def _print_one(self, card: BreachCard) -> None:
        show_print(self.one_job(card), self._bench, self.window())
