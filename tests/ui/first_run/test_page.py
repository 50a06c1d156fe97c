# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""The first run: four pages, all to be skipped, each answer kept, Today at the end."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QPushButton, QStackedWidget, QWidget
from pytestqt.qtbot import QtBot

from servicedesk.domain.backups import BackupReason
from servicedesk.domain.errors import Trouble
from servicedesk.domain.hours import parse_week
from servicedesk.ui.core.rooms import Place
from servicedesk.ui.core.workbench import Workbench
from servicedesk.ui.first_run.page import FirstRunPage
from servicedesk.ui.first_run.second_folder_page import SecondFolderPage
from servicedesk.ui.guide.facts_page import FactsPage
from tests.helpers import audits
from tests.services.backups_made import NoSteps
from tests.ui.charter.benches import Heard

TODAY = Place(room="today")


def shown(bench: Workbench, qtbot: QtBot, height: int = 768) -> FirstRunPage:
    page = FirstRunPage(bench)
    qtbot.addWidget(page)
    page.resize(1366, height)
    page.arrive(Place(room="first_run"))
    page.show()
    qtbot.waitExposed(page)
    first = page.first_focus()
    assert first is not None
    first.setFocus()
    return page


def facts_page(page: FirstRunPage) -> FactsPage:
    made = page.pages[page.presenter.state.at]
    assert isinstance(made, FactsPage)
    return made


def focused(page: FirstRunPage) -> QWidget:
    widget = page.focusWidget()
    assert widget is not None
    return widget


def test_all_four_pages_are_answered_by_key(bench: Workbench, heard: Heard, qtbot: QtBot) -> None:
    page = shown(bench, qtbot)
    qtbot.keyClicks(focused(page), "Hollins Hardware")
    qtbot.keyClick(page.next_button, Qt.Key.Key_Space)
    assert bench.services.business.answers() == {"trading_name": "Hollins Hardware"}
    qtbot.keyClicks(focused(page), "hard")
    page.next_button.click()
    assert bench.services.business.answers()["trade"] == "hardware_shop"
    hours = facts_page(page).field("opening_hours")
    assert hours is not None
    hours.focus_target().setFocus()
    qtbot.keyClicks(hours.focus_target(), "9-12, 1-5")
    page.next_button.click()
    week = parse_week({"monday": ["09:00-12:00", "13:00-17:00"]})
    assert bench.services.calendars.hours() == week
    assert isinstance(page.pages[page.presenter.state.at], SecondFolderPage)
    assert "Today" in page.next_button.text()
    page.next_button.click()
    assert heard.places == [TODAY]
    assert len(page.presenter.state.seen) == 4


def test_the_first_page_asks_for_all_that_heads_a_letter(bench: Workbench, qtbot: QtBot) -> None:
    page = shown(bench, qtbot)
    for question, typed in (
        ("trading_name", "Hollins Plumbing"),
        ("address", "2 Mill Lane"),
        ("phone", "01632 960123"),
    ):
        field = facts_page(page).field(question)
        assert field is not None
        field.focus_target().setFocus()
        qtbot.keyClicks(field.focus_target(), typed)
    page.next_button.click()
    known = bench.services.business.answers()
    assert (known["address"], known["phone"]) == ("2 Mill Lane", "01632 960123")
    codes = {card.code for card in bench.services.home.today().cards}
    assert not codes & {"name_missing", "letterhead_missing"}


def test_a_trade_ticks_how_it_usually_meets_customers(
    bench: Workbench, heard: Heard, qtbot: QtBot
) -> None:
    page = shown(bench, qtbot)
    page.presenter.go(1)
    qtbot.keyClicks(focused(page), "plumb")
    facts_page(page).commit()
    ways = facts_page(page).field("how_you_work")
    assert ways is not None
    assert ways.value() == ("you_go",)
    assert [chip.text() for chip in ways.findChildren(QPushButton) if chip.isChecked()] == [
        "We go to them"
    ]
    answers = bench.services.business.answers
    assert (answers()["trade"], answers()["how_you_work"]) == ("plumber_trades", ("you_go",))
    facts = facts_page(page)._facts
    assert facts.keep("trade", "cafe")  # another trade, and nothing of one's own said yet
    assert ways.value() == ("they_come",)
    assert facts.keep("how_you_work", ("they_come", "you_go"))
    assert facts.keep("trade", "online_shop")  # what the owner said stays
    assert answers()["how_you_work"] == ("they_come", "you_go")
    assert heard.said == []


def test_a_trade_never_changes_what_was_ticked_by_hand(bench: Workbench, qtbot: QtBot) -> None:
    page = shown(bench, qtbot)
    page.presenter.go(1)
    facts, answers = facts_page(page)._facts, bench.services.business.answers
    ways = facts_page(page).field("how_you_work")
    assert ways is not None
    chips = ways.findChildren(QPushButton)
    assert facts.keep("trade", "cafe")
    chips[0].click()
    chips[0].click()  # off and on again: it is the owner's own tick now
    assert answers()["how_you_work"] == ("they_come",)
    assert facts.keep("trade", "plumber_trades")
    assert answers()["how_you_work"] == ("they_come",)
    chips[0].click()
    assert facts.keep("trade", "cafe")
    assert not answers().get("how_you_work")  # unticked by hand, and so it stays


def test_ticks_of_another_day_stay_when_the_trade_changes(bench: Workbench, qtbot: QtBot) -> None:
    bench.services.business.save({"trade": "cafe", "how_you_work": ("they_come",)}, "Ruth")
    page = shown(bench, qtbot)
    page.presenter.go(1)
    assert facts_page(page)._facts.keep("trade", "plumber_trades")
    assert bench.services.business.answers()["how_you_work"] == ("they_come",)


def test_a_tick_that_comes_up_under_the_mouse_is_no_untick(bench: Workbench, qtbot: QtBot) -> None:
    page = shown(bench, qtbot)
    page.presenter.go(1)
    qtbot.keyClicks(focused(page), "caf")  # kept when the keyboard leaves it, which a click does
    ways = facts_page(page).field("how_you_work")
    assert ways is not None
    chip = ways.findChildren(QPushButton)[0]
    assert (chip.text(), chip.isChecked()) == ("They come to us", False)
    click(chip)
    answers = bench.services.business.answers
    assert chip.isChecked()
    assert answers()["how_you_work"] == ("they_come",)
    assert facts_page(page)._facts.keep("trade", "plumber_trades")
    assert answers()["how_you_work"] == ("they_come",)
    click(chip)
    assert not chip.isChecked()


def click(chip: QPushButton) -> None:
    """A click as the window system brings it: the keyboard comes first."""
    window = chip.window()
    at = chip.mapTo(window, chip.rect().center())
    none = Qt.KeyboardModifier.NoModifier
    QTest.mouseClick(window.windowHandle(), Qt.MouseButton.LeftButton, none, at)


def test_a_trade_whose_file_is_gone_ticks_nothing(
    bench: Workbench, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    def gone(trade: str, question_id: str) -> None:
        raise Trouble("program_file_missing", name=f"{trade}.toml")

    monkeypatch.setattr(bench.services.charter_writing, "usual", gone)
    page = shown(bench, qtbot)
    assert facts_page(page)._facts.keep("trade", "cafe")
    assert bench.services.business.answers() == {"trade": "cafe"}


def test_list_and_page_stand_side_by_side_before_anything_is_painted(
    bench: Workbench, qtbot: QtBot
) -> None:
    window = QStackedWidget()
    qtbot.addWidget(window)
    window.resize(1180, 760)
    window.show()
    page = FirstRunPage(bench)
    window.addWidget(page)
    window.setCurrentWidget(page)  # what is painted now has waited for no other event
    heading = facts_page(page).mapTo(page, facts_page(page).rect().topLeft())
    assert page.steps.isVisible()
    assert page.steps.height() == page.height()
    assert heading.x() > page.steps.geometry().right()
    window.resize(640, 480)
    assert facts_page(page).mapTo(page, facts_page(page).rect().topLeft()).x() < 40


def test_enter_goes_on_from_a_line_and_with_ctrl_from_anywhere(
    bench: Workbench, heard: Heard, qtbot: QtBot
) -> None:
    page = shown(bench, qtbot)
    qtbot.keyClicks(focused(page), "Hollins")
    qtbot.keyClick(focused(page), Qt.Key.Key_Return)
    assert focused(page).accessibleName() == "Address"
    qtbot.keyClick(focused(page), Qt.Key.Key_Tab)
    assert focused(page).accessibleName() == "Phone"
    qtbot.keyClick(focused(page), Qt.Key.Key_Return)
    assert page.presenter.state.page.id == "work"
    qtbot.keyClicks(focused(page), "hard")
    qtbot.keyClick(focused(page), Qt.Key.Key_Enter, Qt.KeyboardModifier.KeypadModifier)
    assert page.presenter.state.page.id == "where"
    hours = facts_page(page).field("opening_hours")
    assert hours is not None
    hours.focus_target().setFocus()
    for _ in range(6):  # from Monday to Sunday
        qtbot.keyClicks(focused(page), "9-5")
        qtbot.keyClick(focused(page), Qt.Key.Key_Return)
        assert page.presenter.state.page.id == "where"
    assert focused(page).accessibleName() == "Sunday"
    qtbot.keyClick(focused(page), Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert page.presenter.state.page.id == "second_backup"
    last = page.pages[3]
    assert isinstance(last, SecondFolderPage)
    last.choose_button.setFocus()
    qtbot.keyClick(focused(page), Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert heard.places == [TODAY]
    assert bench.services.business.answers()["trading_name"] == "Hollins"


def test_what_is_kept_is_not_said_at_each_field(
    bench: Workbench, heard: Heard, qtbot: QtBot
) -> None:
    page = shown(bench, qtbot)
    qtbot.keyClicks(focused(page), "Hollins")
    page.next_button.click()
    assert heard.said == []
    assert page.steps.buttons[0].accessibleDescription() == "done"


def test_every_page_may_be_skipped(bench: Workbench, heard: Heard, qtbot: QtBot) -> None:
    page = shown(bench, qtbot)
    assert page.back_button.isHidden()
    for _ in range(3):
        page.skip_button.click()
    assert page.skip_button.isHidden()
    page.presenter.skip()
    assert heard.places == [TODAY]
    assert bench.services.business.answers() == {}
    assert page.presenter.state.seen == frozenset()


def test_all_may_be_skipped_at_once(bench: Workbench, heard: Heard, qtbot: QtBot) -> None:
    page = shown(bench, qtbot)
    qtbot.keyClicks(focused(page), "Hollins")
    page.skip_all_button.click()
    assert heard.places == [TODAY]
    assert bench.services.business.answers() == {"trading_name": "Hollins"}


def test_going_back_loses_nothing(bench: Workbench, qtbot: QtBot) -> None:
    page = shown(bench, qtbot)
    qtbot.keyClicks(focused(page), "Hollins")
    page.next_button.click()
    page.back_button.click()
    field = facts_page(page).field("trading_name")
    assert field is not None
    assert field.value() == "Hollins"
    page.presenter.back()
    assert page.presenter.state.is_first
    page.steps.buttons[2].click()
    assert page.presenter.state.page.id == "where"
    page.leave()


def test_next_waits_for_what_is_to_be_mended(bench: Workbench, qtbot: QtBot) -> None:
    page = shown(bench, qtbot)
    page.presenter.go(2)
    hours = facts_page(page).field("opening_hours")
    assert hours is not None
    qtbot.keyClicks(hours.focus_target(), "5-3 o'clock")
    page.next_button.click()
    assert page.presenter.state.page.id == "where"
    assert hours.error() or hours.focus_target().accessibleDescription()
    page.skip_button.click()
    assert page.presenter.state.page.id == "second_backup"
    page.back_button.click()
    assert "o'clock" in str(hours.value())


def test_a_second_folder_is_chosen_and_let_go_of(
    bench: Workbench,
    qtbot: QtBot,
    tmp_path_factory: pytest.TempPathFactory,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    stick = tmp_path_factory.mktemp("stick")
    answers = iter([None, stick / "gone", stick])
    monkeypatch.setattr(
        "servicedesk.ui.first_run.second_folder_page.choose_folder",
        lambda *_args: next(answers),
    )
    page = shown(bench, qtbot)
    page.presenter.go(3)
    last = page.pages[3]
    assert isinstance(last, SecondFolderPage)
    assert page.first_focus() is last.choose_button
    last.choose_button.click()
    assert page.presenter.state.folder is None
    last.choose_button.click()
    assert "gone" in page.presenter.state.wrong
    last.choose_button.click()
    assert page.presenter.state.folder == stick
    assert page.presenter.state.wrong == ""
    assert bench.services.backups.second_folder == stick
    last.forget_button.click()
    assert bench.services.backups.second_folder is None


def test_the_newest_backup_goes_to_the_second_folder_as_soon_as_it_is_chosen(
    bench: Workbench, qtbot: QtBot, tmp_path_factory: pytest.TempPathFactory
) -> None:
    page = shown(bench, qtbot)
    bench.services.business.save({"trading_name": "Hollins"}, "Ruth")
    card = bench.services.backups.back_up(BackupReason.INTERVAL, NoSteps())
    stick = tmp_path_factory.mktemp("stick")
    said: list[str] = []
    bench.bar.said.connect(lambda words, _undo: said.append(words))
    with qtbot.waitSignal(bench.tasks.idle):
        assert page.presenter.choose_folder(stick)
    assert (stick / card.name).exists(), list(stick.iterdir())
    assert said == [f"The newest backup is on {stick.name} too."]


@pytest.mark.parametrize("fault", [Trouble("backup_folder_gone", folder="x"), ValueError("bug")])
def test_a_copy_to_the_second_folder_that_ends_badly_is_told(
    bench: Workbench, qtbot: QtBot, fault: Exception
) -> None:
    page = shown(bench, qtbot)
    told: list[object] = []
    bench.bar.troubled.connect(told.append)
    if isinstance(fault, Trouble):
        page.presenter._not_copied(fault)
        assert len(told) == 1
    else:
        with pytest.raises(ValueError, match="bug"):
            page.presenter._not_copied(fault)


def test_trouble_with_the_folder_is_told(
    bench: Workbench, heard: Heard, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(folder: Path | None) -> None:
        raise Trouble("preferences_unreadable", kept="x")

    page = shown(bench, qtbot)
    monkeypatch.setattr(bench.services.backups, "set_second_folder", fail)
    assert not page.presenter.choose_folder(None)
    assert len(heard.troubles) == 1


@pytest.mark.parametrize(("scheme", "percent"), [("light", 100), ("dark", 200)])
@pytest.mark.parametrize("at", range(4))
def test_every_page_can_be_seen_heard_and_walked(
    bench: Workbench, qtbot: QtBot, qapp: QApplication, at: int, scheme: str, percent: int
) -> None:
    bench.theme.set_scheme(scheme)
    bench.theme.set_percent(percent)
    bench.theme.apply(qapp)
    page = shown(bench, qtbot)
    page.presenter.go(at)
    qapp.processEvents()
    # What is scrolled out of sight lies behind the foot, whose buttons come after it all the same.
    foot = "back to WrapButton “Next”"
    assert [line for line in audits.findings(page) if not line.endswith(foot)] == []
    assert audits.too_small(page, percent) == []
    assert page.steps.isVisible() is (percent == 100)
