# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""Who was asked, and registrations: added, changed, taken out, and kept as lines."""

from datetime import date

import pytest
from PySide6.QtWidgets import QApplication, QPushButton

from servicedesk.domain.guides import question_by_id
from servicedesk.domain.registrations import RegistrationDraft, RegistrationKind
from servicedesk.ui.charter.asked_notes import AskedNotes
from servicedesk.ui.charter.registrations_field import RegistrationsField
from tests.helpers import audits
from tests.helpers.qt import seen_texts

LINE = "2026-11-20 | a regular | being rung back | 4 hours, not a day | how_fast"
GAS = "Gas Safe Register | 123456 | 2026-11-02 | 2027-03-31"


def shown(widget, qtbot):
    qtbot.addWidget(widget)
    widget.resize(700, 900)  # nothing scrolls here: room for two notes in whatever is worn
    widget.show()
    heard = []
    widget.answered.connect(heard.append)
    return heard


@pytest.fixture
def asked(bench, qtbot):
    question = question_by_id(bench.services.charter_writing.guide, "asked_customers")
    made = AskedNotes(question, bench)
    made.heard = shown(made, qtbot)
    return made


@pytest.fixture
def registrations(bench, qtbot):
    question = question_by_id(bench.services.charter_writing.guide, "registrations")
    made = RegistrationsField(question, bench)
    made.heard = shown(made, qtbot)
    return made


def fill(dialog, **values):
    fields = {field.question_id: field for field in dialog.fields()}
    for name, value in values.items():
        fields[name].set_value(value)
    dialog.save_wanted.emit()
    return {name: field.error() for name, field in fields.items() if field.error()}


def test_a_note_is_added_and_read_back(asked):
    dialog = asked.form(None)
    wrong = fill(dialog, asked_on=date(2026, 11, 20), who="a regular", mattered=" ")
    assert list(wrong) == ["mattered"]
    assert not asked.heard
    wrong = fill(
        dialog,
        mattered="being rung back",
        changed="4 hours, not a day",
        page="how_fast",
    )
    assert not wrong
    assert asked.heard == [LINE]
    note = asked.notes_for("how_fast")[0]
    assert (note.who, note.asked_on) == ("a regular", date(2026, 11, 20))
    assert asked.notes_for("visits") == ()


def test_a_day_to_come_is_no_day_to_have_asked(asked):
    wrong = fill(asked.form(None), asked_on=date(2026, 12, 24), mattered="tea")
    assert list(wrong) == ["asked_on"]


def test_notes_are_changed_and_taken_out_and_free_lines_stay(asked):
    asked.set_answer(f"Five people wanted shorter waits.\n{LINE}")
    QApplication.processEvents()
    seen = seen_texts(asked)
    assert "Five people wanted shorter waits." in seen
    assert (
        "20 November 2026, a regular: being rung back → 4 hours, not a day (How fast we answer)"
        in seen
    )
    assert audits.findings(asked) == []
    assert not fill(asked.form(1), who="")
    assert asked.heard[-1].endswith(LINE.replace("a regular", ""))
    QApplication.processEvents()
    out = [one for one in asked.findChildren(QPushButton) if one.text() == "Take out"]
    next(one for one in out if one.isVisible()).click()
    assert "Five people" not in asked.heard[-1]


def test_registrations_are_lines_too(registrations):
    assert not fill(
        registrations.form(None),
        body="Gas Safe Register",
        number="123456",
        checked_on=date(2026, 11, 2),
        ends_on=date(2027, 3, 31),
    )
    assert registrations.heard == [GAS]
    QApplication.processEvents()
    assert "Gas Safe Register 123456, until 31 March 2027" in seen_texts(registrations)
    registrations.set_answer("Old body | 1 | 2020-01-01 | 2021-01-01\nNo end")
    QApplication.processEvents()
    seen = seen_texts(registrations)
    assert {"Old body 1, ended 1 January 2021", "No end, no end yet"} <= set(seen)
    assert "Take those from Settings" not in seen


def test_registrations_of_settings_are_taken_over_once(bench, qtbot):
    draft = RegistrationDraft(
        kind=RegistrationKind.REGISTRATION,
        body="Gas Safe Register",
        number="123456",
        checked_on=date(2026, 11, 2),
        ends_on=date(2027, 3, 31),
    )
    bench.services.registrations.add(draft, "Ruth")
    question = question_by_id(bench.services.charter_writing.guide, "registrations")
    made = RegistrationsField(question, bench)
    heard = shown(made, qtbot)
    made.take_from_settings()
    made.take_from_settings()
    assert heard == [GAS]


def typed(dialog, words, qtbot):
    field = next(one for one in dialog.fields() if one.question_id == "mattered")
    qtbot.addWidget(dialog)
    dialog.show()
    field.focus_target().selectAll()
    qtbot.keyClicks(field.focus_target(), words)
    return field


def test_a_note_that_is_half_typed_is_kept_until_it_is_saved(asked, bench, qtbot):
    kept = bench.services.drafts.kept
    field = typed(asked.form(None), "tea", qtbot)
    qtbot.waitUntil(lambda: kept("charter asked_customers") is not None)
    field.window().reject()
    dialog = asked.form(None)
    assert "Here is what you were typing on" in " ".join(seen_texts(dialog))
    assert {one.question_id: one.value() for one in dialog.fields()}["mattered"] == "tea"
    assert not fill(dialog)
    assert asked.notes()[0]["mattered"] == "tea"
    assert kept("charter asked_customers") is None


def test_what_is_half_typed_stays_with_its_note(asked, bench, qtbot):
    asked.set_answer("tea\nmilk\nsugar")
    for at, words in enumerate(("tea!", "milk!", "sugar!")):
        typed(asked.form(at), words, qtbot).window().reject()
    asked.remove(0)
    kept = [bench.services.drafts.kept("charter asked_customers", str(at)) for at in range(3)]
    assert [one and one.values["mattered"] for one in kept] == ["milk!", "sugar!", None]
    bench.services.drafts.drop("charter asked_customers", "1")
    asked.remove(0)
    assert bench.services.drafts.kept("charter asked_customers", "0") is None
