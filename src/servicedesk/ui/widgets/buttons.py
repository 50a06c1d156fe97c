# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""Buttons whose words wrap where there is no room, so that none is cut off at any text size."""

from collections.abc import Iterator

from PySide6.QtCore import QEvent, QRectF, QSize, Qt
from PySide6.QtGui import QGuiApplication, QIcon, QKeyEvent, QPainter, QPixmap
from PySide6.QtWidgets import (
    QPushButton,
    QSizePolicy,
    QStyle,
    QStyleOptionButton,
    QWidget,
)

from servicedesk.ui.widgets.enter import is_enter
from servicedesk.ui.widgets.marks import draw_box
from servicedesk.ui.widgets.sizes import em
from servicedesk.ui.widgets.text import pieces

_ANY_WIDTH = 100_000
_LEAST = -1
"""In the place of a width: as narrow as the words allow."""

_ICON_GAP = 4
_BOX = 1.05
"""Of the box in a chip, in text heights."""

_BOX_GAP = 0.25

_DRESSED = (QEvent.Type.FontChange, QEvent.Type.StyleChange, QEvent.Type.PaletteChange)


def _words(text: str) -> Iterator[tuple[str, str]]:
    """The words of a text, very long ones in pieces, each with what stands before it."""
    for word in text.split():
        first, *rest = pieces(word)
        yield " ", first
        yield from (("", piece) for piece in rest)


class WrapButton(QPushButton):
    """A button that breaks its words into lines when it is given less room than they need."""

    def __init__(self, text: str, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._most_wide = _ANY_WIDTH
        self._boxes: dict[tuple[int, int], QSize] = {}
        self._sizes: dict[tuple[str, int, int], QSize] = {}
        self.setObjectName(name)
        self.setText(text)
        self.setAutoDefault(False)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def _frame(self) -> int:
        """What stands left and right of the words, in pixels."""
        return self._boxed(0, 0).width()

    def _icon_room(self) -> int:
        """What an icon takes of the width, in pixels."""
        return 0 if self.icon().isNull() else self.iconSize().width() + _ICON_GAP

    def _boxed(self, width: int, height: int) -> QSize:
        icon = self._icon_room()
        if icon:
            width += icon
            height = max(height, self.iconSize().height())
        known = self._boxes.get((width, height))
        if known is None:  # a layout asks some hundred times, and the style is slow to answer
            option = QStyleOptionButton()
            super().initStyleOption(option)
            known = self._boxes[width, height] = self.style().sizeFromContents(
                QStyle.ContentsType.CT_PushButton, option, QSize(width, height), self
            )
        return QSize(known)

    def _broken(self, width: int) -> str:
        """The words in lines of at most so many pixels, where no single word is longer."""
        metrics = self.fontMetrics()
        shown = self.text()
        if metrics.size(Qt.TextFlag.TextShowMnemonic, shown).width() <= width:
            return shown
        lines: list[str] = []
        for before, piece in _words(shown):
            longer = f"{lines[-1]}{before}{piece}" if lines else piece
            if lines and metrics.horizontalAdvance(longer) <= width:
                lines[-1] = longer
            else:
                lines.append(piece)
        return "\n".join(lines)

    def _size_of(self, words: str) -> QSize:
        size = self.fontMetrics().size(Qt.TextFlag.TextShowMnemonic, words)
        return self._boxed(size.width(), size.height())

    def size_within(self, width: int) -> QSize:
        """The room that it needs where there is only so much width, in pixels."""
        key = self.text(), width, self._icon_room()
        known = self._sizes.get(key)
        if known is None:
            known = self._sizes[key] = self._size_of(self._broken(width - self._frame()))
        return QSize(known)

    def fit_into(self, width: int) -> None:
        """Ask for no more width than there is, from now on; a layout that wraps says so."""
        self._most_wide = width

    def sizeHint(self) -> QSize:
        """All words on one line, or as many lines as they need in the width there is."""
        return self.size_within(self._most_wide)

    def minimumSizeHint(self) -> QSize:
        """The longest word on a line of its own."""
        words = self.text()
        key = words, _LEAST, self._icon_room()
        known = self._sizes.get(key)
        if known is None:
            widest = max((self._size_of(word).width() for _, word in _words(words)), default=0)
            known = self._sizes[key] = QSize(widest, self._size_of(words).height())
        return QSize(known)

    def hasHeightForWidth(self) -> bool:
        """A narrow button is a higher one."""
        return True

    def heightForWidth(self, width: int) -> int:
        """How high the button is when it is so wide, in pixels."""
        return self.size_within(width).height()

    def initStyleOption(self, option: QStyleOptionButton) -> None:
        """Hand the broken words to the style."""
        super().initStyleOption(option)
        option.text = self._broken(self.width() - self._frame())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Be pressed by Enter as by Space."""
        if not is_enter(event):
            super().keyPressEvent(event)
        elif not event.isAutoRepeat():
            self.click()

    def changeEvent(self, event: QEvent) -> None:
        """Ask for other room when the letters change."""
        super().changeEvent(event)
        is_other = event.type() in (QEvent.Type.FontChange, QEvent.Type.StyleChange)
        if is_other and hasattr(self, "_boxes"):
            self._boxes.clear()
            self._sizes.clear()
            self.updateGeometry()


def main_button(text: str) -> QPushButton:
    """The one button of a page or dialog that goes on."""
    return WrapButton(text, "main")


def side_button(text: str) -> QPushButton:
    """A button that does something else."""
    return WrapButton(text, "side")


def link_button(text: str) -> QPushButton:
    """A quiet button that looks like a link; it is reached by Tab like any other."""
    return WrapButton(text, "link")


def danger_button(text: str) -> QPushButton:
    """A button for what cannot be undone."""
    return WrapButton(text, "danger")


class _TickedChip(WrapButton):
    """A round button with a box in it, which is ticked while the button is down."""

    def __init__(self, text: str) -> None:
        super().__init__(text, "chip")
        self._drawn_for: tuple[object, ...] = ()
        self._draw_box()

    def _draw_box(self) -> None:
        palette = QGuiApplication.palette()
        side, gap = em(self, _BOX), em(self, _BOX_GAP)
        ratio = self.devicePixelRatioF()
        colours = (palette.buttonText().color(), palette.highlightedText().color())
        wanted = (side, ratio, *(colour.name() for colour in colours))
        if wanted == self._drawn_for:
            return
        self._drawn_for = wanted
        icon = QIcon()
        for state, colour in zip((QIcon.State.Off, QIcon.State.On), colours, strict=True):
            drawn = QPixmap(QSize(side + gap, side) * ratio)
            drawn.setDevicePixelRatio(ratio)
            drawn.fill(Qt.GlobalColor.transparent)
            painter = QPainter(drawn)
            draw_box(painter, QRectF(0, 0, side, side), colour, has_tick=state is QIcon.State.On)
            painter.end()
            icon.addPixmap(drawn, QIcon.Mode.Normal, state)
        self.setIcon(icon)
        self.setIconSize(QSize(side + gap, side))

    def changeEvent(self, event: QEvent) -> None:
        """Draw the box in the colours and the size of the words."""
        super().changeEvent(event)
        if event.type() in _DRESSED:
            self._draw_box()


def chip_button(text: str, *, is_ticked: bool = False) -> QPushButton:
    """A round button that stays down: something chosen.

    Args:
        text: on it.
        is_ticked: one of many that may be down together, each with a box to tick.
    """
    made = _TickedChip(text) if is_ticked else WrapButton(text, "chip")
    made.setCheckable(True)
    return made
