# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""What Today asks of the file, in as few statements as can be."""

import json
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from sqlalchemy import (
    ColumnElement,
    Connection,
    Select,
    Table,
    bindparam,
    exists,
    func,
    literal,
    literal_column,
    null,
    or_,
    select,
    union_all,
)

from servicedesk.domain.calendars import Closure, Nation
from servicedesk.domain.calendars_kept import ClosureCard, HolidaySource
from servicedesk.domain.charters import CharterStatus
from servicedesk.domain.kinds import Kind
from servicedesk.domain.promises import Due
from servicedesk.domain.today import CharterHead
from servicedesk.domain.today_rows import OpenItem
from servicedesk.store.backup_contents import LAST_DRAFT, LAST_STEP
from servicedesk.store.calendars import bank_holidays, closures, opening_hours
from servicedesk.store.charters import charter_versions
from servicedesk.store.contacts import contacts
from servicedesk.store.customers import customers
from servicedesk.store.drafts import drafts
from servicedesk.store.promises import promises
from servicedesk.store.support import safety_notes, support_needs
from servicedesk.store.types import Coded, Day

_VERSIONS = charter_versions.c
_NEWEST = select(func.max(_VERSIONS.number)).scalar_subquery()
_HEADS = (
    select(
        _VERSIONS.number,
        _VERSIONS.status,
        _VERSIONS.effective_from,
        _VERSIONS.review_by,
        _VERSIONS.answers,
    )
    .where(or_(_VERSIONS.status == CharterStatus.PUBLISHED, _VERSIONS.number == _NEWEST))
    .order_by(_VERSIONS.number.desc())
)
_CHARTER_DRAFT = (
    select(func.max(drafts.c.saved_at)).where(drafts.c.form == "charter").scalar_subquery()
)
_MOMENTS = select(
    LAST_STEP,
    LAST_DRAFT,
    _CHARTER_DRAFT,
    exists(select(opening_hours.c.id)),
    exists(select(customers.c.id)),
)

_BEING_WRITTEN = frozenset({CharterStatus.DRAFT, CharterStatus.APPROVED})


def _promises(*which: ColumnElement[bool]) -> Select[Any]:
    """Open promises of some sort, with whom they were made to."""
    its = promises.c
    return (
        select(
            literal(Kind.PROMISE.value).label("kind"),
            its.id,
            its.text,
            its.due_on,
            its.due_at,
            its.customer_id,
            func.coalesce(customers.c.shown_name, "").label("customer"),
            func.coalesce(customers.c.remember, "").label("remember"),
            its.promiser,
            its.made_on,
            its.channel,
            its.job_ref,
            its.waiting_for,
            its.snoozed_until,
        )
        .select_from(promises.outerjoin(customers, customers.c.id == its.customer_id))
        .where(its.outcome.is_(None), its.binned_at.is_(None), *which)
    )


def _enquiries() -> Select[Any]:
    """Enquiries to come back to, in the columns of promises."""
    its = contacts.c
    return (
        select(
            literal(Kind.CONTACT.value),
            its.id,
            its.text,
            its.next_on,
            null(),
            its.customer_id,
            func.coalesce(customers.c.shown_name, ""),
            func.coalesce(customers.c.remember, ""),
            its.by_whom,
            null(),
            its.channel,
            literal(""),
            literal(""),
            null(),
        )
        .select_from(contacts.outerjoin(customers, customers.c.id == its.customer_id))
        .where(
            its.next_on.is_not(None),
            its.answered_on.is_(None),
            its.promise_id.is_(None),
            its.binned_at.is_(None),
            its.next_on <= _UNTIL,
        )
    )


def _reviews(table: Table, day: ColumnElement[date], words: ColumnElement[str]) -> Select[Any]:
    """Customers with something of theirs to look at again, in the columns of promises."""
    nothing = (null(), null(), literal(""), literal(""), null())
    whose = customers.c.id == table.c.customer_id
    return (
        select(
            literal(Kind.CUSTOMER.value),
            customers.c.id,
            words,
            day,
            null(),
            customers.c.id,
            customers.c.shown_name,
            customers.c.remember,
            literal(""),
            *nothing,
        )
        .select_from(table.outerjoin(customers, whose))  # so that the reviews are read first
        .where(day <= bindparam("reviews", type_=Day()), customers.c.binned_at.is_(None))
    )


_KINDS = {kind.value: kind for kind in (Kind.PROMISE, Kind.CONTACT, Kind.CUSTOMER)}
_UNTIL = bindparam("until", type_=Day())
_LATER = promises.c.due_on > _UNTIL
_OPEN = union_all(
    _promises(promises.c.due_on <= _UNTIL),
    _promises(_LATER, promises.c.waiting_for != literal_column("''")),
    _promises(_LATER, promises.c.customer_id.is_(None)),
    _enquiries(),
    _reviews(support_needs, support_needs.c.review_on, literal("")),
    _reviews(safety_notes, safety_notes.c.ends_on, literal("")),
)
_SHUT = union_all(
    select(
        literal(0).label("is_holiday"),
        closures.c.id,
        closures.c.first,
        closures.c.last,
        closures.c.reason,
    ).where(closures.c.last >= bindparam("today", type_=Day())),
    select(
        literal(1),
        bank_holidays.c.id,
        bank_holidays.c.day,
        bank_holidays.c.day,
        bank_holidays.c.name,
    ).where(
        bank_holidays.c.nation == bindparam("nation", type_=Coded(Nation)),
        bank_holidays.c.source != literal(HolidaySource.REMOVED.value),
    ),
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Moments:
    """When something was last written.

    Args:
        changed_at: anything, a half-typed form too, in UTC; None when nothing ever was.
        charter_saved_at: something of the charter that is being typed, or None.
        has_hours: whether opening hours are kept at all.
        has_customers: whether there is any customer.
    """

    changed_at: datetime | None
    charter_saved_at: datetime | None
    has_hours: bool
    has_customers: bool


def charter_heads(connection: Connection) -> tuple[CharterHead, ...]:
    """The newest version and the published one, newest first; one row when they are the same."""
    return tuple(
        CharterHead(
            number=row.number,
            is_published=row.status is CharterStatus.PUBLISHED,
            is_draft=row.status in _BEING_WRITTEN,
            effective_from=row.effective_from,
            review_by=row.review_by,
            pages_read=len(json.loads(row.answers).get("read_pages", ())),
        )
        for row in connection.execute(_HEADS)
    )


def moments(connection: Connection) -> Moments:
    """When something was last written, in one statement."""
    step, draft, charter, has_hours, has_customers = connection.execute(_MOMENTS).one()
    return Moments(
        changed_at=max((at for at in (step, draft) if at is not None), default=None),
        charter_saved_at=charter,
        has_hours=bool(has_hours),
        has_customers=bool(has_customers),
    )


def days_shut(
    connection: Connection, today: date, nation: Nation
) -> tuple[tuple[ClosureCard, ...], frozenset[date]]:
    """Closures that have not ended, by their last day, and a nation's bank holidays as kept.

    Those that the owner took out are no holidays. Both come in one statement.
    """
    holidays = []
    shut = []
    values = {"today": today, "nation": nation}
    for row in connection.execute(_SHUT, values):
        if row.is_holiday:
            holidays.append(row.first)
        else:
            days = Closure(first=row.first, last=row.last)
            shut.append(ClosureCard(id=row.id, days=days, reason=row.reason))
    shut.sort(key=lambda card: (card.days.last, card.id))
    return tuple(shut), frozenset(holidays)


def open_items(connection: Connection, until: date, reviews_until: date) -> tuple[OpenItem, ...]:
    """What is open, in one statement that reads nothing of what is closed.

    Promises that are due up to a day, wait for others, or have no customer; enquiries due up to
    that day; support needs and safety notes to be looked at again.

    Args:
        connection: reads the file.
        until: the last due day that counts.
        reviews_until: the last day of a review that counts.
    """
    found: dict[tuple[str, int], OpenItem] = {}
    rows = connection.execute(_OPEN, {"until": until, "reviews": reviews_until}).all()
    for kind, id, text, day, at, customer_id, customer, remember, by, made_on, *rest in rows:
        if (kind, id) in found:  # it waits for others, and has no customer
            continue
        channel, job_ref, waiting_for, snoozed_until = rest
        found[kind, id] = OpenItem(
            kind=_KINDS[kind],
            id=id,
            text=text,
            due=Due(day=day, at=at),
            customer_id=customer_id,
            customer=customer,
            remember=remember,
            by=by,
            made_on=made_on,
            channel=channel,
            job_ref=job_ref,
            waiting_for=waiting_for,
            snoozed_until=snoozed_until,
        )
    return tuple(found.values())
