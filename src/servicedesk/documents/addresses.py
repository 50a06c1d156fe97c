# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""An address fitted into a box: as large as it can be read, smaller for a long one, never over."""

from collections.abc import Sequence
from typing import Final

from servicedesk.documents import palette
from servicedesk.documents.fonts import SANS
from servicedesk.documents.stacks import Look, Piece, Stack
from servicedesk.documents.text import Ink, Words

_STEP: Final = 0.5
_APART: Final = 0.35
_TIGHT: Final = 0.1
"""What lies between the lines, in type sizes."""

_WRAPS: Final = 2.0
"""So many points above the smallest type, a line that is too long may go over two."""


def fitted_address(
    lines: Sequence[str], ink: Ink, room: tuple[float, float], largest: float, least: float
) -> Stack:
    """The lines in the largest type at which all have room, each on a line of its own if it can.

    What has no room even in the smallest type is cut and ends with an ellipsis; the last line,
    where the postcode stands, is kept.

    Args:
        lines: of the address.
        ink: what it is written with.
        room: width and height in points.
        largest: type size in points that is tried first.
        least: that is tried last.
    """
    size = largest
    while size >= least:
        stack = _stack(lines, ink, room[0], size, _APART)
        is_even = all(piece.count <= 1 for piece in stack.pieces)
        if stack.height <= room[1] and (is_even or size <= least + _WRAPS):
            return stack
        size -= _STEP
    tight = _stack(lines, ink, room[0], least, _TIGHT)
    if tight.height <= room[1]:
        return tight
    shorter = _stack(lines, ink, room[0], least, _TIGHT, most=1)
    while shorter.height > room[1] and len(shorter.pieces) > 2:
        *kept, _, last = shorter.pieces
        shorter = Stack((*kept, last))
    return shorter


def is_short_of(stack: Stack, lines: Sequence[str]) -> bool:
    """Whether anything of the lines is not there."""
    return stack.cut or len(stack.pieces) < len(lines)


def _stack(
    lines: Sequence[str],
    ink: Ink,
    width: float,
    size: float,
    apart: float,
    most: int | None = None,
) -> Stack:
    look = Look(size, 1 + apart * 0.7, palette.INK, before=size * apart)
    words = (Words(ink.plain(line).replace("\n", " "), SANS) for line in lines)
    return Stack(tuple(Piece(one, look, width, most) for one in words))
