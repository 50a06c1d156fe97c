# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""Sizes that grow with the text: everything that is not a hairline is measured in text heights."""

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
    room = window.screen().availableGeometry()
    window.resize(
        min(em(window, wide), room.width() * 9 // 10),
        min(em(window, high), room.height() * 9 // 10),
    )
