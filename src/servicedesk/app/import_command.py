# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""``servicedesk import``: a list brought in without a window."""

from servicedesk.app.arguments import Arguments


def bring_in(typed: Arguments) -> int:
    """Do what was typed; the exit status."""
    raise NotImplementedError(typed.command)
