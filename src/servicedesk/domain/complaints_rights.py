# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""What can they ask for? The days behind a consumer's rights, for the owner's eyes.

Only days are worked out here; the figures, and every sentence beside them, stand in the law's own
file with the day it was checked. The periods are calendar days: nothing shortens or rolls them,
and they end at midnight of the day.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum

from servicedesk.domain.calendars import add_months
from servicedesk.domain.entries_bounds import checked_amount
from servicedesk.domain.errors import Refusal
from servicedesk.domain.legal_figures import LegalFigures


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


def cancel_by(on: date, law: LegalFigures) -> date:
    """The last day on which a contract from home or from a distance can be cancelled."""
    return on + timedelta(days=law.cancel_days)


def can_cancel(purchase: Purchase, law: LegalFigures) -> bool:
    """Whether a consumer can cancel without saying why."""
    if purchase.where is BoughtWhere.WITH_US or purchase.no_cancelling is not None:
        return False
    price = purchase.price_pence
    is_small = price is not None and price <= law.no_cancel_pence
    return not (is_small and purchase.where is BoughtWhere.AT_THEIRS)


def rights_of(purchase: Purchase, law: LegalFigures) -> tuple[RightLine, ...]:
    """What a consumer can ask for, in the order in which it is told.

    Args:
        purchase: what the panel asked.
        law: what the law says in figures.
    """
    return tuple(_lines(purchase, law))


def _lines(purchase: Purchase, law: LegalFigures) -> Iterator[RightLine]:
    if purchase.what is Bought.GOODS:
        if purchase.no_cancelling is not NoCancelling.PERISHABLE:
            reject_by = purchase.on + timedelta(days=law.reject_days)
            yield RightLine(fact="ask_reject", day=reject_by)
        else:
            yield RightLine(fact="ask_reject_perishable")
        yield RightLine(fact="ask_repair", day=add_months(purchase.on, law.presumed_months))
    else:
        yield RightLine(fact="ask_service")
    if can_cancel(purchase, law):
        yield RightLine(fact="ask_cancel", day=cancel_by(purchase.on, law))
    elif purchase.where is not BoughtWhere.WITH_US:
        yield RightLine(fact="ask_no_cancel")
    if purchase.refund_agreed_on is not None:
        refund_by = purchase.refund_agreed_on + timedelta(days=law.refund_days - 1)
        yield RightLine(fact="ask_refund", day=refund_by)
