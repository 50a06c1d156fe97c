# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""Entries of the timeline: each sort in its own words, with the chip that fits the day."""

from dataclasses import replace
from datetime import UTC, date, datetime

import pytest

from servicedesk.domain.calendars import WorkingCalendar
from servicedesk.domain.customers import Channel
from servicedesk.domain.hours import MONDAY_TO_FRIDAY
from servicedesk.domain.kinds import Kind
from servicedesk.domain.timeline import TimelineChip, TimelineEntry, TimelinePlace, TimelineRow
from servicedesk.domain.timeline_words import Telling, entry_of
from tests.helpers.builders import words

TELLING = Telling(
    phrases=words(),
    calendar=WorkingCalendar(bank_holidays=frozenset(), hours=MONDAY_TO_FRIDAY),
    now=datetime(2026, 9, 14, 11, tzinfo=UTC),
    today=date(2026, 9, 14),
)
"""Monday noon."""


def row(part: TimelineChip, key: str = "2026-09-14~", **said: object) -> TimelineRow:
    return TimelineRow(place=TimelinePlace(key=key, part=part.value, id=7), **said)


def told(part: TimelineChip, key: str = "2026-09-14~", **said: object) -> TimelineEntry:
    return entry_of(row(part, key, **said), TELLING)


PROMISE = row(
    TimelineChip.PROMISES,
    text="ring back about the saw",
    who="Tom",
    channel=Channel.COUNTER,
    last="2026-09-14",
)


def test_a_promise_says_what_who_and_how() -> None:
    entry = entry_of(PROMISE, TELLING)
    assert (entry.kind, entry.id, entry.day) == (Kind.PROMISE, 7, date(2026, 9, 14))
    assert entry.title == "Promise: ring back about the saw"
    assert entry.detail == "by Tom · at the counter"
    assert (entry.chip_text, entry.tone) == ("due today", "due")


@pytest.mark.parametrize(
    ("due", "chip", "tone"),
    [
        ("2026-09-10", "late by 2 working days", "late"),
        ("2026-09-11", "late by 1 working day", "late"),
        ("2026-09-15", "due in 1 opening day", "due"),
        ("2026-09-17", "due in 3 opening days", "due"),
        ("2026-09-18", "due in 4 opening days", "quiet"),
    ],
)
def test_an_open_promise_says_how_far_off_it_is(due: str, chip: str, tone: str) -> None:
    entry = entry_of(replace(PROMISE, last=due), TELLING)
    assert (entry.chip_text, entry.tone) == (chip, tone)


def test_a_minute_that_has_passed_is_late() -> None:
    at = datetime(2026, 9, 14, 9, tzinfo=UTC)
    entry = entry_of(replace(PROMISE, at=at), TELLING)
    assert (entry.chip_text, entry.tone) == ("past its day", "late")
    later = entry_of(replace(PROMISE, at=at.replace(hour=16)), TELLING)
    assert later.chip_text == "due today"


def test_a_day_before_the_next_working_day_is_near() -> None:
    saturday = replace(TELLING, today=date(2026, 9, 12))
    entry = entry_of(replace(PROMISE, last="2026-09-13"), saturday)
    assert entry.chip_text == "due before you open again"


@pytest.mark.parametrize(
    ("code", "title", "tone"),
    [
        ("kept", "Promise kept", "ok"),
        ("late", "Promise done late", "due"),
        ("broken", "Promise not kept", "late"),
        ("released", "Promise no longer wanted", "quiet"),
    ],
)
def test_a_promise_that_ended_says_how(code: str, title: str, tone: str) -> None:
    entry = told(TimelineChip.PROMISES, text="x", code=code, other="the supplier", flag=True)
    assert (entry.title, entry.tone) == (f"{title}: x", tone)
    assert entry.chip_text
    assert entry.detail == "the day was moved by agreement"


def test_what_an_open_promise_waits_for_is_told() -> None:
    entry = entry_of(replace(PROMISE, other="the supplier"), TELLING)
    assert entry.detail.endswith("waiting for the supplier")


CONTACT = row(
    TimelineChip.CONTACTS,
    "2026-07-01T23:30:00.000000Z",
    text="about the saw",
    channel=Channel.PHONE,
    who="Tom",
    at=datetime(2026, 7, 1, 23, 30, tzinfo=UTC),
    flag=True,
)


def test_a_contact_stands_under_the_day_of_the_shop() -> None:
    entry = entry_of(CONTACT, TELLING)
    assert (entry.day, entry.at) == (date(2026, 7, 2), CONTACT.at)
    assert (entry.title, entry.detail) == ("about the saw", "They rang · by Tom")
    assert entry.chip_text == ""


@pytest.mark.parametrize(
    ("said", "chip", "tone"),
    [
        ({"other": "1"}, "sorted there and then", "ok"),
        ({"first_on": date(2026, 9, 16)}, "waits for an answer", "due"),
        ({"first_on": date(2026, 9, 11)}, "still waits for an answer", "late"),
        ({"first_on": date(2026, 9, 11), "last": "2026-09-12"}, "answered", "ok"),
    ],
)
def test_an_enquiry_says_whether_it_waits(said: dict[str, object], chip: str, tone: str) -> None:
    entry = entry_of(replace(CONTACT, **said), TELLING)
    assert (entry.chip_text, entry.tone) == (chip, tone)


COMPLAINT = row(
    TimelineChip.COMPLAINTS,
    text="the saw stopped",
    code="investigating",
    channel=Channel.EMAIL,
    last="2026-09-21",
    other="C-2026-0003",
)


def test_a_complaint_says_where_it_stands_and_by_when() -> None:
    entry = entry_of(COMPLAINT, TELLING)
    assert (entry.kind, entry.title) == (Kind.COMPLAINT, "Complaint: the saw stopped")
    assert entry.detail == "C-2026-0003 · by e-mail · 5 working days left"
    assert (entry.chip_text, entry.tone) == ("Looking into it", "quiet")
    short = entry_of(replace(COMPLAINT, text="", who="price", channel=None, flag=True), TELLING)
    assert short.title == "Complaint: Price or bill"
    assert short.detail == "C-2026-0003 · serious · 5 working days left"


@pytest.mark.parametrize(
    ("said", "tone", "detail"),
    [
        ({"last": "2026-09-10"}, "late", "late by 2 working days"),
        ({"last": "2026-09-14"}, "due", "due today"),
        ({"code": "waiting_customer", "last": "2026-09-10"}, "quiet", "by e-mail"),
        ({"code": "resolved", "first_on": date(2026, 9, 11)}, "ok", "answered in time"),
        (
            {"code": "decided", "first_on": date(2026, 9, 11), "last": "2026-09-10"},
            "due",
            "answered 1 working day late",
        ),
        ({"code": "external", "first_on": date(2026, 9, 11)}, "quiet", "answered in time"),
        ({"code": "withdrawn"}, "quiet", "by e-mail"),
    ],
)
def test_a_complaint_has_the_tone_of_its_answer(
    said: dict[str, object], tone: str, detail: str
) -> None:
    entry = entry_of(replace(COMPLAINT, **said), TELLING)
    assert entry.tone == tone
    assert entry.detail.endswith(detail)


def test_in_a_business_of_one_nobody_is_named() -> None:
    assert entry_of(replace(CONTACT, who="owner"), TELLING).detail == "They rang"
    assert entry_of(replace(PROMISE, who="owner"), TELLING).detail == "at the counter"


@pytest.mark.parametrize(("minutes", "said"), [(0, "answered at once"), (90, "answered in 1 hour")])
def test_a_wait_is_told(minutes: int, said: str) -> None:
    assert said in entry_of(replace(CONTACT, number=minutes), TELLING).detail


@pytest.mark.parametrize("channel", list(Channel))
@pytest.mark.parametrize("is_in", [True, False])
def test_a_contact_without_words_says_how_it_came(channel: Channel, is_in: bool) -> None:
    entry = entry_of(replace(CONTACT, text="", channel=channel, flag=is_in, who=""), TELLING)
    assert entry.title
    assert entry.detail == ""


def test_letters_visits_and_files_are_told() -> None:
    letter = told(TimelineChip.LETTERS, text="Your quote", other="L-2026-0003", who="Ruth")
    assert letter.title == "Letter: Your quote"
    assert letter.detail == "number L-2026-0003 · signed by Ruth"
    assert told(TimelineChip.LETTERS, text="Plain").detail == ""
    visit = told(TimelineChip.VISITS)
    assert (visit.title, visit.detail) == ("Was in", "")
    assert told(TimelineChip.VISITS, flag=True).detail == "bought something else as well"
    file = told(TimelineChip.FILES, text="hinge.jpg", number=120_000)
    assert (file.kind, file.title, file.detail) == (Kind.ATTACHMENT, "File: hinge.jpg", "120 kB")


def test_feedback_says_what_it_is_its_marks_and_what_became_of_it() -> None:
    came = {"code": "answer", "other": "F-2026-0007", "number": 2}
    entry = told(
        TimelineChip.FEEDBACK,
        text="the queue",
        channel=Channel.PHONE,
        last="follow_up",
        first_on=date(2026, 9, 11),
        **came,
    )
    assert entry.title == "Answer to our question: the queue"
    assert entry.detail == "F-2026-0007 · satisfied: 2 of 5 · by phone"
    assert (entry.chip_text, entry.tone) == ("to follow up", "late")
    entry = told(TimelineChip.FEEDBACK, **came)
    assert entry.title == "Answer to our question: marks without words"
    assert entry.detail == "F-2026-0007 · satisfied: 2 of 5"
    assert entry.chip_text == ""
