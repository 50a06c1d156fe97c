# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""What the records say of standards while they are written: read once, then only counted."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from servicedesk.domain.charters_live_feasible import Beside
from servicedesk.domain.errors import Trouble

if TYPE_CHECKING:
    from servicedesk.domain.charters_live_feasible import PastCases
    from servicedesk.domain.standards import ServiceStandard
    from servicedesk.ui.core.workbench import Workbench

_MOST_KEPT = 200
"""Answers that are remembered: typing a figure goes through a handful of them."""


class RecordBeside:
    """Says what stands beside a standard; asked at each key that is pressed.

    Args:
        bench: services and words.
        standards: of the page that is written.
    """

    def __init__(self, bench: "Workbench", standards: "Sequence[ServiceStandard]") -> None:
        self._bench = bench
        self._standards = tuple(standards)
        self._past: PastCases | None = None
        self._said: dict[ServiceStandard, Beside] = {}

    def __call__(self, standard: "ServiceStandard") -> Beside:
        """What the records say of a standard as it is typed."""
        if standard not in self._said:
            if len(self._said) >= _MOST_KEPT:
                self._said.clear()
            self._said[standard] = self._look(standard)
        return self._said[standard]

    def _look(self, standard: "ServiceStandard") -> Beside:
        live = self._bench.services.charters_live
        try:
            if self._past is None:
                self._past = live.past(self._standards)
        except Trouble as trouble:
            self._bench.bar.trouble(self._bench.labels.trouble(trouble))
            return Beside()
        return live.beside(standard, self._past)
