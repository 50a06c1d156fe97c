# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""``ROWS.md`` names tests that are there, for every section and every figure of the design."""

import re

from tests.conftest import ROOT

ROWS = ROOT / "tests/faults/ROWS.md"
FIGURES = (
    *("kill -9 while saving", "power cut", "I/O error or disk full", "killed password change"),
    *("mutated lists", "backups", "migrations", "hostile strings", "erasure", "damaged file"),
)
"""The rows of the last section of the design, each by words that it has."""

_NAMED = re.compile(r"`(tests/[\w/]+\.py)(?:::(\w+))?`")


def rows_of(text: str) -> dict[str, list[str]]:
    """The rows under each heading of a section."""
    found: dict[str, list[str]] = {}
    for line in text.splitlines():
        if line.startswith("## "):
            rows = found.setdefault(line.removeprefix("## "), [])
        elif line.startswith("| ") and not line.startswith(("| line ", "| figure ")):
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
    assert [name[:1] for name in sections] == list("1234567")
    for name, rows in sections.items():
        assert rows, name
        assert [row for row in rows if not _NAMED.search(row)] == []
    figures = " ".join(list(sections.values())[-1])
    assert [words for words in FIGURES if words not in figures] == []


def test_a_test_that_went_away_is_missed() -> None:
    assert missing("`tests/faults/test_kill.py::test_that_never_was`") != []
    assert missing("`tests/faults/test_that_never_was.py`") != []
    assert missing("`tests/faults/test_kill.py::test_nothing`") != []
