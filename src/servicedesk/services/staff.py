# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""What an owner does with skills, briefings, words from helpers, and what is agreed between us."""

from dataclasses import replace
from datetime import date

from servicedesk.domain.actions import ActionDraft, ActionKind, ActionSource
from servicedesk.domain.between_us import (
    BetweenCard,
    BetweenDraft,
    between_standard,
    check_room,
    checked_between,
    free_key,
)
from servicedesk.domain.charters import CharterStatus
from servicedesk.domain.errors import Refusal
from servicedesk.domain.people import team_of
from servicedesk.domain.staff import (
    BriefingCard,
    BriefingStand,
    NoteCard,
    NoteDraft,
    SkillCard,
    SkillDraft,
    StaffView,
    briefing_stand,
    staff_view,
)
from servicedesk.domain.staff_rules import check_briefed, checked_note, checked_skill
from servicedesk.services.actions_writing import write_action
from servicedesk.services.surroundings import Surroundings
from servicedesk.services.unit import Done, Reading, Unit, Units
from servicedesk.store.charters import charter_numbers
from servicedesk.store.people import all_people, people
from servicedesk.store.staff import (
    all_praise,
    between_cards,
    between_us,
    between_values,
    briefing_cards,
    briefings,
    note_cards,
    note_values,
    skill_cards,
    skill_values,
    skills,
    staff_notes,
)


class Staff:
    """The use cases of the people here at work.

    Args:
        units: opens changes and reads.
        around: the clock, and the words of papers.
    """

    def __init__(self, units: Units, around: Surroundings) -> None:
        self._units = units
        self._around = around

    def view(self) -> StaffView:
        """Everything that is kept about the people here."""
        with self._units.read() as reading:
            return view_in(reading)

    def add_skill(self, draft: SkillDraft, who: str) -> Done[SkillCard]:
        """Write down what somebody learned.

        Raises:
            Refusal: ``record_gone`` for a person who is not there, or what ``checked_skill``
                raises.
        """
        tidy = checked_skill(draft, self._today)
        with self._units.change("add skill", who) as unit:
            _check_person(unit.connection, tidy.person_id)
            skill_id = unit.insert(skills, skill_values(tidy))
            return Done(card=_skill(unit.connection, skill_id), changes=unit.changes)

    def change_skill(self, skill_id: int, draft: SkillDraft, who: str) -> Done[SkillCard]:
        """Change what somebody learned.

        Raises:
            Refusal: as ``add_skill``.
        """
        tidy = checked_skill(draft, self._today)
        with self._units.change("change skill", who) as unit:
            _check_person(unit.connection, tidy.person_id)
            unit.update(skills, skill_id, skill_values(tidy))
            return Done(card=_skill(unit.connection, skill_id), changes=unit.changes)

    def remove_skill(self, skill_id: int, who: str) -> Done[SkillCard]:
        """Remove something that somebody learned.

        Raises:
            Refusal: ``record_gone``.
        """
        with self._units.change("remove skill", who) as unit:
            card = _skill(unit.connection, skill_id)
            unit.remove(skills, skill_id)
        return Done(card=card, changes=unit.changes)

    def brief(self, person_id: int, on: date, who: str) -> Done[BriefingStand]:
        """Note that somebody was told of the charter as it is now.

        Somebody who was told of it before was told again: the day moves.

        Raises:
            Refusal: ``record_gone``, or what ``check_briefed`` raises.
        """
        check_briefed(on, self._today)
        with self._units.change("brief person", who) as unit:
            _check_person(unit.connection, person_id)
            self._brief(unit, person_id, on)
            return Done(card=_stand(unit.connection), changes=unit.changes)

    def brief_all(self, on: date, who: str) -> Done[BriefingStand]:
        """Note that everybody was told who was not told of the charter as it is now.

        Raises:
            Refusal: what ``check_briefed`` raises.
        """
        check_briefed(on, self._today)
        with self._units.change("brief everybody", who) as unit:
            number = _published(unit.connection)[1]
            told = {
                one.person_id for one in briefing_cards(unit.connection) if one.number == number
            }
            for person in team_of(tuple(all_people(unit.connection).values())):
                if person.id not in told:
                    self._brief(unit, person.id, on)
            return Done(card=_stand(unit.connection), changes=unit.changes)

    def unbrief(self, person_id: int, who: str) -> Done[BriefingStand]:
        """Take the briefing of somebody on the charter as it is now off again.

        Raises:
            Refusal: ``record_gone`` where there was none.
        """
        with self._units.change("unbrief person", who) as unit:
            found = _briefed(unit.connection, person_id)
            if found is None:
                raise Refusal("record_gone", record=briefings.name)
            unit.remove(briefings, found.id)
            return Done(card=_stand(unit.connection), changes=unit.changes)

    def add_note(self, draft: NoteDraft, who: str) -> Done[NoteCard]:
        """Write down what a helper said.

        Raises:
            Refusal: what ``checked_note`` raises.
        """
        tidy = checked_note(draft, self._today)
        with self._units.change("add staff note", who) as unit:
            note_id = unit.insert(staff_notes, note_values(tidy))
            return Done(card=_note(unit.connection, note_id), changes=unit.changes)

    def change_note(self, note_id: int, draft: NoteDraft, who: str) -> Done[NoteCard]:
        """Change what a helper said, or write down what was decided.

        Raises:
            Refusal: ``record_gone``, or what ``checked_note`` raises.
        """
        tidy = checked_note(draft, self._today)
        with self._units.change("change staff note", who) as unit:
            unit.update(staff_notes, note_id, note_values(tidy))
            return Done(card=_note(unit.connection, note_id), changes=unit.changes)

    def remove_note(self, note_id: int, who: str) -> Done[NoteCard]:
        """Remove what a helper said; what came of it stays on the list of things to do.

        Raises:
            Refusal: ``record_gone``.
        """
        with self._units.change("remove staff note", who) as unit:
            card = _note(unit.connection, note_id)
            unit.remove(staff_notes, note_id)
        return Done(card=card, changes=unit.changes)

    def plan(self, note_id: int, draft: ActionDraft, who: str) -> Done[int]:
        """Put what comes of a helper's word on the list of things to do.

        Args:
            note_id: of what was said.
            draft: what is done, by whom and when; where it came from is filled in.
            who: does this.

        Returns:
            The number of the action.

        Raises:
            Refusal: ``record_gone``, or what ``checked_action`` raises.
        """
        whole = replace(
            draft, kind=ActionKind.IMPROVEMENT, source=ActionSource.STAFF, source_id=note_id
        )
        with self._units.change("plan from staff note", who) as unit:
            _note(unit.connection, note_id)
            action_id = write_action(unit, whole, self._today)
            return Done(card=action_id, changes=unit.changes)

    def add_between(self, draft: BetweenDraft, who: str) -> Done[BetweenCard]:
        """Agree on one more thing between ourselves.

        Raises:
            Refusal: ``between_us_full`` beyond five, or what ``checked_between`` raises.
        """
        tidy = checked_between(draft)
        with self._units.change("add between us", who) as unit:
            kept = between_cards(unit.connection)
            check_room(kept)
            standard = between_standard(tidy, free_key(kept), self._around.phrases)
            values = {"position": len(kept), **between_values(tidy, standard)}
            number = unit.insert(between_us, values)
            return Done(card=_between(unit.connection, number), changes=unit.changes)

    def change_between(self, number: int, draft: BetweenDraft, who: str) -> Done[BetweenCard]:
        """Change what is agreed between ourselves.

        Raises:
            Refusal: ``record_gone``, or what ``checked_between`` raises.
        """
        tidy = checked_between(draft)
        with self._units.change("change between us", who) as unit:
            key = _between(unit.connection, number).standard.key
            standard = between_standard(tidy, key, self._around.phrases)
            unit.update(between_us, number, between_values(tidy, standard))
            return Done(card=_between(unit.connection, number), changes=unit.changes)

    def remove_between(self, number: int, who: str) -> Done[BetweenCard]:
        """Remove what was agreed between ourselves; the others close up.

        Raises:
            Refusal: ``record_gone``.
        """
        with self._units.change("remove between us", who) as unit:
            card = _between(unit.connection, number)
            unit.remove(between_us, number)
            for place, left in enumerate(between_cards(unit.connection)):
                unit.update(between_us, left.id, {"position": place})
        return Done(card=card, changes=unit.changes)

    @property
    def _today(self) -> date:
        return self._around.clock.today()

    def _brief(self, unit: Unit, person_id: int, on: date) -> None:
        found = _briefed(unit.connection, person_id)
        if found is not None:
            unit.update(briefings, found.id, {"briefed_on": on})
            return
        version_id = _published(unit.connection)[0]
        unit.insert(
            briefings,
            {"person_id": person_id, "briefed_on": on, "charter_version_id": version_id},
        )


def view_in(reading: Reading) -> StaffView:
    """Everything that is kept about the people here, inside a read."""
    return staff_view(
        all_people(reading),
        briefing_cards(reading),
        _published(reading)[1],
        skills=skill_cards(reading),
        praise=all_praise(reading),
        notes=note_cards(reading),
        between=between_cards(reading),
    )


def _published(reading: Reading) -> tuple[int | None, int | None]:
    """Row and number of the published version of the charter; two times None without one."""
    for row, (number, status) in charter_numbers(reading).items():
        if status is CharterStatus.PUBLISHED:
            return row, number
    return None, None


def _stand(reading: Reading) -> BriefingStand:
    cards = tuple(all_people(reading).values())
    return briefing_stand(cards, briefing_cards(reading), _published(reading)[1])


def _briefed(reading: Reading, person_id: int) -> BriefingCard | None:
    """The briefing of somebody on the charter as it is now, or None."""
    number = _published(reading)[1]
    those = (one for one in briefing_cards(reading) if one.person_id == person_id)
    return next((one for one in those if one.number == number), None)


def _check_person(reading: Reading, person_id: int) -> None:
    if person_id not in all_people(reading):
        raise Refusal("record_gone", record=people.name)


def _skill(reading: Reading, skill_id: int) -> SkillCard:
    for card in skill_cards(reading, skill_id):
        return card
    raise Refusal("record_gone", record=skills.name)


def _note(reading: Reading, note_id: int) -> NoteCard:
    for card in note_cards(reading, note_id):
        return card
    raise Refusal("record_gone", record=staff_notes.name)


def _between(reading: Reading, number: int) -> BetweenCard:
    for card in between_cards(reading):
        if card.id == number:
            return card
    raise Refusal("record_gone", record=between_us.name)
