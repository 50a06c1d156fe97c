# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""What every command of the console shares: the words, the open file, and how it ends."""

import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

from servicedesk.app.arguments import BAD_INPUT
from servicedesk.app.bootstrap import OpenDesk, Program, gather, open_desk
from servicedesk.app.damaged import has_vanished, spoken
from servicedesk.domain.errors import Refusal, Trouble

_MOST = 4096
"""Bytes of a file with a password: a larger one was named by mistake."""


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
def opened(program: Program, password_file: Path | None = None) -> Iterator[OpenDesk]:
    """The file of the profile, which is there, locked for as long as it is open.

    Args:
        program: with its words and folders.
        password_file: as ``unlocked``.

    Raises:
        Trouble: whatever keeps it from being opened.
    """
    from servicedesk.app.one_program import FileLock  # it brings Qt in

    see_there(program)
    lock = FileLock(program.places.database)
    lock.take()
    try:
        desk = open_desk(program, key=unlocked(program, program.places.database, password_file))
        try:
            yield desk
        finally:
            desk.close()
    finally:
        lock.release()


def see_there(program: Program) -> None:
    """See that the profile has a file, or had one whose loss is to be told.

    Raises:
        Trouble: ``file_not_yet`` with ``name`` and ``folder``: nothing can have been saved there.
    """
    database = program.places.database
    if not database.exists() and not has_vanished(program.places):
        raise Trouble("file_not_yet", name=database.name, folder=str(database.parent))


def unlocked(program: Program, path: Path, password_file: Path | None) -> str | None:
    """The key of a file, by the password that was named in a file or is typed at a terminal.

    Args:
        program: knows the key from then on.
        path: of the file, or of a backup; need not be there.
        password_file: its first line is the password, all of it but the end of the line; None to
            ask, where somebody sits at a terminal.

    Returns:
        The key, or None for a file that seems to need none.

    Raises:
        Trouble: ``password_needed`` where nobody can be asked, ``password_wrong``, or
            ``password_file_unreadable``.
    """
    from servicedesk.services.password import key_for
    from servicedesk.store.keys import needs_password

    if not needs_password(path):
        return None
    known = program.keys.fitting(path)
    if known is None:
        known = key_for(path, _password(program, path, password_file))
        program.keys.learn(known)
    return known


def _password(program: Program, path: Path, password_file: Path | None) -> str:
    if password_file is not None:
        return _first_line(password_file)
    if not sys.stdin.isatty():
        raise Trouble("password_not_given", name=path.name)
    from getpass import getpass  # the letters are not shown

    return getpass(program.words.say("command.password", name=path.name))


def _first_line(file: Path) -> str:
    from servicedesk.system.files import read_whole

    try:
        text = read_whole(file.expanduser(), _MOST).decode("utf-8-sig")
    except (Trouble, UnicodeDecodeError) as error:
        raise Trouble("password_file_unreadable", file=str(file)) from error
    line = text.split("\n", 1)[0].removesuffix("\r")
    if not line:
        raise Trouble("password_file_unreadable", file=str(file))
    return line


def tell(line: str) -> None:
    """Say a line."""
    sys.stdout.write(f"{line}\n")


def complain(line: str) -> None:
    """Say what is wrong."""
    sys.stderr.write(f"{line}\n")
