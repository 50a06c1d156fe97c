# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""The leaflet: one sheet across, folded in three, printed on both sides.

The right panel of the inside folds in first, so it is two millimetres narrower than the others.
First page, from the left: flap, back, cover. Second page: the three inner panels. The sections
flow through the inner panels and end on the flap.
"""

from collections.abc import Sequence
from io import BytesIO

from reportlab.pdfgen.canvas import Canvas

from servicedesk.documents import palette
from servicedesk.documents.fonts import BOLD, SANS, SERIF, Faces
from servicedesk.documents.leaflet_fit import GAP, LeafletPlan, fit_leaflet
from servicedesk.documents.leaflet_sheet import LeafletSheet, leaflet_sheet
from servicedesk.documents.marks import draw_chip, draw_pill, draw_watermark
from servicedesk.documents.pouring import Placed, draw
from servicedesk.documents.sheets import MM, Credits, colour, new_canvas
from servicedesk.documents.stacks import Look, Piece, Stack
from servicedesk.documents.text import Ink, Words, beside_name
from servicedesk.domain.blocks import Leaflet, PaperSize, Printed
from servicedesk.domain.phrases import Phrases

_STRIP = 5 * MM


def leaflet_pdf(leaflet: Leaflet, size: PaperSize, faces: Faces, phrases: Phrases) -> Printed:
    """Print the leaflet: two pages, for printing on both sides and turning on the short edge.

    Args:
        leaflet: what it says; sections that do not fit even at 8.5 points end with a line that
            names the full text, and the result says so.
        size: A4 or Letter; A3 works too.
        faces: the registered fonts.
        phrases: for ``paper.rest_in_full_text``.
    """
    ink = Ink(faces)
    sheet = leaflet_sheet(size)
    look = Look(size=8, leading=1.35, colour=palette.SOFT_INK)
    foot = Stack((Piece(Words(ink.plain(leaflet.footer), SANS), look, sheet.back.width, 8),))
    rule = sheet.floor + foot.height + 3 * MM
    plan = fit_leaflet(leaflet, ink, sheet, sheet.top - rule - 3 * MM)
    target = BytesIO()
    credits = Credits(title=leaflet.title, author=leaflet.business, language=leaflet.language)
    canvas = new_canvas(target, (sheet.width, sheet.height), credits)
    if leaflet.mark:
        draw_watermark(canvas, ink.plain(leaflet.mark), (sheet.flap.right, sheet.height))
    _draw_strip(canvas, 0, sheet.flap.right, sheet.height)
    draw(plan.panels[3], canvas, sheet.flap.text_left, sheet.top)
    _draw_back(canvas, sheet, plan, foot, rule)
    if not plan.is_whole:
        _draw_rest(canvas, sheet, plan, ink.plain(phrases.say("paper.rest_in_full_text")), rule)
    _draw_cover(canvas, leaflet, sheet, ink)
    _draw_folds(canvas, sheet, (sheet.flap.right, sheet.back.right))
    canvas.showPage()
    _draw_inside(canvas, leaflet, sheet, ink, plan.panels)
    canvas.showPage()
    canvas.save()
    return Printed(
        data=target.getvalue(),
        pages=2,
        missing=ink.missing,
        cut=() if plan.is_whole else ("sections",),
    )


def _draw_strip(canvas: Canvas, left: float, right: float, height: float) -> None:
    """A strip of brand colour along the upper edge."""
    canvas.setFillColor(colour(palette.BRAND))
    canvas.rect(left, height - _STRIP, right - left, _STRIP, stroke=0, fill=1)


def _draw_folds(canvas: Canvas, sheet: LeafletSheet, folds: Sequence[float]) -> None:
    """Short pale ticks at both edges, where to fold."""
    canvas.setStrokeColor(colour(palette.FIELD_BORDER))
    canvas.setLineWidth(0.4)
    for x in folds:
        canvas.line(x, 4 * MM, x, 7 * MM)
        canvas.line(x, sheet.height - 7 * MM, x, sheet.height - 4 * MM)


def _draw_inside(
    canvas: Canvas, leaflet: Leaflet, sheet: LeafletSheet, ink: Ink, filled: list[list[Placed]]
) -> None:
    if leaflet.mark:
        draw_watermark(canvas, ink.plain(leaflet.mark), (sheet.width, sheet.height))
    _draw_strip(canvas, 0, sheet.width, sheet.height)
    for panel, placed in zip(sheet.inside, filled, strict=False):
        draw(placed, canvas, panel.text_left, sheet.top)
    _draw_folds(canvas, sheet, (sheet.inside[0].right, sheet.inside[1].right))


def _draw_back(
    canvas: Canvas, sheet: LeafletSheet, plan: LeafletPlan, foot: Stack, rule: float
) -> None:
    """The back: how to reach us and the like, the end of the sections, the foot below its rule."""
    panel = sheet.back
    canvas.setFillColor(colour(palette.BRAND_SOFT))
    canvas.rect(panel.left, 0, panel.right - panel.left, sheet.height, stroke=0, fill=1)
    foot.draw(canvas, panel.text_left, sheet.floor + foot.height)
    canvas.setStrokeColor(colour(palette.BRAND))
    canvas.setLineWidth(0.8)
    canvas.line(panel.text_left, rule, panel.text_right, rule)
    draw(plan.back, canvas, panel.text_left, sheet.top)
    if plan.tail:
        between = sheet.top - plan.tail_below + GAP / 2
        canvas.setStrokeColor(colour(palette.BRAND))
        canvas.setLineWidth(0.8)
        canvas.line(panel.text_left, between, panel.text_right, between)
        draw(plan.tail, canvas, panel.text_left, sheet.top - plan.tail_below)


def _draw_rest(
    canvas: Canvas, sheet: LeafletSheet, plan: LeafletPlan, text: str, rule: float
) -> None:
    """The line that names the full text, where the sections end."""
    panel, floor = (sheet.back, rule + 3 * MM) if plan.tail else (sheet.flap, sheet.floor)
    look = Look(size=9, leading=1.3, colour=palette.BRAND)
    stack = Stack((Piece(Words(text, BOLD), look, panel.width, 2),))
    stack.draw(canvas, panel.text_left, floor + stack.height)


def _draw_cover(canvas: Canvas, leaflet: Leaflet, sheet: LeafletSheet, ink: Ink) -> None:
    """The cover: brand colour, mark, logo, then masthead, heading and aim."""
    panel = sheet.cover
    canvas.setFillColor(colour(palette.BRAND))
    canvas.rect(panel.left, 0, sheet.width - panel.left, sheet.height, stroke=0, fill=1)
    top = sheet.top
    if leaflet.mark:
        look = Look(size=10, leading=1.2, colour=palette.DUE)
        mark = Stack((Piece(Words(ink.plain(leaflet.mark), BOLD), look, panel.width - 20, 1),))
        draw_pill(canvas, mark, panel.text_left, top)
        top -= 26
    if leaflet.logo is not None:
        wide, tall = min(52 * MM, panel.width), 30 * MM
        zoom = min((wide - 6 * MM) / leaflet.logo.width, (tall - 6 * MM) / leaflet.logo.height)
        chip = (leaflet.logo.width * zoom + 6 * MM, leaflet.logo.height * zoom + 6 * MM)
        draw_chip(canvas, leaflet.logo, (panel.text_left, top - chip[1]), chip, 1.5 * MM)
        top -= chip[1]
    words = Words(ink.plain(leaflet.heading), SERIF)
    size = min(44.0, panel.width / max(words.widest_word(1), 0.01))
    title = Look(size=size, leading=1.12, colour=palette.BRAND_INK, before=20, balance=True)
    business = Words(ink.plain(leaflet.business), BOLD)
    large = business.largest(24, 15, panel.width, 2)
    name = Look(size=large, leading=1.18, colour=palette.BRAND_INK, balance=True)
    beside = Words(ink.plain(beside_name(leaflet.masthead, leaflet.business)), SANS)
    small = Look(size=11, leading=1.35, colour=palette.BRAND_SOFT, before=7, balance=True)
    aim = Look(size=13.5, leading=1.38, colour=palette.BRAND_INK, before=16, balance=True)
    stack = Stack(
        (
            Piece(business, name, panel.width, 4),
            Piece(beside, small, panel.width, 2),
            Piece(words, title, panel.width, 4),
            Piece(Words(ink.plain(leaflet.aim), SANS), aim, panel.width, 7),
        )
    )
    middle = sheet.height * 0.54 + stack.height / 2
    stack.draw(canvas, panel.text_left, min(middle, top - 20))
