# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""Icons: one SVG each, painted in a colour of the theme and sharp at every size.

The engine asks for its colour whenever it paints, so an icon follows the theme by itself.
"""

from collections.abc import Callable
from functools import lru_cache

from PySide6.QtCore import QByteArray, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QIcon, QIconEngine, QPainter, QPixmap

ColourOf = Callable[[str], QColor]


class Drawings:
    """The SVGs, each read once and painted once for every colour and size.

    Args:
        read: gives the SVG of a name; strokes in ``currentColor``.
    """

    def __init__(self, read: Callable[[str], bytes]) -> None:
        self._source = lru_cache(maxsize=None)(read)
        self.painted = lru_cache(maxsize=600)(self._paint)

    def check(self, name: str) -> None:
        """Read a drawing now, so that a wrong name is found where it was written."""
        self._source(name)

    def _paint(self, name: str, colour: str, width: int, height: int) -> QPixmap:
        """A drawing in one colour, as large as asked, in pixels of the screen.

        One that is asked for wider than high stands at the left: the rest is the gap before words.
        """
        from PySide6.QtSvg import QSvgRenderer  # not before the first icon is painted

        text = self._source(name).replace(b"currentColor", colour.encode())
        picture = QPixmap(width, height)
        picture.fill(Qt.GlobalColor.transparent)
        side = min(width, height)
        painter = QPainter(picture)
        QSvgRenderer(QByteArray(text)).render(painter, QRectF(0, (height - side) / 2, side, side))
        painter.end()
        return picture


_HELD: list[QIconEngine] = []
"""Engines of icons that somebody copied and changed, which is hardly ever."""


class _Engine(QIconEngine):
    """Paints one drawing in the colour that its token has at that moment."""

    def __init__(self, name: str, token: str, colour: ColourOf, drawings: Drawings) -> None:
        super().__init__()
        self._made_of = (name, token, colour, drawings)

    def clone(self) -> QIconEngine:
        """Qt owns what it is given here, and Python must not let it go meanwhile."""
        made = _Engine(*self._made_of)
        _HELD.append(made)
        return made

    def paint(self, painter: QPainter, rect: QRect, mode: QIcon.Mode, _state: QIcon.State) -> None:
        device = painter.device()
        ratio = device.devicePixelRatio() if device is not None else 1.0
        picture = self._picture(rect.size() * ratio, mode)
        picture.setDevicePixelRatio(ratio)
        painter.drawPixmap(rect, picture)

    def pixmap(self, size: QSize, mode: QIcon.Mode, _state: QIcon.State) -> QPixmap:
        return self._picture(size, mode)

    def scaledPixmap(
        self, size: QSize, mode: QIcon.Mode, _state: QIcon.State, scale: float
    ) -> QPixmap:
        return self._picture(size * scale, mode)

    def _picture(self, size: QSize, mode: QIcon.Mode) -> QPixmap:
        name, token, colour, drawings = self._made_of
        shown = "soft_ink" if mode == QIcon.Mode.Disabled else token
        return QPixmap(drawings.painted(name, colour(shown).name(), size.width(), size.height()))


def icon_of(name: str, token: str, colour: ColourOf, drawings: Drawings) -> QIcon:
    """An icon.

    Args:
        name: of its drawing.
        token: of its colour.
        colour: gives the colour of a token now.
        drawings: the SVGs.
    """
    drawings.check(name)
    return QIcon(_Engine(name, token, colour, drawings))
