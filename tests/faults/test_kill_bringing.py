# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""Killed while customers are brought in, or taken back: all of them are there, or none."""

import os
import random
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from servicedesk.store import driver
from servicedesk.store.driver import Access
from tests.faults.children import forking
from tests.faults.counting import note, trials
from tests.store.files import new_file, opened

KILLS = trials(5, 200)
CUSTOMERS = 600
MOST_HEARD = 9
"""Lines that a child may have told before it is killed: two rounds."""

TABLES = ("customers", "customer_reaches", "customer_addresses", "customer_tags")

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="there is no fork on Windows")


def kill_one(process: subprocess.Popen[str], path: Path, listed: Path, heard: int) -> list[str]:
    """Have a child bring the list in and take it back, and kill it after so many lines.

    Returns:
        All that it told.
    """
    assert process.stdin is not None
    assert process.stdout is not None
    process.stdin.write(f"{path} {listed}\n")
    what, child = process.stdout.readline().split()
    assert what == "child"
    told = [process.stdout.readline() for _ in range(heard)]
    os.kill(int(child), signal.SIGKILL)
    return [line.strip() for line in (*told, *iter(process.stdout.readline, "ended\n"))]


def counts(path: Path) -> set[int]:
    """How many rows there are in each table of customers, after seeing that the file is whole."""
    with opened(path):
        pass
    connection = driver.open_bare(path, Access.READ_ONLY)
    assert driver.find_damage(connection, thorough=True) is None
    found = {driver.whole(connection, f"SELECT count(*) FROM {table}") for table in TABLES}
    connection.close()
    return found


def test_all_customers_of_a_list_are_there_or_none(tmp_path: Path) -> None:
    listed = tmp_path / "list.csv"
    rows = (f"Customer {n},07700 {n:06},{n} High St,vip" for n in range(CUSTOMERS))
    listed.write_text("\n".join(("Name,Phone,Street,Tags", *rows)))
    chance = random.Random(20261122)
    with forking("tests.faults.bringer") as process:
        for number in range(KILLS):
            folder = tmp_path / str(number)
            folder.mkdir()
            path = new_file(folder)
            told = kill_one(process, path, listed, chance.randrange(MOST_HEARD + 1))
            kept = counts(path)
            assert kept in ({0}, {CUSTOMERS})
            if not told or told[-1] == "out":
                assert kept == {0}
    note("kill -9 while customers are brought in", KILLS)
