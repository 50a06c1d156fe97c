# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""The service plan on one page: who our customers are, what we aim at, who decides.

BS 8477, strategy, read for a shop: up to four groups of customers with what each values, three
to five aims that can be measured, one name with a stand-in, and what is kept back for putting
things right.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum

from servicedesk.domain.entries import tidy_line
from servicedesk.domain.errors import Refusal
from servicedesk.domain.people import NAME_MOST, PersonCard, Role

GROUPS = 4
"""The most groups of customers."""

AIMS_LEAST, AIMS = 3, 5
"""Aims of a whole plan, at least and at most."""

GROUP_MOST, VALUES_MOST, AIM_MOST, RIGHT_MOST = 60, 120, 150, 120
"""Characters of a group, of what it values, of an aim and of what is kept back, so that all of
them print on one page.
"""


class PlanGap(StrEnum):
    """What a plan still lacks, in the order of the page."""

    GROUPS = "groups"
    AIMS = "aims"
    DECIDES = "decides"
    STANDS_IN = "stands_in"
    PUT_RIGHT = "put_right"


@dataclass(frozen=True, slots=True, kw_only=True)
class CustomerGroup:
    """A kind of customer.

    Args:
        name: such as "Families at the weekend".
        values: what they care about most; may be empty.
    """

    name: str
    values: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class PlanDraft:
    """A service plan as typed.

    Args:
        groups: of customers, at most four.
        aims: at most five.
        decides: who decides on service; may be empty.
        stands_in: who does when that person is away; may be empty.
        put_right: what is kept back for putting things right, as time or money; may be empty.
    """

    groups: tuple[CustomerGroup, ...] = ()
    aims: tuple[str, ...] = ()
    decides: str = ""
    stands_in: str = ""
    put_right: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class PlanCard:
    """The service plan as kept.

    Args:
        id: of the row.
        draft: what was typed.
    """

    id: int
    draft: PlanDraft


def checked_plan(draft: PlanDraft) -> PlanDraft:
    """The plan as kept: on single lines, without groups and aims in which nothing stands.

    Half a plan is kept as it is; ``gaps_of`` says what it lacks.

    Raises:
        Refusal: ``plan_needs_group`` for the field "group.0" of a group, counted from 0;
            ``plan_many_groups`` or ``plan_many_aims``; ``plan_needs_something`` for "group.0";
            what ``tidy_line`` raises.
    """
    groups = tuple(
        group
        for place, one in enumerate(draft.groups)
        if (group := _tidied(one, place)) is not None
    )
    lines = (tidy_line(one, f"aim.{at}", AIM_MOST) for at, one in enumerate(draft.aims))
    tidy = PlanDraft(
        groups=groups,
        aims=tuple(line for line in lines if line),
        decides=tidy_line(draft.decides, "decides", NAME_MOST),
        stands_in=tidy_line(draft.stands_in, "stands_in", NAME_MOST),
        put_right=tidy_line(draft.put_right, "put_right", RIGHT_MOST),
    )
    if tidy == PlanDraft():
        raise Refusal("plan_needs_something", "group.0")
    if len(tidy.groups) > GROUPS:
        raise Refusal("plan_many_groups", f"group.{GROUPS}", most=GROUPS)
    if len(tidy.aims) > AIMS:
        raise Refusal("plan_many_aims", f"aim.{AIMS}", most=AIMS)
    return tidy


def gaps_of(draft: PlanDraft) -> tuple[PlanGap, ...]:
    """What a plan still lacks; a name for a stand-in counts as lacking where it is the same one."""
    same = draft.stands_in.casefold() == draft.decides.casefold()
    lacking = {
        PlanGap.GROUPS: not draft.groups,
        PlanGap.AIMS: len(draft.aims) < AIMS_LEAST,
        PlanGap.DECIDES: not draft.decides,
        PlanGap.STANDS_IN: not draft.stands_in or same,
        PlanGap.PUT_RIGHT: not draft.put_right,
    }
    return tuple(gap for gap in PlanGap if lacking[gap])


def begun_plan(
    groups: str, promises: Iterable[str], people: Iterable[PersonCard], owner: str
) -> PlanDraft:
    """A plan to begin with, from what has been said already.

    Args:
        groups: which customers the charter is for, as it says it; a short line is a group, and a
            long sentence is none.
        promises: of the charter in print order, a sentence each; the first five become aims.
        people: who work here.
        owner: as the settings name them; may be empty.
    """
    everybody = tuple(people)
    decides = _first(everybody, Role.SERVICE_LEAD) or _first(everybody, Role.OWNER)
    by_id = {one.id: one for one in everybody}
    named = None if decides is None or decides.stand_in_id is None else decides.stand_in_id
    stands_in = by_id.get(named) if named is not None else _first(everybody, Role.STAND_IN)
    lines = (" ".join(line.split()).lstrip("-• ").rstrip(" .") for line in groups.splitlines())
    aims = (" ".join(one.split()) for one in promises)
    return PlanDraft(
        groups=tuple(CustomerGroup(name=line) for line in lines if 0 < len(line) <= GROUP_MOST)[
            :GROUPS
        ],
        aims=tuple(_cut(one, AIM_MOST) for one in aims if one)[:AIMS],
        decides=_cut(owner if decides is None else decides.name, NAME_MOST),
        stands_in="" if stands_in is None else stands_in.name,
    )


def _first(people: Iterable[PersonCard], role: Role) -> PersonCard | None:
    return next((one for one in people if one.role is role), None)


def _cut(text: str, most: int) -> str:
    """A text that fits, cut between words."""
    if len(text) <= most:
        return text
    return text[: most - 1].rsplit(" ", 1)[0].rstrip(" ,;") + "…"


def _tidied(group: CustomerGroup, place: int) -> CustomerGroup | None:
    name = tidy_line(group.name, f"group.{place}", GROUP_MOST)
    values = tidy_line(group.values, f"values.{place}", VALUES_MOST)
    if not name and not values:
        return None
    if not name:
        raise Refusal("plan_needs_group", f"group.{place}")
    return CustomerGroup(name=name, values=values)
