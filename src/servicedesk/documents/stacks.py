# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""Lines of type set one below the other, with their heights, for pages that we lay out ourselves.

Heights count from the top of the first capital to just below the last line, so that two stacks
of equal height look equally tall whatever their type sizes are.
"""

from dataclasses import dataclass

from reportlab.lib.colors import HexColor
from reportlab.pdfgen.canvas import Canvas

from servicedesk.documents.fonts import CAP_HEIGHT, DESCENT
from servicedesk.documents.text import Words

_FLAT = 0.02
_TAILED = frozenset("gjpqyQJ,;()[]$/|_")


@dataclass(frozen=True, slots=True, kw_only=True)
class Piece:
    """Lines of one look.

    Args:
        lines: as they stand.
        font: a registered font.
        size: type size in points.
        leading: from one base line to the next, in points.
        colour: ``#RRGGBB``.
        before: space above, in points; counts unless the piece stands first.
        cut: whether words were left out to fit.
        tail: what counts below the last base line, as a part of the size.
    """

    lines: tuple[str, ...]
    font: str
    size: float
    leading: float
    colour: str
    before: float = 0.0
    cut: bool = False
    tail: float = DESCENT

    @property
    def height(self) -> float:
        """From the top of the first capital to just below the last line, in points."""
        if not self.lines:
            return 0.0
        return (CAP_HEIGHT + self.tail) * self.size + (len(self.lines) - 1) * self.leading


@dataclass(frozen=True, slots=True, kw_only=True)
class Look:
    """How words are set: size in points, leading as a part of it, colour, space above.

    ``balance`` makes the lines equally long; ``is_figure`` counts no room below the base line
    when nothing reaches there.
    """

    size: float
    leading: float
    colour: str
    before: float = 0.0
    balance: bool = False
    is_figure: bool = False


def piece(words: Words, look: Look, width: float, most: int | None = None) -> Piece:
    """Words broken to a width in points; beyond the most lines they end with an ellipsis."""
    lines: list[str] = []
    cut = False
    if words:
        breaker = words.balanced if look.balance else words.unwidowed
        lines = breaker(look.size, width)
        cut = most is not None and len(lines) > most
        if cut and most is not None:
            lines = words.shortened(lines, most, look.size, width)
    is_flat = look.is_figure and not _TAILED.intersection("".join(lines[-1:]))
    return Piece(
        lines=tuple(lines),
        font=words.font,
        size=look.size,
        leading=look.size * look.leading,
        colour=look.colour,
        before=look.before,
        cut=cut,
        tail=_FLAT if is_flat else DESCENT,
    )


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
        held = [piece for piece in self.pieces if piece.lines]
        return sum(piece.height for piece in held) + sum(piece.before for piece in held[1:])

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
            if not piece.lines:
                continue
            top -= 0.0 if first else piece.before
            first = False
            canvas.setFont(piece.font, piece.size)
            canvas.setFillColor(HexColor(piece.colour))
            base = top - CAP_HEIGHT * piece.size
            for line in piece.lines:
                if right is None:
                    canvas.drawString(x, base, line)
                else:
                    canvas.drawRightString(right, base, line)
                base -= piece.leading
            top -= piece.height
