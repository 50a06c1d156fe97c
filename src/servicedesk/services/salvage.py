# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""Saving what can be read out of a damaged file into a folder that any program opens.

The damaged file itself is only copied, never opened: it stays as it is.
"""

import os
from dataclasses import dataclass
from html import escape
from pathlib import Path
from typing import Protocol

from servicedesk.documents.tables_out import csv_pieces
from servicedesk.domain.errors import Trouble
from servicedesk.services.surroundings import Surroundings
from servicedesk.store import disk, driver
from servicedesk.store.backup_contents import copy_private
from servicedesk.store.driver import Connection
from servicedesk.store.faults import disk_trouble
from servicedesk.store.salvage import Gap, LeftTable, left_tables, open_left, pieces_left, rows_left
from servicedesk.store.types import Stored
from servicedesk.system.files import private_folder
from servicedesk.system.folders import FolderBeingWritten, new_folder

_FILES = "files"
_PIECES = "attachment_pieces"
_LONGEST_NAME = 80


class Steps(Protocol):
    """Hears how far it is, and says when it is to stop."""

    def step(self, done: int, total: int) -> None:
        """``done`` of ``total`` tables are saved."""
        ...

    def raise_if_cancelled(self) -> None:
        """Raise what ends the work when somebody asked to stop."""
        ...


@dataclass(frozen=True, slots=True, kw_only=True)
class Salvaged:
    """What was saved.

    Args:
        folder: in which everything lies, with a page that says what is there.
        rows: how many entries were saved.
        tables: how many lists they are in.
        files: how many attached files were saved whole.
        gaps: at how many places something could not be read.
    """

    folder: Path
    rows: int
    tables: int
    files: int
    gaps: int


def save_readable(
    path: Path,
    into: Path,
    around: Surroundings,
    steps: Steps,
    *,
    donor: Path | None = None,
    key: str | None = None,
) -> Salvaged:
    """Write every entry that can still be read into a new folder, and what could not be.

    Args:
        path: of the damaged file; nobody has it open.
        into: folder in which a new one is made.
        around: folders and clock.
        steps: hears how far it is.
        donor: a good backup of the same file, which helps where its beginning is lost.
        key: raw with its salt, or None for a plain file.

    Raises:
        Trouble: ``nothing_readable``, or what the disk says; no file is changed either way.
    """
    private_folder(around.temporary)
    copy = around.temporary / f"saving-{os.getpid()}{path.suffix}"
    try:
        try:
            copy_private(path, copy)
        except OSError as error:
            raise disk_trouble(error, path) from error
        try:
            connection = open_left(copy, donor, key)
        except Trouble as trouble:
            raise Trouble(trouble.code, name=path.name) from trouble
        try:
            whole = private_folder(into) / _folder_name(path, around)
            with new_folder(whole, around.unfinished) as folder:  # half would be taken for all
                return _save(connection, path, folder, around, steps)
        finally:
            connection.close()
    finally:
        disk.discard(copy)


def _folder_name(path: Path, around: Surroundings) -> str:
    at = around.clock.now().astimezone()
    return around.phrases.say("salvage.folder", name=path.name, at=f"{at:%Y-%m-%d %H.%M.%S}")


def _save(
    connection: Connection,
    path: Path,
    folder: FolderBeingWritten,
    around: Surroundings,
    steps: Steps,
) -> Salvaged:
    tables = left_tables(connection)
    for done, table in enumerate(tables):
        steps.raise_if_cancelled()
        steps.step(done, len(tables))
        if table.name != _PIECES:
            _save_table(connection, table, folder)
    whole, torn = _save_files(connection, folder, steps)
    told = [table for table in tables if table.saved or table.gaps]
    page = _page(path, told, whole, torn, around)
    folder.write("index.html", [page.encode()])
    steps.step(len(tables), len(tables))
    gaps = sum(len(table.gaps) for table in told) + len(torn)
    return Salvaged(
        folder=folder.whole,
        rows=sum(table.saved for table in told),
        tables=len([table for table in told if table.saved]),
        files=len(whole),
        gaps=gaps,
    )


def _save_table(connection: Connection, table: LeftTable, folder: FolderBeingWritten) -> None:
    cells = ([_cell(value) for value in row] for row in rows_left(connection, table))
    written = folder.write(f"{table.name}.csv", csv_pieces(table.columns, cells))
    if not table.saved:
        folder.drop(written)


def _cell(value: Stored) -> str | int | None:
    if isinstance(value, bytes):
        return value.hex()
    return value if value is None or isinstance(value, int) else str(value)


def _save_files(
    connection: Connection, folder: FolderBeingWritten, steps: Steps
) -> tuple[list[str], list[str]]:
    """Save the attached files that come out as they went in.

    Returns:
        Names of those that were saved, and of those that were not.
    """
    table = LeftTable(name="attachments", columns=("id", "sha256", "name"))
    whole: list[str] = []
    torn: list[str] = []
    try:
        rows = list(rows_left(connection, table))
    except driver.MODULE.Error:
        return whole, torn
    for number, sha256, name in rows:
        steps.raise_if_cancelled()
        if not isinstance(number, int):
            continue
        shown = f"{number}-{_clean(str(name))}"
        written = folder.write(f"{_FILES}/{shown}", pieces_left(connection, number))
        if written.sha256 == sha256:
            whole.append(shown)
        else:
            folder.drop(written)
            torn.append(str(name))
    return whole, torn


def _clean(name: str) -> str:
    """A name that every system takes, whatever was attached under it."""
    kept = "".join(sign if sign.isalnum() or sign in "-_. " else "_" for sign in name)
    return kept.strip(" .")[-_LONGEST_NAME:] or "file"


def _page(
    path: Path, tables: list[LeftTable], whole: list[str], torn: list[str], around: Surroundings
) -> str:
    """A page for any browser: what is here, and what is not."""

    def say(key: str, **values: str) -> str:
        return escape(around.phrases.say(f"salvage.{key}", **values))

    lines = [f"<h1>{say('title', name=path.name)}</h1>", f"<p>{say('about')}</p>"]
    lines.append(f"<table><tr><th>{say('list')}</th><th>{say('saved')}</th>")
    lines.append(f"<th>{say('lost')}</th></tr>")
    for table in tables:
        name = escape(f"{table.name}.csv")
        link = f'<a href="{name}">{name}</a>' if table.saved else name
        lost = "<br>".join(_gap(gap, say) for gap in table.gaps) or say("nothing_lost")
        lines.append(f"<tr><td>{link}</td><td>{table.saved}</td><td>{lost}</td></tr>")
    lines.append("</table>")
    for title, names in (("files_saved", whole), ("files_lost", torn)):
        if names:
            shown = "".join(f"<li>{escape(name)}</li>" for name in names)
            lines.append(f"<h2>{say(title)}</h2><ul>{shown}</ul>")
    body = "\n".join(lines)
    return (
        '<!doctype html>\n<html lang="en"><head><meta charset="utf-8">'
        f"<title>{say('title', name=path.name)}</title></head>\n<body>\n{body}\n</body></html>\n"
    )


class _Says(Protocol):
    def __call__(self, key: str, **values: str) -> str: ...


def _gap(gap: Gap, say: _Says) -> str:
    if gap.after is None and gap.before is None:
        return say("gap_all")
    if gap.after is None:
        return say("gap_start", before=str(gap.before))
    if gap.before is None:
        return say("gap_end", after=str(gap.after))
    return say("gap", after=str(gap.after), before=str(gap.before))
