# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""Offers on the screen: who may be written to, a no noted by keyboard and taken away again."""

from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from servicedesk.domain.customers import Address, CustomerDraft, Reach, ReachKind
from servicedesk.domain.marketing import StopSource
from servicedesk.domain.printing import PaperChoice
from servicedesk.domain.support import ConsentBasis, ConsentChannel, ConsentDraft
from servicedesk.services.printing import Printing
from servicedesk.ui.core.rooms import Place
from servicedesk.ui.privacy import marketing_page
from servicedesk.ui.privacy.marketing_page import MarketingPage
from tests.helpers.audits import findings
from tests.helpers.fakes import FixedClock
from tests.helpers.qt import seen_texts, speak_british
from tests.services.samples_made import RUTH
from tests.ui.charter.benches import Heard, bench_in
from tests.ui.widgets.made import press

TODAY = date(2026, 10, 14)
EMAIL, SMS, PHONE, POST = ConsentChannel


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
        page = MarketingPage(bench)
        held.append(page)
        qtbot.addWidget(page)
        page.resize(wide, high)
        page.arrive(Place(room="privacy", part="marketing", item=item))
        with qtbot.waitActive(page):
            page.show()
        QApplication.processEvents()
        return page

    return open_page


def somebody(bench, name, *channels, basis=ConsentBasis.YES):
    mail = f"{name.split()[0].casefold()}@example.org"
    draft = CustomerDraft(
        name=name,
        reaches=(Reach(kind=ReachKind.EMAIL, shown=mail),),
        addresses=(Address(lines=f"{len(name)} Mill Lane\nLeeds", postcode="LS1 4DY"),),
    )
    card = bench.services.customers.add(draft, RUTH).card
    for channel in channels:
        said = ConsentDraft(channel=channel, wording="May we?", given_on=TODAY, basis=basis)
        bench.services.support.give_consent(card.id, said, RUTH)
    return card


def texts(page):
    QApplication.processEvents()
    return seen_texts(page)


def field(form, name):
    return next(one for one in form.fields() if one.question_id == name)


def deed(page, name):
    return next(one for one in page.deeds if one.accessibleName() == name)


def test_nobody_may_be_written_to_until_they_say_yes(opened):
    page = opened()
    said = texts(page)
    assert "No one so far." in said
    assert any(line.startswith("Nobody has said anything yet.") for line in said)
    assert page.print_job() is None
    assert [chip.text() for chip in page.chips.chips] == [
        "E-mail: 0",
        "Text: 0",
        "Phone: 0",
        "Post: 0",
    ]


def test_a_no_is_noted_by_keyboard_and_holds_for_a_customer(opened, bench, heard):
    somebody(bench, "Ann Canary", EMAIL, POST)
    page = opened()
    assert page.chips.chips[0].text() == "E-mail: 1"
    assert page.print_job().title == "May be sent offers: E-mail"
    page.stop_button.click()
    press(page.form, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert field(page.form, "address").error()
    field(page.form, "address").show_typed("ANN@example.org")
    press(page.form, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert heard.said[-1] == "They will be sent no offers."
    said = texts(page)
    assert page.chips.chips[0].text() == "E-mail: 0"
    assert "Said no" in said
    assert page.print_job() is None
    deed(page, "Take this no away, Ann Canary, Wed 14 Oct 2026, line 1").click()
    assert page.chips.chips[0].text() == "E-mail: 1"


def test_another_channel_is_chosen_and_a_customer_taken_off_it(opened, bench):
    card = somebody(bench, "Ann Canary", EMAIL, POST)
    page = opened("post")
    assert "10 Mill Lane, Leeds, LS1 4DY" in " ".join(texts(page))
    deed(page, "They want none, Ann Canary").click()
    said = " ".join(texts(page))
    assert "Taken back on Wed 14 Oct 2026" in said
    assert bench.services.marketing.counts()[POST] == 0
    assert bench.services.marketing.counts()[EMAIL] == 1
    page.chips.chips[0].click()
    assert page.presenter.state.channel is EMAIL
    assert deed(page, "They want none, Ann Canary")
    assert card.id


def test_labels_are_printed_for_those_who_may_be_written_to_alone(opened, bench, monkeypatch):
    printed = []
    monkeypatch.setattr(marketing_page, "show_print", lambda job, *_more: printed.append(job))
    somebody(bench, "Ann Canary", EMAIL, POST)
    no = somebody(bench, "Ben No", POST)
    bench.services.marketing.stop_customer(no.id, POST, StopSource.ASKED, RUTH)
    page = opened()
    assert not page.labels_button.isVisible()
    page.presenter.choose(POST)
    page.labels_button.click()
    page.print_button.click()
    labels, names = printed
    choice = PaperChoice(paper=labels.offers[0].id, size=labels.offers[0].sizes[0])
    said = " ".join(Printing().texts(labels.make(choice).data))
    assert "Ann Canary" in said
    assert "Ben No" not in said
    assert names.title == "May be sent offers: Post"


def test_a_no_of_a_stranger_names_nobody(opened, bench):
    bench.services.marketing.stop_address("tom@example.org", (), StopSource.LISTED, RUTH)
    (stop,) = bench.services.marketing.overview(EMAIL).stops
    page = opened()
    said = texts(page)
    assert "Somebody who is no customer" in said
    assert "It stood on a list of people to leave alone, Wed 14 Oct 2026" in said
    assert "tom@" not in " ".join(said)
    page.presenter.lift(stop.id)
    page.presenter.lift(stop.id)
    assert page.presenter.state.stops == ()


def test_a_long_list_shows_its_beginning(opened, bench, monkeypatch):
    monkeypatch.setattr(marketing_page, "_MOST", 2)
    for name in ("Ann A", "Ben B", "Cas C"):
        somebody(bench, name, EMAIL, basis=ConsentBasis.SALE)
    page = opened(wide=700)
    assert any(line.startswith("And 1 more.") for line in texts(page))
    assert findings(page) == []


def test_somewhere_else_no_law_is_told_of(opened, bench):
    assert "What the law says" in texts(opened())
    bench.services.business.save({"nation": "elsewhere"}, RUTH)
    assert "What the law says" not in texts(opened("add"))


@pytest.mark.parametrize(
    "typed",
    [
        "wheel " * 5000,
        "שלום \u202eabc\u202c",
        "a\x00b\x07c\x1b[31md",
        "👩‍🔧 ﷽",
        "<b>Ann</b> {name} %s",
    ],
)
def test_what_is_no_address_is_told_and_stays_typed(opened, bench, typed):
    page = opened()
    page.stop_button.click()
    field(page.form, "address").show_typed(typed)
    press(page.form, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert field(page.form, "address").error()
    assert page.form.isVisible()
    assert bench.services.marketing.overview(EMAIL).stops == ()
    page.form.reject()
