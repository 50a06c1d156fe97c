# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""Files written whole or not at all, read with a limit, and readable by their owner only."""

import errno
import os
import shutil
import stat
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager, suppress
from pathlib import Path

from servicedesk.domain.errors import Trouble

_PART_PREFIX, _PART_SUFFIX = ".servicedesk-", ".part"
_BINARY = getattr(os, "O_BINARY", 0)
_MEBIBYTE = 1024 * 1024
_LOCKED = 32
"""Windows: another program has the file open."""

_CODES = {
    errno.ENOSPC: "saving_no_room",
    errno.EDQUOT: "saving_no_room",
    errno.EFBIG: "saving_no_room",
    errno.EACCES: "saving_not_allowed",
    errno.EPERM: "saving_not_allowed",
    errno.EROFS: "saving_not_allowed",
    errno.ENOENT: "saving_folder_gone",
    errno.ENOTDIR: "saving_folder_gone",
    errno.EISDIR: "saving_name_taken",
    errno.ENOTEMPTY: "saving_name_taken",
    errno.EEXIST: "saving_name_taken",
    errno.ENAMETOOLONG: "saving_name_too_long",
    errno.EINVAL: "saving_name_not_possible",
}


def write_whole(path: Path, data: bytes) -> None:
    """Write one file so that a reader finds the old bytes or the new, never a part.

    Args:
        path: where it goes; the folder is there already. Only the owner can read the file.
        data: all of it.

    Raises:
        Trouble: as ``write_together``.
    """
    write_together({path: data})


def write_together(files: Mapping[Path, bytes]) -> None:
    """Write several files: all are on the disk before the first takes its name.

    Args:
        files: where each goes and what is in it.

    Raises:
        Trouble: ``saving_no_room``, ``saving_not_allowed``, ``saving_in_use``,
            ``saving_folder_gone``, ``saving_under_file`` (with ``part``, the file that stands
            where a folder is needed), ``saving_name_taken``, ``saving_name_too_long``,
            ``saving_name_not_possible``, ``saving_cut_short`` or ``saving_disk_fault``, each with
            ``file``. The old files are whole and nothing is left beside them.
    """
    parts: list[tuple[Path, Path]] = []
    try:
        for path, data in files.items():
            part = path.with_name(f"{_PART_PREFIX}{os.urandom(8).hex()}{_PART_SUFFIX}")
            parts.append((part, path))
            with trouble_about(path):
                if path.is_dir():
                    raise IsADirectoryError(errno.EISDIR, os.strerror(errno.EISDIR))
                _write_part(part, data, path)
        for part, path in parts:
            with trouble_about(path):
                part.replace(path)
    finally:
        for part, _ in parts:
            with suppress(OSError):
                part.unlink(missing_ok=True)
    for folder in {path.parent for path in files}:
        with trouble_about(folder):
            sync_folder(folder)


def write_pieces(path: Path, pieces: Iterable[bytes]) -> None:
    """Write one file piece by piece, so that a large one is never in memory as a whole.

    Args:
        path: where it goes; the folder is there already. Only the owner can read the file.
        pieces: what is in it, in order. When they end in an error nothing is left behind.

    Raises:
        Trouble: as ``write_together``.
    """
    part = path.with_name(f"{_PART_PREFIX}{os.urandom(8).hex()}{_PART_SUFFIX}")
    try:
        with trouble_about(path):
            number = os.open(part, os.O_WRONLY | os.O_CREAT | os.O_EXCL | _BINARY, 0o600)
            with os.fdopen(number, "wb") as file:
                for piece in pieces:
                    file.write(piece)
                file.flush()
                os.fsync(file.fileno())
            part.replace(path)
    finally:
        with suppress(OSError):
            part.unlink(missing_ok=True)


def read_whole(path: Path, limit: int) -> bytes:
    """Read a file that somebody named.

    Args:
        path: a file, not a folder or a device.
        limit: the most bytes that are read.

    Raises:
        Trouble: ``reading_missing``, ``reading_no_file``, ``reading_unreadable`` or
            ``reading_too_big`` (with ``limit`` in MB), each with ``file``.
    """
    try:
        if not stat.S_ISREG(path.stat().st_mode):
            raise Trouble("reading_no_file", file=str(path))
        with path.open("rb") as file:
            data = file.read(limit + 1)
    except FileNotFoundError as error:
        raise Trouble("reading_missing", file=str(path)) from error
    except (OSError, ValueError) as error:
        raise Trouble("reading_unreadable", file=str(path)) from error
    if len(data) > limit:
        raise Trouble("reading_too_big", file=str(path), limit=max(1, limit // _MEBIBYTE))
    return data


def private_folder(path: Path) -> Path:
    """Make a folder, and what is missing above it, that only its owner can look into.

    Args:
        path: the folder; one that is there already stays as it is.

    Returns:
        The same path.

    Raises:
        Trouble: as ``write_together``, with ``file`` naming the folder.
    """
    with trouble_about(path):
        for folder in reversed((path, *path.parents)):
            if not folder.is_dir():
                folder.mkdir(mode=0o700, exist_ok=True)
    return path


def could_be_folder(path: Path) -> None:
    """Make sure that a folder is there or could be made, without writing anything.

    Args:
        path: the folder.

    Raises:
        Trouble: ``saving_under_file``, ``saving_name_taken`` or ``saving_not_allowed``, each with
            ``file``.
    """
    with trouble_about(path):
        there = next(place for place in (path, *path.parents) if os.path.lexists(place))
        if not there.is_dir():
            raise FileExistsError(errno.EEXIST, os.strerror(errno.EEXIST))
        if not os.access(there, os.W_OK | os.X_OK):
            raise PermissionError(errno.EACCES, os.strerror(errno.EACCES))


def empty_folder(path: Path) -> int:
    """Remove all that lies in a folder of our own; links are removed, not followed.

    Args:
        path: the folder, which stays; it need not be there.

    Returns:
        How many entries could not be removed, because a program still holds them.
    """
    if not path.is_dir():
        return 0
    for entry in list(path.iterdir()):
        if entry.is_dir() and not entry.is_symlink():
            shutil.rmtree(entry, ignore_errors=True)
        else:
            with suppress(OSError):
                entry.unlink()
    return sum(1 for _ in path.iterdir())


def _write_part(part: Path, data: bytes, path: Path) -> None:
    """Write and sync the file that will take the place of ``path``."""
    number = os.open(part, os.O_WRONLY | os.O_CREAT | os.O_EXCL | _BINARY, 0o600)
    try:
        left = memoryview(data)
        while left:
            written = os.write(number, left)
            if written <= 0:
                break
            left = left[written:]
        os.fsync(number)
        length = os.fstat(number).st_size
    finally:
        os.close(number)
    if length != len(data):
        raise Trouble("saving_cut_short", file=str(path))


def sync_folder(folder: Path) -> None:
    """Make new names in a folder last through a power cut, where the system lets us."""
    if os.name == "nt":
        return
    number = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(number)
    except OSError as error:
        if error.errno not in (errno.EINVAL, errno.ENOTSUP):
            raise
    finally:
        os.close(number)


@contextmanager
def trouble_about(path: Path) -> Iterator[None]:
    """Turn what the system says about a path into a Trouble that names it."""
    try:
        yield
    except OSError as error:
        part = _file_above(path)
        if part is not None:
            raise Trouble("saving_under_file", file=str(path), part=str(part)) from error
        if getattr(error, "winerror", None) == _LOCKED:
            code = "saving_in_use"
        else:
            code = _CODES.get(error.errno or 0, "saving_disk_fault")
        raise Trouble(code, file=str(path)) from error
    except ValueError as error:
        raise Trouble("saving_name_not_possible", file=str(path).replace("\0", " ")) from error


def _file_above(path: Path) -> Path | None:
    """The part of a path that is no folder although something should lie in it, or None."""
    above = (part for part in path.parents if os.path.exists(part) and not os.path.isdir(part))
    return next(above, None)
