# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""How a complaint is weighed: three small scales, what overrides them, and the priority of both.

The quick entry asks one word, which stands for the three scales until somebody weighs it.
"""

from dataclasses import replace

from servicedesk.domain.complaints import (
    Assessment,
    ComplaintCard,
    ComplaintDraft,
    Priority,
    Serious,
)
from servicedesk.domain.entries import tidy_line
from servicedesk.domain.errors import Refusal

SCALE_MOST = 3
"""The highest step of severity, impact and urgency; the lowest is 0."""

P1_FROM, P2_FROM = 7, 4
"""Sums of the three scales from which a complaint is P1 and P2."""

NOTE_MOST = 500
"""Characters of the note on a priority that was chosen."""

_QUICK = {Serious.SMALL: (1, 0, 1), Serious.NORMAL: (2, 0, 2), Serious.SERIOUS: (3, 1, 3)}
_ORDER = (Priority.P1, Priority.P2, Priority.P3)


def sum_of(assessment: Assessment) -> int:
    """The sum of the three scales, 0 to 9."""
    return assessment.severity + assessment.impact + assessment.urgency


def weighed_priority(assessment: Assessment) -> Priority:
    """The priority that the weighing gives, whatever the owner chose."""
    total = sum_of(assessment)
    if assessment.is_safety or assessment.is_legal or total >= P1_FROM:
        return Priority.P1
    if total >= P2_FROM or assessment.support_need:
        return Priority.P2
    return Priority.P3


def priority_of(assessment: Assessment) -> Priority:
    """The priority by which a complaint is handled: the owner's choice, else the weighed one."""
    return assessment.raised or weighed_priority(assessment)


def quick_assessment(draft: ComplaintDraft) -> Assessment:
    """What the one word of the quick entry stands for until somebody weighs it."""
    severity, impact, urgency = _QUICK[draft.serious or Serious.NORMAL]
    return Assessment(severity=severity, impact=impact, urgency=urgency, is_safety=draft.is_safety)


def changed_assessment(card: ComplaintCard, draft: ComplaintDraft) -> Assessment:
    """How a complaint is weighed once its form was changed.

    Until somebody weighs it the one word of the form counts; that somebody could be hurt counts
    whenever it is ticked. The form has no place to say why it can wait longer, so it never lowers.

    Args:
        card: as it is.
        draft: as it was changed to.

    Raises:
        Refusal: ``complaint_lower_by_weighing``.
    """
    before = after = card.assessment
    if before.on is None:
        quick = quick_assessment(draft)
        after = replace(
            before,
            severity=quick.severity,
            impact=quick.impact,
            urgency=quick.urgency,
            is_safety=quick.is_safety,
        )
    elif draft.is_safety is not card.draft.is_safety:
        after = replace(before, is_safety=draft.is_safety)
    if after.raised is not None and after.is_safety and not before.is_safety:
        after = replace(after, raised=None)  # it was chosen before anybody could be hurt
    if _ORDER.index(priority_of(after)) > _ORDER.index(priority_of(before)):
        raise Refusal("complaint_lower_by_weighing", "serious")
    return after


def checked_assessment(assessment: Assessment) -> Assessment:
    """The weighing as kept, tidied.

    Raises:
        Refusal: ``complaint_scale_odd`` for a scale outside 0 to 3; ``complaint_lower_needs_note``
            for a less urgent priority without a note; what ``tidy_line`` raises.
    """
    for scale in ("severity", "impact", "urgency"):
        if not 0 <= getattr(assessment, scale) <= SCALE_MOST:
            raise Refusal("complaint_scale_odd", scale, most=SCALE_MOST)
    note = tidy_line(assessment.raise_note, "raise_note", NOTE_MOST)
    weighed = weighed_priority(assessment)
    chosen = None if assessment.raised is weighed else assessment.raised
    if chosen is not None and _ORDER.index(chosen) > _ORDER.index(weighed) and not note:
        raise Refusal("complaint_lower_needs_note", "raise_note")
    return replace(assessment, raised=chosen, raise_note=note)
