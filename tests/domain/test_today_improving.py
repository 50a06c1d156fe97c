# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""Getting better, on Today: begun, due, offered; all of it in the quiet corner and with words."""

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

import pytest

from servicedesk.domain.calendars import WorkingCalendar
from servicedesk.domain.checks import Bank
from servicedesk.domain.kinds import Kind
from servicedesk.domain.promises import Due
from servicedesk.domain.routines import OFFER_AFTER, BegunCheck, Routine, RoutinesSeen
from servicedesk.domain.today import TodayCard, TodayGroup
from servicedesk.domain.today_complaints import QuietFact
from servicedesk.domain.today_rows import OpenItem, RowGroup, rows_of
from servicedesk.domain.today_rules import RULES
from tests.domain.test_today import QUIET_SHOP, assert_spoken
from tests.domain.test_today import cards as all_cards

TODAY = QUIET_SHOP.today
OLD = TODAY - OFFER_AFTER


def cards(*facts: QuietFact, **said: object) -> list[TodayCard]:
    """What is told beside the charter of a quiet shop."""
    seen = replace(QUIET_SHOP, routines=RoutinesSeen(**said), quiet=facts)
    found = [card for card in all_cards(seen) if card.code != "charter_published"]
    for card in found:
        assert_spoken(card)
        assert (card.group, card.tone) == (TodayGroup.QUIET, "quiet")
    return found


def place(card: TodayCard) -> tuple[str, str, str]:
    (action,) = card.actions
    return action.room, action.part, action.item


def test_nothing_is_said_while_nothing_is_due() -> None:
    assert RULES
    assert cards() == []
    assert cards(published_on=TODAY) == []


@pytest.mark.parametrize(
    ("routine", "where"),
    [
        (Routine.SELF_CHECK, ("improve", "check", "")),
        (Routine.REVIEW, ("improve", "reviews", "")),
        (Routine.SECURITY, ("improve", "check", "security")),
        (Routine.CHARTER_CHECK, ("measures", "checks", "")),
        (Routine.FAIRNESS, ("improve", "fairness", "")),
    ],
)
def test_what_was_done_long_ago_is_due_again(routine: Routine, where: tuple[str, str, str]) -> None:
    ago = date(TODAY.year - 1, TODAY.month, TODAY.day)
    (card,) = cards(last={routine: ago})
    assert (card.code, card.values) == (f"{routine.value}_due", {"last": ago})
    assert place(card) == where
    assert cards(last={routine: TODAY}) == []


def test_it_is_due_on_its_very_day() -> None:
    ago = date(TODAY.year - 1, TODAY.month, TODAY.day)
    assert cards(last={Routine.SELF_CHECK: ago + timedelta(days=1)}) == []


@pytest.mark.parametrize("bank", Bank)
def test_a_check_that_was_begun_goes_on(bank: Bank) -> None:
    begun = BegunCheck(bank=bank, started_on=OLD, answered=3, asked=12)
    (card,) = cards(published_on=OLD, checks=(begun,))
    assert card.code == "check_going"
    assert card.values == {"bank": bank, "answered": 3, "asked": 12, "day": OLD}
    assert place(card) == ("improve", "check", bank.value)


@pytest.mark.parametrize("routine", [Routine.REVIEW, Routine.CHARTER_CHECK, Routine.FAIRNESS])
def test_what_was_begun_is_not_due_as_well(routine: Routine) -> None:
    ago = date(TODAY.year - 2, 1, 1)
    (card,) = cards(last={routine: ago}, going=frozenset({routine}))
    assert card.code == f"{routine.value}_going"


def test_a_check_that_goes_on_is_told_once() -> None:
    begun = BegunCheck(bank=Bank.SELF_CHECK, started_on=OLD, answered=3, asked=12)
    going = frozenset({Routine.SELF_CHECK})
    last = {Routine.SELF_CHECK: date(TODAY.year - 2, 1, 1)}
    (card,) = cards(last=last, going=going, checks=(begun,))
    assert card.code == "check_going"


def test_one_thing_is_offered_at_a_time() -> None:
    for done in range(len(Routine)):
        last = dict.fromkeys(list(Routine)[:done], TODAY - timedelta(days=40))
        (card,) = cards(published_on=OLD, last=last)
        assert card.code == f"{list(Routine)[done].value}_offer"


@pytest.mark.parametrize(("code", "part"), [("skill_renew", "staff"), ("idea_try", "ideas")])
def test_trainings_and_ideas_lead_to_the_first_or_to_the_page(code: str, part: str) -> None:
    one = QuietFact(code=code, count=1, text="First aid (Tom)", record_id=4, day=TODAY)
    (card,) = cards(one)
    assert card.code == code
    assert place(card) == ("improve", part, "4")
    (many,) = cards(replace(one, count=3))
    assert many.code == f"{code}_many"
    assert place(many) == ("improve", part, "")
    assert cards(replace(one, day=None)) == []


@pytest.mark.parametrize(
    ("days", "is_check", "group"),
    [
        (-1, False, RowGroup.LATE),
        (0, False, RowGroup.TODAY),
        (1, False, RowGroup.COMING),
        (30, False, None),
        (-30, True, RowGroup.TODAY),
        (0, True, RowGroup.TODAY),
        (1, True, None),
    ],
)
def test_an_action_is_late_but_a_look_whether_it_works_never_is(
    days: int, is_check: bool, group: RowGroup | None
) -> None:
    item = OpenItem(
        kind=Kind.ACTION,
        id=1,
        text="Charge saws",
        due=Due(day=TODAY + timedelta(days=days)),
        is_check=is_check,
    )
    now = datetime(TODAY.year, TODAY.month, TODAY.day, 12, tzinfo=UTC)
    rows = rows_of([item], now, TODAY, WorkingCalendar())
    assert [row.group for row in rows] == ([] if group is None else [group])
