# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""A field for opening hours: a line for each weekday, typed as people write them."""

from collections.abc import Mapping, Sequence
from typing import cast

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QLineEdit, QPushButton, QWidget

from servicedesk.domain.errors import Refusal
from servicedesk.domain.hours import (
    WEEK,
    Weekday,
    WeeklyHours,
    hours_lines,
    parse_week,
    week_as_typed,
)
from servicedesk.domain.phrases import Phrases
from servicedesk.ui.widgets.buttons import chip_button, link_button, side_button
from servicedesk.ui.widgets.chip import MarkedLabel
from servicedesk.ui.widgets.field import Field, is_leaving
from servicedesk.ui.widgets.hours_typing import day_as_typed, read_day_hours
from servicedesk.ui.widgets.marks import Tone
from servicedesk.ui.widgets.sizes import em
from servicedesk.ui.widgets.text import label, single_line

_ROOM_FOR_LINKS = 30
"""Least width of the field, in text heights, in which a link stands beside each day."""

_UNREAD = ("hours_format", "hours_time")
"""Codes of what cannot be read; the usual sentences tell how files write hours."""

_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)

_ENDS = (4, 6)
"""Friday and Sunday: where copying down ends, as the days of a weekend are seldom like others."""


class _DayRow(QObject):
    """One weekday: what is typed, whether it is closed, and what is wrong with it.

    Signals:
        typed: the words changed.
        closed_chosen: Closed was pressed or let go of.
        copied: these hours are wanted on the days below.
    """

    typed = Signal()
    closed_chosen = Signal()
    copied = Signal()

    def __init__(self, name: str, day: Weekday, parent: QWidget) -> None:
        super().__init__(parent)
        self.day = day
        self.name = single_line(name)
        self.edit = QLineEdit()
        self.edit.setAccessibleName(name)
        self.closed = chip_button(self.tr("Closed"))
        self.copy: QPushButton = link_button(self.tr("Copy down"))
        for button in (self.closed, self.copy):  # "closed" and Ctrl+Down do the same by key
            button.setFocusPolicy(Qt.FocusPolicy.NoFocus)
            button.setAccessibleDescription(name)
        self.error = MarkedLabel("", Tone.LATE, "error")
        self.error.setWordWrap(True)
        self.error.hide()
        self.edit.textChanged.connect(self._on_text)
        self.closed.clicked.connect(self._on_closed)
        self.copy.clicked.connect(self.copied)

    def text(self) -> str:
        """What is typed."""
        return self.edit.text()

    def parts(self) -> list[str]:
        """The stretches of the day; none for a closed day."""
        return read_day_hours(self._spoken())

    def _spoken(self) -> str:
        text = self.text().strip()
        return "" if text.casefold() == self.closed.text().casefold() else text

    def show_text(self, text: str) -> None:
        """Show other words."""
        if text != self.edit.text():
            self.edit.setText(text)
            self.edit.setCursorPosition(0)

    def show_error(self, sentence: str) -> None:
        """Say what is wrong; "" takes it away."""
        self.error.setText(sentence)
        self.error.setVisible(bool(sentence))
        self.edit.setAccessibleDescription(sentence)

    def _on_text(self) -> None:
        self.closed.setChecked(bool(self.text().strip()) and not self.parts())
        self.typed.emit()

    def _on_closed(self) -> None:
        self.show_text(self.closed.text() if self.closed.isChecked() else "")
        self.closed_chosen.emit()


class HoursField(Field):
    """The hours of an ordinary week."""

    def _build(self) -> None:
        week = QWidget()
        self._grid = QGridLayout(week)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(10)
        self._grid.setVerticalSpacing(4)
        self._grid.setColumnStretch(1, 1)
        self._days = tuple(_DayRow(self._labels.enum(day), day, self) for day in WEEK)
        self._last = self._days[0]
        self._is_clicked = False
        for at, row in enumerate(self._days):
            self._lay(at, row)
        self._place(week)
        self._how = label(
            self.tr(
                "Type hours such as 9-5.30, or 8-12, 1-5.30. Leave a day empty when you are "
                "closed. Ctrl+Down copies a day to the days below it, as far as Friday."
            ),
            "small",
        )
        self._same = side_button(self.tr("Same every day"))
        self._same.clicked.connect(self._on_same)
        self._printed = label("", "quiet")
        foot = QWidget()
        line = QHBoxLayout(foot)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(12)
        line.addWidget(self._same)
        line.addWidget(self._printed, 1)
        self._place(foot)
        self._rows.insertWidget(2, self._how)

    def _lay(self, at: int, row: _DayRow) -> None:
        self._grid.addWidget(row.name, 2 * at, 0)
        self._grid.addWidget(row.edit, 2 * at, 1)
        self._grid.addWidget(row.closed, 2 * at, 2)
        if at in _ENDS:
            row.copy.setParent(None)
        else:
            self._grid.addWidget(row.copy, 2 * at, 3)
        self._grid.addWidget(row.error, 2 * at + 1, 1, 1, 3)
        row.edit.installEventFilter(self)
        row.typed.connect(self._on_typed)
        row.closed_chosen.connect(self.commit)
        row.copied.connect(lambda: self._copy_down(row))

    def value(self) -> object:
        """Weekday to stretches, as ``parse_week`` reads them; "" while nothing is said."""
        if not any(row.text().strip() for row in self._days):
            return ""
        return {str(row.day): row.parts() for row in self._days}

    def _show_value(self, value: object) -> None:
        if isinstance(value, Mapping):
            self._show_raw(value)
            return
        week = value if isinstance(value, WeeklyHours) else None
        wanted = week_as_typed(week) if week else {}
        for row, intervals in zip(self._days, week.days if week else ((),) * 7, strict=True):
            is_said = bool(row.text().strip()) and row.parts() == wanted.get(row.day, [])
            if week is None:
                row.show_text("")
            elif not is_said:
                row.show_text(day_as_typed(intervals) or row.closed.text())
            row.show_error("")
        self._show_printed()

    def _show_raw(self, week: Mapping[str, Sequence[str]]) -> None:
        """Show what was typed, with all that was wrong with it."""
        for row in self._days:
            parts = week.get(str(row.day), ())
            row.show_text(", ".join(parts) or row.closed.text())
        self._show_printed()

    def _on_typed(self) -> None:
        self._show_printed()
        self._note_typing()

    def _week(self) -> WeeklyHours | None:
        value = self.value()
        if not isinstance(value, dict):
            return None
        try:
            return parse_week(value)
        except Refusal:
            return None

    def _show_printed(self) -> None:
        week = self._week()
        phrases = cast(Phrases, self._labels)  # the same words speak to screens and to rules
        self._printed.setText("\n".join(hours_lines(week, phrases)) if week else "")

    def _judge(self, row: _DayRow) -> None:
        try:
            parse_week({str(row.day): row.parts()})
        except Refusal as refusal:
            row.show_error(self._told(refusal))
        else:
            row.show_error("")

    def _told(self, refusal: Refusal) -> str:
        """What is wrong with a day, in the way in which hours are typed here."""
        if refusal.code not in _UNREAD:
            return self._labels.refusal(refusal)
        return self.tr(
            "“{typed}” cannot be read as opening hours. Type them such as 9-5.30, or 8-12, 1-5.30."
        ).format(typed=refusal.params["typed"])

    def commit(self) -> None:
        """Take the week as said, and tell beside each day what is wrong with it."""
        for row in self._days:
            self._judge(row)
        super().commit()

    def show_error(self, sentence: str) -> None:
        """Say what is wrong; while days say what is wrong with them it is not said again."""
        is_beside = any(row.error.text() for row in self._days)
        super().show_error("" if is_beside else sentence)

    def error(self) -> str:
        """What is wrong with the week, or with its first day that has something wrong."""
        beside = [row.error.text() for row in self._days if row.error.text()]
        return super().error() or (beside[0] if beside else "")

    def focus_target(self) -> QLineEdit:
        """The first day that has something wrong, or Monday."""
        wrong = [row.edit for row in self._days if row.error.text()]
        return wrong[0] if wrong else self._days[0].edit

    def _copy_down(self, source: _DayRow) -> None:
        at = self._days.index(source)
        end = next(end for end in _ENDS if at <= end)
        for row in self._days[at + 1 : end + 1]:
            row.show_text(source.text())
        self.commit()

    def _on_same(self) -> None:
        said = [row for row in (self._last, *self._days) if row.parts()]
        if not said:
            self._days[0].edit.setFocus()
            return
        for row in self._days:
            row.show_text(said[0].text())
        self.commit()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Follow the keyboard from day to day; Ctrl+Down copies a day to weekdays below it."""
        row = next((row for row in self._days if row.edit is watched), None)
        if row is None:
            return super().eventFilter(watched, event)
        if isinstance(event, QFocusEvent) and event.type() is QEvent.Type.FocusIn:
            self._last = row
            self._is_clicked = event.reason() is Qt.FocusReason.MouseFocusReason
        elif event.type() is QEvent.Type.MouseButtonRelease:
            self._choose_all(row)
        elif is_leaving(event):
            self.commit()
        elif isinstance(event, QKeyEvent) and event.type() is QEvent.Type.KeyPress:
            return self._walk(row, event)
        return False

    def _choose_all(self, row: _DayRow) -> None:
        """Have the words of a day that was just clicked typed over, unless some were marked."""
        if self._is_clicked and not row.edit.hasSelectedText():
            row.edit.selectAll()
        self._is_clicked = False

    def _walk(self, row: _DayRow, event: QKeyEvent) -> bool:
        """Take an arrow key, if it is one; Enter goes on to the next day, as in a notebook."""
        held = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        if event.key() in _ENTER and row is not self._days[-1] and not held:
            self._go(row, 1)
            return True
        if event.key() not in (Qt.Key.Key_Down, Qt.Key.Key_Up):
            return False
        is_down = event.key() == Qt.Key.Key_Down
        if is_down and event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self._copy_down(row)
        else:
            self._go(row, 1 if is_down else -1)
        return True

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Leave the links away where the hours need their room; Ctrl+Down does the same."""
        super().resizeEvent(event)
        has_room = event.size().width() >= em(self, _ROOM_FOR_LINKS)
        for at, row in enumerate(self._days):
            if at not in _ENDS:
                row.copy.setVisible(has_room)

    def _go(self, row: _DayRow, step: int) -> None:
        at = self._days.index(row) + step
        if 0 <= at < len(self._days):
            self._days[at].edit.setFocus(Qt.FocusReason.TabFocusReason)
            self._days[at].edit.selectAll()
