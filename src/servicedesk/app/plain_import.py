# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""Gives Python's own import back after Qt has put a slower one in its place.

Qt's hook reads the source of every module that is imported after it; for the database library
alone that costs 90 ms and 19 MiB.
"""

import builtins
from importlib import import_module

_PLAIN = builtins.__import__
"""Taken when this module is imported, which the program does before anything of Qt."""


def load_qt() -> None:
    """Load Qt, and keep its import away even from what the first window is made of."""
    import_module("PySide6.QtCore")
    restore()


def restore() -> None:
    """Put the plain import back; to be called once Qt is loaded and before storage is."""
    builtins.__import__ = _PLAIN
