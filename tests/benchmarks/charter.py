# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""``servicedesk charter`` as a whole process, against bare ReportLab that is told the words."""

import json
import sys
import tempfile
from collections.abc import Iterator, Mapping
from pathlib import Path

from tests.benchmarks.desk import Extent
from tests.benchmarks.measure import (
    ROOT,
    Row,
    Spent,
    child_environment,
    compare_timed,
    process,
    program,
    timed,
)
from tests.benchmarks.pages import pages_of, texts_of

TARGET = 2.0
"""Of our own choice: the design names none. The way of the program also reads the trade, checks
every sentence, fits the posters and the leaflet to their sheets, and draws boxes and rules."""

FACES = ("NotoSans-Regular", "NotoSans-Bold", "NotoSerif-Bold")
DRAFT_ONLY = 1
"""The exit status of a charter with lines that keep it from being published."""


def rows(extent: Extent) -> Iterator[Row]:
    """One trade's papers, from the command line to the folder."""
    with tempfile.TemporaryDirectory() as folder:
        yield charter_row(Path(folder), runs=5 if extent.is_quick else 20)


def charter_row(folder: Path, runs: int) -> Row:
    """Measure in a folder of its own."""
    env = child_environment(folder)
    first, second, told = folder / "ours", folder / "bare", folder / "told.json"
    second.mkdir()
    wanted = ("--trade", "plumber", "--name", "Bright Taps", "--out", str(first))
    ours = program("--profile", str(folder / "profile"), "charter", *wanted)
    process(ours, env, good=(0, DRAFT_ONLY))
    told.write_text(json.dumps(told_of(first)), encoding="utf-8")
    bare = [sys.executable, "-P", "-m", "tests.benchmarks.bare_charter", str(told), str(second)]

    def our_run() -> tuple[Spent, object]:
        spent, _ = timed(lambda: process(ours, env, good=(0, DRAFT_ONLY)))
        return spent, words_of(first)

    def bare_run() -> tuple[Spent, object]:
        spent, _ = timed(lambda: process(bare, env))
        return spent, words_of(second)

    return compare_timed(
        "servicedesk charter, whole process, 7 papers",
        our_run,
        bare_run,
        target=TARGET,
        runs=runs,
    )


def told_of(folder: Path) -> dict[str, object]:
    """What bare ReportLab is told: faces, pieces of text of each PDF, and the other papers."""
    fonts = ROOT / "resources" / "fonts"
    return {
        "faces": {name: str(fonts / f"{name}.ttf") for name in FACES},
        "papers": {path.name: pages_of(path) for path in sorted(folder.glob("*.pdf"))},
        "texts": {
            path.name: path.read_text(encoding="utf-8")
            for path in sorted(folder.iterdir())
            if path.suffix != ".pdf"
        },
    }


def words_of(folder: Path) -> Mapping[str, list[str]]:
    """The words on every page of every paper, in reading order."""
    return {
        path.name: texts_of(path) if path.suffix == ".pdf" else [path.read_text(encoding="utf-8")]
        for path in sorted(folder.iterdir())
    }
