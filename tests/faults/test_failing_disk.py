# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""The disk fails at any one write, sync, truncation or deletion: it is said, and nothing is lost.

Somebody opens a file, saves fifty changes and ends, while the disk of the program's own driver
fails, broken or full, at a deed of all that it is asked. What was told to be saved is there, and
nothing by half; what was not is told in words, and saved on the second try. Only what tidies up at
the end fails in silence, because it costs nothing: what makes later questions faster, and the empty
log. A day has failures in several steps, each with sound ones between; a deed that the failures
before it made needless gets a day of its own.
"""

import random
import shutil
import sys
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import date
from itertools import pairwise
from pathlib import Path

import pytest

from servicedesk.domain.errors import Trouble
from servicedesk.services.unit import Units
from servicedesk.store import driver
from servicedesk.store.disk import free_space
from servicedesk.store.driver import Access, Durability
from servicedesk.store.engine import DeskFile
from servicedesk.store.opening import open_file
from tests.faults.counting import note, trials
from tests.faults.disk_below import Disk, FailingInSteps
from tests.faults.saved import KEYS, MODES, made, named, opened
from tests.faults.saver import LONG, ROWS_EACH, save
from tests.helpers.builders import words
from tests.helpers.fakes import FixedClock
from tests.store.files import MOMENT, small_disk

ACTIONS = 50
BROUGHT_IN = (15, 35)
"""Actions after which the log is brought into the file."""

APART = 5
"""Steps from one that fails to the next that does, at least."""

SHORT = 20
"""Days in every run, drawn from all of them; on request each deed of each step fails."""

FITTING = frozenset({"disk_error", "disk_full", "file_cannot_open", "log_left"})
"""What may be told of a disk that fails."""

if sys.platform == "win32":
    pytest.skip("the driver hides its library there", allow_module_level=True)

import resource  # noqa: E402 - not there on Windows


@dataclass
class Day:
    """What became of a day's actions.

    Args:
        saved: numbers of the changes that were told to be saved.
        failed: numbers of those that were told not to be.
        told: the codes of all that was told.
        silent: steps in which the disk failed and nobody was told.
    """

    saved: list[int] = field(default_factory=list)
    failed: list[int] = field(default_factory=list)
    told: list[str] = field(default_factory=list)
    silent: list[int] = field(default_factory=list)

    def tell(self, trouble: Trouble) -> None:
        """Say a trouble in words, as the program does."""
        said = words().trouble(trouble)
        assert said.happened
        assert said.safe
        assert said.do
        self.told.append(trouble.code)

    @contextmanager
    def step(self, fault: FailingInSteps) -> Iterator[None]:
        """One step of the day, in which trouble is told."""
        before = len(self.told)
        try:
            yield
        except Trouble as trouble:
            self.tell(trouble)
        if fault.step in fault.failed and len(self.told) == before:
            self.silent.append(fault.step)
        fault.next_step()


def live(file: DeskFile, day: Day, fault: FailingInSteps) -> None:
    """Save change after change; one that fails is saved again, as anybody would."""
    units = Units(file, FixedClock())
    for number in range(1, ACTIONS + 1):
        with day.step(fault):
            for tried in (number, number + 1000):
                try:
                    with units.change("save", "Ann") as unit:
                        save(unit, tried)
                except Trouble as trouble:
                    day.tell(trouble)
                    day.failed.append(tried)
                else:
                    day.saved.append(tried)
                    break
        if number in BROUGHT_IN:
            with day.step(fault):
                file.checkpoint()


def lived(path: Path, durability: Durability, key: str | None, fault: FailingInSteps) -> Day:
    """A whole day from the opening to the end, on a disk that fails."""
    day = Day()
    with Disk(fault, keeps=False).watched():
        with day.step(fault):
            for _ in range(2):
                try:
                    file = open_file(
                        path, backups=path.parent, moment=MOMENT, key=key, durability=durability
                    )
                    break
                except Trouble as trouble:
                    day.tell(trouble)
        live(file, day, fault)
        with day.step(fault):
            file.close()
    return day


def days_of(asked: Sequence[int]) -> list[tuple[int, list[int]]]:
    """Days in which, taken together, each deed of each step fails once.

    Args:
        asked: how much each step asks of the disk.

    Returns:
        The deed of a step that fails, and the steps in which it does, for each day.
    """
    days: list[tuple[int, list[int]]] = []
    for deed in range(1, max(asked) + 1):
        groups: list[list[int]] = []
        for step in (number for number, most in enumerate(asked) if most >= deed):
            free = next((one for one in groups if step - one[-1] >= APART), None)
            if free is None:
                groups.append([step])
            else:
                free.append(step)
        days += [(deed, group) for group in groups]
    return days


def whole(path: Path, durability: Durability, key: str | None) -> set[int]:
    """Numbers of the changes in a file, each of which is there whole."""
    with opened(path, durability, key):
        pass
    connection = driver.open_bare(path, Access.READ_ONLY, key)
    assert driver.find_damage(connection, thorough=True) is None
    rows = connection.execute(
        "SELECT first, count(*), sum(length(reason)) FROM closures GROUP BY 1"
    ).fetchall()
    steps = connection.execute("SELECT count(*) FROM journal GROUP BY step").fetchall()
    connection.close()
    assert {row[1:] for row in rows} <= {(ROWS_EACH, ROWS_EACH * len(LONG))}
    assert len(steps) == len(rows)
    assert set(steps) <= {(ROWS_EACH + 1,)}
    return {date.fromisoformat(str(row[0])).toordinal() for row in rows}


def test_every_deed_fails_on_one_day_and_no_two_steps_in_a_row() -> None:
    asked = [2, 0, *[3] * 9, 7, 1]
    days = days_of(asked)
    failing = [(step, deed) for deed, steps in days for step in steps]
    assert sorted(failing) == [
        (step, deed) for step, most in enumerate(asked) for deed in range(1, most + 1)
    ]
    gaps = [later - step for _, steps in days for step, later in pairwise(steps)]
    assert min(gaps) == APART


@KEYS
@MODES
def test_a_disk_that_fails_anywhere_is_told_of_and_costs_nothing(
    tmp_path: Path, durability: Durability, key: str | None
) -> None:
    counted = FailingInSteps(0, ())
    lived(made(tmp_path / "counted", key), durability, key, counted)
    closing = counted.step - 1
    chance = random.Random(20261123)
    every = days_of(counted.asked)
    days = chance.sample(every, trials(SHORT, len(every)))
    is_every = len(days) == len(every)
    reported = silent = 0
    while days:
        deed, steps = days.pop()
        fault = FailingInSteps(deed, steps, is_full=chance.random() < 0.5)
        path = made(tmp_path / "day", key)
        day = lived(path, durability, key, fault)
        there = whole(path, durability, key)
        assert set(day.saved) <= there, fault.failed
        assert there <= set(day.saved) | set(day.failed), fault.failed
        assert len(day.saved) == ACTIONS, fault.failed
        assert set(day.told) <= FITTING, fault.failed
        assert set(day.silent) <= {closing}, fault.failed
        left = [step for step in steps if step not in fault.failed]
        assert not left or len(steps) > 1
        days += [(deed, [step]) for step in left]
        reported += len(fault.failed) - len(day.silent)
        silent += len(day.silent)
        shutil.rmtree(path.parent)
    note(named("disk error or full disk", durability, key), reported, reported=reported)
    note(named("the same while tidying up at the end", durability, key), silent)
    assert reported + silent == sum(counted.asked) or not is_every
    assert reported > silent


@contextmanager
def growing_no_more(size: int) -> Iterator[None]:
    """No file can grow beyond a size, in bytes, for the length of the block."""
    before = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (size, before[1]))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, before)


def save_until_told(file: DeskFile, day: Day) -> None:
    """Save until it does not go any more."""
    units = Units(file, FixedClock())
    while not day.told:
        number = len(day.saved) + 1
        try:
            with units.change("save", "Ann") as unit:
                save(unit, number)
        except Trouble as trouble:
            day.tell(trouble)
        else:
            day.saved.append(number)


@KEYS
@MODES
def test_the_system_itself_lets_nothing_more_be_written(
    tmp_path: Path, durability: Durability, key: str | None
) -> None:
    """A limit of the system on the size of files, which every account can set for itself."""
    full = trials(3, 100)
    for number in range(full):
        path, day = made(tmp_path / str(number), key), Day()
        with opened(path, durability, key) as file:
            # Its log, in the one way of writing, and the file itself in the other.
            with growing_no_more(path.stat().st_size + 40_000 + 1013 * number):
                save_until_told(file, day)
            with Units(file, FixedClock()).change("save", "Ann") as unit:
                save(unit, len(day.saved) + 1)
        assert day.saved
        assert whole(path, durability, key) == {*day.saved, len(day.saved) + 1}
        shutil.rmtree(path.parent)
    note(named("no more room by order of the system", durability, key), full, reported=full)


@KEYS
@MODES
def test_a_disk_that_is_really_full_is_told_of(
    tmp_path: Path, durability: Durability, key: str | None
) -> None:
    with small_disk(tmp_path / "small", 2600) as small:
        path, day = made(small / "desk", key), Day()
        with opened(path, durability, key) as file:
            filler = small / "filler"
            filler.write_bytes(bytes(max(0, free_space(small) - 100_000)))
            save_until_told(file, day)
            filler.unlink()
            with Units(file, FixedClock()).change("save", "Ann") as unit:
                save(unit, len(day.saved) + 1)
        assert set(day.told) <= {"disk_full"}
        assert whole(path, durability, key) == {*day.saved, len(day.saved) + 1}
    note(named("a full disk in memory", durability, key), 1, reported=1)
