# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""How a complaint is weighed: the scales, what overrides them, one quick word for all."""

from dataclasses import replace
from itertools import product

import pytest

from servicedesk.domain.complaints import Assessment, Priority, Serious
from servicedesk.domain.complaints_assessing import (
    checked_assessment,
    priority_of,
    quick_assessment,
    sum_of,
    weighed_priority,
)
from servicedesk.domain.errors import Refusal
from tests.domain.complaints_made import IN_TURN, SOON, draft
from tests.helpers.builders import words

CALM = Assessment(severity=0, impact=0, urgency=0)


def test_every_sum_has_its_priority() -> None:
    for severity, impact, urgency in product(range(4), repeat=3):
        weighed = Assessment(severity=severity, impact=impact, urgency=urgency)
        total = severity + impact + urgency
        by_hand = "p1" if total >= 7 else "p2" if total in (4, 5, 6) else "p3"
        assert sum_of(weighed) == total
        assert weighed_priority(weighed) == by_hand
        assert weighed_priority(replace(weighed, is_safety=True)) is Priority.P1
        assert weighed_priority(replace(weighed, is_legal=True)) is Priority.P1
        helped = weighed_priority(replace(weighed, support_need=True))
        assert helped == ("p1" if by_hand == "p1" else "p2")


@pytest.mark.parametrize(
    ("serious", "scales", "priority"),
    [
        (Serious.SMALL, (1, 0, 1), Priority.P3),
        (Serious.NORMAL, (2, 0, 2), Priority.P2),
        (None, (2, 0, 2), Priority.P2),
        (Serious.SERIOUS, (3, 1, 3), Priority.P1),
    ],
)
def test_one_word_stands_for_the_scales(
    serious: Serious | None, scales: tuple[int, int, int], priority: Priority
) -> None:
    quick = quick_assessment(draft(serious=serious))
    assert (quick.severity, quick.impact, quick.urgency) == scales
    assert priority_of(quick) is priority
    assert quick.on is None


def test_a_safety_word_makes_a_small_one_go_first() -> None:
    quick = quick_assessment(draft(serious=Serious.SMALL, is_safety=True))
    assert priority_of(quick) is Priority.P1


def test_the_owner_may_raise_and_lowers_with_a_note_only() -> None:
    raised = checked_assessment(replace(IN_TURN, raised=Priority.P1))
    assert priority_of(raised) is Priority.P1
    with pytest.raises(Refusal) as refused:
        checked_assessment(replace(SOON, raised=Priority.P3, raise_note=" "))
    assert (refused.value.code, refused.value.field) == ("complaint_lower_needs_note", "raise_note")
    assert words().refusal(refused.value)
    lowered = checked_assessment(replace(SOON, raised=Priority.P3, raise_note=" a  misprint "))
    assert (priority_of(lowered), lowered.raise_note) == (Priority.P3, "a misprint")
    same = checked_assessment(replace(SOON, raised=Priority.P2))
    assert same.raised is None


@pytest.mark.parametrize("scale", ["severity", "impact", "urgency"])
@pytest.mark.parametrize("odd", [-1, 4])
def test_a_scale_ends_at_three(scale: str, odd: int) -> None:
    with pytest.raises(Refusal) as refused:
        checked_assessment(replace(CALM, **{scale: odd}))
    assert (refused.value.code, refused.value.field) == ("complaint_scale_odd", scale)
