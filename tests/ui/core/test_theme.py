# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""Fusion in our own colours: every pair of text and ground can be read."""

import pytest
from PySide6.QtGui import QColor, QFont, QPalette
from PySide6.QtWidgets import QApplication

from tests.helpers.qt import theme

ROLE = QPalette.ColorRole
PAIRS = [
    (ROLE.WindowText, ROLE.Window),
    (ROLE.Text, ROLE.Base),
    (ROLE.Text, ROLE.AlternateBase),
    (ROLE.ButtonText, ROLE.Button),
    (ROLE.ToolTipText, ROLE.ToolTipBase),
    (ROLE.PlaceholderText, ROLE.Base),
    (ROLE.HighlightedText, ROLE.Highlight),
    (ROLE.Link, ROLE.Base),
    (ROLE.BrightText, ROLE.Base),
]
GROUPS = [QPalette.ColorGroup.Active, QPalette.ColorGroup.Inactive, QPalette.ColorGroup.Disabled]


def luminance(colour: QColor) -> float:
    parts = [
        part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4
        for part in (colour.redF(), colour.greenF(), colour.blueF())
    ]
    return 0.2126 * parts[0] + 0.7152 * parts[1] + 0.0722 * parts[2]


def contrast(one: QColor, other: QColor) -> float:
    dark, light = sorted((luminance(one), luminance(other)))
    return (light + 0.05) / (dark + 0.05)


@pytest.mark.parametrize("group", GROUPS)
@pytest.mark.parametrize(("text", "ground"), PAIRS)
def test_text_can_be_read_in_every_state(qapp, group, text, ground):
    palette = theme().palette()
    assert contrast(palette.color(group, text), palette.color(group, ground)) >= 4.5


@pytest.mark.parametrize(
    ("text", "ground"),
    [("ok", "ok_soft"), ("late", "late_soft"), ("ink", "late_soft"), ("brand", "paper"),
     ("soft_ink", "paper"), ("soft_ink", "card"), ("ink", "paper"), ("ink", "line")],
)  # fmt: skip
def test_what_the_sheet_paints_can_be_read(text, ground):
    worn = theme()
    assert contrast(worn.colour(text), worn.colour(ground)) >= 4.5


@pytest.mark.parametrize("ground", ["paper", "card", "line"])
@pytest.mark.parametrize("edge", ["focus", "field_border"])
def test_focus_and_edges_are_seen(edge, ground):
    worn = theme()
    if (edge, ground) == ("field_border", "line"):
        return  # no field stands on the backdrop
    assert contrast(worn.colour(edge), worn.colour(ground)) >= 3


def test_the_program_wears_it(qapp):
    before = (QApplication.font(), QApplication.palette(), qapp.styleSheet())
    worn = theme()
    try:
        worn.apply(qapp)
        assert QApplication.palette().color(ROLE.Window) == worn.colour("paper")
        assert QApplication.font().family() == "Noto Sans"
        assert worn.title_font().weight() == QFont.Weight.Bold
    finally:
        QApplication.setFont(before[0])
        QApplication.setPalette(before[1])
        qapp.setStyleSheet(before[2])
