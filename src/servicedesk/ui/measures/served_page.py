# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""Customers served: one number a month, so that complaints can be told of every hundred of them."""

from datetime import date
from typing import TYPE_CHECKING

from PySide6.QtCore import QDate, QEvent, QLocale, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from servicedesk.ui.core.workbench import Workbench
from servicedesk.ui.measures.samples_hand import HandPage
from servicedesk.ui.measures.served_presenter import ServedPresenter
from servicedesk.ui.widgets.buttons import side_button
from servicedesk.ui.widgets.card import Card
from servicedesk.ui.widgets.chip import MarkedLabel
from servicedesk.ui.widgets.enter import is_enter
from servicedesk.ui.widgets.flow import FlowLayout
from servicedesk.ui.widgets.marks import Tone
from servicedesk.ui.widgets.pair import Pair
from servicedesk.ui.widgets.sizes import em
from servicedesk.ui.widgets.tab_order import order_tabs
from servicedesk.ui.widgets.text import label

if TYPE_CHECKING:
    from servicedesk.ui.core.rooms import Place

_WIDTH = 8
"""Of a number, in text heights."""

_HALF = 6
"""Months in a column."""

_SIDE_BY_SIDE = 36
"""Width in text heights from which the halves of the year stand beside one another."""

_NAME = 8
"""Of the name of a month, in text heights."""


class MonthLine(QWidget):
    """One month with its number; kept as soon as the line is left.

    Signals:
        said: (first day, what was typed) the line was left with another number than before.
        next_wanted: Enter was pressed.

    Args:
        month: its first day.

    Attributes:
        edit: what is typed in.
    """

    said = Signal(object, str)
    next_wanted = Signal()

    def __init__(self, month: date, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("is_field", True)
        self.month = month
        self._kept = ""
        name, whole_name = (
            QLocale().toString(QDate(month.year, month.month, 1), shape)
            for shape in ("MMMM", "MMMM yyyy")
        )
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(4)
        across = QHBoxLayout()
        whole.addLayout(across)
        self._name = label(name)
        across.addWidget(self._name)
        self.edit = QLineEdit()
        self.edit.setAccessibleName(whole_name)
        self.edit.setAlignment(Qt.AlignmentFlag.AlignRight)
        self.edit.editingFinished.connect(self.commit)
        self.edit.installEventFilter(self)
        across.addWidget(self.edit)
        across.addStretch(1)
        self._error = MarkedLabel("", Tone.LATE, "error")
        self._error.setWordWrap(True)
        self._error.hide()
        whole.addWidget(self._error)
        self._measure()

    @property
    def error(self) -> str:
        """What is wrong with it; "" for nothing."""
        return self._error.text()

    def show_number(self, number: int | None) -> None:
        """Show the number that is kept; what is being typed stays."""
        kept = "" if number is None else str(number)
        if kept != self._kept:
            self._kept = kept
            self.edit.setText(kept)
            self.show_error("")

    def show_error(self, sentence: str) -> None:
        """Say what is wrong, or nothing."""
        self._error.setText(sentence)
        self._error.setVisible(bool(sentence))
        self.edit.setAccessibleDescription(sentence)

    def commit(self) -> None:
        """Say the number, where it is another one than before."""
        typed = self.edit.text().strip()
        if typed == self._kept:
            self.show_error("")
        else:
            self.said.emit(self.month, typed)

    def eventFilter(self, _watched: object, event: QEvent) -> bool:
        """Go on by Enter."""
        is_key = isinstance(event, QKeyEvent) and event.type() is QEvent.Type.KeyPress
        if not is_key or not isinstance(event, QKeyEvent) or not is_enter(event):
            return False
        self.commit()
        if not self.error:
            self.next_wanted.emit()
        return True

    def changeEvent(self, event: QEvent) -> None:
        """Keep the columns as wide in letters when the letters grow."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange and hasattr(self, "edit"):
            self._measure()

    def _measure(self) -> None:
        self._name.setFixedWidth(em(self, _NAME))
        self.edit.setFixedWidth(em(self, _WIDTH))


class ServedPage(HandPage):
    """The months of a year.

    Args:
        bench: of the open file.

    Attributes:
        presenter: what it shows.
        lines: of the months, in order.
        earlier_button, later_button: lead to the years beside.
    """

    def __init__(self, bench: Workbench, parent: QWidget | None = None) -> None:
        super().__init__(
            bench,
            self.tr("Customers served"),
            self.tr(
                "How many customers you served in a month, from your till or your books. It "
                "turns complaints into so many of every hundred. Leave a month blank that you "
                "do not know."
            ),
            parent,
        )
        self.presenter = ServedPresenter(bench, self)
        self.lines: list[MonthLine] = []
        self._card = Card()
        self.column.addWidget(self._card)
        years = FlowLayout(gap=10)
        self._card.body.addLayout(years)
        self.earlier_button, self.later_button = side_button(""), side_button("")
        self._year = label("", "section")
        for part in (self.earlier_button, self._year, self.later_button):
            years.addWidget(part)
        self._halves = Pair(_SIDE_BY_SIDE)
        self._card.body.addWidget(self._halves)
        self._columns = [self._column(), self._column()]
        self._sum = label("", "strong")
        self._card.body.addWidget(self._sum)
        self.earlier_button.clicked.connect(lambda: self._turn(-1))
        self.later_button.clicked.connect(lambda: self._turn(1))
        self.presenter.state_changed.connect(self._show)

    def _column(self) -> QVBoxLayout:
        """A column for half of the months."""
        held = QWidget()
        column = QVBoxLayout(held)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        self._halves.put(held)
        return column

    def arrive(self, _place: "Place") -> None:
        """Show this year."""
        self.presenter.open()

    def leave(self) -> None:
        """Keep what was typed."""
        for line in self.lines:
            line.commit()
        self.presenter.close()

    def first_focus(self) -> QWidget | None:
        """The last month but this one: the newest that is over, else this one."""
        return self.lines[-2 if len(self.lines) > 1 else -1].edit if self.lines else None

    def _turn(self, by: int) -> None:
        for line in self.lines:
            line.commit()
        self.presenter.choose(self.presenter.state.year + by)

    def _show(self) -> None:
        state = self.presenter.state
        self._year.setText(str(state.year))
        for button, year in (
            (self.earlier_button, state.year - 1),
            (self.later_button, state.year + 1),
        ):
            button.setText(str(year))
            button.setAccessibleDescription(self.tr("Shows that year"))
            button.setEnabled(year in state.years)
            button.setVisible(year in state.years)
        if [line.month for line in self.lines] != list(state.months):
            self._build_months(state.months)
        for line in self.lines:
            line.show_number(state.numbers.get(line.month))
        self._sum.setText(self._total())
        order_tabs([self.back_button, self._card])

    def _total(self) -> str:
        state = self.presenter.state
        if state.blank == len(state.months):
            return self.tr("No month of {year} has a number yet.").format(year=state.year)
        total = QLocale().toString(state.total)
        if state.blank == 0:
            return self.tr("{total} customers in {year}").format(total=total, year=state.year)
        if state.blank == 1:
            words = self.tr("{total} customers in {year}, one month blank")
        else:
            words = self.tr("{total} customers in {year}, {blank} months blank")
        return words.format(total=total, year=state.year, blank=state.blank)

    def _build_months(self, months: tuple[date, ...]) -> None:
        for line in self.lines:
            line.hide()
            line.deleteLater()
        self.lines = [MonthLine(month) for month in months]
        for place, line in enumerate(self.lines):
            line.said.connect(self._on_said)
            line.next_wanted.connect(lambda at=place: self._go_on(at))
            self._columns[place // _HALF].addWidget(line)

    def _go_on(self, place: int) -> None:
        after = self.lines[place + 1 :]
        if after:
            after[0].edit.setFocus(Qt.FocusReason.TabFocusReason)
            after[0].edit.selectAll()

    def _on_said(self, month: date, typed: str) -> None:
        wrong = self.presenter.keep(month, typed)
        for line in self.lines:
            if line.month == month:
                line.show_error(wrong)
