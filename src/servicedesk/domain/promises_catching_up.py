# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""Catching up after days away: one decision for each promise that came due meanwhile."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from servicedesk.domain.promises import Due


class CaughtUp(StrEnum):
    """What became of a promise while nobody wrote it down."""

    KEPT_ON_DAY = "kept_on_day"
    DONE_ON = "done_on"
    NEW_DATE = "new_date"
    BROKEN = "broken"
    RELEASED = "released"


@dataclass(frozen=True, slots=True, kw_only=True)
class Decision:
    """What one line of Catch up says.

    Args:
        promise_id: of the row.
        what: became of it.
        on: the day it was done, for DONE_ON; None for today.
        due: the new date, for NEW_DATE.
        agreed: the customer agreed to the new date.
        words: why, or what was said; may be empty.
    """

    promise_id: int
    what: CaughtUp
    on: date | None = None
    due: Due | None = None
    agreed: bool = False
    words: str = ""
