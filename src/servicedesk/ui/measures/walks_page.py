# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""Walks along the customer's way, each on a card as it prints on one page."""

from collections.abc import Collection
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import QGridLayout, QPushButton, QVBoxLayout, QWidget

from servicedesk.domain.actions import ActionDraft, ActionKind, ActionSource
from servicedesk.domain.walks import WalkCard
from servicedesk.ui.core.workbench import Workbench
from servicedesk.ui.measures.samples_hand import HandPage, day_words
from servicedesk.ui.measures.walks_form import WalkForm
from servicedesk.ui.measures.walks_presenter import WalksPresenter
from servicedesk.ui.people.action_form import ActionForm, show_action_form
from servicedesk.ui.printing.preview import show_print
from servicedesk.ui.widgets.buttons import link_button, main_button, side_button
from servicedesk.ui.widgets.card import Card
from servicedesk.ui.widgets.flow import FlowLayout
from servicedesk.ui.widgets.sub_page import clear
from servicedesk.ui.widgets.tab_order import order_tabs
from servicedesk.ui.widgets.text import label, single_line

if TYPE_CHECKING:
    from servicedesk.domain.printing import PrintJob
    from servicedesk.ui.core.rooms import Place

_ADD = "add"


class WalkBox(Card):
    """One walk.

    Signals:
        change_wanted, print_wanted, remove_wanted: somebody wants to do that with it.
        plan_wanted: (words) what is done about a step is to go on the list of things to do.

    Args:
        card: of the walk.
        planned: what of it is on that list.

    Attributes:
        plan_buttons: put what is done about a step on the list, in order.
    """

    change_wanted = Signal()
    print_wanted = Signal()
    remove_wanted = Signal()
    plan_wanted = Signal(str)

    def __init__(
        self, card: WalkCard, planned: Collection[str] = (), parent: QWidget | None = None
    ) -> None:
        super().__init__(card.draft.name, parent)
        self.plan_buttons: list[QPushButton] = []
        self._name = f"{card.draft.name}, {day_words(card.draft.walked_on)}"
        draft = card.draft
        day = day_words(draft.walked_on)
        words = self.tr("{day}, by {who}") if draft.who else self.tr("{day}")
        self.body.addWidget(label(words.format(day=day, who=draft.who), "quiet"))
        grid = QGridLayout()
        grid.setHorizontalSpacing(16)
        grid.setVerticalSpacing(8)
        heads = (
            self.tr("What the customer does"),
            self.tr("What snags there"),
            self.tr("What we promise"),
            self.tr("What we do about it"),
        )
        for column, head in enumerate(heads, 1):
            grid.addWidget(label(head, "small"), 0, column)
            grid.setColumnStretch(column, 1)
        top = Qt.AlignmentFlag.AlignTop
        for row, step in enumerate(draft.steps, 1):
            grid.addWidget(single_line(str(row), "strong"), row, 0, top)
            texts = (step.what, step.snag, step.promise, step.action)
            for column, text in enumerate(texts[:-1], 1):
                grid.addWidget(label(text), row, column, top)
            grid.addWidget(self._action(row, step.action, planned), row, len(texts), top)
        self.body.addLayout(grid)
        buttons = FlowLayout(gap=10)
        self.body.addLayout(buttons)
        self.print_button = side_button(self.tr("Print"))
        self.change_button = side_button(self.tr("Change"))
        self.remove_button = link_button(self.tr("Remove"))
        for button, wanted in (
            (self.print_button, self.print_wanted),
            (self.change_button, self.change_wanted),
            (self.remove_button, self.remove_wanted),
        ):
            button.setAccessibleName(", ".join((button.text(), draft.name, day)))
            button.clicked.connect(wanted)
            buttons.addWidget(button)

    def _action(self, number: int, text: str, planned: Collection[str]) -> QWidget:
        """What is done about a step, and the way to the list of things to do."""
        cell = QWidget()
        column = QVBoxLayout(cell)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(2)
        column.addWidget(label(text))
        if text in planned:
            column.addWidget(label(self.tr("On the list of things to do"), "small"))
        elif text:
            way = FlowLayout()
            column.addLayout(way)
            button = link_button(self.tr("Put on the list"))
            step = self.tr("step {number} of {walk}").format(number=number, walk=self._name)
            button.setAccessibleName(", ".join((button.text(), text, step)))
            button.clicked.connect(lambda: self.plan_wanted.emit(text))
            self.plan_buttons.append(button)
            way.addWidget(button)
        return cell


class WalksPage(HandPage):
    """The walks, the newest first.

    Args:
        bench: of the open file.

    Attributes:
        presenter: what it shows.
        boxes: the walks, in order.
        add_button: writes one down.
        form: the dialog that is open, or was last.
        plan_form: the same of something to do.
    """

    def __init__(self, bench: Workbench, parent: QWidget | None = None) -> None:
        super().__init__(
            bench,
            self.tr("Walk the customer’s way"),
            self.tr(
                "Ring your own number, stand in your own queue, read your own letters. Note in up "
                "to eight steps what a customer does, where it snags, and what you do about it."
            ),
            parent,
        )
        self.presenter = WalksPresenter(bench, self)
        self.boxes: list[WalkBox] = []
        self.form: WalkForm | None = None
        self.plan_form: ActionForm | None = None
        self.add_button = main_button(self.tr("Write down a walk"))
        self.ways.addWidget(self.add_button)
        self.add_button.clicked.connect(lambda: self.open_form(None))
        self.presenter.state_changed.connect(self._show)

    def arrive(self, place: "Place") -> None:
        """Show what there is; the item "add" writes a walk down, a number is the one to go to."""
        self.presenter.open()
        if place.item == _ADD:
            QTimer.singleShot(0, self, lambda: self.open_form(None))
            return
        for card, box in zip(self.presenter.state, self.boxes, strict=True):
            if str(card.id) == place.item:
                self.page.show_whole(box)

    def leave(self) -> None:
        """What was typed stands in its dialog."""
        self.presenter.close()

    def first_focus(self) -> QWidget | None:
        """The button that writes one down."""
        return self.add_button

    def print_job(self) -> "PrintJob | None":
        """The newest walk."""
        cards = self.presenter.state
        return self.presenter.print_job(cards[0].id) if cards else None

    def open_form(self, card: WalkCard | None) -> None:
        """Write a walk down, or change one, in a dialog."""
        self.form = WalkForm(self._bench, self.presenter, card, self.window())
        number = None if card is None else card.id
        self.form.accepted.connect(lambda: self._go_on_with(number))
        self.form.open()

    def plan(self, card: WalkCard, text: str) -> None:
        """Put what is done about a step on the list of things to do."""
        kind, source = ActionKind.IMPROVEMENT, ActionSource.WALK
        begin = ActionDraft(kind=kind, source=source, source_id=card.id, text=text)
        self.plan_form = show_action_form(self._bench, begin, card.draft.name, self.window())
        self.plan_form.accepted.connect(lambda: self._go_on_with(card.id))

    def _go_on_with(self, number: int | None) -> None:
        """Lead the keyboard to the walk that was kept, whose card is another one now."""
        cards = self.presenter.state
        newest = max((card.id for card in cards), default=None)
        for card, box in zip(cards, self.boxes, strict=True):
            if card.id == (newest if number is None else number):
                QTimer.singleShot(0, box.print_button, box.print_button.setFocus)

    def _show(self) -> None:
        clear(self.column)
        self.boxes = []
        cards = self.presenter.state
        if not cards:
            self.column.addWidget(label(self.tr("No walk is written down yet."), "quiet"))
        for card in cards:
            known = self.presenter.planned
            box = WalkBox(card, [text for number, text in known if number == card.id])
            box.plan_wanted.connect(lambda text, card=card: self.plan(card, text))
            box.change_wanted.connect(lambda card=card: self.open_form(card))
            box.print_wanted.connect(lambda card=card: self._print(card.id))
            box.remove_wanted.connect(lambda card=card: self.presenter.remove(card.id))
            self.column.addWidget(box)
            self.boxes.append(box)
        order_tabs([self.back_button, self.add_button, *self.boxes])

    def _print(self, walk_id: int) -> None:
        job = self.presenter.print_job(walk_id)
        if job is not None:
            show_print(job, self._bench, self.window())
