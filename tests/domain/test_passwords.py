# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""Which passwords a file may have."""

import unicodedata

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from servicedesk.domain.errors import Refusal
from servicedesk.domain.passwords import LEAST, MOST, checked_password, composed


@pytest.mark.parametrize(
    ("typed", "again", "code", "field"),
    [
        ("", "", "password_short", "password"),
        ("seven77", "seven77", "password_short", "password"),
        (" " * 12, " " * 12, "password_blank", "password"),
        ("\u2003" * 9, "\u2003" * 9, "password_blank", "password"),
        ("x" * 201, "x" * 201, "password_long", "password"),
        ("correct horse", "correct house", "password_differs", "again"),
        ("correct horse", "correct horse ", "password_differs", "again"),
        ("e\u0301" * 7, "e\u0301" * 7, "password_short", "password"),
    ],
)
def test_what_may_not_be_a_password_is_said_beside_its_field(
    typed: str, again: str, code: str, field: str
) -> None:
    with pytest.raises(Refusal) as caught:
        checked_password(typed, again)
    assert (caught.value.code, caught.value.field) == (code, field)


def test_emoji_spaces_inside_and_other_alphabets_are_fine() -> None:
    for typed in ("🔑🫖🍞🧀🥕🍅🥚🧂", " tea at four ", "пароль12", "contraseña"):
        assert checked_password(typed, typed) == composed(typed)


@given(st.text(min_size=LEAST, max_size=MOST))
def test_however_it_is_composed_it_is_the_same_password(typed: str) -> None:
    whole = composed(typed)
    assume(LEAST <= len(whole) <= MOST and whole.strip())
    apart = unicodedata.normalize("NFD", typed)
    assert checked_password(typed, apart) == checked_password(apart, typed) == whole
