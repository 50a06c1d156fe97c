# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""What the window shows before there is a page to show: that the file opens."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget

from servicedesk.ui.core.page import Page
from servicedesk.ui.core.theme import Theme


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
