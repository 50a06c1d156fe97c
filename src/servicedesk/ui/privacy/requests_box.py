# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""One request on the page: how it stands, why it is due then, one next step, and its log."""

from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QMenu, QPushButton, QVBoxLayout, QWidget

from servicedesk.domain.data_requests import (
    RequestCard,
    RequestNext,
    RequestStage,
    RequestStep,
)
from servicedesk.ui.core.days_said import listed_day
from servicedesk.ui.privacy.requests_asked import RequestPart
from servicedesk.ui.widgets.buttons import main_button, side_button
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

_BESIDE = 3
"""Buttons beside the main one."""

Deed = tuple[str, Callable[[], None]]
"""What can be done, in words, and what does it."""


class RequestBox(Card):
    """One request.

    Signals:
        part_wanted: (RequestPart) somebody wants to fill this form in.
        letter_wanted: (id of a letter) somebody wants to write it.
        pack_wanted, forget_wanted, why_wanted, customer_wanted, reopen_wanted, print_wanted,
            remove_wanted: somebody wants that.

    Args:
        card: of the request.
        next: the one thing to do next, or None.
        is_late: it should have been answered by now.
        has_law: a law of ours counts the days.
        labels: words for what is named by a code.

    Attributes:
        id: of the request.
        first_button: takes the next step, or the first thing there is.
        more_button: opens the menu of all that has no button.
    """

    part_wanted = Signal(object)
    letter_wanted = Signal(str)
    pack_wanted = Signal()
    forget_wanted = Signal()
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
        self._beside(card, next, has_law=has_law)
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
        elif next is RequestNext.FORGET:
            button.clicked.connect(self.forget_wanted)
        else:
            button.clicked.connect(lambda: self.letter_wanted.emit("L22"))

    def _beside(self, card: RequestCard, next: RequestNext | None, *, has_law: bool) -> None:
        """What else can be done: the first few have buttons, all others one menu."""
        deeds = [*self._letters(card), *self._steps(card, next, has_law=has_law)]
        for words, deed in deeds[:_BESIDE]:
            self._way(side_button(words)).clicked.connect(deed)
        self._rest = deeds[_BESIDE:]
        self.more_button = self._way(side_button(self.tr("More…")))
        self.more_button.clicked.connect(self._open_more)

    def _letters(self, card: RequestCard) -> Iterator[Deed]:
        """The letters of the step that a request is at."""
        if card.open_pause is not None:
            yield self._letter(self.tr("Write to ask them"), "L24A")
        if card.extended_on is not None and card.stage is RequestStage.OPEN:
            yield self._letter(self.tr("Write that it takes longer"), "L24B")
        if any(line.step is RequestStep.REFUSED for line in card.lines):
            yield self._letter(self.tr("Write why not"), "L24C")

    def _steps(
        self, card: RequestCard, next: RequestNext | None, *, has_law: bool
    ) -> Iterator[Deed]:
        """What can be done, what is needed most often first."""
        is_open, is_ended = card.stage is RequestStage.OPEN, card.ended_on is not None
        if is_ended:
            yield self.tr("Look into it again"), self.reopen_wanted.emit
        elif next is not RequestNext.NOTE_ANSWER:
            yield self._form(RequestPart.ANSWER)
        if card.due_on is not None and has_law:
            yield self.tr("Why then?"), self.why_wanted.emit
        if card.draft.customer_id is not None and next is not RequestNext.MAKE_PACK:
            yield self.tr("What do we hold on them?"), self.pack_wanted.emit
        if is_open and card.seen_on is None:
            yield self._form(RequestPart.ASK_IDENTITY)
            yield self._form(RequestPart.SEEN)
        if is_open:
            yield self._form(RequestPart.ASK_CLARITY)
        if is_open and has_law and card.extended_on is None:
            yield self._form(RequestPart.LONGER)
        if card.draft.customer_id is not None:
            yield self.tr("See the customer"), self.customer_wanted.emit
        yield self.tr("Change"), lambda: self.part_wanted.emit(RequestPart.FACTS)
        yield self.tr("Print this one"), self.print_wanted.emit
        yield self.tr("Remove"), self.remove_wanted.emit

    def _open_more(self) -> None:
        self.more_menu().popup(self.more_button.mapToGlobal(self.more_button.rect().bottomLeft()))

    def more_menu(self) -> QMenu:
        """What has no button of its own."""
        menu = QMenu(self.more_button)
        menu.setAccessibleName(self.more_button.accessibleName())
        menu.aboutToHide.connect(menu.deleteLater)
        for words, deed in self._rest:
            menu.addAction(words).triggered.connect(lambda _=False, deed=deed: deed())
        return menu

    def _words(self, part: RequestPart) -> str:
        return {
            RequestPart.ASK_IDENTITY: self.tr("Ask who they are"),
            RequestPart.SEEN: self.tr("I know who they are"),
            RequestPart.ASK_CLARITY: self.tr("Ask what they mean"),
            RequestPart.LONGER: self.tr("It takes longer"),
            RequestPart.ANSWER: self.tr("Note the answer"),
        }[part]

    def _form(self, part: RequestPart) -> Deed:
        return self._words(part), lambda: self.part_wanted.emit(part)

    def _letter(self, words: str, template: str) -> Deed:
        return words, lambda: self.letter_wanted.emit(template)

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
