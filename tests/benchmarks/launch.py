# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""Launching, as whole processes: to the version on the console, and to the first painted window."""

import json
import subprocess
import sys
import tempfile
from collections.abc import Iterator, Mapping, Sequence
from functools import partial
from pathlib import Path
from time import perf_counter

from servicedesk import __version__
from servicedesk.system.paths import places
from tests.benchmarks.desk import QUICK_SIZES, filled_file
from tests.benchmarks.measure import (
    Row,
    child_environment,
    compare,
    compare_timed,
    process,
    program,
)

WINDOW_TARGET = 1.4
READ_TARGET = 2.6
"""As for the launch to Today filled: the first thing read from the file is on the screen."""
VERSION_TARGET = 1.5
"""Of our own choice: the design names none."""


def rows(quick: bool) -> Iterator[Row]:
    """``--version``, then the window."""
    runs = 8 if quick else 30
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
    """To the first paint, then to the first thing read from an up-to-date file."""
    python = [sys.executable, "-P", "-m"]
    file = places(profile).database
    profile.mkdir(mode=0o700)
    filled_file(file, QUICK_SIZES[0])
    ours = [*python, "tests.benchmarks.our_window"]
    words = ["--offscreen", "--profile", str(profile)]
    shown = first_line([*ours, "painted", *words], env)[1]
    bare = [*python, "tests.benchmarks.bare_window", json.dumps(shown)]
    yield compare_timed(
        "launch to first window painted",
        partial(first_line, [*ours, "painted", *words], env),
        partial(first_line, bare, env),
        target=WINDOW_TARGET,
        runs=runs,
        basis="speed.md",
    )
    yield compare_timed(
        "launch to file opened and read",
        partial(first_line, [*ours, "read", *words], env),
        partial(first_line, [*bare, str(file)], env),
        target=READ_TARGET,
        runs=runs,
        basis="speed.md",
    )


def first_line(command: Sequence[str], env: Mapping[str, str]) -> tuple[float, object]:
    """Start a process; the seconds until its first line, and what that says as JSON.

    Raises:
        RuntimeError: when it ends without a line.
    """
    start = perf_counter()
    with subprocess.Popen(
        command, env=env, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True
    ) as child:
        if child.stdout is None or child.stderr is None:
            raise RuntimeError("pipes were asked for")
        line = child.stdout.readline()
        seconds = perf_counter() - start
        complaint = child.stderr.read()
    if not line:
        raise RuntimeError(f"{command} showed nothing: {complaint}")
    return seconds, json.loads(line)
