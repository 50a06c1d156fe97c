# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""Addresses typed in one go."""

import json
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as some

from servicedesk.domain.customers import Address
from servicedesk.domain.customers_addresses import address_from, address_text


@pytest.mark.parametrize(
    ("typed", "lines", "postcode"),
    [
        ("4 High Street, Leeds, ls14dy", "4 High Street\nLeeds", "LS1 4DY"),
        ("4 High Street\nLeeds LS1 4DY", "4 High Street\nLeeds", "LS1 4DY"),
        ("Flat 2, 4 High Street\nLeeds\nLS1 4DY.", "Flat 2, 4 High Street\nLeeds", "LS1 4DY"),
        ("LS1 4DY", "", "LS1 4DY"),
        ("the house by the mill", "the house by the mill", ""),
        ("12 Rue X, 75008 Paris", "12 Rue X\n75008 Paris", ""),
        ("", "", ""),
    ],
)
def test_the_postcode_is_taken_from_the_end(typed: str, lines: str, postcode: str) -> None:
    assert address_from(typed) == Address(lines=lines, postcode=postcode)


def test_addresses_of_many_countries_come_back(samples: Path) -> None:
    data = json.loads((samples / "names/addresses.json").read_text(encoding="utf-8"))
    for case in data["tests"]:
        address = address_from("\n".join(case["expected_lines"]))
        assert address_from(address_text(address)) == address


@settings(max_examples=60)
@given(some.text(max_size=60))
def test_what_was_read_is_read_again(typed: str) -> None:
    address = address_from(typed)
    assert address_from(address_text(address)).postcode == address.postcode
