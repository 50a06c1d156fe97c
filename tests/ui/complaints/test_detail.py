# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""The page of one complaint: nine lines, the next step, what to mind, what happened."""

from datetime import date, timedelta

import pytest
from PySide6.QtCore import QMimeData, Qt, QUrl
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QApplication, QPushButton

from servicedesk.domain.actions import ActionDraft
from servicedesk.domain.complaints import Finding, Stage, Wish
from servicedesk.domain.complaints_causes import Cause, Learning
from servicedesk.domain.complaints_file import (
    EntryDraft,
    EntryKind,
    IssueDraft,
    RemedyDraft,
    RemedyKind,
)
from servicedesk.domain.complaints_sorting import SortedDraft
from servicedesk.domain.complaints_stages import Action
from servicedesk.domain.contacts import ContactDraft
from servicedesk.domain.customers import Channel
from servicedesk.domain.errors import Refusal
from servicedesk.domain.people import PersonDraft
from servicedesk.ui.complaints.deeds import Deed
from servicedesk.ui.core.places import Place
from servicedesk.ui.people.complaint_form import ComplaintForm
from servicedesk.ui.people.sorted_form import SortedForm
from servicedesk.ui.people.step_dialog import StepDialog
from servicedesk.ui.people.why_panel import WhyDialog
from servicedesk.ui.widgets.card import Notice
from tests.ui.complaints.made import (
    TODAY,
    answered,
    at,
    lines_of,
    logged,
    settled,
    shown_in,
    texts_on,
    took,
)
from tests.ui.complaints.test_list import words_of

RUTH = "Ruth"

NOT_YET = (
    *("Answered", "Put right", "The customer knows"),
    *("Why it went wrong", "What changes", "Happy with it now?"),
)


def test_a_new_one_has_nine_lines_and_one_next_step(page, ids):
    state = shown_in(page, ids, "new")
    assert lines_of(state) == {
        "What happened": [
            "Tue 24 Nov, at the counter",
            "hired saw stopped working on the first morning",
            "Faulty goods · INV 4471 · £45.00",
            "What would put it right: Money back, Apology",
        ],
        "They know we have it": ["[acknowledge]"],
        "Looked into": ["[investigate]"],
        **{title: ["Not yet"] for title in NOT_YET},
    }
    assert state.main.deed is Action.ACKNOWLEDGE
    texts = texts_on(page.detail)
    for words in (
        *("Hired saw stopped working on the first morning", "Mrs Meena Patel", "New"),
        *("C-2026-0006 · came in Tue 24 Nov", "Answer due Tue 8 December"),
        *("9 working days left", "Next: Tell them we have it, tomorrow"),
        *("Remember: Ring the side door bell", "More about this complaint"),
    ):
        assert words in texts
    assert "written down Tue 24 Nov, 10:00 by Ruth" in texts


def test_the_main_button_takes_the_next_step(page, bench, ids):
    shown_in(page, ids, "new")
    page.detail.main_button.click()
    (dialog,) = page.window().findChildren(StepDialog)
    assert dialog.windowTitle() == "Told them we have it"
    dialog.fields()[0].show_typed("phone")
    dialog.save_button.click()
    settled()
    state = page.detail_presenter.state
    assert lines_of(state)["They know we have it"] == ["Wed 25 Nov, by phone"]
    assert state.main.deed is Action.INVESTIGATE
    page.detail.main_button.click()
    settled()
    state = page.detail_presenter.state
    assert lines_of(state)["Looked into"] == ["since Wed 25 Nov", "[note]"]
    assert (state.main.deed, lines_of(state)["Answered"]) == (Action.DECIDE, ["[decide]"])
    assert lines_of(state)["The customer knows"] == ["[update]"]
    assert not page.detail.help_strip.isVisible()


def test_a_letter_that_told_them_is_named_though_a_moment_lies_between(page, bench, ids):
    sent = at(25) + timedelta(seconds=2)
    took(bench, ids["new"], Action.ACKNOWLEDGE, sent, letter=True)
    told = ContactDraft(
        text="sent", channel=Channel.POST, is_incoming=False, at=at(25), complaint_id=ids["new"]
    )
    bench.services.contacts.log(told, RUTH)
    assert lines_of(shown_in(page, ids, "new"))["They know we have it"] == ["Wed 25 Nov, by post"]


def test_waiting_says_for_whom_and_since_when(page, bench, ids):
    state = shown_in(page, ids, "waiting")
    lines = lines_of(state)
    assert lines["Looked into"][:2] == [
        "Asked Thu 19 Nov: Which colour was agreed? [customer_replied]",
        "[remind]",
    ]
    assert state.main.deed is Action.CUSTOMER_REPLIED
    bench.services.complaints.reminded(ids["waiting"], TODAY, RUTH)
    state = shown_in(page, ids, "waiting")
    page.detail_presenter.arrive()
    assert "Reminded Wed 25 Nov" in lines_of(page.detail_presenter.state)["Looked into"]
    took(bench, ids["late"], Action.WAIT_OTHER, at(25), words="the maker")
    state = shown_in(page, ids, "late")
    assert lines_of(state)["Looked into"][0] == "Waiting for the maker [other_replied]"
    assert state.main.deed is Action.OTHER_REPLIED


def test_an_answer_and_what_puts_it_right(page, bench, ids):
    state = shown_in(page, ids, "putting")
    lines = lines_of(state)
    assert lines["Looked into"][:2] == [
        "We agree",
        "The blade was old, and nobody looked at it before the hire.",
    ]
    assert lines["Answered"] == ["Thu 12 Nov, by e-mail (2 working days)"]
    assert lines["They know we have it"] == ["Thu 12 Nov, by e-mail"]
    assert lines["Put right"] == [
        "Do it again, paint the door again, Tom, by Friday [remedy_done]",
        "[remedy]",
    ]
    assert state.main.deed is Action.RESOLVE
    assert "Something is still to be put right: 1 not done yet." in texts_on(page.detail)
    paid = RemedyDraft(kind=RemedyKind.REFUND_PART, amount_pence=125_000, done_on=TODAY)
    bench.services.complaints.parts.add_remedy(ids["putting"], paid, RUTH)
    bench.clock.set(date(2026, 11, 30))
    page.detail_presenter.arrive()
    lines = lines_of(page.detail_presenter.state)
    assert lines["Put right"][0].endswith("was due Fri 27 November [remedy_done]")
    assert lines["Put right"][1] == "Part of the money back, £1,250.00, done Wed 25 Nov"


def test_what_is_learnt_stands_in_the_lines(page, bench, ids):
    parts = bench.services.complaints.parts
    learnt = Learning(causes=(Cause.SLIP, Cause.SUPPLIER), no_action_because="too rare")
    parts.learn(ids["answered"], learnt, RUTH)
    parts.followed_up(ids["answered"], TODAY, 5, RUTH)
    lines = lines_of(shown_in(page, ids, "answered"))
    assert lines["Why it went wrong"] == ["Slip or oversight, Supplier or courier"]
    assert lines["What changes"] == ["too rare"]
    assert lines["Happy with it now?"] == ["5 of 5 with how we did it", "asked Wed 25 Nov"]
    parts.add_action(ids["answered"], ActionDraft(text="count them", due=at(30).date()), RUTH)
    done = ActionDraft(text="new boxes", owner="Tom", done_on=TODAY)
    parts.add_action(ids["answered"], done, RUTH)
    page.detail_presenter.arrive()
    assert lines_of(page.detail_presenter.state)["What changes"] == [
        "count them, by Monday",
        "new boxes, Tom, done Wed 25 Nov",
    ]


def test_points_and_notes_of_the_file_are_told_in_short(page, bench, ids):
    parts = bench.services.complaints.parts
    parts.add_issue(ids["late"], IssueDraft(text="it squeaks"), RUTH)
    agreed = IssueDraft(text="nobody rang", finding=Finding.PARTLY, reasons="twice")
    parts.add_issue(ids["late"], agreed, RUTH)
    fact = EntryDraft(kind=EntryKind.FACT, text="rust in the hinge", on=TODAY)
    parts.add_entry(ids["late"], fact, RUTH)
    assert lines_of(shown_in(page, ids, "late"))["Looked into"] == [
        "1. it squeaks: open",
        "2. nobody rang: We partly agree",
        "1 note in the file",
        "[note]",
    ]


def test_its_sorted_closes_a_small_one(page, bench, ids):
    shown_in(page, ids, "new")
    page.detail.sort_button.click()
    (form,) = [one for one in QApplication.topLevelWidgets() if isinstance(one, SortedForm)]
    form.reject()
    shown_in(page, ids, "answered")
    actions = {one.text(): one for one in page.detail.steps_menu().actions()}
    actions["It’s sorted…"].trigger()
    forms = [one for one in QApplication.topLevelWidgets() if isinstance(one, SortedForm)]
    forms[-1].reject()


def test_the_menu_has_all_other_steps_and_the_way_back_last(page, bench, ids):
    state = shown_in(page, ids, "late")
    deeds = [way.deed for way in state.more]
    assert deeds == [
        *(Action.ASK_CUSTOMER, Action.WAIT_OTHER, Action.WITHDRAW, Action.SAME_AS),
        *(Action.EXTEND, Deed.UPDATE, Deed.OUTSIDE, Deed.REMEDY, Action.UNDO),
    ]
    menu = page.detail.steps_menu()
    assert [one.text() for one in menu.actions()][-1] == "Take the last step back"
    menu.actions()[-1].trigger()
    assert page.detail_presenter.state.card.stage is Stage.ACKNOWLEDGED
    page.detail.more_button.click()
    QApplication.activePopupWidget().close()


@pytest.mark.parametrize(
    ("name", "main"),
    [("sorted", None), ("answered", Deed.REMEDY), ("late", Action.DECIDE)],
)
def test_each_stage_has_its_step(page, ids, name, main):
    state = shown_in(page, ids, name)
    assert (None if state.main is None else state.main.deed) is main


def test_who_only_wants_to_be_heard_is_owed_nothing_more(page, bench, ids):
    made = logged(
        bench, "nobody said hello", at(24), wishes=(Wish.APOLOGY,), customer_id=ids["cafe"]
    )
    answered(bench, made, at(25))
    page.detail_presenter.show(made)
    assert page.detail_presenter.state.main.deed is Action.RESOLVE
    assert Deed.REMEDY in [way.deed for way in page.detail_presenter.state.more]


def test_what_is_to_be_done_next_stands_on_the_button_once(page, ids):
    state = shown_in(page, ids, "answered")
    deeds = [way.deed for way in state.more]
    assert Deed.REMEDY not in deeds
    assert Action.RESOLVE in deeds


def test_what_is_not_done_yet_is_asked_for_before_it_is_put_right(page, bench, ids, heard):
    shown_in(page, ids, "putting")
    page.detail.main_button.click()
    dialog = QApplication.activeModalWidget()
    assert dialog.windowTitle() == "Done"
    assert "Do it again: paint the door again" in texts_on(dialog)
    assert dialog.foretold == "Something is still to be put right: 1 not done yet."
    dialog.save_button.click()
    assert heard.said[-1] == "Done, and its promise with it."
    page.detail.main_button.click()
    assert QApplication.activeModalWidget().windowTitle() == "It is put right"
    QApplication.activeModalWidget().reject()


def test_the_notice_of_what_is_not_done_yet_has_the_way_on(page, ids):
    state = shown_in(page, ids, "putting")
    assert state.minded[-1].deed is Deed.REMEDY_DONE
    notice = page.detail.findChildren(Notice)[-1]
    (link,) = [one for one in notice.findChildren(QPushButton) if one.isVisible()]
    assert link.text() == "Done…"
    link.click()
    assert QApplication.activeModalWidget().windowTitle() == "Done"
    QApplication.activeModalWidget().reject()


def test_where_nothing_is_next_the_menu_takes_the_keyboard(page, bench, ids):
    state = shown_in(page, ids, "sorted")
    assert not page.detail.main_button.isVisible()
    assert page.detail.first_focus() is page.detail.more_button
    lines = lines_of(state)
    assert lines["The customer knows"] == ["Sorted Mon 16 Nov, at the counter"]
    assert lines["They know we have it"] == ["Mon 16 Nov, at the counter"]
    assert lines["Looked into"] == ["It’s sorted"]  # nobody said that they cannot tell
    assert lines["Put right"] == ["a new one at once"]
    took(bench, ids["new"], Action.WITHDRAW, at(25), channel=Channel.PHONE)
    lines = lines_of(shown_in(page, ids, "new"))
    assert lines["Answered"] == lines["What changes"] == ["Nothing"]
    assert page.detail_presenter.state.due == ""


def test_why_leads_to_the_count(page, bench, ids, monkeypatch):
    shown_in(page, ids, "new")
    page.detail.why_button.click()
    dialogs = [one for one in QApplication.topLevelWidgets() if isinstance(one, WhyDialog)]
    dialogs[-1].accept()
    page.arrive(Place(room="complaints", item=str(ids["answered"])))
    assert not page.detail.why_button.isVisible()


def test_a_day_that_cannot_be_counted_is_said(page, bench, ids, heard, monkeypatch):
    def never(_complaint_id):
        raise Refusal("never_open")

    shown_in(page, ids, "new")
    monkeypatch.setattr(bench.services.complaints, "why", never)
    page.detail.why_button.click()
    assert heard.said


def test_who_works_on_it_is_told_where_there_are_two(page, bench, ids):
    for name in ("Ruth", "Tom"):
        bench.services.people.add(PersonDraft(name=name), RUTH)
    assert shown_in(page, ids, "new").came.endswith("· with Ruth")


def test_it_leads_to_the_customer_the_form_and_a_letter(page, bench, ids, heard):
    shown_in(page, ids, "new")
    page.detail.who_button.click()
    assert heard.places[-1] == Place(room="customers", item=str(ids["patel"]))
    page.detail.letter_button.click()
    assert heard.places[-1] == Place(room="letters", item=f"complaint:{ids['new']}")
    page.detail.change_button.click()
    (form,) = [one for one in QApplication.topLevelWidgets() if isinstance(one, ComplaintForm)]
    form.reject()


def test_the_full_file_stands_behind_one_link(page, ids):
    shown_in(page, ids, "late")
    assert not page.detail.file.isVisible()
    page.detail.file_button.click()
    settled()
    assert page.detail.file.isVisible()
    assert "Less about this complaint" in texts_on(page.detail)
    page.detail.file_button.click()
    assert not page.detail.file.isVisible()


def test_where_three_work_the_full_file_is_open_until_somebody_closes_it(page, bench, ids):
    shown_in(page, ids, "late")
    assert not page.detail.file.isVisible()
    for name in ("Ann Bell", "Tom Reed", "Ruth Hollins"):
        if name not in [one.name for one in bench.services.people.all()]:
            bench.services.people.add(PersonDraft(name=name), "Ruth")
    shown_in(page, ids, "new")
    assert page.detail.file.isVisible()
    page.detail.file_button.click()
    shown_in(page, ids, "late")
    assert not page.detail.file.isVisible()


def test_steps_of_a_line_are_taken_from_it(page, bench, ids):
    shown_in(page, ids, "new")
    (way,) = [one.way for one in page.detail_presenter.state.lines[2].parts]
    page.detail.lines.wanted.emit(way)
    assert bench.services.complaints.get(ids["new"]).stage is Stage.INVESTIGATING


def test_files_lie_with_it(page, ids, tmp_path):
    shown_in(page, ids, "new")
    picture = tmp_path / "saw.png"
    image = QImage(8, 8, QImage.Format.Format_RGB32)
    image.fill(Qt.GlobalColor.gray)
    image.save(str(picture))
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(picture))])
    assert page.detail._take_in(data)
    settled()
    assert page.detail.files.isVisible()
    assert not page.detail.attach_button.isVisible()


@pytest.mark.parametrize("name", ["late", "sorted"])
def test_each_paper_of_a_complaint_is_in_the_menu_of_its_page(page, ids, name, monkeypatch):
    jobs = []
    monkeypatch.setattr(
        "servicedesk.ui.printing.preview.show_print", lambda job, *_: jobs.append(job)
    )
    shown_in(page, ids, name)
    ref = page.detail_presenter.state.card.ref
    for entry in page.detail.papers.menu().actions():
        entry.trigger()
    firsts = [job.first or job.offers[0].id for job in jobs]
    assert firsts == ["complaint_sheet", "complaint_slips", "complaint_copy", "complaint_whole"]
    assert ref in words_of(jobs[1])
    page.detail.print_button.click()
    QApplication.activePopupWidget().close()


def test_sorted_by_something_else_what_was_planned_is_no_longer_needed(page, bench, ids):
    number = ids["putting"]
    (remedy,) = bench.services.complaints.file(number).remedies
    done = SortedDraft(
        did="gave a voucher", kind=RemedyKind.GOODWILL, told_by=Channel.COUNTER, on=TODAY
    )
    bench.do(lambda: bench.services.complaints.sort_out(number, done, RUTH))
    state = shown_in(page, ids, "putting")
    planned, given = lines_of(state)["Put right"]
    assert planned.endswith("no longer needed")
    assert given.startswith("Goodwill")
    assert bench.services.promises.get(remedy.promise_id).is_open is False
