# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""The page that stands where no file can be opened: what happened, what is safe, the way on."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from servicedesk.domain.recovery import RecoveryWay
from servicedesk.ui.core.labels import SpokenTrouble
from servicedesk.ui.core.page import Page
from servicedesk.ui.core.theme import Theme
from servicedesk.ui.widgets.buttons import main_button, side_button
from servicedesk.ui.widgets.card import Notice
from servicedesk.ui.widgets.flow import FlowLayout
from servicedesk.ui.widgets.scroll import ScrollPage
from servicedesk.ui.widgets.text import label


@dataclass(frozen=True, slots=True, kw_only=True)
class WayOffer:
    """A way on, as a button says it.

    Args:
        way: which.
        words: on the button.
    """

    way: RecoveryWay
    words: str


class TroublePage(Page):
    """Says what keeps the file from being opened, and offers one way on before all others.

    Signals:
        wanted: (RecoveryWay) the way that was chosen.
        stop_wanted: what is being done shall stop.

    Args:
        words: the three sentences.
        theme: measures.
        is_damaged: its inside is, which may be found out while it is open.
    """

    wanted = Signal(object)
    stop_wanted = Signal()

    def __init__(self, words: SpokenTrouble, theme: Theme, *, is_damaged: bool = False) -> None:
        super().__init__()
        self._theme = theme
        self._ways: dict[RecoveryWay, QPushButton] = {}
        page = ScrollPage()
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(page)
        body = page.body
        title = self.tr("Your file could not be opened")
        body.addWidget(label(self.tr("Your file is damaged") if is_damaged else title, "title"))
        body.addWidget(Notice("late", words.happened))
        for sentence in (words.safe, words.do):
            if sentence:
                body.addWidget(label(sentence))
        self._backup_title, self._backup_words = label("", "section"), label("", "quiet")
        self._backup = self._card(theme, self._backup_title, self._backup_words)
        body.addWidget(self._backup)
        self._first = QHBoxLayout()
        body.addLayout(self._first)
        self._news = label("", "strong")
        self._news.hide()
        body.addWidget(self._news)
        self.stop_button = side_button(self.tr("Stop"))
        self.stop_button.hide()
        self.stop_button.clicked.connect(self.stop_wanted)
        body.addWidget(self.stop_button, 0, Qt.AlignmentFlag.AlignLeft)
        self._others_title = label(self.tr("Or:"), "section")
        body.addWidget(self._others_title)
        self._others = FlowLayout()
        body.addLayout(self._others)
        body.addStretch(1)
        self.offer(())
        self.tell_backup("", "")

    def _card(self, theme: Theme, *lines: QWidget) -> QFrame:
        card = QFrame()
        card.setObjectName("card")
        column = QVBoxLayout(card)
        column.setContentsMargins(theme.em(1.2), theme.em(1.0), theme.em(1.2), theme.em(1.0))
        for line in lines:
            column.addWidget(line)
        return card

    def tell_backup(self, title: str, words: str) -> None:
        """Say what the newest good backup is, or that one is looked for; "" for nothing."""
        self._backup_title.setText(title)
        self._backup_words.setText(words)
        self._backup_words.setVisible(bool(words))
        self._backup.setVisible(bool(title))

    def offer(self, offers: Sequence[WayOffer], *, has_first: bool = True) -> None:
        """Offer the ways on.

        Args:
            offers: the one to take first.
            has_first: one of them stands out; False while it is still being looked for.
        """
        had_focus = any(button.hasFocus() for button in self._ways.values())
        for button in self._ways.values():
            button.hide()
            button.deleteLater()
        _empty(self._first)
        _empty(self._others)
        self._ways = {}
        for number, one in enumerate(offers):
            is_first = has_first and number == 0
            button = main_button(one.words) if is_first else side_button(one.words)
            button.clicked.connect(lambda _down=False, way=one.way: self.wanted.emit(way))
            self._ways[one.way] = button
            if is_first:
                self._first.addWidget(button)
                self._first.addStretch(1)
            else:
                self._others.addWidget(button)
            button.show()
        self._others_title.setVisible(len(offers) > 1)
        first = self.first_focus()
        if first is not None and (had_focus or self.isVisible()):
            first.setFocus(Qt.FocusReason.OtherFocusReason)

    def button(self, way: RecoveryWay) -> QPushButton | None:
        """The button of a way, or None where it is not offered."""
        return self._ways.get(way)

    def say(self, words: str) -> None:
        """Say what came of a way that was taken; "" for nothing."""
        self._news.setText(words)
        self._news.setVisible(bool(words))

    def let_stop(self, can_stop: bool) -> None:
        """Offer to stop what is being done, or no longer."""
        had_focus = self.stop_button.hasFocus()
        self.stop_button.setVisible(can_stop)
        first = self.first_focus()
        if had_focus and first is not None:
            first.setFocus(Qt.FocusReason.OtherFocusReason)

    @property
    def said(self) -> str:
        """What came of the way that was taken."""
        return self._news.text()

    def first_focus(self) -> QWidget | None:
        """The way to take."""
        return next(iter(self._ways.values()), None)


def _empty(line: QHBoxLayout | FlowLayout) -> None:
    while line.takeAt(0) is not None:
        pass
