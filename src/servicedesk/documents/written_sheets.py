# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""Papers written for the owner: one page, half a page two to a sheet, a sign, or flowing text.

A paper that the owner made longer than its sheet is set smaller first; then it takes the next
larger sheet, and in the end as many pages as it needs. Nothing of it is ever cut.
"""

from collections.abc import Callable, Iterator, Sequence
from io import BytesIO
from typing import Final

from reportlab.pdfgen.canvas import Canvas
from reportlab.platypus import Flowable, Frame

from servicedesk.documents import palette
from servicedesk.documents.flow import Flow
from servicedesk.documents.fonts import BOLD, SANS, SERIF, Faces
from servicedesk.documents.page_images import joined
from servicedesk.documents.pdf import text_pdf
from servicedesk.documents.rounds import line
from servicedesk.documents.sheets import MM, SAFE, SHEETS, Credits, colour, new_canvas
from servicedesk.documents.stacks import Look, Piece, Stack
from servicedesk.documents.text import Ink, Words
from servicedesk.documents.type_scale import TypeScale
from servicedesk.domain.blocks import Block, Heading, Paper, PaperSize, Printed
from servicedesk.domain.phrases import Phrases
from servicedesk.domain.written import WrittenShape
from servicedesk.domain.written_papers import WrittenSheet

_EDGE: Final = SAFE + 6 * MM
"""From the edges of the sheet to a page, in points."""

_HALF_EDGE: Final = SAFE + 2 * MM
_SMALL: Final = 8.5
_LEAST: Final = 8.5
_PAGE_BODIES: Final = (12.0, 11.5, 11.0, 10.5, 10.0, 9.5, 9.0)
_HALF_BODIES: Final = (11.5, 11.0, 10.5, 10.0, 9.5, 9.0)
_SIGN_BODIES: Final = tuple(float(size) for size in range(34, 15, -1))
"""Type sizes in points that are tried, the largest first."""

_SIGN_TITLE: Final = (64.0, 30.0)
_SIGN_LINES: Final = 3
_PAD: Final = 11 * MM


def written_pdf(
    sheets: Sequence[WrittenSheet],
    size: PaperSize,
    faces: Faces,
    phrases: Phrases,
    *,
    large: bool = False,
) -> Printed:
    """Print papers one after the other.

    Args:
        sheets: at least one; half sheets that follow one another share a page, and one alone
            stands on it twice.
        size: A4 or Letter, upright.
        faces: the registered fonts.
        phrases: for ``paper.page_of`` on flowing pages.
        large: 16 points and up, as many pages as it takes.
    """
    if large or all(one.shape is WrittenShape.FLOW for one in sheets):
        first = sheets[0].flowing
        blocks = tuple(block for one in sheets for block in one.flowing.blocks)
        return text_pdf(_with(first, blocks), size, faces, phrases, large=large)
    ink = Ink(faces)
    made = [*_pages(sheets, size, ink, faces, phrases)]
    missing = (*ink.missing, *(sign for one in made for sign in one.missing))
    data = made[0].data if len(made) == 1 else joined([one.data for one in made])
    pages = sum(one.pages for one in made)
    return Printed(data=data, pages=pages, missing=tuple(dict.fromkeys(missing)))


def _with(paper: Paper, blocks: tuple[Block, ...]) -> Paper:
    return Paper(
        title=paper.title,
        language=paper.language,
        author=paper.author,
        blocks=blocks,
        footer=paper.footer,
    )


def _pages(
    sheets: Sequence[WrittenSheet], size: PaperSize, ink: Ink, faces: Faces, phrases: Phrases
) -> Iterator[Printed]:
    """Each page, or run of pages, by itself."""
    halves: list[_Page] = []
    for sheet in sheets:
        half = _Page.half(sheet, size, ink) if sheet.shape is WrittenShape.HALF else None
        if half is not None and half.fits:
            halves.append(half)
            continue
        sign = _Page.sign(sheet, size, ink) if sheet.shape is WrittenShape.SIGN else None
        page = sign if sign is not None and sign.fits else _Page.whole(sheet, size, ink)
        if page.fits:
            yield _drawn(sheet, size, [page.draw])
        else:
            yield text_pdf(sheet.flowing, size, faces, phrases)
    for place in range(0, len(halves), 2):
        pair = halves[place : place + 2]
        pair = pair if len(pair) > 1 or len(halves) > 1 else pair * 2
        lower = [] if len(pair) < 2 else [pair[1].draw_below]
        yield _drawn(pair[0].sheet, size, [pair[0].draw, *lower, pair[0].draw_cut])


def _drawn(
    sheet: WrittenSheet, size: PaperSize, drawers: Sequence[Callable[[Canvas], None]]
) -> Printed:
    target = BytesIO()
    credits = Credits(title=sheet.title, author=sheet.business, language=sheet.language)
    canvas = new_canvas(target, SHEETS[size], credits)
    for draw in drawers:
        draw(canvas)
    canvas.showPage()
    canvas.save()
    return Printed(data=target.getvalue(), pages=1)


class _Page:
    """A paper laid out in a box of the sheet, at the largest type at which it is held.

    Args:
        sheet: what it says.
        size: the whole sheet.
        ink: what it is written with.
        edge: from the edges of the sheet, in points.
        height: of the box with its edges, in points.
        bodies: type sizes that are tried.
        banner: a sign: the title stands in colour over the rest.
    """

    def __init__(
        self,
        sheet: WrittenSheet,
        size: PaperSize,
        ink: Ink,
        edge: float,
        height: float,
        bodies: Sequence[float],
        *,
        banner: bool = False,
    ) -> None:
        self.sheet, self._ink, self._edge = sheet, ink, edge
        self._size = SHEETS[size]
        self._width = self._size[0] - 2 * edge
        self._tall = height
        self._banner = self._title() if banner else None
        self._name = self._line(sheet.business, BOLD)
        self._foot = self._line(sheet.footer, SANS)
        self._body = next((one for one in bodies if self._holds(one)), 0.0)

    @classmethod
    def whole(cls, sheet: WrittenSheet, size: PaperSize, ink: Ink) -> "_Page":
        """On a whole page."""
        return cls(sheet, size, ink, _EDGE, SHEETS[size][1], _PAGE_BODIES)

    @classmethod
    def half(cls, sheet: WrittenSheet, size: PaperSize, ink: Ink) -> "_Page":
        """On the upper half of a page."""
        return cls(sheet, size, ink, _HALF_EDGE, SHEETS[size][1] / 2, _HALF_BODIES)

    @classmethod
    def sign(cls, sheet: WrittenSheet, size: PaperSize, ink: Ink) -> "_Page":
        """As a sign to be read from a few steps away."""
        return cls(sheet, size, ink, SAFE, SHEETS[size][1], _SIGN_BODIES, banner=True)

    @property
    def fits(self) -> bool:
        """Whether the box holds all of it."""
        return self._body > 0

    def draw(self, canvas: Canvas) -> None:
        """Draw it with the upper edge of its box at that of the sheet."""
        self._draw(canvas, self._size[1])

    def draw_below(self, canvas: Canvas) -> None:
        """Draw it in the lower half of the sheet."""
        self._draw(canvas, self._size[1] / 2)

    def draw_cut(self, canvas: Canvas) -> None:
        """Draw the line to cut along between two halves."""
        canvas.setStrokeColor(colour(palette.FIELD_BORDER))
        canvas.setLineWidth(0.5)
        canvas.setDash(3, 3)
        canvas.line(SAFE, self._size[1] / 2, self._size[0] - SAFE, self._size[1] / 2)
        canvas.setDash()

    def _line(self, text: str, font: str) -> Stack:
        look = Look(_SMALL, 1.3, palette.SOFT_INK)
        return Stack((Piece(Words(self._ink.plain(text), font), look, self._width, 2),))

    def _title(self) -> Stack:
        words = Words(self._ink.plain(self.sheet.title), SERIF)
        room = self._width - 2 * _PAD
        size = words.largest(*_SIGN_TITLE, room, _SIGN_LINES)
        return Stack((Piece(words, Look(size, 1.15, palette.BRAND_INK), room),))

    @property
    def _above(self) -> float:
        """Height of what stands over the words, in points."""
        if self._banner is not None:
            return self._banner.height + 2 * _PAD + 8 * MM
        return self._name.height + _SMALL * 1.4 if self.sheet.business else 0.0

    @property
    def _below(self) -> float:
        return self._foot.height + _SMALL * 1.2 if self.sheet.footer else 0.0

    @property
    def _room(self) -> float:
        return self._tall - 2 * self._edge - self._above - self._below

    def _flowables(self, body: float) -> list[Flowable]:
        scale = TypeScale(body=body, least=min(body, _LEAST))
        title = () if self._banner is not None else (Heading(text=self.sheet.title, level=1),)
        return Flow(ink=self._ink, scale=scale, width=self._width).flowables(
            (*title, *self.sheet.blocks)
        )

    def _frame(self, left: float, floor: float) -> Frame:
        return Frame(
            left,
            floor,
            self._width,
            self._room,
            leftPadding=0,
            rightPadding=0,
            topPadding=0,
            bottomPadding=0,
        )

    def _holds(self, body: float) -> bool:
        if self._room <= body:
            return False
        story = self._flowables(body)
        scratch = new_canvas(BytesIO(), self._size, Credits(title="", author="", language=""))
        self._frame(0, 0).addFromList(story, scratch)
        return not story

    def _draw(self, canvas: Canvas, top: float) -> None:
        left, upper = self._edge, top - self._edge
        if self._banner is not None:
            tall = self._banner.height + 2 * _PAD
            canvas.setFillColor(colour(palette.BRAND))
            canvas.roundRect(left, upper - tall, self._width, tall, 8, stroke=0, fill=1)
            self._banner.draw(canvas, left + _PAD, upper - _PAD)
        elif self.sheet.business:
            self._name.draw(canvas, left, upper)
            rule = upper - self._name.height - _SMALL * 0.5
            line(canvas, (left, rule), self._width, palette.BRAND, 1.4)
        floor = top - self._tall + self._edge
        if self.sheet.footer:
            self._foot.draw(canvas, left, floor + self._foot.height)
            rule = floor + self._foot.height + _SMALL * 0.5
            line(canvas, (left, rule), self._width, palette.LINE, 0.8)
        story = self._flowables(self._body)
        self._frame(left, floor + self._below).addFromList(story, canvas)
