# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""The clocks of privacy on Today: hours of a breach, days of a request, clearing out, the fee."""

from collections.abc import Iterable
from datetime import date, timedelta

from servicedesk.domain.privacy_fee import is_fee_near
from servicedesk.domain.privacy_seen import BreachSeen, RequestSeen
from servicedesk.domain.today import Seen, TodayAction, TodayCard, TodayGroup, Value, quiet_card

ROOM = "privacy"
REQUEST_SOON = timedelta(days=10)
"""Before the day of a request: it takes a while to gather what is held on somebody."""

MOST = 3
"""Cards of one kind; what is more is counted in one card."""


def privacy_cards(seen: Seen) -> Iterable[TodayCard]:
    """Breaches, requests, what has been kept for long enough, and the fee."""
    privacy = seen.privacy
    yield from map(_breach, privacy.breaches[:MOST])
    if len(privacy.breaches) > MOST:
        more = len(privacy.breaches) - MOST
        yield quiet_card("breach_more", "show_all", ROOM, "breaches", count=more)
    near = [
        (request, request.due_on)
        for request in privacy.requests
        if request.due_on is not None and request.due_on - REQUEST_SOON <= seen.today
    ]
    for request, due in near[:MOST]:
        yield _request(request, due, seen.today)
    if len(near) > MOST:
        more = len(near) - MOST
        yield quiet_card("data_request_more", "show_all", ROOM, "requests", count=more)
    if privacy.clearing:
        code = "clearing_due" if privacy.clearing == 1 else "clearing_due_many"
        yield quiet_card(code, "look_through", ROOM, "clearing", count=privacy.clearing)
    fee = privacy.fee_on
    if fee is not None and is_fee_near(fee, seen.today):
        yield _dated(
            "fee_over" if fee < seen.today else "fee_soon",
            TodayAction(verb="open", room=ROOM, item="fee"),
            fee,
            is_needed=fee < seen.today,
            is_late=fee < seen.today,
        )


def _breach(breach: BreachSeen) -> TodayCard:
    where = TodayAction(verb="open", room=ROOM, part="breaches", item=str(breach.id))
    if breach.by is None:
        return quiet_card("breach_open", "open", ROOM, "breaches", str(breach.id), text=breach.what)
    return TodayCard(
        code="breach_over" if breach.is_over else "breach_hours",
        group=TodayGroup.NEEDED,
        tone="late",
        values={"text": breach.what, "day": breach.by.date(), "clock": f"{breach.by:%H.%M}"},
        actions=(where,),
        day=date.min,  # nothing else has hours only
    )


def _request(request: RequestSeen, due: date, today: date) -> TodayCard:
    code = "data_request_soon"
    if due <= today:
        code = "data_request_late" if due < today else "data_request_today"
    return _dated(
        code,
        TodayAction(verb="open", room=ROOM, part="requests", item=str(request.id)),
        due,
        is_needed=due <= today,
        is_late=due < today,
        ref=request.ref,
    )


def _dated(
    code: str, action: TodayAction, day: date, *, is_needed: bool, is_late: bool, **values: Value
) -> TodayCard:
    return TodayCard(
        code=code,
        group=TodayGroup.NEEDED if is_needed else TodayGroup.COMING,
        tone="late" if is_late else "due",
        values={"day": day, **values},
        actions=(action,),
        day=day,
    )
