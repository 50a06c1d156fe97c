# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""Draws the letter beside its fields: in the worker, the newest wish wins."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from servicedesk.domain.errors import Refusal, Trouble
from servicedesk.domain.printing import PaperChoice, PrintJob

if TYPE_CHECKING:
    from servicedesk.services.printing import Printing
    from servicedesk.ui.core.workbench import Workbench

_DPI = 110.0
"""Sharp enough to be read at the width that the page has beside the fields."""

_LAST = 10_000
"""A page that no letter has: the last one is drawn instead."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Drawn:
    """A page of a letter.

    Args:
        picture: as PNG.
        page: which, from 0.
        pages: how many there are.
        words: of all pages.
        cut: what did not fit, as ``Printed`` names it.
        missing: characters that our fonts lack.
        letter: which of several letters that are written at once, from 0.
        letters: how many those are.
    """

    picture: bytes
    page: int
    pages: int
    words: str
    cut: tuple[str, ...]
    missing: tuple[str, ...]
    letter: int = 0
    letters: int = 1

    @property
    def has_before(self) -> bool:
        """There is something to turn back to."""
        return self.page > 0 or self.letter > 0

    @property
    def has_after(self) -> bool:
        """There is something to turn on to."""
        return self.page + 1 < self.pages or self.letter + 1 < self.letters

    def turned(self, by: int) -> tuple[int, int]:
        """The letter and the page, so many pages on, or back, into the letters beside it."""
        page = self.page + by
        if page < 0:
            return (self.letter - 1, _LAST) if self.letter else (0, 0)
        if page < self.pages:
            return self.letter, page
        is_last = self.letter + 1 == self.letters
        return (self.letter, self.pages - 1) if is_last else (self.letter + 1, 0)


class LetterDrawer(QObject):
    """Draws what is wished, one page at a time.

    Args:
        bench: whose worker draws.

    Signals:
        drawn: (Drawn) the page that was wished last.
        failed: (Refusal or Trouble) it could not be drawn.
    """

    drawn = Signal(object)
    failed = Signal(object)

    def __init__(self, bench: "Workbench", parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._bench = bench
        self._wished: tuple[PrintJob, int, int, int] | None = None
        self._is_drawing = False

    def draw(self, job: PrintJob, page: int, letter: int = 0, letters: int = 1) -> None:
        """Draw a page of a job as soon as the one before it is done.

        Args:
            job: a letter, or all of several.
            page: from 0.
            letter: which of several it is, from 0.
            letters: how many those are.
        """
        self._wished = (job, page, letter, letters)
        if not self._is_drawing:
            self._begin()

    def _begin(self) -> None:
        if self._wished is None:
            return
        (job, page, *which), self._wished = self._wished, None
        self._is_drawing = True
        printing = self._bench.services.printing
        self._bench.tasks.run(
            self.tr("Drawing the letter"),
            lambda _progress: _draw(job, page, which, printing),
            self._done,
            self._fault,
            whose=self,
        )

    def _done(self, drawn: Drawn) -> None:
        self._is_drawing = False
        if self._wished is None:
            self.drawn.emit(drawn)
        else:
            self._begin()

    def _fault(self, fault: Exception) -> None:
        self._is_drawing = False
        if not isinstance(fault, Refusal | Trouble):
            raise fault
        self.failed.emit(fault)
        self._begin()


def _draw(job: PrintJob, page: int, which: Sequence[int], printing: "Printing") -> Drawn:
    letter, letters = which
    offer = job.offers[0]
    printed = job.make(PaperChoice(paper=offer.id, size=offer.sizes[0]))
    pages = printing.page_count(printed.data)
    at = min(page, pages - 1)
    return Drawn(
        picture=printing.page_png(printed.data, at, _DPI),
        page=at,
        pages=pages,
        words="\n\n".join(printing.texts(printed.data)),
        cut=printed.cut,
        missing=printed.missing,
        letter=letter,
        letters=letters,
    )
