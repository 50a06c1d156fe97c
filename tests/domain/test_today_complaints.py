# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""Complaints on Today: each where its first day puts it, and what of them can wait."""

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

import pytest

from servicedesk.domain.calendars import WorkingCalendar
from servicedesk.domain.complaints import About, Dates, Dues, Serious, Stage, Track
from servicedesk.domain.complaints_assessing import quick_assessment
from servicedesk.domain.complaints_causes import Cause
from servicedesk.domain.complaints_file import PauseCard
from servicedesk.domain.complaints_next import next_due
from servicedesk.domain.complaints_putting_off import check_put_off
from servicedesk.domain.complaints_standing import Warned
from servicedesk.domain.complaints_timing import Clock
from servicedesk.domain.errors import Refusal
from servicedesk.domain.kinds import Kind
from servicedesk.domain.promises import Due
from servicedesk.domain.today import TodayGroup, cards_of
from servicedesk.domain.today_complaints import (
    AlikeCount,
    ComplaintDue,
    QuietFact,
    due_clock,
    law_days,
    with_alike,
)
from servicedesk.domain.today_rows import OpenItem, RowGroup, rows_of
from servicedesk.domain.today_rules import RULES
from tests.domain.complaints_made import ENG, FIRST, SOON, card, draft, dues, timing
from tests.domain.test_today import QUIET_SHOP, assert_spoken

TODAY = date(2026, 11, 24)
NOW = datetime(2026, 11, 24, 14, 10, tzinfo=UTC)
PLAIN = WorkingCalendar()
DAY = timedelta(days=1)


def complaint(id: int, day: date, **said: object) -> OpenItem:
    values: dict[str, object] = {
        "ref": f"C-2026-{id:04}",
        "clock": Clock.DECIDE,
        "stage": Stage.INVESTIGATING,
    }
    return OpenItem(
        kind=Kind.COMPLAINT,
        id=id,
        text="late",
        due=Due(day=day),
        complaint=ComplaintDue(**{**values, **said}),
    )


def groups(*items: OpenItem) -> dict[int, RowGroup]:
    return {row.item.id: row.group for row in rows_of(items, NOW, TODAY, PLAIN)}


def test_each_stands_where_the_first_thing_that_is_due_puts_it() -> None:
    found = groups(
        complaint(1, TODAY - DAY),
        complaint(2, TODAY),
        complaint(3, TODAY + 3 * DAY),
        complaint(4, TODAY + 9 * DAY),
        complaint(5, TODAY + 9 * DAY, stage=Stage.WAITING_OTHER),
        complaint(6, TODAY - DAY, stage=Stage.WAITING_OTHER),
    )
    assert found == {
        1: RowGroup.LATE,
        2: RowGroup.TODAY,
        3: RowGroup.COMING,
        5: RowGroup.WAITING,
        6: RowGroup.LATE,
    }


@pytest.mark.parametrize("clock", [Clock.REMIND, Clock.GO_ON, Clock.FOLLOW_UP])
def test_what_nobody_was_promised_is_never_late(clock: Clock) -> None:
    assert groups(complaint(1, TODAY - 5 * DAY, clock=clock)) == {1: RowGroup.TODAY}


def test_what_goes_first_is_always_shown_and_stands_at_the_head() -> None:
    first = complaint(1, TODAY + 30 * DAY, is_first=True)
    assert groups(first) == {1: RowGroup.COMING}
    aimed = complaint(2, TODAY + 9 * DAY, is_first=True, aim_on=TODAY)
    assert groups(aimed) == {2: RowGroup.TODAY}
    assert groups(complaint(3, TODAY + 9 * DAY, aim_on=TODAY)) == {}
    rows = rows_of([complaint(4, TODAY - 9 * DAY), replace(aimed, due=Due(day=TODAY - DAY))],
                   NOW, TODAY, PLAIN)  # fmt: skip
    assert [row.item.id for row in rows] == [2, 4]


def test_scenario_34_the_law_s_day_is_warned_of_long_before_it() -> None:
    received, last = date(2026, 11, 2), date(2026, 12, 1)
    told = law_days(Track.DATA_PROTECTION, received, last, is_told=False)
    assert told == (last, date(2026, 11, 22))
    near = complaint(1, TODAY + 8 * DAY, law_on=told[0], law_from=told[1])
    assert groups(near) == {1: RowGroup.TODAY}
    assert groups(complaint(2, TODAY + 8 * DAY, law_on=told[0], law_from=TODAY + DAY)) == {}
    for track, is_told in ((Track.ORDINARY, False), (Track.DATA_PROTECTION, True)):
        assert law_days(track, received, TODAY, is_told=is_told) == (None, None)


STAGES = [
    Stage.RECEIVED,
    Stage.ACKNOWLEDGED,
    Stage.INVESTIGATING,
    Stage.WAITING_CUSTOMER,
    Stage.WAITING_OTHER,
]
WAITS = PauseCard(id=1, complaint_id=1, from_on=date(2026, 9, 18))


@pytest.mark.parametrize("stage", STAGES)
@pytest.mark.parametrize("assessment", [SOON, FIRST])
@pytest.mark.parametrize("track", list(Track))
@pytest.mark.parametrize("is_told", [False, True])
@pytest.mark.parametrize("is_reminded", [False, True])
def test_what_is_due_is_what_the_rules_of_complaints_say(
    stage: Stage, assessment: object, track: Track, is_told: bool, is_reminded: bool
) -> None:
    pause = replace(WAITS, reminded_on=date(2026, 9, 25) if is_reminded else None)
    run = timing(
        assessment=assessment,
        track=track,
        stage=stage,
        dates=Dates(acknowledged_at=NOW if is_told else None),
        pauses=(pause,) if stage is Stage.WAITING_CUSTOMER else (),
    )
    found = dues(run, ENG)
    first = next_due(found, run, ENG)
    assert first is not None
    said = due_clock(stage, first.on, found, is_told=is_told, is_reminded=is_reminded)
    assert said is first.clock


def test_after_it_was_put_right_somebody_asks_how_it_went() -> None:
    found = Dues(acknowledge_on=TODAY, decide_on=TODAY, ceiling_on=TODAY)
    said = due_clock(Stage.RESOLVED, TODAY, found, is_told=True, is_reminded=False)
    assert said is Clock.FOLLOW_UP


def quiet(*facts: QuietFact) -> list[str]:
    found = cards_of(replace(QUIET_SHOP, quiet=facts), RULES)
    for one in found:
        assert_spoken(one)
    return [one.code for one in found if one.group is TodayGroup.QUIET]


@pytest.mark.parametrize(
    "code",
    [
        "complaint_no_contact", "complaint_finish", "complaint_no_cause",
        "behaviour_review",
    ],
)  # fmt: skip
def test_what_can_wait_is_one_card_for_each_sort(code: str) -> None:
    one = QuietFact(code=code, count=1, text="charge", ref="C-1", record_id=7, day=TODAY)
    assert quiet(one) == [code]
    assert quiet(replace(one, count=4)) == [f"{code}_many"]
    found = cards_of(replace(QUIET_SHOP, quiet=(one,)), RULES)[-1]
    (action,) = found.actions
    assert (action.room, action.item) == ("complaints", "7")


def test_three_alike_are_told_once() -> None:
    price = AlikeCount(about=About.PRICE, cause=None, count=2)
    slip = AlikeCount(about=About.PRICE, cause=Cause.SLIP, count=1)
    assert with_alike((), (price,)) == ()
    (fact,) = with_alike((), (price, slip))
    assert (fact.code, fact.count, fact.what) == ("alike_about", 3, About.PRICE)
    assert quiet(fact) == ["alike_about_many"]
    causes = [AlikeCount(about=about, cause=Cause.SLIP, count=1) for about in (None, *About)][:4]
    (fact,) = with_alike((), causes)
    assert (fact.code, fact.count, fact.what) == ("alike_cause", 4, Cause.SLIP)
    assert quiet(fact) == ["alike_cause_many"]
    one = QuietFact(code="action_due", count=1)
    assert len(with_alike((one,), (price, slip))) == 2


def refused(**said: object) -> str:
    about = card(**{"stage": Stage.INVESTIGATING, **said})
    with pytest.raises(Refusal) as raised:
        check_put_off(about, TODAY, TODAY)
    return raised.value.code


def test_only_what_can_wait_is_put_off_and_only_to_a_later_day() -> None:
    check_put_off(card(), TODAY + DAY, TODAY)
    assert refused() == "complaint_put_off_past"
    assert refused(assessment=FIRST) == "complaint_first_stays"
    assert refused(stage=Stage.CLOSED) == "complaint_has_ended"
    serious = quick_assessment(draft(serious=Serious.SERIOUS))
    assert refused(assessment=serious) == "complaint_first_stays"


def test_gap_4_other_days_that_come_near_are_told_on_the_row() -> None:
    """Half the time of the answer, and what comes on the next working day or is over."""
    days = {"begun_on": TODAY - 10 * DAY, "decide_on": TODAY + 6 * DAY, "clock": Clock.UPDATE}
    (half,) = rows_of([complaint(1, TODAY, **days)], NOW, TODAY, PLAIN)
    assert [(one.clock, one.warned) for one in half.near] == [(Clock.DECIDE, Warned.HALF)]
    near = {"decide_on": TODAY + DAY, "ceiling_on": TODAY - DAY, "clock": Clock.CEILING}
    (both,) = rows_of([complaint(1, TODAY - DAY, **near)], NOW, TODAY, PLAIN)
    assert [(one.clock, one.warned) for one in both.near] == [(Clock.DECIDE, Warned.DAY_BEFORE)]
    far = {"decide_on": TODAY + 9 * DAY, "ceiling_on": TODAY + 9 * DAY}
    (none,) = rows_of([complaint(1, TODAY, **far)], NOW, TODAY, PLAIN)
    assert none.near == ()
