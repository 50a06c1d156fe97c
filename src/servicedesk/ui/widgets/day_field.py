# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""A field for a day, typed as people write it: "fri", "tomorrow", "+5", "3/12", "3.12.26"."""

from datetime import date, timedelta

from PySide6.QtCore import QDate, QLocale, Qt
from PySide6.QtWidgets import QWidget

from servicedesk.domain.calendars import add_months
from servicedesk.domain.entries_days import read_day, read_past_day
from servicedesk.domain.errors import Refusal
from servicedesk.domain.guides import AnswerValue
from servicedesk.domain.guides_answers import checked
from servicedesk.ui.widgets.buttons import chip_button
from servicedesk.ui.widgets.flow import FlowLayout
from servicedesk.ui.widgets.number_fields import TypedField

_FRIDAY = 4
_QUARTER, _HALF, _YEAR = 3, 6, 12
_WEEK = 7


def long_day(day: date) -> str:
    """A day as it is shown, such as "Fri 27 November 2026"."""
    return QLocale().toString(QDate(day.year, day.month, day.day), "ddd d MMMM yyyy")


def short_day(day: date) -> str:
    """A day as somebody would type it, such as "27/11/2026"."""
    return f"{day.day}/{day.month}/{day.year}"


class DayField(TypedField):
    """One day; the tidy result stands beside it."""

    def _build(self) -> None:
        super()._build()
        past, ahead = self.tr("fri, 3/12, yesterday"), self.tr("fri, 3/12, +5")
        self._edit.setPlaceholderText(past if self.question.is_past else ahead)
        quick = QWidget()
        row = FlowLayout(quick)
        for name, days in self._usual(self._bench.today):
            chip = chip_button(name)
            chip.setCheckable(False)
            chip.setFocusPolicy(Qt.FocusPolicy.NoFocus)  # the same is typed faster
            chip.setAccessibleDescription(self.question.label)
            chip.clicked.connect(lambda _=False, ahead=days: self._choose(ahead))
            row.addWidget(chip)
        self._place(quick)

    def _usual(self, today: date) -> tuple[tuple[str, int], ...]:
        """What is often meant: words, and how many days from today."""
        if self.question.is_past:
            return (
                (self.tr("Today"), 0),
                (self.tr("Yesterday"), -1),
                (self.tr("A week ago"), -_WEEK),
            )
        friday = (_FRIDAY - today.weekday()) % _WEEK or _WEEK
        return (
            (self.tr("Today"), 0),
            (self.tr("Tomorrow"), 1),
            (self.tr("Fri"), friday),
            (self.tr("+1 week"), _WEEK),
        )

    def _choose(self, ahead: int) -> None:
        self._edit.setText(short_day(self._bench.today + timedelta(days=ahead)))
        self.commit()

    def _said(self) -> date:
        """The day that the words name, as ``read_day``."""
        read = read_past_day if self.question.is_past else read_day
        return read(self._edit.text(), self._bench.today, self.question_id)

    def _read(self) -> date | None:
        try:
            return self._said()
        except Refusal:
            return None

    def _on_text(self) -> None:
        super()._on_text()
        if self.error() and self._reading():
            self.show_error("")  # it reads well now: what it was told for is mended

    def _reading(self) -> str:
        day = self._read() if self._edit.text().strip() else None
        return "" if day is None else long_day(day)

    def value(self) -> object:
        """The day; the words as typed where they name none; "" for nothing."""
        typed = self._edit.text().strip()
        day = self._read() if typed else None
        return typed if day is None else day

    def checked_value(self) -> AnswerValue:
        """The day, or "" for nothing.

        Raises:
            Refusal: the words name no day, or one that is yet to come where it cannot be.
        """
        typed = self._edit.text().strip()
        return checked(self.question, self._said() if typed else "")

    def _show_value(self, value: object) -> None:
        if isinstance(value, date):
            if value != self.value():
                self._edit.setText(short_day(value))
        else:
            self._edit.setText("" if value is None else str(value))


class FarDayField(DayField):
    """A day that lies months ahead: when to look again, or when a fee is due again."""

    def _usual(self, today: date) -> tuple[tuple[str, int], ...]:
        named = (
            (self.tr("In 3 months"), _QUARTER),
            (self.tr("In 6 months"), _HALF),
            (self.tr("In a year"), _YEAR),
        )
        return tuple((name, (add_months(today, months) - today).days) for name, months in named)
