# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""What we do about feedback: hear them out, decide, put it on the wall, make a complaint of it."""

from dataclasses import replace
from datetime import date, datetime, time

from servicedesk.domain.calendars import WorkingCalendar
from servicedesk.domain.complaints import ComplaintCard, ComplaintDraft
from servicedesk.domain.complaints_checking import tidy_text
from servicedesk.domain.entries import tidy_line
from servicedesk.domain.errors import Refusal
from servicedesk.domain.feedback import Decision, FeedbackCard
from servicedesk.domain.feedback_checking import NOTE_MOST, TEXT_MOST
from servicedesk.domain.feedback_rules import (
    check_complaint,
    check_decision,
    check_kept,
    check_step,
    check_wall,
)
from servicedesk.domain.phrases import Phrases
from servicedesk.services.complaints_writing import Footing, write_complaint
from servicedesk.services.feedback_writing import FeedbackGround, write_values
from servicedesk.services.unit import Unit

_NOON = time(12)


def write_followed(
    unit: Unit, card: FeedbackCard, on: date, note: str, ground: FeedbackGround
) -> FeedbackCard:
    """Write that somebody with a low mark heard from us, and what came of it.

    Raises:
        Refusal: ``feedback_no_follow_up``, what ``check_step`` and ``tidy_line`` raise.
    """
    check_step(card, on, ground.today)
    if card.follow_up_due is None:
        raise Refusal("feedback_no_follow_up", ref=card.ref)
    said = tidy_line(note, "note", NOTE_MOST)
    return write_values(unit, card, {"followed_up_on": on, "follow_up_note": said}, ground)


def write_put_off(
    unit: Unit, card: FeedbackCard, until: date | None, ground: FeedbackGround
) -> FeedbackCard:
    """Keep a low mark out of Today until a day, or bring it back; it stays due all the same.

    Raises:
        Refusal: ``feedback_in_bin``, ``feedback_no_follow_up`` or ``feedback_put_off_past``.
    """
    check_kept(card)
    if not card.is_follow_up_open:
        raise Refusal("feedback_no_follow_up", ref=card.ref)
    if until is not None and until <= ground.today:
        raise Refusal("feedback_put_off_past", "until")
    return write_values(unit, card, {"snoozed_until": until}, ground)


def write_decided(
    unit: Unit, card: FeedbackCard, decision: Decision, answer: str, ground: FeedbackGround
) -> FeedbackCard:
    """Write what becomes of a suggestion, and what we say about it.

    Raises:
        Refusal: what ``check_decision`` and ``tidy_text`` raise.
    """
    check_decision(card)
    said = tidy_text(answer, "answer", TEXT_MOST)
    return write_values(unit, card, {"decision": decision, "answer": said}, ground)


def write_day(
    unit: Unit, card: FeedbackCard, column: str, on: date | None, ground: FeedbackGround
) -> FeedbackCard:
    """Write the day on which something was done about feedback, or with None that it was not.

    Args:
        unit: the step it is part of.
        card: before.
        column: "answered_on", "thanked_on" or "passed_on".
        on: the day.
        ground: what it stands on.

    Raises:
        Refusal: what ``check_step`` raises, or ``feedback_names_nobody`` for praise that cannot be
            passed on.
    """
    check_step(card, on, ground.today)
    if column == "passed_on" and on is not None and not card.draft.staff:
        raise Refusal("feedback_names_nobody", "staff")
    return write_values(unit, card, {column: on}, ground)


def write_on_wall(
    unit: Unit, card: FeedbackCard, is_on_wall: bool, ground: FeedbackGround
) -> FeedbackCard:
    """Put feedback on "you said, we did", or take it off.

    Raises:
        Refusal: what ``check_wall`` raises.
    """
    if is_on_wall:
        check_wall(card, ground.people)
    else:
        check_kept(card)
    return write_values(unit, card, {"is_on_wall": is_on_wall}, ground)


def write_complaint_of(
    unit: Unit,
    card: FeedbackCard,
    agreed: bool,
    footing: Footing,
    ground: FeedbackGround,
    phrases: Phrases,
) -> ComplaintCard:
    """Make a complaint of feedback; the feedback stays as it is, with its marks, and names it.

    A follow-up that was open is done by it: the complaint carries on from there.

    Args:
        unit: the step it is part of.
        card: the feedback.
        agreed: the customer agreed; not needed where they expect an answer.
        footing: what the complaint stands on.
        ground: what the feedback stands on.
        phrases: say where the complaint came from.

    Raises:
        Refusal: what ``check_complaint`` and ``write_complaint`` raise.
    """
    check_complaint(card, agreed)
    complaint = write_complaint(unit, _complaint(card, ground, phrases), footing)
    values: dict[str, object] = {"complaint_id": complaint.id}
    if card.is_follow_up_open:
        values["followed_up_on"] = ground.today
    write_values(unit, card, values, ground)
    return complaint


def _complaint(card: FeedbackCard, ground: FeedbackGround, phrases: Phrases) -> ComplaintDraft:
    """What is written of the complaint that feedback becomes.

    Where an answer was expected it came with the feedback; where the customer agreed to it, today.
    """
    draft = card.draft
    notes = [phrases.say("feedback.came_of", ref=card.ref)]
    if draft.reach:
        notes.append(phrases.say("feedback.reached_by", reach=draft.reach))
    words = "\n\n".join(filter(None, (draft.text, draft.better)))
    complaint = ComplaintDraft(
        customer_id=draft.customer_id,
        called=draft.called,
        text=words or phrases.say("feedback.no_words"),
        received_at=ground.now,
        channel=draft.channel,
        staff=draft.staff,
        notes="\n".join(notes),
    )
    if draft.wants_answer:
        came = _moment(draft.given_on, ground.calendar)
        return replace(complaint, received_at=min(came, ground.now))
    return complaint


def _moment(day: date, calendar: WorkingCalendar) -> datetime:
    """A moment of a day of which nobody knows the hour."""
    return datetime.combine(day, _NOON, calendar.zone)
