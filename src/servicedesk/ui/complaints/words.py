# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""How a complaint is named in one line, wherever the room speaks of it."""

from PySide6.QtCore import QCoreApplication

from servicedesk.domain.complaints import ComplaintCard, Stage
from servicedesk.domain.complaints_file import ComplaintFile
from servicedesk.domain.complaints_guards import AGREED, finding_of
from servicedesk.ui.core.labels import Labels

_TITLE_MOST = 90
"""Characters of what happened that a title shows."""


def short_text(card: ComplaintCard, labels: Labels, most: int = _TITLE_MOST) -> str:
    """The beginning of what happened, or what it is about where nothing was typed.

    Args:
        card: of the complaint.
        labels: words for what is named by a code.
        most: characters at most.
    """
    words = " ".join(card.draft.text.split())
    if not words and card.draft.about is not None:
        words = labels.enum(card.draft.about)
    if len(words) > most:
        words = words[: most + 1].rpartition(" ")[0] or words[:most]
        words = f"{words.rstrip(' ,.;')}…"
    return words[:1].upper() + words[1:]


def about_words(card: ComplaintCard, labels: Labels) -> str:
    """Number, who and what: the line under the title of a dialog."""
    said = short_text(card, labels)
    if not card.customer_name:
        return QCoreApplication.translate("ComplaintWords", "{ref}: {what}").format(
            ref=card.ref, what=said
        )
    return QCoreApplication.translate("ComplaintWords", "{ref}, {who}: {what}").format(
        ref=card.ref, who=card.customer_name, what=said
    )


def ends_with_answer(file: ComplaintFile) -> bool:
    """We do not agree, or cannot tell, and give nothing: the answer is all there is."""
    is_answered = file.card.stage is Stage.DECIDED
    return is_answered and finding_of(file) not in AGREED and not file.remedies


def pounds(pence: int) -> str:
    """A sum, such as "£1,250.00"."""
    whole, rest = divmod(pence, 100)
    return f"£{whole:,}.{rest:02}"
