# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""The list of feedback at the left, one piece of it at the right.

Where there is no room for both, the list stands alone; Enter opens one, Esc goes back.
"""

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from servicedesk.domain.feedback import FeedbackKind
from servicedesk.domain.feedback_listed import FeedbackChip
from servicedesk.ui.core.places import Place
from servicedesk.ui.core.workbench import Workbench
from servicedesk.ui.feedback.detail import Detail
from servicedesk.ui.feedback.detail_presenter import DetailPresenter
from servicedesk.ui.feedback.list_pane import ListPane
from servicedesk.ui.feedback.list_presenter import OF_KIND, ListPresenter
from servicedesk.ui.people.feedback_form import FeedbackForm, show_feedback_form
from servicedesk.ui.people.record_page import RecordPage

if TYPE_CHECKING:  # what is printed comes in with the first paper
    from servicedesk.domain.printing import PrintJob

NEW = "new"
"""The part that opens the form, for a customer or for nobody yet."""

_SPLIT = "feedback_split"


class ListPage(RecordPage):
    """All feedback.

    Signals:
        cards_wanted: somebody has cards that came back.
        wall_wanted: somebody wants to see "you said, we did".

    Args:
        bench: of the open file.
    """

    cards_wanted = Signal()
    wall_wanted = Signal()

    def __init__(self, bench: Workbench, parent: QWidget | None = None) -> None:
        super().__init__(bench, _SPLIT, parent)
        self.form: FeedbackForm | None = None
        self.list_presenter = ListPresenter(bench, self)
        self.detail_presenter = DetailPresenter(bench, self)
        self.pane = ListPane(bench, self.list_presenter)
        self.detail = Detail(bench, self.detail_presenter)
        self._put(self.pane, self.detail, self.detail)
        self.pane.make_wanted.connect(lambda: self.make())
        self.pane.cards_wanted.connect(self.cards_wanted)
        self.pane.wall_wanted.connect(self.wall_wanted)
        self.pane.print_wanted.connect(lambda: self._print(self.list_presenter.list_job()))
        self.detail.print_wanted.connect(lambda: self._print(self.detail_presenter.paper_job()))

    def arrive(self, place: Place) -> None:
        """Show the feedback that is meant, a part of the list, or the form of a new one.

        Args:
            place: part "" with the number of a piece of feedback; part "new" with the number of a
                customer, or none; or the name of a chip.
        """
        self.list_presenter.arrive()
        self.detail_presenter.arrive()
        part, item = place.part, place.item
        number = int(item) if item.isdecimal() else None
        if part in set(FeedbackChip):
            self.list_presenter.choose_chip(FeedbackChip(part))
        if not part and number is not None:
            self.go_to(number)
        else:
            self.stay_with_list()
        if part == NEW:
            self.make(number)

    def leave(self) -> None:
        """Another page comes: nothing is followed until this one is shown again."""
        self.list_presenter.leave()
        self.detail_presenter.leave()

    def first_focus(self) -> QWidget | None:
        """What the form asks while it is open; else as of any list."""
        return super().first_focus() if self.form is None else self.form.focusWidget()

    def show_record(self, record_id: int | None) -> None:
        """Show a piece of feedback at the right, or none."""
        self.detail_presenter.show(record_id)

    def customer_id(self) -> int | None:
        """Who gave the feedback that is shown."""
        card = self.detail_presenter.state.card
        return None if card is None else card.draft.customer_id

    def print_job(self) -> "PrintJob | None":
        """The feedback that was opened, else the list."""
        if self.is_in_detail:
            return self.detail_presenter.paper_job()
        return self.list_presenter.list_job()

    def make(self, customer_id: int | None = None) -> None:
        """Open the form of new feedback, and stand on what was written down.

        Args:
            customer_id: who says it, where that is known.
        """
        if self.form is not None:
            return
        chip = self.list_presenter.state.wanted.chip
        kind = OF_KIND.get(chip, FeedbackKind.COMMENT)
        self.form = show_feedback_form(
            self._bench, self.window(), customer_id=customer_id, kind=kind
        )
        if self.form is not None:
            self.form.finished.connect(self._on_form_closed)

    def _on_form_closed(self) -> None:
        made = None if self.form is None else self.form.presenter.made
        self.form = None
        if made is None:
            self.pane.take_focus()
        else:
            self.go_to(made.id)
