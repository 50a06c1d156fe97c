# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""The nine lines of the short view on the screen: what it is, or the one button that does it."""

from collections.abc import Callable
from enum import StrEnum

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QPushButton, QVBoxLayout, QWidget

from servicedesk.ui.complaints.short_view import Line, Part, Way
from servicedesk.ui.core.workbench import Workbench
from servicedesk.ui.widgets.buttons import link_button
from servicedesk.ui.widgets.card import Card
from servicedesk.ui.widgets.flow import FlowLayout
from servicedesk.ui.widgets.long_text import LongText
from servicedesk.ui.widgets.text import label

_TITLE_WIDE = 10
"""Of the left column, in text heights."""

_TOP, _MIDDLE = Qt.AlignmentFlag.AlignTop, Qt.AlignmentFlag.AlignVCenter


class ShortLines(Card):
    """Shows them one below the other.

    Signals:
        wanted: (Way) somebody wants to do that.

    Args:
        bench: of the open file.
    """

    wanted = Signal(object)

    def __init__(self, bench: Workbench, parent: QWidget | None = None) -> None:
        super().__init__("", parent)
        self._bench = bench
        self._grid = QGridLayout()
        self._grid.setHorizontalSpacing(18)
        self._grid.setVerticalSpacing(10)
        self._grid.setColumnStretch(1, 1)
        self.body.addLayout(self._grid)
        self._shown: tuple[Line, ...] = ()

    def show_lines(self, lines: tuple[Line, ...], words: Callable[[Way], str]) -> None:
        """Show other lines; where they are the same, nothing moves.

        Args:
            lines: from the top.
            words: of a button.
        """
        if lines == self._shown:
            return
        self._shown = lines
        while (item := self._grid.takeAt(0)) is not None:
            if (gone := item.widget()) is not None:
                gone.hide()
                gone.deleteLater()
        for row, line in enumerate(lines):
            title = label(line.title, "quiet")
            title.setMinimumWidth(self._bench.theme.em(_TITLE_WIDE))
            is_button = all(not part.words for part in line.parts)
            self._grid.addWidget(title, row, 0, _MIDDLE if is_button else _TOP)
            self._grid.addWidget(self._parts(line, words), row, 1, _TOP)

    def go_to(self, deed: StrEnum) -> None:
        """Give the keyboard to the button of a deed, where there is one."""
        for button in self.findChildren(QPushButton):
            if button.property("way") == deed.value and button.isVisibleTo(self):
                button.setFocus(Qt.FocusReason.OtherFocusReason)

    def _parts(self, line: Line, words: Callable[[Way], str]) -> QWidget:
        made = QWidget()
        rows = QVBoxLayout(made)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.setSpacing(3)
        for part in line.parts:
            if part.words:
                dress = "quiet" if part.is_quiet else ""
                rows.addWidget(LongText(part.words, line.title, dress))
            if part.way is not None:
                rows.addLayout(self._button(line, part, part.way, words(part.way)))
        return made

    def _button(self, line: Line, part: Part, way: Way, words: str) -> FlowLayout:
        button = link_button(words)
        about = part.words or line.title
        button.setAccessibleName(self.tr("{words}: {about}").format(words=words, about=about))
        button.clicked.connect(lambda _=False: self.wanted.emit(way))
        button.setProperty("way", way.deed.value)
        beside = FlowLayout()
        beside.addWidget(button)
        return beside
