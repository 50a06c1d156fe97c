# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""Days of a letter that cannot all be meant: what went out cannot be called back."""

from collections.abc import Iterator
from datetime import date

from servicedesk.domain.complaints_rights import cancel_by
from servicedesk.domain.errors import Refusal
from servicedesk.domain.legal_figures import LegalFigures
from servicedesk.domain.letters import VALUES
from servicedesk.domain.letters_fields_feedback import GIVEN_ON
from servicedesk.domain.letters_notice import FROM, LEAVE_BY

_TO_COME = (
    *("decide_by", "new_date", "review_by", "valid_until", "remedy.due"),
    "behaviour.review_on",
    *(FROM, LEAVE_BY),
)
"""Days of letters that are still to come when they are read."""

CANCEL_FROM = ("contract.date", "contract.delivered_on")
"""From when the days for cancelling count: the agreement, or the last delivery of goods."""


def check_days(values: VALUES, today: date, law: LegalFigures) -> None:
    """Refuse days that contradict one another, or today.

    Args:
        values: of the fields, days as ISO text; what is no day is not looked at here.
        today: the day on which the letter goes out.
        law: what the law says in figures.

    Raises:
        Refusal: ``letter_closure_backwards``, ``letter_back_too_soon``, ``letter_done_ahead``,
            ``letter_day_not_later``, ``letter_day_over``, ``letter_reply_over``,
            ``letter_coming_over``, ``letter_there_before_sent``, ``letter_not_yet_sent``,
            ``letter_cancel_too_soon``, ``letter_leave_after`` or ``feedback_ahead``, with the
            field to mend.
    """
    for refusal in _found(values, today, law):
        raise refusal


def _found(values: VALUES, today: date, law: LegalFigures) -> Iterator[Refusal]:
    first, last = _day(values, "closure.from"), _day(values, "closure.to")
    if first is not None and last is not None and last < first:
        yield Refusal("letter_closure_backwards", "closure.to")
    back, until = _day(values, "closure.back_on"), last or first
    if back is not None and until is not None and back <= until:
        yield Refusal("letter_back_too_soon", "closure.back_on")
    done = _day(values, "done_on")
    if done is not None and done > today:
        yield Refusal("letter_done_ahead", "done_on")
    old, new = _day(values, "old_due"), _day(values, "new_due")
    if new is not None and old is not None and new <= old:
        yield Refusal("letter_day_not_later", "new_due")
    if new is not None and new < today:
        yield Refusal("letter_day_over", "new_due")
    reply_by = _day(values, "reply_by")
    if reply_by is not None and reply_by < today:
        yield Refusal("letter_reply_over", "reply_by")
    for name in _TO_COME:
        day = _day(values, name)
        if day is not None and day < today:
            yield Refusal("letter_coming_over", name)
    given_on = _day(values, GIVEN_ON)
    if given_on is not None and given_on > today:
        yield Refusal("feedback_ahead", GIVEN_ON)
    begins, leave_by = _day(values, FROM), _day(values, LEAVE_BY)
    if begins is not None and leave_by is not None and leave_by > begins:
        yield Refusal("letter_leave_after", LEAVE_BY)
    yield from _about_money(values, today)
    yield from _about_cancelling(values, law)


def _about_money(values: VALUES, today: date) -> Iterator[Refusal]:
    """Money is sent before the letter says so, and is there no sooner than it was sent."""
    sent_on, expect_by = _day(values, "sent_on"), _day(values, "expect_by")
    if sent_on is not None and sent_on > today:
        yield Refusal("letter_not_yet_sent", "sent_on")
    if sent_on is not None and expect_by is not None and expect_by < sent_on:
        yield Refusal("letter_there_before_sent", "expect_by")


def _about_cancelling(values: VALUES, law: LegalFigures) -> Iterator[Refusal]:
    """Nobody is told of fewer days than the law gives them, from whichever day comes last."""
    until = _day(values, "contract.cancel_by")
    begins = [day for name in CANCEL_FROM if (day := _day(values, name)) is not None]
    if until is not None and begins and until < cancel_by(max(begins), law):
        yield Refusal("letter_cancel_too_soon", "contract.cancel_by")


def _day(values: VALUES, name: str) -> date | None:
    try:
        return date.fromisoformat(values.get(name, "").strip())
    except ValueError:
        return None
