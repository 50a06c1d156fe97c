# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""One request on the page: how it stands, why it is due then, one next step, and its log."""

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QPushButton, QVBoxLayout, QWidget

from servicedesk.domain.data_requests import (
    RequestCard,
    RequestNext,
    RequestStage,
    RequestStep,
)
from servicedesk.ui.core.days_said import listed_day
from servicedesk.ui.privacy.requests_asked import RequestPart
from servicedesk.ui.widgets.buttons import link_button, main_button, side_button
from servicedesk.ui.widgets.card import Card
from servicedesk.ui.widgets.chip import Chip
from servicedesk.ui.widgets.flow import FlowLayout
from servicedesk.ui.widgets.text import label

if TYPE_CHECKING:
    from servicedesk.ui.core.labels import Labels

_FORMS = {
    RequestNext.SEE_IDENTITY: RequestPart.SEEN,
    RequestNext.GET_CLARITY: RequestPart.CLEAR,
    RequestNext.NOTE_ANSWER: RequestPart.ANSWER,
}


class RequestBox(Card):
    """One request.

    Signals:
        part_wanted: (RequestPart) somebody wants to fill this form in.
        letter_wanted: (id of a letter) somebody wants to write it.
        pack_wanted, why_wanted, customer_wanted, reopen_wanted, print_wanted, remove_wanted:
            somebody wants that.

    Args:
        card: of the request.
        next: the one thing to do next, or None.
        is_late: it should have been answered by now.
        has_law: a law of ours counts the days.
        labels: words for what is named by a code.

    Attributes:
        id: of the request.
        first_button: takes the next step, or the first thing there is.
    """

    part_wanted = Signal(object)
    letter_wanted = Signal(str)
    pack_wanted = Signal()
    why_wanted = Signal()
    customer_wanted = Signal()
    reopen_wanted = Signal()
    print_wanted = Signal()
    remove_wanted = Signal()

    def __init__(
        self,
        card: RequestCard,
        next: RequestNext | None,
        labels: "Labels",
        *,
        is_late: bool,
        has_law: bool,
        parent: QWidget | None = None,
    ) -> None:
        title = ": ".join(part for part in (card.name, labels.enum(card.draft.kind)) if part)
        super().__init__(title, parent)
        self.id = card.id
        self._about = f"{card.ref}, {title}"
        self._labels = labels
        self.first_button: QPushButton | None = None
        chips = FlowLayout()
        self.body.addLayout(chips)
        chips.addWidget(Chip(*self._stands(card, is_late=is_late)))
        self.body.addWidget(label(self._came(card), "quiet"))
        if card.draft.text:
            self.body.addWidget(label(card.draft.text))
        self._ways = FlowLayout(gap=10)
        self.body.addLayout(self._ways)
        self._next(next)
        self._steps(card, next, has_law=has_law)
        self._log(card)

    def _stands(self, card: RequestCard, *, is_late: bool) -> tuple[str, str]:
        if card.ended_on is not None and card.outcome is not None:
            said = self.tr("{outcome}, {day}")
            outcome = self._labels.enum(card.outcome)
            return said.format(outcome=outcome, day=listed_day(card.ended_on)), "ok"
        pause = card.open_pause
        if pause is not None:
            said = self.tr("Waiting for them since {day}: the clock stands still")
            return said.format(day=listed_day(pause.from_on)), "quiet"
        if card.due_on is None:
            return self.tr("No day is set"), "quiet"
        words = self.tr("Was due on {day}") if is_late else self.tr("Answer by {day}")
        return words.format(day=listed_day(card.due_on)), "late" if is_late else "due"

    def _came(self, card: RequestCard) -> str:
        day = listed_day(card.draft.received_on)
        if card.draft.channel is None:
            return self.tr("{ref}, came in on {day}").format(ref=card.ref, day=day)
        how = self._labels.enum(card.draft.channel)
        return self.tr("{ref}, came in on {day}, {how}").format(ref=card.ref, day=day, how=how)

    def _next(self, next: RequestNext | None) -> None:
        if next is None:
            return
        button = self._way(main_button(self._labels.enum(next)))
        if next in _FORMS:
            button.clicked.connect(lambda: self.part_wanted.emit(_FORMS[next]))
        elif next is RequestNext.MAKE_PACK:
            button.clicked.connect(self.pack_wanted)
        else:
            button.clicked.connect(lambda: self.letter_wanted.emit("L22"))

    def _steps(self, card: RequestCard, next: RequestNext | None, *, has_law: bool) -> None:
        if card.due_on is not None and has_law:
            self._way(side_button(self.tr("Why then?"))).clicked.connect(self.why_wanted)
        is_open = card.stage is RequestStage.OPEN
        pause = card.open_pause
        parts = (
            (is_open and card.seen_on is None, RequestPart.ASK_IDENTITY),
            (is_open and card.seen_on is None, RequestPart.SEEN),
            (is_open, RequestPart.ASK_CLARITY),
            (is_open and has_law and card.extended_on is None, RequestPart.LONGER),
            (card.ended_on is None and next is not RequestNext.NOTE_ANSWER, RequestPart.ANSWER),
        )
        for is_offered, part in parts:
            if is_offered:
                self._form(part, self._words(part))
        if pause is not None:
            self._letter(self.tr("Write to ask them"), "L24A")
        if card.extended_on is not None and is_open:
            self._letter(self.tr("Write that it takes longer"), "L24B")
        if any(line.step is RequestStep.REFUSED for line in card.lines):
            self._letter(self.tr("Write why not"), "L24C")
        if card.draft.customer_id is not None:
            if next is not RequestNext.MAKE_PACK:
                button = self._way(side_button(self.tr("What do we hold on them?")))
                button.clicked.connect(self.pack_wanted)
            self._way(link_button(self.tr("See the customer"))).clicked.connect(
                self.customer_wanted
            )
        if card.ended_on is not None:
            self._way(side_button(self.tr("Look into it again"))).clicked.connect(
                self.reopen_wanted
            )
        change = self._way(link_button(self.tr("Change")))
        change.clicked.connect(lambda: self.part_wanted.emit(RequestPart.FACTS))
        self._way(link_button(self.tr("Print this one"))).clicked.connect(self.print_wanted)
        self._way(link_button(self.tr("Remove"))).clicked.connect(self.remove_wanted)

    def _words(self, part: RequestPart) -> str:
        return {
            RequestPart.ASK_IDENTITY: self.tr("Ask who they are"),
            RequestPart.SEEN: self.tr("I know who they are"),
            RequestPart.ASK_CLARITY: self.tr("Ask what they mean"),
            RequestPart.LONGER: self.tr("It takes longer"),
            RequestPart.ANSWER: self.tr("Note the answer"),
        }[part]

    def _form(self, part: RequestPart, words: str) -> None:
        self._way(side_button(words)).clicked.connect(lambda: self.part_wanted.emit(part))

    def _letter(self, words: str, template: str) -> None:
        self._way(side_button(words)).clicked.connect(lambda: self.letter_wanted.emit(template))

    def _log(self, card: RequestCard) -> None:
        rows = QVBoxLayout()
        rows.setSpacing(2)
        self.body.addLayout(rows)
        for line in card.lines:
            more = ", ".join(part for part in (line.letter_ref, line.note) if part)
            step = ": ".join(part for part in (self._labels.enum(line.step), more) if part)
            parts = (listed_day(line.on), step, line.who)
            rows.addWidget(label(" · ".join(part for part in parts if part), "small"))

    def _way(self, button: QPushButton) -> QPushButton:
        button.setAccessibleName(", ".join((button.text(), self._about)))
        self._ways.addWidget(button)
        self.first_button = self.first_button or button
        return button
