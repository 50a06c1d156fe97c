# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""One card of a complaint's file: facts, lines and the buttons of what can be done."""

from collections.abc import Iterable
from itertools import pairwise

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QLayout, QPushButton, QVBoxLayout, QWidget

from servicedesk.ui.complaints.file_state import CardState, Line, Way
from servicedesk.ui.core.theme import Theme
from servicedesk.ui.widgets.buttons import link_button
from servicedesk.ui.widgets.card import Card, Notice
from servicedesk.ui.widgets.chip import Chip
from servicedesk.ui.widgets.flow import FlowLayout
from servicedesk.ui.widgets.text import label, single_line

_NAMES = 10.5
"""Width of the names of facts, in text heights."""


class FileCard(Card):
    """Shows a card's state.

    Args:
        theme: sizes.
        state: what it shows first.

    Signals:
        wanted: (Way) a button was chosen.
    """

    wanted = Signal(object)

    def __init__(self, theme: Theme, state: CardState, parent: QWidget | None = None) -> None:
        super().__init__(parent=parent)
        self._theme = theme
        self._inside: QWidget | None = None
        self.state = state
        self.buttons: dict[Way, QPushButton] = {}
        self._fill()

    def show_card(self, state: CardState) -> None:
        """Show another state; the keyboard stays where it was as far as that is still there."""
        if state == self.state:
            return
        focused = self.window().focusWidget()  # also while a dialog stands over the window
        held = next((way for way, button in self.buttons.items() if button is focused), None)
        self.state = state
        self._fill()
        if held is not None and self.buttons:
            button = self.buttons.get(held) or next(reversed(self.buttons.values()))
            button.setFocus(Qt.FocusReason.OtherFocusReason)

    def _fill(self) -> None:
        gone, state, before = self._inside, self.state, [*self.buttons.values()]
        self.buttons = {}
        inside = QWidget()
        rows = QVBoxLayout(inside)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.setSpacing(self.body.spacing())
        rows.addLayout(self._ways(state.ways, state.title, single_line(state.title, "section")))
        for tone, sentence in state.notices:
            rows.addWidget(Notice(tone, sentence))
        if state.note:
            rows.addWidget(label(state.note, "quiet"))
        if state.facts:
            rows.addLayout(self._facts(state))
        for line in state.lines:
            rows.addLayout(self._line(line))
        self._inside = inside
        self.body.addWidget(inside)
        if gone is not None:
            for earlier, later in pairwise([*before[-1:], *self.buttons.values()]):
                self.setTabOrder(earlier, later)  # else Tab would come to what is new last
            gone.hide()
            self.body.removeWidget(gone)
            gone.deleteLater()

    def _facts(self, state: CardState) -> QLayout:
        grid = QGridLayout()
        grid.setHorizontalSpacing(18)
        grid.setVerticalSpacing(4)
        grid.setColumnStretch(1, 1)
        grid.setColumnMinimumWidth(0, self._theme.em(_NAMES))
        top = Qt.AlignmentFlag.AlignTop
        for row, (name, words) in enumerate(state.facts):
            quiet = label(name, "quiet")
            quiet.setMaximumWidth(self._theme.em(_NAMES))
            grid.addWidget(quiet, row, 0, top)
            grid.addWidget(label(words), row, 1, top)
        return grid

    def _line(self, line: Line) -> QLayout:
        rows = QVBoxLayout()
        rows.setSpacing(2)
        head = QHBoxLayout()
        head.setSpacing(12)
        head.addWidget(label(line.title, "strong"), 1)
        if line.chip:
            head.addWidget(Chip(line.chip, line.tone), 0, Qt.AlignmentFlag.AlignTop)
        rows.addLayout(head)
        if line.detail:
            rows.addWidget(label(line.detail, "small"))
        if line.words:
            rows.addWidget(label(line.words))
        if line.ways:
            rows.addLayout(self._ways(line.ways, line.title))
        return rows

    def _ways(self, ways: Iterable[Way], about: str, title: QWidget | None = None) -> QLayout:
        flow = FlowLayout()
        if title is not None:
            flow.addWidget(title)
        for way in ways:
            button = link_button(way.words)
            button.setAccessibleName(
                self.tr("{words} {about}").format(words=way.words, about=way.about or about)
            )
            button.clicked.connect(lambda _=False, chosen=way: self.wanted.emit(chosen))
            self.buttons[way] = button
            flow.addWidget(button)
        return flow
