# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""What somebody is known by in free text: found in any spelling, taken out, and nothing else."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from servicedesk.domain.forgetting_marks import (
    Marks,
    hints,
    is_named,
    is_namesake,
    long_names,
    marks_of,
    name_words,
    redacted,
    surely_named,
)

PATEL = marks_of(
    people=("Mrs Łucja van der Patel", ""),
    organisations=("The Red Lion",),
    reaches=("+44 7700 900123", "Lucja.P@Example.org", "12"),
    postcodes=("LS1 4DY", " "),
)


@pytest.mark.parametrize(
    ("text", "left"),
    [
        ("Ring Mrs Lucja van der Patel today", "Ring * today"),
        ("PATEL was cross", "* was cross"),
        ("Łucja’s dog", "*’s dog"),
        ("Patels are not Patel", "Patels are not *"),
        ("on 07700 900 123, not on 07700 900 124", "on *, not on 07700 900 124"),
        ("07700900123", "*"),
        ("mail lucja.p@example.org.", "mail *"),
        ("mail other@example.org", "mail other@example.org"),
        ("at LS14DY or ls1 4dy", "at * or *"),
        ("at LS1 4DZ", "at LS1 4DZ"),
        ("the red lion is shut", "* is shut"),
        ("a red lion", "a red lion"),
        ("Mrs Smith and der Mann", "Mrs Smith and der Mann"),
        ("on 2026-09-14 at 12", "on 2026-09-14 at 12"),
        ("", ""),
    ],
)
def test_marks_are_found_however_they_are_written(text: str, left: str) -> None:
    assert redacted(text, PATEL, "*") == left
    assert is_named(text, PATEL) == (text != left)


def test_nobody_is_known_by_nothing() -> None:
    assert marks_of() == Marks()
    assert redacted("anything 07700 900123", Marks(), "*") == "anything 07700 900123"


@given(st.text(max_size=60), st.sampled_from(["Patel", "07700 900123", "lucja.p@example.org"]))
def test_what_was_taken_out_is_not_found_again(text: str, mark: str) -> None:
    left = redacted(f"{text} {mark} {text}", PATEL, "(forgotten)")
    assert not is_named(left, PATEL)


@pytest.mark.parametrize(
    ("text", "is_sure"),
    [
        ("Ring Lucja van der Patel", True),
        ("ring lucja van der patel", True),
        ("Mrs Patel was cross", True),
        ("patel", False),
        ("Lucja’s dog", False),
        ("on 07700 900 123", True),
        ("mail lucja.p@example.org", True),
        ("at LS1 4DY", False),
        ("the red lion is shut", True),
    ],
)
def test_what_can_mean_nobody_else_is_sure(text: str, is_sure: bool) -> None:
    assert surely_named(text, PATEL, {"lucja"}) is is_sure
    assert is_named(text, PATEL)


def test_the_very_same_name_is_that_of_a_namesake() -> None:
    ann = marks_of(people=("Mrs Ann Smith", "Ann"))
    assert is_namesake("Dr Ann SMITH", ann)
    assert not is_namesake("Ann and Bob Smith", ann)
    assert set(long_names(ann).names) == {("mrs", "ann", "smith"), ("ann", "smith")}
    assert name_words("Ann O’Neil") == ("ann", "o", "neil")


@given(
    st.text(max_size=40),
    st.sampled_from(
        ["PATEL", "Łucja", "07700-900 123", "LUCJA.P@example.ORG", "ls1 4dy", "The Red\nLion"]
    ),
)
def test_a_text_that_names_somebody_holds_a_hint(text: str, mark: str) -> None:
    whole = f"{text} {mark} {text}"
    close, squeezed = hints(PATEL)
    low = whole.lower()
    bare = "".join(sign for sign in low if sign not in " ()./-")
    assert is_named(mark, PATEL)
    if is_named(whole, PATEL) and whole.isascii():
        assert any(one in low for one in close) or any(one in bare for one in squeezed)
