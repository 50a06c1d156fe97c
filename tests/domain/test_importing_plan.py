# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""What comes of each row of a list."""

from datetime import date
from typing import Any

import pytest

from servicedesk.domain.customers import CustomerDraft
from servicedesk.domain.customers_typing import NOTES_MOST, checked_customer
from servicedesk.domain.importing import (
    Candidate,
    Counts,
    Duplicates,
    Fate,
    Line,
    PlanChoices,
    Source,
)
from servicedesk.domain.importing_cards import Card
from servicedesk.domain.importing_matching import Known, Traits, plain_name
from servicedesk.domain.importing_plan import ImportLook, ImportPlan, found_again, planned

TODAY = date(2026, 11, 22)


def customer(name: str, **other: Any) -> CustomerDraft:
    return checked_customer(CustomerDraft(name=name, **other), TODAY)


def traits(draft: CustomerDraft, key: int) -> Traits:
    nothing: frozenset[str] = frozenset()
    name = plain_name(draft.name, is_organisation=False)
    return Traits(key=key, name=name, emails=nothing, phones=nothing, postcodes=nothing)


def plan(rows: list[CustomerDraft], duplicates: Duplicates) -> ImportPlan:
    there = {5: customer("Ann Hill", notes="old")}
    known = Known(traits(draft, key) for key, draft in there.items())
    candidates = [Candidate(line=at, draft=draft) for at, draft in enumerate(rows, start=2)]

    def traits_of(candidate: Candidate, key: int) -> Traits:
        return traits(candidate.draft, key)

    found = list(found_again(candidates, known, traits_of, duplicates))
    actions, refused = planned(found, there, PlanChoices(duplicates=duplicates), {}, TODAY)
    return ImportPlan(name="x.csv", duplicates=duplicates, actions=actions, refused=refused)


ROWS = [customer("Ann Hill", notes="new"), customer("Bob Roe"), customer("Bob Roe", remember="x")]


def test_who_is_there_is_brought_up_to_date_and_a_row_may_be_about_an_earlier_one() -> None:
    made = plan(ROWS, Duplicates.UPDATE)
    assert made.first_new == ("Bob Roe",)
    assert [(one.fate, one.line, one.key) for one in made.actions] == [
        (Fate.UPDATED, 2, 5),
        (Fate.ADDED, 3, -2),
        (Fate.UPDATED, 4, -2),
    ]
    assert made.actions[0].draft.notes == "old\nnew"
    assert made.actions[2].draft.remember == "x"
    assert made.counts == Counts(added=1, updated=2)


def test_who_is_there_can_be_left_alone() -> None:
    assert plan(ROWS, Duplicates.SKIP).counts == Counts(added=1, skipped=2)


def test_everybody_can_be_added_all_the_same() -> None:
    assert plan(ROWS, Duplicates.ADD).counts == Counts(added=3)


def test_a_row_that_says_nothing_new_changes_nothing() -> None:
    assert plan([customer("Ann Hill")], Duplicates.UPDATE).counts == Counts(unchanged=1)


def test_an_update_that_there_is_no_room_for_is_refused_by_itself() -> None:
    made = plan([customer("Ann Hill", notes="x" * NOTES_MOST), *ROWS[1:]], Duplicates.UPDATE)
    assert made.counts == Counts(added=1, updated=1, refused=1)
    assert (made.refused[0].line, made.refused[0].code) == (2, "text_too_long")


@pytest.mark.parametrize(("rows", "cards"), [(3, 0), (0, 2)])
def test_what_a_file_holds_is_counted(rows: int, cards: int) -> None:
    look = ImportLook(
        name="x",
        source=Source.CSV,
        rows=(Line(number=1, cells=()),) * rows,
        cards=(Card(line=1, properties=()),) * cards,
    )
    assert look.count == rows + cards


def test_the_first_of_those_who_are_new_are_named() -> None:
    made = plan([customer(f"Ann {letter}") for letter in "ABCDEFGH"], Duplicates.ADD)
    assert made.counts.added == 8
    assert made.first_new == tuple(f"Ann {letter}" for letter in "ABCDEF")
