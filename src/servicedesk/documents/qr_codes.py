# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""Square codes (QR, ISO/IEC 18004) that lead a telephone to an address, drawn as lines."""

from typing import Final

from reportlab.graphics import renderPDF
from reportlab.graphics.barcode.qr import QrCodeWidget
from reportlab.graphics.shapes import Drawing
from reportlab.pdfgen.canvas import Canvas

from servicedesk.documents import palette
from servicedesk.documents.sheets import colour

_SHORT: Final = 60
"""A longer address spares squares for mending smudges, so that they stay large enough."""

_QUIET: Final = 2
"""White squares around it; the paper around is white as well, which makes the four of the norm."""


def draw_code(canvas: Canvas, address: str, corner: tuple[float, float], side: float) -> None:
    """Draw a code.

    Args:
        canvas: the page.
        address: as ``domain.qr_address`` checks it, so that it is not too long either.
        corner: lower left, in points.
        side: of the square in points, its white rim included.
    """
    code = QrCodeWidget(
        address,
        barLevel="M" if len(address) <= _SHORT else "L",
        barBorder=_QUIET,
        barWidth=side,
        barHeight=side,
        barFillColor=colour(palette.INK),
    )
    drawing = Drawing(side, side)
    drawing.add(code)
    renderPDF.draw(drawing, canvas, *corner)
