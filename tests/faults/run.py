# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""``start.py faults``: tries every fault as often as the design asks for, and prints one table.

It passes the tests that note what came of a fault, with their full figures; the same tests are in
every run with short ones. What did not hold stands under the table, and the exit status says so;
why it did not, whoever looked into it writes in ``EXPLAINED.md``. A test that breaks, ends its
process or never ends costs nothing but its own row.
"""

import argparse
import json
import os
import re
import signal
import subprocess
import sys
import tempfile
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from shutil import disk_usage

from sqlcipher3 import dbapi2

from servicedesk.system.clock import SystemClock
from tests.benchmarks.measure import machine
from tests.faults.counting import FULL, NOTED
from tests.faults.telling import BEGAN, BROKE, ENDED, SKIPPED, TOLD

ROOT = Path(__file__).resolve().parents[2]
EXPLAINED = Path(__file__).with_name("EXPLAINED.md")

COUNTED = ("trials", "lost", "partial", "reported")

LIMIT = 1800.0
"""Seconds after which a test that has not ended is ended."""

MEMORY, ROOM = Path("/dev/shm"), 2 << 30
"""Where files lie that nothing but a simulated disk or a kill ever happens to, and the room they
need, in bytes: neither asks anything of the real disk, which takes most of the time. Every run
with short figures tries the same on the real one."""

LONGEST = ("test_mutated_lists.py", "test_kill.py", "test_kill_checks.py", "test_kill_bringing.py")
MANY_SHORT = ("test_kill_wizard.py", "test_kill_typing.py")
"""Files that begin, and files that end: a long test that began last would run alone."""

DID_NOT_END = "it did not end"
_HELD, _TESTS_BROKE = 0, 1


@dataclass(frozen=True, slots=True, kw_only=True)
class Found:
    """What came of one fault, over all the tests that tried it.

    Args:
        fault: in words.
        trials: how often it was tried.
        lost: acknowledged writes that were gone, or files that could not be read again.
        partial: changes of which only a part was there.
        reported: how often the program said in words what had happened.
    """

    fault: str
    trials: int = 0
    lost: int = 0
    partial: int = 0
    reported: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Came:
    """What came of the tests.

    Args:
        broken: name of each test that did not hold -> what went wrong.
        left_out: name of each test that was left out -> why.
        seconds: file of tests -> how long all of it took.
    """

    broken: Mapping[str, str]
    left_out: Mapping[str, str]
    seconds: Mapping[str, float]


def _read(arguments: Sequence[str]) -> tuple[argparse.Namespace, list[str]]:
    parser = argparse.ArgumentParser(
        prog="start.py faults",
        description="Tries every fault as often as the design asks for, and prints one table.",
        epilog="Every other word goes to pytest, such as -k power, or the file of some tests.",
    )
    parser.add_argument("--short", action="store_true", help="as often as in every run")
    parser.add_argument("--out", type=Path, metavar="FILE", help="also write the table there")
    parser.add_argument(
        "--disk", action="store_true", help="keep all files on the real disk, which takes hours"
    )
    parser.add_argument(
        "--limit",
        type=float,
        default=LIMIT,
        metavar="SECONDS",
        help="a test that takes longer is ended, and did not hold (default: %(default)g)",
    )
    return parser.parse_known_args(arguments)


def tests_that_note() -> list[str]:
    """Every file of tests that notes what came of a fault, in the order in which they begin."""
    found = [
        path.relative_to(ROOT)
        for path in (ROOT / "tests").rglob("test_*.py")
        if "tests.faults.counting import" in path.read_text(encoding="utf-8")
    ]
    turn = {name: number - len(LONGEST) for number, name in enumerate(LONGEST)}
    turn |= {name: number for number, name in enumerate(MANY_SHORT, 1)}
    found.sort(key=lambda path: (turn.get(path.name, 0), path.as_posix()))
    return [path.as_posix() for path in found]


def added_up(lines: Iterable[str]) -> list[Found]:
    """One row for each fault, in order of its words.

    Args:
        lines: of JSON, as the tests noted them.
    """
    sums: dict[str, dict[str, int]] = {}
    for line in lines:
        row = json.loads(line)
        mine = sums.setdefault(row["fault"], dict.fromkeys(COUNTED, 0))
        for name in COUNTED:
            mine[name] += row[name]
    tried = sorted(fault for fault, row in sums.items() if any(row.values()))
    return [Found(fault=fault, **sums[fault]) for fault in tried]


def ended(lines: Iterable[str]) -> Came:
    """What came of each test.

    Args:
        lines: of JSON, as ``tests.faults.telling`` wrote them.
    """
    running: set[str] = set()
    broken: dict[str, str] = {}
    left_out: dict[str, str] = {}
    seconds: dict[str, float] = {}
    for line in lines:
        row = json.loads(line)
        test, what = row["test"], row["what"]
        if what == BEGAN:
            running.add(test)
            continue
        if what == ENDED:
            running.discard(test)
            continue
        file = test.partition("::")[0]
        seconds[file] = seconds.get(file, 0.0) + row["seconds"]
        if what == BROKE:
            broken.setdefault(test, row["why"])
        elif what == SKIPPED:
            left_out[test] = row["why"]
    broken |= {test: DID_NOT_END for test in running if test not in broken}
    return Came(broken=broken, left_out=left_out, seconds=seconds)


def explained(text: str) -> dict[str, str]:
    """Name of what did not hold -> why, from the rows of a table written by hand."""
    rows = re.findall(r"^\| `([^`]+)` \| (.+?) \|$", text, re.MULTILINE)
    return {name: why for name, why in rows if why.strip()}


def written(
    rows: Sequence[Found], came: Came, where: str, reasons: Mapping[str, str] | None = None
) -> str:
    """The table as Markdown.

    Args:
        rows: of the faults.
        came: of the tests.
        where: the day and the machine.
        reasons: name of what did not hold, or of its file -> why, as somebody wrote it down.
    """
    lines = ["# What came of the faults", "", where, ""]
    lines += ["| fault | trials | lost | partial | reported |", "|---|---:|---:|---:|---:|"]
    lines += [
        f"| {row.fault} | {row.trials:,} | {row.lost:,} | {row.partial:,} | {row.reported:,} |"
        for row in rows
    ]
    lines += ["", "## What did not hold", ""]
    for test, wrong in sorted(came.broken.items()):
        why = (reasons or {}).get(test) or (reasons or {}).get(test.partition("::")[0])
        lines.append(f"- `{test}`: {wrong or 'no word of why'}. {why or 'Not explained yet.'}")
    if not came.broken:
        lines.append("Everything held.")
    if came.left_out:
        lines += ["", "## What was left out", ""]
        lines += [f"- `{test}`: {why}" for test, why in sorted(came.left_out.items())]
    if came.seconds:
        lines += ["", "## How long it took", "", "| tests | seconds |", "|---|---:|"]
        slowest = sorted(came.seconds.items(), key=lambda one: (-one[1], one[0]))
        lines += [f"| `{file}` | {taken:,.0f} |" for file, taken in slowest]
    return "\n".join(lines) + "\n"


def around() -> str:
    """One line on the day and on what the faults were tried with."""
    connection = dbapi2.connect(":memory:")
    cipher = connection.execute("PRAGMA cipher_version").fetchone()[0]
    connection.close()
    driver = f"SQLite {dbapi2.sqlite_version} with SQLCipher {cipher}"
    processors = f"{os.cpu_count()} processors"
    return f"{SystemClock().today().isoformat()}. {machine()}, {processors}; {driver}."


def in_memory(memory: Path = MEMORY) -> Path | None:
    """A folder that lies in memory and has room, or None where there is none."""
    fits = memory.is_dir() and os.access(memory, os.W_OK) and disk_usage(memory).free >= ROOM
    return memory if fits else None


def _lines(path: Path) -> list[str]:
    return path.read_text(encoding="utf-8").splitlines() if path.exists() else []


def _passed(chosen: argparse.Namespace, words: Sequence[str], folder: Path) -> tuple[str, Came]:
    """Pass the tests; the rows that they noted, and what came of them.

    Args:
        chosen: options of ours.
        words: for pytest.
        folder: for all files.
    """
    named = [word for word in words if word.partition("::")[0].endswith(".py")]
    asked = [word for word in words if word not in named]
    noted, told = folder / "noted", folder / "told"
    full = "short" if chosen.short else "full"
    environment = {**os.environ, NOTED: str(noted), TOLD: str(told), FULL: full}
    command = [sys.executable, "-m", "pytest", *(named or tests_that_note())]
    command += ["-p", "tests.faults.telling", "-p", "no:cacheprovider", "-p", "no:randomly"]
    command += ["-o", f"faulthandler_timeout={chosen.limit}"]
    command += ["-o", "faulthandler_exit_on_timeout=true"]
    command += [f"--basetemp={folder}/files", "-o", "tmp_path_retention_policy=failed"]
    command += ["-n", "auto", "--maxprocesses=4", "--maxschedchunk=1", *asked]
    try:
        status = subprocess.run(command, cwd=ROOT, env=environment, check=False).returncode
    except KeyboardInterrupt:  # what was found by then is told
        status = -2
    came = ended(_lines(told))
    if status not in (_HELD, _TESTS_BROKE) or (status == _TESTS_BROKE and not came.broken):
        broken = {**came.broken, "pytest itself": f"it ended with {status}"}
        came = Came(broken=broken, left_out=came.left_out, seconds=came.seconds)
    return "\n".join(_lines(noted)), came


def main(arguments: Sequence[str]) -> int:
    """Try the faults; 0 when everything held."""
    chosen, words = _read(arguments)
    place = None if chosen.disk or chosen.short else in_memory()
    with tempfile.TemporaryDirectory(dir=place) as folder:
        noted, came = _passed(chosen, words, Path(folder))
    how = "As often as in every run." if chosen.short else "As often as the design asks for."
    lay = "The files lay on the disk." if place is None else "The files lay in memory."
    reasons = explained("\n".join(_lines(EXPLAINED)))
    rows = added_up(noted.splitlines())
    table = written(rows, came, f"{around()} {how} {lay}", reasons)
    print(f"\n{table}")
    if chosen.out is not None:
        chosen.out.write_text(table, encoding="utf-8")
    return 1 if came.broken else 0


if __name__ == "__main__":
    # Ended from outside, it still tells what was found by then.
    signal.signal(signal.SIGTERM, signal.default_int_handler)
    sys.exit(main(sys.argv[1:]))
