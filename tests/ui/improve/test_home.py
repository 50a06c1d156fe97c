# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""The overview of Improve: what is to be done first, a card for each way, nothing without a way."""

from datetime import date, timedelta

import pytest
from PySide6.QtWidgets import QApplication

from servicedesk.domain.actions import CHECK_AFTER, ActionDraft
from servicedesk.domain.customers import CustomerDraft
from servicedesk.domain.fairness import SameDeal
from servicedesk.domain.people import PersonDraft
from servicedesk.domain.service_plan import PlanDraft
from servicedesk.store.checks import checks
from servicedesk.ui.core.rooms import Place
from servicedesk.ui.improve.page import ImprovePage
from tests.helpers.audits import findings
from tests.helpers.fakes import FixedClock
from tests.helpers.qt import seen_texts, speak_british
from tests.services.samples_made import RUTH, TODAY
from tests.ui.charter.benches import Heard, bench_in
from tests.ui.selfcheck.made import YES, all_of, begun

DAY = timedelta(days=1)


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
def home(bench, qtbot):
    held = []

    def open_home(wide=1160):
        page = ImprovePage(bench)
        held.append(page)
        qtbot.addWidget(page)
        page.resize(wide, 700)
        page.arrive(Place(room="improve"))
        with qtbot.waitActive(page):
            page.show()
        page.first_focus().setFocus()
        return page.shown

    return open_home


def texts(page):
    QApplication.processEvents()
    return seen_texts(page)


def add(bench, text, **said):
    return bench.services.actions.add(ActionDraft(text=text, **said), RUTH).card.id


def test_a_new_file_says_how_to_begin(bench, home, heard):
    page = home()
    said = texts(page)
    assert "Nothing is on the list yet. Check yourself, or write down an idea." in said
    assert "You work alone. Add a helper under Settings, People." in said
    assert page.focusWidget() is page.list_button
    assert page.print_job() is None
    page.list_button.click()
    assert heard.places[-1] == Place(room="improve", part="actions", item="new")


def test_each_card_has_the_one_name_that_the_search_finds(bench, home):
    bench.services.people.add(PersonDraft(name="Tom"), RUTH)
    bench.services.people.add(PersonDraft(name="Sam"), RUTH)
    cards = home().presenter.state.cards
    assert len(cards) == 9
    for card in cards:
        assert card.title == bench.labels.say(f"search.improving.{card.key}")


def test_the_first_three_are_named_late_ones_first_and_each_leads_to_itself(bench, home, heard):
    add(bench, "No day")
    add(bench, "Far", due=TODAY + 30 * DAY)
    late = add(bench, "Late", due=TODAY - DAY)
    add(bench, "Soon", due=TODAY + DAY)
    page = home()
    assert [line.text() for line in page.waits.links] == [
        "Late · was due yesterday",
        "Soon · by tomorrow",
        "Far · by Wed 23 December",
    ]
    assert "4 open · 1 late" in texts(page)
    assert page.focusWidget() is page.waits.links[0]
    page.waits.links[0].click()
    assert heard.places[-1] == Place(room="improve", part="actions", item=str(late))
    page.list_button.click()
    assert heard.places[-1] == Place(room="improve", part="actions")
    assert page.print_job().title == "Things to do"


def test_what_is_done_and_to_be_looked_at_is_counted(bench, home):
    add(bench, "One", done_on=TODAY - CHECK_AFTER)
    page = home()
    assert "0 open · 1 to look at again: does it work?" in texts(page)
    bench.services.actions.checked(1, TODAY, True, "", RUTH)
    page.arrive(Place(room="improve"))
    assert "Nothing is left to do. Well done." in texts(page)


def test_every_card_leads_to_a_part_of_the_room(bench, home, heard):
    bench.services.people.add(PersonDraft(name="Ruth"), RUTH)
    bench.services.people.add(PersonDraft(name="Tom"), RUTH)
    page = home()
    assert "2 people: training, briefing, and what they say." in texts(page)
    keys = [card.key for card in page.grid.cards]
    assert keys == [
        "check", "staff", "papers", "reviews", "fairness", "extra_help", "ideas", "plan", "busy",
    ]  # fmt: skip
    for card in page.grid.cards:
        card.way_button.click()
        item = "write" if card.key == "plan" else ""  # no second button with the same words
        assert heard.places[-1] == Place(room="improve", part=card.key, item=item)
    assert way_of(page, "reviews").text() == "Open reviews"


def test_a_plan_that_is_written_is_opened_to_be_read(bench, home, heard):
    bench.services.service_plan.keep(PlanDraft(decides=RUTH), RUTH)
    page = home()
    assert way_of(page, "plan").text() == "Open the plan"
    way_of(page, "plan").click()
    assert heard.places[-1] == Place(room="improve", part="plan")


def test_the_page_opens_at_its_top_each_time(bench, home, qtbot):
    page = home(wide=560)
    page.resize(560, 300)
    bar = page.page.verticalScrollBar()
    qtbot.waitUntil(lambda: bar.maximum() > 0)
    page.leave()
    bar.setValue(bar.maximum())
    page.arrive(Place(room="improve"))
    page.first_focus().setFocus()
    qtbot.waitUntil(lambda: bar.value() == 0, timeout=1000)


def test_prices_tell_when_they_are_to_be_checked_again(bench, home):
    services = bench.services
    customer = CustomerDraft(name="Old", first_visit_on=TODAY - timedelta(days=900))
    services.customers.add(customer, RUTH)
    card = services.fairness.begin(RUTH).card
    services.fairness.answer(card.customers[0].id, SameDeal.YES, "", RUTH)
    services.fairness.finish(card.id, RUTH)
    page = home()
    (fair,) = (card for card in page.presenter.state.cards if card.key == "fairness")
    assert (fair.said, fair.is_due) == (
        "Last checked Mon 23 Nov. The next: Sun 23 May 2027.",
        False,
    )
    page.leave()
    bench.clock.set(date(2027, 5, 23))
    page.arrive(Place(room="improve"))
    (fair,) = (card for card in page.presenter.state.cards if card.key == "fairness")
    assert fair.is_due
    assert fair.said.endswith("The next is due Sun 23 May.")


def test_the_page_follows_what_changes_and_keeps_the_keyboard(bench, home):
    page = home()
    page.grid.cards[2].way_button.setFocus()
    key = page.grid.cards[2].key
    done = bench.services.actions.add(ActionDraft(text="One"), RUTH)
    bench.changes.announce(done.changes, None)
    assert [line.text() for line in page.waits.links] == ["One"]
    assert page.grid.cards[2].key == key
    assert page.focusWidget() is page.grid.cards[2].way_button
    page.leave()
    done = bench.services.actions.add(ActionDraft(text="Two"), RUTH)
    bench.changes.announce(done.changes, None)
    assert len(page.waits.links) == 1


@pytest.mark.parametrize(("wide", "percent"), [(1160, 100), (1160, 200), (560, 150)])
def test_the_page_holds_at_any_size(bench, home, wide, percent):
    add(bench, "Charge the saws & look after every single one of them", due=TODAY - DAY)
    bench.theme.set_percent(percent)
    bench.theme.apply(QApplication.instance())
    assert findings(home(wide)) == []


def way_of(page, key):
    (card,) = (card for card in page.grid.cards if card.key == key)
    return card.way_button


def finished(bench, days):
    """A check that was finished so many days ago."""
    number = begun(bench.services, all_of(YES), first=1)
    bench.services.checks.finish(number, RUTH)
    with bench.services.improving._units.change("age check", RUTH) as unit:
        unit.update(checks, number, {"finished_on": TODAY - days * DAY})
    return number


def test_a_check_is_begun_gone_on_with_seen_and_done_again_each_by_one_button(bench, home, heard):
    page = home()
    way_of(page, "check").click()
    assert heard.places[-1] == Place(room="improve", part="check")
    number = finished(bench, 364)  # the day before it is due
    page = home()
    assert "Last done Mon 24 Nov 2025." in texts(page)
    assert way_of(page, "check").text() == "See the result"
    way_of(page, "check").click()
    assert heard.places[-1] == Place(room="improve", part="check", item=f"result/{number}")
    begun(bench.services, all_of(YES), first=1)
    page = home()
    assert way_of(page, "check").text() == "Go on"
    way_of(page, "check").click()
    assert heard.places[-1] == Place(room="improve", part="check", item="self_check")


@pytest.mark.parametrize(("days", "is_due"), [(364, False), (365, True)])
def test_after_a_year_the_check_is_done_again(bench, home, heard, days, is_due):
    finished(bench, days)
    page = home()
    assert way_of(page, "check").text() == ("Check again" if is_due else "See the result")
    said = "Last done Sun 23 Nov 2025. A year is over: what has got better since?"
    assert (said in texts(page)) is is_due
    if is_due:
        way_of(page, "check").click()
        assert heard.places[-1] == Place(room="improve", part="check")
