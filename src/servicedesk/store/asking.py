# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""Questions that are asked with every key that is pressed, straight to the driver.

What SQLAlchemy adds to a statement takes longer than SQLite takes to answer one of these. Only
reads go this way, and only with statements that are written out.
"""

from collections.abc import Sequence
from typing import Any, cast

from sqlalchemy import Connection

from servicedesk.store import driver
from servicedesk.store.types import Stored


def bare(connection: Connection) -> driver.Connection:
    """The driver's own connection."""
    return cast(driver.Connection, connection.connection.driver_connection)


def ask(connection: Connection, statement: str, values: Sequence[object] = ()) -> list[Any]:
    """The rows that a statement gives, as tuples.

    Args:
        connection: reads.
        statement: in SQLite's own words, with question marks for the values.
        values: as they lie in the file.

    Raises:
        Trouble: when the file cannot be read.
    """
    if not connection.in_transaction():
        connection.begin()
    try:
        return bare(connection).execute(statement, cast("Sequence[Stored]", values)).fetchall()
    except driver.MODULE.Error:
        # Asked again in the long way, which tells in our words what is the matter.
        return list(connection.exec_driver_sql(statement, tuple(values)).all())
