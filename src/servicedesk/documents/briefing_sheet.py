# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""The briefing sheet: one page, its parts in two columns, the lines to sign across the foot."""

from collections.abc import Sequence
from dataclasses import dataclass
from io import BytesIO
from itertools import chain
from typing import Final

from reportlab.pdfgen.canvas import Canvas
from reportlab.platypus import Flowable, Frame

from servicedesk.documents import palette
from servicedesk.documents.flow import Flow
from servicedesk.documents.fonts import BOLD, SANS, Faces
from servicedesk.documents.form_pages import EDGE
from servicedesk.documents.sheets import MM, SHEETS, Credits, colour, new_canvas
from servicedesk.documents.stacks import Look, Piece, Stack
from servicedesk.documents.text import Ink, Words
from servicedesk.documents.type_scale import TypeScale
from servicedesk.domain.blocks import Block, Heading, PaperSize, Paragraph, Printed, Tone
from servicedesk.domain.staff_papers import BriefingSheet

_BODIES: Final = (10.5, 10.0, 9.5, 9.0)
"""Type sizes in points that are tried, the largest first."""

_LEAST: Final = 8.5
_GUTTER: Final = 9 * MM
_UNDER: Final = 4 * MM
_FOOT: Final = 7 * MM
_SPREADS: Final = (1.0, 0.8, 0.6)


@dataclass(frozen=True, slots=True)
class _Area:
    """A place on the page, in points from its lower left corner, and what stands in it."""

    x: float
    y: float
    width: float
    height: float
    story: list[Flowable]

    def fill(self, canvas: Canvas) -> bool:
        """Draw it; whether everything had room."""
        if self.height <= 0:
            return not self.story
        frame = Frame(self.x, self.y, self.width, self.height, 0, 0, 0, 0)
        left = list(self.story)
        frame.addFromList(left, canvas)
        return not left


def briefing_sheet_pdf(sheet: BriefingSheet, size: PaperSize, faces: Faces) -> Printed | None:
    """Print the sheet on one page.

    Args:
        sheet: what it says.
        size: A4 or Letter, upright.
        faces: the registered fonts.

    Returns:
        One page; None where it has no room for everything, even in the smallest type.
    """
    ink = Ink(faces)
    for body in _BODIES:
        for spread in _SPREADS:
            scale = TypeScale(body=body, least=_LEAST, airy=1.36, spread=spread)
            target = BytesIO()
            if _drawn(sheet, size, ink, scale, target):
                return Printed(data=target.getvalue(), pages=1, missing=ink.missing)
    return None


def _drawn(
    sheet: BriefingSheet, size: PaperSize, ink: Ink, scale: TypeScale, target: BytesIO
) -> bool:
    width, height = SHEETS[size]
    canvas = new_canvas(
        target,
        (width, height),
        Credits(title=sheet.heading, author=sheet.business, language=sheet.language),
    )
    room = width - 2 * EDGE
    column = (room - _GUTTER) / 2
    head = Flow(ink=ink, scale=scale, width=room).flowables(_head(sheet))
    foot = Flow(ink=ink, scale=scale, width=room).flowables(sheet.foot)
    parts = [Flow(ink=ink, scale=scale, width=column).flowables(one) for one in sheet.sections]
    head_tall, foot_tall = (_tall(one, room, canvas) for one in (head, foot))
    top, floor = height - EDGE, EDGE + _FOOT
    at = _parted([_tall(one, column, canvas) for one in parts])
    left, right = (list(chain.from_iterable(one)) for one in (parts[:at], parts[at:]))
    between = top - head_tall - _UNDER - floor - foot_tall - _UNDER
    low = floor + foot_tall + _UNDER
    areas = (
        _Area(EDGE, top - head_tall - 1, room, head_tall + 1, head),
        _Area(EDGE, low, column, between, left),
        _Area(EDGE + column + _GUTTER, low, column, between, right),
        _Area(EDGE, floor, room, foot_tall + 1, foot),
    )
    if not all(area.fill(canvas) for area in areas):
        return False
    _ends(canvas, sheet, ink, (EDGE, room), top)
    canvas.showPage()
    canvas.save()
    return True


def _head(sheet: BriefingSheet) -> tuple[Block, ...]:
    return (
        Heading(text=sheet.heading, level=1),
        Paragraph(text=sheet.intro, tone=Tone.PLAIN),
    )


def _tall(story: Sequence[Flowable], width: float, canvas: Canvas) -> float:
    """Height of flowables below one another, in points, with the space between them."""
    total, before = 0.0, 0.0
    for place, one in enumerate(story):
        gap = one.getSpaceBefore() if place else 0.0
        total += max(gap, before) + one.wrapOn(canvas, width, 10_000)[1]
        before = one.getSpaceAfter()
    return total + before


def _parted(heights: Sequence[float]) -> int:
    """How many parts stand in the left column, so that both are about as long."""
    return min(
        range(1, len(heights) + 1),
        key=lambda at: abs(sum(heights[:at]) - sum(heights[at:])),
    )


def _ends(
    canvas: Canvas, sheet: BriefingSheet, ink: Ink, across: tuple[float, float], top: float
) -> None:
    """The line over the page with the name of the business, and the foot."""
    left, room = across
    canvas.setStrokeColor(colour(palette.BRAND))
    canvas.setLineWidth(1.6)
    canvas.line(left, top + 2 * MM, left + room, top + 2 * MM)
    soft = Look(size=_LEAST, leading=1.3, colour=palette.SOFT_INK)
    name = Stack((Piece(Words(ink.plain(sheet.business), BOLD), soft, room, 1),))
    name.draw(canvas, left, top + 3 * MM + name.height)
    foot = Stack((Piece(Words(ink.plain(sheet.footer), SANS), soft, room, 1),))
    foot.draw(canvas, left, EDGE + foot.height)
