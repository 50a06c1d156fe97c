# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""Days of a letter that cannot all be meant: what went out cannot be called back."""

from collections.abc import Iterator
from datetime import date

from servicedesk.domain.errors import Refusal
from servicedesk.domain.letters import VALUES


def check_days(values: VALUES, today: date) -> None:
    """Refuse days that contradict one another, or today.

    Args:
        values: of the fields, days as ISO text; what is no day is not looked at here.
        today: the day on which the letter goes out.

    Raises:
        Refusal: ``letter_closure_backwards``, ``letter_back_too_soon``, ``letter_done_ahead``,
            ``letter_day_not_later``, ``letter_day_over`` or ``letter_reply_over``, with the field
            to mend.
    """
    for refusal in _found(values, today):
        raise refusal


def _found(values: VALUES, today: date) -> Iterator[Refusal]:
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


def _day(values: VALUES, name: str) -> date | None:
    try:
        return date.fromisoformat(values.get(name, "").strip())
    except ValueError:
        return None
