# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""What is learnt from complaints: causes and whys, actions, a later look whether they worked."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date, timedelta
from typing import TYPE_CHECKING

from servicedesk.domain.actions import CHECK_AFTER
from servicedesk.domain.calendars import add_months
from servicedesk.domain.complaints import About
from servicedesk.domain.complaints_causes import Cause, Learning
from servicedesk.domain.complaints_checking import NOTES_MOST, tidy_text
from servicedesk.domain.entries import tidy_line
from servicedesk.domain.entries_bounds import WORDS_MOST, check_year
from servicedesk.domain.errors import Refusal

if TYPE_CHECKING:  # Today names no part of a file, and a start pays for each that is made
    from servicedesk.domain.complaints_file import BehaviourDraft

CAUSES_MOST = 3
"""One main cause and up to two more."""

WHYS_MOST = 5

REVIEW_AFTER = 3
"""Months after a warning about behaviour at which its limits are looked at again."""

ALIKE_FROM = 3
"""Complaints of one sort in one stretch that are worth a word."""

ALIKE_WITHIN = timedelta(days=90)

REPEAT_WITHIN = timedelta(days=180)
"""A customer who complains of the same thing again within it: a repeat."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Alike:
    """Complaints that look alike.

    Args:
        about: what they are about, where that is what they share; else None.
        cause: the main cause they share; else None.
        count: how many there are.
    """

    about: About | None = None
    cause: Cause | None = None
    count: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Effect:
    """Complaints of one cause before and after something was done against it.

    Args:
        cause: the main cause.
        before: how many came in the 90 days before the day it was done.
        after: how many came from that day on, over at most as many days.
        days: over which ``after`` was counted, 1 to 90.
    """

    cause: Cause
    before: int
    after: int
    days: int


def effect(cause: Cause, done_on: date, today: date, came: Iterable[date]) -> Effect:
    """What became of a cause after something was done against it.

    Args:
        cause: the main cause.
        done_on: the day it was done, today at the latest.
        today: in the shop.
        came: the days on which complaints of this cause came.
    """
    until = min(today, done_on + CHECK_AFTER - timedelta(days=1))
    days = tuple(came)
    return Effect(
        cause=cause,
        before=sum(done_on - CHECK_AFTER <= day < done_on for day in days),
        after=sum(done_on <= day <= until for day in days),
        days=(until - done_on).days + 1,
    )


def checked_learning(learning: Learning) -> Learning:
    """What is learnt, as it is kept.

    Raises:
        Refusal: ``too_many_causes``, ``too_many_whys``, or what ``tidy_text`` raises.
    """
    causes = tuple(dict.fromkeys(learning.causes))
    if len(causes) > CAUSES_MOST:
        raise Refusal("too_many_causes", "causes", most=CAUSES_MOST)
    whys = [tidy_text(why, "whys", WORDS_MOST) for why in learning.whys]
    while whys and not whys[-1]:
        whys.pop()
    if len(whys) > WHYS_MOST:
        raise Refusal("too_many_whys", "whys", most=WHYS_MOST)
    return replace(
        learning,
        causes=causes,
        whys=tuple(whys),
        no_cause_because=tidy_line(learning.no_cause_because, "no_cause_because", WORDS_MOST),
        lessons=tidy_text(learning.lessons, "lessons", NOTES_MOST),
        no_action_because=tidy_line(learning.no_action_because, "no_action_because", WORDS_MOST),
    )


def checked_behaviour(draft: "BehaviourDraft", today: date) -> "BehaviourDraft":
    """A note of behaviour as it is kept; after a warning it is looked at again in three months.

    Raises:
        Refusal: ``behaviour_needs_text``, ``complaint_step_ahead``, ``behaviour_day_before``, or
            what ``tidy_text`` and ``check_year`` raise.
    """
    text = tidy_text(draft.text, "text", NOTES_MOST)
    if not text:
        raise Refusal("behaviour_needs_text", "text")
    for field in ("on", "warned_on", "ended_on"):
        day = getattr(draft, field)
        if day is not None and day > today:
            raise Refusal("complaint_step_ahead", field)
        check_year(day, today, field)
        if day is not None and day < draft.on:
            raise Refusal("behaviour_day_before", field)
    check_year(draft.review_on, today, "review_on")
    review_on = draft.review_on
    if review_on is None and draft.warned_on is not None:
        review_on = add_months(draft.warned_on, REVIEW_AFTER)
    limits = tidy_line(draft.limits, "limits", WORDS_MOST)
    return replace(draft, text=text, limits=limits, review_on=review_on)


def alike(abouts: Iterable[About | None], causes: Iterable[Cause | None]) -> tuple[Alike, ...]:
    """What several complaints of one stretch share, the most frequent first.

    Args:
        abouts: what each of them is about.
        causes: the main cause of each.
    """
    about_counts = Counter(about for about in abouts if about is not None)
    cause_counts = Counter(cause for cause in causes if cause is not None)
    found = [
        *(Alike(about=about, count=count) for about, count in about_counts.items()),
        *(Alike(cause=cause, count=count) for cause, count in cause_counts.items()),
    ]
    often = (one for one in found if one.count >= ALIKE_FROM)
    return tuple(sorted(often, key=lambda one: -one.count))
