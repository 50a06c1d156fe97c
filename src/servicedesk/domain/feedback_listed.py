# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""Feedback in lists: which list there is, and what each of its lines tells."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from servicedesk.domain.customers import Channel
from servicedesk.domain.feedback import Decision, FeedbackCard, FeedbackKind


class FeedbackChip(StrEnum):
    """Which feedback a list shows."""

    ALL = "all"
    FOLLOW_UP = "follow_up"
    TO_ANSWER = "to_answer"
    LOW = "low"
    SUGGESTIONS = "suggestions"
    COMPLIMENTS = "compliments"
    COMMENTS = "comments"
    ANSWERS = "answers"
    REVIEWS = "reviews"
    WALL = "wall"


COUNTED = (FeedbackChip.FOLLOW_UP, FeedbackChip.TO_ANSWER, FeedbackChip.LOW, FeedbackChip.WALL)
"""Lists that are short enough to say how many stand there."""


@dataclass(frozen=True, slots=True, kw_only=True)
class FeedbackRow:
    """One line of a list of feedback.

    Args:
        id, ref: as in FeedbackCard.
        kind, customer_id, given_on, channel, source, staff, wants_answer: as in FeedbackDraft.
        text: the beginning of what they said, or of what could be better.
        who: whose it is, or "".
        remember: the customer's line to remember, or "".
        satisfaction, recommendation, effort: points, None for what was not answered.
        follow_up_due, followed_up_on, complaint_id, decision, answered_on, thanked_on, is_on_wall:
            as in FeedbackCard.
    """

    id: int
    ref: str
    kind: FeedbackKind
    text: str = ""
    customer_id: int | None = None
    who: str = ""
    remember: str = ""
    given_on: date
    channel: Channel = Channel.COUNTER
    source: str = ""
    staff: str = ""
    satisfaction: int | None = None
    recommendation: int | None = None
    effort: int | None = None
    wants_answer: bool = False
    follow_up_due: date | None = None
    followed_up_on: date | None = None
    complaint_id: int | None = None
    decision: Decision | None = None
    answered_on: date | None = None
    thanked_on: date | None = None
    is_on_wall: bool = False

    @property
    def is_follow_up_open(self) -> bool:
        """Somebody with a low score still waits to hear from us."""
        return self.follow_up_due is not None and self.followed_up_on is None

    @property
    def is_answer_open(self) -> bool:
        """They expect an answer, and have neither one nor a complaint that gives it."""
        return self.wants_answer and self.answered_on is None and self.complaint_id is None


@dataclass(frozen=True, slots=True, kw_only=True)
class Decided:
    """What can stand on "you said, we did".

    Args:
        cards: what stands there, then suggestions that are done or planned; each the newest first.
        open_count: suggestions that nobody has decided on yet.
    """

    cards: tuple[FeedbackCard, ...] = ()
    open_count: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class WallLine:
    """One line of "you said, we did"; no name has a place in it.

    Args:
        id: of the feedback.
        said: what they said.
        done: what we did about it, or plan to do.
        decision: DONE or PLANNED.
    """

    id: int
    said: str
    done: str
    decision: Decision
