# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""Words on the screen: plain text that wraps, never read as markup whatever a person typed."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QSizePolicy


def label(text: str, name: str = "") -> QLabel:
    """Make a text that wraps at any width.

    Args:
        text: shown as it stands; signs of markup in it are shown too.
        name: how the theme dresses it: "title", "section", "strong", "quiet", "small", "error";
            "" for ordinary text.
    """
    made = QLabel()
    made.setTextFormat(Qt.TextFormat.PlainText)
    made.setWordWrap(True)
    made.setText(text)
    if name:
        made.setObjectName(name)
    policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
    policy.setHeightForWidth(True)
    made.setSizePolicy(policy)
    return made


def single_line(text: str, name: str = "") -> QLabel:
    """Make a short text that stays on one line, such as a figure; see ``label``."""
    made = label(text, name)
    made.setWordWrap(False)
    return made
