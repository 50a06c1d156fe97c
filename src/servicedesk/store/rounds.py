# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""Which promises the papers of a day are about."""

from datetime import date

from sqlalchemy import Connection, select

from servicedesk.store.promises import OPEN, promises


def due_on(connection: Connection, day: date) -> tuple[int, ...]:
    """Numbers of the open promises due on a day, in one statement."""
    found = connection.scalars(
        select(promises.c.id).where(OPEN, promises.c.due_on == day).order_by(promises.c.id)
    )
    return tuple(found)
