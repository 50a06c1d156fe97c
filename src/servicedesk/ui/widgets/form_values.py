# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""Days and sums of money out of the fields of a form, and what cannot be read of them."""

from collections.abc import Mapping
from datetime import date
from typing import TYPE_CHECKING

from servicedesk.domain.errors import Refusal
from servicedesk.domain.guides import QuestionKind
from servicedesk.ui.core.labels import Labels

if TYPE_CHECKING:  # presenters read the fields too, and import no widgets
    from servicedesk.ui.widgets.form_dialog import FormDialog

_TYPED = (QuestionKind.DAY, QuestionKind.MONEY)


def unread(form: "FormDialog", labels: Labels) -> dict[str, str]:
    """What is wrong with the days and sums of a form: a sentence by the id of the field."""
    wrong = {}
    for field in form.fields():
        if field.question.kind in _TYPED:
            try:
                field.checked_value()
            except Refusal as refusal:
                wrong[field.question_id] = labels.refusal(refusal)
    return wrong


def day_of(values: Mapping[str, object], name: str) -> date | None:
    """The day that stands in a field, or None for nothing."""
    found = values.get(name)
    return found if isinstance(found, date) else None


def pence_of(values: Mapping[str, object], name: str) -> int | None:
    """The sum that stands in a field, or None for nothing."""
    found = values.get(name)
    return found if isinstance(found, int) and not isinstance(found, bool) else None
