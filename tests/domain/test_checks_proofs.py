# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""What the records prove of a check, each rule at its edges; and that nothing proves a no."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from servicedesk.domain.checks import Answer, CheckQuestion
from servicedesk.domain.checks_clauses import PROOFS
from servicedesk.domain.checks_proofs import RULES, Proof, Tally, proof_of, proof_sentence
from tests.helpers.builders import words

YES, PARTLY = Answer.YES, Answer.PARTLY


def question(code: str, clause: str = "") -> CheckQuestion:
    return CheckQuestion(id="q", clause=clause, text="?", tip="!", action="do", proof=code)


def proof(code: str, number: int, of: int = 0, clause: str = "") -> Proof | None:
    return proof_of(question(code, clause), Tally(number=number, of=of))


def answer(code: str, number: int, of: int = 0, clause: str = "") -> Answer | None:
    found = proof(code, number, of, clause)
    return None if found is None else found.answer


def sentence(code: str, number: int, of: int = 0, clause: str = "") -> str:
    found = proof(code, number, of, clause)
    assert found is not None
    return proof_sentence(found, words())


def test_every_code_that_a_question_may_name_has_a_rule() -> None:
    assert set(RULES) == PROOFS


@pytest.mark.parametrize(
    ("code", "enough"),
    [
        ("promises_written", 12),
        ("aims_set", 2),
        ("asked_customers", 10),
        ("more_sources", 2),
        ("told_changes", 3),
    ],
)
def test_from_enough_on_it_is_a_yes_and_below_that_partly(code: str, enough: int) -> None:
    assert answer(code, 0) is None
    assert answer(code, 1) is PARTLY
    assert answer(code, enough - 1) is PARTLY
    assert answer(code, enough) is YES


@pytest.mark.parametrize("code", ["acknowledged", "causes_noted", "followed_up", "told_before"])
def test_of_what_is_rare_three_are_enough_and_nine_of_ten_are_a_yes(code: str) -> None:
    assert answer(code, 2, 2) is None
    assert answer(code, 3, 3) is YES
    assert answer(code, 9, 10) is YES
    assert answer(code, 89, 100) is PARTLY
    assert answer(code, 2, 4) is PARTLY
    assert answer(code, 1, 3) is None


def test_a_kept_rate_needs_ten_promises_and_seven_of_ten() -> None:
    assert answer("kept_rate", 9, 9) is None
    assert answer("kept_rate", 9, 10) is YES
    assert answer("kept_rate", 7, 10) is PARTLY
    assert answer("kept_rate", 69, 100) is None


@pytest.mark.parametrize(
    "code", ["idea_noted", "job_check", "owner_and_stand_in", "procedure_printed", "walked"]
)
def test_the_thing_itself_is_a_yes_and_a_beginning_of_it_partly(code: str) -> None:
    assert answer(code, 0, 0) is None
    assert answer(code, 0, 1) is PARTLY
    assert answer(code, 1, 1) is YES


@pytest.mark.parametrize(("clause", "enough"), [("4.1", 1), ("7.1", 4), ("", 2)])
def test_reviews_are_held_against_how_often_the_question_asks(clause: str, enough: int) -> None:
    assert answer("review_noted", 0, clause=clause) is None
    assert answer("review_noted", enough, clause=clause) is YES
    assert answer("review_noted", enough - 1, clause=clause) is (PARTLY if enough > 1 else None)


def test_open_things_need_next_dates() -> None:
    assert answer("next_dates", 2, 0) is None
    assert answer("next_dates", 3, 0) is YES
    assert answer("next_dates", 4, 2) is PARTLY
    assert answer("next_dates", 3, 2) is None
    assert (
        sentence("next_dates", 14, 3)
        == "Of 14 open things, 3 have a date that has passed, or none."
    )


def test_contacts_are_proved_by_a_published_charter() -> None:
    assert answer("charter_contacts", 1, 1) is None
    assert answer("charter_contacts", 2, 0) is PARTLY
    assert answer("charter_contacts", 2, 1) is YES


def test_all_helpers_need_a_limit() -> None:
    assert answer("authority_limit", 0, 2) is None
    assert answer("authority_limit", 1, 2) is PARTLY
    assert answer("authority_limit", 2, 2) is YES


def test_complaints_are_logged_when_spoken_ones_are_among_them() -> None:
    assert answer("complaints_logged", 0) is None
    assert answer("complaints_logged", 2, 2) is PARTLY
    assert answer("complaints_logged", 3, 0) is PARTLY
    assert answer("complaints_logged", 3, 1) is YES


def test_a_backup_is_fresh_for_a_week_and_only_ever_a_part() -> None:
    assert answer("backup_made", -1) is None
    rest = "The rest of the question is yours to answer."
    assert sentence("backup_made", 0) == f"Your last backup was made today. {rest}"
    assert sentence("backup_made", 1) == f"Your last backup was made 1 day ago. {rest}"
    assert answer("backup_made", 7) is PARTLY
    assert answer("backup_made", 8) is None


def test_a_sentence_says_its_figures() -> None:
    said = sentence("promises_written", 14)
    assert said == "You wrote down 14 promises in the last 90 days."
    assert sentence("promises_written", 1) == "You wrote down 1 promise in the last 90 days."
    said = sentence("kept_rate", 1_180, 1_200)
    assert said == (
        "Of 1,200 promises that were due in the last 90 days, overdue ones among them, you kept "
        "1,180."
    )


@given(
    st.sampled_from(sorted(PROOFS)),
    st.integers(-1, 400),
    st.integers(0, 400),
    st.sampled_from(["", "4.1", "7.1", "5.3"]),
)
def test_the_records_never_prove_a_no_and_always_have_words(
    code: str, number: int, of: int, clause: str
) -> None:
    found = proof(code, max(number, 0) if code != "backup_made" else number, of, clause)
    if found is not None:
        assert found.question_id == "q"
        assert found.answer in (YES, PARTLY)
        said = proof_sentence(found, words())
        assert said.endswith(".")
        assert "{" not in said
