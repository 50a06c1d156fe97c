# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""The list of customers: found while typing, told in sentences, changed by the dozen."""

import pytest
from PySide6.QtCore import QItemSelectionModel, Qt
from PySide6.QtWidgets import QApplication

from servicedesk.domain.customers_lists import CustomerChip
from servicedesk.domain.errors import Trouble
from servicedesk.services.customers_lists import CustomerLists
from servicedesk.ui.core.rooms import Place
from servicedesk.ui.customers import list_presenter
from servicedesk.ui.customers.page import CustomersPage
from servicedesk.ui.printing import posting
from tests.helpers.qt import seen_texts
from tests.ui.backups.benches import heard
from tests.ui.customers.people_made import RUTH, person

HERE = Place(room="customers")


def names(page):
    model = page.list.model
    return [model.record(row).shown_name for row in range(model.rowCount())]


def press(qtbot, key, held=Qt.KeyboardModifier.NoModifier):
    qtbot.keyClick(QApplication.focusWidget(), key, held)


def test_demand_20_names_sort_where_people_look(page):
    assert names(page) == [
        "O’Neill & Daughters",
        "Mrs Meena Patel",
        "Dora Patmore",
        "Pat’s Café",
        "Álvaro Ruiz",
        "Patrick Ó Sé",
    ]
    assert "6 customers" in seen_texts(page)


def test_typing_finds_and_says_how_many_of_how_many(page, qtbot):
    page.list.search.setFocus()
    qtbot.keyClicks(page.list.search, "pat")
    assert len(names(page)) == 4
    assert "4 of 6 customers" in seen_texts(page)
    qtbot.keyClicks(page.list.search, "xyz")
    assert "Nobody fits." in seen_texts(page)
    press(qtbot, Qt.Key.Key_Escape)
    assert len(names(page)) == 6
    press(qtbot, Qt.Key.Key_Down)
    assert page.list.rows.hasFocus()
    press(qtbot, Qt.Key.Key_Escape)
    assert page.list.search.hasFocus()


def test_chips_and_tags_show_a_part(page):
    chips = dict(zip(CustomerChip, page.list.chips.chips, strict=True))
    chips[CustomerChip.LATE].click()
    assert names(page) == ["Mrs Meena Patel"]
    chips[CustomerChip.ASKED].click()
    assert names(page) == ["Patrick Ó Sé"]
    chips[CustomerChip.ALL].click()
    assert page.list.tag.isVisibleTo(page)
    page.list.tag.setCurrentIndex(page.list.tag.findData("café"))
    page.list.tag.activated.emit(page.list.tag.currentIndex())
    assert names(page) == ["Pat’s Café"]
    entries = {entry.text(): entry for entry in page.list.more_menu().actions()}
    entries["Tag: trade (2)"].trigger()
    assert len(names(page)) == 2
    entries = {entry.text(): entry for entry in page.list.more_menu().actions()}
    entries["Any tag"].trigger()
    assert len(names(page)) == 6


def test_each_row_is_one_sentence_with_what_to_remember(page):
    row = names(page).index("Mrs Meena Patel")
    said = page.list.model.sentence(row)
    assert said.startswith("Mrs Meena Patel, ")
    assert "1 late" in said
    assert "Remember: Rings the back door" in said
    hinges = page.list.model.sentence(names(page).index("Dora Patmore"))
    assert hinges.endswith("today")


def test_many_are_tagged_and_archived_in_one_step_each(page, bench):
    page.list.rows.selectAll()
    assert page.list.bulk.isVisibleTo(page)
    listened = heard(bench)
    page.list.bulk.tag_button.click()
    assert page.list.bulk.word.hasFocus() or not listened.said
    page.list.bulk.word.setText("spring")
    page.list.bulk.tag_button.click()
    assert len(page.list.bulk.chosen()) == 6
    page.list.bulk.untag_button.click()
    page.list.bulk.archive_button.click()
    assert listened.said == [
        "spring: given to 6.", "spring: taken from 6.", "Archived: 6. They are still found."
    ]  # fmt: skip
    assert names(page) == []
    page.list.chips.chips[list(CustomerChip).index(CustomerChip.ARCHIVED)].click()
    page.list.rows.selectAll()
    page.list.bulk.back_button.click()
    assert names(page) == []
    page.list.all_button.click()
    assert len(names(page)) == 6
    bench.services.undo.undo(RUTH)
    page.list_presenter.reload()
    assert names(page) == []


def test_a_step_for_very_many_is_taken_beside_the_screen(page, bench, monkeypatch):
    monkeypatch.setattr(list_presenter, "MANY", 6)
    page.list.rows.selectAll()
    listened = heard(bench)
    page.list.bulk.word.setText("spring")
    page.list.bulk.tag_button.click()
    page.list.bulk.archive_button.click()
    assert "One moment: the last step is still under way." in seen_texts(page)
    bench.tasks.wait()
    QApplication.processEvents()
    assert listened.said == ["One moment …", "spring: given to 6."]
    page.list_presenter.tag([1, 99, 2, 3, 4, 5], "summer")
    bench.tasks.wait()
    QApplication.processEvents()
    assert listened.said[-1] != "summer: given to 6."
    assert len(listened.said) == 4


def test_one_is_chosen_again_by_key_and_by_button(page, qtbot):
    page.list.rows.selectAll()
    page.list.bulk.word.setFocus()
    press(qtbot, Qt.Key.Key_Escape)
    assert not page.list.bulk.isVisibleTo(page)
    entries = {entry.text(): entry for entry in page.list.more_menu().actions()}
    entries["Choose all of them"].trigger()
    page.list.bulk.end_button.click()
    assert page.list.bulk.chosen() == ()


def test_a_tag_that_cannot_be_is_said_so(page):
    page.list.rows.selectAll()
    page.list.bulk.word.setText("a, b" * 14)
    page.list.bulk.tag_button.click()
    assert page.list.bulk.isVisibleTo(page)


def test_an_empty_file_has_one_sentence_one_button_and_an_example(bench, qtbot):
    page = CustomersPage(bench)
    qtbot.addWidget(page)
    page.resize(1158, 700)
    page.show()
    page.arrive(HERE)
    texts = seen_texts(page)
    assert "Nobody is written down yet. A name or a phone number is enough." in texts
    assert page.first_focus() is page.list.first_button
    page.list.example_button.click()
    assert bench.doors.went == [("demo", None)]
    page.list.first_button.click()
    form = page.deeds.dialog
    assert form is not None
    form.reject()
    page.leave()


def test_what_others_change_is_followed_while_the_room_is_shown(page, bench):
    bench.do(lambda: bench.services.customers.add(person("Zoë Ąbc"), RUTH))
    assert "Zoë Ąbc" in names(page)
    page.leave()
    bench.do(lambda: bench.services.customers.add(person("Later"), RUTH))
    assert "Later" not in names(page)


def test_the_list_goes_to_paper(page):
    assert page.list_presenter.list_job().title == "Customers"
    page.list_presenter.search("xyz")
    assert page.list_presenter.list_job() is None


@pytest.mark.parametrize("call", ["ids", "counts"])
def test_a_file_that_cannot_be_read_is_told(page, monkeypatch, call):
    def broken(self, *args):
        raise Trouble("disk_full", name="servicedesk.db")

    monkeypatch.setattr(CustomerLists, call, broken)
    page.list_presenter.reload()
    assert page.list_presenter.state.trouble is not None
    assert page.list_presenter.state.trouble.happened in seen_texts(page)


def test_some_are_merged_into_one(page, bench, ids):
    page.list.rows.selectAll()
    page.list.bulk.merge_button.click()
    assert page.deeds.dialog is not None
    page.deeds.dialog.reject()
    listened = heard(bench)
    page.deeds.merge((4711, 4712))
    assert len(listened.said) == 1


def test_the_menu_leads_to_duplicates_and_lists(page, bench):
    listened = heard(bench)
    entries = {entry.text(): entry for entry in page.list.more_menu().actions()}
    entries["Possible duplicates…"].trigger()
    entries["Bring customers from a list…"].trigger()
    entries["Enquiries…"].trigger()
    entries["To ask again…"].trigger()
    rooms = [place.room for place in listened.places]
    assert rooms == ["settings", "importing", "contacts", "reviews"]


def test_a_name_that_was_nearly_typed_shows_who_is_alike(page, qtbot):
    qtbot.keyClicks(page.list.search, "patmoer")
    assert names(page) == ["Dora Patmore"]
    assert "Nobody is written so. This one is alike." in seen_texts(page)


def test_pointing_at_somebody_chooses_them_alone_while_ctrl_is_held(page, qtbot):
    first, second = page.list.presenter.state.ids[:2]
    page.list.point_at(first)
    ctrl = Qt.Key.Key_Control
    qtbot.keyPress(page.list.rows, ctrl, Qt.KeyboardModifier.ControlModifier)
    page.list.point_at(second)
    page.list.rows.step(1)
    qtbot.keyRelease(page.list.rows, ctrl)
    assert page.list.rows.chosen_rows() == [2]


def test_envelopes_and_labels_go_to_the_list_or_to_those_who_are_chosen(page, monkeypatch):
    wanted = []
    monkeypatch.setattr(posting, "print_envelopes", lambda *told: wanted.append(("e", told[2])))
    monkeypatch.setattr(posting, "print_labels", lambda *told: wanted.append(("l", told[2])))
    everybody = tuple(page.list_presenter.state.ids)
    entries = {entry.text(): entry for entry in page.list.more_menu().actions()}
    entries["Envelopes for this list…"].trigger()
    entries["Address labels for this list…"].trigger()
    page.list.rows.selectAll()
    page.list.rows.selectionModel().select(
        page.list.model.index(0, 0), QItemSelectionModel.SelectionFlag.Deselect
    )
    entries = {entry.text(): entry for entry in page.list.more_menu().actions()}
    entries["Envelopes for those chosen…"].trigger()
    entries["Address labels for those chosen…"].trigger()
    for entry in page.list.bulk.papers_menu().actions():
        entry.trigger()
    page.list.bulk.print_button.click()
    QApplication.activePopupWidget().close()
    assert wanted[:2] == [("e", everybody), ("l", everybody)]
    assert wanted[2:] == [("e", everybody[1:]), ("l", everybody[1:])] * 2


def test_a_letter_goes_to_the_list_or_to_those_who_are_chosen(page, bench):
    places = heard(bench).places
    everybody = tuple(page.list_presenter.state.ids)
    entries = {entry.text(): entry for entry in page.list.more_menu().actions()}
    entries["Letter to this list…"].trigger()
    page.list.rows.selectAll()
    page.list.rows.selectionModel().select(
        page.list.model.index(0, 0), QItemSelectionModel.SelectionFlag.Deselect
    )
    page.list.bulk.letter_button.click()
    entries = {entry.text(): entry for entry in page.list.more_menu().actions()}
    entries["Letter to those chosen…"].trigger()
    page.deeds.letter(everybody[:1])
    listed, chosen = (",".join(map(str, ids)) for ids in (everybody, everybody[1:]))
    assert {(one.room, one.part) for one in places} == {("letters", "")}
    assert [one.item for one in places] == [
        f"customers:{listed}",
        f"customers:{chosen}",
        f"customers:{chosen}",
        f"customer:{everybody[0]}",
    ]
