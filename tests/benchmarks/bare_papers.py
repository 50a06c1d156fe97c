# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""The same pages by bare ReportLab: places known beforehand, nothing measured, fitted or checked.

The poster is told by a list of what stands where; the letter by paragraphs and one table.
"""

import ctypes
from dataclasses import dataclass
from io import BytesIO

import pypdfium2 as pdfium
from pypdfium2 import raw
from reportlab.lib.colors import HexColor
from reportlab.lib.styles import ParagraphStyle
from reportlab.pdfgen.canvas import Canvas
from reportlab.platypus import HRFlowable, Paragraph, SimpleDocTemplate, Spacer, Table

SANS, BOLD, SERIF = "NotoSans-Regular", "NotoSans-Bold", "NotoSerif-Bold"


@dataclass(frozen=True, slots=True, kw_only=True)
class Shape:
    """A filled box or a line: its edges in points, its width as a line or 0, its colour."""

    edges: tuple[float, float, float, float]
    line: float
    colour: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Run:
    """A line of type: font, size and place in points, colour, words."""

    font: str
    size: float
    x: float
    y: float
    colour: str
    text: str


def _colour(read, item):
    parts = [ctypes.c_uint() for _ in range(4)]
    read(item.raw, *parts)
    return "#" + "".join(f"{part.value:02X}" for part in parts[:3])


def _run(item, reader):
    length = raw.FPDFTextObj_GetText(item.raw, reader.raw, None, 0)
    buffer = ctypes.create_string_buffer(length)
    words = ctypes.cast(buffer, ctypes.POINTER(ctypes.c_ushort))
    raw.FPDFTextObj_GetText(item.raw, reader.raw, words, length)
    name = ctypes.create_string_buffer(200)
    raw.FPDFFont_GetBaseFontName(raw.FPDFTextObj_GetFont(item.raw), name, 200)
    size = ctypes.c_float()
    raw.FPDFTextObj_GetFontSize(item.raw, size)
    place = item.get_matrix()
    return Run(
        font=name.value.decode().rpartition("+")[2],
        size=round(size.value, 4),
        x=place.e,
        y=place.f,
        colour=_colour(raw.FPDFPageObj_GetFillColor, item),
        text=buffer.raw.decode("utf-16-le").rstrip("\0"),
    )


def recorded(pdf):
    """What stands on the first page of a PDF, and the page's size in points."""
    with pdfium.PdfDocument(pdf) as document:
        page = document[0]
        reader = page.get_textpage()
        found = []
        for item in page.get_objects():
            if item.type == raw.FPDF_PAGEOBJ_TEXT:
                found.append(_run(item, reader))
                continue
            mode, is_line = ctypes.c_int(), ctypes.c_int()
            raw.FPDFPath_GetDrawMode(item.raw, mode, is_line)
            width = ctypes.c_float()
            raw.FPDFPageObj_GetStrokeWidth(item.raw, width)
            read = raw.FPDFPageObj_GetStrokeColor if is_line.value else raw.FPDFPageObj_GetFillColor
            line = width.value if is_line.value else 0.0
            found.append(Shape(edges=item.get_bounds(), line=line, colour=_colour(read, item)))
        size = page.get_size()
        reader.close()
    return found, size


def bare_poster(found, size):
    """Draw what was recorded."""
    target = BytesIO()
    canvas = Canvas(target, pagesize=size, lang="en-GB", initialFontName=SANS, pageCompression=1)
    for one in found:
        if isinstance(one, Run):
            canvas.setFont(one.font, one.size)
            canvas.setFillColor(HexColor(one.colour))
            canvas.drawString(one.x, one.y, one.text)
            continue
        left, bottom, right, top = one.edges
        if one.line:
            canvas.setStrokeColor(HexColor(one.colour))
            canvas.setLineWidth(one.line)
            canvas.line(left, (bottom + top) / 2, right, (bottom + top) / 2)
        else:
            canvas.setFillColor(HexColor(one.colour))
            canvas.rect(left, bottom, right - left, top - bottom, stroke=0, fill=1)
    canvas.showPage()
    canvas.save()
    return target.getvalue()


def _style(font, size, leading, after=0.0, colour="#1F2A2E"):
    return ParagraphStyle(
        font, fontName=font, fontSize=size, leading=leading, spaceAfter=after,
        textColor=HexColor(colour),
    )  # fmt: skip


def bare_letter(letter, size):
    """Set the letter of ``papers.py`` with Platypus alone."""
    width, _ = size
    side = 68.0
    plain, title = _style(SANS, 10.5, 15, 6.3), _style(SERIF, 14.7, 18.4, 5.2, "#0B5D5E")
    cell, head = _style(SANS, 9.66, 13), _style(BOLD, 9.66, 13)

    def begin(canvas, _document):
        canvas.setFont(BOLD, 8.5)
        canvas.drawString(side, size[1] - 47, letter.name)
        canvas.line(side, size[1] - 55, width - side, size[1] - 55)
        canvas.setFont(SANS, 8.5)
        canvas.line(side, 52, width - side, 52)
        canvas.drawString(side, 40, letter.footer)
        canvas.drawRightString(width - side, 40, "Page 1 of 1")

    target = BytesIO()
    document = SimpleDocTemplate(
        target, pagesize=size, leftMargin=side, rightMargin=side, topMargin=66, bottomMargin=64,
        title=letter.title, author=letter.name, lang="en-GB", initialFontName=SANS,
        pageCompression=1,
    )  # fmt: skip
    rows = [[Paragraph(text, cell) for text in row] for row in letter.rows]
    table = Table(
        [[Paragraph(text, head) for text in letter.head], *rows],
        colWidths=[(width - 2 * side) / 2] * 2,
        style=[
            ("FONTNAME", (0, 0), (-1, -1), SANS),
            ("LINEBELOW", (0, 0), (-1, -1), 0.6, "#DDD8CC"),
        ],
        repeatRows=1,
    )
    story = [
        Paragraph("<br/>".join(letter.address), plain),
        Paragraph(letter.heading, title),
        *(Paragraph(text, plain) for text in letter.texts),
        table,
        Spacer(0, 27),
        HRFlowable(width=175, thickness=0.8, hAlign="LEFT"),
        Paragraph(letter.signed, _style(BOLD, 10.5, 14.2)),
        Paragraph(letter.role, _style(SANS, 9.87, 13.6)),
    ]
    document.build(story, onFirstPage=begin, onLaterPages=begin)
    return target.getvalue()
