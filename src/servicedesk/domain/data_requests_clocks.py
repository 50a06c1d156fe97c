# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""By when a request about somebody's information is to be answered, and of what that is made.

The same day number of the next month, or the last day of a shorter one; off a weekend or bank
holiday to the next working day. Asking who they are starts the clock anew on the day we know it;
asking what they mean stops it; telling them within the time that it takes longer adds months (UK
General Data Protection Regulation, articles 12 and 12A). How many months stands in the file of law.
"""

from dataclasses import dataclass
from datetime import date

from servicedesk.domain.calendars_counting import count_months
from servicedesk.domain.calendars_segments import Count, NamedCalendar, Pause
from servicedesk.domain.data_requests import (
    PauseWhy,
    RequestCard,
    RequestKind,
    RequestNext,
    RequestPause,
    RequestStage,
    RequestStep,
)

_ON_PAPER = frozenset({RequestKind.SEE, RequestKind.TAKE})
"""What is answered with a pack of what is held."""


@dataclass(frozen=True, slots=True, kw_only=True)
class RequestTimes:
    """What the law says in figures; there are none somewhere else than in the four nations.

    Args:
        months: for an answer.
        longer_months: more of them, where it takes longer.
    """

    months: int
    longer_months: int


def request_count(
    card: RequestCard, known: NamedCalendar, times: RequestTimes | None
) -> Count | None:
    """By when a request is to be answered, with its parts.

    Args:
        card: the request.
        known: the calendar of the business.
        times: of the law; None where there is none of ours.

    Returns:
        None where no law of ours names a day, and while we wait for their answer.
    """
    if times is None or card.open_pause is not None:
        return None
    months = times.months + (0 if card.extended_on is None else times.longer_months)
    pauses = [
        Pause(after=one.from_on, until=one.until, name=one.asked)
        for one in card.pauses
        if one.why is PauseWhy.CLARITY and one.until is not None
    ]
    return count_months(known, clock_start(card), months, pauses, rolls=True)


def clock_start(card: RequestCard) -> date:
    """The day that the clock counts from: receipt, or the day on which we knew who they are."""
    seen = (
        one.until for one in card.pauses if one.why is PauseWhy.IDENTITY and one.until is not None
    )
    return max((card.draft.received_on, *seen))


def request_due(card: RequestCard, known: NamedCalendar, times: RequestTimes | None) -> date | None:
    """The day by which a request is to be answered.

    Args:
        card: the request.
        known: the calendar of the business.
        times: of the law; None where there is none of ours.

    Returns:
        Where no law names a day the owner's own, if there is one; None while we wait.
    """
    if card.open_pause is not None:
        return None
    count = request_count(card, known, times)
    return card.draft.own_due if count is None else count.end


def is_request_late(card: RequestCard, today: date) -> bool:
    """Whether it should have been answered by now."""
    return card.stage is RequestStage.OPEN and card.due_on is not None and card.due_on < today


def next_for(card: RequestCard) -> RequestNext | None:
    """The one thing to do next; None once it is answered."""
    if card.stage is RequestStage.ENDED:
        return None
    waits = card.open_pause
    if waits is not None:
        return _waiting(waits)
    if card.draft.customer_id is None or card.is_forgotten:
        return RequestNext.NOTE_ANSWER
    if card.draft.kind is RequestKind.ERASE:
        return RequestNext.FORGET
    done = {line.step for line in card.lines}
    if card.draft.kind in _ON_PAPER:
        if RequestStep.PACK not in done:
            return RequestNext.MAKE_PACK
        if RequestStep.LETTER not in _since_pack(card):
            return RequestNext.WRITE_REPLY
    return RequestNext.NOTE_ANSWER


def _waiting(pause: RequestPause) -> RequestNext:
    is_who = pause.why is PauseWhy.IDENTITY
    return RequestNext.SEE_IDENTITY if is_who else RequestNext.GET_CLARITY


def _since_pack(card: RequestCard) -> set[RequestStep]:
    """What happened after the pack was made first; an earlier letter was no reply."""
    steps = [line.step for line in card.lines]
    return set(steps[steps.index(RequestStep.PACK) :])
