# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""Customers: persons and organisations, who buy here or have only asked so far.

Nothing is compulsory but a name, a phone or an e-mail: whatever a person at the counter gives.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from enum import StrEnum
from types import MappingProxyType

OWN_VALUE = Mapping[str, str]
"""What stands in the business's own fields, by the number of the field."""

NOTHING_OWN: OWN_VALUE = MappingProxyType({})


class CustomerStatus(StrEnum):
    """Whether somebody has bought, or asked only."""

    CUSTOMER = "customer"
    ASKED = "asked"


class Channel(StrEnum):
    """How a business and a customer speak with each other."""

    COUNTER = "counter"
    VISIT = "visit"
    PHONE = "phone"
    SMS = "sms"
    EMAIL = "email"
    POST = "post"
    WEB = "web"
    SOCIAL = "social"
    THIRD_PARTY = "third_party"


_AT_THE_COUNTER = frozenset({"they_come", "they_leave"})
"""Ways of meeting customers for which there is a counter."""


def usual_channel(ways: object) -> Channel:
    """How most customers get in touch with a business while nobody has said otherwise.

    Args:
        ways: how it meets its customers, as answered; without an answer there is a counter.
    """
    known = frozenset(ways) if isinstance(ways, tuple) else frozenset()
    return Channel.PHONE if known and not known & _AT_THE_COUNTER else Channel.COUNTER


class ReachKind(StrEnum):
    """By which sort of number or address a customer is reached."""

    PHONE = "phone"
    EMAIL = "email"


@dataclass(frozen=True, slots=True, kw_only=True)
class Reach:
    """A phone number or an e-mail address.

    Args:
        kind: which of the two.
        shown: as it was typed; never refused for its shape.
        label: such as "home"; may be empty.
    """

    kind: ReachKind
    shown: str
    label: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Address:
    """A postal address.

    Args:
        lines: as they stand on an envelope, line by line, without the postcode.
        postcode: as written; may be empty.
        label: such as "work"; may be empty.
    """

    lines: str
    postcode: str = ""
    label: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class CustomerDraft:
    """What was typed about a customer.

    Args:
        name: as written; may be empty when there is a phone or an e-mail.
        is_organisation: a firm, a club, a school.
        ask_for: whom to ask for in an organisation; may be empty.
        salutation: after "Dear"; empty for the one made from the name.
        sort_key: by which the name is sorted; empty for the one made from it.
        status: bought, or asked only.
        is_consumer: buys for private use; decides which rights letters may speak of.
        reaches: phones and e-mail addresses, the one to try first at the head.
        addresses: the one that letters go to at the head.
        prefers: the channel the customer likes best, or None.
        best_time: when to ring, in words.
        tags: short words of the owner's own.
        heard_from: how they heard of the business.
        remember: one line shown wherever the customer appears, never printed for them.
        notes: longer text.
        first_visit_on: or None.
        own: values of the business's own fields, by field id as text.
    """

    name: str = ""
    is_organisation: bool = False
    ask_for: str = ""
    salutation: str = ""
    sort_key: str = ""
    status: CustomerStatus = CustomerStatus.CUSTOMER
    is_consumer: bool = True
    reaches: tuple[Reach, ...] = ()
    addresses: tuple[Address, ...] = ()
    prefers: Channel | None = None
    best_time: str = ""
    tags: tuple[str, ...] = ()
    heard_from: str = ""
    remember: str = ""
    notes: str = ""
    first_visit_on: date | None = None
    own: OWN_VALUE = field(default_factory=lambda: NOTHING_OWN)


@dataclass(frozen=True, slots=True, kw_only=True)
class CustomerCard:
    """A customer as kept.

    Args:
        id: of the row.
        ref: such as "K-0042"; said on the phone, printed, never used twice.
        draft: everything that can be typed, with salutation and sort key filled in.
        shown_name: the name; without one, the first phone or e-mail.
        last_visit_on: the last day they were in, or None.
        added_on: the day the record was made.
        archived_on: out of lists since, still found; None for one in use.
        binned_at: in the bin since, in UTC, or None.
        merged_into_id: the customer this one was merged into, or None.
        also_known_as: names of those who were merged into this one.
    """

    id: int
    ref: str
    draft: CustomerDraft
    shown_name: str
    last_visit_on: date | None = None
    added_on: date
    archived_on: date | None = None
    binned_at: datetime | None = None
    merged_into_id: int | None = None
    also_known_as: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class CustomerRow:
    """One line of a list of customers.

    Args:
        id, shown_name: as in CustomerCard.
        place: town or first line of the address; may be empty.
        reach: the first phone, else the first e-mail; may be empty.
        remember: the line to remember.
        late: open promises past their day.
        due_today: open promises of today.
        is_archived: out of use.
        tags: short words.
    """

    id: int
    shown_name: str
    place: str = ""
    reach: str = ""
    remember: str = ""
    late: int = 0
    due_today: int = 0
    is_archived: bool = False
    tags: tuple[str, ...] = ()
