# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""Tables of papers as spreadsheets: numbers add up, everything else stays letter for letter."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from servicedesk.domain.blocks import Bullets, Heading, Paragraph, Table
from servicedesk.domain.spreadsheets import Sheet, sheet_of, sheets_of, tables_of


def column(*cells: str, head: str = "H") -> tuple[str, list[object]]:
    sheet = sheet_of("S", (head,), [(one,) for one in cells])
    return sheet.head[0], [row[0] for row in sheet.rows]


@pytest.mark.parametrize(
    ("cells", "head", "typed"),
    [
        (("1", "1,204", "", "\u22123"), "H", [1, 1204, None, -3]),
        (("0.5", "12"), "H", [Decimal("0.5"), 12]),
        (("£12.50", "-£1,000.00"), "H (£)", [Decimal("12.50"), Decimal("-1000.00")]),
        (("£12.50", "3"), "H", ["£12.50", "3"]),
        (("3", "£12.50"), "H", ["3", "£12.50"]),
        (("07700900123", "1"), "H", ["07700900123", "1"]),
        (("447700900123",), "H", ["447700900123"]),
        (("1", "K-0002"), "H", ["1", "K-0002"]),
        (("", ""), "H", [None, None]),
    ],
)
def test_a_column_is_of_numbers_only_where_every_cell_is(cells, head, typed) -> None:
    assert column(*cells) == (head, typed)


def test_a_head_that_says_pounds_says_it_once_and_a_table_may_have_no_head() -> None:
    assert column("£1", head="Worth, £")[0] == "Worth, £"
    assert sheet_of("S", (), [("£1", "a")]) == Sheet(name="S", head=(), rows=((1, "a"),))
    assert sheet_of("S", ("A", "B"), [("1",)]).rows == ((1,),)
    assert sheet_of("S", (), []).rows == ()


@given(st.lists(st.integers(-999_999_999, 999_999_999), min_size=1))
def test_the_sum_of_a_column_is_the_sum_of_what_was_printed(numbers: list[int]) -> None:
    _, typed = column(*(f"{one:,}" for one in numbers))
    assert sum(typed) == sum(numbers)


def test_lists_under_headings_are_one_sheet_and_each_table_is_one() -> None:
    blocks = [
        Heading(text="Today", level=1),
        Paragraph(text="Said."),
        Heading(text="Late"),
        Bullets(items=("ring Ann", "ring Bob")),
        Table(caption="", head=("A",), rows=(("x",),)),
        Table(caption="Second", head=("B",), rows=(("2",),)),
    ]
    assert sheets_of("Today", blocks) == (
        Sheet(name="Today", head=("", "Today"), rows=(("Late", "ring Ann"), ("Late", "ring Bob"))),
        Sheet(name="Today", head=("A",), rows=(("x",),)),
        Sheet(name="Second", head=("B",), rows=((2,),)),
    )
    assert tables_of("Today", blocks) == sheets_of("Today", blocks)[1:]
    assert sheets_of("Nothing", [Paragraph(text="Said.")]) == ()
