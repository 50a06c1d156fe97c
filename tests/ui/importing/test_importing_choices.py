# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""What is chosen on the way: days, columns, letters, sheets; cards need less of it."""

from datetime import date
from pathlib import Path

from pytestqt.qtbot import QtBot

from servicedesk.domain.customers import CustomerStatus
from servicedesk.domain.importing import Counts, DayOrder, Letters, Meaning, Separator
from servicedesk.domain.own_fields import OwnFieldDraft, OwnFieldOn
from servicedesk.ui.core.workbench import Workbench
from servicedesk.ui.importing.page import ImportingPage
from servicedesk.ui.importing.state import Stage
from tests.helpers.qt import seen_texts
from tests.ui.importing.pages import (
    answered,
    choose,
    look_of,
    press,
    still,
)


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


def test_of_two_columns_of_one_name_the_first_is_taken_and_it_is_said(
    page: ImportingPage, tmp_path: Path, qtbot: QtBot
) -> None:
    path = tmp_path / "twice.csv"
    path.write_text("Name,Name,Phone\nAnn,Bob,07700 900101\n", encoding="utf-8")
    choose(page, path, qtbot)
    said = "More than one column is headed “Name”. The first is taken, the others are left out."
    assert said in seen_texts(page)
    combo = look_of(page).columns.combos[1]
    combo.activated.emit(list(Meaning).index(Meaning.ASK_FOR))
    assert page.presenter.state.columns[1].meaning is Meaning.ASK_FOR
    assert said not in seen_texts(page)


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
    assert "Visiting cards: 3." in seen_texts(page)
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
