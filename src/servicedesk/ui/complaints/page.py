# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""The complaints room: the list at the left, one complaint at the right.

Places: an item is the number of a complaint; the parts are the chips of the list, "new", and
"form" for the form to complain on paper.
"""

from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QWidget

from servicedesk.domain.complaints_listed import ComplaintChip
from servicedesk.ui.complaints.detail import Detail
from servicedesk.ui.complaints.detail_presenter import DetailPresenter
from servicedesk.ui.complaints.list_pane import ListPane
from servicedesk.ui.complaints.list_presenter import ListPresenter
from servicedesk.ui.core.places import Place
from servicedesk.ui.core.workbench import Workbench
from servicedesk.ui.people.complaint_form import ComplaintForm, show_complaint_form
from servicedesk.ui.people.record_page import RecordPage

if TYPE_CHECKING:  # what is printed comes in with the first paper
    from servicedesk.domain.printing import PrintJob

NEW = "new"
"""The part of the room that opens the form."""

FORM = "form"
"""The part that shows the form to complain on paper."""

_SPLIT = "complaints_split"


class ComplaintsPage(RecordPage):
    """All complaints.

    Args:
        bench: of the open file.
    """

    def __init__(self, bench: Workbench, parent: QWidget | None = None) -> None:
        super().__init__(bench, _SPLIT, parent)
        self.list_presenter = ListPresenter(bench, self)
        self.detail_presenter = DetailPresenter(bench, self)
        self.pane = ListPane(bench, self.list_presenter)
        self.detail = Detail(bench, self.detail_presenter)
        self._put(self.pane, self.detail, self.detail)
        self.form: ComplaintForm | None = None
        self.pane.make_wanted.connect(lambda: self.make())
        self.pane.print_wanted.connect(lambda: self._print(self.list_presenter.list_job()))
        self.pane.form_wanted.connect(self.print_form)
        slips = self.list_presenter.empty_slips_job
        self.pane.empty_slips_wanted.connect(lambda: self._print(slips()))

    def arrive(self, place: Place) -> None:
        """Show the complaint that is meant, a part of the list, or the form of a new one.

        Args:
            place: part "" with the number of a complaint; part "new" with the number of a
                customer, or none; part "form"; or the name of a chip.
        """
        chip = ComplaintChip(place.part) if place.part in set(ComplaintChip) else None
        self.list_presenter.arrive(chip)
        self.detail_presenter.arrive()
        number = int(place.item) if place.item.isdecimal() else None
        if not place.part and number is not None:
            self.go_to(number)
        else:
            self.stay_with_list()
        if place.part == NEW:
            self.make(number)
        elif place.part == FORM:
            QTimer.singleShot(0, self, self.print_form)  # once the room is there behind it

    def leave(self) -> None:
        """Another page comes: nothing is followed until this one is shown again."""
        self.list_presenter.leave()
        self.detail_presenter.leave()

    def first_focus(self) -> QWidget | None:
        """What the form asks while it is open; else as of any list."""
        return super().first_focus() if self.form is None else self.form.focusWidget()

    def make(self, customer_id: int | None = None) -> None:
        """Open the form of a new complaint, and stand on what was written down.

        Args:
            customer_id: who complains, where that is known.
        """
        if self.form is not None:
            return
        self.form = show_complaint_form(self._bench, self.window(), customer_id=customer_id)
        if self.form is not None:
            self.form.finished.connect(self._on_form_closed)

    def print_form(self) -> None:
        """Show the form to complain on paper, empty, to be printed."""
        self._print(self.list_presenter.form_job())

    def _on_form_closed(self) -> None:
        made = None if self.form is None else self.form.presenter.made
        self.form = None
        if made is None:
            self.pane.take_focus()
        else:
            self.go_to(made.id)

    def show_record(self, record_id: int | None) -> None:
        """Show a complaint at the right, or none."""
        self.detail_presenter.show(record_id)

    def customer_id(self) -> int | None:
        """Who made the complaint that is shown."""
        card = self.detail_presenter.state.card
        return None if card is None else card.draft.customer_id

    def complaint_id(self) -> int | None:
        """The complaint that is shown."""
        card = self.detail_presenter.state.card
        return None if card is None else card.id

    def print_job(self) -> "PrintJob | None":
        """The complaint that was opened, else the list."""
        if self.is_in_detail:
            return self.detail_presenter.paper_job()
        return self.list_presenter.list_job()
