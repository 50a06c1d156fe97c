# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""What the search reads of records: words folded and laid out, numbers as dialled at home."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from servicedesk.domain.search_docs import (
    customer_doc,
    laid_out,
    number_form,
    own_words,
    plain_doc,
    reference_words,
)


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Mrs Łucja  PATEL", "mrs lucja patel"),
        ("Siobhán O’Neill", "siobhan o neill oneill"),
        ("Smith-Jones", "smith jones smithjones"),
        ("P-2026-0014", "p 2026 0014 p20260014"),
        ("a_b", "a b"),
        ("रंगराजन", "रगराजन"),
        ("🌸", ""),
    ],
)
def test_words_are_laid_out_with_one_blank_between(text, words):
    assert laid_out([text, text, ""]) == words


@settings(max_examples=100)
@given(st.text())
def test_what_is_laid_out_needs_no_letters_to_be_cut_apart(text):
    laid = laid_out([text])
    assert laid == " ".join(laid.split(" ")).strip()
    assert not any(sign in laid for sign in "\"'*_-\n\t")


@pytest.mark.parametrize(
    ("typed", "kept"),
    [
        ("07700 900123", "07700900123"),
        ("+44 7700 900123", "07700900123"),
        ("+44 (0)7700 900123", "07700900123"),
        ("0044 7700 900 123", "07700900123"),
        ("447700900123", "07700900123"),
        ("+48 22 123 45 67", "48221234567"),
        ("0048 22 123 45 67", "48221234567"),
        ("+4477", "077"),
        ("4477", "4477"),
        ("0123", "0123"),
        ("none", ""),
    ],
)
def test_numbers_take_the_form_in_which_they_are_dialled_at_home(typed, kept):
    assert number_form(typed) == kept


def test_a_reference_is_found_by_its_number_alone():
    assert reference_words("P-2026-0014") == ("P-2026-0014", "14")
    assert reference_words("K-1234") == ("K-1234",)


@pytest.mark.parametrize(
    ("own", "words"), [("", ()), ("{}", ()), ('{"1": "Vaillant"}', ("Vaillant",)), ("[1]", ())]
)
def test_own_fields_are_read_by_their_values(own, words):
    assert own_words(own) == words


def test_a_customer_is_found_by_names_numbers_and_places():
    doc = customer_doc(
        ref="K-0042",
        names=("Mrs Patel", ""),
        phones=("+447700900123",),
        emails=("l.patel@example.com",),
        postcodes=("OL14 5DY",),
        texts=("14 Wellington Road", "trade"),
        own='{"1": "Vaillant"}',
    )
    assert doc.title == (
        "mrs patel k 0042 k0042 42 07700900123 l patel example com ol14 5dy ol145dy"
    )
    assert doc.text == "14 wellington road trade vaillant"


def test_other_records_are_found_by_their_references():
    doc = plain_doc(refs=("P-2026-0014", "Job 7"), texts=("ring back",))
    assert (doc.title, doc.text) == ("p 2026 0014 p20260014 14 job 7", "ring back")
