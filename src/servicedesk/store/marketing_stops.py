# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""Who is not to be sent offers, kept for good; and what customers said of each channel."""

from collections.abc import Iterable

from sqlalchemy import Column, ColumnElement, Connection, UniqueConstraint, and_, select, true

from servicedesk.domain.customers import ReachKind
from servicedesk.domain.kinds import Kind
from servicedesk.domain.marketing import Agreed, StopCard, StopSource, post_key
from servicedesk.domain.support import ConsentBasis, ConsentChannel
from servicedesk.store.customers import customer_addresses, customer_reaches, customers
from servicedesk.store.records import CATALOGUE, RecordInfo
from servicedesk.store.support import consents
from servicedesk.store.types import Coded, Day, Words

marketing_stops = CATALOGUE.declare(
    "marketing_stops",
    Column("channel", Coded(ConsentChannel), nullable=False),
    Column("digest", Words(), nullable=False),
    Column("stopped_on", Day(), nullable=False),
    Column("source", Coded(StopSource), nullable=False),
    UniqueConstraint("channel", "digest"),
    record=RecordInfo(kind=Kind.MARKETING_STOP, label_column="channel"),
)

_KINDS = {
    ConsentChannel.EMAIL: ReachKind.EMAIL,
    ConsentChannel.SMS: ReachKind.PHONE,
    ConsentChannel.PHONE: ReachKind.PHONE,
}
Reaches = dict[int, tuple[tuple[str, str], ...]]
"""By customer: what is shown, and its normal form."""


def stop_cards(connection: Connection) -> tuple[StopCard, ...]:
    """All stops, the newest first, in one statement."""
    table = marketing_stops
    wanted = select(table).order_by(table.c.stopped_on.desc(), table.c.id.desc())
    return tuple(
        StopCard(
            id=row.id,
            channel=row.channel,
            digest=row.digest,
            stopped_on=row.stopped_on,
            source=row.source,
        )
        for row in connection.execute(wanted)
    )


def stop_id(connection: Connection, channel: ConsentChannel, digest: str) -> int | None:
    """The row of a stop, or None."""
    table = marketing_stops
    wanted = select(table.c.id).where(table.c.channel == channel, table.c.digest == digest)
    return connection.scalar(wanted)


def channel_of(connection: Connection, consent_id: int) -> tuple[int, ConsentChannel] | None:
    """Whose a consent is, and for which channel; None where it is gone."""
    wanted = select(consents.c.customer_id, consents.c.channel).where(consents.c.id == consent_id)
    row = connection.execute(wanted).first()
    return None if row is None else (row.customer_id, row.channel)


def agreed_on(
    connection: Connection, channel: ConsentChannel, customer_id: int | None = None
) -> tuple[Agreed, ...]:
    """Everything that customers in use said of a channel, by name, without where to reach them.

    Args:
        connection: reads the file.
        channel: which.
        customer_id: of the only one who is wanted, in use or not; None for all.
    """
    theirs = (
        and_(
            customers.c.binned_at.is_(None),
            customers.c.merged_into_id.is_(None),
            customers.c.archived_on.is_(None),
        )
        if customer_id is None
        else customers.c.id == customer_id
    )
    wanted = (
        select(consents, customers.c.shown_name)
        .join(customers, customers.c.id == consents.c.customer_id)
        .where(consents.c.channel == channel, theirs)
        .order_by(customers.c.sort_key, customers.c.id, consents.c.given_on, consents.c.id)
    )
    return tuple(
        Agreed(
            customer_id=row.customer_id,
            name=row.shown_name,
            channel=channel,
            consent_id=row.id,
            basis=row.basis or ConsentBasis.YES,
            wording=row.wording,
            given_on=row.given_on,
            withdrawn_on=row.withdrawn_on,
        )
        for row in connection.execute(wanted)
    )


def reaches_of(
    connection: Connection, channel: ConsentChannel, customer_ids: Iterable[int] | None = None
) -> Reaches:
    """By what customers are reached on a channel, the one to try first at the head.

    Args:
        connection: reads the file.
        channel: which.
        customer_ids: a few of them; None for everybody who is reached there.
    """
    found: dict[int, list[tuple[str, str]]] = {}
    if channel is ConsentChannel.POST:
        post = customer_addresses.c
        mine = _whose(post.customer_id, customer_ids)
        wanted = select(post.customer_id, post.lines, post.postcode).where(mine)
        for row in connection.execute(wanted.order_by(post.customer_id, post.position)):
            shown = ", ".join(part for part in (*row.lines.split("\n"), row.postcode) if part)
            found.setdefault(row.customer_id, []).append((shown, post_key(row.lines, row.postcode)))
    else:
        reach = customer_reaches.c
        mine = _whose(reach.customer_id, customer_ids)
        asked = select(reach.customer_id, reach.shown, reach.normal).where(
            mine, reach.kind == _KINDS[channel]
        )
        for row in connection.execute(asked.order_by(reach.customer_id, reach.position)):
            found.setdefault(row.customer_id, []).append((row.shown, row.normal))
    return {number: tuple(reaches) for number, reaches in found.items()}


def everybody_on(connection: Connection, channel: ConsentChannel) -> dict[int, str]:
    """Names of all customers in use who can be reached on a channel at all, by number.

    Args:
        connection: reads the file.
        channel: which.
    """
    column = customer_addresses.c.customer_id
    kind = None
    if channel is not ConsentChannel.POST:
        column, kind = customer_reaches.c.customer_id, customer_reaches.c.kind == _KINDS[channel]
    reached = select(column) if kind is None else select(column).where(kind)
    wanted = select(customers.c.id, customers.c.shown_name).where(
        customers.c.id.in_(reached), customers.c.binned_at.is_(None)
    )
    return {row.id: row.shown_name for row in connection.execute(wanted)}


def _whose(column: ColumnElement[int], customer_ids: Iterable[int] | None) -> ColumnElement[bool]:
    return true() if customer_ids is None else column.in_(tuple(customer_ids))
