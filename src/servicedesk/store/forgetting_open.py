# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""What is still open with somebody, to be known before they are forgotten."""

from sqlalchemy import Connection, Select, select

from servicedesk.domain.data_requests import RequestKind
from servicedesk.store.complaints import OPEN, complaints
from servicedesk.store.data_requests import data_requests
from servicedesk.store.promises import promises
from servicedesk.store.records import CATALOGUE


def open_of(
    connection: Connection, customer_id: int
) -> tuple[list[tuple[int, str]], list[tuple[int, str]]]:
    """The numbers and references of a customer's open complaints, and of their open promises."""
    complained = select(complaints.c.id, complaints.c.ref).where(
        complaints.c.customer_id == customer_id, OPEN
    )
    promised = select(promises.c.id, promises.c.ref).where(
        promises.c.customer_id == customer_id,
        promises.c.outcome.is_(None),
        promises.c.binned_at.is_(None),
    )
    return _pairs(connection, complained), _pairs(connection, promised)


def open_requests(
    connection: Connection, customer_id: int, *, to_be_forgotten: bool
) -> list[tuple[int, str]]:
    """The numbers and references of a customer's requests that have no answer yet.

    Args:
        connection: reads the file.
        customer_id: whose.
        to_be_forgotten: those that ask just that, which forgetting answers; else all others.
    """
    is_that = data_requests.c.kind == RequestKind.ERASE
    asked = select(data_requests.c.id, data_requests.c.ref).where(
        data_requests.c.customer_id == customer_id,
        data_requests.c.ended_on.is_(None),
        is_that if to_be_forgotten else ~is_that,
    )
    return _pairs(connection, asked)


def _pairs(connection: Connection, wanted: Select[tuple[int, str]]) -> list[tuple[int, str]]:
    return [(row.id, row.ref) for row in connection.execute(wanted)]


def ref_of(connection: Connection, table: str, record_id: int) -> str | None:
    """The reference of a record, "" for one of a kind without; None when it is gone."""
    column = "ref" if "ref" in CATALOGUE.table(table).columns else "''"
    return connection.exec_driver_sql(
        f"SELECT {column} FROM {table} WHERE id = ?", (record_id,)
    ).scalar()
