# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""What is made from names: sort keys and what stands after "Dear"."""

import pytest

from servicedesk.domain.customers_names import greeting, made_salutation, made_sort_key


@pytest.mark.parametrize(
    ("name", "said"),
    [
        ("Mrs Meena Patel", "Mrs Patel"),
        ("Mr. John Smith Jr.", "Mr. Smith"),
        ("Dr Ludwig van der Berg", "Dr van der Berg"),
        ("Mr Van Morrison", "Mr Morrison"),
        ("Sir Tom Jones", "Sir Tom"),
        ("Mrs Patel", "Mrs Patel"),
        ("Meena Patel", "Meena Patel"),
        ("Patel, Mrs Meena", "Mrs Patel"),
        ("John Smith, MBE", "John Smith"),
        ("Mr", "Mr"),
        ("Sukarno", "Sukarno"),
        ("", ""),
    ],
)
def test_a_letter_greets_with_title_and_surname(name: str, said: str) -> None:
    assert made_salutation(name) == said


def test_a_firm_is_greeted_by_its_name_or_by_whom_one_asks_for() -> None:
    assert made_salutation("Hollins Ltd", is_organisation=True) == "Hollins Ltd"
    assert made_salutation("Hollins Ltd", "Ms Ann Hollins", is_organisation=True) == "Ms Hollins"


@pytest.mark.parametrize(
    ("name", "said"),
    [
        ("Mrs Jean O'Brien", "Mrs O'Brien"),
        ("Patel, Mrs Meena", "Mrs Patel"),
        ("Sir Tom Jones", "Sir Tom"),
        ("Mrs Patel", "Mrs Patel"),
        ("Jean O'Brien", "Jean O'Brien"),
        ("Smith, Jones and Sons", "Smith, Jones and Sons"),
        ("Dr", "Dr"),
        ("", ""),
    ],
)
def test_a_typed_name_is_greeted_by_title_and_surname_or_as_it_stands(name: str, said: str) -> None:
    assert greeting(name) == said


def test_persons_sort_by_surname_and_firms_by_their_first_word() -> None:
    assert made_sort_key("Mrs Meena Patel", is_organisation=False) == "patel meena"
    assert made_sort_key("The Crown Inn", is_organisation=True) == "crown inn"
