# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""The first page of a file as SQLite left it beside the file.

A power cut can tear the first sector of a file, and with it all that tells whose it is. Whatever
was being written lies beside it whole, in the journal or the log, from which SQLite mends the file
as soon as it opens it. Formats: "Database File Format" of SQLite, sections 3 and 4.
"""

from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path

from servicedesk.store.disk import beside

_JOURNAL = bytes.fromhex("d9d505f920a163d7")
_LOGS = (bytes.fromhex("377f0682"), bytes.fromhex("377f0683"))
_FIRST = (1).to_bytes(4, "big")
_PAGES = range(512, (1 << 16) + 1)
"""Bytes that a page, or a sector, may have."""

_FRAME = 24
"""Bytes before each page in the log."""


def first_pages(path: Path) -> Iterator[bytes]:
    """The first page of a file wherever it stands in what lies beside it.

    Args:
        path: of the file; nothing is changed.
    """
    for ending, pages in (("-journal", _in_journal), ("-wal", _in_log)):
        with suppress(OSError):  # there is none, as after nearly every end
            yield from pages(beside(path, ending))


def _in_journal(journal: Path) -> Iterator[bytes]:
    with journal.open("rb") as file:
        head = file.read(28)
        sector, page = (int.from_bytes(head[at : at + 4], "big") for at in (20, 24))
        if not head.startswith(_JOURNAL) or sector not in _PAGES or page not in _PAGES:
            return
        file.seek(sector)
        while len(record := file.read(4 + page + 4)) >= 4 + page:
            if record.startswith(_FIRST):
                yield record[4 : 4 + page]


def _in_log(log: Path) -> Iterator[bytes]:
    with log.open("rb") as file:
        head = file.read(32)
        page = int.from_bytes(head[8:12], "big")
        if head[:4] not in _LOGS or page not in _PAGES:
            return
        while len(frame := file.read(_FRAME + page)) == _FRAME + page:
            if frame.startswith(_FIRST):
                yield frame[_FRAME:]
