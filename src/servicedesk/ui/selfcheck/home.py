# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""The home of the checks: a card for each, and the results of earlier ones."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QPushButton, QWidget

from servicedesk.domain.checks import Bank
from servicedesk.ui.core.workbench import Workbench
from servicedesk.ui.selfcheck.home_presenter import BankLine, HomePresenter, PastLine
from servicedesk.ui.selfcheck.said import day_words
from servicedesk.ui.widgets.buttons import link_button, main_button, side_button
from servicedesk.ui.widgets.card import Card
from servicedesk.ui.widgets.flow import FlowLayout
from servicedesk.ui.widgets.sub_page import SubPage, clear
from servicedesk.ui.widgets.tab_order import order_tabs
from servicedesk.ui.widgets.text import label


class BankCard(Card):
    """One thing that can be checked.

    Args:
        line: of it.

    Attributes:
        buttons: what can be done, the chief thing first.

    Signals:
        begin_wanted: (bool) begin it; True for the key questions only.
        go_on_wanted, drop_wanted, print_wanted: go on with the one begun, drop it, print it.
        result_wanted: (number) see that result.
    """

    begin_wanted = Signal(bool)
    go_on_wanted = Signal()
    drop_wanted = Signal()
    print_wanted = Signal()
    result_wanted = Signal(int)

    def __init__(self, line: BankLine, parent: QWidget | None = None) -> None:
        super().__init__(line.title, parent)
        self.bank = line.bank
        self.buttons: list[QPushButton] = []
        self._line = line
        self.body.addWidget(label(line.intro, "quiet"))
        if line.open_words:
            self.body.addWidget(label(line.open_words))
        if line.last is not None:
            words = self.tr("Last done on {day}.").format(day=day_words(line.last.finished_on))
        else:
            words = self.tr("Not done yet.")
        if line.last is not None or not line.open_words:
            self.body.addWidget(label(words))
        if line.time:
            self.body.addWidget(label(line.time))
        self._ways = FlowLayout(gap=10)
        self.body.addLayout(self._ways)
        self._offer(line)

    def _offer(self, line: BankLine) -> None:
        if line.open_words:
            at = self.tr("Go on at topic {at} of {all}").format(at=line.open_at, all=line.topics)
            words = at if line.open_at else self.tr("Go on: finish it")
            self._add(main_button(words)).clicked.connect(self.go_on_wanted)
        elif line.key_questions:
            short = self.tr("Answer the {count} key questions").format(count=line.key_questions)
            whole = self.tr("Answer all {count}").format(count=line.questions)
            self._add(main_button(short)).clicked.connect(lambda: self.begin_wanted.emit(True))
            self._add(side_button(whole)).clicked.connect(lambda: self.begin_wanted.emit(False))
        else:
            words = self.tr("Answer {count} questions").format(count=line.questions)
            self._add(side_button(words)).clicked.connect(lambda: self.begin_wanted.emit(False))
        if line.last is not None:
            number = line.last.id
            see = self._add(link_button(self.tr("See the last result")))
            see.clicked.connect(lambda: self.result_wanted.emit(number))
        self._add(link_button(self.tr("Print the questions"))).clicked.connect(self.print_wanted)
        if line.open_words:
            self._add(link_button(self.tr("Drop this one"))).clicked.connect(self.drop_wanted)

    def _add(self, button: QPushButton) -> QPushButton:
        button.setAccessibleName(", ".join((button.text(), self._line.title)))
        self._ways.addWidget(button)
        self.buttons.append(button)
        return button


class PastRow(QWidget):
    """One finished check.

    Signals:
        result_wanted, remove_wanted: somebody wants that.

    Args:
        line: of it.
    """

    result_wanted = Signal()
    remove_wanted = Signal()

    def __init__(self, line: PastLine, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.id = line.id
        row = FlowLayout(self, gap=12)
        words = self.tr("{day}: {title}, {outcome}")
        said = words.format(day=line.day, title=line.title, outcome=line.outcome)
        self.see_button = link_button(said)
        self.see_button.setAccessibleDescription(self.tr("Opens the result"))
        self.remove_button = link_button(self.tr("Remove"))
        self.remove_button.setAccessibleName(
            self.tr("Remove: {check}, number {id}").format(check=said, id=line.id)
        )
        self.see_button.setAccessibleName(
            self.tr("{check}, number {id}").format(check=said, id=line.id)
        )
        row.addWidget(self.see_button)
        row.addWidget(self.remove_button)
        self.see_button.clicked.connect(self.result_wanted)
        self.remove_button.clicked.connect(self.remove_wanted)


class CheckHome(SubPage):
    """What can be checked, and what was found.

    Args:
        bench: of the open file.

    Attributes:
        presenter: what it shows.
        cards: by bank.
        past: the finished ones, the newest first.

    Signals:
        begin_wanted: (Bank, bool) begin a check; True for the key questions only.
        go_on_wanted: (Bank) go on with the one that is begun.
        result_wanted: (number) see that result.
        print_wanted: (PrintJob) print that.
    """

    begin_wanted = Signal(object, bool)
    go_on_wanted = Signal(object)
    result_wanted = Signal(int)
    print_wanted = Signal(object)

    def __init__(self, bench: Workbench, parent: QWidget | None = None) -> None:
        super().__init__(
            bench,
            self.tr("Check yourself"),
            self.tr(
                "Questions in plain words on themes of the customer-service code of practice "
                "BS 8477. You judge your own business, and end with a short list of things to do."
            ),
            back=self.tr("Back to Improve"),
            room="improve",
            parent=parent,
        )
        self.presenter = HomePresenter(bench, self)
        self.cards: dict[Bank, BankCard] = {}
        self.past: list[PastRow] = []
        self.presenter.state_changed.connect(self._show)

    def first_focus(self) -> QWidget | None:
        """The chief button of the first card."""
        card = self.cards.get(Bank.SELF_CHECK)
        return card.buttons[0] if card is not None else self.back_button

    def _show(self) -> None:
        had = self.focusWidget()
        is_lost = had is not None and self.isAncestorOf(had) and had is not self.back_button
        clear(self.column)
        self.cards, self.past = {}, []
        for line in self.presenter.state.banks:
            self._add_card(line)
        if self.presenter.state.past:
            self._add_past()
        places = [self.back_button, *self.cards.values(), *self.past]
        order_tabs(places)
        target = self.first_focus()
        if is_lost and target is not None and self.isVisible():
            target.setFocus()

    def _add_card(self, line: BankLine) -> None:
        card, bank = BankCard(line), line.bank
        card.begin_wanted.connect(lambda short: self.begin_wanted.emit(bank, short))
        card.go_on_wanted.connect(lambda: self.go_on_wanted.emit(bank))
        card.result_wanted.connect(self.result_wanted)
        card.drop_wanted.connect(lambda: self.presenter.remove_open(bank))
        card.print_wanted.connect(lambda: self._print(bank))
        self.column.addWidget(card)
        self.cards[bank] = card

    def _print(self, bank: Bank) -> None:
        job = self.presenter.blank(bank)
        if job is not None:
            self.print_wanted.emit(job)

    def _add_past(self) -> None:
        held = Card(self.tr("Checks you have finished"))
        for line in self.presenter.state.past:
            row, number = PastRow(line), line.id
            row.result_wanted.connect(lambda n=number: self.result_wanted.emit(n))
            row.remove_wanted.connect(lambda n=number: self.presenter.remove(n))
            held.body.addWidget(row)
            self.past.append(row)
        self.column.addWidget(held)
