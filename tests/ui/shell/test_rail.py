# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""What stands at the foot of the rail, whole at every size of text."""

from datetime import date, datetime, timedelta

import pytest
from PySide6.QtWidgets import QApplication

from servicedesk.domain.backups import BackupState
from servicedesk.ui.shell.backup_line import backup_words
from tests.helpers.audits import clipped
from tests.helpers.qt import words
from tests.ui.shell.test_backup_line import STICK, status

TODAY = date(2026, 9, 30)
NOW = datetime.fromisoformat("2026-09-30T14:10").astimezone()
DATED = [state for state in BackupState if state not in (BackupState.FIRST, BackupState.NONE)]


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("percent", [100, 125, 150, 170, 200])
def test_no_word_of_the_backup_is_cut(shell, bench, scheme, percent):
    bench.theme.set_scheme(scheme)
    bench.theme.set_percent(percent)
    shell.resize(1366, 768)
    for ago in (*range(9), 30, 60):
        for state in BackupState:
            at = NOW - timedelta(days=ago) if state in DATED else None
            said = backup_words(status(state, at, STICK), words(), TODAY)
            shell.rail.show_backup(said)
            QApplication.processEvents()
            shown = said.lines if not shell.rail.is_folded else ()
            assert shell.rail.backup.text() == "\n".join(shown)
            assert shell.rail.backup.accessibleName() == " ".join(said.lines)
            assert clipped(shell.rail) == []
