# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""Letters as PDF: letterhead, the address where a DL window shows it, and the words.

A DL envelope (220 x 110 mm, ISO 269) with the window of BS 4264 (90 x 35 mm, 20 mm from the
left, 18 mm from the foot) shows another part of the sheet, folded in three, when it slides. The
address stands where it is seen however it lies, and nothing else stands there.
"""

from datetime import datetime
from functools import cache, partial
from io import BytesIO
from typing import Final

from reportlab.pdfgen.canvas import Canvas
from reportlab.platypus import (
    BaseDocTemplate,
    Flowable,
    Frame,
    NextPageTemplate,
    PageTemplate,
    Spacer,
)

from servicedesk.documents import palette
from servicedesk.documents.flow import Flow
from servicedesk.documents.flow_forms import CutLine
from servicedesk.documents.fonts import BOLD, SANS, SERIF, Faces, tidy
from servicedesk.documents.marks import draw_logo, draw_pill, draw_watermark
from servicedesk.documents.sheets import MM, SAFE, SHEETS, colour
from servicedesk.documents.stacks import Look, Piece, Stack
from servicedesk.documents.stamps import stamp
from servicedesk.documents.text import Ink, Words
from servicedesk.documents.type_scale import LARGE_LEAST, TypeScale
from servicedesk.domain.blocks import PaperSize, Printed
from servicedesk.domain.letters_paper import LetterPaper
from servicedesk.domain.phrases import Phrases

WINDOW: Final = (20 * MM, 57 * MM, 100 * MM, 81 * MM)
"""Left, top, right and foot of what every window shows, in points from the upper left corner."""

_FOLD: Final = 99 * MM
"""The first fold of an A4 sheet; the salutation stands just below it."""

_SIDE: Final = 20 * MM
_HEAD: Final = SAFE + 2
_LOGO: Final = (40 * MM, 19 * MM)
_LAST_WORDS: Final = 3
"""Whom to ask for, or else the last paragraph, the greeting and the name stay on one page."""

CLOSER: Final = (0.0, 0.15, 0.3, 0.45)
_LEAST: Final = 8.5
"""Points of the smallest address."""

_STANDARD: Final = 10.5
"""Points of the words in standard print."""

_APART: Final = (0.3, 0.2)
_TIGHT: Final = 0.1
"""What lies between the lines of the address, in type sizes."""


def letter_pdf(
    paper: LetterPaper, size: PaperSize, faces: Faces, phrases: Phrases, *, large: bool = False
) -> Printed:
    """Print a letter, with less air where that saves a page.

    Args:
        paper: what it says.
        size: A4 or Letter, upright.
        faces: the registered fonts.
        phrases: ``paper.page_of``.
        large: 16 points and up, left aligned; an address too tall for the window is smaller.
    """
    best: Printed | None = None
    for closer in CLOSER:
        sheet = LetterSheet(paper, size, Ink(faces), phrases, large=large, closer=closer)
        printed = sheet.printed()
        if best is None or printed.pages < best.pages:
            best = printed
        if best.pages == 1:
            break
    return best or printed


class _LateCanvas(Canvas):
    """A canvas whose page numbers are drawn last, when it is known how many pages there are."""

    def __init__(self, target: BytesIO, letter: "LetterSheet", **settings: object) -> None:
        super().__init__(target, **settings)
        self._letter = letter

    def save(self) -> None:
        self._letter.draw_numbers(self)
        stamp(self, self._letter.made_at)
        super().save()


class LetterSheet:
    """One letter laid out one way.

    Args:
        paper, size, phrases, large: as in ``letter_pdf``.
        ink: what it is written with.
        closer: how much of the space between paragraphs is taken away, from 0 to 1.
        place: among the letters of one document, from 0.
    """

    def __init__(
        self,
        paper: LetterPaper,
        size: PaperSize,
        ink: Ink,
        phrases: Phrases,
        *,
        large: bool,
        closer: float,
        place: int = 0,
    ) -> None:
        self._paper = paper
        self._place = place
        self._ink = ink
        self._phrases = phrases
        self._width, self._height = SHEETS[size]
        self._column = self._width - 2 * _SIDE
        self._small = LARGE_LEAST if large else _LEAST
        self._scale = _scale(large, closer)
        self._head = self._made_head()
        self._beside = self._made_beside()
        self._window = self._made_window()
        self._day = self._made_day()
        self._foot = self._made_foot()
        self._mark = Words(ink.plain(paper.mark), BOLD)
        self._pages = 0

    def printed(self) -> Printed:
        """The letter made."""
        target = BytesIO()
        document = BaseDocTemplate(
            target,
            pagesize=(self._width, self._height),
            title=tidy(self._paper.title),
            author=tidy(self._paper.business),
            creator="servicedesk",
            lang=self._paper.language,
            displayDocTitle=True,
            initialFontName=SANS,
            initialFontSize=10,
            invariant=1,
            pageCompression=1,
        )
        document.addPageTemplates(self.templates)
        story = [NextPageTemplate("next"), *self.words(), Spacer(0, 1)]
        document.build(story, canvasmaker=partial(_LateCanvas, letter=self))
        data = target.getvalue()
        return Printed(data=data, pages=document.page, missing=self._ink.missing, cut=self.cut)

    @property
    def made_at(self) -> datetime | None:
        """When it was made."""
        return self._paper.made_at

    @property
    def templates(self) -> list[PageTemplate]:
        """Its first page, and each further one."""
        return [
            self._template("first", self._first_top, self._floor, self._draw_first),
            self._template("next", self._next_top, self._next_floor, self._draw_next),
        ]

    @property
    def cut(self) -> tuple[str, ...]:
        """What has no room."""
        return ("window",) if self._window.height > WINDOW[3] - WINDOW[1] else ()

    @property
    def room(self) -> tuple[float, float]:
        """Width and height of what the first page has for its words, in points."""
        return self._column, self._first_top - self._floor

    def words(self) -> list[Flowable]:
        """From the salutation to the signature."""
        flow = Flow(ink=self._ink, scale=self._scale, width=self._column, stacks_tables=True)
        words: list[Flowable] = flow.flowables(self._paper.blocks)
        _keep_company(words)
        return words

    def draw_numbers(self, canvas: Canvas) -> None:
        """Fill the place kept at the foot of each page; a letter of one page has no number."""
        for number in range(1, self._pages + 1):
            canvas.beginForm(self._form(number), 0, 0, self._width, self._height)
            if self._pages > 1:
                label = self._phrases.say("paper.page_of", n=str(number), m=str(self._pages))
                look = Look(self._small, 1.3, palette.INK)
                words = Words(self._ink.plain(label), SANS)
                stack = Stack((Piece(words, look, self._column * 0.3),))
                top = SAFE + self._small * 0.95
                stack.draw(canvas, 0, top, right=self._width - _SIDE)
            canvas.endForm()

    @property
    def _first_top(self) -> float:
        """Where the words begin on the first page, in points from its foot."""
        mark = 5 * MM + self._small * 2 if self._mark.text else 0.0
        used = max(_FOLD, self._window_foot, self._day_foot + mark)
        return self._height - used - self._scale.body * 0.9

    @property
    def _next_top(self) -> float:
        return self._height - SAFE - self._small * 2.6 - self._scale.body * 1.4

    @property
    def _floor(self) -> float:
        return SAFE + max(self._foot.height, self._small) + self._small * 1.8

    @property
    def _next_floor(self) -> float:
        return SAFE + self._small * 2.8

    @property
    def _window_foot(self) -> float:
        """How far down the address reaches, in points from the top."""
        return self._window_top + self._window.height + self._small

    @property
    def _window_top(self) -> float:
        """Where the address begins; a tall one begins higher, but below the head."""
        room = WINDOW[3] - WINDOW[1]
        over = max(0.0, self._window.height - room)
        logo = _LOGO[1] if self._paper.logo is not None else 0.0
        return max(WINDOW[1] - over, _HEAD + max(self._head.height, logo) + 4 * MM)

    @property
    def _day_foot(self) -> float:
        """How far down day and references reach: level with the window, or below a tall head."""
        below = _HEAD + self._beside.height + 4 * MM + self._day.height
        return max(WINDOW[3], self._window_foot - self._small, below)

    def _template(self, name: str, top: float, floor: float, draw: object) -> PageTemplate:
        frame = Frame(
            *(_SIDE, floor, self._column, top - floor),
            leftPadding=0,
            rightPadding=0,
            topPadding=0,
            bottomPadding=0,
        )
        return PageTemplate(id=name, frames=[frame], onPage=draw)

    def _stack(self, lines: tuple[str, ...], look: Look, width: float, font: str = SANS) -> Stack:
        words = (Words(self._ink.plain(line), font) for line in lines)
        return Stack(tuple(Piece(one, look, width) for one in words))

    def _made_head(self) -> Stack:
        """The name of the business, as large as three lines of it have the room."""
        words = Words(self._ink.plain(self._paper.business), SERIF)
        logo = 0.0 if self._paper.logo is None else _LOGO[0] + 5 * MM
        width = self._column * 0.56 - logo
        size = words.largest(17.0, max(self._small, 11.0), width, 3)
        return Stack((Piece(words, Look(size, 1.15, palette.BRAND), width),))

    def _made_beside(self) -> Stack:
        look = Look(self._small, 1.3, palette.SOFT_INK, before=self._small * 0.42)
        return self._stack(self._paper.contact, look, self._column * 0.42)

    def _made_window(self) -> Stack:
        """The address in the largest type that the window has the room for.

        Lines move together first. It is read through the window by whoever delivers it, so that
        in large print too it takes the standard size rather than be cut off.
        """
        width, room = WINDOW[2] - WINDOW[0], WINDOW[3] - WINDOW[1]
        size = self._scale.body
        while True:
            for apart in _APART if size > _STANDARD else (*_APART, _TIGHT):
                look = Look(size, 1.2, palette.INK, before=size * apart)
                stack = self._stack(self._paper.address, look, width)
                if stack.height <= room:
                    return stack
            if size <= _LEAST:
                return stack
            size = max(_LEAST, size - 0.5)

    def _made_day(self) -> Stack:
        """Day and references, which stand to the right of the window."""
        paper = self._paper
        lines = tuple(line for line in (paper.about, paper.reference, paper.day) if line)
        look = Look(self._scale.body, 1.2, palette.INK, before=self._scale.body * 0.5)
        return self._stack(lines, look, self._width - _SIDE - WINDOW[2] - 12 * MM)

    def _made_foot(self) -> Stack:
        look = Look(self._small, 1.3, palette.SOFT_INK, before=self._small * 0.42)
        return self._stack(self._paper.legal, look, self._column * 0.7)

    def _draw_first(self, canvas: Canvas, _document: BaseDocTemplate) -> None:
        self._draw_mark(canvas, self._height - self._day_foot - 5 * MM)
        top = self._height - _HEAD
        left = _SIDE
        logo = self._paper.logo
        if logo is not None:
            wide = min(_LOGO[0], _LOGO[1] * logo.width / logo.height)
            draw_logo(canvas, logo, (left, top - _LOGO[1]), (wide, _LOGO[1]), 0)
            left += wide + 5 * MM
        self._head.draw(canvas, left, top)
        self._beside.draw(canvas, 0, top, right=self._width - _SIDE)
        self._window.draw(canvas, WINDOW[0], self._height - self._window_top)
        day = self._height - self._day_foot + self._day.height
        self._day.draw(canvas, 0, day, right=self._width - _SIDE)
        canvas.setStrokeColor(colour(palette.LINE))
        canvas.setLineWidth(0.8)
        if self._foot.height:
            rule = self._floor - self._small * 0.8
            canvas.line(_SIDE, rule, self._width - _SIDE, rule)
        self._foot.draw(canvas, _SIDE, SAFE + self._foot.height)
        self._keep_number(canvas)

    def _draw_next(self, canvas: Canvas, _document: BaseDocTemplate) -> None:
        self._draw_mark(canvas, self._height - SAFE)
        look = Look(self._small, 1.3, palette.SOFT_INK)
        paper = self._paper
        parts = (paper.business, *paper.address[:1], paper.reference, paper.day)
        words = Words(self._ink.plain(", ".join(part for part in parts if part)), SANS)
        top = self._height - SAFE - 2
        room = self._column * (0.7 if self._mark.text else 1)
        Stack((Piece(words, look, room, 2),)).draw(canvas, _SIDE, top)
        self._keep_number(canvas)

    def _draw_mark(self, canvas: Canvas, top: float) -> None:
        mark = self._mark.text
        if not mark:
            return
        draw_watermark(canvas, mark, (self._width, self._height - _FOLD), self._floor)
        look = Look(self._small, 1.3, palette.DUE)
        stack = Stack((Piece(self._mark, look, self._column * 0.5, 1),))
        draw_pill(canvas, stack, self._width - _SIDE, top, right=True)

    def _keep_number(self, canvas: Canvas) -> None:
        self._pages += 1
        canvas.doForm(self._form(self._pages))

    def _form(self, page: int) -> str:
        """The name of what stands at the foot of a page."""
        return f"number{page}" if self._place == 0 else f"number{self._place}-{page}"


@cache  # many letters share their styles, and with them what was found out about each
def _scale(large: bool, closer: float) -> TypeScale:
    body, least = (LARGE_LEAST + 0.5, LARGE_LEAST) if large else (_STANDARD, _LEAST)
    quiet = palette.INK if large else palette.SOFT_INK
    airy = 1.42 - closer / 4
    return TypeScale(body=body, least=least, airy=airy, spread=1 - closer, quiet=quiet)


def _keep_company(words: list[Flowable]) -> None:
    """No name without the last words before it, and no slip that is parted by a page."""
    slip = next((place for place, one in enumerate(words) if isinstance(one, CutLine)), len(words))
    for one in words[slip:-1]:
        one.keepWithNext = 1
    for one in words[max(0, slip - _LAST_WORDS) : slip - 1]:
        one.keepWithNext = 1
