# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""Customers read whole: the row itself, and in one statement more all that belongs to it."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import (
    BindParameter,
    Connection,
    Row,
    Select,
    Table,
    bindparam,
    column,
    func,
    literal,
    or_,
    select,
    table,
    type_coerce,
    union_all,
)

from servicedesk.domain.customers import (
    Address,
    CustomerCard,
    CustomerDraft,
    Reach,
    ReachKind,
)
from servicedesk.store.customers import (
    customer_addresses,
    customer_reaches,
    customer_tags,
    customers,
)
from servicedesk.store.own_fields import own_from, own_text
from servicedesk.store.types import Words

AT_ONCE = 500
"""Customers that are read by one statement: SQLite takes so many values and no more."""

Handle = Table
"""What services pass on to the unit, and ask nothing."""

_SEQUENCES = table("sqlite_sequence", column("name"), column("seq"))
"""Where SQLite keeps the highest number that it ever gave in each table."""

_FOLLOWED = select(customers).where(
    customers.c.id
    == select(func.coalesce(customers.c.merged_into_id, customers.c.id))
    .where(customers.c.id == bindparam("this"))
    .scalar_subquery()
)
_SEVERAL = select(customers).where(customers.c.id.in_(bindparam("these", expanding=True)))


def _parts() -> Select[tuple[object, ...]]:
    """What belongs to customers, as rows of one shape: customer, what, place, three texts."""
    of: BindParameter[int] = bindparam("these", expanding=True)
    none = literal("")
    merged = customers.alias("merged")
    parts = union_all(
        select(
            customer_reaches.c.customer_id.label("customer"),
            type_coerce(customer_reaches.c.kind, Words()).label("what"),
            customer_reaches.c.position.label("place"),
            customer_reaches.c.shown.label("text"),
            none.label("more"),
            customer_reaches.c.label.label("label"),
        ).where(customer_reaches.c.customer_id.in_(of)),
        select(
            customer_addresses.c.customer_id,
            literal("address"),
            customer_addresses.c.position,
            customer_addresses.c.lines,
            customer_addresses.c.postcode,
            customer_addresses.c.label,
        ).where(customer_addresses.c.customer_id.in_(of)),
        select(
            customer_tags.c.customer_id,
            literal("tag"),
            customer_tags.c.id,
            customer_tags.c.tag,
            none,
            none,
        ).where(customer_tags.c.customer_id.in_(of)),
        select(
            merged.c.merged_into_id,
            literal("known_as"),
            merged.c.id,
            merged.c.shown_name,
            none,
            none,
        ).where(merged.c.merged_into_id.in_(of)),
    ).subquery()
    return select(parts).order_by(parts.c.customer, parts.c.place)


_PARTS = _parts()


@dataclass(frozen=True, slots=True, kw_only=True)
class ReachKept:
    """A phone or an e-mail address with what it is compared by.

    Args:
        reach: as shown.
        normal: the form that all writings of it have in common.
    """

    reach: Reach
    normal: str


def next_number(connection: Connection, of: str = customers.name) -> int:
    """The number that the next row of a table gets; none is ever given twice.

    Args:
        connection: in a change, so that nobody else takes it.
        of: the table's name.
    """
    found = connection.execute(select(_SEQUENCES.c.seq).where(_SEQUENCES.c.name == of)).scalar()
    return 1 + int(found or 0)


def customer_of(connection: Connection, customer_id: int) -> CustomerCard | None:
    """A customer, or the one they were merged into; None for a number that nobody has.

    Two statements.
    """
    row = connection.execute(_FOLLOWED, {"this": customer_id}).first()
    return None if row is None else next(_cards(connection, [row]))


def customers_of(connection: Connection, ids: Sequence[int]) -> dict[int, CustomerCard]:
    """Customers by id, in the order asked for, merged ones as they were left; none for no row."""
    found: dict[int, CustomerCard] = {}
    for start in range(0, len(ids), AT_ONCE):
        these = list(ids[start : start + AT_ONCE])
        rows = connection.execute(_SEVERAL, {"these": these}).all()
        found.update((card.id, card) for card in _cards(connection, rows))
    return {one: found[one] for one in ids if one in found}


def binned_customers(connection: Connection) -> list[int]:
    """Numbers of those in the bin, the last one at the head; without those merged into another."""
    wanted = (
        select(customers.c.id)
        .where(customers.c.binned_at.is_not(None), customers.c.merged_into_id.is_(None))
        .order_by(customers.c.binned_at.desc(), customers.c.id.desc())
    )
    return list(connection.scalars(wanted))


def binned_before(connection: Connection, limit: datetime) -> list[int]:
    """Numbers of those who went into the bin before a moment, with those merged into them.

    Whoever points to another comes before the one pointed to, so that they can be removed in
    this order.
    """
    gone = select(customers.c.id).where(customers.c.binned_at < limit)
    wanted = (
        select(customers.c.id)
        .where(or_(customers.c.id.in_(gone), customers.c.merged_into_id.in_(gone)))
        .order_by(customers.c.merged_into_id.is_(None), customers.c.id)
    )
    return list(connection.scalars(wanted))


def part_ids(connection: Connection, part: Table, customer_id: int) -> list[int]:
    """The rows of a table that belong to a customer, in the order in which they were written."""
    found = select(part.c.id).where(part.c.customer_id == customer_id).order_by(part.c.id)
    return list(connection.execute(found).scalars())


def tag_ids(connection: Connection, customer_id: int) -> dict[str, int]:
    """The rows of a customer's short words, by the word."""
    found = select(customer_tags.c.tag, customer_tags.c.id).where(
        customer_tags.c.customer_id == customer_id
    )
    return {row.tag: row.id for row in connection.execute(found)}


def customer_values(draft: CustomerDraft, shown_name: str) -> dict[str, object]:
    """What is written for a customer as typed and checked, by column.

    Args:
        draft: with sort key and salutation.
        shown_name: by which lists call them.
    """
    return {
        "name": draft.name,
        "shown_name": shown_name,
        "sort_key": draft.sort_key,
        "is_organisation": draft.is_organisation,
        "ask_for": draft.ask_for,
        "salutation": draft.salutation,
        "status": draft.status,
        "is_consumer": draft.is_consumer,
        "prefers": draft.prefers,
        "best_time": draft.best_time,
        "heard_from": draft.heard_from,
        "remember": draft.remember,
        "notes": draft.notes,
        "own": own_text(draft.own),
        "first_visit_on": draft.first_visit_on,
    }


def reach_values(customer_id: int, kept: Iterable[ReachKept]) -> list[dict[str, object]]:
    """What is written for phones and e-mail addresses, in their order."""
    return [
        {
            "customer_id": customer_id,
            "position": place,
            "kind": one.reach.kind,
            "shown": one.reach.shown,
            "normal": one.normal,
            "label": one.reach.label,
        }
        for place, one in enumerate(kept)
    ]


def address_values(
    customer_id: int, kept: Iterable[tuple[Address, str]]
) -> list[dict[str, object]]:
    """What is written for addresses with the normal form of their postcodes, in their order."""
    return [
        {
            "customer_id": customer_id,
            "position": place,
            "lines": address.lines,
            "postcode": address.postcode,
            "normal": normal,
            "label": address.label,
        }
        for place, (address, normal) in enumerate(kept)
    ]


def tag_values(customer_id: int, tags: Iterable[str]) -> list[dict[str, object]]:
    """What is written for short words."""
    return [{"customer_id": customer_id, "tag": tag} for tag in tags]


def _cards(
    connection: Connection, rows: Sequence[Row[tuple[object, ...]]]
) -> Iterator[CustomerCard]:
    parts: defaultdict[int, dict[str, list[Row[tuple[object, ...]]]]] = defaultdict(
        lambda: defaultdict(list)
    )
    if rows:
        for part in connection.execute(_PARTS, {"these": [row.id for row in rows]}):
            parts[part.customer][part.what].append(part)
    for row in rows:
        yield _card(row, parts[row.id])


def _card(
    row: Row[tuple[object, ...]], parts: dict[str, list[Row[tuple[object, ...]]]]
) -> CustomerCard:
    return CustomerCard(
        id=row.id,
        ref=row.ref,
        draft=_draft(row, parts),
        shown_name=row.shown_name,
        last_visit_on=row.last_visit_on,
        added_on=row.added_on,
        archived_on=row.archived_on,
        binned_at=row.binned_at,
        merged_into_id=row.merged_into_id,
        also_known_as=tuple(part.text for part in parts["known_as"]),
    )


def _draft(
    row: Row[tuple[object, ...]], parts: dict[str, list[Row[tuple[object, ...]]]]
) -> CustomerDraft:
    reaches = sorted(
        ((part, kind) for kind in ReachKind for part in parts[kind.value]),
        key=lambda found: found[0].place,
    )
    return CustomerDraft(
        name=row.name,
        is_organisation=row.is_organisation,
        ask_for=row.ask_for,
        salutation=row.salutation,
        sort_key=row.sort_key,
        status=row.status,
        is_consumer=row.is_consumer,
        reaches=tuple(
            Reach(kind=kind, shown=part.text, label=part.label) for part, kind in reaches
        ),
        addresses=tuple(
            Address(lines=part.text, postcode=part.more, label=part.label)
            for part in parts["address"]
        ),
        prefers=row.prefers,
        best_time=row.best_time,
        tags=tuple(part.text for part in parts["tag"]),
        heard_from=row.heard_from,
        remember=row.remember,
        notes=row.notes,
        first_visit_on=row.first_visit_on,
        own=own_from(row.own),
    )
