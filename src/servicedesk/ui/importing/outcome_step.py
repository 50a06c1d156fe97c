# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""The last two steps: what would happen, and what did. Both show the same figures."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from servicedesk.domain.exchange_columns import ListKind
from servicedesk.domain.importing import Counts, Fate
from servicedesk.domain.importing_plan import ImportPlan
from servicedesk.domain.importing_records_plan import RecordPlan
from servicedesk.ui.core.workbench import Workbench
from servicedesk.ui.importing.named_row import NamedChips
from servicedesk.ui.importing.presenter import IMPORTS, ImportingPresenter
from servicedesk.ui.importing.state import ImportingState
from servicedesk.ui.importing.step import StepView
from servicedesk.ui.tables.columns import Column
from servicedesk.ui.tables.record_list import RecordList
from servicedesk.ui.tables.row_model import RowModel
from servicedesk.ui.widgets.buttons import link_button, main_button, side_button
from servicedesk.ui.widgets.card import Notice
from servicedesk.ui.widgets.flow import FlowLayout
from servicedesk.ui.widgets.sizes import em
from servicedesk.ui.widgets.text import label, single_line

_LINES = 8
"""Rows of the list of what is not brought in that are seen at once."""


class Figures(QWidget):
    """How many rows come to what, one box for each."""

    def __init__(self, bench: Workbench, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._bench = bench
        line = FlowLayout(self, gap=12)
        self._boxes: list[QFrame] = []
        self._numbers = [single_line("", "title") for _ in range(len(Fate) + 1)]
        names = [bench.labels.enum(fate) for fate in Fate]
        for number, name in zip(self._numbers, (*names, self.tr("not brought in")), strict=True):
            box = QFrame()
            box.setObjectName("card")
            inside = QVBoxLayout(box)
            inside.setContentsMargins(16, 10, 16, 10)
            inside.setSpacing(0)
            inside.addWidget(number)
            inside.addWidget(single_line(name, "quiet"))
            line.addWidget(box)
            self._boxes.append(box)

    def show_counts(self, counts: Counts) -> None:
        """Show other figures; of those that are 0 the first alone is worth a look."""
        values = (
            counts.added,
            counts.updated,
            counts.unchanged,
            counts.skipped,
            counts.refused,
        )
        for place, value in enumerate(values):
            said = f"{value:,}"
            self._numbers[place].setText(said)
            self._boxes[place].setVisible(place == 0 or value > 0)


class _Outcome(StepView):
    """What both steps share: a title, the figures, and what is not brought in.

    Args:
        presenter: knows what comes of the list.
        bench: of the open file.
    """

    def __init__(
        self, presenter: ImportingPresenter, bench: Workbench, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._presenter = presenter
        self._bench = bench
        self._rows = QVBoxLayout(self)
        self._rows.setContentsMargins(0, 0, 0, 0)
        self._rows.setSpacing(14)
        self._title = label("", "title")
        self._said = label("", "quiet")
        self._figures = Figures(bench)
        for widget in (self._title, self._said, self._figures):
            self._rows.addWidget(widget)
        self._build_own()
        self._refused_title = label(self.tr("Not brought in"), "section")
        self._model = RowModel(self._columns(), key=lambda row: row)
        self.refused_list = RecordList(bench.theme, self._model, self.tr("Not brought in"))
        self.refused_list.setMinimumHeight(em(self, 2.1 * 3))
        self.print_button = side_button(self.tr("Print this list…"))
        self.print_button.clicked.connect(self._print)
        line = FlowLayout()
        line.addWidget(self.print_button)
        self._rows.addWidget(self._refused_title)
        self._rows.addWidget(self.refused_list)
        self._rows.addLayout(line)

    def _build_own(self) -> None:
        """Put in what this step alone has."""

    def _columns(self) -> tuple[Column, ...]:
        return (
            Column(
                title=self.tr("Line"),
                value=lambda row: str(row.line),
                sort=lambda row: row.line,
                width=5,
                align=Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter,
            ),
            Column(title=self.tr("What stands there"), value=lambda row: row.shown, width=18),
            Column(title=self.tr("Why not"), value=self._presenter.refused_words),
        )

    def _show_refused(self, state: ImportingState) -> None:
        has_some = bool(state.refused)
        self._model.set_rows(state.refused)
        lines = min(len(state.refused), _LINES) + 1.4
        self.refused_list.setFixedHeight(self._bench.theme.em(2.1 * lines))
        for widget in (self._refused_title, self.refused_list, self.print_button):
            widget.setVisible(has_some)

    def _print(self) -> None:
        from servicedesk.ui.printing.preview import show_print  # printing: at the first paper

        job = self._presenter.print_job()
        if job is not None:
            show_print(job, self._bench, self)


class CheckStep(_Outcome):
    """What would happen; nothing has yet."""

    def _build_own(self) -> None:
        self._title.setText(self.tr("What would happen"))
        self._nothing = Notice("due", self.tr("There is nothing in this list to bring in."))
        self._rows.addWidget(self._nothing)
        self._new = label("")
        self._rows.addWidget(self._new)
        self._named = label("")
        self.names = NamedChips(
            self.tr("Names of those who are there"),
            [self.tr("stay as you write them"), self.tr("become as in the list")],
        )
        self.names.picked.connect(lambda at: self._presenter.set_takes_names(at == 1))
        self._changed_title = label(self.tr("What changes about what is here"), "section")
        self._changed_said = label("", "quiet")
        words = self._presenter.changed_words
        self._changed = RowModel(
            (
                Column(title=self.tr("Who"), value=lambda row: words(row)[0], width=11),
                Column(title=self.tr("What"), value=lambda row: words(row)[1], width=8),
                Column(title=self.tr("Is now"), value=lambda row: words(row)[2]),
                Column(title=self.tr("Becomes"), value=lambda row: words(row)[3]),
            ),
            (),
            self._presenter.changed_sentence,
            key=lambda row: row,
        )
        name = self.tr("What changes about what is here, list")
        self.changed_list = RecordList(self._bench.theme, self._changed, name)
        for widget in (
            self._named,
            self.names,
            self._changed_title,
            self._changed_said,
            self.changed_list,
        ):
            self._rows.addWidget(widget)

    def first_focus(self) -> QWidget | None:
        """The list of what changes or of what is not brought in, where there is one."""
        lists = (self.changed_list, self.refused_list)
        return next((one for one in lists if not one.isHidden()), None)

    def _show_changed(self, state: ImportingState) -> None:
        plan = state.plan
        if plan is None:
            return
        self._changed.set_rows(plan.changed)
        lines = min(len(plan.changed), _LINES) + 1.4
        self.changed_list.setFixedHeight(self._bench.theme.em(2.1 * lines))
        shown, count = len(plan.changed), plan.changed_count
        said = self.tr("{n} changes.").format(n=f"{count:,}")
        if count > shown:
            said = self.tr("The first {shown} of {n} changes.").format(shown=shown, n=f"{count:,}")
        self._changed_said.setText(said)
        for widget in (self._changed_title, self._changed_said, self.changed_list):
            widget.setVisible(count > 0)
        self._changed_said.setVisible(count > 1)
        named = self.tr("{n} names are written otherwise in the list.")
        self._named.setText(named.format(n=f"{plan.renamed:,}"))
        if plan.renamed == 1:
            self._named.setText(self.tr("One name is written otherwise in the list."))
        self.names.pick(int(state.takes_names))
        for part in (self._named, self.names):
            part.setVisible(plan.renamed > 0)

    def show_state(self, state: ImportingState) -> None:
        """Show what would come of the list."""
        if state.plan is None:
            return
        counts = state.plan.counts
        said = self.tr("Nothing has been kept yet. All of it is one step, which Undo takes back.")
        self._said.setText(f"{state.note} {said}".strip())
        self._figures.show_counts(counts)
        self._nothing.setVisible(counts.added + counts.updated == 0)
        self._show_new(state.plan)
        self._show_changed(state)
        self._show_refused(state)

    def _show_new(self, plan: ImportPlan | RecordPlan) -> None:
        """The first names, so that it can be seen whether this is the list that was meant."""
        names = plan.first_new
        said = self.tr("New are: {names}.")
        if plan.counts.added > len(names):
            said = self.tr("The first of the new ones: {names}.")
        self._new.setText(said.format(names="; ".join(names)))
        self._new.setVisible(bool(names))


class DoneStep(_Outcome):
    """What happened."""

    def _build_own(self) -> None:
        self.see_button = main_button("")
        self.undo_button = side_button(self.tr("Undo the import"))
        self.again_button = link_button(self.tr("Bring another list"))
        line = FlowLayout()
        for button in (self.see_button, self.undo_button, self.again_button):
            line.addWidget(button)
        self._rows.addLayout(line)
        self.see_button.clicked.connect(
            lambda: self._bench.navigator.open(self._presenter.state.holds.value)
        )
        self.undo_button.clicked.connect(self._presenter.undo)
        self.again_button.clicked.connect(self._presenter.begin_again)

    def first_focus(self) -> QWidget | None:
        """The way to what was brought in."""
        return self.see_button

    def show_state(self, state: ImportingState) -> None:
        """Show what came of the list."""
        if state.report is None:
            return
        title, see = {
            ListKind.CUSTOMERS: (self.tr("Your customers are here"), self.tr("See your customers")),
            ListKind.PROMISES: (self.tr("Your promises are here"), self.tr("See your promises")),
            ListKind.COMPLAINTS: (
                self.tr("Your complaints are here"),
                self.tr("See your complaints"),
            ),
            ListKind.FEEDBACK: (self.tr("Your feedback is here"), self.tr("See your feedback")),
        }[state.holds]
        self._title.setText(title)
        self.see_button.setText(see)
        self._said.setText(self.tr("Brought in from {name}.").format(name=state.name))
        self._figures.show_counts(state.report.counts)
        newest = self._bench.services.undo.can_undo
        self.undo_button.setVisible(newest == IMPORTS[state.holds])
        self._show_refused(state)
