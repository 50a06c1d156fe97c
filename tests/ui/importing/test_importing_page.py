# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""Bring a list in, from the file to the result, by keys alone, and what can go wrong."""

from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from servicedesk.domain.customers import CustomerDraft, Reach, ReachKind
from servicedesk.domain.importing import Counts
from servicedesk.ui.core.places import Place
from servicedesk.ui.core.workbench import Workbench
from servicedesk.ui.importing import choose_step
from servicedesk.ui.importing.choose_step import ChooseStep, dropped_file
from servicedesk.ui.importing.outcome_step import CheckStep
from servicedesk.ui.importing.page import ImportingPage
from servicedesk.ui.importing.state import Stage
from servicedesk.ui.printing import preview
from tests.helpers import audits
from tests.helpers.qt import dressed, seen_texts, theme
from tests.ui.charter.benches import Heard
from tests.ui.importing.pages import (
    PLACE,
    answered,
    choose,
    count,
    done_of,
    look_of,
    press,
    shown,
    still,
)


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
    assert "New are: Zoë Hill; Bob Roe." in seen_texts(page)
    assert page.run_button.text() == "Bring 2 customers in"
    assert QApplication.focusWidget() is page.run_button
    qtbot.keyClick(page.run_button, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    still(page, qtbot)
    assert page.presenter.state.stage is Stage.DONE
    assert page.presenter.state.report is not None
    assert page.presenter.state.report.counts == Counts(added=2, refused=1)
    assert count(bench) == 2
    assert heard.said == ["Brought in from customers.csv: 2 new."]
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


def test_an_import_that_undo_took_back_from_anywhere_is_not_said_to_be_here(
    page: ImportingPage, bench: Workbench, customers_list: Path, qtbot: QtBot
) -> None:
    answered(page, customers_list, qtbot)
    press(page, page.next_button, qtbot)
    press(page, page.run_button, qtbot)
    assert "Your customers are here" in seen_texts(page)
    bench.do(lambda: bench.services.undo.undo("Ruth"))
    assert page.presenter.state.stage is Stage.CHOOSE
    assert "Your customers are here" not in seen_texts(page)


def test_what_changes_about_those_who_are_there_is_listed_and_names_stay_unless_asked_for(
    page: ImportingPage, bench: Workbench, tmp_path: Path, qtbot: QtBot
) -> None:
    phone = (Reach(kind=ReachKind.PHONE, shown="07700 900401"),)
    since = date(2020, 1, 2)
    ann = CustomerDraft(name="Ann McBride", reaches=phone, first_visit_on=since)
    bench.services.customers.add(ann, "Ruth")
    path = tmp_path / "list.csv"
    path.write_text("Name,Phone,Remember,Customer since\nANN MCBRIDE,07700 900401,cat,2019-04-03\n")
    choose(page, path, qtbot)
    press(page, page.next_button, qtbot)
    step = page.steps[Stage.CHECK]
    assert isinstance(step, CheckStep)
    assert "One name is written otherwise in the list." in seen_texts(page)
    assert "2 changes." in seen_texts(page)
    model = step.changed_list.model()
    said = [model.index(row, 0).data(Qt.ItemDataRole.AccessibleTextRole) for row in range(2)]
    assert said == [
        "Ann McBride, line to remember: – becomes cat",
        "Ann McBride, first visit: 2 January 2020 becomes 3 April 2019",
    ]
    assert page.first_focus() is step.changed_list
    step.names.row.chips[1].click()
    still(page, qtbot)
    assert "3 changes." in seen_texts(page)
    assert model.index(0, 3).data() == "ANN MCBRIDE"
    press(page, page.run_button, qtbot)
    assert bench.services.customers.get(1).draft.name == "ANN MCBRIDE"


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
