# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""Records of one customer: whether they are, and what is kept of them when they are merged."""

from datetime import date

import pytest

from servicedesk.domain.customers import Channel, CustomerCard, CustomerDraft, CustomerStatus
from servicedesk.domain.customers_alike import (
    AlikeReason,
    Traits,
    begins_alike,
    plain_spelling,
    reason_alike,
    starts,
)
from servicedesk.domain.customers_merging import earliest, fullest, latest, merged_draft
from servicedesk.domain.customers_typing import LINE_MOST
from servicedesk.domain.errors import Refusal

HOME = Traits(
    sort_key="patel meena",
    phones=frozenset({"+441632960123"}),
    emails=frozenset({"m@patel.example"}),
    postcodes=frozenset({"LS14DY"}),
)


@pytest.mark.parametrize(
    ("other", "likeness", "reason"),
    [
        (Traits(phones=HOME.phones), 0, AlikeReason.SAME_PHONE),
        (Traits(emails=HOME.emails), 0, AlikeReason.SAME_EMAIL),
        (Traits(postcodes=HOME.postcodes), 70, AlikeReason.SAME_ADDRESS),
        (Traits(postcodes=HOME.postcodes), 69, None),
        (Traits(sort_key="patel mina"), 88, AlikeReason.NEAR_NAME),
        (Traits(sort_key="patel mina"), 87, None),
        (Traits(phones=frozenset({"1"}), postcodes=frozenset({"X"})), 100, None),
        (Traits(phones=frozenset({"1"})), 100, AlikeReason.NEAR_NAME),
    ],
)
def test_why_two_may_be_one(other: Traits, likeness: float, reason: AlikeReason | None) -> None:
    assert reason_alike(HOME, other, likeness) is reason


def test_candidates_begin_as_the_words_of_a_name_do() -> None:
    assert starts("patel meena j") == ("pat", "mee")
    assert starts("li") == ()
    assert begins_alike("pat mee", "patel meena")
    assert not begins_alike("pat", "patel meena")
    assert not begins_alike("pat tom", "patel meena")


@pytest.mark.parametrize(
    ("key", "plain"),
    [
        ("o'brien mary", "obrien mary"),
        ("brien mary o", "obrien mary"),
        ("o brien builders", "obrien builders"),
        ("macdonald tom", "mcdonald tom"),
        ("donald tom mac", "mcdonald tom"),
        ("mace ann", "mace ann"),
        ("saint marys", "st marys"),
        ("st. john-smith", "st john smith"),
        ("o", "o"),
        ("", ""),
    ],
)
def test_ways_of_writing_a_name_are_made_one(key: str, plain: str) -> None:
    assert plain_spelling(key) == plain


def test_candidates_are_fetched_by_each_way_of_writing() -> None:
    assert starts("macleod") == ("mcl", "macl")
    assert starts("obrien") == ("obr", "bri")
    assert starts("oxley") == ("oxl",)


def test_the_record_that_says_most_is_kept_then_the_oldest() -> None:
    def card(id_: int, day: int, **said: object) -> CustomerCard:
        draft = CustomerDraft(**said)
        added = date(2026, 11, day)
        return CustomerCard(id=id_, ref="", draft=draft, shown_name="", added_on=added)

    full = card(1, 3, name="Ann", notes="Tea.", tags=("vip",), own={"1": "Gas"})
    bare, older = card(2, 1, name="Ann"), card(3, 2, name="Ann", own={"1": ""})
    assert fullest([bare, full, older]) is full
    assert fullest([older, bare]) is bare
    assert fullest([card(5, 1, name="A"), card(4, 1, name="A")]).id == 4


def test_blanks_are_filled_and_nothing_is_lost() -> None:
    keep = CustomerDraft(
        name="Meena Patel",
        status=CustomerStatus.ASKED,
        remember="dog",
        notes="One.",
        first_visit_on=date(2026, 3, 1),
        own={"1": "Gas"},
    )
    other = CustomerDraft(
        name="M Patel",
        prefers=Channel.SMS,
        best_time="evenings",
        heard_from="a friend",
        remember="side gate",
        notes="Two.",
        first_visit_on=date(2026, 2, 1),
        own={"1": "Oil", "2": "x"},
    )
    found = merged_draft(keep, [other, CustomerDraft(notes="one.", remember="DOG")])
    assert found == CustomerDraft(
        name="Meena Patel",
        prefers=Channel.SMS,
        best_time="evenings",
        heard_from="a friend",
        remember="dog; side gate",
        notes="One.\n\nTwo.",
        first_visit_on=date(2026, 2, 1),
        own={"1": "Gas", "2": "x"},
    )


def test_a_line_to_remember_without_room_goes_to_the_notes() -> None:
    keep = CustomerDraft(name="A", remember="x" * LINE_MOST)
    found = merged_draft(keep, [CustomerDraft(name="B", remember="side gate")])
    assert (found.remember, found.notes) == (keep.remember, "side gate")


def test_notes_without_room_are_refused() -> None:
    with pytest.raises(Refusal, match="text_too_long"):
        merged_draft(CustomerDraft(name="A", notes="x" * 6_000), [CustomerDraft(notes="y" * 6_000)])


def test_who_asked_twice_has_asked() -> None:
    asked = CustomerDraft(name="A", status=CustomerStatus.ASKED)
    assert merged_draft(asked, [asked]).status is CustomerStatus.ASKED
    assert earliest(None) is None
    assert latest(None, date(2026, 1, 1), date(2026, 2, 1)) == date(2026, 2, 1)
