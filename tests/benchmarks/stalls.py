# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""The longest stall of the event loop while a backup runs, against the gap that is allowed.

The screen is told of nothing meanwhile: what is measured is the interpreter's own lock, and the
disk. A busy machine stalls a loop that does nothing too.
"""

import tempfile
from collections.abc import Callable, Iterator
from itertools import pairwise
from pathlib import Path
from time import perf_counter

from PySide6.QtCore import QCoreApplication, QTimer

from servicedesk.domain.backups import BackupReason
from servicedesk.services.backup import Backups
from servicedesk.services.unit import Units
from servicedesk.store.opening import open_file
from servicedesk.ui.core.tasks import Progress, Tasks
from tests.benchmarks.desk import MOMENT, Extent, application, filled_file
from tests.benchmarks.measure import Row, Spent, within
from tests.helpers.fakes import FixedClock
from tests.services.around import surroundings

ALLOWED = 0.050
"""Seconds without a beat that nobody notices yet."""

_BEAT_MS = 1


def rows(extent: Extent) -> Iterator[Row]:
    """One row for each length of the journal."""
    for steps in extent.sizes:
        with tempfile.TemporaryDirectory() as folder:
            yield _row(application(), Path(folder), steps, runs=3 if extent.is_quick else 9)


def _row(loop: QCoreApplication, folder: Path, steps: int, runs: int) -> Row:
    path = filled_file(folder / "servicedesk.db", steps)
    file = open_file(path, backups=folder, moment=MOMENT)
    tasks, clock = Tasks(), FixedClock(MOMENT)
    backups = Backups(file, Units(file, clock), surroundings(path, clock))

    def back_up(progress: Progress) -> None:
        clock.advance(minutes=40)
        backups.back_up(BackupReason.BUTTON, progress)

    try:
        return within(
            f"longest stall during a backup, of 50 ms allowed; {steps:,} journal rows",
            ALLOWED,
            lambda: Spent(wall=_longest_gap(loop, tasks, back_up), cpu=0),
            runs=runs,
        )
    finally:
        tasks.wait()
        file.close()


def _longest_gap(loop: QCoreApplication, tasks: Tasks, job: Callable[[Progress], None]) -> float:
    """The longest time between two beats of the event loop while a job runs, in seconds.

    Raises:
        Exception: whatever the job raised.
    """
    beats: list[float] = []
    faults: list[Exception] = []
    timer = QTimer()
    timer.setInterval(_BEAT_MS)
    timer.timeout.connect(lambda: beats.append(perf_counter()))
    tasks.idle.connect(loop.quit)
    timer.start()
    QTimer.singleShot(0, lambda: tasks.run("job", job, lambda _: None, faults.append))
    loop.exec()
    timer.stop()
    tasks.idle.disconnect(loop.quit)
    if faults:
        raise faults[0]
    return max(after - before for before, after in pairwise(beats))
