# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""A chart on the page: the drawing, and beside it the same numbers as a table."""

from PySide6.QtCore import QEvent, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QPixmap, QResizeEvent
from PySide6.QtWidgets import QGridLayout, QPushButton, QSizePolicy, QVBoxLayout, QWidget

from servicedesk.domain.figures import ChartKind
from servicedesk.ui.core.rooms import Place
from servicedesk.ui.measures.fold import Folds
from servicedesk.ui.measures.shown import ShownChart
from servicedesk.ui.widgets.buttons import link_button
from servicedesk.ui.widgets.pair import Pair
from servicedesk.ui.widgets.sizes import em
from servicedesk.ui.widgets.text import label, single_line

_SETTLES_MS = 120
"""So long after the last change of width the chart is drawn anew: dragging draws it once."""

_MANY = 13
"""Columns from which on they need the whole width, and the table waits behind a question."""

_SIDE_BY_SIDE = 48
"""Width in text heights from which the numbers stand beside the drawing."""

_WIDEST, _WHOLE = 38, 72
"""Of a drawing beside its numbers, and of one alone, in text heights."""

_TEXT = 0.92
"""Of the words in a drawing, in text heights."""

_BAR_HIGH, _COLUMNS_HIGH = 2.0, 17
"""About how high a bar is, and a row of columns, in text heights: so much is left for a drawing
that is still on its way, so that nothing moves when it comes.
"""

_LEAST_WIDE = 10


class Drawing(QWidget):
    """The picture of a chart, never larger than it was drawn.

    Signals:
        wanted: (pixels, pixels) a picture of that width is wanted, with words of that size.

    Args:
        sentence: what it shows, for those who cannot see it.
        widest: it becomes, in text heights.
        high: about how high it will be, in text heights.
    """

    wanted = Signal(int, float)

    def __init__(
        self, sentence: str, widest: float, high: float, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._widest, self._high = widest, high
        self._picture = QPixmap()
        self._asked = 0
        self.setAccessibleName(sentence)
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(_SETTLES_MS)
        self._timer.timeout.connect(self.ask)

    @property
    def has_picture(self) -> bool:
        """Whether there is something to see yet."""
        return not self._picture.isNull()

    @property
    def pixels(self) -> int:
        """How wide a picture has to be to be sharp here."""
        wide = min(self.width(), em(self, self._widest))
        return round(wide * self.devicePixelRatioF())

    def ask(self) -> None:
        """Ask for a picture of the width there is, once for each width."""
        if self.isVisible() and self.pixels != self._asked:
            self._asked = self.pixels
            self.wanted.emit(self._asked, em(self, _TEXT) * self.devicePixelRatioF())

    def forget(self) -> None:
        """The colours are others now: ask again."""
        self._asked = 0
        self._timer.start()

    def show_png(self, png: bytes) -> None:
        """Show a picture."""
        self._picture.loadFromData(png)
        self._picture.setDevicePixelRatio(self.devicePixelRatioF())
        self.updateGeometry()
        self.update()

    def _fitted(self, width: int) -> QSize:
        if not self.has_picture:
            return QSize(width, em(self, self._high))
        size = self._picture.deviceIndependentSize().toSize()
        if size.width() <= width:
            return size
        return QSize(width, max(1, size.height() * width // max(1, size.width())))

    def hasHeightForWidth(self) -> bool:
        """It keeps its shape."""
        return True

    def heightForWidth(self, width: int) -> int:
        """How high it is when it is so wide, in pixels."""
        return self._fitted(min(width, em(self, self._widest))).height()

    def sizeHint(self) -> QSize:
        """As wide as it is readable."""
        return self._fitted(em(self, self._widest))

    def minimumSizeHint(self) -> QSize:
        """A drawing that can still be made out."""
        return QSize(em(self, _LEAST_WIDE), em(self, 2))

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint what there is."""
        if not self.has_picture:
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        size = self._fitted(self.width())
        painter.drawPixmap(0, 0, size.width(), size.height(), self._picture)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Ask for another picture once the width stays."""
        super().resizeEvent(event)
        self._timer.start()

    def changeEvent(self, event: QEvent) -> None:
        """Ask for another picture when the letters change."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange and hasattr(self, "_timer"):
            self.updateGeometry()
            self._timer.start()


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
