# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""Fields for by when: a day with or without a time, or what the charter says of it."""

from collections.abc import Callable, Sequence
from datetime import date, timedelta

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from servicedesk.domain.errors import Refusal
from servicedesk.domain.guides import Question, QuestionKind
from servicedesk.domain.promises import Due
from servicedesk.domain.promises_standards import StandardOffer
from servicedesk.domain.promises_typing import TypedDue
from servicedesk.ui.core.workbench import Workbench
from servicedesk.ui.people.due_words import clock_said, due_said, due_typed
from servicedesk.ui.widgets.chip_row import ChipRow
from servicedesk.ui.widgets.day_field import DayField, long_day, short_day
from servicedesk.ui.widgets.field import Field
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
        is_past: bool = False,
    ) -> None:
        self._read_due = read
        question = Question(id=question_id, kind=QuestionKind.DAY, label=title, is_past=is_past)
        super().__init__(question, bench.labels, bench, parent)
        self._labels = bench.labels
        ahead, past = self.tr("fri, fri 5pm, +5"), self.tr("yesterday, fri, fri 5pm")
        self._edit.setPlaceholderText(past if is_past else ahead)
        self._edit.setMaximumWidth(em(self, _MOST_WIDE))
        self._edit.setMinimumWidth(em(self, _LEAST_WIDE))

    def _choose(self, ahead: int) -> None:
        self._edit.setText(short_day(self._bench.today + timedelta(days=ahead)))
        self.commit()

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
        day = long_day(found.due.day)
        return self.tr("{day}, {clock}").format(day=day, clock=clock) if clock else day

    def value(self) -> str:
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
        offers: counted from now.
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
            chip.setToolTip(offer.sentence)
            chip.setAccessibleDescription(offer.sentence)
        self._place(self._row)
        self._row.chosen.connect(self._on_chosen)

    def _name(self, offer: StandardOffer) -> str:
        due = due_said(offer.due, self._desk.today, self._desk.labels)
        return self.tr("{title}: by {due}").format(title=offer.title, due=due)

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
