# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""The wall poster: the product's face, drawn on one sheet."""

from io import BytesIO

from reportlab.pdfgen.canvas import Canvas

from servicedesk.documents import palette
from servicedesk.documents.fonts import Faces
from servicedesk.documents.marks import draw_chip, draw_pill, draw_tick, draw_watermark
from servicedesk.documents.poster_fit import Plan, fit
from servicedesk.documents.poster_parts import Cell, PosterWords, Rows, set_rows
from servicedesk.documents.poster_sizes import Limits, frame, promise_sizes
from servicedesk.documents.sheets import MM, Credits, colour, new_canvas
from servicedesk.documents.text import Ink
from servicedesk.domain.blocks import Logo, PaperSize, Poster, Printed


def poster_pdf(poster: Poster, size: PaperSize, faces: Faces, *, bleed: bool = True) -> Printed:
    """Print the poster.

    Args:
        poster: what it says; every promise of it is printed.
        size: the sheet, always upright.
        faces: the registered fonts.
        bleed: whether the band's colour runs to the edges; otherwise it is inset by 7 mm, for
            printers that cannot print to the edge.
    """
    ink = Ink(faces)
    words = PosterWords(poster, ink)
    sheet = frame(size, bleed=bleed)

    def rows(grow: float, limits: Limits) -> Rows:
        sizes = promise_sizes(grow, sheet.scale, double=words.double)
        return set_rows(words, sizes, limits, sheet)

    return drawn(poster, words, fit(words, sheet, poster.logo, rows), ink)


def drawn(poster: Poster, words: PosterWords, plan: Plan, ink: Ink) -> Printed:
    """Draw what was fitted to a sheet.

    Args:
        poster: title, language and logo.
        words: of the poster.
        plan: every part as it stands.
        ink: what the words were written with.
    """
    target = BytesIO()
    credits = Credits(title=poster.title, author=poster.business, language=poster.language)
    canvas = new_canvas(target, (plan.frame.width, plan.frame.height), credits)
    _draw(canvas, plan, words, poster.logo)
    canvas.showPage()
    canvas.save()
    return Printed(data=target.getvalue(), pages=1, missing=ink.missing, cut=plan.cut)


def _draw(canvas: Canvas, plan: Plan, words: PosterWords, logo: Logo | None) -> None:
    sheet = plan.frame
    top = sheet.height - sheet.inset - plan.band.height
    if words.mark:
        draw_watermark(canvas, words.mark.text, (sheet.width, top), sheet.foot)
    _draw_band(canvas, plan, logo)
    top = _draw_rows(canvas, plan, top)
    _draw_boxes(canvas, plan, top)


def _draw_band(canvas: Canvas, plan: Plan, logo: Logo | None) -> None:
    sheet, band = plan.frame, plan.band
    floor = sheet.height - sheet.inset - band.height
    canvas.setFillColor(colour(palette.BRAND))
    if sheet.inset:
        wide = sheet.width - 2 * sheet.inset
        canvas.roundRect(sheet.inset, floor, wide, band.height, 8 * sheet.scale, stroke=0, fill=1)
    else:
        canvas.rect(0, floor, sheet.width, band.height, stroke=0, fill=1)
    middle = floor + band.pad + band.content / 2
    if logo is not None:
        left = sheet.width - sheet.margin - band.chip[0]
        draw_chip(
            canvas, logo, (left, middle - band.chip[1] / 2), band.chip, 1.5 * MM * sheet.scale
        )
    top = middle + (band.pill + band.stack.height) / 2
    if band.pill:
        draw_pill(canvas, band.mark, sheet.margin, top)
    band.stack.draw(canvas, sheet.margin, top - band.pill)


def _draw_rows(canvas: Canvas, plan: Plan, top: float) -> float:
    sheet, rows = plan.frame, plan.rows
    top -= rows.lead
    for number, row in enumerate(rows.rows):
        if number:
            _hairline(canvas, plan, top)
        tall = max(cell.height for cell in row)
        middle = top - rows.pad - tall / 2
        left = sheet.margin
        for cell in row:
            _draw_cell(canvas, cell, left, middle)
            left += cell.width + rows.gutter
        top -= tall + 2 * rows.pad
    return top


def _draw_cell(canvas: Canvas, cell: Cell, left: float, middle: float) -> None:
    top = middle + cell.label_height / 2
    if cell.tick:
        draw_tick(canvas, left, top, cell.tick)
        top -= cell.tick + cell.label.pieces[-1].look.before
    text = middle + cell.text.height / 2
    if cell.is_level:
        top = text = max(top, text)
    cell.label.draw(canvas, left, top)
    cell.text.draw(canvas, left + cell.column, text)


def _draw_boxes(canvas: Canvas, plan: Plan, top: float) -> None:
    sheet, boxes = plan.frame, plan.boxes
    if boxes.rows:
        canvas.setStrokeColor(colour(palette.BRAND))
        canvas.setLineWidth(2.2 * sheet.scale)
        canvas.line(sheet.margin, top, sheet.width - sheet.margin, top)
    top -= boxes.gap * 1.3
    for row in boxes.rows:
        for column, stack in enumerate(row):
            left = sheet.margin if not column else sheet.width - sheet.margin - boxes.width
            stack.draw(canvas, left, top)
        top -= max(stack.height for stack in row) + boxes.gap * 1.25
    base = sheet.foot + boxes.foot_height
    _hairline(canvas, plan, base)
    base -= boxes.gap * 0.7
    boxes.footer.draw(canvas, sheet.margin, base)
    boxes.signed.draw(canvas, 0, base, right=sheet.width - sheet.margin)


def _hairline(canvas: Canvas, plan: Plan, y: float) -> None:
    canvas.setStrokeColor(colour(palette.LINE))
    canvas.setLineWidth(0.8 * plan.frame.scale)
    canvas.line(plan.frame.margin, y, plan.frame.width - plan.frame.margin, y)
