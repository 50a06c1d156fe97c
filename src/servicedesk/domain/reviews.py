# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""Management reviews: twice a year the owner looks at what happened, and decides.

The program gathers what is on record and freezes it; the owner writes what it shows and what is
decided. A finished review is a snapshot with its date (BS 8477, performance review; ISO 10002,
management review).
"""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from servicedesk.domain.periods import Period

DECISIONS = 5
"""The most decisions of a review, so that it prints on one page and somebody does them."""


class ReviewTopic(StrEnum):
    """What a review looks at, in order."""

    PROMISES = "promises"
    COMPLAINTS = "complaints"
    SATISFACTION = "satisfaction"
    ACTIONS = "actions"
    RESOURCES = "resources"
    LAW = "law"
    LAST_TIME = "last_time"


class BecameOf(StrEnum):
    """What became of a decision."""

    PLANNED = "planned"
    LATE = "late"
    DONE = "done"
    WORKS = "works"
    NO_HELP = "no_help"
    GONE = "gone"


class Yearly(StrEnum):
    """What is looked at once a year."""

    CHARTER = "charter"
    OURSELVES = "ourselves"
    SECURITY = "security"


@dataclass(frozen=True, slots=True, kw_only=True)
class ReviewInput:
    """One thing that was on record when a review was begun.

    Args:
        topic: what it is about.
        text: a sentence, as it stood then.
    """

    topic: ReviewTopic
    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Decision:
    """One decision as typed.

    Args:
        text: what is to be done.
        who: does it; may be empty.
        due: by when, or None.
    """

    text: str = ""
    who: str = ""
    due: date | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class DecisionCard:
    """One decision as kept.

    Args:
        id: of the row; an action that came of it has it as its ``source_key``.
        draft: what was typed.
    """

    id: int
    draft: Decision


@dataclass(frozen=True, slots=True, kw_only=True)
class ReviewDraft:
    """What the owner writes about a review.

    Args:
        held_on: the day; None while it is not said.
        present: who was there; may be empty.
        findings: what the figures show; may be empty while it is open.
        changes_charter: the charter changes because of it; None while nobody has said.
        charter_change: what changes in it.
        next_on: when the next one is, or None.
    """

    held_on: date | None = None
    present: str = ""
    findings: str = ""
    changes_charter: bool | None = None
    charter_change: str = ""
    next_on: date | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class ReviewCard:
    """A review as kept.

    Args:
        id: of the row.
        begun_on: the day on which the program gathered what was on record.
        period: the days it is about.
        inputs: what was on record, in order of topic.
        draft: what the owner wrote.
        decisions: in order.
        finished_on: the day from which nothing of it changes, or None while it is open.
    """

    id: int
    begun_on: date
    period: Period
    inputs: tuple[ReviewInput, ...] = ()
    draft: ReviewDraft
    decisions: tuple[DecisionCard, ...] = ()
    finished_on: date | None = None

    @property
    def is_open(self) -> bool:
        """It can still be written on."""
        return self.finished_on is None


@dataclass(frozen=True, slots=True, kw_only=True)
class YearlyLine:
    """One thing that is looked at once a year.

    Args:
        what: it is.
        last_on: when it was last done to the end, or None.
        is_due: it is a year ago, or was never done.
    """

    what: Yearly
    last_on: date | None
    is_due: bool
