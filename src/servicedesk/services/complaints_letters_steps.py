# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""Takes the steps of a complaint that a letter takes, inside the step in which it is issued."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from datetime import date

from servicedesk.domain.actions import ActionCard, checked_action
from servicedesk.domain.calendars import add_months
from servicedesk.domain.complaints_checking import checked_remedy
from servicedesk.domain.complaints_file import (
    BehaviourDraft,
    OutsideKind,
    ReferralDraft,
    RemedyCard,
)
from servicedesk.domain.complaints_guards import Case
from servicedesk.domain.complaints_learning import checked_behaviour
from servicedesk.domain.complaints_stages import Action
from servicedesk.domain.complaints_stepping import promised_in_writing
from servicedesk.domain.letters import LetterDraft
from servicedesk.domain.letters_complaints import ComplaintNote
from servicedesk.domain.letters_complaints_planning import Planned
from servicedesk.domain.letters_complaints_remedies import money_confirmed
from servicedesk.domain.letters_complaints_taking import day_of, given_for
from servicedesk.domain.letters_complaints_values import LIMITS_MONTHS
from servicedesk.domain.people import limit_of
from servicedesk.services.complaints_parts import (
    write_outside,
    write_pause,
    write_pause_over,
    write_remedy,
    write_remedy_done,
    write_reminded,
)
from servicedesk.services.complaints_writing import (
    Footing,
    card_of,
    file_of,
    write_card,
    write_taken,
)
from servicedesk.services.unit import Reading, Unit
from servicedesk.store.actions import action_values, actions
from servicedesk.store.complaints_file import behaviour_values
from servicedesk.store.complaints_parts import complaint_behaviours
from servicedesk.store.people import all_people


@dataclass(frozen=True, slots=True, kw_only=True)
class LetterSteps:
    """Takes the steps of one letter.

    Args:
        unit: the step in which it is issued.
        draft: of the letter.
        footing: what writes about complaints stand on.
        outside: whom they can turn to, or what is written down where there is nobody.
        is_scheme: it is a scheme that the business belongs to.
    """

    unit: Unit
    draft: LetterDraft
    footing: Footing
    outside: str
    is_scheme: bool = True

    def take(self, complaint_id: int, action: Action) -> None:
        """Take a step, with what belongs to it."""
        on, at = self.footing.today, self.footing.now
        known = card_of(self.unit.connection, complaint_id).finding
        given = given_for(action, self.draft, on, at, self.outside, known)
        card = write_taken(self.unit, complaint_id, action, given, self.footing)
        if action is Action.ASK_CUSTOMER:
            write_pause(self.unit, complaint_id, on, given.words)
        elif action is Action.DECIDE_ON_WHAT_WE_HAVE:
            write_pause_over(self.unit, complaint_id, on)
        elif action is Action.GO_OUTSIDE:
            kind = OutsideKind.ADR if self.is_scheme else OutsideKind.OTHER
            referral = ReferralDraft(kind=kind, body=self.outside, referred_on=on)
            write_outside(self.unit, complaint_id, referral, self.footing)
        write_card(self.unit, card, card, self.footing)

    def plan(self, complaint_id: int, plans: Planned) -> None:
        """Write down what the letter says will be done; what has a day becomes a promise."""
        for one in plans.remedies:
            write_remedy(self.unit, complaint_id, one, self.footing)
        for change in plans.changes:
            values = action_values(checked_action(change, self.footing.today))
            by = {"complaint_id": complaint_id, "check_note": "", "check_on": None}
            self.unit.insert(actions, {**values, **by})

    def note(self, complaint_id: int, note: ComplaintNote) -> None:
        """Write down what moves the complaint on no further."""
        _NOTES[note](self, complaint_id)

    def promise(self, complaint_id: int, day: date) -> None:
        """Keep the day for the answer that the letter promises."""
        card = card_of(self.unit.connection, complaint_id)
        after = promised_in_writing(card, day, self.footing.today)
        write_card(self.unit, card, after, self.footing)

    def update(self, complaint_id: int) -> None:
        """Note that the customer heard how it goes."""
        card = card_of(self.unit.connection, complaint_id)
        dates = replace(card.dates, update_sent_on=self.footing.today)
        write_card(self.unit, card, replace(card, dates=dates), self.footing)

    def follow_up(self, complaint_id: int) -> None:
        """Note that we asked how it went."""
        card = card_of(self.unit.connection, complaint_id)
        dates = replace(card.dates, follow_up_on=self.footing.today)
        write_card(self.unit, card, replace(card, dates=dates), self.footing)

    def remind(self, complaint_id: int) -> None:
        """Note that the customer was reminded of our question."""
        write_reminded(self.unit, complaint_id, self.footing.today)
        card = card_of(self.unit.connection, complaint_id)
        write_card(self.unit, card, card, self.footing)

    def refund(self, complaint_id: int) -> None:
        """Note that the money has gone that the letter confirms; nothing where none was planned."""
        remedies = file_of(self.unit.connection, complaint_id).remedies
        sent_on = day_of(self.draft.values, "sent_on") or self.footing.today
        for one in money_confirmed(remedies, self.draft.values.get("amount", "")):
            write_remedy_done(self.unit, complaint_id, one.id, sent_on, self.footing)

    def warn(self, complaint_id: int) -> None:
        """Note the warning with its limits, on the behaviour that it is about."""
        values, today = self.draft.values, self.footing.today
        noted = file_of(self.unit.connection, complaint_id).behaviours
        last = max(
            (one for one in noted if one.draft.warned_on is None),
            key=lambda one: one.draft.on,
            default=None,
        )
        before = BehaviourDraft(on=today, text="") if last is None else last.draft
        review_on = day_of(values, "behaviour.review_on") or add_months(today, LIMITS_MONTHS)
        after = replace(
            before,
            on=day_of(values, "behaviour.on") or before.on,
            text=before.text or values.get("behaviour.what", ""),
            limits=values.get("behaviour.limits", "") or before.limits,
            warned_on=today,
            review_on=review_on,
        )
        kept = behaviour_values(checked_behaviour(after, today))
        if last is None:
            self.unit.insert(complaint_behaviours, {**kept, "complaint_id": complaint_id})
        else:
            self.unit.update(complaint_behaviours, last.id, kept)


def with_plans(reading: Reading, case: Case, plans: Planned, footing: Footing) -> Case:
    """A complaint as it is once what a letter plans is written down.

    Raises:
        Refusal: what ``checked_remedy`` raises, so for more than its giver may give alone.
    """
    if not plans.remedies and not plans.changes:
        return case
    people, number = all_people(reading).values(), case.card.id
    for one in plans.remedies:
        limit = limit_of(one.by_whom or footing.who, people)
        checked_remedy(one, footing.today, case.received_on, limit)
    remedies = (RemedyCard(id=0, complaint_id=number, draft=one) for one in plans.remedies)
    changes = (ActionCard(id=0, complaint_id=number, draft=one) for one in plans.changes)
    file = replace(
        case.file,
        remedies=(*case.file.remedies, *remedies),
        actions=(*case.file.actions, *changes),
    )
    return replace(case, file=file)


_NOTES: Mapping[ComplaintNote, Callable[[LetterSteps, int], None]] = {
    ComplaintNote.UPDATED: LetterSteps.update,
    ComplaintNote.FOLLOWED_UP: LetterSteps.follow_up,
    ComplaintNote.REMINDED: LetterSteps.remind,
    ComplaintNote.REFUNDED: LetterSteps.refund,
    ComplaintNote.WARNED: LetterSteps.warn,
}
