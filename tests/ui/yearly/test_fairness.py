# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""Fairness on the screen: offers, a check from draw to actions, odd prices, by keyboard."""

from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from servicedesk.domain.actions_rules import origin_of
from servicedesk.domain.customers import CustomerDraft
from servicedesk.domain.fairness import OfferDraft, SameDeal
from servicedesk.ui.core.rooms import Place
from servicedesk.ui.yearly.fairness_page import FairnessPage
from tests.helpers.audits import findings
from tests.helpers.fakes import FixedClock
from tests.helpers.qt import seen_texts, speak_british
from tests.services.samples_made import RUTH, TODAY
from tests.ui.charter.benches import Heard, bench_in
from tests.ui.widgets.made import press

PLAN = OfferDraft(
    name="Boiler care plan",
    per="a month",
    new_pence=1200,
    existing_pence=1500,
    joining="Ring us",
    leaving="Write to us\nRing us",
    ends_on=date(2027, 12, 31),
)


@pytest.fixture
def bench(tmp_path, qtbot):
    speak_british()
    with bench_in(tmp_path, FixedClock(TODAY)) as made:
        made.theme.set_scheme("light")
        made.theme.set_percent(100)
        made.theme.apply(QApplication.instance())
        yield made


@pytest.fixture
def heard(bench):
    return Heard(bench)


@pytest.fixture
def opened(bench, qtbot):
    held = []

    def open_page(item="", wide=1160, high=700):
        page = FairnessPage(bench)
        held.append(page)
        qtbot.addWidget(page)
        page.resize(wide, high)
        page.arrive(Place(room="improve", part="fairness", item=item))
        with qtbot.waitActive(page):
            page.show()
        QApplication.processEvents()
        return page

    return open_page


def customers(bench, number=2):
    for one in range(number):
        draft = CustomerDraft(name=f"Customer {one}", first_visit_on=date(2015, 1, 1 + one))
        bench.services.customers.add(draft, RUTH)


def texts(page):
    QApplication.processEvents()
    return seen_texts(page)


def field(form, name):
    return next(one for one in form.fields() if one.question_id == name)


def save(form):
    press(form, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    QApplication.processEvents()


def test_an_offer_is_written_down_and_what_is_seen_is_said(opened, bench, heard):
    page = opened("add")
    QApplication.processEvents()
    for name, typed in (
        ("name", "Boiler care plan"),
        ("new_pence", "12"),
        ("existing_pence", "15.00"),
        ("per", "a month"),
        ("joining", "Ring us"),
        ("leaving", "Write to us\nRing us"),
        ("ends_on", "31/12/27"),
    ):
        field(page.form, name).show_typed(typed)
    save(page.form)
    (card,) = bench.services.fairness.offers()
    assert card.draft == PLAN
    assert heard.said == ["Offer kept."]
    assert {
        "Existing customers pay £3.00 a month more than new ones.",
        "Joining takes 1 step, leaving takes 2 steps.",
    } <= set(texts(page))
    page.offers[0].first_button.click()
    field(page.form, "existing_pence").show_typed("12")
    save(page.form)
    assert not any("more than new ones" in text for text in texts(page))
    page.offers[0].remove_wanted.emit()
    assert bench.services.fairness.offers() == ()


def test_odd_prices_are_said_beside_their_fields(opened, bench):
    page = opened()
    page.add_button.click()
    field(page.form, "name").show_typed("Plan")
    field(page.form, "new_pence").show_typed("a fiver")
    field(page.form, "ends_on").show_typed("blue moon")
    save(page.form)
    assert field(page.form, "new_pence").error()
    assert field(page.form, "ends_on").error()
    assert bench.services.fairness.offers() == ()
    field(page.form, "new_pence").show_typed("5")
    field(page.form, "ends_on").show_typed("")
    field(page.form, "name").show_typed("")
    save(page.form)
    assert "name, such as" in field(page.form, "name").error()
    page.form.reject()


def test_a_young_shop_is_told_why(opened):
    page = opened()
    assert page.first_focus() is page.add_button
    page.begin_button.click()
    assert any("nothing to check yet" in text for text in texts(page))
    assert page.print_job() is None


def test_with_nobody_here_for_a_year_a_check_says_only_that(opened, bench, heard):
    bench.services.fairness.add_offer(PLAN, RUTH)
    page = opened()
    page.begin_button.click()
    assert heard.said == ["The check has begun."]
    assert any("your offers and plans only" in text for text in texts(page))
    page.offers[0].remove_wanted.emit()
    page.checks[0].next_button.click()
    assert any("nothing to check yet" in text for text in texts(page))


def test_a_check_goes_from_the_draw_to_actions(opened, bench, heard):
    customers(bench)
    bench.services.fairness.add_offer(PLAN, RUTH)
    page = opened()
    page.first_focus().click()
    QApplication.processEvents()
    first = bench.services.fairness.checks()[0].customers[0]
    assert page.first_focus() is page.checks[0].rows[first.id].chips[0]
    page.checks[0].next_button.click()
    assert any("still to go: 2" in text for text in texts(page))
    for row in tuple(page.checks[0].rows):
        page.checks[0].rows[row].chips[1].click()
        QApplication.processEvents()
        QApplication.processEvents()
        assert page.window().focusWidget() is page.checks[0].rows[row].chips[1]
    (card,) = bench.services.fairness.checks()
    assert {one.same for one in card.customers} == {SameDeal.NO}
    page.open_note(card.customers[0])
    field(page.form, "note").show_typed("the price of 2019")
    save(page.form)
    assert "the price of 2019" in texts(page)
    page.checks[0].next_button.click()
    QApplication.processEvents()
    assert heard.said[-1] == "Check kept with its date."
    assert page.print_job() is not None
    page.checks[0].next_button.click()
    QApplication.processEvents()
    assert len(bench.services.actions.open_ones()) == 4
    assert "What it found is on the list of things to do." in texts(page)
    page.checks[0].actions_wanted.emit()
    assert heard.places[-1] == Place(room="improve", part="actions")


def test_an_action_leads_to_its_check_and_a_hit_to_its_offer(opened, bench):
    customers(bench)
    offer = bench.services.fairness.add_offer(PLAN, RUTH).card
    card = bench.services.fairness.begin(RUTH).card
    for one in card.customers:
        bench.services.fairness.answer(one.id, SameDeal.NO, "", RUTH)
    bench.services.fairness.finish(card.id, RUTH)
    bench.services.fairness.plan(card.id, RUTH)
    for action in bench.services.actions.open_ones():
        place = origin_of(action)
        assert place is not None
        page = opened(place.item)
        assert page.first_focus() is page.checks[0].first_button
    page = opened(str(offer.id))
    assert page.first_focus() is page.offers[0].first_button
    assert opened("check/77").first_focus() is not None


def test_an_answer_can_be_let_go_of_and_a_check_removed(opened, bench, heard):
    customers(bench)
    card = bench.services.fairness.begin(RUTH).card
    row = card.customers[0]
    bench.services.fairness.answer(row.id, SameDeal.YES, "", RUTH)
    page = opened()
    page.checks[0].rows[row.id].chips[0].click()
    QApplication.processEvents()
    assert bench.services.fairness.checks()[0].customers[0].same is None
    page.checks[0].customer_wanted.emit(row)
    assert heard.places[-1] == Place(room="customers", item=str(row.customer_id))
    page.checks[0].remove_wanted.emit()
    assert bench.services.fairness.checks() == ()
    assert page.presenter.print_job(99) is None
    assert page.presenter.answer(row, None, "") != {}
    page.letter_button.click()
    assert heard.places[-1] == Place(room="letters", part="L20")
    page.leave()


def test_the_notice_of_an_offer_is_begun_from_it(opened, bench, heard):
    plan = bench.services.fairness.add_offer(PLAN, RUTH).card
    page = opened()
    (box,) = page.offers
    assert "Boiler care plan" in box.notice_button.accessibleName()
    box.notice_button.click()
    assert heard.places[-1] == Place(room="letters", part="L20", item=f"offer:{plan.id}")


@pytest.mark.parametrize("percent", [100, 200])
def test_everything_can_be_reached_read_and_seen(opened, bench, percent):
    customers(bench, 3)
    bench.services.fairness.add_offer(PLAN, RUTH)
    bench.services.fairness.begin(RUTH)
    bench.theme.set_percent(percent)
    bench.theme.apply(QApplication.instance())
    page = opened()
    assert findings(page) == []
