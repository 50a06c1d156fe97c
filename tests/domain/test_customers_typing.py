# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""Customers as typed, made into what is kept."""

import json
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as some

from servicedesk.domain.customers import (
    Address,
    Channel,
    CustomerDraft,
    Reach,
    ReachKind,
    usual_channel,
)
from servicedesk.domain.customers_typing import (
    LIST_MOST,
    NOTES_MOST,
    check_visit,
    checked_customer,
    checked_tags,
    is_doubtful_email,
    normal_email,
    normal_postcode,
    shown_name,
    tidy_postcode,
    without_made,
)
from servicedesk.domain.errors import Refusal
from servicedesk.domain.names import clean_name

TODAY = date(2026, 9, 14)


def phone(shown: str, label: str = "") -> Reach:
    return Reach(kind=ReachKind.PHONE, shown=shown, label=label)


def email(shown: str) -> Reach:
    return Reach(kind=ReachKind.EMAIL, shown=shown)


def test_a_customer_is_tidied() -> None:
    draft = CustomerDraft(
        name="  Mrs  Meena\tPatel ",
        reaches=(phone(" 01632  960123 ", " home "), phone(" "), phone("01632 960123")),
        addresses=(
            Address(lines=" 4 High Street, \n\n Leeds ", postcode="ls1 4dy"),
            Address(lines="4 High Street\nLeeds", postcode="LS1 4DY"),
            Address(lines="  "),
        ),
        tags=("Boiler ", "boiler", ""),
        notes="One\r\ntwo\n\n",
    )
    assert checked_customer(draft, TODAY) == CustomerDraft(
        name="Mrs Meena Patel",
        salutation="Mrs Patel",
        sort_key="patel meena",
        reaches=(phone("01632 960123", "home"),),
        addresses=(Address(lines="4 High Street\nLeeds", postcode="LS1 4DY"),),
        tags=("Boiler",),
        notes="One\ntwo",
    )


@pytest.mark.parametrize(
    "draft",
    [
        CustomerDraft(name="Meena"),
        CustomerDraft(reaches=(phone("the one by the bakery"),)),
        CustomerDraft(reaches=(email("meena at patel"),)),
    ],
)
def test_demand_5_a_name_a_phone_or_an_email_is_enough(draft: CustomerDraft) -> None:
    checked = checked_customer(draft, TODAY)
    assert shown_name(checked) == (draft.name or draft.reaches[0].shown)
    assert checked.sort_key


def test_without_anything_a_customer_is_refused() -> None:
    for name in ("", "   ", "\u200b\u2063"):
        with pytest.raises(Refusal) as refused:
            checked_customer(CustomerDraft(name=name, notes="tall"), TODAY)
        assert (refused.value.code, refused.value.field) == ("customer_needs_something", "name")


def test_the_first_phone_stands_for_a_name_before_the_first_email() -> None:
    both = CustomerDraft(reaches=(email("m@example.org"), phone("01632 960123")))
    assert shown_name(both) == "01632 960123"
    assert shown_name(CustomerDraft()) == ""


def test_notes_have_room_for_ten_thousand_characters() -> None:
    long = "x" * NOTES_MOST
    assert checked_customer(CustomerDraft(name="A", notes=long), TODAY).notes == long
    with pytest.raises(Refusal) as refused:
        checked_customer(CustomerDraft(name="A", notes=long + "x"), TODAY)
    assert (refused.value.code, refused.value.field) == ("text_too_long", "notes")


@pytest.mark.parametrize(
    ("draft", "field"),
    [
        (CustomerDraft(reaches=tuple(phone(f"0{n}") for n in range(LIST_MOST + 1))), "phones"),
        (CustomerDraft(reaches=tuple(email(f"{n}@x") for n in range(LIST_MOST + 1))), "emails"),
        (
            CustomerDraft(
                name="A",
                addresses=tuple(Address(lines=str(n)) for n in range(LIST_MOST + 1)),
            ),
            "addresses",
        ),
        (CustomerDraft(name="A", tags=tuple(map(str, range(LIST_MOST + 1)))), "tags"),
    ],
)
def test_lists_have_an_end(draft: CustomerDraft, field: str) -> None:
    with pytest.raises(Refusal) as refused:
        checked_customer(draft, TODAY)
    assert (refused.value.code, refused.value.field) == ("customer_too_many", field)


def test_a_first_visit_lies_behind() -> None:
    checked_customer(CustomerDraft(name="A", first_visit_on=TODAY), TODAY)
    with pytest.raises(Refusal) as refused:
        checked_customer(CustomerDraft(name="A", first_visit_on=date(2026, 9, 15)), TODAY)
    assert (refused.value.code, refused.value.field) == ("visit_ahead", "first_visit_on")


def test_what_was_made_from_the_name_follows_the_name() -> None:
    before = checked_customer(CustomerDraft(name="Mrs Meena Patel"), TODAY)
    married = without_made(replace(before, name="Mrs Meena Shah"), before)
    after = checked_customer(married, TODAY)
    assert (after.sort_key, after.salutation) == ("shah meena", "Mrs Shah")


def test_what_was_typed_stays_when_the_name_changes() -> None:
    typed = CustomerDraft(name="Mrs Meena Patel", sort_key="Meena", salutation="Meena")
    before = checked_customer(typed, TODAY)
    after = checked_customer(without_made(replace(before, name="Mrs M Shah"), before), TODAY)
    assert (after.sort_key, after.salutation) == ("meena", "Meena")
    made = checked_customer(CustomerDraft(name="Tom"), TODAY)
    typed_now = without_made(replace(made, sort_key="z", salutation="Tommy"), made)
    assert (typed_now.sort_key, typed_now.salutation) == ("z", "Tommy")


def test_postcodes_have_one_form(samples: Path) -> None:
    tests = json.loads((samples / "names/uk_postcodes.json").read_text(encoding="utf-8"))["tests"]
    for case in tests["normalisation"]:
        if case["expected"] is not None:
            assert tidy_postcode(case["base"].lower()) == case["expected"]
            assert normal_postcode(case["base"]) == case["expected"].replace(" ", "")
        else:
            assert tidy_postcode(case["base"]) == case["base"]
    assert tidy_postcode("75008 Paris") == "75008 Paris"


def test_every_name_is_kept_as_it_is_written(samples: Path) -> None:
    forms = json.loads((samples / "names/name_forms.json").read_text(encoding="utf-8"))
    for form in forms:
        parts = (form["given"], form["family"])
        name = clean_name(" ".join(part for part in parts if part))
        assert checked_customer(CustomerDraft(name=name), TODAY).name == name


def test_naughty_texts_are_kept_or_refused_with_a_sentence(samples: Path) -> None:
    refused = set()
    for text in json.loads((samples / "names/naughty_strings.json").read_text(encoding="utf-8")):
        try:
            once = checked_customer(CustomerDraft(name=text, notes=text), TODAY)
        except Refusal as refusal:
            refused.add(refusal.code)
            continue
        assert checked_customer(once, TODAY) == once
    assert refused <= {"customer_needs_something", "text_too_long"}


@settings(max_examples=60)
@given(some.text(max_size=80), some.text(max_size=40), some.lists(some.text(max_size=12)))
def test_what_is_tidied_is_tidy(name: str, shown: str, tags: list[str]) -> None:
    draft = CustomerDraft(name="x" + name, reaches=(phone(shown),), tags=tuple(tags[:9]))
    once = checked_customer(draft, TODAY)
    assert checked_customer(once, TODAY) == once
    assert checked_tags(once.tags) == once.tags


def test_emails_are_compared_without_large_letters() -> None:
    assert normal_email(" M@Patel.Example ") == "m@patel.example"


@pytest.mark.parametrize(
    ("typed", "is_doubtful"),
    [("a@b", False), ("a b", True), ("@b", True), ("a@ ", True), ("", True)],
)
def test_an_address_without_two_sides_is_doubtful(typed: str, is_doubtful: bool) -> None:
    assert is_doubtful_email(typed) is is_doubtful


def test_a_visit_of_another_century_is_a_slip() -> None:
    with pytest.raises(Refusal) as refused:
        check_visit(date(1026, 11, 18), date(2026, 11, 25), "day")
    assert (refused.value.code, refused.value.field) == ("visit_far", "day")
    check_visit(date(1966, 11, 18), date(2026, 11, 25), "day")


@pytest.mark.parametrize(
    ("ways", "channel"),
    [
        (None, Channel.COUNTER),
        ((), Channel.COUNTER),
        (("they_come",), Channel.COUNTER),
        (("they_leave", "you_send"), Channel.COUNTER),
        (("you_go",), Channel.PHONE),
        (("you_go", "you_send"), Channel.PHONE),
    ],
)
def test_without_a_counter_most_customers_ring(ways: object, channel: Channel) -> None:
    assert usual_channel(ways) is channel
