# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""Which promises lay in the bin for long enough, and what else names them."""

from datetime import datetime

from sqlalchemy import Connection, select

from servicedesk.store.contacts import contacts
from servicedesk.store.letters import letters
from servicedesk.store.promises import promises


def promises_binned_before(connection: Connection, before: datetime) -> tuple[int, ...]:
    """The numbers of what was put into the bin before a moment, the lowest first.

    Args:
        connection: reads the file.
        before: the moment, in UTC.
    """
    wanted = select(promises.c.id).where(promises.c.binned_at < before).order_by(promises.c.id)
    return tuple(connection.scalars(wanted))


def answered_by(connection: Connection, promise_id: int) -> tuple[tuple[int, bool], ...]:
    """The contacts that name a promise, and whether each would wait for an answer without it."""
    rows = connection.execute(
        select(contacts.c.id, contacts.c.next_on, contacts.c.answered_on)
        .where(contacts.c.promise_id == promise_id)
        .order_by(contacts.c.id)
    )
    return tuple((row.id, row.next_on is not None and row.answered_on is None) for row in rows)


def letters_about(connection: Connection, promise_id: int) -> tuple[int, ...]:
    """The numbers of the letters that name a promise."""
    wanted = select(letters.c.id).where(letters.c.promise_id == promise_id)
    return tuple(connection.scalars(wanted.order_by(letters.c.id)))
