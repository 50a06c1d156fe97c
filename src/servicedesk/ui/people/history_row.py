# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""One line of what happened with a record: the day at the left, beside it what and who."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from servicedesk.ui.core.theme import Theme
from servicedesk.ui.widgets.flow import FlowLayout
from servicedesk.ui.widgets.text import label

_DAY_WIDE = 6
"""Of the days, in text heights."""


def history_row(
    when: str, title: str, detail: str, theme: Theme, link: QPushButton | None = None
) -> QWidget:
    """A line of a history.

    Args:
        when: the day it happened.
        title: what happened.
        detail: who wrote it down, and what was said.
        theme: tells the size of the text.
        link: stands for the title where that leads somewhere.
    """
    made = QWidget()
    across = QHBoxLayout(made)
    across.setContentsMargins(0, 0, 0, 0)
    across.setSpacing(16)
    day = label(when, "quiet")
    day.setFixedWidth(theme.em(_DAY_WIDE))
    across.addWidget(day, 0, Qt.AlignmentFlag.AlignTop)
    words = QVBoxLayout()
    words.setSpacing(0)
    if link is None:
        words.addWidget(label(title, "strong"))
    else:
        line = FlowLayout()
        line.addWidget(link)
        words.addLayout(line)
    words.addWidget(label(detail, "small"))
    across.addLayout(words, 1)
    return made
