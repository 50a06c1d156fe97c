# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""The bare limit of ``charter``: ReportLab alone writes the same words into the same papers.

It is told in a file which words stand where: no question is asked, no sentence is made or
checked, nothing is fitted to a page. Paragraphs are broken into lines by ReportLab's own
Paragraph; single lines are drawn as they are. Boxes and rules are left out.
"""

import json
import sys
from pathlib import Path
from xml.sax.saxutils import escape

from reportlab.lib.colors import Color
from reportlab.lib.styles import ParagraphStyle
from reportlab.pdfbase.pdfmetrics import registerFont
from reportlab.pdfbase.ttfonts import TTFont
from reportlab.pdfgen.canvas import Canvas
from reportlab.platypus import Paragraph

_SLACK = 2.0
"""Points a paragraph is wider than its longest line, so that rounding does not break it."""


def draw(canvas: Canvas, piece: dict[str, object]) -> None:
    """Draw one piece of text."""
    face, size, text = piece["face"], piece["size"], piece["text"]
    colour = Color(*(part / 255 for part in piece["colour"]))
    if piece["leading"]:
        style = ParagraphStyle(
            "plain", fontName=face, fontSize=size, leading=piece["leading"], textColor=colour
        )
        paragraph = Paragraph(escape(text), style)
        _, height = paragraph.wrap(piece["width"] + _SLACK, 10_000)
        paragraph.drawOn(canvas, piece["x"], piece["y"] + size - height)
        return
    canvas.saveState()
    canvas.setFillColor(colour)
    canvas.setFont(face, size)
    canvas.transform(*piece["turn"], piece["x"], piece["y"])
    canvas.drawString(0, 0, text)
    canvas.restoreState()


def write(told: dict[str, object], folder: Path) -> None:
    """Write every paper that is told of."""
    for name, path in told["faces"].items():
        registerFont(TTFont(name, path))
    for name, pages in told["papers"].items():
        canvas = Canvas(str(folder / name))
        for page in pages:
            canvas.setPageSize(page["size"])
            for piece in page["pieces"]:
                draw(canvas, piece)
            canvas.showPage()
        canvas.save()
    for name, text in told["texts"].items():
        (folder / name).write_text(text, encoding="utf-8")


def main() -> None:
    """Read what to write from the first file named, and write it into the folder named second."""
    told, folder = sys.argv[1:]
    write(json.loads(Path(told).read_text(encoding="utf-8")), Path(folder))


if __name__ == "__main__":
    main()
