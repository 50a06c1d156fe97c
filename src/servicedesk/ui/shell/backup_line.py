# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""How the backup stands, in two short lines for the foot of the rail."""

from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QDate, QLocale

if TYPE_CHECKING:  # nothing of it is needed before a file is open
    from servicedesk.domain.backups import BackupStatus
    from servicedesk.ui.core.labels import Labels

_LOOKS = {
    "first": ("shield-check", "soft_ink"),
    "none": ("triangle-alert", "due"),
    "late": ("triangle-alert", "late"),
    "overdue": ("triangle-alert", "due"),
    "second_failed": ("triangle-alert", "due"),
    "changed": ("shield-check", "soft_ink"),
    "one_folder": ("shield-check", "ok"),
    "good": ("shield-check", "ok"),
}

_BEHIND = ("changed", "overdue")
"""The newest backup does not hold all."""

_WEEK = timedelta(days=7)
"""Before that, the name of the day says which."""


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
        labels: the words for a state that has nothing to date.
        today: the day, to say the time of today and the date of other days.
    """
    icon, token = _LOOKS[status.state.value]
    if status.state.value == "first":
        say = QCoreApplication.translate
        lines = (say("BackupLine", "The first backup"), say("BackupLine", "comes by itself"))
        return BackupWords(lines=lines, icon=icon, token=token)
    if status.newest is None:
        return BackupWords(lines=(labels.enum(status.state),), icon=icon, token=token)
    when = _when(status.newest.at.astimezone(), today)
    say = QCoreApplication.translate
    first = say("BackupLine", "Backed up {when}")
    if status.state.value in _BEHIND:
        first = say("BackupLine", "Backed up {when},")  # the second line goes on
    first = first.format(when=when)
    return BackupWords(lines=(first, _where(status)), icon=icon, token=token)


def _where(status: "BackupStatus") -> str:
    say = QCoreApplication.translate
    name = status.second.name if status.second is not None else ""
    said = {
        "late": say("BackupLine", "that is too old"),
        "overdue": say("BackupLine", "changed since"),
        "changed": say("BackupLine", "changed since"),
        "one_folder": say("BackupLine", "on this PC only"),
        "second_failed": say("BackupLine", "not on {name} yet"),
        "good": say("BackupLine", "also on {name}"),
    }
    return said[status.state.value].format(name=name)


def _when(at: datetime, today: date) -> str:
    if at.date() == today:
        return f"{at:%H:%M}"
    is_near = timedelta() < today - at.date() < _WEEK
    form = "ddd" if is_near else "d MMM"  # both fit in the line at every size of text
    return QLocale().toString(QDate(at.year, at.month, at.day), form)
