# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""The overview of the privacy desk: what waits, its cards, and the fee."""

from datetime import UTC, datetime

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from servicedesk.domain.breaches import BreachDraft
from servicedesk.ui.core.rooms import Place
from servicedesk.ui.privacy.home import PrivacyHome
from tests.helpers.audits import findings
from tests.helpers.fakes import FixedClock
from tests.helpers.qt import seen_texts, speak_british
from tests.services.samples_made import RUTH
from tests.ui.charter.benches import Heard, bench_in
from tests.ui.widgets.made import press

NOW = datetime(2026, 10, 26, 13, 0, tzinfo=UTC)
KNOWN = datetime(2026, 10, 23, 14, 0, tzinfo=UTC)


@pytest.fixture
def bench(tmp_path, qtbot):
    speak_british()
    with bench_in(tmp_path, FixedClock(NOW)) as made:
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
        page = PrivacyHome(bench)
        held.append(page)
        qtbot.addWidget(page)
        page.resize(wide, high)
        page.arrive(Place(room="privacy", item=item))
        with qtbot.waitActive(page):
            page.show()
        QApplication.processEvents()
        return page

    return open_page


def field(form, name):
    return next(one for one in form.fields() if one.question_id == name)


def save(form):
    press(form, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    QApplication.processEvents()


def test_a_quiet_desk_shows_a_card_for_each_part(opened):
    page = opened()
    assert "Nothing is waiting." in seen_texts(page)
    assert [card.key for card in page.grid.cards] == [
        *("requests", "breaches", "clearing", "marketing", "holds", "erased", "fee")
    ]
    assert page.first_focus() is page.grid.cards[0].way_button
    assert page.print_job().title == "Privacy desk"
    assert findings(page) == []


def test_what_waits_stands_first_and_leads_there(opened, bench):
    bench.services.breaches.add(BreachDraft(what="Diary lost", known_at=KNOWN), RUTH)
    late = BreachDraft(what="Phone lost", known_at=KNOWN.replace(day=20))
    bench.services.breaches.add(late, RUTH)
    page = opened(wide=700)
    words = [line.text() for line in page.waits.links]
    assert words == [
        "Breach: Phone lost · was to be reported by Fri 23 Oct 2026, 15.00",
        "Breach: Diary lost · report it by Mon 26 Oct 2026, 14.00",
    ]
    assert "2 breaches are open." in seen_texts(page)
    assert page.first_focus() is page.waits.links[0]
    assert findings(page) == []


def test_the_fee_is_noted_with_what_the_law_says(opened, bench, heard):
    page = opened("fee")
    QApplication.processEvents()
    assert any("£52" in words for words in seen_texts(page.form))
    field(page.form, "renews_on").show_typed("1/11/26")
    field(page.form, "paid_pence").show_typed("52")
    field(page.form, "exempt_why").show_typed("We are small")
    save(page.form)
    assert field(page.form, "exempt_why").error()
    field(page.form, "exempt_why").show_typed("")
    save(page.form)
    assert heard.said[-1] == "Kept."
    assert bench.services.privacy_desk.fee().draft.paid_pence == 5200
    QApplication.processEvents()
    assert "Due again on 1 November 2026." in seen_texts(page)


def test_somewhere_else_no_fee_is_told_of(opened, bench):
    bench.services.business.save({"nation": "elsewhere"}, RUTH)
    page = opened()
    page.open_fee()
    said = " ".join(seen_texts(page.form))
    assert "£52" not in said
    assert "Checked on" not in said
    page.form.reject()
