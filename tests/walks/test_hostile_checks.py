# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""Hostile words beside the answers of a check, and in what is planned of its result.

As in the forms: refused with a sentence and still there, or kept as typed and shown as words.
"""

from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from servicedesk.domain.checks import Answer, Bank, GivenAnswer
from servicedesk.ui.core.workbench import Workbench
from servicedesk.ui.shell.window import Shell
from tests.walks.test_hostile_forms import HOSTILE, as_markup, squeezed, stored, texts
from tests.walks.test_hostile_words import edits, go, kept_or_told, paste, text_in, told

RUTH = "Ruth"


@pytest.mark.parametrize("what", HOSTILE)
def test_what_shows_an_answer(
    window: Shell, bench: Workbench, qtbot: QtBot, tmp_path: Path, what: str
) -> None:
    """Beside an answer: what shows it, and why it is done differently."""
    go(window, "improve", "check", Bank.SECURITY.value)
    page = window.page.shown.asking
    for box in page.boxes[:2]:
        box.row.chips[list(Answer).index(Answer.PARTLY)].click()
    QApplication.processEvents()
    typed = edits(page)
    assert len(typed) == 4
    lost = [kept_or_told(edit, paste(qtbot, edit, HOSTILE[what])) for edit in typed]
    assert [line for line in lost if line] == []
    stands = texts(page)
    go(window, "today")
    go(window, "improve", "check", Bank.SECURITY.value)
    page = window.page.shown.asking
    assert texts(page) == stands
    assert as_markup() == []
    found = stored(tmp_path)
    for edit in edits(page):
        if not told(edit):
            assert squeezed(text_in(edit)) in found
    number = bench.services.checks.open_one(Bank.SECURITY).id
    bench.services.checks.finish(number, RUTH)
    go(window, "improve", "check", f"result/{number}")
    assert as_markup() == []


@pytest.mark.parametrize("what", HOSTILE)
def test_who_does_what_is_planned(
    window: Shell, bench: Workbench, qtbot: QtBot, tmp_path: Path, what: str
) -> None:
    card = bench.services.checks.begin(Bank.SECURITY, False, RUTH).card
    for question in card.asked:
        bench.services.checks.answer(card.id, question, GivenAnswer(answer=Answer.NO), RUTH)
    bench.services.checks.finish(card.id, RUTH)
    go(window, "improve", "check", f"result/{card.id}")
    box = window.page.shown.result.plan
    who, due = (field.focus_target() for field in (box.who, box.due))
    for edit in (who, due):
        assert kept_or_told(edit, paste(qtbot, edit, HOSTILE[what])) == ""
    stood = text_in(who)
    box.plan_button.click()
    QApplication.processEvents()
    assert told(due)  # no day: nothing is planned, and all is still there
    assert bench.services.checks.planned(card.id) == frozenset()
    assert text_in(who) == stood
    paste(qtbot, due, "fri")
    box.plan_button.click()
    QApplication.processEvents()
    if told(who):
        paste(qtbot, who, text_in(who)[:20])
        box.plan_button.click()
        QApplication.processEvents()
    assert len(bench.services.checks.planned(card.id)) == 3
    assert squeezed(text_in(who)) in stored(tmp_path)
    go(window, "improve", "actions")
    assert as_markup() == []
