# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""Whole days of work on a machine that ends whoever reaches out: Python, Qt and every child.

``tests/app/test_no_network.py`` watches Python's own sockets; here the kernel watches them all.
"""

import subprocess
import sys
from pathlib import Path

import pytest

from tests.conftest import ROOT
from tests.faults.counting import note
from tests.faults.offline import KILLED, can_forbid
from tests.helpers.children import plain_environment

pytestmark = pytest.mark.skipif(not can_forbid(), reason="the system knows no such rule")

DAY = """
import sys
from pathlib import Path
from tests.journeys import small_complaint
from tests.journeys.living import live_all, set_up

set_up(Path(sys.argv[1]), owner_name="Ruth Day")
print(live_all(Path(sys.argv[1]), small_complaint))
"""
CHARTER = """
import sys
from servicedesk.app.main import console

words = ["charter", "--profile", sys.argv[1], "--trade", "plumber", "--name", "Bright Taps"]
sys.exit(console([*words, "--out", sys.argv[1] + "/papers"]) not in (0, 1))
"""
CHILD_ENDED = 7
REACHING_OUT = {
    "import socket; socket.socket()": KILLED,
    "import socket; socket.socket(socket.AF_INET6, socket.SOCK_DGRAM)": KILLED,
    "import socket; socket.getaddrinfo('example.org', 80)": KILLED,
    "import subprocess, sys; "
    "tried = [sys.executable, '-c', 'import socket; socket.socket()']; "
    f"sys.exit({CHILD_ENDED} if subprocess.call(tried) == {KILLED} else 0)": CHILD_ENDED,
}


def offline(folder: Path, script: str) -> "subprocess.CompletedProcess[str]":
    """Run a script where nothing can be reached, with a folder of its own as its one word."""
    return subprocess.run(
        [sys.executable, "-m", "tests.faults.offline", script, str(folder)],
        cwd=ROOT,
        env=plain_environment(ROOT / "src"),
        capture_output=True,
        text=True,
        check=False,
        timeout=600,
    )


@pytest.mark.parametrize("script", [DAY, CHARTER], ids=["a complaint sorted", "a charter"])
def test_a_days_work_reaches_for_nothing(tmp_path: Path, script: str) -> None:
    done = offline(tmp_path, script)
    assert done.returncode == 0, done.stderr
    note("days of work on a machine that ends whoever reaches out", 1)


@pytest.mark.parametrize("script", REACHING_OUT)
def test_whoever_reaches_out_is_ended(tmp_path: Path, script: str) -> None:
    assert offline(tmp_path, script).returncode == REACHING_OUT[script]


def test_the_local_pipe_of_the_second_start_is_allowed(tmp_path: Path) -> None:
    assert offline(tmp_path, "import socket; socket.socket(socket.AF_UNIX)").returncode == 0
