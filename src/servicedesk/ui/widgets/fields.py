# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""The fields for every kind of question, in one place."""

from collections.abc import Callable

from servicedesk.domain.guides import Question, QuestionKind
from servicedesk.ui.widgets.choice_fields import (
    FEW,
    ChoiceField,
    ChoicesField,
    ComboField,
    ScaleField,
    YesNoField,
)
from servicedesk.ui.widgets.day_field import DayField
from servicedesk.ui.widgets.field import Field, FieldBench, FieldLabels
from servicedesk.ui.widgets.field_notices import Notice
from servicedesk.ui.widgets.hours_field import HoursField
from servicedesk.ui.widgets.money_field import MoneyField
from servicedesk.ui.widgets.number_fields import NumberField
from servicedesk.ui.widgets.text_fields import LongTextField, TextField

__all__ = [
    "ChoiceField", "ChoicesField", "ComboField", "DayField", "Field", "FieldBench", "FieldLabels",
    "HoursField", "LongTextField", "MoneyField", "Notice", "NumberField",
    "ScaleField", "TextField", "YesNoField", "make_field",
]  # fmt: skip

_Maker = Callable[[Question, FieldLabels, FieldBench], Field]


def _choice(question: Question, labels: FieldLabels, bench: FieldBench) -> Field:
    made = ChoiceField if len(question.choices) <= FEW else ComboField
    return made(question, labels, bench)


_MAKERS: dict[QuestionKind, _Maker] = {
    QuestionKind.TEXT: TextField,
    QuestionKind.LONG_TEXT: LongTextField,
    QuestionKind.WHOLE_NUMBER: NumberField,
    QuestionKind.CHOICE: _choice,
    QuestionKind.CHOICES: ChoicesField,
    QuestionKind.YES_NO: YesNoField,
    QuestionKind.SCALE: ScaleField,
    QuestionKind.HOURS: HoursField,
    QuestionKind.CONTACT: TextField,
    QuestionKind.MONEY: MoneyField,
    QuestionKind.DAY: DayField,
}


def make_field(question: Question, labels: FieldLabels, bench: FieldBench) -> Field:
    """Make the field that a question is answered in.

    Args:
        question: of any kind but a standard, which the charter edits in a way of its own.
        labels: words for what is named by a code.
        bench: the day and the colours.

    Raises:
        ValueError: the question is a standard.
    """
    if question.kind is QuestionKind.STANDARD:
        raise ValueError("a standard has an editor of its own")
    return _MAKERS[question.kind](question, labels, bench)
