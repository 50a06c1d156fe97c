# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""Does by itself what the file needs: backups, trials, checks, and tidying when nobody types."""

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QObject, QTimer, Signal

from servicedesk.app.astray import Astray
from servicedesk.domain.backups import BackupReason
from servicedesk.domain.errors import Trouble
from servicedesk.services.backup_upkeep import UpkeepJob
from servicedesk.ui.core.tasks import Progress
from servicedesk.ui.core.workbench import Workbench

_ASKS_EVERY_MS = 10_000


class KeptUp(QObject):
    """Asks every ten seconds what is due, and has it done beside the screen.

    Signals:
        done: (UpkeepJob) one has ended, well or not.

    Args:
        bench: of the open file.
    """

    done = Signal(object)

    def __init__(self, bench: Workbench, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._bench = bench
        self._reason = BackupReason.START
        self._timer = QTimer(self)
        self._timer.setInterval(_ASKS_EVERY_MS)
        self._timer.timeout.connect(self.look)
        self._timer.start()
        self._astray = Astray(bench, self)
        QTimer.singleShot(0, self, self.look)

    def look(self) -> None:
        """Hand in what is due; a file that cannot be read is told by whoever needs it."""
        bench = self._bench
        if not self._timer.isActive():  # stopped, and the file may be closed by now
            return
        self._astray.look()
        try:
            due = bench.services.upkeep.due_jobs(bench.clock.now())
        except Trouble:
            return
        for job in due:
            self._hand_in(job, self._reason)
        self._reason = BackupReason.INTERVAL

    def stop(self) -> None:
        """Hand in nothing more."""
        self._timer.stop()

    def back_up_now(self) -> bool:
        """Hand in the backup that the end of the program asks for.

        Returns:
            Whether one is due; ``done`` tells its end.
        """
        self.stop()
        try:
            backups = self._bench.services.backups
            is_due = backups.is_due(is_end=True) or backups.lacks_second()
        except Trouble:
            return False
        if is_due:
            self._hand_in(UpkeepJob.BACKUP, BackupReason.EXIT)
        return is_due

    def _hand_in(self, job: UpkeepJob, reason: BackupReason) -> None:
        services = self._bench.services

        def run(progress: Progress) -> int | None:
            if reason is BackupReason.EXIT and not services.backups.is_due(is_end=True):
                # The one that was being made when the window was closed is enough.
                if services.backups.lacks_second():
                    services.backups.copy_newest(progress)
                return None
            services.upkeep.run(job, progress, reason)
            # Once a week, in the thread that only reads; it is noted in the other.
            is_weekly = job is UpkeepJob.CHECK
            return services.privacy_desk.count_clearing() if is_weekly else None

        self._bench.tasks.run(
            self._title(job), run, partial(self._ended, job), self._failed(job), self
        )

    def _title(self, job: UpkeepJob) -> str:
        if job is UpkeepJob.BACKUP:
            return self.tr("Backing up …")
        if job in (UpkeepJob.CHECKPOINT, UpkeepJob.TIDY):
            return self.tr("Tidying the file …")
        return self.tr("Checking that all is well …")

    def _ended(self, job: UpkeepJob, found: object = None) -> None:
        self.done.emit(job)
        if isinstance(found, int) and self._timer.isActive():
            desk, who = self._bench.services.privacy_desk, self._bench.who
            self._bench.do(lambda: desk.note_clearing(found, who), can_undo=False)

    def _failed(self, job: UpkeepJob) -> Callable[[Exception], None]:
        """What came in the way stands in the status; a bug of ours goes to its window."""

        def failed(fault: Exception) -> None:
            self.done.emit(job)
            if not isinstance(fault, Trouble):
                raise fault

        return failed
