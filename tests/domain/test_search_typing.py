# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""What is typed to find a record: words, numbers, and how well a title fits."""

from dataclasses import replace

import pytest

from servicedesk.domain.customers import CustomerDraft, CustomerRow, Reach, ReachKind
from servicedesk.domain.search_people import is_phone, named_so, newcomer, tells_who
from servicedesk.domain.search_typing import any_of, beginnings, fit, read_typed, threes


@pytest.mark.parametrize(
    ("text", "words", "number", "name"),
    [
        ("O'Ne", ("o", "ne"), "", "one"),
        ("Patel, Ł", ("patel", "l"), "", "patel l"),
        ("07700 900 123", ("07700", "900", "123"), "07700900123", "07700 900 123"),
        ("012", ("012",), "", "012"),
        ("14 High", ("14", "high"), "", "14 high"),
    ],
)
def test_what_was_typed_is_read(text, words, number, name):
    typed = read_typed(text)
    assert (typed.words, typed.number, typed.name) == (words, number, name)
    first, last = typed.name_bounds
    assert first <= f"{name} more" < last


@pytest.mark.parametrize("text", ["", "  ", "-", "’"])
def test_nothing_to_look_for(text):
    assert read_typed(text) is None
    assert not is_phone(text)


def test_at_most_eight_words_are_looked_for():
    assert len(read_typed("a b c d e f g h i j").words) == 8


def test_long_words_are_parts_and_short_ones_are_not():
    typed = read_typed("jo smi")
    assert (typed.parts, typed.shorts) == (("smi",), ("jo",))


def test_how_the_index_is_asked():
    assert beginnings(("jo", "smi")) == '"jo"* "smi"*'
    assert any_of(("patel", "pavel"), "patl") == '("patel" OR "pavel" OR "patl"*)'
    assert any_of(("patel",), "") == '("patel")'
    assert threes(("smith", "ith")) == '"smi" "mit" "ith"'


@pytest.mark.parametrize(
    ("typed", "cost"),
    [
        ("patel", 0),
        ("pat", 1),
        ("ate", 2),
        ("boiler", 3),
        ("pat ate", 3),
        ("0123", 0),
        ("07700", 1),
    ],
)
def test_the_better_a_title_fits_the_less_it_costs(typed, cost):
    assert fit("lucja patel 07700900123", read_typed(typed)) == cost


def test_a_name_is_somebodys_when_only_one_has_it():
    row = CustomerRow(id=1, shown_name="Łucja  Patel")
    assert named_so([row], "lucja patel") is row
    assert named_so([row], "lucja") is None
    assert named_so([row, replace(row, id=2)], "Lucja Patel") is None
    assert named_so([row], "") is None


@pytest.mark.parametrize(
    ("text", "so"), [("07700 900123", True), ("Patel 4", False), ("12", False)]
)
def test_a_phone_number_is_told_from_a_name(text, so):
    assert is_phone(text) is so


def test_who_is_new_is_a_name_a_phone_or_an_e_mail() -> None:
    phone = Reach(kind=ReachKind.PHONE, shown="07700 900555")
    email = Reach(kind=ReachKind.EMAIL, shown="zoe@post.example")
    assert newcomer("07700 900555") == CustomerDraft(reaches=(phone,))
    assert newcomer("zoe@post.example") == CustomerDraft(reaches=(email,))
    assert newcomer("Zoë Ångström") == CustomerDraft(name="Zoë Ångström")


def test_a_phone_or_an_e_mail_beside_the_name_of_somebody_new_is_kept_as_one() -> None:
    phone = Reach(kind=ReachKind.PHONE, shown="07700 900 555")
    email = Reach(kind=ReachKind.EMAIL, shown="jean@post.example")
    assert newcomer("Mrs Jean O'Brien, 07700 900 555") == CustomerDraft(
        name="Mrs Jean O'Brien", reaches=(phone,)
    )
    assert newcomer("jean@post.example Jean") == CustomerDraft(name="Jean", reaches=(email,))
    assert newcomer("Flat 12") == CustomerDraft(name="Flat 12")


@pytest.mark.parametrize(
    "typed",
    [
        *("Mrs Jean O'Brien", "mrs obrien", "Ole Ostergaard", "Łucja Patel", "Dr. Half"),
        *("07700 900555", "zoe@post.example", "jean 07700 900555", "Ludwig van Beethoven"),
    ],
)
def test_a_full_name_a_phone_or_an_e_mail_tells_who_it_is(typed: str) -> None:
    assert tells_who(typed)


@pytest.mark.parametrize(
    "typed",
    [
        *("", "Jean", "mrs", "the man with the van", "The Man With The Van", "A lady", "tall chap"),
        *("Somebody Else", "Flat 12", "man in Red", "lady in blue", "Pat ?", "Woman Upstairs"),
        *("Customer Two", "No name", "Mr ?"),
    ],
)
def test_half_a_name_or_how_somebody_looked_does_not_tell_who_it_is(typed: str) -> None:
    assert not tells_who(typed)
