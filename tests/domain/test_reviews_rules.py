# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""Reviews: the days one is about, what is refused, what became of decisions."""

from dataclasses import replace
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from servicedesk.domain.actions import ActionCard, ActionDraft
from servicedesk.domain.errors import Refusal
from servicedesk.domain.periods import Period
from servicedesk.domain.reviews import (
    DECISIONS,
    BecameOf,
    Decision,
    DecisionCard,
    ReviewCard,
    ReviewDraft,
    Yearly,
)
from servicedesk.domain.reviews_rules import (
    FINDINGS_MOST,
    became_of,
    check_room,
    checked_decision,
    checked_review,
    finished_draft,
    next_review,
    period_to_review,
    yearly_line,
)

TODAY = date(2026, 11, 23)
BEGUN = date(2026, 11, 20)
WRITTEN = ReviewDraft(
    held_on=TODAY,
    present="Ann",
    findings="We are late on Saturdays.",
    changes_charter=False,
)
OPEN = ReviewCard(
    id=1, begun_on=BEGUN, period=Period(first=date(2026, 5, 21), last=BEGUN), draft=WRITTEN
)
DONE = replace(OPEN, finished_on=BEGUN)


def test_the_first_review_is_about_the_last_six_months() -> None:
    period = period_to_review((), TODAY)
    assert (period.first, period.last) == (date(2026, 5, 24), TODAY)


def test_a_review_goes_on_where_the_last_one_ended() -> None:
    older = replace(DONE, period=Period(first=date(2025, 1, 1), last=date(2025, 6, 30)))
    period = period_to_review((DONE, older), TODAY)
    assert (period.first, period.last) == (date(2026, 11, 21), TODAY)


def test_after_many_years_it_is_about_the_last_ten() -> None:
    old = replace(DONE, period=Period(first=date(1999, 1, 1), last=date(1999, 6, 30)))
    assert period_to_review((old,), TODAY).first == date(2016, 11, 24)


@given(st.dates(date(1990, 1, 1), date(2900, 1, 1)), st.integers(1, 9_000))
def test_no_day_is_reviewed_twice_and_none_is_left_out(last: date, later: int) -> None:
    before = replace(DONE, period=Period(first=last, last=last))
    today = last + timedelta(days=later)
    period = period_to_review((before,), today)
    assert last < period.first <= period.last == today
    if later < 3_650:
        assert period.first == last + timedelta(days=1)


@pytest.mark.parametrize(
    ("reviews", "today", "code"),
    [
        ((OPEN, DONE), TODAY, "review_is_open"),
        ((DONE,), BEGUN, "review_too_soon"),
        ((DONE,), date(2026, 1, 1), "review_too_soon"),
    ],
)
def test_no_review_begins_twice(reviews: tuple[ReviewCard, ...], today: date, code: str) -> None:
    with pytest.raises(Refusal, match=code):
        period_to_review(reviews, today)


def test_what_is_written_is_tidied_and_may_be_empty() -> None:
    typed = ReviewDraft(present="  Ann,\n Tom ", findings=" One.\r\nTwo. ", charter_change=" a  b ")
    kept = checked_review(typed, OPEN, TODAY)
    assert (kept.present, kept.findings, kept.charter_change) == ("Ann, Tom", "One.\nTwo.", "a b")
    assert checked_review(ReviewDraft(), OPEN, TODAY) == ReviewDraft()


@pytest.mark.parametrize(
    ("change", "code", "field"),
    [
        ({"held_on": date(2026, 11, 24)}, "review_held_ahead", "held_on"),
        ({"held_on": date(2026, 11, 19)}, "review_held_before", "held_on"),
        ({"held_on": date(1826, 11, 19)}, "complaint_day_far", "held_on"),
        ({"next_on": TODAY}, "review_next_before", "next_on"),
        ({"held_on": None, "next_on": BEGUN}, "review_next_before", "next_on"),
        ({"next_on": date(2926, 1, 1)}, "complaint_day_off", "next_on"),
        ({"findings": "x" * (FINDINGS_MOST + 1)}, "text_too_long", "findings"),
        ({"present": "x" * 121}, "entry_too_long", "present"),
        ({"charter_change": "x" * 121}, "entry_too_long", "charter_change"),
    ],
)
def test_days_out_of_order_and_words_too_long_are_refused(
    change: dict[str, object], code: str, field: str
) -> None:
    with pytest.raises(Refusal) as caught:
        checked_review(replace(WRITTEN, **change), OPEN, TODAY)  # type: ignore[arg-type]
    assert (caught.value.code, caught.value.field) == (code, field)


def test_a_finished_review_stays_as_it_was() -> None:
    for step in (
        lambda: checked_review(WRITTEN, DONE, TODAY),
        lambda: checked_decision(Decision(text="x"), DONE, TODAY),
        lambda: finished_draft(DONE, TODAY),
    ):
        with pytest.raises(Refusal, match="review_finished"):
            step()


@pytest.mark.parametrize(
    ("change", "code"),
    [
        ({"held_on": None}, "review_needs_day"),
        ({"findings": " \u200b"}, "review_needs_findings"),
        ({"changes_charter": None}, "review_needs_charter"),
        ({"changes_charter": True}, "review_needs_change"),
    ],
)
def test_what_a_review_needs_before_it_is_finished(change: dict[str, object], code: str) -> None:
    with pytest.raises(Refusal, match=code):
        finished_draft(replace(OPEN, draft=replace(WRITTEN, **change)), TODAY)  # type: ignore[arg-type]


def test_a_finished_review_names_the_day_of_the_next() -> None:
    draft = finished_draft(replace(OPEN, draft=replace(WRITTEN, charter_change="old")), TODAY)
    assert draft.next_on == date(2027, 5, 23)
    assert draft.charter_change == ""
    said = replace(
        WRITTEN,
        changes_charter=True,
        charter_change="Ring back in 2 hours",
        next_on=date(2027, 3, 1),
    )
    assert finished_draft(replace(OPEN, draft=said), TODAY) == said
    assert next_review(date(2026, 8, 31)) == date(2027, 2, 28)


def test_decisions_say_what_is_to_be_done() -> None:
    typed = Decision(text=" Open  earlier ", who=" Ann ", due=BEGUN)
    assert checked_decision(typed, OPEN, TODAY) == Decision(
        text="Open earlier", who="Ann", due=BEGUN
    )
    for draft, code in (
        (Decision(text="\u200b"), "decision_needs_text"),
        (Decision(text="x", due=date(2026, 11, 19)), "decision_due_before"),
        (Decision(text="x", due=date(2926, 11, 19)), "complaint_day_off"),
        (Decision(text="x" * 61), "entry_too_long"),
    ):
        with pytest.raises(Refusal, match=code):
            checked_decision(draft, OPEN, TODAY)


def test_a_review_has_room_for_five_decisions() -> None:
    cards = tuple(DecisionCard(id=one, draft=Decision(text="x")) for one in range(DECISIONS))
    check_room(replace(OPEN, decisions=cards[1:]))
    with pytest.raises(Refusal, match="review_many_decisions"):
        check_room(replace(OPEN, decisions=cards))


@pytest.mark.parametrize(
    ("action", "state"),
    [
        (None, BecameOf.GONE),
        (ActionCard(id=1, complaint_id=None, draft=ActionDraft(text="x")), BecameOf.PLANNED),
        (
            ActionCard(id=1, complaint_id=None, draft=ActionDraft(text="x", due=TODAY)),
            BecameOf.PLANNED,
        ),
        (
            ActionCard(id=1, complaint_id=None, draft=ActionDraft(text="x", due=BEGUN)),
            BecameOf.LATE,
        ),
        (
            ActionCard(id=1, complaint_id=None, draft=ActionDraft(text="x", done_on=BEGUN)),
            BecameOf.DONE,
        ),
        (
            ActionCard(
                id=1, complaint_id=None, draft=ActionDraft(text="x", done_on=BEGUN), works=True
            ),
            BecameOf.WORKS,
        ),
        (
            ActionCard(
                id=1, complaint_id=None, draft=ActionDraft(text="x", done_on=BEGUN), works=False
            ),
            BecameOf.NO_HELP,
        ),
    ],
)
def test_what_became_of_a_decision(action: ActionCard | None, state: BecameOf) -> None:
    assert became_of(action, TODAY) is state


def test_what_is_looked_at_once_a_year_is_due_after_twelve_months() -> None:
    assert yearly_line(Yearly.CHARTER, None, TODAY).is_due
    assert yearly_line(Yearly.CHARTER, date(2025, 11, 23), TODAY).is_due
    assert not yearly_line(Yearly.CHARTER, date(2025, 11, 24), TODAY).is_due
