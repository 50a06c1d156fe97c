# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""The list of complaints: in which order, in which words, found by what."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from servicedesk.domain.complaints_listed import ComplaintChip
from servicedesk.domain.errors import Trouble
from servicedesk.domain.printing import PaperChoice, PaperSize
from servicedesk.services.complaints_papers import ComplaintPapers
from servicedesk.services.printing import Printing
from servicedesk.ui.core.places import Place
from tests.helpers.audits import findings
from tests.ui.complaints.made import shown, texts_on
from tests.ui.widgets.made import press, write


def rows_of(page):
    model = page.pane.model
    return [page.list_presenter.lines(model.record(row)) for row in range(model.rowCount())]


def words_of(job):
    choice = PaperChoice(paper=job.offers[0].id, size=PaperSize.A4)
    return " ".join(" ".join(Printing().texts(job.make(choice).data)).split())


def test_open_ones_stand_in_the_order_of_what_is_due(page):
    assert [(row.title, row.below, row.chip, row.tone) for row in rows_of(page)] == [
        (
            "The gate still squeaks",
            "Pat’s Café · Looking into it",
            "late by 7 working days",
            "late",
        ),
        (
            "The ladder slipped and she hurt her hand",
            "Pat’s Café · serious · New",
            "due Tuesday",
            "ok",
        ),
        (
            "The wrong colour",
            "Pat’s Café · Waiting for the customer",
            "clock stands still",
            "quiet",
        ),
        (
            "Hired saw stopped working on the first morning",
            "Mrs Meena Patel · New",
            "due Tue 8 Dec",
            "ok",
        ),
        ("The paint peels", "Putting it right", "next Friday", "quiet"),
        (
            "Two hinges were missing",
            "Mrs Meena Patel · Answered",
            "next Thu 10 Dec",
            "quiet",
        ),
    ]
    assert [chip.text() for chip in page.pane.chips.chips] == [
        *("Open 6", "Due today 1", "Late 1", "All"),
    ]
    assert [entry.text() for entry in page.pane.others_menu().actions()] == [
        *("Waiting 1", "Serious 1", "Putting it right 1", "No reason yet", "Ended"),
    ]
    assert "6 of 7" in texts_on(page)


def test_the_chip_gives_way_to_who_it_is(page):
    assert [row.keep for row in rows_of(page)][:2] == ["Pat’s Café", "Pat’s Café"]
    assert rows_of(page)[3].keep == "Mrs Meena Patel"


def test_demand_29_what_to_remember_stands_in_the_row(page):
    remembered = [row.remember for row in rows_of(page)]
    assert remembered.count("Ring the side door bell") == 2


def test_a_row_is_one_sentence(page):
    model = page.pane.model
    assert model.sentence(0) == (
        "Complaint C-2026-0001, Pat’s Café, The gate still squeaks, Looking into it, "
        "answer due Mon 16 November, late by 7 working days"
    )
    assert model.sentence(1).startswith("Complaint C-2026-0007, Pat’s Café, The ladder slipped")
    assert ", serious, New, answer due Tuesday, 4 working days left" in model.sentence(1)
    assert model.sentence(3).endswith("Remember: Ring the side door bell")
    assert model.sentence(2).endswith("the clock stands still")
    assert "The wrong colour, Waiting for the customer, the clock" in model.sentence(2)
    assert "answered in time" in model.sentence(5)


def test_what_is_over_and_what_is_late_after_the_answer_is_said(page, bench):
    page.list_presenter.choose_chip(ComplaintChip.ENDED)
    (row,) = rows_of(page)
    assert (row.chip, row.title) == ("", "Cold soup")
    bench.clock.set(bench.today.replace(day=30))
    page.list_presenter.choose_chip(ComplaintChip.PUTTING_RIGHT)
    (row,) = rows_of(page)
    assert (row.chip, row.tone) == ("overdue since Fri 27 Nov", "late")


def test_chips_and_search_show_a_part(page):
    page.pane.others_menu().actions()[1].trigger()
    assert [row.title for row in rows_of(page)] == ["The ladder slipped and she hurt her hand"]
    assert "1 of 7" in texts_on(page)
    assert (page.pane.others_button.text(), page.pane.chips.picked()) == ("Serious 1", ())
    assert page.pane.others_button.isChecked()
    page.pane.chips.chips[3].click()
    assert (page.pane.others_button.text(), page.pane.chips.picked()) == ("More…", (3,))
    assert "7 complaints" in texts_on(page)
    page.pane.search.setFocus()
    write(page, "patel saw")
    assert [row.title for row in rows_of(page)][:1] == [
        "Hired saw stopped working on the first morning"
    ]
    press(page, Qt.Key.Key_Down)
    assert page.pane.rows.hasFocus()
    press(page, Qt.Key.Key_Escape)
    assert page.pane.search.hasFocus()
    press(page, Qt.Key.Key_Escape)
    write(page, "zzz")
    assert "No complaint fits." in texts_on(page)
    page.pane.all_button.setFocus()
    page.pane.all_button.click()
    assert page.window().focusWidget() is page.pane.rows
    assert len(rows_of(page)) == 7


@pytest.mark.parametrize("part", [chip.value for chip in ComplaintChip])
def test_the_chips_take_two_rows_at_most(bench, qtbot, ids, part):
    page = shown(bench, qtbot, part)
    page.resize(975, 618)
    QApplication.processEvents()
    buttons = [*page.pane.chips.chips, page.pane.others_button]
    assert len({button.y() for button in buttons}) <= 2


def test_what_is_folded_away_opens_from_its_button(page):
    page.pane.others_button.click()
    menu = QApplication.activePopupWidget()
    assert page.pane.chips.picked() == (0,)
    assert not page.pane.others_button.isChecked()
    assert menu.actions()[4].text() == "Ended"
    menu.actions()[4].trigger()
    menu.close()
    assert [row.title for row in rows_of(page)] == ["Cold soup"]


def test_the_number_finds_one(page):
    page.pane.search.setText("C-2026-0005")
    assert [row.title for row in rows_of(page)] == ["The wrong colour"]


def test_the_list_goes_to_paper(page, monkeypatch):
    jobs = []
    monkeypatch.setattr(
        "servicedesk.ui.printing.preview.show_print", lambda job, *_: jobs.append(job)
    )
    page.pane.paper_button.click()
    paper = words_of(jobs[0])
    for words in (
        "Complaints: Open",
        "6 of 7 complaints · Printed on Wednesday 25 November 2026",
        "The gate still squeaks",
        "Looking into it",
        "Mrs Meena Patel",
        "due Mon 16 Nov, late by 7 working days",
        "due Tue 1 Dec, 4 working days left",
        "Waiting for the customer the clock stands still",
    ):
        assert words in paper
    assert "Tuesday" not in paper
    page.pane.search.setText("patel")
    paper = words_of(page.list_presenter.list_job())
    assert "With “patel” in it · 2 of 7 complaints" in paper
    page.pane.search.setText("zzz")
    assert page.list_presenter.list_job() is None
    assert not page.pane.paper_button.isVisible()


def test_the_empty_form_and_empty_slips_go_to_paper_from_the_list(bench, qtbot, monkeypatch):
    jobs = []
    monkeypatch.setattr(
        "servicedesk.ui.printing.preview.show_print", lambda job, *_: jobs.append(job)
    )
    page = shown(bench, qtbot)  # there before anybody has complained
    page.pane.form_button.setFocus()
    press(page, Qt.Key.Key_Space)
    page.pane.slips_button.setFocus()
    press(page, Qt.Key.Key_Space)
    page.arrive(Place(room="complaints", part="form"))
    QApplication.processEvents()
    papers = [job.offers[0].id for job in jobs]
    assert papers == ["complaint_form", "complaint_slips", "complaint_form"]
    assert not page.pane.make_button.isVisible()
    assert findings(page) == []


def test_papers_that_cannot_be_made_are_told_of(page, heard, monkeypatch):
    def broken(*_):
        raise Trouble("disk_full", name="servicedesk.db")

    monkeypatch.setattr(ComplaintPapers, "blank_form", broken)
    page.pane.form_button.click()
    assert len(heard.troubles) == 1


@pytest.mark.parametrize("part", [chip.value for chip in ComplaintChip])
def test_each_part_of_the_list_can_be_gone_to(bench, qtbot, ids, part):
    page = shown(bench, qtbot, part)
    assert page.list_presenter.state.wanted.chip == part
    assert page.first_focus() in (page.pane.rows, page.pane.search)


def test_an_empty_file_has_one_sentence_and_one_button(bench, qtbot):
    page = shown(bench, qtbot)
    assert "Nobody has complained yet. Write it down when somebody does." in texts_on(page)
    assert page.first_focus() is page.pane.first_button
    assert page.print_job() is None
    assert page.detail_presenter.paper_job() is None
    assert findings(page) == []
    page.pane.first_button.click()
    assert page.form is not None
    page.form.reject()
    assert page.form is None
