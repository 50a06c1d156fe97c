# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""What is done again and again so that service stays good: how often, and when it is due.

How often is ours, but for the charter check, which goes by the year of the charter's own review
(BS 8477, audits and performance review). Nobody is late with any of it: it is good to do.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, timedelta
from enum import StrEnum
from types import MappingProxyType

from servicedesk.domain.calendars import add_months
from servicedesk.domain.checks import Bank

OFFER_AFTER = timedelta(days=90)
"""A charter that has been published so long has a shop behind it that is no beginner."""

OFFER_GAP = timedelta(days=30)
"""After something of this was done, the time until something new is offered."""


class Routine(StrEnum):
    """What is done again and again, in the order in which it is offered."""

    SELF_CHECK = "self_check"
    REVIEW = "review"
    SECURITY = "security"
    CHARTER_CHECK = "charter_check"
    FAIRNESS = "fairness"


MONTHS: Mapping[Routine, int] = MappingProxyType(
    {
        Routine.SELF_CHECK: 12,
        Routine.REVIEW: 6,
        Routine.SECURITY: 12,
        Routine.CHARTER_CHECK: 12,
        Routine.FAIRNESS: 6,
    }
)
"""Months after which it is done again."""


@dataclass(frozen=True, slots=True, kw_only=True)
class BegunCheck:
    """A check that was begun and is not finished.

    Args:
        bank: which questions.
        started_on: the day it was begun.
        answered: questions that were answered.
        asked: all of them.
    """

    bank: Bank
    started_on: date
    answered: int
    asked: int


@dataclass(frozen=True, slots=True, kw_only=True)
class RoutinesSeen:
    """What there is of routines in the file.

    Args:
        published_on: the day a charter was first published, or None while none is in force.
        last: the day each was done last; those that never were are left out.
        going: those that were begun and are not finished.
        review_next: the day that was chosen for the next review, or None.
        checks: that were begun, the oldest first.
    """

    published_on: date | None = None
    last: Mapping[Routine, date] = field(default_factory=lambda: MappingProxyType({}))
    going: frozenset[Routine] = frozenset()
    review_next: date | None = None
    checks: tuple[BegunCheck, ...] = ()


def routine_due(routine: Routine, seen: RoutinesSeen) -> date | None:
    """The day from which a routine is due again; None for one that was never done.

    Args:
        routine: which.
        seen: what there is of it. The day that was chosen at the last review goes before ours.
    """
    last = seen.last.get(routine)
    if last is None:
        return None
    if routine is Routine.REVIEW and seen.review_next is not None and seen.review_next > last:
        return seen.review_next
    return add_months(last, MONTHS[routine])


def routine_offered(seen: RoutinesSeen, today: date) -> Routine | None:
    """The one routine to offer that was never done, or None: one at a time, and to no new shop.

    Args:
        seen: what there is.
        today: in the shop.
    """
    if seen.published_on is None or seen.published_on + OFFER_AFTER > today:
        return None
    if seen.going or seen.checks:
        return None
    if any(done + OFFER_GAP > today for done in seen.last.values()):
        return None
    return next((one for one in Routine if one not in seen.last), None)
