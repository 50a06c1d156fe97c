# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""One page of a paper on the screen: as large as it fits, as wide, or as it will be on paper."""

from enum import StrEnum

from PySide6.QtCore import QRectF, QSize, QSizeF, Qt, QTimer, Signal
from PySide6.QtGui import (
    QColor,
    QFocusEvent,
    QImage,
    QKeyEvent,
    QPainter,
    QPaintEvent,
    QPen,
    QResizeEvent,
)
from PySide6.QtWidgets import QFrame, QScrollArea, QSizePolicy, QWidget

from servicedesk.ui.core.theme import Theme
from servicedesk.ui.printing.making import PagePicture

_MARGIN = 18
"""Pixels round the page, for its shadow and the focus ring."""

_POINTS_PER_INCH = 72
_SETTLES = 60
"""Milliseconds after the last change of size until a sharper picture is asked for."""

_ON = (Qt.Key.Key_PageDown, Qt.Key.Key_Space)
_BACK = (Qt.Key.Key_PageUp, Qt.Key.Key_Backspace)


class Zoom(StrEnum):
    """How large the page is shown."""

    PAGE = "page"
    WIDTH = "width"
    PAPER = "paper"


class _Sheet(QWidget):
    """The page with its shadow, in the middle of what it is given."""

    def __init__(self, theme: Theme, instead: str) -> None:
        super().__init__()
        self._theme = theme
        self._instead = instead
        self.picture = QImage()
        self.size_wanted = QSizeF(1, 1)
        self.has_ring = False
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)

    def page_rect(self) -> QRectF:
        """Where the page lies, in whole pixels of the screen, so that it is not blurred."""
        ratio = self.devicePixelRatioF()
        size = self.size_wanted
        left = max(_MARGIN, (self.width() - size.width()) / 2)
        top = max(_MARGIN, (self.height() - size.height()) / 2)
        return QRectF(
            round(left * ratio) / ratio, round(top * ratio) / ratio, size.width(), size.height()
        )

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint shadow, page and focus ring, or the outline of a page to come."""
        painter = QPainter(self)
        painter.setClipRect(event.rect())
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        page = self.page_rect()
        if self.picture.isNull():
            self._paint_outline(painter, page)
        else:
            painter.setPen(Qt.PenStyle.NoPen)
            for spread, strength in ((6, 10), (3, 18), (1, 28)):
                painter.setBrush(QColor(0, 0, 0, strength))
                painter.drawRoundedRect(
                    page.adjusted(-spread, 2 - spread, spread, 2 + spread), 5, 5
                )
            painter.drawImage(page, self.picture)
        if self.has_ring:
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(self._theme.colour("focus"), 3))
            painter.drawRoundedRect(page.adjusted(-5, -5, 5, 5), 4, 4)

    def _paint_outline(self, painter: QPainter, page: QRectF) -> None:
        painter.setPen(QPen(self._theme.colour("soft_ink"), 1.5, Qt.PenStyle.DashLine))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRoundedRect(page, 6, 6)
        painter.setPen(self._theme.colour("ink"))
        words = page.adjusted(_MARGIN, _MARGIN, -_MARGIN, -_MARGIN)
        middle = Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextWordWrap
        painter.drawText(words, int(middle), self._instead)


class PageView(QScrollArea):
    """Shows a page, scrolls in it, and turns to the next at its end.

    Args:
        theme: its colours.
        parent: owns it.

    Signals:
        looked: (dpi) the page is shown so large now; a picture of so many pixels is sharp.
        turned: (pages) somebody wants to see another page, so many on, or back.
    """

    looked = Signal(float)
    turned = Signal(int)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setObjectName("page_view")
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setWidgetResizable(True)
        self._zoom = Zoom.PAGE
        self._points = QSizeF(595.28, 841.89)
        self._sheet = _Sheet(theme, self.tr("The paper is being laid out …"))
        self.setWidget(self._sheet)
        for ground in (self.viewport(), self._sheet):
            ground.setAutoFillBackground(False)  # the frame behind shows through
        self._settled = QTimer(self)
        self._settled.setSingleShot(True)
        self._settled.setInterval(_SETTLES)
        self._settled.timeout.connect(self._tell_size)
        self._fit()

    @property
    def has_page(self) -> bool:
        """Whether a picture of a page is shown."""
        return not self._sheet.picture.isNull()

    @property
    def picture(self) -> QImage:
        """The picture that is shown."""
        return self._sheet.picture

    @property
    def zoom(self) -> Zoom:
        """How large the page is shown."""
        return self._zoom

    def set_zoom(self, zoom: Zoom) -> None:
        """Show the page in another size."""
        self._zoom = zoom
        self._fit()
        self._settled.start()

    def set_page(self, points: tuple[float, float], name: str, words: str) -> None:
        """Say which page is shown, before or after its picture comes.

        Args:
            points: its width and height.
            name: such as "Page 2 of 4".
            words: all that stands on it, for those who cannot see it.
        """
        self.setAccessibleName(name)
        self.setAccessibleDescription(words)
        if QSizeF(*points) != self._points:
            self._points = QSizeF(*points)
            self._fit()
            self._settled.start()

    def set_picture(self, picture: PagePicture) -> None:
        """Show a picture; the one before it is gone."""
        image = QImage(
            picture.rgb,
            picture.width,
            picture.height,
            picture.width * 3,
            QImage.Format.Format_RGB888,
        )
        self._sheet.picture = image.copy()  # QImage does not hold the bytes
        self._sheet.update()

    def to_top(self) -> None:
        """Begin at the top of the page."""
        self.verticalScrollBar().setValue(0)

    def _scale(self) -> float:
        """Pixels of the screen, as widgets count them, to a point."""
        room = self.viewport().size()
        wide = max(40, room.width() - 2 * _MARGIN) / self._points.width()
        tall = max(40, room.height() - 2 * _MARGIN) / self._points.height()
        if self._zoom is Zoom.PAGE:
            return min(wide, tall)
        if self._zoom is Zoom.WIDTH:
            return wide
        return self.logicalDpiX() / _POINTS_PER_INCH

    def _fit(self) -> None:
        """Give the page the size it is shown in."""
        is_whole = self._zoom is Zoom.PAGE
        policy = Qt.ScrollBarPolicy
        self.setVerticalScrollBarPolicy(
            policy.ScrollBarAlwaysOff if is_whole else policy.ScrollBarAlwaysOn
        )
        self.setHorizontalScrollBarPolicy(
            policy.ScrollBarAsNeeded if self._zoom is Zoom.PAPER else policy.ScrollBarAlwaysOff
        )
        size = self._points * self._scale()
        self._sheet.size_wanted = size
        least = QSize(0, 0)
        if self._zoom is Zoom.WIDTH:
            least = QSize(0, round(size.height()) + 2 * _MARGIN)
        elif self._zoom is Zoom.PAPER:
            least = QSize(round(size.width()) + 2 * _MARGIN, round(size.height()) + 2 * _MARGIN)
        self._sheet.setMinimumSize(least)
        self._sheet.update()

    def _tell_size(self) -> None:
        self.looked.emit(self._scale() * _POINTS_PER_INCH * self.devicePixelRatioF())

    def sizeHint(self) -> QSize:
        """Room for an A4 page that can be read from a chair."""
        return QSize(560, 720)

    def minimumSizeHint(self) -> QSize:
        """Still a recognisable page."""
        return QSize(200, 180)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Fit the page at once, and ask for a sharper picture when the size has settled."""
        super().resizeEvent(event)
        self._fit()
        self._settled.start()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Scroll, and at the end of the page turn to the next; Home and End go to the ends."""
        bar = self.verticalScrollBar()
        key = event.key()
        if key in _ON and bar.value() >= bar.maximum():
            self.turned.emit(1)
        elif key in _BACK and bar.value() <= bar.minimum():
            self.turned.emit(-1)
        elif key in (*_ON, *_BACK):
            bar.setValue(bar.value() + (bar.pageStep() if key in _ON else -bar.pageStep()))
        elif key == Qt.Key.Key_Home:
            bar.setValue(bar.minimum())
        elif key == Qt.Key.Key_End:
            bar.setValue(bar.maximum())
        else:
            super().keyPressEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Show the ring."""
        super().focusInEvent(event)
        self._sheet.has_ring = True
        self._sheet.update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Take the ring away."""
        super().focusOutEvent(event)
        self._sheet.has_ring = False
        self._sheet.update()
