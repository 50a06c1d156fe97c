# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""Rules of reviews: which days one is about, when it begins and ends, what became of decisions."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date, timedelta

from servicedesk.domain.actions import ActionCard
from servicedesk.domain.calendars import add_months
from servicedesk.domain.complaints_checking import tidy_text
from servicedesk.domain.entries import tidy_line
from servicedesk.domain.entries_bounds import check_year
from servicedesk.domain.errors import Refusal
from servicedesk.domain.periods import LONGEST_YEARS, Period
from servicedesk.domain.reviews import (
    DECISIONS,
    BecameOf,
    Decision,
    ReviewCard,
    ReviewDraft,
    Yearly,
    YearlyLine,
)

EVERY_MONTHS = 6
"""Between one review and the next."""

YEAR_MONTHS = 12
"""Between one check of what is looked at once a year and the next."""

FINDINGS_MOST = 500
"""Characters of what a review shows, so that it prints on one page."""

CHANGE_MOST = 120
DECISION_MOST = 60
"""The same for what changes in the charter, and for each decision: a line of its table."""

_ONE_DAY = timedelta(days=1)


def period_to_review(reviews: Sequence[ReviewCard], today: date) -> Period:
    """The days that a review is about which begins today.

    Args:
        reviews: all there are.
        today: the last of its days.

    Returns:
        From the day after the last day of the review before; the last six months for the first.

    Raises:
        Refusal: ``review_is_open`` while one is not finished; ``review_too_soon`` where the last
            one ended today, or on a day to come because the clock of the computer was wrong.
    """
    if any(one.is_open for one in reviews):
        raise Refusal("review_is_open")
    last = max((one.period.last for one in reviews), default=None)
    if last is None:
        return Period(first=add_months(today + _ONE_DAY, -EVERY_MONTHS), last=today)
    if last >= today:
        raise Refusal("review_too_soon")
    longest = add_months(today + _ONE_DAY, -YEAR_MONTHS * LONGEST_YEARS)
    return Period(first=max(last + _ONE_DAY, longest), last=today)


def checked_review(draft: ReviewDraft, card: ReviewCard, today: date) -> ReviewDraft:
    """What was written about a review, as it is kept; anything may still be empty.

    Args:
        draft: as typed.
        card: of the review.
        today: in the shop.

    Raises:
        Refusal: ``review_finished``; ``review_held_ahead`` or ``review_held_before`` for
            "held_on"; ``review_next_before`` for "next_on"; what ``check_year``, ``tidy_line``
            and ``tidy_text`` raise.
    """
    check_open(card)
    held, following = draft.held_on, draft.next_on
    check_year(held, today, "held_on")
    check_year(following, today, "next_on")
    if held is not None and held > today:
        raise Refusal("review_held_ahead", "held_on")
    if held is not None and held < card.begun_on:
        raise Refusal("review_held_before", "held_on")
    if following is not None and following <= (held or card.begun_on):
        raise Refusal("review_next_before", "next_on")
    return replace(
        draft,
        present=tidy_line(draft.present, "present"),
        findings=tidy_text(draft.findings, "findings", FINDINGS_MOST),
        charter_change=tidy_line(draft.charter_change, "charter_change", CHANGE_MOST),
    )


def checked_decision(draft: Decision, card: ReviewCard, today: date) -> Decision:
    """A decision as it is kept.

    Args:
        draft: as typed.
        card: of the review.
        today: in the shop.

    Raises:
        Refusal: ``review_finished``; ``decision_needs_text`` for "text"; ``decision_due_before``
            for "due"; what ``check_year`` and ``tidy_line`` raise.
    """
    check_open(card)
    text = tidy_line(draft.text, "text", DECISION_MOST)
    if not text:
        raise Refusal("decision_needs_text", "text")
    check_year(draft.due, today, "due")
    if draft.due is not None and draft.due < card.begun_on:
        raise Refusal("decision_due_before", "due")
    return replace(draft, text=text, who=tidy_line(draft.who, "who"))


def check_room(card: ReviewCard) -> None:
    """See that a review has room for one more decision.

    Raises:
        Refusal: ``review_many_decisions``.
    """
    if len(card.decisions) >= DECISIONS:
        raise Refusal("review_many_decisions", most=DECISIONS)


def check_open(card: ReviewCard) -> None:
    """See that a review can still be written on.

    Raises:
        Refusal: ``review_finished``.
    """
    if not card.is_open:
        raise Refusal("review_finished")


def finished_draft(card: ReviewCard, today: date) -> ReviewDraft:
    """What a review says when it is finished: the day of the next one is filled in.

    Args:
        card: as kept, still open.
        today: in the shop.

    Raises:
        Refusal: what it still needs: ``review_needs_day`` for "held_on", ``review_needs_findings``
            for "findings", ``review_needs_charter`` for "changes_charter" or
            ``review_needs_change`` for "charter_change"; what ``checked_review`` raises.
    """
    draft = checked_review(card.draft, card, today)
    if draft.held_on is None:
        raise Refusal("review_needs_day", "held_on")
    if not tidy_line(draft.findings, "findings", FINDINGS_MOST):  # signs nobody sees are none
        raise Refusal("review_needs_findings", "findings")
    if draft.changes_charter is None:
        raise Refusal("review_needs_charter", "changes_charter")
    if draft.changes_charter and not draft.charter_change:
        raise Refusal("review_needs_change", "charter_change")
    change = draft.charter_change if draft.changes_charter else ""
    following = draft.next_on or next_review(draft.held_on)
    return replace(draft, charter_change=change, next_on=following)


def next_review(held_on: date) -> date:
    """The day of the next review, six months after one that was held on a day."""
    return add_months(held_on, EVERY_MONTHS)


def became_of(action: ActionCard | None, today: date) -> BecameOf:
    """What became of a decision.

    Args:
        action: that it was made; None where it is no longer in the list of actions.
        today: in the shop.
    """
    if action is None:
        return BecameOf.GONE
    if action.works is not None:
        return BecameOf.WORKS if action.works else BecameOf.NO_HELP
    if action.draft.done_on is not None:
        return BecameOf.DONE
    due = action.draft.due
    return BecameOf.LATE if due is not None and due < today else BecameOf.PLANNED


def yearly_line(what: Yearly, last_on: date | None, today: date) -> YearlyLine:
    """When something that is looked at once a year was last done, and whether it is due again."""
    is_due = last_on is None or add_months(last_on, YEAR_MONTHS) <= today
    return YearlyLine(what=what, last_on=last_on, is_due=is_due)
