# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""How backups are spoken of: when they were made, how large they are, how things stand."""

import re
from collections.abc import Mapping
from datetime import date, datetime, timedelta

from PySide6.QtCore import QCoreApplication, QDate, QLocale

from servicedesk.domain.backups import BackupState, BackupStatus
from servicedesk.domain.kinds import Kind
from servicedesk.ui.core.labels import Labels

TONES = {
    BackupState.FIRST: "quiet",
    BackupState.NONE: "due",
    BackupState.LATE: "late",
    BackupState.OVERDUE: "due",
    BackupState.SECOND_FAILED: "due",
    BackupState.CHANGED: "quiet",
    BackupState.ONE_FOLDER: "ok",
    BackupState.GOOD: "ok",
}
"""State -> tone of the sentence about it."""

_KNOWN_BY = (Kind.CUSTOMER, Kind.PROMISE, Kind.COMPLAINT, Kind.FEEDBACK, Kind.LETTER)
"""What an owner knows a backup by; it is said first."""

_SEPARATOR = re.compile(r"[/\\]")
_KILO, _MEGA, _GIGA = 1000, 1_000_000, 1_000_000_000


def moment_words(at: datetime, today: date) -> str:
    """When something was, as a person says it, such as "today at 14:10".

    Args:
        at: aware.
        today: the day.
    """
    say = QCoreApplication.translate
    local = at.astimezone()
    if local.date() == today:
        day = say("Backups", "today at {time}")
    elif local.date() == today - timedelta(days=1):
        day = say("Backups", "yesterday at {time}")
    else:
        written = QDate(local.year, local.month, local.day)
        return QLocale().toString(written, "ddd d MMMM yyyy") + f", {local:%H:%M}"
    return day.format(time=f"{local:%H:%M}")


def holds_words(counts: Mapping[Kind, int], labels: Labels) -> list[str]:
    """How many records of each kind a backup holds: the daily ones first, the rest by their words.

    Args:
        counts: by kind.
        labels: words for what is named by a code.
    """
    said = {
        kind: labels.say(f"backup_holds.{kind.value}", count=str(count))
        for kind, count in counts.items()
    }
    first = [said.pop(kind) for kind in _KNOWN_BY if kind in said]
    return [*first, *sorted(said.values())]


def path_words(path: str) -> str:
    """The folders of a path one by one, from the top, so that they break into lines."""
    return " › ".join(part for part in _SEPARATOR.split(path) if part)


def size_words(size: int) -> str:
    """A number of bytes in kB, MB or GB, as the shops of disks count them."""
    say = QCoreApplication.translate
    if size < _MEGA:
        return say("Backups", "{number} kB").format(number=max(1, round(size / _KILO)))
    if size >= _GIGA:
        return say("Backups", "{number} GB").format(number=QLocale().toString(size / _GIGA, "f", 1))
    return say("Backups", "{number} MB").format(number=QLocale().toString(size / _MEGA, "f", 1))


def status_words(status: BackupStatus, today: date) -> str:
    """How things stand in one sentence, such as "Backed up today at 14:10, also on BACKUP."."""
    say = QCoreApplication.translate
    if status.state is BackupState.FIRST:
        return say("Backups", "The first backup is made by itself, soon after the first change.")
    if status.newest is None:
        return say("Backups", "There is no backup yet.")
    when = moment_words(status.newest.at, today)
    name = "" if status.second is None else status.second.name
    sentence = {
        BackupState.NONE: say("Backups", "There is no backup yet."),
        BackupState.LATE: say("Backups", "The newest backup was made {when}. That is too old."),
        BackupState.OVERDUE: say("Backups", "Backed up {when}. Something was changed since."),
        BackupState.CHANGED: say(
            "Backups", "Backed up {when}. What was changed since is copied soon."
        ),
        BackupState.SECOND_FAILED: say(
            "Backups", "Backed up {when} on this computer, not on {name} yet."
        ),
        BackupState.ONE_FOLDER: say("Backups", "Backed up {when}, on this computer only."),
        BackupState.GOOD: say("Backups", "Backed up {when}, also on {name}."),
    }[status.state]
    return sentence.format(when=when, name=name)
