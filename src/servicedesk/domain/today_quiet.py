# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""What can wait for a quiet hour: who a promise was for, what was learnt from a complaint.

Told with it, and it cannot wait: that an insurer must still hear of harm.
"""

from collections import Counter
from collections.abc import Iterable
from dataclasses import replace

from servicedesk.domain.calendars import DayKind
from servicedesk.domain.kinds import Kind
from servicedesk.domain.promises_rules import SUGGESTED_AFTER
from servicedesk.domain.today import Seen, TodayAction, TodayCard, TodayGroup, Value, quiet_card
from servicedesk.domain.today_improving import RECORDED

INSURER = "complaint_insurer"
"""Somebody was hurt or something damaged, and the insurer knows nothing of it."""

FEEDBACK_TO_ANSWER = "feedback_to_answer"
"""Feedback that expects an answer and has none."""

MOST = 3
"""Cards of one kind; what is more is counted in one card."""


def complaint_cards(seen: Seen) -> Iterable[TodayCard]:
    """What of complaints and feedback is to do beside rows: a card for each sort."""
    for fact in seen.quiet:
        if fact.code in RECORDED:
            continue
        many = "" if fact.count == 1 else "_many"
        values: dict[str, Value] = {"count": fact.count, "text": fact.text, "ref": fact.ref}
        if fact.day is not None:
            values["day"] = fact.day
        if fact.what is not None:
            values["what"] = fact.what
        part = _list_of(fact.code) if many else ""
        item = "" if fact.record_id is None or part else str(fact.record_id)
        verb = "show_all" if part else "open"
        room = "feedback" if fact.code == FEEDBACK_TO_ANSWER else "complaints"
        card = quiet_card(f"{fact.code}{many}", verb, room, part, item, **values)
        if fact.code == INSURER:
            card = replace(card, group=TodayGroup.NEEDED, tone="late")
        yield card


def open_cards(seen: Seen) -> Iterable[TodayCard]:
    """Promises without a customer or so late that they look broken, and reviews that are due."""
    promises = [item for item in seen.items if item.kind is Kind.PROMISE]
    nameless = [item for item in promises if item.customer_id is None]
    for item in nameless[:MOST]:
        at = str(item.id)
        yield quiet_card("promise_nobody", "say_who", "promises", item=at, text=item.text)
    if len(nameless) > MOST:
        more = len(nameless) - MOST
        yield quiet_card("promise_nobody_more", "open", "promises", count=more)
    late = Counter(
        item.due.day
        for item in promises
        if item.due.day < seen.today and not item.is_put_off(seen.today)
    )
    old = sum(
        count
        for day, count in late.items()
        if seen.calendar.days_between(day, seen.today, DayKind.WORKING) >= SUGGESTED_AFTER
    )
    if old:
        yield TodayCard(
            code="promise_old" if old == 1 else "promises_old",
            group=TodayGroup.QUIET,
            tone="quiet",
            values={"count": old, "days": SUGGESTED_AFTER},
            actions=(TodayAction(verb="say_how", deed="catch_up"),),
        )
    reviews = [item for item in seen.items if item.kind is Kind.CUSTOMER]
    for item in reviews[:MOST]:
        at = str(item.id)
        yield quiet_card("support_review", "open", "customers", item=at, customer=item.customer)
    if len(reviews) > MOST:
        more = len(reviews) - MOST
        yield quiet_card("support_review_more", "open", "reviews", count=more)


def _list_of(code: str) -> str:
    """The list that shows what a card about several complaints counts; "" where there is none."""
    from servicedesk.domain.complaints_listed import ComplaintChip  # not at start: few have such

    if code == FEEDBACK_TO_ANSWER:
        return "to_answer"
    return ComplaintChip.NO_CAUSE.value if code == "complaint_no_cause" else ""
