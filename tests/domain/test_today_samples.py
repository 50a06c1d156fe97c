# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""Sample weeks on Today: to key in, to plan, or nothing; always in the quiet corner."""

from dataclasses import replace
from datetime import date

from servicedesk.domain.samples import SampleSeen
from servicedesk.domain.today import TodayGroup
from servicedesk.domain.today_samples import sample_cards
from tests.domain.test_today import NOTHING

TODAY = NOTHING.today
ASKED = date(TODAY.year - 1, 1, 1)


def cards(**said: object) -> list[object]:
    return list(sample_cards(replace(NOTHING, samples=SampleSeen(**said))))


def test_nothing_is_said_while_nothing_is_due() -> None:
    assert cards() == []
    assert cards(asked_since=TODAY) == []
    assert cards(asked_since=ASKED, newest_last=TODAY) == []


def test_a_week_is_to_be_planned_once_it_is_due() -> None:
    (card,) = cards(asked_since=ASKED)
    assert (card.code, card.group) == ("sample_plan", TodayGroup.QUIET)
    assert card.values == {"day": date(ASKED.year, 2, 1)}
    (action,) = card.actions
    assert (action.room, action.part, action.item) == ("measures", "samples", "add")


def test_a_week_that_is_over_is_keyed_in_first() -> None:
    first, last = date(ASKED.year, 3, 1), date(ASKED.year, 3, 6)
    (card,) = cards(asked_since=ASKED, newest_last=last, to_key_in=(7, first, last))
    assert card.code == "sample_key_in"
    assert card.values == {"first": first, "last": last}
    assert card.actions[0].item == "7"


def test_a_week_that_is_being_counted_is_left_alone() -> None:
    assert cards(asked_since=ASKED, newest_last=TODAY, to_key_in=(7, TODAY, TODAY)) == []
