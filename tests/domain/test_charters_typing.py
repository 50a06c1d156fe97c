# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""What stands half-typed comes back as it was typed, whatever it is."""

import json
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from servicedesk.domain.charters_typing import Typing, typing_from_data, typing_to_data
from tests.helpers.builders import open_hours, promise


def back(typing: Typing) -> Typing:
    return typing_from_data(json.loads(json.dumps(typing_to_data(typing))))


@given(text=st.text(max_size=40))
def test_any_text_comes_back_to_the_letter(text: str) -> None:
    assert back(Typing(page="late", typed={"late_text": text})).typed == {"late_text": text}


@pytest.mark.parametrize(
    ("typed", "kept"),
    [
        (1987, 1987),
        (True, True),
        (("they_come", "you_go"), ["they_come", "you_go"]),
        (date(2026, 12, 1), "2026-12-01"),
        ({"monday": ["9-5"], "tuesday": []}, {"monday": ["9-5"], "tuesday": []}),
        (None, ""),
    ],
)
def test_every_kind_of_entry_comes_back_as_its_question_takes_it(
    typed: object, kept: object
) -> None:
    assert back(Typing(typed={"any": typed})).typed == {"any": kept}


def test_opening_hours_come_back_as_they_are_typed() -> None:
    found = back(Typing(typed={"opening_hours": open_hours()})).typed["opening_hours"]
    assert isinstance(found, dict)
    assert found["monday"] == ["08:00-17:30"]


def test_standards_and_the_open_page_come_back() -> None:
    typing = Typing(page="how_fast", standards=(promise("email"),))
    assert back(typing) == typing


@pytest.mark.parametrize(
    "data",
    [
        None,
        [],
        "late",
        {"page": 3, "typed": ["late"], "standards": "all"},
        {"standards": ["email", {"key": "email", "colour": "red"}], "typed": {"late": 1.5}},
    ],
)
def test_a_draft_of_another_shape_keeps_nobody_from_going_on(data: object) -> None:
    assert typing_from_data(data) == Typing()
