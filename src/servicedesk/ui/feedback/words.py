# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""How feedback is named in one line, and its marks in words, wherever the room speaks of it."""

from collections.abc import Iterator

from PySide6.QtCore import QCoreApplication

from servicedesk.domain.feedback import BOUNDS, LOW, FeedbackCard, FeedbackDraft, Scale, Scores
from servicedesk.ui.core.labels import Labels

_TITLE_MOST = 90
"""Characters of what was said that a title shows."""


def beginning(text: str, most: int = _TITLE_MOST) -> str:
    """The beginning of a text, cut between two words.

    Args:
        text: any.
        most: characters at most.
    """
    words = " ".join(text.split())
    if len(words) > most:
        words = words[: most + 1].rpartition(" ")[0] or words[:most]
        words = f"{words.rstrip(' ,.;')}…"
    return words[:1].upper() + words[1:]


def title_of(draft: FeedbackDraft, labels: Labels) -> str:
    """What was said in a line, or the marks where nothing was said."""
    said = beginning(draft.text or draft.better)
    return said or ", ".join(f"{name}: {mark}" for name, mark in marks_of(draft.scores, labels))


def about_words(card: FeedbackCard, labels: Labels) -> str:
    """Number, who and what: the line under the title of a dialog."""
    said = title_of(card.draft, labels)
    if not card.who:
        words = QCoreApplication.translate("FeedbackWords", "{ref}: {what}")
        return words.format(ref=card.ref, what=said)
    words = QCoreApplication.translate("FeedbackWords", "{ref}, {who}: {what}")
    return words.format(ref=card.ref, who=card.who, what=said)


def mark_words(scale: Scale, point: int) -> str:
    """A mark with the end of its scale, such as "4 of 5"."""
    words = QCoreApplication.translate("FeedbackWords", "{point} of {most}")
    return words.format(point=point, most=BOUNDS[scale][1])


def marks_of(scores: Scores, labels: Labels) -> tuple[tuple[str, str], ...]:
    """Every mark that was given: what was asked, and the mark in words."""
    return tuple(_marks(scores, labels))


def _marks(scores: Scores, labels: Labels) -> Iterator[tuple[str, str]]:
    for scale, point in (
        (Scale.SATISFACTION, scores.satisfaction),
        (Scale.RECOMMENDATION, scores.recommendation),
        (Scale.EFFORT, scores.effort),
    ):
        if point is not None:
            yield labels.enum(scale), mark_words(scale, point)
    for element, point in scores.elements.items():
        asked = labels.say(f"feedback_room.element_asked.{element.value}")
        yield asked, mark_words(Scale.SATISFACTION, point)
    for handled, point in scores.handling.items():
        yield labels.enum(handled), mark_words(Scale.HANDLING, point)


def is_low_mark(scale: Scale, point: int | None) -> bool:
    """Whether a mark is so low that it is followed up."""
    return point is not None and point <= LOW[scale]
