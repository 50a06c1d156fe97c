# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""Customers that figures count: who came again, who bought more, and who heard of us from whom.

A visit is a day on which somebody noted that a customer was in, or their first day with us. Those
in the bin, and those that were merged into others, never count.
"""

from collections.abc import Collection
from datetime import date
from typing import NamedTuple

from sqlalchemy import Connection

from servicedesk.domain.figures import Which
from servicedesk.domain.periods import Period
from servicedesk.store.figures_asking import Values, asked

_THERE = "c.binned_at IS NULL AND c.merged_into_id IS NULL"
_VISITED = "SELECT v.customer_id AS id FROM customer_visits v WHERE v.day BETWEEN {span}"
_ACTIVE = f"""
SELECT c.id, c.shown_name FROM customers c WHERE {_THERE} AND c.id IN (
  {_VISITED.format(span=":earlier AND :before_later")}
  UNION SELECT f.id FROM customers f INDEXED BY ix_customers_first_visit_on
  WHERE f.first_visit_on IS NOT NULL AND f.first_visit_on BETWEEN :earlier AND :before_later)
"""
_RETURNED = """
EXISTS (SELECT 1 FROM customer_visits w
  WHERE w.customer_id = c.id AND w.day BETWEEN :later AND :last)
"""
_SAME = f"SELECT count(*), sum({_RETURNED}) FROM ({_ACTIVE}) c"
_SALES = f"""
SELECT {{what}} FROM customer_visits v JOIN customers c ON c.id = v.customer_id
WHERE v.day BETWEEN :first AND :last AND {_THERE} AND {{choice}}
"""
_NEW = f"c.heard_from <> '' AND c.added_on BETWEEN :first AND :last AND {_THERE}"
_HEARD = f"SELECT c.heard_from, count(*) FROM customers c WHERE {_NEW} GROUP BY 1"
_IS_NOTED = """
SELECT EXISTS (SELECT 1 FROM customer_visits WHERE day BETWEEN :later AND :last),
  EXISTS (SELECT 1 FROM customer_visits WHERE bought_else = 1 AND day <= :last),
  EXISTS (SELECT 1 FROM customers WHERE heard_from <> '' AND added_on <= :last)
"""


class Noted(NamedTuple):
    """What a business writes down at all, up to the end of a period.

    Args:
        visits: that customers were in, in the last twelve months of it.
        sales: that they bought something else.
        heard: how they heard of us.
    """

    visits: bool
    sales: bool
    heard: bool


def noted(connection: Connection, values: Values) -> Noted:
    """What is written down; ``later`` and ``last`` are the ends of the last twelve months."""
    (row,) = asked(connection, _IS_NOTED, values)
    return Noted(*map(bool, row))


def returned(connection: Connection, values: Values) -> tuple[int, int]:
    """How many were active in twelve months, and how many of them in the next twelve too.

    Args:
        connection: reads.
        values: ``earlier`` and ``before_later`` are the ends of the first twelve months, ``later``
            and ``last`` those of the next.
    """
    ((active, again),) = asked(connection, _SAME, values)
    return active, again or 0


def sales(connection: Connection, period: Period) -> tuple[int, int]:
    """How many visits were noted in a period, and at how many of them more was bought."""
    statement = _SALES.format(what="count(*), sum(v.bought_else)", choice="1")
    ((visits, more),) = asked(connection, statement, _span(period))
    return visits, more or 0


def heard(connection: Connection, period: Period) -> dict[str, int]:
    """How the new customers of a period heard of us, in their words, and how many each."""
    return dict(asked(connection, _HEARD, _span(period)))


def customer_ids(
    connection: Connection, which: Which, period: Period, values: Values, words: Collection[str]
) -> list[tuple[int, str]]:
    """Numbers of customers and days, the latest first; a visit is a line of its own.

    Args:
        connection: reads.
        which: ACTIVE, RETURNED, SALES, RELATED, HEARD or REFERRED.
        period: of the figure.
        values: as for ``returned``.
        words: for REFERRED, what counts as a recommendation, as it was written.

    Raises:
        ValueError: for any other choice.
    """
    if which in (Which.ACTIVE, Which.RETURNED):
        choice = _RETURNED if which is Which.RETURNED else "1"
        latest = (
            "(SELECT max(w.day) FROM customer_visits w"
            " WHERE w.customer_id = c.id AND w.day <= :last)"
        )
        statement = (
            f"SELECT c.id, coalesce({latest}, :before_later) FROM ({_ACTIVE}) c WHERE {choice}"
            " ORDER BY c.shown_name, c.id"
        )
        return asked(connection, statement, values)
    if which in (Which.SALES, Which.RELATED):
        choice = "v.bought_else = 1" if which is Which.RELATED else "1"
        statement = _SALES.format(what="c.id, v.day", choice=choice)
        return asked(connection, f"{statement} ORDER BY v.day DESC, c.id DESC", _span(period))
    if which not in (Which.HEARD, Which.REFERRED):
        raise ValueError(f"no customers are counted as {which}")
    rows = asked(
        connection,
        f"SELECT c.id, c.added_on, c.heard_from FROM customers c WHERE {_NEW}"
        " ORDER BY c.added_on DESC, c.id DESC",
        _span(period),
    )
    known = frozenset(words)
    return [(number, day) for number, day, said in rows if which is Which.HEARD or said in known]


def _span(period: Period) -> dict[str, date]:
    return {"first": period.first, "last": period.last}
