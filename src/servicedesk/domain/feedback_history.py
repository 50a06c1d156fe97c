# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""What became of feedback: each step with the day it happened and who wrote it down."""

from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum

from servicedesk.domain.feedback import Decision


class FeedbackEvent(StrEnum):
    """What happened to feedback."""

    WRITTEN = "written"
    CHANGED = "changed"
    FOLLOWED_UP = "followed_up"
    NOT_FOLLOWED_UP = "not_followed_up"
    COMPLAINT = "complaint"
    DECIDED = "decided"
    UNDECIDED = "undecided"
    ANSWERED = "answered"
    NOT_ANSWERED = "not_answered"
    THANKED = "thanked"
    NOT_THANKED = "not_thanked"
    PASSED_ON = "passed_on"
    NOT_PASSED_ON = "not_passed_on"
    ON_WALL = "on_wall"
    OFF_WALL = "off_wall"
    BINNED = "binned"
    OUT_OF_BIN = "out_of_bin"


@dataclass(frozen=True, slots=True, kw_only=True)
class FeedbackLine:
    """One thing that happened to feedback.

    Args:
        event: what.
        happened_on: the day it happened.
        written_at: when it was written down, in UTC.
        who: wrote it down.
        words: what came of the call, what we said with a decision, or whom it was passed on to;
            may be empty.
        decision: what was decided, for DECIDED.
    """

    event: FeedbackEvent
    happened_on: date
    written_at: datetime
    who: str
    words: str = ""
    decision: Decision | None = None
