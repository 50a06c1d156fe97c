# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""Workbooks of the other two kinds, ODS and XLS, are read as XLSX is, and refused as it is."""

import zipfile
from collections.abc import Callable
from io import BytesIO

import pytest

from servicedesk.app import worker
from servicedesk.content.lists_in import source_of
from servicedesk.content.workbooks_in import read_workbook
from servicedesk.domain.errors import Refusal
from servicedesk.domain.importing import Source
from tests.content.workbooks_made import Rows, ods, xls

ROWS = [["Name", "Phone"], ["Zoë Hill", "07700 900101"], ["安藤ロイド", ""]]
KINDS = [(ods, Source.ODS), (xls, Source.XLS)]
Make = Callable[[Rows], bytes]


@pytest.mark.parametrize(("make", "source"), KINDS)
def test_its_rows_come_out(make: Make, source: Source) -> None:
    data = make(ROWS)
    assert source_of(data, "x") is source
    for book in (read_workbook(data, "x"), worker.workbook(data, "x")):
        assert book.sheets == ("People",)
        assert [cells for _, cells in book.rows] == [
            ("Name", "Phone"),
            ("Zoë Hill", "07700 900101"),
            ("安藤ロイド",),
        ]


@pytest.mark.parametrize(("make", "source"), KINDS)
def test_one_that_is_cut_short_is_refused_in_words(make: Make, source: Source) -> None:
    data = make(ROWS)[: len(make(ROWS)) // 2]
    assert source_of(data, "x") is source
    with pytest.raises(Refusal, match="import_workbook_damaged"):
        worker.workbook(data, "x")


def test_one_without_rows_is_empty() -> None:
    with pytest.raises(Refusal, match="import_workbook_empty"):
        read_workbook(ods([]), "x")


def test_a_trap_that_says_it_is_a_workbook_is_refused_by_its_directory() -> None:
    made = BytesIO()
    with zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as archive:
        mimetype = b"application/vnd.oasis.opendocument.spreadsheet"
        archive.writestr("mimetype", mimetype, zipfile.ZIP_STORED)
        archive.writestr("content.xml", b"<a/>" * 20_000_000)
    assert source_of(made.getvalue(), "x") is Source.ODS
    with pytest.raises(Refusal, match="import_workbook_trap"):
        read_workbook(made.getvalue(), "x")
