# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""Routines: when each is due again, and which one is offered to a shop that never did it."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from servicedesk.domain.checks import Bank
from servicedesk.domain.routines import (
    MONTHS,
    OFFER_AFTER,
    OFFER_GAP,
    BegunCheck,
    Routine,
    RoutinesSeen,
    routine_due,
    routine_offered,
)

TODAY = date(2026, 11, 24)
OLD = TODAY - OFFER_AFTER
BEGUN = BegunCheck(bank=Bank.COMPLAINTS, started_on=TODAY, answered=1, asked=12)


@pytest.mark.parametrize(
    ("routine", "due"),
    [
        (Routine.SELF_CHECK, date(2027, 8, 31)),
        (Routine.REVIEW, date(2027, 2, 28)),
        (Routine.SECURITY, date(2027, 8, 31)),
        (Routine.CHARTER_CHECK, date(2027, 8, 31)),
        (Routine.FAIRNESS, date(2027, 2, 28)),
    ],
)
def test_it_is_due_again_after_its_months(routine: Routine, due: date) -> None:
    assert routine_due(routine, RoutinesSeen(last={routine: date(2026, 8, 31)})) == due
    assert routine_due(routine, RoutinesSeen()) is None


def test_the_day_chosen_at_the_last_review_goes_first() -> None:
    last = {Routine.REVIEW: date(2026, 1, 5), Routine.FAIRNESS: date(2026, 1, 5)}
    chosen = RoutinesSeen(last=last, review_next=date(2026, 4, 1))
    assert routine_due(Routine.REVIEW, chosen) == date(2026, 4, 1)
    assert routine_due(Routine.FAIRNESS, chosen) == date(2026, 7, 5)
    passed = RoutinesSeen(last=last, review_next=date(2026, 1, 5))
    assert routine_due(Routine.REVIEW, passed) == date(2026, 7, 5)


def test_a_new_shop_is_offered_nothing() -> None:
    assert routine_offered(RoutinesSeen(), TODAY) is None
    young = RoutinesSeen(published_on=OLD + timedelta(days=1))
    assert routine_offered(young, TODAY) is None
    assert routine_offered(RoutinesSeen(published_on=OLD), TODAY) is Routine.SELF_CHECK


def test_nothing_is_offered_while_something_is_begun() -> None:
    review = RoutinesSeen(published_on=OLD, going=frozenset({Routine.REVIEW}))
    assert routine_offered(review, TODAY) is None
    assert routine_offered(RoutinesSeen(published_on=OLD, checks=(BEGUN,)), TODAY) is None


def test_after_something_was_done_the_next_waits_a_month() -> None:
    done = TODAY - OFFER_GAP
    seen = RoutinesSeen(published_on=OLD, last={Routine.SELF_CHECK: done})
    assert routine_offered(seen, TODAY) is Routine.REVIEW
    later = {Routine.SELF_CHECK: done + timedelta(days=1)}
    assert routine_offered(RoutinesSeen(published_on=OLD, last=later), TODAY) is None


@given(st.sets(st.sampled_from(Routine)), st.integers(30, 4000))
def test_what_was_done_once_is_never_offered(done: set[Routine], ago: int) -> None:
    last = dict.fromkeys(done, TODAY - timedelta(days=ago))
    offered = routine_offered(RoutinesSeen(published_on=OLD, last=last), TODAY)
    assert (offered is None) is (done == set(Routine))
    assert offered not in done


def test_each_has_its_months() -> None:
    assert set(MONTHS) == set(Routine)
