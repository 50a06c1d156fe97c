# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""Makes words unreadable for those who look over the counter, and readable for who points at them.

Names in lists are drawn as through frosted glass. The row that is chosen, and the one under the
mouse, are clear; a screen reader says them all.
"""

from collections.abc import Callable

from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QPainter, QPixmap
from PySide6.QtWidgets import QStyle, QStyleOptionViewItem

_COARSE = 0.7
"""Side of a frosted grain, in heights of the text: smaller ones can still be guessed."""


def is_clear(option: QStyleOptionViewItem) -> bool:
    """Whether a row is chosen, or under the mouse, and so read by whoever works here."""
    near = QStyle.StateFlag.State_Selected | QStyle.StateFlag.State_MouseOver
    return bool(option.state & near)


def draw_veiled(painter: QPainter, place: QRect, draw: Callable[[QPainter], object]) -> None:
    """Draw something so that nobody can read it.

    Args:
        painter: as it is set up for drawing it clearly.
        place: all that it takes up.
        draw: draws it, in the same coordinates.
    """
    if place.isEmpty():
        return
    clear = QPixmap(place.size())
    clear.fill(Qt.GlobalColor.transparent)
    inner = QPainter(clear)
    inner.translate(-place.topLeft())
    inner.setFont(painter.font())
    inner.setPen(painter.pen())
    draw(inner)
    inner.end()
    grain = max(2, round(painter.fontMetrics().height() * _COARSE))
    smooth, free = Qt.TransformationMode.SmoothTransformation, Qt.AspectRatioMode.IgnoreAspectRatio
    wide, high = max(1, place.width() // grain), max(1, place.height() // grain)
    painter.drawPixmap(
        place.topLeft(),
        clear.scaled(wide, high, free, smooth).scaled(place.size(), free, smooth),
    )
