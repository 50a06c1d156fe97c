# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""What stands on the pages of a PDF, read back through PDFium: each paragraph where it stands."""

import ctypes
from collections.abc import Iterable, Iterator
from dataclasses import asdict, dataclass, replace
from pathlib import Path

import pypdfium2 as pdfium
from pypdfium2 import raw

_LONGEST = 4096
_UPRIGHT = (1.0, 0.0, 0.0, 1.0)
_FURTHEST, _NEAREST = 1.8, 1.0
"""How far apart two baselines of a paragraph are, in sizes of its type."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Piece:
    """Lines that belong together, as bare ReportLab is told to draw them.

    Args:
        face: name of the font.
        size: in points.
        turn: how the text is turned; ``(1, 0, 0, 1)`` when it is not.
        x, y: beginning of the first baseline, in points from the lower left corner.
        width: of the longest line, in points.
        leading: between two baselines, in points; 0 for a single line.
        colour: red, green, blue from 0 to 255.
        text: all of it; where its lines end is not told.
    """

    face: str
    size: float
    turn: tuple[float, ...]
    x: float
    y: float
    width: float
    leading: float
    colour: tuple[int, ...]
    text: str


def pages_of(path: Path) -> list[dict[str, object]]:
    """Size in points and pieces of text of every page, as plain values."""
    document = pdfium.PdfDocument(path)
    try:
        return [
            {"size": list(page.get_size()), "pieces": [asdict(one) for one in _joined(_runs(page))]}
            for page in document
        ]
    finally:
        document.close()


def texts_of(path: Path) -> list[str]:
    """The text of every page as a reader copies it, its white space evened out."""
    document = pdfium.PdfDocument(path)
    try:
        return [" ".join(page.get_textpage().get_text_bounded().split()) for page in document]
    finally:
        document.close()


def _joined(runs: Iterable[Piece]) -> list[Piece]:
    """Put runs together that are lines of one paragraph."""
    found: list[Piece] = []
    lowest = 0.0
    for run in runs:
        drop = lowest - run.y
        if found and _goes_on(found[-1], run, drop):
            last = found[-1]
            found[-1] = replace(
                last,
                width=max(last.width, run.width),
                leading=drop,
                text=f"{last.text.rstrip()} {run.text}",
            )
        else:
            found.append(run)
        lowest = run.y
    return found


def _goes_on(last: Piece, run: Piece, drop: float) -> bool:
    is_alike = (last.face, last.size, last.colour) == (run.face, run.size, run.colour)
    is_upright = last.turn == run.turn == _UPRIGHT
    is_below = _NEAREST <= drop / run.size <= _FURTHEST and abs(last.x - run.x) < 0.1
    is_even = last.leading == 0 or abs(last.leading - drop) < 0.1
    return is_alike and is_upright and is_below and is_even


def _runs(page: pdfium.PdfPage) -> Iterator[Piece]:
    text_page = page.get_textpage()
    for found in page.get_objects(filter=[raw.FPDF_PAGEOBJ_TEXT]):
        text = _text(found.raw, text_page.raw)
        if text.strip():
            a, b, c, d, x, y = found.get_matrix().get()
            yield Piece(
                face=_face(found.raw),
                size=_size(found.raw),
                turn=(a, b, c, d),
                x=x,
                y=y,
                width=found.get_bounds()[2] - x,
                leading=0.0,
                colour=_colour(found.raw),
                text=text,
            )


def _text(found: object, text_page: object) -> str:
    buffer = (ctypes.c_ushort * _LONGEST)()
    length = raw.FPDFTextObj_GetText(found, text_page, buffer, _LONGEST * 2)
    return bytes(buffer)[: length - 2].decode("utf-16-le")


def _face(found: object) -> str:
    buffer = ctypes.create_string_buffer(_LONGEST)
    raw.FPDFFont_GetBaseFontName(raw.FPDFTextObj_GetFont(found), buffer, _LONGEST)
    return buffer.value.decode("ascii").rpartition("+")[2]


def _size(found: object) -> float:
    size = ctypes.c_float()
    raw.FPDFTextObj_GetFontSize(found, size)
    return float(size.value)


def _colour(found: object) -> tuple[int, ...]:
    parts = [ctypes.c_uint() for _ in range(4)]
    raw.FPDFPageObj_GetFillColor(found, *parts)
    return tuple(part.value for part in parts[:3])
