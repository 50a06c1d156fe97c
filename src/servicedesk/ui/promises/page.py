# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""The promises room: the list at the left, one promise at the right.

Where there is no room for both, the list stands alone; Enter opens a promise, Esc goes back.
"""

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget

from servicedesk.domain.promises import PromiseChip
from servicedesk.ui.core.places import Place
from servicedesk.ui.core.workbench import Workbench
from servicedesk.ui.people.promise_form import PromiseForm, show_promise_form
from servicedesk.ui.people.record_page import RecordPage
from servicedesk.ui.promises.detail import Detail
from servicedesk.ui.promises.detail_presenter import DetailPresenter
from servicedesk.ui.promises.list_pane import ListPane
from servicedesk.ui.promises.list_presenter import ListPresenter

if TYPE_CHECKING:  # what is printed comes in with the first paper
    from servicedesk.domain.printing import PrintJob

NEW, ENQUIRY = "new", "enquiry"
"""Parts of the room that open the form: for a customer, or for an enquiry."""

_SPLIT = "promises_split"


class PromisesPage(RecordPage):
    """All promises.

    Args:
        bench: of the open file.
    """

    def __init__(self, bench: Workbench, parent: QWidget | None = None) -> None:
        super().__init__(bench, _SPLIT, parent)
        self.form: PromiseForm | None = None
        self.list_presenter = ListPresenter(bench, self)
        self.detail_presenter = DetailPresenter(bench, self)
        self.pane = ListPane(bench, self.list_presenter)
        self.detail = Detail(bench, self.detail_presenter)
        self._put(self.pane, self.detail, self.detail)
        self.pane.make_wanted.connect(self.make)
        lists = self.list_presenter
        self.pane.print_wanted.connect(lambda: self._print(lists.list_job()))
        self.pane.round_wanted.connect(lambda: self._print(lists.round_job()))
        self.pane.slips_wanted.connect(lambda: self._print(lists.slips_job()))
        self.pane.empty_slips_wanted.connect(lambda: self._print(lists.empty_slips_job()))

    def arrive(self, place: Place) -> None:
        """Show the promise that is meant, a part of the list, or the form of a new one.

        Args:
            place: part "" with the number of a promise, or "new"; part "new" with the number
                of a customer; part "enquiry" with the number of a contact; or the name of a
                chip.
        """
        self.list_presenter.arrive()
        self.detail_presenter.arrive()
        part, item = place.part, place.item
        number = int(item) if item.isdecimal() else None
        if part == ENQUIRY and number is not None:
            self._show_form(contact_id=number)
        elif part == NEW or item == NEW:
            self._show_form(customer_id=number)
        elif part in set(PromiseChip):
            self.list_presenter.choose_chip(PromiseChip(part))
        if not part and number is not None:
            self.go_to(number)
        else:
            self.stay_with_list()

    def leave(self) -> None:
        """Another page comes: nothing is followed until this one is shown again."""
        self.list_presenter.leave()
        self.detail_presenter.leave()

    def first_focus(self) -> QWidget | None:
        """What the form asks while it is open; else as of any list."""
        return super().first_focus() if self.form is None else self.form.focusWidget()

    def show_record(self, record_id: int | None) -> None:
        """Show a promise at the right, or none."""
        self.detail_presenter.show(record_id)

    def customer_id(self) -> int | None:
        """To whom the promise that is shown was made."""
        card = self.detail_presenter.state.card
        return None if card is None else card.draft.customer_id

    def print_job(self) -> "PrintJob | None":
        """The slip of a promise that was opened, else the list."""
        if self.is_in_detail:
            return self.detail_presenter.slip_job()
        return self.list_presenter.list_job()

    def make(self) -> None:
        """Open the form of a new promise."""
        self._show_form()

    def _show_form(self, customer_id: int | None = None, contact_id: int | None = None) -> None:
        if self.form is not None:
            return
        self.form = show_promise_form(
            self._bench, self.window(), customer_id=customer_id, contact_id=contact_id
        )
        if self.form is not None:
            self.form.finished.connect(self._on_form_closed)

    def _on_form_closed(self) -> None:
        """Stand on what was just promised; where nothing was, where one stood before."""
        made = None if self.form is None else self.form.presenter.made
        self.form = None
        if made is None:
            self.pane.take_focus()
        else:
            self.go_to(made.id)
