# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""Rows of the papers that ask customers: rings to mark, lines to write on, what they agree to."""

from collections.abc import Iterator
from dataclasses import replace
from typing import Final

from reportlab.pdfgen.canvas import Canvas

from servicedesk.documents import palette
from servicedesk.documents.complaint_form_rows import FormLook, Row
from servicedesk.documents.fonts import BOLD, CAP_HEIGHT, SANS, SERIF
from servicedesk.documents.marks import draw_logo
from servicedesk.documents.qr_codes import draw_code
from servicedesk.documents.rounds import box, line
from servicedesk.documents.sheets import MM, colour
from servicedesk.documents.stacks import Look, Piece, Stack
from servicedesk.documents.text import Words
from servicedesk.domain.blocks import Logo
from servicedesk.domain.papers_feedback import Answering, ScaleGrid, ScaleQuestion

_RING: Final = 0.92
"""Radius of a ring, as a part of the body's size."""

_STEP: Final = 4.6
"""From one ring to the next at most, as a part of the body's size."""

_GRID_LABEL: Final = 0.46
"""What is asked in a grid takes this part of the column."""

_CODE: Final = 20 * MM
_LOGO: Final = (34 * MM, 14 * MM)
"""The most that a logo takes, width and height."""


class TitleRow:
    """Whose paper it is, its heading, the logo at the right, and a rule below.

    Args:
        business: trading name.
        heading: over the questions.
        look: how it is set.
        most: lines that each may take.
        logo: or None.
    """

    keeps = True

    def __init__(
        self,
        business: str,
        heading: str,
        look: FormLook,
        most: int | None,
        logo: Logo | None = None,
    ) -> None:
        self._look, self._logo = look, logo
        room = look.column - (_LOGO[0] + 5 * MM if logo is not None else 0.0)
        name = Words(look.ink.plain(business), BOLD)
        head = Words(look.ink.plain(heading), SERIF)
        size = head.largest(look.body * 2.1, look.body * 1.3, room, 2)
        self.stack = Stack(
            (
                Piece(name, Look(look.body, 1.3, palette.SOFT_INK), room, most),
                Piece(head, Look(size, 1.15, palette.BRAND, look.body * 0.6), room, most),
            )
        )
        self._inner = max(self.stack.height, 0.0 if logo is None else _LOGO[1])
        self.tall = self._inner + look.body * 1.9

    def draw(self, canvas: Canvas, left: float, top: float) -> None:
        """Draw it by its upper left corner, in points."""
        self.stack.draw(canvas, left, top)
        if self._logo is not None:
            wide = min(_LOGO[0], _LOGO[1] * self._logo.width / self._logo.height)
            tall = min(_LOGO[1], _LOGO[0] * self._logo.height / self._logo.width)
            corner = (left + self._look.column - wide, top - tall)
            draw_logo(canvas, self._logo, corner, (wide, tall), 0)
        rule = top - self._inner - self._look.body * 0.8
        line(canvas, (left, rule), self._look.column, palette.BRAND, 1.6)


class WordsRow:
    """Words of one look.

    Args:
        text: plain text.
        look: how it is set.
        after: space below, as a part of the body's size.
        size: type size in points; the body's for nought.
        code: colour.
        font: of the words.
        keeps: the next row stands on the same page.
        most: lines.
    """

    def __init__(
        self,
        text: str,
        look: FormLook,
        *,
        after: float = 0.6,
        size: float = 0.0,
        code: str = palette.INK,
        font: str = SANS,
        keeps: bool = False,
        most: int | None = None,
    ) -> None:
        set_in = Look(size or look.body, 1.34, code)
        self.stack = Stack((Piece(Words(look.ink.plain(text), font), set_in, look.column, most),))
        self.tall = self.stack.height + look.body * after if self.stack.height else 0.0
        self.keeps = keeps

    def draw(self, canvas: Canvas, left: float, top: float) -> None:
        """Draw it by its upper left corner, in points."""
        self.stack.draw(canvas, left, top)


class SpaceRow:
    """Nothing but space.

    Args:
        tall: in points.
        keeps: the next row stands on the same page.
    """

    def __init__(self, tall: float, *, keeps: bool = False) -> None:
        self.tall = tall
        self.keeps = keeps

    def draw(self, canvas: Canvas, left: float, top: float) -> None:
        """Nothing is drawn."""


class RingsRow:
    """Rings with the points of a scale in them, and words under both ends."""

    keeps = False

    def __init__(self, question: ScaleQuestion, look: FormLook) -> None:
        self._look = look
        self._points = question.points
        self._step = min(look.column / max(1, len(question.points)), look.body * _STEP)
        self._wide = self._step * len(question.points)
        half = self._wide / 2 - look.body * 0.4
        said = Look(look.small, 1.25, palette.SOFT_INK)
        self._ends = tuple(
            Stack((Piece(Words(look.ink.plain(one), SANS), said, half),))
            for one in (question.low, question.high)
        )
        below = max(one.height for one in self._ends)
        self._radius = min(look.body * _RING, self._step * 0.46)
        self.tall = 2 * self._radius + (below + look.body * 0.5 if below else 0.0) + look.body

    def draw(self, canvas: Canvas, left: float, top: float) -> None:
        """Draw it by its upper left corner, in points."""
        middle = top - self._radius
        for place, point in enumerate(self._points):
            centre = left + self._radius + place * self._gap
            ring(canvas, (centre, middle), self._radius, point, self._look)
        under = top - 2 * self._radius - self._look.body * 0.5
        low, high = self._ends
        low.draw(canvas, left, under)
        high.draw(canvas, 0, under, right=left + self._reach)

    @property
    def _gap(self) -> float:
        """From one ring to the next, so that the last one ends where the row does."""
        return (self._wide - 2 * self._radius) / max(1, len(self._points) - 1)

    @property
    def _reach(self) -> float:
        return 2 * self._radius + self._gap * max(0, len(self._points) - 1)


def ring(
    canvas: Canvas, centre: tuple[float, float], radius: float, point: str, look: FormLook
) -> None:
    """A ring with a point of a scale in it, by its middle, in points."""
    canvas.setStrokeColor(colour(palette.BRAND))
    canvas.setFillColor(colour(palette.INK))
    canvas.setLineWidth(0.9)
    canvas.circle(*centre, radius, stroke=1, fill=0)
    size = min(look.body, radius * 1.15)
    canvas.setFont(BOLD, size)
    canvas.drawCentredString(centre[0], centre[1] - size * CAP_HEIGHT / 2, look.ink.plain(point))


class GridHead:
    """Words over the first and the last ring of a grid, and over its last box."""

    keeps = True

    def __init__(self, grid: ScaleGrid, look: FormLook) -> None:
        self._columns = GridColumns(grid, look)
        wide = self._columns.step * max(1.0, len(grid.points) / 2) - look.body * 0.3
        said = Look(look.small, 1.25, palette.SOFT_INK)
        low, high, none = (Words(look.ink.plain(one), SANS)
                           for one in (grid.low, grid.high, grid.none))  # fmt: skip
        self._ends = [Stack((Piece(one, said, wide),)) for one in (low, high)]
        self._none = Stack((Piece(none, said, self._columns.none),))
        self._highest = max(one.height for one in (*self._ends, self._none))
        self.tall = self._highest + look.body * 0.7

    def draw(self, canvas: Canvas, left: float, top: float) -> None:
        """Draw it by its upper left corner, in points."""
        columns = self._columns
        low, high = self._ends
        low.draw(canvas, left + columns.first, top - self._highest + low.height)
        high.draw(canvas, 0, top - self._highest + high.height, right=left + columns.end)
        if columns.none:
            right = left + columns.column
            self._none.draw(canvas, 0, top - self._highest + self._none.height, right=right)


class GridColumns:
    """Where the rings of a grid stand, in points from the left edge of its column."""

    def __init__(self, grid: ScaleGrid, look: FormLook) -> None:
        self.column = look.column
        self.first = look.column * _GRID_LABEL
        self.none = look.column * 0.14 if grid.none else 0.0
        room = look.column - self.first - self.none - look.body * 0.5
        self.step = room / max(1, len(grid.points))
        self.radius = min(look.body * _RING, self.step * 0.44)
        self.end = self.first + self.step * (len(grid.points) - 1) + 2 * self.radius


class GridLine:
    """One line of a grid: what is asked, its rings, and the box for "does not apply"."""

    def __init__(self, text: str, grid: ScaleGrid, look: FormLook, *, keeps: bool) -> None:
        self.keeps = keeps
        self._look, self._grid = look, grid
        self._columns = GridColumns(grid, look)
        self._text = look.stack(text, self._columns.first - look.body)
        self._inner = max(self._text.height, 2 * self._columns.radius)
        self.tall = self._inner + look.body * 0.75

    def draw(self, canvas: Canvas, left: float, top: float) -> None:
        """Draw it by its upper left corner, in points."""
        columns, look = self._columns, self._look
        middle = top - self._inner / 2
        self._text.draw(canvas, left, middle + self._text.height / 2)
        for place, point in enumerate(self._grid.points):
            centre = left + columns.first + columns.radius + place * columns.step
            ring(canvas, (centre, middle), columns.radius, point, look)
        if columns.none:
            side = look.body * 1.1
            box(canvas, (left + columns.column - side, middle - side / 2), side)
        rule = top - self._inner - look.body * 0.37
        line(canvas, (left, rule), look.column, palette.LINE, 0.5)


class WritingLine:
    """A line to write on, after its label where there is one."""

    def __init__(self, look: FormLook, label: str = "", *, keeps: bool = False) -> None:
        self.keeps = keeps
        self._look = look
        natural = look.natural(label) if label else 0.0
        self._is_above = natural > look.column * 0.6
        self._label = look.stack(label, look.column)
        self._start = natural + look.body * 0.5 if label and not self._is_above else 0.0
        above = self._label.height + look.body * 0.5 if self._is_above else 0.0
        self.tall = above + look.writing

    def draw(self, canvas: Canvas, left: float, top: float) -> None:
        """Draw it by its upper left corner, in points."""
        look = self._look
        level = top - self.tall + look.body * 0.25
        base = top if self._is_above else level + look.body * (CAP_HEIGHT + 0.08)
        self._label.draw(canvas, left, base)
        wide = look.column - self._start
        line(canvas, (left + self._start, level), wide, palette.FIELD_BORDER)


class TickRow:
    """A box to tick with its words beside it."""

    keeps = True

    def __init__(self, text: str, look: FormLook) -> None:
        self._look = look
        self._side = look.body * 1.05
        self._words = look.stack(text, look.column - self._side * 1.6)
        self.tall = max(self._words.height, self._side) + look.body * 0.6

    def draw(self, canvas: Canvas, left: float, top: float) -> None:
        """Draw it by its upper left corner, in points."""
        middle = top - CAP_HEIGHT * self._look.body / 2
        box(canvas, (left, middle - self._side / 2), self._side)
        self._words.draw(canvas, left + self._side * 1.6, top)


class ElsewhereRow:
    """What we do with the answers, where else one can answer, and the square code that leads there.

    Args:
        answering: see Answering.
        look: how it is set.
        most: lines that each text may take.
    """

    keeps = False

    def __init__(self, answering: Answering, look: FormLook, most: int | None) -> None:
        self._look = look
        self._code = answering.code
        side = _CODE + look.body if answering.code else 0.0
        wide = look.column - side
        said = Look(look.small, 1.3, palette.SOFT_INK)
        where = Look(look.small, 1.3, palette.INK, look.small * 0.6)
        self.stack = Stack(
            (
                Piece(Words(look.ink.plain(answering.privacy), SANS), said, wide, most),
                Piece(Words(look.ink.plain(answering.elsewhere), BOLD), where, wide, most),
            )
        )
        self.tall = max(self.stack.height, _CODE if answering.code else 0.0)

    def draw(self, canvas: Canvas, left: float, top: float) -> None:
        """Draw it by its upper left corner, in points."""
        self.stack.draw(canvas, left, top)
        if self._code:
            right = left + self._look.column
            draw_code(canvas, self._code, (right - _CODE, top - _CODE), _CODE)


def scale_rows(question: ScaleQuestion, look: FormLook) -> Iterator[Row]:
    """A question and its rings."""
    yield WordsRow(question.text, look, font=BOLD, keeps=True, after=0.7)
    yield RingsRow(question, look)


def grid_rows(grid: ScaleGrid, look: FormLook) -> Iterator[Row]:
    """Several things on one scale, which stay together."""
    yield WordsRow(grid.text, look, font=BOLD, keeps=True, after=0.7)
    yield GridHead(grid, look)
    for place, text in enumerate(grid.lines, 1):
        yield GridLine(text, grid, look, keeps=place < len(grid.lines))
    yield SpaceRow(look.body * 0.9)


def open_rows(text: str, lines: int, look: FormLook) -> Iterator[Row]:
    """A question with lines to write on."""
    yield WordsRow(text, look, font=BOLD, keeps=True, after=0.0)
    for place in range(lines):
        yield WritingLine(look, keeps=place < lines - 1)
    yield SpaceRow(look.body * 0.9)


def answering_rows(answering: Answering, look: FormLook) -> Iterator[Row]:
    """How they are reached, and what they agree to."""
    yield WritingLine(look, answering.contact, keeps=True)
    yield SpaceRow(look.body * 0.8, keeps=True)
    yield from consent_rows(answering, look)


def consent_rows(answering: Answering, look: FormLook) -> Iterator[Row]:
    """What they agree to, and the name under which it is shown."""
    for text in answering.consents:
        yield TickRow(text, look)
    if answering.shown_as:
        yield WritingLine(look, answering.shown_as, keeps=True)


class BesideCode:
    """What they agree to, with the square code at its right where there is one.

    Args:
        answering: see Answering.
        look: how it is set.
    """

    keeps = False

    def __init__(self, answering: Answering, look: FormLook) -> None:
        self._code, self._column = answering.code, look.column
        taken = _CODE + look.body if answering.code else 0.0
        self._rows = list(consent_rows(answering, replace(look, column=look.column - taken)))
        least = _CODE if answering.code else 0.0
        self.tall = max(sum(row.tall for row in self._rows), least) + look.body * 0.5

    def draw(self, canvas: Canvas, left: float, top: float) -> None:
        """Draw it by its upper left corner, in points."""
        if self._code:
            draw_code(canvas, self._code, (left + self._column - _CODE, top - _CODE), _CODE)
        for row in self._rows:
            row.draw(canvas, left, top)
            top -= row.tall
