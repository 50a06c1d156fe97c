# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""Files that lie with a customer, a promise or a complaint: taken in, shown, copied out, removed.

The file that somebody brings is only ever read. What is kept is a copy inside the file of the
business, so a backup has it too.
"""

import mimetypes
import secrets
from collections.abc import Iterator
from contextlib import contextmanager
from io import BufferedReader, BytesIO, FileIO
from pathlib import Path
from stat import S_ISREG
from typing import TYPE_CHECKING, BinaryIO

from servicedesk.domain.errors import Refusal, Trouble
from servicedesk.domain.kinds import Kind
from servicedesk.domain.record_files import (
    WARN_BYTES,
    FileCard,
    checked_size,
    file_name_for_copy,
    refuse_program,
    shown_file_name,
)
from servicedesk.services.attachments import attach, read_attachment
from servicedesk.services.surroundings import Surroundings
from servicedesk.services.unit import Done, Reading, Unit, Units
from servicedesk.store.record_files import (
    attachment_ids,
    file_by,
    files_of,
    holds_files,
    record_files,
    same_file,
)
from servicedesk.system.files import private_folder, write_pieces

if TYPE_CHECKING:
    from _typeshed import WriteableBuffer as Buffer

_PICTURES = (b"\x89PNG\r\n\x1a\n", b"\xff\xd8\xff")
"""How the files begin that a small picture can be made of."""

_UNKNOWN = "application/octet-stream"


class RecordFiles:
    """The use cases of files that lie with records.

    Args:
        units: opens changes and reads.
        around: clock, folders, and the child that makes small pictures.
    """

    def __init__(self, units: Units, around: Surroundings) -> None:
        self._units = units
        self._around = around

    def of(self, kind: Kind, record_id: int) -> tuple[FileCard, ...]:
        """The files of a record, in the order in which they were added; one statement."""
        with self._units.read() as reading:
            return files_of(reading, kind, record_id)

    def add(
        self,
        kind: Kind,
        record_id: int,
        source: Path | bytes,
        name: str,
        who: str,
        *,
        is_confirmed: bool = False,
    ) -> Done[FileCard]:
        """Take a file in, a piece at a time; one that lies there already is not kept twice.

        Args:
            kind: of the record.
            record_id: of the record.
            source: where the file lies, or what was pasted.
            name: under which it is kept; empty takes the file's own.
            who: does so.
            is_confirmed: a large file is to be kept; see ``file_big``.

        Raises:
            Refusal: what ``checked_size`` and ``shown_file_name`` raise, or ``record_gone``.
            Trouble: ``attaching_gone``, ``attaching_no_file`` or ``attaching_unreadable`` of
                the file; ``attachment_unsteady`` when it changed meanwhile; what the file of the
                business has to say, such as ``disk_full``. Nothing of it is kept then.
        """
        with _opened(source, name) as (content, size, found_name):
            shown = shown_file_name(found_name)
            checked_size(size, shown, is_confirmed=is_confirmed)
            small = self._thumbnail(content, size)
            with self._units.change("attach file", who) as unit:
                if not holds_files(unit.connection, kind, record_id):
                    raise Refusal("record_gone", record=kind.value)
                card = self._keep(unit, (kind, record_id), content, shown, small)
        return Done(card=card, changes=unit.changes)

    def remove(self, file_id: int, who: str) -> Done[FileCard]:
        """Take a file from its record.

        Raises:
            Refusal: ``record_gone``.
        """
        with self._units.change("remove file", who) as unit:
            card = _file(unit.connection, file_id)
            unit.remove(record_files, file_id)
        return Done(card=card, changes=unit.changes)

    def thumbnail(self, file_id: int) -> bytes | None:
        """The small picture of a file as PNG, or None where there is none."""
        with self._units.read() as reading:
            found = attachment_ids(reading, file_id)
            if found is None or found[1] is None:
                return None
            return b"".join(read_attachment(reading, found[1]))

    def open_copy(self, file_id: int) -> Path:
        """Lay a copy into the private folder, for a program that shows it.

        The folder is emptied when the program ends, and again at the next start.

        Returns:
            Where it lies.

        Raises:
            Refusal: ``record_gone``, or ``file_is_program`` for what would run.
            Trouble: ``attachment_damaged``, or as ``save_copy``.
        """
        with self._units.read() as reading:
            card = _file(reading, file_id)
        refuse_program(card.name)
        folder = private_folder(self._around.temporary / "copies" / secrets.token_hex(8))
        path = folder / file_name_for_copy(card.name)
        self.save_copy(file_id, path)
        return path

    def save_copy(self, file_id: int, path: Path) -> None:
        """Write a copy where somebody wants it, whole or not at all.

        Raises:
            Refusal: ``record_gone``.
            Trouble: ``attachment_damaged``, or what ``write_pieces`` raises.
        """
        with self._units.read() as reading:
            found = attachment_ids(reading, file_id)
            if found is None:
                raise Refusal("record_gone", record=record_files.name)
            write_pieces(path, read_attachment(reading, found[0]))

    def copy_name(self, file_id: int) -> str:
        """The name to offer for a copy.

        Raises:
            Refusal: ``record_gone``.
        """
        with self._units.read() as reading:
            return file_name_for_copy(_file(reading, file_id).name)

    def _keep(
        self,
        unit: Unit,
        record: tuple[Kind, int],
        content: BinaryIO,
        name: str,
        small: bytes | None,
    ) -> FileCard:
        media_type = mimetypes.guess_type(name, strict=False)[0] or _UNKNOWN
        number = attach(unit, content, name=name, media_type=media_type)
        there = same_file(unit.connection, *record, number)
        if there is not None:
            return there
        picture = None
        if small is not None:
            picture = attach(unit, BytesIO(small), name="small.png", media_type="image/png")
        file_id = unit.insert(
            record_files,
            {
                "kind": record[0],
                "record_id": record[1],
                "attachment_id": number,
                "thumbnail_id": picture,
                "name": name,
                "added_on": self._around.clock.today(),
            },
        )
        return _file(unit.connection, file_id)

    def _thumbnail(self, content: BinaryIO, size: int) -> bytes | None:
        """Made before the change begins, so that nothing waits for the child."""
        content.seek(0)
        if size > WARN_BYTES or not content.read(8).startswith(_PICTURES):
            return None
        content.seek(0)
        return self._around.thumbnail_from(content.read(WARN_BYTES))


class _Watched(FileIO):
    """A file that says in our words when it cannot be read any more, as on a pulled stick."""

    def readinto(self, buffer: "Buffer", /) -> int | None:
        """As of a file; Trouble ``attaching_unreadable``."""
        try:
            return super().readinto(buffer)
        except OSError as error:
            raise Trouble("attaching_unreadable", name=Path(str(self.name)).name) from error


@contextmanager
def _opened(source: Path | bytes, name: str) -> Iterator[tuple[BinaryIO, int, str]]:
    """What is to be taken in, with its size in bytes and its name."""
    if isinstance(source, bytes):
        yield BytesIO(source), len(source), name
        return
    shown = name or source.name
    try:
        state = source.stat()
        if not S_ISREG(state.st_mode):
            raise Trouble("attaching_no_file", name=shown)
        file = BufferedReader(_Watched(source))
    except FileNotFoundError as error:
        raise Trouble("attaching_gone", name=shown) from error
    except (OSError, ValueError) as error:
        raise Trouble("attaching_unreadable", name=shown) from error
    with file:
        yield file, state.st_size, shown


def _file(reading: Reading, file_id: int) -> FileCard:
    card = file_by(reading, file_id)
    if card is None:
        raise Refusal("record_gone", record=record_files.name)
    return card
