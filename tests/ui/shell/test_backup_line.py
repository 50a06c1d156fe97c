# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""How the backup stands, in two short lines."""

from datetime import date, datetime, timedelta

import pytest

from servicedesk.domain.backups import BackupCard, BackupReason, BackupState, BackupStatus
from servicedesk.ui.shell.backup_line import backup_words
from tests.helpers.qt import speak_british, words

TODAY = date(2026, 9, 14)


def status(state, at=None):
    newest = at and BackupCard(name="a.db", path="/a.db", at=at, reason=BackupReason.EXIT, size=100)
    return BackupStatus(
        folder="/b",
        newest=newest,
        count=1,
        size=100,
        changed_at=None,
        second=None,
        trial=None,
        check=None,
        state=state,
    )


@pytest.mark.parametrize("state", BackupState)
def test_every_state_has_words_an_icon_and_a_colour(state):
    said = backup_words(status(state), words(), TODAY)
    assert said.lines == (words().enum(state),)
    assert said.icon
    assert said.token in {"ok", "due", "late"}


@pytest.mark.parametrize(
    ("days", "said"), [(0, "today, 14:10"), (1, "yesterday, 14:10"), (9, "5 September, 14:10")]
)
def test_the_newest_backup_is_dated_by_this_computers_clock(days, said):
    speak_british()
    here = datetime.fromisoformat("2026-09-14T14:10").astimezone()
    at = here - timedelta(days=days)
    assert backup_words(status(BackupState.GOOD, at), words(), TODAY).lines == ("Backed up", said)
