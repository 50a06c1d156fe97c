# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""A process that updates a file and kills itself on the way: ``python -m tests.faults.updater``.

It forks one child for each line it is given. A line is ``PATH POINT``: the child brings the file
at PATH up to date and kills itself just before, or just after, a call to the disk or to SQLite,
the POINT-th of all; 0 lets it live. On standard output "killed" or "lived 123", with the number
of points there were, says how it ended.
"""

import os
import signal
import sys
from pathlib import Path
from types import FrameType

from servicedesk.store.migrate import update
from tests.migrations.test_steps import EVERY
from tests.store.files import MOMENT

TOUCHES = frozenset(
    {
        "backup", "close", "commit", "connect", "execute", "fsync", "mkdir", "open", "replace",
        "rollback", "unlink", "write",
    }
)  # fmt: skip
"""Functions of the system and of the driver that leave something on the disk, or might."""


def bring_up(path: Path) -> None:
    """The update that is killed, by a step that only tests know."""
    update(path, backups=path.parent / "backups", moment=MOMENT, revisions=EVERY)


def kill_at(point: int) -> list[int]:
    """Kill this process at a point; the list that is returned counts them."""
    met = [0]

    def watch(_frame: FrameType, event: str, called: object) -> None:
        if event in ("c_call", "c_return") and getattr(called, "__name__", "") in TOUCHES:
            met[0] += 1
            if met[0] == point:
                os.kill(os.getpid(), signal.SIGKILL)

    sys.setprofile(watch)
    return met


def main() -> None:
    """Fork a child for every line, and tell how it ended."""
    for line in sys.stdin:
        path, _, point = line.strip().rpartition(" ")
        child = os.fork()
        if child == 0:
            met = kill_at(int(point))
            bring_up(Path(path))
            sys.setprofile(None)
            os.write(sys.stdout.fileno(), f"lived {met[0]}\n".encode())
            os._exit(0)
        _, status = os.waitpid(child, 0)
        if os.WIFSIGNALED(status):
            os.write(sys.stdout.fileno(), b"killed\n")


if __name__ == "__main__":
    main()
