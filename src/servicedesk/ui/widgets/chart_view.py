# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""A chart on the page: the drawing, and beside it the same numbers as a table."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QPushButton, QSizePolicy, QVBoxLayout, QWidget

from servicedesk.domain.figures import ChartKind
from servicedesk.ui.core.rooms import Place
from servicedesk.ui.widgets.buttons import link_button
from servicedesk.ui.widgets.drawing import Drawing
from servicedesk.ui.widgets.fold import Folds
from servicedesk.ui.widgets.pair import Pair
from servicedesk.ui.widgets.shown_chart import ShownChart
from servicedesk.ui.widgets.text import label, single_line

_MANY = 13
"""Columns from which on they need the whole width, and the table waits behind a question."""

_SIDE_BY_SIDE = 48
"""Width in text heights from which the numbers stand beside the drawing."""

_WIDEST, _WHOLE = 38, 72
"""Of a drawing beside its numbers, and of one alone, in text heights."""

_BAR_HIGH, _COLUMNS_HIGH = 2.0, 17
"""About how high a bar is, and a row of columns, in text heights: so much is left for a drawing
that is still on its way, so that nothing moves when it comes.
"""


class ChartView(QWidget):
    """The drawing with its title, and the numbers beside it.

    Signals:
        wanted: (key of the link, Place) somebody wants the records of a number.
        drawing_wanted: (ChartData, pixels, pixels) a picture of that width, with words of that
            size.

    Args:
        chart: in words.
        is_titled: False where the card says the same already.

    Attributes:
        drawing: the picture.
        links: numbers that lead to their records, by a key that stays when the number changes.
    """

    wanted = Signal(str, object)
    drawing_wanted = Signal(object, int, float)

    def __init__(
        self, chart: ShownChart, *, is_titled: bool = True, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.chart = chart
        self.links: dict[str, QPushButton] = {}
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(4)
        if is_titled:
            whole.addWidget(label(chart.title, "strong"))
        is_upright = chart.data.kind is ChartKind.COLUMNS
        has_many = is_upright and len(chart.bars) >= _MANY
        high = _COLUMNS_HIGH if is_upright else _BAR_HIGH * len(chart.bars)
        self.drawing = Drawing(chart.sentence, _WHOLE if has_many else _WIDEST, high)
        self.drawing.wanted.connect(
            lambda wide, text: self.drawing_wanted.emit(chart.data, wide, text)
        )
        if has_many:
            whole.addWidget(self.drawing)
            folds = Folds(chart.title)
            folds.hold(self.tr("The numbers"), self._numbers())
            whole.addWidget(folds)
        else:
            pair = Pair(_SIDE_BY_SIDE)
            whole.addWidget(pair)
            pair.put(self.drawing, self._numbers())
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def _numbers(self) -> QWidget:
        """The table: what, how many, and for some the share so far."""
        held = QWidget()
        grid = QGridLayout(held)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(16)
        grid.setVerticalSpacing(2)
        grid.setColumnStretch(0, 1)
        right = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
        for column, words in enumerate(self.chart.head):
            head = label(words, "small") if column == 0 else single_line(words, "small")
            grid.addWidget(head, 0, column, right if column else Qt.AlignmentFlag.AlignLeft)
        for row, bar in enumerate(self.chart.bars, 1):
            grid.addWidget(label(bar.label), row, 0)
            if bar.so_far:
                grid.addWidget(single_line(bar.so_far, "quiet"), row, 2, right)
            place = bar.records
            if place is None:
                grid.addWidget(single_line(bar.shown, "strong"), row, 1, right)
                continue
            button = link_button(bar.shown)
            button.setAccessibleName(", ".join((bar.shown, self.chart.title, bar.label)))
            self._lead(button, f"{self.chart.title} {bar.label} {place.item}", place)
            grid.addWidget(button, row, 1, right)
        return held

    def _lead(self, button: QPushButton, key: str, place: Place) -> None:
        button.clicked.connect(lambda: self.wanted.emit(key, place))
        self.links[key] = button
