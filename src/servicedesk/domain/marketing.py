# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""Who may be sent offers, channel by channel, and who never again.

A stop outlives the customer: whoever said no must not come back with the next list that is
brought in. So a stop holds no name and no address, only a keyed digest of the address, by which
it is known again when somebody types or imports it. What remains is nothing that can be read, and
nothing more than is needed to go on saying no; forgetting a customer leaves it as it is.
"""

import hashlib
import hmac
import unicodedata
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from servicedesk.domain.support import ConsentBasis, ConsentChannel


class StopSource(StrEnum):
    """How we know that somebody wants no offers."""

    ASKED = "asked"
    ANSWERED = "answered"
    WITHDREW = "withdrew"
    LISTED = "listed"


class MarketingStanding(StrEnum):
    """How somebody stands on a channel, in the order in which they are shown."""

    MAY = "may"
    NO_ADDRESS = "no_address"
    WITHDREW = "withdrew"
    STOPPED = "stopped"


@dataclass(frozen=True, slots=True, kw_only=True)
class Agreed:
    """What a customer said of a channel last, with all they can be reached by there.

    Args:
        customer_id: whose.
        name: as shown.
        channel: which.
        consent_id: of the row.
        basis: a yes, or a sale.
        wording: what they were asked or told.
        given_on: the day.
        withdrawn_on: the day it was taken back, or None.
        reaches: addresses or numbers on that channel, each with its normal form, the one to try
            first at the head.
    """

    customer_id: int
    name: str
    channel: ConsentChannel
    consent_id: int
    basis: ConsentBasis
    wording: str
    given_on: date
    withdrawn_on: date | None = None
    reaches: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class MarketingRow:
    """One line of the list of a channel.

    Args:
        agreed: what was said.
        standing: whether they may be sent offers there.
        reach: where to; "" for nowhere.
    """

    agreed: Agreed
    standing: MarketingStanding
    reach: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class StopCard:
    """A stop as kept.

    Args:
        id: of the row.
        channel: which.
        digest: of the address or number.
        stopped_on: the day.
        source: how we know.
        customers: who is known by that address now, number and name each; none for nobody.
    """

    id: int
    channel: ConsentChannel
    digest: str
    stopped_on: date
    source: StopSource
    customers: tuple[tuple[int, str], ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class MarketingOverview:
    """One channel, as the page shows it.

    Args:
        channel: which.
        rows: who said anything of it, those who may be written to first, by name.
        stops: of that channel, the newest first.
        may: how many may be sent offers, by channel.
        sentences: what the law says, for the owner; none somewhere else.
        checked_on: the day they were last looked up, or None.
    """

    channel: ConsentChannel
    rows: tuple[MarketingRow, ...] = ()
    stops: tuple[StopCard, ...] = ()
    may: tuple[tuple[ConsentChannel, int], ...] = ()
    sentences: tuple[str, ...] = ()
    checked_on: date | None = None


def post_key(lines: str, postcode: str) -> str:
    """The normal form of a postal address: letters and figures alone, without accents or case.

    Args:
        lines: as they stand on an envelope.
        postcode: as written.
    """
    plain = unicodedata.normalize("NFKD", f"{postcode}{lines}".casefold())
    return "".join(sign for sign in plain if sign.isalnum())


def stop_digest(salt: str, channel: ConsentChannel, normal: str) -> str:
    """By which a stop is known again, as 32 hexadecimal signs.

    The salt keeps a table of all phone numbers there are, made elsewhere, from fitting. Whoever
    has the file has the salt too and can try numbers; but they have all customers besides.

    Args:
        salt: of the file.
        channel: which.
        normal: the address or number in its normal form.
    """
    told = f"{channel.value}:{normal}".encode()
    return hmac.new(salt.encode(), told, hashlib.sha256).hexdigest()[:32]


def standing_of(agreed: Agreed, stopped: Iterable[str], salt: str) -> MarketingRow:
    """How somebody stands on a channel.

    A stop on one of several addresses stops them all: it was the person who said no. Whoever
    shares an address or a phone with them is stopped there too, until they say yes themselves.

    Args:
        agreed: what they said.
        stopped: digests of the channel.
        salt: of the file.
    """
    digests = frozenset(stopped)
    channel, first = agreed.channel, agreed.reaches[0][0] if agreed.reaches else ""
    if agreed.withdrawn_on is not None:
        return MarketingRow(agreed=agreed, standing=MarketingStanding.WITHDREW)
    if digests and any(
        stop_digest(salt, channel, normal) in digests for _, normal in agreed.reaches
    ):
        return MarketingRow(agreed=agreed, standing=MarketingStanding.STOPPED)
    if not first:
        return MarketingRow(agreed=agreed, standing=MarketingStanding.NO_ADDRESS)
    return MarketingRow(agreed=agreed, standing=MarketingStanding.MAY, reach=first)


def in_order(rows: Iterable[MarketingRow]) -> tuple[MarketingRow, ...]:
    """Those who may be sent offers first; inside each standing as they came, which is by name."""
    order = list(MarketingStanding)
    return tuple(sorted(rows, key=lambda row: order.index(row.standing)))


def newest_only(agreed: Sequence[Agreed]) -> tuple[Agreed, ...]:
    """What each customer said last of each channel, where they first stood.

    Args:
        agreed: of any customers and channels, in the order of names.
    """
    last: dict[tuple[int, ConsentChannel], Agreed] = {}
    for one in agreed:
        key = one.customer_id, one.channel
        known = last.get(key)
        if known is None or (known.given_on, known.consent_id) < (one.given_on, one.consent_id):
            last[key] = one
    return tuple(last.values())
