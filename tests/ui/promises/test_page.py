# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""The room of promises: listed, found, opened and ended by key, each step taken back by one."""

from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from servicedesk.domain.blocks import PaperSize
from servicedesk.domain.contacts import ContactDraft
from servicedesk.domain.own_fields import OwnFieldDraft, OwnFieldOn
from servicedesk.domain.printing import PaperChoice
from servicedesk.domain.promises import Allowance, Due, Every, Outcome, PromiseChip, PromiseDraft
from servicedesk.domain.promises_repeating import Repeat
from servicedesk.services.printing import Printing
from servicedesk.ui.core.places import Place
from servicedesk.ui.people.why_panel import WhyDialog
from tests.helpers.audits import findings
from tests.ui.promises.made import TODAY, card_of, promise, shown, texts_on
from tests.ui.widgets.made import press, write

RUTH = "Ruth"
CTRL = Qt.KeyboardModifier.ControlModifier


def titles(page):
    model = page.pane.model
    return [model.record(row).text for row in range(model.rowCount())]


def words_of(job):
    choice = PaperChoice(paper=job.offers[0].id, size=PaperSize.A4)
    return " ".join(" ".join(Printing().texts(job.make(choice).data)).split())


def test_open_promises_stand_in_the_order_of_their_days(page):
    assert titles(page) == [
        "mend the mower",
        "ring back about the wet saw hire",
        "deliver the skirting board",
        "send the quote for the gate",
        "order the brass hinges",
    ]
    assert [chip.text() for chip in page.pane.chips.chips] == [
        "Open 5",
        "Due today 1",
        "Late 2",
        "Waiting 1",
        "Coming",
        "Kept",
        "All",
    ]
    assert "5 promises" in texts_on(page)


def test_what_was_kept_lately_is_said_with_its_base(page, bench, ids):
    assert "1 of 1 promise we wrote down was kept, and 2 overdue" in page.pane._kept.text()
    for number in range(5):
        made = promise(bench, f"job {number}", Due(day=TODAY), made_on=TODAY)
        bench.services.promises.done(made, TODAY, None, RUTH)
    page.list_presenter.reload()
    assert page.pane._kept.text() == (
        "Kept in the last 90 days: 100 % of the 6 promises we wrote down, "
        "and 2 overdue, not yet decided. Early sign: most likely between 61 % and 100 %."
    )


def test_how_late_the_late_ones_were_and_who_was_told_is_said(page, bench, ids):
    bench.services.promises.told(ids["late"], date(2026, 11, 19), RUTH)
    bench.services.promises.done(ids["late"], TODAY, None, RUTH)
    page.list_presenter.reload()
    assert page.pane._kept.text() == (
        "Kept in the last 90 days: 1 of 2 promises we wrote down were kept, "
        "and 1 overdue, not yet decided. 1 was done late, by 3 working days; "
        "the customer was told in time that it would slip."
    )


def test_demand_29_what_to_remember_stands_in_the_row(page):
    lines = [page.list_presenter.lines(page.pane.model.record(row)) for row in range(2)]
    assert [one.remember for one in lines] == ["", "Ring the side door bell"]


def test_a_row_is_one_sentence(page):
    model = page.pane.model
    assert model.sentence(1) == (
        "Promise P-2026-0001, ring back about the wet saw hire, Mrs Meena Patel, "
        "due Fri 20 November, late by 3 working days, Remember: Ring the side door bell"
    )
    assert model.sentence(2).endswith("Pat’s Café, due today, 17.00")
    assert model.sentence(4).endswith("7 opening days left, waiting for the supplier’s price list")


def test_chips_and_search_show_a_part(page):
    page.pane.chips.chips[2].click()
    assert titles(page) == ["mend the mower", "ring back about the wet saw hire"]
    page.pane.chips.chips[5].click()
    assert titles(page) == ["cut two keys"]
    page.pane.chips.chips[6].click()
    page.pane.search.setFocus()
    write(page, "patel quote")
    assert titles(page) == ["send the quote for the gate"]
    press(page, Qt.Key.Key_Down)
    assert page.pane.rows.hasFocus()
    press(page, Qt.Key.Key_Escape)
    assert page.pane.search.hasFocus()
    press(page, Qt.Key.Key_Escape)
    assert len(titles(page)) == 6
    write(page, "zzz")
    assert "No promise fits." in texts_on(page)
    page.pane.all_button.click()
    assert len(titles(page)) == 6


def test_a_promise_is_opened_by_enter_and_done_by_another(page, bench, ids, heard):
    page.pane.take_focus()
    press(page, Qt.Key.Key_Down)
    press(page, Qt.Key.Key_Return)
    assert page.detail.done_button.hasFocus()
    texts = texts_on(page.detail)
    assert "Ring back about the wet saw hire" in texts
    assert "Due Fri 20 November" in texts
    assert "late by 3 working days" in texts
    assert "Remember: Ring the side door bell" in texts
    press(page, Qt.Key.Key_Return)
    assert heard.said[-1] == "Done: ring back about the wet saw hire"
    ending = card_of(bench, ids, "late").ending
    assert (ending.outcome, ending.on) == (Outcome.LATE, TODAY)
    assert page.detail_presenter.state.card.id == ids["late"]
    assert page.detail.change_button.hasFocus()
    press(page, Qt.Key.Key_Escape)
    assert page.pane.rows.hasFocus()
    assert page.detail_presenter.state.card.id == ids["today"]


def test_it_shows_what_is_known_and_what_happened(page, ids):
    page.arrive(Place(room="promises", item=str(ids["coming"])))
    texts = texts_on(page.detail)
    assert "Due Tuesday" in texts
    assert "4 opening days left" in texts
    assert "E-mails answered (version 1)" in texts
    assert "Friday, moved by agreement" in texts
    assert "Fri 27 Nov became Tue 1 Dec, agreed before it was due" in texts
    assert "She is away until then · written down Thu 19 Nov, 12:00 by Ruth" in texts


def test_the_letter_fits_how_it_stands(page, bench, ids, heard):
    page.arrive(Place(room="promises", item=str(ids["late"])))
    page.detail.tell_button.click()
    assert heard.places[-1] == Place(room="letters", part="L14", item=f"promise:{ids['late']}")
    page.arrive(Place(room="promises", item=str(ids["kept"])))
    page.detail.tell_button.click()
    assert heard.places[-1].part == "L15"
    page.detail.who_button.click()
    assert heard.places[-1] == Place(room="customers", item=str(ids["patel"]))


def test_why_is_told_of_a_day_that_was_worked_out(page, bench, ids, qtbot):
    start = bench.clock.now()
    counted = Allowance(amount=3, unit="working", start=start)
    due = Due(day=date(2026, 11, 30))
    why = promise(bench, "answer her letter", due, allowance=counted, made_on=TODAY)
    page.arrive(Place(room="promises", item=str(why)))
    assert page.detail.why_button.isVisible()
    page.detail.why_button.click()
    (dialog,) = page.findChildren(WhyDialog) or bench_dialogs()
    dialog.accept()
    page.arrive(Place(room="promises", item=str(ids["old"])))
    assert not page.detail.why_button.isVisible()
    assert page.detail_presenter.why() is None


def bench_dialogs():
    return [one for one in QApplication.topLevelWidgets() if isinstance(one, WhyDialog)]


def test_a_series_is_told_and_ended(page, bench, ids):
    draft = PromiseDraft(text="service the boiler", due=Due(day=TODAY), made_on=TODAY)
    often = Repeat(every=Every.MONTH, step=3)
    made = bench.services.promises.make_repeating(draft, often, RUTH).card
    page.arrive(Place(room="promises", item=str(made.id)))
    assert "every 3 months" in texts_on(page.detail)
    page.detail.stop_button.click()
    assert not page.detail.stop_button.isVisible()
    page.detail.bin_button.click()
    assert bench.services.promises.get(made.id).binned_at is not None
    assert page.detail.first_focus() is page.detail.out_button
    page.detail.out_button.click()
    assert bench.services.promises.get(made.id).binned_at is None


def test_own_fields_and_endings_far_away_are_shown(page, bench, ids):
    field = OwnFieldDraft(on=OwnFieldOn.PROMISE, name="Colour")
    number = str(bench.services.own_fields.add(field, RUTH).card.id)
    made = promise(bench, "paint it", Due(day=date(2027, 3, 1)), own={number: "blue"})
    bench.services.promises.snooze(made, date(2026, 12, 1), RUTH)
    page.arrive(Place(room="promises", item=str(made)))
    texts = texts_on(page.detail)
    assert "blue" in texts
    assert "Due Mon 1 March 2027" in texts
    assert "Out of Today until Tue 1 Dec." in texts


def test_the_slip_holds_nothing_of_ours(page, bench, ids):
    page.arrive(Place(room="promises", item=str(ids["late"])))
    page.detail.first_focus().setFocus()
    paper = words_of(page.print_job())
    for words in ("ring back about the wet saw hire", "The first day of hire is free"):
        assert words in paper
    assert "side door" not in paper
    press(page, Qt.Key.Key_Escape)
    table = words_of(page.print_job())
    assert "order the brass hinges" in table
    assert page.customer_id() == ids["patel"]


def test_the_list_goes_to_paper_with_the_slip_of_a_timed_promise(page, bench, ids):
    page.arrive(Place(room="promises", item=str(ids["today"])))
    assert "17:00" in words_of(page.detail_presenter.slip_job())


def test_it_follows_what_changes_elsewhere_while_it_is_shown(page, bench, ids):
    done = bench.services.promises.done(ids["old"], TODAY, None, RUTH)
    bench.changes.announce(done.changes)
    assert "mend the mower" not in titles(page)
    page.leave()
    bench.changes.announce(bench.services.promises.done(ids["late"], TODAY, None, RUTH).changes)
    assert "ring back about the wet saw hire" in titles(page)


@pytest.mark.parametrize("part", [chip.value for chip in PromiseChip])
def test_each_part_of_the_list_can_be_gone_to(bench, qtbot, ids, part):
    page = shown(bench, qtbot, part)
    assert page.list_presenter.state.wanted.chip == part
    assert page.first_focus() in (page.pane.rows, page.pane.search)


def test_the_form_opens_from_a_place(bench, qtbot, ids):
    page = shown(bench, qtbot, "new", str(ids["patel"]))
    assert page.form.who.value() == ids["patel"]
    page.make()
    page.form.reject()
    assert page.form is None
    asked = ContactDraft(text="how much?", at=bench.clock.now(), next_on=TODAY)
    contact = bench.services.contacts.log(asked, RUTH).card.id
    page.arrive(Place(room="promises", part="enquiry", item=str(contact)))
    assert page.form.presenter.aim.contact_id == contact
    page.form.text.show_typed("send the price")
    page.form.due.show_typed("by friday 5pm")
    page.form.save_button.click()
    assert page.detail_presenter.state.card.draft.text == "send the price"


def test_days_are_saved_for_a_calendar(page, bench, ids, tmp_path, monkeypatch):
    target = tmp_path / "promises.ics"
    monkeypatch.setattr("servicedesk.ui.people.calendar_out.save_file", lambda *_: target)
    actions = {one.text().replace("&", ""): one for one in page.pane.papers_menu().actions()}
    actions["Save for a calendar"].trigger()
    assert target.read_text("utf-8").count("BEGIN:VEVENT") == 5
    page.arrive(Place(room="promises", item=str(ids["late"])))
    page.detail.calendar_button.click()
    assert target.read_text("utf-8").count("BEGIN:VEVENT") == 1


def test_papers_are_offered_and_made(page, bench, ids, monkeypatch):
    shown_jobs = []
    monkeypatch.setattr(
        "servicedesk.ui.printing.preview.show_print", lambda job, *_: shown_jobs.append(job)
    )
    for action in page.pane.papers_menu().actions()[:4]:
        action.trigger()
    papers = [words_of(job) for job in shown_jobs]
    assert "order the brass hinges" in papers[0]
    assert "mend the mower" in papers[2]
    assert "mend the mower" not in papers[3]
    page.arrive(Place(room="promises", item=str(ids["late"])))
    page.detail.sheet_button.click()
    assert "Wellington Road" in words_of(shown_jobs[-1])
    page.detail.print_button.click()
    assert "side door" not in words_of(shown_jobs[-1])


def test_the_line_between_is_remembered(page, bench, qtbot):
    page._splitter.moveSplitter(600, 1)
    assert 45 <= bench.memory.get("promises_split") <= 55
    other = shown(bench, qtbot)
    assert abs(other._splitter.sizes()[0] - 600) < 20


def test_an_empty_file_has_one_sentence_and_one_button(bench, qtbot):
    page = shown(bench, qtbot)
    assert "Nothing is promised yet. Who, what and by when is enough." in texts_on(page)
    assert page.first_focus() is page.pane.first_button
    assert page.print_job() is None
    assert findings(page) == []
    page.pane.first_button.click()
    assert page.form is not None
    page.form.reject()


def test_ctrl_page_down_walks_the_promises(page, ids):
    page.pane.take_focus()
    press(page, Qt.Key.Key_PageDown, CTRL)
    assert page.detail_presenter.state.card.id == ids["late"]
    press(page, Qt.Key.Key_PageUp, CTRL)
    assert page.detail_presenter.state.card.id == ids["old"]


def test_where_there_is_little_room_one_of_both_is_shown(page, ids):
    page.resize(600, 700)
    QApplication.processEvents()
    assert page.pane.isVisible()
    assert not page.detail.isVisible()
    page.pane.take_focus()
    press(page, Qt.Key.Key_Return)
    assert page.detail.isVisible()
    assert not page.pane.isVisible()
    assert page.first_focus() is page.detail.done_button
    press(page, Qt.Key.Key_Escape)
    assert page.pane.rows.hasFocus()
    press(page, Qt.Key.Key_Return)
    page.detail.back_button.click()
    assert page.pane.rows.hasFocus()


@pytest.mark.parametrize("percent", [100, 200])
@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("name", ["late", "coming", "waiting", "kept"])
def test_the_page_is_fit_to_be_used(bench, qtbot, ids, percent, scheme, name):
    bench.theme.set_scheme(scheme)
    bench.theme.set_percent(percent)
    bench.theme.apply(QApplication.instance())
    page = shown(bench, qtbot)
    assert findings(page) == []
    page.arrive(Place(room="promises", item=str(ids[name])))
    QApplication.processEvents()
    assert findings(page) == []


def test_who_promised_is_nobody_the_owner_by_name_or_whoever_it_was(page, bench, ids):
    promises, today = bench.services.promises, Due(day=TODAY)
    nobody = promises.make(PromiseDraft(text="a", due=today, made_on=TODAY), "owner").card
    page.arrive(Place(room="promises", item=str(nobody.id)))
    said = texts_on(page.detail)
    assert f"{nobody.ref} · promised Wed 25 Nov" in said
    assert not any("owner" in one for one in said)
    bench.services.business.save({"owner_name": "Ruth Hollins"}, RUTH)
    named = promises.make(PromiseDraft(text="b", due=today, made_on=TODAY), "owner").card
    assert named.draft.promiser == "Ruth Hollins"
    page.arrive(Place(room="promises", item=str(nobody.id)))
    assert f"{nobody.ref} · promised Wed 25 Nov by Ruth Hollins" in texts_on(page.detail)
    written = [one for one in texts_on(page.detail) if one.startswith("written down")]
    assert all(one.endswith("by Ruth Hollins") for one in written)
    assert written
