# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""Answers as kept, when a check may be finished, and what clauses sort and hold."""

from dataclasses import replace
from datetime import date

import pytest

from servicedesk.domain.checks import Answer, GivenAnswer
from servicedesk.domain.checks_clauses import CLAUSES, clause_order, is_within
from servicedesk.domain.checks_rules import NOTE_MOST, checked_answer, may_finish
from servicedesk.domain.errors import Refusal
from tests.domain.checks_made import BEGUN, bank, card, given, question
from tests.helpers.builders import words

TWO = bank(question("3a"), question("3b"))
OPEN = replace(card(TWO, "y-"), finished_on=None)


def test_an_answer_is_kept_tidy_and_with_all_that_was_said():
    typed = GivenAnswer(
        answer=Answer.YES, note=" in the\nblue diary ", departure="not now", is_from_records=True
    )
    assert checked_answer(typed) == replace(typed, note="in the blue diary")


@pytest.mark.parametrize("field", ["note", "departure"])
def test_what_is_too_long_is_refused_beside_its_field(field):
    long = {field: "x" * (NOTE_MOST + 1)}
    with pytest.raises(Refusal, match="entry_too_long") as refused:
        checked_answer(GivenAnswer(answer=Answer.NO, **long))
    assert refused.value.field == field
    checked_answer(GivenAnswer(answer=Answer.NO, **{field: "x" * NOTE_MOST}))


def test_a_check_with_gaps_may_be_finished_on_the_day_it_was_begun():
    may_finish(OPEN, BEGUN)


@pytest.mark.parametrize(
    ("check", "today", "code"),
    [
        (card(TWO, "yy"), BEGUN, "check_is_finished"),
        (replace(OPEN, answers={}), BEGUN, "check_nothing_answered"),
        (replace(OPEN, answers={"3a": given("-", "later")}), BEGUN, "check_nothing_answered"),
        (OPEN, date(2026, 11, 15), "check_out_of_order"),
    ],
)
def test_a_check_that_may_not_be_finished_says_why(check, today, code):
    with pytest.raises(Refusal, match=code) as refused:
        may_finish(check, today)
    assert words().refusal(refused.value).endswith(".")


def test_clauses_stand_in_their_order_and_hold_what_is_below_them():
    assert sorted(set(CLAUSES), key=clause_order) == list(CLAUSES)
    assert clause_order("") == ()
    assert is_within("6.3.2", "6")
    assert is_within("6.3.2", "6.3.2")
    assert not is_within("6.3", "6.3.2")
    assert not is_within("", "6")
