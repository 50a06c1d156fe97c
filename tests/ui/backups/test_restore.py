# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""The dialog that shows a backup before it is put back, with a file and without one."""

from dataclasses import replace
from datetime import UTC, date, datetime
from pathlib import Path
from threading import Event

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from servicedesk.domain.backups import BackupContents
from servicedesk.domain.errors import Refusal, Trouble
from servicedesk.domain.kinds import Kind
from servicedesk.store.backup_contents import counted_tables
from servicedesk.ui.backups import restore as restore_module
from servicedesk.ui.backups.restore import RestoreDialog
from servicedesk.ui.backups.said import holds_words
from servicedesk.ui.core.tasks import Tasks
from tests.helpers import audits
from tests.helpers.qt import seen_texts, speak_british, theme, words

TODAY = date(2026, 11, 24)
BACKUP = Path("/media/BACKUP/servicedesk 2026-11-23 141000 exit.db")
OTHER = Path("/media/BACKUP/servicedesk 2026-11-20 141000 exit.db")
CONTENTS = BackupContents(
    path=str(BACKUP),
    business="Hollins Hardware",
    last_change_at=datetime(2026, 11, 23, 14, 5, tzinfo=UTC),
    counts={Kind.CHARTER: 2, Kind.CLOSURE: 3},
    schema=1,
    is_older=False,
    size=1_234_567,
)


@pytest.fixture(autouse=True)
def british():
    speak_british()


@pytest.fixture
def tasks(qtbot):
    made = Tasks()
    yield made
    made.wait()
    QApplication.processEvents()


def dialog(qtbot, tasks, look, **other):
    made = RestoreDialog(look, tasks, words(), TODAY, **other)
    qtbot.addWidget(made)
    made.show()
    return made


def look_at(qtbot, tasks, made, path=BACKUP):
    with qtbot.waitSignal(tasks.idle):
        made.presenter.choose(path)


def test_a_good_backup_shows_its_date_and_counts_before_anything_happens(qtbot, tasks):
    made = dialog(qtbot, tasks, lambda _: CONTENTS)
    assert made.chosen is None
    assert not made.put_back_button.isVisible()
    look_at(qtbot, tasks, made)
    texts = seen_texts(made)
    for said in (
        "Hollins Hardware",
        "Closures: 3\nVersions of the charter: 2",
        "1.2 MB",
        BACKUP.name,
    ):
        assert said in texts
    assert any(text.startswith("yesterday at ") for text in texts)
    assert made.chosen == BACKUP
    assert made.put_back_button.isVisible()


def test_the_safe_button_comes_first_and_is_chosen_by_enter_and_escape(qtbot, tasks):
    made = dialog(qtbot, tasks, lambda _: CONTENTS)
    look_at(qtbot, tasks, made)
    assert made.keep_button.isDefault()
    assert made.focusWidget() is made.keep_button
    results = []
    made.finished.connect(results.append)
    qtbot.keyClick(made, Qt.Key.Key_Escape)
    assert results == [RestoreDialog.DialogCode.Rejected]


def test_a_backup_with_a_password_of_its_own_asks_for_it(qtbot, tasks):
    def look(_path, password=None):
        if password is None:
            raise Refusal("backup_password_needed", "password", name=BACKUP.name)
        if password != "correct horse":
            raise Refusal("backup_password_wrong", "password", name=BACKUP.name)
        return CONTENTS

    made = dialog(qtbot, tasks, look)
    assert not made.password.isVisible()
    look_at(qtbot, tasks, made)
    assert any("has a password of its own" in text for text in seen_texts(made))
    assert made.password.isVisible()
    assert made.try_button.isDefault()
    assert made.chosen is None
    qtbot.keyClicks(made.password.line, "not this one")
    with qtbot.waitSignal(tasks.idle):
        qtbot.keyClick(made.password.line, Qt.Key.Key_Return)
    assert any("wrong password, or this backup is damaged" in text for text in seen_texts(made))
    assert made.password.line.selectedText() or made.password.line.hasSelectedText()
    assert made.isVisible()
    qtbot.keyClicks(made.password.line, "correct horse")
    with qtbot.waitSignal(tasks.idle):
        made.try_button.click()
    assert not made.password.isVisible()
    assert made.keep_button.isDefault()
    assert made.chosen == BACKUP


def test_another_backup_begins_without_what_was_typed(qtbot, tasks):
    def look(path, password=None):
        raise Refusal("backup_password_needed", "password", name=path.name)

    made = dialog(qtbot, tasks, look)
    look_at(qtbot, tasks, made)
    qtbot.keyClicks(made.password.line, "correct horse")
    look_at(qtbot, tasks, made, OTHER)
    assert made.password.value() == ""


def test_putting_back_is_said_with_its_verb(qtbot, tasks):
    made = dialog(qtbot, tasks, lambda _: CONTENTS)
    look_at(qtbot, tasks, made)
    made.put_back_button.click()
    assert made.result() == RestoreDialog.DialogCode.Accepted
    assert made.chosen == BACKUP


@pytest.mark.parametrize(
    ("fault", "said"),
    [
        (Refusal("backup_empty", name=BACKUP.name), "is empty"),
        (Trouble("disk_full", name="copy"), "no room left on the disk"),
    ],
)
def test_a_bad_backup_is_refused_in_words_and_may_be_looked_at_again(qtbot, tasks, fault, said):
    answers = [fault]

    def look(_):
        if answers:
            raise answers.pop()
        return CONTENTS

    made = dialog(qtbot, tasks, look)
    look_at(qtbot, tasks, made)
    assert any(said in text for text in seen_texts(made))
    assert made.chosen is None
    assert not made.put_back_button.isVisible()
    with qtbot.waitSignal(tasks.idle):
        made.look_again_button.click()
    assert made.chosen == BACKUP
    assert not made.look_again_button.isVisible()


def test_an_older_and_an_empty_backup_say_so(qtbot, tasks):
    empty = replace(CONTENTS, business="", last_change_at=None, counts={}, is_older=True)
    made = dialog(qtbot, tasks, lambda _: empty)
    look_at(qtbot, tasks, made)
    texts = seen_texts(made)
    for said in ("no name given", "never", "nothing yet"):
        assert said in texts
    assert any("earlier version" in text for text in texts)


def test_a_file_can_be_chosen_and_thought_better_of(qtbot, tasks, monkeypatch):
    assert dialog(qtbot, tasks, lambda _: CONTENTS).put_back_button.objectName() == "danger"
    made = dialog(qtbot, tasks, lambda _: CONTENTS, has_file=False)
    assert made.put_back_button.objectName() == "main"  # nothing can be lost
    assert made.keep_button.text() == "Go back"
    assert made.focusWidget() is made.file_button
    monkeypatch.setattr(restore_module, "open_file", lambda *_: None)
    made.file_button.click()
    assert made.presenter.state.path is None
    made._look_again()
    monkeypatch.setattr(restore_module, "open_file", lambda *_: BACKUP)
    with qtbot.waitSignal(tasks.idle):
        made.file_button.click()
    assert made.chosen == BACKUP
    with qtbot.waitSignal(tasks.idle):
        made.file_button.click()


def test_of_two_that_are_looked_into_the_last_counts(qtbot, tasks):
    """The first may take long, and may even be refused after the second was chosen."""
    for first_fails in (False, True):
        hold = Event()

        def look(path, hold=hold, first_fails=first_fails):
            if path == OTHER:
                hold.wait(10)
                if first_fails:
                    raise Refusal("backup_empty", name=path.name)
                return replace(CONTENTS, business="Another shop")
            return CONTENTS

        made = dialog(qtbot, tasks, look)
        with qtbot.waitSignal(tasks.idle):
            made.presenter.choose(OTHER)
            made.presenter.choose(BACKUP)
            hold.set()
        assert made.chosen == BACKUP
        assert "Another shop" not in seen_texts(made)


def test_a_bug_is_not_taken_for_a_bad_backup(qtbot, tasks):
    made = dialog(qtbot, tasks, lambda _: CONTENTS)
    made.presenter.choose(BACKUP)
    with pytest.raises(ZeroDivisionError):
        made.presenter._failed(BACKUP, ZeroDivisionError())


@pytest.mark.parametrize(("scheme", "percent"), [("light", 100), ("dark", 100), ("light", 200)])
def test_everybody_can_read_and_reach_it(qtbot, tasks, scheme, percent):
    """Demands 4, 21, 22 and 23: text size, keyboard, dark mode, screen readers."""
    theme(scheme, percent).apply(QApplication.instance())
    made = dialog(qtbot, tasks, lambda _: replace(CONTENTS, is_older=True))
    look_at(qtbot, tasks, made)
    QApplication.processEvents()
    assert audits.findings(made) == []


def test_what_becomes_of_the_password_is_said_before_it_is_put_back(qtbot, tasks):
    made = dialog(qtbot, tasks, lambda _: replace(CONTENTS, loses_password=True))
    look_at(qtbot, tasks, made)
    assert "This backup has no password: your file will have none afterwards." in seen_texts(made)
    made = dialog(qtbot, tasks, lambda _: replace(CONTENTS, has_another=True))
    look_at(qtbot, tasks, made)
    assert "the password that it had when this backup was made" in " ".join(seen_texts(made))


def test_what_an_owner_knows_a_backup_by_is_said_first():
    counts = dict.fromkeys((Kind.ATTACHMENT, Kind.CLOSURE, Kind.LETTER, Kind.CUSTOMER), 2)
    assert [line.split(":")[0] for line in holds_words(counts, words())] == [
        *("Customers", "Letters", "Attached files", "Closures")
    ]


def test_every_kind_that_a_backup_counts_has_its_words_and_its_own_table():
    counted = counted_tables()
    assert counted[Kind.PROMISE] == "promises"
    assert counted[Kind.LETTER] == "letters"
    assert counted[Kind.CUSTOMER] == "customers"
    assert [kind for kind in counted if not words().has(f"backup_holds.{kind.value}")] == []
