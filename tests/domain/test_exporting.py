# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""Names of what is taken out: said plainly, safe on every system, never too long."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from servicedesk.domain.exchange_columns import ListKind
from servicedesk.domain.exporting import (
    ExportCounts,
    attached_name,
    folder_name,
    letter_stem,
    list_file,
    table_file,
)

FORBIDDEN = set('<>:"/\\|?*\n\r\t\0')


def test_a_letter_is_named_by_its_day_its_kind_and_its_customer() -> None:
    stem = letter_stem("2026-11-23", "L01", "Mrs Zoë Smith", "L-2026-0014")
    assert stem == "2026-11-23 L01 Mrs Zoë Smith L-2026-0014"
    assert letter_stem("2026-11-23", "L01", "", "L-1") == "2026-11-23 L01 L-1"


@given(st.text(max_size=300), st.text(max_size=300))
def test_no_name_leads_into_a_folder_or_is_too_long(customer: str, name: str) -> None:
    stem = letter_stem("2026-11-23", "L01", customer, "L-2026-0014")
    attached = "".join(attached_name("", "", name))
    for made in (f"{stem}.pdf", attached):
        assert not set(made) & FORBIDDEN
        assert made not in ("", ".", "..")
        assert len(made.encode()) <= 255
    assert stem.endswith("L-2026-0014")


@pytest.mark.parametrize(
    ("name", "parts"),
    [
        ("photo.JPG", ("2026-11-23 C-2026-0001 photo", ".JPG")),
        ("paper", ("2026-11-23 C-2026-0001 paper", "")),
    ],
)
def test_an_attached_file_keeps_its_ending(name: str, parts: tuple[str, str]) -> None:
    assert attached_name("2026-11-23", "C-2026-0001", name) == parts


def test_files_and_folders_have_plain_names() -> None:
    assert list_file(ListKind.CUSTOMERS) == "customers.csv"
    assert table_file("promise_moves") == "tables/promise_moves.csv"
    assert folder_name(date(2026, 11, 23)) == "servicedesk 2026-11-23"
    assert folder_name(date(2026, 11, 23), 3) == "servicedesk 2026-11-23 (3)"


def test_customers_are_written_twice_as_a_list_and_as_cards() -> None:
    lists = {ListKind.CUSTOMERS: 3, ListKind.PROMISES: 4}
    counts = ExportCounts(lists=lists, letters=1, files=2, tables=9, rows=20)
    assert counts.steps == 3 + 4 + 3 + 1 + 2 + 20
    assert ExportCounts().steps == 0
