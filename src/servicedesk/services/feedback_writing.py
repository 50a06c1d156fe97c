# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""Writes feedback inside somebody else's step: a new one, other words, what follows from marks."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date, datetime

from servicedesk.domain.calendars import WorkingCalendar
from servicedesk.domain.errors import Refusal
from servicedesk.domain.feedback import FeedbackCard, FeedbackDraft
from servicedesk.domain.feedback_checking import checked_feedback, spelt_as
from servicedesk.domain.feedback_rules import due_after_change, follow_up_due, stays_on_wall
from servicedesk.services.calendars_reading import calendar_in
from servicedesk.services.surroundings import Surroundings
from servicedesk.services.unit import Reading, Unit
from servicedesk.store import feedback as kept
from servicedesk.store.feedback_reading import (
    draft_values,
    feedback_card,
    first_values,
    is_batch,
    is_reached,
)
from servicedesk.store.people import all_people
from servicedesk.store.references import next_ref


@dataclass(frozen=True, slots=True, kw_only=True)
class FeedbackGround:
    """What every write about feedback stands on.

    Args:
        calendar: of the business.
        people: names of those who work here.
        now: the moment of writing, in UTC.
        today: the day in the shop.
    """

    calendar: WorkingCalendar
    people: tuple[str, ...]
    now: datetime
    today: date


def feedback_ground(reading: Reading, around: Surroundings) -> FeedbackGround:
    """What writes inside a step stand on, the calendar as it is in the file."""
    return FeedbackGround(
        calendar=calendar_in(reading, around.resources).days,
        people=tuple(person.name for person in all_people(reading).values()),
        now=around.clock.now(),
        today=around.clock.today(),
    )


def feedback_of(reading: Reading, feedback_id: int) -> FeedbackCard:
    """One piece of feedback, whatever became of it.

    Raises:
        Refusal: ``record_gone``.
    """
    card = feedback_card(reading, feedback_id)
    if card is None:
        raise Refusal("record_gone", record=kept.feedback.name)
    return card


def write_feedback(unit: Unit, draft: FeedbackDraft, ground: FeedbackGround) -> FeedbackCard:
    """Write new feedback, with the day by which a low mark is to be followed up.

    Args:
        unit: the step it is part of.
        draft: as typed.
        ground: what it stands on.

    Raises:
        Refusal: what ``checked_feedback`` raises, or ``feedback_batch_gone``.
    """
    tidy = _tidy(unit.connection, draft, ground)
    can_reach = _can_reach(unit.connection, tidy)
    card = FeedbackCard(
        id=0,
        ref=next_ref(unit.connection, kept.feedback, "F", ground.today.year),
        draft=tidy,
        written_at=ground.now,
        follow_up_due=follow_up_due(tidy.scores, can_reach, ground.today, ground.calendar),
    )
    number = unit.insert(kept.feedback, {**draft_values(tidy), **first_values(card)})
    if tidy.customer_id is None:  # nothing is known but what was just written
        return replace(card, id=number)
    return feedback_of(unit.connection, number)


def write_other_words(
    unit: Unit, card: FeedbackCard, draft: FeedbackDraft, ground: FeedbackGround
) -> FeedbackCard:
    """Write other words or marks for feedback; what follows from them follows.

    Args:
        unit: the step it is part of.
        card: before.
        draft: as typed.
        ground: what it stands on.

    Raises:
        Refusal: as ``write_feedback``.
    """
    tidy = _tidy(unit.connection, draft, ground)
    can_reach = _can_reach(unit.connection, tidy)
    due = due_after_change(card, tidy.scores, can_reach, ground.today, ground.calendar)
    values = {**draft_values(tidy), "follow_up_due": due}
    return write_values(unit, card, values, ground)


def write_values(
    unit: Unit, card: FeedbackCard, values: Mapping[str, object], ground: FeedbackGround
) -> FeedbackCard:
    """Change columns of feedback; it leaves the wall where it does not belong there any more.

    Args:
        unit: the step it is part of.
        card: before.
        values: by column.
        ground: what it stands on.
    """
    unit.update(kept.feedback, card.id, values)
    after = feedback_of(unit.connection, card.id)
    if after.is_on_wall and not stays_on_wall(after, ground.people):
        unit.update(kept.feedback, card.id, {"is_on_wall": False})
        return replace(after, is_on_wall=False)
    return after


def _tidy(reading: Reading, draft: FeedbackDraft, ground: FeedbackGround) -> FeedbackDraft:
    """What was typed, as it is kept, whom it names spelt as we spell them."""
    tidy = checked_feedback(draft, ground.today)
    if tidy.batch_id is not None and not is_batch(reading, tidy.batch_id):
        raise Refusal("feedback_batch_gone", "batch_id")
    return replace(tidy, staff=spelt_as(tidy.staff, ground.people))


def _can_reach(reading: Reading, draft: FeedbackDraft) -> bool:
    """Whether whoever gave it can be rung or written to."""
    if draft.reach:
        return True
    return draft.customer_id is not None and is_reached(reading, draft.customer_id)
