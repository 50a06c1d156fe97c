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
from servicedesk.documents.text import ELLIPSIS, Ink, Words
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
