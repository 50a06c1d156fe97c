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
    RightLine,
    can_cancel,
    cancel_by,
    checked_purchase,
    purchase_of,
    rights_of,
)
from servicedesk.domain.errors import Refusal
from servicedesk.domain.legal_figures import LegalFigures
from tests.domain.complaints_made import LAW


def purchase(where: BoughtWhere, what: Bought = Bought.SERVICE, **more: object) -> Purchase:
    return Purchase(what=what, where=where, on=date(2026, 10, 7), **more)


def test_scenario_37_a_faulty_kettle() -> None:
    kettle = Purchase(
        what=Bought.GOODS,
        where=BoughtWhere.WITH_US,
        on=date(2026, 9, 1),
        refund_agreed_on=date(2026, 9, 14),
    )
    assert {line.fact: line.day for line in rights_of(kettle, LAW)} == {
        "ask_reject": date(2026, 10, 1),
        "ask_repair": date(2027, 3, 1),
        "ask_refund": date(2026, 9, 27),
    }


def test_scenario_39_decorating_agreed_at_home() -> None:
    assert cancel_by(date(2026, 10, 7), LAW) == date(2026, 10, 21)
    home = BoughtWhere.AT_THEIRS
    assert can_cancel(purchase(home, price_pence=90_000), LAW)
    assert not can_cancel(purchase(home, no_cancelling=NoCancelling.URGENT_REPAIR), LAW)
    assert not can_cancel(purchase(home, price_pence=4200), LAW)
    assert can_cancel(purchase(home, price_pence=4201), LAW)
    assert can_cancel(purchase(BoughtWhere.AT_A_DISTANCE, price_pence=4200), LAW)
    assert not can_cancel(purchase(BoughtWhere.WITH_US, price_pence=90_000), LAW)


def test_scenario_39_extras_to_an_urgent_repair_are_a_purchase_of_their_own() -> None:
    repair = purchase(
        BoughtWhere.AT_THEIRS, price_pence=30_000, no_cancelling=NoCancelling.URGENT_REPAIR
    )
    extras = replace(repair, on=date(2026, 10, 9), price_pence=12_000, no_cancelling=None)
    by_care = RightLine(fact="ask_service")
    assert rights_of(repair, LAW) == (by_care, RightLine(fact="ask_no_cancel"))
    assert rights_of(extras, LAW) == (
        by_care,
        RightLine(fact="ask_cancel", day=date(2026, 10, 23)),
    )


def test_other_figures_in_the_law_move_what_can_be_asked_for() -> None:
    other = LegalFigures(
        reject_days=40,
        presumed_months=12,
        refund_days=10,
        cancel_days=28,
        no_cancel_pence=5000,
        data_told_days=30,
        breach_hours=72,
        request_months=1,
        request_longer_months=2,
    )
    bought = Purchase(
        what=Bought.GOODS,
        where=BoughtWhere.AT_THEIRS,
        on=date(2026, 9, 1),
        price_pence=5001,
        refund_agreed_on=date(2026, 9, 14),
    )
    assert [line.day for line in rights_of(bought, other)] == [
        date(2026, 10, 11),
        date(2027, 9, 1),
        date(2026, 9, 29),
        date(2026, 9, 23),
    ]
    assert not can_cancel(replace(bought, price_pence=5000), other)


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
    assert [line.fact for line in rights_of(bought, LAW)] == facts


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
