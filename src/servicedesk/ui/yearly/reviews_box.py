# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""One review on a card: what was on record, what it shows, what was decided and became of it."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QPushButton, QVBoxLayout, QWidget

from servicedesk.domain.reviews import DecisionCard, ReviewCard, ReviewTopic
from servicedesk.ui.core.labels import Labels
from servicedesk.ui.widgets.buttons import link_button, main_button, side_button
from servicedesk.ui.widgets.card import Card
from servicedesk.ui.widgets.chip import Chip
from servicedesk.ui.widgets.day_field import long_day
from servicedesk.ui.widgets.flow import FlowLayout
from servicedesk.ui.widgets.text import label
from servicedesk.ui.yearly.reviews_presenter import Became


class ReviewBox(Card):
    """One review.

    Signals:
        write_wanted, decide_wanted, finish_wanted, print_wanted, remove_wanted: somebody wants to
            do that with it.
        change_wanted, drop_wanted: (DecisionCard) with that decision.

    Args:
        card: of the review.
        became: what became of its decisions, for one that is finished.
        labels: words.

    Attributes:
        id: of the review.
        next_button: what comes next.
    """

    write_wanted = Signal()
    decide_wanted = Signal()
    finish_wanted = Signal()
    print_wanted = Signal()
    remove_wanted = Signal()
    change_wanted = Signal(object)
    drop_wanted = Signal(object)

    def __init__(
        self, card: ReviewCard, became: Became, labels: Labels, parent: QWidget | None = None
    ) -> None:
        day = long_day(card.draft.held_on or card.begun_on)
        super().__init__(self.tr("Review of {day}").format(day=day), parent)
        self.id, self._day = card.id, day
        self._show_head(card)
        inputs = self._part(self.tr("What was on record"))
        for topic in ReviewTopic:
            lines = [one.text for one in card.inputs if one.topic is topic]
            if lines:
                inputs.addWidget(label(labels.enum(topic), "strong"))
                inputs.addWidget(label("\n".join(lines)))
        shows = self._part(self.tr("What it shows"))
        unwritten = self.tr("Not written down yet.")
        if card.draft.findings:
            shows.addWidget(label(card.draft.findings))
        else:
            shows.addWidget(label(unwritten, "quiet"))
        shows.addWidget(label(self._charter(card), "quiet"))
        decided = self._part(self.tr("What you decided"))
        if not card.decisions:
            decided.addWidget(label(self.tr("Nothing yet."), "quiet"))
        for place, one in enumerate(card.decisions):
            self._add_decision(decided, card, one, place)
            if not card.is_open and place < len(became):
                decided.addWidget(label(labels.enum(became[place][1]), "quiet"))
        self._foot(card)

    def _show_head(self, card: ReviewCard) -> None:
        chips = FlowLayout()
        self.body.addLayout(chips)
        is_open = card.is_open
        words = self.tr("Not finished yet") if is_open else self.tr("Finished")
        chips.addWidget(Chip(words, "due" if is_open else "ok"))
        first, last = long_day(card.period.first), long_day(card.period.last)
        about = self.tr("About {first} to {last}").format(first=first, last=last)
        lines = [about]
        if card.draft.present:
            lines.append(self.tr("Who was there: {names}").format(names=card.draft.present))
        if card.draft.next_on is not None and not is_open:
            day = long_day(card.draft.next_on)
            lines.append(self.tr("The next review: {day}").format(day=day))
        self.body.addWidget(label("\n".join(lines), "quiet"))

    def _part(self, title: str) -> QVBoxLayout:
        self.body.addWidget(label(title, "section"))
        inside = QVBoxLayout()
        inside.setSpacing(4)
        self.body.addLayout(inside)
        return inside

    def _charter(self, card: ReviewCard) -> str:
        draft = card.draft
        if draft.changes_charter is None:
            return self.tr("Whether your charter changes is not said yet.")
        if not draft.changes_charter:
            return self.tr("Your charter stays as it is.")
        return self.tr("Your charter changes: {change}").format(change=draft.charter_change)

    def _add_decision(
        self, inside: QVBoxLayout, card: ReviewCard, one: DecisionCard, place: int
    ) -> None:
        due = (
            "" if one.draft.due is None else self.tr("by {day}").format(day=long_day(one.draft.due))
        )
        words = " · ".join(filter(None, (one.draft.text, one.draft.who, due)))
        inside.addWidget(label(words))
        if not card.is_open:
            return
        row = FlowLayout(gap=10)
        inside.addLayout(row)
        for text, wanted in (
            (self.tr("Change"), self.change_wanted),
            (self.tr("Remove"), self.drop_wanted),
        ):
            button = link_button(text)
            button.setAccessibleName(", ".join((text, str(place + 1), one.draft.text)))
            button.clicked.connect(lambda _=False, wanted=wanted: wanted.emit(one))
            row.addWidget(button)

    def _foot(self, card: ReviewCard) -> None:
        self._buttons = FlowLayout(gap=10)
        self.body.addLayout(self._buttons)
        printing = side_button(self.tr("Print"))
        if not card.is_open:
            self.next_button = printing
            self._lead(printing, self.print_wanted)
            return
        is_written = bool(card.draft.findings) and card.draft.changes_charter is not None
        write = self.tr("Write it up")
        finish = self.tr("Finish and keep")
        self.write_button = side_button(write) if is_written else main_button(write)
        self.decide_button = side_button(self.tr("Add a decision"))
        self.finish_button = main_button(finish) if is_written else side_button(finish)
        self.next_button = self.finish_button if is_written else self.write_button
        self._lead(self.write_button, self.write_wanted)
        self._lead(self.decide_button, self.decide_wanted)
        self._lead(self.finish_button, self.finish_wanted)
        self._lead(printing, self.print_wanted)
        self._lead(link_button(self.tr("Remove")), self.remove_wanted)

    def _lead(self, button: QPushButton, wanted: object) -> None:
        name = self.tr("{what}, review of {day}").format(what=button.text(), day=self._day)
        button.setAccessibleName(name)
        button.clicked.connect(wanted)
        self._buttons.addWidget(button)
