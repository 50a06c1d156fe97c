# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""Undo and redo by key and by button, in words; a text field undoes its own letters."""

import ast

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QPushButton

from servicedesk.domain.complaints_stages import Action
from servicedesk.domain.errors import Trouble
from servicedesk.store.customers import customers
from servicedesk.ui.shell.undoing import MANY
from tests.conftest import ROOT
from tests.helpers.qt import words
from tests.helpers.records import customer_values
from tests.ui.shell.test_window import CTRL, SHIFT, press


def save(bench, name):
    return bench.do(
        lambda: bench.services.business.save({"trading_name": name}, bench.who), said="Saved."
    )


@pytest.fixture
def off_fields(shell):
    shell.rail.new.setFocus()
    return shell


def test_a_step_is_taken_back_and_done_again(off_fields, bench, qtbot):
    save(bench, "Hollins")
    assert off_fields.undo_bar.sentence == "Saved."
    press(qtbot, off_fields, Qt.Key.Key_Z, CTRL)
    assert bench.services.business.answers() == {}
    assert off_fields.undo_bar.sentence == "Taken back: the change to your business"
    assert off_fields.windowTitle() == "Servicedesk"
    press(qtbot, off_fields, Qt.Key.Key_Z, CTRL | SHIFT)
    assert bench.services.business.answers() == {"trading_name": "Hollins"}
    assert off_fields.undo_bar.sentence == "Done again: the change to your business"


def test_a_step_that_may_be_long_is_taken_back_beside_the_screen(off_fields, bench, qtbot):
    with bench.services.units.change("bring customers in", "Ruth") as unit:
        rows = [customer_values(f"Ann Hill {at}", f"K-{at:04}") for at in range(MANY)]
        unit.insert_many(customers, rows)
    press(qtbot, off_fields, Qt.Key.Key_Z, CTRL)
    press(qtbot, off_fields, Qt.Key.Key_Z, CTRL)  # once is enough
    assert off_fields.undo_bar.sentence == "One moment, that was a long step …"
    qtbot.waitUntil(lambda: not bench.tasks._open)
    assert off_fields.undo_bar.sentence == "Taken back: customers brought in from a list"
    press(qtbot, off_fields, Qt.Key.Key_Z, CTRL | SHIFT)
    qtbot.waitUntil(lambda: not bench.tasks._open)
    assert off_fields.undo_bar.sentence == "Done again: customers brought in from a list"
    with bench.services.units.change("change it", "Ruth") as unit:
        unit.journal.update(customers, 1, {"notes": "x"})
    press(qtbot, off_fields, Qt.Key.Key_Z, CTRL)
    qtbot.waitUntil(lambda: not bench.tasks._open)
    assert "changed" in off_fields.undo_bar.sentence


def test_undo_on_the_bar(off_fields, bench, qtbot):
    save(bench, "Hollins")
    (undo,) = [one for one in off_fields.undo_bar.findChildren(QPushButton) if one.text() == "Undo"]
    assert undo.isVisible()
    qtbot.keyClick(undo, Qt.Key.Key_Space)
    assert bench.services.business.answers() == {}
    assert not undo.isVisible()


def test_tab_comes_to_the_bar_after_the_page(shell, bench, qtbot, small):
    bench.bar.say("Closure added.", can_undo=True)
    page = small.pages["today"]
    page.text.setFocus()
    for wanted in (page.line, shell.undo_bar._undo):
        press(qtbot, shell.focusWidget(), Qt.Key.Key_Tab)
        assert shell.focusWidget() is wanted


def test_with_nothing_to_undo_it_says_so(off_fields, bench, qtbot):
    press(qtbot, off_fields, Qt.Key.Key_Z, CTRL)
    assert off_fields.undo_bar.sentence == words().say("refusal.undo_nothing")


def test_a_text_field_takes_its_own_letters_back(shell, bench, qtbot, small):
    save(bench, "Hollins")
    line = small.pages["today"].line
    line.setFocus()
    qtbot.keyClicks(line, "abc")
    press(qtbot, shell, Qt.Key.Key_Z, CTRL)
    assert line.text() == ""
    assert bench.services.business.answers() == {"trading_name": "Hollins"}


def test_a_file_that_cannot_be_written_is_told_in_words(off_fields, bench, qtbot, monkeypatch):
    told = []
    bench.bar.troubled.disconnect()
    bench.bar.troubled.connect(lambda words: told.append(words.happened))

    def gone(_who):
        raise Trouble("file_in_use", file="shop.servicedesk")

    monkeypatch.setattr(bench.services.undo, "undo", gone)
    press(qtbot, off_fields, Qt.Key.Key_Z, CTRL)
    assert told == ["shop.servicedesk is open in another window of this program."]
    assert off_fields.undo_bar.sentence == ""


def test_the_bar_goes_after_its_time_but_not_under_the_keyboard(shell, bench):
    bench.bar.say("Saved.", can_undo=True)
    bar = shell.undo_bar
    bar._undo.setFocus()
    bar._time_is_up()
    assert bar.isVisible()
    shell.rail.new.setFocus()
    bar._time_is_up()
    assert not bar.isVisible()
    assert QApplication.focusWidget() is shell.rail.new


def test_every_step_of_the_source_has_its_words():
    trees = [
        ast.parse(path.read_text(encoding="utf-8"))
        for path in (ROOT / "src/servicedesk/services").rglob("*.py")
    ]
    functions = [
        node for tree in trees for node in ast.walk(tree) if isinstance(node, ast.FunctionDef)
    ]
    takers = {
        function.name: [given.arg for given in function.args.args if given.arg != "self"].index(
            "use_case"
        )
        for function in functions
        if "use_case" in [given.arg for given in function.args.args]
    }
    calls = [node for tree in trees for node in ast.walk(tree) if isinstance(node, ast.Call)]
    named = [(getattr(call.func, "attr", getattr(call.func, "id", "")), call) for call in calls]
    said = {
        call.args[takers[name]].value
        for name, call in named
        if name in takers
        and len(call.args) > takers[name]
        and isinstance(call.args[takers[name]], ast.Constant)
        and isinstance(call.args[takers[name]].value, str)
    }
    assert {"add customer", "promise broken", "add closure"} <= said
    known = words()
    assert [one for one in sorted(said) if not known.has(f"use_case.{one.replace(' ', '_')}")] == []


def test_every_step_of_a_complaint_has_its_words():
    known = words()
    steps = [f"use_case.complaint:_{action.value}" for action in Action]
    assert [one for one in steps if not known.has(one)] == []
