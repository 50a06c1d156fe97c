# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""What a list holds, who wrote it, and columns that are kept for the next one, on the page."""

from pathlib import Path

from pytestqt.qtbot import QtBot

from servicedesk.domain.backups import BackupReason
from servicedesk.domain.exchange_columns import ListKind, Parts, columns_of
from servicedesk.domain.importing import DayOrder, Meaning, Strangers
from servicedesk.domain.importing_field_names import Field
from servicedesk.ui.core.workbench import Workbench
from servicedesk.ui.importing.choose_step import ChooseStep
from servicedesk.ui.importing.page import ImportingPage
from servicedesk.ui.importing.state import Stage
from tests.helpers.qt import seen_texts
from tests.ui.importing.pages import choose, done_of, look_of, press, still

TEXT = "Received,Customer,Story\n03/04/2026,Ann Lee,came late\n04/05/2026,,rude\n"


def begun(page: ImportingPage, folder: Path, qtbot: QtBot) -> None:
    """Complaints are in the list, and it was chosen."""
    first = page.steps[Stage.CHOOSE]
    assert isinstance(first, ChooseStep)
    first.holds.row.chips[2].click()
    path = folder / "complaints.csv"
    path.write_text(TEXT, encoding="utf-8")
    choose(page, path, qtbot)


def test_demand_8_complaints_are_brought_in_by_the_page(
    page: ImportingPage, bench: Workbench, tmp_path: Path, qtbot: QtBot
) -> None:
    begun(page, tmp_path, qtbot)
    look = look_of(page)
    assert page.presenter.state.holds is ListKind.COMPLAINTS
    combo = look.columns.combos[2]
    place = combo.findText(bench.labels.enum(Field.TEXT))
    combo.activated.emit(place)
    assert page.presenter.state.columns[2].meaning is Field.TEXT
    assert not look.status.isVisibleTo(look)
    look.strangers.row.chips[1].click()
    assert page.presenter.state.strangers is Strangers.NAME_ONLY
    look.days._questions[0].row.chips[0].click()
    press(page, page.next_button, qtbot)
    assert page.run_button.text() == "Bring 2 complaints in"
    press(page, page.run_button, qtbot)
    assert "Your complaints are here" in seen_texts(page)
    assert done_of(page).see_button.text() == "See your complaints"
    assert bench.services.complaints.get(1).draft.called == "Ann Lee"
    reasons = [card.reason for card in bench.services.backups.kept()]
    assert BackupReason.BEFORE_IMPORT in reasons
    press(page, done_of(page).undo_button, qtbot)
    assert page.presenter.state.stage is Stage.CHOOSE
    assert page.presenter.state.holds is ListKind.COMPLAINTS


def test_columns_are_kept_and_offered_when_the_list_comes_again(
    page: ImportingPage, bench: Workbench, tmp_path: Path, qtbot: QtBot
) -> None:
    begun(page, tmp_path, qtbot)
    page.presenter.set_meaning(2, Field.TEXT)
    page.presenter.set_day_order(0, DayOrder.MONTH_FIRST)
    card = look_of(page).mapping
    press(page, card.keep_button, qtbot)
    assert any("Please give it a name" in text for text in seen_texts(page))
    card.name.setText("Till")
    press(page, card.keep_button, qtbot)
    assert "These columns are kept as “Till”." in seen_texts(page)
    assert [one.draft.name for one in bench.services.exchange.mappings.all()] == ["Till"]
    page.presenter.begin_again()
    begun(page, tmp_path, qtbot)
    assert page.presenter.state.columns[2].meaning is Meaning.LEFT_OUT
    assert "Columns were kept for lists with these headings." in seen_texts(page)
    use, drop = card.use_buttons
    press(page, drop, qtbot)
    assert card.use_buttons == []
    assert bench.services.exchange.mappings.all() == ()
    bench.services.undo.undo("Ruth")
    page.presenter.begin_again()
    begun(page, tmp_path, qtbot)
    use, drop = card.use_buttons
    assert drop.text() == "Drop “Till”"
    press(page, use, qtbot)
    assert page.presenter.state.columns[2].meaning is Field.TEXT
    assert page.presenter.state.day_orders == {0: DayOrder.MONTH_FIRST}
    page.presenter.set_meaning(1, Field.TEXT)
    page.presenter.set_meaning(0, Field.CALLED)
    page.presenter.set_meaning(1, Field.CALLED)
    press(page, page.next_button, qtbot)
    assert "cannot both mean the same" in page.presenter.state.errors["columns"]


def test_a_list_that_was_chosen_is_looked_at_again_for_what_it_holds(
    page: ImportingPage, tmp_path: Path, qtbot: QtBot
) -> None:
    begun(page, tmp_path, qtbot)
    page.presenter.set_holds(ListKind.CUSTOMERS)
    still(page, qtbot)
    assert page.presenter.state.columns[1].meaning is Meaning.NAME
    page.presenter.set_holds(ListKind.CUSTOMERS)
    assert not page.presenter.state.busy


def test_the_program_that_wrote_a_list_is_named(
    page: ImportingPage, samples: Path, qtbot: QtBot
) -> None:
    choose(page, samples / "csv" / "xero_contacts.csv", qtbot)
    assert "This looks like a list from Xero." in seen_texts(page)


def test_fields_of_our_own_list_that_are_not_here_are_offered(
    page: ImportingPage, bench: Workbench, tmp_path: Path, qtbot: QtBot
) -> None:
    head = [heading for _, heading in columns_of(ListKind.CUSTOMERS, Parts(own=("Shoe size",)))]
    cells = ["Ann Lee" if name == "Name" else "" for name in head]
    cells[-1] = "7"
    path = tmp_path / "customers.csv"
    lines = (head, cells, [*cells[:1], "Bob Lee", *cells[2:]])
    path.write_text("\n".join(",".join(f'"{one}"' for one in line) for line in lines), "utf-8")
    choose(page, path, qtbot)
    look = look_of(page)
    said = "It has fields of your own that are not here yet: Shoe size."
    assert said in seen_texts(page)
    assert look.makes_own.isChecked()
    look.makes_own.click()
    assert not page.presenter.state.makes_own
    look.makes_own.click()
    press(page, page.next_button, qtbot)
    press(page, page.run_button, qtbot)
    (own,) = bench.services.exchange.own_fields()
    assert own.draft.name == "Shoe size"
    with bench.services.units.read() as reading:
        kept = reading.exec_driver_sql("SELECT own FROM customers WHERE name = 'Ann Lee'").all()
    assert kept == [(f'{{"{own.id}": "7"}}',)]
    page.presenter.begin_again()
    choose(page, path, qtbot)
    assert said not in seen_texts(page)
