# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""What the pages of things counted by hand have in common: the head, the column, days in words."""

from datetime import date

from PySide6.QtCore import QDate, QLocale
from PySide6.QtWidgets import QLayout, QVBoxLayout, QWidget

from servicedesk.ui.core.page import Page
from servicedesk.ui.core.workbench import Workbench
from servicedesk.ui.widgets.buttons import link_button
from servicedesk.ui.widgets.flow import FlowLayout
from servicedesk.ui.widgets.scroll import ScrollPage
from servicedesk.ui.widgets.text import label

_WIDEST = 60
"""Of the column, in text heights."""


class HandPage(Page):
    """A page with a way back, a title, what it is for, a row of buttons and a column of cards.

    Args:
        bench: of the open file.
        title: of the page.
        intro: a sentence or two below it.

    Attributes:
        ways: put the buttons of the page in here.
        column: put cards in here, from the top.
        back_button: leads to the figures.
    """

    def __init__(
        self, bench: Workbench, title: str, intro: str, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._bench = bench
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        self._page = ScrollPage(widest=_WIDEST)
        whole.addWidget(self._page)
        body = self._page.body
        back = FlowLayout()
        body.addLayout(back)
        self.back_button = link_button(self.tr("Back to how we do"))
        self.back_button.clicked.connect(lambda: bench.navigator.open("measures"))
        back.addWidget(self.back_button)
        body.addWidget(label(title, "title"))
        body.addWidget(label(intro, "quiet"))
        self.ways = FlowLayout(gap=10)
        body.addLayout(self.ways)
        self.column = QVBoxLayout()
        self.column.setSpacing(body.spacing())
        body.addLayout(self.column)
        body.addStretch(1)


def clear(layout: QLayout) -> None:
    """Take everything out of a layout, for good."""
    while (item := layout.takeAt(0)) is not None:
        if (old := item.widget()) is not None:
            old.hide()
            old.deleteLater()


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
