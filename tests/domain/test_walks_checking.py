# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""Walks: tidied, at most eight steps, each with what the customer does, and put in order."""

from dataclasses import replace
from datetime import date

import pytest

from servicedesk.domain.errors import Refusal
from servicedesk.domain.walks import WalkDraft, WalkStep
from servicedesk.domain.walks_checking import checked_walk, moved

TODAY = date(2026, 11, 23)
RING = WalkStep(what="Rings us", snag="Nobody answers", promise="Missed calls", action="Divert")
WAIT = WalkStep(what="Waits at home")
DRAFT = WalkDraft(name=" A missed\ncall ", walked_on=TODAY, who="Ruth ", steps=(RING, WAIT))


def test_a_walk_is_kept_tidy_and_without_empty_steps() -> None:
    gap = replace(DRAFT, steps=(replace(RING, what="Rings \n us"), WalkStep(what=" "), WAIT))
    assert checked_walk(gap, TODAY) == WalkDraft(
        name="A missed call", walked_on=TODAY, who="Ruth", steps=(RING, WAIT)
    )


@pytest.mark.parametrize(
    ("said", "code", "field"),
    [
        ({"name": " "}, "walk_needs_name", "name"),
        ({"name": "x" * 25_000}, "entry_too_long", "name"),
        ({"who": "x" * 81}, "entry_too_long", "who"),
        ({"walked_on": date(2026, 11, 24)}, "walk_ahead", "walked_on"),
        ({"walked_on": date(2015, 11, 24)}, "walk_long_ago", "walked_on"),
        ({"steps": (WalkStep(what=" "),)}, "walk_no_steps", "what.0"),
        ({"steps": (WAIT,) * 9}, "walk_many_steps", "steps"),
        ({"steps": (WAIT, WalkStep(what="", snag="Cold"))}, "walk_needs_what", "what.1"),
        ({"steps": (WAIT, replace(RING, action="y" * 161))}, "entry_too_long", "action.1"),
        ({"steps": (replace(RING, snag="a\x85b\x9fc"),)}, "entry_odd_character", "snag.0"),
    ],
)
def test_a_walk_that_cannot_be_is_refused(said: dict[str, object], code: str, field: str) -> None:
    with pytest.raises(Refusal, match=code) as refused:
        checked_walk(replace(DRAFT, **said), TODAY)
    assert refused.value.field == field


def test_hostile_words_are_kept_as_words() -> None:
    nasty = "<b>'; DROP TABLE walks; --</b> {0} %s"
    kept = checked_walk(replace(DRAFT, name=nasty, steps=(replace(WAIT, what=nasty),)), TODAY)
    assert (kept.name, kept.steps[0].what) == (nasty, nasty)


def test_steps_change_places_and_stay_at_the_ends() -> None:
    one, two, three = (WalkStep(what=word) for word in ("one", "two", "three"))
    assert moved((one, two, three), 0, 1) == (two, one, three)
    assert moved((one, two, three), 2, -2) == (three, one, two)
    assert moved((one, two, three), 0, -1) == (one, two, three)
    assert moved((one, two, three), 2, 5) == (one, two, three)
