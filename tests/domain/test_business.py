# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""Facts of the business: what is still to come, and how long things are kept."""

from datetime import date

import pytest

from servicedesk.domain.business import checked_fact, retention_rule
from servicedesk.domain.calendars import Nation
from servicedesk.domain.errors import Refusal
from servicedesk.domain.guides import Question, QuestionKind
from servicedesk.domain.retention import RETENTION, RetainedKind

TODAY = date(2026, 11, 23)
SINCE = Question(id="since_year", kind=QuestionKind.WHOLE_NUMBER, label="Since")
CHECKED = Question(id="outside_help_checked_on", kind=QuestionKind.DAY, label="Checked")
OTHER = Question(id="review_by", kind=QuestionKind.DAY, label="Review")


def test_what_fits_its_question_is_kept() -> None:
    assert checked_fact(SINCE, "2026", TODAY) == 2026
    assert checked_fact(SINCE, "", TODAY) == ""
    assert checked_fact(CHECKED, TODAY, TODAY) == TODAY
    assert checked_fact(CHECKED, "", TODAY) == ""
    assert checked_fact(OTHER, date(2027, 1, 1), TODAY) == date(2027, 1, 1)


@pytest.mark.parametrize(
    ("question", "value", "code"),
    [
        (SINCE, 2027, "business_year_ahead"),
        (SINCE, "soon", "answer_needs_number"),
        (CHECKED, date(2026, 11, 24), "business_day_ahead"),
    ],
)
def test_what_is_still_to_come_has_not_been(question: Question, value: object, code: str) -> None:
    with pytest.raises(Refusal) as refused:
        checked_fact(question, value, TODAY)
    assert (refused.value.code, refused.value.field) == (code, question.id)


@pytest.mark.parametrize("kind", RetainedKind)
def test_without_a_choice_things_are_kept_as_usual(kind: RetainedKind) -> None:
    for nation in (Nation.ENG, Nation.WLS, Nation.NIR):
        assert retention_rule(kind, nation, {}) == RETENTION[kind]


def test_the_owners_choice_counts_where_there_is_one() -> None:
    chosen = {f"retention_{kind.value}": 84 for kind in RetainedKind}
    for kind in RetainedKind:
        usual = RETENTION[kind].months
        assert retention_rule(kind, Nation.ENG, chosen).months == (84 if usual else usual)
    assert retention_rule(RetainedKind.COMPLAINT, Nation.SCT, chosen).spare_months == 12
    unclear = {"retention_complaint": True}
    assert retention_rule(RetainedKind.COMPLAINT, Nation.ENG, unclear).months == 72
