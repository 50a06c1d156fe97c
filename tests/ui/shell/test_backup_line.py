# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""How the backup stands, in two short lines."""

from datetime import date, datetime, timedelta

import pytest

from servicedesk.domain.backups import (
    BackupCard,
    BackupReason,
    BackupState,
    BackupStatus,
    FolderKind,
    SecondFolder,
)
from servicedesk.ui.shell.backup_line import backup_words
from tests.helpers.qt import speak_british, words

TODAY = date(2026, 9, 14)


def status(state, at=None, second=None):
    newest = at and BackupCard(name="a.db", path="/a.db", at=at, reason=BackupReason.EXIT, size=100)
    return BackupStatus(
        folder="/b",
        newest=newest,
        count=1,
        size=100,
        changed_at=None,
        second=second,
        trial=None,
        check=None,
        state=state,
    )


HERE = datetime.fromisoformat("2026-09-14T14:10").astimezone()
STICK = SecondFolder(path="/media/stick", name="STICK", kind=FolderKind.REMOVABLE)


def test_without_a_backup_it_says_so():
    said = backup_words(status(BackupState.NONE), words(), TODAY)
    assert (said.lines, said.token) == (("No backup yet",), "due")


def test_before_the_first_one_nothing_is_wrong():
    said = backup_words(status(BackupState.FIRST), words(), TODAY)
    assert (said.lines, said.token) == (("The first backup", "comes by itself"), "soft_ink")


@pytest.mark.parametrize(
    ("state", "token"), [(BackupState.CHANGED, "soft_ink"), (BackupState.OVERDUE, "due")]
)
@pytest.mark.parametrize("second", [None, STICK])
def test_what_a_backup_does_not_hold_is_said_in_words_and_never_in_green(state, token, second):
    said = backup_words(status(state, HERE, second), words(), TODAY)
    assert said.lines == ("Backed up 14:10,", "changed since")
    assert said.token == token


@pytest.mark.parametrize(
    ("state", "where", "token"),
    [
        (BackupState.LATE, "that is too old", "late"),
        (BackupState.ONE_FOLDER, "on this PC only", "ok"),
        (BackupState.SECOND_FAILED, "not on STICK yet", "due"),
        (BackupState.GOOD, "also on STICK", "ok"),
    ],
)
def test_every_other_state_says_when_and_where(state, where, token):
    second = None if state is BackupState.ONE_FOLDER else STICK
    said = backup_words(status(state, HERE, second), words(), TODAY)
    assert said.lines == ("Backed up 14:10", where)
    assert said.token == token
    assert said.icon


@pytest.mark.parametrize(
    ("days", "said"),
    [(0, "14:10"), (1, "Sun"), (6, "Tue"), (7, "7 Sept"), (9, "5 Sept"), (-1, "15 Sept")],
)
def test_the_newest_backup_is_dated_by_this_computers_clock(days, said):
    speak_british()
    at = HERE - timedelta(days=days)
    lines = backup_words(status(BackupState.GOOD, at, STICK), words(), TODAY).lines
    assert lines[0] == f"Backed up {said}"
