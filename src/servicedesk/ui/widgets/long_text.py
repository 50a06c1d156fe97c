# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""A text of any length that takes the room of a few lines until somebody wants all of it."""

from typing import Final

from PySide6.QtWidgets import QVBoxLayout, QWidget

from servicedesk.ui.widgets.buttons import link_button
from servicedesk.ui.widgets.flow import FlowLayout
from servicedesk.ui.widgets.text import label

MOST: Final = 900
"""Letters that are shown at once; a letter of a page and more is folded."""

_SPARE: Final = 200
"""A text that is hardly longer is shown whole: to fold it would save nothing."""


class LongText(QWidget):
    """The beginning of a text, and a way to the rest of it.

    Args:
        text: of any length.
        about: what it is, for those who hear the button without seeing where it stands.
        name: how the theme dresses it, as for ``label``.

    Attributes:
        words: what is shown of it.
        more: shows all of it, or the beginning again; not there while all fits.
    """

    def __init__(
        self, text: str, about: str, name: str = "", parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._text = text
        self._about = about
        self._is_whole = len(text) <= MOST + _SPARE
        self.words = label("", name)
        self.more = link_button("")
        rows = QVBoxLayout(self)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.setSpacing(0)
        rows.addWidget(self.words)
        line = FlowLayout()
        line.addWidget(self.more)
        rows.addLayout(line)
        self.more.clicked.connect(self._turn)
        self.more.setHidden(self._is_whole)
        self._show()

    def _turn(self) -> None:
        self._is_whole = not self._is_whole
        self._show()

    def _show(self) -> None:
        beginning = self._text[:MOST].rsplit(maxsplit=1)[0]
        cut = self.tr("{beginning} …").format(beginning=beginning)
        self.words.setText(self._text if self._is_whole else cut)
        shown = self.tr("Less of this") if self._is_whole else self.tr("Show all of it")
        self.more.setText(shown)
        named = self.tr("{words}: {about}")
        self.more.setAccessibleName(named.format(words=shown, about=self._about))
