# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""Gives Python's own import back after Qt has put a slower one in its place.

Qt's hook reads the source of every module that is imported after it; for the database library
alone that costs 90 ms and 19 MiB.
"""

import builtins

_PLAIN = builtins.__import__
"""Taken when this module is imported, which the program does before anything of Qt."""


def restore() -> None:
    """Put the plain import back; to be called once Qt is loaded and before storage is."""
    builtins.__import__ = _PLAIN
