# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""The people who work in the business: what each may decide alone, and who stands in for whom.

An authority limit is a reminder with a reason, never a lock.
"""

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, replace
from enum import StrEnum

from servicedesk.domain.entries import tidy_line
from servicedesk.domain.errors import Refusal
from servicedesk.domain.names import fold

NAME_MOST = 80
"""Characters of a name."""

LIMIT_MOST = 100_000_000
"""Pence of the highest authority limit: a million pounds."""

_MANY = 3
"""People from whom on somebody else reads what one wrote, and wants all of it."""


class Role(StrEnum):
    """What somebody does in the business."""

    OWNER = "owner"
    SERVICE_LEAD = "service_lead"
    STAFF = "staff"
    STAND_IN = "stand_in"


@dataclass(frozen=True, slots=True, kw_only=True)
class PersonDraft:
    """What was typed about a person.

    Args:
        name: as customers hear it.
        role: what the person does.
        limit_pence: up to which sum the person may put something right without asking, in
            pence; None where nothing was said.
        stand_in_id: of the person who takes over in an absence, or None.
    """

    name: str
    role: Role = Role.STAFF
    limit_pence: int | None = None
    stand_in_id: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class PersonCard:
    """A person as kept; the other fields are those of the draft.

    Args:
        id: of the row.
        name, role, limit_pence, stand_in_id: as in PersonDraft.
    """

    id: int
    name: str
    role: Role
    limit_pence: int | None = None
    stand_in_id: int | None = None

    @property
    def draft(self) -> PersonDraft:
        """What would have to be typed to get this person."""
        return PersonDraft(
            name=self.name,
            role=self.role,
            limit_pence=self.limit_pence,
            stand_in_id=self.stand_in_id,
        )


def works_in_short(people: Collection[PersonCard]) -> bool:
    """Whether a complaint is shown in its nine lines until somebody asks for its whole file.

    Args:
        people: everybody who is kept.
    """
    return len(people) < _MANY


def team_of(people: Collection[PersonCard]) -> tuple[PersonCard, ...]:
    """Those who help: everybody but the only owner. Without any, the owner works alone.

    Owners who are two or more are one another's team.

    Args:
        people: everybody who is kept, in order.
    """
    owners = sum(one.role is Role.OWNER for one in people)
    return tuple(one for one in people if owners > 1 or one.role is not Role.OWNER)


def team_size(people: int, owners: int) -> int:
    """How many ``team_of`` finds.

    Args:
        people: how many are kept.
        owners: how many of them are owners.
    """
    return people - (owners == 1)


def limit_of(name: str, people: Iterable[PersonCard]) -> int | None:
    """The sum in pence up to which somebody gives money without asking; None for any.

    Args:
        name: of whoever gives it, as typed.
        people: everybody who is kept.
    """
    wanted = fold(name.strip())
    return next((one.limit_pence for one in people if fold(one.name) == wanted), None)


def checked_person(
    draft: PersonDraft, others: Mapping[int, PersonCard], person_id: int | None = None
) -> PersonDraft:
    """The person as kept, tidied.

    Two people of one name could not be told apart where one of them is chosen or named, so the
    second is asked for more, such as a surname.

    Args:
        draft: as typed.
        others: everybody who is kept, by id.
        person_id: of the person who is changed; None for a new one.

    Raises:
        Refusal: ``person_needs_name``, ``person_name_taken``, ``entry_odd_character`` or
            ``entry_too_long`` for the field "name"; ``person_limit_below`` or
            ``person_limit_above`` for "limit_pence"; ``person_own_stand_in`` or
            ``person_stand_in_gone`` for "stand_in_id".
    """
    name = tidy_line(draft.name, "name", NAME_MOST)
    if not name:
        raise Refusal("person_needs_name", "name")
    for other in others.values():
        if other.id != person_id and fold(other.name) == fold(name):
            raise Refusal("person_name_taken", "name", name=other.name)
    if draft.limit_pence is not None:
        if draft.limit_pence < 0:
            raise Refusal("person_limit_below", "limit_pence")
        if draft.limit_pence > LIMIT_MOST:
            raise Refusal("person_limit_above", "limit_pence", most=LIMIT_MOST // 100)
    if draft.stand_in_id is not None:
        if draft.stand_in_id == person_id:
            raise Refusal("person_own_stand_in", "stand_in_id")
        if draft.stand_in_id not in others:
            raise Refusal("person_stand_in_gone", "stand_in_id")
    return replace(draft, name=name)
