# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""What lies in the bin: records that were put away and can be brought back for a time."""

from dataclasses import dataclass
from datetime import datetime, timedelta

from servicedesk.domain.kinds import Kind

BIN_DAYS = 90
"""How long the bin keeps what was put into it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Binned:
    """One thing in the bin.

    Args:
        kind: CUSTOMER, PROMISE, CONTACT or FEEDBACK.
        id: of its row.
        title: what it is called; may be empty for feedback that is marks alone.
        detail: whose it is, or its number; may be empty.
        at: when it was put there, in UTC.
    """

    kind: Kind
    id: int
    title: str
    detail: str
    at: datetime


def bin_limit(now: datetime) -> datetime:
    """What was put into the bin before this moment has been there for long enough.

    Args:
        now: in UTC.
    """
    return now - timedelta(days=BIN_DAYS)
