# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""Facts of the business: what an answer must be besides fitting its question."""

from dataclasses import replace
from datetime import date

from servicedesk.domain.calendars import Nation
from servicedesk.domain.errors import Refusal
from servicedesk.domain.guides import Answers, AnswerValue, Question
from servicedesk.domain.guides_answers import checked
from servicedesk.domain.qr_address import checked_qr_address
from servicedesk.domain.retention import RetainedKind, RetentionRule, rule_for

RETENTION_PREFIX = "retention_"
"""Before the name of a kind of record, the id of the question how many months it is kept."""

FEEDBACK_ADDRESS = "feedback_address"
"""The question where the code on comment cards leads."""

_HAS_BEEN = frozenset({"outside_help_checked_on"})
"""Days of something that was done, which cannot be still to come."""


def checked_fact(question: Question, value: object, today: date) -> AnswerValue:
    """The answer as kept.

    Args:
        question: what was asked.
        value: as ``guides_answers.checked`` takes it.
        today: the day of the answer.

    Raises:
        Refusal: what ``checked`` and ``checked_qr_address`` raise; ``business_year_ahead``;
            ``business_day_ahead``.
    """
    tidy = checked(question, value)
    if question.id == "since_year" and isinstance(tidy, int) and tidy > today.year:
        raise Refusal("business_year_ahead", question.id, year=today.year)
    if question.id == FEEDBACK_ADDRESS and isinstance(tidy, str):
        return checked_qr_address(tidy, question.id)
    if question.id in _HAS_BEEN and isinstance(tidy, date) and tidy > today:
        raise Refusal("business_day_ahead", question.id)
    return tidy


def retention_rule(kind: RetainedKind, nation: Nation, answers: Answers) -> RetentionRule:
    """How long one kind of record is kept here.

    Args:
        kind: what is kept.
        nation: where the business is.
        answers: facts of the business; months under ``retention_`` and the kind.
    """
    usual = rule_for(kind, nation)
    chosen = answers.get(f"{RETENTION_PREFIX}{kind.value}")
    if not isinstance(chosen, int) or isinstance(chosen, bool) or not usual.months:
        return usual
    return replace(usual, months=chosen)
