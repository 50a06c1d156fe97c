# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""Reads lists of plain text: which letters they are written in, what parts their cells, their rows.

Letters are told by the mark at the beginning, else by trying UTF-8, whose rules nothing else keeps
by chance. What is left was written by an old Windows program, and the person is shown it first.
"""

import codecs
import csv
import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass

from servicedesk.domain.errors import Refusal
from servicedesk.domain.importing import (
    BYTES_MOST,
    COLUMNS_MOST,
    ROWS_MOST,
    SIGNS,
    Letters,
    Line,
    Refused,
    Separator,
    Source,
)

_CELL_MOST = 131_072
"""Characters of one cell: a quotation mark that is never closed would swallow a whole file."""

_PROBED = 200
"""Lines by which the separator is told."""

_OPEN_MOST = 20
"""Quotation marks left open that are worth reading on after."""

_MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig", Letters.UTF_8),
    (codecs.BOM_UTF16_LE, "utf-16", Letters.UTF_16),
    (codecs.BOM_UTF16_BE, "utf-16", Letters.UTF_16),
)
_CARD = re.compile(
    rb"\A[\s\x00\xef\xbb\xbf\xff\xfe]*" + rb"\x00?".join(rb"%c" % sign for sign in b"BEGIN:VCARD"),
    re.IGNORECASE,
)
_FOREIGN = (b"%PDF", b"\x89PNG", b"\xff\xd8\xff", b"GIF8", b"Rar!", b"\x1f\x8b", b"SQLite format")
_OLD_WORKBOOK = b"\xd0\xcf\x11\xe0"
_ZIP = b"PK"
_OPEN_DOCUMENT = b"mimetypeapplication/vnd.oasis.opendocument.spreadsheet"
_BEGINNING = 200
_HINT = re.compile(r"\Asep=([,;\t|])\r?\n", re.IGNORECASE)
_LINE = re.compile(r"[^\r\n]*(?:\r\n|\r|\n)|[^\r\n]+")
_CONTROLS_MOST = 0.05
"""Share of control signs above which a file is no text."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Decoded:
    """The text of a file.

    Args:
        text: all of it, without a mark at its beginning.
        letters: that it was read with.
        is_sure: the file itself tells so; else another choice may fit better.
        strange: signs that these letters do not know.
    """

    text: str
    letters: Letters
    is_sure: bool
    strange: int


def source_of(data: bytes, name: str) -> Source:
    """What sort of file it is, by what it holds and not by its name.

    Args:
        data: all of it.
        name: for the sentence in case of a refusal.

    Raises:
        Refusal: ``import_empty``, ``import_too_big`` or ``import_not_a_list``.
    """
    if not data.strip(b"\x00 \r\n\t\xef\xbb\xbf\xff\xfe"):
        raise Refusal("import_empty", "file", name=name)
    if len(data) > BYTES_MOST:
        raise Refusal("import_too_big", "file", name=name, most=BYTES_MOST // 1024**2)
    if data.startswith(_OLD_WORKBOOK):
        return Source.XLS
    if data.startswith(_FOREIGN):
        raise Refusal("import_not_a_list", "file", name=name)
    if data.startswith(_ZIP):
        return Source.ODS if _OPEN_DOCUMENT in data[:_BEGINNING] else Source.XLSX
    if _CARD.match(data):
        return Source.VCARD
    return Source.CSV


def decoded(data: bytes, name: str, wanted: Letters | None = None) -> Decoded:
    """The text of a file of plain text.

    Args:
        data: all of it.
        name: for the sentence in case of a refusal.
        wanted: letters that the person chose, or None.

    Raises:
        Refusal: ``import_not_a_list`` when it is no text at all.
    """
    found = _by_choice(data, wanted) if wanted is not None else _by_itself(data)
    controls = sum(found.text.count(chr(code)) for code in (*range(9), *range(14, 32)))
    if controls > _CONTROLS_MOST * len(found.text) + 2:
        raise Refusal("import_not_a_list", "file", name=name)
    return found


def _by_itself(data: bytes) -> Decoded:
    for mark, codec, letters in _MARKS:
        if data.startswith(mark):
            return _read_as(data, codec, letters, is_sure=True)
    wide = _wide_without_mark(data)
    if wide is not None:
        return _read_as(data, wide, Letters.UTF_16, is_sure=False)
    try:
        text = data.decode("utf-8")
    except UnicodeDecodeError:
        return _read_as(data, Letters.WESTERN.value, Letters.WESTERN, is_sure=False)
    return Decoded(text=text, letters=Letters.UTF_8, is_sure=True, strange=0)


def _by_choice(data: bytes, wanted: Letters) -> Decoded:
    for mark, codec, letters in _MARKS:
        if letters is wanted and data.startswith(mark):
            return _read_as(data, codec, letters, is_sure=True)
    codec = "utf-16-le" if wanted is Letters.UTF_16 else wanted.value
    return _read_as(data, codec, wanted, is_sure=True)


def _read_as(data: bytes, codec: str, letters: Letters, *, is_sure: bool) -> Decoded:
    text = data.decode(codec, "replace")
    return Decoded(text=text, letters=letters, is_sure=is_sure, strange=text.count("\ufffd"))


def _wide_without_mark(data: bytes) -> str | None:
    """Two bytes to a letter without the mark that says so: every other byte is empty."""
    begun = data[:2000]
    half = max(1, len(begun) // 2)
    if begun[1::2].count(0) > 0.6 * half:
        return "utf-16-le"
    if begun[::2].count(0) > 0.6 * half:
        return "utf-16-be"
    return None


def separator_of(text: str) -> Separator:
    """What stands between two cells: that by which most lines come out equally wide.

    Args:
        text: of the file.
    """
    hint = _HINT.match(text)
    if hint:
        return next(one for one, sign in SIGNS.items() if sign == hint[1])
    begun = [line for _, line in zip(range(_PROBED), _lines(text), strict=False)]
    best, found = 0.0, Separator.COMMA
    for separator, sign in SIGNS.items():
        if not any(sign in line for line in begun):
            continue
        widths = Counter(_widths(begun, sign))
        if not widths:  # nothing but separators, or cells too long for any list
            found = found if best else separator
            continue
        width, count = widths.most_common(1)[0]
        score = count / sum(widths.values()) * (width - 1) ** 0.5
        if score > best:
            best, found = score, separator
    return found


def _widths(lines: list[str], sign: str) -> Iterator[int]:
    """How many cells each row has that holds anything; one that cannot be read is passed over."""
    reader = csv.reader(lines, delimiter=sign)
    while True:
        try:
            row = next(reader)
        except csv.Error:
            continue  # the reader goes on with the next line
        except StopIteration:
            return
        if any(row):
            yield len(row)


def rows_of(text: str, separator: Separator, name: str) -> tuple[list[Line], list[Refused]]:
    """The rows of a list, and the lines that could not be read.

    A quotation mark that is opened and never closed costs its own line only.

    Args:
        text: of the file.
        separator: between cells.
        name: for the sentence in case of a refusal.

    Returns:
        Rows that hold anything, and refused lines (``import_quote_open``,
        ``import_cell_too_long``).

    Raises:
        Refusal: ``import_too_many_rows``, ``import_too_many_columns`` or ``import_not_a_list``.
    """
    lines = list(_lines(_HINT.sub("", text, count=1)))
    rows: list[Line] = []
    refused: list[Refused] = []
    start = 1 if _HINT.match(text) else 0
    place = 0
    usual = csv.field_size_limit(_CELL_MOST)  # one for the whole program
    try:
        while place < len(lines):
            broken = _read_on(lines, place, start, SIGNS[separator], rows)
            if len(rows) > ROWS_MOST:
                raise Refusal("import_too_many_rows", "file", name=name, most=f"{ROWS_MOST:,}")
            if broken is None:
                break
            if len(refused) == _OPEN_MOST:
                raise Refusal("import_not_a_list", "file", name=name)
            refused.append(_unread(lines[broken], broken + start + 1))
            place = broken + 1
    finally:
        csv.field_size_limit(usual)
    if any(len(row.cells) > COLUMNS_MOST for row in rows):
        raise Refusal("import_too_many_columns", "file", name=name, most=COLUMNS_MOST)
    return rows, refused


def _unread(line: str, number: int) -> Refused:
    """Why a line could not be read; one that is itself too long is not about its marks."""
    if len(line) > _CELL_MOST:
        most = f"{_CELL_MOST:,}"
        return Refused(
            line=number, code="import_cell_too_long", params={"most": most}, shown=line[:60]
        )
    return Refused(line=number, code="import_quote_open", shown=line[:60])


def _read_on(lines: list[str], place: int, start: int, sign: str, rows: list[Line]) -> int | None:
    """Read rows from a line on; the place of the line with an open quotation mark, or None."""
    reader = csv.reader(lines[place:], delimiter=sign)
    begun, cells = place, [""]
    try:
        while len(rows) <= ROWS_MOST:
            cells = next(reader)
            if any(cell.strip() for cell in cells):
                rows.append(Line(number=begun + start + 1, cells=tuple(cells)))
            last, begun = begun, place + reader.line_num
    except csv.Error:
        return begun
    except StopIteration:
        pass
    if begun >= len(lines) and rows and _is_open(lines[last:], sign):
        rows.pop()
        return last
    return None


def _is_open(lines: list[str], sign: str) -> bool:
    """Whether the last row ends inside a quotation mark; a single line does not lose others."""
    try:
        for _ in csv.reader(lines, delimiter=sign, strict=True):
            pass
    except csv.Error as error:
        return "unexpected end" in str(error)
    return False


def _lines(text: str) -> Iterator[str]:
    """The lines of a text with their ends, as files part them and not as Unicode does."""
    return (found[0] for found in _LINE.finditer(text))
