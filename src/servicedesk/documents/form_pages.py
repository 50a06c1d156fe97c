# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""Rows of a form on their pages: those that belong together stay on one, each foot is numbered."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Final

from reportlab.pdfgen.canvas import Canvas

from servicedesk.documents import palette
from servicedesk.documents.complaint_form_rows import FormLook, Row
from servicedesk.documents.fonts import SANS
from servicedesk.documents.rounds import line
from servicedesk.documents.sheets import MM, SAFE, SHEETS, colour
from servicedesk.documents.stacks import Look, Piece, Stack
from servicedesk.documents.text import Ink, Words
from servicedesk.documents.type_scale import LARGE_LEAST
from servicedesk.domain.blocks import PaperSize
from servicedesk.domain.phrases import Phrases

EDGE: Final = SAFE + 4 * MM
"""From the edges of the sheet to a form, in points."""


@dataclass(frozen=True, slots=True)
class Placed:
    """A row on its page: how far its upper edge lies below the first."""

    row: Row
    below: float


def form_look(ink: Ink, size: PaperSize, *, large: bool) -> tuple[FormLook, float]:
    """How a form is set on a sheet, and the height of a page in points that it may take."""
    width, height = SHEETS[size]
    column = width - 2 * EDGE
    look = (
        FormLook(ink=ink, body=LARGE_LEAST, small=LARGE_LEAST, writing=11.5 * MM, column=column)
        if large
        else FormLook(ink=ink, body=10.0, small=8.5, writing=7.6 * MM, column=column)
    )
    return look, height - 2 * EDGE - look.small * 2.2


def paged(rows: Sequence[Row], room: float) -> list[list[Placed]]:
    """The rows on their pages; one that keeps goes with the row after it.

    Args:
        rows: in order.
        room: height of a page in points.
    """
    pages: list[list[Placed]] = [[]]
    used = 0.0
    for place, row in enumerate(rows):
        wanted, last = row.tall, place
        while rows[last].keeps and last + 1 < len(rows):
            last += 1
            wanted += rows[last].tall
        if pages[-1] and used + wanted > room:
            pages.append([])
            used = 0.0
        pages[-1].append(Placed(row, used))
        used += row.tall
    return pages


def fullest(made: Callable[[int], Sequence[Row]], room: float, most: int) -> list[list[Placed]]:
    """The pages with as many more lines to write on as the last one has room for.

    Args:
        made: the rows with so many more lines.
        room: height of a page in points.
        most: lines that can be added.
    """
    best = paged(made(0), room)
    for more in range(most, 0, -1):
        fuller = paged(made(more), room)
        if len(fuller) == len(best):
            return fuller
    return best


def draw_pages(
    canvas: Canvas,
    pages: Sequence[Sequence[Placed]],
    look: FormLook,
    height: float,
    foot: tuple[str, Phrases],
) -> None:
    """Draw the pages, each with its foot; the canvas stays to be saved.

    Args:
        canvas: fresh.
        pages: as ``paged`` gives them.
        look: how they are set.
        height: of the sheet in points.
        foot: the words at its left, and ``paper.page_of`` for those at its right.
    """
    business, phrases = foot
    for number, rows in enumerate(pages, 1):
        for placed in rows:
            placed.row.draw(canvas, EDGE, height - EDGE - placed.below)
        said = phrases.say("paper.page_of", n=str(number), m=str(len(pages)))
        _draw_foot(canvas, look, (business, said))
        canvas.showPage()


def _draw_foot(canvas: Canvas, look: FormLook, said: tuple[str, str]) -> None:
    text = Look(look.small, 1.3, palette.SOFT_INK)
    line(canvas, (EDGE, EDGE + look.small * 1.5), look.column, palette.LINE, 0.8)
    left, right = (Words(look.ink.plain(one), SANS) for one in said)
    top = EDGE + look.small * 0.75
    canvas.setFillColor(colour(palette.SOFT_INK))
    Stack((Piece(left, text, look.column * 0.7, 1),)).draw(canvas, EDGE, top)
    number = Stack((Piece(right, text, look.column * 0.3, 1),))
    number.draw(canvas, 0, top, right=EDGE + look.column)
