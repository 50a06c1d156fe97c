# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""Many letters in one document: each as it would be alone, the typefaces in it only once.

A letter alone takes longer to write out with its typefaces than to lay out, and a thousand of
them would hold each typeface a thousand times.
"""

from collections.abc import Sequence
from functools import partial
from io import BytesIO

from reportlab.pdfgen.canvas import Canvas
from reportlab.platypus import BaseDocTemplate, Flowable, NextPageTemplate, PageBreak, Spacer

from servicedesk.documents.fonts import SANS, Faces, tidy
from servicedesk.documents.letters import CLOSER, LetterSheet, letter_pdf
from servicedesk.documents.sheets import SHEETS
from servicedesk.documents.stamps import stamp
from servicedesk.documents.text import Ink
from servicedesk.domain.blocks import PaperSize, Printed
from servicedesk.domain.letters_paper import LetterPaper
from servicedesk.domain.phrases import Phrases

Wanted = tuple[LetterPaper, bool]
"""What a letter says, and whether it is in large print."""

_Laid = tuple[LetterSheet, list[Flowable]]


def letters_pdf(
    letters: Sequence[Wanted], size: PaperSize, faces: Faces, phrases: Phrases
) -> Printed:
    """Print letters one after the other, each from a page of its own.

    Args:
        letters: at least one, all from one business.
        size: A4 or Letter, upright.
        faces: the registered fonts.
        phrases: ``paper.page_of``.
    """
    first, is_large = letters[0]
    if len(letters) == 1:
        return letter_pdf(first, size, faces, phrases, large=is_large)
    ink = Ink(faces)
    sheets: list[LetterSheet] = []
    story: list[Flowable] = []
    for place, wanted in enumerate(letters):
        sheet, words = _laid_out(wanted, size, ink, phrases, place)
        sheets.append(sheet)
        # By its place among the templates: to look for a name would take longer with each letter.
        begin = [NextPageTemplate(2 * place), PageBreak()] if place else []
        story += [*begin, NextPageTemplate(2 * place + 1), *words, Spacer(0, 1)]
    target = BytesIO()
    document = BaseDocTemplate(
        target,
        pagesize=SHEETS[size],
        title=tidy(first.title),
        author=tidy(first.business),
        creator="servicedesk",
        lang=first.language,
        displayDocTitle=True,
        initialFontName=SANS,
        initialFontSize=10,
        invariant=1,
        pageCompression=1,
    )
    document.addPageTemplates([one for sheet in sheets for one in sheet.templates])
    document.build(story, canvasmaker=partial(_LateCanvas, sheets=sheets))
    cut = dict.fromkeys(part for sheet in sheets for part in sheet.cut)
    missing = ink.missing
    return Printed(data=target.getvalue(), pages=document.page, missing=missing, cut=tuple(cut))


class _LateCanvas(Canvas):
    """A canvas whose page numbers are drawn last, when each letter knows its pages."""

    def __init__(self, target: BytesIO, sheets: Sequence[LetterSheet], **settings: object) -> None:
        super().__init__(target, **settings)
        self._sheets = sheets

    def save(self) -> None:
        for sheet in self._sheets:
            sheet.draw_numbers(self)
        stamp(self, self._sheets[0].made_at)
        super().save()


def _laid_out(wanted: Wanted, size: PaperSize, ink: Ink, phrases: Phrases, place: int) -> _Laid:
    """A letter with the air that it would have alone, and its words.

    That it stands on one page shows without drawing it.
    """
    paper, is_large = wanted
    found: list[tuple[int, _Laid]] = []
    for closer in CLOSER:
        made = partial(
            LetterSheet, paper, size, ink, phrases, large=is_large, closer=closer, place=place
        )
        sheet = made()
        words = sheet.words()
        pages = 1 if _stands_on_one([*words, Spacer(0, 1)], sheet.room) else made().printed().pages
        found.append((pages, (sheet, words)))
        if pages == 1:
            break
    _, best = min(found, key=lambda one: one[0])
    return best


def _stands_on_one(words: Sequence[Flowable], room: tuple[float, float]) -> bool:
    """Whether the words fit into the first page, counted as a frame counts them."""
    width, left = room
    before = 0.0
    for at, one in enumerate(words):
        space = max(one.getSpaceBefore() - before, 0.0) if at else 0.0
        _, tall = one.wrap(width, left)
        left -= space + tall
        if left < 0:
            return False
        before = one.getSpaceAfter()
        left -= before
    return True
