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

    _ticked: AnswerValue | None = None
    """The ways that a trade brought, while nobody has touched them."""

    _is_by_hand = False
    """Somebody ticked or unticked: whatever stands there now is theirs."""

    def __init__(self, bench: "Workbench", parent: QObject | None = None) -> None:
        super().__init__(bench, GUIDE, parent, is_quiet=True)

    def keep(self, question_id: str, value: object) -> bool:
        """Keep one answer; with a trade, its usual ways, until the owner has said others."""
        if question_id == _WAYS:
            self._ticked, self._is_by_hand = None, True
        if question_id == _TRADE and value and self._is_untouched():
            ways = self._usual_ways(str(value))
            if ways:
                self._ticked = ways
                return self._keep({_TRADE: value, _WAYS: ways}, "")
        return super().keep(question_id, value)

    def _is_untouched(self) -> bool:
        """Whether nothing is ticked, or only what a trade ticked a moment ago."""
        ways = self._bench.services.business.answers().get(_WAYS)
        return not self._is_by_hand and (not ways or ways == self._ticked)

    def _usual_ways(self, trade: str) -> AnswerValue | None:
        """How businesses of a trade usually work; without the program's file of it, nothing."""
        try:
            return self._bench.services.charter_writing.usual(trade, _WAYS)
        except Trouble:
            return None
