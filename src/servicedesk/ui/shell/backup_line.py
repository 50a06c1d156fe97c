# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""How the backup stands, in two short lines for the foot of the rail."""

from dataclasses import dataclass
from datetime import date, timedelta
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QDate, QLocale

if TYPE_CHECKING:  # nothing of it is needed before a file is open
    from servicedesk.domain.backups import BackupStatus
    from servicedesk.ui.core.labels import Labels

_LOOKS = {
    "none": ("triangle-alert", "due"),
    "late": ("triangle-alert", "late"),
    "second_failed": ("triangle-alert", "due"),
    "one_folder": ("shield-check", "ok"),
    "good": ("shield-check", "ok"),
}


@dataclass(frozen=True, slots=True, kw_only=True)
class BackupWords:
    """What the rail says.

    Args:
        lines: one or two.
        icon: name of the icon before them.
        token: colour of the icon.
    """

    lines: tuple[str, ...]
    icon: str
    token: str


def backup_words(status: "BackupStatus", labels: "Labels", today: date) -> BackupWords:
    """Put a status into words.

    Args:
        status: as the service tells it.
        labels: the words for its state.
        today: the day, to say "today" and "yesterday".
    """
    say = QCoreApplication.translate
    lines = [labels.enum(status.state)]
    if status.newest is not None:
        at = status.newest.at.astimezone()
        moment = say("BackupLine", "{day}, {time}")
        lines.append(moment.format(day=_day(at.date(), today), time=f"{at:%H:%M}"))
    icon, token = _LOOKS[status.state.value]
    return BackupWords(lines=tuple(lines), icon=icon, token=token)


def _day(day: date, today: date) -> str:
    if day == today:
        return QCoreApplication.translate("BackupLine", "today")
    if day == today - timedelta(days=1):
        return QCoreApplication.translate("BackupLine", "yesterday")
    return QLocale().toString(QDate(day.year, day.month, day.day), "d MMMM")
