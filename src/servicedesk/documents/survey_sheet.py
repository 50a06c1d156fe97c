# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""The survey sheet: every question that the business asks, on one page where they have room."""

from collections.abc import Iterator
from dataclasses import replace
from io import BytesIO
from typing import Final

from servicedesk.documents.asking_rows import (
    ElsewhereRow,
    SpaceRow,
    TitleRow,
    WordsRow,
    answering_rows,
    grid_rows,
    open_rows,
    scale_rows,
)
from servicedesk.documents.complaint_form_rows import FormLook, Row
from servicedesk.documents.fonts import BOLD, Faces
from servicedesk.documents.form_pages import Placed, draw_pages, form_look, fullest
from servicedesk.documents.sheets import MM, SHEETS, Credits, new_canvas
from servicedesk.documents.text import Ink
from servicedesk.domain.blocks import PaperSize, Printed
from servicedesk.domain.papers_feedback import ScaleGrid, ScaleQuestion, SurveySheet
from servicedesk.domain.phrases import Phrases
from servicedesk.domain.qr_address import ADDRESS_MOST

_CLOSER: Final = (9.5, 9.0)
"""Type sizes in points that are tried when the usual one needs a second page."""

_WRITING: Final = 7.0 * MM
_MOST_MORE: Final = 6
"""Lines that each open question can have beyond its own."""

_NAME_LINES: Final = 3


def survey_sheet_pdf(
    sheet: SurveySheet, size: PaperSize, faces: Faces, phrases: Phrases, *, large: bool = False
) -> Printed:
    """Print the sheet; open questions take the room that is left over.

    Args:
        sheet: what it asks.
        size: A4 or Letter, upright.
        faces: the registered fonts.
        phrases: ``paper.page_of``.
        large: 16 points and up.

    Returns:
        ``cut`` may name "code" where an address is too long for one, and "heading".
    """
    ink = Ink(faces)
    cut = ["code"] if len(sheet.answering.code.encode()) > ADDRESS_MOST else []
    if cut:
        sheet = replace(sheet, answering=replace(sheet.answering, code=""))
    look, room = form_look(ink, size, large=large)
    pages = _pages(sheet, look, room)
    for body in () if large else _CLOSER:
        if len(pages) > 1:
            closer = replace(look, body=body, small=body * 0.85, writing=_WRITING)
            fewer = _pages(sheet, closer, room)
            look, pages = (closer, fewer) if len(fewer) == 1 else (look, pages)
    title = _title(sheet, look)
    cut += ["heading"] if title.stack.cut else []
    imprint = sheet.imprint
    target = BytesIO()
    credits = Credits(title=imprint.title, author=imprint.business, language=imprint.language)
    canvas = new_canvas(target, SHEETS[size], credits)
    draw_pages(canvas, pages, look, SHEETS[size][1], (imprint.business, phrases))
    canvas.save()
    return Printed(data=target.getvalue(), pages=len(pages), missing=ink.missing, cut=tuple(cut))


def _pages(sheet: SurveySheet, look: FormLook, room: float) -> list[list[Placed]]:
    """The pages, with as many lines to write on as the last one has room for."""
    return fullest(lambda more: list(_rows(sheet, look, more)), room, _MOST_MORE)


def _title(sheet: SurveySheet, look: FormLook) -> TitleRow:
    return TitleRow(sheet.imprint.business, sheet.heading, look, _NAME_LINES, sheet.logo)


def _rows(sheet: SurveySheet, look: FormLook, more: int) -> Iterator[Row]:
    yield _title(sheet, look)
    yield WordsRow(sheet.intro, look, after=1.3)
    for item in sheet.items:
        if isinstance(item, ScaleQuestion):
            yield from scale_rows(item, look)
        elif isinstance(item, ScaleGrid):
            yield from grid_rows(item, look)
        else:
            yield from open_rows(item.text, item.lines + more, look)
    yield from answering_rows(sheet.answering, look)
    yield SpaceRow(look.body * 1.2, keeps=True)
    yield WordsRow(sheet.thanks, look, font=BOLD, after=0.8, keeps=True)
    yield ElsewhereRow(sheet.answering, look, None)
