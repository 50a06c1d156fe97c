# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""A file that can be backed up, for tests: its services of backups and what stands around them."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, date, datetime
from pathlib import Path

from servicedesk.services.backup import Backups
from servicedesk.services.surroundings import Surroundings
from servicedesk.services.unit import Units
from servicedesk.store.calendars import closures
from servicedesk.store.engine import DeskFile
from servicedesk.store.facts import business_facts
from tests.helpers.fakes import FixedClock
from tests.services.around import surroundings
from tests.store.files import new_file, opened

NOW = datetime(2026, 11, 24, 14, 10, tzinfo=UTC)


class NoSteps:
    """A job that nobody watches or stops."""

    def __init__(self) -> None:
        self.told: list[tuple[int, int]] = []

    def step(self, done: int, total: int) -> None:
        self.told.append((done, total))

    def raise_if_cancelled(self) -> None:
        """Nobody asks to stop."""


class Stopped(Exception):
    """Ends a job in a test."""


class Stops(NoSteps):
    """A job that is asked to stop once it has told of so many pieces."""

    def __init__(self, after: int) -> None:
        super().__init__()
        self._after = after

    def raise_if_cancelled(self) -> None:
        if len(self.told) >= self._after:
            raise Stopped


@dataclass(frozen=True, slots=True, kw_only=True)
class Desk:
    """An open file and its backups."""

    file: DeskFile
    units: Units
    around: Surroundings
    backups: Backups
    clock: FixedClock

    def say(self, name: str) -> None:
        """Change the business's name."""
        with self.units.change("say name", "Ruth") as unit:
            unit.insert(business_facts, {"key": "trading_name", "value": f'"{name}"'})

    def close_shop(self, reason: str = "Fair") -> None:
        """Add a closure."""
        day = date(2026, 12, 24)
        with self.units.change("add closure", "Ruth") as unit:
            unit.insert(closures, {"first": day, "last": day, "reason": reason})


@contextmanager
def desk(folder: Path, clock: FixedClock | None = None) -> Iterator[Desk]:
    """A new file in ``folder/data``, open for the length of the block."""
    home = folder / "data"
    home.mkdir(exist_ok=True)
    with opened(new_file(home, "servicedesk.db")) as file:
        yield desk_of(file, clock or FixedClock(NOW))


def desk_of(file: DeskFile, clock: FixedClock) -> Desk:
    """The backups of a file that is open."""
    units = Units(file, clock)
    around = surroundings(file.path, clock)
    backups = Backups(file, units, around)
    return Desk(file=file, units=units, around=around, backups=backups, clock=clock)
