# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""The round of a day, and the sheet of one job: to be carried, ticked and written on."""

from dataclasses import dataclass
from io import BytesIO
from typing import Final

from reportlab.pdfgen.canvas import Canvas

from servicedesk.documents import palette
from servicedesk.documents.fonts import BOLD, SANS, SERIF, Faces
from servicedesk.documents.sheets import MM, SAFE, SHEETS, Credits, colour, new_canvas
from servicedesk.documents.stacks import Look, Piece, Stack
from servicedesk.documents.text import DOT, Ink, Words
from servicedesk.domain.blocks import PaperSize, Printed
from servicedesk.domain.phrases import Phrases
from servicedesk.domain.rounds import JobSheet, RoundPaper, Stop

_EDGE: Final = SAFE + 2
_BODY: Final = 10.5
_TIME: Final = 22 * MM
_BOX: Final = 7 * MM
_BOX_ROOM: Final = 22 * MM
_WRITING: Final = 8 * MM
_LABEL: Final = 38 * MM
_FEWER: Final = 3
"""So many lines of each place to write in are given up to keep a job on one page."""


class _Pages:
    """Pages that are filled from the top, each with the same head and a number at its foot.

    Args:
        target: takes the PDF.
        size: of the sheet.
        credits: of the document.
        head: stands at the top of each page.
        ink: what it is written with.
        phrases: ``paper.page_of``.
    """

    def __init__(
        self,
        target: BytesIO,
        size: PaperSize,
        credits: Credits,
        head: Stack,
        ink: Ink,
        phrases: Phrases,
    ) -> None:
        self.width, self.height = SHEETS[size]
        self.column = self.width - 2 * _EDGE
        self._foot = _EDGE + _BODY * 2
        self._head, self._ink, self._phrases = head, ink, phrases
        self.canvas = new_canvas(target, (self.width, self.height), credits)
        self.number = 0
        self.top = 0.0
        self._begin()

    @property
    def left(self) -> float:
        """Height in points that is free below."""
        return self.top - self._foot

    @property
    def is_fresh(self) -> bool:
        """Nothing stands on the page yet but its head."""
        return self.top == self._first

    def room_for(self, tall: float) -> None:
        """Go to the next page when there is not so much room on this one, in points."""
        if tall > self.left and not self.is_fresh:
            self._end()
            self._begin()

    def down(self, tall: float) -> float:
        """Take a strip of that height; returns its upper edge."""
        top = self.top
        self.top -= tall
        return top

    def save(self) -> int:
        """Write the document; how many pages it has."""
        self._end()
        self.canvas.save()
        return self.number

    def _begin(self) -> None:
        self.number += 1
        self._head.draw(self.canvas, _EDGE, self.height - _EDGE)
        rule = self.height - _EDGE - self._head.height - _BODY * 0.9
        line(self.canvas, (_EDGE, rule), self.column, palette.BRAND, 1.4)
        self.top = self._first = rule - _BODY * 1.4

    def _end(self) -> None:
        label = self._phrases.say("paper.page", n=str(self.number))
        words = Words(self._ink.plain(label), SANS)
        look = Look(8.5, 1.3, palette.SOFT_INK)
        stack = Stack((Piece(words, look, self.column),))
        stack.draw(self.canvas, 0, _EDGE + 8, right=self.width - _EDGE)
        self.canvas.showPage()


def line(
    canvas: Canvas, start: tuple[float, float], wide: float, code: str, thick: float = 0.6
) -> None:
    """A level line from its left end; width and thickness in points."""
    canvas.setStrokeColor(colour(code))
    canvas.setLineWidth(thick)
    canvas.line(start[0], start[1], start[0] + wide, start[1])


def box(canvas: Canvas, corner: tuple[float, float], side: float) -> None:
    """A square to tick, by its lower left corner, in points."""
    canvas.setStrokeColor(colour(palette.INK))
    canvas.setLineWidth(0.9)
    canvas.roundRect(*corner, side, side, 1.5)


def _piece(ink: Ink, text: str, look: Look, width: float, font: str = SANS) -> Piece:
    return Piece(Words(ink.plain(text), font), look, width)


def _heading(ink: Ink, paper: RoundPaper | JobSheet, width: float) -> Stack:
    above = f" {DOT} ".join(part for part in (paper.business, paper.kind) if part)
    return Stack(
        (
            _piece(ink, above, Look(_BODY, 1.3, palette.SOFT_INK), width, BOLD),
            _piece(ink, paper.heading, Look(17.0, 1.15, palette.BRAND, before=6.0), width, SERIF),
        )
    )


def round_pdf(paper: RoundPaper, size: PaperSize, faces: Faces, phrases: Phrases) -> Printed:
    """Print a round: a block for each stop, with a box to tick and lines to write on.

    Args:
        paper: what it says.
        size: of the sheet, upright.
        faces: the registered fonts.
        phrases: ``paper.page``.
    """
    ink = Ink(faces)
    target = BytesIO()
    width = SHEETS[size][0] - 2 * _EDGE
    credits = Credits(title=paper.title, author=paper.business, language=paper.language)
    head = _heading(ink, paper, width)
    pages = _Pages(target, size, credits, head, ink, phrases)
    if paper.note:
        note = Stack((_piece(ink, paper.note, Look(12.0, 1.4, palette.INK), width),))
        note.draw(pages.canvas, _EDGE, pages.down(note.height))
    for stop in paper.stops:
        _draw_stop(pages, stop, paper.done, ink)
    if paper.owed:
        _draw_owed(pages, paper, ink)
    count = pages.save()
    return Printed(data=target.getvalue(), pages=count, missing=ink.missing)


def _draw_owed(pages: _Pages, paper: RoundPaper, ink: Ink) -> None:
    """What is still owed, under a heading that stays with the first of it."""
    look = Look(14.0, 1.2, palette.BRAND, before=_BODY)
    heading = Stack((_piece(ink, paper.owed_heading, look, pages.column, BOLD),))
    first, *others = paper.owed
    above = heading.height + _BODY * 1.2
    pages.room_for(above + _stop_of(pages, first, ink).tall)
    heading.draw(pages.canvas, _EDGE, pages.down(above))
    for stop in (first, *others):
        _draw_stop(pages, stop, paper.done, ink)
    if paper.owed_more:
        more = _piece(ink, paper.owed_more, Look(_BODY, 1.4, palette.SOFT_INK), pages.column)
        stack = Stack((more,))
        pages.room_for(stack.height)
        stack.draw(pages.canvas, _EDGE, pages.down(stack.height))


@dataclass(frozen=True, slots=True, kw_only=True)
class _StopBlock:
    """A stop laid out: its words, what helps, and how tall it is in points."""

    middle: Stack
    helps: "_Banner"

    @property
    def tall(self) -> float:
        """In points, with two lines to write on."""
        return self.middle.height + self.helps.tall + _WRITING * 2 + _BODY * 2.2


def _stop_of(pages: _Pages, stop: Stop, ink: Ink) -> _StopBlock:
    width = pages.column - _TIME - _BOX_ROOM
    plain = Look(_BODY, 1.32, palette.INK, before=_BODY * 0.5)
    soft = Look(_BODY, 1.32, palette.SOFT_INK, before=_BODY * 0.5)
    middle = Stack(
        (
            _piece(ink, stop.name, Look(12.0, 1.25, palette.INK), width, BOLD),
            _piece(ink, stop.place, plain, width),
            _piece(ink, stop.reach, plain, width, BOLD),
            _piece(ink, stop.what, plain, width),
            _piece(ink, stop.more, soft, width),
        )
    )
    return _StopBlock(middle=middle, helps=_banner(ink, stop.help, width))


def _draw_stop(pages: _Pages, stop: Stop, done: str, ink: Ink) -> None:
    block = _stop_of(pages, stop, ink)
    middle, helps, tall = block.middle, block.helps, block.tall
    pages.room_for(tall)
    top = pages.down(tall)
    time = Stack((_piece(ink, stop.time, Look(12.0, 1.2, palette.BRAND), _TIME - 8, BOLD),))
    time.draw(pages.canvas, _EDGE, top)
    left = _EDGE + _TIME
    middle.draw(pages.canvas, left, top)
    helps.draw(pages.canvas, left, top - middle.height)
    side = pages.width - _EDGE - _BOX
    box(pages.canvas, (side, top - _BOX), _BOX)
    label = Stack((_piece(ink, done, Look(8.5, 1.2, palette.SOFT_INK), _BOX_ROOM),))
    label.draw(pages.canvas, 0, top - _BOX - 5, right=pages.width - _EDGE)
    ends = top - middle.height - helps.tall
    for number in (1, 2):
        level = ends - _WRITING * number
        line(pages.canvas, (left, level), pages.column - _TIME, palette.FIELD_BORDER)
    line(pages.canvas, (_EDGE, ends - _WRITING * 2 - _BODY), pages.column, palette.LINE, 0.8)


@dataclass(frozen=True, slots=True, kw_only=True)
class _Banner:
    """Words on a soft ground; no words take no room."""

    words: Stack
    width: float

    @property
    def tall(self) -> float:
        """In points, with the space above."""
        return self.words.height + _BODY * 1.9 if self.words.height else 0.0

    def draw(self, canvas: Canvas, left: float, top: float) -> None:
        """Draw it below a level, in points."""
        if not self.words.height:
            return
        tall = self.words.height + _BODY * 1.2
        canvas.setFillColor(colour(palette.BRAND_SOFT))
        canvas.roundRect(left, top - _BODY * 0.7 - tall, self.width, tall, 4, stroke=0, fill=1)
        self.words.draw(canvas, left + _BODY * 0.7, top - _BODY * 1.3)


def _banner(ink: Ink, text: str, width: float) -> _Banner:
    look = Look(_BODY, 1.35, palette.INK)
    words = Stack((_piece(ink, text, look, width - _BODY * 1.4, BOLD),))
    return _Banner(words=words, width=width)


def job_sheet_pdf(paper: JobSheet, size: PaperSize, faces: Faces, phrases: Phrases) -> Printed:
    """Print the sheet of a job.

    Args:
        paper: what it says.
        size: of the sheet, upright.
        faces: the registered fonts.
        phrases: ``paper.page``.

    Returns:
        One page where that leaves two lines or more in each place to write in.
    """
    first = _job_sheet(paper, size, faces, phrases, fewer=0)
    for fewer in range(1, _FEWER + 1):
        made = first if first.pages == 1 else _job_sheet(paper, size, faces, phrases, fewer=fewer)
        if made.pages == 1:
            return made
    return first


def _job_sheet(
    paper: JobSheet, size: PaperSize, faces: Faces, phrases: Phrases, *, fewer: int
) -> Printed:
    """The sheet with so many fewer lines in each place to write in."""
    ink = Ink(faces)
    target = BytesIO()
    width = SHEETS[size][0] - 2 * _EDGE
    credits = Credits(title=paper.title, author=paper.business, language=paper.language)
    pages = _Pages(target, size, credits, _heading(ink, paper, width), ink, phrases)
    helps = _banner(ink, paper.help, width)
    pages.room_for(helps.tall)
    helps.draw(pages.canvas, _EDGE, pages.down(helps.tall) + _BODY * 0.7)
    _draw_safety(pages, paper, ink)
    for label, value in paper.pairs:
        _draw_pair(pages, ink, label, value)
    _draw_ticks(pages, paper, ink)
    for label, count in paper.writing:
        _draw_writing(pages, ink, label, max(2, count - fewer))
    _draw_signed(pages, paper, ink)
    count = pages.save()
    return Printed(data=target.getvalue(), pages=count, missing=ink.missing)


def _draw_safety(pages: _Pages, paper: JobSheet, ink: Ink) -> None:
    if not paper.safety:
        return
    width = pages.column - _BODY * 1.6
    look = Look(_BODY, 1.35, palette.INK, before=_BODY * 0.5)
    words = Stack(
        (
            _piece(ink, paper.safety_title, Look(_BODY, 1.3, palette.DUE), width, BOLD),
            *(_piece(ink, one, look, width) for one in paper.safety),
        )
    )
    tall = words.height + _BODY * 1.4
    pages.room_for(tall + _BODY)
    top = pages.down(tall + _BODY)
    pages.canvas.setFillColor(colour(palette.DUE_SOFT))
    pages.canvas.roundRect(_EDGE, top - tall, pages.column, tall, 4, stroke=0, fill=1)
    words.draw(pages.canvas, _EDGE + _BODY * 0.8, top - _BODY * 0.7)


def _draw_pair(pages: _Pages, ink: Ink, label: str, value: str) -> None:
    look = Look(_BODY, 1.35, palette.INK)
    name = Stack((_piece(ink, label, look, _LABEL - 8, BOLD),))
    said = Stack((_piece(ink, value, look, pages.column - _LABEL),))
    tall = max(name.height, said.height) + _BODY * 0.8
    pages.room_for(tall)
    top = pages.down(tall)
    name.draw(pages.canvas, _EDGE, top)
    said.draw(pages.canvas, _EDGE + _LABEL, top)


def _draw_ticks(pages: _Pages, paper: JobSheet, ink: Ink) -> None:
    side = 5 * MM
    pages.room_for((side + 6) * len(paper.ticks) + _BODY * 2)
    pages.down(_BODY)
    for tick in paper.ticks:
        top = pages.down(side + 6)
        box(pages.canvas, (_EDGE, top - side), side)
        words = Stack((_piece(ink, tick, Look(_BODY, 1.3, palette.INK), pages.column - side),))
        words.draw(pages.canvas, _EDGE + side + 8, top - (side - words.height) / 2)


def _draw_writing(pages: _Pages, ink: Ink, label: str, count: int) -> None:
    words = Stack((_piece(ink, label, Look(_BODY, 1.3, palette.INK), pages.column, BOLD),))
    pages.room_for(words.height + _WRITING * 2 + _BODY)
    words.draw(pages.canvas, _EDGE, pages.down(words.height + _BODY) - _BODY)
    for _ in range(count):
        pages.room_for(_WRITING)
        level = pages.down(_WRITING) - _WRITING
        line(pages.canvas, (_EDGE, level), pages.column, palette.FIELD_BORDER)


def _draw_signed(pages: _Pages, paper: JobSheet, ink: Ink) -> None:
    tall = 18 * MM
    pages.room_for(tall)
    top = pages.down(tall)
    gap = 6 * MM
    wide = (pages.column - gap * (len(paper.signed) - 1)) / len(paper.signed)
    for number, label in enumerate(paper.signed):
        left = _EDGE + number * (wide + gap)
        line(pages.canvas, (left, top - tall + 5 * MM), wide, palette.FIELD_BORDER)
        words = Stack((_piece(ink, label, Look(8.5, 1.2, palette.SOFT_INK), wide),))
        words.draw(pages.canvas, left, top - tall + 3.5 * MM)
