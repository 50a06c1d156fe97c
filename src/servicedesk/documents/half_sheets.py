# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""Question sheets, two to a page, one above the other with a line to cut along between them."""

from dataclasses import dataclass
from io import BytesIO
from typing import Final

from reportlab.pdfgen.canvas import Canvas

from servicedesk.documents import palette
from servicedesk.documents.fonts import BOLD, SANS, SERIF, Faces
from servicedesk.documents.sheets import MM, SAFE, SHEETS, Credits, colour, new_canvas
from servicedesk.documents.stacks import Look, Piece, Stack
from servicedesk.documents.text import Ink, Words
from servicedesk.domain.blocks import PaperSize, Printed
from servicedesk.domain.charters_asking import QuestionSheet, SheetQuestion

_EDGE: Final = SAFE + 1
"""The margin in points: round letters reach a little above the line of the capitals."""

_GUTTER: Final = 9 * MM
_WRITING: Final = 7.2 * MM
"""From one line to write on to the next: room for a hand at a counter."""

_BODIES: Final = (10.5, 10.0, 9.5, 9.0, 8.5)
"""Type sizes in points that are tried, the largest first."""

_CUT_AFTER: Final = 2
"""So many questions stand in the left column."""


def half_sheets_pdf(sheet: QuestionSheet, size: PaperSize, faces: Faces) -> Printed:
    """Print a question sheet twice on one page.

    Args:
        sheet: what it says.
        size: the whole page, upright, which is cut across the middle.
        faces: the registered fonts.
    """
    ink = Ink(faces)
    width, height = SHEETS[size]
    target = BytesIO()
    credits = Credits(title=sheet.title, author=sheet.business, language=sheet.language)
    canvas = new_canvas(target, (width, height), credits)
    half = _fitted(sheet, ink, width - 2 * _EDGE, height / 2 - 2 * _EDGE)
    for top in (height - _EDGE, height / 2 - _EDGE):
        half.draw(canvas, _EDGE, top)
    canvas.setStrokeColor(colour(palette.FIELD_BORDER))
    canvas.setLineWidth(0.5)
    canvas.setDash(3, 3)
    canvas.line(_EDGE, height / 2, width - _EDGE, height / 2)
    canvas.showPage()
    canvas.save()
    cut = ("heading",) if half.head.cut else ()
    return Printed(data=target.getvalue(), pages=1, missing=ink.missing, cut=cut)


def _fitted(sheet: QuestionSheet, ink: Ink, width: float, height: float) -> "_Half":
    """The half page at the largest type size at which it holds its lines."""
    *larger, least = _BODIES
    tried = (_Half(sheet, ink, body, (width, height)) for body in larger)
    roomy = (half for half in tried if half.is_roomy)
    return next(roomy, None) or _Half(sheet, ink, least, (width, height))


@dataclass(frozen=True, slots=True, kw_only=True)
class _Asked:
    """A question ready to be drawn."""

    text: Stack
    choices: tuple[Stack, ...]
    lines: int

    def height(self, body: float) -> float:
        """In points, with the space below it."""
        ticks = sum(max(choice.height, body) + body * 0.75 for choice in self.choices)
        return self.text.height + body * 0.7 + ticks + self.lines * _WRITING + body * 1.1


class _Half:
    """One half page, laid out at one type size.

    Args:
        sheet: what it says.
        ink: what it is written with.
        body: type size of the questions in points.
        room: width and height between the margins, in points.
    """

    def __init__(
        self, sheet: QuestionSheet, ink: Ink, body: float, room: tuple[float, float]
    ) -> None:
        self._body = body
        self._width, self._height = room
        self._column = (self._width - _GUTTER) / 2
        heading = Words(ink.plain(sheet.heading), SERIF)
        name = Words(ink.plain(sheet.business), BOLD)
        self.head = Stack(
            (
                Piece(name, Look(body, 1.3, palette.SOFT_INK), self._width, 1),
                Piece(heading, Look(body * 1.75, 1.2, palette.BRAND, body * 0.6), self._width, 1),
                self._running(ink, sheet.intro, body * 0.7, self._width),
            )
        )
        self._thanks = Stack((self._running(ink, sheet.thanks, 0.0, self._width * 0.62),))
        self._day = Stack((self._running(ink, sheet.day, 0.0, self._width * 0.2),))
        asked = [self._asked(ink, question) for question in sheet.questions]
        self._columns = (asked[:_CUT_AFTER], asked[_CUT_AFTER:])

    def _running(self, ink: Ink, text: str, before: float, width: float) -> Piece:
        look = Look(self._body, 1.35, palette.INK, before)
        return Piece(Words(ink.plain(text), SANS), look, width)

    def _asked(self, ink: Ink, question: SheetQuestion) -> _Asked:
        look = Look(self._body, 1.3, palette.INK)
        inside = self._column - self._body * 1.9
        return _Asked(
            text=Stack((Piece(Words(ink.plain(question.text), BOLD), look, self._column),)),
            choices=tuple(
                Stack((self._running(ink, choice, 0.0, inside),)) for choice in question.choices
            ),
            lines=question.lines,
        )

    @property
    def _left(self) -> float:
        """Height in points that the questions may take."""
        foot = max(self._thanks.height, self._body) + self._body * 1.4
        return self._height - self.head.height - self._body * 2 - foot

    @property
    def is_roomy(self) -> bool:
        """Whether both columns hold all that stands in them."""
        return all(
            sum(asked.height(self._body) for asked in column) <= self._left
            for column in self._columns
        )

    def draw(self, canvas: Canvas, left: float, top: float) -> None:
        """Draw the half page; ``left`` and ``top`` are its corner between the margins."""
        self.head.draw(canvas, left, top)
        canvas.setStrokeColor(colour(palette.BRAND))
        canvas.setLineWidth(1.4)
        canvas.setDash()
        rule = top - self.head.height - self._body * 0.7
        canvas.line(left, rule, left + self._width, rule)
        for number, column in enumerate(self._columns):
            x = left + number * (self._column + _GUTTER)
            self._draw_column(canvas, column, x, rule - self._body * 1.3)
        self._draw_foot(canvas, left, top - self._height)

    def _draw_column(self, canvas: Canvas, column: list[_Asked], x: float, top: float) -> None:
        body = self._body
        spare = max(0.0, self._left - sum(asked.height(body) for asked in column))
        written = sum(1 for asked in column if asked.lines) or 1
        more = min(2, int(spare / written / _WRITING))
        for asked in column:
            asked.text.draw(canvas, x, top)
            top -= asked.text.height + body * 0.7
            for choice in asked.choices:
                canvas.setStrokeColor(colour(palette.INK))
                canvas.setLineWidth(0.8)
                canvas.roundRect(x, top - body * 0.95, body * 0.95, body * 0.95, 1.5)
                choice.draw(canvas, x + body * 1.7, top - body * 0.13)
                top -= max(choice.height, body) + body * 0.75
            top = self._draw_lines(canvas, x, top, asked.lines + more if asked.lines else 0)
            top -= body * 1.1

    def _draw_lines(self, canvas: Canvas, x: float, top: float, count: int) -> float:
        """Lines to write on; returns where they end."""
        canvas.setStrokeColor(colour(palette.FIELD_BORDER))
        canvas.setLineWidth(0.6)
        for _ in range(count):
            top -= _WRITING
            canvas.line(x, top, x + self._column, top)
        return top

    def _draw_foot(self, canvas: Canvas, left: float, floor: float) -> None:
        self._thanks.draw(canvas, left, floor + self._thanks.height)
        right = left + self._width
        start = right - self._width * 0.28
        self._day.draw(canvas, start, floor + self._day.height)
        canvas.setStrokeColor(colour(palette.FIELD_BORDER))
        canvas.setLineWidth(0.6)
        canvas.line(start + self._body * 2.6, floor, right, floor)
