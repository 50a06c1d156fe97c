# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""Stops against offers, written and lifted inside somebody else's step."""

import secrets
from collections.abc import Iterable
from datetime import date

from servicedesk.domain.marketing import StopSource, newest_only, stop_digest
from servicedesk.domain.support import ConsentChannel
from servicedesk.services.facts import keep_fact, read_facts
from servicedesk.services.unit import Reading, Unit
from servicedesk.store.marketing_stops import (
    agreed_on,
    channel_of,
    marketing_stops,
    reaches_of,
    stop_id,
)

_SALT = "marketing.salt"
"""Key of the fact that holds the salt; made with the first stop."""

_SALT_BYTES = 16


def salt_of(reading: Reading) -> str:
    """The salt of the file; "" while there is no stop."""
    return str(read_facts(reading).get(_SALT, ""))


def write_stops(
    unit: Unit, channel: ConsentChannel, normals: Iterable[str], today: date, source: StopSource
) -> int:
    """Stop offers to addresses or numbers; what is stopped already stays as it is.

    Args:
        unit: the step it is part of.
        channel: which.
        normals: each in its normal form; what is empty is passed over.
        today: the day of it.
        source: how we know.

    Returns:
        How many are new.
    """
    salt = salt_of(unit.connection)
    if not salt:
        salt = secrets.token_hex(_SALT_BYTES)
        keep_fact(unit, _SALT, salt)
    new = 0
    for normal in filter(None, normals):
        digest = stop_digest(salt, channel, normal)
        if stop_id(unit.connection, channel, digest) is not None:
            continue
        unit.insert(
            marketing_stops,
            {"channel": channel, "digest": digest, "stopped_on": today, "source": source},
        )
        new += 1
    return new


def stop_customer(
    unit: Unit, customer_id: int, channel: ConsentChannel, today: date, source: StopSource
) -> int:
    """Stop offers to everything that a customer is reached by on a channel; how many are new."""
    reaches = reaches_of(unit.connection, channel, (customer_id,)).get(customer_id, ())
    if not reaches:
        return 0
    return write_stops(unit, channel, [normal for _, normal in reaches], today, source)


def lift_stops(unit: Unit, customer_id: int, channel: ConsentChannel) -> None:
    """Lift the stops of a customer on a channel, who has said yes since."""
    salt = salt_of(unit.connection)
    if not salt:
        return
    for _, normal in reaches_of(unit.connection, channel, (customer_id,)).get(customer_id, ()):
        row = stop_id(unit.connection, channel, stop_digest(salt, channel, normal))
        if row is not None:
            unit.remove(marketing_stops, row)


def is_stopped(reading: Reading, customer_id: int, channel: ConsentChannel) -> bool:
    """Whether a customer said no to offers on a channel by any address they are reached by."""
    salt = salt_of(reading)
    reaches = reaches_of(reading, channel, (customer_id,)).get(customer_id, ())
    return bool(salt) and any(
        stop_id(reading, channel, stop_digest(salt, channel, normal)) is not None
        for _, normal in reaches
    )


def stop_withdrawn(unit: Unit, consent_id: int, today: date) -> int:
    """Keep the no of a consent that is cleared out next; how many stops are new.

    Somebody who has said yes on that channel since is not stopped.

    Args:
        unit: the step in which it goes; called before it is taken away.
        consent_id: of the row.
        today: the day of it.
    """
    found = channel_of(unit.connection, consent_id)
    if found is None:
        return 0
    customer_id, channel = found
    said = newest_only(agreed_on(unit.connection, channel, customer_id))
    if all(one.withdrawn_on is None for one in said):
        return 0
    return stop_customer(unit, customer_id, channel, today, StopSource.WITHDREW)


def stop_before_forgetting(unit: Unit, customer_id: int, today: date) -> int:
    """Keep the no of somebody who is forgotten next, as stops that name nobody; how many are new.

    What was taken back before there were stops has none yet.

    Args:
        unit: the step in which they are forgotten; called before anything of them goes.
        customer_id: whose.
        today: the day of it.
    """
    new = 0
    for channel in ConsentChannel:
        said = newest_only(agreed_on(unit.connection, channel, customer_id))
        if any(one.withdrawn_on is not None for one in said):
            new += stop_customer(unit, customer_id, channel, today, StopSource.WITHDREW)
    return new
