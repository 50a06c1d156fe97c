# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""What a backup holds, told before it is put back; it needs no open file."""

from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Protocol

from PySide6.QtCore import QObject, Signal

from servicedesk.domain.backups import BackupContents
from servicedesk.domain.errors import Refusal, Trouble
from servicedesk.ui.backups.said import holds_words, moment_words, size_words
from servicedesk.ui.core.labels import Labels
from servicedesk.ui.core.tasks import Progress, Tasks


class Look(Protocol):
    """Looks into a backup; called in a worker thread."""

    def __call__(self, path: Path, password: str | None = None) -> BackupContents:
        """What it holds; raises Refusal or Trouble."""
        ...


_ASKS = frozenset({"backup_password_needed", "backup_password_wrong"})


@dataclass(frozen=True, slots=True, kw_only=True)
class RestoreState:
    """What is said of the backup that was chosen.

    Args:
        path: of the backup; None before one was chosen.
        is_looking: it is being looked into.
        facts: (what, how it is), line by line; empty while it may not be put back.
        note: what else is to be known; "" for nothing.
        error: why it may not be put back; "" when it may.
        wants_password: it has a password that is not known, or was not the one typed.
    """

    path: Path | None = None
    is_looking: bool = False
    facts: tuple[tuple[str, str], ...] = ()
    note: str = ""
    error: str = ""
    wants_password: bool = False

    @property
    def can_put_back(self) -> bool:
        """Whether it was looked into and found good."""
        return bool(self.facts)


class RestorePresenter(QObject):
    """Feeds the dialog.

    Signals:
        state_changed: ``state`` is another one.

    Args:
        look: looks into a backup.
        tasks: has it done beside the screen.
        labels: the words.
        today: the day.
    """

    state_changed = Signal()

    def __init__(
        self,
        look: Look,
        tasks: Tasks,
        labels: Labels,
        today: date,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self.state = RestoreState()
        self._look = look
        self._tasks = tasks
        self._labels = labels
        self._today = today

    def choose(self, path: Path, password: str | None = None) -> None:
        """Look into a backup, beside the screen.

        Args:
            path: of the backup.
            password: of the backup, once it was asked for.
        """
        asked = password is not None
        self._show(RestoreState(path=path, is_looking=True, wants_password=asked))

        def run(_progress: Progress) -> tuple[Path, BackupContents]:
            return path, self._look(path, password) if asked else self._look(path)

        def failed(fault: Exception) -> None:
            self._failed(path, fault)

        self._tasks.run(self.tr("Looking into the backup …"), run, self._found, failed, self)

    def _found(self, found: tuple[Path, BackupContents]) -> None:
        path, contents = found
        if path != self.state.path:  # another was chosen meanwhile
            return
        note = self._note(contents)
        self._show(RestoreState(path=path, facts=self._facts(path, contents), note=note))

    def _note(self, contents: BackupContents) -> str:
        """What will be otherwise once it is put back; "" for nothing."""
        parts = []
        if contents.is_older:
            parts.append(
                self.tr(
                    "It comes from an earlier version of the program, and is brought up to date "
                    "when it is opened."
                )
            )
        if contents.loses_password:
            parts.append(
                self.tr("This backup has no password: your file will have none afterwards.")
            )
        if contents.has_another:
            parts.append(
                self.tr(
                    "Afterwards your file opens with the password that it had when this backup was "
                    "made."
                )
            )
        return " ".join(parts)

    def _facts(self, path: Path, contents: BackupContents) -> tuple[tuple[str, str], ...]:
        changed = contents.last_change_at
        counts = holds_words(contents.counts, self._labels)
        return (
            (self.tr("Business"), contents.business or self.tr("no name given")),
            (
                self.tr("Last changed"),
                self.tr("never") if changed is None else moment_words(changed, self._today),
            ),
            (self.tr("Holds"), "\n".join(counts) or self.tr("nothing yet")),
            (self.tr("Size"), size_words(contents.size)),
            (self.tr("File"), path.name),
        )

    def _failed(self, path: Path, fault: Exception) -> None:
        if path != self.state.path:
            return
        if isinstance(fault, Refusal):
            error = self._labels.refusal(fault)
        elif isinstance(fault, Trouble):
            words = self._labels.trouble(fault)
            error = " ".join(part for part in (words.happened, words.safe, words.do) if part)
        else:
            raise fault
        asks = isinstance(fault, Refusal) and fault.code in _ASKS
        self._show(RestoreState(path=path, error=error, wants_password=asks))

    def _show(self, state: RestoreState) -> None:
        self.state = state
        self.state_changed.emit()
