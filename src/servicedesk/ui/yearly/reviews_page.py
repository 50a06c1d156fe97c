# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""Reviews twice a year, and beside them what is looked at once a year."""

from collections.abc import Mapping
from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QPushButton, QWidget

from servicedesk.domain.reviews import DecisionCard, ReviewCard, Yearly, YearlyLine
from servicedesk.ui.core.labels import Labels
from servicedesk.ui.core.workbench import Workbench
from servicedesk.ui.printing.preview import show_print
from servicedesk.ui.widgets.buttons import main_button, side_button
from servicedesk.ui.widgets.card import Card, Notice
from servicedesk.ui.widgets.chip import Chip
from servicedesk.ui.widgets.day_field import long_day
from servicedesk.ui.widgets.flow import FlowLayout
from servicedesk.ui.widgets.form_dialog import FormDialog
from servicedesk.ui.widgets.sub_page import SubPage, clear
from servicedesk.ui.widgets.tab_order import order_tabs
from servicedesk.ui.widgets.text import label
from servicedesk.ui.yearly.reviews_box import ReviewBox
from servicedesk.ui.yearly.reviews_form import DecisionForm, ReviewForm
from servicedesk.ui.yearly.reviews_presenter import ReviewsPresenter

if TYPE_CHECKING:
    from servicedesk.domain.printing import PrintJob
    from servicedesk.ui.core.rooms import Place

_NOTHING_WRONG: Mapping[str, str] = {}


class YearlyBox(Card):
    """What is looked at once a year, each with when it was last done.

    Signals:
        wanted: (Yearly) somebody wants to do it.

    Args:
        lines: in order.
        labels: words.

    Attributes:
        buttons: that lead to each.
    """

    wanted = Signal(object)

    def __init__(
        self, lines: tuple[YearlyLine, ...], labels: Labels, parent: QWidget | None = None
    ) -> None:
        super().__init__(self.tr("Once a year"), parent)
        self.buttons: dict[Yearly, QPushButton] = {}
        for line in lines:
            name = labels.enum(line.what)
            self.body.addWidget(label(name, "strong"))
            row = FlowLayout(gap=10)
            self.body.addLayout(row)
            row.addWidget(Chip(self._last(line), "due" if line.is_due else "ok"))
            button = self.buttons[line.what] = side_button(self.tr("Go there"))
            button.setAccessibleName(", ".join((button.text(), name)))
            button.clicked.connect(lambda _=False, what=line.what: self.wanted.emit(what))
            row.addWidget(button)

    def _last(self, line: YearlyLine) -> str:
        if line.last_on is None:
            return self.tr("Not done yet")
        return self.tr("Last done on {day}").format(day=long_day(line.last_on))


class ReviewsPage(SubPage):
    """The reviews, the newest first.

    Args:
        bench: of the open file.

    Attributes:
        presenter: what it shows.
        boxes: the reviews, in order.
        yearly: what is looked at once a year.
        begin_button: begins a review.
        form: the dialog that is open, or was last.
    """

    def __init__(self, bench: Workbench, parent: QWidget | None = None) -> None:
        super().__init__(
            bench,
            self.tr("Look back twice a year"),
            self.tr(
                "The program gathers what is on record. You write down what it shows and decide "
                "what to do: half an hour, and one page to keep."
            ),
            back=self.tr("Back to Improve"),
            room="improve",
            parent=parent,
        )
        self.presenter = ReviewsPresenter(bench, self)
        self.boxes: list[ReviewBox] = []
        self.yearly: YearlyBox | None = None
        self.form: FormDialog | None = None
        self.begin_button = main_button(self.tr("Begin a review"))
        self.ways.addWidget(self.begin_button)
        self.begin_button.clicked.connect(self._begin)
        self.presenter.state_changed.connect(self._show)

    def arrive(self, place: "Place") -> None:
        """Show what there is; a number is the review to go to."""
        self.presenter.open()
        for box in self.boxes:
            if str(box.id) == place.item:
                self.page.show_whole(box)

    def leave(self) -> None:
        """What was typed stands in its dialog."""
        self.presenter.close()

    def first_focus(self) -> QWidget | None:
        """What comes next: of the review that is open, or the button that begins one."""
        if self.presenter.state.open_one is not None and self.boxes:
            return self.boxes[0].next_button
        return self.begin_button

    def print_job(self) -> "PrintJob | None":
        """The newest review."""
        cards = self.presenter.state.reviews
        return self.presenter.print_job(cards[0].id) if cards else None

    def open_writing(self, card: ReviewCard, wrong: Mapping[str, str] = _NOTHING_WRONG) -> None:
        """Write a review up in a dialog, which says at once what it still needs."""
        self._open(ReviewForm(self._bench, self.presenter, card, wrong, self.window()))

    def open_decision(self, review: ReviewCard, card: DecisionCard | None) -> None:
        """Write a decision down, or change one, in a dialog."""
        self._open(DecisionForm(self._bench, self.presenter, review, card, self.window()))

    def _open(self, form: FormDialog) -> None:
        self.form = form
        form.accepted.connect(self._go_on)
        form.open()

    def _begin(self) -> None:
        self.presenter.begin()
        self._go_on()

    def _go_on(self) -> None:
        """Lead the keyboard to what comes next; the cards are other ones now."""
        target = self.first_focus()
        if target is not None:
            QTimer.singleShot(0, target, target.setFocus)

    def _show(self) -> None:
        clear(self.column)
        state = self.presenter.state
        self.boxes = []
        self.begin_button.setVisible(state.open_one is None)
        if state.error:
            self.column.addWidget(Notice("due", state.error))
        elif not state.reviews:
            words = self.tr("No review was held yet. It is about your last six months.")
            self.column.addWidget(label(words, "quiet"))
        self.yearly = YearlyBox(state.yearly, self._bench.labels)
        self.yearly.wanted.connect(self.presenter.go)
        boxes = [self._made(card) for card in state.reviews]
        ahead = [box for box, card in zip(boxes, state.reviews, strict=True) if card.is_open]
        behind = [box for box in boxes if box not in ahead]
        for widget in (*ahead, self.yearly, *behind):
            self.column.addWidget(widget)
        self.boxes = [*ahead, *behind]
        order_tabs([self.back_button, self.begin_button, *ahead, self.yearly, *behind])

    def _made(self, card: ReviewCard) -> ReviewBox:
        became = self.presenter.state.became.get(card.id, ())
        box = ReviewBox(card, became, self._bench.labels)
        box.write_wanted.connect(lambda: self.open_writing(card))
        box.decide_wanted.connect(lambda: self.open_decision(card, None))
        box.change_wanted.connect(lambda one: self.open_decision(card, one))
        box.drop_wanted.connect(lambda one: self.presenter.remove_decision(one.id))
        box.finish_wanted.connect(lambda: self._finish(card))
        box.print_wanted.connect(lambda: self._print(card.id))
        box.remove_wanted.connect(lambda: self.presenter.remove(card.id))
        return box

    def _finish(self, card: ReviewCard) -> None:
        wrong = self.presenter.finish(card)
        if wrong:
            self.open_writing(card, wrong)
        else:
            self._go_on()

    def _print(self, review_id: int) -> None:
        job = self.presenter.print_job(review_id)
        if job is not None:
            show_print(job, self._bench, self.window())
