# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""Strings that break programs, pasted into every text field of the window.

Each gets a sentence beside its field with what was typed still in it, or is kept and comes back
as it was. A few fields meet all of them; every field of every page meets its share.
"""

from collections.abc import Iterator
from itertools import cycle

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import (
    QAbstractSpinBox,
    QApplication,
    QLineEdit,
    QPlainTextEdit,
    QPushButton,
    QWidget,
)
from pytestqt.qtbot import QtBot

from servicedesk.domain.guides import QuestionKind
from servicedesk.domain.names import clean_name
from servicedesk.ui.charter.standard_field import StandardField
from servicedesk.ui.core.rooms import Place
from servicedesk.ui.core.workbench import Workbench
from servicedesk.ui.settings.page import SettingsPage
from servicedesk.ui.settings.records_topic import RecordsTopic
from servicedesk.ui.shell.settings_pages import topics
from servicedesk.ui.shell.window import Shell
from servicedesk.ui.widgets.field import Field
from servicedesk.ui.widgets.form_dialog import FormDialog
from tests.helpers.qt import accessible_name

SHARE = 5
"""So many strings for every field."""

LISTS = ("closures", "open_days", "holidays", "people", "registrations", "own_fields")
TOPICS = [topic.id for topic in topics() if topic.id not in LISTS]

WORDS = {QuestionKind.TEXT, QuestionKind.LONG_TEXT}
"""Kept as they are written; what is read as a number, a day or hours is shown tidied."""

Edit = QLineEdit | QPlainTextEdit


def edits(widget: QWidget) -> list[Edit]:
    """What can be typed into."""
    found: list[Edit] = [*widget.findChildren(QLineEdit), *widget.findChildren(QPlainTextEdit)]
    return [
        one
        for one in found
        if one.isVisibleTo(widget)
        and one.isEnabled()
        and not one.isReadOnly()
        and not isinstance(one.parentWidget(), QAbstractSpinBox)
    ]


def text_in(edit: Edit) -> str:
    return edit.text() if isinstance(edit, QLineEdit) else edit.toPlainText()


def paste(qtbot: QtBot, edit: Edit, text: str) -> str:
    """Put a text in the place of what stands there, by the clipboard, and leave the field.

    Returns:
        What the field made of it while it was being typed.
    """
    edit.setFocus(Qt.FocusReason.OtherFocusReason)
    edit.selectAll()
    QGuiApplication.clipboard().setText(text)
    qtbot.keyClick(edit, Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)
    typed = text_in(edit)
    qtbot.keyClick(edit, Qt.Key.Key_Tab)
    QApplication.processEvents()
    return typed


def field_of(edit: QWidget) -> Field | StandardField | None:
    """The field on the screen that an edit belongs to."""
    held: QWidget | None = edit
    while held is not None and not isinstance(held, Field | StandardField):
        held = held.parentWidget()
    return held


def by_name(widget: QWidget, name: str) -> Edit:
    return next(edit for edit in edits(widget) if accessible_name(edit) == name)


def go(window: Shell, room: str, part: str = "", item: str = "") -> None:
    window.go(Place(room=room, part=part, item=item))
    QApplication.processEvents()


def agree(one: str, other: str) -> bool:
    """A text may be tidied at its spaces and of signs that cannot be seen, and that is all."""
    return clean_name(one).split() == clean_name(other).split()


def reads_alike(one: str, other: str) -> bool:
    """As above, or the same sum or number, shown tidied."""
    figures = [[sign for sign in text if sign.isdigit()] for text in (one, other)]
    is_number = not any(sign.isalpha() for sign in one + other)
    return agree(one, other) or (is_number and figures[0] == figures[1] != [])


def kept_or_told(edit: Edit, typed: str) -> str:
    """What is wrong with what became of a text, or ""; ``typed`` is what the field held."""
    field = field_of(edit)
    is_there = agree(text_in(edit), typed)
    if isinstance(field, Field) and field.question.kind not in WORDS and not field.error():
        is_there = is_there or field.checked_value() is not None  # read, and shown tidied
    return "" if is_there else f"{accessible_name(edit)}: {typed!r} became {text_in(edit)!r}"


def fill_and_come_back(
    qtbot: QtBot, window: Shell, place: tuple[str, ...], texts: Iterator[str]
) -> list[str]:
    """Paste into every field of a page, leave it, come back.

    Returns:
        What was lost.
    """
    go(window, *place)
    lost, held = [], {}
    for name in [accessible_name(edit) for edit in edits(window.page)]:
        try:
            edit = by_name(window.page, name)
        except StopIteration:
            continue  # an answer to another question took it off the page
        lost.append(kept_or_told(edit, paste(qtbot, edit, next(texts))))
        held[name] = (text_in(edit), bool(told(edit)))
    go(window, "today")
    go(window, *place)
    for edit in edits(window.page):
        name = accessible_name(edit)
        text, was_told = held.get(name, ("", False))
        if not text.strip():
            continue  # what is usual comes back there
        if not agree(text_in(edit), text) or bool(told(edit)) != was_told:
            lost.append(f"{name}: {held[name]} came back as {text_in(edit)!r} {told(edit)}")
    return [line for line in lost if line]


def told(edit: Edit) -> str:
    field = field_of(edit)
    return field.error() if field is not None else ""


@pytest.mark.parametrize("topic", TOPICS)
def test_every_field_of_the_settings(
    window: Shell, qtbot: QtBot, hostile: list[str], topic: str
) -> None:
    strings = cycle(hostile[TOPICS.index(topic) :: 7])
    for _ in range(SHARE):
        assert fill_and_come_back(qtbot, window, ("settings", topic), strings) == []


def test_every_field_of_the_wizard(
    window: Shell, bench: Workbench, qtbot: QtBot, hostile: list[str]
) -> None:
    bench.services.charter_writing.begin("hardware_shop", "Ruth")
    strings = cycle(hostile)
    for page in bench.services.charter_writing.guide.pages:
        assert fill_and_come_back(qtbot, window, ("charter", "write", page.id), strings) == []


def test_every_field_of_the_first_run(window: Shell, qtbot: QtBot, hostile: list[str]) -> None:
    go(window, "first_run")
    strings = cycle(hostile[::11])
    for step in range(4):
        for _ in range(SHARE):
            window.page.presenter.go(step)
            QApplication.processEvents()
            for name in [accessible_name(edit) for edit in edits(window.page)]:
                edit = by_name(window.page, name)
                assert kept_or_told(edit, paste(qtbot, edit, next(strings))) == ""


def test_all_of_them_in_a_line_and_in_a_long_text(
    window: Shell, bench: Workbench, qtbot: QtBot, hostile: list[str]
) -> None:
    go(window, "settings", "business")
    assert len(hostile) > 300
    ids = {"Name over the door": "trading_name", "Address": "address"}
    for name, question in ids.items():
        edit = by_name(window.page, name)
        for text in hostile:
            typed = paste(qtbot, edit, text)
            assert kept_or_told(edit, typed) == ""
            if not told(edit):
                assert agree(str(bench.services.business.answers().get(question, "")), typed)


def test_the_boxes_that_search(window: Shell, qtbot: QtBot, hostile: list[str]) -> None:
    """What is looked for is looked for, whatever it is."""
    go(window, "charter", "begin")
    trade = by_name(window.page, "What is your trade?")
    go(window, "today")
    search = by_name(window, "Search")
    for text in hostile[::3]:
        paste(qtbot, search, text)
    go(window, "charter", "begin")
    for text in hostile[::3]:
        paste(qtbot, trade, text)
    assert window.page.isVisible()


def form_of(window: Shell) -> tuple[RecordsTopic, FormDialog]:
    (topic,) = (one for one in window.page.findChildren(RecordsTopic) if one.isVisible())
    form = topic.form
    assert form is not None
    QApplication.processEvents()
    return topic, form


def fill_form(qtbot: QtBot, form: FormDialog, text: str) -> dict[str, str]:
    for edit in edits(form):
        paste(qtbot, edit, text)
    return {accessible_name(edit): text_in(edit) for edit in edits(form)}


@pytest.mark.parametrize("topic", LISTS)
def test_every_field_of_every_form(
    window: Shell, qtbot: QtBot, hostile: list[str], topic: str
) -> None:
    """Refused: a sentence, and all is there when the form is opened again. Kept: it reads so."""
    go(window, "settings", topic)
    assert isinstance(window.page, SettingsPage)
    for text in hostile[LISTS.index(topic) :: 20]:
        go(window, "settings", topic)
        go(window, "settings", topic, "add")
        page, form = form_of(window)
        typed = fill_form(qtbot, form, text)
        known = {line.id for line in page.presenter.state.lines}
        form.save_button.click()
        QApplication.processEvents()
        if page.form is not None:
            assert any(field.error() for field in form.fields()), text
            form.reject()
            page.add()
        else:
            (new,) = {line.id for line in page.presenter.state.lines} - known
            page.list.choose(new)
            page.change_button.click()
        page, form = form_of(window)
        again = {accessible_name(edit): text_in(edit) for edit in edits(form)}
        assert {name: reads_alike(again[name], typed[name]) for name in typed} == dict.fromkeys(
            typed, True
        ), (text, again)
        form.reject()
        QApplication.processEvents()


def test_no_button_of_the_settings_is_forgotten(window: Shell) -> None:
    """Every topic with a list is among those whose form is filled."""
    for topic in TOPICS:
        go(window, "settings", topic)
        forms = [b.text() for b in window.page.findChildren(QPushButton) if b.isVisible()]
        assert not [words for words in forms if words.startswith("Add ")], topic
