# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""What can they ask for: the days of scenarios 37 and 39, and which sentences are told."""

from dataclasses import replace
from datetime import date

import pytest

from servicedesk.domain.complaints_rights import (
    Bought,
    BoughtWhere,
    NoCancelling,
    Purchase,
    PurchaseDraft,
    can_cancel,
    cancel_by,
    checked_purchase,
    presumed_until,
    purchase_of,
    refund_by,
    reject_by,
    rights_of,
)
from servicedesk.domain.errors import Refusal


def purchase(where: BoughtWhere, what: Bought = Bought.SERVICE, **more: object) -> Purchase:
    return Purchase(what=what, where=where, on=date(2026, 10, 7), **more)


def test_scenario_37_a_faulty_kettle() -> None:
    assert reject_by(date(2026, 9, 1)) == date(2026, 10, 1)
    assert refund_by(date(2026, 9, 14)) == date(2026, 9, 27)
    assert presumed_until(date(2026, 9, 1)) == date(2027, 3, 1)


def test_scenario_39_decorating_agreed_at_home() -> None:
    assert cancel_by(date(2026, 10, 7)) == date(2026, 10, 21)
    home = BoughtWhere.AT_THEIRS
    assert can_cancel(purchase(home, price_pence=90_000))
    assert not can_cancel(purchase(home, no_cancelling=NoCancelling.URGENT_REPAIR))
    assert can_cancel(purchase(home))  # the extras, which are a purchase of their own
    assert not can_cancel(purchase(home, price_pence=4200))
    assert can_cancel(purchase(home, price_pence=4201))
    assert can_cancel(purchase(BoughtWhere.AT_A_DISTANCE, price_pence=4200))
    assert not can_cancel(purchase(BoughtWhere.WITH_US, price_pence=90_000))


@pytest.mark.parametrize(
    ("bought", "facts"),
    [
        (purchase(BoughtWhere.WITH_US), ["ask_service"]),
        (purchase(BoughtWhere.AT_THEIRS), ["ask_service", "ask_cancel"]),
        (
            purchase(BoughtWhere.AT_A_DISTANCE, Bought.GOODS),
            ["ask_reject", "ask_repair", "ask_cancel"],
        ),
        (
            purchase(
                BoughtWhere.AT_A_DISTANCE, Bought.GOODS, no_cancelling=NoCancelling.PERISHABLE
            ),
            ["ask_reject_perishable", "ask_repair", "ask_no_cancel"],
        ),
        (
            purchase(BoughtWhere.WITH_US, refund_agreed_on=date(2026, 10, 9)),
            ["ask_service", "ask_refund"],
        ),
    ],
)
def test_what_is_told(bought: Purchase, facts: list[str]) -> None:
    assert [line.fact for line in rights_of(bought)] == facts


def test_a_purchase_is_known_once_all_three_are_ticked() -> None:
    bought = purchase(BoughtWhere.WITH_US, price_pence=4500)
    ticked = PurchaseDraft(
        what=bought.what, where=bought.where, on=bought.on, price_pence=bought.price_pence
    )
    assert purchase_of(ticked) == bought
    for missing in ("what", "where", "on"):
        assert purchase_of(replace(ticked, **{missing: None})) is None
    assert checked_purchase(ticked, bought.on) is ticked
    with pytest.raises(Refusal, match="purchase_ahead"):
        checked_purchase(ticked, date(2026, 10, 6))
