# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""Who of a list is there already, and what an update makes of them."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from servicedesk.domain.customers import (
    Address,
    Channel,
    CustomerDraft,
    CustomerStatus,
    Reach,
    ReachKind,
)
from servicedesk.domain.customers_typing import checked_customer
from servicedesk.domain.importing_matching import Known, Traits, plain_name, updated

TODAY = date(2026, 11, 22)


def traits(
    key: int = 0,
    name: str = "",
    email: str = "",
    phone: str = "",
    code: str = "",
) -> Traits:
    return Traits(
        key=key,
        name=plain_name(name, is_organisation=False),
        emails=frozenset(filter(None, [email])),
        phones=frozenset(filter(None, [phone])),
        postcodes=frozenset(filter(None, [code])),
    )


ANN = traits(1, "Ann Hill", "ann@x", "07", "LS1")


def test_names_are_compared_without_titles_and_order() -> None:
    plain = plain_name("Mrs Ann Hill", is_organisation=False)
    assert plain == plain_name("Hill, Ann", is_organisation=False) == "ann hill"
    assert plain_name("The Hill Ltd", is_organisation=True) == "hill ltd"
    assert plain_name("", is_organisation=False) == ""


@pytest.mark.parametrize(
    "row",
    [
        traits(name="Ann Hill", email="ann@x"),
        traits(name="Ann Hill", phone="07"),
        traits(name="Ann Hill", phone="08", code="LS1"),
        traits(email="ann@x"),
        traits(phone="07", email="other@x"),
        traits(name="Ann Roe", email="ann@x", phone="07"),
    ],
)
def test_two_things_that_agree_make_the_same_customer(row: Traits) -> None:
    assert Known([ANN]).same_as(row) == 1


@pytest.mark.parametrize(
    "row",
    [
        traits(name="Ann Hill", email="other@x"),
        traits(name="Ann Hill", phone="08", code="YO1"),
        traits(name="Bob Hill", phone="07"),
        traits(name="Bob Hill", email="ann@x", code="LS1"),
        traits(name="Bob Hill"),
        traits(email="other@x"),
        traits(),
    ],
)
def test_one_thing_alone_does_not(row: Traits) -> None:
    assert Known([ANN]).same_as(row) is None


def test_a_name_alone_does_where_there_is_nothing_else_to_tell_by() -> None:
    known = Known([traits(1, "Ann Hill"), traits(2, "Bob Roe"), traits(3, "Bob Roe")])
    assert known.same_as(traits(name="Hill, Ann", email="ann@x")) == 1
    assert known.same_as(traits(name="Bob Roe")) is None


def test_the_one_with_whom_most_agrees_is_the_one() -> None:
    known = Known([traits(1, "Ann Hill", code="LS1"), traits(2, "Ann Hill", "ann@x", code="LS1")])
    assert known.same_as(traits(name="Ann Hill", email="ann@x", code="LS1")) == 2
    known.add(traits(-1, "Cy Dee", "cy@x"))
    assert known.same_as(traits(name="Cy Dee", email="cy@x")) == -1


def phone(shown: str, label: str = "") -> Reach:
    return Reach(kind=ReachKind.PHONE, shown=shown, label=label)


class Figures(dict[Reach, str]):
    """Phones and e-mails compared by what they are without blanks."""

    def __missing__(self, reach: Reach) -> str:
        return reach.shown.replace(" ", "")


NORMALS: Mapping[Reach, str] = Figures()
BEFORE = checked_customer(
    CustomerDraft(
        name="Ann Hill",
        ask_for="Bob",
        status=CustomerStatus.CUSTOMER,
        reaches=(phone("07700 900123"), Reach(kind=ReachKind.EMAIL, shown="ann@x")),
        addresses=(Address(lines="1 High St\nLeeds", postcode="LS1 1AA", label="home"),),
        prefers=Channel.SMS,
        best_time="evenings",
        tags=("vip",),
        heard_from="web",
        remember="dog",
        notes="rings twice",
        first_visit_on=date(2019, 4, 3),
        own={"1": "blue"},
    ),
    TODAY,
)


def update(row: CustomerDraft, before: CustomerDraft = BEFORE) -> CustomerDraft:
    return updated(before, row, NORMALS, TODAY, takes_name=True)


def test_the_name_stays_as_its_owner_writes_it_unless_asked_for() -> None:
    row = CustomerDraft(name="ANN HILL LTD", is_organisation=True)
    assert updated(BEFORE, row, NORMALS, TODAY) == BEFORE
    taken = updated(BEFORE, row, NORMALS, TODAY, takes_name=True)
    assert (taken.name, taken.is_organisation) == ("ANN HILL LTD", True)
    nameless = CustomerDraft(reaches=BEFORE.reaches)
    assert updated(nameless, row, NORMALS, TODAY).name == "ANN HILL LTD"


def test_demand_27_blanks_never_erase() -> None:
    assert update(CustomerDraft(status=CustomerStatus.ASKED, is_consumer=False)) == BEFORE
    assert update(CustomerDraft(name="ann hill", is_organisation=True)).is_organisation is False


def test_demand_27_what_a_row_says_is_brought_up_to_date() -> None:
    row = CustomerDraft(
        name="Ann Hill-Roe",
        ask_for="Cy",
        reaches=(phone("07700900123", "mobile"), phone("01632 960123")),
        addresses=(Address(lines="2 High St\nLeeds", postcode="LS1 1AA"),),
        tags=("Late",),
        heard_from="friend",
        remember="cat",
        notes="new kitchen",
        first_visit_on=date(2018, 1, 1),
        own={"1": "red", "2": "x"},
    )
    after = update(row)
    assert (after.name, after.sort_key, after.salutation) == (
        "Ann Hill-Roe",
        "hill-roe ann",
        "Ann Hill-Roe",
    )
    assert [(one.shown, one.label) for one in after.reaches] == [
        ("07700 900123", "mobile"),
        ("ann@x", ""),
        ("01632 960123", ""),
    ]
    assert after.addresses == (Address(lines="2 High St\nLeeds", postcode="LS1 1AA", label="home"),)
    assert (after.tags, after.heard_from, after.remember) == (("vip", "Late"), "friend", "cat")
    assert after.notes == "rings twice\nnew kitchen"
    assert (after.first_visit_on, dict(after.own)) == (date(2018, 1, 1), {"1": "red", "2": "x"})
    assert (after.prefers, after.best_time) == (Channel.SMS, "evenings")
    assert update(row, after) == after


def test_another_address_goes_to_the_head_and_loses_none() -> None:
    home = BEFORE.addresses[0]
    away = Address(lines="9 Low Rd\nYork", postcode="YO1 1AA")
    assert update(CustomerDraft(addresses=(away,))).addresses == (away, home)
    assert update(CustomerDraft(addresses=(Address(lines="", postcode="LS1 1AA"),))) == BEFORE
    both = (replace(home, lines="Flat 1"), replace(home, lines="Flat 2"))
    assert update(CustomerDraft(addresses=both)).addresses == (*both, home)
    same = replace(home, lines="1 HIGH ST\nLeeds", label="")
    assert update(CustomerDraft(addresses=(same,))) == BEFORE


def test_notes_that_were_empty_become_those_of_the_row() -> None:
    before = checked_customer(CustomerDraft(name="Ann"), TODAY)
    assert update(CustomerDraft(name="Ann", notes="x"), before).notes == "x"


texts = st.text(st.sampled_from("abc é"), max_size=5)
figures = st.text("0123456789 ", min_size=3, max_size=8)
rows = st.builds(
    CustomerDraft,
    name=texts,
    ask_for=texts,
    reaches=st.lists(st.builds(phone, figures), max_size=3).map(tuple),
    addresses=st.lists(
        st.builds(Address, lines=texts, postcode=st.sampled_from(["", "LS1 1AA", "YO1 1AA"])),
        max_size=2,
    ).map(tuple),
    tags=st.lists(texts, max_size=2).map(tuple),
    notes=texts,
    remember=texts,
)


@settings(max_examples=80)
@given(rows)
def test_demand_27_bringing_the_same_row_again_changes_nothing(row: CustomerDraft) -> None:
    checked = checked_customer(replace(row, name=row.name + "x"), TODAY)
    once = update(checked)
    assert update(checked, once) == once
    assert set(BEFORE.reaches) <= {replace(one, label="") for one in once.reaches}
    assert set(BEFORE.tags) <= set(once.tags)
