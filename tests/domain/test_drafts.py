# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""What stands in the fields of a form comes back as those fields take it."""

import json
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from servicedesk.domain.drafts import values_from_data, values_to_data


def back(values: dict[str, object]) -> dict[str, object]:
    return values_from_data(json.loads(json.dumps(values_to_data(values))))


@given(text=st.text(max_size=40))
def test_any_text_comes_back_to_the_letter(text: str) -> None:
    assert back({"name": text}) == {"name": text}


@pytest.mark.parametrize(
    "value",
    [
        5000,
        True,
        "",
        date(2026, 12, 24),
        ("they_come", "you_go"),
        {"0": ["9-5"], "1": []},
    ],
)
def test_every_kind_of_entry_comes_back_as_it_was(value: object) -> None:
    assert back({"any": value}) == {"any": value}


@pytest.mark.parametrize(
    "data",
    [None, "text", 7, ["name"], {"first": {"day": "soon"}}, {"first": 1.5}, {"first": None}],
)
def test_what_another_version_wrote_keeps_nobody_from_a_form(data: object) -> None:
    assert values_from_data(data) == {}
