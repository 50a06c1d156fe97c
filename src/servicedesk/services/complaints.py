# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""What a person does with complaints: write one down, take its steps, say that it is sorted."""

from contextlib import AbstractContextManager
from dataclasses import dataclass, replace
from datetime import date
from functools import cached_property

from servicedesk.domain.complaints import (
    ComplaintCard,
    ComplaintDraft,
    Track,
)
from servicedesk.domain.complaints_asks import Given
from servicedesk.domain.complaints_assessing import changed_assessment, quick_assessment
from servicedesk.domain.complaints_checking import check_days
from servicedesk.domain.complaints_clocks import counts, days_used
from servicedesk.domain.complaints_file import ComplaintFile, ReferralDraft
from servicedesk.domain.complaints_sorting import SortedDraft
from servicedesk.domain.complaints_stages import Action, Allowed, allowed_actions
from servicedesk.domain.complaints_stepping import refuse_later_receipt
from servicedesk.domain.complaints_timing import Clock, Counted, first_timing, timing_of
from servicedesk.domain.customers import CustomerDraft
from servicedesk.domain.errors import Refusal
from servicedesk.services.complaints_files import ComplaintFiles
from servicedesk.services.complaints_lists import ComplaintLists
from servicedesk.services.complaints_parts import (
    write_outside,
    write_outside_result,
    write_pause,
    write_pause_over,
    write_reminded,
)
from servicedesk.services.complaints_sorting import write_sorted
from servicedesk.services.complaints_taking_back import write_taken_back
from servicedesk.services.complaints_writing import (
    Footing,
    card_of,
    case_of,
    changing,
    checked_draft,
    file_of,
    footing_in,
    promised_now,
    refuse_ahead,
    write_card,
    write_complaint,
    write_taken,
)
from servicedesk.services.customers_keeping import add_newcomer
from servicedesk.services.surroundings import Surroundings
from servicedesk.services.unit import Done, Unit, Units
from servicedesk.store.complaints_reading import complaints_of


@dataclass(frozen=True, slots=True, kw_only=True)
class DuesAsked:
    """By when what is due, for a complaint that is being written down or that is on record.

    Args:
        counts: each day with its parts and what it rests on, for "why?".
    """

    counts: dict[Clock, Counted]


_PAUSE_ENDS = frozenset(
    {Action.CUSTOMER_REPLIED, Action.DECIDE_ON_WHAT_WE_HAVE, Action.WITHDRAW, Action.SAME_AS}
)
"""Steps after which we wait for the customer no longer."""


class Complaints:
    """The use cases of complaints.

    Args:
        units: opens changes and reads.
        around: the clock, the words and the holidays that come with the program.
    """

    def __init__(self, units: Units, around: Surroundings) -> None:
        self._units = units
        self._around = around

    @cached_property
    def lists(self) -> ComplaintLists:
        """Lists of complaints."""
        return ComplaintLists(self._units, self._around)

    @cached_property
    def parts(self) -> ComplaintFiles:
        """What hangs on complaints: issues, the log, remedies, actions, behaviour."""
        return ComplaintFiles(self._units, self._around)

    def get(self, complaint_id: int) -> ComplaintCard:
        """One complaint, wherever it stands.

        Raises:
            Refusal: ``record_gone``.
        """
        with self._units.read() as reading:
            return card_of(reading, complaint_id)

    def file(self, complaint_id: int) -> ComplaintFile:
        """A complaint with all that hangs on it.

        Raises:
            Refusal: ``record_gone``.
        """
        with self._units.read() as reading:
            return file_of(reading, complaint_id)

    def of(self, customer_id: int) -> tuple[ComplaintCard, ...]:
        """All complaints of a customer, the newest first."""
        with self._units.read() as reading:
            return complaints_of(reading, customer_id)

    def allowed(self, complaint_id: int) -> tuple[Allowed, ...]:
        """The steps that a complaint can take now, each with what it still lacks.

        Raises:
            Refusal: ``record_gone``.
        """
        with self._units.read() as reading:
            footing = footing_in(reading, self._around, "")
            return allowed_actions(case_of(reading, complaint_id, footing))

    def preview(self, draft: ComplaintDraft) -> DuesAsked:
        """By when what would be due if this were written down now.

        Raises:
            Refusal: ``never_open``, or what ``check_days`` raises.
        """
        with self._units.read() as reading:
            footing = footing_in(reading, self._around, "")
            promised = promised_now(reading)
        check_days(draft, footing.today, footing.now)
        timing = first_timing(draft, quick_assessment(draft), promised)
        return DuesAsked(counts=counts(timing, footing.calendar, footing.law))

    def why(self, complaint_id: int) -> DuesAsked:
        """By when what is due for a complaint, and why.

        Raises:
            Refusal: ``record_gone`` or ``never_open``.
        """
        with self._units.read() as reading:
            footing = footing_in(reading, self._around, "")
            file = file_of(reading, complaint_id)
        return DuesAsked(counts=counts(timing_of(file), footing.calendar, footing.law))

    def days_taken(self, complaint_id: int) -> int:
        """Working days until the answer, or so far; those of waiting for the customer apart.

        Raises:
            Refusal: ``record_gone``.
        """
        with self._units.read() as reading:
            footing = footing_in(reading, self._around, "")
            file = file_of(reading, complaint_id)
        until = file.card.dates.decided_on or footing.today
        return days_used(timing_of(file), until, footing.calendar).amount

    def log(
        self, draft: ComplaintDraft, who: str, newcomer: CustomerDraft | None = None
    ) -> Done[ComplaintCard]:
        """Write down a complaint.

        Args:
            draft: as typed.
            who: writes it, and took it where nobody else is named.
            newcomer: whoever becomes a customer by it, in the same step; or None.

        Raises:
            Refusal: what ``checked_complaint`` and ``add_newcomer`` raise.
        """
        with self._changing("write down complaint", who) as (unit, footing):
            card = write_complaint(unit, _theirs(unit, draft, newcomer, footing), footing)
        return Done(card=card, changes=unit.changes)

    def log_sorted(
        self,
        draft: ComplaintDraft,
        done: SortedDraft,
        who: str,
        newcomer: CustomerDraft | None = None,
    ) -> Done[ComplaintCard]:
        """Write down a complaint that is sorted already, in one step; arguments as for ``log``.

        Raises:
            Refusal: as ``log`` and ``sort_out``.
        """
        with self._changing("complaint sorted at once", who) as (
            unit,
            footing,
        ):
            card = write_complaint(unit, _theirs(unit, draft, newcomer, footing), footing)
            card = write_sorted(unit, card.id, done, Action.LOG_SORTED, footing)
        return Done(card=card, changes=unit.changes)

    def sort_out(self, complaint_id: int, done: SortedDraft, who: str) -> Done[ComplaintCard]:
        """Say that an open complaint is sorted.

        Raises:
            Refusal: ``record_gone``, ``complaint_has_ended``, or what ``sorted_out`` raises.
        """
        with self._changing("complaint sorted", who) as (unit, footing):
            card = write_sorted(unit, complaint_id, done, Action.SORT_OUT, footing)
        return Done(card=card, changes=unit.changes)

    def change(
        self,
        complaint_id: int,
        draft: ComplaintDraft,
        who: str,
        newcomer: CustomerDraft | None = None,
    ) -> Done[ComplaintCard]:
        """Change what is written of a complaint; its days follow.

        Args:
            complaint_id: of the complaint.
            draft: as it is typed now.
            who: changes it.
            newcomer: whoever becomes a customer by it, in the same step; or None.

        Raises:
            Refusal: ``record_gone``, as ``log``, or what ``refuse_later_receipt`` and
                ``changed_assessment`` raise.
        """
        with self._changing("change complaint", who) as (unit, footing):
            file = file_of(unit.connection, complaint_id)
            before = file.card
            theirs = _theirs(unit, draft, newcomer, footing)
            tidy = checked_draft(unit.connection, theirs, footing, before.draft)
            refuse_later_receipt(file, tidy.received_at, footing.calendar.days)
            after = replace(before, draft=tidy, assessment=changed_assessment(before, tidy))
            card = write_card(unit, before, after, footing)
        return Done(card=card, changes=unit.changes)

    def take(
        self, complaint_id: int, action: Action, given: Given, who: str
    ) -> Done[ComplaintCard]:
        """Take a step that asks for nothing but what is typed with it.

        Args:
            complaint_id: of the complaint.
            action: neither LOG, LOG_SORTED nor SORT_OUT.
            given: what was typed.
            who: takes it.

        Raises:
            Refusal: ``record_gone``, or what ``check`` raises.
        """
        with self._changing(f"complaint: {action.value}", who) as (
            unit,
            footing,
        ):
            if action is Action.UNDO:
                card = write_taken_back(unit, complaint_id, footing)
            else:
                card = self._taken(unit, complaint_id, action, given, footing)
        return Done(card=card, changes=unit.changes)

    def reminded(self, complaint_id: int, on: date, who: str) -> Done[ComplaintCard]:
        """Say that the customer was reminded of our question.

        Raises:
            Refusal: ``record_gone``, ``complaint_step_ahead`` or
                ``complaint_not_waiting_customer``.
        """
        with self._changing("remind customer", who) as (unit, footing):
            refuse_ahead(on, footing.today)
            write_reminded(unit, complaint_id, on)
            card = card_of(unit.connection, complaint_id)
            card = write_card(unit, card, card, footing)
        return Done(card=card, changes=unit.changes)

    def go_outside(
        self, complaint_id: int, given: Given, draft: ReferralDraft, who: str
    ) -> Done[ComplaintCard]:
        """Say that a complaint went outside.

        Raises:
            Refusal: ``record_gone``, or what ``check`` raises.
        """
        with self._changing("complaint goes outside", who) as (unit, footing):
            named = replace(given, words=given.words or draft.body, on=draft.referred_on)
            card = write_taken(unit, complaint_id, Action.GO_OUTSIDE, named, footing)
            write_outside(unit, complaint_id, draft, footing)
        return Done(card=card, changes=unit.changes)

    def outside_result(
        self, complaint_id: int, given: Given, draft: ReferralDraft, who: str
    ) -> Done[ComplaintCard]:
        """Say what came of it outside, which files the complaint.

        Raises:
            Refusal: ``record_gone``, or what ``check`` raises.
        """
        with self._changing("result from outside", who) as (unit, footing):
            named = replace(given, words=given.words or draft.result)
            write_outside_result(unit, complaint_id, draft, footing)
            card = write_taken(unit, complaint_id, Action.OUTSIDE_RESULT, named, footing)
        return Done(card=card, changes=unit.changes)

    def link_data_protection(self, complaint_id: int, who: str) -> Done[ComplaintCard]:
        """Make a complaint about somebody's information of an ordinary one, with its own clock.

        Neither holds the other up.

        Returns:
            The new complaint.

        Raises:
            Refusal: ``record_gone``, ``complaint_linked_already`` or ``complaint_no_data_track``.
        """
        with self._changing("complaint about information", who) as (
            unit,
            footing,
        ):
            card = card_of(unit.connection, complaint_id)
            if card.linked_id is not None or card.draft.track is Track.DATA_PROTECTION:
                raise Refusal("complaint_linked_already", ref=card.ref)
            draft = replace(card.draft, track=Track.DATA_PROTECTION)
            made = write_complaint(unit, draft, footing)
            made = write_card(unit, made, replace(made, linked_id=card.id), footing)
            write_card(unit, card, replace(card, linked_id=made.id), footing)
        return Done(card=made, changes=unit.changes)

    def _taken(
        self, unit: Unit, complaint_id: int, action: Action, given: Given, footing: Footing
    ) -> ComplaintCard:
        """Take a step, and begin or end the time in which we wait for the customer."""
        card = write_taken(unit, complaint_id, action, given, footing)
        if action is Action.ASK_CUSTOMER:
            write_pause(unit, complaint_id, given.on, given.words)
        elif action in _PAUSE_ENDS:
            write_pause_over(unit, complaint_id, given.on)
        else:
            return card
        return write_card(unit, card, card, footing)

    def _changing(self, use_case: str, who: str) -> AbstractContextManager[tuple[Unit, Footing]]:
        return changing(self._units, self._around, use_case, who)


def _theirs(
    unit: Unit, draft: ComplaintDraft, newcomer: CustomerDraft | None, footing: Footing
) -> ComplaintDraft:
    """A complaint of whoever becomes a customer by it, where there is one."""
    customer_id = add_newcomer(unit, newcomer, footing.today)
    return draft if customer_id is None else replace(draft, customer_id=customer_id, called="")
