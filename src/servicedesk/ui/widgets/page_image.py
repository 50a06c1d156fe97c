# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""A printed page shown on the screen: as large as it fits, with a shadow, sharp on any display."""

from PySide6.QtCore import QRectF, QSize, QSizeF, Qt
from PySide6.QtGui import QColor, QImage, QPainter, QPaintEvent, QPalette, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

_EMPTY = QSize(595, 842)
"""Shape of the outlined page: A4 in points."""

_MARGIN = 12
"""Pixels round the page, for the shadow and the focus ring."""


class PageImage(QWidget):
    """Shows one page image; keeps its shape at any size.

    Args:
        focus_colour: of the ring round the page while it has the keyboard.
        outline_colour: of the empty page that is outlined while there is none to show.
    """

    def __init__(
        self, focus_colour: QColor, outline_colour: QColor, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._focus_colour = focus_colour
        self._outline_colour = outline_colour
        self._instead = ""
        self._page = QImage()
        self._fitted = QImage()
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)

    def show_page(self, png: bytes, instead: str) -> None:
        """Show another page; only a page takes the keyboard, an empty place does not.

        Args:
            png: the page image; empty bytes show none.
            instead: words for the empty place where no page is shown.
        """
        self.show_image(QImage.fromData(png) if png else QImage(), instead)  # reads no empty one

    def show_image(self, page: QImage, instead: str) -> None:
        """Show another page that is a picture already; a null one shows none.

        Args:
            page: kept, not copied.
            instead: words for the empty place where no page is shown.
        """
        self._page = page
        self._fitted = QImage()
        self._instead = instead
        policy = Qt.FocusPolicy
        self.setFocusPolicy(policy.StrongFocus if self.has_page else policy.NoFocus)
        self.update()

    @property
    def has_page(self) -> bool:
        """True while a page is shown."""
        return not self._page.isNull()

    @property
    def room(self) -> QSize:
        """The most that a page may take, in the widget's own pixels."""
        return self.size() - QSize(2 * _MARGIN, 2 * _MARGIN)

    def page_rect(self) -> QRectF:
        """Where the page, or the outline of one, lies in the widget, in its own pixels."""
        drawn = (self._page.size() if self.has_page else _EMPTY).toSizeF()
        room = QRectF(self.rect()).adjusted(_MARGIN, _MARGIN, -_MARGIN, -_MARGIN)
        size = QSizeF(drawn)
        size.scale(room.size(), Qt.AspectRatioMode.KeepAspectRatio)
        # Not larger than it was drawn: a blown-up page is blurred.
        size = size.boundedTo(drawn)
        # At the top, where the eye begins and what stands beside it begins too.
        page = QRectF(room.topLeft(), size)
        page.moveLeft(room.center().x() - size.width() / 2)
        return QRectF(page.toRect())

    def _fit(self, page: QRectF) -> QImage:
        """The page at the size of the screen's own pixels, kept until the size changes."""
        wanted = (page.size() * self.devicePixelRatioF()).toSize()
        if self._fitted.size() != wanted:
            self._fitted = self._page.scaled(
                wanted,
                Qt.AspectRatioMode.IgnoreAspectRatio,
                Qt.TransformationMode.SmoothTransformation,
            )
        return self._fitted

    def sizeHint(self) -> QSize:
        """Room for an A4 page that can be read from a chair."""
        return QSize(520, 700)

    def minimumSizeHint(self) -> QSize:
        """Still a recognisable page."""
        return QSize(240, 320)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint shadow, page and focus ring, or the outline of a page to come."""
        painter = QPainter(self)
        painter.setClipRect(event.rect())
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        page = self.page_rect()
        if self.has_page:
            self._paint_page(painter, page)
        else:
            self._paint_outline(painter, page)

    def _paint_outline(self, painter: QPainter, page: QRectF) -> None:
        painter.setPen(QPen(self._outline_colour, 1.5, Qt.PenStyle.DashLine))
        painter.drawRoundedRect(page, 6, 6)
        painter.setPen(self.palette().color(QPalette.ColorRole.WindowText))
        words = page.adjusted(_MARGIN, _MARGIN, -_MARGIN, -_MARGIN)
        middle = Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextWordWrap
        painter.drawText(words, int(middle), self._instead)

    def _paint_page(self, painter: QPainter, page: QRectF) -> None:
        painter.setPen(Qt.PenStyle.NoPen)
        for spread, strength in ((7, 10), (4, 16), (2, 24)):
            painter.setBrush(QColor(0, 0, 0, strength))
            painter.drawRoundedRect(page.adjusted(-spread, -spread + 3, spread, spread + 3), 6, 6)
        painter.drawImage(page, self._fit(page))
        if self.hasFocus():
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(self._focus_colour, 3))
            painter.drawRoundedRect(page.adjusted(-5, -5, 5, 5), 4, 4)
