# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""What can they ask for? The days behind a consumer's rights, for the owner's eyes.

Only days are worked out here; every sentence beside them stands in the law's own file with the day
it was checked. The periods are calendar days: nothing shortens or rolls them, and they end at
midnight of the day.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum

from servicedesk.domain.calendars import add_months
from servicedesk.domain.complaints_checking import checked_amount
from servicedesk.domain.errors import Refusal

REJECT_DAYS = 30
"""Days after goods were received in which faulty ones can be rejected."""

PRESUMED_MONTHS = 6
"""Months in which a fault is presumed to have been there from the start."""

REFUND_DAYS = 14
"""Days for a refund, the day on which it was agreed among them: the careful way to count."""

CANCEL_DAYS = 14
"""Days after the contract, or after the goods came, in which a consumer can cancel."""

SMALL_PENCE = 4200
"""Up to this price, agreed away from our premises, there is no right to cancel."""


class Bought(StrEnum):
    """What was bought."""

    GOODS = "goods"
    SERVICE = "service"


class BoughtWhere(StrEnum):
    """Where it was agreed."""

    WITH_US = "with_us"
    AT_THEIRS = "at_theirs"
    AT_A_DISTANCE = "at_a_distance"


class NoCancelling(StrEnum):
    """Why something cannot be cancelled."""

    URGENT_REPAIR = "urgent_repair"
    MADE_TO_ORDER = "made_to_order"
    PERISHABLE = "perishable"
    UNSEALED = "unsealed"
    DATED = "dated"
    NEWSPAPER = "newspaper"


@dataclass(frozen=True, slots=True, kw_only=True)
class Purchase:
    """What the panel asks.

    Args:
        what: goods or a service.
        where: it was agreed.
        on: the day the goods were received, or the service was agreed.
        price_pence: of the whole contract, or None while it is not known.
        no_cancelling: why it cannot be cancelled, or None. Extras to an urgent repair that the
            customer did not call for are a purchase of their own.
        refund_agreed_on: the day a refund was agreed, or None.
    """

    what: Bought
    where: BoughtWhere
    on: date
    price_pence: int | None = None
    no_cancelling: NoCancelling | None = None
    refund_agreed_on: date | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class PurchaseDraft:
    """What has been ticked so far; None for what has not. Fields as in ``Purchase``."""

    what: Bought | None = None
    where: BoughtWhere | None = None
    on: date | None = None
    price_pence: int | None = None
    no_cancelling: NoCancelling | None = None
    refund_agreed_on: date | None = None


NOTHING_TICKED = PurchaseDraft()
"""The panel as it begins."""


@dataclass(frozen=True, slots=True, kw_only=True)
class RightLine:
    """A sentence about a right.

    Args:
        fact: id of the legal fact that says it; its [day] stands for the day below.
        day: the last day of it, or None where it has none.
    """

    fact: str
    day: date | None = None


def purchase_of(draft: PurchaseDraft) -> Purchase | None:
    """The purchase that was ticked; None while one of the three ticks is missing."""
    if draft.what is None or draft.where is None or draft.on is None:
        return None
    return Purchase(
        what=draft.what,
        where=draft.where,
        on=draft.on,
        price_pence=draft.price_pence,
        no_cancelling=draft.no_cancelling,
        refund_agreed_on=draft.refund_agreed_on,
    )


def checked_purchase(draft: PurchaseDraft, today: date) -> PurchaseDraft:
    """What was ticked, as it is kept.

    Args:
        draft: as ticked.
        today: the day of writing.

    Raises:
        Refusal: ``purchase_ahead``, or what ``checked_amount`` raises.
    """
    checked_amount(draft.price_pence, "price_pence")
    for field in ("on", "refund_agreed_on"):
        day = getattr(draft, field)
        if day is not None and day > today:
            raise Refusal("purchase_ahead", field)
    return draft


def reject_by(received_on: date) -> date:
    """The last day on which faulty goods can be rejected for the money."""
    return received_on + timedelta(days=REJECT_DAYS)


def presumed_until(received_on: date) -> date:
    """The last day on which a fault is presumed to have been there from the start."""
    return add_months(received_on, PRESUMED_MONTHS)


def refund_by(agreed_on: date) -> date:
    """The last day for a refund that was agreed; the day of agreeing counts."""
    return agreed_on + timedelta(days=REFUND_DAYS - 1)


def cancel_by(on: date) -> date:
    """The last day on which a contract from home or from a distance can be cancelled."""
    return on + timedelta(days=CANCEL_DAYS)


def can_cancel(purchase: Purchase) -> bool:
    """Whether a consumer can cancel without saying why."""
    if purchase.where is BoughtWhere.WITH_US or purchase.no_cancelling is not None:
        return False
    price = purchase.price_pence
    is_small = price is not None and price <= SMALL_PENCE
    return not (is_small and purchase.where is BoughtWhere.AT_THEIRS)


def rights_of(purchase: Purchase) -> tuple[RightLine, ...]:
    """What a consumer can ask for, in the order in which it is told."""
    return tuple(_lines(purchase))


def _lines(purchase: Purchase) -> Iterator[RightLine]:
    if purchase.what is Bought.GOODS:
        if purchase.no_cancelling is not NoCancelling.PERISHABLE:
            yield RightLine(fact="ask_reject", day=reject_by(purchase.on))
        else:
            yield RightLine(fact="ask_reject_perishable")
        yield RightLine(fact="ask_repair", day=presumed_until(purchase.on))
    else:
        yield RightLine(fact="ask_service")
    if can_cancel(purchase):
        yield RightLine(fact="ask_cancel", day=cancel_by(purchase.on))
    elif purchase.where is not BoughtWhere.WITH_US:
        yield RightLine(fact="ask_no_cancel")
    if purchase.refund_agreed_on is not None:
        yield RightLine(fact="ask_refund", day=refund_by(purchase.refund_agreed_on))
