# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""Why something is due when it is: the parts of its count, one line each, and their sum.

Whoever shows a due date has its presenter ask ``calendars.why`` and hands the answer in here.
"""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from PySide6.QtCore import QDate, QLocale, Qt, QTimer
from PySide6.QtGui import QKeyEvent, QShowEvent
from PySide6.QtWidgets import QDialog, QFrame, QGridLayout, QVBoxLayout, QWidget

from servicedesk.domain.calendars import LONDON
from servicedesk.domain.calendars_segments import Count
from servicedesk.domain.calendars_words import Telling, WhyLine, WhyWords, why_words
from servicedesk.domain.promises import Due
from servicedesk.ui.core.workbench import Workbench
from servicedesk.ui.widgets.buttons import side_button
from servicedesk.ui.widgets.card import Card, Notice
from servicedesk.ui.widgets.chip import MarkedLabel
from servicedesk.ui.widgets.marks import Tone
from servicedesk.ui.widgets.scroll import ScrollPage
from servicedesk.ui.widgets.sizes import em, keep_on_screen, most_room
from servicedesk.ui.widgets.text import label, single_line

_WIDTH = 46
"""Of the dialog, in text heights, where the screen has the room."""

_MARGIN = 20
_SHARES = (6, 6)
"""Of the room that days and words get."""


class WhyPanel(QWidget):
    """The parts of a count under what was counted, and their sum.

    Args:
        words: what it says.
    """

    def __init__(self, words: WhyWords, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.words = words
        body = QVBoxLayout(self)
        body.setContentsMargins(0, 0, 0, 0)
        body.setSpacing(12)
        body.addWidget(label(words.rule))
        self._card = Card()
        self._grid = QGridLayout()
        self._grid.setHorizontalSpacing(16)
        self._grid.setVerticalSpacing(8)
        for column, share in enumerate(_SHARES):
            self._grid.setColumnStretch(column, share)
        self._card.body.addLayout(self._grid)
        for row, line in enumerate(words.lines):
            self._add(row, line)
        rule = QFrame()
        rule.setObjectName("line")
        self._card.body.addWidget(rule)
        self._card.body.addWidget(label(words.total, "strong"))
        body.addWidget(self._card)
        for note in words.notes:
            body.addWidget(Notice("due", note))

    def _add(self, row: int, line: WhyLine) -> None:
        tone = Tone.OK if line.counts else Tone.QUIET
        when = MarkedLabel(line.when, tone, "strong" if line.counts else "quiet")
        when.setWordWrap(True)
        top = Qt.AlignmentFlag.AlignTop
        self._grid.addWidget(when, row, 0, top)
        self._grid.addWidget(label(line.words, "" if line.counts else "quiet"), row, 1, top)
        if line.amount:
            self._grid.addWidget(
                single_line(line.amount), row, 2, top | Qt.AlignmentFlag.AlignRight
            )

    def spoken(self) -> str:
        """All of it in one go, for those who hear the screen."""
        lines = (
            ", ".join(part for part in (line.when, line.words, line.amount) if part)
            for line in self.words.lines
        )
        return " ".join((self.words.rule, *(f"{line}." for line in lines), self.words.total))


class WhyDialog(QDialog):
    """The panel over the window that asked. Esc closes; the arrows scroll.

    Args:
        words: what it says.
        parent: the window that asks.
        more: other days that were asked about with it, each below its own title.
    """

    def __init__(
        self, words: WhyWords, parent: QWidget | None = None, more: Sequence[WhyWords] = ()
    ) -> None:
        super().__init__(parent)
        self.setWindowTitle(words.title)
        self.setModal(True)
        self.panel = WhyPanel(words)
        self.more = tuple(WhyPanel(one) for one in more)
        spoken = (one.spoken() for one in (self.panel, *self.more))
        self.setAccessibleDescription(" ".join(spoken))
        self._head = label(words.title, "title")
        self._head.setContentsMargins(_MARGIN, _MARGIN, _MARGIN, 0)
        self._page = ScrollPage(widest=0)
        self._page.body.setContentsMargins(_MARGIN, 8, _MARGIN, 8)
        self._page.body.addWidget(self.panel)
        for one in self.more:
            self._page.body.addWidget(label(one.words.title, "title"))
            self._page.body.addWidget(one)
        self._page.body.addStretch(1)
        self.close_button = side_button(self.tr("Close"))
        self.close_button.clicked.connect(self.accept)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(self._head)
        whole.addWidget(self._page, 1)
        foot = QVBoxLayout()
        foot.setContentsMargins(_MARGIN, 4, _MARGIN, _MARGIN)
        foot.addWidget(self.close_button, 0, Qt.AlignmentFlag.AlignLeft)
        whole.addLayout(foot)

    def showEvent(self, event: QShowEvent) -> None:
        """Take the room that the lines need, within the screen."""
        super().showEvent(event)
        room = most_room(self)
        width = min(em(self, _WIDTH), room.width())
        inside = self.panel.heightForWidth(width - 2 * _MARGIN)
        around = self._head.heightForWidth(width) + self.close_button.sizeHint().height()
        self.resize(width, min(inside + around + 3 * _MARGIN, room.height()))
        keep_on_screen(self)
        self.close_button.setFocus(Qt.FocusReason.OtherFocusReason)
        QTimer.singleShot(0, self, self._grow)

    def _grow(self) -> None:
        """Take what the lines turn out to need once they have their width."""
        hidden, most = self._page.verticalScrollBar().maximum(), most_room(self).height()
        if hidden and self.height() < most:
            self.resize(self.width(), min(self.height() + hidden, most))
            keep_on_screen(self)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Scroll by the arrows and by Page Up and Page Down."""
        bar = self._page.verticalScrollBar()
        steps = {
            Qt.Key.Key_Down: bar.singleStep(),
            Qt.Key.Key_Up: -bar.singleStep(),
            Qt.Key.Key_PageDown: bar.pageStep(),
            Qt.Key.Key_PageUp: -bar.pageStep(),
        }
        step = steps.get(Qt.Key(event.key()))
        if step is None:
            super().keyPressEvent(event)
        else:
            bar.setValue(bar.value() + step)


def words_of(count: Count, due: Due | None, bench: Workbench) -> WhyWords:
    """Say a count in the words of the screen.

    Args:
        count: as ``calendars.why`` gives it.
        due: by when it is due now; None for what the count comes out at.
        bench: of the open file.
    """
    return why_words(count, due, Telling(phrases=bench.labels, day=_day, zone=LONDON))


def show_why(
    count: Count,
    due: Due | None,
    bench: Workbench,
    parent: QWidget,
    more: Sequence[tuple[str, Count]] = (),
    title: str = "",
) -> WhyDialog:
    """Show why something is due when it is; see ``words_of``.

    Args:
        count: as ``calendars.why`` gives it.
        due: by when it is due now; None for what the count comes out at.
        bench: of the open file.
        parent: the widget that asks.
        more: other counts that were asked about with it, each with its title.
        title: over the first; "" for when it is due.
    """
    words = words_of(count, due, bench)
    others = [replace(words_of(one, None, bench), title=name) for name, one in more]
    shown = replace(words, title=title or words.title)
    dialog = WhyDialog(shown, parent.window(), others)
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    dialog.open()
    return dialog


def _day(day: date) -> str:
    return QLocale().toString(QDate(day.year, day.month, day.day), "ddd d MMM")
