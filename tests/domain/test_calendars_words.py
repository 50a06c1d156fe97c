# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""The answer to "why is it due then?" in words, part by part, and what calendars are told."""

from datetime import UTC, date, datetime
from decimal import Decimal

import pytest

from servicedesk.domain.calendars import LONDON, Closure, DayKind
from servicedesk.domain.calendars_counting import count_days, count_hours, count_months
from servicedesk.domain.calendars_files import DueEntry, entry_note, entry_title
from servicedesk.domain.calendars_segments import CountUnit, NamedCalendar, Pause
from servicedesk.domain.calendars_words import Telling, WhyLine, amount_words, why_words
from servicedesk.domain.promises import Due
from tests.domain.test_calendars import trader
from tests.helpers.builders import words

NAMES = {date(2026, 12, 25): "Christmas Day", date(2026, 12, 28): "Boxing Day"}
OFF = Closure(first=date(2026, 12, 29), last=date(2026, 12, 30))
SHOP = NamedCalendar(
    days=trader(closures=(OFF,)),
    holidays=NAMES,
    closures=((OFF, "stocktaking"),),
    known_up_to=date(2032, 12, 31),
)
TOLD = Telling(phrases=words(), day=lambda day: f"{day:%a} {day.day} {day:%b}", zone=LONDON)


def test_days_are_told_one_line_a_part() -> None:
    count = count_days(SHOP, date(2026, 12, 23), 2, DayKind.OPENING)
    told = why_words(count, None, TOLD)
    assert told.title == "Why Thu 31 Dec?"
    assert told.rule == "2 opening days from Wed 23 Dec. The day it began is not counted itself."
    assert [(line.when, line.words, line.amount) for line in told.lines] == [
        ("Thu 24 Dec", "open", "1 day"),
        ("Fri 25 Dec", "Christmas Day, bank holiday", ""),
        ("Sat 26 Dec to Sun 27 Dec", "not open on this day of the week", ""),
        ("Mon 28 Dec", "Boxing Day, bank holiday", ""),
        ("Tue 29 Dec to Wed 30 Dec", "closed: stocktaking", ""),
        ("Thu 31 Dec", "open", "1 day"),
    ]
    assert [line.counts for line in told.lines] == [True, False, False, False, False, True]
    assert (told.total, told.notes) == ("Makes 2 opening days.", ())


def test_hours_are_told_with_their_times() -> None:
    start = datetime(2026, 12, 24, 16, 30, tzinfo=UTC)
    told = why_words(count_hours(SHOP, start, 90), None, TOLD)
    assert told.title == "Why Thu 31 Dec, 10.00?"
    assert told.rule == "1 hour 30 minutes from Thu 24 Dec, 16.30."
    assert told.lines[0] == WhyLine(
        when="Thu 24 Dec, 16.30 to 17.00", words="open", amount="30 minutes", counts=True
    )
    assert told.lines[-1].amount == "1 hour"
    assert told.total == "Makes 1 hour 30 minutes."


def test_months_and_pauses_are_told() -> None:
    bare = Pause(after=date(2026, 9, 20), until=date(2026, 9, 21))
    named = Pause(after=date(2026, 9, 10), until=date(2026, 9, 17), name="proof of name")
    told = why_words(count_months(SHOP, date(2026, 9, 3), 1, [bare, named]), None, TOLD)
    assert told.rule.startswith("1 month from Thu 3 Sep:")
    assert [line.words for line in told.lines] == [
        "by the calendar",
        "waiting for proof of name, the count stood still",
        "waiting, the count stood still",
    ]
    assert told.lines[0].amount == "1 month"


def test_a_day_that_was_moved_or_is_past_what_is_known_is_said_to_be() -> None:
    known = NamedCalendar(days=trader(), known_up_to=date(2026, 9, 15))
    count = count_days(known, date(2026, 9, 14), 2, DayKind.WORKING)
    at_noon = datetime(2026, 9, 18, 11, tzinfo=UTC)
    told = why_words(count, Due(day=date(2026, 9, 18), at=at_noon), TOLD)
    assert told.title == "Why Fri 18 Sep, 12.00?"
    assert told.notes[0].startswith("By the count it would be Wed 16 Sep.")
    assert told.notes[1].startswith("Bank holidays are known up to Tue 15 Sep.")
    hours = count_hours(known, at_noon, 60)
    assert why_words(hours, Due(day=hours.end, at=at_noon), TOLD).notes
    assert not why_words(hours, Due(day=hours.end, at=hours.ends), TOLD).notes[:-1]
    same = why_words(count, Due(day=count.end, at=datetime(2026, 9, 16, 16, tzinfo=UTC)), TOLD)
    assert len(same.notes) == 1


@pytest.mark.parametrize(
    ("amount", "unit", "said"),
    [
        (0, CountUnit.HOUR, "0 minutes"),
        (120, CountUnit.HOUR, "2 hours"),
        (1, CountUnit.WORKING, "1 working day"),
        (10, CountUnit.CALENDAR, "10 days"),
        (3, CountUnit.MONTH, "3 months"),
    ],
)
def test_amounts_have_their_unit(amount: int, unit: CountUnit, said: str) -> None:
    assert amount_words(amount, unit, TOLD) == said


def test_every_reason_has_its_words() -> None:
    phrases = words()
    for unit in CountUnit:
        assert phrases.say(f"calendar.why.counted.{unit.value}")
        assert phrases.count(f"calendar.why.amount.{unit.value}", Decimal(2))


def test_what_calendars_are_told() -> None:
    entry = DueEntry(
        ref="P-2026-0014",
        text="ring back",
        customer_name="Mrs Patel",
        job_ref="J-1",
        due=Due(day=date(2026, 9, 18)),
        moves=0,
    )
    assert entry_title(entry, words()) == "Ring back: Mrs Patel"
    assert entry_note(entry, words()) == "Promise P-2026-0014, job J-1"
