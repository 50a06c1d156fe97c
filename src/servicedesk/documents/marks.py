# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""What is drawn and not typed: the tick, the logo's chip, the draft's pill and pale word."""

from io import BytesIO
from math import atan2, degrees, hypot

from reportlab.lib.utils import ImageReader
from reportlab.pdfbase.pdfmetrics import stringWidth
from reportlab.pdfgen.canvas import Canvas

from servicedesk.documents import palette
from servicedesk.documents.fonts import CAP_HEIGHT, SERIF
from servicedesk.documents.sheets import colour
from servicedesk.documents.stacks import Stack
from servicedesk.domain.blocks import Logo

PALE = "#EDF1EE"
"""The draft word: light enough for all text to be read over it."""

_LONGEST = 0.72
"""The pale word takes so much of the diagonal."""


def draw_tick(canvas: Canvas, left: float, top: float, size: float) -> None:
    """A tick in a round of brand colour; size is its diameter in points."""
    half = size / 2
    canvas.setFillColor(colour(palette.BRAND))
    canvas.circle(left + half, top - half, half, stroke=0, fill=1)
    canvas.setStrokeColor(colour(palette.BRAND_INK))
    canvas.setLineWidth(size * 0.115)
    canvas.setLineCap(1)
    canvas.setLineJoin(1)
    path = canvas.beginPath()
    path.moveTo(left + size * 0.27, top - size * 0.53)
    path.lineTo(left + size * 0.43, top - size * 0.69)
    path.lineTo(left + size * 0.74, top - size * 0.34)
    canvas.drawPath(path, stroke=1, fill=0)
    canvas.setLineCap(0)
    canvas.setLineJoin(0)


def draw_chip(
    canvas: Canvas, logo: Logo, corner: tuple[float, float], size: tuple[float, float], rim: float
) -> None:
    """The logo on a white card with round corners.

    Args:
        canvas: the page.
        logo: checked.
        corner: lower left of the card, in points.
        size: width and height of the card, in points.
        rim: radius of its corners, in points.
    """
    canvas.setFillColor(colour(palette.CARD))
    canvas.roundRect(*corner, *size, rim, stroke=0, fill=1)
    draw_logo(canvas, logo, corner, size, rim * 2)


def draw_logo(
    canvas: Canvas, logo: Logo, corner: tuple[float, float], size: tuple[float, float], rim: float
) -> None:
    """The logo as large as fits into a box, in the middle of it, with a rim left free."""
    zoom = min((size[0] - 2 * rim) / logo.width, (size[1] - 2 * rim) / logo.height)
    wide, tall = logo.width * zoom, logo.height * zoom
    canvas.drawImage(
        ImageReader(BytesIO(logo.png)),
        corner[0] + (size[0] - wide) / 2,
        corner[1] + (size[1] - tall) / 2,
        wide,
        tall,
        mask="auto",
    )


def draw_pill(canvas: Canvas, mark: Stack, side: float, top: float, *, right: bool = False) -> None:
    """The draft mark as a round label.

    Args:
        canvas: the page.
        mark: one piece of one line.
        side: left edge, or right edge when asked, in points.
        top: in points.
        right: whether side is the right edge.
    """
    piece = mark.pieces[0]
    size = piece.look.size
    wide = stringWidth(piece.lines[0], piece.words.font, size) + size * 1.8
    tall = size * 1.8
    left = side - wide if right else side
    canvas.setFillColor(colour(palette.DUE_SOFT))
    canvas.roundRect(left, top - tall, wide, tall, tall / 2, stroke=0, fill=1)
    mark.draw(canvas, left + size * 0.9, top - (tall - CAP_HEIGHT * size) / 2)


def draw_watermark(canvas: Canvas, mark: str, size: tuple[float, float], foot: float = 0.0) -> None:
    """The first word of a mark, pale and rising across a page, behind everything else.

    Args:
        canvas: the page, still empty.
        mark: such as the draft mark.
        size: width and height of the part of the page to cross, in points, from its lower left.
        foot: height at the lower edge to leave free.
    """
    word = (mark.split() or [""])[0].upper()
    wide, tall = size[0], size[1] - foot
    one = stringWidth(word, SERIF, 1)
    if not one:
        return
    angle = atan2(tall, wide)
    points = min(hypot(wide, tall) * _LONGEST / one, tall * 0.36, wide * 0.3)
    turn = degrees(angle)
    canvas.saveState()
    canvas.setFillColor(colour(PALE))
    canvas.translate(wide / 2, foot + tall / 2)
    canvas.rotate(turn)
    canvas.setFont(SERIF, points)
    canvas.drawCentredString(0, -points * CAP_HEIGHT / 2, word)
    canvas.restoreState()
