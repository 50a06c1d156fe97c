# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""CSV and XLSX: equal contents, numbers as numbers, and no cell that a spreadsheet reckons with."""

import csv
import re
from decimal import Decimal
from io import BytesIO, StringIO
from zipfile import ZipFile

import pytest
from hypothesis import given
from hypothesis import strategies as st

from servicedesk.content.lists_in import decoded
from servicedesk.documents.tables_out import csv_bytes, csv_pieces, guarded
from servicedesk.documents.workbooks_out import SheetOut, workbook_bytes
from tests.papers.shops import HOSTILE

HEAD = ("What", "Number", "Of")
ROWS = (
    ("Promises kept", Decimal("92.3"), 52),
    ("Łąchowski, Đặng “Ζωή”\nsecond line", -7, None),
    ('=HYPERLINK("http://bad.example")', Decimal("0.50"), 0),
    ("@cmd", None, 1_234_567),
    (HOSTILE, Decimal(10) ** 20, 3),
)
SUMS = ("=1+1", "+1+1", "-1+1", "@SUM(A1)", "\t=1", "\r=1", " =1", "=cmd|' /C calc'!A0", "+", "-x")


def read(data):
    return list(csv.reader(StringIO(data.decode("utf-8-sig"), newline="")))


def cells(data, sheet=1):
    """What stands in a sheet: place -> (type, value), and its whole XML."""
    with ZipFile(BytesIO(data)) as book:
        page = book.read(f"xl/worksheets/sheet{sheet}.xml").decode()
        has_words = "xl/sharedStrings.xml" in book.namelist()
        shared = book.read("xl/sharedStrings.xml").decode() if has_words else ""
    strings = [
        "".join(re.findall(r"<t[^>]*>(.*?)</t>", one, re.DOTALL))
        for one in re.findall(r"<si>(.*?)</si>", shared, re.DOTALL)
    ]
    found = {}
    for place, more, value in re.findall(r'<c r="([A-Z]+\d+)"([^>]*)><v>(.*?)</v></c>', page):
        found[place] = strings[int(value)] if 't="s"' in more else float(value)
    return found, page


def test_a_csv_has_its_mark_commas_and_line_ends():
    data = csv_bytes(HEAD, ROWS)
    assert data.startswith(b"\xef\xbb\xbfWhat,Number,Of\r\n")
    rows = read(data)
    assert rows[1] == ["Promises kept", "92.3", "52"]
    assert rows[2] == ["Łąchowski, Đặng “Ζωή”\nsecond line", "-7", ""]
    assert rows[3][1:] == ["0.50", "0"]
    assert rows[5][1] == "1" + "0" * 20


@pytest.mark.parametrize("text", SUMS)
def test_what_could_be_a_sum_gets_an_apostrophe(text):
    assert guarded(text) == "'" + text
    assert read(csv_bytes((text,), ((text,),))) == [["'" + text], ["'" + text]]


@pytest.mark.parametrize("text", ["", "a=b", "+50", "-12.5 %", "Mr @ home", "50 %", "5-6"])
def test_words_and_signed_numbers_stay_as_they_are(text):
    assert guarded(text) == text


def test_controls_and_half_letters_do_no_harm():
    rows = read(csv_bytes(("a",), (("x\x00\x1by\ud800",),)))
    assert rows == [["a"], ["xy?"]]


def test_our_own_import_reads_it_back():
    text = decoded(csv_bytes(HEAD, ROWS), "report.csv").text
    assert text.startswith("What,Number,Of")
    assert "Łąchowski" in text


def test_a_workbook_has_numbers_as_numbers_and_texts_as_texts():
    data = workbook_bytes((SheetOut(name="Figures", head=HEAD, rows=ROWS),), "How we do", "Jo")
    found, page = cells(data)
    assert found["A1"] == "What"
    assert (found["B2"], found["C2"]) == (92.3, 52.0)
    assert (found["B3"], found["B4"]) == (-7.0, 0.5)
    assert "C3" not in found
    assert found["A4"].startswith("=HYPERLINK")
    assert found["A5"] == "@cmd"
    assert found["B6"] == "1" + "0" * 20
    assert "<f>" not in page
    assert "<hyperlink" not in page
    assert 'state="frozen"' in page


def test_equal_tables_have_equal_bytes():
    sheet = SheetOut(name="Figures", head=HEAD, rows=ROWS)
    one, other = (workbook_bytes((sheet,), "x", "y") for _ in range(2))
    assert one == other


def test_columns_are_as_wide_as_their_words_and_no_wider_than_can_be_read():
    rows = (("x" * 300, 1), ("short", 2))
    _, page = cells(workbook_bytes((SheetOut(name="a", head=("A", "B"), rows=rows),), "x", "y"))
    widths = [float(one) for one in re.findall(r'width="([\d.]+)"', page)]
    assert 55 < widths[0] < 65
    assert widths[1] < 12


def test_names_of_sheets_are_ones_that_the_format_takes():
    names = ("Satisfaction / elements: all?", "x" * 40, "x" * 40, "History", "'", "X" * 40)
    sheets = tuple(SheetOut(name=one, head=("a",), rows=()) for one in names)
    data = workbook_bytes(sheets, "t", "a")
    with ZipFile(BytesIO(data)) as book:
        tabs = re.findall(r'<sheet name="([^"]*)"', book.read("xl/workbook.xml").decode())
    assert len({one.casefold() for one in tabs}) == len(names)
    assert all(len(one) <= 31 for one in tabs)
    assert tabs[3] == "History 2"
    assert tabs[4] == "1"


def test_a_text_too_long_for_a_cell_ends_with_dots():
    rows = (("y" * 40_000,),)
    found, _ = cells(workbook_bytes((SheetOut(name="a", head=("A",), rows=rows),), "x", "y"))
    assert len(found["A2"]) == 32_767
    assert found["A2"].endswith("…")


def test_an_odd_number_is_no_reason_to_fail():
    rows = ((Decimal("1E+3"), Decimal("0.12345678901")), (True, Decimal("-0.0")))
    found, _ = cells(workbook_bytes((SheetOut(name="a", head=(), rows=rows),), "x", "y"))
    assert found["A2"] == 1000
    assert found["B2"] == pytest.approx(0.12345678901)


CELLS = st.one_of(
    st.none(), st.integers(), st.text(alphabet="=+-@'\", \t\r\n\x1e\x07a1é", max_size=5)
)


@given(st.lists(st.lists(CELLS, min_size=3, max_size=3), max_size=4))
def test_a_table_in_pieces_is_the_table_as_a_whole(rows):
    assert b"".join(csv_pieces(HEAD, rows)) == csv_bytes(HEAD, rows)


def test_many_lines_come_in_several_pieces_and_none_is_lost():
    rows = [(f"line {place}", place, "=1" if place == 700 else "") for place in range(1000)]
    pieces = list(csv_pieces(HEAD, rows))
    assert len(pieces) > 3
    assert b"".join(pieces) == csv_bytes(HEAD, rows)
