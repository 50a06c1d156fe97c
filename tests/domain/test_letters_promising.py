# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""The promise behind a letter that gives one."""

from datetime import UTC, date, datetime

from servicedesk.domain.calendars import WorkingCalendar
from servicedesk.domain.letters import LetterStage
from servicedesk.domain.letters_promising import (
    LetterEffect,
    asked_for_record,
    counts_still,
    effect_of,
    field_behind,
    promise_behind,
)
from servicedesk.domain.promises import (
    Due,
    Ending,
    Outcome,
    PromiseCard,
    PromiseDraft,
    PromiseKind,
)
from servicedesk.domain.promises_rules import Standing

TODAY = date(2026, 9, 30)
FRIDAY = Due(day=date(2026, 10, 2))
NOON = datetime(2026, 9, 30, 12, tzinfo=UTC)


def test_a_promise_confirmation_gives_the_promise_it_confirms():
    made = promise_behind(
        LetterStage.PROMISE,
        {
            "promise.text": "ring you",
            "promise.due": "2026-10-02",
            "promise.made_on": "2026-09-28",
            "promise.promiser": "Tom",
            "promise.job": "J-1",
        },
        5,
        TODAY,
        "",
    )
    assert made is not None
    assert (made.text, made.due, made.made_on) == (
        "ring you",
        Due(day=date(2026, 10, 2)),
        date(2026, 9, 28),
    )
    assert (made.promiser, made.job_ref, made.customer_id) == ("Tom", "J-1", 5)


def test_without_days_it_was_made_today_and_has_none():
    made = promise_behind(LetterStage.PROMISE, {}, None, TODAY, "")
    assert made is not None
    assert (made.made_on, made.due) == (TODAY, None)


def test_an_appointment_gives_the_promise_of_a_visit():
    values = {"slot.day": "2026-10-05", "who_comes": "Ruth"}
    made = promise_behind(LetterStage.VISIT, values, 5, TODAY, "See you, 8 to 10")
    assert made is not None
    assert (made.text, made.kind, made.promiser) == ("See you, 8 to 10", PromiseKind.VISIT, "Ruth")
    assert made.due == Due(day=date(2026, 10, 5))


def test_other_letters_speak_of_what_there_is():
    assert promise_behind(LetterStage.DELAY, {}, 5, TODAY, "") is None


def test_a_delay_or_done_note_speaks_of_a_promise_of_an_earlier_day():
    delay = {"promise.text": "fit the tap", "old_due": "2026-09-28", "signatory": "Ruth"}
    made = promise_behind(LetterStage.DELAY, delay, 5, TODAY, "")
    assert made is not None
    assert (made.due, made.made_on) == (Due(day=date(2026, 9, 28)), date(2026, 9, 28))
    assert made.promiser == "Ruth"
    done = {"promise.text": "x", "promise.due": "2026-10-02", "done_on": "2026-09-29"}
    made = promise_behind(LetterStage.DONE, done, 5, TODAY, "")
    assert made is not None
    assert made.made_on == date(2026, 9, 29)
    said = promise_behind(LetterStage.DONE, {**done, "promise.made_on": "2026-09-01"}, 5, TODAY, "")
    assert said is not None
    assert said.made_on == date(2026, 9, 1)
    for stage in (LetterStage.DELAY, LetterStage.DONE, LetterStage.CLOSURE):
        assert promise_behind(stage, {"old_due": " "}, 5, TODAY, "") is None


def card(**changes: object) -> PromiseCard:
    draft = PromiseDraft(text="fit the tap", due=FRIDAY, promiser="Tom", made_on=TODAY)
    return PromiseCard(**{"id": 1, "ref": "P-1", "draft": draft, "first_due": FRIDAY, **changes})


def test_a_letter_about_what_is_owed_no_more_does_nothing():
    ended = Ending(outcome=Outcome.KEPT, on=TODAY, written_at=NOON)
    for gone in (card(ending=ended), card(binned_at=NOON), None):
        for stage in LetterStage:
            assert effect_of(stage, {"done_on": "2026-09-30"}, gone, None) == LetterEffect()


def test_each_stage_does_its_own_to_a_promise():
    values = {"new_due": "2026-10-09", "done_on": "2026-09-30"}
    moves = effect_of(LetterStage.DELAY, values, card(), None)
    assert moves == LetterEffect(tells=True, moves_to=date(2026, 10, 9))
    told = effect_of(LetterStage.DELAY, {"new_due": "2026-10-02"}, card(told_on=TODAY), None)
    assert told == LetterEffect()
    done = effect_of(LetterStage.DONE, values, card(), None)
    assert done == LetterEffect(done_on=TODAY)
    assert effect_of(LetterStage.PROMISE, values, card(), None) == LetterEffect()
    dayless = PromiseDraft(made_on=TODAY)
    assert effect_of(LetterStage.PROMISE, values, None, dayless) == LetterEffect(makes=dayless)


def test_the_day_that_counts_after_a_move_is_the_new_one_only_where_it_was_agreed():
    calendar = WorkingCalendar()
    standing = Standing(due=FRIDAY)
    moves = LetterEffect(moves_to=date(2026, 10, 9))
    assert counts_still(standing, moves, NOON, calendar, agreed=False) == FRIDAY.day
    assert counts_still(standing, moves, NOON, calendar, agreed=True) is None
    assert counts_still(standing, LetterEffect(), NOON, calendar, agreed=False) is None


def test_a_fault_of_the_promise_stands_beside_the_field_of_the_letter():
    assert field_behind(LetterStage.DELAY, "due") == "new_due"
    assert field_behind(LetterStage.DONE, "on") == "done_on"
    assert field_behind(LetterStage.CLOSURE, "due") == "due"
    assert field_behind(LetterStage.DELAY, None) is None
    assert field_behind(LetterStage.VISIT, "addresses") == "customer.address_block"
    assert asked_for_record(LetterStage.DONE) == ("promise.due", "promise.made_on")
    assert asked_for_record(LetterStage.VISIT) == ()
