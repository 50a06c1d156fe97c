# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""The promise behind a letter that gives one."""

from datetime import date

from servicedesk.domain.letters import LetterStage
from servicedesk.domain.letters_promising import promise_behind
from servicedesk.domain.promises import Due, PromiseKind

TODAY = date(2026, 9, 30)


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
