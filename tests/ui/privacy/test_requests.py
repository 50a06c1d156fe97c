# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""Requests about information on the screen: noted, paused, looked through, answered, printed."""

import json
from datetime import date

import pytest
from PySide6.QtWidgets import QApplication, QPushButton

from servicedesk.domain.contacts import ContactDraft
from servicedesk.domain.customers import CustomerDraft
from servicedesk.domain.data_requests import (
    PauseWhy,
    RequestDraft,
    RequestKind,
    RequestOutcome,
    RequestStep,
)
from servicedesk.domain.forgetting import ErasureWhy
from servicedesk.domain.people import PersonDraft
from servicedesk.ui.core.rooms import Place
from servicedesk.ui.privacy import requests_page
from servicedesk.ui.privacy.requests_asked import RequestPart
from servicedesk.ui.privacy.requests_page import RequestsPage
from tests.helpers.audits import findings
from tests.helpers.fakes import FixedClock
from tests.helpers.qt import seen_texts, speak_british
from tests.services.samples_made import RUTH, TODAY
from tests.ui.charter.benches import Heard, bench_in


@pytest.fixture
def bench(tmp_path, qtbot):
    speak_british()
    with bench_in(tmp_path, FixedClock(TODAY)) as made:
        made.theme.set_scheme("light")
        made.theme.set_percent(100)
        made.theme.apply(QApplication.instance())
        made.services.business.save({"nation": "eng"}, RUTH)
        yield made


@pytest.fixture
def patel(bench):
    bench.services.people.add(PersonDraft(name="Tom Reed"), RUTH)
    number = bench.services.customers.add(CustomerDraft(name="Mrs Meena Patel"), RUTH).card.id
    said = ContactDraft(customer_id=number, text="Tom was rude", at=bench.clock.now())
    bench.services.contacts.log(said, RUTH)
    return number


@pytest.fixture
def asked(bench, patel):
    draft = RequestDraft(kind=RequestKind.SEE, received_on=TODAY, customer_id=patel)
    return bench.services.data_requests.note(draft, RUTH).card


@pytest.fixture
def opened(bench, qtbot):
    held = []

    def open_page(item="", wide=1160, high=700):
        page = RequestsPage(bench)
        held.append(page)
        qtbot.addWidget(page)
        page.resize(wide, high)
        page.arrive(Place(room="privacy", part="requests", item=item))
        with qtbot.waitActive(page):
            page.show()
        QApplication.processEvents()
        return page

    return open_page


def push(button):
    button.click()
    QApplication.processEvents()


def button(box, words):
    return next(one for one in box.findChildren(QPushButton) if one.text() == words)


def choose(box, words):
    """Choose in the menu of a request."""
    menu = box.more_menu()
    next(one for one in menu.actions() if one.text() == words).trigger()
    QApplication.processEvents()


def test_an_empty_page_says_so_and_notes_the_first(bench, opened, patel):
    page = opened()
    assert any("no request here" in text for text in seen_texts(page))
    assert page.print_job() is None
    push(page.add_button)
    form = page.form
    form.who.set_customer(patel)
    form._field("kind").set_value("see")
    push(form.save_button)
    (card,) = bench.services.data_requests.list()
    assert card.customer_name == "Mrs Meena Patel"
    assert len(page.boxes) == 1


def test_what_is_missing_is_said_beside_its_field(bench, opened):
    page = opened("add")
    QApplication.processEvents()
    push(page.form.save_button)
    assert bench.services.data_requests.list() == ()
    assert "whose information" in page.form.who.error()


def test_the_next_step_leads_through_a_request(bench, opened, asked, qtbot):
    page = opened()
    (box,) = page.boxes
    assert box.first_button.text() == "Put the pack together"
    with qtbot.waitSignal(page.presenter.gathered):
        push(box.first_button)
    assert page.pack is not None
    page.pack.reject()
    bench.services.data_requests.leave_out(asked.id, (), RUTH)
    page.presenter.open()
    (box,) = page.boxes
    assert box.first_button.text() == "Write the reply"
    bench.services.data_requests.ask(asked.id, PauseWhy.IDENTITY, "a passport", TODAY, RUTH)
    page.presenter.open()
    assert page.boxes[0].first_button.text() == "They showed who they are"
    QApplication.processEvents()
    assert any("the clock stands still" in text for text in seen_texts(page))


@pytest.mark.parametrize(
    ("part", "field"),
    [
        (RequestPart.ASK_IDENTITY, "asked"),
        (RequestPart.ASK_CLARITY, "asked"),
        (RequestPart.SEEN, "how"),
        (RequestPart.LONGER, "why"),
        (RequestPart.ANSWER, "kept_back"),
    ],
)
def test_each_step_has_its_short_form(bench, opened, asked, part, field):
    page = opened()
    page.open_form(asked, part)
    page.form._field(field).set_value("A word")
    push(page.form.save_button)
    card = bench.services.data_requests.get(asked.id)
    assert card.lines[-1].note == "A word"


def test_an_answer_to_our_question_starts_the_clock_again(bench, opened, asked):
    bench.services.data_requests.ask(asked.id, PauseWhy.CLARITY, "which job?", TODAY, RUTH)
    page = opened()
    page.open_form(bench.services.data_requests.get(asked.id), RequestPart.CLEAR)
    page.form._field("said").set_value("the boiler")
    push(page.form.save_button)
    assert bench.services.data_requests.get(asked.id).open_pause is None


def test_why_it_is_due_then_is_told(bench, opened, asked, monkeypatch):
    told = []
    monkeypatch.setattr(requests_page, "show_why", lambda *args: told.append(args))
    page = opened()
    push(button(page.boxes[0], "Why then?"))
    ((count, due, *_),) = told
    assert due.day == asked.due_on == count.end


def test_a_reason_leaves_a_record_out_and_is_kept(bench, opened, asked, qtbot, monkeypatch):
    shown = []
    monkeypatch.setattr(requests_page, "show_print", lambda job, *_: shown.append(job))
    page = opened()
    with qtbot.waitSignal(page.presenter.gathered):
        push(page.boxes[0].first_button)
    (row,) = page.pack.list.rows
    said = seen_texts(row)
    assert any("Tom was rude" in words for words in said)
    assert any("Tom Reed" in words for words in said)
    push(row.out)
    push(page.pack.save_button)
    assert "why this is left out" in page.pack.list.error()
    assert shown == []
    row.why.focus_target().setText("It names somebody else")
    push(page.pack.save_button)
    assert [job.title for job in shown] == ["What we hold about Mrs Meena Patel"]
    card = bench.services.data_requests.get(asked.id)
    assert [one.reason for one in card.left_out] == ["It names somebody else"]
    assert card.lines[-1].step is RequestStep.PACK


def test_what_is_held_is_saved_as_data(bench, opened, patel, qtbot, monkeypatch, tmp_path):
    target = tmp_path / "held.json"
    monkeypatch.setattr(requests_page, "save_file", lambda *_: target)
    page = opened()
    with qtbot.waitSignal(page.presenter.gathered):
        page.arrive(Place(room="privacy", part="requests", item=f"held:{patel}"))
    push(page.pack.data_button)
    qtbot.waitUntil(target.exists)
    assert json.loads(target.read_text())["name"] == "Mrs Meena Patel"
    assert bench.services.data_requests.list() == (), "looking is no request"


def test_it_all_is_saved_in_one_folder(bench, opened, asked, qtbot, monkeypatch, tmp_path):
    answers = iter((None, tmp_path))
    monkeypatch.setattr(requests_page, "choose_folder", lambda *_: next(answers))
    went = []
    monkeypatch.setattr(bench.doors, "open_folder", went.append, raising=False)
    page = opened()
    with qtbot.waitSignal(page.presenter.gathered):
        push(page.boxes[0].first_button)
    push(page.pack.folder_button)
    push(page.pack.folder_button)
    folder = tmp_path / "What we hold about Mrs Meena Patel"
    qtbot.waitUntil(lambda: went == [folder])
    assert {one.suffix for one in folder.iterdir()} >= {".pdf", ".json"}


def test_a_pack_without_a_request_can_begin_one(bench, opened, patel, qtbot):
    page = opened()
    with qtbot.waitSignal(page.presenter.gathered):
        page.arrive(Place(room="privacy", part="requests", item=f"held:{patel}"))
    push(page.pack.begin_button)
    assert page.form is not None
    assert page.form.who.value() == patel


def test_it_is_taken_up_again_removed_and_taken_back(bench, opened, asked):
    bench.services.data_requests.answer(asked.id, RequestOutcome.DONE, "", TODAY, RUTH)
    page = opened()
    push(button(page.boxes[0], "Look into it again"))
    assert bench.services.data_requests.get(asked.id).ended_on is None
    choose(page.boxes[0], "Remove")
    assert page.boxes == []
    bench.services.undo.undo(RUTH)
    assert bench.services.data_requests.get(asked.id).ref == asked.ref


def test_it_prints_and_leads_to_its_letters(bench, opened, asked):
    page = opened()
    heard = Heard(bench)
    assert page.print_job() is not None
    assert page.one_job(asked).title == f"Request {asked.ref}"
    bench.services.data_requests.leave_out(asked.id, (), RUTH)
    page.presenter.open()
    push(page.boxes[0].first_button)
    place = heard.places[-1]
    assert (place.room, place.part, place.item) == ("letters", "L22", f"request:{asked.id}")


@pytest.mark.parametrize("kind", RequestKind)
def test_one_main_button_three_beside_it_and_the_rest_in_a_menu(bench, opened, patel, kind):
    draft = RequestDraft(kind=kind, received_on=TODAY, customer_id=patel)
    bench.services.data_requests.note(draft, RUTH)
    (box,) = opened().boxes
    shown = [one.text() for one in box.findChildren(QPushButton)]
    assert len(shown) == 5
    assert shown[0] == box.first_button.text()
    assert shown[-1] == "More…"
    rest = [one.text() for one in box.more_menu().actions()]
    assert {"It takes longer", "See the customer", "Change", "Print this one"} <= set(rest)
    assert rest[-1] == "Remove"
    assert not set(rest) & set(shown)


def test_the_letter_of_its_step_has_a_button(bench, opened, asked):
    asks, page = bench.services.data_requests, opened()

    def shown():
        page.presenter.open()
        return [one.text() for one in page.boxes[0].findChildren(QPushButton)]

    asks.ask(asked.id, PauseWhy.CLARITY, "which job?", TODAY, RUTH)
    assert "Write to ask them" in shown()
    asks.clarified(asked.id, "the boiler", TODAY, RUTH)
    asks.extend(asked.id, "very much to look through", TODAY, RUTH)
    assert "Write that it takes longer" in shown()
    asks.answer(asked.id, RequestOutcome.REFUSED, "no reason to", TODAY, RUTH)
    assert "Write why not" in shown()


def test_a_request_to_be_forgotten_leads_to_the_dialog_that_forgets(bench, opened, patel):
    draft = RequestDraft(kind=RequestKind.ERASE, received_on=TODAY, customer_id=patel)
    card = bench.services.data_requests.note(draft, RUTH).card
    page, heard = opened(), Heard(bench)
    (box,) = page.boxes
    assert box.first_button.text() == "Forget them…"
    assert any(one.text() == "Note the answer" for one in box.findChildren(QPushButton))
    push(box.first_button)
    place = heard.places[-1]
    assert (place.room, place.part, place.item) == ("privacy", "erased", f"customer:{patel}")
    bench.services.forgetting.forget(patel, ErasureWhy.ASKED, RUTH)
    bench.services.data_requests.reopen(card.id, RUTH)
    page.presenter.open()
    assert page.boxes[0].first_button.text() == "Note the answer"


def test_chips_choose_which_are_shown(bench, opened, asked):
    page = opened()
    page.chips.chips[1].click()
    assert page.boxes == []
    page.chips.chips[0].click()
    assert len(page.boxes) == 1


def test_somewhere_else_the_owner_names_the_day(bench, opened, patel):
    bench.services.business.save({"nation": "elsewhere"}, RUTH)
    page = opened()
    page.open_form(None, customer_id=patel)
    page.form._field("own_due").set_value(date(2026, 12, 24))
    page.form._field("kind").set_value("see")
    push(page.form.save_button)
    (card,) = bench.services.data_requests.list()
    assert card.due_on == date(2026, 12, 24)


def test_the_page_can_be_used_by_everybody(bench, opened, asked):
    assert findings(opened()) == []
