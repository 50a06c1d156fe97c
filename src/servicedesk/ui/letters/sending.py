# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""Sending letters out: a few at once, many beside the screen, where they can be stopped."""

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from servicedesk.domain.errors import Refusal, Trouble
from servicedesk.domain.letters import LetterCard, LetterDraft
from servicedesk.ui.letters.state import Then
from servicedesk.ui.printing.sending import Printers, SystemPrinters

if TYPE_CHECKING:
    from servicedesk.services.unit import Done
    from servicedesk.ui.core.tasks import Progress
    from servicedesk.ui.core.workbench import Workbench

AT_ONCE = 5
"""So many letters are made while somebody looks on."""


class LetterSender(QObject):
    """Issues letters: all of them, or none.

    Args:
        bench: whose services issue, and whose worker does so for many.

    Attributes:
        printers: those of this computer.

    Signals:
        sent: (LetterCards) they have gone out, and it has been said.
        refused: (Refusal) why they have not.
        got_on: (done, total) many are under way; a total of 0 once they are not.
    """

    sent = Signal(object)
    refused = Signal(object)
    got_on = Signal(int, int)

    def __init__(self, bench: "Workbench", parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.printers: Printers = SystemPrinters()
        self._bench = bench
        self._total = 0
        self._said = ""
        bench.tasks.stepped.connect(self._step)

    @property
    def is_busy(self) -> bool:
        """Many are under way."""
        return self._total > 0

    def send(self, drafts: tuple[LetterDraft, ...], said: str, then: Then) -> None:
        """Issue letters; those that nothing can print stay drafts.

        Args:
            drafts: at least one.
            said: shown once they are out.
            then: what is wanted of their paper.
        """
        if then is Then.PRINT and not self.printers.are_there():
            self.refused.emit(Refusal("letter_no_printer"))
            return
        writing, who = self._bench.services.letters_writing, self._bench.who
        self._said = said
        if len(drafts) <= AT_ONCE:
            self._tell(partial(writing.issue_all, drafts, who))
            return
        self._total = len(drafts)
        self.got_on.emit(0, self._total)

        def issue(progress: "Progress") -> "Done[tuple[LetterCard, ...]]":
            def step(done: int, total: int) -> None:
                progress.raise_if_cancelled()
                progress.step(done, total)

            return writing.issue_all(drafts, who, step)

        title = self.tr("Issuing the letters")
        self._bench.tasks.run(title, issue, self._done, self._failed, whose=self)

    def stop(self) -> None:
        """Stop what is under way: nothing of it goes out."""
        self._bench.tasks.cancel()
        self._over()

    def _step(self, done: int, total: int) -> None:
        if self.is_busy and total == self._total:
            self.got_on.emit(done, total)

    def _over(self) -> None:
        self._total = 0
        self.got_on.emit(0, 0)

    def _done(self, done: "Done[tuple[LetterCard, ...]]") -> None:
        self._over()
        self._tell(lambda: done)

    def _failed(self, fault: Exception) -> None:
        self._over()
        if isinstance(fault, Refusal):
            self.refused.emit(fault)
        elif isinstance(fault, Trouble):
            self._bench.bar.trouble(self._bench.labels.trouble(fault))
        else:
            raise fault

    def _tell(self, step: "Callable[[], Done[tuple[LetterCard, ...]]]") -> None:
        """Say that they are out, or why not."""
        try:
            done = self._bench.do(step, said=self._said, can_undo=False, initiator=self.parent())
        except Refusal as refusal:
            self.refused.emit(refusal)
            return
        if done is not None:
            self.sent.emit(done.card)
