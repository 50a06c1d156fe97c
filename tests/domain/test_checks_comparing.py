# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""A check beside an earlier one: only what was answered both times is compared."""

from dataclasses import replace

from hypothesis import given as given_any
from hypothesis import strategies as st

from servicedesk.domain.checks import Answer
from servicedesk.domain.checks_comparing import compared
from tests.domain.checks_made import bank, card, question

FOUR = bank(*(question(f"7.1{letter}") for letter in "abcd"))
OLDER = bank(question("7.1a"), question("7.1z"), question("7.1b", key=True))
TEXT = st.text("ypnx-", min_size=4, max_size=4)


def ids(changes):
    return [change.question.id for change in changes]


def test_each_question_is_better_worse_the_same_or_something_else():
    found = compared(FOUR, card(FOUR, "nyyx"), card(FOUR, "pnyy"))
    assert ids(found.better) == ["7.1a"]
    assert ids(found.worse) == ["7.1b"]
    assert ids(found.same) == ["7.1c"]
    assert ids(found.other) == ["7.1d"]
    assert (found.better[0].before, found.better[0].now) == (Answer.NO, Answer.PARTLY)


def test_points_are_the_difference_of_rounded_scores():
    found = compared(FOUR, card(FOUR, "yypn"), card(FOUR, "yyyn"))
    assert found.points == 75 - 63


def test_an_older_bank_is_compared_on_the_same_ids_only():
    found = compared(FOUR, card(OLDER, "nyn"), card(FOUR, "yyyy"))
    assert ids(found.better) == ["7.1a", "7.1b"]
    assert found.points == 100
    assert found.only_now == ("7.1c", "7.1d")
    assert found.only_before == ("7.1z",)
    newer = replace(card(FOUR, "yyyy"), bank_version=2)
    assert not found.is_other_bank
    assert compared(FOUR, card(OLDER, "nyn"), newer).is_other_bank


def test_a_question_that_is_gone_from_the_bank_is_not_compared():
    found = compared(FOUR, card(OLDER, "nyn"), card(OLDER, "yny"))
    assert ids(found.better) == ["7.1a", "7.1b"]
    assert found.worse == ()


def test_nothing_answered_both_times_has_no_points():
    found = compared(FOUR, card(FOUR, "yy--"), card(FOUR, "--yy"))
    assert found.points is None
    assert (found.only_now, found.only_before) == (("7.1c", "7.1d"), ("7.1a", "7.1b"))
    assert compared(FOUR, card(FOUR, "xx"), card(FOUR, "yy")).points is None


@given_any(TEXT, TEXT)
def test_it_holds_every_shared_answer_once_and_reads_the_same_backwards(before, now):
    there = compared(FOUR, card(FOUR, before), card(FOUR, now))
    back = compared(FOUR, card(FOUR, now), card(FOUR, before))
    shared = sum(1 for pair in zip(before, now, strict=True) if "-" not in pair)
    lists = (there.better, there.worse, there.same, there.other)
    assert sum(map(len, lists)) == shared
    assert ids(there.better) == ids(back.worse)
    assert (there.only_now, there.only_before) == (back.only_before, back.only_now)
    assert there.points == (None if back.points is None else -back.points)
    if before == now and there.points is not None:
        assert there.points == 0
