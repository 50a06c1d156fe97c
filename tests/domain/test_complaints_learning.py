# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""What is learnt from complaints: causes and whys, actions, behaviour, what is alike."""

from datetime import date, timedelta

import pytest

from servicedesk.domain.actions import ActionDraft, check_day, checked_action
from servicedesk.domain.complaints import About
from servicedesk.domain.complaints_causes import Cause, Learning
from servicedesk.domain.complaints_file import BehaviourDraft
from servicedesk.domain.complaints_learning import (
    alike,
    checked_behaviour,
    checked_learning,
    effect,
)
from servicedesk.domain.errors import Refusal

TODAY = date(2026, 9, 30)
AHEAD = date(2026, 10, 1)
BEFORE = date(2026, 9, 29)


def test_causes_are_three_at_most_and_named_once() -> None:
    twice = Learning(causes=(Cause.SLIP, Cause.SLIP, Cause.SKILL))
    assert checked_learning(twice).causes == (Cause.SLIP, Cause.SKILL)
    with pytest.raises(Refusal, match="too_many_causes"):
        checked_learning(Learning(causes=tuple(Cause)[:4]))


def test_whys_are_tidied_and_five_at_most() -> None:
    said = Learning(whys=(" because ", "", "rain", "  ", ""), lessons=" look ")
    tidy = checked_learning(said)
    assert tidy.whys == ("because", "", "rain")
    assert tidy.lessons == "look"
    with pytest.raises(Refusal, match="too_many_whys"):
        checked_learning(Learning(whys=("x",) * 6))
    with pytest.raises(Refusal, match="text_too_long"):
        checked_learning(Learning(whys=("x" * 600,)))


def test_an_action_is_looked_at_ninety_days_after_it_was_done() -> None:
    done = checked_action(ActionDraft(text=" Label it ", owner=" Tom ", done_on=TODAY), TODAY)
    assert (done.text, done.owner) == ("Label it", "Tom")
    assert check_day(done) == date(2026, 12, 29)
    assert check_day(ActionDraft(text="x")) is None
    for wrong, code in (
        (ActionDraft(text=" "), "action_needs_text"),
        (ActionDraft(text="x", done_on=AHEAD), "complaint_step_ahead"),
        (ActionDraft(text="x", cost_pence=-5), "complaint_amount_below"),
    ):
        with pytest.raises(Refusal, match=code):
            checked_action(wrong, TODAY)


def test_limits_are_looked_at_again_three_months_after_a_warning() -> None:
    warned = BehaviourDraft(on=TODAY, text=" Shouted ", limits=" letters only ", warned_on=TODAY)
    tidy = checked_behaviour(warned, TODAY)
    assert (tidy.text, tidy.limits) == ("Shouted", "letters only")
    assert tidy.review_on == date(2026, 12, 30)
    noted = BehaviourDraft(on=TODAY, text="Shouted")
    assert checked_behaviour(noted, TODAY).review_on is None
    named = BehaviourDraft(on=TODAY, text="x", warned_on=TODAY, review_on=AHEAD)
    assert checked_behaviour(named, TODAY).review_on == AHEAD
    for wrong, code in (
        (BehaviourDraft(on=TODAY, text=" "), "behaviour_needs_text"),
        (BehaviourDraft(on=AHEAD, text="x"), "complaint_step_ahead"),
        (BehaviourDraft(on=TODAY, text="x", ended_on=AHEAD), "complaint_step_ahead"),
        (BehaviourDraft(on=TODAY, text="x", warned_on=BEFORE), "behaviour_day_before"),
        (BehaviourDraft(on=date(1926, 9, 30), text="x"), "complaint_day_far"),
        (BehaviourDraft(on=TODAY, text="x", review_on=date(2126, 9, 30)), "complaint_day_off"),
    ):
        with pytest.raises(Refusal, match=code):
            checked_behaviour(wrong, TODAY)


def test_three_alike_are_worth_a_word_the_most_frequent_first() -> None:
    abouts = [About.PRICE] * 3 + [About.STAFF] * 2 + [None]
    causes = [Cause.SLIP] * 4 + [None, None]
    found = [(one.about, one.cause, one.count) for one in alike(abouts, causes)]
    assert found == [(None, Cause.SLIP, 4), (About.PRICE, None, 3)]
    assert alike([], []) == ()


def test_a_cause_is_counted_before_and_after_something_was_done() -> None:
    done = date(2026, 6, 1)
    came = [
        done - timedelta(days=91),
        done - timedelta(days=90),
        done - timedelta(days=1),
        done,
        done + timedelta(days=89),
        done + timedelta(days=90),
    ]
    late = effect(Cause.SLIP, done, done + timedelta(days=200), came)
    assert (late.before, late.after, late.days) == (2, 2, 90)
    early = effect(Cause.SLIP, done, done, came)
    assert (early.before, early.after, early.days) == (2, 1, 1)
