# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""Ideas seen elsewhere: noted, tried here by a day, and kept, tried again or dropped.

BS 8477, benchmarking and innovation, read for a shop: be a customer next door, try one idea.
"""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date
from enum import StrEnum

from servicedesk.domain.entries import tidy_line
from servicedesk.domain.errors import Refusal
from servicedesk.domain.periods import LONGEST_YEARS

WHAT_MOST = 200
"""Characters of what the idea is."""

WHERE_MOST = 120
"""Characters of where it was seen."""

NOTE_MOST = 500
"""Characters of what came of it."""

AHEAD_YEARS = 5
"""An idea to be tried later than this is a slip of the year."""


class IdeaVerdict(StrEnum):
    """What is made of an idea."""

    KEEP = "keep"
    TRY_AGAIN = "try_again"
    DROP = "drop"


class IdeaState(StrEnum):
    """How far an idea is, in the order in which they are shown."""

    TO_TRY = "to_try"
    TO_JUDGE = "to_judge"
    KEPT = "kept"
    DROPPED = "dropped"


@dataclass(frozen=True, slots=True, kw_only=True)
class IdeaDraft:
    """An idea as typed.

    Args:
        what: is to be tried.
        seen_at: where it was seen; may be empty for one of our own.
        seen_on: the day, or None.
        try_by: the day to have tried it by, or None.
        tried_on: the day it was tried, or None.
        verdict: what is made of it, or None.
        note: what came of it; may be empty.
    """

    what: str
    seen_at: str = ""
    seen_on: date | None = None
    try_by: date | None = None
    tried_on: date | None = None
    verdict: IdeaVerdict | None = None
    note: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class IdeaCard:
    """An idea as kept.

    Args:
        id: of the row.
        draft: what was typed.
        is_planned: it became an action.
    """

    id: int
    draft: IdeaDraft
    is_planned: bool = False


def state_of_idea(draft: IdeaDraft) -> IdeaState:
    """How far an idea is; one that is tried again is one to try."""
    if draft.verdict is IdeaVerdict.KEEP:
        return IdeaState.KEPT
    if draft.verdict is IdeaVerdict.DROP:
        return IdeaState.DROPPED
    if draft.verdict is IdeaVerdict.TRY_AGAIN or draft.tried_on is None:
        return IdeaState.TO_TRY
    return IdeaState.TO_JUDGE


def is_late(draft: IdeaDraft, today: date) -> bool:
    """Whether it should have been tried by now."""
    is_waiting = state_of_idea(draft) is IdeaState.TO_TRY
    return is_waiting and draft.try_by is not None and draft.try_by < today


def in_order(ideas: Iterable[IdeaCard]) -> tuple[IdeaCard, ...]:
    """Ideas as they are shown: to try first, the next day first, those without a day after them.

    What is kept or dropped follows, the newest first.
    """
    return tuple(sorted(ideas, key=_place))


def checked_idea(draft: IdeaDraft, today: date) -> IdeaDraft:
    """An idea as it is kept, on single lines.

    An idea may be dropped without having been tried; it is kept, or tried again, only after that.

    Args:
        draft: as typed.
        today: the day it is.

    Raises:
        Refusal: ``idea_needs_what`` for "what"; ``idea_day_ahead`` for "seen_on" or "tried_on";
            ``idea_day_off`` for a day of another age; ``idea_try_before_seen`` for "try_by";
            ``idea_tried_before_seen`` or ``idea_not_tried`` for "tried_on";
            ``idea_again_later`` for "try_by"; what ``tidy_line`` raises.
    """
    tidy = replace(
        draft,
        what=tidy_line(draft.what, "what", WHAT_MOST),
        seen_at=tidy_line(draft.seen_at, "seen_at", WHERE_MOST),
        note=tidy_line(draft.note, "note", NOTE_MOST),
    )
    if not tidy.what:
        raise Refusal("idea_needs_what", "what")
    _check_ages(tidy, today)
    _check_order(tidy)
    return tidy


def _check_ages(draft: IdeaDraft, today: date) -> None:
    for field, day in (("seen_on", draft.seen_on), ("tried_on", draft.tried_on)):
        if day is not None and day > today:
            raise Refusal("idea_day_ahead", field)
    days = (("seen_on", draft.seen_on), ("try_by", draft.try_by), ("tried_on", draft.tried_on))
    for field, day in days:
        if day is None:
            continue
        if not today.year - LONGEST_YEARS <= day.year <= today.year + AHEAD_YEARS:
            raise Refusal("idea_day_off", field, year=day.year)


def _check_order(draft: IdeaDraft) -> None:
    seen, tried, by = draft.seen_on, draft.tried_on, draft.try_by
    if seen is not None and tried is not None and tried < seen:
        raise Refusal("idea_tried_before_seen", "tried_on")
    if seen is not None and by is not None and by < seen:
        raise Refusal("idea_try_before_seen", "try_by")
    if tried is None:
        if draft.verdict in (IdeaVerdict.KEEP, IdeaVerdict.TRY_AGAIN):
            raise Refusal("idea_not_tried", "tried_on")
        return
    if draft.verdict is IdeaVerdict.TRY_AGAIN and by is not None and by <= tried:
        raise Refusal("idea_again_later", "try_by")


def _place(card: IdeaCard) -> tuple[int, date, int]:
    draft = card.draft
    state = state_of_idea(draft)
    order = list(IdeaState).index(state)
    if state is IdeaState.TO_TRY:
        return order, draft.try_by or date.max, -card.id
    return order, date.min, -card.id
