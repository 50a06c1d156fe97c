# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""``servicedesk export``: everything written into a folder."""

from pathlib import Path

from servicedesk.app.arguments import Arguments
from servicedesk.app.bootstrap import Program
from servicedesk.app.console_desk import ended, opened, tell


class _Quiet:
    """Nobody waits at a console for a bar, and Ctrl+C stops the work by itself."""

    def step(self, done: int, total: int) -> None:
        """Nobody is told."""

    def raise_if_cancelled(self) -> None:
        """Nobody asks."""


def take_out(typed: Arguments) -> int:
    """Do what was typed; the exit status."""
    folder = typed.folder or Path()

    def work(program: Program) -> int:
        with opened(program, typed.password_file) as desk:
            done = desk.services.export_all.write(folder, _Quiet())
        tell(f"{done.files} files were written to {done.folder}.")
        tell("Open index.html there to see what each of them is. Nothing in it has a password.")
        if done.lost:
            tell("These are left out, because what is kept of them is damaged:")
            for name in done.lost:
                tell(f"  {name}")
            tell("A backup from before may still hold them whole.")
        return 0

    return ended(typed.profile, work)
