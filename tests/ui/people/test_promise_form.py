# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""The form of a promise: three fields, few keys, several of one visit, nothing typed is lost."""

from datetime import UTC, date, datetime

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from servicedesk.domain.calendars_kept import ClosureDraft
from servicedesk.domain.customers import Channel
from servicedesk.domain.own_fields import OwnFieldDraft, OwnFieldKind, OwnFieldOn
from servicedesk.domain.promises import Due, Every, PromiseKind
from tests.helpers.audits import findings
from tests.helpers.builders import charter_draft
from tests.helpers.qt import seen_texts
from tests.helpers.records import DAY
from tests.ui.people.promise_forms import FRIDAY, field, kept, save
from tests.ui.widgets.made import press, write

BUDGET = 6
"""Keys beside the words: F7 and these are done within twenty seconds."""


def test_a_promise_is_written_within_its_budget_of_keys(bench, heard, opened, patel):
    form = opened()
    keys = [Qt.Key.Key_F7]  # which opened it
    write(form, "meena")
    for key, text in (
        (Qt.Key.Key_Down, ""),
        (Qt.Key.Key_Return, ""),
        (Qt.Key.Key_Tab, "ring back about the saw"),
        (Qt.Key.Key_Tab, "fri"),
    ):
        press(form, key)
        keys.append(key)
        write(form, text)
    assert "Fri 27 November 2026" in seen_texts(form)
    save(form)
    keys.append("Ctrl+Enter")
    assert len(keys) <= BUDGET
    assert not form.isVisible()
    assert heard.said[-1] == "Written down: ring back about the saw"
    (card,) = kept(bench)
    assert (card.draft.customer_id, card.draft.text) == (patel, "ring back about the saw")
    assert (card.due, card.draft.promiser, card.draft.made_on) == (Due(day=FRIDAY), "Ruth", DAY)


def test_a_shut_day_is_said_and_one_key_takes_the_next_open_one(bench, opened, patel):
    closed = ClosureDraft(first=date(2026, 12, 29), last=date(2026, 12, 30), reason="Stocktaking")
    bench.services.calendars.add_closure(closed, "Ruth")
    form = opened(customer_id=patel)
    form.text.show_typed("mend the gate")
    form.due.focus_target().setFocus()
    write(form, "25/12 5pm")
    said = "You are closed on Fri 25 Dec (Christmas Day); next open day is Thu 31 Dec."
    assert said in seen_texts(form)
    assert said in form.due.focus_target().accessibleDescription()
    assert findings(form) == []
    press(form, Qt.Key.Key_Down)
    assert form.due.value() == "31/12/2026 17:00"
    assert not form.due.hint.isVisible()
    form.due.focus_target().selectAll()
    write(form, "30/12")
    assert "(Stocktaking)" in " ".join(seen_texts(form))
    form.due.focus_target().selectAll()
    write(form, "sun")
    assert not form.due.hint.isVisible()  # nobody has said when the door is open
    form.due.focus_target().selectAll()
    write(form, "25/12")
    save(form)
    (card,) = kept(bench)
    assert card.due == Due(day=date(2026, 12, 25))


def test_demand_29_what_to_remember_and_what_is_open_is_seen_while_typing(bench, opened, patel):
    first = opened(customer_id=patel)
    assert first.text.focus_target().hasFocus()
    write(first, "ring back about the saw")
    press(first, Qt.Key.Key_Tab)
    write(first, "tomorrow 5pm")
    save(first)
    second = opened(customer_id=patel)
    texts = seen_texts(second)
    assert "Remember: Rings after six" in texts
    assert any("ring back about the saw" in text for text in texts)
    (card,) = kept(bench)
    assert card.due.at == datetime(2026, 11, 24, 17, 0, tzinfo=UTC)


def test_several_of_one_visit_are_saved_and_undone_in_one(bench, heard, opened, patel):
    form = opened(customer_id=patel)
    for text, due in (("send a quote", "fri"), ("ring back", "today")):
        write(form, text)
        press(form, Qt.Key.Key_Tab)
        write(form, due)
        form._hold()
        assert form.text.focus_target().hasFocus()
    assert form.who.value() == patel
    assert kept(bench) == []
    QApplication.processEvents()
    assert any(text.startswith("1. send a quote, by Fri 27 Nov") for text in seen_texts(form))
    write(form, "order the hinge")
    press(form, Qt.Key.Key_Tab)
    write(form, "+5")
    save(form)
    assert heard.said[-1] == "3 promises written down."
    assert sorted(card.draft.text for card in kept(bench)) == [
        "order the hinge",
        "ring back",
        "send a quote",
    ]
    assert {card.draft.customer_id for card in kept(bench)} == {patel}
    bench.services.undo.undo("Ruth")
    assert kept(bench) == []


def test_one_that_was_held_can_be_taken_out_and_the_rest_saved(bench, opened, patel):
    form = opened(customer_id=patel)
    for text in ("send a quote", "ring back"):
        write(form, text)
        press(form, Qt.Key.Key_Tab)
        write(form, "fri")
        form._hold()
    form.held._take_out(0)
    save(form)
    assert [card.draft.text for card in kept(bench)] == ["ring back"]


def test_what_is_missing_is_told_beside_its_field_and_nothing_is_lost(bench, opened):
    form = opened()
    save(form)
    assert form.isVisible()
    assert field(form, "text").error() == "Please say what you promised, in a few words."
    assert field(form, "text").focus_target().hasFocus()
    write(form, "ring back")
    save(form)
    assert "by when" in field(form, "due").error()
    write(form, "someday")
    press(form, Qt.Key.Key_Tab)
    assert "someday" in field(form, "due").error()
    form._hold()
    assert form.held.held == ()
    assert kept(bench) == []


def test_a_name_that_nobody_has_becomes_a_customer(bench, opened):
    form = opened()
    write(form, "Ole Ostergaard")
    press(form, Qt.Key.Key_Tab)
    write(form, "ring back")
    press(form, Qt.Key.Key_Tab)
    write(form, "fri")
    save(form)
    (card,) = kept(bench)
    assert card.customer_name == "Ole Ostergaard"
    bench.services.undo.undo("Ruth")
    assert kept(bench) == []
    assert bench.services.search.people("Ole Ostergaard") == ()


def test_a_name_that_somebody_may_have_is_asked_about(bench, opened, patel):
    form = opened()
    write(form, "pat")
    press(form, Qt.Key.Key_Escape)
    press(form, Qt.Key.Key_Tab)
    write(form, "ring back")
    press(form, Qt.Key.Key_Tab)
    write(form, "fri")
    save(form)
    assert form.isVisible()
    assert "pat" in form.who.error()
    assert kept(bench) == []


def test_nobody_is_fine_too(bench, opened):
    form = opened(text="order the hinge")
    field(form, "due").show_typed("fri")
    save(form)
    (card,) = kept(bench)
    assert (card.draft.customer_id, card.draft.text) == (None, "order the hinge")


def test_the_charter_gives_day_and_remedy(bench, opened, patel):
    version = bench.services.charters.publish_draft(
        charter_draft(), "Ruth", lambda card: None
    ).card.id
    form = opened(customer_id=patel)
    chips = [chip.text() for chip in form.standard._row.chips]
    assert chips == ["Missed calls returned: by today, 16.00", "E-mails answered: by Wednesday"]
    write(form, "ring back")
    form.standard._row.chips[0].click()
    save(form)
    (card,) = kept(bench)
    assert card.due.at == datetime(2026, 11, 23, 16, 0, tzinfo=UTC)
    assert (card.draft.standard_key, card.charter_version_id) == ("call", version)
    assert card.draft.remedy == "We will ring you to say sorry."
    assert card.draft.allowance is not None
    other = opened(customer_id=patel)
    other.standard._row.chips[0].click()
    field(other, "due").show_typed("fri")
    write(other, "x")
    field(other, "text").show_typed("ring back")
    save(other)
    assert [one.draft.allowance for one in kept(bench)][-1] is None


def test_more_holds_the_rest(bench, opened, patel):
    colour = OwnFieldDraft(on=OwnFieldOn.PROMISE, name="Colour")
    asked = OwnFieldDraft(on=OwnFieldOn.PROMISE, name="Paid", kind=OwnFieldKind.YES_NO)
    ids = [bench.services.own_fields.add(one, "Ruth").card.id for one in (colour, asked)]
    form = opened(customer_id=patel)
    assert not field(form, "notes").isVisible()
    form._more_button.click()
    said = {
        "text": "mend the mower",
        "due": "fri",
        "kind": "repair",
        "channel": "counter",
        "job_ref": "INV 7",
        "condition": "if the part comes",
        "remedy": "a free sharpening",
        "promiser": "Tom",
        "made_on": date(2026, 11, 20),
        "waiting_for": "the part",
        "notes": "x" * 10_000,
        f"own_{ids[0]}": "blue",
        f"own_{ids[1]}": True,
    }
    for name, value in said.items():
        field(form, name).show_typed(value)
    save(form)
    (card,) = kept(bench)
    draft = card.draft
    assert (draft.kind, draft.channel) == (PromiseKind.REPAIR, Channel.COUNTER)
    assert (draft.job_ref, draft.condition) == ("INV 7", "if the part comes")
    assert (draft.remedy, draft.promiser) == ("a free sharpening", "Tom")
    assert (draft.made_on, draft.waiting_for) == (date(2026, 11, 20), "the part")
    assert draft.notes == "x" * 10_000
    assert dict(draft.own) == {str(ids[0]): "blue", str(ids[1]): "yes"}


def test_a_fault_under_more_opens_it(bench, opened):
    form = opened(text="ring back")
    field(form, "due").show_typed("fri")
    field(form, "made_on").show_typed(date(2026, 12, 24))
    form._open_more(is_open=False)
    save(form)
    assert field(form, "made_on").isVisible()
    assert "yet to come" in field(form, "made_on").error()


def test_a_promise_that_comes_again_is_made_with_its_series(bench, heard, opened):
    form = opened(text="service the boiler")
    form._more_button.click()
    field(form, "due").show_typed("fri")
    assert not field(form, "step").isVisible()
    field(form, "repeat").show_typed("year")
    form._show_repeats()
    assert field(form, "step").isVisible()
    field(form, "step").show_typed("x")
    save(form)
    assert "1 to 99" in field(form, "step").error()
    field(form, "step").show_typed("2")
    field(form, "ends_on").show_typed("someday")
    save(form)
    assert "someday" in field(form, "ends_on").error()
    field(form, "ends_on").show_typed(date(2036, 1, 1))
    save(form)
    (card,) = kept(bench)
    often = bench.services.promises.repeat_of(card.id)
    assert often is not None
    assert (often.repeat.every, often.repeat.step) == (Every.YEAR, 2)
    assert "The next one" in heard.said[-1]


def test_one_that_comes_again_is_saved_by_itself(bench, opened):
    form = opened(text="service the boiler")
    field(form, "due").show_typed("fri")
    form._hold()
    form._more_button.click()
    for name, value in (("text", "ring"), ("due", "fri"), ("repeat", "year")):
        field(form, name).show_typed(value)
    save(form)
    assert "by itself" in field(form, "repeat").error()
    assert kept(bench) == []


def test_a_promise_is_changed_and_its_day_is_not_moved_in_silence(bench, heard, opened, patel):
    form = opened(customer_id=patel, text="ring back")
    field(form, "due").show_typed("fri")
    field(form, "notes").show_typed("side door")
    save(form)
    (card,) = kept(bench)
    bench.clock.set(date(2026, 11, 24))
    changing = opened(promise_id=card.id)
    assert field(changing, "notes").isVisible()
    assert field(changing, "due").value() == "27/11/2026"
    field(changing, "due").show_typed("1/12")
    save(changing)
    assert "New date" in field(changing, "due").error()
    field(changing, "due").show_typed("27/11")
    field(changing, "text").show_typed("ring her back")
    save(changing)
    assert heard.said[-1] == f"{card.ref} changed."
    assert bench.services.promises.get(card.id).draft.text == "ring her back"


@pytest.mark.parametrize("percent", [100, 200])
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_the_form_is_fit_to_be_used(bench, opened, patel, percent, scheme):
    bench.services.charters.publish_draft(charter_draft(), "Ruth", lambda card: None)
    bench.theme.set_scheme(scheme)
    bench.theme.set_percent(percent)
    bench.theme.apply(QApplication.instance())
    form = opened(customer_id=patel, text="ring back")
    field(form, "due").show_typed("fri 5pm")
    form._hold()
    form._more_button.click()
    field(form, "repeat").show_typed("week")
    form._show_repeats()
    QApplication.processEvents()
    assert findings(form) == []
