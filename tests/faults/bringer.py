# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""A process that brings a list in and takes it back until it is killed.

``python -m tests.faults.bringer`` forks a child for each line it is given: ``PATH LIST``. The child
tells its process id ("child 7"), each piece of an import ("piece"), and when a list is in ("in") or
taken back ("out"); "ended" means that it is dead.
"""

import os
import sys
from pathlib import Path

from servicedesk.domain.importing import PlanChoices
from servicedesk.services.registry import open_services
from servicedesk.store.opening import open_file
from tests.faults.saver import tell
from tests.helpers.fakes import FixedClock
from tests.services.around import surroundings

WHO = "Ann"


class Telling:
    """Tells of every piece of an import."""

    def step(self, done: int, total: int) -> None:
        tell("piece")

    def raise_if_cancelled(self) -> None:
        """Nobody asks to stop; they kill."""


def bring_for_ever(path: Path, listed: Path) -> None:
    """Bring the list in and take it back until killed."""
    clock = FixedClock()
    tell(f"child {os.getpid()}")
    file = open_file(path, backups=path.parent, moment=clock.now())
    services = open_services(file, surroundings(path, clock))
    look = services.exchange.look(listed)
    while True:
        plan = services.exchange.plan(look, PlanChoices(columns=look.columns))
        services.exchange.run(plan, Telling(), WHO)
        tell("in")
        services.undo.undo(WHO)
        tell("out")


def main() -> None:
    """Fork a child for every line, and wait for its end."""
    for line in sys.stdin:
        path, listed = line.split()
        child = os.fork()
        if child == 0:
            bring_for_ever(Path(path), Path(listed))
        os.waitpid(child, 0)
        tell("ended")


if __name__ == "__main__":
    main()
