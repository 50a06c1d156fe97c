# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""The customer's way on one page: its steps along a line, each with snag, promise and action."""

from io import BytesIO
from typing import Final

from reportlab.pdfgen.canvas import Canvas

from servicedesk.documents import palette
from servicedesk.documents.asking_rows import TitleRow
from servicedesk.documents.complaint_form_rows import FormLook
from servicedesk.documents.fonts import BOLD, CAP_HEIGHT, SANS, Faces
from servicedesk.documents.form_pages import EDGE
from servicedesk.documents.rounds import line
from servicedesk.documents.sheets import MM, SHEETS, Credits, colour, new_canvas
from servicedesk.documents.stacks import Look, Piece, Stack
from servicedesk.documents.text import Ink, Words
from servicedesk.domain.blocks import PaperSize, Printed
from servicedesk.domain.papers_feedback import WalkSheet
from servicedesk.domain.walks import WalkStep

_BODIES: Final = (11.0, 10.5, 10.0, 9.5, 9.0, 8.5, 8.0)
"""Type sizes in points that are tried, the largest first."""

_ROUND: Final = 4.2 * MM
"""Radius of the number of a step."""

_WRITING: Final = 7.5 * MM
_HEAD_LINES: Final = 3
_TALLEST: Final = 62 * MM
"""A step is given no more height than this, however few there are."""


def walk_sheet_pdf(sheet: WalkSheet, size: PaperSize, faces: Faces) -> Printed:
    """Print a walk on one page.

    Args:
        sheet: one to eight steps.
        size: A4 or Letter, upright.
        faces: the registered fonts.

    Returns:
        One page. ``cut`` names "walk" where words end with three dots, and "heading".
    """
    ink = Ink(faces)
    width, height = SHEETS[size]
    room = (width - 2 * EDGE, height - 2 * EDGE)
    page = _Page(sheet, ink, room, _BODIES[0], None)
    for body in _BODIES[1:]:
        if page.spare >= 0:
            break
        page = _Page(sheet, ink, room, body, None)
    most = 12
    while page.spare < 0 and most > 1:
        page = _Page(sheet, ink, room, _BODIES[-1], most)
        most -= 1
    imprint = sheet.imprint
    target = BytesIO()
    credits = Credits(title=imprint.title, author=imprint.business, language=imprint.language)
    canvas = new_canvas(target, (width, height), credits)
    page.draw(canvas, EDGE, height - EDGE)
    canvas.showPage()
    canvas.save()
    return Printed(data=target.getvalue(), pages=1, missing=ink.missing, cut=page.cut)


class _Page:
    """The page laid out.

    Args:
        sheet: what it says.
        ink: what it is written with.
        room: width and height between its edges, in points.
        body: type size in points.
        most: lines of each cell.
    """

    def __init__(
        self,
        sheet: WalkSheet,
        ink: Ink,
        room: tuple[float, float],
        body: float,
        most: int | None,
    ) -> None:
        self._room, self._body, self._most = room, body, most
        look = FormLook(ink=ink, body=body, small=body * 0.85, writing=_WRITING, column=room[0])
        self._title = TitleRow(sheet.imprint.business, sheet.heading, look, _HEAD_LINES)
        self._detail = look.stack(sheet.detail, room[0], code=palette.SOFT_INK)
        self._start = 2 * _ROUND + 3 * MM
        self._gutter = 4 * MM
        self._wide = (room[0] - self._start - 3 * self._gutter) / 4
        bold = Look(body, 1.25, palette.BRAND)
        self._heads = [
            Stack((Piece(Words(ink.plain(one), BOLD), bold, self._wide, 2),)) for one in sheet.heads
        ]
        self._steps = [self._cells(one, ink) for one in sheet.steps]

    def _cells(self, step: WalkStep, ink: Ink) -> list[Stack]:
        look = Look(self._body, 1.3, palette.INK)
        texts = ((step.what, BOLD), (step.snag, SANS), (step.promise, SANS), (step.action, SANS))
        return [
            Stack((Piece(Words(ink.plain(text), font), look, self._wide, self._most),))
            for text, font in texts
        ]

    @property
    def _above(self) -> float:
        """Height of all that stands over the steps, in points."""
        detail = self._detail.height + self._body * 1.2 if self._detail.height else 0.0
        return self._title.tall + detail + self._heads_tall

    @property
    def _heads_tall(self) -> float:
        return max(one.height for one in self._heads) + self._body * 1.6

    def _tall(self, cells: list[Stack]) -> float:
        """Height that a step needs, in points."""
        return max(2 * _ROUND, *(one.height for one in cells)) + self._body * 1.5

    @property
    def spare(self) -> float:
        """Height in points that is left over; negative when the page does not hold the steps."""
        return self._room[1] - self._above - sum(self._tall(one) for one in self._steps)

    @property
    def cut(self) -> tuple[str, ...]:
        """What was left out."""
        found = {
            "heading": self._title.stack.cut,
            "walk": self.spare < 0 or any(one.cut for cells in self._steps for one in cells),
        }
        return tuple(name for name, is_so in found.items() if is_so)

    def draw(self, canvas: Canvas, left: float, top: float) -> None:
        """Draw the page by its upper left corner between the edges, in points."""
        self._title.draw(canvas, left, top)
        top -= self._title.tall
        if self._detail.height:
            self._detail.draw(canvas, left, top)
            top -= self._detail.height + self._body * 1.2
        bar = self._heads_tall - self._body * 0.4
        canvas.setFillColor(colour(palette.BRAND_SOFT))
        canvas.roundRect(left, top - bar, self._room[0], bar, 3, stroke=0, fill=1)
        for place, head in enumerate(self._heads):
            head.draw(canvas, self._column(left, place), top - (bar - head.height) / 2)
        top -= self._heads_tall
        each = max(0.0, self.spare) / max(1, len(self._steps))
        talls = [
            max(self._tall(cells), min(self._tall(cells) + each, _TALLEST)) for cells in self._steps
        ]
        self._draw_way(canvas, left + _ROUND, top, talls)
        for number, (cells, tall) in enumerate(zip(self._steps, talls, strict=True), 1):
            self._draw_step(canvas, (left, top), tall, number, cells)
            top -= tall

    def _column(self, left: float, place: int) -> float:
        return left + self._start + place * (self._wide + self._gutter)

    def _draw_way(self, canvas: Canvas, x: float, top: float, talls: list[float]) -> None:
        """The line that joins the steps."""
        first = top - self._body * 0.6 - _ROUND
        canvas.setStrokeColor(colour(palette.BRAND))
        canvas.setLineWidth(1.6)
        canvas.line(x, first, x, first - sum(talls[:-1]))

    def _draw_step(
        self,
        canvas: Canvas,
        corner: tuple[float, float],
        tall: float,
        number: int,
        cells: list[Stack],
    ) -> None:
        left, top = corner
        inner = top - self._body * 0.6
        canvas.setFillColor(colour(palette.BRAND))
        canvas.circle(left + _ROUND, inner - _ROUND, _ROUND, stroke=0, fill=1)
        canvas.setFillColor(colour(palette.BRAND_INK))
        canvas.setFont(BOLD, 11)
        middle = inner - _ROUND - 11 * CAP_HEIGHT / 2
        canvas.drawCentredString(left + _ROUND, middle, str(number))
        for place, cell in enumerate(cells):
            x = self._column(left, place)
            if cell.height:
                cell.draw(canvas, x, inner)
            else:
                self._draw_lines(canvas, x, inner, tall)
        under = left + self._start
        line(canvas, (under, top - tall), self._room[0] - self._start, palette.LINE, 0.7)

    def _draw_lines(self, canvas: Canvas, x: float, top: float, tall: float) -> None:
        """Lines to write on where nothing was typed."""
        for place in range(1, max(1, int((tall - self._body) / _WRITING)) + 1):
            if place * _WRITING < tall - self._body * 0.9:
                line(canvas, (x, top - place * _WRITING), self._wide, palette.FIELD_BORDER, 0.4)
