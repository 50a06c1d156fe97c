# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""What is to be done for the file by itself, and when: whoever has a timer asks here.

Nothing is due while somebody types: a minute without a change comes first. Two backups wait for
nothing: the very first, because until it is made everything stands in one place, and the one
after a step that cannot be undone, such as publishing a charter.
"""

from collections.abc import Callable
from datetime import datetime, timedelta
from enum import StrEnum
from threading import Lock

from servicedesk.domain.backups import IDLE, BackupReason
from servicedesk.domain.errors import Trouble
from servicedesk.services.backup import Backups, Steps
from servicedesk.services.unit import Committed, Units
from servicedesk.store.disk import TO_TIDY, beside
from servicedesk.store.engine import DeskFile

_REST = timedelta(minutes=10)
"""After a failure a job is left alone for so long."""


class UpkeepJob(StrEnum):
    """A job that is done beside the screen."""

    CHECKPOINT = "checkpoint"
    BACKUP = "backup"
    TRIAL = "trial"
    CHECK = "check"
    TIDY = "tidy"


class Upkeep:
    """Knows what is due, and does it.

    Args:
        file: that is open.
        units: tells of changes.
        backups: of the file.
        now: the moment of opening, in UTC.
        tidy: writes the file anew after somebody was forgotten; False where that must wait on.
    """

    def __init__(
        self,
        file: DeskFile,
        units: Units,
        backups: Backups,
        now: datetime,
        tidy: Callable[[], bool] = lambda: True,
    ) -> None:
        self._file = file
        self._tidy = tidy
        self._backups = backups
        self._lock = Lock()
        self._last_change = now
        self._is_heard = False
        """Something was changed since the last asking."""
        self._waits = False
        """Something may still wait in the log."""
        self._is_weighty = False
        """Something that cannot be undone was done, and is not yet copied."""
        self._running: set[UpkeepJob] = set()
        self._failed: set[UpkeepJob] = set()
        self._rests: dict[UpkeepJob, datetime] = {}
        self._is_new = True
        units.tell(self._heard)

    def _heard(self, done: Committed) -> None:
        with self._lock:
            self._is_heard = self._waits = True
            self._is_weighty = self._is_weighty or done.is_barrier

    def due_jobs(self, now: datetime) -> tuple[UpkeepJob, ...]:
        """What is due, in the order in which to do it.

        A job that was handed out is not due again before it has run, and one that failed not
        before ten minutes have passed.

        Args:
            now: this moment, in UTC. Asking every ten seconds or so is often enough.

        Raises:
            Trouble: when the file cannot be read.
        """
        with self._lock:
            if self._is_heard:
                self._last_change, self._is_heard = now, False
            is_idle = now - self._last_change >= IDLE or now < self._last_change
            waits, is_new, is_weighty = self._waits, self._is_new, self._is_weighty
            self._is_new = False
            self._rests.update(dict.fromkeys(self._failed, now + _REST))
            self._failed.clear()
            busy = self._running | {job for job, until in self._rests.items() if now < until}
        if not is_idle and not is_new and not is_weighty and self._backups.kept():
            return ()
        found = [UpkeepJob.CHECKPOINT] if waits and is_idle else []
        if (is_idle or is_new) and beside(self._file.path, TO_TIDY).exists():
            found.append(UpkeepJob.TIDY)
        if self._backups.is_due(is_end=is_weighty):
            found.append(UpkeepJob.BACKUP)
        else:
            self._is_weighty = False  # somebody made one by hand meanwhile
        if is_idle and self._backups.is_trial_due():
            found.append(UpkeepJob.TRIAL)
        if is_idle and self._backups.is_check_due():
            found.append(UpkeepJob.CHECK)
        due = tuple(job for job in found if job not in busy)
        with self._lock:
            self._running.update(due)
        return due

    def run(
        self, job: UpkeepJob, progress: Steps, reason: BackupReason = BackupReason.INTERVAL
    ) -> None:
        """Do a job; to be called in the thread for such work.

        Args:
            job: as ``due_jobs`` gave it.
            progress: hears how far it is.
            reason: of a backup: START for those that were due at the start.

        Raises:
            Trouble: what came in the way; the job is due again later.
        """
        try:
            if job is UpkeepJob.CHECKPOINT:
                self._check_point()
            elif job is UpkeepJob.BACKUP:
                self._back_up(reason, progress)
            elif job is UpkeepJob.TIDY:
                self._write_anew()
            elif job is UpkeepJob.TRIAL:
                self._backups.try_newest(progress)
            else:
                self._backups.check_file(progress)
        except Trouble:
            with self._lock:
                self._failed.add(job)
            raise
        finally:
            with self._lock:
                self._running.discard(job)

    def _write_anew(self) -> None:
        """Finish what could not be done when somebody was forgotten, or try again later."""
        if beside(self._file.path, TO_TIDY).exists() and not self._tidy():
            with self._lock:
                self._failed.add(UpkeepJob.TIDY)

    def _back_up(self, reason: BackupReason, progress: Steps) -> None:
        with self._lock:
            is_weighty, self._is_weighty = self._is_weighty, False
        try:
            self._backups.back_up(reason, progress)
            is_weighty = False
        finally:
            with self._lock:
                self._is_weighty = self._is_weighty or is_weighty

    def _check_point(self) -> None:
        with self._lock:
            self._waits = False
        if not self._file.checkpoint():
            with self._lock:
                self._waits = True
