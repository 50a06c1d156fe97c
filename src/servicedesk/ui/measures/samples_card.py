# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""One sample week: its days, and two numbers for each standard that is counted in it."""

from datetime import date

from PySide6.QtCore import QEvent, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from servicedesk.domain.samples import SampleLine, SampleWeekCard
from servicedesk.domain.samples_weeks import split_pair
from servicedesk.ui.measures.samples_hand import day_words, span_words
from servicedesk.ui.widgets.buttons import link_button, side_button
from servicedesk.ui.widgets.card import Card
from servicedesk.ui.widgets.chip import Chip, MarkedLabel
from servicedesk.ui.widgets.enter import is_enter
from servicedesk.ui.widgets.flow import FlowLayout
from servicedesk.ui.widgets.marks import Tone
from servicedesk.ui.widgets.sizes import em
from servicedesk.ui.widgets.text import label, single_line

_WIDTH = 5
"""Of a number, in text heights."""


class TallyLine(QWidget):
    """One standard with its two numbers; kept as soon as the line is left.

    Signals:
        counted: (key, met, seen) the line was left with other numbers than before, as typed.
        next_wanted: Enter was pressed in the last number.

    Args:
        line: as kept.
        days: of the week, for those who listen.

    Attributes:
        met, seen: what is typed in.
    """

    counted = Signal(str, str, str)
    next_wanted = Signal()

    def __init__(self, line: SampleLine, days: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("is_field", True)
        self.key = line.standard_key
        self._kept = ("", "")
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(4)
        across = QHBoxLayout()
        across.setSpacing(8)
        whole.addLayout(across)
        across.addWidget(label(line.title), 1)
        self.met, self.seen = QLineEdit(), QLineEdit()
        names = (
            self.tr("{title}, {days}: how many were kept"),
            self.tr("{title}, {days}: how many there were"),
        )
        for edit, name in zip((self.met, self.seen), names, strict=True):
            edit.setAccessibleName(name.format(title=line.title, days=days))
            edit.setAlignment(Qt.AlignmentFlag.AlignRight)
            edit.editingFinished.connect(self._on_finished)
            edit.installEventFilter(self)
        across.addWidget(self.met)
        across.addWidget(single_line(self.tr("of"), "quiet"))
        across.addWidget(self.seen)
        self._error = MarkedLabel("", Tone.LATE, "error")
        self._error.setWordWrap(True)
        self._error.hide()
        whole.addWidget(self._error)
        self._measure()
        self.show_line(line)

    @property
    def error(self) -> str:
        """What is wrong with it; "" for nothing."""
        return self._error.text()

    def show_line(self, line: SampleLine) -> None:
        """Show the numbers that are kept; what is being typed stays."""
        kept = tuple("" if one is None else str(one) for one in (line.met, line.seen))
        if kept == self._kept:
            return
        self._kept = (kept[0], kept[1])
        self.met.setText(kept[0])
        self.seen.setText(kept[1])
        self.show_error("")

    def show_error(self, sentence: str) -> None:
        """Say what is wrong, or nothing."""
        self._error.setText(sentence)
        self._error.setVisible(bool(sentence))
        for edit in (self.met, self.seen):
            edit.setAccessibleDescription(sentence)

    def commit(self) -> None:
        """Say the numbers, where they are others than before."""
        pair = split_pair(self.met.text()) if not self.seen.text().strip() else None
        if pair is not None:
            self.met.setText(pair[0])
            self.seen.setText(pair[1])
        typed = self.met.text().strip(), self.seen.text().strip()
        if typed == self._kept:
            self.show_error("")
        else:
            self.counted.emit(self.key, *typed)

    def _on_finished(self) -> None:
        QTimer.singleShot(0, self, self._settle)

    def _settle(self) -> None:
        if not (self.met.hasFocus() or self.seen.hasFocus()):
            self.commit()

    def eventFilter(self, watched: object, event: QEvent) -> bool:
        """Go on by Enter: from the first number to the second, from there to the next line."""
        if isinstance(event, QKeyEvent) and event.type() is QEvent.Type.KeyPress:
            if not is_enter(event):
                return False
            is_pair = split_pair(self.met.text()) is not None
            if watched is self.met and not is_pair:
                self.seen.setFocus(Qt.FocusReason.TabFocusReason)
                self.seen.selectAll()
            else:
                self.commit()
                self.next_wanted.emit()
            return True
        return False

    def changeEvent(self, event: QEvent) -> None:
        """Keep the numbers as wide in letters when the letters grow."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange and hasattr(self, "seen"):
            self._measure()

    def _measure(self) -> None:
        for edit in (self.met, self.seen):
            edit.setFixedWidth(em(self, _WIDTH))


class WeekBox(Card):
    """A sample week with its lines.

    Signals:
        counted: (number of the week, key, met, seen) a line was keyed in, as typed.
        print_wanted: (number) its sheet.
        remove_wanted: (number) take it away.

    Args:
        week: as kept.
        today: the day it is.

    Attributes:
        lines: that take numbers, by key; none while the week lies ahead.
        is_begun: whether it takes numbers.
    """

    counted = Signal(int, str, str, str)
    print_wanted = Signal(int)
    remove_wanted = Signal(int)

    def __init__(self, week: SampleWeekCard, today: date, parent: QWidget | None = None) -> None:
        days = span_words(week.first, week.last)
        super().__init__("", parent)
        self.week_id = week.id
        self.lines: dict[str, TallyLine] = {}
        head = QHBoxLayout()
        head.addWidget(label(days, "section"), 1)
        self._chip = Chip("")
        head.addWidget(self._chip, 0, Qt.AlignmentFlag.AlignTop)
        self.body.addLayout(head)
        if week.note:
            self.body.addWidget(label(week.note, "quiet"))
        self.is_begun = week.first <= today
        self._hint = label("", "quiet")
        self.body.addWidget(self._hint)
        if not self.is_begun:
            ahead = self.tr("The week begins on {day}; its numbers can be typed from then.")
            self._hint.setText(ahead.format(day=day_words(week.first)))
            for line in week.lines:
                self.body.addWidget(label(line.title))
        else:
            hint = self.tr(
                "Key in two numbers a line, such as 41 of 46: how many were kept, and how many "
                "there were. Leave a line blank that nobody counted."
            )
            self._hint.setText(hint)
            for line in week.lines:
                self._add(line, days)
        buttons = FlowLayout(gap=10)
        self.body.addLayout(buttons)
        self.print_button = side_button(self.tr("Print the tally sheet"))
        self.print_button.setAccessibleName(", ".join((self.print_button.text(), days)))
        self.remove_button = link_button(self.tr("Remove"))
        self.remove_button.setAccessibleName(self.tr("Remove {days}").format(days=days))
        buttons.addWidget(self.print_button)
        buttons.addWidget(self.remove_button)
        self.print_button.clicked.connect(lambda: self.print_wanted.emit(self.week_id))
        self.remove_button.clicked.connect(lambda: self.remove_wanted.emit(self.week_id))
        self.show_week(week, today)

    def _add(self, line: SampleLine, days: str) -> None:
        made = self.lines[line.standard_key] = TallyLine(line, days)
        made.counted.connect(lambda *said: self.counted.emit(self.week_id, *said))
        made.next_wanted.connect(lambda: self._go_on(made))
        self.body.addWidget(made)

    def _go_on(self, line: TallyLine) -> None:
        lines = list(self.lines.values())
        at = lines.index(line) + 1
        if line.error:
            line.met.setFocus(Qt.FocusReason.OtherFocusReason)
        elif at < len(lines):
            lines[at].met.setFocus(Qt.FocusReason.TabFocusReason)
            lines[at].met.selectAll()
        else:
            self.print_button.setFocus(Qt.FocusReason.TabFocusReason)

    def show_week(self, week: SampleWeekCard, today: date) -> None:
        """Show the numbers that are kept, and where the week stands."""
        for line in week.lines:
            if line.standard_key in self.lines:
                self.lines[line.standard_key].show_line(line)
        self._hint.setVisible(not week.is_keyed_in)
        if week.is_keyed_in:
            self._chip.show_news(self.tr("Keyed in"), "ok")
        elif week.counted:
            words = self.tr("Keyed in, {some} of {all} lines")
            self._chip.show_news(words.format(some=week.counted, all=len(week.lines)), "ok")
        elif week.last < today:
            self._chip.show_news(self.tr("To key in"), "due")
        elif week.first <= today:
            self._chip.show_news(self.tr("Being counted"), "quiet")
        else:
            self._chip.show_news(self.tr("Planned"), "quiet")
