# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""Fields of a business's own: which there may be, and what goes into them."""

from dataclasses import replace
from datetime import date

import pytest

from servicedesk.domain.errors import Refusal
from servicedesk.domain.own_fields import (
    CHOICES_MOST,
    MOST,
    OwnFieldCard,
    OwnFieldDraft,
    OwnFieldKind,
    OwnFieldOn,
    checked_field,
    checked_own,
    own_question,
    own_value,
)

TODAY = date(2026, 9, 14)
MAKE = OwnFieldDraft(on=OwnFieldOn.CUSTOMER, name="Boiler make")


def field(kind: OwnFieldKind, number: int = 1, **other: object) -> OwnFieldCard:
    values = {"on": OwnFieldOn.CUSTOMER, "name": f"Field {number}", "kind": kind, **other}
    return OwnFieldCard(id=number, draft=OwnFieldDraft(**values))


def refused(code: str, wanted: OwnFieldDraft, *others: OwnFieldCard, **more: OwnFieldCard) -> str:
    with pytest.raises(Refusal) as found:
        checked_field(wanted, others, **more)
    assert found.value.code == code
    return found.value.field or ""


def test_a_field_is_tidied() -> None:
    typed = replace(MAKE, name=" Boiler  make ", choices=("kept for later", ""))
    assert checked_field(typed, ()) == replace(MAKE, choices=("kept for later",))
    choice = replace(MAKE, kind=OwnFieldKind.CHOICE, choices=(" Gas", "Oil ", "gas", ""))
    assert checked_field(choice, ()).choices == ("Gas", "Oil")


def test_a_field_has_a_name_of_its_own() -> None:
    taken = OwnFieldCard(id=1, draft=replace(MAKE, name="BOILER MAKE"))
    assert refused("own_field_needs_name", replace(MAKE, name=" ")) == "name"
    assert refused("own_field_name_taken", MAKE, taken) == "name"
    assert checked_field(MAKE, [taken], taken) == MAKE
    assert checked_field(MAKE, [replace(taken, retired_on=TODAY)]) == MAKE
    elsewhere = replace(taken, draft=replace(taken.draft, on=OwnFieldOn.PROMISE))
    assert checked_field(MAKE, [elsewhere]) == MAKE


def test_there_are_ten_at_most() -> None:
    ten = [field(OwnFieldKind.TEXT, number) for number in range(MOST)]
    assert refused("own_field_too_many", MAKE, *ten) == "name"
    assert checked_field(MAKE, ten, ten[0]) == MAKE


def test_what_goes_in_changes_to_text_alone() -> None:
    number = OwnFieldCard(id=1, draft=replace(MAKE, kind=OwnFieldKind.NUMBER))
    day = replace(MAKE, kind=OwnFieldKind.DAY)
    assert refused("own_field_kind_stays", day, number, card=number) == "kind"
    assert checked_field(MAKE, [number], number).kind is OwnFieldKind.TEXT


def test_choices_are_neither_one_nor_endless() -> None:
    choice = replace(MAKE, kind=OwnFieldKind.CHOICE)
    assert refused("own_field_needs_choices", replace(choice, choices=("Gas",))) == "choices"
    many = tuple(f"Choice {number}" for number in range(CHOICES_MOST + 1))
    assert refused("own_field_choices_many", replace(choice, choices=many)) == "choices"


@pytest.mark.parametrize(
    ("kind", "typed", "kept"),
    [
        (OwnFieldKind.TEXT, "  Vokera  25 ", "Vokera 25"),
        (OwnFieldKind.NUMBER, "1,200.50", "1200.5"),
        (OwnFieldKind.NUMBER, "007", "7"),
        (OwnFieldKind.NUMBER, "-0,5", "-0.5"),
        (OwnFieldKind.NUMBER, "−3", "-3"),
        (OwnFieldKind.NUMBER, "+4", "4"),
        (OwnFieldKind.NUMBER, "-0", "0"),
        (OwnFieldKind.NUMBER, "12 500", "12500"),
        (OwnFieldKind.DAY, "3/12", "2026-12-03"),
        (OwnFieldKind.YES_NO, "Y", "yes"),
        (OwnFieldKind.YES_NO, "No", "no"),
        (OwnFieldKind.CHOICE, "oil", "Oil"),
        (OwnFieldKind.CHOICE, "", ""),
    ],
)
def test_a_value_has_one_form(kind: OwnFieldKind, typed: str, kept: str) -> None:
    card = field(kind, choices=("Gas", "Oil"))
    assert own_value(card, typed, TODAY) == kept
    assert own_value(card, kept, TODAY) == kept


@pytest.mark.parametrize(
    ("kind", "typed", "code"),
    [
        (OwnFieldKind.TEXT, "x" * 501, "text_too_long"),
        (OwnFieldKind.NUMBER, "a dozen", "own_number_not_read"),
        (OwnFieldKind.DAY, "31/11", "day_not_there"),
        (OwnFieldKind.YES_NO, "perhaps", "own_yes_no_not_read"),
        (OwnFieldKind.CHOICE, "Coal", "own_choice_unknown"),
    ],
)
def test_a_value_that_does_not_fit_is_refused(kind: OwnFieldKind, typed: str, code: str) -> None:
    with pytest.raises(Refusal) as found:
        own_value(field(kind, 7, choices=("Gas", "Oil")), typed, TODAY)
    assert (found.value.code, found.value.field) == (code, own_question(7))


def test_values_of_a_record_are_checked_where_they_changed() -> None:
    fields = [
        field(OwnFieldKind.CHOICE, 1, choices=("Gas", "Oil")),
        field(OwnFieldKind.TEXT, 2),
        field(OwnFieldKind.TEXT, 3),
    ]
    before = {"1": "Coal", "2": "old", "3": "same", "9": "of a field that is no more"}
    kept = checked_own({"1": "Coal", "2": "", "3": "new"}, fields, before, TODAY)
    assert kept == {"1": "Coal", "3": "new", "9": "of a field that is no more"}
    with pytest.raises(Refusal):
        checked_own({"1": "Peat"}, fields, before, TODAY)
