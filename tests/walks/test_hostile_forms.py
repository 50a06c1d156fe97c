# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""Hostile words in every form about customers, promises and letters, one form after the other.

In each field at once stand markup, 25,000 letters, words from right to left, signs that no screen
shows, or pictures: refused, a sentence stands beside and all is still there, also when the form was
closed and is opened again; saved, the file has it as it was typed, and screens show it as words. No
form can be forgotten: what makes a field to type in has to be named here, or where it is tried.
"""

import importlib
import json
import pkgutil
import re
from collections import Counter
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLabel, QWidget
from pytestqt.qtbot import QtBot

import servicedesk.ui
from servicedesk.domain.names import clean_name
from servicedesk.store import driver
from servicedesk.store.driver import Access
from servicedesk.ui.core.workbench import Workbench
from servicedesk.ui.shell.window import Shell
from servicedesk.ui.widgets.field import Field
from servicedesk.ui.widgets.form_dialog import FormDialog
from tests.faults.counting import note
from tests.walks.hostile_forms import FORMS, PATEL, Form, furnish
from tests.walks.test_hostile_words import (
    WORDS,
    Edit,
    edits,
    field_of,
    go,
    kept_or_told,
    paste,
    told,
)

SHOWN = ("today", "customers", "promises", "feedback", "letters", "contacts", "reviews")
"""Rooms that show what was kept."""

IMPROVE = ("", "check", "actions", "ideas", "plan", "staff", "papers", "reviews", "fairness")
"""Pages of Improve that do."""

_FITS = 20
"""Letters that have room everywhere."""

_SENTENCES = 30
"""How often somebody mends what a sentence says, and saves again."""

MARKUP = "<b>Ann</b> &amp; <img src=x onerror=alert(1)> {name} %s %1"
HOSTILE = {
    "25,000 letters": ("wheel " * 5000)[:25_000],
    "right to left": "שלום \u202eabc\u202c مرحبا 123",
    "unseen signs": "a\x00b\x07c\x1b[31md",
    "pictures": "👩‍🔧🏳️‍🌈 e\u0301\u0301\u0301 𝔘𝔫𝔦 ﷽",
    "markup": MARKUP,
}
"""The last of them stays, for the screens that show it."""


TRIED = {
    "charter/begin.py": "test_hostile_words",
    "charter/line_notes.py": "test_hostile_words",
    "charter/standard_field.py": "test_hostile_words",
    "complaints/file_dialog.py": "point",
    "customers/form.py": "customer",
    "customers/lines_field.py": "customer",
    "customers/list_bulk.py": "test_hostile_pages",
    "feedback/batches.py": "handed out",
    "feedback/tally_table.py": "test_bad_feedback",
    "guide/guide_page.py": "test_hostile_words",
    "importing/mapping_card.py": "test_hostile_secrets",
    "improve/ideas_form.py": "idea",
    "improve/plan_form.py": "plan",
    "letters/wording.py": "wording",
    "letters/words.py": "test_hostile_pages",
    "letters/write.py": "test_hostile_pages",
    "measures/samples_form.py": "sample",
    "measures/walks_form.py": "walk",
    "measures/walks_steps.py": "walk",
    "people/contact_form.py": "contact",
    "people/ending.py": "new_date",
    "people/folded_form.py": "promise",
    "people/promise_form.py": "promise",
    "people/record_pane.py": "test_hostile_pages",
    "people/sorted_form.py": "sorted",
    "people/step_dialog.py": "cause",
    "people/support_form.py": "need",
    "people/who_field.py": "promise",
    "privacy/breaches_form.py": "breach",
    "privacy/clearing_form.py": "kept longer",
    "privacy/holds_form.py": "hold",
    "privacy/home_fee.py": "fee",
    "privacy/requests_form.py": "request",
    "privacy/requests_pack_list.py": "test_hostile_secrets",
    "privacy/requests_pack_row.py": "test_hostile_secrets",
    "settings/counter_topic.py": "test_hostile_words",
    "settings/records_topic.py": "test_hostile_words",
    "selfcheck/plan_box.py": "test_hostile_checks",
    "selfcheck/question_box.py": "test_hostile_checks",
    "staff/forms.py": "skill",
    "today/decision_line.py": "test_hostile_pages",
    "written/editor.py": "paper",
    "yearly/fairness_form.py": "offer",
    "yearly/reviews_form.py": "review",
}
"""Where each module with a field to type in is tried: a form of these, or a file of tests."""

ONLY_CHOSEN = {
    "complaints/file_rights.py": "a day and a price, to look at the law with; never kept",
    "customers/merge.py": "one of the names that are there",
    "measures/samples_card.py": "two numbers a line",
    "measures/served_page.py": "a number a month",
    "people/about_complaint.py": "one of the complaints that are open",
    "printing/posting.py": "which label of a sheet is free; never kept",
    "shell/crash_window.py": "a report, to be read",
    "privacy/forget_dialog.py": "why, of two reasons",
    "privacy/marketing_form.py": "an address or a number, of which only a digest is kept",
    "settings/look_topic.py": "colours, from a list",
    "settings/reminder_card.py": "yes or no",
}
"""Modules whose fields take no words, and why."""

_TYPED_IN = re.compile(
    r"(?<!class )\b(?:QLineEdit|QPlainTextEdit|QTextEdit|GrowingEdit|make_field"
    r"|DueField|TextField|LongTextField)\("
)


def test_no_field_to_type_in_is_forgotten() -> None:
    ui = Path(servicedesk.ui.__file__).parent
    found = {
        path.relative_to(ui).as_posix()
        for path in ui.rglob("*.py")
        if _TYPED_IN.search(path.read_text(encoding="utf-8")) and path.parent.name != "widgets"
    }
    assert found == TRIED.keys() | ONLY_CHOSEN.keys()
    here = Path(__file__).parent
    for where in TRIED.values():
        assert where in FORMS or (here / f"{where}.py").exists(), where


def test_no_form_is_forgotten(window: Shell, bench: Workbench) -> None:
    furnish(bench)
    for module in pkgutil.walk_packages(servicedesk.ui.__path__, "servicedesk.ui."):
        importlib.import_module(module.name)
    opened = set()
    for form in FORMS.values():
        dialog = form.opened(bench, window)
        opened.add(type(dialog).__name__)
        dialog.reject()
    elsewhere = {
        *("MergeDialog", "SupportSheetDialog", "FoldedForm", "LabelsDialog", "StaffForm"),
        *("StopForm", "PackDialog", "PasswordForm", "PinForm"),
    }
    assert opened | elsewhere == {kind.__name__ for kind in _below(FormDialog)}


def _below(kind: type[FormDialog]) -> Iterator[type[FormDialog]]:
    for sub in kind.__subclasses__():
        if sub.__module__.startswith("servicedesk."):
            yield sub
        yield from _below(sub)


@pytest.mark.parametrize("name", FORMS)
def test_hostile_words_in_a_form(
    window: Shell, bench: Workbench, qtbot: QtBot, tmp_path: Path, name: str
) -> None:
    furnish(bench)
    form, last = FORMS[name], list(HOSTILE)[-1]
    for what, text in HOSTILE.items():
        dialog = form.opened(bench, window)
        assert [line for edit in edits(dialog) if (line := fill(qtbot, edit, text))] == [], what
        is_told(dialog)
        if dialog.isVisible() and form.comes_back:
            stands = texts(dialog)
            dialog.reject()
            dialog = form.opened(bench, window)
            assert texts(dialog) == stands, what
        sought = saved(qtbot, dialog, form)
        found = stored(tmp_path)
        missing = [words[:60] for words in sought if not any(words in one for one in found)]
        assert missing == [], what
        if what != last:
            bench.services.undo.undo("Ruth")
    for room in SHOWN:
        go(window, room, "", str(PATEL) if room == "customers" else "")
        assert as_markup() == [], room
    for part in IMPROVE:
        go(window, "improve", part)
        assert as_markup() == [], part
    note("hostile words in all fields of a form", len(HOSTILE))


def fill(qtbot: QtBot, edit: Edit, text: str) -> str:
    """Paste a text into a field; what was lost of it, or ""."""
    return kept_or_told(edit, paste(qtbot, edit, text))


def texts(dialog: QWidget) -> dict[str, str]:
    """What stands in a form, as it reads."""
    return {edit.accessibleName(): squeezed(words_in(edit)) for edit in edits(dialog)}


def words_in(edit: Edit) -> str:
    return edit.text() if hasattr(edit, "text") else edit.toPlainText()


def takes_words(edit: Edit) -> bool:
    held = field_of(edit)
    return not isinstance(held, Field) or held.question.kind in WORDS


def is_told(dialog: FormDialog) -> None:
    """Save: it is kept, or a sentence says why not and nothing in the form is another."""
    before = texts(dialog)
    dialog.save_button.click()
    QApplication.processEvents()
    if dialog.isVisible():
        assert any(field.error() for field in dialog.fields())
        assert texts(dialog) == before


def saved(qtbot: QtBot, dialog: FormDialog, form: Form) -> list[str]:
    """Save, doing what the sentences ask for: what is too much goes, what is needed is said.

    Returns:
        The words that stood in the form as it was saved at last.
    """
    sought: list[str] = []
    for field in dialog.fields() if dialog.isVisible() else ():
        if field.question_id in form.proper and field.value() in ("", (), None):
            field.show_typed(form.proper[field.question_id])
            field.commit()
    tried: Counter[str] = Counter()
    for _ in range(_SENTENCES):
        if not dialog.isVisible():
            return sought
        words = [squeezed(words_in(edit)) for edit in edits(dialog) if takes_words(edit)]
        sought = [one for one in words if one]
        dialog.save_button.click()
        QApplication.processEvents()
        for edit in edits(dialog) if dialog.isVisible() else ():
            if told(edit):
                name = field_of(edit).question_id
                fits = words_in(edit)[:_FITS] if not tried[name] else form.proper.get(name, "")
                paste(qtbot, edit, str(fits))
        tried.update(field.question_id for field in dialog.fields() if field.error())
    pytest.fail(str({field.question_id: field.error() for field in dialog.fields()}))


def squeezed(text: str) -> str:
    """As it reads: without signs that cannot be seen, and whatever the spaces are."""
    return " ".join(clean_name(text).split())


def stored(folder: Path) -> set[str]:
    """Every text in the file, but for what is half typed and what the journal tells."""
    found: set[str] = set()
    with closing(driver.open_bare(folder / "shop.servicedesk", Access.READ_ONLY)) as connection:
        names = connection.execute("SELECT name FROM sqlite_master WHERE type = 'table'").fetchall()
        for (name,) in names:
            if not re.match("drafts|journal|search|sqlite", str(name)):
                for row in connection.execute(f"SELECT * FROM {name}"):
                    found.update(squeezed(one) for cell in row for one in _flat(cell))
    return found


def _flat(cell: object) -> Iterator[str]:
    """The texts of a cell, also those in a list or a table of its own."""
    if isinstance(cell, str) and cell[:1] in ("{", "["):
        try:
            cell = json.loads(cell)
        except ValueError:
            yield str(cell)
            return
    if isinstance(cell, str):
        yield cell
    elif isinstance(cell, dict | list):
        for inner in cell.values() if isinstance(cell, dict) else cell:
            yield from _flat(inner)


def as_markup() -> list[str]:
    """What is shown somewhere as markup, not as the words that somebody typed."""
    found = []
    for window in QApplication.topLevelWidgets():
        for widget in (window, *window.findChildren(QWidget)):
            if "<b>Ann" in widget.toolTip():
                found.append(f"tip of {widget}")
            is_words = not isinstance(widget, QLabel) or "<b>Ann" not in widget.text()
            if not is_words and widget.textFormat() is not Qt.TextFormat.PlainText:
                found.append(f"{widget}: {widget.text()[:80]}")
    return found
