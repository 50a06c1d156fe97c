# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""Ideas seen elsewhere: what is to be tried next first, each with what is made of it."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QPushButton, QWidget

from servicedesk.domain.ideas import IdeaCard, IdeaState, state_of_idea
from servicedesk.ui.core.days_said import listed_day
from servicedesk.ui.core.workbench import Workbench
from servicedesk.ui.improve.ideas_form import IdeaForm
from servicedesk.ui.improve.ideas_presenter import IdeasPresenter
from servicedesk.ui.printing.preview import show_print
from servicedesk.ui.widgets.buttons import link_button, main_button, side_button
from servicedesk.ui.widgets.card import Card
from servicedesk.ui.widgets.chip import Chip
from servicedesk.ui.widgets.flow import FlowLayout
from servicedesk.ui.widgets.sub_page import SubPage, clear
from servicedesk.ui.widgets.tab_order import order_tabs
from servicedesk.ui.widgets.text import label

if TYPE_CHECKING:
    from servicedesk.domain.printing import PrintJob
    from servicedesk.ui.core.rooms import Place

_ADD = "add"
_TONES = {IdeaState.TO_JUDGE: "due", IdeaState.KEPT: "ok"}


class IdeaBox(Card):
    """One idea.

    Signals:
        judge_wanted, plan_wanted, change_wanted, remove_wanted: somebody wants to do that with it.
        actions_wanted: somebody wants to see the things to do.

    Args:
        card: of the idea.
        stands: how far it is, in words.
        is_late: it should have been tried by now.
    """

    judge_wanted = Signal()
    plan_wanted = Signal()
    actions_wanted = Signal()
    change_wanted = Signal()
    remove_wanted = Signal()

    def __init__(
        self, card: IdeaCard, stands: str, *, is_late: bool, parent: QWidget | None = None
    ) -> None:
        super().__init__(card.draft.what, parent)
        draft, state = card.draft, state_of_idea(card.draft)
        self.id = card.id
        self._is_late = is_late
        chips = FlowLayout()
        self.body.addLayout(chips)
        tone = "late" if is_late else _TONES.get(state, "quiet")
        chips.addWidget(Chip(self._stands(card, stands), tone))
        if seen := self._seen(card):
            self.body.addWidget(label(seen, "quiet"))
        if draft.note:
            self.body.addWidget(label(draft.note))
        buttons = FlowLayout(gap=10)
        self.body.addLayout(buttons)
        self.first_button: QPushButton | None = None
        if state in (IdeaState.TO_TRY, IdeaState.TO_JUDGE):
            self._lead(side_button(self.tr("How did it go?")), self.judge_wanted, buttons, card)
        elif state is IdeaState.KEPT and not card.is_planned:
            self._lead(
                side_button(self.tr("Make it a thing to do")), self.plan_wanted, buttons, card
            )
        elif card.is_planned:
            self._lead(
                side_button(self.tr("See the things to do")), self.actions_wanted, buttons, card
            )
        self._lead(side_button(self.tr("Change")), self.change_wanted, buttons, card)
        self._lead(link_button(self.tr("Remove")), self.remove_wanted, buttons, card)

    def _lead(
        self, button: QPushButton, wanted: object, buttons: FlowLayout, card: IdeaCard
    ) -> None:
        parts = (button.text(), card.draft.what, self._seen(card))
        button.setAccessibleName(", ".join(part for part in parts if part))
        button.clicked.connect(wanted)
        buttons.addWidget(button)
        self.first_button = self.first_button or button

    def _stands(self, card: IdeaCard, stands: str) -> str:
        draft = card.draft
        if state_of_idea(draft) is IdeaState.TO_TRY and draft.try_by is not None:
            words = self.tr("Try it by {day}")
            if self._is_late:
                words = self.tr("Was to be tried by {day}")
            elif draft.tried_on is not None:
                words = self.tr("Try it again by {day}")
            return words.format(day=listed_day(draft.try_by))
        if card.is_planned:
            return self.tr("Kept, and a thing to do")
        return stands

    def _seen(self, card: IdeaCard) -> str:
        draft = card.draft
        parts = []
        if draft.seen_at and draft.seen_on is not None:
            words = self.tr("Seen at {place} on {day}")
            parts.append(words.format(place=draft.seen_at, day=listed_day(draft.seen_on)))
        elif draft.seen_at:
            parts.append(self.tr("Seen at {place}").format(place=draft.seen_at))
        elif draft.seen_on is not None:
            parts.append(self.tr("Seen on {day}").format(day=listed_day(draft.seen_on)))
        if draft.tried_on is not None:
            parts.append(self.tr("Tried on {day}").format(day=listed_day(draft.tried_on)))
        return " · ".join(parts)


class IdeasPage(SubPage):
    """The ideas.

    Args:
        bench: of the open file.

    Attributes:
        presenter: what it shows.
        boxes: the ideas, in order.
        add_button: writes one down.
        form: the dialog that is open, or was last.
    """

    def __init__(self, bench: Workbench, parent: QWidget | None = None) -> None:
        super().__init__(
            bench,
            self.tr("Ideas to try"),
            self.tr(
                "Be a customer next door. Note one thing that you liked, try it here by a day, and "
                "say what came of it."
            ),
            back=self.tr("Back to Improve"),
            room="improve",
            parent=parent,
        )
        self.presenter = IdeasPresenter(bench, self)
        self.boxes: list[IdeaBox] = []
        self.form: IdeaForm | None = None
        self.add_button = main_button(self.tr("Note an idea"))
        self.print_button = side_button(self.tr("Print"))
        for button in (self.add_button, self.print_button):
            self.ways.addWidget(button)
        self.add_button.clicked.connect(lambda: self.open_form(None))
        self.print_button.clicked.connect(self._print)
        self.presenter.state_changed.connect(self._show)

    def arrive(self, place: "Place") -> None:
        """Show what there is; the item "add" notes an idea, a number is the one to go to."""
        self.presenter.open()
        if place.item == _ADD:
            QTimer.singleShot(0, self, lambda: self.open_form(None))
            return
        for box in self.boxes:
            if str(box.id) == place.item:
                self.page.show_whole(box)

    def leave(self) -> None:
        """What was typed stands in its dialog."""
        self.presenter.close()

    def first_focus(self) -> QWidget | None:
        """The button that notes one."""
        return self.add_button

    def print_job(self) -> "PrintJob | None":
        """All of them."""
        return self.presenter.list_job()

    def open_form(self, card: IdeaCard | None, *, judges: bool = False) -> None:
        """Note an idea, change one, or say what came of it, in a dialog."""
        self.form = IdeaForm(self._bench, self.presenter, card, self.window(), judges=judges)
        number = None if card is None else card.id
        self.form.accepted.connect(lambda: self._go_on_with(number))
        self.form.open()

    def _go_on_with(self, number: int | None) -> None:
        """Lead the keyboard to the idea that was kept, whose card is another one now."""
        newest = max((box.id for box in self.boxes), default=None)
        for box in self.boxes:
            if box.id == (newest if number is None else number) and box.first_button is not None:
                QTimer.singleShot(0, box.first_button, box.first_button.setFocus)

    def _show(self) -> None:
        clear(self.column)
        self.boxes = []
        cards = self.presenter.state
        self.print_button.setVisible(bool(cards))
        if not cards:
            self.column.addWidget(
                label(self.tr("No idea is noted yet. One is enough to begin with."), "quiet")
            )
        for card in cards:
            stands = self._bench.labels.enum(state_of_idea(card.draft))
            box = IdeaBox(card, stands, is_late=self.presenter.is_late(card))
            self._wire(box, card)
            self.column.addWidget(box)
            self.boxes.append(box)
        order_tabs([self.back_button, self.add_button, self.print_button, *self.boxes])

    def _wire(self, box: IdeaBox, card: IdeaCard) -> None:
        box.judge_wanted.connect(lambda: self.open_form(card, judges=True))
        box.plan_wanted.connect(lambda: self._plan(card.id))
        box.actions_wanted.connect(lambda: self._bench.navigator.open("improve", "actions"))
        box.change_wanted.connect(lambda: self.open_form(card))
        box.remove_wanted.connect(lambda: self.presenter.remove(card.id))

    def _plan(self, idea_id: int) -> None:
        self.presenter.plan(idea_id)
        self._go_on_with(idea_id)

    def _print(self) -> None:
        job = self.print_job()
        if job is not None:
            show_print(job, self._bench, self.window())
