# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""Flowing papers as PDF: the full text, letters, and everything again in large print."""

from collections.abc import Callable, Iterator
from dataclasses import replace
from functools import partial
from io import BytesIO
from itertools import takewhile, zip_longest

from reportlab.pdfgen.canvas import Canvas
from reportlab.platypus import (
    BaseDocTemplate,
    CondPageBreak,
    Flowable,
    Frame,
    PageTemplate,
    Spacer,
)

from servicedesk.documents import palette
from servicedesk.documents.flow import Flow, outline_of
from servicedesk.documents.flow_tables import rows_of
from servicedesk.documents.fonts import BOLD, SANS, Faces, tidy
from servicedesk.documents.marks import draw_pill, draw_watermark
from servicedesk.documents.sheets import MM, SHEETS, colour
from servicedesk.documents.stacks import Look, Piece, Stack
from servicedesk.documents.text import Ink, Words
from servicedesk.documents.type_scale import LARGE_LEAST, TypeScale
from servicedesk.domain.blocks import Paper, PaperSize, Printed
from servicedesk.domain.phrases import Phrases

_SIDE = 24 * MM
_LARGE_SIDE = 18 * MM
_HEAD = 13 * MM
_FOOT = 13 * MM

_NUMBER, _NUMBER_LARGE = 0.22, 0.32
"""Of the column, for the number of the page: "Page 1000 of 1000" stands on one line of it."""

_FORLORN = 3.2
"""A last page of fewer lines than this, spaces counted, looks forlorn; a closer setting helps."""

_LONG = 12
"""A table of more rows than this begins below its heading wherever a few of them have room."""

_BEGINNING = 11
"""Height of a heading and those few rows, in sizes of the body."""

_HEADING = 4
"""Height of one more heading above that one, in sizes of the body."""

_CLOSER = (0.1, 0.2, 0.3)
"""So much of the space between paragraphs is taken away to save it, one after the other."""

_SMALLER = (9.75, 9.0)
"""Sizes of the letters of what has to be one page, where closer is not enough, in points."""


def text_pdf(
    paper: Paper,
    size: PaperSize,
    faces: Faces,
    phrases: Phrases,
    *,
    large: bool = False,
    behind: int = 0,
) -> Printed:
    """Print a flowing paper.

    Args:
        paper: what it says.
        size: the sheet, upright.
        faces: the registered fonts.
        phrases: for ``paper.page_of``, such as "Page 1 of 3".
        large: 16 points and up everywhere, left aligned, wide tables as labels and values.
        behind: pages of other papers that are bound behind it, which its feet count too.
    """
    ink = Ink(faces)
    normal = (
        TypeScale(body=LARGE_LEAST + 0.5, least=LARGE_LEAST, airy=1.5, quiet=palette.INK)
        if large
        else TypeScale(body=10.5, least=8.5)
    )
    is_pressed = paper.is_one_page and not large
    first: Printed | None = None
    for scale in _scales(normal, is_pressed=is_pressed):
        sheet = _Sheet(paper, size, ink, phrases, scale=scale, large=large, behind=behind)
        printed, filled = _built(paper, sheet, ink, large=large)
        is_long = filled >= _FORLORN * scale.body * scale.airy
        if printed.pages == 1 or (is_long and not is_pressed):
            return printed
        first = first or printed
    return first or printed


def _scales(normal: TypeScale, *, is_pressed: bool) -> Iterator[TypeScale]:
    """The scales to try: as usual, then closer; smaller letters for what has to be one page."""
    bodies = (normal.body, *_SMALLER) if is_pressed else (normal.body,)
    for body in bodies:
        for closer in (0.0, *_CLOSER):
            airy = normal.airy - closer / 2
            yield replace(normal, body=body, airy=airy, spread=1 - closer)


def _built(paper: Paper, sheet: "_Sheet", ink: Ink, *, large: bool) -> tuple[Printed, float]:
    """The paper on a sheet, and how far down its last page is filled, in points."""
    target = BytesIO()
    document = _Document(target, paper, sheet)
    flow = Flow(ink=ink, scale=sheet.scale, width=sheet.column, stacks_tables=large)
    story = _begun_early(flow.flowables(paper.blocks), sheet.scale) or [Spacer(0, 1)]
    document.build(story, canvasmaker=partial(_FootedCanvas, feet=sheet.draw_feet))
    printed = Printed(data=target.getvalue(), pages=document.page, missing=ink.missing)
    return printed, document.filled


def _begun_early(flowables: list[Flowable], scale: TypeScale) -> list[Flowable]:
    """The flowables with no long table moved to a new page because it would fit there whole."""
    made: list[Flowable] = []
    for flowable, after in zip_longest(flowables, flowables[1:]):
        made.append(flowable)
        if rows_of(after) > _LONG and outline_of(flowable) is not None:
            flowable.keepWithNext = 0
            above = list(takewhile(lambda one: outline_of(one) is not None, reversed(made)))
            high = _BEGINNING + _HEADING * (len(above) - 1)
            made.insert(len(made) - len(above), CondPageBreak(high * scale.body))
    return made


class _FootedCanvas(Canvas):
    """A canvas whose feet are drawn last, when it is known how many pages there are."""

    def __init__(self, target: BytesIO, feet: Callable[[Canvas], None], **settings: object) -> None:
        super().__init__(target, **settings)
        self._feet = feet

    def save(self) -> None:
        self._feet(self)
        super().save()


class _Sheet:
    """What stands on every page around the text: head, foot, mark."""

    def __init__(
        self,
        paper: Paper,
        size: PaperSize,
        ink: Ink,
        phrases: Phrases,
        *,
        scale: TypeScale,
        large: bool,
        behind: int,
    ) -> None:
        self.width, self.height = SHEETS[size]
        self.side = _LARGE_SIDE if large else _SIDE
        self.column = self.width - 2 * self.side
        self.scale = scale
        self._phrases = phrases
        self._small = LARGE_LEAST if large else 8.5
        self._ink = ink
        self._mark_words = Words(ink.plain(paper.mark), BOLD)
        soft = Look(size=self._small, leading=1.3, colour=palette.SOFT_INK)
        due = Look(size=self._small, leading=1.3, colour=palette.DUE)
        self._mark = Stack((Piece(self._mark_words, due, self.column * 0.5, 1),))
        taken = self._mark_words.natural_width(self._small) + self._small * 4 if paper.mark else 0.0
        room = max(self.column * 0.4, self.column - taken)
        name = Words(ink.plain(paper.author), BOLD)
        self._name = Stack((Piece(name, soft, room, 1),))
        footer = Words(ink.plain(paper.footer), SANS)
        self._number_width = self.column * (_NUMBER_LARGE if large else _NUMBER)
        self._footer = Stack((Piece(footer, soft, self.column - self._number_width, 3),))
        self._pages, self._behind = 0, behind
        self.top = self.height - _HEAD - self._small * 2.6
        self.floor = _FOOT + max(self._footer.height, self._small) + self._small * 2

    def begin(self, canvas: Canvas, _document: BaseDocTemplate) -> None:
        """Draw what lies under and above the text."""
        mark = self._mark_words.text
        if mark:
            draw_watermark(canvas, mark, (self.width, self.top), self.floor)
            draw_pill(canvas, self._mark, self.width - self.side, self.height - _HEAD, right=True)
        self._name.draw(canvas, self.side, self.height - _HEAD - self._small * 0.5)
        canvas.setStrokeColor(colour(palette.BRAND))
        canvas.setLineWidth(1.6)
        rule = self.height - _HEAD - self._small * 2.1
        canvas.line(self.side, rule, self.width - self.side, rule)

    def end(self, canvas: Canvas, _document: BaseDocTemplate) -> None:
        """Leave room for the foot, which is drawn when all pages are known."""
        self._pages += 1
        canvas.doForm(f"foot{self._pages}")

    def draw_feet(self, canvas: Canvas) -> None:
        """Draw the foot of each page: the paper's line, then the page and how many there are."""
        for number in range(1, self._pages + 1):
            whole = str(self._pages + self._behind)
            label = self._phrases.say("paper.page_of", n=str(number), m=whole)
            canvas.beginForm(f"foot{number}", 0, 0, self.width, self.height)
            canvas.setStrokeColor(colour(palette.LINE))
            canvas.setLineWidth(0.8)
            rule = self.floor - self._small
            canvas.line(self.side, rule, self.width - self.side, rule)
            top = rule - self._small * 0.7
            self._footer.draw(canvas, self.side, top)
            look = Look(size=self._small, leading=1.3, colour=palette.INK)
            page = Piece(Words(self._ink.plain(label), SANS), look, self._number_width)
            Stack((page,)).draw(canvas, 0, top, right=self.width - self.side)
            canvas.endForm()


class _Column(Frame):
    """The text column of a page, which says how far down it is filled."""

    @property
    def filled(self) -> float:
        """Height in points from its upper edge to the end of what stands in it."""
        return float(self._y2 - self._topPadding - self._y)


class _Document(BaseDocTemplate):
    """The text column of each page, and the outline made of its headings."""

    def __init__(self, target: BytesIO, paper: Paper, sheet: _Sheet) -> None:
        super().__init__(
            target,
            pagesize=(sheet.width, sheet.height),
            title=tidy(paper.title),
            author=tidy(paper.author),
            creator="servicedesk",
            lang=paper.language,
            displayDocTitle=True,
            initialFontName=SANS,
            initialFontSize=10,
            invariant=1,
            pageCompression=1,
        )
        self._column = _Column(
            sheet.side,
            sheet.floor,
            sheet.column,
            sheet.top - sheet.floor,
            leftPadding=0,
            rightPadding=0,
            topPadding=sheet.scale.body * 0.8,
            bottomPadding=0,
        )
        self.addPageTemplates(
            PageTemplate(frames=[self._column], onPage=sheet.begin, onPageEnd=sheet.end)
        )
        self.filled = 0.0
        self._depth = -1
        self._marks = 0

    def afterFlowable(self, flowable: Flowable) -> None:
        """Note how far the page is filled, and enter a heading into the outline.

        No entry is more than one level deeper than the last.
        """
        self.filled = self._column.filled
        if (found := outline_of(flowable)) is None:
            return
        level, text = found
        self._depth = min(level - 1, self._depth + 1)
        self._marks += 1
        key = f"heading{self._marks}"
        self.canv.bookmarkPage(key)
        self.canv.addOutlineEntry(text, key, self._depth, closed=0)
