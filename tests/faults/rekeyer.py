# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""A process that changes a password and kills itself on the way: ``-m tests.faults.rekeyer``.

It forks one child for each line it is given. A line is ``PATH POINT OLD NEW``, with "-" for no
password: the child gives the file at PATH the password NEW and kills itself at the POINT-th of
all calls to the disk or to SQLite, or inside SQLite while it copies; 0 lets it live. On standard
output "killed" or "lived 123", with the number of points there were, says how it ended.
"""

import os
import signal
import sys
from pathlib import Path
from types import FrameType

from servicedesk.store import encrypting, keys
from servicedesk.store.encrypting import change_password
from tests.faults.updater import TOUCHES

NONE = "-"
_OFTEN = 200
"""Steps of SQLite's machine between two points inside it."""


class Points:
    """Counts where the process may be killed, and kills it at one of them.

    Args:
        last: the number of that one; 0 for none.
    """

    def __init__(self, last: int) -> None:
        self.met = 0
        self._last = last

    def meet(self) -> None:
        """One more; it may be the last."""
        self.met += 1
        if self.met == self._last:
            os.kill(os.getpid(), signal.SIGKILL)

    def step(self, done: int, total: int) -> None:
        """SQLite is at work."""
        del done, total

    def raise_if_cancelled(self) -> None:
        """SQLite is in the middle of its copy."""
        self.meet()

    def watch(self, _frame: FrameType, event: str, called: object) -> None:
        """Before and after each call that touches the disk."""
        if event in ("c_call", "c_return") and getattr(called, "__name__", "") in TOUCHES:
            self.meet()


def main() -> None:
    """Fork a child for every line, and tell how it ended."""
    keys.ROUNDS = 2
    encrypting._EVERY = _OFTEN
    for line in sys.stdin:
        path, point, old, new = line.strip().rsplit(" ", 3)
        child = os.fork()
        if child == 0:
            file = Path(path)
            points = Points(int(point))
            sys.setprofile(points.watch)
            key = None if old == NONE else keys.key_of(file, old)
            change_password(file, key, None if new == NONE else new, points)
            sys.setprofile(None)
            os.write(sys.stdout.fileno(), f"lived {points.met}\n".encode())
            os._exit(0)
        _, status = os.waitpid(child, 0)
        if os.WIFSIGNALED(status):
            os.write(sys.stdout.fileno(), b"killed\n")
        elif status:
            os.write(sys.stdout.fileno(), b"failed\n")


if __name__ == "__main__":
    main()
