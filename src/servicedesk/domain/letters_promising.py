# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""What issuing a letter does to the promise behind it, so that it can be said beforehand.

A letter about a promise that is on record moves it or ends it. One about a promise that is not
writes it down, so that what was promised on paper is counted like everything else.
"""

from dataclasses import dataclass
from datetime import date, datetime

from servicedesk.domain.calendars import WorkingCalendar
from servicedesk.domain.letters import VALUES, LetterStage
from servicedesk.domain.promises import Due, PromiseCard, PromiseDraft, PromiseKind
from servicedesk.domain.promises_rules import Standing, moved

_FIELDS = {
    LetterStage.PROMISE: {"due": "promise.due", "text": "promise.text"},
    LetterStage.DELAY: {"due": "new_due", "text": "promise.text", "words": "reason"},
    LetterStage.DONE: {"due": "promise.due", "text": "promise.text", "on": "done_on"},
    LetterStage.VISIT: {"due": "slot.day"},
}
_OF_CUSTOMER = {
    "name": "customer.name",
    "salutation": "customer.salutation",
    "addresses": "customer.address_block",
}
_ASKED = {
    LetterStage.DELAY: ("promise.made_on",),
    LetterStage.DONE: ("promise.due", "promise.made_on"),
}


@dataclass(frozen=True, slots=True, kw_only=True)
class LetterEffect:
    """What a letter does to the promise behind it.

    Args:
        makes: the promise that is written down with it; None where it speaks of one on record,
            or of none.
        tells: the day that the customer heard of the slip is noted.
        moves_to: the new day of the promise, or None.
        counts_still: the day that it is judged by after the move, because nobody agreed to the
            new one, or too late; else None.
        done_on: the day on which the promise was done, or None.
    """

    makes: PromiseDraft | None = None
    tells: bool = False
    moves_to: date | None = None
    counts_still: date | None = None
    done_on: date | None = None


def promise_behind(
    stage: LetterStage, values: VALUES, customer_id: int | None, today: date, visit: str
) -> PromiseDraft | None:
    """The promise that a letter gives or speaks of, to be written down where there is none.

    Args:
        stage: of the letter.
        values: of its fields.
        customer_id: to whom, or None.
        today: the day of writing, on which it was made unless the letter says otherwise or
            speaks of a day before.
        visit: what an appointment promises, in words.

    Returns:
        None for a letter that gives none, and where nobody said for which day it was promised.
    """
    if stage is LetterStage.PROMISE:
        return _given(values, customer_id, "promise.due", today)
    if stage is LetterStage.VISIT:
        return PromiseDraft(
            customer_id=customer_id,
            text=visit,
            due=_due(values, "slot.day"),
            promiser=values.get("who_comes", ""),
            made_on=today,
            kind=PromiseKind.VISIT,
        )
    named = {LetterStage.DELAY: "old_due", LetterStage.DONE: "promise.due"}.get(stage)
    if named is None or not values.get(named, "").strip():
        return None
    days = (_day(values, named), _day(values, "done_on"))
    earliest = min(today, *(day for day in days if day is not None))
    return _given(values, customer_id, named, earliest)


def effect_of(
    stage: LetterStage, values: VALUES, promise: PromiseCard | None, makes: PromiseDraft | None
) -> LetterEffect:
    """What issuing a letter does; the day that it is judged by after a move is left to find.

    Args:
        stage: of the letter.
        values: of its fields, its days readable.
        promise: what it is about, or None.
        makes: the promise that is written down with it, or None.
    """
    due = _day_of(promise, makes)
    if due is None:
        return LetterEffect(makes=makes)
    if stage is LetterStage.DONE:
        return LetterEffect(makes=makes, done_on=_day(values, "done_on"))
    if stage is not LetterStage.DELAY:
        return LetterEffect(makes=makes)
    new = _day(values, "new_due")
    return LetterEffect(
        makes=makes,
        tells=promise is None or promise.told_on is None,
        moves_to=None if new == due else new,
    )


def _day_of(promise: PromiseCard | None, makes: PromiseDraft | None) -> date | None:
    """The day by which something is still owed; None where nothing is."""
    if promise is not None:
        is_owed = promise.is_open and promise.binned_at is None
        return promise.due.day if is_owed else None
    return makes.due.day if makes is not None and makes.due is not None else None


def counts_still(
    standing: Standing, effect: LetterEffect, now: datetime, calendar: WorkingCalendar, agreed: bool
) -> date | None:
    """The day that a promise is judged by after its move, where that is not the new one.

    Args:
        standing: of the promise before the move.
        effect: with the move, or without one.
        now: the moment of the move, in UTC.
        calendar: of the business.
        agreed: the customer has agreed to the new day.

    Raises:
        Refusal: ``promise_moved_back`` when the new day is over already.
    """
    if effect.moves_to is None:
        return None
    after = moved(standing, Due(day=effect.moves_to), agreed, now, calendar)
    return None if after.counts is None else after.counts.day


def asked_for_record(stage: LetterStage) -> tuple[str, ...]:
    """Fields that a letter does not print, but that the promise behind it needs or likes."""
    return _ASKED.get(stage, ())


def field_behind(stage: LetterStage, field: str | None) -> str | None:
    """The field of a letter that stands for one of its promise or customer; else the same."""
    return None if field is None else {**_OF_CUSTOMER, **_FIELDS.get(stage, {})}.get(field, field)


def _given(values: VALUES, customer_id: int | None, due: str, made_on: date) -> PromiseDraft:
    """The promise as the fields of a letter tell of it."""
    return PromiseDraft(
        customer_id=customer_id,
        text=values.get("promise.text", ""),
        due=_due(values, due),
        promiser=values.get("promise.promiser", "") or values.get("signatory", ""),
        made_on=_day(values, "promise.made_on") or made_on,
        job_ref=values.get("promise.job", ""),
        condition=values.get("promise.condition", ""),
        remedy=values.get("promise.remedy", ""),
    )


def _due(values: VALUES, name: str) -> Due | None:
    day = _day(values, name)
    return None if day is None else Due(day=day)


def _day(values: VALUES, name: str) -> date | None:
    """A day that ``printed_values`` has read already."""
    written = values.get(name, "").strip()
    return date.fromisoformat(written) if written else None
