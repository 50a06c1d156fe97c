# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""The bar at the foot: says what was done, with Undo for ten seconds.

It lies over the page, so that nothing in the page moves while somebody is about to press it, and
it keeps off the page's buttons.
"""

from collections.abc import Iterator

from PySide6.QtCore import QEvent, QObject, QPoint, QRect, QSize, Qt, QTimer, Signal
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QAbstractSpinBox,
    QComboBox,
    QFrame,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QPushButton,
    QWidget,
)

from servicedesk.ui.core.theme import Theme
from servicedesk.ui.widgets.enter import press_by_enter
from servicedesk.ui.widgets.tab_order import come_last
from servicedesk.ui.widgets.text import IN_SIGHT

_STAYS_MS = 10_000
_OFF_EDGE = 1.2
"""Between the bar and the edges of the page, in text heights."""

_TYPED_IN = (QLineEdit, QPlainTextEdit, QComboBox, QAbstractSpinBox, QAbstractItemView)


class UndoBar(QFrame):
    """Hidden until something is said.

    Signals:
        undo_wanted: its button was pressed.

    Args:
        theme: measures.
    """

    undo_wanted = Signal()

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._over: QWidget | None = None
        self.setObjectName("undo_bar")
        self._sentence = QLabel()
        self._sentence.setTextFormat(Qt.TextFormat.PlainText)
        self._sentence.setWordWrap(True)
        self._undo = QPushButton(self.tr("Undo"))
        self._undo.setObjectName("link")
        self._undo.clicked.connect(self._ask)
        self._close = QPushButton(self.tr("Close this message"))
        self._close.setObjectName("link")
        self._close.clicked.connect(self.hush)
        press_by_enter(self._undo, self._close)
        self._row = QHBoxLayout(self)
        self._row.addWidget(self._sentence, 1)
        self._row.addWidget(self._undo)
        self._row.addWidget(self._close)
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(_STAYS_MS)
        self._timer.timeout.connect(self._time_is_up)
        self._standing = ""
        self.dress()
        self.hide()

    def lie_over(self, page: QWidget) -> None:
        """Lie over the foot of a page from now on.

        Args:
            page: or what holds one page after the other.
        """
        self._over = page
        self.setParent(page.parentWidget())
        self.hide()
        page.installEventFilter(self)

    def find_place(self) -> None:
        """Go where no button of the page is, and where one can be helped, no field either."""
        if not self.isHidden():
            self._go_there()

    def _go_there(self) -> None:
        if self._over is None:
            return
        edge = self._theme.em(_OFF_EDGE)
        room = QRect(self._over.pos(), self._over.size()).adjusted(edge, 0, -edge, -edge)
        size = self._wanted(room.width())
        buttons = tuple(self._rects(QAbstractButton))
        typed = (*buttons, *self._rects(_TYPED_IN))
        told = tuple(self._rects(QLabel, IN_SIGHT))
        for taken in ((*typed, *told), typed, buttons, ()):
            place = next(_free(room, size, taken, edge), None)
            if place is not None:
                self.setGeometry(place)
                break
        self.raise_()

    def _wanted(self, most: int) -> QSize:
        """On one line where there is the room, else on as many as the sentence takes."""
        self.ensurePolished()
        self._sentence.ensurePolished()
        buttons = [one for one in (self._undo, self._close) if not one.isHidden()]
        words = self._sentence.fontMetrics().horizontalAdvance(self._sentence.text())
        wide = words + sum(one.sizeHint().width() + self._row.spacing() for one in buttons)
        margins = self._row.contentsMargins()
        around = margins.left() + margins.right() + 2 * self.frameWidth() + self._theme.em(0.5)
        width = min(most, wide + around)
        return QSize(width, max(self.heightForWidth(width), self.minimumSizeHint().height()))

    def _rects(
        self, kind: type[QWidget] | tuple[type[QWidget], ...], mark: str = ""
    ) -> Iterator[QRect]:
        """Where the page shows widgets of a kind that have a mark, as far as they are in sight."""
        over = self._over
        if over is None:
            return
        for widget in over.findChildren(QWidget):
            if not isinstance(widget, kind) or not widget.isVisible():
                continue
            if mark and not widget.property(mark):
                continue
            seen = QRect(QPoint(), widget.size())
            above: QWidget | None = widget
            while above is not None and above is not over:
                seen, above = seen.translated(above.pos()), above.parentWidget()
                seen &= QRect() if above is None else above.rect()
            if not seen.isEmpty():
                yield seen.translated(over.pos())

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Stay at the foot of the page when that moves."""
        if watched is self._over and event.type() in (QEvent.Type.Resize, QEvent.Type.Move):
            self.find_place()
        return super().eventFilter(watched, event)

    def come_last(self) -> None:
        """Have Tab come here after the page, whatever the page has built since the bar was."""
        if not self.isHidden():
            come_last([self._undo, self._close])

    def dress(self) -> None:
        """Take measures from the theme as it is now."""
        em = self._theme.em
        self._row.setContentsMargins(em(1.2), em(0.3), em(1.2), em(0.3))
        self._row.setSpacing(em(0.8))
        self.find_place()

    @property
    def sentence(self) -> str:
        """What it says; "" while it is hidden."""
        return "" if self.isHidden() else self._sentence.text()

    def say(self, sentence: str, can_undo: bool) -> None:
        """Show a sentence for a while, aloud too, with or without Undo.

        What stands is replaced by something that was done, and not by news that come meanwhile.
        """
        if can_undo:
            self._standing = ""
        self._show(" ".join(part for part in (self._standing, sentence) if part), can_undo)
        self._timer.start()
        self._speak(sentence)

    def stand(self, sentence: str) -> None:
        """Show a sentence until it is closed or the next thing is done, aloud too."""
        self._standing = sentence
        self._timer.stop()
        self._show(sentence, can_undo=False)
        self._speak(sentence)

    def _show(self, words: str, can_undo: bool) -> None:
        self._sentence.setText(words)
        self._undo.setVisible(can_undo)
        self._go_there()  # shown elsewhere first it would flicker, and catch the mouse there
        self.show()
        QTimer.singleShot(0, self, self.find_place)  # what was done may change the page yet

    def _speak(self, sentence: str) -> None:
        from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent  # not at start

        QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self, sentence))

    def hush(self) -> None:
        """Say nothing any more."""
        self._standing = ""
        self._timer.stop()
        self._sentence.setText("")
        self.hide()

    def _ask(self) -> None:
        self.hide()
        self.undo_wanted.emit()

    def _time_is_up(self) -> None:
        """Go, unless somebody is just about to press one of its buttons, by key or mouse."""
        if self._undo.hasFocus() or self._close.hasFocus() or self.underMouse():
            self._timer.start()
        elif self._standing:
            self._show(self._standing, can_undo=False)
        else:
            self.hide()


def _free(room: QRect, size: QSize, taken: tuple[QRect, ...], step: int) -> Iterator[QRect]:
    """Places in a room that nothing takes: the lowest first, and from the right to the left."""
    lefts = (
        room.right() + 1 - size.width(),
        room.center().x() - size.width() // 2,
        room.left(),
    )
    for top in range(room.bottom() + 1 - size.height(), room.top() - 1, -step):
        for left in lefts:
            place = QRect(QPoint(left, top), size)
            if not any(place.intersects(rect) for rect in taken):
                yield place
