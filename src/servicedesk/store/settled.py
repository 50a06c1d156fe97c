# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""What almost every step reads and hardly any changes, such as the calendar: remembered.

Each connection remembers for itself. Before it trusts what it remembers it asks the journal, in
the same transaction, what was written since: whatever changes a table of ours leaves a row there.
"""

from collections.abc import Callable, Hashable, Sequence
from typing import TypeVar, cast

from sqlalchemy import Connection, Transaction

from servicedesk.store.asking import ask, bare

_MIND = "settled"
_LAST = "SELECT coalesce(max(id), 0) FROM journal"
_SINCE = (
    # By no other index than that of its own numbers: grouping tempts SQLite to read it whole.
    "SELECT max(id), table_name FROM journal NOT INDEXED WHERE id > ? GROUP BY table_name"
)

_Value = TypeVar("_Value")


class _Mind:
    """What one connection remembers."""

    def __init__(self) -> None:
        self._found: dict[Hashable, tuple[frozenset[str], object]] = {}
        self._up_to: int | None = None
        """The last row of the journal that it has seen."""
        self._heard: tuple[Transaction | None, int] = (None, 0)
        """When it last asked the journal: in which transaction, after how many changes of rows."""

    def hear(self, connection: Connection) -> None:
        """Forget what rests on tables that were written to since it last heard."""
        now = connection.get_transaction(), bare(connection).total_changes
        if now == self._heard and now[0] is not None:
            return  # what others change is not seen before this transaction ends
        if self._up_to is None:
            ((self._up_to,),) = ask(connection, _LAST)
        else:
            self._note(ask(connection, _SINCE, (self._up_to,)))
        self._heard = connection.get_transaction(), now[1]

    def _note(self, news: Sequence[tuple[int, str]]) -> None:
        written = {table for _, table in news}
        for key, (tables, _) in tuple(self._found.items()):
            if not written.isdisjoint(tables):
                del self._found[key]
        self._up_to = max((last for last, _ in news), default=self._up_to)

    def value(self, key: Hashable, tables: frozenset[str], read: Callable[[], _Value]) -> _Value:
        """What it remembers under a key, read now where it remembers nothing."""
        if key not in self._found:
            self._found[key] = (tables, read())
        return cast(_Value, self._found[key][1])


def settled(
    connection: Connection, key: Hashable, tables: frozenset[str], read: Callable[[], _Value]
) -> _Value:
    """What was read before, while none of the tables it was read from has changed.

    Args:
        connection: inside a read or a change.
        key: what it is.
        tables: names of all tables that it is read from.
        read: reads it; what it gives is shared, and must never be changed.
    """
    mind: _Mind = connection.info.setdefault(_MIND, _Mind())
    mind.hear(connection)
    return mind.value(key, tables, read)


def forget(connection: Connection) -> None:
    """Forget everything: what a connection has read in a change that came to nothing is not so."""
    connection.info.pop(_MIND, None)
