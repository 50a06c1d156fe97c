# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""The register of things to do: the list at the left, one of them at the right.

Space says done, Enter opens one, Esc goes back to the list; where there is no room for both, the
list stands alone.
"""

from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QWidget

from servicedesk.domain.actions import ActionDraft, ActionKind, ActionSource
from servicedesk.domain.actions_rules import ActionChip
from servicedesk.ui.core.places import Place
from servicedesk.ui.core.workbench import Workbench
from servicedesk.ui.improve.actions_detail import Detail
from servicedesk.ui.improve.actions_detail_presenter import DetailPresenter
from servicedesk.ui.improve.actions_list import ListPane
from servicedesk.ui.improve.actions_list_presenter import ListPresenter
from servicedesk.ui.people.action_form import ActionForm
from servicedesk.ui.people.record_page import RecordPage

if TYPE_CHECKING:  # what is printed comes in with the first paper
    from servicedesk.domain.printing import PrintJob

NEW = "new"
"""The item that opens the form of an own idea."""

_SPLIT = "actions_split"


class ActionsPage(RecordPage):
    """All things to do.

    Args:
        bench: of the open file.

    Attributes:
        form: the form of a new one while it is open, or None.
    """

    def __init__(self, bench: Workbench, parent: QWidget | None = None) -> None:
        super().__init__(bench, _SPLIT, parent)
        self.form: ActionForm | None = None
        self.list_presenter = ListPresenter(bench, self)
        self.detail_presenter = DetailPresenter(bench, self)
        self.pane = ListPane(bench, self.list_presenter)
        self.detail = Detail(bench, self.detail_presenter)
        self._put(self.pane, self.detail, self.detail)
        self.pane.home_wanted.connect(lambda: bench.navigator.open("improve"))
        self.pane.make_wanted.connect(self.make)
        self.pane.done_wanted.connect(self._say_done)
        self.pane.print_wanted.connect(lambda: self._print(self.list_presenter.plan_job()))
        self.detail.went_on.connect(self.go_to)

    def arrive(self, place: Place) -> None:
        """Show the action that is meant, a part of the register, or the form of a new one.

        Args:
            place: its item is the number of an action, the name of a chip, "new", or empty.
        """
        item = place.item
        if item in set(ActionChip):
            self.list_presenter.choose_chip(ActionChip(item))
        self.list_presenter.arrive()
        self.detail_presenter.arrive()
        if item.isdecimal():
            self.go_to(int(item))
        else:
            self.stay_with_list()
        if item == NEW:
            QTimer.singleShot(0, self, self.make)

    def leave(self) -> None:
        """Another page comes: nothing is followed until this one is shown again."""
        self.list_presenter.leave()
        self.detail_presenter.leave()

    def first_focus(self) -> QWidget | None:
        """What the form asks while it is open; else as of any list."""
        return super().first_focus() if self.form is None else self.form.focusWidget()

    def show_record(self, record_id: int | None) -> None:
        """Show something to do at the right, or nothing."""
        self.detail_presenter.show(record_id)

    def complaint_id(self) -> int | None:
        """The complaint that what is shown came from."""
        line = self.detail_presenter.state.line
        return None if line is None else line.card.complaint_id

    def print_job(self) -> "PrintJob | None":
        """The plan."""
        return self.list_presenter.plan_job()

    def make(self) -> None:
        """Write down an own idea, and stand on it."""
        if self.form is not None:
            return
        begin = ActionDraft(kind=ActionKind.IMPROVEMENT, source=ActionSource.OWN)
        deeds = self.detail_presenter.deeds
        deeds.made = None
        self.form = ActionForm(self._bench, deeds, begin=begin, parent=self.window())
        self.form.finished.connect(self._on_form_closed)
        self.form.finished.connect(self.form.deleteLater)
        self.form.open()

    def _say_done(self, number: int) -> None:
        """Space: what is open was done today; what is done is left alone."""
        line, deeds = self.list_presenter.line(number), self.detail_presenter.deeds
        if line is not None and line.card.draft.done_on is None:
            deeds.tell(deeds.done_now(line.card))

    def _on_form_closed(self) -> None:
        """Stand on what was written down; where nothing was, where one stood before."""
        made, self.form = self.detail_presenter.deeds.made, None
        if made is None:
            self.pane.take_focus()
        else:
            self.go_to(made.id)
