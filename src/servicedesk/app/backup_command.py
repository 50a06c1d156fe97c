# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""``servicedesk backup`` and ``servicedesk check``: for a scheduled task."""

from servicedesk.app.arguments import Arguments


def back_up(typed: Arguments) -> int:
    """Do what was typed; the exit status."""
    raise NotImplementedError(typed.command)


def check(typed: Arguments) -> int:
    """Do what was typed; the exit status."""
    raise NotImplementedError(typed.command)
