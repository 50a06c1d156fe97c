# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""The parts of a folder that everything is taken out into, each written as it is read."""

import json
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import tzinfo
from typing import TYPE_CHECKING, Protocol, TypeVar

import servicedesk
from servicedesk.domain.errors import Refusal, Trouble
from servicedesk.domain.exchange_columns import YES, ListKind, Parts, columns_of
from servicedesk.domain.exporting import (
    CARDS,
    FILES,
    LETTERS,
    MANIFEST,
    ExportCounts,
    attached_name,
    letter_stem,
    list_file,
    table_file,
)
from servicedesk.services.attachments import read_attachment
from servicedesk.services.surroundings import Surroundings
from servicedesk.services.unit import Reading
from servicedesk.store.exporting import (
    FileKept,
    columns_out,
    count_out,
    file_count,
    files_out,
    letter_count,
    letters_out,
    rows_out,
    tables_out,
)
from servicedesk.store.exporting_lists import forgotten_count, list_count, list_rows, parts_of
from servicedesk.system.folders import FolderBeingWritten

if TYPE_CHECKING:  # papers come in with the first one that is written
    from servicedesk.documents.cards_out import CardOut

Row = TypeVar("Row")

_DAMAGED = frozenset({"attachment_damaged", "record_gone"})
"""Why a kept file is not what was put in; anything else ends the work."""

_EACH = 250
"""Lines after which somebody who waits is told how far it is."""


class Steps(Protocol):
    """What a long piece of work gets: tell how far it is, and hear that it should stop."""

    def step(self, done: int, total: int) -> None:
        """Tell that ``done`` of ``total`` pieces are ready."""
        ...

    def raise_if_cancelled(self) -> None:
        """Raise what ends the work when somebody asked to stop."""
        ...


class Counter:
    """Counts what has been written, tells it, and hears when to stop.

    Args:
        steps: told how far it is.
        total: how much there is.
    """

    def __init__(self, steps: Steps, total: int) -> None:
        self._steps = steps
        self._total = total
        self._done = 0

    def over(self, rows: Iterable[Row]) -> Iterator[Row]:
        """The rows, each counted as it is taken."""
        for row in rows:
            if self._done % _EACH == 0:
                self.tell()
            self._done += 1
            yield row

    def tell(self) -> None:
        """Tell how far it is; raises what ends the work when somebody asked to stop."""
        self._steps.raise_if_cancelled()
        self._steps.step(self._done, self._total)


@dataclass(frozen=True, slots=True, kw_only=True)
class Job:
    """What the parts are written from, and into.

    Args:
        reading: shows the file as it was when the work began, until it ends.
        folder: takes the files.
        counter: counts lines and files.
        around: words and the clock.
        zone: in which moments are written.
        with_help: what helps customers is taken out too.
    """

    reading: Reading
    folder: FolderBeingWritten
    counter: Counter
    around: Surroundings
    zone: tzinfo
    with_help: bool


def counted(reading: Reading, *, with_help: bool) -> ExportCounts:
    """How much would be taken out."""
    tables = tables_out(with_help=with_help)
    return ExportCounts(
        lists={kind: list_count(reading, kind) for kind in ListKind},
        forgotten=forgotten_count(reading),
        letters=letter_count(reading),
        files=file_count(reading),
        tables=len(tables),
        rows=sum(count_out(reading, name) for name in tables),
    )


def write_lists(job: Job) -> None:
    """Write the four lists, and the customers as visiting cards.

    Who was forgotten keeps a line, which other lists lead to, and has nothing for a card.
    """
    from servicedesk.documents.cards_out import card_pieces
    from servicedesk.documents.tables_out import csv_pieces

    for kind in ListKind:
        parts = parts_of(job.reading, kind)
        head = [heading for _, heading in columns_of(kind, parts)]
        rows = list_rows(job.reading, kind, parts, job.zone)
        job.folder.write(list_file(kind), csv_pieces(head, job.counter.over(rows)))
    parts = parts_of(job.reading, ListKind.CUSTOMERS)
    rows = list_rows(job.reading, ListKind.CUSTOMERS, parts, job.zone, with_forgotten=False)
    job.folder.write(CARDS, card_pieces(_cards(job.counter.over(rows), parts)))


def write_tables(job: Job) -> None:
    """Write each table as it is kept."""
    from servicedesk.documents.tables_out import csv_pieces

    for name in tables_out(with_help=job.with_help):
        rows = job.counter.over(rows_out(job.reading, name))
        job.folder.write(table_file(name), csv_pieces(columns_out(name), rows))


def write_papers(job: Job) -> tuple[str, ...]:
    """Write the letters that went out and the files that were added.

    Returns:
        The names of those that are not what was put in. They are left out, and nothing else is:
        nobody's way out may hang on one bad file.
    """
    lost: list[str] = []
    for letter in job.counter.over(letters_out(job.reading)):
        stem = letter_stem(letter.day, letter.code, letter.name, letter.ref)
        lost += _write_kept(job, letter, job.folder.free_name(LETTERS, stem, ".pdf"))
    for file in job.counter.over(files_out(job.reading)):
        named = attached_name(file.day, file.code, file.name)
        lost += _write_kept(job, file, job.folder.free_name(FILES, *named))
    return tuple(lost)


def _write_kept(job: Job, file: FileKept, name: str) -> tuple[str, ...]:
    """Write a kept file; its name where it is not what was put in, else nothing."""
    try:
        job.folder.write(name, read_attachment(job.reading, file.attachment_id))
    except (Refusal, Trouble) as fault:
        if fault.code not in _DAMAGED:
            raise
        return (name,)
    return ()


def without(counts: ExportCounts, lost: Iterable[str]) -> ExportCounts:
    """How much was written.

    Args:
        counts: what was to be.
        lost: the names of letters and files that are left out.
    """
    folders = [name.partition("/")[0] for name in lost]
    letters = counts.letters - folders.count(LETTERS)
    return replace(counts, letters=letters, files=counts.files - folders.count(FILES))


def write_manifest(job: Job, business: str) -> None:
    """Write the names, sizes and sums of all files, for a program that checks them."""
    told = {
        "made_by": f"servicedesk {servicedesk.__version__}",
        "made_on": job.around.clock.today().isoformat(),
        "business": business,
        "with_help": job.with_help,
        "files": [
            {"path": one.name, "bytes": one.size, "sha256": one.sha256}
            for one in sorted(job.folder.written, key=lambda one: one.name)
        ],
    }
    text = json.dumps(told, ensure_ascii=False, indent=1)
    job.folder.write(MANIFEST, [f"{text}\n".encode("utf-8", "replace")])


def _cards(rows: Iterable[Sequence[str | int | None]], parts: Parts) -> "Iterator[CardOut]":
    """Visiting cards from the lines of the list of customers."""
    from servicedesk.documents.cards_out import CardOut

    columns = [name for name, _ in columns_of(ListKind.CUSTOMERS, parts)]
    for row in rows:
        cells = {name: str(cell or "") for name, cell in zip(columns, row, strict=True)}
        groups: dict[str, list[tuple[str, ...]]] = defaultdict(list)
        for kind, most in (("phone", parts.phones), ("email", parts.emails)):
            for place in range(1, most + 1):
                if shown := cells[f"{kind}_{place}_shown"]:
                    groups[kind].append((cells[f"{kind}_{place}_label"], shown))
        addresses = [
            tuple(cells[f"address_{place}_{part}"] for part in ("label", "lines", "postcode"))
            for place in range(1, parts.addresses + 1)
        ]
        reached = [shown for pairs in groups.values() for _, shown in pairs]
        yield CardOut(
            number=cells["number"],
            name=cells["name"] or next(iter(reached), cells["number"]),
            is_organisation=cells["is_organisation"] == YES,
            ask_for=cells["ask_for"],
            phones=tuple((one[0], one[1]) for one in groups["phone"]),
            emails=tuple((one[0], one[1]) for one in groups["email"]),
            addresses=tuple((one[0], one[1], one[2]) for one in addresses if any(one)),
            tags=tuple(cells["tags"].split("\n")) if cells["tags"] else (),
            notes=cells["notes"],
        )
