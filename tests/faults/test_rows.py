# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""``ROWS.md`` names tests that are there, for every section and every figure of the design."""

import re

import pytest

from tests.conftest import ROOT

ROWS = ROOT / "tests/faults/ROWS.md"
FIGURES = (
    *("kill -9 while saving", "power cut", "I/O error or disk full", "killed password change"),
    *("mutated lists", "backups", "migrations", "hostile strings", "erasure", "damaged file"),
)
"""The rows of the last section of the design, each by words that it has."""

DEMANDS = (1, 3, 6, 7, 8, 26, 30, 33, 35)
SCENARIOS = (31, 32, 36, 40, 53)
"""Numbers of what people ask for, and of worked cases, that are about trust."""

HEADS = ("| line ", "| figure ", "| demand ", "| scenario ")

_NAMED = re.compile(r"`(tests/[\w/]+\.py)(?:::(\w+))?`")


def rows_of(text: str) -> dict[str, list[str]]:
    """The rows under each heading of a section."""
    found: dict[str, list[str]] = {}
    for line in text.splitlines():
        if line.startswith("## "):
            rows = found.setdefault(line.removeprefix("## "), [])
        elif line.startswith("| ") and not line.startswith(HEADS):
            rows.append(line)
    return found


def missing(text: str) -> list[str]:
    """Tests that are named in a text and are not there."""
    wrong = []
    for path, name in _NAMED.findall(text):
        file = ROOT / path
        if not file.exists():
            wrong.append(path)
        elif name and not re.search(rf"^ *def {name}\(", file.read_text("utf-8"), re.MULTILINE):
            wrong.append(f"{path}::{name}")
    return wrong


def test_every_test_that_is_named_is_there() -> None:
    text = ROWS.read_text("utf-8")
    assert missing(text) == []
    assert len(_NAMED.findall(text)) == text.count("`tests/")


def test_every_section_and_every_figure_has_its_tests() -> None:
    sections = rows_of(ROWS.read_text("utf-8"))
    design = [name for name in sections if name[:1].isdigit()]
    assert [name[:1] for name in design] == list("1234567")
    assert [name for name in sections if name not in design] == ["Demands", "Worked scenarios"]
    for name, rows in sections.items():
        assert rows, name
        assert [row for row in rows if not _NAMED.search(row)] == []
    figures = " ".join(sections[design[-1]])
    assert [words for words in FIGURES if words not in figures] == []


@pytest.mark.parametrize(
    ("heading", "word", "numbers"),
    [("Demands", "demand", DEMANDS), ("Worked scenarios", "scenario", SCENARIOS)],
)
def test_each_demand_and_each_worked_case_is_in_the_names_of_its_tests(
    heading: str, word: str, numbers: tuple[int, ...]
) -> None:
    rows = rows_of(ROWS.read_text("utf-8"))[heading]
    told = {int(row.removeprefix("| ").partition(".")[0]): row for row in rows}
    assert tuple(told) == numbers
    for number, row in told.items():
        names = [name for _, name in _NAMED.findall(row)]
        assert names
        assert [name for name in names if not name.startswith(f"test_{word}_{number}_")] == []


def test_a_test_that_went_away_is_missed() -> None:
    assert missing("`tests/faults/test_kill.py::test_that_never_was`") != []
    assert missing("`tests/faults/test_that_never_was.py`") != []
    assert missing("`tests/faults/test_kill.py::test_nothing`") != []
