# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""Small signs that stand beside a word of good or bad news, so that colour is never alone.

They are drawn in lines, so that they are sharp at any size, and in the colour of the words.
"""

from enum import StrEnum

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen, QPolygonF

_THICKNESS = 0.11
"""Of a line, as a share of the sign's size."""


class Tone(StrEnum):
    """What kind of news it is."""

    OK = "ok"
    DUE = "due"
    LATE = "late"
    QUIET = "quiet"


def draw_mark(painter: QPainter, tone: Tone, place: QRectF, colour: QColor) -> None:
    """Draw the sign of a tone: a tick, a clock, a warning, or a dot.

    Args:
        painter: draws on the widget.
        tone: which sign.
        place: a square, in pixels.
        colour: of the lines.
    """
    side = place.width()
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    pen = QPen(colour, side * _THICKNESS)
    pen.setCapStyle(Qt.PenCapStyle.RoundCap)
    pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
    painter.setPen(pen)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.translate(place.topLeft())
    painter.scale(side, side)
    pen.setWidthF(_THICKNESS)
    painter.setPen(pen)
    if tone is Tone.OK:
        painter.drawPolyline(_line((0.15, 0.55), (0.4, 0.8), (0.85, 0.25)))
    elif tone is Tone.DUE:
        painter.drawEllipse(QRectF(0.1, 0.1, 0.8, 0.8))
        painter.drawPolyline(_line((0.5, 0.28), (0.5, 0.52), (0.66, 0.6)))
    elif tone is Tone.LATE:
        painter.drawPolygon(_line((0.5, 0.1), (0.93, 0.87), (0.07, 0.87)))
        painter.drawPolyline(_line((0.5, 0.4), (0.5, 0.58)))
        painter.drawPoint(QPointF(0.5, 0.72))
    else:
        painter.setBrush(colour)
        painter.drawEllipse(QRectF(0.4, 0.4, 0.2, 0.2))
    painter.restore()


def draw_box(painter: QPainter, place: QRectF, colour: QColor, *, has_tick: bool) -> None:
    """Draw a box to tick.

    Args:
        painter: draws on the widget.
        place: a square, in pixels.
        colour: of the lines.
        has_tick: whether it is ticked.
    """
    side = place.width()
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(QPen(colour, max(1.0, side * _THICKNESS)))
    edge = side * _THICKNESS
    painter.drawRoundedRect(place.adjusted(edge, edge, -edge, -edge), edge * 2, edge * 2)
    painter.restore()
    if has_tick:
        inner = side * 0.14
        draw_mark(painter, Tone.OK, place.adjusted(inner, inner, -inner, -inner), colour)


def _line(*points: tuple[float, float]) -> QPolygonF:
    return QPolygonF([QPointF(x, y) for x, y in points])
