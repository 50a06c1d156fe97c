# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""What happened when with a complaint: its chronology, for ourselves or for the customer."""

from collections.abc import Iterable, Iterator
from datetime import UTC, date, datetime, time

from servicedesk.domain.calendars import WorkingCalendar
from servicedesk.domain.calendars_moments import local_date
from servicedesk.domain.complaints import ComplaintCard
from servicedesk.domain.complaints_file import ComplaintFile, StepCard
from servicedesk.domain.complaints_pack import UNSAID, Event, Material
from servicedesk.domain.complaints_timing import standing_steps
from servicedesk.domain.letters import LetterCard
from servicedesk.domain.promises import PromiseCard

_TOLD_ELSEWHERE = frozenset({"log", "acknowledge", "undo"})
"""Steps whose day comes from the facts of the complaint, or that only take another back."""

_MORNING, _NIGHT = time(0), time(23, 59)

Timed = tuple[datetime, Event]
"""An event with the moment by which it is sorted, in UTC."""


def events_of(
    material: Material,
    calendar: WorkingCalendar,
    letters: Iterable[LetterCard],
    *,
    is_whole: bool,
) -> tuple[Event, ...]:
    """What happened when, the first at the head.

    Args:
        material: all that there is of the complaint.
        calendar: of the business, for the days of moments.
        letters: those that are told of.
        is_whole: for ourselves: with notes, names, what was taken back and what stayed within.
    """
    file = material.file
    found: list[Timed] = [
        *_of_card(file.card, calendar),
        *_of_steps(file, is_whole=is_whole),
        *_of_contacts(material, calendar, is_whole=is_whole),
        *_of_letters(letters),
        *_of_remedies(file, material.promises, is_whole=is_whole),
    ]
    if is_whole:
        found += _of_ours(material)
    found.sort(key=lambda one: (one[1].on, one[0]))
    return tuple(event for _, event in found)


def _at(on: date, at: datetime | None = None) -> datetime:
    """When something happened, as near as is known; without a time it sorts at night."""
    return at or datetime.combine(on, _NIGHT, UTC)


def _of_card(card: ComplaintCard, calendar: WorkingCalendar) -> Iterator[Timed]:
    draft, dates = card.draft, card.dates
    came = local_date(calendar, draft.received_at)
    if draft.happened_on is not None:
        first = datetime.combine(draft.happened_on, _MORNING, UTC)
        yield first, Event(on=draft.happened_on, code="happened")
    came_at = datetime.combine(came, _MORNING, UTC)
    yield came_at, Event(on=came, code="received", channel=draft.channel)
    if dates.acknowledged_at is not None:
        told = local_date(calendar, dates.acknowledged_at)
        yield dates.acknowledged_at, Event(on=told, code="told")
    if dates.update_sent_on is not None:
        yield _at(dates.update_sent_on), Event(on=dates.update_sent_on, code="updated")
    if dates.follow_up_on is not None:
        yield _at(dates.follow_up_on), Event(on=dates.follow_up_on, code="followed_up")


def _of_steps(file: ComplaintFile, *, is_whole: bool) -> Iterator[Timed]:
    """Steps that stand; in the whole file those too that were taken back, with notes and names."""
    questions = {one.from_on: one.question for one in file.pauses}
    steps: Iterable[StepCard] = file.steps if is_whole else standing_steps(file.steps)
    for step in steps:
        if step.action in _TOLD_ELSEWHERE and not (is_whole and step.action == "undo"):
            continue
        tail, by = (step.note, step.who) if is_whole else ("", "")
        if step.action == "ask_customer" and not is_whole:
            tail = questions.get(step.happened_on, "")
        event = Event(on=step.happened_on, code=step.action, tail=tail, by=by)
        yield _at(step.happened_on, step.written_at), event


def _of_contacts(
    material: Material, calendar: WorkingCalendar, *, is_whole: bool
) -> Iterator[Timed]:
    """Contacts but the sending of letters; what was noted of them is for the whole file.

    One with somebody else, such as a supplier, is no contact with the customer.
    """
    theirs = material.file.card.draft.customer_id
    for one in material.contacts:
        draft = one.draft
        is_other = draft.customer_id is not None and draft.customer_id != theirs
        if one.letter_id is not None or (is_other and not is_whole):
            continue
        noted = (one.customer_name if is_other else "", draft.text)
        tail = ", ".join(part for part in noted if part) if is_whole else ""
        by = draft.by_whom if is_whole else ""
        way = "in" if draft.is_incoming else "out"
        code = f"contact_other_{way}" if is_other else f"contact_{way}"
        on = local_date(calendar, draft.at)
        yield draft.at, Event(on=on, code=code, channel=draft.channel, tail=tail, by=by)


def _of_letters(letters: Iterable[LetterCard]) -> Iterator[Timed]:
    for one in letters:
        words = (("ref", one.ref), ("title", one.title))
        yield one.written_at, Event(on=one.issued_on, code="letter", words=words)
        if one.withdrawn_on is not None:
            back = Event(on=one.withdrawn_on, code="letter_back", words=words)
            yield _at(one.withdrawn_on), back


def _of_remedies(
    file: ComplaintFile, promises: Iterable[PromiseCard], *, is_whole: bool
) -> Iterator[Timed]:
    by_id = {one.id: one for one in promises}
    for one in file.remedies:
        if one.draft.kind in UNSAID and not is_whole:
            continue
        promise = by_id.get(one.promise_id or 0)
        if promise is not None:
            words = (("text", promise.draft.text), ("ref", promise.ref))
            made = promise.draft.made_on
            yield _at(made), Event(on=made, code="promised", words=words, day=promise.due.day)
        if one.draft.done_on is not None:
            done, kind = one.draft.done_on, one.draft.kind
            yield _at(done), Event(on=done, code="done", remedy=kind, tail=one.draft.words)


def _of_ours(material: Material) -> Iterator[Timed]:
    """What happened within the house."""
    file, dates = material.file, material.file.card.dates
    for on, code in (
        (dates.insurer_told_on, "insurer"),
        (dates.stock_checked_on, "stock"),
    ):
        if on is not None:
            yield _at(on), Event(on=on, code=code)
    for entry in file.entries:
        on = entry.draft.on
        yield _at(on), Event(on=on, code=f"entry_{entry.draft.kind.value}", tail=entry.draft.text)
    for one in file.behaviours:
        yield _at(one.draft.on), Event(on=one.draft.on, code="behaviour", tail=one.draft.text)
    for kept in material.files:
        yield _at(kept.added_on), Event(on=kept.added_on, code="file", tail=kept.name)
