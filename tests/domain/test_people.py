# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""Rules on people: a name, a limit that makes sense, somebody else who stands in."""

import pytest

from servicedesk.domain.errors import Refusal
from servicedesk.domain.people import (
    PersonCard,
    PersonDraft,
    Role,
    checked_person,
    limit_of,
    works_in_short,
)

TOM = PersonCard(id=1, name="Tom", role=Role.STAFF)
ANN = PersonCard(id=2, name="Ann", role=Role.OWNER, limit_pence=5000, stand_in_id=1)
OTHERS = {1: TOM, 2: ANN}


def test_a_card_can_be_typed_again() -> None:
    assert checked_person(ANN.draft, OTHERS, 2) == ANN.draft


@pytest.mark.parametrize(
    ("name", "limit"), [(" ann ", 5000), ("Ann", 5000), ("Tom", None), ("owner", None)]
)
def test_the_limit_of_somebody_is_found_by_the_name(name: str, limit: int | None) -> None:
    assert limit_of(name, OTHERS.values()) == limit


def test_a_name_is_tidied() -> None:
    kept = checked_person(PersonDraft(name="  Tom\u202e\x00  Hollins "), OTHERS)
    assert kept.name == "Tom Hollins"


@pytest.mark.parametrize("name", ["Tom", " tom ", "TÓM", "T\u200bom"])
def test_two_people_are_told_apart(name: str) -> None:
    with pytest.raises(Refusal) as refused:
        checked_person(PersonDraft(name=name), OTHERS)
    assert (refused.value.code, refused.value.field) == ("person_name_taken", "name")
    assert refused.value.params == {"name": "Tom"}
    assert checked_person(PersonDraft(name=name), OTHERS, 1).name


@pytest.mark.parametrize(
    ("draft", "code", "field"),
    [
        (PersonDraft(name=""), "person_needs_name", "name"),
        (PersonDraft(name="\u200b"), "person_needs_name", "name"),
        (PersonDraft(name="x" * 81), "entry_too_long", "name"),
        (PersonDraft(name="a\x7f"), "entry_odd_character", "name"),
        (PersonDraft(name="Tom", limit_pence=-1), "person_limit_below", "limit_pence"),
        (PersonDraft(name="Tom", limit_pence=10**8 + 1), "person_limit_above", "limit_pence"),
        (PersonDraft(name="Tom", stand_in_id=1), "person_own_stand_in", "stand_in_id"),
        (PersonDraft(name="Tom", stand_in_id=9), "person_stand_in_gone", "stand_in_id"),
    ],
)
def test_what_makes_no_sense_is_refused(draft: PersonDraft, code: str, field: str) -> None:
    with pytest.raises(Refusal) as refused:
        checked_person(draft, OTHERS, 1)
    assert (refused.value.code, refused.value.field) == (code, field)


def test_limits_may_be_nothing_and_the_most() -> None:
    for pence in (0, 10**8):
        draft = PersonDraft(name="Tom", limit_pence=pence)
        assert checked_person(draft, {}) == draft


@pytest.mark.parametrize(("count", "is_short"), [(0, True), (2, True), (3, False), (9, False)])
def test_fewer_than_three_see_a_complaint_in_short(count: int, is_short: bool) -> None:
    people = [PersonCard(id=one, name=f"P{one}", role=Role.STAFF) for one in range(count)]
    assert works_in_short(people) is is_short
