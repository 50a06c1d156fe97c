# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""Draws the page beside the wizard: in the worker, the newest wish wins, the last picture stays."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal

from servicedesk.domain.blocks import PaperSize
from servicedesk.domain.errors import Refusal, Trouble
from servicedesk.domain.printing import PaperChoice
from servicedesk.ui.charter.wizard_state import Tab

if TYPE_CHECKING:
    from servicedesk.domain.charters import CharterDraft
    from servicedesk.services.charters_writing import Preview
    from servicedesk.ui.core.tasks import Progress
    from servicedesk.ui.core.workbench import Workbench

_REST = 5
"""Milliseconds in which further answers are waited for, as of one key."""

_NARROWEST = 120
"""Pixels of a picture in which a page can still be known again."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Way:
    """How a paper is drawn.

    Args:
        tab: which paper.
        size: of the sheet.
        width: of the picture, in pixels of the screen.
        page: which page of the paper, from 0.
    """

    tab: Tab = Tab.POSTER
    size: PaperSize = PaperSize.A4
    width: int = 340
    page: int = 0

    @property
    def choice(self) -> PaperChoice:
        """The paper as printing names it."""
        if self.tab is Tab.LARGE_PRINT:
            return PaperChoice(paper=Tab.FULL_TEXT.value, size=self.size, large=True)
        return PaperChoice(paper=self.tab.value, size=self.size)


@dataclass(frozen=True, slots=True, kw_only=True)
class Wish:
    """A page to be drawn.

    Args:
        draft: as it stands.
        number: of the version.
        way: how it is drawn.
    """

    draft: "CharterDraft"
    number: int
    way: Way = Way()


class Previewer(QObject):
    """Draws what is wished, one page at a time.

    Signals:
        drawn: (Preview, Wish) a page is ready, and nothing newer was wished meanwhile.
        failed: (Refusal or Trouble) the page could not be drawn.

    Args:
        bench: whose worker draws.
    """

    drawn = Signal(object, object)
    failed = Signal(object)

    def __init__(self, bench: "Workbench", parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._bench = bench
        self._way = Way()
        self._wished: Wish | None = None
        self._shown: Wish | None = None
        self._is_drawing = False
        self._rest = QTimer(self)
        self._rest.setSingleShot(True)
        self._rest.setInterval(_REST)
        self._rest.timeout.connect(self._draw)

    @property
    def is_idle(self) -> bool:
        """Whether the newest wish is drawn."""
        return not self._is_drawing and not self._rest.isActive()

    def look_at(self, draft: "CharterDraft", number: int) -> None:
        """Draw the paper of a draft soon."""
        if self._wished is None:
            self._wish(Wish(draft=draft, number=number))
        else:
            self._wish(replace(self._wished, draft=draft, number=number))

    def change(
        self,
        *,
        tab: Tab | None = None,
        size: PaperSize | None = None,
        width: int | None = None,
        page: int = 0,
    ) -> None:
        """Draw it another way; what is not named stays, but that a paper opens at its first page.

        Args:
            tab: which paper.
            size: of the sheet.
            width: of the picture in pixels.
            page: which page, from 0.
        """
        self._way = replace(
            self._way,
            tab=tab or self._way.tab,
            size=size or self._way.size,
            width=max(width or self._way.width, _NARROWEST),
            page=page,
        )
        if self._wished is not None:
            self._wish(replace(self._wished, way=self._way))

    def _wish(self, wish: Wish) -> None:
        """A wish that was drawn last is passed over."""
        self._wished = replace(wish, way=self._way)
        if self._wished != self._shown and not self._rest.isActive():
            self._rest.start()

    def _draw(self) -> None:
        wish = self._wished
        if self._is_drawing or wish is None or wish == self._shown:
            return
        self._is_drawing = True
        self._bench.tasks.run(
            self.tr("Drawing the preview"), self._job(wish), self._done(wish), self._fault, self
        )

    def _job(self, wish: Wish) -> "Callable[[Progress], Preview]":
        writing = self._bench.services.charter_writing
        return lambda _progress: writing.preview(
            wish.draft, wish.number, wish.way.choice, width=wish.way.width, page=wish.way.page
        )

    def _done(self, wish: Wish) -> "Callable[[Preview], None]":
        def show(preview: "Preview") -> None:
            self._is_drawing = False
            self._shown = wish
            if wish == self._wished:
                self.drawn.emit(preview, wish)
            else:
                self._draw()

        return show

    def _fault(self, fault: Exception) -> None:
        self._is_drawing = False
        if not isinstance(fault, Refusal | Trouble):
            raise fault
        self._shown = self._wished  # the same again would fail the same way
        self.failed.emit(fault)
