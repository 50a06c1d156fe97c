# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""Facts by which days and hours are counted: those that would move due dates wait for a yes.

All other answers are kept as they are given.
"""

from collections.abc import Mapping
from dataclasses import replace
from types import MappingProxyType
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from servicedesk.domain.calendars_kept import COUNTED_BY
from servicedesk.domain.errors import Refusal
from servicedesk.domain.guides import AnswerValue
from servicedesk.domain.hours import WeeklyHours
from servicedesk.domain.kinds import ChangeSet
from servicedesk.ui.guide.facts_presenter import FactsPresenter, FactsState
from servicedesk.ui.settings.foretelling import have_moved, will_move

if TYPE_CHECKING:  # a presenter brings no widgets in
    from servicedesk.domain.calendars_shifting import DueMove
    from servicedesk.ui.core.workbench import Workbench

Waiting = Mapping[str, AnswerValue]
"""Answers that are not kept yet, by question id."""

_NOTHING: Waiting = MappingProxyType({})


class CountedPresenter(FactsPresenter):
    """Keeps answers, and says first how many due dates one would move.

    Args:
        bench: of the open file.
    """

    def __init__(self, bench: "Workbench", parent: QObject | None = None) -> None:
        self._waiting: Waiting = _NOTHING
        self.foretold = ""
        self.moves: tuple[DueMove, ...] = ()
        super().__init__(bench, parent=parent)

    def keep(self, question_id: str, value: object) -> bool:
        """Keep one answer, or let it wait for ``confirm`` where it would move due dates."""
        if question_id not in COUNTED_BY or not isinstance(value, str | bool | WeeklyHours):
            return super().keep(question_id, value)
        waiting: Waiting = MappingProxyType({**self._waiting, question_id: value})
        shift = self._bench.services.calendar_preview.answers(waiting)
        if shift.moves:
            self._wait(waiting, will_move(shift, self._bench.labels), shift.moves)
            return True
        self._wait(_NOTHING, "")
        kept = [self._keep({key: one}, self.tr("Saved.")) for key, one in waiting.items()]
        return all(kept)

    def confirm(self) -> None:
        """Keep what waits, and move the due dates with it in one step."""
        waiting = self._waiting
        if not waiting:
            return
        bench = self._bench
        self._wait(_NOTHING, "")
        try:
            done = bench.do(lambda: bench.services.business.save(waiting, bench.who))
        except Refusal as refusal:
            self.say_wrong(next(iter(waiting)), bench.labels.refusal(refusal))
            return
        if done is not None:
            self._tell(done.changes)

    def let_go(self) -> None:
        """Leave everything as it was."""
        self._wait(_NOTHING, "")
        self.load()

    def _tell(self, changes: ChangeSet) -> None:
        said = have_moved(self.tr("Saved."), changes, self._bench.labels)
        self._bench.bar.say(said, can_undo=True)

    def _wait(self, waiting: Waiting, foretold: str, moves: "tuple[DueMove, ...]" = ()) -> None:
        if (waiting, foretold, moves) != (self._waiting, self.foretold, self.moves):
            self._waiting, self.foretold, self.moves = waiting, foretold, moves
            self._to(self.state)
            self.state_changed.emit()

    def _to(self, state: FactsState) -> None:
        """Show what waits as if it were said."""
        answers = MappingProxyType({**state.answers, **self._waiting})
        super()._to(replace(state, answers=answers))
