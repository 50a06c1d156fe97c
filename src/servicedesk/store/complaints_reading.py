# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""Complaints read back from the file, one by one."""

import json
from dataclasses import replace
from types import MappingProxyType

from sqlalchemy import Connection, Row, bindparam, select

from servicedesk.domain.complaints import (
    Assessment,
    ComplaintCard,
    ComplaintDraft,
    Dates,
    Dues,
    Promised,
    Span,
    Wish,
)
from servicedesk.domain.complaints_causes import Cause, Learning
from servicedesk.domain.customers import NOTHING_OWN, Channel
from servicedesk.store.asking import ask
from servicedesk.store.complaints import DATES, OPEN, complaints
from servicedesk.store.customers import customers
from servicedesk.store.types import Id

# Put together once: to build a statement over so many columns takes longer than to run it.
_CARDS = select(
    complaints,
    *(customers.c[name] for name in ("shown_name", "remember", "is_consumer", "prefers")),
).outerjoin(customers, complaints.c.customer_id == customers.c.id)
_CUSTOMER = "SELECT shown_name, remember, is_consumer, prefers FROM customers WHERE id = ?"
_WANTED = bindparam("wanted", type_=Id())
_ONE = _CARDS.where(complaints.c.id == _WANTED)
_OF_CUSTOMER = _CARDS.where(complaints.c.customer_id == _WANTED).order_by(
    complaints.c.received_on.desc(), complaints.c.id.desc()
)


def complaint(connection: Connection, complaint_id: int) -> ComplaintCard | None:
    """One complaint, wherever it stands, or None."""
    row = connection.execute(_ONE, {"wanted": complaint_id}).first()
    return None if row is None else _card(row)


def with_customer(connection: Connection, card: ComplaintCard) -> ComplaintCard:
    """A complaint that has just been written, with what a card says of its customer."""
    rows = ask(connection, _CUSTOMER, (card.draft.customer_id,))
    if not rows:
        return card
    ((name, remember, is_consumer, prefers),) = rows
    return replace(
        card,
        customer_name=name or "",
        remember=remember or "",
        is_consumer=is_consumer != 0,
        prefers=None if prefers is None else Channel(prefers),
    )


def open_complaints(connection: Connection) -> tuple[int, ...]:
    """The numbers of all complaints that are open."""
    return tuple(connection.scalars(select(complaints.c.id).where(OPEN)))


def complaints_of(connection: Connection, customer_id: int) -> tuple[ComplaintCard, ...]:
    """All complaints of a customer, the newest first."""
    rows = connection.execute(_OF_CUSTOMER, {"wanted": customer_id})
    return tuple(map(_card, rows))


def _card(row: Row[tuple[object, ...]]) -> ComplaintCard:
    return ComplaintCard(
        id=row.id,
        ref=row.ref,
        draft=_draft(row),
        customer_name=row.shown_name or "",
        remember=row.remember or "",
        is_consumer=row.is_consumer is not False,
        prefers=row.prefers,
        stage=row.stage,
        level=row.level,
        assessment=_assessment(row),
        promised=Promised(
            version_id=row.charter_version_id,
            acknowledge=_span(row.ack_amount, row.ack_unit),
            decide=_span(row.decide_amount, row.decide_unit),
        ),
        dates=Dates(**{name: getattr(row, name) for name in DATES}),
        dues=Dues(
            acknowledge_on=row.acknowledge_due,
            decide_on=row.decide_due,
            judged_on=row.judged_due,
            first_on=row.first_due,
            aim_on=row.aim_due,
            ceiling_on=row.ceiling_due,
            update_on=row.update_due,
            follow_up_on=row.follow_up_due,
            next_on=row.next_on,
        ),
        finding=row.finding,
        outcome_words=row.outcome_words,
        told_by=row.told_by,
        content=row.content,
        satisfaction=row.satisfaction,
        learning=_learning(row),
        insurer_not_needed=row.insurer_not_needed,
        stand_in=row.stand_in,
        cost_pence=row.cost_pence,
        minutes_spent=row.minutes_spent,
        linked_id=row.linked_id,
        master_id=row.master_id,
        waiting_for=row.waiting_for,
        reopened=row.reopened,
        legal_hold=row.legal_hold,
    )


def _draft(row: Row[tuple[object, ...]]) -> ComplaintDraft:
    own = json.loads(row.own)
    return ComplaintDraft(
        customer_id=row.customer_id,
        called=row.called,
        text=row.text,
        about=row.about,
        wishes=tuple(map(Wish, json.loads(row.wishes))),
        wish_words=row.wish_words,
        serious=row.serious,
        is_safety=row.is_safety,
        received_at=row.received_at,
        channel=row.channel,
        taken_by=row.taken_by,
        handler=row.handler,
        job_ref=row.job_ref,
        product=row.product,
        happened_on=row.happened_on,
        place=row.place,
        staff=row.staff,
        amount_pence=row.amount_pence,
        is_ongoing=row.is_ongoing,
        from_stock=row.from_stock,
        acting_for=row.acting_for,
        authority_seen_on=row.authority_seen_on,
        track=row.track,
        notes=row.notes,
        own=MappingProxyType(own) if own else NOTHING_OWN,
    )


def _assessment(row: Row[tuple[object, ...]]) -> Assessment:
    return Assessment(
        severity=row.severity,
        impact=row.impact,
        urgency=row.urgency,
        is_safety=row.safety_assessed,
        is_legal=row.is_legal,
        support_need=row.support_need,
        is_complex=row.is_complex,
        raised=row.raised,
        raise_note=row.raise_note,
        on=row.assessed_on,
    )


def _learning(row: Row[tuple[object, ...]]) -> Learning:
    return Learning(
        causes=tuple(map(Cause, json.loads(row.causes))),
        no_cause_because=row.no_cause_because,
        whys=tuple(json.loads(row.whys)),
        lessons=row.lessons,
        no_action_because=row.no_action_because,
        element=row.element,
        may_publish=row.may_publish,
    )


def _span(amount: int | None, unit: str | None) -> Span | None:
    return None if amount is None or unit is None else Span(amount=amount, unit=unit)
