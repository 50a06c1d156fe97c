# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""What Today asks of the file about privacy: one column of its statement on moments."""

import json
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime

from sqlalchemy import Connection

from servicedesk.domain.privacy_seen import RequestSeen
from servicedesk.store.asking import ask
from servicedesk.store.types import Moment

_MOMENT = Moment()

# Only what is open is read; there is little of it, and of breaches a few in a life.
PRIVACY = """
(SELECT json_object(
  'requests', (SELECT json_group_array(json_array(id, ref, due_on)) FROM data_requests
    WHERE ended_on IS NULL),
  'breaches', (SELECT json_group_array(json_array(id, what, known_at,
      reported_at IS NULL AND no_report_why = '' AND coalesce(risk, '') <> 'unlikely'))
    FROM breaches WHERE closed_on IS NULL)))
"""
"""One column: a JSON object."""


@dataclass(frozen=True, slots=True, kw_only=True)
class OpenBreach:
    """An open breach as it is kept.

    Args:
        id: of the row.
        what: happened.
        known_at: when we knew, in UTC.
        is_unsettled: nobody was told, and nothing says that nobody need be.
    """

    id: int
    what: str
    known_at: datetime
    is_unsettled: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class PrivacyRead:
    """What the column says.

    Args:
        requests: open ones, the first to be answered at the head, those that wait after them.
        breaches: open ones, the oldest first.
    """

    requests: tuple[RequestSeen, ...] = ()
    breaches: tuple[OpenBreach, ...] = ()


def privacy_read(column: str) -> PrivacyRead:
    """What the column says."""
    told = json.loads(column)
    requests = [
        RequestSeen(id=number, ref=ref, due_on=None if due is None else date.fromisoformat(due))
        for number, ref, due in told["requests"]
    ]
    breaches = [
        OpenBreach(
            id=number,
            what=what,
            known_at=_MOMENT.out_of_file(known),
            is_unsettled=bool(is_unsettled),
        )
        for number, what, known, is_unsettled in told["breaches"]
    ]
    return PrivacyRead(requests=_first_due(requests), breaches=_first_known(breaches))


def _first_due(requests: Iterable[RequestSeen]) -> tuple[RequestSeen, ...]:
    return tuple(sorted(requests, key=lambda one: (one.due_on or date.max, one.id)))


def _first_known(breaches: Iterable[OpenBreach]) -> tuple[OpenBreach, ...]:
    return tuple(sorted(breaches, key=lambda one: (not one.is_unsettled, one.known_at, one.id)))


def read_privacy(connection: Connection) -> PrivacyRead:
    """What is open now, outside the statement of Today."""
    ((column,),) = ask(connection, f"SELECT {PRIVACY}")
    return privacy_read(column)


def desk_counts(connection: Connection) -> tuple[int, int]:
    """How many requests about information, and how many breaches, there ever were."""
    counted = "SELECT (SELECT count(*) FROM data_requests), (SELECT count(*) FROM breaches)"
    ((requests, breaches),) = ask(connection, counted)
    return requests, breaches
