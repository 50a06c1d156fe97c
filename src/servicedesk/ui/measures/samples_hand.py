# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""What the pages of things counted by hand have in common: the head, the column, days in words."""

from datetime import date

from PySide6.QtCore import QDate, QLocale
from PySide6.QtWidgets import QWidget

from servicedesk.ui.core.workbench import Workbench
from servicedesk.ui.widgets.sub_page import SubPage


class HandPage(SubPage):
    """A page of things counted by hand.

    Args:
        bench: of the open file.
        title: of the page.
        intro: a sentence or two below it.
    """

    def __init__(
        self, bench: Workbench, title: str, intro: str, parent: QWidget | None = None
    ) -> None:
        back = self.tr("Back to how we do")
        super().__init__(bench, title, intro, back=back, room="measures", parent=parent)


def day_words(day: date) -> str:
    """A day, such as "Monday 7 December 2026"."""
    return _said(day, "dddd d MMMM yyyy")


def span_words(first: date, last: date) -> str:
    """Days from one to another without their weekdays, such as "7 to 12 December 2026"."""
    ends = _said(last, "d MMMM yyyy")
    if first == last:
        return ends
    same_year, same_month = first.year == last.year, first.month == last.month
    shape = "d" if same_year and same_month else "d MMMM" if same_year else "d MMMM yyyy"
    return (
        "\N{EN DASH}".join((_said(first, shape), ends))
        if shape == "d"
        else " \N{EN DASH} ".join((_said(first, shape), ends))
    )


def _said(day: date, shape: str) -> str:
    return QLocale().toString(QDate(day.year, day.month, day.day), shape)
