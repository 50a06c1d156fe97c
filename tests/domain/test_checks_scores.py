# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""What answers come to: the worked scenarios by number, edges, and what always holds."""

from dataclasses import replace
from fractions import Fraction

import pytest
from hypothesis import given as given_any
from hypothesis import strategies as st

from servicedesk.content.checks import load_check_bank
from servicedesk.content.law import load_facts
from servicedesk.domain.checks import Answer, Bank, GivenAnswer, asked_questions
from servicedesk.domain.checks_clauses import SCORED_CLAUSES
from servicedesk.domain.checks_scores import (
    ClauseScore,
    Strength,
    half_up,
    result_of,
    score_of,
    strength_of,
    weight_of,
)
from tests.domain.checks_made import bank, card, given, question
from tests.helpers.builders import RESOURCES

REAL = load_check_bank(RESOURCES, Bank.SELF_CHECK, {fact.id for fact in load_facts(RESOURCES)})
TEN = bank(*(question(f"7.1{letter}") for letter in "abcdefghij"))
LETTERS = st.text("ypnx-", min_size=len(tuple(REAL.questions)), max_size=68)


def test_scenario_41_eight_answers_come_to_69_and_the_word_established():
    eight = bank(
        question("3a", key=True, clause="3.1"),
        question("3b", key=True, clause="3.2"),
        *(question(f"4.1{letter}") for letter in "abcdef"),
    )
    result = result_of(eight, card(eight, "ypnyxyp-"))
    assert result.score == Fraction(1100, 16)
    assert (result.shown, result.strength) == (69, Strength.ESTABLISHED)
    assert (result.answered, result.asked, result.progress) == (7, 8, 88)
    assert not result.is_capped


def test_scenario_43_five_of_eight_points_are_63_and_not_62():
    four = bank(*(question(f"3{letter}", clause="3.1") for letter in "abcd"))
    result = result_of(four, card(four, "yypn"))
    assert result.score == Fraction(125, 2)
    assert result.shown == 63


def test_scenario_44_all_yes_is_100_of_180_points_and_all_beside_the_point_is_none():
    assert sum(2 * weight_of(one) for one in REAL.questions) == 180
    best = result_of(REAL, card(REAL, "y" * 68))
    assert (best.score, best.shown, best.strength) == (100, 100, Strength.STRONG)
    none = result_of(REAL, card(REAL, "x" * 68))
    assert (none.score, none.shown, none.strength) == (None, None, None)
    assert (none.progress, none.answered, none.gaps) == (100, 68, ())
    assert all(one.score is None and one.counted == 0 for one in none.clauses)


@pytest.mark.parametrize(
    ("number", "shown"), [(Fraction(0), 0), (Fraction(1, 2), 1), (Fraction(99, 2), 50), (100, 100)]
)
def test_half_goes_up(number, shown):
    assert half_up(Fraction(number)) == shown


@pytest.mark.parametrize(
    ("shown", "word"),
    [
        (0, Strength.STARTING_OUT),
        (39, Strength.STARTING_OUT),
        (40, Strength.BUILDING),
        (64, Strength.BUILDING),
        (65, Strength.ESTABLISHED),
        (84, Strength.ESTABLISHED),
        (85, Strength.STRONG),
        (100, Strength.STRONG),
    ],
)
def test_each_number_has_its_word(shown, word):
    assert strength_of(shown) is word


def test_a_key_question_with_no_holds_the_word_back_and_leaves_the_number():
    many = bank(question("3a", key=True, clause="3.1"), *TEN.questions)
    result = result_of(many, card(many, "n" + "y" * 10))
    assert (result.shown, result.strength, result.is_capped) == (83, Strength.BUILDING, True)


def test_what_is_low_anyway_is_not_called_held_back():
    many = bank(question("3a", key=True, clause="3.1"), *TEN.questions)
    low = result_of(many, card(many, "n" + "y" * 5 + "n" * 5))
    assert (low.shown, low.strength, low.is_capped) == (42, Strength.BUILDING, False)


@pytest.mark.parametrize(("letters", "shown"), [("yyyyyyy---", None), ("yyyyyyyx--", 100)])
def test_the_whole_has_a_number_from_eight_answers_in_ten_on(letters, shown):
    result = result_of(TEN, card(TEN, letters))
    assert result.shown == shown
    assert (result.strength is None) is (shown is None)
    assert result.score == 100


def test_not_quite_four_fifths_stays_without_a_number_although_it_rounds_to_80():
    many = bank(*(question(f"q{n}", clause="7.1") for n in range(244)))
    result = result_of(many, card(many, "y" * 195))
    assert result.progress == 80
    assert result.shown is None


def test_a_clause_needs_two_answers_that_count_and_six_holds_what_6_3_2_does():
    some = bank(*map(question, ("3a", "4.1a", "4.2a", "6.1a", "6.3.2a", "6.3.2b", "7.1a")))
    assert result_of(some, card(some, "yxyynpn")).clauses == (
        ClauseScore(clause="3", score=None, counted=1),
        ClauseScore(clause="4", score=None, counted=1),
        ClauseScore(clause="5", score=None, counted=0),
        ClauseScore(clause="6", score=Fraction(50), counted=3),
        ClauseScore(clause="6.3.2", score=Fraction(25), counted=2),
        ClauseScore(clause="7", score=None, counted=1),
    )


def test_a_short_check_has_no_clauses():
    short = bank(replace(question("c1"), clause=""), kind=Bank.COMPLAINTS)
    assert result_of(short, card(short, "y")).clauses == ()


def test_evidence_is_counted_beside_the_score_and_blanks_are_none():
    notes = {"7.1b": given("y", "the diary"), "7.1c": given("y", "  "), "7.1d": given("p", "some")}
    result = result_of(TEN, card(TEN, "yyyp", **notes))
    assert (result.yes, result.yes_with_note) == (3, 1)


def test_gaps_come_key_no_key_partly_no_partly_and_by_clause():
    some = bank(
        question("7.1a"),
        question("4.1a"),
        question("6.3.2a", key=True),
        question("6.3a", key=True),
        question("5.1a", key=True),
        question("3a", clause="3.1"),
        question("7.1b"),
    )
    result = result_of(some, card(some, "nnnnppy"))
    assert [gap.question.id for gap in result.gaps] == [
        "6.3a",
        "6.3.2a",
        "5.1a",
        "4.1a",
        "7.1a",
        "3a",
    ]


def test_a_gap_keeps_its_answer_and_note():
    noted = card(TEN, "", **{"7.1a": given("p", "only on Mondays")})
    (gap,) = result_of(TEN, noted).gaps
    assert (gap.answer, gap.note) == (Answer.PARTLY, "only on Mondays")


def test_what_is_done_otherwise_on_purpose_leaves_the_gaps_but_not_the_score():
    reason = {
        "7.1a": given("n", departure=" We ask at the counter. "),
        "7.1b": given("y", departure="An old reason"),
        "7.1c": given("n", departure="  "),
    }
    result = result_of(TEN, card(TEN, "---yyyyyyy", **reason))
    assert [gap.question.id for gap in result.gaps] == ["7.1c"]
    assert [(one.question.id, one.because) for one in result.departures] == [
        ("7.1a", "We ask at the counter.")
    ]
    assert result.departures[0].answer is Answer.NO
    assert result.shown == 80


def test_a_check_of_questions_that_are_all_gone_comes_to_nothing():
    result = result_of(TEN, card(bank(question("3a")), "y"))
    assert (result.score, result.asked, result.gone, result.progress) == (None, 0, 1, 0)


def test_a_note_alone_is_no_answer():
    result = result_of(TEN, card(TEN, "", **{"7.1a": GivenAnswer(note="to look up")}))
    assert (result.answered, result.gaps) == (0, ())


@given_any(LETTERS)
def test_a_score_lies_between_0_and_100_and_is_there_when_anything_counts(letters):
    result = result_of(REAL, card(REAL, letters))
    assert (result.score is not None) is bool(set(letters) & set("ypn"))
    scores = [result.score, *(one.score for one in result.clauses)]
    assert all(0 <= score <= 100 for score in scores if score is not None)
    assert [one.clause for one in result.clauses] == list(SCORED_CLAUSES)
    assert len(result.gaps) == letters.count("p") + letters.count("n")
    assert result.answered == 68 - letters.count("-")


@given_any(LETTERS, st.integers(0, 67))
def test_a_better_answer_never_lowers_the_score(letters, place):
    better = {"n": "p", "p": "y"}.get(letters[place])
    if better is None:
        return
    more = letters[:place] + better + letters[place + 1 :]
    before, now = (score_of(REAL.questions, card(REAL, one).answers) for one in (letters, more))
    assert now > before


@given_any(LETTERS)
def test_the_first_things_to_do_are_key_questions_with_no(letters):
    gaps = result_of(REAL, card(REAL, letters)).gaps
    key_no = sum(1 for one in gaps if one.question.is_key and one.answer is Answer.NO)
    assert all(one.question.is_key and one.answer is Answer.NO for one in gaps[:key_no])


@pytest.mark.parametrize(
    ("is_short", "has_staff", "count"), [(False, True, 68), (False, False, 64), (True, False, 22)]
)
def test_all_64_or_22_are_asked(is_short, has_staff, count):
    assert len(list(asked_questions(REAL, is_short=is_short, has_staff=has_staff))) == count
