# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""What is still open with somebody, to be known before they are forgotten."""

from sqlalchemy import Connection, select

from servicedesk.store.complaints import OPEN, complaints
from servicedesk.store.data_requests import data_requests
from servicedesk.store.promises import promises
from servicedesk.store.records import CATALOGUE


def open_of(connection: Connection, customer_id: int) -> tuple[list[str], list[str]]:
    """The references of a customer's open complaints, and of their open promises."""
    complained = select(complaints.c.ref).where(complaints.c.customer_id == customer_id, OPEN)
    promised = select(promises.c.ref).where(
        promises.c.customer_id == customer_id,
        promises.c.outcome.is_(None),
        promises.c.binned_at.is_(None),
    )
    return list(connection.scalars(complained)), list(connection.scalars(promised))


def open_requests(connection: Connection, customer_id: int) -> list[str]:
    """The references of a customer's requests about their information that have no answer yet."""
    asked = select(data_requests.c.ref).where(
        data_requests.c.customer_id == customer_id, data_requests.c.ended_on.is_(None)
    )
    return list(connection.scalars(asked))


def ref_of(connection: Connection, table: str, record_id: int) -> str | None:
    """The reference of a record, "" for one of a kind without; None when it is gone."""
    column = "ref" if "ref" in CATALOGUE.table(table).columns else "''"
    return connection.exec_driver_sql(
        f"SELECT {column} FROM {table} WHERE id = ?", (record_id,)
    ).scalar()
