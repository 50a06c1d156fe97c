# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""The leaflet: one sheet across, folded in three, printed on both sides.

The right panel of the inside folds in first, so it is two millimetres narrower than the others.
First page, from the left: flap, back, cover. Second page: the three inner panels. The sections
flow through the inner panels and end on the flap.
"""

from bisect import bisect_left
from collections.abc import Sequence
from io import BytesIO

from reportlab.lib.colors import HexColor
from reportlab.pdfgen.canvas import Canvas

from servicedesk.documents import palette
from servicedesk.documents.flow import Flow
from servicedesk.documents.fonts import BOLD, SANS, SERIF, Faces
from servicedesk.documents.leaflet_sheet import LeafletSheet, Panel, leaflet_sheet
from servicedesk.documents.marks import draw_chip, draw_pill, draw_watermark
from servicedesk.documents.pouring import Box, Placed, draw, pour
from servicedesk.documents.sheets import MM, Credits, new_canvas
from servicedesk.documents.stacks import Look, Piece, Stack
from servicedesk.documents.text import Ink, Words
from servicedesk.documents.type_scale import TypeScale
from servicedesk.domain.blocks import Leaflet, PaperSize, Printed
from servicedesk.domain.phrases import Phrases

_STRIP = 5 * MM
_REST = 34.0
"""Room for the line that names the full text, in points."""

_BODIES = (13.5, 13.0, 12.5, 12.0, 11.5, 11.0, 10.5, 10.0, 9.5, 9.0, 8.5)
"""Sizes of running text that are tried, in points."""


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
    panels = (*sheet.inside, sheet.flap)
    filled, is_whole = _fitted(leaflet, ink, sheet, panels)
    target = BytesIO()
    credits = Credits(title=leaflet.title, author=leaflet.business, language=leaflet.language)
    canvas = new_canvas(target, (sheet.width, sheet.height), credits)
    if leaflet.mark:
        draw_watermark(canvas, ink.plain(leaflet.mark), (sheet.flap.right, sheet.height))
    rest = "" if is_whole else ink.plain(phrases.say("paper.rest_in_full_text"))
    _draw_flap(canvas, sheet, filled[3], rest)
    is_whole = _draw_back(canvas, leaflet, sheet, ink) and is_whole
    _draw_cover(canvas, leaflet, sheet, ink)
    _draw_folds(canvas, sheet, (sheet.flap.right, sheet.back.right))
    canvas.showPage()
    _draw_inside(canvas, leaflet, sheet, ink, filled)
    canvas.showPage()
    canvas.save()
    return Printed(
        data=target.getvalue(),
        pages=2,
        missing=ink.missing,
        cut=() if is_whole else ("sections",),
    )


def _fitted(
    leaflet: Leaflet, ink: Ink, sheet: LeafletSheet, panels: Sequence[Panel]
) -> tuple[list[list[Placed]], bool]:
    """The sections at the largest size that fits, spread evenly over the panels."""
    blocks = [block for section in leaflet.sections for block in section]
    width = min(panel.width for panel in panels)
    tall = sheet.top - sheet.floor

    def tried(body: float, height: float, last: float) -> tuple[list[list[Placed]], bool]:
        flow = Flow(ink=ink, scale=TypeScale(body=body, least=8, airy=1.36), width=width)
        heights = (height, height, height, min(height, last))
        boxes = [Box(width, high) for high in heights]
        return pour(flow.flowables(blocks), boxes)

    if not tried(_BODIES[-1], tall, tall)[1]:
        return tried(_BODIES[-1], tall, tall - _REST)[0], False
    body = _BODIES[bisect_left(_BODIES, True, key=lambda size: tried(size, tall, tall)[1])]
    filled, _ = tried(body, tall, tall)
    low, high = tall * 0.4, tall
    for _ in range(5):
        middle = (low + high) / 2
        trial, fits = tried(body, middle, middle)
        if fits:
            filled, high = trial, middle
        else:
            low = middle
    return filled, True


def _draw_strip(canvas: Canvas, left: float, right: float, height: float) -> None:
    """A strip of brand colour along the upper edge."""
    canvas.setFillColor(HexColor(palette.BRAND))
    canvas.rect(left, height - _STRIP, right - left, _STRIP, stroke=0, fill=1)


def _draw_folds(canvas: Canvas, sheet: LeafletSheet, folds: Sequence[float]) -> None:
    """Short pale ticks at both edges, where to fold."""
    canvas.setStrokeColor(HexColor(palette.FIELD_BORDER))
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


def _draw_flap(canvas: Canvas, sheet: LeafletSheet, placed: list[Placed], rest: str) -> None:
    """The flap: the end of the sections, and the line that names the full text if need be."""
    _draw_strip(canvas, 0, sheet.flap.right, sheet.height)
    draw(placed, canvas, sheet.flap.text_left, sheet.top)
    if rest:
        look = Look(size=9, leading=1.3, colour=palette.BRAND)
        stack = Stack((Piece(Words(rest, BOLD), look, sheet.flap.width, 2),))
        stack.draw(canvas, sheet.flap.text_left, sheet.floor + stack.height)


def _draw_back(canvas: Canvas, leaflet: Leaflet, sheet: LeafletSheet, ink: Ink) -> bool:
    """The back: how to reach us and the like, the footer at its foot; whether all fitted."""
    panel = sheet.back
    canvas.setFillColor(HexColor(palette.BRAND_SOFT))
    canvas.rect(panel.left, 0, panel.right - panel.left, sheet.height, stroke=0, fill=1)
    look = Look(size=8, leading=1.35, colour=palette.SOFT_INK)
    footer = Stack((Piece(Words(ink.plain(leaflet.footer), SANS), look, panel.width, 8),))
    footer.draw(canvas, panel.text_left, sheet.floor + footer.height)
    canvas.setStrokeColor(HexColor(palette.BRAND))
    canvas.setLineWidth(0.8)
    rule = sheet.floor + footer.height + 3 * MM
    canvas.line(panel.text_left, rule, panel.text_right, rule)
    room = Box(panel.width, sheet.top - rule - 4 * MM)
    for body in _BODIES[3::2]:
        flow = Flow(ink=ink, scale=TypeScale(body=body, least=8, airy=1.36), width=panel.width)
        filled, is_whole = pour(flow.flowables(leaflet.back), [room])
        if is_whole:
            break
    draw(filled[0], canvas, panel.text_left, sheet.top)
    return is_whole


def _draw_cover(canvas: Canvas, leaflet: Leaflet, sheet: LeafletSheet, ink: Ink) -> None:
    """The cover: brand colour, mark, logo, then masthead, heading and aim."""
    panel = sheet.cover
    canvas.setFillColor(HexColor(palette.BRAND))
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
    title = Look(size=size, leading=1.12, colour=palette.BRAND_INK, before=12, balance=True)
    small = Look(size=11, leading=1.35, colour=palette.BRAND_SOFT, balance=True)
    aim = Look(size=13.5, leading=1.38, colour=palette.BRAND_INK, before=16, balance=True)
    stack = Stack(
        (
            Piece(Words(ink.plain(leaflet.masthead), SANS), small, panel.width, 4),
            Piece(words, title, panel.width, 4),
            Piece(Words(ink.plain(leaflet.aim), SANS), aim, panel.width, 7),
        )
    )
    middle = sheet.height * 0.54 + stack.height / 2
    stack.draw(canvas, panel.text_left, min(middle, top - 20))
