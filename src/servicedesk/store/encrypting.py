# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""Writing a whole file anew with another password, or with none, or with its first.

The new file is written beside the old one, closed, opened again from the password alone and read
back before it takes the old one's place in a single step. Whenever the program dies, one of the
two is there, whole.
"""

from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from typing import Protocol

from servicedesk.domain.errors import Trouble
from servicedesk.store import disk, driver, keys
from servicedesk.store.driver import Access, Connection
from servicedesk.store.faults import disk_trouble, trouble_of
from servicedesk.store.search_index import check_words

_HUNDRED = 100
_EVERY = 20_000
"""Steps of SQLite's machine between two looks at how far the copy is."""

Proof = Callable[[Path], str | None]
"""Gives the key with which the finished file is opened, for its last check."""


class Steps(Protocol):
    """Hears how far a job is, and says when it is to stop."""

    def step(self, done: int, total: int) -> None:
        """``done`` of ``total`` pieces are ready."""
        ...

    def raise_if_cancelled(self) -> None:
        """Raise what ends the job when somebody asked to stop."""
        ...


def change_password(
    path: Path, key: str | None, password: str | None, steps: Steps | None = None
) -> str | None:
    """Give a file that nobody has open another password, its first one, or none.

    Args:
        path: of the file.
        key: that opens it now, or None for a plain file.
        password: the new one, as typed; None for a plain file.
        steps: hears how far it is, in hundredths, and can stop it until the very end.

    Returns:
        The new key, derived anew from the password and the finished file; None for a plain one.

    Raises:
        Trouble: ``rekeying_unproven``, or what the disk says; the file is then as it was.
    """
    new = None if password is None else keys.new_key(password)

    def from_password(part: Path) -> str | None:
        return None if password is None else keys.key_of(part, password)

    change_key(path, key, new, steps, from_password)
    return new


def change_key(
    path: Path,
    key: str | None,
    new_key: str | None,
    steps: Steps | None = None,
    proof: Proof | None = None,
) -> None:
    """Write a file that nobody has open anew under a key that is known, such as a backup.

    Args:
        path: of the file.
        key: that opens it now, or None for a plain file.
        new_key: for the new one; None for a plain file.
        steps: as for ``change_password``.
        proof: gives the key for the last check; None for ``new_key`` itself.

    Raises:
        Trouble: as ``change_password``.
    """
    path = path.resolve()
    part = disk.beside(path, ".part")
    try:
        _settle(path, key)
        disk.remove_leftovers(part)
        disk.make_private(part)
        rows = _write(path, part, key, new_key, steps)
        _prove(part, path, rows, new_key if proof is None else proof(part))
        disk.sync_file(part)
        if steps is not None:
            steps.raise_if_cancelled()
        disk.remove_leftovers(path)  # empty since it was settled
        part.replace(path)
        disk.sync_folder(path.parent)
    except OSError as error:
        raise disk_trouble(error, path) from error
    finally:
        disk.discard(part)


def clear_unfinished(path: Path) -> None:
    """Remove what a killed change left beside a file; nobody else may be changing it."""
    disk.discard(disk.beside(path.resolve(), ".part"))


def _settle(path: Path, key: str | None) -> None:
    """Bring everything into the file itself, so that what lies beside it may go."""
    connection = driver.open_bare(path, Access.READ_WRITE, key)
    try:
        mode = driver.one(connection, "PRAGMA journal_mode = delete")
    except driver.MODULE.Error as error:
        raise trouble_of(error, path) from error
    finally:
        connection.close()
    if mode != "delete":
        raise Trouble("file_busy", name=path.name)


def _write(
    path: Path, part: Path, key: str | None, new_key: str | None, steps: Steps | None
) -> dict[str, int]:
    """Copy everything, and count what was copied."""
    whole = max(1, path.stat().st_size)

    def look() -> int:
        """Tell how far it is; what is raised here stops SQLite, and is not heard of again."""
        if steps is not None:
            with suppress(OSError):
                done = min(_HUNDRED - 1, _HUNDRED * part.stat().st_size // whole)
                steps.step(done, _HUNDRED)
            steps.raise_if_cancelled()
        return 0

    target = driver.open_bare(part, Access.READ_WRITE, new_key)
    try:
        target.set_progress_handler(look, _EVERY)
        return driver.export_whole(path, key, target)
    except driver.MODULE.Error as error:
        if steps is not None:
            steps.raise_if_cancelled()  # that is what stopped it
        trouble = trouble_of(error, part)
        raise Trouble(trouble.code, **{**trouble.params, "name": path.name}) from error
    finally:
        target.close()


def _prove(part: Path, path: Path, rows: dict[str, int], key: str | None) -> None:
    """Read the new file back as the next start will."""
    found = driver.open_bare(part, Access.READ_WRITE, key)
    try:
        is_right = _is_right(found, part.stat().st_size, rows)
    except driver.MODULE.Error as error:
        raise Trouble("rekeying_unproven", name=path.name) from error
    finally:
        found.close()
    if not is_right:
        raise Trouble("rekeying_unproven", name=path.name)


def _is_right(found: Connection, size: int, rows: dict[str, int]) -> bool:
    pages = driver.whole(found, "PRAGMA page_count") * driver.whole(found, "PRAGMA page_size")
    check_words(found)
    return (
        size == pages
        and driver.whole(found, "PRAGMA application_id") == driver.APPLICATION_ID
        and driver.find_damage(found) is None
        and driver.count_rows(found) == rows
    )
