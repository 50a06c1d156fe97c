# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""Legal holds: what must be kept whatever its time says, why, and until when to look again."""

from dataclasses import dataclass, replace
from datetime import date

from servicedesk.domain.entries import tidy_line
from servicedesk.domain.errors import Refusal

REASON_MOST = 200
"""Characters of a reason."""


@dataclass(frozen=True, slots=True, kw_only=True)
class HoldDraft:
    """A hold as typed, on a customer with all that is theirs, or on one promise.

    A hold on a complaint stands in the complaint itself.

    Args:
        customer_id: whom it is about, or None.
        promise_id: which promise, or None.
        reason: why it must be kept, such as "claim at the county court".
        since: the first day.
        look_again_on: the day on which to ask whether it is still needed, or None.
    """

    reason: str
    since: date
    customer_id: int | None = None
    promise_id: int | None = None
    look_again_on: date | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class HoldCard:
    """A hold as kept.

    Args:
        id: of the row; 0 for one that stands in a complaint itself.
        draft: what was typed.
        about: who or what is held, as shown.
        complaint_id: of a hold that stands in a complaint, or None.
        lifted_on: the day on which it ended, or None.
        lifted_because: why.
    """

    id: int
    draft: HoldDraft
    about: str
    complaint_id: int | None = None
    lifted_on: date | None = None
    lifted_because: str = ""


def checked_hold(draft: HoldDraft, today: date) -> HoldDraft:
    """The hold as kept.

    Args:
        draft: as typed.
        today: the day it is.

    Raises:
        Refusal: ``hold_needs_subject`` for "customer"; ``hold_needs_reason`` for "reason";
            ``hold_ahead`` for "since"; ``hold_look_again_past`` for "look_again_on"; what
            ``tidy_line`` raises.
    """
    if (draft.customer_id is None) == (draft.promise_id is None):
        raise Refusal("hold_needs_subject", "customer")
    reason = tidy_line(draft.reason, "reason", REASON_MOST)
    if not reason:
        raise Refusal("hold_needs_reason", "reason")
    if draft.since > today:
        raise Refusal("hold_ahead", "since")
    if draft.look_again_on is not None and draft.look_again_on <= today:
        raise Refusal("hold_look_again_past", "look_again_on")
    return replace(draft, reason=reason)


def checked_lifting(card: HoldCard, because: str) -> str:
    """Why a hold is lifted, tidied.

    Raises:
        Refusal: ``hold_lifted_already``; ``hold_needs_because`` for "because"; what ``tidy_line``
            raises.
    """
    if card.lifted_on is not None:
        raise Refusal("hold_lifted_already")
    words = tidy_line(because, "because", REASON_MOST)
    if not words:
        raise Refusal("hold_needs_because", "because")
    return words
