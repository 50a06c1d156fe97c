# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""A chart and its table say the same, row by row."""

from decimal import Decimal

from servicedesk.domain.charts import chart_block, chart_table
from servicedesk.domain.figures import Bar, ChartData, ChartKind
from tests.papers.charters import real_words


def data(kind=ChartKind.BARS):
    return ChartData(
        code="causes",
        kind=kind,
        title="Why it went wrong",
        sentence="Most complaints came from late deliveries: 7 of 9.",
        head=("What", "How many"),
        bars=(
            Bar(label="Late", value=Decimal(7), shown="7", share=Decimal("77.78")),
            Bar(label="Wrong size", value=Decimal(-2), shown="2", share=None),
        ),
    )


def test_a_plain_chart_has_two_columns_and_no_value_below_nought():
    block = chart_block(data(), real_words())
    assert block.values == (Decimal(7), Decimal(0))
    assert (block.shares, block.shares_shown) == ((), ())
    table = chart_table(block)
    assert table.head == ("What", "How many")
    assert table.rows == (("Late", "7"), ("Wrong size", "2"))
    assert table.caption == "Why it went wrong"


def test_a_pareto_chart_says_the_share_so_far():
    block = chart_block(data(ChartKind.PARETO), real_words())
    table = chart_table(block)
    assert table.head == ("What", "How many", "Together so far")
    assert table.rows == (("Late", "7", "78 %"), ("Wrong size", "2", "0 %"))


def test_a_chart_under_its_own_heading_has_no_title_and_its_sentence_names_the_table():
    block = chart_block(data(), real_words(), titled=False)
    assert block.title == ""
    assert chart_table(block).caption == block.alt
