# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""Bring your customers, from the file to the result, by keys alone, and what can go wrong."""

from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from servicedesk.domain.customers import CustomerDraft, CustomerStatus
from servicedesk.domain.importing import Counts, DayOrder, Letters, Meaning, Separator
from servicedesk.domain.own_fields import OwnFieldDraft, OwnFieldOn
from servicedesk.ui.core.places import Place
from servicedesk.ui.core.workbench import Workbench
from servicedesk.ui.importing import choose_step
from servicedesk.ui.importing.choose_step import ChooseStep, dropped_file
from servicedesk.ui.importing.look_step import LookStep
from servicedesk.ui.importing.outcome_step import CheckStep, DoneStep
from servicedesk.ui.importing.page import ImportingPage
from servicedesk.ui.importing.state import Stage
from servicedesk.ui.printing import preview
from tests.helpers import audits
from tests.helpers.qt import dressed, seen_texts, theme
from tests.ui.charter.benches import Heard

PLACE = Place(room="importing")


@pytest.fixture
def page(bench: Workbench, qtbot: QtBot) -> ImportingPage:
    return shown(bench, qtbot)


def shown(bench: Workbench, qtbot: QtBot) -> ImportingPage:
    made = ImportingPage(bench)
    qtbot.addWidget(made)
    made.resize(1166, 708)
    made.arrive(PLACE)
    made.show()
    qtbot.waitExposed(made)
    return made


def still(page: ImportingPage, qtbot: QtBot) -> None:
    """Wait until nothing is being done beside the screen."""
    qtbot.waitUntil(lambda: not page._bench.tasks._open and not page.presenter.state.busy)
    QApplication.processEvents()


def choose(page: ImportingPage, path: Path, qtbot: QtBot) -> None:
    page.presenter.choose(path)
    still(page, qtbot)


def press(page: ImportingPage, button: QWidget, qtbot: QtBot) -> None:
    qtbot.keyClick(button, Qt.Key.Key_Space)
    still(page, qtbot)


def look_of(page: ImportingPage) -> LookStep:
    step = page.steps[Stage.LOOK]
    assert isinstance(step, LookStep)
    return step


def done_of(page: ImportingPage) -> DoneStep:
    step = page.steps[Stage.DONE]
    assert isinstance(step, DoneStep)
    return step


def answered(page: ImportingPage, path: Path, qtbot: QtBot) -> None:
    """Choose the list, and say that the day comes first."""
    choose(page, path, qtbot)
    look_of(page).days._questions[5].row.chips[0].click()


def count(bench: Workbench) -> int:
    from servicedesk.store.exchange import known_customers

    with bench.services.units.read() as reading:
        return sum(1 for _ in known_customers(reading))


def test_a_list_is_brought_in_by_keys_alone(
    page: ImportingPage, bench: Workbench, heard: Heard, customers_list: Path, qtbot: QtBot
) -> None:
    choose(page, customers_list, qtbot)
    assert page.presenter.state.stage is Stage.LOOK
    chips = look_of(page).days._questions[5].row.chips
    assert QApplication.focusWidget() is chips[0]
    qtbot.keyClick(chips[0], Qt.Key.Key_Space)
    qtbot.keyClick(chips[0], Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    still(page, qtbot)
    assert page.presenter.state.stage is Stage.CHECK
    assert count(bench) == 0
    assert page.run_button.text() == "Bring 2 customers in"
    assert QApplication.focusWidget() is page.run_button
    qtbot.keyClick(page.run_button, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    still(page, qtbot)
    assert page.presenter.state.stage is Stage.DONE
    assert page.presenter.state.report is not None
    assert page.presenter.state.report.counts == Counts(added=2, refused=1)
    assert count(bench) == 2
    assert heard.said == ["Brought in from customers.csv: 2 new, 0 brought up to date."]
    card = bench.services.customers.get(1)
    assert card.draft.first_visit_on == date(2019, 4, 3)


def test_the_whole_import_is_undone_from_its_result(
    page: ImportingPage, bench: Workbench, heard: Heard, customers_list: Path, qtbot: QtBot
) -> None:
    answered(page, customers_list, qtbot)
    press(page, page.next_button, qtbot)
    press(page, page.run_button, qtbot)
    press(page, done_of(page).undo_button, qtbot)
    assert count(bench) == 0
    assert page.presenter.state.stage is Stage.CHOOSE
    assert heard.said[-1] == "The import is taken back."


def test_after_another_change_the_import_is_not_what_undo_takes_back(
    page: ImportingPage, bench: Workbench, customers_list: Path, qtbot: QtBot
) -> None:
    answered(page, customers_list, qtbot)
    press(page, page.next_button, qtbot)
    press(page, page.run_button, qtbot)
    done = done_of(page)
    assert done.undo_button.isVisible()
    bench.do(lambda: bench.services.customers.add(CustomerDraft(name="Ann"), "Ruth"))
    assert not done.undo_button.isVisible()
    done.see_button.click()
    done.again_button.click()
    assert page.presenter.state.stage is Stage.CHOOSE


def test_the_result_is_left_behind_when_the_page_is_asked_for_again(
    page: ImportingPage, heard: Heard, customers_list: Path, qtbot: QtBot
) -> None:
    answered(page, customers_list, qtbot)
    press(page, page.next_button, qtbot)
    press(page, page.run_button, qtbot)
    done_of(page).see_button.click()
    assert heard.places == [Place(room="customers")]
    page.arrive(PLACE)
    assert page.presenter.state.stage is Stage.DONE
    page.hide()
    page.arrive(PLACE)
    assert page.presenter.state.stage is Stage.CHOOSE
    assert isinstance(page.first_focus(), QWidget)


def test_demand_8_days_that_can_be_read_in_two_ways_are_asked_about(
    page: ImportingPage, customers_list: Path, qtbot: QtBot
) -> None:
    choose(page, customers_list, qtbot)
    press(page, page.next_button, qtbot)
    assert page.presenter.state.stage is Stage.LOOK
    assert "can be read in two ways" in page.presenter.state.errors["days_5"]
    assert any("can be read in two ways" in text for text in seen_texts(page))
    look_of(page).days._questions[5].row.chips[1].click()
    assert page.presenter.state.errors == {}
    press(page, page.next_button, qtbot)
    assert page.presenter.state.plan is not None
    days = [action.draft.first_visit_on for action in page.presenter.state.plan.actions]
    assert days == [date(2019, 3, 4), date(2020, 5, 6)]


def test_what_a_column_means_can_be_changed(
    page: ImportingPage, bench: Workbench, customers_list: Path, qtbot: QtBot
) -> None:
    draft = OwnFieldDraft(on=OwnFieldOn.CUSTOMER, name="House")
    bench.services.own_fields.add(draft, "Ruth")
    choose(page, customers_list, qtbot)
    card = look_of(page).columns
    assert list(card.combos) == [0, 1, 2, 3, 4, 5]
    card.combos[5].setCurrentIndex(0)
    card.combos[5].activated.emit(0)
    assert page.presenter.state.columns[5].meaning is Meaning.LEFT_OUT
    assert not look_of(page).days.isVisible()
    last = card.combos[3].count() - 1
    assert card.combos[3].itemText(last) == "House"
    card.combos[3].activated.emit(last)
    assert (page.presenter.state.columns[3].meaning, page.presenter.state.columns[3].own_id) == (
        Meaning.OWN,
        1,
    )
    for place in (0, 1, 2):
        card.combos[place].activated.emit(0)
    press(page, page.next_button, qtbot)
    assert "No column says" in page.presenter.state.errors["columns"]
    assert any("No column says" in text for text in seen_texts(page))


def test_letters_separators_and_headings_can_be_chosen(
    page: ImportingPage, tmp_path: Path, qtbot: QtBot
) -> None:
    path = tmp_path / "old.csv"
    path.write_bytes("Name;Phone\nŁukasz;1234\n".encode("cp1250"))
    choose(page, path, qtbot)
    step = look_of(page)
    assert any("does not say how its letters are written" in text for text in seen_texts(page))
    step.letters.combo.activated.emit(list(Letters).index(Letters.CENTRAL))
    still(page, qtbot)
    look = page.presenter.state.look
    assert look is not None
    assert look.rows[0].cells == ("Łukasz", "1234")
    step.letters.combo.activated.emit(list(Letters).index(Letters.UTF_8))
    still(page, qtbot)
    assert any("cannot be read" in text for text in seen_texts(page))
    step.separator.combo.activated.emit(list(Separator).index(Separator.BAR))
    still(page, qtbot)
    look = page.presenter.state.look
    assert look is not None
    assert len(look.columns) == 1
    step.headings.row.chips[1].click()
    still(page, qtbot)
    look = page.presenter.state.look
    assert look is not None
    assert look.heading_row == -1
    step.headings.row.chips[0].click()
    still(page, qtbot)


def test_what_was_said_of_columns_stays_when_other_letters_are_chosen(
    page: ImportingPage, customers_list: Path, qtbot: QtBot
) -> None:
    answered(page, customers_list, qtbot)
    step = look_of(page)
    step.columns.combos[3].activated.emit(0)
    step.letters.combo.activated.emit(list(Letters).index(Letters.WESTERN))
    still(page, qtbot)
    assert page.presenter.state.columns[3].meaning is Meaning.LEFT_OUT
    assert page.presenter.state.day_orders == {5: DayOrder.DAY_FIRST}
    assert not step.days.is_open


def test_a_choice_by_which_nothing_can_be_read_is_said_beside_it(
    page: ImportingPage, tmp_path: Path, qtbot: QtBot
) -> None:
    path = tmp_path / "wide.csv"
    path.write_text("Name,Phone\nAnn," + "|" * 600 + "\n")
    choose(page, path, qtbot)
    step = look_of(page)
    step.separator.combo.activated.emit(list(Separator).index(Separator.BAR))
    still(page, qtbot)
    assert page.presenter.state.stage is Stage.LOOK
    assert any("has more than 500 columns" in text for text in seen_texts(page))
    step.separator.combo.activated.emit(list(Separator).index(Separator.COMMA))
    still(page, qtbot)
    assert page.presenter.state.error == ""


def test_another_sheet_can_be_chosen(page: ImportingPage, samples: Path, qtbot: QtBot) -> None:
    choose(page, samples / "xlsx" / "calamine__table-multiple.xlsx", qtbot)
    step = look_of(page)
    assert step.sheet.combo.count() == 3
    assert step.first_focus() is step.sheet.combo
    step.sheet.combo.activated.emit(1)
    still(page, qtbot)
    look = page.presenter.state.look
    assert look is not None
    assert look.sheet == "Sheet2"


def test_cards_need_no_columns(page: ImportingPage, samples: Path, qtbot: QtBot) -> None:
    choose(page, samples / "vcard" / "ezvcard__gmail-list.vcf", qtbot)
    step = look_of(page)
    assert not step.columns.isVisible()
    assert "3 visiting cards." in seen_texts(page)
    assert step._list is not None
    assert step._list.model().sentence(0) == "Arnold Smith, asmithk@gmail.com"
    step.status.row.chips[1].click()
    step.duplicates.row.chips[2].click()
    press(page, page.next_button, qtbot)
    plan = page.presenter.state.plan
    assert plan is not None
    assert plan.counts == Counts(added=3)
    assert plan.actions[0].draft.status is CustomerStatus.ASKED
    press(page, page.back_button, qtbot)
    assert page.presenter.state.stage is Stage.LOOK
    press(page, page.back_button, qtbot)
    assert page.presenter.state.stage is Stage.CHOOSE


def test_nothing_to_bring_in_is_said(page: ImportingPage, tmp_path: Path, qtbot: QtBot) -> None:
    path = tmp_path / "one.csv"
    path.write_text("Name,Town\n,Leeds\n")
    choose(page, path, qtbot)
    press(page, page.next_button, qtbot)
    assert not page.run_button.isVisible()
    assert "There is nothing in this list to bring in." in seen_texts(page)
    step = page.steps[Stage.CHECK]
    assert isinstance(step, CheckStep)
    assert QApplication.focusWidget() is step.refused_list


def test_a_bad_file_is_refused_in_a_sentence(
    page: ImportingPage, samples: Path, qtbot: QtBot
) -> None:
    choose(page, samples / "xlsx" / "bad__truncated_half.xlsx", qtbot)
    assert page.presenter.state.stage is Stage.CHOOSE
    assert "bad__truncated_half.xlsx cannot be read" in page.presenter.state.error
    step = page.steps[Stage.CHOOSE]
    assert isinstance(step, ChooseStep)
    assert step.choose_button.accessibleDescription() == page.presenter.state.error


def test_a_file_that_vanishes_is_told_at_large(
    page: ImportingPage, heard: Heard, tmp_path: Path, qtbot: QtBot
) -> None:
    choose(page, tmp_path / "gone.csv", qtbot)
    assert len(heard.troubles) == 1
    assert page.presenter.state.busy == ""


def test_a_change_meanwhile_has_the_plan_made_again(
    page: ImportingPage, bench: Workbench, customers_list: Path, qtbot: QtBot
) -> None:
    answered(page, customers_list, qtbot)
    press(page, page.next_button, qtbot)
    bench.services.customers.add(CustomerDraft(name="Bob Roe"), "Ruth")
    press(page, page.run_button, qtbot)
    assert page.presenter.state.stage is Stage.CHECK
    assert page.presenter.state.plan is not None
    assert page.presenter.state.plan.counts.updated == 1
    assert any(text.startswith("Something was changed meanwhile") for text in seen_texts(page))


def test_an_import_that_is_stopped_leaves_nothing_behind(
    page: ImportingPage, bench: Workbench, customers_list: Path, qtbot: QtBot
) -> None:
    answered(page, customers_list, qtbot)
    press(page, page.next_button, qtbot)
    page.presenter.run()
    assert page.stop_button.isVisible()
    page.presenter._on_step(1, 4)
    assert (page._bar.value(), page._bar.maximum()) == (1, 4)
    page.stop_button.click()
    still(page, qtbot)
    if page.presenter.state.stage is Stage.CHECK:  # it was stopped before its last row
        assert "Stopped. Nothing was brought in." in page.presenter.state.note
        assert count(bench) == 0


def drop(page: ImportingPage, *paths: Path | str) -> bool:
    data = QMimeData()
    urls = [QUrl.fromLocalFile(str(p)) if isinstance(p, Path) else QUrl(p) for p in paths]
    data.setUrls(urls)
    buttons, held = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    action = Qt.DropAction.CopyAction
    enter = QDragEnterEvent(page.rect().center(), action, data, buttons, held)
    enter.ignore()
    page.dragEnterEvent(enter)
    page.dropEvent(QDropEvent(QPointF(page.rect().center()), action, data, buttons, held))
    return enter.isAccepted()


def test_one_file_can_be_dropped(page: ImportingPage, customers_list: Path, qtbot: QtBot) -> None:
    assert not drop(page, customers_list, customers_list)
    assert not drop(page, "https://x.example/list.csv")
    assert page.presenter.state.stage is Stage.CHOOSE
    assert drop(page, customers_list)
    still(page, qtbot)
    assert page.presenter.state.stage is Stage.LOOK
    assert dropped_file(QMimeData()) is None


def test_a_file_is_asked_for(
    page: ImportingPage,
    customers_list: Path,
    qtbot: QtBot,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    answers = iter([None, customers_list])
    monkeypatch.setattr(choose_step, "open_file", lambda *_asked: next(answers))
    step = page.steps[Stage.CHOOSE]
    assert isinstance(step, ChooseStep)
    step.choose_button.click()
    assert page.presenter.state.path is None
    step.choose_button.click()
    still(page, qtbot)
    assert page.presenter.state.name == "customers.csv"


def test_the_rows_not_brought_in_are_printed(
    page: ImportingPage,
    customers_list: Path,
    qtbot: QtBot,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    assert page.print_job() is None
    answered(page, customers_list, qtbot)
    assert page.print_job() is None
    press(page, page.next_button, qtbot)
    jobs: list[object] = []
    monkeypatch.setattr(preview, "show_print", lambda job, *_rest: jobs.append(job.title))
    step = page.steps[Stage.CHECK]
    assert isinstance(step, CheckStep)
    step.print_button.click()
    assert jobs == ["Not brought in from customers.csv"]


@pytest.mark.parametrize("percent", [100, 200])
def test_every_step_can_be_read_heard_and_walked(
    bench: Workbench, customers_list: Path, qtbot: QtBot, percent: int
) -> None:
    """Demands 21, 23 and 24."""
    with dressed(theme("light", percent)):
        bench.theme.set_percent(percent)
        page = shown(bench, qtbot)
        assert audits.findings(page) == []
        answered(page, customers_list, qtbot)
        assert audits.findings(page) == []
        press(page, page.next_button, qtbot)
        assert audits.findings(page) == []
        press(page, page.run_button, qtbot)
        assert audits.findings(page) == []
