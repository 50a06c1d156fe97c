# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""The settings page of the password, and its dialog."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from servicedesk.domain.backups import BackupReason, FolderKind
from servicedesk.services.backup_shelf import Notes, write_notes
from servicedesk.services.password import Password, change_closed
from servicedesk.store import keys
from servicedesk.ui.core.workbench import Workbench
from servicedesk.ui.settings.password_form import PasswordForm, Wanted
from servicedesk.ui.settings.password_topic import PasswordTopic
from tests.helpers.qt import seen_texts
from tests.services.backups_made import NoSteps
from tests.ui.charter.benches import Heard

FIRST, SECOND = "correct horse", "battery staple"


class Doors:
    """Doors that note which password was wanted."""

    def __init__(self) -> None:
        self.wanted: list[str | None] = []

    def change_password(self, password: str | None) -> None:
        self.wanted.append(password)


@pytest.fixture(autouse=True)
def quick(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(keys, "ROUNDS", 2)


@pytest.fixture
def doors() -> Doors:
    return Doors()


@pytest.fixture
def topic(bench: Workbench, doors: Doors, qtbot: QtBot) -> Iterator[PasswordTopic]:
    made = PasswordTopic(replace(bench, doors=doors))
    qtbot.addWidget(made)
    made.show()
    made.arrive()
    yield made
    if made.form is not None:
        made.form.reject()


@pytest.fixture
def with_password(bench: Workbench, monkeypatch: pytest.MonkeyPatch) -> None:
    """The file counts as one with a password."""
    monkeypatch.setattr(Password, "is_set", lambda _self: True)
    monkeypatch.setattr(Password, "is_right", lambda _self, typed: typed == FIRST)


def typed(form: PasswordForm, **words: str) -> None:
    for field in form.fields():
        field.show_typed(words.get(field.question_id, ""))
    form.save_button.click()


def opened(topic: PasswordTopic, wanted: Wanted) -> PasswordForm:
    topic.open_form(wanted)
    assert topic.form is not None
    return topic.form


def test_a_file_without_one_says_so_and_that_a_forgotten_one_is_the_end(
    topic: PasswordTopic,
) -> None:
    said = seen_texts(topic)
    assert "Your file has no password." in said
    assert "A forgotten password means the data is gone. There is no way round it." in said
    assert topic.set_button.isVisible()
    assert not topic.change_button.isVisible()
    assert topic.first_focus() is topic.set_button


def test_a_new_password_goes_through_the_door_once_it_will_do(
    topic: PasswordTopic, doors: Doors, qtbot: QtBot
) -> None:
    form = opened(topic, Wanted.SET)
    typed(form, password="short", again="short")
    qtbot.waitUntil(lambda: bool(form.fields()[0].error()))
    assert form.fields()[0].error().startswith("This is too short. Take at least 8")
    QTest.keyClicks(form.fields()[0].focus_target(), "c")
    assert form.fields()[0].error() == "", "it is not said of what is being typed anew"
    typed(form, password=FIRST, again=SECOND)
    qtbot.waitUntil(lambda: bool(form.fields()[1].error()))
    assert form.fields()[0].error() == ""
    assert doors.wanted == []
    typed(form, password=FIRST, again=FIRST)
    qtbot.waitUntil(lambda: bool(doors.wanted))
    assert doors.wanted == [FIRST]
    assert topic.form is None


def test_changing_and_removing_ask_for_the_one_there_is(
    topic: PasswordTopic, doors: Doors, with_password: None, qtbot: QtBot
) -> None:
    topic.arrive()
    assert topic.change_button.isVisible()
    assert topic.first_focus() is topic.change_button
    form = opened(topic, Wanted.CHANGE)
    typed(form, current="wrong", password=SECOND, again=SECOND)
    qtbot.waitUntil(lambda: bool(form.fields()[0].error()))
    assert form.fields()[0].value() == "wrong"
    form.reject()
    form = opened(topic, Wanted.REMOVE)
    typed(form, current=FIRST)
    qtbot.waitUntil(lambda: bool(doors.wanted))
    assert doors.wanted == [None]


def test_letters_are_dots_until_somebody_wants_to_see_them(
    topic: PasswordTopic, qtbot: QtBot
) -> None:
    form = opened(topic, Wanted.SET)
    lines = [field.line for field in form.fields()]
    assert {line.echoMode() for line in lines} == {lines[0].EchoMode.Password}
    form.show_button.click()
    assert {line.echoMode() for line in lines} == {lines[0].EchoMode.Normal}


def test_caps_lock_shows_by_the_letters_that_come(topic: PasswordTopic) -> None:
    field = opened(topic, Wanted.SET).fields()[0]
    none, shift = Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.ShiftModifier
    for key, modifier, is_on in (("A", none, True), ("a", none, False), ("a", shift, True)):
        QTest.keyClicks(field.line, key, modifier)
        assert field.says_caps is is_on
    QTest.keyClick(field.line, Qt.Key.Key_CapsLock)
    assert not field.says_caps
    QTest.keyClicks(field.line, "1")
    assert not field.says_caps


def test_nothing_typed_is_drafted(topic: PasswordTopic, bench: Workbench, qtbot: QtBot) -> None:
    form = opened(topic, Wanted.SET)
    QTest.keyClicks(form.fields()[0].line, FIRST)
    form.reject()
    with bench.services.units.read() as reading:
        assert reading.exec_driver_sql("SELECT count(*) FROM drafts").scalar() == 0


def test_one_is_offered_where_others_get_at_the_second_copies(
    topic: PasswordTopic, bench: Workbench
) -> None:
    notes = Notes(second="/media/STICK", second_kind=FolderKind.REMOVABLE)
    folder = bench.services.backups.folder
    folder.mkdir(parents=True, exist_ok=True)
    write_notes(folder, notes)
    topic.arrive()
    assert any("Your second backups lie where others" in text for text in seen_texts(topic))


def test_backups_with_another_password_are_rewritten_from_here(
    topic: PasswordTopic, bench: Workbench, heard: Heard, qtbot: QtBot
) -> None:
    bench.services.backups.back_up(BackupReason.BUTTON, NoSteps())
    backup = Path(bench.services.backups.kept()[0].path)
    around = bench.services.password._around
    change_closed(replace(around, database=backup), FIRST, NoSteps())
    backup.with_name(f"{backup.name}.sha256").unlink()
    topic.arrive()
    assert any("1 backup still has the password" in text for text in seen_texts(topic))
    assert topic.rewrite_button.text() == "Take their password away"
    topic.rewrite_button.click()
    qtbot.waitUntil(lambda: not topic.presenter.state.is_rewriting)
    assert keys.is_plain(backup)
    assert not topic.rewrite_button.isVisible()


def test_the_sheet_is_what_ctrl_p_prints(topic: PasswordTopic) -> None:
    job = topic.print_job()
    assert job is not None
    assert job.title == "Recovery sheet"


def test_every_widget_has_a_name_of_its_own(topic: PasswordTopic, with_password: None) -> None:
    topic.arrive()
    form = opened(topic, Wanted.CHANGE)
    for page in (topic, form):
        names = [
            one.accessibleName() or one.text()
            for one in page.findChildren(QWidget)
            if one.focusPolicy() & Qt.FocusPolicy.TabFocus
            and one.isVisible()
            and hasattr(one, "text")
        ]
        assert all(names)
        assert len(set(names)) == len(names)
