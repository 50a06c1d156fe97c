# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""The very records that figures were counted from: which they are, and a line for each.

Which records a choice holds is said once for each kind, beside what counts them.
"""

import json
from collections.abc import Callable, Collection, Mapping, Sequence
from types import MappingProxyType
from typing import NamedTuple

from sqlalchemy import Connection

from servicedesk.domain.figures import RecordsAt, Which
from servicedesk.domain.figures_clock import Spans
from servicedesk.domain.kinds import Kind
from servicedesk.store.asking import ask
from servicedesk.store.figures_answers import answer_ids
from servicedesk.store.figures_asking import Values
from servicedesk.store.figures_complaints import action_ids, complaint_ids
from servicedesk.store.figures_contacts import contact_ids
from servicedesk.store.figures_customers import customer_ids
from servicedesk.store.figures_promises import promise_ids

Ids = list[tuple[int, str]]
"""Numbers of records and the days, or moments, that put them among the others."""


class Asked(NamedTuple):
    """What choices of records may need besides the period.

    Args:
        values: days, moments and the value of the choice, by name.
        spans: of the clock of the shop.
        words: what was written where a customer was recommended.
    """

    values: Values
    spans: Spans
    words: Collection[str]


class RecordWords(NamedTuple):
    """What is shown of a record.

    Args:
        day: on which it happened or was due, or the moment, as it lies in the file.
        who: the customer, as shown; "" for nobody.
        what: what it is about, or its reference.
        owner: of an action, the complaint it came from; else None.
        mark: of feedback, how satisfied they were, in points; None for not said.
    """

    day: str
    who: str
    what: str
    owner: int | None
    mark: int | None = None


def record_ids(connection: Connection, records: RecordsAt, asked: Asked) -> Ids:
    """The records of a choice, the latest first.

    Args:
        connection: reads.
        records: of a kind that is counted here.
        asked: what it may need.

    Raises:
        KeyError: for a kind or a choice that is not known.
        ValueError: for a choice or a value that there is not.
    """
    return _READERS[records.kind](connection, records, asked)


def record_words(
    connection: Connection, kind: Kind, ids: Sequence[int]
) -> Mapping[int, RecordWords]:
    """What is shown of records, by their numbers; those that are gone are left out."""
    rows = ask(connection, _WORDS[kind], (json.dumps(list(ids)),))
    return {row[0]: RecordWords(row[1], row[2] or "", row[3] or "", *row[4:]) for row in rows}


def _promises(connection: Connection, records: RecordsAt, asked: Asked) -> Ids:
    return promise_ids(connection, Which(records.which), records.period, asked.values)


def _complaints(connection: Connection, records: RecordsAt, asked: Asked) -> Ids:
    which = Which(records.which)
    return complaint_ids(connection, which, records.period, asked.values, asked.spans)


def _actions(connection: Connection, records: RecordsAt, asked: Asked) -> Ids:
    return action_ids(connection, Which(records.which), asked.values)


def _answers(connection: Connection, records: RecordsAt, asked: Asked) -> Ids:
    del asked
    return answer_ids(connection, Which(records.which), records.period, records.value)


def _contacts(connection: Connection, records: RecordsAt, asked: Asked) -> Ids:
    return contact_ids(connection, Which(records.which), asked.values, asked.spans)


def _customers(connection: Connection, records: RecordsAt, asked: Asked) -> Ids:
    which = Which(records.which)
    return customer_ids(connection, which, records.period, asked.values, asked.words)


_READERS: Mapping[Kind, Callable[[Connection, RecordsAt, Asked], Ids]] = MappingProxyType(
    {
        Kind.PROMISE: _promises,
        Kind.COMPLAINT: _complaints,
        Kind.ACTION: _actions,
        Kind.FEEDBACK: _answers,
        Kind.CONTACT: _contacts,
        Kind.CUSTOMER: _customers,
    }
)

# In each: id, day, customer, what it is about, the complaint an action came from; a mark.
_AMONG = "FROM json_each(?) AS j CROSS JOIN {table} AS t ON t.id = j.value"
_WHOSE = "LEFT JOIN customers c ON c.id = t.customer_id"
_SHOWN = 300
"""Characters that are read of what was written."""

_WORDS: Mapping[Kind, str] = MappingProxyType(
    {
        Kind.PROMISE: (
            "SELECT t.id, coalesce(t.counts_on, t.due_on), c.shown_name,"
            f" substr(t.text, 1, {_SHOWN}), NULL"
            f" {_AMONG.format(table='promises')} {_WHOSE}"
        ),
        Kind.COMPLAINT: (
            "SELECT t.id, t.received_on, coalesce(c.shown_name, t.called),"
            f" substr(coalesce(nullif(t.text, ''), t.ref), 1, {_SHOWN}), NULL"
            f" {_AMONG.format(table='complaints')} {_WHOSE}"
        ),
        Kind.ACTION: (
            f"SELECT t.id, t.done_on, NULL, substr(t.text, 1, {_SHOWN}), t.complaint_id"
            f" {_AMONG.format(table='actions')}"
        ),
        Kind.FEEDBACK: (
            "SELECT t.id, t.given_on, coalesce(c.shown_name, t.called), substr(coalesce("
            f"nullif(t.text, ''), t.better), 1, {_SHOWN}), NULL, t.satisfaction"
            f" {_AMONG.format(table='feedback')} {_WHOSE}"
        ),
        Kind.CONTACT: (
            f"SELECT t.id, t.at, c.shown_name, substr(t.text, 1, {_SHOWN}), NULL"
            f" {_AMONG.format(table='contacts')} {_WHOSE}"
        ),
        Kind.CUSTOMER: (
            "SELECT t.id, t.added_on, t.shown_name, t.heard_from, NULL"
            f" {_AMONG.format(table='customers')}"
        ),
    }
)
