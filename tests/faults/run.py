# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""``start.py faults``: tries every fault as often as the design asks for, and prints one table.

It passes the tests that note what came of a fault, with their full figures; the same tests are in
every run with short ones. What did not hold stands under the table, and the exit status says so.
"""

import argparse
import json
import os
import subprocess
import sys
import tempfile
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path
from xml.etree import ElementTree

from servicedesk.system.clock import SystemClock
from tests.benchmarks.measure import machine
from tests.faults.counting import FULL, NOTED

ROOT = Path(__file__).resolve().parents[2]

COUNTED = ("trials", "lost", "partial", "reported")


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


def _read(arguments: Sequence[str]) -> tuple[argparse.Namespace, list[str]]:
    parser = argparse.ArgumentParser(
        prog="start.py faults",
        description="Tries every fault as often as the design asks for, and prints one table.",
        epilog="Every other word goes to pytest, such as -k power, or the file of some tests.",
    )
    parser.add_argument("--short", action="store_true", help="as often as in every run")
    parser.add_argument("--out", type=Path, metavar="FILE", help="also write the table there")
    return parser.parse_known_args(arguments)


def tests_that_note() -> list[str]:
    """Every file of tests that notes what came of a fault."""
    return sorted(
        path.relative_to(ROOT).as_posix()
        for path in (ROOT / "tests").rglob("test_*.py")
        if "tests.faults.counting import" in path.read_text(encoding="utf-8")
    )


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


def broken(report: Path) -> list[str]:
    """Names of the tests that did not hold, from pytest's report of a run."""
    if not report.exists():
        return ["pytest itself"]
    cases = ElementTree.parse(report).iter("testcase")
    return sorted(
        f"{case.get('classname')}::{case.get('name')}"
        for case in cases
        if case.find("failure") is not None or case.find("error") is not None
    )


def written(rows: Sequence[Found], misses: Sequence[str], where: str) -> str:
    """The table as Markdown.

    Args:
        rows: of the faults.
        misses: tests that did not hold.
        where: the day and the machine.
    """
    lines = ["# What came of the faults", "", where, ""]
    lines += ["| fault | trials | lost | partial | reported |", "|---|---:|---:|---:|---:|"]
    lines += [
        f"| {row.fault} | {row.trials:,} | {row.lost:,} | {row.partial:,} | {row.reported:,} |"
        for row in rows
    ]
    lines += ["", *([f"Did not hold: {miss}" for miss in misses] or ["Everything held."])]
    return "\n".join(lines) + "\n"


def main(arguments: Sequence[str]) -> int:
    """Try the faults; 0 when everything held."""
    chosen, words = _read(arguments)
    named = [word for word in words if word.partition("::")[0].endswith(".py")]
    tests = named or tests_that_note()
    with tempfile.TemporaryDirectory() as folder:
        noted, report = Path(folder) / "noted", Path(folder) / "report.xml"
        environment = {**os.environ, NOTED: str(noted), FULL: "short" if chosen.short else "full"}
        asked = [word for word in words if word not in named]
        command = [sys.executable, "-m", "pytest", *tests, f"--junitxml={report}"]
        apart = ["-n", "auto", "--maxprocesses=4", "-p", "no:cacheprovider"]
        ended = subprocess.run([*command, *apart, *asked], cwd=ROOT, env=environment, check=False)
        rows = added_up(noted.read_text(encoding="utf-8").splitlines() if noted.exists() else ())
        misses = broken(report)
    how = "As often as in every run" if chosen.short else "As often as the design asks for"
    table = written(rows, misses, f"{SystemClock().today().isoformat()}. {machine()} {how}.")
    print(f"\n{table}")
    if chosen.out is not None:
        chosen.out.write_text(table, encoding="utf-8")
    return 1 if ended.returncode or misses else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
