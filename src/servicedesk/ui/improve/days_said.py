# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""Days in words, and days out of the fields of a form."""

from collections.abc import Mapping
from datetime import date

from PySide6.QtCore import QDate, QLocale

from servicedesk.domain.errors import Refusal
from servicedesk.domain.guides import QuestionKind
from servicedesk.ui.core.labels import Labels
from servicedesk.ui.widgets.form_dialog import FormDialog


def day_said(day: date) -> str:
    """A day, such as "Mon 7 Dec 2026"."""
    return QLocale().toString(QDate(day.year, day.month, day.day), "ddd d MMM yyyy")


def days_unread(form: FormDialog, labels: Labels) -> dict[str, str]:
    """What is wrong with the days of a form: a sentence by the id of the field."""
    wrong = {}
    for field in form.fields():
        if field.question.kind is QuestionKind.DAY:
            try:
                field.checked_value()
            except Refusal as refusal:
                wrong[field.question_id] = labels.refusal(refusal)
    return wrong


def day_in(values: Mapping[str, object], name: str) -> date | None:
    """The day that stands in a field, or None for nothing."""
    found = values.get(name)
    return found if isinstance(found, date) else None
