# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""The part of the room where is chosen what stands on "You said, we did"."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtWidgets import QPushButton, QVBoxLayout, QWidget

from servicedesk.domain.feedback import FeedbackCard
from servicedesk.domain.feedback_listed import FeedbackChip
from servicedesk.ui.core.page import Page
from servicedesk.ui.core.places import Place
from servicedesk.ui.core.workbench import Workbench
from servicedesk.ui.feedback.asking import Asking
from servicedesk.ui.feedback.deeds import FeedbackDeeds
from servicedesk.ui.feedback.wall_presenter import WallPresenter
from servicedesk.ui.feedback.words import beginning
from servicedesk.ui.people.feedback_form import show_feedback_form
from servicedesk.ui.widgets.buttons import chip_button, link_button, main_button
from servicedesk.ui.widgets.card import Card, Notice
from servicedesk.ui.widgets.chip import Chip
from servicedesk.ui.widgets.flow import FlowLayout
from servicedesk.ui.widgets.scroll import ScrollPage
from servicedesk.ui.widgets.tab_order import order_tabs
from servicedesk.ui.widgets.text import label

if TYPE_CHECKING:  # what is printed comes in with the first paper
    from servicedesk.domain.printing import PrintJob

_NAMED = 40
"""Letters of what was said by which a button is called."""


class WallPage(Page):
    """What was decided on suggestions, each with a tick for the wall.

    Args:
        bench: of the open file.
    """

    def __init__(self, bench: Workbench, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._bench = bench
        self.presenter = WallPresenter(bench, self)
        self._asking = Asking(bench, self, FeedbackDeeds(bench, self))
        self.ticks: dict[int, QPushButton] = {}
        self.notice: Notice | None = None
        self._wanted = 0
        self._build()
        self.presenter.state_changed.connect(self._show_state)

    def _build(self) -> None:
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        self._page = ScrollPage(widest=56)
        whole.addWidget(self._page)
        body = self._page.body
        self.back_button = link_button(self.tr("Back to the list"))
        self.back_button.clicked.connect(lambda: self._bench.navigator.open("feedback"))
        back = FlowLayout()
        back.addWidget(self.back_button)
        body.addLayout(back)
        body.addWidget(label(self.tr("You said, we did"), "title"))
        lead = self.tr(
            "Tick what shall stand on the wall. Nobody is named there: only what was said and "
            "what came of it."
        )
        body.addWidget(label(lead, "quiet"))
        self._rows = QVBoxLayout()
        self._rows.setSpacing(10)
        body.addLayout(self._rows)
        self._empty = label("")
        body.addWidget(self._empty)
        ways = FlowLayout()
        self.print_button = main_button(self.tr("Print the poster"))
        self.print_button.clicked.connect(self._print)
        self.open_button = link_button("")
        self.open_button.clicked.connect(self._open_suggestions)
        ways.addWidget(self.print_button)
        ways.addWidget(self.open_button)
        body.addLayout(ways)
        body.addStretch(1)

    def arrive(self, place: Place) -> None:
        """Show what was decided.

        Args:
            place: item is the number of the feedback whose tick gets the keyboard, or "".
        """
        self._wanted = int(place.item) if place.item.isdecimal() else 0
        self.presenter.arrive()

    def leave(self) -> None:
        """Another page comes."""
        self.presenter.leave()

    def first_focus(self) -> QWidget | None:
        """The first tick, or the way back where there is none."""
        first = next(iter(self.ticks.values()), self.back_button)
        return self.ticks.get(self._wanted, first)

    def print_job(self) -> "PrintJob | None":
        """What stands on the wall."""
        return self.presenter.paper_job()

    def _print(self) -> None:
        job = self.print_job()
        if job is not None:
            from servicedesk.ui.printing.preview import show_print

            show_print(job, self._bench, self.window())

    def _open_suggestions(self) -> None:
        self._bench.navigator.open("feedback", FeedbackChip.SUGGESTIONS.value)

    def _show_state(self) -> None:
        state = self.presenter.state
        focused = next((one for one, tick in self.ticks.items() if tick.hasFocus()), None)
        while (item := self._rows.takeAt(0)) is not None:
            if (gone := item.widget()) is not None:
                gone.hide()
                gone.deleteLater()
        self.ticks, self.notice = {}, None
        for card in state.cards:
            self._rows.addWidget(self._row(card))
        nothing = self.tr(
            "Nothing is decided yet. Open a suggestion, and say under “What becomes of it” what "
            "you did about it."
        )
        self._empty.setText(nothing)
        self._empty.setVisible(not state.cards)
        self.print_button.setVisible(bool(state.on_wall))
        waiting = self.tr("1 suggestion is not decided yet")
        if state.open_count != 1:
            waiting = self.tr("{count} suggestions are not decided yet").format(
                count=state.open_count
            )
        self.open_button.setText(waiting)
        self.open_button.setVisible(bool(state.open_count))
        cards = [self._rows.itemAt(at) for at in range(self._rows.count())]
        places = [item.widget() for item in cards if item is not None]
        shown = [one for one in places if one is not None]
        order_tabs([self.back_button, *shown, self.print_button, self.open_button])
        if focused in self.ticks:
            self.ticks[focused].setFocus(Qt.FocusReason.OtherFocusReason)

    def _row(self, card: FeedbackCard) -> Card:
        """What was said, what came of it, and the tick."""
        made, labels = Card(), self._bench.labels
        said = self.presenter.words_of(card)
        made.body.addWidget(label(self.tr("“{words}”").format(words=said), "strong"))
        made.body.addWidget(label(card.answer or self.tr("Nothing is written about it yet.")))
        line = FlowLayout()
        made.body.addLayout(line)
        if card.decision is not None:
            line.addWidget(Chip(labels.enum(card.decision), "ok"))
        words = self.tr("On the wall")
        tick = chip_button(words, is_ticked=True)
        tick.setChecked(card.is_on_wall)
        tick.setAccessibleName(_named(words, said))
        tick.clicked.connect(lambda on, at=card.id: self.presenter.tick(at, on=on))
        self.ticks[card.id] = tick
        line.addWidget(tick)
        there = link_button(self.tr("Open"))
        there.setAccessibleName(_named(there.text(), said))
        there.clicked.connect(
            lambda _=False, at=card.id: self._bench.navigator.open("feedback", "", str(at))
        )
        line.addWidget(there)
        at, sentence = self.presenter.state.wrong
        if at == card.id:
            self.notice = Notice("late", sentence, self._way_past())
            self.notice.acted.connect(lambda at=card.id: self._mend(at))
            made.body.addWidget(self.notice)
        return made

    def _way_past(self) -> str:
        """Words of the step that takes away what keeps it off the wall; "" for none."""
        return {
            "may_quote": self.tr("May we print it?…"),
            "answer": self.tr("What becomes of it…"),
            "text": self.tr("Change"),
        }.get(self.presenter.state.wrong_in, "")

    def _mend(self, feedback_id: int) -> None:
        """Ask for what keeps it off the wall, right here."""
        wrong_in = self.presenter.state.wrong_in
        if wrong_in == "may_quote":
            self._asking.quoting(feedback_id)
        elif wrong_in == "answer":
            self._asking.decide(feedback_id)
        else:
            show_feedback_form(self._bench, self.window(), feedback_id=feedback_id)


def _named(words: str, said: str) -> str:
    """A button's words with what it is about: there is one such button for each."""
    named = QCoreApplication.translate("WallPage", "{words}, {said}")
    return named.format(words=words, said=beginning(said, _NAMED))
