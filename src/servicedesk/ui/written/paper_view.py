# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""A paper as it will read, on the screen: title, headings, paragraphs, items, boxes to tick."""

from collections.abc import Iterable

from PySide6.QtWidgets import QWidget

from servicedesk.domain.letters import Part, PartKind
from servicedesk.ui.widgets.card import Card
from servicedesk.ui.widgets.sub_page import clear
from servicedesk.ui.widgets.text import label

_SIGNS = {
    PartKind.BULLET: "•  {}",
    PartKind.TICK: "☐  {}",
    PartKind.BLANK: "{} ____________",
    PartKind.STEPS: "{}  1  2  3  4  5",
}
_DRESSED = {PartKind.SUBJECT: "section", PartKind.HEADING: "strong"}


class PaperView(Card):
    """Shows the words of a paper; nothing in it can be changed.

    Args:
        title: over it, said to be the paper.
    """

    def __init__(self, title: str, parent: QWidget | None = None) -> None:
        super().__init__("", parent)
        self.body.addWidget(label(title, "small"))
        self._words = Card()
        self._words.setObjectName("")
        self._words.body.setContentsMargins(0, 0, 0, 0)
        self.body.addWidget(self._words)

    def show_parts(self, parts: Iterable[Part]) -> None:
        """Show the words of a paper."""
        clear(self._words.body)
        for part in parts:
            words = _SIGNS.get(part.kind, "{}").replace("{}", part.text)
            self._words.body.addWidget(label(words, _DRESSED.get(part.kind, "")))
