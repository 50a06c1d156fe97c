# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""Complaints in lists: what a list is asked for, and what each of its lines tells."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from servicedesk.domain.complaints import About, Priority, Serious, Stage, Track


class ComplaintChip(StrEnum):
    """Which complaints a list shows."""

    OPEN = "open"
    DUE_TODAY = "due_today"
    LATE = "late"
    WAITING = "waiting"
    SERIOUS = "serious"
    PUTTING_RIGHT = "putting_right"
    NO_CAUSE = "no_cause"
    ENDED = "ended"
    ALL = "all"


@dataclass(frozen=True, slots=True, kw_only=True)
class ComplaintFilter:
    """What a list of complaints is asked for: a chip, words, or one customer's."""

    chip: ComplaintChip = ComplaintChip.OPEN
    text: str = ""
    customer_id: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class ComplaintRow:
    """One line of a list of complaints; ``text`` is the beginning of what happened.

    ``due`` is the day of the answer, ``next_on`` the first day on which something is due;
    ``judged_on`` and ``first_due`` as in Dues, ``decided_on`` and ``answered_on`` as in Dates.
    """

    id: int
    ref: str
    text: str
    about: About | None = None
    stage: Stage
    track: Track = Track.ORDINARY
    serious: Serious = Serious.NORMAL
    priority: Priority
    customer_id: int | None = None
    customer_name: str = ""
    remember: str = ""
    handler: str = ""
    received_on: date
    due: date
    next_on: date | None = None
    decided_on: date | None = None
    judged_on: date | None = None
    first_due: date | None = None
    answered_on: date | None = None
    waiting_for: str = ""
