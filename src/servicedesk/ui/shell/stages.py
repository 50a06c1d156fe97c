# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""What the window shows before there is a page to show: that the file opens, or a trouble."""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QLabel, QPushButton, QScrollArea, QVBoxLayout, QWidget

from servicedesk.ui.core.labels import SpokenTrouble
from servicedesk.ui.core.page import Page
from servicedesk.ui.core.theme import Theme


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
        put_back_wanted: (Path) this backup shall take the file's place.
        again_wanted: try once more to open the file.

    Args:
        words: the three sentences.
        offers: the newest good backups, the newest first; none where none would help.
        theme: measures.
    """

    put_back_wanted = Signal(object)
    again_wanted = Signal()

    def __init__(self, words: SpokenTrouble, offers: Sequence[BackupOffer], theme: Theme) -> None:
        super().__init__()
        self._again = QPushButton(self.tr("Try again"))
        self._again.setObjectName("main")
        self._again.clicked.connect(self.again_wanted)
        inside = QWidget()
        column = _column(inside, theme)
        card = QFrame()
        card.setObjectName("notice_late")
        told = QVBoxLayout(card)
        told.setContentsMargins(theme.em(1.2), theme.em(1.1), theme.em(1.2), theme.em(1.1))
        told.addWidget(_label(words.happened, "section"))
        for sentence in (words.safe, words.do):
            if sentence:
                told.addWidget(_label(sentence))
        column.addWidget(_label(self.tr("Your file could not be opened"), "title"))
        column.addWidget(card)
        column.addWidget(self._again, 0, Qt.AlignmentFlag.AlignLeft)
        if offers:
            column.addWidget(self._build_offers(offers, theme))
        column.addStretch(1)
        area = QScrollArea()
        area.setFrameShape(QFrame.Shape.NoFrame)
        area.setWidgetResizable(True)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        area.setWidget(inside)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(area)

    def _build_offers(self, offers: Sequence[BackupOffer], theme: Theme) -> QFrame:
        card = QFrame()
        card.setObjectName("card")
        listed = QVBoxLayout(card)
        listed.setContentsMargins(theme.em(1.2), theme.em(1.1), theme.em(1.2), theme.em(1.1))
        listed.setSpacing(theme.em(0.5))
        listed.addWidget(_label(self.tr("Or go on from a backup"), "section"))
        listed.addWidget(
            _label(
                self.tr(
                    "The damaged file is kept beside it under another name. "
                    "What was written after the backup was made is not in the backup."
                ),
                "quiet",
            )
        )
        for offer in offers:
            button = QPushButton(self.tr("Put back: {words}").format(words=offer.words))
            button.setObjectName("side")
            button.clicked.connect(lambda _=False, path=offer.path: self.put_back_wanted.emit(path))
            listed.addWidget(button, 0, Qt.AlignmentFlag.AlignLeft)
        return card

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
