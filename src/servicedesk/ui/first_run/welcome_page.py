# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""What a start shows where there is no file yet: three ways in, one of them the usual."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from servicedesk.ui.core.page import Page
from servicedesk.ui.core.theme import Theme
from servicedesk.ui.widgets.buttons import main_button, side_button
from servicedesk.ui.widgets.card import Card
from servicedesk.ui.widgets.scroll import ScrollPage
from servicedesk.ui.widgets.text import label

_WIDEST = 42
"""Of the column, in text heights."""


class WelcomePage(Page):
    """Three ways in. Nothing is written before one of them is chosen.

    Signals:
        set_up_wanted: begin with an empty file.
        backup_wanted: put a backup from another computer in place.
        demo_wanted: open the pretend shop, which has a file of its own.

    Args:
        theme: draws the icons.
    """

    set_up_wanted = Signal()
    backup_wanted = Signal()
    demo_wanted = Signal()

    has_own_header = True

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._build()
        self._wire()

    def _build(self) -> None:
        page = ScrollPage(widest=0)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(page)
        self._column = QWidget()
        rows = QVBoxLayout(self._column)
        rows.setSpacing(14)
        middle = QHBoxLayout()
        middle.addStretch(1)
        middle.addWidget(self._column, 1000)
        middle.addStretch(1)
        page.body.addStretch(1)
        page.body.addLayout(middle)
        page.body.addStretch(2)
        rows.addWidget(label(self.tr("Welcome to servicedesk"), "title"))
        rows.addWidget(
            label(
                self.tr(
                    "In ten minutes you can have a customer charter on the wall. Everything stays "
                    "on this computer: nothing is sent anywhere."
                ),
                "quiet",
            )
        )
        self.set_up_button = main_button(self.tr("Set up my shop"))
        self.backup_button = side_button(self.tr("I already have a backup"))
        self.demo_button = side_button(self.tr("Try it with a pretend shop"))
        for icon, button, words in (
            (
                "store",
                self.set_up_button,
                self.tr("Four short pages. You can skip any of them and come back later."),
            ),
            (
                "archive",
                self.backup_button,
                self.tr("Bring your records from another computer, or from before a repair."),
            ),
            (
                "play",
                self.demo_button,
                self.tr("Look around first. It opens beside your own records, never among them."),
            ),
        ):
            rows.addWidget(self._way(icon, button, words))

    def _way(self, icon: str, button: QPushButton, words: str) -> QWidget:
        button.setAccessibleDescription(words)
        token = "brand_ink" if button is self.set_up_button else "ink"
        button.setIcon(self._theme.icon(icon, token))
        card = Card()
        line = QHBoxLayout()
        line.addWidget(button)
        line.addStretch(1)
        card.body.addLayout(line)
        card.body.addWidget(label(words, "quiet"))
        return card

    def _wire(self) -> None:
        self.set_up_button.clicked.connect(self.set_up_wanted)
        self.backup_button.clicked.connect(self.backup_wanted)
        self.demo_button.clicked.connect(self.demo_wanted)
        for button in (self.set_up_button, self.backup_button, self.demo_button):
            button.setAutoDefault(True)

        self._theme.changed.connect(self._dress)
        self._dress()

    def _dress(self) -> None:
        self._column.setMaximumWidth(self._theme.em(_WIDEST))
        for button in (self.set_up_button, self.backup_button, self.demo_button):
            button.setIconSize(self._theme.icon_before_words())

    def first_focus(self) -> QWidget | None:
        """The usual way in."""
        return self.set_up_button
