# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""The last pages of a complaint's pack: one picture to a page, with what it is above it."""

from collections.abc import Sequence
from dataclasses import dataclass
from io import BytesIO
from typing import Final

from servicedesk.documents import palette
from servicedesk.documents.fonts import BOLD, SANS, Faces
from servicedesk.documents.marks import draw_logo
from servicedesk.documents.rounds import line
from servicedesk.documents.sheets import SAFE, SHEETS, Credits, new_canvas
from servicedesk.documents.stacks import Look, Piece, Stack
from servicedesk.documents.text import Ink, Words
from servicedesk.domain.blocks import Logo, PaperSize, Printed

_EDGE: Final = SAFE + 6
_BODY: Final = 10.5
_POINTS_A_PIXEL: Final = 72 / 96
"""A small picture is not blown up beyond what a screen would show of it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ShownPicture:
    """A picture that lies with a complaint.

    Args:
        heading: such as "File 3: tap.jpg".
        detail: the day, and what it lies with.
        picture: checked.
    """

    heading: str
    detail: str
    picture: Logo


def picture_pages_pdf(
    pictures: Sequence[ShownPicture], size: PaperSize, faces: Faces, credits: Credits
) -> Printed:
    """Print pictures, one to a page.

    Args:
        pictures: at least one.
        size: of the sheet, upright.
        faces: the registered fonts.
        credits: of the document.
    """
    ink = Ink(faces)
    width, height = SHEETS[size]
    target = BytesIO()
    canvas = new_canvas(target, (width, height), credits)
    column = width - 2 * _EDGE
    for one in pictures:
        heading = Words(ink.plain(one.heading), BOLD)
        detail = Words(ink.plain(one.detail), SANS)
        head = Stack(
            (
                Piece(heading, Look(_BODY, 1.3, palette.INK), column, 2),
                Piece(detail, Look(_BODY, 1.3, palette.SOFT_INK, before=4.0), column, 1),
            )
        )
        head.draw(canvas, _EDGE, height - _EDGE)
        rule = height - _EDGE - head.height - _BODY * 0.8
        line(canvas, (_EDGE, rule), column, palette.BRAND, 1.2)
        room = rule - _BODY - _EDGE
        wide = min(column, one.picture.width * _POINTS_A_PIXEL)
        tall = min(room, one.picture.height * _POINTS_A_PIXEL)
        corner = (_EDGE, rule - _BODY - tall)
        zoom = min(wide / one.picture.width, tall / one.picture.height)
        box = (one.picture.width * zoom, tall)
        draw_logo(canvas, one.picture, corner, box, 0)
        canvas.showPage()
    canvas.save()
    return Printed(data=target.getvalue(), pages=len(pictures), missing=ink.missing)
