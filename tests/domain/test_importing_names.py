# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""One name out of several columns."""

import pytest

from servicedesk.domain.importing import Meaning
from servicedesk.domain.importing_names import Named, NameParts, is_firm_name, named


def who(**cells: str) -> Named:
    return named(NameParts.of({Meaning(key): [cell] for key, cell in cells.items()}))


def test_a_name_in_parts_is_put_together() -> None:
    assert who(title="Dr", given="Anne", middle="B", family="Hill", suffix="Jr") == Named(
        name="Dr Anne B Hill Jr"
    )
    assert who(given="Sukarno") == Named(name="Sukarno")
    assert who(middle="Bob") == Named(name="Bob")
    assert who(title="Mrs") == Named(name="")


def test_a_person_with_a_firm_is_the_customer() -> None:
    assert who(given="Ann", family="Hill", company="Hill Ltd") == Named(
        name="Ann Hill", firm_beside="Hill Ltd"
    )


def test_a_firm_alone_is_the_customer() -> None:
    assert who(company="Hill Ltd", ask_for="Ann") == Named(
        name="Hill Ltd", is_organisation=True, ask_for="Ann"
    )
    assert who(ask_for="Ann") == Named(name="Ann")


def test_a_whole_name_beside_its_own_parts_is_a_persons() -> None:
    assert who(name="Ann Hill", given="Ann", family="Hill") == Named(name="Ann Hill")
    assert who(name="Mrs Ann Hill", given="Ann", family="Hill").name == "Mrs Ann Hill"
    assert who(name="Hill, Ann", given="Ann", family="Hill").name == "Ann Hill"


def test_a_whole_name_beside_another_person_is_a_firms() -> None:
    assert who(name="Café Zoë", given="Zoë", family="Hill") == Named(
        name="Café Zoë", is_organisation=True, ask_for="Zoë Hill"
    )
    assert who(name="Noble and Morris", ask_for="Beth Noble") == Named(
        name="Noble and Morris", is_organisation=True, ask_for="Beth Noble"
    )


def test_a_whole_name_alone_is_a_persons_unless_it_says_otherwise() -> None:
    assert who(name="Ann Hill") == Named(name="Ann Hill")
    assert who(name="Ann Hill", ask_for="Ann Hill") == Named(name="Ann Hill")
    assert who(name="Acer", company="Acer") == Named(name="Acer", is_organisation=True)
    assert who(name="Hill Ltd") == Named(name="Hill Ltd", is_organisation=True)
    assert who(name="Ann Hill", company="Acer") == Named(name="Ann Hill", firm_beside="Acer")


@pytest.mark.parametrize("name", ["Hill Ltd.", "HILL & SONS", "St Mary's School", "Roe, Roe & Co"])
def test_a_firm_says_so_in_its_name(name: str) -> None:
    assert is_firm_name(name)


def test_a_person_does_not() -> None:
    assert not is_firm_name("Anne-Marie van der Berg")
