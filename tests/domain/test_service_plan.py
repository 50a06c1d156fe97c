# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""The service plan: kept as far as it goes, with what it lacks named, begun from what is known."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from servicedesk.domain.errors import Refusal
from servicedesk.domain.people import PersonCard, Role
from servicedesk.domain.service_plan import (
    AIM_MOST,
    GROUP_MOST,
    CustomerGroup,
    PlanDraft,
    PlanGap,
    begun_plan,
    checked_plan,
    gaps_of,
)

WHOLE = PlanDraft(
    groups=(CustomerGroup(name="Families", values="Speed"), CustomerGroup(name="Trade")),
    aims=("One", "Two", "Three"),
    decides="Ruth",
    stands_in="Tom",
    put_right="One spare slot a week",
)
SENTENCE = "This charter is for everyone who comes in, rings up or orders by post."
RUTH = PersonCard(id=1, name="Ruth", role=Role.OWNER, stand_in_id=3)
TOM = PersonCard(id=2, name="Tom", role=Role.STAND_IN)
ANN = PersonCard(id=3, name="Ann", role=Role.STAFF)
LEAD = PersonCard(id=4, name="Lea", role=Role.SERVICE_LEAD)


def test_a_plan_is_kept_tidy_without_what_is_empty() -> None:
    typed = replace(
        WHOLE,
        groups=(
            CustomerGroup(name=" Families\n", values=" Speed"),
            CustomerGroup(name=" ", values=""),
            CustomerGroup(name="Trade"),
        ),
        aims=("One", " ", "Two", "Three "),
    )
    assert checked_plan(typed) == WHOLE


@pytest.mark.parametrize(
    ("said", "code", "field"),
    [
        ({"groups": (CustomerGroup(name="", values="x"),)}, "plan_needs_group", "group.0"),
        ({"groups": (CustomerGroup(name="x"),) * 5}, "plan_many_groups", "group.4"),
        ({"groups": (CustomerGroup(name="x" * 61),)}, "entry_too_long", "group.0"),
        (
            {"groups": (CustomerGroup(name="x", values="y" * 121),)},
            "entry_too_long",
            "values.0",
        ),
        ({"aims": ("x",) * 6}, "plan_many_aims", "aim.5"),
        ({"aims": ("x", "y" * 151)}, "entry_too_long", "aim.1"),
        ({"decides": "x" * 81}, "entry_too_long", "decides"),
        ({"stands_in": "x" * 81}, "entry_too_long", "stands_in"),
        ({"put_right": "x" * 121}, "entry_too_long", "put_right"),
    ],
)
def test_a_plan_that_cannot_be_is_refused(said: dict[str, object], code: str, field: str) -> None:
    with pytest.raises(Refusal, match=code) as refused:
        checked_plan(replace(WHOLE, **said))
    assert refused.value.field == field


def test_a_plan_of_nothing_is_refused() -> None:
    with pytest.raises(Refusal, match="plan_needs_something"):
        checked_plan(PlanDraft(groups=(CustomerGroup(name=" "),), aims=(" ",)))


def test_what_a_plan_lacks_is_named_in_order() -> None:
    assert gaps_of(WHOLE) == ()
    assert gaps_of(PlanDraft()) == tuple(PlanGap)
    assert gaps_of(replace(WHOLE, aims=("One", "Two"))) == (PlanGap.AIMS,)
    assert gaps_of(replace(WHOLE, stands_in="RUTH")) == (PlanGap.STANDS_IN,)


def test_a_plan_begins_from_what_is_known() -> None:
    begun = begun_plan(
        f"- Families.\n\n{SENTENCE}\n  Trade  people ", ("We ring back.",), (RUTH, TOM, ANN), "x"
    )
    assert begun == PlanDraft(
        groups=(CustomerGroup(name="Families"), CustomerGroup(name="Trade people")),
        aims=("We ring back.",),
        decides="Ruth",
        stands_in="Ann",
    )
    assert begun_plan("", (), (), "Mo").decides == "Mo"
    assert begun_plan("", (), (), "Mo").stands_in == ""
    lead = begun_plan("", (), (RUTH, TOM, ANN, LEAD), "")
    assert (lead.decides, lead.stands_in) == ("Lea", "Tom")


def test_a_promise_too_long_for_an_aim_is_cut_between_words() -> None:
    (aim,) = begun_plan("", ("We ring you back, " * 20,), (), "").aims
    assert aim.endswith(("you back…", "ring…", "We…", "you…"))
    assert len(aim) <= AIM_MOST


@given(st.text(max_size=400), st.lists(st.text(max_size=300), max_size=8))
def test_whatever_is_known_makes_a_plan_that_fits(groups: str, promises: list[str]) -> None:
    begun = begun_plan(groups, promises, (), "")
    assert len(begun.groups) <= 4
    assert len(begun.aims) <= 5
    assert all(0 < len(one.name) <= GROUP_MOST for one in begun.groups)
    assert all(0 < len(one) <= AIM_MOST for one in begun.aims)
