# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""Hostile words on pages about customers and promises: letters, catching up, lists, bringing in.

As in the forms: refused with a sentence and still there, or kept as typed and shown as words.
"""

import csv
from datetime import timedelta
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from servicedesk.domain.complaints import ComplaintDraft
from servicedesk.domain.complaints_asks import Given
from servicedesk.domain.complaints_stages import Action
from servicedesk.domain.printing import PaperChoice
from servicedesk.domain.promises import Due, PromiseDraft
from servicedesk.domain.promises_catching_up import CaughtUp
from servicedesk.services.printing import Printing
from servicedesk.ui.core.workbench import Workbench
from servicedesk.ui.importing.state import Stage
from servicedesk.ui.letters import page as letters_page
from servicedesk.ui.printing.sending import SystemPrinters
from servicedesk.ui.shell.window import Shell
from tests.helpers.qt import seen_texts
from tests.services.letters_made import say_facts
from tests.walks.hostile_forms import PATEL, furnish
from tests.walks.test_hostile_forms import (
    HOSTILE,
    MARKUP,
    as_markup,
    squeezed,
    stored,
    takes_words,
    texts,
    words_in,
)
from tests.walks.test_hostile_words import by_name, edits, field_of, go, kept_or_told, paste, told

_TURNS = 6
_MUCH = 100
"""Letters that a letter seldom has room for in one of its fields."""


def looked_into(bench: Workbench) -> int:
    """A complaint that can be answered."""
    furnish(bench)
    complaints, now = bench.services.complaints, bench.clock.now()
    draft = ComplaintDraft(customer_id=PATEL, text="it stopped", received_at=now)
    number = complaints.log(draft, "Ruth").card.id
    complaints.take(number, Action.INVESTIGATE, Given(on=bench.today), "Ruth")
    return number


LETTERS = [(what, "L13") for what in HOSTILE] + [
    (what, "L04") for what in HOSTILE if what != "25,000 letters"
]
"""An answer with that much in each of its fields is a book, and takes as long to draw."""


@pytest.mark.parametrize(("what", "template"), LETTERS)
def test_a_letter(
    window: Shell,
    bench: Workbench,
    qtbot: QtBot,
    monkeypatch: pytest.MonkeyPatch,
    what: str,
    template: str,
) -> None:
    """Every field of the page, and the words of the letter itself; then it is issued."""
    monkeypatch.setattr(letters_page, "show_print", lambda *_: None)
    monkeypatch.setattr(SystemPrinters, "are_there", lambda _self: True)
    say_facts(bench.services)
    item = f"complaint:{looked_into(bench)}" if template == "L04" else ""
    go(window, "letters", template, item)
    page = window.page
    lost = [kept_or_told(edit, paste(qtbot, edit, HOSTILE[what])) for edit in edits(page)]
    assert [line for line in lost if line] == []
    stands = words_on(page)
    go(window, "today")
    go(window, "letters", template, item)
    assert words_on(page) == stands
    assert as_markup() == []
    for turn in range(_TURNS):
        page.write.print_button.click()
        QApplication.processEvents()
        if page.presenter.state.fault:  # said over the letter: it is about all of it
            assert page.presenter.state.fault in seen_texts(page)
            wrong = [edit for edit in edits(page) if len(words_in(edit)) > _MUCH]
        else:
            wrong = [edit for edit in edits(page) if told(edit)]
        for edit in wrong:
            fits = words_in(edit)[:20] if turn == 0 else "Ann"
            paste(qtbot, edit, fits if takes_words(edit) else "fri")
        QApplication.processEvents()
        if not wrong:
            break
    bench.tasks.wait()
    job = bench.services.letters_writing.issued_job((1,))
    printed = job.make(PaperChoice(paper=job.offers[0].id, size=job.offers[0].sizes[0]))
    read = squeezed(" ".join(Printing().texts(printed.data)))
    assert what != "markup" or "<b>Ann</b> &amp;" in read
    assert as_markup() == []


def words_on(page: QWidget) -> dict[str, str]:
    """What stands in the fields that take words."""
    return {
        edit.accessibleName(): squeezed(words_in(edit)) for edit in edits(page) if takes_words(edit)
    }


def test_catching_up(window: Shell, bench: Workbench, qtbot: QtBot, tmp_path: Path) -> None:
    furnish(bench)
    for number, _ in enumerate(CaughtUp):
        draft = PromiseDraft(
            customer_id=PATEL,
            text=f"{number} {MARKUP}",
            due=Due(day=bench.today - timedelta(days=2)),
            promiser="Tom",
            made_on=bench.today - timedelta(days=9),
        )
        bench.services.promises.make(draft, "Ruth")
    for what, text in HOSTILE.items():
        go(window, "today", "catch_up")
        asked = window.page.catch_up
        for line, chip in zip(asked.lines, range(len(CaughtUp)), strict=False):
            line.row.chips[chip].click()
            field = line.first_stop()
            if field is not None:
                edit = field.focus_target()
                assert kept_or_told(edit, paste(qtbot, edit, text)) == "", what
        before = texts(asked)
        asked.save_button.click()
        QApplication.processEvents()
        assert window.page.catch_up is asked
        assert any(told(edit) for edit in edits(asked)), what
        assert texts(asked) == before
        assert as_markup() == []
        asked.later_button.click()
        QApplication.processEvents()
    go(window, "today", "catch_up")
    asked = window.page.catch_up
    broken = list(CaughtUp).index(CaughtUp.BROKEN)
    asked.lines[0].row.chips[broken].click()
    paste(qtbot, asked.lines[0].first_stop().focus_target(), MARKUP)
    asked.save_button.click()
    QApplication.processEvents()
    assert squeezed(MARKUP) in stored(tmp_path)


def test_the_boxes_of_both_lists_and_the_tag_of_many(
    window: Shell, bench: Workbench, qtbot: QtBot
) -> None:
    furnish(bench)
    for text in HOSTILE.values():
        for room in ("customers", "promises"):
            go(window, room)
            for name in [one.accessibleName() for one in edits(window.page)]:
                edit = by_name(window.page, name)
                assert kept_or_told(edit, paste(qtbot, edit, text)) == ""
                paste(qtbot, edit, "")
    go(window, "customers")
    page = window.page
    page.list.rows.selectAll()
    QApplication.processEvents()
    for text in HOSTILE.values():
        word = page.list.bulk.word
        word.show()
        typed = paste(qtbot, word, text)
        assert kept_or_told(word, typed) == ""
    assert as_markup() == []


def test_the_columns_of_a_list_that_is_brought_in(
    window: Shell, bench: Workbench, qtbot: QtBot, tmp_path: Path
) -> None:
    """Headings and cells are shown as words, and come in as they stand in the list."""
    furnish(bench)
    listed = tmp_path / "list.csv"
    signs = {what: text.replace("\x00", "") for what, text in HOSTILE.items()}
    with listed.open("w", encoding="utf-8", newline="") as file:
        rows = csv.writer(file)
        rows.writerow(["Name", "Notes", *signs.values()])
        for text in signs.values():
            rows.writerow([text[:60], text[:9000], *signs.values()])
    go(window, "importing")
    page = window.page

    def still() -> None:
        qtbot.waitUntil(lambda: not bench.tasks._open and not page.presenter.state.busy)
        QApplication.processEvents()

    page.presenter.choose(listed)
    still()
    assert page.presenter.state.stage is Stage.LOOK
    assert as_markup() == []
    page.presenter.check()
    still()
    page.presenter.run()
    still()
    assert page.presenter.state.stage is Stage.DONE
    assert as_markup() == []
    found = stored(tmp_path)
    assert [one for one in signs.values() if squeezed(one[:60]) not in found] == []
    assert [one for one in signs.values() if squeezed(one[:9000]) not in found] == []
    page.presenter.undo()
    still()


def test_every_field_tells_its_name(window: Shell, bench: Workbench) -> None:
    """The tests above go by what a field is called."""
    furnish(bench)
    for room in ("customers", "promises", "letters"):
        go(window, room)
        names = [edit.accessibleName() or field_of(edit) for edit in edits(window.page)]
        assert all(names)
        assert len(set(names)) == len(names)
