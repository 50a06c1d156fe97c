# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""The rows of the poster's siblings: results on the wall page, pairs of "You said, we did".

The smallest sizes are those of the poster (experience.md 4). The base of a result is never left
out: it is what makes a figure honest.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from types import MappingProxyType
from typing import Final, NamedTuple

from reportlab.pdfgen.canvas import Canvas

from servicedesk.documents import palette
from servicedesk.documents.fonts import BOLD, SANS, SERIF
from servicedesk.documents.poster_parts import Cell, Rows
from servicedesk.documents.poster_sizes import SINGLE_MOST, Frame, Limits, between
from servicedesk.documents.sheets import MM, colour
from servicedesk.documents.stacks import Look, Piece, Stack
from servicedesk.documents.text import Ink, Words
from servicedesk.domain.charters_live import Standing
from servicedesk.domain.papers_feedback import SaidDone
from servicedesk.domain.papers_wall import WallResult

_BAR: Final = "\u2013"
"""Stands in place of a figure where nothing was counted."""

_BESIDE: Final = 0.5
"""What follows the first word of a figure is set at this part of its size,"""

_APART: Final = 0.16
"""and so far from it, as a part of that size."""

_SHARE: Final = 0.32
"""The figures take at most this part of a cell's width."""

_COLOURS: Final[Mapping[Standing, str]] = MappingProxyType(
    {Standing.KEPT: palette.BRAND, Standing.MISSED: palette.DUE}
)
"""Any other standing is set in soft ink; the words under the figure say which it is."""


class ResultSizes(NamedTuple):
    """Type sizes and pad of the results, in points."""

    number: float
    unit: float
    line: float
    base: float
    pad: float


class PairSizes(NamedTuple):
    """Type sizes and pad of the pairs, in points."""

    label: float
    said: float
    done: float
    pad: float


_SINGLE: Final = (
    ResultSizes(number=40, unit=9.5, line=18, base=12, pad=4),
    ResultSizes(number=46, unit=11, line=20, base=13, pad=12),
    ResultSizes(number=88, unit=16, line=32, base=19, pad=27),
)
_DOUBLE: Final = (
    ResultSizes(number=28, unit=9, line=14, base=10.5, pad=4),
    ResultSizes(number=34, unit=10, line=16, base=11.5, pad=12),
    ResultSizes(number=56, unit=13, line=22, base=15, pad=26),
)
_PAIR: Final = (
    PairSizes(label=10.5, said=14, done=16, pad=6),
    PairSizes(label=12, said=17, done=19, pad=15),
    PairSizes(label=18, said=28, done=32, pad=28),
)
_FEW: Final = (*_PAIR[:2], PairSizes(label=22, said=40, done=46, pad=34))
_FEW_MOST: Final = 2
"""So many pairs grow beyond the usual, lest the sheet look empty."""


class FigurePiece(Piece):
    """A figure on one line: its first word large, the rest beside it on the same base line.

    Args:
        words: the first word, measured.
        rest: the others, measured; may be empty.
        look: of the first word.
    """

    __slots__ = ("_rest",)

    def __init__(self, words: Words, rest: Words, look: Look) -> None:
        super().__init__(words, look, words.natural_width(look.size) + 1)
        self._rest = rest

    def draw(self, canvas: Canvas, x: float, base: float, *, right: float | None = None) -> None:
        """Set the figure; see Piece.draw."""
        super().draw(canvas, x, base, right=right)
        size = self.look.size
        canvas.setFont(self._rest.font, size * _BESIDE)
        canvas.setFillColor(colour(self.look.colour))
        beside = x + self.words.natural_width(size) + size * _APART
        canvas.drawString(beside, base, self._rest.text)


@dataclass(frozen=True, slots=True, kw_only=True)
class _Result:
    """The measured words of one result."""

    first: Words
    rest: Words
    colour: str
    unit: Words
    line: Words
    base: Words
    note: Words

    def figure_width(self, size: float) -> float:
        """Width of the whole figure in points."""
        wide = self.first.natural_width(size)
        if self.rest:
            wide += size * _APART + self.rest.natural_width(size * _BESIDE)
        return wide

    def within(self, least: float, width: float) -> "_Result":
        """The result as it fits a column: a figure too wide for it goes on in the words below."""
        if not self.rest or self.figure_width(least) <= width:
            return self
        unit = f"{self.rest.text} {self.unit.text}".rstrip()
        return replace(self, rest=Words("", SERIF), unit=Words(unit, BOLD))


class ResultRows:
    """Sets the results of a wall page at any size.

    Args:
        results: what they say.
        ink: decides what can be printed.
        frame: the sheet.
    """

    def __init__(self, results: Sequence[WallResult], ink: Ink, frame: Frame) -> None:
        self._frame = frame
        self._results = [_measured(one, ink) for one in results]
        self._is_double = len(results) > SINGLE_MOST

    def __call__(self, grow: float, limits: Limits) -> Rows:
        """The results at a growth from 0 to 1; an odd one of two columns stands first and wide."""
        frame = self._frame
        gutter = 9 * MM * frame.scale
        knots = _DOUBLE if self._is_double else _SINGLE
        sizes = ResultSizes(*between(knots, grow, frame.scale))
        width = (frame.inner - gutter) / 2 if self._is_double else frame.inner
        least = knots[0].number * frame.scale
        results = [one.within(least, width * _SHARE) for one in self._results]
        column = self._column(results, sizes, width)
        if not self._is_double:
            single = [self._cell(one, sizes, (width, column), limits) for one in results]
            return Rows(rows=tuple((cell,) for cell in single), pad=sizes.pad, gutter=gutter)
        odd = len(results) % 2
        wide = [self._cell(one, sizes, (frame.inner, column), limits) for one in results[:odd]]
        cells = [self._cell(one, sizes, (width, column), limits) for one in results[odd:]]
        pairs = zip(cells[::2], cells[1::2], strict=True)
        return Rows(rows=(*((cell,) for cell in wide), *pairs), pad=sizes.pad, gutter=gutter)

    def _column(self, results: Sequence[_Result], sizes: ResultSizes, width: float) -> float:
        """Width of the figures' column in points: as wide as they ask, within its share."""
        figures = max((one.figure_width(sizes.number) for one in results), default=0.0)
        units = max((one.unit.widest_word(sizes.unit) for one in results), default=0.0)
        return max(min(max(figures, units), width * _SHARE), sizes.number * 1.2)

    def _cell(
        self, one: _Result, sizes: ResultSizes, room: tuple[float, float], limits: Limits
    ) -> Cell:
        width, column = room
        gap = sizes.number * 0.12 + 10 * self._frame.scale
        size = min(sizes.number, column / max(one.figure_width(1), 0.01))
        figure = Look(size=size, leading=1.0, colour=one.colour, is_figure=True)
        small = Look(sizes.unit, 1.22, palette.SOFT_INK, before=sizes.unit * 0.75, balance=True)
        line = Look(sizes.line, 1.24, palette.INK, balance=True)
        soft = Look(sizes.base, 1.34, palette.SOFT_INK, before=sizes.base * 0.5)
        text = width - column - gap
        is_tight = limits.remedy is not None
        return Cell(
            tick=0.0,
            label=Stack(
                (
                    FigurePiece(one.first, one.rest, figure),
                    Piece(one.unit, small, column, limits.unit),
                )
            ),
            text=Stack(
                (
                    Piece(one.line, line, text, limits.sentence or (2 if limits.short else None)),
                    Piece(one.base, soft, text, 2 if is_tight else None),
                    Piece(one.note, soft, text, 1 if is_tight else None),
                )
            ),
            column=column + gap,
            width=width,
        )


def _measured(one: WallResult, ink: Ink) -> _Result:
    first, _, rest = (ink.plain(one.figure).strip() or _BAR).partition(" ")
    return _Result(
        first=Words(first, SERIF),
        rest=Words(rest, SERIF),
        colour=_COLOURS.get(one.standing, palette.SOFT_INK),
        unit=Words(ink.plain(one.unit), BOLD),
        line=Words(ink.plain(one.line), BOLD),
        base=Words(ink.plain(one.base), SANS),
        note=Words(ink.plain(one.note), SANS),
    )


class PairRows:
    """Sets the pairs of "You said, we did" at any size.

    Args:
        paper: what they say.
        ink: decides what can be printed.
        frame: the sheet.
    """

    def __init__(self, paper: SaidDone, ink: Ink, frame: Frame) -> None:
        def words(text: str, font: str) -> Words:
            return Words(ink.plain(text), font)

        self._frame = frame
        self._label = words(paper.said, BOLD)
        self._pairs = [
            (words(one.said, SANS), words(one.lead or paper.done, BOLD), words(one.done, BOLD))
            for one in paper.pairs
        ]

    def __call__(self, grow: float, limits: Limits) -> Rows:
        """The pairs at a growth from 0 to 1."""
        frame = self._frame
        knots = _FEW if len(self._pairs) <= _FEW_MOST else _PAIR
        sizes = PairSizes(*between(knots, grow, frame.scale))
        cells = [self._cell(one, sizes, limits) for one in self._pairs]
        return Rows(rows=tuple((cell,) for cell in cells), pad=sizes.pad, gutter=0.0)

    def _cell(self, pair: tuple[Words, Words, Words], sizes: PairSizes, limits: Limits) -> Cell:
        frame = self._frame
        gap = 9 * MM * frame.scale
        left = (frame.inner - gap) * 0.45
        right = frame.inner - gap - left
        most = limits.sentence or (4 if limits.short else limits.panel)
        asked, did = (Look(sizes.label, 1.2, code) for code in (palette.SOFT_INK, palette.BRAND))
        said = Look(sizes.said, 1.3, palette.INK, before=sizes.label * 0.65)
        done = Look(sizes.done, 1.26, palette.INK, before=sizes.label * 0.65)
        return Cell(
            tick=0.0,
            label=Stack((Piece(self._label, asked, left, 1), Piece(pair[0], said, left, most))),
            text=Stack((Piece(pair[1], did, right, 1), Piece(pair[2], done, right, most))),
            column=left + gap,
            width=frame.inner,
            is_level=True,
        )
