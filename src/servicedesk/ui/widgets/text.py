# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""Words on the screen: plain text that wraps, never read as markup whatever a person typed."""

import re
from typing import Final

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QSizePolicy

_LONG: Final = re.compile(r"[^\s-]{51,}")
"""A word that is longer than any that wraps with grace, such as an address of the net."""

IN_SIGHT: Final = "stays_in_sight"
"""Property of words that a passing message keeps off, as it does of buttons."""

_PIECE: Final = 10
_MAY_BREAK: Final = "\u200b"
"""A space without width, at which a line may end."""


def breakable(text: str) -> str:
    """A text whose very long words may be parted, so that none makes a page wider than it is."""
    return _LONG.sub(lambda found: _MAY_BREAK.join(pieces(found[0])), text)


def pieces(word: str) -> list[str]:
    """A word, or what it may be parted into where it is a very long one."""
    if not _LONG.fullmatch(word):
        return [word]
    return [word[at : at + _PIECE] for at in range(0, len(word), _PIECE)]


class TextLabel(QLabel):
    """Plain text that wraps, very long words too."""

    def setText(self, text: str) -> None:
        """Show a text as it stands, signs of markup in it too."""
        super().setText(breakable(text))


def label(text: str, name: str = "") -> QLabel:
    """Make a text that wraps at any width.

    Args:
        text: shown as it stands; signs of markup in it are shown too.
        name: how the theme dresses it: "title", "section", "strong", "quiet", "small", "error";
            "" for ordinary text.
    """
    made = TextLabel()
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
