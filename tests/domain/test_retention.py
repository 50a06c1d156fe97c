# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""The one table of how long things are kept."""

from datetime import date

import pytest

from servicedesk.domain.calendars import Nation
from servicedesk.domain.retention import (
    RETENTION,
    RetainedKind,
    RetentionEnd,
    RetentionStart,
    due_on,
    rule_for,
)


def test_every_kind_has_one_rule():
    assert set(RETENTION) == set(RetainedKind)
    assert all(rule.kind is kind for kind, rule in RETENTION.items())


@pytest.mark.parametrize(
    ("kind", "months", "start"),
    [
        (RetainedKind.COMPLAINT, 72, RetentionStart.CLOSED),
        (RetainedKind.PROMISE, 72, RetentionStart.CLOSED),
        (RetainedKind.CUSTOMER, 72, RetentionStart.LAST_INVOICE),
        (RetainedKind.ENQUIRER, 24, RetentionStart.LAST_CONTACT),
        (RetainedKind.INVOICE, 60, RetentionStart.TAX_FILING),
        (RetainedKind.FEEDBACK, 24, RetentionStart.RECEIVED),
        (RetainedKind.DATA_REQUEST, 36, RetentionStart.CLOSED),
        (RetainedKind.DATA_COMPLAINT, 36, RetentionStart.CLOSED),
        (RetainedKind.BREACH, 72, RetentionStart.LOGGED),
        (RetainedKind.MARKETING_CONSENT, 0, RetentionStart.WITHDRAWN),
        (RetainedKind.SUPPORT_NEED, 0, RetentionStart.REVIEW_OR_END),
    ],
)
def test_the_table_says_what_the_brief_says(kind, months, start):
    rule = rule_for(kind, Nation.ENG)
    assert (rule.months, rule.start) == (months, start)


def test_feedback_loses_its_names_and_the_logs_stay():
    assert RETENTION[RetainedKind.FEEDBACK].end is RetentionEnd.ANONYMISE
    for kind in (RetainedKind.DELETED_RECORD, RetainedKind.MARKETING_STOP):
        assert RETENTION[kind].end is RetentionEnd.KEEP
        assert due_on(RETENTION[kind], date(2026, 1, 1)) is None


def test_scotland_keeps_as_long_with_a_year_of_it_spare():
    for kind in (RetainedKind.COMPLAINT, RetainedKind.PROMISE):
        rule = rule_for(kind, Nation.SCT)
        assert (rule.months, rule.spare_months) == (72, 12)
        assert rule_for(kind, Nation.NIR).spare_months == 0
    assert rule_for(RetainedKind.BREACH, Nation.SCT) == RETENTION[RetainedKind.BREACH]


def test_somewhere_else_knows_no_tax_calendar_of_ours():
    rule = rule_for(RetainedKind.INVOICE, Nation.ELSEWHERE)
    assert (rule.start, rule.months) == (RetentionStart.INVOICED, 72)
    assert rule_for(RetainedKind.PROMISE, Nation.ELSEWHERE) == RETENTION[RetainedKind.PROMISE]


def test_a_record_falls_due_unless_nothing_happened_or_it_is_held():
    rule = rule_for(RetainedKind.COMPLAINT, Nation.ENG)
    assert due_on(rule, date(2024, 2, 29)) == date(2030, 2, 28)
    assert due_on(rule, None) is None
    assert due_on(rule, date(2024, 2, 29), on_hold=True) is None
    at_once = rule_for(RetainedKind.SUPPORT_NEED, Nation.ENG)
    assert due_on(at_once, date(2026, 11, 22)) == date(2026, 11, 22)
