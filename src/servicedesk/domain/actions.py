# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""Actions: what is done so that something does not happen again, or so that it gets better.

One register for all of them, wherever an action came from: it is planned, then done, and later
somebody looks whether it works (BS 8477, corrective or preventative action; ISO 10002, analysis).
"""

from dataclasses import dataclass, replace
from datetime import date, timedelta
from enum import StrEnum

from servicedesk.domain.complaints_causes import Cause
from servicedesk.domain.entries import tidy_line
from servicedesk.domain.entries_bounds import (
    WORDS_MOST,
    check_year,
    checked_amount,
)
from servicedesk.domain.errors import Refusal

CHECK_AFTER = timedelta(days=90)
"""After an action was done, the time until somebody looks whether it worked."""


class ActionKind(StrEnum):
    """What an action is against, or for."""

    CORRECTIVE = "corrective"
    PREVENTIVE = "preventive"
    IMPROVEMENT = "improvement"


class ActionSource(StrEnum):
    """Where an action came from."""

    COMPLAINT = "complaint"
    SELF_CHECK = "self_check"
    FEEDBACK = "feedback"
    REVIEW = "review"
    FAIRNESS = "fairness"
    STAFF = "staff"
    WALK = "walk"
    IDEA = "idea"
    OWN = "own"


class ActionState(StrEnum):
    """How far an action is: planned, done, checked that it works."""

    PLANNED = "planned"
    DONE = "done"
    CHECKED = "checked"


@dataclass(frozen=True, slots=True, kw_only=True)
class ActionDraft:
    """Something done so that it does not happen again, or that makes something better.

    Args:
        kind: against a cause that was met, against one that may come, or for something better.
        text: what is done.
        owner: who does it.
        due: by when, or None.
        done_on: the day it was done, or None.
        cause: what it is against, or None.
        cost_pence: or None.
        source: where it came from.
        source_key: what there, such as the question "6.1b" of a self-check; may be empty.
        source_id: number of the record it came from, of the kind that the source names; None where
            there is none, and for complaints, whose number the card carries.
        evidence: what shows that it was done; may be empty.
    """

    kind: ActionKind = ActionKind.CORRECTIVE
    text: str = ""
    owner: str = ""
    due: date | None = None
    done_on: date | None = None
    cause: Cause | None = None
    cost_pence: int | None = None
    source: ActionSource = ActionSource.OWN
    source_key: str = ""
    source_id: int | None = None
    evidence: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class ActionCard:
    """An action as kept.

    Args:
        id: of the row.
        complaint_id: of the complaint it came from, or None.
        draft: what was typed.
        check_on: the day to look whether it worked: 90 days after it was done. Or None.
        checked_on: the day that was looked at, or None.
        works: it worked; None while nobody has looked.
        check_note: what was seen.
    """

    id: int
    complaint_id: int | None
    draft: ActionDraft
    check_on: date | None = None
    checked_on: date | None = None
    works: bool | None = None
    check_note: str = ""


def state_of(card: ActionCard) -> ActionState:
    """How far an action is."""
    if card.draft.done_on is None:
        return ActionState.PLANNED
    return ActionState.DONE if card.works is None else ActionState.CHECKED


def checked_action(draft: ActionDraft, today: date) -> ActionDraft:
    """An action as it is kept.

    Raises:
        Refusal: ``action_needs_text``, ``complaint_step_ahead``, or what ``tidy_line``,
            ``check_year`` and ``checked_amount`` raise.
    """
    text = tidy_line(draft.text, "text", WORDS_MOST)
    if not text:
        raise Refusal("action_needs_text", "text")
    if draft.done_on is not None and draft.done_on > today:
        raise Refusal("complaint_step_ahead", "done_on")
    check_year(draft.due, today, "due")
    check_year(draft.done_on, today, "done_on")
    return replace(
        draft,
        text=text,
        owner=tidy_line(draft.owner, "owner"),
        cost_pence=checked_amount(draft.cost_pence, "cost_pence"),
        source_key=tidy_line(draft.source_key, "source_key"),
        evidence=tidy_line(draft.evidence, "evidence", WORDS_MOST),
    )


def check_day(draft: ActionDraft) -> date | None:
    """The day to look whether an action worked, or None while it is not done."""
    return None if draft.done_on is None else draft.done_on + CHECK_AFTER
