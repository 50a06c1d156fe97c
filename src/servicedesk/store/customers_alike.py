# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""Those who may be the same customer, fetched by what they have in common with one another."""

from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache

from sqlalchemy import (
    BindParameter,
    Connection,
    Row,
    Select,
    and_,
    bindparam,
    func,
    select,
    text,
    union,
)

from servicedesk.domain.customers import ReachKind
from servicedesk.domain.customers_alike import Traits
from servicedesk.domain.kinds import Kind
from servicedesk.store.customers import customer_addresses, customer_reaches, customers
from servicedesk.store.search_index import section_of

FETCHED = 60
"""Candidates of each sort that are compared letter by letter."""

_BEGUN = (
    text(
        "SELECT rowid - :first AS id FROM search_words WHERE search_words MATCH :asked "
        "AND rowid BETWEEN :first AND :last ORDER BY rowid DESC LIMIT :most"
    )
    .columns(customers.c.id)
    .subquery()
)
"""Those of whom any word begins so, out of the index of the search."""

_GAP = "\x1f"
_PAST_ALL = "\U0010ffff"

_KEPT = and_(customers.c.binned_at.is_(None), customers.c.merged_into_id.is_(None))


def candidates(
    connection: Connection,
    starts: Sequence[str],
    normals: Iterable[str],
    postcodes: Iterable[str],
) -> list[Traits]:
    """Who has a name with such a beginning of a word, or such a number or postcode.

    One statement. Of those with such a beginning at the head of the sort key more are fetched
    than of the others, who are the newest the search knows.

    Args:
        connection: reads.
        starts: beginnings of words, folded.
        normals: normal forms of phones and e-mail addresses.
        postcodes: in their normal forms.
    """
    first, last = section_of(Kind.CUSTOMER)
    given: dict[str, object] = {
        "normals": list(normals),
        "postcodes": list(postcodes),
        "asked": " OR ".join(f'title:"{start}"*' for start in starts),
        "first": first,
        "last": last,
        "most": FETCHED * 3,
    }
    for place, start in enumerate(starts):
        given |= {f"from{place}": start, f"to{place}": start + _PAST_ALL}
    rows = connection.execute(_candidates(len(starts)), given)
    return [_traits(row) for row in rows]


def every_name(connection: Connection) -> list[tuple[int, str]]:
    """Everybody by sort key: number and key."""
    wanted = select(customers.c.id, customers.c.sort_key).where(_KEPT)
    rows = connection.execute(wanted.order_by(customers.c.sort_key, customers.c.id))
    return [(row.id, row.sort_key) for row in rows]


def pairs_of_one_reach(connection: Connection, limit: int) -> Iterator[tuple[int, int]]:
    """Pairs of customers with a phone or e-mail address in common, the lower number first."""
    other = customer_reaches.alias("other")
    return _pairs(
        connection,
        select(customer_reaches.c.customer_id.label("one"), other.c.customer_id.label("two"))
        .join(other, other.c.normal == customer_reaches.c.normal)
        .where(customer_reaches.c.customer_id < other.c.customer_id),
        limit,
    )


def pairs_of_one_postcode(connection: Connection, limit: int) -> Iterator[tuple[int, int]]:
    """Pairs of customers with a postcode in common, the lower number first."""
    other = customer_addresses.alias("other")
    return _pairs(
        connection,
        select(customer_addresses.c.customer_id.label("one"), other.c.customer_id.label("two"))
        .join(other, other.c.normal == customer_addresses.c.normal)
        .where(
            customer_addresses.c.customer_id < other.c.customer_id,
            customer_addresses.c.normal != "",
        ),
        limit,
    )


def traits_of(connection: Connection, ids: Sequence[int]) -> dict[int, Traits]:
    """By what these customers are compared, by number; those in the bin or merged left out."""
    found: dict[int, Traits] = {}
    for start in range(0, len(ids), 500):
        these = list(ids[start : start + 500])
        for row in connection.execute(_TRAITS, {"these": these}):
            found[row.id] = _traits(row)
    return found


def _pairs(
    connection: Connection, both: Select[tuple[int, int]], limit: int
) -> Iterator[tuple[int, int]]:
    for row in connection.execute(both.distinct().limit(limit)):
        yield row.one, row.two


@lru_cache(maxsize=8)
def _candidates(names: int) -> Select[tuple[object, ...]]:
    normals: BindParameter[str] = bindparam("normals", expanding=True)
    postcodes: BindParameter[str] = bindparam("postcodes", expanding=True)
    ways = [
        select(customer_reaches.c.customer_id.label("id"))
        .where(customer_reaches.c.normal.in_(normals))
        .limit(FETCHED)
        .subquery(),
        select(customer_addresses.c.customer_id.label("id"))
        .where(customer_addresses.c.normal.in_(postcodes))
        .limit(FETCHED)
        .subquery(),
    ]
    kind = customers.c.sort_key.type
    ways += [
        select(customers.c.id)
        .where(
            customers.c.sort_key >= bindparam(f"from{place}", type_=kind),
            customers.c.sort_key < bindparam(f"to{place}", type_=kind),
        )
        .limit(FETCHED * 10)
        .subquery()
        for place in range(names)
    ]
    if names:
        ways.append(_BEGUN)
    together = union(*(select(way.c.id) for way in ways)).subquery()
    return _described().where(customers.c.id.in_(select(together.c.id)))


def _described() -> Select[tuple[object, ...]]:
    joined = func.group_concat
    reach = (
        select(joined(customer_reaches.c.normal, _GAP))
        .where(customer_reaches.c.customer_id == customers.c.id)
        .correlate(customers)
    )
    place = (
        select(joined(customer_addresses.c.normal, _GAP))
        .where(
            customer_addresses.c.customer_id == customers.c.id, customer_addresses.c.normal != ""
        )
        .correlate(customers)
    )
    is_phone = customer_reaches.c.kind == ReachKind.PHONE
    return select(
        customers.c.id,
        customers.c.sort_key,
        reach.where(is_phone).scalar_subquery().label("phones"),
        reach.where(~is_phone).scalar_subquery().label("emails"),
        place.scalar_subquery().label("postcodes"),
    ).where(_KEPT)


_TRAITS = _described().where(customers.c.id.in_(bindparam("these", expanding=True)))


def _traits(row: Row[tuple[object, ...]]) -> Traits:
    return Traits(
        id=row.id,
        sort_key=row.sort_key,
        phones=_several(row.phones),
        emails=_several(row.emails),
        postcodes=_several(row.postcodes),
    )


def _several(joined: str | None) -> frozenset[str]:
    return frozenset(joined.split(_GAP)) if joined else frozenset()
