# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""A layout that puts its widgets beside one another and goes on below where there is no room."""

from PySide6.QtCore import QPoint, QRect, QSize, Qt
from PySide6.QtWidgets import QLayout, QLayoutItem, QWidget, QWidgetItem

from servicedesk.ui.widgets.buttons import WrapButton

_GAP = 8
_ANY_WIDTH = 100_000


class FlowLayout(QLayout):
    """Lays widgets out like words of a text, from the side on which reading begins.

    Args:
        parent: the widget to lay out; None to add the layout to another one.
        gap: pixels between widgets, both ways.
    """

    def __init__(self, parent: QWidget | None = None, gap: int = _GAP) -> None:
        super().__init__()
        self._items: list[QLayoutItem] = []
        self._heights: dict[int, int] = {}
        self._placed: QRect | None = None
        self._gap = gap
        self.setContentsMargins(0, 0, 0, 0)
        if parent is not None:
            parent.setLayout(self)

    def addItem(self, item: QLayoutItem) -> None:
        """Add an item at the end."""
        self._items.append(item)
        self.invalidate()

    def addWidget(self, widget: QWidget) -> None:
        """Add a widget at the end.

        Its item is made here: one that Qt makes is freed by Qt, and the next item at the same
        address would be taken for the one that is gone.
        """
        self.addChildWidget(widget)
        self.addItem(QWidgetItem(widget))

    def count(self) -> int:
        """How many items there are."""
        return len(self._items)

    def itemAt(self, index: int) -> QLayoutItem | None:
        """The item at a place, or None."""
        return self._items[index] if 0 <= index < len(self._items) else None

    def takeAt(self, index: int) -> QLayoutItem | None:
        """Take an item out, or None where there is none."""
        self._forget()
        return self._items.pop(index) if 0 <= index < len(self._items) else None

    def expandingDirections(self) -> Qt.Orientation:
        """It wants no more room than it needs."""
        return Qt.Orientation(0)

    def hasHeightForWidth(self) -> bool:
        """Narrower is higher."""
        return True

    def heightForWidth(self, width: int) -> int:
        """How high it is when it is so wide, in pixels."""
        known = self._heights.get(width)
        if known is None:  # layouts around this one ask for the same widths again and again
            known = self._heights[width] = self._arrange(QRect(0, 0, width, 0), is_trial=True)
        return known

    def invalidate(self) -> None:
        """Something in it has another size: measure anew."""
        self._forget()
        super().invalidate()

    def _forget(self) -> None:
        self._heights.clear()
        self._placed = None

    def setGeometry(self, rect: QRect) -> None:
        """Put every item in its place."""
        super().setGeometry(rect)
        if rect != self._placed:  # each layout around this one says it anew with every change
            self._arrange(rect, is_trial=False)
            self._placed = QRect(rect)

    def sizeHint(self) -> QSize:
        """Everything on one line."""
        width = height = 0
        for item in self._shown():
            hint = _size_within(item, _ANY_WIDTH)
            width += hint.width() + (self._gap if width else 0)
            height = max(height, hint.height())
        return QSize(width, height).grownBy(self.contentsMargins())

    def minimumSize(self) -> QSize:
        """The widest item alone."""
        size = QSize(0, 0)
        for item in self._shown():
            size = size.expandedTo(item.minimumSize())
        return size.grownBy(self.contentsMargins())

    def _shown(self) -> list[QLayoutItem]:
        return [item for item in self._items if not item.isEmpty()]

    def _arrange(self, whole: QRect, *, is_trial: bool) -> int:
        """Walk the items; return the height they take in pixels."""
        around = self.contentsMargins()
        rect = whole.marginsRemoved(around)
        x, y, line = rect.x(), rect.y(), 0
        lines: list[list[tuple[QLayoutItem, QRect]]] = [[]]
        for item in self._shown():
            hint = _size_within(item, rect.width())
            width = min(hint.width(), max(rect.width(), item.minimumSize().width()))
            height = item.heightForWidth(width) if item.hasHeightForWidth() else hint.height()
            if lines[-1] and x + width > rect.x() + rect.width():
                x, y, line = rect.x(), y + line + self._gap, 0
                lines.append([])
            lines[-1].append((item, QRect(QPoint(x, y), QSize(width, height))))
            x += width + self._gap
            line = max(line, height)
        if not is_trial:
            for placed in lines:
                self._place(placed, rect)
        return y + line + around.bottom() - whole.y()

    def _place(self, placed: list[tuple[QLayoutItem, QRect]], rect: QRect) -> None:
        parent = self.parentWidget()
        is_mirrored = parent is not None and parent.layoutDirection() is (
            Qt.LayoutDirection.RightToLeft
        )
        highest = max((place.height() for _, place in placed), default=0)
        for item, place in placed:
            place.moveTop(place.top() + (highest - place.height()) // 2)
            if is_mirrored:
                place.moveRight(rect.right() - (place.left() - rect.left()))
            widget = item.widget()
            if isinstance(widget, WrapButton):
                widget.fit_into(rect.width())
            if widget is not None:
                widget.setGeometry(place)  # its item would hold it to the height of one line
            else:
                item.setGeometry(place)


def _size_within(item: QLayoutItem, width: int) -> QSize:
    """The size that an item would like to have where there is so much width, in pixels."""
    widget = item.widget()
    return widget.size_within(width) if isinstance(widget, WrapButton) else item.sizeHint()
