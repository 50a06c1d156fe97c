# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""What every command of the console shares: the words, the open file, and how it ends."""

import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

from servicedesk.app.arguments import BAD_INPUT
from servicedesk.app.bootstrap import OpenDesk, Program, gather, open_desk
from servicedesk.app.damaged import spoken
from servicedesk.domain.errors import Refusal, Trouble


def ended(profile: Path | None, work: Callable[[Program], int]) -> int:
    """Run a command; whatever the rules or the machine say against it becomes a sentence.

    Args:
        profile: the folder that ``--profile`` named, or None.
        work: the command; it returns the exit status.

    Returns:
        What ``work`` returned, or 2.
    """
    try:
        program = gather(profile)
    except Trouble:  # without its data files the program has not even the words to say so
        complain(
            "The data files of servicedesk are missing. Install it again; no file was touched."
        )
        return BAD_INPUT
    try:
        return work(program)
    except Refusal as refusal:
        complain(program.words.refusal(refusal))
    except Trouble as trouble:
        words = spoken(program, trouble)
        complain(f"{words.happened} {words.safe} {words.do}")
    return BAD_INPUT


@contextmanager
def opened(program: Program) -> Iterator[OpenDesk]:
    """The file of the profile, which is there, locked for as long as it is open.

    Raises:
        Trouble: whatever keeps it from being opened.
    """
    from servicedesk.app.one_program import FileLock  # it brings Qt in

    lock = FileLock(program.places.database)
    lock.take()
    try:
        desk = open_desk(program)
        try:
            yield desk
        finally:
            desk.close()
    finally:
        lock.release()


def tell(line: str) -> None:
    """Say a line."""
    sys.stdout.write(f"{line}\n")


def complain(line: str) -> None:
    """Say what is wrong."""
    sys.stderr.write(f"{line}\n")
