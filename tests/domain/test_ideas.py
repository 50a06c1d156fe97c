# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""Ideas seen elsewhere: in order of days, judged after they were tried, shown in order."""

from dataclasses import replace
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from servicedesk.domain.errors import Refusal
from servicedesk.domain.ideas import (
    IdeaCard,
    IdeaDraft,
    IdeaState,
    IdeaVerdict,
    checked_idea,
    in_order,
    is_late,
    state_of_idea,
)

TODAY = date(2026, 11, 23)
DRAFT = IdeaDraft(
    what=" A bell\nat the hatch ",
    seen_at="Café next door ",
    seen_on=date(2026, 11, 2),
    try_by=date(2026, 11, 30),
)
TRIED = replace(DRAFT, what="A bell", seen_at="Café", tried_on=date(2026, 11, 20))
DAYS = st.none() | st.dates(date(2010, 1, 1), date(2040, 1, 1))


def test_an_idea_is_kept_on_single_lines() -> None:
    kept = checked_idea(DRAFT, TODAY)
    assert (kept.what, kept.seen_at) == ("A bell at the hatch", "Café next door")
    assert checked_idea(IdeaDraft(what="x"), TODAY) == IdeaDraft(what="x")


@pytest.mark.parametrize(
    ("said", "code", "field"),
    [
        ({"what": " "}, "idea_needs_what", "what"),
        ({"what": "x" * 201}, "entry_too_long", "what"),
        ({"seen_at": "x" * 121}, "entry_too_long", "seen_at"),
        ({"note": "x" * 501}, "entry_too_long", "note"),
        ({"seen_on": date(2026, 11, 24)}, "idea_day_ahead", "seen_on"),
        ({"tried_on": date(2026, 11, 24)}, "idea_day_ahead", "tried_on"),
        ({"seen_on": date(2015, 1, 1)}, "idea_day_off", "seen_on"),
        ({"try_by": date(2062, 1, 1)}, "idea_day_off", "try_by"),
        ({"tried_on": date(2026, 11, 1)}, "idea_tried_before_seen", "tried_on"),
        ({"try_by": date(2026, 11, 1)}, "idea_try_before_seen", "try_by"),
        ({"tried_on": None, "verdict": IdeaVerdict.KEEP}, "idea_not_tried", "tried_on"),
        ({"tried_on": None, "verdict": IdeaVerdict.TRY_AGAIN}, "idea_not_tried", "tried_on"),
        (
            {"verdict": IdeaVerdict.TRY_AGAIN, "try_by": date(2026, 11, 20)},
            "idea_again_later",
            "try_by",
        ),
    ],
)
def test_an_idea_out_of_order_is_refused(said: dict[str, object], code: str, field: str) -> None:
    with pytest.raises(Refusal, match=code) as refused:
        checked_idea(replace(TRIED, **said), TODAY)
    assert refused.value.field == field


def test_the_days_at_the_edges_are_taken() -> None:
    same = replace(TRIED, seen_on=TODAY, tried_on=TODAY, try_by=TODAY)
    assert checked_idea(same, TODAY) == same
    later = replace(same, try_by=TODAY + timedelta(days=1), verdict=IdeaVerdict.TRY_AGAIN)
    assert checked_idea(later, TODAY) == later
    no_day = replace(later, try_by=None)
    assert checked_idea(no_day, TODAY) == no_day


@pytest.mark.parametrize(
    ("draft", "state", "late"),
    [
        (DRAFT, IdeaState.TO_TRY, False),
        (replace(DRAFT, try_by=date(2026, 11, 22)), IdeaState.TO_TRY, True),
        (replace(DRAFT, try_by=TODAY), IdeaState.TO_TRY, False),
        (replace(DRAFT, try_by=None), IdeaState.TO_TRY, False),
        (TRIED, IdeaState.TO_JUDGE, False),
        (replace(TRIED, verdict=IdeaVerdict.KEEP), IdeaState.KEPT, False),
        (
            replace(DRAFT, verdict=IdeaVerdict.DROP, try_by=date(2026, 11, 3)),
            IdeaState.DROPPED,
            False,
        ),
        (
            replace(TRIED, verdict=IdeaVerdict.TRY_AGAIN, try_by=date(2026, 11, 21)),
            IdeaState.TO_TRY,
            True,
        ),
    ],
)
def test_how_far_an_idea_is(draft: IdeaDraft, state: IdeaState, late: bool) -> None:
    assert state_of_idea(draft) is state
    assert is_late(draft, TODAY) is late


def test_what_is_to_be_tried_next_stands_first() -> None:
    drafts = {
        1: replace(TRIED, verdict=IdeaVerdict.DROP),
        2: replace(TRIED, verdict=IdeaVerdict.KEEP),
        3: TRIED,
        4: replace(DRAFT, try_by=None),
        5: DRAFT,
        6: replace(DRAFT, try_by=date(2026, 11, 9)),
        7: replace(TRIED, verdict=IdeaVerdict.KEEP),
    }
    cards = [IdeaCard(id=number, draft=draft) for number, draft in drafts.items()]
    assert [card.id for card in in_order(cards)] == [6, 5, 4, 3, 7, 2, 1]


@given(DAYS, DAYS, DAYS, st.none() | st.sampled_from(IdeaVerdict))
def test_what_is_taken_is_in_order_and_taken_again(
    seen: date | None, by: date | None, tried: date | None, verdict: IdeaVerdict | None
) -> None:
    draft = IdeaDraft(what="x", seen_on=seen, try_by=by, tried_on=tried, verdict=verdict)
    try:
        kept = checked_idea(draft, TODAY)
    except Refusal:
        return
    assert checked_idea(kept, TODAY) == kept == draft
    assert seen is None or tried is None or seen <= tried <= TODAY
    if state_of_idea(kept) is IdeaState.KEPT:
        assert tried is not None
