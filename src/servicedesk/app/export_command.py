# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""``servicedesk export``: everything written into a folder."""

from servicedesk.app.arguments import Arguments


def take_out(typed: Arguments) -> int:
    """Do what was typed; the exit status."""
    raise NotImplementedError(typed.command)
