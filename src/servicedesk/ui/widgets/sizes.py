# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""Sizes that grow with the text: everything that is not a hairline is measured in text heights."""

from PySide6.QtCore import QPoint, QRect, QSize
from PySide6.QtGui import QFontInfo
from PySide6.QtWidgets import QWidget


def em(widget: QWidget, heights: float) -> int:
    """Pixels of so many text heights in the font that a widget wears now.

    Args:
        widget: whose font counts.
        heights: such as 1.5; the measure is the same as that of ``Theme.em``.
    """
    return max(1, round(QFontInfo(widget.font()).pixelSize() * heights))


def take_room(window: QWidget, wide: float, high: float) -> None:
    """Make a window as large as it wants to be, and no larger than its screen has room for.

    Args:
        window: about to be shown.
        wide: how wide it wants to be, in text heights.
        high: how high, in text heights.
    """
    window.resize(QSize(em(window, wide), em(window, high)).boundedTo(most_room(window)))
    keep_on_screen(window)


def room_of(window: QWidget) -> QRect:
    """What the screen of a window has free, as far as the system tells."""
    return window.screen().availableGeometry()


def most_room(window: QWidget) -> QSize:
    """How large a window may be, with room left for its frame and for a bar that is not told of."""
    room = room_of(window)
    return QSize(room.width() * 95 // 100, room.height() * 89 // 100)


def keep_on_screen(window: QWidget) -> None:
    """Put a window over the middle of the one that it belongs to, and wholly on the screen."""
    room, owner = room_of(window), window.parentWidget()
    over = room if owner is None else owner.window().frameGeometry()
    frame = room.height() // 20  # its title is drawn above, by the system, once it is shown
    wanted = over.center() - window.rect().center() - QPoint(0, frame // 2)
    most = QPoint(room.right() + 1 - window.width(), room.bottom() + 1 - window.height() - frame)
    window.move(
        max(room.left(), min(wanted.x(), most.x())), max(room.top(), min(wanted.y(), most.y()))
    )
