# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""Envelopes without a window: the address where it is looked for, the sender small above it.

The upper right corner stays free for the stamp, and a band at the foot for the marks of the post.
"""

from collections.abc import Sequence
from io import BytesIO
from typing import Final

from servicedesk.documents import palette
from servicedesk.documents.addresses import fitted_address, is_short_of
from servicedesk.documents.fonts import SANS, Faces
from servicedesk.documents.sheets import MM, SAFE, SHEETS, Credits, new_canvas
from servicedesk.documents.stacks import Look, Piece, Stack
from servicedesk.documents.text import Ink, Words
from servicedesk.domain.blocks import PaperSize, Printed
from servicedesk.domain.envelopes import Addressee

STAMP: Final = 40 * MM
"""Height kept free at the head for stamp and postmark, in points."""

FOOT: Final = 18 * MM
"""Height kept free at the foot, in points."""

_LEFT: Final = 0.42
"""Where the address begins, as a part of the width."""

_LARGEST, _LEAST = 13.0, 8.0
_SENDER: Final = 8.0
_SENDER_WIDE: Final = 0.5
_SENDER_LINES: Final = 2


def envelopes_pdf(
    addressees: Sequence[Addressee], sender: str, size: PaperSize, faces: Faces, credits: Credits
) -> Printed:
    """Print envelopes, one to a page, across.

    Args:
        addressees: at least one.
        sender: whom it goes back to when it cannot be delivered, in one line; may be empty.
        size: DL, C5 or C6.
        faces: the registered fonts.
        credits: of the document.
    """
    ink = Ink(faces)
    height, width = SHEETS[size]
    target = BytesIO()
    canvas = new_canvas(target, (width, height), credits)
    left = width * _LEFT
    room = (width - left - SAFE, height - STAMP - FOOT)
    look = Look(_SENDER, 1.35, palette.SOFT_INK)
    back = Piece(Words(ink.plain(sender), SANS), look, width * _SENDER_WIDE, _SENDER_LINES)
    is_cut = False
    for one in addressees:
        Stack((back,)).draw(canvas, SAFE + 2, height - SAFE - 2)
        address = fitted_address(one.lines, ink, room, _LARGEST, _LEAST)
        top = height - STAMP - (room[1] - address.height) / 2
        address.draw(canvas, left, top)
        is_cut |= is_short_of(address, one.lines)
        canvas.showPage()
    canvas.save()
    cut = ("envelope",) if is_cut else ()
    return Printed(data=target.getvalue(), pages=len(addressees), missing=ink.missing, cut=cut)
