# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""What can they ask for: three ticks, the law with its days, and who never sees it."""

import pytest
from PySide6.QtWidgets import QApplication

from servicedesk.domain.customers import CustomerDraft
from tests.helpers.audits import findings
from tests.helpers.qt import seen_texts
from tests.ui.complaints.file_made import RUTH, log, shown

GOODS = {"what": "goods", "where": "with_us", "on": "1/11/2026"}


@pytest.fixture
def cards(bench, qtbot):
    """The file of a complaint of a consumer."""
    return shown(bench, qtbot, log(bench))


def tick(cards, **typed: object) -> list[str]:
    """Put answers into the panel; what can be read on it."""
    for name, value in typed.items():
        cards.rights.fields[name].show_typed(value)
        cards.rights.fields[name].typed.emit()
    QApplication.processEvents()
    return seen_texts(cards.rights)


def test_nothing_is_told_before_all_three_are_known(cards):
    told = tick(cards, what="goods", where="with_us")
    assert not any("legal advice" in text for text in told)
    assert not cards.rights.fields["refund_agreed_on"].isVisible()


def test_goods_are_told_with_their_days_and_where_advice_is_free(cards):
    told = tick(cards, **GOODS)
    assert "General information for England, not legal advice" in told
    assert any("1 December 2026" in text for text in told)
    assert any("1 May 2027" in text for text in told)
    assert cards.rights.presenter.state.advice in told
    assert any(text.startswith("Looked up on ") for text in told)


def test_price_and_exceptions_are_asked_away_from_our_place(cards):
    tick(cards, **GOODS)
    price, why_not = (cards.rights.fields[name] for name in ("price_pence", "no_cancelling"))
    assert not price.isVisible()
    told = tick(cards, where="at_a_distance")
    assert price.isVisible()
    assert why_not.isVisible()
    assert any("15 November 2026" in text for text in told)
    told = tick(cards, no_cancelling="made_to_order")
    assert not any("15 November 2026" in text for text in told)


def test_money_back_has_its_day_once_it_is_agreed(cards):
    tick(cards, **GOODS)
    told = tick(cards, refund_agreed_on="20/11/2026")
    assert any("3 December 2026" in text for text in told)


def test_a_day_that_cannot_be_read_tells_nothing(cards):
    told = tick(cards, what="goods", where="with_us", on="someday")
    assert not any("legal advice" in text for text in told)


def test_a_business_customer_has_no_panel(bench, cards):
    firm = CustomerDraft(name="Hall & Sons", is_organisation=True, is_consumer=False)
    theirs = bench.services.customers.add(firm, RUTH).card.id
    assert cards.rights.isVisible()
    cards.show_complaint(log(bench, customer_id=theirs))
    assert not cards.rights.isVisible()


def test_outside_our_law_there_is_no_panel(bench, cards):
    bench.services.business.save({"nation": "elsewhere"}, RUTH)
    cards.show_complaint(log(bench))
    assert not cards.rights.isVisible()
    assert "information" not in [key for key, card in cards.cards.items() if card.isVisible()]


def test_another_complaint_begins_with_no_ticks(bench, cards):
    tick(cards, **GOODS)
    cards.show_complaint(log(bench))
    assert cards.rights.fields["what"].value() == ""
    assert not any("legal advice" in text for text in seen_texts(cards.rights))


@pytest.mark.parametrize(("scheme", "percent"), [("light", 100), ("dark", 200)])
def test_the_panel_passes_the_audits(bench, qtbot, scheme, percent):
    bench.theme.set_scheme(scheme)
    bench.theme.set_percent(percent)
    bench.theme.apply(QApplication.instance())
    cards = shown(bench, qtbot, log(bench), width=1100)
    tick(cards, **{**GOODS, "where": "at_a_distance"}, refund_agreed_on="20/11/2026")
    cards.window().resize(1100, 6000)
    QApplication.processEvents()
    assert findings(cards.window()) == []
