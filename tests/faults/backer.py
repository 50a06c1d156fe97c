# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""A process that backs up, or puts back, and kills itself at a given point of it.

``python -m tests.faults.backer`` imports the program once, then forks one child for each line it
is given. A line is ``ACT DATABASE BACKUP POINT``. The child dies by SIGKILL just before the
POINTth time that it opens, syncs, names, links or removes a file, or that SQLite copies or checks
one. On standard output stands "done 57" when it came to
its end after so many points, and "ended" when it is dead.
"""

import os
import signal
import sys
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path

from servicedesk.domain.backups import BackupReason
from servicedesk.services import backup_restore
from servicedesk.services.backup import Backups
from servicedesk.services.surroundings import Surroundings
from servicedesk.services.unit import Units
from servicedesk.store import driver
from servicedesk.store.opening import open_file
from tests.helpers.fakes import FixedClock
from tests.services.around import surroundings
from tests.services.backups_made import NoSteps

NOW = datetime(2026, 11, 24, 14, 10, tzinfo=UTC)
POINTS = ("fsync", "open", "replace", "unlink", "link")


class Killer:
    """Counts points and dies at one of them."""

    def __init__(self, point: int) -> None:
        self._point = point
        self.passed = 0

    def before(self, act: Callable[..., object]) -> Callable[..., object]:
        """The same act, which is a point."""

        def counted(*args: object, **kwargs: object) -> object:
            self.passed += 1
            if self.passed == self._point:
                os.kill(os.getpid(), signal.SIGKILL)
            return act(*args, **kwargs)

        return counted

    def lie_in_wait(self) -> None:
        """Make every point one."""
        for name in POINTS:
            setattr(os, name, self.before(getattr(os, name)))
        for name in ("copy_whole", "find_damage", "count_rows"):
            setattr(driver, name, self.before(getattr(driver, name)))


def around(database: Path) -> Surroundings:
    """What stands around a file; its second folder is beside its data."""
    made = surroundings(database, FixedClock(NOW))
    made.memory.set("second_folder", str(database.parent.parent / "BACKUP"))
    return made


def back_up(database: Path, _backup: Path) -> None:
    """Open the file and back it up, to the second folder too."""
    made = around(database)
    file = open_file(database, backups=made.backups, moment=NOW)
    Backups(file, Units(file, made.clock), made).back_up(BackupReason.BUTTON, NoSteps())


def put_back(database: Path, backup: Path) -> None:
    """Put a backup in the file's place."""
    backup_restore.put_back(backup, around(database))


ACTS = {"back_up": back_up, "put_back": put_back}


def tell(line: str) -> None:
    """Write one line where the test reads, at once and whole."""
    os.write(sys.stdout.fileno(), f"{line}\n".encode())


def main() -> None:
    """Fork a child for every line, and wait for its end."""
    for line in sys.stdin:
        act, database, backup, point = line.split()
        child = os.fork()
        if child == 0:
            killer = Killer(int(point))
            killer.lie_in_wait()
            ACTS[act](Path(database), Path(backup))
            tell(f"done {killer.passed}")
            os._exit(0)
        os.waitpid(child, 0)
        tell("ended")


if __name__ == "__main__":
    main()
