# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""A gentle word under a field in which somebody wrote why help is needed, not what helps."""

from servicedesk.domain.errors import Refusal
from servicedesk.domain.support_words import guarded
from servicedesk.ui.core.labels import Labels
from servicedesk.ui.widgets.field_notices import Notice
from servicedesk.ui.widgets.text_fields import WordsField


def warn_of_why(field: WordsField, labels: Labels) -> None:
    """Have a field say so under itself while such words stand in it; nothing is refused.

    Args:
        field: of words, whose text is kept with a customer's name.
        labels: words for what is named by a code.
    """

    def look() -> None:
        found = guarded(str(field.value() or ""))
        if found is None:
            field.set_notices([])
            return
        refusal = Refusal(found.code, field.question_id, word=found.word)
        field.set_notices([Notice(text=labels.refusal(refusal))])

    field.typed.connect(look)
    field.committed.connect(look)
