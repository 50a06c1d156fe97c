# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""A chart on its way to a page: the drawing and its table come from the same rows."""

from decimal import ROUND_HALF_UP, Decimal

from servicedesk.domain.blocks import Chart, Table
from servicedesk.domain.figures import ChartData, ChartKind
from servicedesk.domain.phrases import Phrases


def chart_block(data: ChartData, phrases: Phrases, *, titled: bool = True) -> Chart:
    """The block of a chart.

    Args:
        data: its rows and words.
        phrases: ``chart.so_far`` and ``chart.percent``.
        titled: False where a heading above says the title already.
    """
    shares = tuple(bar.share or Decimal(0) for bar in data.bars)
    is_pareto = data.kind is ChartKind.PARETO
    return Chart(
        kind=data.kind,
        title=data.title if titled else "",
        alt=data.sentence,
        head=(*data.head, phrases.say("chart.so_far")) if is_pareto else data.head,
        labels=tuple(bar.label for bar in data.bars),
        values=tuple(max(Decimal(0), bar.value) for bar in data.bars),
        shown=tuple(bar.shown for bar in data.bars),
        shares=shares if is_pareto else (),
        shares_shown=tuple(_percent(share, phrases) for share in shares) if is_pareto else (),
        most=data.most,
    )


def chart_table(chart: Chart) -> Table:
    """The numbers of a chart, a row for each value."""
    columns = [chart.labels, chart.shown]
    if chart.shares_shown:
        columns.append(chart.shares_shown)
    rows = tuple(zip(*columns, strict=True))
    return Table(caption=chart.title or chart.alt, head=chart.head, rows=rows)


def _percent(share: Decimal, phrases: Phrases) -> str:
    whole = share.quantize(Decimal(1), rounding=ROUND_HALF_UP)
    return phrases.say("chart.percent", number=str(whole))
