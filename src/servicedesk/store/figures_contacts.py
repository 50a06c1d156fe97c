# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""Contacts that figures count: who came to us when, on which channel, and how long they waited."""

from bisect import bisect_right
from collections import Counter
from collections.abc import Mapping
from datetime import date
from types import MappingProxyType

from sqlalchemy import Connection

from servicedesk.domain.customers import Channel
from servicedesk.domain.figures import Which
from servicedesk.domain.figures_clock import Spans
from servicedesk.domain.figures_counted import ContactsCounted
from servicedesk.store.figures_asking import Values, asked, local_part, moment_text

_CAME = "k.is_incoming = 1 AND k.binned_at IS NULL AND k.at >= :begins AND k.at < :ends"
_FROM = f"FROM contacts k INDEXED BY ix_contacts_came WHERE {_CAME}"
_WAITS = f"""
SELECT k.channel, k.answered_minutes, count(*) {_FROM} AND k.answered_minutes IS NOT NULL
GROUP BY 1, 2
"""
_HOURS = f"SELECT substr(k.at, 1, 13), count(*) {_FROM} GROUP BY 1"
_ANY = f"SELECT k.id, k.at {_FROM} AND {{choice}} ORDER BY k.at DESC, k.id DESC"
_HOUR = 60
_DAY = 24
_MONDAY = 7


def waits_counted(connection: Connection, values: Values) -> Mapping[Channel, Mapping[int, int]]:
    """Minutes until the answer and how many waited so long, by channel.

    Args:
        connection: reads.
        values: ``begins`` and ``ends`` of the period, in UTC.
    """
    found: dict[Channel, dict[int, int]] = {}
    for channel, minutes, count in asked(connection, _WAITS, values):
        found.setdefault(Channel(channel), {})[minutes] = count
    return {channel: found[channel] for channel in Channel if channel in found}


def contacts_counted(connection: Connection, values: Values, spans: Spans) -> ContactsCounted:
    """When customers got in touch, by weekday and hour of the clock of the shop.

    Args:
        connection: reads.
        values: ``begins`` and ``ends`` of the period, in UTC.
        spans: of the clock of the shop; it changes and is ahead by whole hours.
    """
    since = [moment_text(moment)[:13] for moment, _ in spans]
    weekdays: Counter[int] = Counter()
    hours: Counter[int] = Counter()
    for begun, count in asked(connection, _HOURS, values):
        ahead = spans[max(bisect_right(since, begun) - 1, 0)][1] // _HOUR
        day = date.fromisoformat(begun[:10]).toordinal()
        at = day * _DAY + int(begun[11:13]) + ahead
        weekdays[(at // _DAY + _MONDAY - 1) % _MONDAY] += count
        hours[at % _DAY] += count
    return ContactsCounted(
        weekdays=MappingProxyType(dict(sorted(weekdays.items()))),
        hours=MappingProxyType(dict(sorted(hours.items()))),
    )


def contact_ids(
    connection: Connection, which: Which, values: Values, spans: Spans
) -> list[tuple[int, str]]:
    """Numbers of contacts and their moments, the latest first.

    Args:
        connection: reads.
        which: REPLIED on the channel ``value``, WEEKDAY or HOUR of that number, or RECEIVED.
        values: ``begins`` and ``ends`` of the period in UTC, and ``value``.
        spans: of the clock of the shop.
    """
    weekday, hour = (local_part(form, "k.at", spans) for form in ("%w", "%H"))
    choice = {
        Which.REPLIED: "k.answered_minutes IS NOT NULL AND k.channel = :value",
        Which.RECEIVED: "1",
        Which.WEEKDAY: f"({weekday} + 6) % 7 = CAST(:value AS INTEGER)",
        Which.HOUR: f"{hour} = CAST(:value AS INTEGER)",
    }[which]
    return asked(connection, _ANY.format(choice=choice), values)
