# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""What went wrong underneath a complaint, and what is learnt from it."""

from dataclasses import dataclass
from enum import StrEnum

from servicedesk.domain.elements import Element


class Cause(StrEnum):
    """What went wrong underneath."""

    PROMISE_UNREALISTIC = "promise_unrealistic"
    MISUNDERSTANDING = "misunderstanding"
    INFORMATION = "information"
    PRICE_UNCLEAR = "price_unclear"
    SKILL = "skill"
    SLIP = "slip"
    NO_PROCEDURE = "no_procedure"
    PROCEDURE_NOT_FOLLOWED = "procedure_not_followed"
    SHORTAGE = "shortage"
    PART_STOCK = "part_stock"
    SUPPLIER = "supplier"
    EQUIPMENT = "equipment"
    RECORD = "record"
    HAND_OVER = "hand_over"
    POLICY = "policy"
    PRODUCT_DEFECT = "product_defect"
    WEATHER = "weather"
    CUSTOMER_ERROR = "customer_error"
    NO_FAULT = "no_fault"


@dataclass(frozen=True, slots=True, kw_only=True)
class Learning:
    """What is learnt from a complaint.

    Args:
        causes: the main one first, at most three.
        no_cause_because: the reason for none.
        whys: answers to "why?", at most five.
        lessons: in words.
        no_action_because: the reason for no action.
        element: which element of service it touches, or None.
        may_publish: the customer agreed that others learn from it.
    """

    causes: tuple[Cause, ...] = ()
    no_cause_because: str = ""
    whys: tuple[str, ...] = ()
    lessons: str = ""
    no_action_because: str = ""
    element: Element | None = None
    may_publish: bool = False
