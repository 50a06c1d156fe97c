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
