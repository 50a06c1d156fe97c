# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""Workbooks: what is read of them, and what is refused before anything is unpacked."""

import io
import json
import zipfile
from datetime import date, datetime, time, timedelta
from pathlib import Path

import pytest
import xlsxwriter

from servicedesk.content import workbooks_in
from servicedesk.content.workbooks_in import cell_text, check_archive, read_workbook
from servicedesk.domain.errors import Refusal

EMPTY = {"calamine__empty_sheet.xlsx", "calamine__errors.xlsx"}


def workbook(sheets: dict[str, list[list[object]]]) -> bytes:
    target = io.BytesIO()
    with xlsxwriter.Workbook(target, {"in_memory": True}) as book:
        for name, rows in sheets.items():
            sheet = book.add_worksheet(name)
            for number, row in enumerate(rows):
                sheet.write_row(number, 0, row)
    return target.getvalue()


def archive(**members: bytes) -> bytes:
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as made:
        for name, data in members.items():
            made.writestr(name.replace("__", "/").replace("_dot_", "."), data)
    return target.getvalue()


def code(data: bytes) -> str:
    with pytest.raises(Refusal) as refused:
        read_workbook(data, "x.xlsx")
    assert (refused.value.field, refused.value.params["name"]) == ("file", "x.xlsx")
    return refused.value.code


def test_every_sample_is_read_or_refused_in_words(samples: Path) -> None:
    expected = json.loads((samples / "xlsx" / "expected.json").read_text("utf-8"))
    for name, known in expected.items():
        data = (samples / "xlsx" / name).read_bytes()
        if name.startswith("bad__") or name in EMPTY:
            with pytest.raises(Refusal):
                read_workbook(data, name)
            continue
        book = read_workbook(data, name)
        assert book.sheet == known["sheets"][0]["name"]
        cells = sum(bool(cell.strip()) for _, row in book.rows for cell in row)
        seen = sum(
            bool(str(cell).strip(" \t\n"))
            for row in known["sheets"][0]["first_rows"]
            for cell in row
            if cell is not None and not str(cell).startswith("\\")
        )
        assert cells >= min(seen, 1), name


def test_the_customers_of_the_clean_sample_are_read_whole(samples: Path) -> None:
    data = (samples / "xlsx" / "made__contacts_clean.xlsx").read_bytes()
    book = read_workbook(data, "made.xlsx")
    assert (book.sheets, book.sheet) == (("Customers",), "Customers")
    assert [number for number, _ in book.rows] == [1, 2, 3, 5, 6]
    assert book.rows[1][1][:4] == (
        "Siobhán O'Neill",
        "7700900123",
        "siobhan@example.com",
        "2019-02-28",
    )


def test_a_sheet_can_be_chosen_and_empty_ones_are_passed_over() -> None:
    data = workbook({"none": [], "one": [["", ""], ["a"]], "two": [["b"]]})
    assert read_workbook(data, "x.xlsx").sheet == "one"
    found = read_workbook(data, "x.xlsx", "two")
    assert (found.sheets, found.sheet, found.rows) == (("one", "two"), "two", ((1, ("b",)),))
    assert read_workbook(data, "x.xlsx", "gone").sheet == "one"
    assert code(workbook({"none": []})) == "import_workbook_empty"


def test_rows_keep_the_numbers_they_have_in_the_sheet() -> None:
    data = workbook({"one": [[], [], ["", "a", 2.0, 2.5, True]]})
    assert read_workbook(data, "x.xlsx").rows == ((3, ("", "a", "2", "2.5", "1")),)


@pytest.mark.parametrize(
    ("cell", "text"),
    [
        (None, ""),
        (False, "0"),
        (7, "7"),
        (7700900123.0, "7700900123"),
        (1.5, "1.5"),
        (date(2020, 2, 29), "2020-02-29"),
        (datetime.fromisoformat("2020-02-29T09:30:00"), "2020-02-29"),
        (time(9, 30), "09:30:00"),
        (timedelta(days=1), "1 day, 0:00:00"),
        ("Ann", "Ann"),
    ],
)
def test_cells_become_text(cell: object, text: str) -> None:
    assert cell_text(cell) == text


def test_a_workbook_too_large_for_its_purpose_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    data = workbook({"one": [["a", "b"], ["c"]]})
    monkeypatch.setattr(workbooks_in, "COLUMNS_MOST", 1)
    assert code(data) == "import_too_many_columns"
    monkeypatch.setattr(workbooks_in, "ROWS_MOST", 1)
    assert code(data) == "import_too_many_rows"


def test_a_trap_is_refused_by_its_directory() -> None:
    assert code(archive(xl__a_dot_xml=bytes(3 << 20))) == "import_workbook_trap"
    assert code(archive(xl__a_dot_xml=b"x", inner_dot_zip=b"PK")) == "import_workbook_trap"
    many = {f"xl__m{number}": b"" for number in range(201)}
    assert code(archive(**many)) == "import_workbook_trap"
    entity = b'<?xml version="1.0"?><!DOCTYPE x [<!ENTITY a "b">]><x/>'
    assert code(archive(xl__a_dot_xml=entity)) == "import_workbook_trap"
    huge = {f"xl__m{number}": bytes(range(256)) * 4096 * 9 for number in range(6)}
    assert code(archive(**huge)) == "import_workbook_trap"


def test_an_archive_of_something_else_is_no_list() -> None:
    assert code(archive(word__document_dot_xml=b"<x/>")) == "import_not_a_list"


def test_damage_is_said() -> None:
    whole = workbook({"one": [["a"]]})
    assert code(b"PK\x03\x04") == code(whole[: len(whole) // 2]) == "import_workbook_damaged"
    assert code(archive(xl__a_dot_xml=b"<x/>")) == "import_workbook_damaged"
    torn = bytearray(whole)
    torn[60:90] = bytes(30)
    with pytest.raises(Refusal):
        check_archive(bytes(torn), "x.xlsx")
