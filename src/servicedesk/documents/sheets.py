# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""Sheets of paper in points, and a fresh PDF with its title, language and embedded first font."""

from dataclasses import dataclass
from functools import lru_cache
from io import BytesIO
from typing import Final

from reportlab.lib.colors import Color, HexColor
from reportlab.pdfgen.canvas import Canvas

from servicedesk.documents.fonts import SANS, tidy
from servicedesk.domain.blocks import PaperSize

MM: Final = 72 / 25.4
"""Points in a millimetre."""

SAFE: Final = 12 * MM
"""No text or logo comes nearer to an edge (experience.md 4), in points."""

SHEETS: Final[dict[PaperSize, tuple[float, float]]] = {
    PaperSize.A3: (297 * MM, 420 * MM),
    PaperSize.A4: (210 * MM, 297 * MM),
    PaperSize.LETTER: (612.0, 792.0),
    PaperSize.DL: (110 * MM, 220 * MM),
    PaperSize.C5: (162 * MM, 229 * MM),
    PaperSize.C6: (114 * MM, 162 * MM),
}
"""Width and height, upright, in points (ISO 216; ANSI Y14.1 for Letter; ISO 269 for envelopes)."""


@lru_cache(maxsize=64)
def colour(code: str) -> Color:
    """ReportLab's colour for ``#RRGGBB``."""
    return HexColor(code)


@dataclass(frozen=True, slots=True, kw_only=True)
class Credits:
    """What a PDF says about itself: title and author, and the language it is read in."""

    title: str
    author: str
    language: str


def new_canvas(target: BytesIO, size: tuple[float, float], credits: Credits) -> Canvas:
    """A canvas that names no font but ours and gives equal bytes for equal pages.

    Args:
        target: takes the PDF when the canvas is saved.
        size: width and height of its pages in points.
        credits: written into the document; the title is what the reader's window shows.
    """
    canvas = Canvas(
        target,
        pagesize=size,
        lang=credits.language,
        initialFontName=SANS,
        initialFontSize=10,
        invariant=1,
        pageCompression=1,
    )
    canvas.setTitle(tidy(credits.title))
    canvas.setAuthor(tidy(credits.author))
    canvas.setCreator("servicedesk")
    canvas.setViewerPreference("DisplayDocTitle", "true")
    return canvas
