# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""Names sort and are found however they are typed, and nothing typed is lost."""

import json
import sys
import unicodedata

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from servicedesk.domain.errors import Refusal
from servicedesk.domain.names import (
    check_length,
    clean_name,
    clean_text,
    fold,
    sort_key_organisation,
    sort_key_person,
)

any_text = st.text(st.characters(), max_size=40)
BIDI = "\u061c\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069"


@pytest.mark.parametrize(
    ("typed", "folded"),
    [
        ("Łódź", "lodz"),
        ("Đặng", "dang"),
        ("Sørensen", "sorensen"),
        ("Þór Guðmundsson", "thor gudmundsson"),
        ("STRASSE", "strasse"),
        ("Straße", "strasse"),
        ("GROẞ", "gross"),
        ("Ærø", "aero"),
        ("Œuvre", "oeuvre"),
        ("Işıl İnan", "isil inan"),
        ("ISIL INAN", "isil inan"),
        ("José", "jose"),
        ("Jose\u0301", "jose"),
        ("Ťažký", "tazky"),
        ("O’Neill", "o'neill"),
        ("OʼNeill", "o'neill"),
        ("O`Neill", "o'neill"),
        ("Ελένη", "ελενη"),
        ("Ζωή Παππά", "ζωη παππα"),
        ("Ёлка", "елка"),
        ("ﬁne ＡＢＣ", "fine abc"),
        ("co\u00adop", "coop"),
        ("Anne–Marie", "anne-marie"),
        ("ŉ", "'n"),
        ("", ""),
        ("Two  spaces\n", "two  spaces\n"),
    ],
)
def test_fold(typed, folded):
    assert fold(typed) == folded


@settings(max_examples=150)
@given(any_text)
def test_fold_twice_is_fold_once(text):
    assert fold(fold(text)) == fold(text)


def test_every_letter_there_is_folds_to_something_that_folds_to_itself():
    for start in range(0, sys.maxunicode, 0x1000):
        letters = "\n".join(map(chr, range(start, start + 0x1000)))
        assert fold(fold(letters)) == fold(letters)


@settings(max_examples=150)
@given(any_text)
def test_fold_does_not_mind_composition(text):
    assert fold(unicodedata.normalize("NFD", text)) == fold(unicodedata.normalize("NFC", text))


@settings(max_examples=100)
@given(st.text(st.sampled_from("aÀzŁđØßæıİ̇́ 'Éẞ"), max_size=12))
def test_fold_does_not_mind_case(text):
    assert fold(text.upper()) == fold(text.lower())


def test_text_keeps_its_lines_and_loses_control_signs():
    assert clean_text("a\r\nb\rc\td\x00\x07\x0b\x1f") == "a\nb\nc\td"


def test_text_is_composed():
    assert clean_text("e\u0301") == "é"


def test_half_a_surrogate_pair_can_be_kept_in_a_file():
    cleaned = clean_text("a\ud800b")
    assert cleaned == "a\ufffdb"
    assert cleaned.encode()


def test_text_keeps_right_to_left_marks():
    assert clean_text("שלום\u200f!") == "שלום\u200f!"


@settings(max_examples=150)
@given(any_text | st.text(st.sampled_from("a \u0301\r\n\t\x00\ud800\u202e\u2028"), max_size=12))
def test_cleaning_twice_changes_nothing(text):
    assert clean_text(clean_text(text)) == clean_text(text)
    assert clean_name(clean_name(text)) == clean_name(text)


@settings(max_examples=150)
@given(any_text)
def test_a_clean_name_is_one_line_without_turns(text):
    cleaned = clean_name(text)
    assert not set(cleaned) & {*map(chr, range(32)), *BIDI, "\u2028", "\u2029", "\x85"}
    assert cleaned == cleaned.strip()
    assert "  " not in cleaned


def test_a_name_is_trimmed_and_put_on_one_line():
    assert clean_name("  Bright\tTaps \r\n Ltd\u202e ") == "Bright Taps Ltd"


def test_other_spaces_in_a_name_stay():
    assert clean_name("山田\u3000太郎") == "山田\u3000太郎"


def test_too_long_is_refused_with_both_figures():
    assert check_length("abc", 3, "name") == "abc"
    with pytest.raises(Refusal) as caught:
        check_length("abcd", 3, "name")
    assert (caught.value.code, caught.value.field) == ("text_too_long", "name")
    assert dict(caught.value.params) == {"length": 4, "limit": 3}


@pytest.mark.parametrize(
    ("name", "key"),
    [
        ("Nia Bell", "bell nia"),
        ("Mrs Nia Bell", "bell nia"),
        ("Prof. Dr. Nia Bell", "bell nia"),
        ("Ludwig van Beethoven", "beethoven ludwig van"),
        ("Nia ferch Dafydd", "dafydd nia ferch"),
        ("Muhammad bin Abdullah bin Salman al-Faisal", "faisal muhammad abdullah salman bin bin"),
        ("Siobhán O'Neill", "oneill siobhan"),
        ("Siobhán O’Neill", "oneill siobhan"),
        ("John Smith Jr.", "smith john"),
        ("Smith, John", "smith john"),
        ("van Beethoven, Ludwig", "van beethoven ludwig"),
        ("John Smith, MBE", "smith john"),
        ("Smith,", "smith"),
        ("Mr & Mrs Patel", "patel"),
        ("Mia 🌸 Brown", "brown mia"),
        ("Łucja Żak", "zak lucja"),
        ("Anne Smith-Jones", "smith-jones anne"),
        ("Sukarno", "sukarno"),
        ("Dr", "dr"),
        ("Mr Dr", "dr"),
        ("王小明", "王小明"),
        ("🌸", "🌸"),
        ("", ""),
    ],
)
def test_people_sort_by_surname(name, key):
    assert sort_key_person(name) == key


@pytest.mark.parametrize(
    ("name", "key"),
    [
        ("The Corner Shop", "corner shop"),
        ("A Cut Above", "cut above"),
        ("An Apple a Day", "apple a day"),
        ("A & B Motors", "a b motors"),
        ("A B Taxis", "a b taxis"),
        ("A. B. Taxis", "a b taxis"),
        ("“The” Shop", "the shop"),
        ("O’Brien & Sons Ltd.", "obrien sons ltd"),
        ("Étoile", "etoile"),
        ("The", "the"),
        ("A", "a"),
        ("!!!", "!!!"),
        ("", ""),
    ],
)
def test_firms_sort_by_their_first_word(name, key):
    assert sort_key_organisation(name) == key


@settings(max_examples=100)
@given(any_text)
def test_any_text_has_sort_keys(text):
    assert bool(sort_key_person(text)) == bool(fold(clean_name(text)))
    assert sort_key_organisation(text) == sort_key_organisation(clean_name(text))


def test_names_of_the_world_stay_whole(samples):
    forms = json.loads((samples / "names" / "name_forms.json").read_text("utf-8"))
    for form in forms:
        name = f"{form['given']} {form['family']}".strip()
        assert clean_name(name) == unicodedata.normalize("NFC", name)
        assert sort_key_person(name)


def test_naughty_strings_lose_only_what_the_rules_name(samples):
    for text in json.loads((samples / "names" / "naughty_strings.json").read_text("utf-8")):
        plain = text.replace("\r\n", "\n").replace("\r", "\n")
        kept = "".join(sign for sign in plain if sign in "\n\t" or sign >= " ")
        assert clean_text(text) == unicodedata.normalize("NFC", kept)
        assert fold(fold(text)) == fold(text)
        assert clean_name(text) == clean_name(clean_text(text))
