# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""The help: its pages by key, the list of keys that the program makes, and every licence."""

from datetime import date

import pytest
from PySide6.QtCore import Qt, QUrl
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QApplication,
    QComboBox,
    QHBoxLayout,
    QListWidget,
    QTextBrowser,
    QWidget,
)

from servicedesk.domain.errors import Trouble
from servicedesk.services.help_pages import HelpPages
from servicedesk.ui.core.actions import Actions
from servicedesk.ui.core.rooms import Place
from servicedesk.ui.help.fitting import page_for
from servicedesk.ui.help.page import HelpPage
from tests.helpers import audits
from tests.helpers.fakes import FixedClock
from tests.helpers.qt import dressed
from tests.ui.charter.benches import Heard, bench_in

ROOMS = {"taking_out", "today", "charter", "settings", "help"}


@pytest.fixture
def bench(tmp_path, qapp):
    with bench_in(tmp_path, FixedClock(date(2026, 11, 24))) as bench, dressed(bench.theme):
        yield bench


@pytest.fixture
def window(bench, qtbot):
    """A window with the help in it, and a register of keys."""
    window = QWidget()
    qtbot.addWidget(window)
    page = HelpPage(bench)
    bench.navigator.wanted.connect(page.arrive)
    QHBoxLayout(window).addWidget(page)
    actions = Actions(window)
    actions.add("new", "New", "Ctrl+N", list, window, "Everywhere")
    window.resize(1158, 700)
    window.show()
    window.activateWindow()
    page.arrive(Place(room="help"))
    page.first_focus().setFocus()
    QApplication.processEvents()
    return window


def reader(window):
    return window.findChild(QTextBrowser)


def titles(window):
    rows = window.findChild(QListWidget)
    return [rows.item(row).text() for row in range(rows.count())]


def test_it_begins_with_the_first_ten_minutes(window):
    assert titles(window)[0] == "The first ten minutes"
    assert titles(window)[-1] == "About this program"
    assert "Four questions" in reader(window).toPlainText()


def test_arrows_walk_through_every_page(window):
    rows = window.findChild(QListWidget)
    seen = {reader(window).toPlainText()[:40]}
    for _ in range(rows.count() - 1):
        QTest.keyClick(rows, Qt.Key.Key_Down)
        seen.add(reader(window).toPlainText()[:40])
    assert len(seen) == rows.count()
    assert rows.hasFocus()


def test_the_list_of_keys_is_made_from_the_register(window, bench):
    bench.navigator.open("help", "shortcuts")
    text = reader(window).toPlainText()
    assert "Everywhere" in text
    assert "Ctrl+N" in text
    assert "Ctrl+Enter" in text


def test_about_names_everything_and_shows_each_licence(window, bench):
    bench.navigator.open("help", "about")
    shown = reader(window).toPlainText()
    for part in bench.services.help_pages.parts:
        assert part.name in shown
        assert part.version in shown
    assert bench.services.help_pages.version in shown
    reader(window).anchorClicked.emit(QUrl("about/Noto%20Sans%20and%20Noto%20Serif"))
    assert "SIL Open Font License" in reader(window).toPlainText()
    reader(window).anchorClicked.emit(QUrl("about/Lucide"))
    assert "ISC License" in reader(window).toPlainText()


def test_every_part_has_the_text_of_its_licence(bench):
    for part in bench.services.help_pages.parts:
        assert len(part.text) > 100 or not part.version, part.name


def test_every_link_leads_somewhere(window, bench):
    heard = Heard(bench)
    pages = {page.id: page for page in bench.services.help_pages.pages}
    for page in pages.values():
        bench.navigator.open("help", page.id)
        links = set()
        block = reader(window).document().begin()
        while block.isValid():
            links |= {part.charFormat().anchorHref() for part in pieces(block)}
            block = block.next()
        for link in links - {""}:
            heard.places.clear()
            reader(window).anchorClicked.emit(QUrl(link))
            (place,) = heard.places
            assert place.room in ROOMS, link
            if place.room == "help":
                assert place.part in {*pages, "shortcuts", "about"}, link


def pieces(block):
    at = block.begin()
    while not at.atEnd():
        yield at.fragment()
        at += 1


def test_nothing_is_loaded_from_anywhere(window, bench):
    heard = Heard(bench)
    page = reader(window)
    page.setMarkdown("![a picture](http://localhost/x.png) [out](http://localhost/)")
    assert bytes(page.loadResource(2, QUrl("http://localhost/x.png"))) == b""
    page.anchorClicked.emit(QUrl("http://localhost/"))
    assert heard.places == []


def test_a_page_that_is_not_there_shows_the_first(window, bench):
    bench.navigator.open("help", "no-such-page")
    assert "Four questions" in reader(window).toPlainText()


def test_a_damaged_help_is_told(window, bench, monkeypatch):
    def broken(_self):
        raise Trouble("program_file_missing", file="help/en")

    heard = Heard(bench)
    monkeypatch.setattr(HelpPages, "pages", property(broken))
    bench.navigator.open("help", "start")
    assert len(heard.troubles) == 1


@pytest.mark.parametrize("scheme", ["light", "dark", "high_contrast"])
@pytest.mark.parametrize("percent", [100, 200])
def test_it_can_be_read_at_any_size_in_any_colours(window, bench, scheme, percent):
    bench.theme.set_scheme(scheme)
    bench.theme.set_percent(percent)
    QApplication.processEvents()
    assert audits.findings(window) == []
    assert audits.too_small(window, percent) == []


@pytest.mark.parametrize("percent", [100, 200])
def test_no_line_runs_out_of_the_page(window, bench, percent):
    bench.theme.set_percent(percent)
    pages = [page.id for page in bench.services.help_pages.pages]
    for page in (*pages, "about"):
        bench.navigator.open("help", page)
        QApplication.processEvents()
        assert reader(window).horizontalScrollBar().maximum() == 0, page


def test_text_grows_with_the_text_size(window, bench):
    size = reader(window).document().size().height()
    bench.theme.set_percent(200)
    QApplication.processEvents()
    assert reader(window).document().size().height() > 1.5 * size


@pytest.mark.parametrize(
    ("place", "page"),
    [
        (Place(room="today"), "today"),
        (Place(room="charter", part="write", item="complaints"), "charter"),
        (Place(room="charter", part="live"), "how-we-do"),
        (Place(room="feedback", part="cards"), "feedback"),
        (Place(room="measures", part="records"), "how-we-do"),
        (Place(room="measures", part="walks"), "sample-weeks"),
        (Place(room="improve"), "improve"),
        (Place(room="improve", part="check", item="self_check"), "self-check"),
        (Place(room="improve", part="plan"), "improve"),
        (Place(room="improve", part="staff"), "people"),
        (Place(room="improve", part="papers", item="privacy"), "written-papers"),
        (Place(room="improve", part="reviews", item="3"), "reviews"),
        (Place(room="improve", part="extra_help"), "fairness-and-extra-help"),
        (Place(room="reviews"), "contacts"),
        (Place(room="privacy", part="breaches", item="3"), "privacy"),
        (Place(room="settings", part="look"), "looks-and-access"),
        (Place(room="settings", part="people"), "settings"),
        (Place(room="settings", part="password"), "password"),
        (Place(room="settings", part="counter"), "password"),
        (Place(room="taking_out"), "taking-out"),
        (Place(room="importing"), "bring-customers"),
        (Place(room="help", part="words"), ""),
        (Place(room="elsewhere"), "start"),
    ],
)
def test_f1_opens_the_page_that_fits(place, page):
    assert page_for(place) == page


def test_where_there_is_no_room_the_list_becomes_a_box(window, bench, qtbot):
    page = window.findChild(HelpPage)
    assert page.first_focus() is window.findChild(QListWidget)
    window.resize(480, 600)
    box = window.findChild(QComboBox)
    assert page.first_focus() is box
    assert box.isVisible()
    assert not window.findChild(QListWidget).isVisible()
    assert [box.itemText(at) for at in range(box.count())] == titles(window)
    heard = Heard(bench)
    QTest.keyClick(box, Qt.Key.Key_Down)
    assert heard.places[0].room == "help"
    assert window.findChild(QListWidget).currentRow() == 1
    assert audits.unnamed(window) == []
    window.resize(1158, 700)
    assert not box.isVisible()
    assert page.first_focus().isVisible()
