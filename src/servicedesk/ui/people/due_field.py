# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""Fields for by when: a day with or without a time, or what the charter says of it.

Where the day is one on which the business is shut, a hint says so and offers the next open one.
"""

from collections.abc import Callable, Sequence
from datetime import date, timedelta
from decimal import Decimal

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from servicedesk.domain.calendars import DayKind
from servicedesk.domain.errors import Refusal
from servicedesk.domain.guides import Question, QuestionKind
from servicedesk.domain.promises import Due
from servicedesk.domain.promises_shut import ShutDay, shut_words
from servicedesk.domain.promises_standards import StandardOffer
from servicedesk.domain.promises_typing import TypedDue
from servicedesk.ui.core.tips import plain_tip
from servicedesk.ui.core.workbench import Workbench
from servicedesk.ui.people.due_words import clock_said, due_said, due_typed, full_day
from servicedesk.ui.widgets.buttons import link_button
from servicedesk.ui.widgets.chip import MarkedLabel
from servicedesk.ui.widgets.chip_row import ChipRow
from servicedesk.ui.widgets.day_field import DayField, long_day, short_day
from servicedesk.ui.widgets.field import Field
from servicedesk.ui.widgets.flow import FlowLayout
from servicedesk.ui.widgets.marks import Tone
from servicedesk.ui.widgets.sizes import em

_LEAST_WIDE, _MOST_WIDE = 14, 18
"""Of the line in text heights: it holds a day in figures, and the time after it."""


class DueField(DayField):
    """By when: "fri", "fri 5pm", "3 opening days"; the tidy result stands beside it.

    Args:
        bench: of the open file.
        title: the label over the field.
        read: reads what is typed; raises Refusal.
        question_id: under which a dialog knows the field.
        shut: tells whether the business is shut on a day; None asks nobody.
        is_past: it is about something done.
    """

    def __init__(
        self,
        bench: Workbench,
        title: str,
        read: Callable[[str], TypedDue],
        question_id: str = "due",
        parent: QWidget | None = None,
        *,
        shut: Callable[[Due], ShutDay | None] | None = None,
        is_past: bool = False,
    ) -> None:
        self._read_due = read
        self._find_shut = shut
        self._shut: ShutDay | None = None
        question = Question(id=question_id, kind=QuestionKind.DAY, label=title, is_past=is_past)
        super().__init__(question, bench.labels, bench, parent)
        self._labels = bench.labels
        ahead, past = self.tr("fri, fri 5pm, +5"), self.tr("yesterday, fri, fri 5pm")
        self._edit.setPlaceholderText(past if is_past else ahead)
        self._edit.setMaximumWidth(em(self, _MOST_WIDE))
        self._edit.setMinimumWidth(em(self, _LEAST_WIDE))

    def _build(self) -> None:
        super()._build()
        self.hint = QWidget()
        rows = QVBoxLayout(self.hint)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.setSpacing(0)
        self._hint_words = MarkedLabel("", Tone.DUE, "small")
        self._hint_words.setWordWrap(True)
        self.take_button = link_button("")
        self.take_button.clicked.connect(self.take_open_day)
        line = FlowLayout()
        line.addWidget(self.take_button)
        rows.addWidget(self._hint_words)
        rows.addLayout(line)
        self._place(self.hint)
        self._edit.installEventFilter(self)
        self.hint.hide()

    def _on_text(self) -> None:
        super()._on_text()
        self._look()

    def _look(self) -> None:
        """Say whether the business is shut on the day that is typed."""
        try:
            found = self.typed_due()
        except Refusal:
            found = None
        ask = self._find_shut
        self._shut = None if found is None or ask is None else ask(found.due)
        shut = self._shut
        words = "" if shut is None else shut_words(shut, self._labels, self._short)
        self._hint_words.setText(words)
        instead = None if shut is None else shut.instead
        if instead is not None:
            take = self.tr("Take {day} (Down key)")
            self.take_button.setText(take.format(day=self._short(instead.day)))
        self.take_button.setVisible(instead is not None)
        self.hint.setVisible(bool(words))
        self._describe(self.error())

    def _description(self, sentence: str = "") -> str:
        """What is wrong, and that it is a day on which the business is shut."""
        shut, said = self._shut, [super()._description(sentence)]
        if shut is not None:
            said.append(self._hint_words.text())
            if shut.instead is not None:
                said.append(self.take_button.text())
        return " ".join(part for part in said if part)

    def _short(self, day: date) -> str:
        return full_day(day, self._bench.today)

    def take_open_day(self) -> None:
        """Take the next open day in the place of one on which the business is shut."""
        if self._shut is not None and self._shut.instead is not None:
            self._edit.setText(due_typed(self._shut.instead))
            self._edit.setFocus(Qt.FocusReason.OtherFocusReason)
            self.commit()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """The Down key takes the next open day."""
        if (
            watched is self._edit
            and self._shut is not None
            and isinstance(event, QKeyEvent)
            and event.type() is QEvent.Type.KeyPress
            and event.key() == Qt.Key.Key_Down
        ):
            self.take_open_day()
            return True
        return super().eventFilter(watched, event)

    def _choose(self, ahead: int) -> None:
        self._edit.setText(short_day(self._bench.today + timedelta(days=ahead)))
        self.commit()

    def read_again(self) -> None:
        """Read what is typed once more: counts may begin on another day now."""
        self._on_text()

    def typed_due(self) -> TypedDue | None:
        """By when, or None where nothing is typed.

        Raises:
            Refusal: it cannot be read.
        """
        typed = self._edit.text().strip()
        return self._read_due(typed) if typed else None

    def _reading(self) -> str:
        try:
            found = self.typed_due()
        except Refusal:
            return ""
        if found is None:
            return ""
        clock = clock_said(found.due, self._labels)
        day, count = long_day(found.due.day), found.allowance
        if count is not None and count.unit == DayKind.CALENDAR.value:
            days = self._labels.count("standard.amount.day_calendar", Decimal(count.amount))
            return self.tr("{day} ({days})").format(day=day, days=days)
        return self.tr("{day}, {clock}").format(day=day, clock=clock) if clock else day

    def value(self) -> object:
        """What is typed."""
        return self._edit.text().strip()

    def _show_value(self, value: object) -> None:
        if isinstance(value, Due):
            self._edit.setText(due_typed(value))
        elif isinstance(value, date):
            self._edit.setText(short_day(value))
        else:
            self._edit.setText(str(value or ""))


class StandardField(Field):
    """What the charter promises of such things: choosing one sets the day.

    Signals:
        offered: (StandardOffer or None) was chosen, or let go of.

    Args:
        bench: of the open file.
        offers: counted from the day of the promise.
    """

    offered = Signal(object)

    def __init__(
        self, bench: Workbench, offers: Sequence[StandardOffer], parent: QWidget | None = None
    ) -> None:
        self._offers = tuple(offers)
        self._desk = bench
        question = Question(
            id="standard_key", kind=QuestionKind.CHOICE, label=self.tr("From our charter")
        )
        super().__init__(question, bench.labels, bench, parent)

    def _build(self) -> None:
        names = [self._name(offer) for offer in self._offers]
        self._row = ChipRow(names, is_single=True)
        self._row.setAccessibleName(self.question.label)
        for chip, offer in zip(self._row.chips, self._offers, strict=True):
            chip.setToolTip(plain_tip(offer.sentence))
            chip.setAccessibleDescription(offer.sentence)
        self._place(self._row)
        self._row.chosen.connect(self._on_chosen)

    def _name(self, offer: StandardOffer) -> str:
        due = due_said(offer.due, self._desk.today, self._desk.labels)
        return self.tr("{title}: by {due}").format(title=offer.title, due=due)

    def count_anew(self, offers: Sequence[StandardOffer]) -> StandardOffer | None:
        """Show the same standards counted from another day; the chosen one of them."""
        self._offers = tuple(offers)
        for chip, offer in zip(self._row.chips, self._offers, strict=True):
            chip.setText(self._name(offer))
            chip.setAccessibleName(chip.text())
        return self.offer

    @property
    def offer(self) -> StandardOffer | None:
        """The one that is chosen."""
        picked = self._row.picked()
        return self._offers[picked[0]] if picked else None

    def value(self) -> str:
        """The key of the standard; "" for none."""
        return self.offer.key if self.offer is not None else ""

    def _show_value(self, value: object) -> None:
        self._row.pick([at for at, offer in enumerate(self._offers) if offer.key == value])

    def _on_chosen(self) -> None:
        self.offered.emit(self.offer)
        self._note_choice()

    def _describe(self, sentence: str) -> None:
        """The chips tell their own sentences."""

    def focus_target(self) -> QWidget:
        """The chip that Tab comes to."""
        return self._row.resting()
