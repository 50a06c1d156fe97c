# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""The form of a complaint beyond its first lines: more, faults, drafts, changes, every look."""

from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QPushButton

from servicedesk.domain.complaints import Stage, Track, Wish
from servicedesk.domain.customers import Channel
from servicedesk.domain.errors import Trouble
from servicedesk.domain.own_fields import OwnFieldDraft, OwnFieldKind, OwnFieldOn
from servicedesk.ui.people.complaint_form import (
    print_complaint_slip,
    show_complaint_form,
)
from servicedesk.ui.printing import preview
from tests.helpers.audits import findings
from tests.helpers.qt import seen_texts
from tests.helpers.records import put_customer
from tests.ui.people.complaint_forms import button, field, kept, opener, save
from tests.ui.widgets.made import write

CTRL, ALT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.AltModifier


@pytest.fixture
def patel(bench):
    return put_customer(bench.services.units, "Mrs Meena Patel", remember="Rings after six")


@pytest.fixture
def opened(bench, qtbot, patel):
    return opener(bench, qtbot)


def test_more_holds_the_rest(bench, opened, patel):
    asked = (
        OwnFieldDraft(on=OwnFieldOn.COMPLAINT, name="Colour"),
        OwnFieldDraft(on=OwnFieldOn.COMPLAINT, name="Paid", kind=OwnFieldKind.YES_NO),
    )
    ids = [bench.services.own_fields.add(one, "Ruth").card.id for one in asked]
    form = opened(customer_id=patel, text="the saw stopped")
    assert not field(form, "notes").isVisible()
    form._more_button.click()
    assert field(form, "notes").isVisible()
    said = {
        "channel": "phone",
        "taken_by": "Tom",
        "handler": "Ole",
        "job_ref": "INV 7",
        "product": "tile saw",
        "place": "at home",
        "staff": "Tom",
        "amount_pence": "12.50",
        "wish_words": "a new blade",
        "ticks": ("ongoing", "from_stock"),
        "acting_for": "her mother",
        "happened_on": date(2026, 11, 20),
        "authority_seen_on": "20/11",
        "track": ("privacy",),
        "notes": "x" * 10_000,
        f"own_{ids[0]}": "blue",
        f"own_{ids[1]}": True,
    }
    for name, value in said.items():
        field(form, name).show_typed(value)
    save(form)
    (card,) = kept(bench)
    draft = card.draft
    assert (draft.channel, draft.taken_by, draft.handler) == (Channel.PHONE, "Tom", "Ole")
    assert (draft.job_ref, draft.product, draft.place) == ("INV 7", "tile saw", "at home")
    assert (draft.staff, draft.amount_pence, draft.wish_words) == ("Tom", 1250, "a new blade")
    assert (draft.is_ongoing, draft.from_stock) == (True, True)
    assert (draft.acting_for, draft.happened_on) == ("her mother", date(2026, 11, 20))
    assert draft.authority_seen_on == date(2026, 11, 20)
    assert draft.track is Track.DATA_PROTECTION
    assert draft.notes == "x" * 10_000
    assert dict(draft.own) == {str(ids[0]): "blue", str(ids[1]): "yes"}


def test_where_our_law_is_not_known_nobody_is_asked_for_its_track(bench, opened):
    bench.services.business.save({"nation": "elsewhere"}, "Ruth")
    form = opened()
    assert [one for one in form.fields() if one.question_id == "track"] == []


@pytest.mark.parametrize(
    ("name", "value", "said"),
    [
        ("happened_on", date(2026, 12, 24), "yet to come"),
        ("amount_pence", "lots", "lots"),
        ("authority_seen_on", "someday", "someday"),
    ],
)
def test_a_fault_under_more_opens_it(bench, opened, name, value, said):
    form = opened(text="the saw stopped")
    form.text.focus_target().setFocus()
    field(form, name).show_typed(value)
    save(form)
    assert field(form, name).isVisible()
    assert said in field(form, name).error()
    assert kept(bench) == []


def test_words_that_say_why_somebody_needs_help_are_warned_of(opened):
    form = opened()
    form.text.focus_target().setFocus()
    write(form, "she has dementia and waited")
    assert any("says why" in said for said in seen_texts(form))


def test_what_was_typed_is_there_again_and_a_refused_tick_too(bench, opened):
    form = opened()
    write(form, "Ole")
    form.text.focus_target().setFocus()
    write(form, "it burnt my hand")
    form.safety.focus_target().click()
    form.about.press(7)
    form.wishes.press(2)
    form.reject()
    again = opened()
    assert again.who.typed_name() == "Ole"
    assert again.text.value() == "it burnt my hand"
    assert (again.safety.is_ticked, again.safety.isVisible()) == (False, True)
    assert (again.about.value(), again.wishes.value()) == ("other", ("replacement",))
    save(again)
    assert kept(bench)[0].draft.wishes == (Wish.REPLACEMENT,)
    assert opened().text.value() == ""


def test_start_empty_leaves_nobody_and_nothing_in(bench, opened, patel, qtbot):
    form = opened(customer_id=patel, text="the saw stopped")
    form.about.press(7)
    form.reject()
    again = opened(customer_id=patel, text="the saw stopped")
    assert (again.who.value(), again.about.value()) == (patel, "other")
    start = next(one for one in again.findChildren(QPushButton) if one.text() == "Start empty")
    start.click()
    assert (again.who.told(), again.text.value(), again.about.value()) == ("", "", "")
    assert again.who.focus_target().hasFocus()
    assert not again.safety.isVisible()
    again.reject()
    assert opened(customer_id=patel).who.value() == patel


@pytest.mark.parametrize(
    ("ways", "channel"),
    [
        ((), Channel.COUNTER),
        (("you_go",), Channel.PHONE),
        (("you_send",), Channel.PHONE),
        (("they_come", "you_go"), Channel.COUNTER),
    ],
)
def test_how_it_came_in_is_seen_and_begins_with_how_this_business_is_reached(
    bench, opened, patel, ways, channel
):
    if ways:
        bench.services.business.save({"how_you_work": ways}, "Ruth")
    form = opened(customer_id=patel)
    assert field(form, "channel").isVisible()
    assert field(form, "channel").value() == channel.value
    write(form, "the saw stopped")
    dialog = form.sort_out()
    assert dialog._field("told_by").value() == channel.value
    dialog.reject()
    form.save_wanted.emit()
    (card,) = kept(bench)
    assert card.draft.channel is channel


def test_save_and_open_goes_to_it(bench, heard, opened, patel):
    form = opened(customer_id=patel)
    button(form, "Save and open").click()
    assert heard.places == []
    write(form, "the saw stopped")
    button(form, "Save and open").click()
    (card,) = kept(bench)
    (place,) = heard.places
    assert (place.room, place.item) == ("complaints", str(card.id))


def test_save_and_print_shows_the_slip(bench, opened, patel, monkeypatch):
    shown = []
    monkeypatch.setattr(preview, "show_print", lambda job, *_: shown.append(job))
    form = opened(customer_id=patel)
    button(form, "Save and print").click()
    assert shown == []
    write(form, "the saw stopped")
    button(form, "Save and print").click()
    assert [card.draft.text for card in kept(bench)] == ["the saw stopped"]
    (job,) = shown
    assert job.title == "Complaint slips"


def test_a_slip_that_cannot_be_made_is_said(bench, heard, opened, monkeypatch):
    form = opened()
    print_complaint_slip(bench, 99, form)
    assert heard.said

    def full(ids):
        raise Trouble("disk_full", name="servicedesk.db")

    monkeypatch.setattr(bench.services.rounds, "complaint_slips", full)
    print_complaint_slip(bench, 99, form)
    assert heard.troubles


def test_one_on_record_is_changed_and_its_day_and_minute_stay(bench, heard, opened, patel):
    form = opened(customer_id=patel, text="the saw stopped")
    for name, value in (("notes", "side door"), ("ticks", ("ongoing",)), ("about", "privacy")):
        field(form, name).show_typed(value)
    save(form)
    (card,) = kept(bench)
    bench.clock.set(date(2026, 11, 24))
    changing = opened(complaint_id=card.id)
    assert changing.windowTitle() == "Change the complaint"
    assert changing.due_line.isHidden()
    assert field(changing, "notes").isVisible()
    assert changing.about.value() == "privacy"
    assert changing.text.focus_target().hasFocus()
    field(changing, "text").show_typed("the saw stopped twice")
    save(changing)
    assert heard.said[-1] == f"{card.ref} changed"
    after = bench.services.complaints.get(card.id)
    assert after.draft.text == "the saw stopped twice"
    assert after.draft.received_at == card.draft.received_at
    assert (after.draft.is_ongoing, after.draft.notes) == (True, "side door")
    assert after.stage is Stage.RECEIVED


def test_nothing_changed_is_nothing_said(bench, heard, opened, patel):
    form = opened(customer_id=patel, text="the saw stopped")
    save(form)
    before = len(heard.said)
    changing = opened(complaint_id=kept(bench)[0].id)
    save(changing)
    assert not changing.isVisible()
    assert len(heard.said) == before


def test_a_trouble_keeps_the_form_open(bench, heard, opened, monkeypatch):
    form = opened(text="the saw stopped")

    def full(*given):
        raise Trouble("disk_full", name="servicedesk.db")

    monkeypatch.setattr(bench.services.complaints, "log", full)
    button(form, "Save and open").click()
    assert form.isVisible()
    assert heard.troubles
    monkeypatch.setattr(bench.services.complaints, "preview", full)
    form.serious.show_typed("small")
    form.serious.typed.emit()
    assert form.due_line.isHidden()


def test_one_that_is_gone_is_said(bench, heard, opened, monkeypatch):
    form = opened()
    assert show_complaint_form(bench, form, complaint_id=99) is None
    assert heard.said

    def full(complaint_id):
        raise Trouble("disk_full", name="servicedesk.db")

    monkeypatch.setattr(bench.services.complaints, "get", full)
    assert show_complaint_form(bench, form, complaint_id=99) is None
    assert heard.troubles
    shown = show_complaint_form(bench, form, text="late")
    assert shown is not None
    shown.reject()


@pytest.mark.parametrize("percent", [100, 200])
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_the_form_is_fit_to_be_used(bench, opened, patel, percent, scheme):
    bench.theme.set_scheme(scheme)
    bench.theme.set_percent(percent)
    bench.theme.apply(QApplication.instance())
    form = opened(customer_id=patel, text="I burnt my hand")
    assert findings(form) == []
    form.about.press(7)
    form.wishes.press(6)
    form._open_more(is_open=True)
    QApplication.processEvents()
    assert findings(form) == []
    assert form._more.isVisible()
