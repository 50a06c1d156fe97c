# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""Fairness: what is seen in an offer, who is drawn, when a check is done, what there is to do."""

from dataclasses import replace
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from servicedesk.domain.errors import Refusal
from servicedesk.domain.fairness import (
    CUSTOMERS,
    CheckedCustomer,
    FairnessCard,
    FairnessGap,
    LongCustomer,
    Observation,
    Observed,
    OfferCard,
    OfferDraft,
    SameDeal,
)
from servicedesk.domain.fairness_rules import (
    OLDEST,
    check_may_answer,
    check_may_begin,
    check_may_finish,
    checked_note,
    checked_offer,
    drawn_customers,
    gaps_of,
    observed_in,
)
from servicedesk.domain.fairness_words import (
    BY_HAND,
    customer_words,
    fairness_blocks,
    fairness_title,
    gap_words,
    price_words,
    seen_words,
)
from tests.helpers.builders import words

TODAY = date(2026, 11, 23)
PLAN = OfferDraft(
    name="Boiler care plan",
    per="a month",
    new_pence=1200,
    existing_pence=1500,
    joining="Ring us",
    leaving="Write to us\nWait a month\nRing us",
)
EVEN = replace(PLAN, existing_pence=1200, leaving="Ring us")
ROWS = (
    CheckedCustomer(id=1, customer_id=7, name="Mrs Patel", since=date(2019, 3, 1)),
    CheckedCustomer(id=2, customer_id=None, name="", since=date(2020, 3, 1)),
)
OPEN = FairnessCard(id=1, drawn_on=TODAY, offers=(OfferCard(id=3, draft=PLAN),), customers=ROWS)


def test_existing_customers_who_pay_more_are_seen_with_the_sum() -> None:
    assert observed_in(PLAN, TODAY) == (
        Observation(what=Observed.PAY_MORE, pence=300),
        Observation(what=Observed.HARDER_TO_LEAVE, steps_in=1, steps_out=3),
    )
    said = [seen_words(one, PLAN, words()) for one in observed_in(PLAN, TODAY)]
    assert said == [
        "Existing customers pay £3.00 a month more than new ones.",
        "Joining takes 1 step, leaving takes 3 steps.",
    ]


@pytest.mark.parametrize(
    ("change", "seen"),
    [
        ({}, ()),
        ({"existing_pence": 1100}, ()),
        ({"existing_pence": None}, ()),
        ({"new_pence": None}, ()),
        ({"new_pence": 0, "existing_pence": 1}, (Observed.PAY_MORE,)),
        ({"leaving": ""}, (Observed.NO_WAY_OUT,)),
        ({"joining": ""}, ()),
        ({"joining": "", "leaving": ""}, ()),
        ({"ends_on": TODAY}, ()),
        ({"ends_on": date(2026, 11, 22), "existing_pence": 9000}, (Observed.ENDED,)),
        ({"ends_on": date(2026, 11, 22), "leaving": ""}, (Observed.ENDED, Observed.NO_WAY_OUT)),
    ],
)
def test_only_what_is_written_down_counts(
    change: dict[str, object], seen: tuple[Observed, ...]
) -> None:
    offer = replace(EVEN, **change)  # type: ignore[arg-type]
    assert tuple(one.what for one in observed_in(offer, TODAY)) == seen


@given(st.integers(0, 10_000), st.integers(0, 10_000))
def test_nobody_is_said_to_pay_more_who_does_not(new: int, existing: int) -> None:
    seen = observed_in(replace(EVEN, new_pence=new, existing_pence=existing), TODAY)
    assert [one.pence for one in seen] == ([existing - new] if existing > new else [])


def test_an_offer_is_tidied() -> None:
    typed = OfferDraft(
        name=" Care \n plan ", per=" a  month", joining=" Ring \r\n\n  sign \n\u200b"
    )
    kept = checked_offer(typed, TODAY)
    assert (kept.name, kept.per, kept.joining) == ("Care plan", "a month", "Ring\nsign")
    assert (kept.steps_in, kept.steps_out) == (2, 0)
    assert checked_offer(kept, TODAY) == kept


@pytest.mark.parametrize(
    ("change", "code", "field"),
    [
        ({"name": "\u200b"}, "offer_needs_name", "name"),
        ({"name": "x" * 81}, "entry_too_long", "name"),
        ({"per": "x" * 31}, "entry_too_long", "per"),
        ({"new_pence": -1}, "complaint_amount_below", "new_pence"),
        ({"existing_pence": 10**12}, "complaint_amount_above", "existing_pence"),
        ({"joining": "x" * 401}, "text_too_long", "joining"),
        ({"leaving": "x" * 401}, "text_too_long", "leaving"),
        ({"ends_on": date(2926, 1, 1)}, "complaint_day_off", "ends_on"),
    ],
)
def test_odd_offers_are_refused(change: dict[str, object], code: str, field: str) -> None:
    with pytest.raises(Refusal) as caught:
        checked_offer(replace(PLAN, **change), TODAY)  # type: ignore[arg-type]
    assert (caught.value.code, caught.value.field) == (code, field)


def _people(number: int) -> list[LongCustomer]:
    start = date(2010, 1, 1)
    return [LongCustomer(id=one, since=start + timedelta(days=one)) for one in range(number)]


@given(st.integers(0, 40), st.integers(0, 2**60), st.randoms())
def test_five_of_the_oldest_are_drawn_whatever_their_order(
    number: int, seed: int, chance: object
) -> None:
    people = _people(number)
    drawn = drawn_customers(people, (), TODAY, seed)
    chance.shuffle(people)  # type: ignore[attr-defined]
    assert drawn_customers([*people, *people], (), TODAY, seed) == drawn
    assert len(drawn) == len(set(drawn)) == min(CUSTOMERS, number)
    assert all(one.id < OLDEST for one in drawn)
    assert list(drawn) == sorted(drawn, key=lambda one: one.since)


def test_the_seed_decides() -> None:
    draws = {drawn_customers(_people(20), (), TODAY, seed) for seed in range(20)}
    assert len(draws) > 10


def test_who_was_drawn_last_time_waits_for_the_others() -> None:
    first = {one.id for one in drawn_customers(_people(12), (), TODAY, 1)}
    second = {one.id for one in drawn_customers(_people(12), first, TODAY, 2)}
    assert not first & second
    assert len(drawn_customers(_people(5), range(5), TODAY, 3)) == CUSTOMERS


def test_whoever_came_less_than_a_year_ago_has_not_stayed_yet() -> None:
    people = [
        LongCustomer(id=1, since=date(2025, 11, 23)),
        LongCustomer(id=2, since=date(2025, 11, 24)),
    ]
    assert [one.id for one in drawn_customers(people, (), TODAY, 1)] == [1]


def test_when_a_check_begins_and_ends() -> None:
    done = replace(
        OPEN,
        customers=tuple(replace(one, same=SameDeal.YES) for one in ROWS),
    )
    before = OPEN.drawn_on - timedelta(days=1)
    later = replace(done, finished_on=TODAY + timedelta(days=1))
    check_may_begin([replace(done, finished_on=TODAY)], 1, 0, TODAY)
    check_may_begin([], 0, 1, TODAY)
    check_may_finish(done, TODAY)
    check_may_finish(replace(OPEN, customers=()), TODAY)
    check_may_answer(OPEN)
    for step, code in (
        (lambda: check_may_begin([OPEN], 1, 1, TODAY), "fairness_is_open"),
        (lambda: check_may_begin([], 0, 0, TODAY), "fairness_nothing"),
        (
            lambda: check_may_finish(FairnessCard(id=1, drawn_on=TODAY), TODAY),
            "fairness_nothing",
        ),
        (lambda: check_may_begin([OPEN], 1, 1, before), "fairness_ahead"),
        (lambda: check_may_begin([later], 1, 1, TODAY), "fairness_ahead"),
        (lambda: check_may_finish(OPEN, TODAY), "fairness_unanswered"),
        (lambda: check_may_finish(done, before), "fairness_ahead"),
        (lambda: check_may_finish(replace(done, finished_on=TODAY), TODAY), "fairness_finished"),
        (lambda: check_may_answer(replace(done, finished_on=TODAY)), "fairness_finished"),
    ):
        with pytest.raises(Refusal, match=code):
            step()
    assert checked_note("  pays  the old price ") == "pays the old price"
    with pytest.raises(Refusal, match="entry_too_long"):
        checked_note("x" * 201)


WORSE = replace(
    OPEN,
    customers=(
        replace(ROWS[0], same=SameDeal.NO, note="old price"),
        replace(ROWS[1], same=SameDeal.NO),
        replace(ROWS[0], id=3, same=SameDeal.NOT_APPLICABLE),
    ),
    finished_on=TODAY,
)


def test_gaps_are_offers_first_then_customers() -> None:
    gaps = gaps_of(WORSE)
    assert [gap.key for gap in gaps] == [
        "offer 3 pay_more",
        "offer 3 harder_to_leave",
        "customer 1",
        "customer 2",
    ]
    said = [gap_words(gap, words()) for gap in gaps]
    assert said[0].startswith("Boiler care plan: ")
    assert said[2].startswith("A customer since 1 March 2019: ")
    assert not any("Patel" in one or "old price" in one for one in said)
    assert gap_words(FairnessGap(key="x"), words()).startswith("A customer since")


def test_what_has_ended_is_no_gap() -> None:
    offer = replace(EVEN, ends_on=date(2026, 11, 1))
    card = replace(OPEN, offers=(OfferCard(id=1, draft=offer),))
    assert gaps_of(card) == ()
    seen = observed_in(offer, TODAY)[0]
    assert "1 November 2026" in seen_words(seen, offer, words())
    assert "on ." in seen_words(replace(seen, on=None), offer, words())
    shut = replace(EVEN, leaving="")
    assert "how to leave is not" in seen_words(observed_in(shut, TODAY)[0], shut, words())


def test_prices_and_names_in_words() -> None:
    assert price_words(123_456, "a year", words()) == "£1,234.56 a year"
    assert price_words(0, "", words()) == "£0.00"
    assert price_words(None, "a year", words()) == "no price"
    assert customer_words(ROWS[0], words()) == "Mrs Patel"


def test_the_sheet_says_what_was_found_and_what_is_done() -> None:
    text = repr(fairness_blocks(WORSE, gaps_of(WORSE), "Bright Taps", words()))
    for said in (
        "Bright Taps",
        "£15.00 a month",
        "3. Ring us",
        "pay £3.00",
        "Mrs Patel",
        "No",
        "1 March",
    ):
        assert said in text
    assert "23 November 2026" in fairness_title(WORSE, words())


def test_the_sheet_of_a_young_shop_has_words() -> None:
    empty = FairnessCard(id=1, drawn_on=TODAY)
    text = repr(fairness_blocks(empty, (), "", words()))
    assert "not finished yet" in text
    assert text.count("Blank") == BY_HAND
    assert "No offers or plans are written down." in text
    assert "Nobody has been a customer for a year yet." in text
    even = replace(
        empty, offers=(OfferCard(id=1, draft=replace(EVEN, ends_on=TODAY)),), finished_on=TODAY
    )
    text = repr(fairness_blocks(even, (), "", words()))
    assert "leaving is as easy as joining" in text
    assert "Nothing: those who stay" in text
