# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""Feeds the page of customers served: one year at a time, a number for each of its months."""

from dataclasses import dataclass, field, replace
from datetime import date
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from servicedesk.domain.errors import Refusal, Trouble
from servicedesk.domain.kinds import Kind
from servicedesk.domain.served import months_of, read_served, years_offered

if TYPE_CHECKING:
    from servicedesk.ui.core.workbench import Workbench

_KINDS = frozenset({Kind.SERVED, Kind.BUSINESS})


@dataclass(frozen=True, slots=True, kw_only=True)
class ServedState:
    """What the page shows.

    Args:
        year: that is shown.
        years: that can be chosen, the oldest first.
        months: of the year, by their first days.
        numbers: of customers by month, of every year; a blank month is left out.
    """

    year: int
    years: range
    months: tuple[date, ...] = ()
    numbers: dict[date, int] = field(default_factory=dict)

    @property
    def total(self) -> int:
        """Customers of the months of this year that have a number."""
        return sum(self.numbers.get(month, 0) for month in self.months)

    @property
    def blank(self) -> int:
        """Months of this year that have none."""
        return sum(month not in self.numbers for month in self.months)


class ServedPresenter(QObject):
    """Feeds the page.

    Signals:
        state_changed: ``state`` is another one.

    Args:
        bench: of the open file.
    """

    state_changed = Signal()

    def __init__(self, bench: "Workbench", parent: QObject | None = None) -> None:
        super().__init__(parent)
        year = bench.today.year
        self.state = ServedState(year=year, years=range(year, year + 1))
        self._bench = bench
        self._is_shown = False
        bench.changes.follow(_KINDS, self._follow)

    def open(self) -> None:
        """Show this year."""
        self._is_shown = True
        self.state = replace(self.state, year=self._bench.today.year)
        self._load()

    def close(self) -> None:
        """Follow nothing until it is opened again."""
        self._is_shown = False

    def choose(self, year: int) -> None:
        """Show another year."""
        self.state = replace(self.state, year=year)
        self._load()

    def _follow(self) -> None:
        if self._is_shown:
            self._load()

    def _load(self) -> None:
        bench = self._bench
        try:
            numbers, since = bench.services.samples.served(), bench.services.samples.since_year()
        except Trouble as trouble:
            bench.bar.trouble(bench.labels.trouble(trouble))
            return
        years = years_offered(since, bench.today)
        year = min(max(self.state.year, years[0]), years[-1])
        months = months_of(year, bench.today)
        self.state = ServedState(year=year, years=years, months=months, numbers=numbers)
        self.state_changed.emit()

    def keep(self, month: date, typed: str) -> str:
        """Keep the number of a month, or leave it blank.

        Returns:
            What is wrong with it; "" when it is kept.
        """
        bench = self._bench
        try:
            number = read_served(typed)
            bench.do(
                lambda: bench.services.samples.set_served(month, number, bench.who),
                said=self.tr("Number kept.") if number is not None else self.tr("Left blank."),
            )
        except Refusal as refusal:
            return bench.labels.refusal(refusal)
        return ""
