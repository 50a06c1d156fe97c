# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""What can be kept of feedback: little is needed, and no mark off its scale is ever kept."""

from collections.abc import Iterable, Mapping
from dataclasses import replace
from datetime import date
from types import MappingProxyType
from typing import TypeVar

from servicedesk.domain.complaints_checking import tidy_text
from servicedesk.domain.elements import Element
from servicedesk.domain.entries import tidy_line
from servicedesk.domain.errors import Refusal
from servicedesk.domain.feedback import (
    BOUNDS,
    BatchDraft,
    FeedbackDraft,
    FeedbackKind,
    Handled,
    Scale,
    Scores,
)
from servicedesk.domain.names import fold

TEXT_MOST = 10_000
"""Characters of what they said, of what could be better, and of what we answer."""

SOURCE_MOST = 300
"""Characters of where it was seen: there is room for the address of a page."""

NOTE_MOST = 500
"""Characters of a note."""

YEARS_BACK = 30
"""Feedback from longer ago than this is a slip of the year."""

HANDED_OUT_MOST = 1_000_000
"""Cards handed out of which there are more are a slip of the hand."""

ELEMENT_BOUNDS = (1, 5)
"""The lowest and the highest point that an element is given."""

_Asked = TypeVar("_Asked", Element, Handled)


def checked_feedback(draft: FeedbackDraft, today: date) -> FeedbackDraft:
    """Feedback as it is kept, tidied; it needs a few words or one mark, and nothing else.

    Args:
        draft: as typed.
        today: the day of writing.

    Raises:
        Refusal: ``feedback_needs_something``, ``feedback_needs_source`` for a review without where
            it was seen, ``feedback_ahead``, ``feedback_day_far``, ``feedback_score_off``, or what
            ``tidy_line`` and ``tidy_text`` raise.
    """
    text = tidy_text(draft.text, "text", TEXT_MOST)
    better = tidy_text(draft.better, "better", TEXT_MOST)
    scores = checked_scores(draft.scores)
    source = tidy_line(draft.source, "source", SOURCE_MOST)
    if not text and not better and scores.is_empty:
        raise Refusal("feedback_needs_something", "text")
    if draft.kind is FeedbackKind.REVIEW and not source:
        raise Refusal("feedback_needs_source", "source")
    check_given(draft.given_on, today)
    shown_as = tidy_line(draft.quoting.shown_as, "shown_as")
    return replace(
        draft,
        called=tidy_line(draft.called, "called"),
        reach=tidy_line(draft.reach, "reach"),
        text=text,
        better=better,
        source=source,
        staff=tidy_line(draft.staff, "staff"),
        elements=tuple(one for one in Element if one in draft.elements),
        scores=scores,
        quoting=replace(draft.quoting, shown_as=shown_as),
    )


def check_given(on: date, today: date) -> None:
    """Refuse a day of giving that cannot be.

    Raises:
        Refusal: ``feedback_ahead`` or ``feedback_day_far``.
    """
    if on > today:
        raise Refusal("feedback_ahead", "given_on")
    if on.year < today.year - YEARS_BACK:
        raise Refusal("feedback_day_far", "given_on", year=on.year)


def checked_scores(scores: Scores) -> Scores:
    """Marks as they are kept: each on its own scale.

    Raises:
        Refusal: ``feedback_score_off``; the field is the scale's name, an element's, or "handled_"
            and what was asked about a complaint.
    """
    for scale in (Scale.SATISFACTION, Scale.RECOMMENDATION, Scale.EFFORT):
        _check_point(getattr(scores, scale.value), BOUNDS[scale], scale.value)
    return replace(
        scores,
        elements=_checked_points(scores.elements, Element, ELEMENT_BOUNDS, ""),
        handling=_checked_points(scores.handling, Handled, BOUNDS[Scale.HANDLING], "handled_"),
    )


def checked_batch(draft: BatchDraft, today: date) -> BatchDraft:
    """Cards that were handed out, as they are kept, tidied.

    Args:
        draft: as typed.
        today: the last day on which handing out can have begun; it may go on for a year more.

    Raises:
        Refusal: ``batch_needs_name``, ``batch_ahead``, ``batch_far``, ``batch_ends_first``,
            ``batch_handed_out``, or what ``tidy_line`` raises.
    """
    name = tidy_line(draft.name, "name")
    if not name:
        raise Refusal("batch_needs_name", "name")
    if draft.first > today:
        raise Refusal("batch_ahead", "first")
    if draft.first.year < today.year - YEARS_BACK:
        raise Refusal("batch_far", "first", year=draft.first.year)
    if draft.last is not None and draft.last.year > today.year + 1:
        raise Refusal("batch_far", "last", year=draft.last.year)
    if draft.last is not None and draft.last < draft.first:
        raise Refusal("batch_ends_first", "last")
    if draft.handed_out is not None and not 0 <= draft.handed_out <= HANDED_OUT_MOST:
        raise Refusal("batch_handed_out", "handed_out", most=f"{HANDED_OUT_MOST:,}")
    return replace(draft, name=name, note=tidy_line(draft.note, "note", NOTE_MOST))


def spelt_as(name: str, known: Iterable[str]) -> str:
    """A name as one of ours is spelt, where only case or accents differ; else as it is.

    Args:
        name: as typed.
        known: names of those who work here.
    """
    typed = fold(name)
    return next((one for one in known if fold(one) == typed), name)


def _checked_points(
    points: Mapping[_Asked, int], asked: Iterable[_Asked], bounds: tuple[int, int], before: str
) -> Mapping[_Asked, int]:
    for one, point in points.items():
        _check_point(point, bounds, f"{before}{one.value}")
    return MappingProxyType({one: points[one] for one in asked if one in points})


def _check_point(point: int | None, bounds: tuple[int, int], field: str) -> None:
    least, most = bounds
    if point is not None and not (type(point) is int and least <= point <= most):
        raise Refusal("feedback_score_off", field, least=least, most=most)
