# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""What Today and the privacy desk see of requests, breaches, clearing out and the fee."""

from dataclasses import dataclass
from datetime import date, datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class RequestSeen:
    """An open request about somebody's information.

    Args:
        id: of the row.
        ref: its number.
        due_on: by which day it is to be answered; None while its clock stands still.
    """

    id: int
    ref: str
    due_on: date | None


@dataclass(frozen=True, slots=True, kw_only=True)
class BreachSeen:
    """An open breach.

    Args:
        id: of the row.
        what: happened.
        by: the last moment for a report by the clock of the shop; None where no hours run.
        is_over: that moment has passed.
    """

    id: int
    what: str
    by: datetime | None = None
    is_over: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class PrivacySeen:
    """All of it, at one moment.

    Args:
        requests: open ones, the first to be answered at the head.
        breaches: open ones, the first to be reported at the head.
        clearing: how much has been kept for long enough; 0 also where it was looked at lately.
        fee_on: the day on which the fee is to be paid again, or None.
    """

    requests: tuple[RequestSeen, ...] = ()
    breaches: tuple[BreachSeen, ...] = ()
    clearing: int = 0
    fee_on: date | None = None
