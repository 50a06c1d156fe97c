# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""Undo and redo of records, said in words; a text field that has the keyboard undoes its own."""

from collections.abc import Callable

from PySide6.QtCore import QObject

from servicedesk.domain.errors import Refusal
from servicedesk.services.undo import Reversed
from servicedesk.ui.core.workbench import Workbench


class Undoing(QObject):
    """Takes the newest change back, and does it again.

    Args:
        bench: of the open file.
    """

    def __init__(self, bench: Workbench, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._bench = bench

    def undo(self) -> None:
        """Take the newest change back and say what it was; say so when there is none."""
        undo = self._bench.services.undo
        self._reverse(lambda: undo.undo(self._bench.who), self.tr("Taken back: {what}"))

    def redo(self) -> None:
        """Do again what was taken back last, and say so."""
        undo = self._bench.services.undo
        self._reverse(lambda: undo.redo(self._bench.who), self.tr("Done again: {what}"))

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
