# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""The right side of the feedback room: one piece of it with all that can be done with it."""

from collections.abc import Callable

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QLayout, QPushButton, QVBoxLayout, QWidget

from servicedesk.domain.actions import ActionDraft, ActionKind, ActionSource
from servicedesk.domain.feedback import Decision, FeedbackKind
from servicedesk.domain.kinds import Kind
from servicedesk.ui.core.workbench import Workbench
from servicedesk.ui.feedback.asking import Asking
from servicedesk.ui.feedback.detail_presenter import DetailPresenter, DetailState
from servicedesk.ui.feedback.words import about_words
from servicedesk.ui.people.action_form import show_action_form
from servicedesk.ui.people.feedback_form import show_feedback_form
from servicedesk.ui.people.history_row import history_row
from servicedesk.ui.widgets.buttons import link_button, main_button, side_button
from servicedesk.ui.widgets.card import Card, Notice
from servicedesk.ui.widgets.flow import FlowLayout
from servicedesk.ui.widgets.scroll import ScrollPage
from servicedesk.ui.widgets.text import label

_WIDEST = 56
"""Width of the column, in text heights."""


class Detail(ScrollPage):
    """One piece of feedback.

    Signals:
        back_wanted: somebody wants to see the list, which has no room beside it.
        print_wanted: somebody wants it on paper.

    Args:
        bench: of the open file.
        presenter: reads it.
    """

    back_wanted = Signal()
    print_wanted = Signal()

    def __init__(self, bench: Workbench, presenter: DetailPresenter) -> None:
        super().__init__(widest=_WIDEST)
        self._bench = bench
        self.presenter = presenter
        self._ways: list[QPushButton] = []
        self._shown: int | None = None
        self._asking = Asking(bench, self, presenter.deeds)
        self._build()
        presenter.state_changed.connect(self._show_state)
        self._show_state()

    def _build(self) -> None:
        self._gone = label("", "quiet")
        self.body.addWidget(self._gone)
        self._all = QWidget()
        self._rows = QVBoxLayout(self._all)
        self._rows.setContentsMargins(0, 0, 0, 0)
        self._rows.setSpacing(self.body.spacing())
        self.body.addWidget(self._all)
        self.body.addStretch(1)
        self._build_head()
        self._notices = QVBoxLayout()
        self._notices.setSpacing(6)
        self._rows.addLayout(self._notices)
        self._words_card = Card()
        self._said = label("")
        self._better_name = label(self.tr("What could be better"), "strong")
        self._better = label("")
        for part in (self._said, self._better_name, self._better):
            self._words_card.body.addWidget(part)
        self._marks = self._grid(self._words_card)
        self._rows.addWidget(self._words_card)
        self._build_ways()
        self._facts_card = Card()
        self._facts = self._grid(self._facts_card)
        self._rows.addWidget(self._facts_card)
        self._rows.addWidget(label(self.tr("What happened"), "section"))
        self._history = QVBoxLayout()
        self._history.setSpacing(10)
        self._rows.addLayout(self._history)

    def _grid(self, card: Card) -> QGridLayout:
        grid = QGridLayout()
        grid.setHorizontalSpacing(18)
        grid.setVerticalSpacing(6)
        grid.setColumnStretch(1, 1)
        card.body.addLayout(grid)
        return grid

    def _build_head(self) -> None:
        """What it is, from whom, when and how it came."""
        self.back_button = link_button(self.tr("Back to the list"))
        self.back_button.clicked.connect(self.back_wanted)
        self.back_button.hide()
        back = FlowLayout()
        back.addWidget(self.back_button)
        self._rows.addLayout(back)
        head = QVBoxLayout()
        head.setSpacing(2)
        self._title = label("", "title")
        head.addWidget(self._title)
        line = FlowLayout()
        self.who_button = link_button("")
        self.who_button.clicked.connect(self._open_customer)
        line.addWidget(self.who_button)
        head.addLayout(line)
        self._who = label("", "strong")
        head.addWidget(self._who)
        self._names = label("", "strong")
        head.addWidget(self._names)
        self._came = label("", "quiet")
        head.addWidget(self._came)
        self._rows.addLayout(head)

    def _build_ways(self) -> None:
        """The buttons: what is done most often first, the rest as links."""
        asking, deeds, first, more = self._asking, self.presenter.deeds, FlowLayout(), FlowLayout()
        self._rows.addLayout(first)
        self._rows.addLayout(more)
        heard = main_button(self.tr("They heard from us…"))
        self.follow_up_button = self._ask(first, heard, asking.follow_up)
        go_on = main_button(self.tr("Make it a complaint"))
        self.answer_button = self._ask(first, go_on, lambda at: self._complain(at))
        there = side_button(self.tr("Open the complaint"))
        self.complaint_button = self._ask(first, there, deeds.open_complaint)
        thank, write = side_button(self.tr("Thank them")), side_button(self.tr("Write to them"))
        self.thank_button = self._ask(first, thank, deeds.thank)
        self.write_button = self._ask(first, write, deeds.write)
        self.pass_button = self._way(first, side_button(""), self._pass_on)
        decide = side_button(self.tr("What becomes of it…"))
        self.decide_button = self._ask(first, decide, asking.decide)
        know = side_button(self.tr("They were told…"))
        self.told_button = self._ask(first, know, asking.answered)
        self.wall_button = self._way(first, side_button(""), self._put_on_wall)
        out = side_button(self.tr("Take out of the bin"))
        self.out_button = self._way(first, out, self._bring_back)
        thanked = link_button(self.tr("Thanked otherwise…"))
        self.thanked_button = self._ask(more, thanked, asking.thanked)
        quote = link_button(self.tr("May we print it?…"))
        self.quote_button = self._ask(more, quote, asking.quoting)
        self.change_button = self._way(more, link_button(self.tr("Change")), self.change)
        self.letter_button = self._way(more, link_button(""), self._open_letter)
        agree = link_button(self.tr("Make it a complaint…"))
        self.agree_button = self._ask(more, agree, asking.complain)
        plan = link_button(self.tr("Put on the list of things to do…"))
        self.plan_button = self._way(more, plan, self._plan)
        paper = link_button(self.tr("Print"))
        self.print_button = self._way(more, paper, self.print_wanted.emit)
        history = link_button(self.tr("History…"))
        self.history_button = self._way(more, history, self._show_history)
        self.bin_button = self._way(more, link_button(self.tr("Put into the bin")), self._bin)

    def _show_history(self) -> None:
        """What was changed in the record."""
        card = self.presenter.state.card
        if card is not None:
            from servicedesk.ui.people.history_dialog import show_history

            show_history(self._bench, Kind.FEEDBACK, card.id, card.ref, self)

    def _way(self, line: FlowLayout, button: QPushButton, act: Callable[[], object]) -> QPushButton:
        line.addWidget(button)
        self._ways.append(button)
        button.clicked.connect(lambda _=False: act())
        return button

    def _ask(
        self, line: FlowLayout, button: QPushButton, ask: Callable[[int], object]
    ) -> QPushButton:
        def act() -> None:
            card = self.presenter.state.card
            if card is not None:
                ask(card.id)

        return self._way(line, button, act)

    def first_focus(self) -> QWidget:
        """The button that is wanted most."""
        return next((one for one in self._ways if one.isVisibleTo(self)), self.change_button)

    def change(self) -> None:
        """Open the form with what is written."""
        card = self.presenter.state.card
        if card is not None:
            show_feedback_form(self._bench, self.window(), feedback_id=card.id)

    def _plan(self) -> None:
        """Write down what is done about it."""
        if (card := self.presenter.state.card) is not None:
            kind, source = ActionKind.IMPROVEMENT, ActionSource.FEEDBACK
            begin = ActionDraft(kind=kind, source=source, source_id=card.id)
            about = about_words(card, self._bench.labels)
            show_action_form(self._bench, begin, about, self.window())

    def _complain(self, feedback_id: int) -> None:
        """They want an answer: nothing is asked any more."""
        card = self.presenter.deeds.card(feedback_id)
        if card is not None:
            self.presenter.deeds.complain_at_once(card)

    def _pass_on(self) -> None:
        if (card := self.presenter.state.card) is not None:
            self.presenter.deeds.passed_on(card)

    def _open_letter(self) -> None:
        letters = self.presenter.state.letters
        if letters:
            self._bench.navigator.open("letters", "issued", str(letters[0].id))

    def _put_on_wall(self) -> None:
        if (card := self.presenter.state.card) is not None:
            self.presenter.deeds.put_on_wall(card, on=not card.is_on_wall)

    def _bin(self) -> None:
        if (card := self.presenter.state.card) is not None:
            self.presenter.deeds.bin(card)

    def _bring_back(self) -> None:
        if (card := self.presenter.state.card) is not None:
            self.presenter.deeds.bring_back(card)

    def _open_customer(self) -> None:
        card = self.presenter.state.card
        if card is not None and card.draft.customer_id is not None:
            self._bench.navigator.open("customers", "", str(card.draft.customer_id))

    def _show_state(self) -> None:
        before = self.focusWidget()
        self._show_all()
        is_way = isinstance(before, QPushButton) and before in self._ways
        if is_way and before is not None and not before.isVisibleTo(self):
            # Not the button that takes back what the last key did.
            self.change_button.setFocus(Qt.FocusReason.OtherFocusReason)

    def _show_all(self) -> None:
        state = self.presenter.state
        card = state.card
        self._all.setVisible(card is not None)
        self._gone.setText(state.gone or self.tr("Choose something in the list."))
        self._gone.setVisible(card is None)
        if card is None:
            return
        if card.id != self._shown:
            self._shown = card.id
            self.to_top()
        self._title.setText(state.title)
        self._came.setText(state.came)
        self.who_button.setText(card.customer_name.replace("&", "&&"))
        self.who_button.setVisible(bool(card.customer_name))
        self._who.setText(card.draft.called or self.tr("Name not given"))
        self._who.setVisible(not card.customer_name)
        self._names.setText(self.tr("They name {name}").format(name=card.draft.staff))
        self._names.setVisible(bool(card.draft.staff))
        self._said.setText(self.tr("“{words}”").format(words=state.said))
        self._said.setVisible(bool(state.said))
        self._better.setText(state.better)
        for part in (self._better_name, self._better):
            part.setVisible(bool(state.better))
        self._show_ways(state)
        _clear(self._notices)
        for tone, words in state.notices:
            self._notices.addWidget(Notice(tone, words))
        _fill(self._marks, state.marks)
        _fill(self._facts, state.facts)
        self._facts_card.setVisible(bool(state.facts))
        _clear(self._history)
        for one in state.history:
            row = history_row(one.when, one.title, one.detail, self._bench.theme)
            self._history.addWidget(row)

    def _show_ways(self, state: DetailState) -> None:
        card = state.card
        if card is None:
            return
        draft, is_open = card.draft, state.is_open
        is_complaint = card.complaint_id is not None
        waits = draft.wants_answer and not is_complaint and card.answered_on is None
        is_idea = draft.kind is FeedbackKind.SUGGESTION or bool(draft.better)
        stands = card.decision in (Decision.DONE, Decision.PLANNED)
        self.pass_button.setText(
            self.tr("Passed on to {name}").format(name=draft.staff).replace("&", "&&")
        )
        newest = state.letters[0].ref if state.letters else ""
        self.letter_button.setText(self.tr("Letter {ref}").format(ref=newest))
        self.wall_button.setText(
            self.tr("Take off the wall") if card.is_on_wall else self.tr("Put on the wall")
        )
        shown = {
            self.follow_up_button: is_open and card.is_follow_up_open,
            self.answer_button: is_open and waits,
            self.complaint_button: is_complaint,
            self.thank_button: is_open and state.can_thank,
            self.write_button: is_open and state.can_answer,
            self.thanked_button: is_open and state.is_praise and card.thanked_on is None,
            self.pass_button: is_open and bool(draft.staff) and card.passed_on is None,
            self.decide_button: is_open and is_idea and not state.is_praise,
            self.told_button: is_open and card.decision is not None and card.answered_on is None,
            self.wall_button: is_open and stands,
            self.out_button: not is_open,
            self.letter_button: bool(state.letters),
            self.quote_button: is_open and bool(draft.text),
            self.change_button: is_open,
            self.agree_button: is_open and not is_complaint and not waits,
            self.plan_button: is_open and not is_complaint,
            self.bin_button: is_open,
        }
        for button, is_shown in shown.items():
            button.setVisible(is_shown)


def _fill(grid: QGridLayout, pairs: tuple[tuple[str, str], ...]) -> None:
    _clear(grid)
    top = Qt.AlignmentFlag.AlignTop
    for row, (name, words) in enumerate(pairs):
        grid.addWidget(label(name, "quiet"), row, 0, top)
        grid.addWidget(label(words), row, 1, top)


def _clear(layout: QLayout) -> None:
    while (item := layout.takeAt(0)) is not None:
        if (gone := item.widget()) is not None:
            gone.hide()
            gone.deleteLater()
