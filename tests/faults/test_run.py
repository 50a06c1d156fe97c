# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""``start.py faults`` itself: it adds up what is noted, names what did not hold, and says so."""

from pathlib import Path

import pytest

from tests.faults import counting, run
from tests.faults.run import Found

HOLDS = """
from tests.faults.counting import note, trials

def test_it():
    note("a pull at the plug", trials(2, 7), reported=1)
    note("a pull at the plug", 3)
    note("never tried", 0)
"""
BREAKS = HOLDS + "    assert trials(2, 7) == 0\n"


@pytest.fixture
def around(monkeypatch: pytest.MonkeyPatch) -> None:
    """The run starts pytest itself, which must not take over what this one was told."""
    for name in (counting.FULL, counting.NOTED, "PYTEST_ADDOPTS", "PYTEST_XDIST_WORKER"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("PYTHONPATH", str(run.ROOT))


def tried(folder: Path, source: str, *words: str) -> tuple[int, str]:
    """What a run of one test gives, and the table that it writes."""
    test = folder / "test_one.py"
    test.write_text(source)
    out = folder / "RESULTS.md"
    status = run.main([str(test), "--out", str(out), "-n", "0", *words])
    return status, out.read_text(encoding="utf-8")


def test_the_full_figures_are_added_up(
    around: None, tmp_path: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    status, table = tried(tmp_path, HOLDS)
    assert status == 0
    assert "| a pull at the plug | 10 | 0 | 0 | 1 |" in table
    assert "never tried" not in table
    assert "Everything held." in table
    assert "Python 3." in table
    assert table in capfd.readouterr().out


def test_what_does_not_hold_is_named(around: None, tmp_path: Path) -> None:
    status, table = tried(tmp_path, BREAKS, "--short")
    assert status == 1
    assert "| a pull at the plug | 5 | 0 | 0 | 1 |" in table
    assert "Did not hold: test_one::test_it" in table


def test_a_pytest_that_reports_nothing_did_not_hold(tmp_path: Path) -> None:
    assert run.broken(tmp_path / "none.xml") == ["pytest itself"]


def test_the_tests_that_note_are_found_by_themselves() -> None:
    found = run.tests_that_note()
    assert "tests/faults/test_kill.py" in found
    assert "tests/faults/test_power_cut.py" in found
    assert all((run.ROOT / name).exists() for name in found)


def test_nothing_is_noted_where_nobody_asks(around: None, tmp_path: Path) -> None:
    counting.note("a pull at the plug", 3)
    assert list(tmp_path.iterdir()) == []
    assert counting.trials(2, 7) == 2


def test_the_table_has_a_row_for_each_fault() -> None:
    lines = [
        '{"fault": "b", "trials": 2, "lost": 1, "partial": 0, "reported": 0}',
        '{"fault": "a", "trials": 1, "lost": 0, "partial": 0, "reported": 0}',
        '{"fault": "b", "trials": 2000, "lost": 0, "partial": 3, "reported": 4}',
    ]
    rows = run.added_up(lines)
    assert rows == [
        Found(fault="a", trials=1),
        Found(fault="b", trials=2002, lost=1, partial=3, reported=4),
    ]
    assert "| b | 2,002 | 1 | 3 | 4 |" in run.written(rows, [], "here")
