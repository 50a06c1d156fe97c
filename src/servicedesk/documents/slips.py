# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""Pocket slips: four to a page, each a quarter of it (A6 on A4), with lines to cut along."""

from collections.abc import Sequence
from io import BytesIO
from typing import Final

from reportlab.pdfgen.canvas import Canvas

from servicedesk.documents import palette
from servicedesk.documents.fonts import BOLD, SANS, SERIF, Faces
from servicedesk.documents.rounds import line
from servicedesk.documents.sheets import MM, SAFE, SHEETS, Credits, colour, new_canvas
from servicedesk.documents.stacks import Look, Piece, Stack
from servicedesk.documents.text import Ink, Words
from servicedesk.domain.blocks import PaperSize, Printed
from servicedesk.domain.rounds import Slip

FOUR: Final = 4
_RIM: Final = SAFE + 1
_SIZES: Final = (10.5, 9.5, 8.5, 7.5)
"""Type sizes in points that are tried, the largest first."""

_LINE: Final = 8 * MM


def slips_pdf(slips: Sequence[Slip], size: PaperSize, faces: Faces, credits: Credits) -> Printed:
    """Print slips, four to a page.

    Args:
        slips: at least one.
        size: of the sheet, upright.
        faces: the registered fonts.
        credits: of the document.
    """
    ink = Ink(faces)
    width, height = SHEETS[size]
    target = BytesIO()
    canvas = new_canvas(target, (width, height), credits)
    room = (width / 2 - 2 * _RIM, height / 2 - 2 * _RIM)
    is_cut = False
    pages = 0
    for start in range(0, len(slips), FOUR):
        for place, slip in enumerate(slips[start : start + FOUR]):
            left = _RIM + (place % 2) * width / 2
            top = height - _RIM - (place // 2) * height / 2
            is_cut |= _Quarter(slip, ink, room).draw(canvas, left, top)
        draw_cuts(canvas, width, height)
        canvas.showPage()
        pages += 1
    canvas.save()
    cut = ("slip",) if is_cut else ()
    return Printed(data=target.getvalue(), pages=pages, missing=ink.missing, cut=cut)


def draw_cuts(canvas: Canvas, width: float, height: float) -> None:
    """Draw the lines along which a sheet of that size in points is cut into quarters."""
    canvas.setStrokeColor(colour(palette.FIELD_BORDER))
    canvas.setLineWidth(0.5)
    canvas.setDash(3, 3)
    canvas.line(0, height / 2, width, height / 2)
    canvas.line(width / 2, 0, width / 2, height)
    canvas.setDash()


class _Quarter:
    """One slip at the largest type size at which all of it fits.

    Args:
        slip: what it says.
        ink: what it is written with.
        room: width and height between its rims, in points.
    """

    def __init__(self, slip: Slip, ink: Ink, room: tuple[float, float]) -> None:
        self._slip, self._ink = slip, ink
        self._width, self._height = room
        self._lay_out(_SIZES[0], most=None)
        for size in _SIZES[1:]:
            if self._tall <= self._height:
                return
            self._lay_out(size, most=None)
        if self._tall > self._height:
            self._lay_out(_SIZES[-1], most=4)

    def _lay_out(self, size: float, most: int | None) -> None:
        self._size = size
        self._head = Stack(
            (
                self._piece(self._slip.business, size, palette.SOFT_INK, BOLD, 2),
                self._piece(self._slip.heading, size * 1.55, palette.BRAND, SERIF, 2, size * 0.6),
            )
        )
        self._pairs = [
            (
                self._piece(label, size * 0.86, palette.SOFT_INK, BOLD, 1),
                self._piece(value, size * 1.05, palette.INK, SANS, most),
            )
            for label, value in self._slip.pairs
        ]
        self._foot = Stack((self._piece(self._slip.foot, size * 0.86, palette.INK, SANS, most),))

    def _piece(
        self, text: str, size: float, code: str, font: str, most: int | None, before: float = 0.0
    ) -> Piece:
        words = Words(self._ink.plain(text), font)
        return Piece(words, Look(size, 1.28, code, before), self._width, most)

    @property
    def _tall(self) -> float:
        around = self._head.height + self._size * 2 + self._foot.height + self._size
        return around + sum(self._pair_height(*pair) for pair in self._pairs)

    def _pair_height(self, label: Piece, value: Piece) -> float:
        inside = value.height + self._size * 0.45 if value.count else _LINE
        return label.height + inside + self._size * 0.85

    def draw(self, canvas: Canvas, left: float, top: float) -> bool:
        """Draw the slip by its upper left corner; whether words were left out."""
        self._head.draw(canvas, left, top)
        rule = top - self._head.height - self._size * 0.7
        line(canvas, (left, rule), self._width, palette.BRAND, 1.2)
        level = rule - self._size * 1.2
        for label, value in self._pairs:
            Stack((label,)).draw(canvas, left, level)
            if value.count:
                Stack((value,)).draw(canvas, left, level - label.height - self._size * 0.45)
            else:
                under = level - label.height - _LINE
                line(canvas, (left, under), self._width, palette.FIELD_BORDER)
            level -= self._pair_height(label, value)
        floor = top - self._height
        self._foot.draw(canvas, left, floor + self._foot.height)
        return any(piece.cut for pair in self._pairs for piece in pair) or self._foot.cut
