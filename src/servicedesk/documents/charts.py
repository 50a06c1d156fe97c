# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""Charts as drawings: bars, columns, and bars with the share so far (Pareto).

Every axis begins at nought. Each value stands in words at its bar, so that no grid is needed; the
colours are those of Okabe and Ito, which people with any colour sight tell apart.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal
from math import ceil
from typing import Final

from reportlab.graphics.shapes import Circle, Drawing, Line, PolyLine, Rect, String

from servicedesk.documents import palette
from servicedesk.documents.fonts import BOLD, CAP_HEIGHT, SANS
from servicedesk.documents.sheets import colour
from servicedesk.documents.text import ELLIPSIS, Ink, Words
from servicedesk.domain.blocks import Chart
from servicedesk.domain.figures import ChartKind

BLUE: Final = "#0072B2"
VERMILLION: Final = "#D55E00"
"""Of Okabe and Ito's eight colours."""

_LABELS: Final = 0.42
"""Labels beside bars take at most this part of the width."""

_LABEL_LINES: Final = 2
_PITCH, _TIGHT = 2.15, 1.5
"""From one bar to the next, as parts of the type size: as is comfortable, and at least."""

_TALLEST: Final = 560.0 / 8.5
"""A chart is at most so many type sizes tall, so that a page holds it."""

_COLUMNS_TALL: Final = 15.0
"""Height of columns in type sizes."""

_LEADING: Final = 1.25

_LONG_ROW, _MOST_STEP = 12, 3
"""In a row of so many columns at least, every third label may stand for all."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ChartLook:
    """How a chart is drawn; lengths in points, which are pixels on a screen.

    Args:
        width: of the whole drawing.
        text: type size of labels and values.
        ground: what it stands on; None leaves the paper.
        ink, soft: colours of the values, and of labels and the base line.
        bar, line: colours of the bars, and of the share so far.
    """

    width: float
    text: float = 8.5
    ground: str | None = None
    ink: str = palette.INK
    soft: str = palette.SOFT_INK
    bar: str = BLUE
    line: str = VERMILLION


def chart_drawing(chart: Chart, ink: Ink, look: ChartLook) -> Drawing:
    """Draw a chart; its height follows from how many values it has.

    Args:
        chart: at least one value, or it is a base line alone.
        ink: decides what can be printed.
        look: sizes and colours.
    """
    words = _Texts(chart, ink)
    if chart.kind is ChartKind.COLUMNS and (step := words.label_step(look)):
        return _columns(chart, words, look, step)
    return _bars(chart, words, look)


class _Texts:
    """The words of a chart, measured."""

    def __init__(self, chart: Chart, ink: Ink) -> None:
        def words(text: str, font: str) -> Words:
            return Words(" ".join(ink.plain(text).split()), font)

        self.labels = [words(label, SANS) for label in chart.labels]
        self.values = [words(value, BOLD) for value in chart.shown]
        self.shares = [words(share, SANS) for share in chart.shares_shown]

    def label_step(self, look: ChartLook) -> int:
        """Every how many columns a label stands, so that all have room; 0 when they never do.

        Labels are left out between others only in a long row, whose table has them all.
        """
        pitch = look.width / max(1, len(self.labels))
        room = pitch - look.text * 0.4
        if any(words.natural_width(look.text) > room for words in self.values):
            return 0
        if all(
            words.widest_word(look.text) <= room and words.count(look.text, room) <= _LABEL_LINES
            for words in self.labels
        ):
            return 1
        widest = max(words.natural_width(look.text) for words in self.labels) + look.text * 0.4
        step = ceil(widest / pitch)
        return step if step <= _MOST_STEP and len(self.labels) >= _LONG_ROW else 0


def _lines(words: Words, size: float, width: float) -> list[str]:
    """The words on as many lines as a label may have."""
    if not words:
        return []
    if words.count(size, width) > _LABEL_LINES:
        return words.shortened(_LABEL_LINES, size, width)
    return words.broken(size, width)


def _canvas(height: float, look: ChartLook) -> Drawing:
    drawing = Drawing(look.width, height)
    drawing.hAlign = "LEFT"
    if look.ground is not None:
        drawing.add(Rect(0, 0, look.width, height, fillColor=colour(look.ground), strokeColor=None))
    return drawing


def _say(
    drawing: Drawing, text: str, at: tuple[float, float], look: ChartLook, **more: str
) -> None:
    drawing.add(
        String(
            *at,
            text,
            fontName=more.get("font", SANS),
            fontSize=look.text,
            fillColor=colour(more.get("ink", look.soft)),
            textAnchor=more.get("anchor", "start"),
        )
    )


def _most(chart: Chart) -> Decimal:
    """The value at the far end of the axis, never nought."""
    if chart.kind is ChartKind.PARETO:
        return sum(chart.values, Decimal(0)) or Decimal(1)
    return max((*chart.values, chart.most or Decimal(0)), default=Decimal(0)) or Decimal(1)


@dataclass(frozen=True, slots=True, kw_only=True)
class _Plot:
    """Where the bars lie: left end, length of the longest, and the middle of each, in points."""

    left: float
    length: float
    middles: Sequence[float]
    thick: float


def _bars(chart: Chart, words: _Texts, look: ChartLook) -> Drawing:
    """Bars one below the other, the first one at the head."""
    size, count = look.text, len(words.labels)
    is_pareto = chart.kind is ChartKind.PARETO
    natural = max((one.natural_width(size) for one in words.labels), default=0.0)
    column = min(natural + 1, look.width * _LABELS)
    lines = [_lines(one, size, column) for one in words.labels]
    number = max((one.natural_width(size) for one in words.values), default=0.0)
    share = max((one.natural_width(size) for one in words.shares), default=0.0)
    deepest = max(map(len, lines), default=1)
    wanted = max(_PITCH, deepest * _LEADING + 0.55) * size
    pitch = max(_TIGHT * size, min(wanted, _TALLEST * size / max(1, count)))
    if pitch < deepest * _LEADING * size:  # too many for two lines each
        lines = [[_one_line(one, size, column)] for one in words.labels]
    height = max(1, count) * pitch + size * 0.4
    before = column + size * 0.7 + (number + size * 0.6 if is_pareto else 0.0)
    after = share + size if is_pareto else number + size * 0.5
    middles = [height - size * 0.2 - (place + 0.5) * pitch for place in range(count)]
    plot = _Plot(
        left=before,
        length=max(size, look.width - before - after),
        middles=middles,
        thick=min(pitch * 0.62, size * 1.5),
    )
    drawing = _canvas(height, look)
    for said, middle in zip(lines, middles, strict=True):
        base = middle + (len(said) - 1) * size * _LEADING / 2 - size * CAP_HEIGHT / 2
        for place, line in enumerate(said):
            _say(drawing, line, (0, base - place * size * _LEADING), look)
    most = _most(chart)
    for value, shown, middle in zip(chart.values, words.values, middles, strict=True):
        long = float(value / most) * plot.length
        _bar(drawing, (plot.left, middle - plot.thick / 2), (long, plot.thick), look)
        base = middle - size * CAP_HEIGHT / 2
        at = (plot.left - size * 0.6, base) if is_pareto else (plot.left + long + size * 0.5, base)
        anchor = "end" if is_pareto else "start"
        _say(drawing, shown.text, at, look, font=BOLD, ink=look.ink, anchor=anchor)
    drawing.add(_rule(plot.left, 0, plot.left, height, look))
    if is_pareto:
        _so_far(drawing, chart, words, plot, look)
    return drawing


def _so_far(drawing: Drawing, chart: Chart, words: _Texts, plot: _Plot, look: ChartLook) -> None:
    """The line of the share so far, with each share beside its point."""
    points = [
        (plot.left + float(min(share, Decimal(100)) / 100) * plot.length, middle)
        for share, middle in zip(chart.shares, plot.middles, strict=True)
    ]
    flat = [side for point in points for side in point]
    thick = look.text * 0.16
    if len(points) > 1:
        drawing.add(PolyLine(flat, strokeColor=colour(look.line), strokeWidth=thick))
    for (x, y), share in zip(points, words.shares, strict=True):
        round_ = look.text * 0.3
        drawing.add(Circle(x, y, round_, fillColor=colour(look.line), strokeColor=None))
        at = (x + look.text * 0.5, y + look.text * 0.14)  # the line falls away below it
        _say(drawing, share.text, at, look, ink=look.ink)


def _columns(chart: Chart, words: _Texts, look: ChartLook, step: int) -> Drawing:
    """Columns side by side, each with its value above; labels below every so many of them."""
    size = look.text
    pitch = look.width / max(1, len(words.labels))
    room = pitch - size * 0.4
    lines = [
        _lines(one, size, room * step) if place % step == 0 else []
        for place, one in enumerate(words.labels)
    ]
    deepest = max(map(len, lines), default=1)
    floor = size * (deepest * _LEADING + 0.6)
    tall = _COLUMNS_TALL * size
    height = floor + tall + size * 1.8
    drawing = _canvas(height, look)
    most = _most(chart)
    thick = min(pitch * 0.66, size * 4)
    rows = zip(chart.values, words.values, lines, strict=True)
    for place, (value, shown, said) in enumerate(rows):
        middle = (place + 0.5) * pitch
        high = float(value / most) * tall
        _bar(drawing, (middle - thick / 2, floor), (thick, high), look)
        at = (middle, floor + high + size * 0.45)
        _say(drawing, shown.text, at, look, font=BOLD, ink=look.ink, anchor="middle")
        for number, line in enumerate(said):
            base = floor - size * (1.15 + number * _LEADING)
            _say(drawing, line, (middle, base), look, anchor="middle")
    drawing.add(_rule(0, floor, look.width, floor, look))
    return drawing


def _bar(
    drawing: Drawing, corner: tuple[float, float], sides: tuple[float, float], look: ChartLook
) -> None:
    if min(sides) > 0:
        drawing.add(Rect(*corner, *sides, fillColor=colour(look.bar), strokeColor=None))


def _rule(x: float, y: float, to_x: float, to_y: float, look: ChartLook) -> Line:
    return Line(x, y, to_x, to_y, strokeColor=colour(look.soft), strokeWidth=look.text * 0.09)


def _one_line(words: Words, size: float, width: float) -> str:
    if words.natural_width(size) <= width:
        return words.text
    return words.shortened(1, size, width)[0] if words else ELLIPSIS
