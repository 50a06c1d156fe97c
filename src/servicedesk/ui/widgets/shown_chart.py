# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""A chart as a page shows it, in words: what is drawn, and its numbers with their records."""

from dataclasses import dataclass

from servicedesk.domain.charts import chart_block
from servicedesk.domain.figures import ChartData, RecordsAt
from servicedesk.domain.figures_places import RECORDS_PART, RECORDS_ROOM, item_of
from servicedesk.domain.phrases import Phrases
from servicedesk.ui.core.rooms import Place


@dataclass(frozen=True, slots=True, kw_only=True)
class ShownBar:
    """One number of a chart.

    Args:
        label: what it is of.
        shown: the number in words.
        so_far: for bars with the share so far, that share in words; "" elsewhere.
        records: the place of its records; None where there are none to open.
    """

    label: str
    shown: str
    so_far: str = ""
    records: Place | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class ShownChart:
    """A chart with its numbers.

    Args:
        data: what is drawn.
        title: above it.
        sentence: what it shows, for those who cannot see it.
        head: of the table: what, how many, and for some the share so far.
        bars: its rows.
    """

    data: ChartData
    title: str
    sentence: str
    head: tuple[str, ...]
    bars: tuple[ShownBar, ...]


def place_of(records: RecordsAt | None) -> Place | None:
    """The place that lists records; None for none."""
    if records is None:
        return None
    return Place(room=RECORDS_ROOM, part=RECORDS_PART, item=item_of(records))


def shown_chart(chart: ChartData, phrases: Phrases) -> ShownChart:
    """A chart with its numbers.

    Args:
        chart: made of figures.
        phrases: words of charts.
    """
    block = chart_block(chart, phrases)
    shares = block.shares_shown or ("",) * len(chart.bars)
    bars = (
        ShownBar(label=bar.label, shown=bar.shown, so_far=so_far, records=place_of(bar.records))
        for bar, so_far in zip(chart.bars, shares, strict=True)
    )
    return ShownChart(
        data=chart,
        title=chart.title,
        sentence=chart.sentence,
        head=block.head,
        bars=tuple(bars),
    )
