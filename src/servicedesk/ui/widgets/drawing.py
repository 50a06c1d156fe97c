# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""The picture of a chart: drawn elsewhere, asked for anew when its width or its letters change."""

from PySide6.QtCore import QEvent, QSize, QTimer, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QPixmap, QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from servicedesk.ui.widgets.sizes import em

_SETTLES_MS = 120
"""So long after the last change of width the chart is drawn anew: dragging draws it once."""

_TEXT = 0.92
"""Of the words in a drawing, in text heights."""

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
