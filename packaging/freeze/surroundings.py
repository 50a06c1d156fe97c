# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""Gives the programs that a frozen one opens their own libraries back."""

import os

_SEARCHED = ("LD_LIBRARY_PATH", "DYLD_LIBRARY_PATH")


def give_back() -> None:
    """Undo what the frozen program's start did to the environment.

    It has every library searched for in its own folder first, and keeps what was there before
    under another name. A PDF viewer or file window that we open would be given our libraries.
    """
    for name in _SEARCHED:
        before = os.environ.pop(f"{name}_ORIG", None)
        if before is not None:
            os.environ[name] = before
        else:
            os.environ.pop(name, None)
