# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""What a request about somebody's information must say, and what can be done with it when."""

from dataclasses import replace
from datetime import date

from servicedesk.domain.complaints_checking import tidy_text
from servicedesk.domain.data_requests import (
    LINE_MOST,
    TEXT_MOST,
    LeftOut,
    RequestCard,
    RequestDraft,
    RequestOutcome,
    RequestStage,
)
from servicedesk.domain.entries import tidy_line
from servicedesk.domain.errors import Refusal

_LONG_AGO_YEARS = 10

_TELLS_WHY = frozenset({RequestOutcome.PARTLY, RequestOutcome.REFUSED})
"""Outcomes that owe a reason."""


def checked_request(draft: RequestDraft, today: date) -> RequestDraft:
    """The request as kept.

    Args:
        draft: as typed.
        today: the day it is.

    Raises:
        Refusal: ``request_needs_who`` for "called"; ``request_ahead`` or ``request_long_ago``
            for "received_on"; ``request_due_before`` for "own_due"; what ``tidy_line`` and
            ``tidy_text`` raise.
    """
    called = tidy_line(draft.called, "called", LINE_MOST)
    if not called and draft.customer_id is None:
        raise Refusal("request_needs_who", "called")
    if draft.received_on > today:
        raise Refusal("request_ahead", "received_on")
    if draft.received_on.year < today.year - _LONG_AGO_YEARS:
        raise Refusal("request_long_ago", "received_on", years=_LONG_AGO_YEARS)
    if draft.own_due is not None and draft.own_due < draft.received_on:
        raise Refusal("request_due_before", "own_due")
    return replace(
        draft,
        called=called,
        reach=tidy_line(draft.reach, "reach", LINE_MOST),
        text=tidy_text(draft.text, "text", TEXT_MOST),
    )


def checked_asking(card: RequestCard, asked: str, on: date, today: date) -> str:
    """What we ask them, before the clock stands still.

    Args:
        card: the request.
        asked: as typed.
        on: the day we asked.
        today: the day it is.

    Raises:
        Refusal: ``request_ended``; ``request_waits`` while we wait already;
            ``request_pauses_cross`` for "on"; ``request_needs_asked`` for "asked"; what
            ``checked_step_day`` raises.
    """
    _open(card)
    if card.open_pause is not None:
        raise Refusal("request_waits")
    checked_step_day(card, on, today)
    if any(one.until is not None and on < one.until for one in card.pauses):
        raise Refusal("request_pauses_cross", "on")
    tidy = tidy_text(asked, "asked", TEXT_MOST)
    if not tidy:
        raise Refusal("request_needs_asked", "asked")
    return tidy


def checked_back(card: RequestCard, on: date, today: date) -> None:
    """They have answered us: the clock goes on.

    Args:
        card: the request.
        on: the day on which they did.
        today: the day it is.

    Raises:
        Refusal: ``request_ended``; ``request_waits_not``; ``request_back_before`` for "on"; what
            ``checked_step_day`` raises.
    """
    _open(card)
    pause = card.open_pause
    if pause is None:
        raise Refusal("request_waits_not")
    checked_step_day(card, on, today)
    if on < pause.from_on:
        raise Refusal("request_back_before", "on")


def checked_longer(
    card: RequestCard, why: str, on: date, today: date, first_due: date | None
) -> str:
    """The reason for which it takes longer, told in time.

    Args:
        card: the request.
        why: as typed.
        on: the day on which we tell them.
        today: the day it is.
        first_due: by when it is to be answered as it stands; None where no law of ours says so.

    Raises:
        Refusal: ``request_ended``; ``request_no_law`` where there is nothing to extend;
            ``request_waits``; ``request_longer_twice``; ``request_longer_late`` for "on";
            ``request_needs_why`` for "why"; what ``checked_step_day`` raises.
    """
    _open(card)
    if card.open_pause is not None:
        raise Refusal("request_waits")
    if card.extended_on is not None:
        raise Refusal("request_longer_twice")
    if first_due is None:
        raise Refusal("request_no_law")
    checked_step_day(card, on, today)
    if on > first_due:
        raise Refusal("request_longer_late", "on")
    tidy = tidy_text(why, "why", TEXT_MOST)
    if not tidy:
        raise Refusal("request_needs_why", "why")
    return tidy


def checked_answer(
    card: RequestCard, outcome: RequestOutcome, kept_back: str, on: date, today: date
) -> str:
    """What was kept back and why, of an answer that can be noted.

    Args:
        card: the request.
        outcome: what came of it.
        kept_back: as typed.
        on: the day on which it went out.
        today: the day it is.

    Raises:
        Refusal: ``request_ended``; ``request_needs_why`` for "kept_back" where it was refused or
            answered in part; what ``checked_step_day`` raises.
    """
    _open(card)
    checked_step_day(card, on, today)
    tidy = tidy_text(kept_back, "kept_back", TEXT_MOST)
    if not tidy and outcome in _TELLS_WHY:
        raise Refusal("request_needs_why", "kept_back")
    return tidy


def checked_left_out(left_out: tuple[LeftOut, ...]) -> tuple[LeftOut, ...]:
    """Records that a pack leaves out, each with its reason, or hands over whole on purpose.

    Raises:
        Refusal: ``request_left_out_why`` for the line of one without a reason; what
            ``tidy_line`` raises.
    """
    found = []
    for one in left_out:
        reason = tidy_line(one.reason, one.line, LINE_MOST)
        if not (reason or one.is_whole):
            raise Refusal("request_left_out_why", one.line)
        found.append(replace(one, reason="" if one.is_whole else reason))
    return tuple(found)


def checked_step_day(card: RequestCard, on: date, today: date) -> None:
    """The day on which something was done with a request.

    Raises:
        Refusal: ``request_day_ahead`` or ``request_day_before`` for "on".
    """
    if on > today:
        raise Refusal("request_day_ahead", "on")
    if on < card.draft.received_on:
        raise Refusal("request_day_before", "on")


def _open(card: RequestCard) -> None:
    if card.stage is RequestStage.ENDED:
        raise Refusal("request_ended", ref=card.ref)
