# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""Between ourselves: the same standard for the audience within, at most five, one sentence each."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from servicedesk.domain.between_us import (
    MOST,
    PAGE,
    BetweenCard,
    BetweenDraft,
    Within,
    between_sentence,
    between_standard,
    check_room,
    checked_between,
    free_key,
)
from servicedesk.domain.errors import Refusal
from servicedesk.domain.standards import Audience, Measure
from servicedesk.domain.standards_data import standard_from_data, standard_to_data
from tests.helpers.builders import words

DRAFT = BetweenDraft(
    asks="The workshop", what="We will say if a part is in stock.", number=2, counted=Within.HOURS
)


def said(draft: BetweenDraft) -> str:
    return between_sentence(between_standard(checked_between(draft), "x", words()), words())


def card(place: int) -> BetweenCard:
    draft = checked_between(DRAFT)
    standard = between_standard(draft, f"{PAGE}_{place}", words())
    return BetweenCard(id=place, draft=draft, standard=standard)


@pytest.mark.parametrize(
    ("changed", "sentence"),
    [
        (
            {},
            "We will say if a part is in stock when asked by the workshop, within 2 hours.",
        ),
        (
            {"counted": Within.OPENING_HOURS, "number": 1},
            "We will say if a part is in stock when asked by the workshop, within 1 hour while we "
            "are open.",
        ),
        ({"asks": " "}, "We will say if a part is in stock within 2 hours."),
        ({"number": None}, "We will say if a part is in stock when asked by the workshop."),
        ({"asks": "", "number": None}, "We will say if a part is in stock."),
        ({"asks": "", "what": "Sweep the van", "number": None}, "We will sweep the van."),
        ({"asks": "", "what": "DVDs go back", "number": None}, "We will DVDs go back."),
        ({"asks": "", "what": "we’ll {limit} tidy!", "number": None}, "We will tidy."),
        ({"asks": "", "what": "<b>{0} %s", "number": None}, "We will <b>{0} %s."),
        ({"asks": "Al", "number": 3, "counted": Within.WEEKS, "what": "x"},
         "We will x when asked by Al, within 3 weeks."),
    ],
)  # fmt: skip
def test_it_is_one_sentence(changed: dict[str, object], sentence: str) -> None:
    assert said(replace(DRAFT, **changed)) == sentence


@pytest.mark.parametrize("counted", list(Within))
def test_every_unit_has_its_words(counted: Within) -> None:
    assert "within 2" in said(replace(DRAFT, counted=counted))


def test_it_is_the_same_standard_for_ourselves() -> None:
    standard = between_standard(checked_between(DRAFT), "between_us_1", words())
    assert (standard.audience, standard.is_public) == (Audience.INTERNAL, False)
    assert standard.measure is Measure.DURATION
    assert standard_from_data(standard_to_data(standard)) == standard
    bare = between_standard(checked_between(replace(DRAFT, number=None)), "x", words())
    assert (bare.measure, bare.limit) == (Measure.YES_NO, None)


@pytest.mark.parametrize(
    ("changed", "code", "field"),
    [
        ({"what": " "}, "between_needs_what", "what"),
        ({"what": "We will {limit}"}, "between_needs_what", "what"),
        ({"what": "x" * 25_000}, "entry_too_long", "what"),
        ({"asks": "x" * 41}, "entry_too_long", "asks"),
        ({"number": 0}, "between_number", "number"),
        ({"number": 1000}, "between_number", "number"),
    ],
)
def test_what_cannot_be_agreed_is_refused(
    changed: dict[str, object], code: str, field: str
) -> None:
    with pytest.raises(Refusal, match=code) as refused:
        checked_between(replace(DRAFT, **changed))
    assert refused.value.field == field


def test_there_is_room_for_five_and_no_sixth() -> None:
    cards = tuple(card(place) for place in range(1, MOST + 1))
    check_room(cards[:-1])
    with pytest.raises(Refusal, match="between_us_full"):
        check_room(cards)


def test_a_key_is_never_given_twice() -> None:
    assert free_key(()) == "between_us_1"
    assert free_key((card(1), card(3))) == "between_us_2"


@given(st.text(max_size=60), st.text(max_size=30), st.one_of(st.none(), st.integers(1, 999)))
def test_whatever_is_agreed_can_be_said_and_read_back(
    what: str, asks: str, number: int | None
) -> None:
    try:
        draft = checked_between(replace(DRAFT, what=what, asks=asks, number=number))
    except Refusal:
        return
    standard = between_standard(draft, "x", words())
    assert between_sentence(standard, words()).startswith("We will ")
    assert standard_from_data(standard_to_data(standard)) == standard
    assert checked_between(draft) == draft
