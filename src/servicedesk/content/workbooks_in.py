# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""Reads a sheet of a workbook (XLSX, ODS, XLS), only ever in a child with little memory and time.

The directory of the archive is looked at first: a workbook that would unpack to more than any
list of customers needs is refused before anything of it is unpacked.
"""

import zipfile
import zlib
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from io import BytesIO
from typing import TYPE_CHECKING

from servicedesk.domain.errors import Refusal
from servicedesk.domain.importing import COLUMNS_MOST, ROWS_MOST

if TYPE_CHECKING:
    from python_calamine import CalamineSheet

_UNPACKED_MOST = 50 * 1024 * 1024
"""Bytes of all members together."""

_RATIO_MOST = 100
_SMALL = 1024 * 1024
"""Bytes below which a member may be squeezed as much as it likes."""

_MEMBERS_MOST = 200
_ARCHIVES = (".zip", ".xlsx", ".xlsm", ".jar", ".7z", ".rar", ".gz")
_DAMAGES = (zipfile.BadZipFile, OSError, EOFError, ValueError, RuntimeError, zlib.error)
"""What rubbish in an archive comes out as; a password, or a way of packing nobody knows, too."""

_OLD_WORKBOOK = b"\xd0\xcf\x11\xe0"
"""How workbooks of before 2007 begin; they are no archives, and unpack to no more than they are."""

_BEGINNING = 4096
_TRAPS = (b"<!DOCTYPE", b"<!ENTITY", b"<!\x00D\x00O\x00C")


Row = tuple[int, tuple[str, ...]]
"""A row's number from 1, and its cells as text."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Workbook:
    """One sheet of a workbook.

    Args:
        sheets: names of the sheets that can be seen and are not empty.
        sheet: which of them was read.
        rows: those that hold anything.
    """

    sheets: tuple[str, ...]
    sheet: str
    rows: tuple[Row, ...]


def check_archive(data: bytes, name: str) -> None:
    """Refuse what no list of customers is, by the directory of the archive alone.

    Args:
        data: of the file.
        name: for the sentence.

    Raises:
        Refusal: ``import_workbook_damaged``, ``import_workbook_trap`` or ``import_not_a_list``.
    """
    try:
        with zipfile.ZipFile(BytesIO(data)) as archive:
            members = archive.infolist()
            _check_members(members, name)
            if not any(_is_of_sheets(member.filename) for member in members):
                raise Refusal("import_not_a_list", "file", name=name)
            for member in members:
                if member.filename.endswith((".xml", ".rels")):
                    with archive.open(member) as opened:
                        begun = opened.read(_BEGINNING)
                    if any(trap in begun for trap in _TRAPS):
                        raise Refusal("import_workbook_trap", "file", name=name)
    except Refusal:
        raise
    except _DAMAGES as error:
        raise Refusal("import_workbook_damaged", "file", name=name) from error


def _is_of_sheets(member: str) -> bool:
    """Whether a member is of a workbook, and not of some other sort of archive."""
    return member.startswith("xl/") or member == "content.xml"


def _check_members(members: Sequence[zipfile.ZipInfo], name: str) -> None:
    too_many = len(members) > _MEMBERS_MOST
    too_big = sum(member.file_size for member in members) > _UNPACKED_MOST
    too_tight = any(
        member.file_size > _SMALL and member.file_size > _RATIO_MOST * max(1, member.compress_size)
        for member in members
    )
    is_nested = any(member.filename.lower().endswith(_ARCHIVES) for member in members)
    if too_many or too_big or too_tight or is_nested:
        raise Refusal("import_workbook_trap", "file", name=name)


def read_workbook(data: bytes, name: str, wanted: str | None = None) -> Workbook:
    """Read one sheet.

    Args:
        data: of the file.
        name: for the sentence in case of a refusal.
        wanted: name of a sheet; None for the first that can be seen and holds anything.

    Raises:
        Refusal: as ``check_archive``; ``import_workbook_empty``; ``import_too_many_rows`` or
            ``import_too_many_columns``.
    """
    if not data.startswith(_OLD_WORKBOOK):
        check_archive(data, name)
    from python_calamine import CalamineError, SheetTypeEnum, SheetVisibleEnum, load_workbook

    try:
        book = load_workbook(BytesIO(data))
        held = {
            sheet.name: book.get_sheet_by_name(sheet.name)
            for sheet in book.sheets_metadata
            if sheet.visible is SheetVisibleEnum.Visible and sheet.typ is SheetTypeEnum.WorkSheet
        }
        held = {title: sheet for title, sheet in held.items() if sheet.end is not None}
        for title in [wanted] if wanted in held else list(held):
            rows = _rows(held[title], name)
            if rows:
                return Workbook(sheets=tuple(held), sheet=title, rows=rows)
    except (CalamineError, OSError, ValueError, KeyError) as error:
        raise Refusal("import_workbook_damaged", "file", name=name) from error
    raise Refusal("import_workbook_empty", "file", name=name)


def _rows(sheet: "CalamineSheet", name: str) -> tuple[Row, ...]:
    bottom, right = sheet.end or (0, 0)
    if bottom >= ROWS_MOST:
        raise Refusal("import_too_many_rows", "file", name=name, most=f"{ROWS_MOST:,}")
    if right >= COLUMNS_MOST:
        raise Refusal("import_too_many_columns", "file", name=name, most=COLUMNS_MOST)
    found: list[Row] = []
    for number, row in enumerate(sheet.to_python(skip_empty_area=False), start=1):
        cells = [cell_text(cell) for cell in row]
        while cells and not cells[-1].strip():
            del cells[-1]
        if cells:
            found.append((number, tuple(cells)))
    return tuple(found)


def cell_text(cell: object) -> str:
    """A cell as text: whole numbers without a point, days as YYYY-MM-DD, moments by their day.

    Args:
        cell: as the reader of workbooks gives it.
    """
    if cell is None:
        return ""
    if isinstance(cell, bool):
        return "1" if cell else "0"
    if isinstance(cell, float) and cell.is_integer():
        return str(int(cell))
    if isinstance(cell, datetime):
        return cell.date().isoformat()
    if isinstance(cell, date | time):
        return cell.isoformat()
    if isinstance(cell, timedelta):
        return str(cell)
    return str(cell)
