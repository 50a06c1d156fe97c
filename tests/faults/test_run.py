# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""``start.py faults`` itself: it adds up what is noted, names what did not hold, and says so."""

from pathlib import Path

import pytest

from tests.faults import counting, run, telling
from tests.faults.run import Came, Found

HOLDS = """
from tests.faults.counting import note, trials

def test_it():
    note("a pull at the plug", trials(2, 7), reported=1)
    note("a pull at the plug", 3)
    note("never tried", 0)
"""
BREAKS = HOLDS + "    assert trials(2, 7) == 0\n"
DIES = (
    HOLDS
    + """
def test_that_takes_its_process_along():
    import os
    os._exit(9)
"""
)
NEVER_ENDS = (
    HOLDS
    + """
def test_that_never_ends():
    import threading
    threading.Event().wait()
"""
)
LEFT_OUT = (
    HOLDS
    + """
import pytest

@pytest.mark.skip(reason="no such disk here")
def test_for_another_machine():
    pass
"""
)
NOTHING = Came(broken={}, left_out={}, seconds={})


@pytest.fixture
def around(monkeypatch: pytest.MonkeyPatch) -> None:
    """The run starts pytest itself, which must not take over what this one was told."""
    told = ("PYTEST_ADDOPTS", "PYTEST_XDIST_WORKER")
    for name in (counting.FULL, counting.NOTED, telling.TOLD, *told):
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
    assert "test_one.py::test_it`: assert 2 == 0. Not explained yet." in table


@pytest.mark.parametrize(
    ("source", "name", "words"),
    [
        (DIES, "takes_its_process_along", ("-n", "1")),
        (NEVER_ENDS, "never_ends", ("-n", "1", "--limit", "1")),
        (NEVER_ENDS, "never_ends", ("-n", "0", "--limit", "1")),
    ],
)
def test_a_test_that_breaks_its_process_costs_its_own_row_only(
    around: None, tmp_path: Path, source: str, name: str, words: tuple[str, ...]
) -> None:
    status, table = tried(tmp_path, source, *words)
    assert status == 1
    assert "| a pull at the plug | 10 | 0 | 0 | 1 |" in table
    assert f"test_one.py::test_that_{name}`" in table
    assert "test_one.py::test_it`" not in table


def test_a_file_that_cannot_be_read_did_not_hold(around: None, tmp_path: Path) -> None:
    status, table = tried(tmp_path, "from tests.faults.counting import nobody\n")
    assert status == 1
    assert "test_one.py`" in table


def test_what_is_left_out_is_told(around: None, tmp_path: Path) -> None:
    status, table = tried(tmp_path, LEFT_OUT)
    assert status == 0
    assert "test_one.py::test_for_another_machine`: no such disk here" in table


def test_files_lie_in_memory_only_where_there_is_room(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(run, "ROOM", 1)
    assert run.in_memory(tmp_path) == tmp_path
    assert run.in_memory(tmp_path / "none") is None
    monkeypatch.setattr(run, "ROOM", 1 << 60)
    assert run.in_memory(tmp_path) is None


def test_how_long_each_file_took_is_told_the_slowest_first() -> None:
    came = Came(broken={}, left_out={}, seconds={"a.py": 1.2, "b.py": 71.0})
    table = run.written([], came, "here")
    assert table.index("| `b.py` | 71 |") < table.index("| `a.py` | 1 |")


def test_a_reason_that_somebody_wrote_down_stands_beside_what_did_not_hold() -> None:
    came = Came(broken={"x.py::test_y": "no room"}, left_out={}, seconds={})
    for name in ("x.py::test_y", "x.py"):
        reasons = run.explained(f"| what | why |\n|---|---|\n| `{name}` | The disk was small. |\n")
        assert "- `x.py::test_y`: no room. The disk was small." in run.written(
            [], came, "", reasons
        )
    assert "Not explained yet." in run.written([], came, "", run.explained("| `z.py` | Why. |"))


def test_what_did_not_hold_for_a_known_reason_is_a_test_that_is_there() -> None:
    for name in run.explained(run.EXPLAINED.read_text(encoding="utf-8")):
        assert (run.ROOT / name.partition("::")[0]).exists(), name


def test_the_tests_that_note_are_found_by_themselves() -> None:
    found = run.tests_that_note()
    assert "tests/faults/test_kill.py" in found
    assert "tests/faults/test_power_cut.py" in found
    assert all((run.ROOT / name).exists() for name in found)
    assert [name.rpartition("/")[2] for name in found[: len(run.LONGEST)]] == list(run.LONGEST)
    assert found[-1].endswith(run.MANY_SHORT[-1])
    assert len(set(found)) == len(found)


def test_what_has_to_hold_on_a_clean_checkout_tries_them_a_few_times() -> None:
    said = (run.ROOT / ".ci/run").read_text(encoding="utf-8")
    assert "python3 start.py test ||" in said
    assert counting.FULL not in said


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
    assert "| b | 2,002 | 1 | 3 | 4 |" in run.written(rows, NOTHING, "here")
