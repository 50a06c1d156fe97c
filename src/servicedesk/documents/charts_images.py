# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""Charts for the screen: the same drawing as on paper, in the colours of the theme."""

from io import BytesIO

from reportlab.graphics import renderPDF

from servicedesk.documents.charts import ChartLook, chart_drawing
from servicedesk.documents.fonts import Faces
from servicedesk.documents.page_images import page_png
from servicedesk.documents.sheets import Credits, new_canvas
from servicedesk.documents.text import Ink
from servicedesk.domain.blocks import Chart

_PIXELS_ARE_POINTS = 72.0


def chart_png(chart: Chart, look: ChartLook, faces: Faces, language: str = "en-GB") -> bytes:
    """A chart as a PNG file, as wide as asked and as high as its values need.

    Args:
        chart: what it shows; ``chart.alt`` is for those who cannot see the picture.
        look: width and type size in pixels of the screen, colours of the theme with a ground.
        faces: the registered fonts.
        language: of its words.
    """
    drawing = chart_drawing(chart, Ink(faces), look)
    target = BytesIO()
    credits = Credits(title=chart.title or chart.alt, author="", language=language)
    canvas = new_canvas(target, (drawing.width, drawing.height), credits)
    renderPDF.draw(drawing, canvas, 0, 0)
    canvas.showPage()
    canvas.save()
    return page_png(target.getvalue(), 0, _PIXELS_ARE_POINTS)
