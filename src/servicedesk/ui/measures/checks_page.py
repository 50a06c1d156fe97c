# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""Checks of ten jobs: the program draws, somebody looks, an answer at a time."""

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget

from servicedesk.domain.samples import JobCheckCard, Verdict
from servicedesk.ui.core.workbench import Workbench
from servicedesk.ui.measures.checks_card import CheckBox
from servicedesk.ui.measures.checks_presenter import ChecksPresenter
from servicedesk.ui.measures.samples_hand import HandPage
from servicedesk.ui.printing.preview import show_print
from servicedesk.ui.widgets.buttons import main_button
from servicedesk.ui.widgets.card import Notice
from servicedesk.ui.widgets.tab_order import order_tabs

if TYPE_CHECKING:
    from servicedesk.domain.printing import PrintJob
    from servicedesk.ui.core.rooms import Place


class ChecksPage(HandPage):
    """The checks, the newest first.

    Args:
        bench: of the open file.

    Attributes:
        presenter: what it shows.
        boxes: the checks, by number.
        draw_button: has ten jobs drawn; away while a check is open.
    """

    def __init__(self, bench: Workbench, parent: QWidget | None = None) -> None:
        super().__init__(
            bench,
            self.tr("Check of ten jobs"),
            self.tr(
                "The program draws ten promises done, in time or late, or complaints put right "
                "in the last 12 months, so that nobody picks the good ones. Look at each and say "
                "whether it met your charter. Stop whenever you like; every answer is kept."
            ),
            parent,
        )
        self.presenter = ChecksPresenter(bench, self)
        self.boxes: dict[int, CheckBox] = {}
        self._notice: Notice | None = None
        self.draw_button = main_button(self.tr("Draw ten jobs"))
        self.ways.addWidget(self.draw_button)
        self.draw_button.clicked.connect(self.presenter.draw)
        self.presenter.state_changed.connect(self._show)

    def arrive(self, _place: "Place") -> None:
        """Show what there is."""
        self.presenter.open()

    def leave(self) -> None:
        """Every answer is kept already."""
        self.presenter.close()

    def first_focus(self) -> QWidget | None:
        """The first question that is not answered, else the button that draws."""
        for check in self.presenter.state.checks:
            for job in check.jobs:
                for key, verdict in job.verdicts:
                    if verdict is None:
                        return self.boxes[check.id].lines[job.id, key].row.resting()
        return self.draw_button

    def print_job(self) -> "PrintJob | None":
        """The sheet of the newest check."""
        checks = self.presenter.state.checks
        return self.presenter.print_job(checks[0].id) if checks else None

    def _show(self) -> None:
        state = self.presenter.state
        self.draw_button.setVisible(not state.has_open)
        if self._notice is not None:
            self._drop(self._notice)
            self._notice = None
        if state.error:
            action = self.tr("Go to our charter") if state.wants_charter else ""
            self._notice = Notice("due", state.error, action)
            self._notice.acted.connect(lambda: self._bench.navigator.open("charter"))
            self.column.insertWidget(0, self._notice)
        known = {check.id for check in state.checks}
        for number in [one for one in self.boxes if one not in known]:
            self._drop(self.boxes.pop(number))
        kept, self.boxes = self.boxes, {}
        for place, check in enumerate(state.checks):
            box = kept.get(check.id)
            if box is None:
                box = self._made(check)
            else:
                box.show_check(check)
            self.boxes[check.id] = box
            self.column.insertWidget(place + (self._notice is not None), box)
        notice = [] if self._notice is None else [self._notice]
        order_tabs([self.back_button, self.draw_button, *notice, *self.boxes.values()])

    def _made(self, check: JobCheckCard) -> CheckBox:
        box = CheckBox(check, self._bench.labels)
        box.answered.connect(self._on_answered)
        box.record_wanted.connect(self.presenter.open_record)
        box.print_wanted.connect(self._print)
        box.remove_wanted.connect(self.presenter.remove)
        return box

    def _drop(self, widget: QWidget) -> None:
        self.column.removeWidget(widget)
        widget.hide()
        widget.deleteLater()

    def _on_answered(self, job_id: int, key: str, verdict: Verdict | None) -> None:
        self.presenter.answer(job_id, key, verdict)

    def _print(self, check_id: int) -> None:
        job = self.presenter.print_job(check_id)
        if job is not None:
            show_print(job, self._bench, self.window())
