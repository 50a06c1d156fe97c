# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""What can they ask for: three ticks, the law with its days, and who never sees it."""

from datetime import date

import pytest
from PySide6.QtWidgets import QApplication

from servicedesk.domain.complaints_asks import Given
from servicedesk.domain.complaints_rights import Bought, BoughtWhere
from servicedesk.domain.complaints_stages import Action
from servicedesk.domain.customers import CustomerDraft
from servicedesk.domain.errors import Refusal, Trouble
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


def commit(cards, *names: str) -> None:
    """Leave fields, as the keyboard would."""
    for name in names or cards.rights.fields:
        cards.rights.fields[name].committed.emit()
    QApplication.processEvents()


def test_what_is_ticked_is_kept_with_its_complaint(bench, qtbot, cards):
    tick(cards, **GOODS)
    commit(cards)
    kept = bench.services.complaint_rights.ticked(1)
    assert (kept.what, kept.where, kept.on) == (
        Bought.GOODS,
        BoughtWhere.WITH_US,
        date(2026, 11, 1),
    )
    cards.show_complaint(log(bench))
    assert cards.rights.fields["what"].value() == ""
    cards.show_complaint(1)
    assert cards.rights.fields["on"].value() == date(2026, 11, 1)
    again = shown(bench, qtbot, 1)
    assert any("1 December 2026" in text for text in seen_texts(again.rights))
    bench.services.undo.undo(RUTH)
    bench.do(lambda: bench.services.undo.undo(RUTH))
    assert cards.rights.fields["what"].value() == ""
    QApplication.processEvents()
    assert not any("legal advice" in text for text in seen_texts(again.rights))


def test_what_cannot_be_kept_is_told_beside_its_field(bench, cards):
    tick(cards, what="goods", where="at_a_distance", on="someday", price_pence="-5")
    commit(cards, "on")
    assert "someday" in cards.rights.fields["on"].error()
    assert cards.rights.fields["price_pence"].error()
    assert bench.services.complaint_rights.ticked(1).what is Bought.GOODS
    tick(cards, on="1/11/2026", price_pence="45")
    commit(cards, "on")
    assert cards.rights.fields["on"].error() == ""
    assert bench.services.complaint_rights.ticked(1).price_pence == 4500


def test_a_refusal_and_a_trouble_keep_what_stands_there(bench, heard, cards, monkeypatch):
    tick(cards, **GOODS)

    def refuse(*given):
        raise Refusal("record_gone", record="complaints")

    monkeypatch.setattr(bench.services.complaint_rights, "tick", refuse)
    commit(cards, "on")
    assert cards.rights.fields["what"].error()

    def full(*given):
        raise Trouble("disk_full", name="servicedesk.db")

    monkeypatch.setattr(bench.services.complaint_rights, "tick", full)
    commit(cards, "on")
    assert len(heard.troubles) == 1
    assert cards.rights.fields["what"].value() == "goods"
    monkeypatch.setattr(bench.services.complaint_rights, "ticked", full)
    cards.show_complaint(bench.services.complaints.get(1).id)
    cards.rights.show_complaint(bench.services.complaints.get(1))
    assert len(heard.troubles) == 2


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


def test_it_is_put_into_a_letter_once_it_is_known(bench, heard, cards):
    assert not cards.rights.tell_button.isVisible()
    tick(cards, **GOODS)
    cards.rights.tell_button.click()
    place = heard.places[-1]
    assert (place.room, place.part, place.item) == ("letters", "", "complaint:1:rights")
    assert bench.services.complaint_rights.ticked(1).what is Bought.GOODS


def test_it_is_not_put_into_a_letter_while_something_cannot_be_read(heard, cards):
    tick(cards, **GOODS, refund_agreed_on="someday")
    cards.rights.tell_button.click()
    assert heard.places == []
    assert "someday" in cards.rights.fields["refund_agreed_on"].error()


def test_nothing_is_told_in_a_letter_once_the_complaint_is_over(bench, cards):
    tick(cards, **GOODS)
    commit(cards)
    given = Given(on=bench.today, words="He found the cause")
    done = bench.services.complaints.take(1, Action.WITHDRAW, given, RUTH)
    cards.rights.show_complaint(done.card)
    QApplication.processEvents()
    assert any("1 December 2026" in text for text in seen_texts(cards.rights))
    assert not cards.rights.tell_button.isVisible()
