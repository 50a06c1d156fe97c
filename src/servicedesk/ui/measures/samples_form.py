# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""The dialog that plans a sample week: its two days, and what is counted."""

from datetime import date, timedelta
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget

from servicedesk.domain.entries_days import read_near_day
from servicedesk.domain.guides import Choice, Question, QuestionKind
from servicedesk.domain.samples_weeks import NOTE_MOST, WEEK_DAYS
from servicedesk.ui.core.workbench import Workbench
from servicedesk.ui.measures.samples_presenter import SamplesPresenter
from servicedesk.ui.widgets.day_field import DayField
from servicedesk.ui.widgets.field import Field
from servicedesk.ui.widgets.fields import make_field
from servicedesk.ui.widgets.form_dialog import FormDialog
from servicedesk.ui.widgets.form_draft import FormDraft

if TYPE_CHECKING:
    from servicedesk.services.samples import SampleOffer


_FORM = "samples"
"""Under which name what is half typed is kept."""


class WeekDayField(DayField):
    """A day of a week that may have been counted already, so that it lies near today."""

    def _usual(self, today: date) -> tuple[tuple[str, int], ...]:
        return (
            (self.tr("A week ago"), -WEEK_DAYS),
            *super()._usual(today),
        )

    def _said(self) -> date:
        return read_near_day(self._edit.text(), self._bench.today, self.question_id)


class SampleForm(FormDialog):
    """Plans a sample week.

    Args:
        bench: of the open file.
        presenter: keeps it.
        offer: what can be counted, and the week that is proposed.
    """

    def __init__(
        self,
        bench: Workbench,
        presenter: SamplesPresenter,
        offer: "SampleOffer",
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(self.tr("Plan a sample week"), parent, self.tr("Plan this week"))
        self._presenter = presenter
        self._ends_on = offer.last.weekday()
        self._is_last_typed = False
        for question in self._questions(offer):
            if question.kind is QuestionKind.DAY:
                self.add(WeekDayField(question, bench.labels, bench))
            else:
                self.add(make_field(question, bench.labels, bench))
        first, last, keys, _ = self.fields()
        first.set_value(offer.first)
        last.set_value(offer.last)
        keys.set_value(offer.usual)
        first.typed.connect(lambda: self._follow_first(first, last))
        last.typed.connect(self._note_last)
        keys.typed.connect(lambda: keys.show_error(""))  # it is mended
        self.save_wanted.connect(self._save)
        FormDraft(self, bench, _FORM, "")

    def _questions(self, offer: "SampleOffer") -> tuple[Question, ...]:
        return (
            Question(
                id="first",
                kind=QuestionKind.DAY,
                label=self.tr("First day"),
                help=self.tr("The next week in which you open is proposed."),
                is_required=True,
            ),
            Question(id="last", kind=QuestionKind.DAY, label=self.tr("Last day"), is_required=True),
            Question(
                id="keys",
                kind=QuestionKind.CHOICES,
                label=self.tr("What do you count?"),
                help=self.tr(
                    "Each is a line on the sheet. Few lines are counted well; many are not."
                ),
                choices=tuple(Choice(id=one.key, label=one.title) for one in offer.standards),
            ),
            Question(
                id="note",
                kind=QuestionKind.TEXT,
                label=self.tr("Note"),
                help=self.tr("Such as the week of the fair."),
                maximum=NOTE_MOST,
            ),
        )

    def _follow_first(self, first: Field, last: Field) -> None:
        """Let the week end on its usual weekday after its first day, unless it was typed."""
        last.show_error("")  # what is wrong with both is said at the last one
        day = first.value()
        if isinstance(day, date) and not self._is_last_typed:
            last.set_value(day + timedelta(days=(self._ends_on - day.weekday()) % WEEK_DAYS))

    def _note_last(self) -> None:
        first, last, *_ = self.fields()
        self._is_last_typed = last.value() != ""
        if isinstance(first.value(), date):
            first.show_error("")  # such as that of a week that is taken

    def _save(self) -> None:
        wrong = self._presenter.plan(self.values())
        if wrong:
            self.show_errors(wrong)
        else:
            self.accept()
