# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""Reads a finished PDF back: every line of type with its box and size, every picture's box."""

import ctypes
import re
from dataclasses import dataclass

import pypdfium2 as pdfium
from pypdfium2 import raw

MM = 72 / 25.4


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """One run of type: its words, its box in points from the lower left, its size in points."""

    text: str
    left: float
    bottom: float
    right: float
    top: float
    size: float

    def overlaps(self, other):
        slack = 0.25
        return (
            self.left < other.right - slack
            and other.left < self.right - slack
            and self.bottom < other.top - slack
            and other.bottom < self.top - slack
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class Page:
    """One page: its size in points, its lines in drawing order, its pictures' boxes."""

    width: float
    height: float
    lines: tuple[Line, ...]
    pictures: tuple[tuple[float, float, float, float], ...]

    def sizes_of(self, text):
        """Type sizes of the lines that make up a text; None when it is not on the page."""
        wanted = "".join(text.split())
        for start in range(len(self.lines)):
            found, sizes = "", []
            for line in self.lines[start:]:
                found += "".join(line.text.split())
                sizes.append(line.size)
                if found == wanted:
                    return sizes
                if not wanted.startswith(found):
                    break
        return None


def _text_of(item, reader):
    length = raw.FPDFTextObj_GetText(item.raw, reader.raw, None, 0)
    buffer = ctypes.create_string_buffer(length)
    raw.FPDFTextObj_GetText(
        item.raw, reader.raw, ctypes.cast(buffer, ctypes.POINTER(ctypes.c_ushort)), length
    )
    return buffer.raw.decode("utf-16-le").rstrip("\0")


def _size_of(item):
    size = ctypes.c_float()
    raw.FPDFTextObj_GetFontSize(item.raw, size)
    return size.value


def pages_of(pdf):
    """All pages of a PDF."""
    with pdfium.PdfDocument(pdf) as document:
        return [_page(page) for page in document]


def _page(page):
    reader = page.get_textpage()
    lines, pictures = [], []
    for item in page.get_objects(max_depth=3):
        left, bottom, right, top = item.get_bounds()
        if item.type == raw.FPDF_PAGEOBJ_IMAGE:
            pictures.append((left, bottom, right, top))
        elif item.type == raw.FPDF_PAGEOBJ_TEXT and (text := _text_of(item, reader)).strip():
            lines.append(
                Line(text=text, left=left, bottom=bottom, right=right, top=top, size=_size_of(item))
            )
    width, height = page.get_size()
    reader.close()
    return Page(width=width, height=height, lines=tuple(lines), pictures=tuple(pictures))


def fonts_of(pdf):
    """Names of the fonts that a PDF refers to, and how many of them it carries within."""
    names = {name.decode() for name in re.findall(rb"/BaseFont\s*/(\S+)", pdf)}
    return names, len(re.findall(rb"/FontFile2", pdf))


def tallest_empty_band(image):
    """Height of the tallest run of rows without any ink, as a part of the page's height."""
    row = image.width * 4
    blank = bytes([255]) * row
    most = run = 0
    for start in range(0, len(image.bgra), row):
        run = run + 1 if image.bgra[start : start + row] == blank else 0
        most = max(most, run)
    return most / image.height
