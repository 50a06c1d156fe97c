# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""Launching, as whole processes: to the version on the console, to the painted window, to Today."""

import json
import subprocess
import sys
import tempfile
from collections.abc import Iterator, Mapping, Sequence
from functools import partial
from pathlib import Path

from servicedesk import __version__
from servicedesk.store import driver
from servicedesk.store.driver import Access
from servicedesk.system.paths import places
from tests.benchmarks.desk import SMALLEST, Extent, filled_file
from tests.benchmarks.measure import (
    Row,
    Spent,
    Watch,
    child_environment,
    compare,
    compare_timed,
    memory_row,
    process,
    program,
)

WINDOW_TARGET = 1.4
FILLED_TARGET = 2.6
MEMORY_TARGET = 1.7
VERSION_TARGET = 1.5
"""Of our own choice: the design names none."""


def rows(extent: Extent) -> Iterator[Row]:
    """``--version``, then the window."""
    runs = 8 if extent.is_quick else 30
    with tempfile.TemporaryDirectory() as folder:
        env = child_environment(Path(folder))
        yield _version_row(env, runs)
        yield from window_rows(env, Path(folder) / "profile", runs)


def _version_row(env: Mapping[str, str], runs: int) -> Row:
    bare = [sys.executable, "-P", "-m", "tests.benchmarks.bare_version"]
    line = f"servicedesk {__version__}"
    return compare(
        "servicedesk --version, whole process",
        partial(process, program("--version"), env),
        partial(process, [*bare, line, "--version"], env),
        target=VERSION_TARGET,
        runs=runs,
    )


def window_rows(env: Mapping[str, str], profile: Path, runs: int) -> Iterator[Row]:
    """To the first paint, to Today filled from an up-to-date file, and what memory that takes."""
    python = [sys.executable, "-P", "-m"]
    file = places(profile).database
    profile.mkdir(mode=0o700)
    name_business(filled_file(file, SMALLEST), "Hollins Hardware")
    ours = [*python, "tests.benchmarks.our_window"]
    words = ["--offscreen", "--profile", str(profile)]
    shown = first_line([*ours, "painted", *words], env)[1]
    bare = [*python, "tests.benchmarks.bare_window", json.dumps(shown)]
    yield compare_timed(
        "launch to window painted",
        partial(first_line, [*ours, "painted", *words], env),
        partial(first_line, bare, env),
        target=WINDOW_TARGET,
        runs=runs,
        basis="speed.md",
    )
    filled = Filled([*ours, "filled", *words], env), Filled([*bare, str(file)], env)
    yield compare_timed(
        "launch to Today filled",
        filled[0],
        filled[1],
        target=FILLED_TARGET,
        runs=runs,
        basis="speed.md",
    )
    yield memory_row(
        "peak memory, Today filled", *(one.memory for one in filled), target=MEMORY_TARGET
    )


class Filled:
    """Starts a process until it has read the file; remembers what memory each one took.

    Args:
        command: starts it.
        env: its environment.
    """

    def __init__(self, command: Sequence[str], env: Mapping[str, str]) -> None:
        self._command = command
        self._env = env
        self.memory: list[int] = []

    def __call__(self) -> tuple[Spent, object]:
        """What it took, and what it read; the memory of the first, cold start counts not."""
        spent, said = first_line(self._command, self._env)
        if not isinstance(said, dict):
            raise RuntimeError(f"{self._command} said {said}")
        self.memory.append(said.pop("memory"))
        return spent, said


def name_business(file: Path, name: str) -> None:
    """Write the name of the business into a file that nobody has open."""
    connection = driver.open_bare(file, Access.READ_WRITE)
    fact = "INSERT INTO business_facts (key, value) VALUES ('trading_name', ?)"
    connection.execute("BEGIN")
    connection.execute(fact, (json.dumps(name),))
    connection.execute("COMMIT")
    connection.close()


def first_line(command: Sequence[str], env: Mapping[str, str]) -> tuple[Spent, object]:
    """Start a process; what it took to its first line, and what that says as JSON.

    Raises:
        RuntimeError: when it ends without a line.
    """
    watch = Watch()
    with subprocess.Popen(
        command, env=env, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True
    ) as child:
        if child.stdout is None or child.stderr is None:
            raise RuntimeError("pipes were asked for")
        line = child.stdout.readline()
        wall = watch.spent().wall
        complaint = child.stderr.read()
    if not line:
        raise RuntimeError(f"{command} showed nothing: {complaint}")
    return Spent(wall=wall, cpu=watch.spent().cpu), json.loads(line)
