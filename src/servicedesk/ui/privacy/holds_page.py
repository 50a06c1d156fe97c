# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""What must be kept whatever its time says."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QPushButton, QWidget

from servicedesk.domain.holds import HoldCard
from servicedesk.ui.core.days_said import listed_day
from servicedesk.ui.core.workbench import Workbench
from servicedesk.ui.printing.preview import show_print
from servicedesk.ui.privacy.holds_form import HoldForm
from servicedesk.ui.privacy.holds_presenter import HoldsPresenter
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


class HoldBox(Card):
    """One hold.

    Signals:
        change_wanted, end_wanted, complaint_wanted: somebody wants to do that.

    Args:
        card: of the hold.
        is_due: it is time to look at it again.
    """

    change_wanted = Signal()
    end_wanted = Signal()
    complaint_wanted = Signal()

    def __init__(self, card: HoldCard, *, is_due: bool, parent: QWidget | None = None) -> None:
        super().__init__(card.about, parent)
        self.id = card.id
        self.first_button: QPushButton | None = None
        chips = FlowLayout()
        self.body.addLayout(chips)
        chips.addWidget(Chip(self._stands(card, is_due=is_due), "due" if is_due else "quiet"))
        self.body.addWidget(label(card.draft.reason))
        if card.lifted_because:
            self.body.addWidget(label(card.lifted_because, "quiet"))
        buttons = FlowLayout(gap=10)
        self.body.addLayout(buttons)
        if card.complaint_id is not None:
            open_it = side_button(self.tr("Open the complaint"))
            self._lead(open_it, self.complaint_wanted, buttons, card)
        elif card.lifted_on is None:
            self._lead(side_button(self.tr("Change")), self.change_wanted, buttons, card)
            self._lead(link_button(self.tr("End this")), self.end_wanted, buttons, card)

    def _lead(
        self, button: QPushButton, wanted: object, buttons: FlowLayout, card: HoldCard
    ) -> None:
        button.setAccessibleName(", ".join((button.text(), card.about, card.draft.reason)))
        button.clicked.connect(wanted)
        buttons.addWidget(button)
        self.first_button = self.first_button or button

    def _stands(self, card: HoldCard, *, is_due: bool) -> str:
        if card.lifted_on is not None:
            return self.tr("Ended on {day}").format(day=listed_day(card.lifted_on))
        if card.draft.look_again_on is None:
            return self.tr("Kept since {day}").format(day=listed_day(card.draft.since))
        day = listed_day(card.draft.look_again_on)
        words = self.tr("Time to look again: {day}") if is_due else self.tr("Look again on {day}")
        return words.format(day=day)


class HoldsPage(SubPage):
    """The page.

    Args:
        bench: of the open file.

    Attributes:
        presenter: what it shows.
        boxes: the holds, in order.
        add_button: says that something must be kept.
        form: the dialog that is open, or was last.
    """

    def __init__(self, bench: Workbench, parent: QWidget | None = None) -> None:
        super().__init__(
            bench,
            self.tr("What must be kept"),
            self.tr(
                "A court case, an insurer, an inspection: as long as it stands here, it is on no "
                "list of what may go, and nobody can forget it by mistake."
            ),
            back=self.tr("Back to the privacy desk"),
            room="privacy",
            parent=parent,
        )
        self.presenter = HoldsPresenter(bench, self)
        self.boxes: list[HoldBox] = []
        self.form: HoldForm | None = None
        self.add_button = main_button(self.tr("Something must be kept"))
        self.print_button = side_button(self.tr("Print the list"))
        for button in (self.add_button, self.print_button):
            self.ways.addWidget(button)
        self.add_button.clicked.connect(lambda: self.open_form(None))
        self.print_button.clicked.connect(self._print)
        self.presenter.state_changed.connect(self._show)

    def arrive(self, place: "Place") -> None:
        """Show what there is; the item "add" adds one, "add:5" one on customer 5."""
        self.presenter.open()
        kind, _, number = place.item.partition(":")
        whose = int(number) if number.isdecimal() else None
        if kind == _ADD:
            QTimer.singleShot(0, self, lambda: self.open_form(None, customer_id=whose))
        for box in self.boxes:
            if box.id and str(box.id) == place.item:
                self.page.show_whole(box)

    def leave(self) -> None:
        """What was typed stands in its dialog."""
        self.presenter.close()

    def first_focus(self) -> QWidget | None:
        """The first hold, or the button that adds one."""
        first = self.boxes[0].first_button if self.boxes else None
        return first or self.add_button

    def print_job(self) -> "PrintJob | None":
        """All of them."""
        return self.presenter.list_job()

    def open_form(
        self, card: HoldCard | None, *, is_end: bool = False, customer_id: int | None = None
    ) -> None:
        """Say that something must be kept, change that, or end it, in a dialog."""
        self.form = HoldForm(
            self._bench,
            self.presenter,
            card,
            self.window(),
            is_end=is_end,
            customer_id=customer_id,
        )
        self.form.open()

    def _show(self) -> None:
        clear(self.column)
        self.boxes = []
        cards, today = self.presenter.state, self._bench.today
        self.print_button.setVisible(bool(cards))
        if not cards:
            nothing = self.tr("Nothing must be kept beyond its time.")
            self.column.addWidget(label(nothing, "quiet"))
        for card in cards:
            look = card.draft.look_again_on
            is_due = card.lifted_on is None and look is not None and look <= today
            box = HoldBox(card, is_due=is_due)
            box.change_wanted.connect(lambda one=card: self.open_form(one))
            box.end_wanted.connect(lambda one=card: self.open_form(one, is_end=True))
            box.complaint_wanted.connect(
                lambda number=card.complaint_id: self._bench.navigator.open(
                    "complaints", "", str(number)
                )
            )
            self.column.addWidget(box)
            self.boxes.append(box)
        order_tabs([self.back_button, self.add_button, self.print_button, *self.boxes])

    def _print(self) -> None:
        job = self.print_job()
        if job is not None:
            show_print(job, self._bench, self.window())
