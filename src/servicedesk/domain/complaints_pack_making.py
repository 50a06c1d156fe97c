# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""Makes the pack of a complaint: what the customer may have, or all of it.

While there is no answer, the customer's copy tells of no finding and no reasons, and of what puts
it right only what was promised or done.
"""

from collections.abc import Iterable, Iterator

from servicedesk.domain.calendars import WorkingCalendar
from servicedesk.domain.calendars_moments import local_date
from servicedesk.domain.calendars_segments import NamedCalendar
from servicedesk.domain.complaints import ANSWERED
from servicedesk.domain.complaints_clocks import days_used
from servicedesk.domain.complaints_file import ComplaintFile, EntryCard, EntryKind, IssueDraft
from servicedesk.domain.complaints_guards import before_findings
from servicedesk.domain.complaints_pack import (
    UNSAID,
    Evidence,
    Inner,
    Material,
    Outside,
    Pack,
    PackDates,
    Remedied,
)
from servicedesk.domain.complaints_pack_events import events_of
from servicedesk.domain.complaints_timing import restarted_on, standing_steps, timing_of
from servicedesk.domain.letters import LetterCard

_WITHIN = frozenset({EntryKind.NOTE, EntryKind.ACCOUNT})
"""Lines of the log that are for ourselves, ticked or not."""


def pack_for_customer(material: Material, calendar: WorkingCalendar) -> Pack:
    """What the customer may have of a complaint.

    Args:
        material: all that there is.
        calendar: of the business, for the days of moments.
    """
    return _pack(material, calendar, is_whole=False)


def whole_pack(material: Material, calendar: WorkingCalendar) -> tuple[Pack, Inner]:
    """All of a complaint; arguments as for ``pack_for_customer``."""
    return _pack(material, calendar, is_whole=True), _inner(material)


def _pack(material: Material, calendar: WorkingCalendar, *, is_whole: bool) -> Pack:
    file, card = material.file, material.file.card
    draft, dates = card.draft, card.dates
    is_told = is_whole or (dates.decided_on is not None and card.stage in ANSWERED)
    told_at = dates.acknowledged_at
    is_again = card.stage in ANSWERED and restarted_on(file.steps) is not None
    points = (one.draft for one in file.issues)
    letters = material.letters if is_whole else _theirs(material)
    return Pack(
        ref=card.ref,
        name=card.customer_name or draft.called,
        reach=material.reach,
        acting_for=draft.acting_for,
        received_on=local_date(calendar, draft.received_at),
        channel=draft.channel,
        about=draft.about,
        wishes=draft.wishes,
        wish_words=draft.wish_words,
        text=draft.text,
        job_ref=draft.job_ref,
        product=draft.product,
        happened_on=draft.happened_on,
        place=draft.place,
        amount_pence=draft.amount_pence,
        track=draft.track,
        stage=card.stage,
        answer_by=None if is_again else card.dues.decide_on,
        dates=PackDates(
            told_on=None if told_at is None else local_date(calendar, told_at),
            decided_on=dates.decided_on,
            resolved_on=None if _ended_outside(file) else dates.resolved_on,
            closed_on=dates.closed_on,
            days_taken=_days_taken(file, calendar),
        ),
        finding=card.finding if is_told else None,
        answer=card.outcome_words if is_told else "",
        told_by=card.told_by if is_told else None,
        points=tuple(points if is_told else (IssueDraft(text=one.text) for one in points)),
        remedies=tuple(_remedies(file, is_told=is_told, is_whole=is_whole)),
        events=events_of(material, calendar, letters, is_whole=is_whole),
        evidence=tuple(_evidence(file.entries, is_whole=is_whole)),
        outside=tuple(_outside(file)),
        letters=letters,
    )


def _days_taken(file: ComplaintFile, calendar: WorkingCalendar) -> int | None:
    until = file.card.dates.decided_on
    if until is None:
        return None
    return days_used(timing_of(file), until, NamedCalendar(days=calendar)).amount


def _ended_outside(file: ComplaintFile) -> bool:
    """The result from outside ended it; whether that puts it right is not ours to say."""
    steps = standing_steps(file.steps)
    return bool(steps) and steps[-1].action == "outside_result"


def _inner(material: Material) -> Inner:
    file, card = material.file, material.file.card
    costs = ((one.draft.body, one.draft.cost_pence) for one in file.referrals)
    return Inner(
        taken_by=card.draft.taken_by,
        handler=card.draft.handler,
        stand_in=card.stand_in,
        staff=card.draft.staff,
        notes=card.draft.notes,
        authority_seen_on=card.draft.authority_seen_on,
        is_ongoing=card.draft.is_ongoing,
        from_stock=card.draft.from_stock,
        content=card.content,
        assessment=card.assessment,
        remedies=file.remedies,
        learning=card.learning,
        actions=file.actions,
        behaviours=file.behaviours,
        dates=card.dates,
        insurer_open=any(one.code == "complaint_needs_insurer" for one in before_findings(card)),
        insurer_not_needed=card.insurer_not_needed,
        legal_hold=card.legal_hold,
        cost_pence=card.cost_pence,
        minutes_spent=card.minutes_spent,
        satisfaction=card.satisfaction,
        outside_costs=tuple((body, cost) for body, cost in costs if cost is not None),
        files=material.files,
        own=material.own,
        rights=material.rights,
        ticks=material.ticks,
    )


def _theirs(material: Material) -> tuple[LetterCard, ...]:
    """Letters that went to the customer and were not taken back."""
    return tuple(
        one
        for one in material.letters
        if one.withdrawn_on is None and one.id not in material.to_others
    )


def _remedies(file: ComplaintFile, *, is_told: bool, is_whole: bool) -> Iterator[Remedied]:
    for one in file.remedies:
        draft = one.draft
        is_known = is_told or one.promise_id is not None or draft.done_on is not None
        if is_whole or (is_known and draft.kind not in UNSAID):
            yield Remedied(
                kind=draft.kind,
                words=draft.words,
                amount_pence=draft.amount_pence,
                method=draft.method,
                due=draft.due,
                done_on=draft.done_on,
            )


def _evidence(entries: Iterable[EntryCard], *, is_whole: bool) -> Iterator[Evidence]:
    """What was seen or said, by day; for a customer neither private lines nor those within.

    What people of ours say of it names them, and what the customer says stands in their words.
    """
    for one in sorted(entries, key=lambda entry: (entry.draft.on, entry.id)):
        draft = one.draft
        if is_whole or not (draft.is_private or draft.kind in _WITHIN):
            yield Evidence(on=draft.on, kind=draft.kind, text=draft.text, source=draft.source)


def _outside(file: ComplaintFile) -> Iterator[Outside]:
    for one in file.referrals:
        draft = one.draft
        yield Outside(
            kind=draft.kind,
            body=draft.body,
            their_ref=draft.their_ref,
            referred_on=draft.referred_on,
            result=draft.result,
            result_on=draft.result_on,
        )
