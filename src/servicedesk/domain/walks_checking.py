# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""Walks as kept: tidied, at most eight steps, each with something that the customer does."""

from dataclasses import replace
from datetime import date

from servicedesk.domain.entries import tidy_line
from servicedesk.domain.errors import Refusal
from servicedesk.domain.periods import LONGEST_YEARS
from servicedesk.domain.walks import STEPS, WalkDraft, WalkStep

NAME_MOST = 80
"""Characters of the name of a walk."""

TEXT_MOST = 160
"""Characters of each field of a step, so that eight of them print on one page."""


def checked_walk(draft: WalkDraft, today: date) -> WalkDraft:
    """The walk as kept: on single lines, without steps in which nothing stands.

    Args:
        draft: as typed.
        today: the day it is.

    Raises:
        Refusal: ``walk_needs_name`` for "name"; ``walk_ahead`` or ``walk_long_ago`` for
            "walked_on"; ``walk_no_steps`` or ``walk_many_steps`` for "steps"; ``walk_needs_what``
            for the field "what.0" of a step, counted from 0; what ``tidy_line`` raises.
    """
    name = tidy_line(draft.name, "name", NAME_MOST)
    if not name:
        raise Refusal("walk_needs_name", "name")
    if draft.walked_on > today:
        raise Refusal("walk_ahead", "walked_on")
    if draft.walked_on.year < today.year - LONGEST_YEARS:
        raise Refusal("walk_long_ago", "walked_on", years=LONGEST_YEARS)
    tidy = [_tidied(step, place) for place, step in enumerate(draft.steps)]
    steps = tuple(step for step in tidy if step is not None)
    if not steps:
        raise Refusal("walk_no_steps", "what.0")
    if len(steps) > STEPS:
        raise Refusal("walk_many_steps", "steps", most=STEPS)
    return replace(draft, name=name, who=tidy_line(draft.who, "who", NAME_MOST), steps=steps)


def moved(steps: tuple[WalkStep, ...], place: int, by: int) -> tuple[WalkStep, ...]:
    """The steps with one of them moved.

    Args:
        steps: in order.
        place: of the one that moves, from 0.
        by: how many places on; below 0 for back. At an end it stays there.
    """
    order = list(steps)
    step = order.pop(place)
    order.insert(min(max(place + by, 0), len(order)), step)
    return tuple(order)


def _tidied(step: WalkStep, place: int) -> WalkStep | None:
    """The step on single lines; None for one in which nothing stands."""
    what, snag, promise, action = (
        tidy_line(text, f"{field}.{place}", TEXT_MOST)
        for field, text in (
            ("what", step.what),
            ("snag", step.snag),
            ("promise", step.promise),
            ("action", step.action),
        )
    )
    if not (what or snag or promise or action):
        return None
    if not what:
        raise Refusal("walk_needs_what", f"what.{place}")
    return WalkStep(what=what, snag=snag, promise=promise, action=action)
