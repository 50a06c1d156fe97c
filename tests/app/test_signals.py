# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""The program is asked to end by a signal: it does so between two things, never inside one."""

import os
import signal

import pytest
from PySide6.QtCore import QTimer
from pytestqt.qtbot import QtBot

from servicedesk.app.signals import SignalEars


@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGINT])
def test_what_is_being_done_is_done_before_the_program_ends(qtbot: QtBot, number: signal.Signals):
    told: list[str] = []
    ears = SignalEars(lambda: told.append("end"))

    def work() -> None:
        os.kill(os.getpid(), number)
        told.append("still at work")  # Python hears of the signal before this line
        told.append("done")

    QTimer.singleShot(0, work)
    qtbot.waitUntil(lambda: "end" in told)
    ears.close()
    assert told == ["still at work", "done", "end"]


def test_afterwards_signals_do_what_they_did_before(qtbot: QtBot):
    SignalEars(lambda: None).close()
    assert signal.getsignal(signal.SIGTERM) is signal.SIG_DFL
