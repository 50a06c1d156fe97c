# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""The environment of programs that a test starts to see what they bring in by themselves."""

import os
from pathlib import Path


def plain_environment(source: Path) -> dict[str, str]:
    """This environment without a screen and unmeasured, with modules looked for in ``source``.

    Measuring a child brings modules of its own in, which such a test would take for ours.
    """
    kept = {name: value for name, value in os.environ.items() if not name.startswith("COVERAGE_")}
    return {**kept, "PYTHONPATH": str(source), "QT_QPA_PLATFORM": "offscreen"}
