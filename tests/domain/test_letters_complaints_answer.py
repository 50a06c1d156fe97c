# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""An answer that was typed before its letter."""

from servicedesk.domain.complaints import Finding
from servicedesk.domain.complaints_file import IssueCard, IssueDraft
from servicedesk.domain.letters_complaints_answer import (
    NOT_ANSWERED,
    HalfAnswer,
    answer_among,
    as_answered,
    with_reasons,
)
from tests.domain.complaints_made import TODAY, card, case


def test_the_letter_of_an_answer_is_the_only_one_that_could_be() -> None:
    assert answer_among(("L02", "L04")) == "L04"
    assert answer_among(("L04", "L08")) is None
    assert answer_among(("L01",)) is None


def test_what_was_typed_stands_as_if_it_were_on_record() -> None:
    plain = case(card(), TODAY)
    half = HalfAnswer(finding=Finding.PARTLY, reasons=" No oil ")
    assert as_answered(plain, half).card.finding is Finding.PARTLY
    assert as_answered(plain, half).card.outcome_words == "No oil"
    assert as_answered(plain, NOT_ANSWERED) == plain


def test_reasons_stand_in_the_letter_once() -> None:
    plain = case(card(), TODAY)
    point = IssueCard(id=1, complaint_id=1, place=1, draft=IssueDraft(text="It smoked"))
    split = case(card(), TODAY, issues=(point,))
    half = HalfAnswer(reasons="No\noil")
    assert with_reasons("You were right. No oil", plain, half) == "You were right. No oil"
    assert with_reasons("", plain, half) == "No oil"
    assert with_reasons("It smoked.", split, half) == "It smoked.\nNo oil"
    assert with_reasons("It smoked.", split, NOT_ANSWERED) == "It smoked."
