# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""The form to complain on paper, on both sides of a sheet; in large print on more."""

from collections.abc import Iterator
from io import BytesIO
from typing import Final

from servicedesk.documents.complaint_form_rows import FormLook, Row, head_rows, section_rows
from servicedesk.documents.fonts import Faces
from servicedesk.documents.form_pages import draw_pages, form_look, fullest
from servicedesk.documents.sheets import SHEETS, Credits, new_canvas
from servicedesk.documents.text import Ink
from servicedesk.domain.blocks import PaperSize, Printed
from servicedesk.domain.complaints_form import ComplaintForm
from servicedesk.domain.phrases import Phrases

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
    look, room = form_look(ink, size, large=large)
    pages = fullest(lambda more: list(_rows(form, look, more)), room, _MOST_MORE)
    target = BytesIO()
    credits = Credits(title=form.title, author=form.business, language=form.language)
    canvas = new_canvas(target, SHEETS[size], credits)
    draw_pages(canvas, pages, look, SHEETS[size][1], (form.business, phrases))
    canvas.save()
    return Printed(data=target.getvalue(), pages=len(pages), missing=ink.missing)


def _rows(form: ComplaintForm, look: FormLook, more: int) -> Iterator[Row]:
    yield from head_rows(form, look)
    for number, section in enumerate(form.sections, 1):
        yield from section_rows(section, look, number, more)
    yield from section_rows(form.ours, look, 0, 0)
