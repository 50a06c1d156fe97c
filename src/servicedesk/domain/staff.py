# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""The people here at work: what each knows and was told, and what they tell the owner.

BS 8477, people and employee feedback: know your trade, brief whoever helps, ask whoever helps.
"""

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from servicedesk.domain.between_us import BetweenCard
from servicedesk.domain.people import PersonCard, team_of


class SkillKind(StrEnum):
    """What somebody learned, and how."""

    SKILL = "skill"
    TRAINING = "training"
    BRIEFING = "briefing"


@dataclass(frozen=True, slots=True, kw_only=True)
class SkillDraft:
    """Something that a person can do or was taught, as typed.

    Args:
        person_id: whose it is.
        what: such as "First aid at work".
        kind: a skill, a training or a briefing about one thing.
        learned_on: the day it was learned or done; None where nobody knows.
        renew_by: the day by which it has to be done again; None for never.
        note: more; may be empty.
    """

    person_id: int
    what: str
    kind: SkillKind = SkillKind.SKILL
    learned_on: date | None = None
    renew_by: date | None = None
    note: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class SkillCard:
    """Something that a person can do or was taught, as kept.

    Args:
        id: of the row.
        draft: what was typed.
    """

    id: int
    draft: SkillDraft


@dataclass(frozen=True, slots=True, kw_only=True)
class BriefingCard:
    """That somebody was told what customers can count on.

    Args:
        id: of the row.
        person_id: who was told.
        briefed_on: the day.
        number: of the version of the charter that they were told of; None where there was none.
    """

    id: int
    person_id: int
    briefed_on: date
    number: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class NoteDraft:
    """A word from whoever helps.

    Args:
        text: what they said.
        said_on: the day.
        said_by: their name; empty where they would rather not say.
        answer: what was decided; may be empty.
        answered_on: the day they were told, or None.
    """

    text: str
    said_on: date
    said_by: str = ""
    answer: str = ""
    answered_on: date | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class NoteCard:
    """A word from whoever helps, as kept.

    Args:
        id: of the row.
        draft: what was typed.
        is_planned: something that came of it stands on the list of things to do.
    """

    id: int
    draft: NoteDraft
    is_planned: bool = False

    @property
    def is_answered(self) -> bool:
        """They were told what was decided."""
        return bool(self.draft.answer)


@dataclass(frozen=True, slots=True, kw_only=True)
class Praise:
    """A compliment that names somebody of us.

    Args:
        feedback_id: of the feedback, which opens.
        ref: such as "F-2026-0007".
        given_on: the day.
        text: what they said, without who said it.
        staff: whom it names.
    """

    feedback_id: int
    ref: str
    given_on: date
    text: str
    staff: str


@dataclass(frozen=True, slots=True, kw_only=True)
class BriefingStand:
    """Who of those that help was told of the charter as it is now.

    Args:
        number: of the published version; None while there is none.
        briefed, missing: names, in the order in which people were added.
    """

    number: int | None
    briefed: tuple[str, ...] = ()
    missing: tuple[str, ...] = ()

    @property
    def is_everybody(self) -> bool:
        """Nobody is missing, and there is somebody."""
        return bool(self.briefed) and not self.missing


@dataclass(frozen=True, slots=True, kw_only=True)
class PersonStand:
    """One person, as their card shows it.

    Args:
        person: who it is.
        is_asked: somebody who is briefed: everybody but the only owner.
        is_briefed: on the charter as it is now.
        briefing: the last one, whatever it was about; None where there was none.
        skills: what is renewed first at the head, then the newest.
        praise: compliments that name them, the newest first.
    """

    person: PersonCard
    is_asked: bool
    is_briefed: bool
    briefing: BriefingCard | None = None
    skills: tuple[SkillCard, ...] = ()
    praise: tuple[Praise, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class StaffView:
    """Everything that is kept about the people here, for one screen and one sheet of paper.

    Args:
        people: a card each, in the order in which they were added.
        stand: who was briefed.
        notes: what they said, the newest first.
        between: what is agreed between ourselves, in order.
    """

    people: tuple[PersonStand, ...]
    stand: BriefingStand
    notes: tuple[NoteCard, ...] = ()
    between: tuple[BetweenCard, ...] = ()

    @property
    def works_alone(self) -> bool:
        """There is nobody to brief."""
        return not any(one.is_asked for one in self.people)

    @property
    def is_one_line(self) -> bool:
        """The owner works alone, and nothing is kept that somebody might look for."""
        has_skills = any(one.skills for one in self.people)
        return self.works_alone and not (has_skills or self.notes or self.between)


def last_briefings(briefings: Iterable[BriefingCard]) -> dict[int, BriefingCard]:
    """The newest briefing of everybody who had one, by the number of the person."""
    found: dict[int, BriefingCard] = {}
    for one in briefings:
        before = found.get(one.person_id)
        if before is None or (one.briefed_on, one.id) > (before.briefed_on, before.id):
            found[one.person_id] = one
    return found


def briefing_stand(
    people: Collection[PersonCard], briefings: Collection[BriefingCard], number: int | None
) -> BriefingStand:
    """Who of those that help was told of the charter as it is now.

    Args:
        people: everybody who is kept, in order.
        briefings: all there were.
        number: of the published version; None while there is none.
    """
    told = {one.person_id for one in briefings if one.number == number}
    team = team_of(people)
    return BriefingStand(
        number=number,
        briefed=tuple(one.name for one in team if one.id in told),
        missing=tuple(one.name for one in team if one.id not in told),
    )


def staff_view(
    people: Mapping[int, PersonCard],
    briefings: Collection[BriefingCard],
    number: int | None,
    *,
    skills: Iterable[SkillCard] = (),
    praise: Iterable[Praise] = (),
    notes: tuple[NoteCard, ...] = (),
    between: tuple[BetweenCard, ...] = (),
) -> StaffView:
    """Everything about the people here.

    Args:
        people: everybody who is kept, by number, in order.
        briefings: all there were.
        number: of the published version of the charter; None while there is none.
        skills: of everybody.
        praise: compliments that name one of us, the newest first.
        notes: the newest first.
        between: in order.
    """
    cards = tuple(people.values())
    asked = {one.id for one in team_of(cards)}
    told = {one.person_id for one in briefings if one.number == number}
    last = last_briefings(briefings)
    known, named = tuple(skills), tuple(praise)
    return StaffView(
        people=tuple(
            PersonStand(
                person=card,
                is_asked=card.id in asked,
                is_briefed=card.id in told,
                briefing=last.get(card.id),
                skills=in_order(one for one in known if one.draft.person_id == card.id),
                praise=tuple(one for one in named if one.staff == card.name),
            )
            for card in cards
        ),
        stand=briefing_stand(cards, briefings, number),
        notes=notes,
        between=between,
    )


def in_order(skills: Iterable[SkillCard]) -> tuple[SkillCard, ...]:
    """What has to be renewed first at the head; then what was learned last."""

    def place(card: SkillCard) -> tuple[date, int, int]:
        learned = card.draft.learned_on or date.min
        return (card.draft.renew_by or date.max, -learned.toordinal(), card.id)

    return tuple(sorted(skills, key=place))
