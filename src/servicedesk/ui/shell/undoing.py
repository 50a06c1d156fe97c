# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""Undo and redo of records, said in words; a text field that has the keyboard undoes its own."""

from collections.abc import Callable

from PySide6.QtCore import QObject

from servicedesk.domain.errors import Refusal
from servicedesk.services.undo import Reversed
from servicedesk.ui.core.workbench import Workbench

MANY = 300
"""Records of a step from which on the screen would stand still for it."""


class Undoing(QObject):
    """Takes the newest change back, and does it again.

    Args:
        bench: of the open file.
    """

    def __init__(self, bench: Workbench, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._bench = bench
        self._is_busy = False

    def undo(self) -> None:
        """Take the newest change back and say what it was; say so when there is none."""
        undo, who = self._bench.services.undo, self._bench.who
        self._begin(undo.undo_size, lambda: undo.undo(who), self.tr("Taken back: {what}"))

    def redo(self) -> None:
        """Do again what was taken back last, and say so."""
        undo, who = self._bench.services.undo, self._bench.who
        self._begin(undo.redo_size, lambda: undo.redo(who), self.tr("Done again: {what}"))

    def _begin(self, size: int, step: Callable[[], Reversed], sentence: str) -> None:
        """Reverse a step at once, or one of many records beside the screen."""
        if self._is_busy:
            return
        if size < MANY:
            self._reverse(step, sentence)
            return
        self._is_busy = True
        self._bench.bar.say(self.tr("One moment, that was a long step …"))
        self._bench.tasks.run(
            self.tr("Undo"),
            lambda _progress: step(),
            lambda done: self._end(lambda: done, sentence),
            lambda fault: self._end(lambda: _raised(fault), sentence),
            self,
        )

    def _end(self, outcome: Callable[[], Reversed], sentence: str) -> None:
        self._is_busy = False
        self._reverse(outcome, sentence)

    def _reverse(self, step: Callable[[], Reversed], sentence: str) -> None:
        bench = self._bench
        try:
            done = bench.do(step, initiator=self)
        except Refusal as refusal:
            bench.bar.say(bench.labels.refusal(refusal))
            return
        if done is not None:
            what = bench.labels.say("use_case." + done.use_case.replace(" ", "_"))
            bench.bar.say(sentence.format(what=what))


def _raised(fault: Exception) -> Reversed:
    """Raise, where it is told, what went wrong beside the screen."""
    raise fault
