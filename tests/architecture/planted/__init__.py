# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""The violations: for every law and contract, files that break it and what the alarm then says."""

from collections.abc import Mapping
from dataclasses import dataclass

HEAD = (
    "# SPDX-FileCopyrightText: 2026 The servicedesk authors\n"
    "# SPDX-License-Identifier: MIT\n"
    '"""A violation, planted."""\n\n'
)
"""A right beginning, so that a planted file breaks one law alone."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Plant:
    """One violation.

    Args:
        files: path -> text, laid over the real tree.
        alarm: must be read in what the law or contract then says.
    """

    files: Mapping[str, str]
    alarm: str


def plant(path: str, body: str, alarm: str = "") -> Plant:
    """One planted Python file with a right head; the alarm names it by its path.

    Args:
        path: under the root.
        body: its code.
        alarm: what else the alarm has to say, instead of the path.
    """
    return Plant(files={path: HEAD + body}, alarm=alarm or path)
