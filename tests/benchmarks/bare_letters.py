# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""Many letters in one document by bare Platypus: the same words in the same sizes on as many pages.

Places and sizes are known beforehand, and nothing is measured, fitted or checked.
"""

from functools import partial
from io import BytesIO

from reportlab.lib.colors import HexColor
from reportlab.lib.styles import ParagraphStyle
from reportlab.platypus import (
    BaseDocTemplate,
    Frame,
    NextPageTemplate,
    PageBreak,
    PageTemplate,
    Paragraph,
    Spacer,
)

SANS, BOLD, SERIF = "NotoSans-Regular", "NotoSans-Bold", "NotoSerif-Bold"
SIDE = 56.7


def _style(font, size, leading, after, indent=0.0):
    return ParagraphStyle(
        font, fontName=font, fontSize=size, leading=leading, spaceAfter=after, leftIndent=indent,
        bulletFontName=SANS, bulletIndent=2, textColor=HexColor("#1F2A2E"),
    )  # fmt: skip


def _lines(canvas, lines, size, x, top, *, right=False):
    canvas.setFont(SANS, size)
    for line in lines:
        (canvas.drawRightString if right else canvas.drawString)(x, top, line)
        top -= size * 1.5


def _begin(letter, size, canvas, _document):
    width, height = size
    canvas.setFillColor(HexColor("#0B5D5E"))
    canvas.setFont(SERIF, 17)
    canvas.drawString(SIDE, height - 50, letter.business)
    canvas.setFillColor(HexColor("#56646A"))
    _lines(canvas, letter.contact, 8.5, width - SIDE, height - 45, right=True)
    canvas.setFillColor(HexColor("#1F2A2E"))
    _lines(canvas, letter.address, 10.5, SIDE, height - 175)
    _lines(canvas, (letter.about, letter.reference, letter.day), 10.5, width - SIDE, height - 195,
           right=True)  # fmt: skip
    canvas.setLineWidth(0.8)
    canvas.line(SIDE, 60, width - SIDE, 60)
    _lines(canvas, letter.legal, 8.5, SIDE, 45)


def bare_letters(letters, size):
    """Set letters one after the other.

    Args:
        letters: each with what stands around its words, and its words as pairs of sort and text.
        size: of the sheet in points.
    """
    width, height = size
    plain, title = _style(SANS, 10.5, 15, 6.3), _style(SERIF, 14.7, 18.4, 5.2)
    item, name, role = (
        _style(SANS, 10.5, 15, 3.0, 14),
        _style(BOLD, 10.5, 14.2, 0),
        _style(SANS, 9.87, 13.6, 0),
    )
    styles = {"plain": plain, "title": title, "item": item, "name": name, "role": role}
    target = BytesIO()
    document = BaseDocTemplate(
        target, pagesize=size, title=letters[0][0].title, author=letters[0][0].business,
        lang="en-GB", initialFontName=SANS, pageCompression=1,
    )  # fmt: skip
    story, templates = [], []
    for place, (letter, words) in enumerate(letters):
        frame = Frame(SIDE, 70, width - 2 * SIDE, height - 360, 0, 0, 0, 0)
        templates.append(PageTemplate(frames=[frame], onPage=partial(_begin, letter, size)))
        if place:
            story += [NextPageTemplate(place), PageBreak()]
        for sort, text in words:
            if sort == "name":
                story.append(Spacer(0, 40))
            story.append(Paragraph(text, styles[sort], bulletText="•" if sort == "item" else None))
    document.addPageTemplates(templates)
    document.build(story)
    return target.getvalue()
