# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""What the fonts can write, and what becomes of the rest."""

import unicodedata

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from servicedesk.documents.fonts import load_faces, missing_characters, printable, tidy
from servicedesk.domain.errors import Trouble


@pytest.mark.parametrize(
    "name",
    ["Łąchowski", "Đặng", "Ζωή", "Ålesund", "Siân ŵ ŷ", "Željko", "Ştefan Țîrlea", "Иванова",
     "Їжак", "Guðrún Þór", "Nguyễn Thị Mỹ", "O’Neill – “quoted” … £5 €3 ½ №", "ǅ ẞ Ə"],
)  # fmt: skip
def test_every_name_of_europe_prints(name, faces):
    assert missing_characters(name, faces) == ()
    assert printable(name, faces) == name


def test_what_the_fonts_lack_is_named_once_each_and_printed_as_its_code_point(faces):
    text = "Bob \U0001f600\U0001f600 שלום 北京"
    assert missing_characters(text, faces) == ("\U0001f600", "ש", "ל", "ו", "ם", "北", "京")
    assert printable(text, faces).startswith("Bob [U+1F600][U+1F600] [U+05E9]")


def test_arrows_and_ticks_are_lacking_for_they_are_drawn(faces):
    assert missing_characters("→ ✓ ☐", faces) == ("→", "✓", "☐")


def test_a_letter_and_its_mark_become_one(faces):
    assert printable("e\u0301 N\u0303", faces) == "é Ñ"
    assert missing_characters("q\u0301", faces) == ()


@pytest.mark.parametrize(
    ("given_text", "wanted"),
    [
        ("one\ttwo\r\nthree\rfour", "one two\nthree\nfour"),
        ("a\u2028b\u2029c", "a\nb\n\nc"),
        ("\u202eevil\u202c \u2066x\u2069 \u200fy", "evil x y"),
        ("co\u00adop \u200bz \ufeffq", "coop z q"),
        ("\x00\x07bell\x7f\x9b", "bell"),
        ("\u22125", "–5"),
        ("a\u00a0b", "a\u00a0b"),
    ],
)
def test_what_paper_has_no_meaning_for_goes(given_text, wanted):
    assert tidy(given_text) == wanted


def test_a_family_emoji_is_named_without_its_joiners(faces):
    assert missing_characters("\U0001f468\u200d\U0001f469\ufe0f", faces) == (
        "\U0001f468",
        "\U0001f469",
    )


@settings(max_examples=60, deadline=None)
@given(st.text(max_size=40))
def test_nothing_unprintable_is_left_of_any_text(faces, text):
    clean = printable(text, faces)
    assert missing_characters(clean, faces) == ()
    assert not any(unicodedata.category(one) == "Cc" for one in clean if one != "\n")


def test_a_missing_font_file_is_trouble_in_words(tmp_path, faces, monkeypatch):
    monkeypatch.setattr("servicedesk.documents.fonts.getRegisteredFontNames", list)
    with pytest.raises(Trouble) as caught:
        load_faces(tmp_path)
    assert caught.value.code == "fonts_missing"
    assert caught.value.params["name"] == "NotoSans-Regular.ttf"
    (tmp_path / "NotoSans-Regular.ttf").write_bytes(b"not a font")
    with pytest.raises(Trouble):
        load_faces(tmp_path)
