# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""The colours: paper uses the tokens, and every pair that is read or looked for can be seen."""

import tomllib

import pytest

from servicedesk.documents import palette
from servicedesk.documents.marks import PALE
from tests.papers.words import RESOURCES

TOKENS = tomllib.loads((RESOURCES / "theme" / "tokens.toml").read_text("utf-8"))["light"]

TEXT = [
    ("ink", "paper"), ("ink", "card"), ("ink", "brand_soft"),
    ("soft_ink", "paper"), ("soft_ink", "card"), ("soft_ink", "brand_soft"),
    ("brand", "paper"), ("brand", "card"), ("brand", "brand_soft"),
    ("brand_ink", "brand"), ("brand_soft", "brand"),
    ("late", "late_soft"), ("late", "paper"), ("late", "card"),
    ("due", "due_soft"), ("due", "paper"), ("due", "card"),
    ("ok", "ok_soft"), ("ok", "paper"), ("ok", "card"),
]  # fmt: skip
EDGES = [
    ("field_border", "paper"), ("field_border", "card"),
    ("focus", "paper"), ("focus", "card"), ("focus", "brand_soft"), ("focus", "late_soft"),
    ("focus", "due_soft"), ("focus", "ok_soft"), ("focus_on_brand", "brand"),
]  # fmt: skip


@pytest.mark.parametrize(("colour", "ground"), TEXT)
def test_text_reaches_four_and_a_half_to_one(colour, ground):
    assert palette.contrast(TOKENS[colour], TOKENS[ground]) >= 4.5


@pytest.mark.parametrize(("colour", "ground"), EDGES)
def test_edges_and_focus_reach_three_to_one(colour, ground):
    assert palette.contrast(TOKENS[colour], TOKENS[ground]) >= 3


def test_contrast_is_counted_as_wcag_counts_it():
    assert palette.contrast("#000000", "#FFFFFF") == pytest.approx(21)
    assert palette.contrast("#777777", "#FFFFFF") == pytest.approx(4.48, abs=0.01)


def test_paper_uses_the_colours_of_the_screen():
    own = {
        name.lower(): value
        for name, value in vars(palette).items()
        if name.isupper() and isinstance(value, str)
    }
    assert own
    for name, value in own.items():
        assert TOKENS[name] == value


def test_text_stays_readable_over_the_draft_word():
    for colour in (palette.INK, palette.SOFT_INK, palette.BRAND):
        assert palette.contrast(colour, PALE) >= 4.5
