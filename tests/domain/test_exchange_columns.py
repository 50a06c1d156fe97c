# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""The columns that everything is taken out in: each once, and the same again when brought in."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from servicedesk.domain.complaints import About, Stage, Wish
from servicedesk.domain.exchange_columns import (
    COLUMNS,
    OWN_BEGINS,
    ListKind,
    Parts,
    code_read,
    code_said,
    columns_of,
    is_ours,
    is_risky,
    own_headings,
    unguarded,
    yes_or_no,
)
from servicedesk.domain.promises import PromiseKind


@pytest.mark.parametrize("kind", ListKind)
def test_every_id_and_every_heading_is_there_once_and_our_number_comes_first(
    kind: ListKind,
) -> None:
    columns = columns_of(kind, Parts(phones=3, emails=2, addresses=2, own=("Key", "Key", "Dog")))
    ids, headings = zip(*columns, strict=True)
    assert len(set(ids)) == len(ids)
    assert len(set(headings)) == len(headings)
    assert columns[0] == ("number", "Number")


def test_a_customer_has_as_many_columns_as_the_one_with_most_ways_to_reach_them() -> None:
    headings = [one for _, one in columns_of(ListKind.CUSTOMERS, Parts(phones=2, addresses=0))]
    assert "Phone 2 - Value" in headings
    assert "Phone 3 - Value" not in headings
    assert "E-mail 1 - Value" in headings
    assert not any(one.startswith("Address") for one in headings)


def test_other_lists_have_no_phones_of_their_own() -> None:
    columns = columns_of(ListKind.PROMISES, Parts(phones=9, own=("Van",)))
    assert columns == (*COLUMNS[ListKind.PROMISES], ("own_1", f"{OWN_BEGINS}Van"))


def test_an_own_field_whose_name_was_there_before_has_a_number() -> None:
    assert own_headings(["Key", "Key (2)", "Key", "Key"]) == (
        "Own field: Key",
        "Own field: Key (2)",
        "Own field: Key (3)",
        "Own field: Key (4)",
    )


@pytest.mark.parametrize("kind", ListKind)
def test_our_own_list_is_known_by_its_headings(kind: ListKind) -> None:
    headings = [heading for _, heading in columns_of(kind, Parts(own=("Van",)))]
    assert is_ours(kind, headings)
    assert not is_ours(kind, headings[1:])
    assert not any(is_ours(other, headings) for other in ListKind if other is not kind)


@given(st.sampled_from([*PromiseKind, *Stage, *About, *Wish]))
def test_a_code_comes_back_as_it_went(code: str) -> None:
    said = code_said(code)
    assert "_" not in said
    assert code_read(f" {said.capitalize()} ") == code


def test_yes_no_and_nothing() -> None:
    assert [yes_or_no(one) for one in (True, False, None)] == ["yes", "no", ""]


@given(st.text(alphabet="'=+-@ \t\na1", max_size=6))
def test_what_was_made_safe_comes_back_as_it_was(text: str) -> None:
    written = f"'{text}" if is_risky(text) else text
    assert unguarded(written) == text
    assert not written.startswith(("=", "@", "\t", "\n"))


@pytest.mark.parametrize(
    ("text", "risky"),
    [
        ("=1+1", True),
        ("  =1", True),
        ("'=1", True),
        ("+44 20", True),
        ("-5,5 %", False),
        ("a=", False),
    ],
)
def test_a_mere_number_with_a_sign_is_no_sum(text: str, risky: bool) -> None:
    assert is_risky(text) is risky
