# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""Tips show words as they were typed, never as markup."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QTextDocument

from servicedesk.ui.core.tips import plain_tip
from servicedesk.ui.tables.columns import Column
from servicedesk.ui.tables.row_model import RowModel
from servicedesk.ui.widgets.elided import ElidedLabel

WORDS = [
    "Mrs Patel",
    "Pat & Sons",
    "<b>Ann</b> &amp; <img src=x>",
    "one <i>line</i>\nand <u>another</u>",
    "3 < 4 & 5 > 4",
]


def read(tip: str) -> str:
    """What somebody reads in a tip: markup where Qt takes it for markup, else the words."""
    if "<" not in tip:
        return tip
    shown = QTextDocument()
    shown.setHtml(tip)
    return shown.toPlainText()


@pytest.mark.parametrize("words", WORDS)
def test_every_sign_is_shown(words: str) -> None:
    assert read(plain_tip(words)) == words


@pytest.mark.parametrize("words", WORDS)
def test_a_row_and_a_cut_line_say_so_too(words: str, qtbot) -> None:
    model = RowModel((Column(title="Name", value=str),), (words,), str)
    index = model.index(0, 0)
    assert read(model.data(index, Qt.ItemDataRole.ToolTipRole)) == words
    assert model.data(index, Qt.ItemDataRole.AccessibleTextRole) == words
    cut = ElidedLabel(words * 9)
    qtbot.addWidget(cut)
    cut.resize(60, 20)
    cut.show()
    assert read(cut.toolTip()) == words * 9
