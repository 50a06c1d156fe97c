# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""Contacts: what is kept of one, what makes it an enquiry, how waits are read and said."""

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

import pytest

from servicedesk.domain.contacts import (
    TEXT_MOST,
    WAIT_MOST,
    ContactCard,
    ContactDraft,
    checked_answer,
    checked_contact,
)
from servicedesk.domain.contacts_waits import read_wait, wait_words
from servicedesk.domain.errors import Refusal
from tests.helpers.builders import words

NOW = datetime(2026, 9, 14, 11, tzinfo=UTC)
TODAY = date(2026, 9, 14)
RANG = ContactDraft(text="about the saw", at=NOW)


def card(**said: object) -> ContactCard:
    draft = replace(RANG, next_on=date(2026, 9, 16))
    return ContactCard(**{"id": 1, "draft": draft, "written_at": NOW, **said})


def refused(**said: object) -> tuple[str, str | None]:
    with pytest.raises(Refusal) as found:
        checked_contact(replace(RANG, **said), NOW, TODAY)
    return found.value.code, found.value.field


def test_a_note_is_kept_tidied() -> None:
    typed = replace(
        RANG, text="  about\r\nthe saw\u202e ", by_whom=" Tom  Hollins", answered_minutes=5
    )
    kept = checked_contact(typed, NOW, TODAY)
    assert (kept.text, kept.by_whom, kept.answered_minutes) == ("about\nthe saw", "Tom Hollins", 5)


def test_only_somebody_who_came_to_us_waited() -> None:
    typed = replace(RANG, is_incoming=False, answered_minutes=5)
    assert checked_contact(typed, NOW, TODAY).answered_minutes is None


def test_a_customer_is_enough() -> None:
    assert checked_contact(replace(RANG, text="", customer_id=3), NOW, TODAY).text == ""


def test_a_long_note_is_kept_whole() -> None:
    assert len(checked_contact(replace(RANG, text="n" * 10_000), NOW, TODAY).text) == 10_000
    assert refused(text="n" * (TEXT_MOST + 1)) == ("text_too_long", "text")


@pytest.mark.parametrize(
    ("said", "code", "field"),
    [
        ({"text": " "}, "contact_needs_text", "text"),
        ({"at": NOW + timedelta(minutes=6)}, "contact_ahead", "at"),
        ({"at": NOW.replace(year=1926)}, "contact_day_far", "at"),
        ({"answered_minutes": -1}, "contact_wait_odd", "answered_minutes"),
        ({"answered_minutes": WAIT_MOST + 1}, "contact_wait_odd", "answered_minutes"),
        ({"is_sorted": True, "next_on": TODAY}, "contact_sorted_and_next", "next_on"),
        ({"next_on": TODAY - timedelta(days=1)}, "contact_next_past", "next_on"),
        ({"next_on": date(2062, 1, 1)}, "contact_next_far", "next_on"),
    ],
)
def test_what_cannot_be_is_refused(said: dict[str, object], code: str, field: str) -> None:
    assert refused(**said) == (code, field)


def test_a_next_day_that_has_passed_may_stay() -> None:
    before = replace(RANG, next_on=date(2026, 9, 1))
    assert checked_contact(before, NOW, TODAY, before) == before


@pytest.mark.parametrize(
    ("said", "is_open"),
    [
        ({}, True),
        ({"draft": RANG}, False),
        ({"promise_id": 4}, False),
        ({"answered_on": TODAY}, False),
        ({"binned_at": NOW}, False),
    ],
)
def test_an_enquiry_is_open_until_it_has_its_answer(said: dict[str, object], is_open: bool) -> None:
    assert card(**said).is_open_enquiry is is_open


def test_an_enquiry_is_answered_on_a_day_that_can_be() -> None:
    assert checked_answer(card(), TODAY, TODAY) == TODAY
    for which, day, code in (
        (card(), TODAY + timedelta(days=1), "answered_ahead"),
        (card(), TODAY - timedelta(days=3), "answered_before"),
        (card(answered_on=TODAY), TODAY, "enquiry_not_open"),
    ):
        with pytest.raises(Refusal, match=code):
            checked_answer(which, day, TODAY)


@pytest.mark.parametrize(
    ("typed", "minutes"),
    [
        ("", None),
        ("5", 5),
        ("at once", 0),
        ("5 min", 5),
        ("1.5 h", 90),
        ("1 h 20", 80),
        ("1 hour and 5 minutes", 65),
        ("2 days", 2880),
        ("1 week", 10080),
        ("1,5h", 90),
    ],
)
def test_a_wait_is_read_as_people_type_it(typed: str, minutes: int | None) -> None:
    assert read_wait(typed) == minutes


@pytest.mark.parametrize("typed", ["soon", "5 apples", "-3"])
def test_what_is_no_wait_is_told(typed: str) -> None:
    with pytest.raises(Refusal, match="wait_not_read"):
        read_wait(typed)


@pytest.mark.parametrize(
    ("minutes", "said"),
    [
        (0, "at once"),
        (1, "1 minute"),
        (20, "20 minutes"),
        (90, "1 hour 30 minutes"),
        (1440, "1 day"),
        (2945, "2 days 1 hour"),
    ],
)
def test_a_wait_is_said_in_words(minutes: int, said: str) -> None:
    assert wait_words(minutes, words()) == said
