# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""Days in lists: the order of day and month is settled once for a column, or asked."""

from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from servicedesk.domain.errors import Refusal
from servicedesk.domain.importing import DayOrder
from servicedesk.domain.importing_days import ColumnDays, column_days, read_cell

TODAY = date(2026, 11, 22)
DAY, MONTH = DayOrder.DAY_FIRST, DayOrder.MONTH_FIRST


def read(cell: str, order: DayOrder | None = None) -> date | None:
    return read_cell(cell, order, TODAY, "Since")


def refused(cell: str, order: DayOrder | None = None) -> str:
    with pytest.raises(Refusal) as caught:
        read(cell, order)
    assert caught.value.params == {"found": cell.strip()[:40], "heading": "Since"}
    return caught.value.code


@pytest.mark.parametrize(
    ("cells", "order"),
    [
        (["03/04/2019", "25/12/2020"], DAY),
        (["03/04/2019", "12/25/2020"], MONTH),
        (["2019-04-03", "3 Dec 2020", ""], None),
        (["04/04/2019", "45/45/2019"], None),
    ],
)
def test_demand_8_one_clear_cell_settles_the_column(
    cells: list[str], order: DayOrder | None
) -> None:
    found = column_days(cells)
    assert (found.order, found.must_ask) == (order, False)


def test_demand_8_a_column_that_does_not_tell_is_asked_about() -> None:
    cells = ["03/04/2019", " 05/06/2020", "01.02.21", "07/08/2020"]
    assert column_days(cells) == ColumnDays(
        order=None, must_ask=True, examples=("03/04/2019", "05/06/2020", "01.02.21")
    )


def test_demand_8_a_column_that_contradicts_itself_is_asked_about() -> None:
    assert column_days(["25/12/2020", "12/25/2020", "01/02/2020"]) == ColumnDays(
        order=None, must_ask=True, examples=("25/12/2020", "12/25/2020")
    )


@pytest.mark.parametrize(
    ("cell", "order", "day"),
    [
        ("2019-04-03", None, date(2019, 4, 3)),
        ("2019/4/3", None, date(2019, 4, 3)),
        ("2020-02-29 09:30:00", None, date(2020, 2, 29)),
        ("20190403", None, date(2019, 4, 3)),
        ("03/04/2019", DAY, date(2019, 4, 3)),
        ("03/04/2019", MONTH, date(2019, 3, 4)),
        ("04/04/2019", None, date(2019, 4, 4)),
        ("3.4.26", DAY, date(2026, 4, 3)),
        ("3.4.99", DAY, date(1999, 4, 3)),
        ("03/04/2019 10:15", DAY, date(2019, 4, 3)),
        ("3rd December 2020", None, date(2020, 12, 3)),
        ("Thu, 3 Dec 2020", None, date(2020, 12, 3)),
        ("3-Sept-20", None, date(2020, 9, 3)),
        ("Dec 3, 2020", None, date(2020, 12, 3)),
    ],
)
def test_a_day_is_read_in_the_order_of_its_column(
    cell: str, order: DayOrder | None, day: date
) -> None:
    assert read(cell, order) == day


def test_an_empty_cell_is_no_day() -> None:
    assert read("  ") is None


@pytest.mark.parametrize(
    ("cell", "order"),
    [
        ("31/02/2020", DAY),
        ("soon", None),
        ("3 Smarch 2020", None),
        ("2020-13-01", None),
        ("40/40/20", DAY),
        ("x" * 60, None),
    ],
)
def test_what_is_no_day_is_said(cell: str, order: DayOrder | None) -> None:
    assert refused(cell, order) == "import_day_not_read"


@pytest.mark.parametrize(
    ("cell", "order"), [("12/25/2020", DAY), ("25/12/20", MONTH), ("03/04/2020", None)]
)
def test_demand_8_no_cell_is_turned_round_by_itself(cell: str, order: DayOrder | None) -> None:
    assert refused(cell, order) == "import_day_other_order"


@settings(max_examples=60)
@given(st.dates(date(1930, 1, 1), date(2026, 11, 22)), st.sampled_from(DayOrder))
def test_demand_8_a_day_comes_back_as_it_was_written(day: date, order: DayOrder) -> None:
    pattern = "%d/%m/%Y" if order is DAY else "%m/%d/%Y"
    assert read(day.strftime(pattern), order) == day
