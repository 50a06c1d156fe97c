# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""It's sorted: a small complaint written down and settled in one breath, or one that was open."""

from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from servicedesk.domain.complaints import Content, Finding, Stage
from servicedesk.domain.complaints_causes import Cause
from servicedesk.domain.complaints_file import RemedyDraft, RemedyKind
from servicedesk.domain.customers import Channel
from servicedesk.domain.errors import Refusal, Trouble
from servicedesk.domain.people import PersonDraft
from servicedesk.ui.people.sorted_form import sort_out
from tests.helpers.audits import findings
from tests.helpers.qt import seen_texts
from tests.helpers.records import DAY, put_customer
from tests.ui.people.complaint_forms import field, kept, opener
from tests.ui.widgets.made import press, write

CTRL = Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def patel(bench):
    return put_customer(bench.services.units, "Mrs Meena Patel")


@pytest.fixture
def opened(bench, qtbot, patel):
    return opener(bench, qtbot)


def logged(bench, opened, **aim):
    form = opened(**aim)
    form._save()
    return kept(bench)[0]


def test_scenario_27_soup_replaced_at_the_table_is_written_down_and_sorted(
    bench, heard, opened, patel
):
    form = opened(customer_id=patel, text="The soup was cold")
    dialog = form.sort_out()
    write(dialog, "New soup at the table")
    for name, value in (("kind", "replacement"), ("content", "yes"), ("cause", "slip")):
        field(dialog, name).show_typed(value)
    press(dialog, Qt.Key.Key_Return, CTRL)
    assert not form.isVisible()
    (card,) = kept(bench)
    assert heard.said[-1] == f"Saved and sorted, {card.ref}"
    assert (card.stage, card.finding, card.content) == (
        Stage.CLOSED,
        Finding.UPHELD,
        Content.YES,
    )
    assert card.learning.causes == (Cause.SLIP,)
    assert (card.told_by, card.dates.decided_on) == (Channel.COUNTER, DAY)
    (remedy,) = bench.services.complaints.file(card.id).remedies
    assert (remedy.draft.kind, remedy.draft.done_on) == (RemedyKind.REPLACEMENT, DAY)
    bench.services.undo.undo("Ruth")
    assert kept(bench) == []
    assert opened().text.value() == ""


def test_what_is_missing_is_told_beside_its_field(bench, opened, patel):
    form = opened(customer_id=patel)
    assert form.sort_out() is None
    assert "in a few words" in form.text.error()
    write(form, "The soup was cold")
    dialog = form.sort_out()
    press(dialog, Qt.Key.Key_Return, CTRL)
    assert field(dialog, "did").error() == "Please say what you did, in a few words."
    for name, value, said in (
        ("amount_pence", "lots", "lots"),
        ("did", "gave a fiver", ""),
        ("amount_pence", "5", ""),
        ("on", "someday", "someday"),
        ("on", "tomorrow", "to come"),
        ("on", "yesterday", "before the complaint came in"),
        ("on", "", ""),
        ("told_by", "", ""),
    ):
        field(dialog, name).show_typed(value)
        press(dialog, Qt.Key.Key_Return, CTRL)
        assert said in field(dialog, name).error()
        assert dialog.isVisible()
    assert field(dialog, "told_by").error() == "Please say how you told them."
    field(dialog, "told_by").show_typed("phone")
    press(dialog, Qt.Key.Key_Return, CTRL)
    assert "what sort of thing" in field(dialog, "kind").error()
    field(dialog, "kind").show_typed("refund_part")
    press(dialog, Qt.Key.Key_Return, CTRL)
    (card,) = kept(bench)
    assert (card.told_by, card.stage) == (Channel.PHONE, Stage.CLOSED)


def test_money_above_the_limit_asks_for_the_reason_beside_its_field(bench, opened, patel):
    bench.services.people.add(PersonDraft(name="Tom", limit_pence=2000), "owner")
    bench.memory.set("serving", "Tom")
    form = opened(customer_id=patel, text="The soup was cold")
    dialog = form.sort_out()
    assert field(dialog, "over_because").isHidden()
    typed = {"did": "gave the money back", "kind": "refund_full", "amount_pence": "25"}
    for name, value in typed.items():
        field(dialog, name).show_typed(value)
    press(dialog, Qt.Key.Key_Return, CTRL)
    over = field(dialog, "over_because")
    assert "above the limit of £20.00" in over.error()
    assert over.focus_target().hasFocus()
    assert (dialog.values()["did"], dialog.values()["amount_pence"]) == (typed["did"], 2500)
    assert kept(bench) == []
    dialog.reject()
    again = form.sort_out()
    assert field(again, "over_because").isHidden()
    press(again, Qt.Key.Key_Return, CTRL)
    write(again, "Ruth agreed")
    again.reject()
    last = form.sort_out()
    assert field(last, "over_because").isVisible()
    press(last, Qt.Key.Key_Return, CTRL)
    (card,) = kept(bench)
    (remedy,) = bench.services.complaints.file(card.id).remedies
    assert (remedy.draft.amount_pence, remedy.draft.over_because) == (2500, "Ruth agreed")


def test_what_could_hurt_takes_the_full_steps(bench, opened, patel):
    form = opened(customer_id=patel, text="The kettle burnt my hand")
    assert form.sort_out() is None
    assert "step by step" in form.serious.error()
    unclear = opened(text="late")
    unclear.who.focus_target().setText("pat")
    unclear.who.show_typed("pat")
    assert unclear.sort_out() is None
    assert "pat" in unclear.who.error()
    assert kept(bench) == []


def test_a_fault_of_the_complaint_itself_leads_back_to_it(bench, opened, monkeypatch):
    form = opened(text="late")
    dialog = form.sort_out()
    write(dialog, "said sorry")

    def refuse(*given):
        raise Refusal("complaint_needs_text", "text")

    monkeypatch.setattr(bench.services.complaints, "log_sorted", refuse)
    press(dialog, Qt.Key.Key_Return, CTRL)
    assert QApplication.activeModalWidget() is None
    assert form.isVisible()
    assert form.text.error()


def test_an_open_one_is_sorted_from_anywhere(bench, heard, opened, patel):
    card = logged(bench, opened, customer_id=patel, text="The saw stopped")
    bench.clock.set(date(2026, 11, 24))
    dialog = sort_out(bench, card.id, opened())
    assert f"{card.ref} · Mrs Meena Patel · The saw stopped" in seen_texts(dialog)
    field(dialog, "did").show_typed("swapped the saw")
    field(dialog, "content").show_typed("no")
    dialog._save()
    assert heard.said[-1] == f"Sorted, {card.ref}"
    after = bench.services.complaints.get(card.id)
    assert (after.stage, after.dates.decided_on) == (Stage.RESOLVED, date(2026, 11, 24))
    bench.services.undo.undo("Ruth")
    assert bench.services.complaints.get(card.id).stage is Stage.RECEIVED


def test_one_that_ended_meanwhile_and_one_that_is_gone_are_said(bench, heard, opened, monkeypatch):
    card = logged(bench, opened, text="late " * 40)
    dialog = sort_out(bench, card.id, opened())
    assert any(text.endswith("late…") for text in seen_texts(dialog))
    field(dialog, "did").show_typed("said sorry")
    other = sort_out(bench, card.id, opened())
    field(other, "did").show_typed("said sorry")
    other._save()
    dialog._save()
    assert card.ref in field(dialog, "did").error()
    assert sort_out(bench, 99, dialog) is None

    def full(*given):
        raise Trouble("disk_full", name="servicedesk.db")

    monkeypatch.setattr(bench.services.complaints, "sort_out", full)
    dialog._save()
    assert dialog.isVisible()
    assert heard.troubles


def test_what_was_typed_is_there_again(opened):
    form = opened(text="late")
    dialog = form.sort_out()
    write(dialog, "said sorry")
    dialog.reject()
    assert field(form.sort_out(), "did").value() == "said sorry"


@pytest.mark.parametrize("percent", [100, 200])
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_the_dialog_is_fit_to_be_used(bench, opened, qtbot, percent, scheme):
    bench.theme.set_scheme(scheme)
    bench.theme.set_percent(percent)
    bench.theme.apply(QApplication.instance())
    form = opened(text="late")
    dialog = form.sort_out()
    with qtbot.waitActive(dialog):
        dialog.show()
    assert findings(dialog) == []


def test_it_says_what_becomes_of_what_was_planned(bench, opened, qtbot, patel):
    card = logged(bench, opened, customer_id=patel, text="The hinge broke")
    bare = sort_out(bench, card.id, opened())
    assert not any("Planned" in text for text in seen_texts(bare))
    bare.reject()
    for kind, words in ((RemedyKind.REPAIR, "mend the hinge"), (RemedyKind.APOLOGY, "")):
        plan = RemedyDraft(kind=kind, words=words, due=DAY)
        bench.services.complaints.parts.add_remedy(card.id, plan, "Ruth")
    dialog = sort_out(bench, card.id, opened())
    (told,) = [text for text in seen_texts(dialog) if text.startswith("Planned: ")]
    assert told.startswith("Planned: mend the hinge; Apology. It counts as done with this")
    assert findings(dialog) == []
