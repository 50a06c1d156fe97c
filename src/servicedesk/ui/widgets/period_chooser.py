# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""Which days the figures are about: a row of usual periods, and two days of one's own."""

from collections.abc import Mapping
from datetime import date

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLineEdit, QSizePolicy, QVBoxLayout, QWidget

from servicedesk.domain.errors import Refusal
from servicedesk.domain.guides import Question, QuestionKind
from servicedesk.domain.periods import Period, PeriodName
from servicedesk.ui.core.workbench import Workbench
from servicedesk.ui.widgets.buttons import side_button
from servicedesk.ui.widgets.chip_row import ChipRow
from servicedesk.ui.widgets.field import Field
from servicedesk.ui.widgets.fields import make_field
from servicedesk.ui.widgets.flow import FlowLayout
from servicedesk.ui.widgets.pair import Pair
from servicedesk.ui.widgets.tab_order import order_tabs

OFFERED = (
    PeriodName.LAST_90_DAYS,
    PeriodName.THIS_MONTH,
    PeriodName.LAST_MONTH,
    PeriodName.THIS_QUARTER,
    PeriodName.LAST_QUARTER,
    PeriodName.LAST_12_MONTHS,
    PeriodName.OWN,
)
"""Periods in the order of the row; the last opens the two days."""

_GAP = 10
_SIDE_BY_SIDE = 40
"""Width in text heights from which the two days stand beside one another."""


class PeriodChooser(QWidget):
    """A row of periods and, while days of one's own are wanted, two fields for them.

    Signals:
        chosen: (PeriodName) one on offer; not ``OWN``, which opens the fields.
        days_chosen: (first, last) the days of one's own, as they read.

    Args:
        bench: of the open file.

    Attributes:
        row: the periods on offer.
        first, last: the days of one's own.
        show_button: shows the figures of those days.
    """

    chosen = Signal(object)
    days_chosen = Signal(object, object)

    def __init__(self, bench: Workbench, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._bench = bench
        self._build()
        self._wire()

    def _build(self) -> None:
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(_GAP)
        names = [self._bench.labels.enum(name) for name in OFFERED]
        self.row = ChipRow(names, is_single=True, can_let_go=False)
        self.row.pick((0,))
        whole.addWidget(self.row)
        self._own = QWidget()
        inside = QVBoxLayout(self._own)
        inside.setContentsMargins(0, 0, 0, 0)
        inside.setSpacing(_GAP)
        pair = Pair(_SIDE_BY_SIDE)
        inside.addWidget(pair)
        self.first = self._day("first", self.tr("First day"))
        self.last = self._day("last", self.tr("Last day"))
        pair.put(self.first, self.last)
        line = FlowLayout()
        inside.addLayout(line)
        self.show_button = side_button(self.tr("Show these days"))
        line.addWidget(self.show_button)
        whole.addWidget(self._own)
        self._own.hide()
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def _day(self, name: str, words: str) -> Field:
        question = Question(id=name, kind=QuestionKind.DAY, label=words, is_past=True)
        return make_field(question, self._bench.labels, self._bench)

    def _wire(self) -> None:
        self.row.chosen.connect(self._on_chip)
        self.show_button.clicked.connect(self.take_days)
        for field, then in (
            (self.first, self.last.focus_target().setFocus),
            (self.last, self.take_days),
        ):
            line = field.focus_target()
            if isinstance(line, QLineEdit):  # Enter leads on, as in a form
                line.returnPressed.connect(then)

    def show_period(self, period: Period, faults: Mapping[str, str]) -> None:
        """Show what is chosen.

        Args:
            period: that the figures are about.
            faults: sentence by field, for days that make no period.
        """
        is_own = period.name is PeriodName.OWN or bool(faults)
        if not is_own and self._own.isVisibleTo(self):
            is_own = self.row.picked() == (len(OFFERED) - 1,)
        name = PeriodName.OWN if is_own else period.name
        if name in OFFERED:
            self.row.pick((OFFERED.index(name),))
        self._own.setVisible(is_own)
        for field in (self.first, self.last):
            field.show_error(faults.get(field.question_id, ""))
        wrong = [one for one in (self.first, self.last) if faults.get(one.question_id)]
        if wrong:
            wrong[0].focus_target().setFocus()

    def take_days(self) -> None:
        """Ask for the days of the two fields; a field that names no day says so beside it."""
        days: list[date | None] = []
        for field in (self.first, self.last):
            try:
                value = field.checked_value()
            except Refusal as refusal:
                field.show_error(self._bench.labels.refusal(refusal))
                field.focus_target().setFocus()
                return
            days.append(value if isinstance(value, date) else None)
        self.days_chosen.emit(*days)

    def _on_chip(self) -> None:
        (at,) = self.row.picked()
        name = OFFERED[at]
        is_own = name is PeriodName.OWN
        self._own.setVisible(is_own)
        if is_own:
            order_tabs([self.row, self._own])
            self.first.focus_target().setFocus()
        else:
            self.chosen.emit(name)
