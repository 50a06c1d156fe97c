# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""Rules of the register of actions: which one is late, in what order its days may be.

An action is planned, then done, then looked at again (BS 8477, corrective and preventive action).
Nothing is looked at before it is done, and what is done after all not is not looked at either.
"""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date, timedelta
from enum import StrEnum

from servicedesk.domain.actions import (
    ActionCard,
    ActionDraft,
    ActionKind,
    ActionSource,
    ActionState,
    check_day,
    checked_action,
    state_of,
)
from servicedesk.domain.entries import tidy_line
from servicedesk.domain.entries_bounds import WORDS_MOST, check_year
from servicedesk.domain.errors import Refusal

SOON = timedelta(days=7)
"""An action that is due within it is due soon."""


class ActionChip(StrEnum):
    """Which actions a list shows."""

    OPEN = "open"
    LATE = "late"
    TO_CHECK = "to_check"
    DONE = "done"
    ALL = "all"


@dataclass(frozen=True, slots=True, kw_only=True)
class ActionCounts:
    """How many actions there are.

    Args:
        still_open: not done yet.
        late: of these, those whose day is over.
        due_soon: of the open ones, those due today or in the week that follows.
        to_check: done, and the day has come to look whether they work.
        done: done, looked at or not.
    """

    still_open: int = 0
    late: int = 0
    due_soon: int = 0
    to_check: int = 0
    done: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class ActionLine:
    """An action in a list.

    Args:
        card: the action.
        ref: of the complaint or the feedback it came from; "" for none.
        asked: the question of the check it came of; "" for none, or one that nobody knows now.
    """

    card: ActionCard
    ref: str = ""
    asked: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Origin:
    """The place on screen where that stands of which an action came.

    Args:
        room, part, item: as of any place.
    """

    room: str
    part: str = ""
    item: str = ""


def is_late(card: ActionCard, today: date) -> bool:
    """Whether an action is open although its day is over."""
    draft = card.draft
    return draft.done_on is None and draft.due is not None and draft.due < today


def is_due_soon(card: ActionCard, today: date) -> bool:
    """Whether an open action is due today or in the week that follows."""
    draft = card.draft
    return draft.done_on is None and draft.due is not None and today <= draft.due <= today + SOON


def is_to_check(card: ActionCard, today: date) -> bool:
    """Whether the day has come to look if an action works, and nobody has."""
    is_waiting = state_of(card) is ActionState.DONE and card.checked_on is None
    return is_waiting and card.check_on is not None and card.check_on <= today


def fits(card: ActionCard, chip: ActionChip, today: date) -> bool:
    """Whether an action is among those that a chip shows."""
    if chip is ActionChip.LATE:
        return is_late(card, today)
    if chip is ActionChip.TO_CHECK:
        return is_to_check(card, today)
    is_done = card.draft.done_on is not None
    return chip is ActionChip.ALL or is_done is (chip is ActionChip.DONE)


def counted(cards: Iterable[ActionCard], today: date) -> ActionCounts:
    """How many actions of each sort there are."""
    found = tuple(cards)
    return ActionCounts(
        still_open=sum(fits(one, ActionChip.OPEN, today) for one in found),
        late=sum(is_late(one, today) for one in found),
        due_soon=sum(is_due_soon(one, today) for one in found),
        to_check=sum(is_to_check(one, today) for one in found),
        done=sum(fits(one, ActionChip.DONE, today) for one in found),
    )


def in_order(lines: Iterable[ActionLine]) -> tuple[ActionLine, ...]:
    """Lines as they are read: open ones first, by their day; then done ones, the newest first."""
    return tuple(sorted(lines, key=_order))


def _order(line: ActionLine) -> tuple[bool, int, int]:
    draft = line.card.draft
    if draft.done_on is not None:
        return True, -draft.done_on.toordinal(), -line.card.id
    due = date.max if draft.due is None else draft.due
    return False, due.toordinal(), line.card.id


def done_action(card: ActionCard, on: date, evidence: str, today: date) -> ActionCard:
    """An action that was done.

    Args:
        card: as it was; one that is done already gets the other day.
        on: the day on which it was done.
        evidence: what shows it; may be empty.
        today: in the shop.

    Raises:
        Refusal: ``action_done_ahead``, ``action_done_after_check``, or what ``check_year`` and
            ``tidy_line`` raise.
    """
    if on > today:
        raise Refusal("action_done_ahead", "on")
    check_year(on, today, "on")
    if card.checked_on is not None and on > card.checked_on:
        raise Refusal("action_done_after_check", "on")
    tidy = tidy_line(evidence, "evidence", WORDS_MOST)
    draft = replace(card.draft, done_on=on, evidence=tidy)
    return replace(card, draft=draft, check_on=check_day(draft))


def undone_action(card: ActionCard) -> ActionCard:
    """An action that is not done after all; what was seen of it goes too."""
    return replace(
        card,
        draft=replace(card.draft, done_on=None),
        check_on=None,
        checked_on=None,
        works=None,
        check_note="",
    )


def changed_action(card: ActionCard, draft: ActionDraft, today: date) -> ActionCard:
    """An action with other words or days.

    Raises:
        Refusal: ``action_done_after_check``, or what ``checked_action`` raises.
    """
    tidy = checked_action(draft, today)
    if tidy.done_on is None:
        return undone_action(replace(card, draft=tidy))
    if card.checked_on is not None and tidy.done_on > card.checked_on:
        raise Refusal("action_done_after_check", "done_on")
    return replace(card, draft=tidy, check_on=check_day(tidy))


def looked_at_action(card: ActionCard, on: date, works: bool, note: str, today: date) -> ActionCard:
    """An action of which somebody says whether it works.

    Args:
        card: as it was; one that was looked at already is looked at again.
        on: the day on which it was looked at.
        works: it does.
        note: what was seen; may be empty.
        today: in the shop.

    Raises:
        Refusal: ``complaint_step_ahead``, ``action_not_done``, ``action_checked_early``, or what
            ``tidy_line`` raises.
    """
    if on > today:
        raise Refusal("complaint_step_ahead", "on")
    if card.draft.done_on is None:
        raise Refusal("action_not_done", "works")
    if on < card.draft.done_on:
        raise Refusal("action_checked_early", "on")
    seen = tidy_line(note, "check_note", WORDS_MOST)
    return replace(card, checked_on=on, works=works, check_note=seen)


def follow_up(card: ActionCard) -> ActionDraft:
    """What a next action begins with where one did not work: from there, against the same."""
    draft = card.draft
    return ActionDraft(
        kind=ActionKind.CORRECTIVE,
        owner=draft.owner,
        cause=draft.cause,
        source=draft.source,
        source_key=draft.source_key,
        source_id=draft.source_id,
    )


def origin_of(card: ActionCard) -> Origin | None:
    """Where that is of which an action came; None for an own idea, or where no record is known."""
    draft = card.draft
    if card.complaint_id is not None:
        return Origin(room="complaints", item=str(card.complaint_id))
    if draft.source_id is None or draft.source not in _PLACES:
        return None
    room, part, before = _PLACES[draft.source]
    return Origin(room=room, part=part, item=f"{before}{draft.source_id}")


_PLACES = {
    ActionSource.SELF_CHECK: ("improve", "check", "result/"),
    ActionSource.FEEDBACK: ("feedback", "", ""),
    ActionSource.REVIEW: ("improve", "reviews", ""),
    ActionSource.FAIRNESS: ("improve", "fairness", "check/"),
    ActionSource.STAFF: ("improve", "staff", "note/"),
    ActionSource.WALK: ("measures", "walks", ""),
    ActionSource.IDEA: ("improve", "ideas", ""),
}
"""Room, part and what stands before the number in the item of a place."""
