# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""Rules of the register of actions: lateness, the order of days, what a next one begins with."""

from dataclasses import replace
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from servicedesk.domain.actions import (
    CHECK_AFTER,
    ActionCard,
    ActionDraft,
    ActionKind,
    ActionSource,
    ActionState,
    state_of,
)
from servicedesk.domain.actions_rules import (
    SOON,
    ActionChip,
    ActionCounts,
    ActionLine,
    Origin,
    changed_action,
    counted,
    done_action,
    fits,
    follow_up,
    in_order,
    is_due_soon,
    is_late,
    is_to_check,
    looked_at_action,
    origin_of,
    undone_action,
)
from servicedesk.domain.complaints_causes import Cause
from servicedesk.domain.errors import Refusal

TODAY = date(2026, 11, 23)
DAY = timedelta(days=1)
DAYS = st.integers(-400, 400).map(lambda many: TODAY + many * DAY)
PAST = st.integers(0, 400).map(lambda many: TODAY - many * DAY)


def action(number: int = 1, **said: object) -> ActionCard:
    return ActionCard(id=number, complaint_id=None, draft=ActionDraft(text="Look", **said))


def done(on: date = TODAY) -> ActionCard:
    return done_action(action(), on, "", TODAY)


def refused(way: object, *words: object) -> tuple[str, str | None]:
    with pytest.raises(Refusal) as found:
        way(*words)
    return found.value.code, found.value.field


def test_an_action_is_late_the_day_after_it_was_due() -> None:
    assert not is_late(action(due=TODAY), TODAY)
    assert is_late(action(due=TODAY - DAY), TODAY)
    assert not is_late(action(), TODAY)
    assert not is_late(action(due=TODAY - DAY, done_on=TODAY), TODAY)


def test_it_is_due_soon_from_today_to_a_week_ahead() -> None:
    last = TODAY + SOON
    days = (TODAY - DAY, TODAY, last, last + DAY)
    assert [is_due_soon(action(due=day), TODAY) for day in days] == [False, True, True, False]
    assert not is_due_soon(action(), TODAY)
    assert not is_due_soon(action(due=TODAY, done_on=TODAY), TODAY)


def test_whether_it_works_is_asked_on_the_ninetieth_day() -> None:
    first = TODAY - CHECK_AFTER
    assert is_to_check(done(first), TODAY)
    assert not is_to_check(done(first + DAY), TODAY)
    assert not is_to_check(action(), TODAY)
    assert not is_to_check(replace(done(first), check_on=None), TODAY)
    assert not is_to_check(replace(done(first), checked_on=TODAY), TODAY)
    assert not is_to_check(looked_at_action(done(first), TODAY, True, "", TODAY), TODAY)


def test_a_chip_shows_its_own_and_all_shows_all() -> None:
    cards = (
        action(1, due=TODAY - DAY),
        action(2, due=TODAY),
        done(TODAY - CHECK_AFTER),
        looked_at_action(done(), TODAY, False, "", TODAY),
    )
    shown = {chip: [fits(one, chip, TODAY) for one in cards] for chip in ActionChip}
    assert shown == {
        ActionChip.OPEN: [True, True, False, False],
        ActionChip.LATE: [True, False, False, False],
        ActionChip.TO_CHECK: [False, False, True, False],
        ActionChip.DONE: [False, False, True, True],
        ActionChip.ALL: [True] * 4,
    }
    assert counted(cards, TODAY) == ActionCounts(
        still_open=2, late=1, due_soon=1, to_check=1, done=2
    )
    assert counted((), TODAY) == ActionCounts()


def test_open_ones_come_first_by_their_day_then_done_ones_the_newest_first() -> None:
    cards = (
        action(1, done_on=TODAY - DAY),
        action(2),
        action(3, due=TODAY),
        action(4, due=TODAY - DAY),
        action(5, done_on=TODAY),
    )
    read = in_order(ActionLine(card=one) for one in cards)
    assert [line.card.id for line in read] == [4, 3, 2, 5, 1]


def test_what_was_done_has_its_day_what_shows_it_and_a_day_to_look() -> None:
    card = done_action(action(evidence="old"), TODAY - DAY, "  a photo ", TODAY)
    assert (card.draft.done_on, card.draft.evidence) == (TODAY - DAY, "a photo")
    assert card.check_on == TODAY - DAY + CHECK_AFTER
    assert state_of(card) is ActionState.DONE


def test_nothing_is_done_on_a_day_to_come_or_in_another_age() -> None:
    ahead = refused(done_action, action(), TODAY + DAY, "", TODAY)
    assert ahead == ("action_done_ahead", "on")
    long_ago = refused(done_action, action(), date(1800, 1, 1), "", TODAY)
    assert long_ago == ("complaint_day_far", "on")


def test_nothing_is_looked_at_before_it_is_done_or_on_a_day_to_come() -> None:
    early = refused(looked_at_action, done(), TODAY - DAY, True, "", TODAY)
    assert early == ("action_checked_early", "on")
    ahead = refused(looked_at_action, done(), TODAY + DAY, True, "", TODAY)
    assert ahead == ("complaint_step_ahead", "on")
    assert refused(looked_at_action, action(), TODAY, True, "", TODAY) == (
        "action_not_done",
        "works",
    )


def test_the_day_it_was_done_cannot_pass_the_day_it_was_looked_at() -> None:
    seen = looked_at_action(done(TODAY - 9 * DAY), TODAY - 5 * DAY, True, " none since ", TODAY)
    assert (seen.works, seen.check_note) == (True, "none since")
    assert state_of(seen) is ActionState.CHECKED
    late = TODAY - 4 * DAY
    assert refused(done_action, seen, late, "", TODAY) == ("action_done_after_check", "on")
    moved = replace(seen.draft, done_on=late)
    said = refused(changed_action, seen, moved, TODAY)
    assert said == ("action_done_after_check", "done_on")
    same = changed_action(seen, replace(seen.draft, done_on=TODAY - 5 * DAY, text="Other"), TODAY)
    assert (same.works, same.draft.text) == (True, "Other")
    assert same.check_on == TODAY - 5 * DAY + CHECK_AFTER


def test_what_is_not_done_after_all_is_not_looked_at_either() -> None:
    seen = looked_at_action(
        done_action(action(), TODAY, "a photo", TODAY), TODAY, False, "x", TODAY
    )
    bare = action(evidence="a photo")
    assert undone_action(seen) == bare
    assert changed_action(seen, replace(seen.draft, done_on=None), TODAY) == bare


def test_a_changed_action_needs_words() -> None:
    said = refused(changed_action, action(), ActionDraft(text="\u200b "), TODAY)
    assert said == ("action_needs_text", "text")


@given(done_on=PAST, look_on=DAYS, again_on=PAST)
def test_days_are_never_out_of_order(done_on: date, look_on: date, again_on: date) -> None:
    card = done(done_on)
    steps = (
        lambda one: looked_at_action(one, look_on, True, "", TODAY),
        lambda one: done_action(one, again_on, "", TODAY),
        lambda one: changed_action(one, replace(one.draft, done_on=again_on), TODAY),
    )
    for step in steps:
        try:
            card = step(card)
        except Refusal:
            continue
    assert card.draft.done_on is not None
    assert card.draft.done_on <= TODAY
    assert card.check_on == card.draft.done_on + CHECK_AFTER
    assert card.checked_on is None or card.draft.done_on <= card.checked_on <= TODAY


@given(due=st.none() | DAYS, done_on=st.none() | PAST)
def test_an_action_is_open_or_done_and_late_only_while_open(
    due: date | None, done_on: date | None
) -> None:
    card = action(due=due, done_on=done_on)
    assert fits(card, ActionChip.OPEN, TODAY) is not fits(card, ActionChip.DONE, TODAY)
    if is_late(card, TODAY):
        assert fits(card, ActionChip.OPEN, TODAY)
        assert not is_due_soon(card, TODAY)


def test_a_next_one_is_for_the_same_cause_from_the_same_place() -> None:
    first = action(
        owner="Ruth",
        due=TODAY,
        done_on=TODAY,
        cause=Cause.HAND_OVER,
        cost_pence=500,
        source=ActionSource.SELF_CHECK,
        source_key="6.1b",
        source_id=3,
        evidence="a photo",
    )
    assert follow_up(first) == ActionDraft(
        kind=ActionKind.CORRECTIVE,
        owner="Ruth",
        cause=Cause.HAND_OVER,
        source=ActionSource.SELF_CHECK,
        source_key="6.1b",
        source_id=3,
    )


def test_every_source_with_a_record_leads_to_it() -> None:
    led = {one: origin_of(action(source=one, source_id=7)) for one in ActionSource}
    assert led == {
        ActionSource.COMPLAINT: None,
        ActionSource.SELF_CHECK: Origin(room="improve", part="check", item="result/7"),
        ActionSource.FEEDBACK: Origin(room="feedback", item="7"),
        ActionSource.REVIEW: Origin(room="improve", part="reviews", item="7"),
        ActionSource.FAIRNESS: Origin(room="improve", part="fairness", item="check/7"),
        ActionSource.STAFF: Origin(room="improve", part="staff", item="note/7"),
        ActionSource.WALK: Origin(room="measures", part="walks", item="7"),
        ActionSource.IDEA: Origin(room="improve", part="ideas", item="7"),
        ActionSource.OWN: None,
    }
    assert origin_of(action(source=ActionSource.IDEA)) is None
    complaint = ActionCard(id=1, complaint_id=4, draft=ActionDraft(text="Look"))
    assert origin_of(complaint) == Origin(room="complaints", item="4")
