# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""The complaints room: the list at the left, one complaint at the right.

Places: an item is the number of a complaint; the parts are the chips of the list.
"""

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget

from servicedesk.domain.complaints_file import ComplaintChip
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
        self.pane.make_wanted.connect(self.make)
        self.pane.print_wanted.connect(lambda: self._print(self.list_presenter.list_job()))

    def arrive(self, place: Place) -> None:
        """Show the complaint that is meant, or a part of the list.

        Args:
            place: part "" with the number of a complaint, or the name of a chip.
        """
        self.list_presenter.arrive()
        self.detail_presenter.arrive()
        if place.part in set(ComplaintChip):
            self.list_presenter.choose_chip(ComplaintChip(place.part))
        if place.item.isdecimal():
            self.go_to(int(place.item))
        else:
            self.stay_with_list()

    def leave(self) -> None:
        """Another page comes: nothing is followed until this one is shown again."""
        self.list_presenter.leave()
        self.detail_presenter.leave()

    def make(self) -> None:
        """Open the form of a new complaint, and stand on what was written down."""
        self.form = show_complaint_form(self._bench, self.window())
        if self.form is not None:
            self.form.finished.connect(self._on_form_closed)

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
