# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""Forgetting, what must be kept, and what was kept for long enough, on the screen."""

from datetime import date

import pytest
from PySide6.QtWidgets import QApplication

from servicedesk.domain.backups import BackupReason
from servicedesk.domain.customers import CustomerDraft, Reach, ReachKind
from servicedesk.domain.forgetting import Erasing, ErasureWhy
from servicedesk.domain.holds import HoldDraft
from servicedesk.domain.ideas import IdeaDraft
from servicedesk.ui.core.rooms import Place
from servicedesk.ui.privacy.clearing_page import ClearingPage
from servicedesk.ui.privacy.erased_page import ErasedPage
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
