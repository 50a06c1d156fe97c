# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""What was kept for long enough, by the table of retention."""

from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from servicedesk.domain.calendars import Nation
from servicedesk.domain.clearing import (
    MOST,
    Candidate,
    checked_reason,
    due_list,
    reach_back,
    review_on,
)
from servicedesk.domain.errors import Refusal
from servicedesk.domain.forgetting import Erasing
from servicedesk.domain.kinds import Kind
from servicedesk.domain.retention import RETENTION, RetainedKind, due_on, rule_for

CLOSED = Candidate(
    kind=RetainedKind.COMPLAINT,
    record=Kind.COMPLAINT,
    record_id=3,
    ref="C-2026-0003",
    about="Mrs Patel",
    event_on=date(2026, 9, 30),
)
RULE = rule_for(RetainedKind.COMPLAINT, Nation.ENG)


def test_scenario_40_closed_30_september_2026_is_looked_at_30_september_2032() -> None:
    assert review_on(CLOSED, RULE, {}) == date(2032, 9, 30)
    assert review_on(replace(CLOSED, is_held=True), RULE, {}) is None


def test_what_is_kept_for_longer_is_looked_at_on_the_later_day() -> None:
    key = (RetainedKind.COMPLAINT, 3)
    assert review_on(CLOSED, RULE, {key: date(2033, 1, 1)}) == date(2033, 1, 1)
    assert review_on(CLOSED, RULE, {key: date(2030, 1, 1)}) == date(2032, 9, 30)


def test_the_list_has_the_longest_kept_first_and_says_how_much_goes() -> None:
    said = replace(
        CLOSED,
        kind=RetainedKind.FEEDBACK,
        record=Kind.FEEDBACK,
        event_on=date(2030, 1, 1),
    )
    found = due_list([CLOSED, said], RETENTION, {}, date(2032, 9, 30))
    assert [(one.due_on, one.how) for one in found] == [
        (date(2032, 1, 1), Erasing.ANONYMISE),
        (date(2032, 9, 30), Erasing.FORGET),
    ]
    assert due_list([CLOSED], RETENTION, {}, date(2032, 9, 29)) == ()
    assert due_list([replace(CLOSED, is_held=True)], RETENTION, {}, date(2040, 1, 1)) == ()


def test_what_is_kept_for_good_is_on_no_list() -> None:
    stop = replace(CLOSED, kind=RetainedKind.MARKETING_STOP)
    months = {**RETENTION, stop.kind: replace(RETENTION[stop.kind], months=1)}
    assert due_list([stop], RETENTION, {}, date(2050, 1, 1)) == ()
    assert due_list([stop], months, {}, date(2050, 1, 1)) == ()
    assert reach_back(RETENTION[stop.kind], date(2050, 1, 1)) is None


def test_a_list_has_an_end() -> None:
    many = [replace(CLOSED, record_id=number) for number in range(MOST + 5)]
    assert len(due_list(many, RETENTION, {}, date(2040, 1, 1))) == MOST


@given(
    event=st.dates(date(2000, 1, 1), date(2060, 1, 1)),
    today=st.dates(date(2000, 1, 1), date(2070, 1, 1)),
    kind=st.sampled_from([kind for kind, rule in RETENTION.items() if rule.months is not None]),
)
def test_whatever_is_due_is_within_reach(event: date, today: date, kind: RetainedKind) -> None:
    rule = RETENTION[kind]
    due, limit = due_on(rule, event), reach_back(rule, today)
    assert due is not None
    assert limit is not None
    assert due > today or event <= limit


@pytest.mark.parametrize(
    ("reason", "until", "code"),
    [
        ("", date(2027, 1, 1), "keep_needs_reason"),
        ("court", None, "keep_until_past"),
        ("court", date(2026, 9, 14), "keep_until_past"),
    ],
)
def test_keeping_for_longer_needs_a_reason_and_a_day(
    reason: str, until: date | None, code: str
) -> None:
    with pytest.raises(Refusal, match=code):
        checked_reason(reason, until, date(2026, 9, 14))
    assert checked_reason(" a  claim ", date(2027, 1, 1), date(2026, 9, 14)) == "a claim"
