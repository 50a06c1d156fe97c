# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""Nothing goes out: the command and the window under Python's own watch over sockets.

Qt's sockets are not Python's and go unseen here; a law of the house keeps them out of the source.
"""

import json
import socket
import subprocess
import sys
from pathlib import Path

import pytest

from tests.conftest import ROOT
from tests.helpers.children import plain_environment

ANSWERS = ROOT / "tests/golden/answers/hollins_hardware.toml"

GOES_OUT = {"socket.connect", "socket.getaddrinfo", "socket.bind", "socket.sendto"}

WATCH = f"""
import json, sys

GOES_OUT = {GOES_OUT}

seen = []

def watch(event, said):
    if event in GOES_OUT:
        seen.append([event, getattr(said[0], "family", None), str(said[-1])])

sys.addaudithook(watch)
"""
TELL = """
print("\\n" + json.dumps(seen))
"""
COMMAND = f"""{WATCH}
from servicedesk.app.main import console
assert console(sys.argv[1:]) == 0
{TELL}"""
WINDOW = f"""{WATCH}
from PySide6.QtCore import QTimer
from servicedesk.app import starting
from servicedesk.ui.core import messages

class Watched(starting.Desk):
    def open_file(self):
        super().open_file()
        QTimer.singleShot(0, self.walk)

    def walk(self):
        seen.extend([] if self.bench else [["not opened", None, ""]])
        for room, part in (("charter", ""), ("settings", "backup"), ("help", "about")):
            self.bench.navigator.open(room, part)
        messages.ask = lambda *said: False  # where second copies should go is asked at the end
        self.window.close()

starting.Desk = Watched
from servicedesk.app.main import console
assert console(sys.argv[1:]) == 0
{TELL}"""
REACHING = f"""{WATCH}
import socket
with socket.socket() as made:
    made.bind(("", 0))
    made.setblocking(False)
    made.connect_ex(("192.0.2.1", 9))
{TELL}"""


def outward(script: str, *words: object) -> list[str]:
    """What a script does with sockets, but for those that never leave this computer."""
    done = subprocess.run(
        [sys.executable, "-P", "-c", script, *map(str, words)],
        env=plain_environment(ROOT / "src"),
        capture_output=True,
        text=True,
        check=False,
        timeout=120,
    )
    assert done.returncode == 0, done.stderr
    seen = json.loads(done.stdout.splitlines()[-1])
    return [event for event, family, address in seen if not _stays(family, address)]


def _stays(family: int | None, address: str) -> bool:
    """A pipe in the file system; on Windows also the pair that hears signals, which is a loop."""
    if sys.platform == "win32":
        return address.startswith("('127.0.0.1',")
    return family == socket.AF_UNIX


@pytest.fixture
def words(profile: Path, tmp_path: Path) -> list[object]:
    out = tmp_path / "papers"
    return ["charter", "--profile", profile, "--answers", ANSWERS, "--out", out, "--publish"]


def test_publishing_and_showing_a_charter_send_nothing(profile: Path, words: list[object]) -> None:
    assert outward(COMMAND, *words) == []
    assert outward(WINDOW, "--profile", profile) == []


def test_the_watch_sees_who_reaches_out() -> None:
    assert outward(REACHING) == ["socket.bind", "socket.connect"]
