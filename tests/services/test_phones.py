# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""Phone numbers in the one form that all their writings share."""

import json
from pathlib import Path

import pytest

from servicedesk.services.phones import normal_phone


@pytest.mark.parametrize(
    ("typed", "normal"),
    [
        ("01632 960 123", "+441632960123"),
        ("+44 (0)1632 960123", "+441632960123"),
        ("0044 1632 960123", "+441632960123"),
        ("01632 960123 ext. 4", "+441632960123"),
        ("999", "999"),
        ("the one by the bakery", "the one by the bakery"),
        ("12", "12"),
        ("", ""),
    ],
)
def test_numbers_are_compared_by_their_figures(typed: str, normal: str) -> None:
    assert normal_phone(typed) == normal


def test_real_numbers_of_many_countries_have_their_form(samples: Path) -> None:
    cases = json.loads((samples / "names/phones.json").read_text(encoding="utf-8"))["tests"]
    for case in cases:
        if case.get("possible") and case.get("default_region"):
            assert normal_phone(case["text"], case["default_region"]) == case["e164"], case
        else:
            assert isinstance(normal_phone(case["text"]), str)
