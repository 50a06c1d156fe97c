# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""Words on their way to the page: no markup is read, and lines break where they should."""

import ast

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from reportlab.lib.styles import ParagraphStyle
from reportlab.pdfbase.pdfmetrics import stringWidth

from servicedesk.documents.fonts import BOLD, SANS
from servicedesk.documents.text import ELLIPSIS, Ink, Words, held_together
from tests.papers.words import ROOT

SENTENCE = "We will ring you back within 4 hours of a missed call."


@pytest.mark.usefixtures("faces")
class TestWords:
    def test_no_line_is_wider_than_asked(self):
        for line in Words(SENTENCE, BOLD).broken(18, 200):
            assert stringWidth(line, BOLD, 18) <= 200

    def test_nothing_is_lost_and_a_newline_breaks(self):
        assert Words("one two\nthree", SANS).broken(10, 500) == ["one two", "three"]
        assert " ".join(Words(SENTENCE, SANS).broken(10, 60)) == SENTENCE

    def test_a_hard_space_does_not_break(self):
        lines = Words("within 4\u00a0hours", SANS).broken(10, 50)
        assert lines == ["within", "4\u00a0hours"]

    def test_a_word_wider_than_the_line_is_broken_between_letters(self):
        lines = Words("a " + "x" * 100 + " b", SANS).broken(10, 50)
        assert "".join(lines).replace(" ", "") == "a" + "x" * 100 + "b"
        assert all(stringWidth(line, SANS, 10) <= 50 for line in lines)

    def test_balancing_keeps_the_number_of_lines_and_evens_them(self):
        words = Words(SENTENCE, SANS)
        plain, even = words.broken(18, 400), words.balanced(18, 400)
        assert len(plain) == len(even) == 2
        widths = [stringWidth(line, SANS, 18) for line in even]
        assert max(widths) / min(widths) < 1.35

    def test_a_lone_last_word_is_avoided(self):
        words = Words("If we do not we will say sorry to you", SANS)
        width = words.natural_width(12) - 5
        assert words.broken(12, width)[-1] == "you"
        assert len(words.unwidowed(12, width)[-1]) > 10

    def test_a_shortened_text_ends_with_an_ellipsis_within_the_width(self):
        words = Words(SENTENCE, SANS)
        short = words.shortened(2, 18, 150)
        assert len(short) == 2
        assert short[-1].endswith(ELLIPSIS)
        assert stringWidth(short[-1], SANS, 18) <= 150

    @settings(max_examples=60, deadline=None)
    @given(st.text("abc de\n", max_size=60), st.integers(20, 300))
    def test_lines_are_counted_as_they_are_broken(self, text, width):
        words = Words(text, SANS)
        assert words.count(11, width) == (len(words.broken(11, width)) if words else 0)

    def test_no_words_are_false(self):
        assert not Words("", SANS)
        assert not Words(" \n ", SANS)
        assert Words("x", SANS)

    @settings(max_examples=60, deadline=None)
    @given(st.text(st.characters(max_codepoint=0x24F), max_size=60), st.integers(20, 300))
    def test_no_letter_is_lost_however_narrow(self, text, width):
        lines = Words(text, SANS).broken(11, width)
        assert "".join("".join(lines).split()) == "".join(text.split())


@pytest.mark.parametrize(
    "text",
    [
        "AT&T <info@x.com> rang",
        "<img src='a.png'/>",
        "<b>bold",
        "&amp; &#65;",
        "a<br/>b",
        "</para>",
    ],
)
def test_a_paragraph_prints_markup_as_it_stands(text, faces):
    ink = Ink(faces)
    paragraph = ink.paragraph(text, ParagraphStyle("x", fontName=SANS))
    assert paragraph.getPlainText() == text


def test_ink_remembers_what_could_not_be_printed(faces):
    ink = Ink(faces)
    assert ink.plain("plain") == "plain"
    assert ink.missing == ()
    ink.plain("\U0001f600 and 北")
    ink.plain("北 again")
    assert ink.missing == ("\U0001f600", "北")


def test_only_one_module_builds_paragraphs():
    for path in sorted((ROOT / "src" / "servicedesk" / "documents").glob("*.py")):
        if path.name == "text.py":
            continue
        for node in ast.walk(ast.parse(path.read_text("utf-8"))):
            if isinstance(node, ast.ImportFrom) and (node.module or "").startswith("reportlab"):
                assert "Paragraph" not in {name.name for name in node.names}, path.name


DOTTED = "Version 3 · in force from 1 December 2026 · review by December 2027 · days are days"


@pytest.mark.parametrize("kind", ["broken", "balanced", "unwidowed"])
def test_no_dot_hangs_where_a_line_breaks(kind, faces):
    words = Words(DOTTED, SANS)
    for width in range(60, 460, 7):
        lines = getattr(words, kind)(10, width)
        assert len(lines) == words.count(10, width)
        assert not any(line.startswith("·") or line.endswith("·") for line in lines)
        assert " ".join(lines).replace("· ", "") == DOTTED.replace("· ", "")


def test_a_line_breaks_between_its_parts_where_that_costs_no_line(faces):
    words = Words("01632 960 123 · Monday to Friday, 8 to 5 · 18 Bridge Street, Todmorden", SANS)
    width = words.natural_width(10) * 0.6
    assert words.broken(10, width) == [
        "01632 960 123 · Monday to Friday, 8 to 5", "18 Bridge Street, Todmorden",
    ]  # fmt: skip


def test_a_dot_at_the_end_of_the_text_stays(faces):
    assert Words("one two three · ·", SANS).broken(10, 40)[-1].endswith("·")


def test_an_address_of_the_net_breaks_after_its_signs(faces):
    words = Words("tables.and.catering@oldbakehouses.example", SANS)
    width = words.natural_width(10) * 0.6
    assert words.broken(10, width) == ["tables.and.catering@", "oldbakehouses.example"]
    web = Words("https://oldbakehouses.example/menu", SANS)
    assert web.broken(10, web.natural_width(10) * 0.8) == ["https://oldbakehouses.", "example/menu"]


def test_a_name_shrinks_until_it_takes_so_many_lines(faces):
    words = Words("Tearooms, Cakes and Catering", SANS)
    width = words.natural_width(10)
    assert words.largest(9, 5, width, 1) == 9
    assert 9.5 < words.largest(20, 5, width, 1) <= 10
    assert words.largest(40, 30, width, 1) == 30


def test_a_double_name_breaks_after_its_hyphen(faces):
    words = Words("Featherstonehaugh-Cholmondeley", SANS)
    assert words.broken(10, words.natural_width(10) * 0.8) == ["Featherstonehaugh-", "Cholmondeley"]


@pytest.mark.parametrize(
    ("text", "held"),
    [
        ("by 2 October 2026, or", "by 2\u00a0October\u00a02026, or"),
        ("the visit of 3 September was", "the visit of 3\u00a0September was"),
        ("ring 01632 960123 or", "ring 01632\u00a0960123 or"),
        ("phone 0303 123 1113.", "phone 0303\u00a0123\u00a01113."),
        ("14 Market Street", "14\u00a0Market Street"),
        ("within 14 calendar days", "within 14\u00a0calendar days"),
        ("order 118 Of 4", "order 118 Of 4"),
    ],
)
def test_days_and_phone_numbers_stay_on_one_line(text, held):
    assert held_together(text) == held


@pytest.mark.usefixtures("faces")
def test_what_is_wider_than_its_cell_may_be_parted():
    assert held_together("25 September 2026", SANS, 3.0) == "25 September 2026"
