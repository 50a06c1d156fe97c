# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""A process that saves, in real changes, until it is killed: ``python -m tests.faults.saver``.

It imports the program once, then forks one child for each line it is given, because a fresh
start for each of many kills would take far longer than the kills. A line is
``PATH DURABILITY FIRST``, and a KEY where the file has one. On standard output the child tells its
process id ("child 7"), then the number of each change once its commit has come back ("saved 3");
"ended" means that it is dead.
"""

import os
import sys
from datetime import date
from pathlib import Path

from servicedesk.services.unit import Unit, Units
from servicedesk.store.calendars import closures
from servicedesk.store.driver import Durability
from servicedesk.store.facts import business_facts, fact_id
from servicedesk.store.opening import open_file
from tests.helpers.fakes import FixedClock

LAST = "last"
"""The fact that holds the number of the newest change."""

LONG = "x" * 3000
"""Makes each change wider than a page, so that half of it could be written."""

ROWS_EACH = 3
"""Closures that each change writes, besides the fact."""


def save(unit: Unit, number: int) -> None:
    """One change: several rows of one table and one of another, all with its number."""
    for _ in range(ROWS_EACH):
        day = date.fromordinal(number)
        unit.insert(closures, {"first": day, "last": day, "reason": LONG})
    row = fact_id(unit.connection, LAST)
    if row is None:
        unit.insert(business_facts, {"key": LAST, "value": str(number)})
    else:
        unit.update(business_facts, row, {"value": str(number)})


def tell(line: str) -> None:
    """Write one line where the test reads, at once and whole."""
    os.write(sys.stdout.fileno(), f"{line}\n".encode())


def save_for_ever(path: Path, durability: Durability, first: int, key: str | None) -> None:
    """Save until killed, telling the number of each change that is in the file."""
    clock = FixedClock()
    tell(f"child {os.getpid()}")
    file = open_file(path, backups=path.parent, moment=clock.now(), key=key, durability=durability)
    units = Units(file, clock)
    number = first
    while True:
        with units.change("save", "Ann") as unit:
            save(unit, number)
        tell(f"saved {number}")
        number += 1


def main() -> None:
    """Fork a child for every line, and wait for its end."""
    for line in sys.stdin:
        path, durability, first, *keys = line.split()
        child = os.fork()
        if child == 0:
            save_for_ever(Path(path), Durability(durability), int(first), *(keys or [None]))
        os.waitpid(child, 0)
        tell("ended")


if __name__ == "__main__":
    main()
