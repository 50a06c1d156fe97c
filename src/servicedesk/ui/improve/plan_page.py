# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""The service plan as it prints on one page, and what it still lacks."""

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QGridLayout, QWidget

from servicedesk.domain.service_plan import PlanDraft
from servicedesk.ui.core.workbench import Workbench
from servicedesk.ui.improve.plan_form import PlanForm
from servicedesk.ui.improve.plan_presenter import PlanPresenter
from servicedesk.ui.printing.preview import show_print
from servicedesk.ui.widgets.buttons import link_button, main_button, side_button
from servicedesk.ui.widgets.card import Card
from servicedesk.ui.widgets.chip import MarkedLabel
from servicedesk.ui.widgets.sub_page import SubPage, clear
from servicedesk.ui.widgets.tab_order import order_tabs
from servicedesk.ui.widgets.text import label, single_line

if TYPE_CHECKING:
    from servicedesk.domain.printing import PrintJob
    from servicedesk.ui.core.rooms import Place

_TOP = Qt.AlignmentFlag.AlignTop


class PlanPage(SubPage):
    """The plan.

    Args:
        bench: of the open file.

    Attributes:
        presenter: what it shows.
        write_button: writes it, or changes it.
        form: the dialog that is open, or was last.
    """

    def __init__(self, bench: Workbench, parent: QWidget | None = None) -> None:
        super().__init__(
            bench,
            self.tr("Our service plan"),
            self.tr(
                "One page: who your customers are, what you aim at, who decides. Ten minutes now, "
                "and a look once a year."
            ),
            back=self.tr("Back to Improve"),
            room="improve",
            parent=parent,
        )
        self.presenter = PlanPresenter(bench, self)
        self.form: PlanForm | None = None
        self.write_button = main_button(self.tr("Write the plan"))
        self.print_button = side_button(self.tr("Print"))
        self.remove_button = link_button(self.tr("Remove"))
        for button in (self.write_button, self.print_button, self.remove_button):
            self.ways.addWidget(button)
        self.write_button.clicked.connect(self.open_form)
        self.print_button.clicked.connect(self._print)
        self.remove_button.clicked.connect(self.presenter.remove)
        self.presenter.state_changed.connect(self._show)

    def arrive(self, place: "Place") -> None:
        """Show what there is; the item "write" opens the plan to write in."""
        self.presenter.open()
        if place.item == "write":
            QTimer.singleShot(0, self, self.open_form)

    def leave(self) -> None:
        """What was typed stands in its dialog."""
        self.presenter.close()

    def first_focus(self) -> QWidget | None:
        """The button that writes it."""
        return self.write_button

    def print_job(self) -> "PrintJob | None":
        """The one page."""
        return self.presenter.print_job()

    def open_form(self) -> None:
        """Write the plan, or change it, in a dialog."""
        self.form = PlanForm(self._bench, self.presenter, self.window())
        self.form.accepted.connect(
            lambda: QTimer.singleShot(0, self.print_button, self.print_button.setFocus)
        )
        self.form.open()

    def _show(self) -> None:
        clear(self.column)
        card = self.presenter.state
        has_plan = card is not None
        words = self.tr("Change the plan") if has_plan else self.tr("Write the plan")
        self.write_button.setText(words)
        self.print_button.setVisible(has_plan)
        self.remove_button.setVisible(has_plan)
        if card is None:
            nothing = self.tr(
                "No plan is written yet. What your charter says already stands in it when you "
                "begin."
            )
            self.column.addWidget(label(nothing, "quiet"))
        else:
            self._put(card.draft)
        order_tabs([self.back_button, self.write_button, self.print_button, self.remove_button])

    def _put(self, draft: PlanDraft) -> None:
        gaps = self.presenter.gaps()
        if gaps:
            still = Card(self.tr("Still open"))
            for gap in gaps:
                line = MarkedLabel(gap, "due", "chip_due")
                line.setWordWrap(True)
                still.body.addWidget(line)
            self.column.addWidget(still)
        if draft.groups:
            rows = tuple((group.name, group.values) for group in draft.groups)
            self.column.addWidget(_table(self.tr("Our customers, and what they value"), rows))
        if draft.aims:
            aims = tuple((f"{number}.", aim) for number, aim in enumerate(draft.aims, 1))
            self.column.addWidget(_table(self.tr("What we aim at"), aims, is_numbered=True))
        pairs = (
            (self.tr("Decides on service"), draft.decides),
            (self.tr("Stands in"), draft.stands_in),
            (self.tr("Kept back to put things right"), draft.put_right),
        )
        said = tuple(pair for pair in pairs if pair[1])
        if said:
            self.column.addWidget(_table(self.tr("Who decides, and what is kept back"), said))

    def _print(self) -> None:
        job = self.print_job()
        if job is not None:
            show_print(job, self._bench, self.window())


def _table(title: str, rows: tuple[tuple[str, str], ...], *, is_numbered: bool = False) -> Card:
    """A card with two columns; the first is narrow where it numbers the lines."""
    card = Card(title)
    grid = QGridLayout()
    grid.setHorizontalSpacing(16)
    grid.setVerticalSpacing(8)
    grid.setColumnStretch(0, 0 if is_numbered else 2)
    grid.setColumnStretch(1, 3)
    for row, (first, second) in enumerate(rows):
        lead = single_line(first, "strong") if is_numbered else label(first, "strong")
        grid.addWidget(lead, row, 0, _TOP)
        grid.addWidget(label(second), row, 1, _TOP)
    card.body.addLayout(grid)
    return card
