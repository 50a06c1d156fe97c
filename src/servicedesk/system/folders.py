# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""A folder of files that is there as a whole or not at all, readable by its owner only."""

import errno
import os
import re
import shutil
from collections.abc import Iterable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path

from servicedesk.domain.errors import Trouble
from servicedesk.system.files import private_folder, sync_folder, trouble_about, write_whole

_PART = re.compile(r"servicedesk-unfinished-([0-9a-f]{16})\.part")
_BINARY = getattr(os, "O_BINARY", 0)


@dataclass(frozen=True, slots=True, kw_only=True)
class Written:
    """A file that was written.

    Args:
        name: its path inside the folder, with "/" between the parts.
        size: in bytes.
        sha256: of its content, as 64 hexadecimal digits.
    """

    name: str
    size: int
    sha256: str


class FolderBeingWritten:
    """Takes files until the folder is whole.

    Args:
        part: the folder as it is called until then.
        whole: as it will be called.
    """

    def __init__(self, part: Path, whole: Path) -> None:
        self._part = part
        self.whole = whole
        self._taken: set[str] = set()
        self.written: list[Written] = []

    def write(self, name: str, pieces: Iterable[bytes]) -> Written:
        """Write a file piece by piece.

        Args:
            name: its path inside the folder, with "/" between the parts; no file had it before.
            pieces: what is in it.

        Raises:
            Trouble: as ``files.write_together``. What ``pieces`` raises comes through, and
                nothing of the file is left then.
        """
        path = self._part / name
        self._taken.add(name.casefold())  # one that fails keeps its name: it may be told of
        try:
            done = self._write(name, path, pieces)
        except BaseException:
            with suppress(OSError):
                path.unlink(missing_ok=True)
            raise
        self.written.append(done)
        return done

    def _write(self, name: str, path: Path, pieces: Iterable[bytes]) -> Written:
        digest, size = sha256(), 0
        with trouble_about(self.whole / name):
            path.parent.mkdir(mode=0o700, exist_ok=True)
            number = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL | _BINARY, 0o600)
            with os.fdopen(number, "wb") as file:
                for piece in pieces:
                    file.write(piece)
                    digest.update(piece)
                    size += len(piece)
                file.flush()
                os.fsync(file.fileno())
                if os.fstat(file.fileno()).st_size != size:
                    raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))
        return Written(name=name, size=size, sha256=digest.hexdigest())

    def drop(self, written: Written) -> None:
        """Take a file out again that turned out to be of no use.

        Args:
            written: as ``write`` returned it.

        Raises:
            Trouble: as ``files.write_together``.
        """
        with trouble_about(self.whole / written.name):
            (self._part / written.name).unlink()
        self.written.remove(written)

    def free_name(self, folder: str, stem: str, ending: str = "") -> str:
        """A name that no file here has yet, in whatever case: the second gets " (2)".

        Args:
            folder: inside the folder.
            stem: of the file, made safe by whoever asks.
            ending: with its dot.
        """
        name, number = f"{folder}/{stem}{ending}", 1
        while name.casefold() in self._taken:
            number += 1
            name = f"{folder}/{stem} ({number}){ending}"
        return name


@contextmanager
def new_folder(path: Path, notes: Path) -> Iterator[FolderBeingWritten]:
    """Write a folder that takes its name once all is in it; after an error nothing is left.

    What a program leaves behind that is killed on the way says in its name what it is, lies in
    nobody's way, and is cleared by ``clear_half_written``.

    Args:
        path: the folder; there is nothing there, or an empty folder. What is above it is there.
        notes: folder of our own, in which it is noted where something is being written.

    Raises:
        Trouble: ``saving_name_taken`` where something is there already, else as
            ``files.write_together``.
    """
    number = os.urandom(8).hex()
    part = path.with_name(f"servicedesk-unfinished-{number}.part")
    note = notes / number
    is_ours = False
    try:
        with trouble_about(path):
            if os.path.lexists(path) and (not path.is_dir() or any(path.iterdir())):
                raise FileExistsError(errno.EEXIST, os.strerror(errno.EEXIST))
            _write_note(note, part)
            part.mkdir(mode=0o700)
            is_ours = True
        folder = FolderBeingWritten(part, path)
        yield folder
        with trouble_about(path):
            for one in (*(each for each in part.iterdir() if each.is_dir()), part):
                sync_folder(one)
            with suppress(FileNotFoundError):
                path.rmdir()
            part.rename(path)
            sync_folder(path.parent)
    except BaseException:
        if is_ours:
            shutil.rmtree(part, ignore_errors=True)
        raise
    finally:
        if not os.path.lexists(part):
            _drop_note(note)


def clear_half_written(notes: Path) -> int:
    """Remove the folders that a program which was killed has not finished.

    Nothing but a folder with the very name and number that were noted is touched. One on a stick
    that is not there stays noted until it is.

    Args:
        notes: as ``new_folder``; need not be there.

    Returns:
        How many were removed.
    """
    done = 0
    for note in list(notes.iterdir()) if notes.is_dir() else ():
        try:
            part = Path(note.read_bytes().decode(errors="replace"))
        except OSError:
            continue
        found = _PART.fullmatch(part.name)
        is_ours = found is not None and found[1] == note.name and part.is_absolute()
        is_ours = is_ours and not part.is_symlink()
        if is_ours and part.is_dir():
            shutil.rmtree(part, ignore_errors=True)
            done += not part.exists()
        if not is_ours or (part.parent.is_dir() and not os.path.lexists(part)):
            _drop_note(note)
    return done


def _write_note(note: Path, part: Path) -> None:
    """Note where a folder is being written; a full disk here is no reason not to write it there."""
    with suppress(Trouble):
        write_whole(private_folder(note.parent) / note.name, os.path.abspath(part).encode())


def _drop_note(note: Path) -> None:
    with suppress(OSError):
        note.unlink(missing_ok=True)
        note.parent.rmdir()  # the last one takes the folder with it
