# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""A page inside a room: a way back, a title, what it is for, its buttons, a column of cards."""

from PySide6.QtWidgets import QLayout, QVBoxLayout, QWidget

from servicedesk.ui.core.page import Page
from servicedesk.ui.core.workbench import Workbench
from servicedesk.ui.widgets.buttons import link_button
from servicedesk.ui.widgets.flow import FlowLayout
from servicedesk.ui.widgets.scroll import ScrollPage
from servicedesk.ui.widgets.text import label

_WIDEST = 60
"""Of the column, in text heights."""


class SubPage(Page):
    """A page.

    Args:
        bench: of the open file.
        title: of the page.
        intro: a sentence or two below it.
        back: words of the way back.
        room: where the way back leads.

    Attributes:
        page: scrolls the whole.
        ways: put the buttons of the page in here.
        column: put cards in here, from the top.
        back_button: leads back to the room.
    """

    def __init__(
        self,
        bench: Workbench,
        title: str,
        intro: str,
        *,
        back: str,
        room: str,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._bench = bench
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        self.page = ScrollPage(widest=_WIDEST)
        whole.addWidget(self.page)
        body = self.page.body
        ways_back = FlowLayout()
        body.addLayout(ways_back)
        self.back_button = link_button(back)
        self.back_button.clicked.connect(lambda: bench.navigator.open(room))
        ways_back.addWidget(self.back_button)
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
