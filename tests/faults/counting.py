# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""How often a fault is tried, and what came of it: a few times in every run, many on request.

``python3 start.py faults`` asks for the full figures of each fault and prints one table of what
the tests noted here.
"""

import json
import os
from pathlib import Path

FULL = "SERVICEDESK_FAULTS"
"""Set to "full" for the figures that are reached for, instead of those of every run."""

NOTED = "SERVICEDESK_FAULTS_NOTED"
"""Names the file that gets a line of JSON for each fault; without it nothing is noted."""


def trials(short: int, full: int) -> int:
    """How often to try a fault.

    Args:
        short: in every run.
        full: when the full figures are asked for.
    """
    return full if os.environ.get(FULL) == "full" else short


def note(fault: str, tried: int, *, lost: int = 0, partial: int = 0, reported: int = 0) -> None:
    """Note what came of a fault; the test itself still asserts what must hold.

    Args:
        fault: in words, such as "kill -9 while saving, WAL, plain".
        tried: how often.
        lost: acknowledged writes that were gone, or files that could not be read again.
        partial: changes of which only a part was there.
        reported: how often the program said in words what had happened.
    """
    name = os.environ.get(NOTED)
    if name is None:
        return
    row = {
        "fault": fault,
        "trials": tried,
        "lost": lost,
        "partial": partial,
        "reported": reported,
    }
    with Path(name).open("a", encoding="utf-8") as file:
        file.write(json.dumps(row) + "\n")
