# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""What the window shows before there is a page to show: that the file opens, or a trouble."""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from servicedesk.ui.core.labels import SpokenTrouble
from servicedesk.ui.core.page import Page
from servicedesk.ui.core.theme import Theme
from servicedesk.ui.widgets.enter import press_by_enter

_WIDEST = 52
"""Of what is told, in text heights."""


@dataclass(frozen=True, slots=True, kw_only=True)
class BackupOffer:
    """A good backup that could take the place of a file that cannot be opened.

    Args:
        path: where it lies.
        words: what it is, such as "Tuesday 24 November 2026, 14:10, 1.2 MB".
    """

    path: Path
    words: str


class OpeningPage(Page):
    """The heading of the first page, while the file is being opened.

    Args:
        theme: measures.
        waiting: what is being done meanwhile; "" for opening the file.
    """

    def __init__(self, theme: Theme, waiting: str = "") -> None:
        super().__init__()
        column = _column(self, theme)
        column.addWidget(_label(self.tr("Today"), "title"))
        column.addWidget(_label(waiting or self.tr("Opening your file …"), "quiet"))
        column.addStretch(1)


class TroublePage(Page):
    """What happened, what is safe, what to do; and the backups that could help.

    Signals:
        put_back_wanted: (Path or None) a backup shall take the file's place; None for one that
            is still to be chosen.
        again_wanted: try once more to open the file.

    Args:
        words: the three sentences.
        theme: measures.
    """

    put_back_wanted = Signal(object)
    again_wanted = Signal()

    def __init__(self, words: SpokenTrouble, theme: Theme) -> None:
        super().__init__()
        self._again = QPushButton(self.tr("Try again"))
        self._again.setObjectName("main")
        self._again.clicked.connect(self.again_wanted)
        press_by_enter(self._again)
        inside = QWidget()
        self._theme = theme
        column = self._inside = _column(inside, theme)
        card = QFrame()
        card.setObjectName("notice_late")
        told = QHBoxLayout(card)
        told.setContentsMargins(theme.em(1.2), theme.em(1.1), theme.em(1.2), theme.em(1.1))
        told.setSpacing(theme.em(0.7))
        sign = QLabel()
        sign.setPixmap(theme.icon("triangle-alert", "late").pixmap(theme.icon_size()))
        told.addWidget(sign, 0, Qt.AlignmentFlag.AlignTop)
        told.addWidget(_label(words.happened, "section"), 1)
        column.addWidget(_label(self.tr("Your file could not be opened"), "title"))
        column.addWidget(card)
        for sentence in (words.safe, words.do):
            if sentence:
                column.addWidget(_label(sentence))
        column.addWidget(self._again, 0, Qt.AlignmentFlag.AlignLeft)
        column.addStretch(1)
        area = QScrollArea()
        area.setFrameShape(QFrame.Shape.NoFrame)
        area.setWidgetResizable(True)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        inside.setMaximumWidth(theme.em(_WIDEST))  # a line that can be read without losing it
        area.setWidget(inside)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(area)

    def offer(self, offers: Sequence[BackupOffer]) -> None:
        """Offer to go on from backups that were found good, or from one on a stick."""
        before_the_stretch = self._inside.count() - 1
        self._inside.insertWidget(before_the_stretch, self._build_offers(offers, self._theme))

    def _build_offers(self, offers: Sequence[BackupOffer], theme: Theme) -> QFrame:
        card = QFrame()
        card.setObjectName("card")
        listed = QVBoxLayout(card)
        listed.setContentsMargins(theme.em(1.2), theme.em(1.1), theme.em(1.2), theme.em(1.1))
        listed.setSpacing(theme.em(0.5))
        listed.addWidget(_label(self.tr("Or go on from a backup"), "section"))
        if offers:
            said = self.tr(
                "These were looked into just now and are good. What was written down after one "
                "was made is not in it."
            )
        else:
            said = self.tr("No good backup was found on this computer. One may be on a stick.")
        listed.addWidget(_label(said, "quiet"))
        for offer in offers:
            words = self.tr("Put back: {words}").format(words=offer.words)
            listed.addLayout(self._way(words, offer.path))
        listed.addLayout(self._way(self.tr("Choose another backup…"), None))
        return card

    def _way(self, words: str, backup: Path | None) -> QHBoxLayout:
        """A button that goes on from a backup, no wider than its words."""
        button = QPushButton(words)
        press_by_enter(button)
        button.setObjectName("side")
        button.clicked.connect(lambda: self.put_back_wanted.emit(backup))
        row = QHBoxLayout()
        row.addWidget(button)
        row.addStretch(1)
        return row

    def first_focus(self) -> QWidget:
        """Try again."""
        return self._again


def _column(page: QWidget, theme: Theme) -> QVBoxLayout:
    column = QVBoxLayout(page)
    em = theme.em
    column.setContentsMargins(em(1.55), em(1.35), em(1.55), em(1.35))
    column.setSpacing(em(0.8))
    return column


def _label(text: str, name: str = "") -> QLabel:
    label = QLabel(text)
    label.setObjectName(name)
    label.setTextFormat(Qt.TextFormat.PlainText)
    label.setWordWrap(True)
    return label
