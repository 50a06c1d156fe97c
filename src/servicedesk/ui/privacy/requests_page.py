# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""Requests about somebody’s information: what is due next first, each with one next step."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QWidget

from servicedesk.domain.access_packs import AccessPack, PackChoices
from servicedesk.domain.data_requests import RequestCard
from servicedesk.domain.promises import Due
from servicedesk.ui.core.days_said import listed_day
from servicedesk.ui.core.workbench import Workbench
from servicedesk.ui.people.why_panel import show_why
from servicedesk.ui.printing.preview import show_print
from servicedesk.ui.privacy.requests_asked import RequestPart
from servicedesk.ui.privacy.requests_box import RequestBox
from servicedesk.ui.privacy.requests_form import RequestForm
from servicedesk.ui.privacy.requests_pack import PackDialog
from servicedesk.ui.privacy.requests_presenter import CHIPS, RequestsPresenter
from servicedesk.ui.widgets.ask_file import choose_folder, save_file
from servicedesk.ui.widgets.buttons import main_button, side_button
from servicedesk.ui.widgets.chip_row import ChipRow
from servicedesk.ui.widgets.sub_page import SubPage, clear
from servicedesk.ui.widgets.tab_order import order_tabs
from servicedesk.ui.widgets.text import label

if TYPE_CHECKING:
    from servicedesk.domain.printing import PrintJob
    from servicedesk.ui.core.rooms import Place

ADD = "add"
"""The item that notes a request; "add:5" one of that customer."""

HELD = "held"
"""Before the number of a customer: what is held on them."""


class RequestsPage(SubPage):
    """The page.

    Args:
        bench: of the open file.

    Attributes:
        presenter: what it shows.
        boxes: the requests, in order.
        add_button: notes one.
        chips: which are shown.
        form, pack: the dialog that is open, or was last.
    """

    def __init__(self, bench: Workbench, parent: QWidget | None = None) -> None:
        super().__init__(
            bench,
            self.tr("Requests about information"),
            self.tr(
                "Somebody asks what you hold on them, or wants it corrected or gone? Note it here "
                "on the day, whether they wrote or only said so. Then take one step after another."
            ),
            back=self.tr("Back to the privacy desk"),
            room="privacy",
            parent=parent,
        )
        self.presenter = RequestsPresenter(bench, self)
        self.boxes: list[RequestBox] = []
        self.form: RequestForm | None = None
        self.pack: PackDialog | None = None
        self.add_button = main_button(self.tr("Note a request"))
        self.print_button = side_button(self.tr("Print the list"))
        for button in (self.add_button, self.print_button):
            self.ways.addWidget(button)
        names = [bench.labels.enum(chip) for chip in CHIPS]
        self.chips = ChipRow(names, is_single=True, can_let_go=False)
        self.chips.pick((len(CHIPS) - 1,))
        self.page.body.insertWidget(self.page.body.indexOf(self.column), self.chips)
        self.add_button.clicked.connect(lambda: self.open_form(None))
        self.print_button.clicked.connect(self._print)
        self.chips.chosen.connect(lambda: self.presenter.choose(CHIPS[self.chips.picked()[0]]))
        self.presenter.state_changed.connect(self._show)
        self.presenter.gathered.connect(self._look)

    def arrive(self, place: "Place") -> None:
        """Show what there is.

        The item "add" notes one, "add:5" one of customer 5, "held:5" shows what is held on them;
        a number is the one to go to.
        """
        self.presenter.open()
        kind, _, number = place.item.partition(":")
        whose = int(number) if number.isdecimal() else None
        if kind == ADD:
            QTimer.singleShot(0, self, lambda: self.open_form(None, customer_id=whose))
        elif kind == HELD and whose is not None:
            self.presenter.gather(whose)
        for box in self.boxes:
            if str(box.id) == place.item:
                self.page.show_whole(box)

    def leave(self) -> None:
        """What was typed stands in its dialog."""
        self.presenter.close()

    def first_focus(self) -> QWidget | None:
        """The next step of the first request, or the button that notes one."""
        first = self.boxes[0].first_button if self.boxes else None
        return first or self.add_button

    def print_job(self) -> "PrintJob | None":
        """The requests that are shown, a line for each."""
        cards, labels = self.presenter.state, self._bench.labels
        if not cards:
            return None
        head = (
            self.tr("Reference"),
            self.tr("Who"),
            self.tr("What they ask"),
            self.tr("Came in"),
            self.tr("Answer by"),
            self.tr("What came of it"),
        )
        rows = [
            (
                card.ref,
                card.name,
                labels.enum(card.draft.kind),
                listed_day(card.draft.received_on),
                "" if card.due_on is None else listed_day(card.due_on),
                labels.enum(card.stage) if card.outcome is None else labels.enum(card.outcome),
            )
            for card in cards
        ]
        return self._bench.services.lists.table(self.tr("Requests about information"), head, rows)

    def one_job(self, card: RequestCard) -> "PrintJob":
        """One request with its log."""
        labels = self._bench.labels
        head = (self.tr("Day"), self.tr("What was done"), self.tr("More"), self.tr("By"))
        rows = [
            (listed_day(line.on), labels.enum(line.step), line.note or line.letter_ref, line.who)
            for line in card.lines
        ]
        said = [card.name, labels.enum(card.draft.kind), card.draft.text, card.kept_back]
        title = self.tr("Request {ref}").format(ref=card.ref)
        shown = tuple(line for line in said if line)
        return self._bench.services.lists.table(title, head, rows, shown)

    def open_form(
        self,
        card: RequestCard | None,
        part: RequestPart = RequestPart.FACTS,
        customer_id: int | None = None,
    ) -> None:
        """Note a request, or take one step with it, in a dialog."""
        self.form = RequestForm(self._bench, self.presenter, card, part, customer_id, self.window())
        number = None if card is None else card.id
        self.form.accepted.connect(lambda: self._go_on_with(number))
        self.form.open()

    def _go_on_with(self, number: int | None) -> None:
        """Lead the keyboard to the next step of the request that was kept."""
        newest = max((box.id for box in self.boxes), default=None)
        for box in self.boxes:
            if box.id == (newest if number is None else number) and box.first_button is not None:
                self.page.show_whole(box)
                QTimer.singleShot(0, box.first_button, box.first_button.setFocus)

    def _look(self, pack: AccessPack, request_id: int | None) -> None:
        """Show what to look at before a pack goes out."""
        card = next((one for one in self.presenter.state if one.id == request_id), None)
        chosen = self.presenter.chosen(card)
        self.pack = dialog = PackDialog(
            self._bench, pack, chosen, self.window(), is_asked=card is not None
        )
        customer_id = pack.customer_id
        dialog.print_wanted.connect(
            lambda choices: self._print_pack(dialog, customer_id, request_id, choices)
        )
        dialog.data_wanted.connect(
            lambda choices: self._save_data(dialog, pack, request_id, choices)
        )
        dialog.folder_wanted.connect(
            lambda choices: self._save_folder(dialog, customer_id, request_id, choices)
        )
        dialog.begin_wanted.connect(lambda: self._begin(dialog, customer_id))
        dialog.open()

    def _print_pack(
        self,
        dialog: PackDialog,
        customer_id: int,
        request_id: int | None,
        choices: PackChoices,
    ) -> None:
        job = self.presenter.pack_job(customer_id, choices)
        if job is None or not self._noted(request_id, choices):
            return
        dialog.accept()
        show_print(job, self._bench, self.window())
        self._go_on_with(request_id)

    def _save_data(
        self,
        dialog: PackDialog,
        pack: AccessPack,
        request_id: int | None,
        choices: PackChoices,
    ) -> None:
        title = self.tr("Save what is held as data")
        path = save_file(dialog, title, f"{pack.name}.json", self.tr("Data (*.json)"))
        if path is not None and self._noted(request_id, choices):
            self.presenter.save_data(pack.customer_id, choices, path)

    def _save_folder(
        self,
        dialog: PackDialog,
        customer_id: int,
        request_id: int | None,
        choices: PackChoices,
    ) -> None:
        parent = choose_folder(dialog, self.tr("Where shall the folder be made?"))
        if parent is not None and self._noted(request_id, choices):
            self.presenter.save_folder(customer_id, choices, parent)

    def _noted(self, request_id: int | None, choices: PackChoices) -> bool:
        return request_id is None or self.presenter.pack_made(request_id, choices)

    def _begin(self, dialog: PackDialog, customer_id: int) -> None:
        dialog.reject()
        self.open_form(None, customer_id=customer_id)

    def _show(self) -> None:
        clear(self.column)
        self.boxes = []
        show, cards = self.presenter, self.presenter.state
        self.print_button.setVisible(bool(cards))
        if not cards:
            nothing = self.tr("There is no request here. Note the next one on the day it comes.")
            self.column.addWidget(label(nothing, "quiet"))
        for card in cards:
            box = RequestBox(
                card,
                show.next_for(card),
                self._bench.labels,
                is_late=show.is_late(card),
                has_law=show.has_law,
            )
            self._wire(box, card)
            self.column.addWidget(box)
            self.boxes.append(box)
        order_tabs(
            [self.back_button, self.add_button, self.print_button, *self.chips.chips, *self.boxes]
        )

    def _wire(self, box: RequestBox, card: RequestCard) -> None:
        go, customer_id = self._bench.navigator.open, card.draft.customer_id
        box.part_wanted.connect(lambda part: self.open_form(card, part))
        box.letter_wanted.connect(lambda letter: go("letters", letter, f"request:{card.id}"))
        box.why_wanted.connect(lambda: self._why(box, card))
        box.reopen_wanted.connect(lambda: self.presenter.reopen(card.id))
        box.print_wanted.connect(lambda: show_print(self.one_job(card), self._bench, self.window()))
        box.remove_wanted.connect(lambda: self.presenter.remove(card.id))
        if customer_id is not None:
            box.pack_wanted.connect(lambda: self.presenter.gather(customer_id, card.id))
            box.forget_wanted.connect(lambda: go("privacy", "erased", f"customer:{customer_id}"))
            box.customer_wanted.connect(lambda: go("customers", "", str(customer_id)))

    def _why(self, box: RequestBox, card: RequestCard) -> None:
        count = self.presenter.why(card)
        if count is not None and card.due_on is not None:
            show_why(count, Due(day=card.due_on), self._bench, box)

    def _print(self) -> None:
        job = self.print_job()
        if job is not None:
            show_print(job, self._bench, self.window())
