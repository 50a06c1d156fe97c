# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""What became of a promise, with the day it happened and the day it was written down."""

from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum

from servicedesk.domain.promises import Due, MoveReason, Outcome


class PromiseEvent(StrEnum):
    """What happened to a promise."""

    MADE = "made"
    CHANGED = "changed"
    MOVED = "moved"
    TOLD = "told"
    WAITING = "waiting"
    WAITS_NO_MORE = "waits_no_more"
    ENDED = "ended"
    REOPENED = "reopened"


@dataclass(frozen=True, slots=True, kw_only=True)
class HistoryLine:
    """One thing that happened to a promise.

    Args:
        event: what.
        happened_on: the day it happened.
        written_at: when it was written down, in UTC.
        who: wrote it down.
        words: what was said, or why; may be empty.
        outcome: how it ended, for ENDED.
        before, after: by when it was due and is, for MOVED.
        reason: why it moved, for MOVED.
    """

    event: PromiseEvent
    happened_on: date
    written_at: datetime
    who: str
    words: str = ""
    outcome: Outcome | None = None
    before: Due | None = None
    after: Due | None = None
    reason: MoveReason | None = None
