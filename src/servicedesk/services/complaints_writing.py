# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""Writes complaints inside somebody else's step: a new one, the next stage, a step taken back."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace
from datetime import date, datetime

from servicedesk.content.law import legal_figures
from servicedesk.domain.calendars import Nation
from servicedesk.domain.calendars_moments import local_date
from servicedesk.domain.calendars_segments import NamedCalendar
from servicedesk.domain.complaints import ComplaintCard, ComplaintDraft, Dues, Promised, Stage
from servicedesk.domain.complaints_asks import Given
from servicedesk.domain.complaints_assessing import quick_assessment
from servicedesk.domain.complaints_checking import NOTES_MOST, checked_complaint, tidy_text
from servicedesk.domain.complaints_clocks import dues
from servicedesk.domain.complaints_file import ComplaintFile
from servicedesk.domain.complaints_guards import ANSWERS, Case
from servicedesk.domain.complaints_promised import promised_by
from servicedesk.domain.complaints_stages import Action
from servicedesk.domain.complaints_stepping import acknowledged, recounted, taken
from servicedesk.domain.complaints_timing import first_timing
from servicedesk.domain.customers import NOTHING_OWN
from servicedesk.domain.errors import Refusal
from servicedesk.domain.legal_figures import LegalFigures
from servicedesk.domain.own_fields import OwnFieldOn, checked_own
from servicedesk.domain.phrases import Phrases
from servicedesk.services.calendars_reading import calendar_in
from servicedesk.services.facts import nation_in, read_facts
from servicedesk.services.promises_writing import Ground, name_of
from servicedesk.services.surroundings import Surroundings
from servicedesk.services.unit import Reading, Unit, Units
from servicedesk.store import complaints as kept
from servicedesk.store.complaints_file import complaint_file
from servicedesk.store.complaints_parts import complaint_steps
from servicedesk.store.complaints_reading import complaint, with_customer
from servicedesk.store.own_fields import fields_on
from servicedesk.store.people import all_people
from servicedesk.store.promises_standards import published_standards
from servicedesk.store.references import next_ref


@dataclass(frozen=True, slots=True, kw_only=True)
class Footing:
    """What every write about complaints stands on.

    Args:
        calendar: of the business, with the names of its holidays.
        law: what the law says in figures.
        nation: whose law applies.
        people: names of those who work here.
        phrases: words of the language of the papers.
        now: the moment of writing, in UTC.
        today: the day in the shop.
        who: writes.
    """

    calendar: NamedCalendar
    law: LegalFigures
    nation: Nation
    people: tuple[str, ...]
    phrases: Phrases
    now: datetime
    today: date
    who: str

    @property
    def ground(self) -> Ground:
        """The same for the promise that a remedy becomes."""
        return Ground(
            calendar=self.calendar.days,
            law=self.law,
            phrases=self.phrases,
            now=self.now,
            today=self.today,
            who=self.who,
        )


def footing_in(reading: Reading, around: Surroundings, who: str) -> Footing:
    """What writes inside a step stand on, the calendar as it is in the file."""
    return Footing(
        calendar=calendar_in(reading, around.resources),
        law=legal_figures(around.resources),
        nation=nation_in(read_facts(reading)),
        people=tuple(person.name for person in all_people(reading).values()),
        phrases=around.phrases,
        now=around.clock.now(),
        today=around.clock.today(),
        who=who,
    )


@contextmanager
def changing(
    units: Units, around: Surroundings, use_case: str, who: str
) -> Iterator[tuple[Unit, Footing]]:
    """A change of complaints, with what it stands on.

    Args:
        units: opens it.
        around: the clock, the words and the holidays that come with the program.
        use_case: what is done, in a few words.
        who: does it.
    """
    with units.change(use_case, who) as unit:
        yield unit, footing_in(unit.connection, around, who)


def refuse_ahead(on: date, today: date) -> None:
    """Refuse a day that has not come for something that has happened.

    Raises:
        Refusal: ``complaint_step_ahead``.
    """
    if on > today:
        raise Refusal("complaint_step_ahead", "on")


def card_of(reading: Reading, complaint_id: int) -> ComplaintCard:
    """One complaint, wherever it stands.

    Raises:
        Refusal: ``record_gone``.
    """
    card = complaint(reading, complaint_id)
    if card is None:
        raise Refusal("record_gone", record=kept.complaints.name)
    return card


def file_of(reading: Reading, complaint_id: int) -> ComplaintFile:
    """A complaint with all that hangs on it.

    Raises:
        Refusal: ``record_gone``.
    """
    found = complaint_file(reading, complaint_id)
    if found is None:
        raise Refusal("record_gone", record=kept.complaints.name)
    return found


def case_of(reading: Reading, complaint_id: int, footing: Footing) -> Case:
    """A complaint about to take a step, and what is around it.

    Raises:
        Refusal: ``record_gone``.
    """
    return Case(
        file=file_of(reading, complaint_id),
        today=footing.today,
        calendar=footing.calendar.days,
        law=footing.law,
        people=footing.people,
        owner=str(read_facts(reading).get("owner_name", "")),
    )


def promised_now(reading: Reading) -> Promised:
    """What the charter promises a complaint that comes now."""
    return promised_by(published_standards(reading))


def write_complaint(unit: Unit, draft: ComplaintDraft, footing: Footing) -> ComplaintCard:
    """Write a new complaint with the first step of its history.

    Args:
        unit: the step it is part of.
        draft: as typed.
        footing: what it stands on; who writes it took it where nobody else is named.

    Raises:
        Refusal: what ``checked_complaint`` and ``checked_own`` raise, or ``never_open``.
    """
    tidy = checked_draft(unit.connection, draft, footing)
    assessment = quick_assessment(tidy)
    promised = promised_now(unit.connection)
    days = dues(first_timing(tidy, assessment, promised), footing.calendar.days, footing.law)
    received_on = local_date(footing.calendar.days, tidy.received_at)
    fresh = ComplaintCard(
        id=0,
        ref=next_ref(unit.connection, kept.complaints, "C", footing.today.year),
        draft=kept.draft_as_kept(tidy),
        stage=Stage.RECEIVED,
        assessment=assessment,
        promised=promised,
        dues=days,
    )
    values = {"ref": fresh.ref, "received_on": received_on, **kept.promised_values(promised)}
    complaint_id = unit.insert(kept.complaints, {**values, **kept.card_values(fresh)})
    write_step(unit, complaint_id, Action.LOG, None, Stage.RECEIVED, received_on, "", footing)
    # All but the customer is known: to read eighty columns back took a tenth of saving.
    return with_customer(unit.connection, replace(fresh, id=complaint_id))


def checked_draft(
    reading: Reading, draft: ComplaintDraft, footing: Footing, before: ComplaintDraft | None = None
) -> ComplaintDraft:
    """What was typed, as it is kept.

    Args:
        reading: inside the step.
        draft: as typed.
        footing: what it stands on.
        before: as it was, or None for a new one.

    Raises:
        Refusal: what ``checked_complaint`` and ``checked_own`` raise.
    """
    fields = fields_on(reading, OwnFieldOn.COMPLAINT)
    was = NOTHING_OWN if before is None else before.own
    own = checked_own(draft.own, fields, was, footing.today)
    filled = replace(draft, own=own, taken_by=name_of(reading, draft.taken_by, footing.who))
    return checked_complaint(filled, footing.today, footing.now, footing.nation)


def write_card(
    unit: Unit, before: ComplaintCard, after: ComplaintCard, footing: Footing
) -> ComplaintCard:
    """Write what changed of a complaint, its days counted anew.

    Args:
        unit: the step it is part of.
        before: as it is in the file.
        after: as it is to be, whatever its days say.
        footing: what it stands on.

    Raises:
        Refusal: ``never_open``.
    """
    file = replace(file_of(unit.connection, before.id), card=after)
    counted = recounted(file, footing.calendar.days, footing.law)
    old, new = kept.card_values(before), kept.card_values(counted)
    changed = {name: value for name, value in new.items() if value != old[name]}
    if counted.draft.received_at != before.draft.received_at:
        changed["received_on"] = local_date(footing.calendar.days, counted.draft.received_at)
    if changed:
        unit.update(kept.complaints, before.id, changed)
    return card_of(unit.connection, before.id)


def write_taken(
    unit: Unit, complaint_id: int, action: Action, given: Given, footing: Footing
) -> ComplaintCard:
    """Take a step, with its line in the history.

    Args:
        unit: the step it is part of.
        complaint_id: of the complaint.
        action: neither LOG, LOG_SORTED, SORT_OUT nor UNDO.
        given: what was typed with it.
        footing: what it stands on.

    Raises:
        Refusal: ``record_gone``, or what ``taken`` raises.
    """
    case = case_of(unit.connection, complaint_id, footing)
    if given.master_id is not None:
        case = replace(case, master=card_of(unit.connection, given.master_id))
    after = taken(case, action, given, footing.now)
    write_step(
        unit,
        complaint_id,
        action,
        case.card.stage,
        after.stage,
        given.on,
        tidy_text(given.words, "words", NOTES_MOST),
        footing,
        answer_due(action, given, after.dues),
    )
    return write_card(unit, case.card, after, footing)


def answer_due(action: Action, given: Given, dues: Dues) -> tuple[date, date | None] | None:
    """What the history keeps of the due day: of an answer the one it had, of more time the new."""
    if action in ANSWERS:
        return dues.decide_on, dues.judged_on
    return None if given.due is None else (given.due, None)


def write_told(unit: Unit, complaint_id: int, at: datetime, footing: Footing) -> ComplaintCard:
    """Let a contact with the customer count as telling them that we have it, if it is the first.

    Raises:
        Refusal: ``record_gone``.
    """
    case = case_of(unit.connection, complaint_id, footing)
    after = acknowledged(case, at)
    if after is None:
        return case.card
    if after.stage is not case.card.stage:
        on = local_date(footing.calendar.days, at)
        write_step(
            unit,
            complaint_id,
            Action.ACKNOWLEDGE,
            case.card.stage,
            after.stage,
            on,
            "",
            footing,
        )
    return write_card(unit, case.card, after, footing)


def write_step(
    unit: Unit,
    complaint_id: int,
    action: Action,
    before: Stage | None,
    after: Stage,
    on: date,
    note: str,
    footing: Footing,
    due: tuple[date, date | None] | None = None,
) -> None:
    """Write a line of the history, which is only ever added to.

    Args:
        unit: the step it is part of.
        complaint_id: of the complaint.
        action: what was done.
        before: the stage before it, None for the first.
        after: the stage after it.
        on: the day it happened.
        note: in words; may be empty.
        footing: what it stands on.
        due: of an answer: by when it was due, and from when it counted as late where that differs.
    """
    due_on, judged_on = due or (None, None)
    unit.insert(
        complaint_steps,
        {
            "complaint_id": complaint_id,
            "action": action.value,
            "stage_before": before,
            "stage_after": after,
            "happened_on": on,
            "written_at": footing.now,
            "who": footing.who,
            "note": note,
            "due_on": due_on,
            "judged_on": judged_on,
        },
    )
