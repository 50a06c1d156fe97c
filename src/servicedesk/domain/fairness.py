# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""Fairness to those who stay: offers and plans side by side, and a look at five old customers.

Nobody should pay more, or get less, because they stayed (BS 8477 with its amendment of 2020,
transparency and fair treatment). What is found is said plainly and blames nobody.
"""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

CUSTOMERS = 5
"""Long-standing customers whose deal is looked at in one check."""


class Observed(StrEnum):
    """What can be seen in an offer or plan as it is written down."""

    PAY_MORE = "pay_more"
    HARDER_TO_LEAVE = "harder_to_leave"
    NO_WAY_OUT = "no_way_out"
    ENDED = "ended"


class SameDeal(StrEnum):
    """Whether a customer has the deal that a new one would get."""

    YES = "yes"
    NO = "no"
    NOT_APPLICABLE = "not_applicable"


@dataclass(frozen=True, slots=True, kw_only=True)
class OfferDraft:
    """An offer, plan or membership as typed.

    Args:
        name: of it, such as "Boiler care plan".
        per: what the prices are for, such as "a month"; may be empty.
        new_pence: what a new customer pays, or None.
        existing_pence: what an existing customer pays for the same, or None.
        joining: how to join, a step on each line.
        leaving: how to leave, a step on each line.
        ends_on: the last day on which it can be had, or None.
    """

    name: str = ""
    per: str = ""
    new_pence: int | None = None
    existing_pence: int | None = None
    joining: str = ""
    leaving: str = ""
    ends_on: date | None = None

    @property
    def steps_in(self) -> int:
        """How many steps it takes to join."""
        return len(steps_of(self.joining))

    @property
    def steps_out(self) -> int:
        """How many steps it takes to leave."""
        return len(steps_of(self.leaving))


@dataclass(frozen=True, slots=True, kw_only=True)
class OfferCard:
    """An offer or plan as kept.

    Args:
        id: of the row.
        draft: what was typed.
    """

    id: int
    draft: OfferDraft


@dataclass(frozen=True, slots=True, kw_only=True)
class Observation:
    """One thing seen in an offer or plan.

    Args:
        what: was seen.
        pence: how much more existing customers pay; None for anything else.
        steps_in, steps_out: to join and to leave, for ``HARDER_TO_LEAVE``.
        on: the last day of what has ended.
    """

    what: Observed
    pence: int | None = None
    steps_in: int = 0
    steps_out: int = 0
    on: date | None = None

    @property
    def is_gap(self) -> bool:
        """Somebody may be worse off for staying; what has ended only wants tidying up."""
        return self.what is not Observed.ENDED


@dataclass(frozen=True, slots=True, kw_only=True)
class LongCustomer:
    """Somebody who has been a customer for long.

    Args:
        id: of the customer.
        since: their first visit, or the day they were written down where that was earlier or
            nobody knows.
    """

    id: int
    since: date


@dataclass(frozen=True, slots=True, kw_only=True)
class CheckedCustomer:
    """One of the customers that were drawn.

    Args:
        id: of the row.
        customer_id: of the customer; None where they are no longer in the file.
        name: as shown; "" where they are no longer in the file.
        since: as in ``LongCustomer``.
        same: whether they have the deal of a new customer; None while nobody has looked.
        note: may be empty.
    """

    id: int
    customer_id: int | None
    name: str
    since: date
    same: SameDeal | None = None
    note: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class FairnessCard:
    """A fairness check as kept.

    Args:
        id: of the row.
        drawn_on: the day it was begun and customers were drawn.
        offers: as they stood when it was finished; while it is open, as they stand.
        customers: that were drawn; none in a young shop.
        finished_on: the day, or None while it is open.
    """

    id: int
    drawn_on: date
    offers: tuple[OfferCard, ...] = ()
    customers: tuple[CheckedCustomer, ...] = ()
    finished_on: date | None = None

    @property
    def is_open(self) -> bool:
        """It can still be answered."""
        return self.finished_on is None


@dataclass(frozen=True, slots=True, kw_only=True)
class FairnessGap:
    """Something that can be put right.

    Args:
        key: names it in its check, for life, such as "offer 3 pay_more" or "customer 7".
        offer: that it is about, or None.
        seen: in that offer, or None.
        customer: that it is about, or None.
    """

    key: str
    offer: OfferCard | None = None
    seen: Observation | None = None
    customer: CheckedCustomer | None = None


def steps_of(typed: str) -> tuple[str, ...]:
    """The steps that were written down, one on each line."""
    return tuple(line.strip() for line in typed.splitlines() if line.strip())
