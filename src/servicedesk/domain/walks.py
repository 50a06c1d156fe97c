# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""Walking the customer's way: step by step from the first enquiry on, with the snags met.

One page (BS 8477, process): what the customer does, what snags there, what we promise for it,
what we do about it.
"""

from dataclasses import dataclass
from datetime import date

STEPS = 8
"""The most steps of a walk, so that it prints on one page."""


@dataclass(frozen=True, slots=True, kw_only=True)
class WalkStep:
    """One step of the way.

    Args:
        what: what the customer does or meets.
        snag: what went badly there; may be empty.
        promise: what we promise for it, in words of the charter or our own; may be empty.
        action: what we do about the snag; may be empty.
    """

    what: str
    snag: str = ""
    promise: str = ""
    action: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class WalkDraft:
    """A walk as typed.

    Args:
        name: such as "A missed call until the invoice".
        walked_on: the day.
        who: walked it; may be empty.
        steps: in order, at most eight.
    """

    name: str
    walked_on: date
    who: str = ""
    steps: tuple[WalkStep, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class WalkCard:
    """A walk as kept.

    Args:
        id: of the row.
        draft: what was typed.
    """

    id: int
    draft: WalkDraft
