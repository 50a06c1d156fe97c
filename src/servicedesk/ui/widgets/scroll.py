# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""A page that scrolls up and down and keeps what has the keyboard in sight."""

from PySide6.QtCore import QEvent, QSize, Qt
from PySide6.QtWidgets import QApplication, QFrame, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from servicedesk.ui.widgets.sizes import em

_WIDEST = 46
"""Width of a column of text that can be read without losing the line, in text heights."""

_MARGIN = 22
_GAP = 14
_ROUND_FOCUS = 12


class _Sheet(QWidget):
    """What is scrolled, as high as its words are in the width that they have."""

    def minimumSizeHint(self) -> QSize:
        """As wide as the layout says: its height is that of words in a narrower column."""
        return QSize(super().minimumSizeHint().width(), 0)

    def heightForWidth(self, width: int) -> int:
        """As high as its parts like, and never less than each of them needs."""
        layout, liked = self.layout(), super().heightForWidth(width)
        return liked if layout is None else max(liked, layout.minimumHeightForWidth(width))


class ScrollPage(QScrollArea):
    """A column of widgets that scrolls; it never scrolls sideways.

    Args:
        widest: of the column, in text heights; 0 for as wide as the page.

    Attributes:
        body: put widgets in here, from the top.
    """

    def __init__(self, parent: QWidget | None = None, *, widest: float = _WIDEST) -> None:
        super().__init__(parent)
        self._widest = widest
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._sheet = _Sheet()
        self._column = QWidget()
        self.body = QVBoxLayout(self._column)
        self.body.setContentsMargins(_MARGIN, _MARGIN, _MARGIN, _MARGIN)
        self.body.setSpacing(_GAP)
        across = QHBoxLayout(self._sheet)
        across.setContentsMargins(0, 0, 0, 0)
        across.addWidget(self._column, 1000)
        across.addStretch(1)
        self.setWidget(self._sheet)
        self.setAutoFillBackground(False)
        self.viewport().setAutoFillBackground(False)
        self._sheet.setAutoFillBackground(False)
        self._limit()
        application = QApplication.instance()
        if isinstance(application, QApplication):
            application.focusChanged.connect(self._follow)

    def _limit(self) -> None:
        if self._widest:
            self._column.setMaximumWidth(em(self, self._widest))

    def _follow(self, _old: QWidget | None, new: QWidget | None) -> None:
        """Keep the keyboard in sight; what is clicked is, and stays where the mouse is."""
        if QApplication.mouseButtons():
            return
        if new is not None and self._sheet.isAncestorOf(new):
            self.show_whole(new)

    def show_whole(self, widget: QWidget) -> None:
        """Scroll until a widget, with its label and what is said under it, is in sight."""
        whole = widget
        while (above := whole.parentWidget()) is not None and above is not self._column:
            if above.height() > self.viewport().height():
                break
            whole = above
            if whole.property("is_field"):
                break
        if not whole.property("is_field"):
            whole = widget
        self.ensureWidgetVisible(whole, 0, _ROUND_FOCUS)

    def to_top(self) -> None:
        """Scroll to where reading begins."""
        self.verticalScrollBar().setValue(0)

    def changeEvent(self, event: QEvent) -> None:
        """Keep the column as wide in letters when the letters grow."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange and hasattr(self, "_column"):
            self._limit()
