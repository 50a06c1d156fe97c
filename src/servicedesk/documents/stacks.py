# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""Lines of type set one below the other, with their heights, for pages that we lay out ourselves.

Heights count from the top of the first capital to just below the last line, so that two stacks
of equal height look equally tall whatever their type sizes are.
"""

from dataclasses import dataclass
from typing import NamedTuple

from reportlab.pdfgen.canvas import Canvas

from servicedesk.documents.fonts import CAP_HEIGHT, DESCENT
from servicedesk.documents.sheets import colour
from servicedesk.documents.text import Words

_FLAT = 0.02
_TAILED = frozenset("gjpqyQJ,;()[]$/|_")


class Look(NamedTuple):
    """How words are set.

    Args:
        size: type size in points.
        leading: from one base line to the next, as a part of the size.
        colour: ``#RRGGBB``.
        before: space above in points; counts unless the piece stands first.
        balance: whether lines are made equally long.
        is_figure: whether no room counts below the base line when nothing reaches there.
    """

    size: float
    leading: float
    colour: str
    before: float = 0.0
    balance: bool = False
    is_figure: bool = False


class Piece:
    """Words of one look, broken to a width; its lines are made only when they are asked for.

    Args:
        words: measured.
        look: how they are set.
        width: in points.
        most: beyond so many lines they end with an ellipsis; None is no limit.
    """

    __slots__ = ("_most", "_whole", "_width", "count", "height", "look", "words")

    def __init__(self, words: Words, look: Look, width: float, most: int | None = None) -> None:
        self.words = words
        self.look = look
        self._width = width
        self._most = most
        self._whole = words.count(look.size, width)
        self.count = self._whole if most is None else min(most, self._whole)
        is_flat = look.is_figure and not _TAILED.intersection(words.text)
        tail = _FLAT if is_flat else DESCENT
        self.height = (
            (CAP_HEIGHT + tail + (self.count - 1) * look.leading) * look.size if self.count else 0.0
        )

    @property
    def cut(self) -> bool:
        """Whether words are left out to fit."""
        return self.count < self._whole

    @property
    def lines(self) -> list[str]:
        """The lines as they stand."""
        size = self.look.size
        if not self.count:
            return []
        if self.cut:
            return self.words.shortened(self.count, size, self._width)
        if self.look.balance:
            return self.words.balanced(size, self._width)
        return self.words.unwidowed(size, self._width)

    def draw(self, canvas: Canvas, x: float, base: float, *, right: float | None = None) -> None:
        """Set the lines on a canvas.

        Args:
            canvas: the page.
            x: left edge in points.
            base: of the first line, in points from the foot of the page.
            right: when given, lines end there instead of starting at x.
        """
        look = self.look
        canvas.setFont(self.words.font, look.size)
        canvas.setFillColor(colour(look.colour))
        for line in self.lines:
            if right is None:
                canvas.drawString(x, base, line)
            else:
                canvas.drawRightString(right, base, line)
            base -= look.size * look.leading


@dataclass(frozen=True, slots=True)
class Stack:
    """Pieces from top to bottom; empty ones take no room."""

    pieces: tuple[Piece, ...]

    @property
    def cut(self) -> bool:
        """Whether words were left out of any piece."""
        return any(piece.cut for piece in self.pieces)

    @property
    def height(self) -> float:
        """Height of the whole in points."""
        tall = 0.0
        for piece in self.pieces:
            if piece.count:
                tall += piece.height + (piece.look.before if tall else 0.0)
        return tall

    def draw(self, canvas: Canvas, x: float, top: float, *, right: float | None = None) -> None:
        """Set the lines on a canvas.

        Args:
            canvas: the page.
            x: left edge in points.
            top: where the first capital begins, in points from the foot of the page.
            right: when given, lines end there instead of starting at x.
        """
        first = True
        for piece in self.pieces:
            if not piece.count:
                continue
            look = piece.look
            top -= 0.0 if first else look.before
            first = False
            piece.draw(canvas, x, top - CAP_HEIGHT * look.size, right=right)
            top -= piece.height
