# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""The page that begins a charter: a trade is found by any word for it, and begun by one key."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from servicedesk.domain.errors import Trouble
from servicedesk.ui.charter.begin import BeginPage
from servicedesk.ui.charter.begin_presenter import BeginPresenter
from servicedesk.ui.core.workbench import Workbench
from tests.helpers.audits import findings
from tests.helpers.qt import seen_texts
from tests.ui.charter.benches import Heard

RUTH = "Ruth"


def presenter(bench: Workbench) -> BeginPresenter:
    made = BeginPresenter(bench)
    made.open()
    return made


@pytest.mark.parametrize(
    ("typed", "trade"),
    [
        ("plumber", "plumber_trades"),
        ("ironmonger", "hardware_shop"),
        ("CAFE", "cafe"),
        ("cutting", "hardware_shop"),
        ("online", "online_shop"),
    ],
)
def test_a_trade_is_found_by_any_word_for_it(bench: Workbench, typed: str, trade: str) -> None:
    page = presenter(bench)
    page.type(typed)
    assert page.state.chosen == trade
    assert len(page.state.trades) < page.state.total


def test_nothing_typed_shows_all_and_chooses_none(bench: Workbench) -> None:
    page = presenter(bench)
    assert (len(page.state.trades), page.state.chosen, page.state.title) == (14, "", "")
    page.begin()
    assert bench.services.charter_writing.current() is None
    page.type("zeppelin")
    assert page.state.trades == ()
    page.type("  ")
    assert len(page.state.trades) == 14


def test_another_word_is_named_beside_its_trade(bench: Workbench) -> None:
    page = presenter(bench)
    page.type("ironmonger")
    assert page.state.found_by["hardware_shop"] == "ironmonger"
    page.type("hardware")
    assert "hardware_shop" not in page.state.found_by


def test_the_trade_of_the_business_and_its_facts_are_known(bench: Workbench) -> None:
    bench.services.business.save({"trade": "garage", "trading_name": "Old Mill Motors"}, RUTH)
    page = presenter(bench)
    assert page.state.chosen == "garage"
    assert "Name over the door" in page.state.facts
    assert not page.state.has_draft


def test_beginning_again_says_what_stays(bench: Workbench, qtbot: QtBot) -> None:
    page = presenter(bench)
    page.choose("cafe")
    with qtbot.waitSignal(page.begun):
        page.begin()
    assert presenter(bench).state.has_draft


def test_a_trouble_is_told(bench: Workbench, heard: Heard, monkeypatch: pytest.MonkeyPatch) -> None:
    def missing() -> None:
        raise Trouble("program_file_missing", file="cafe.toml")

    monkeypatch.setattr(bench.services.charter_writing, "trades", missing)
    assert presenter(bench).state.trades == ()
    assert len(heard.troubles) == 1


def shown(qtbot: QtBot, bench: Workbench) -> BeginPage:
    application = QApplication.instance()
    assert isinstance(application, QApplication)
    bench.theme.apply(application)
    page = BeginPage(bench)
    qtbot.addWidget(page)
    page.resize(1158, 700)
    page.open()
    with qtbot.waitExposed(page):
        page.show()
    return page


def test_typing_arrows_and_enter_begin(qtbot: QtBot, bench: Workbench) -> None:
    page = shown(qtbot, bench)
    field = page.first_focus()
    qtbot.keyClicks(field, "hair")
    assert any(text.startswith("2 of 14") for text in seen_texts(page))
    first = page.presenter.state.chosen
    qtbot.keyClick(field, Qt.Key.Key_Down)
    assert page.presenter.state.chosen != first
    with qtbot.waitSignal(page.presenter.begun):
        qtbot.keyClick(field, Qt.Key.Key_Return)
    found = bench.services.charter_writing.current()
    assert found is not None
    assert found.draft.trade == page.presenter.state.chosen


def test_a_word_that_fits_no_trade_says_so_and_begins_nothing(
    qtbot: QtBot, bench: Workbench
) -> None:
    page = shown(qtbot, bench)
    qtbot.keyClicks(page.first_focus(), "zeppelin")
    assert any(text.startswith("No trade is called that") for text in seen_texts(page))
    page._begin.click()
    assert page.first_focus().hasFocus()
    assert bench.services.charter_writing.current() is None


@pytest.mark.parametrize("percent", [100, 200])
def test_the_page_reads_well_at_any_size(qtbot: QtBot, bench: Workbench, percent: int) -> None:
    bench.services.business.save({"trading_name": "Old Mill Motors"}, RUTH)
    bench.theme.set_percent(percent)
    page = shown(qtbot, bench)
    assert findings(page) == []
    bench.theme.set_percent(100)
