# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""Forgetting, what must be kept, and what was kept for long enough, on the screen."""

from datetime import date
from threading import Event

import pytest
from PySide6.QtWidgets import QApplication, QPushButton

from servicedesk.domain.backups import BackupReason
from servicedesk.domain.customers import CustomerDraft, Reach, ReachKind
from servicedesk.domain.data_requests import RequestDraft, RequestKind, RequestOutcome
from servicedesk.domain.forgetting import Erasing, ErasureWhy, StillHeld
from servicedesk.domain.holds import HoldDraft
from servicedesk.domain.ideas import IdeaDraft
from servicedesk.ui.core.rooms import Place
from servicedesk.ui.privacy.clearing_page import ClearingPage
from servicedesk.ui.privacy.erased_page import ErasedPage
from servicedesk.ui.privacy.erased_presenter import ErasedPresenter
from servicedesk.ui.privacy.holds_page import HoldsPage
from tests.helpers.audits import findings
from tests.helpers.fakes import FixedClock
from tests.helpers.qt import seen_texts, speak_british
from tests.services.backups_made import NoSteps
from tests.services.rows_made import complained, promised
from tests.services.samples_made import RUTH
from tests.ui.charter.benches import Heard, bench_in

TODAY = date(2032, 10, 14)


@pytest.fixture
def bench(tmp_path, qtbot):
    speak_british()
    with bench_in(tmp_path, FixedClock(TODAY)) as made:
        made.theme.set_scheme("light")
        made.theme.set_percent(100)
        made.theme.apply(QApplication.instance())
        yield made


@pytest.fixture
def heard(bench):
    return Heard(bench)


@pytest.fixture
def opened(bench, qtbot):
    held = []

    def open_page(kind, item=""):
        page = kind(bench)
        held.append(page)
        qtbot.addWidget(page)
        page.resize(1160, 700)
        page.arrive(Place(room="privacy", item=item))
        with qtbot.waitActive(page):
            page.show()
        QApplication.processEvents()
        return page

    return open_page


def somebody(bench, name="Mrs Meena Patel"):
    reach = Reach(kind=ReachKind.EMAIL, shown="meena@example.org")
    return bench.services.customers.add(CustomerDraft(name=name, reaches=(reach,)), RUTH).card


def texts(page):
    QApplication.processEvents()
    return seen_texts(page)


def field(form, name):
    return next(one for one in form.fields() if one.question_id == name)


def asked(page, qtbot):
    qtbot.waitUntil(lambda: page.dialog is not None)
    QApplication.processEvents()
    return page.dialog


def test_the_dialog_says_what_goes_what_stays_and_has_the_safe_way_first(bench, opened, qtbot):
    card = somebody(bench)
    bench.services.ideas.add(IdeaDraft(what="Ask Mrs Meena Patel first"), RUTH)
    bench.services.backups.back_up(BackupReason.BUTTON, NoSteps())
    page = opened(ErasedPage, f"customer:{card.id}")
    dialog = asked(page, qtbot)
    assert dialog.keep_button.isDefault()
    said = " ".join(seen_texts(dialog))
    assert "Forget Mrs Meena Patel?" in said
    assert "cannot be undone" in said
    assert "Backups that still hold this: 1." in said
    assert "Ask Mrs Meena Patel first" in said
    assert findings(dialog) == []
    dialog.keep_button.click()
    assert bench.services.forgetting.erased() == ()


@pytest.mark.parametrize("how", Erasing)
def test_somebody_is_forgotten_with_the_ticks_that_were_left(bench, opened, qtbot, heard, how):
    card = somebody(bench)
    for what in ("Ask Mrs Meena Patel first", "Mrs Patel likes tea"):
        bench.services.ideas.add(IdeaDraft(what=what), RUTH)
    page = opened(ErasedPage, f"customer:{card.id}")
    dialog = asked(page, qtbot)
    dialog.boxes[1][0].setChecked(False)
    button = dialog.forget_button if how is Erasing.FORGET else dialog.anonymise_button
    button.click()
    qtbot.waitUntil(lambda: bool(page.presenter.state))
    (line,) = page.presenter.state
    assert (line.ref, line.how, line.why) == (card.ref, how, ErasureWhy.ASKED)
    ideas = sorted(idea.draft.what for idea in bench.services.ideas.all())
    assert ideas == ["Ask (forgotten) first", "Mrs Patel likes tea"]
    assert card.ref in " ".join(texts(page))
    assert page.print_job() is not None


def test_who_must_be_kept_leads_to_why(bench, opened, qtbot):
    card = somebody(bench)
    bench.services.holds.add(HoldDraft(customer_id=card.id, reason="court", since=TODAY), RUTH)
    page = opened(ErasedPage, f"customer:{card.id}")
    dialog = asked(page, qtbot)
    said = " ".join(seen_texts(dialog))
    assert "Must be kept: court" in said
    assert not dialog.forget_button.isVisible()
    dialog.reject()


def test_what_is_to_be_dealt_with_first_opens(bench, opened, qtbot, heard):
    card = somebody(bench)
    with bench.services.units.change("live", RUTH) as unit:
        complaint = complained(unit, card.id, closed_on=None)
        promise = promised(unit, card.id, ended_on=None)
    asks = RequestDraft(kind=RequestKind.SEE, received_on=TODAY, customer_id=card.id)
    request = bench.services.data_requests.note(asks, RUTH).card
    page = opened(ErasedPage, f"customer:{card.id}")
    links = [
        one
        for one in asked(page, qtbot).findChildren(QPushButton)
        if one.text().startswith("Open ") and one.isVisible()
    ]
    assert findings(page.dialog) == []
    for link in links:
        page.dialog.open()
        link.click()
        assert not page.dialog.isVisible()
    assert [(one.room, one.part, one.item) for one in heard.places[-3:]] == [
        ("complaints", "", str(complaint)),
        ("promises", "", str(promise)),
        ("privacy", "requests", str(request.id)),
    ]


def test_what_a_request_asks_is_said_to_be_done_by_it(bench, opened, qtbot, heard):
    card = somebody(bench)
    asks = RequestDraft(kind=RequestKind.ERASE, received_on=TODAY, customer_id=card.id)
    request = bench.services.data_requests.note(asks, RUTH).card
    dialog = asked(opened(ErasedPage, f"customer:{card.id}"), qtbot)
    said = " ".join(seen_texts(dialog))
    assert f"This answers their request, done as they asked: {request.ref}." in said
    dialog.forget_button.click()
    asked_of = bench.services.data_requests.get
    qtbot.waitUntil(lambda: bool(heard.said))
    assert asked_of(request.id).outcome is RequestOutcome.DONE
    assert heard.said[-1].endswith(f"Their request is answered: {request.ref}.")


def test_backups_are_rewritten_from_the_page(bench, opened, qtbot):
    card = somebody(bench)
    bench.services.backups.back_up(BackupReason.BUTTON, NoSteps())
    bench.services.forgetting.forget(card.id, ErasureWhy.ASKED, RUTH)
    page = opened(ErasedPage)
    assert page.rewrite_button.isVisible()
    assert findings(page) == []
    page.rewrite_button.click()
    qtbot.waitUntil(lambda: not page.presenter.held.count)
    assert not page.rewrite_button.isVisible()


def test_nobody_forgotten_says_how_it_is_done(bench, opened):
    page = opened(ErasedPage)
    assert "Nobody was forgotten yet" in " ".join(texts(page))
    assert page.print_job() is None
    assert page.first_focus() is page.choose_button
    page.leave()


def test_a_hold_is_added_changed_and_ended(bench, opened, qtbot):
    card = somebody(bench)
    page = opened(HoldsPage, f"add:{card.id}")
    qtbot.waitUntil(lambda: page.form is not None)
    page.form.save_wanted.emit()
    assert page.form.isVisible(), "a reason is missing"
    field(page.form, "reason").set_value("Claim at court")
    page.form.save_wanted.emit()
    (box,) = page.boxes
    assert "Claim at court" in " ".join(texts(page))
    assert findings(page) == []
    box.change_wanted.emit()
    field(page.form, "look_again_on").set_value(date(2033, 1, 5))
    page.form.save_wanted.emit()
    (hold,) = bench.services.holds.all()
    assert hold.draft.look_again_on == date(2033, 1, 5)
    page.boxes[0].end_wanted.emit()
    page.form.save_wanted.emit()
    assert page.form.isVisible(), "why it ends is missing"
    field(page.form, "because").set_value("settled")
    page.form.save_wanted.emit()
    assert page.presenter.state[0].lifted_because == "settled"
    assert page.print_job() is not None
    page.leave()


def test_no_holds_is_said(bench, opened):
    page = opened(HoldsPage)
    assert "Nothing must be kept beyond its time." in texts(page)
    assert page.print_job() is None
    assert page.first_focus() is page.add_button


def test_what_is_ticked_is_cleared_out_after_one_more_question(bench, opened, qtbot):
    with bench.services.units.change("live", RUTH) as unit:
        promised(unit, None, ended_on=date(2026, 9, 14), text="ring back")
    page = opened(ClearingPage)
    assert len(page.boxes) == 1
    assert findings(page) == []
    page.clear_button.click()
    assert page.dialog is None, "nothing is ticked"
    page.all_button.click()
    page.clear_button.click()
    assert page.dialog.keep_button.isDefault()
    page.dialog.clear_button.click()
    qtbot.waitUntil(lambda: not page.presenter.state)
    assert len(bench.services.forgetting.erased()) == 1
    page.leave()


def test_what_is_ticked_is_kept_for_longer_with_a_reason(bench, opened):
    with bench.services.units.change("live", RUTH) as unit:
        promised(unit, None, ended_on=date(2026, 9, 14), text="ring back")
    page = opened(ClearingPage)
    page.keep_button.click()
    assert page.form is None, "nothing is ticked"
    page.boxes[0][0].setChecked(True)
    page.keep_button.click()
    page.form.save_wanted.emit()
    assert page.form.isVisible(), "a reason is missing"
    field(page.form, "reason").set_value("warranty")
    field(page.form, "until").set_value(date(2033, 1, 5))
    page.form.save_wanted.emit()
    assert page.presenter.state == ()
    assert page.print_job() is None
    assert "Invoices are not kept in this program" in " ".join(texts(page))


def test_a_long_list_is_parted_by_kind_and_numbered_through(bench, opened):
    ended = date(2026, 9, 14)
    with bench.services.units.change("live", RUTH) as unit:
        for number in range(5):
            promised(unit, None, ref=f"P-2026-{number}", ended_on=ended, text="ring back")
            complained(unit, None, ref=f"C-2026-{number}", closed_on=ended)
    page = opened(ClearingPage)
    numbers = [box.text().split(".")[0] for box, _ in page.boxes]
    assert numbers == [str(number) for number in range(1, 11)]
    kinds = [due.candidate.record for _, due in page.boxes]
    assert kinds in (sorted(kinds), sorted(kinds, reverse=True))
    words = texts(page)
    assert {"Promise: 5", "Complaint: 5"} <= set(words)
    assert findings(page) == []


def test_what_may_be_somebody_else_is_not_ticked_and_of_many_the_rest_has_one(bench, opened, qtbot):
    card = somebody(bench)
    somebody(bench, "Meena Shah")
    with bench.services.units.change("live", RUTH) as unit:
        for number in range(120):
            complained(unit, None, text=f"Mrs Patel {number}", ref=f"C-{number}")
    bench.services.ideas.add(IdeaDraft(what="Ask Meena"), RUTH)
    page = opened(ErasedPage, f"customer:{card.id}")
    dialog = asked(page, qtbot)
    assert [box.isChecked() for box, _ in dialog.boxes] == [True] * 101 + [False]
    assert [len(those) for _, those in dialog.boxes] == [1] * 100 + [20, 1]
    assert dialog.boxes[100][0].text() == "And more of this: Complaint, 20"
    said = seen_texts(dialog)
    assert "Here it may be them" in said
    assert findings(dialog) == []
    dialog.forget_button.click()
    qtbot.waitUntil(lambda: bool(page.presenter.state))
    with bench.services.units.read() as reading:
        left = reading.exec_driver_sql("SELECT count(*) FROM complaints WHERE text LIKE '%Patel%'")
        assert left.scalar() == 0
    assert [idea.draft.what for idea in bench.services.ideas.all()] == ["Ask Meena"]


def test_the_same_name_and_what_cannot_be_changed_are_said(bench, opened, qtbot):
    card, same = somebody(bench), somebody(bench)
    page = opened(ErasedPage, f"customer:{card.id}")
    said = " ".join(seen_texts(asked(page, qtbot)))
    assert f"The same name: {same.ref} Mrs Meena Patel." in said
    assert "kept with records of others are not looked into" in said
    page.dialog.reject()


def test_what_the_record_said_before_is_told_as_such(bench, opened, qtbot):
    card = somebody(bench)
    idea = bench.services.ideas.add(IdeaDraft(what="Ask Mrs Meena Patel"), RUTH).card
    bench.services.ideas.change(idea.id, IdeaDraft(what="Ask her"), RUTH)
    page = opened(ErasedPage, f"customer:{card.id}")
    dialog = asked(page, qtbot)
    assert [box.text() for box, _ in dialog.boxes] == ["1. Idea, as it was before"]
    dialog.reject()


def test_a_file_that_could_not_be_written_anew_is_told_and_finished(
    bench, opened, qtbot, heard, monkeypatch
):
    card = somebody(bench)
    monkeypatch.setattr("servicedesk.services.forgetting_tidying.tidy_file", lambda *_: False)
    page = opened(ErasedPage, f"customer:{card.id}")
    asked(page, qtbot).forget_button.click()
    qtbot.waitUntil(lambda: page.presenter.is_untidy)
    assert "Traces may still be left in the file" in heard.said[-1]
    assert page.finish_button.isVisible()
    assert findings(page) == []
    page.finish_button.click()
    qtbot.waitUntil(lambda: len(heard.said) == 2)
    assert "Traces may still be left" in heard.said[-1]
    monkeypatch.undo()
    page.finish_button.click()
    qtbot.waitUntil(lambda: not page.presenter.is_untidy)
    assert heard.said[-1].startswith("Finished.")
    assert not page.finish_button.isVisible()


@pytest.mark.parametrize("is_from_page", [True, False])
def test_rewriting_can_be_stopped_from_the_page_or_by_whoever_stops_everything(
    bench, opened, qtbot, heard, monkeypatch, is_from_page
):
    card = somebody(bench)
    bench.services.backups.back_up(BackupReason.BUTTON, NoSteps())
    bench.services.forgetting.forget(card.id, ErasureWhy.ASKED, RUTH)
    page = opened(ErasedPage)
    go = Event()

    def rewrite(steps):
        go.wait(20)
        steps.raise_if_cancelled()

    monkeypatch.setattr(bench.services.forgetting, "rewrite", rewrite)
    page.rewrite_button.click()
    assert page.stop_button.isVisible()
    assert not page.rewrite_button.isVisible()
    if is_from_page:
        page.stop_button.click()
        assert page.presenter.is_stopping
        assert not page.stop_button.isEnabled()
    else:
        bench.tasks.cancel()
    go.set()
    qtbot.waitUntil(lambda: not page.presenter.is_busy)
    assert heard.said[-1] == "Stopped. Each backup is as it was, or rewritten."
    assert page.rewrite_button.isEnabled()
    assert not page.stop_button.isVisible()


def test_clearing_out_can_be_stopped_from_the_page(bench, opened, qtbot, heard, monkeypatch):
    with bench.services.units.change("live", RUTH) as unit:
        promised(unit, None, ended_on=date(2026, 9, 14), text="ring back")
    page = opened(ClearingPage)
    go, clear_out = Event(), bench.services.clearing.clear

    def clear(dues, who, go_on):
        go.wait(20)
        return clear_out(dues, who, go_on)

    monkeypatch.setattr(bench.services.clearing, "clear", clear)
    page.all_button.click()
    page.clear_button.click()
    page.dialog.clear_button.click()
    assert page.stop_button.isVisible()
    page.stop_button.click()
    assert page.presenter.is_stopping
    go.set()
    qtbot.waitUntil(lambda: not page.presenter.is_busy)
    assert heard.said[-1] == "Cleared out: 0. Left as they were: 1."
    assert len(page.presenter.state) == 1


def test_copies_that_cannot_be_rewritten_are_told_with_what_to_do(bench):
    presenter = ErasedPresenter(bench)
    said = presenter.held_words(StillHeld(count=3, away=2, damaged=1))
    assert "still hold this: 3." in said
    assert "cannot be reached now: 2. Plug it in before you rewrite them." in said
    assert "Kept of a damaged file, and never rewritten: 1." in said
    assert "Plug it in" not in presenter.held_words(StillHeld(count=3, pinned=1))
    assert presenter.held_words(StillHeld()) == ""
