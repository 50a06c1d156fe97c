# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""The form to complain on paper, on both sides of a sheet; in large print on more."""

from collections.abc import Iterator
from dataclasses import dataclass
from io import BytesIO
from typing import Final

from reportlab.pdfgen.canvas import Canvas

from servicedesk.documents import palette
from servicedesk.documents.complaint_form_rows import FormLook, Row, head_rows, section_rows
from servicedesk.documents.fonts import SANS, Faces
from servicedesk.documents.rounds import line
from servicedesk.documents.sheets import MM, SAFE, SHEETS, Credits, colour, new_canvas
from servicedesk.documents.stacks import Look, Piece, Stack
from servicedesk.documents.text import Ink, Words
from servicedesk.documents.type_scale import LARGE_LEAST
from servicedesk.domain.blocks import PaperSize, Printed
from servicedesk.domain.complaints_form import ComplaintForm
from servicedesk.domain.phrases import Phrases

_EDGE: Final = SAFE + 4 * MM
_MOST_MORE: Final = 16
"""Lines that the story can have beyond its own."""


def complaint_form_pdf(
    form: ComplaintForm, size: PaperSize, faces: Faces, phrases: Phrases, *, large: bool = False
) -> Printed:
    """Print the form; the story takes the room that is left over on the last page.

    Args:
        form: what it says.
        size: A4 or Letter, upright.
        faces: the registered fonts.
        phrases: ``paper.page_of``.
        large: 16 points and up.
    """
    ink = Ink(faces)
    width, height = SHEETS[size]
    column = width - 2 * _EDGE
    look = (
        FormLook(ink=ink, body=LARGE_LEAST, small=LARGE_LEAST, writing=11.5 * MM, column=column)
        if large
        else FormLook(ink=ink, body=10.0, small=8.5, writing=7.6 * MM, column=column)
    )
    foot = _EDGE + look.small * 2.2
    room = height - _EDGE - foot
    best = _paged(form, look, room, 0)
    for more in range(_MOST_MORE, 0, -1):
        fuller = _paged(form, look, room, more)
        if len(fuller) == len(best):
            best = fuller
            break
    target = BytesIO()
    credits = Credits(title=form.title, author=form.business, language=form.language)
    canvas = new_canvas(target, (width, height), credits)
    for number, rows in enumerate(best, 1):
        for placed in rows:
            placed.row.draw(canvas, _EDGE, height - _EDGE - placed.below)
        said = phrases.say("paper.page_of", n=str(number), m=str(len(best)))
        _draw_foot(canvas, look, (form.business, said))
        canvas.showPage()
    canvas.save()
    return Printed(data=target.getvalue(), pages=len(best), missing=ink.missing)


@dataclass(frozen=True, slots=True)
class _Placed:
    """A row on its page: how far its upper edge lies below the first."""

    row: Row
    below: float


def _rows(form: ComplaintForm, look: FormLook, more: int) -> Iterator[Row]:
    yield from head_rows(form, look)
    for number, section in enumerate(form.sections, 1):
        yield from section_rows(section, look, number, more)
    yield from section_rows(form.ours, look, 0, 0)


def _paged(form: ComplaintForm, look: FormLook, room: float, more: int) -> list[list[_Placed]]:
    """The rows on their pages; a heading goes with the row after it."""
    pages: list[list[_Placed]] = [[]]
    used = 0.0
    rows = list(_rows(form, look, more))
    for place, row in enumerate(rows):
        wanted, last = row.tall, place
        while rows[last].keeps and last + 1 < len(rows):
            last += 1
            wanted += rows[last].tall
        if pages[-1] and used + wanted > room:
            pages.append([])
            used = 0.0
        pages[-1].append(_Placed(row, used))
        used += row.tall
    return pages


def _draw_foot(canvas: Canvas, look: FormLook, said: tuple[str, str]) -> None:
    text = Look(look.small, 1.3, palette.SOFT_INK)
    line(canvas, (_EDGE, _EDGE + look.small * 1.5), look.column, palette.LINE, 0.8)
    left, right = (Words(look.ink.plain(one), SANS) for one in said)
    top = _EDGE + look.small * 0.75
    canvas.setFillColor(colour(palette.SOFT_INK))
    Stack((Piece(left, text, look.column * 0.7, 1),)).draw(canvas, _EDGE, top)
    number = Stack((Piece(right, text, look.column * 0.3, 1),))
    number.draw(canvas, 0, top, right=_EDGE + look.column)
