# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""A settings page of facts: one card for each page of the guide, kept as it is answered."""

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QWidget

from servicedesk.ui.core.workbench import Workbench
from servicedesk.ui.guide.facts_page import FactsPage
from servicedesk.ui.guide.facts_presenter import FactsPresenter
from servicedesk.ui.settings.topic import ScrollTopic
from servicedesk.ui.widgets.card import Card
from servicedesk.ui.widgets.field import Field


class FactsTopic(ScrollTopic):
    """Questions about the business, in cards one below the other.

    Args:
        bench: of the open file.
        page_ids: pages of the settings guide, in order.
        presenter: what the page knows; None for the usual one.
    """

    def __init__(
        self, bench: Workbench, page_ids: Sequence[str], presenter: FactsPresenter | None = None
    ) -> None:
        super().__init__(bench)
        self.presenter = presenter or FactsPresenter(bench)
        self.presenter.setParent(self)
        self.pages: list[FactsPage] = []
        for page_id in page_ids:
            page = FactsPage(self.presenter, page_id, bench)
            self.pages.append(page)
            card = Card()
            card.body.addWidget(page)
            self.body.addWidget(card)
        self.body.addStretch(1)

    def field(self, question_id: str) -> Field | None:
        """The field of a question, or None where it is not shown."""
        found = (page.field(question_id) for page in self.pages)
        return next((field for field in found if field is not None), None)

    def arrive(self, item: str = "") -> None:
        """Read afresh, and go to the question that is meant."""
        self.presenter.load()
        if item and any(page.focus_on(item) for page in self.pages):
            # Only once the page has its size can what was gone to be brought into sight.
            QTimer.singleShot(0, self, partial(self._bring, item))

    def _bring(self, question_id: str) -> None:
        field = self.field(question_id)
        if field is not None:
            self._page.show_whole(field.focus_target())

    def leave(self) -> None:
        """Take what is being typed as said."""
        for page in self.pages:
            page.commit()

    def first_focus(self) -> QWidget | None:
        """The first field."""
        return self.pages[0].first_focus()
