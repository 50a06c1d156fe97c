# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""What is answered in the first run: a trade brings with it how such a business usually works."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from servicedesk.domain.errors import Trouble
from servicedesk.domain.guides import AnswerValue
from servicedesk.ui.guide.facts_presenter import FactsPresenter

if TYPE_CHECKING:  # a presenter brings no widgets in
    from servicedesk.ui.core.workbench import Workbench

GUIDE = "first_run"

_TRADE, _WAYS = "trade", "how_you_work"


class FirstRunFacts(FactsPresenter):
    """Keeps each answer as it is given; see ``FactsPresenter``.

    Args:
        bench: of the open file.
    """

    def __init__(self, bench: "Workbench", parent: QObject | None = None) -> None:
        super().__init__(bench, GUIDE, parent, is_quiet=True)

    def keep(self, question_id: str, value: object) -> bool:
        """Keep one answer; with a trade, its usual ways, until the owner has said others."""
        if question_id == _TRADE and value and self._is_untouched():
            ways = self._usual_ways(str(value))
            if ways:
                return self._keep({_TRADE: value, _WAYS: ways}, "")
        return super().keep(question_id, value)

    def _is_untouched(self) -> bool:
        """Whether the owner has left the ways as they were, or as the trade before set them."""
        known = self._bench.services.business.answers()
        ways, trade = known.get(_WAYS), known.get(_TRADE)
        return not ways or (trade is not None and ways == self._usual_ways(str(trade)))

    def _usual_ways(self, trade: str) -> AnswerValue | None:
        """How businesses of a trade usually work; without the program's file of it, nothing."""
        try:
            return self._bench.services.charter_writing.usual(trade, _WAYS)
        except Trouble:
            return None
