# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""What the timeline of a customer asks of the file: one statement for a page, one for figures."""

from datetime import date
from functools import lru_cache
from typing import Any

from sqlalchemy import (
    Connection,
    Executable,
    Row,
    Select,
    Table,
    and_,
    bindparam,
    func,
    literal,
    null,
    or_,
    select,
    tuple_,
    type_coerce,
    union_all,
)
from sqlalchemy.sql.elements import ColumnElement

from servicedesk.domain.calendars import LONDON
from servicedesk.domain.customers import Channel
from servicedesk.domain.kinds import Kind
from servicedesk.domain.promises import Outcome
from servicedesk.domain.timeline import TimelineChip, TimelineFigures, TimelinePlace, TimelineRow
from servicedesk.store.attachments import attachments
from servicedesk.store.contacts import contacts
from servicedesk.store.customers import customer_visits, customers
from servicedesk.store.letters import letters
from servicedesk.store.promises import promises
from servicedesk.store.record_files import record_files
from servicedesk.store.types import Day, Id, Moment, Whole, Words

TITLE_MOST = 300
"""Characters of a text that a line shows; the rest is where the record opens."""

_LAST_OF_DAY = "~"
"""Sorts what has a day and no minute above everything of that day."""

_SHAPE = ("text", "code", "channel", "who", "first_on", "last_on", "at", "number", "flag", "other")


def _part(
    chip: TimelineChip, table: Table, key: ColumnElement[Any], **columns: ColumnElement[Any]
) -> Select[Any]:
    """One sort of entry in the shape they are read in together; days and moments as ISO text."""
    return select(
        literal(chip.value, Words()).label("part"),
        table.c.id,
        type_coerce(key, Words()).label("key"),
        *(columns.get(name, null()).label(name) for name in _SHAPE),
    )


def _plain(column: ColumnElement[Any]) -> ColumnElement[str]:
    return type_coerce(column, Words())


def _start(column: ColumnElement[Any]) -> ColumnElement[str]:
    return func.substr(column, 1, TITLE_MOST)


def _whole_day(column: ColumnElement[Any]) -> ColumnElement[str]:
    return _plain(column).concat(literal(_LAST_OF_DAY, Words()))


_CUSTOMER = bindparam("customer", type_=Id())
_TODAY = bindparam("today", type_=Day())

_PROMISES = _part(
    TimelineChip.PROMISES,
    promises,
    _whole_day(func.coalesce(promises.c.ended_on, promises.c.due_on)),
    text=_start(promises.c.text),
    code=_plain(promises.c.outcome),
    channel=_plain(promises.c.channel),
    who=promises.c.promiser,
    first_on=_plain(promises.c.made_on),
    last_on=_plain(promises.c.due_on),
    at=_plain(func.coalesce(promises.c.ended_at, promises.c.due_at)),
    flag=promises.c.is_revised,
    other=promises.c.waiting_for,
).where(promises.c.binned_at.is_(None))

_CONTACTS = _part(
    TimelineChip.CONTACTS,
    contacts,
    contacts.c.at,
    text=_start(contacts.c.text),
    channel=_plain(contacts.c.channel),
    who=contacts.c.by_whom,
    first_on=_plain(contacts.c.next_on),
    last_on=func.coalesce(_plain(contacts.c.answered_on), contacts.c.promise_id),
    at=_plain(contacts.c.at),
    number=contacts.c.answered_minutes,
    flag=contacts.c.is_incoming,
    other=contacts.c.is_sorted,
).where(contacts.c.binned_at.is_(None), contacts.c.letter_id.is_(None))

_LETTERS = _part(
    TimelineChip.LETTERS,
    letters,
    _whole_day(letters.c.issued_on),
    text=_start(letters.c.title),
    code=letters.c.template,
    who=letters.c.signatory,
    at=_plain(letters.c.written_at),
    other=letters.c.ref,
)

_VISITS = _part(
    TimelineChip.VISITS,
    customer_visits,
    _whole_day(customer_visits.c.day),
    flag=customer_visits.c.bought_else,
)

_FILES = _part(
    TimelineChip.FILES,
    record_files,
    _whole_day(record_files.c.added_on),
    text=_start(record_files.c.name),
    code=_plain(record_files.c.kind),
    number=attachments.c.size,
).join(attachments, attachments.c.id == record_files.c.attachment_id)


def timeline_rows(
    connection: Connection,
    customer_id: int,
    chip: TimelineChip,
    before: TimelinePlace | None,
    limit: int,
) -> tuple[TimelineRow, ...]:
    """A page of entries, the newest first, in one statement.

    Args:
        connection: reads the file.
        customer_id: whose.
        chip: which sort of entry.
        before: the place of the entry that the page comes after, or None for the first page.
        limit: how many at most.
    """
    given: dict[str, object] = {"customer": customer_id, "limit": limit}
    if before is not None:
        given |= {"key": before.key, "part": before.part, "id": before.id}
    found = connection.execute(_page(chip, is_first=before is None), given)
    return tuple(map(_row, found))


@lru_cache(maxsize=16)  # to build a statement takes ten times as long as to run it
def _page(chip: TimelineChip, *, is_first: bool) -> Select[Any]:
    parts = _parts()
    wanted = list(parts.values()) if chip is TimelineChip.ALL else [parts[chip]]
    entries = union_all(*wanted).subquery()
    page = select(entries).order_by(
        entries.c.key.desc(), entries.c.part.desc(), entries.c.id.desc()
    )
    if not is_first:
        place = tuple_(entries.c.key, entries.c.part, entries.c.id)
        after = (bindparam("key", type_=Words()), bindparam("part", type_=Words()))
        page = page.where(place < tuple_(*after, bindparam("id", type_=Id())))
    return page.limit(bindparam("limit", type_=Whole()))


def timeline_figures(connection: Connection, customer_id: int, today: date) -> TimelineFigures:
    """The figures of a customer, in one statement; all nothing for one who is not there."""
    row = connection.execute(_asked(), {"customer": customer_id, "today": today}).first()
    return TimelineFigures() if row is None else _figures(row)


@lru_cache(maxsize=1)
def _asked() -> Executable:
    """The statement for the figures."""
    promised = and_(promises.c.customer_id == _CUSTOMER, promises.c.binned_at.is_(None))
    spoken = and_(contacts.c.customer_id == _CUSTOMER, contacts.c.binned_at.is_(None))
    came = and_(spoken, contacts.c.is_incoming.is_(True))
    newest = select(contacts.c.id).where(came).order_by(contacts.c.at.desc()).limit(1)
    heard = contacts.alias("heard")
    is_open = promises.c.outcome.is_(None)
    entries = [
        select(func.count()).select_from(part.subquery()).scalar_subquery()
        for part in _parts().values()
    ]
    return (
        select(
            *(
                _count(promises, promised, promises.c.outcome == outcome).label(outcome.value)
                for outcome in (Outcome.KEPT, Outcome.LATE, Outcome.BROKEN)
            ),
            _count(promises, promised, is_open).label("open_promises"),
            _count(promises, promised, is_open, promises.c.due_on < _TODAY).label("overdue"),
            _count(
                contacts,
                spoken,
                contacts.c.next_on.is_not(None),
                contacts.c.answered_on.is_(None),
                contacts.c.promise_id.is_(None),
            ).label("enquiries"),
            heard.c.at.label("heard_at"),
            heard.c.channel.label("heard_by"),
            select(func.max(customer_visits.c.day))
            .where(customer_visits.c.customer_id == _CUSTOMER)
            .scalar_subquery()
            .label("visited_on"),
            func.min(
                customers.c.added_on,
                func.coalesce(customers.c.first_visit_on, customers.c.added_on),
                type=customers.c.added_on.type,
            ).label("first_on"),
            sum(entries[1:], start=entries[0]).label("entries"),
        )
        .select_from(customers.outerjoin(heard, heard.c.id == newest.scalar_subquery()))
        .where(customers.c.id == _CUSTOMER)
    )


def _count(table: Table, *wanted: ColumnElement[bool]) -> ColumnElement[int]:
    return select(func.count()).select_from(table).where(*wanted).scalar_subquery()


def _parts() -> dict[TimelineChip, Select[Any]]:
    """The sorts of entries of the customer asked for; files of contacts and promises too."""
    of_contacts, of_promises = (
        select(table.c.id).where(table.c.customer_id == _CUSTOMER, table.c.binned_at.is_(None))
        for table in (contacts, promises)
    )
    kind, record = record_files.c.kind, record_files.c.record_id
    return {
        TimelineChip.PROMISES: _PROMISES.where(promises.c.customer_id == _CUSTOMER),
        TimelineChip.CONTACTS: _CONTACTS.where(contacts.c.customer_id == _CUSTOMER),
        TimelineChip.LETTERS: _LETTERS.where(letters.c.customer_id == _CUSTOMER),
        TimelineChip.VISITS: _VISITS.where(customer_visits.c.customer_id == _CUSTOMER),
        TimelineChip.FILES: _FILES.where(
            or_(
                and_(kind == Kind.CUSTOMER, record == _CUSTOMER),
                and_(kind == Kind.CONTACT, record.in_(of_contacts)),
                and_(kind == Kind.PROMISE, record.in_(of_promises)),
            )
        ),
    }


def _row(row: Row[Any]) -> TimelineRow:
    return TimelineRow(
        place=TimelinePlace(key=row.key, part=row.part, id=row.id),
        text=row.text or "",
        code=row.code or "",
        channel=None if row.channel is None else Channel(row.channel),
        who=row.who or "",
        first_on=None if row.first_on is None else date.fromisoformat(row.first_on),
        last=None if row.last_on is None else str(row.last_on),
        at=None if row.at is None else Moment().out_of_file(row.at),
        number=row.number,
        flag=bool(row.flag),
        other=str(row.other or ""),
    )


def _figures(row: Row[Any]) -> TimelineFigures:
    heard_on = None if row.heard_at is None else row.heard_at.astimezone(LONDON).date()
    heard_by = row.heard_by
    if row.visited_on is not None and (heard_on is None or row.visited_on > heard_on):
        heard_on, heard_by = row.visited_on, Channel.COUNTER
    return TimelineFigures(
        kept=row.kept,
        late=row.late,
        broken=row.broken,
        open_promises=row.open_promises,
        overdue=row.overdue,
        enquiries=row.enquiries,
        heard_on=heard_on,
        heard_by=heard_by,
        first_on=row.first_on,
        entries=row.entries,
    )
