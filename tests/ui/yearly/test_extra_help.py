# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""Extra help on the screen: what is to be asked again first, who told us, a sheet without names."""

from datetime import date

import pytest
from PySide6.QtWidgets import QApplication

from servicedesk.domain.customers import CustomerDraft
from servicedesk.domain.errors import Trouble
from servicedesk.domain.support import SupportDraft, SupportNeed
from servicedesk.ui.core.rooms import Place
from servicedesk.ui.yearly.extra_help_page import ExtraHelpPage
from tests.helpers.audits import findings
from tests.helpers.fakes import FixedClock
from tests.helpers.qt import seen_texts, speak_british
from tests.services.samples_made import RUTH, TODAY
from tests.ui.charter.benches import Heard, bench_in


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
def helped(bench):
    """Mrs Patel, to be asked again tomorrow, and Mr Lee next year."""
    made = []
    for name, day in (("Mrs Patel", date(2026, 11, 24)), ("Mr Lee", date(2027, 5, 3))):
        number = bench.services.customers.add(CustomerDraft(name=name), RUTH).card.id
        need = SupportDraft(
            need=SupportNeed.LARGE_PRINT, yes_words="yes please", agreed_on=TODAY, review_on=day
        )
        bench.services.support.add_need(number, need, RUTH)
        made.append(number)
    return made


@pytest.fixture
def opened(bench, qtbot):
    held = []

    def open_page(wide=1160, high=700):
        page = ExtraHelpPage(bench)
        held.append(page)
        qtbot.addWidget(page)
        page.resize(wide, high)
        page.arrive(Place(room="improve", part="extra_help"))
        with qtbot.waitActive(page):
            page.show()
        page.first_focus().setFocus()
        QApplication.processEvents()
        return page

    return open_page


def texts(page):
    QApplication.processEvents()
    return seen_texts(page)


def test_a_shop_that_was_told_nothing_reads_how_to_offer_it(opened):
    page = opened()
    said = texts(page)
    assert "When to offer it" in said
    assert any(text.startswith("Nobody yet.") for text in said)
    assert not page.due.isVisible()
    assert page.first_focus() is page.print_button


def test_what_is_to_be_asked_again_is_one_key_away(opened, helped, heard):
    page = opened()
    assert "One is to be asked again in the next two weeks." in texts(page)
    assert [line.is_due for line in page.presenter.state.lines] == [True, False]
    assert page.first_focus() is page.reviews_button
    page.reviews_button.click()
    assert heard.places[-1] == Place(room="reviews")


def test_who_told_us_leads_to_the_customer(opened, helped, heard):
    page = opened()
    assert list(page.links) == helped
    page.links[helped[0]].click()
    assert heard.places[-1] == Place(room="customers", item=str(helped[0]))
    page.check_button.click()
    assert heard.places[-1] == Place(room="improve", part="check", item="extra_help")


def test_what_is_removed_goes_from_the_page(opened, helped, bench):
    page = opened()
    need = bench.services.support.of(helped[0]).needs[0]
    bench.do(lambda: bench.services.support.remove_need(helped[0], need.id, RUTH))
    assert list(page.links) == helped[1:]
    page.leave()
    need = bench.services.support.of(helped[1]).needs[0]
    bench.do(lambda: bench.services.support.remove_need(helped[1], need.id, RUTH))
    assert list(page.links) == helped[1:]


def test_the_sheet_prints_without_a_name(opened, helped):
    job = opened().print_job()
    assert job is not None
    assert job.title == "How to offer extra help"


def test_a_file_that_cannot_be_read_says_so(opened, bench, heard, monkeypatch):
    page = opened()

    def broken(*_):
        raise Trouble("file_damaged", name="shop")

    monkeypatch.setattr(bench.services.extra_help, "now", broken)
    monkeypatch.setattr(bench.services.extra_help, "sheet", broken)
    page.arrive(Place(room="improve", part="extra_help"))
    assert page.print_job() is None
    assert len(heard.troubles) == 2


@pytest.mark.parametrize(("percent", "wide"), [(100, 1160), (200, 1100)])
def test_extra_help_can_be_heard_and_read(opened, helped, bench, percent, wide):
    bench.theme.set_percent(percent)
    page = opened(wide=wide, high=640)
    assert findings(page) == []
