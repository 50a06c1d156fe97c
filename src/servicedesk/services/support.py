# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""What a trader does with what helps a customer, what to mind, and what they agreed to.

Everything here can be taken away in one step: what no longer helps is not kept.
"""

from dataclasses import replace
from datetime import date, timedelta

from servicedesk.domain.errors import Refusal
from servicedesk.domain.marketing import StopSource
from servicedesk.domain.support import (
    ConsentBasis,
    ConsentDraft,
    SafetyDraft,
    SupportDraft,
    SupportReview,
    SupportSheet,
)
from servicedesk.domain.support_rules import (
    checked_consent,
    checked_need,
    checked_safety,
    checked_withdrawal,
)
from servicedesk.domain.support_words import help_line
from servicedesk.services.marketing_stopping import is_stopped, lift_stops, stop_customer
from servicedesk.services.surroundings import Surroundings
from servicedesk.services.unit import Done, Reading, Unit, Units
from servicedesk.store.support import (
    consent_values,
    consents,
    need_values,
    safety_notes,
    safety_values,
    support_needs,
    support_reviews,
    support_sheets,
)

SOON_DAYS = 14
"""Days ahead in which an end is worth a word."""


class Support:
    """The use cases of support needs, safety notes and consents.

    Args:
        units: opens changes and reads.
        around: tells the day, and the words of the strip.
    """

    def __init__(self, units: Units, around: Surroundings) -> None:
        self._units = units
        self._around = around

    def of(self, customer_id: int) -> SupportSheet:
        """All of one customer, in one statement; an empty sheet for one who has none."""
        with self._units.read() as reading:
            return support_sheets(reading, (customer_id,))[customer_id]

    def help_line(self, sheet: SupportSheet) -> str:
        """The strip "How to help: ..." of a sheet, or ""."""
        return help_line(sheet.needs, self._around.phrases, self._today())

    def reviews(self, days: int = SOON_DAYS) -> tuple[SupportReview, ...]:
        """What is to be looked at again, or ends, within so many days; the first first."""
        with self._units.read() as reading:
            return support_reviews(reading, self._today() + timedelta(days=days))

    def add_need(self, customer_id: int, draft: SupportDraft, who: str) -> Done[SupportSheet]:
        """Keep something that helps.

        Raises:
            Refusal: what ``checked_need`` raises; ``record_clash`` when the customer is gone.
        """
        with self._units.change("add support need", who) as unit:
            tidy = checked_need(draft, self._today(), _sheet(unit.connection, customer_id).needs)
            unit.insert(support_needs, {"customer_id": customer_id, **need_values(tidy)})
            return self._done(unit, customer_id)

    def change_need(
        self, customer_id: int, need_id: int, draft: SupportDraft, who: str
    ) -> Done[SupportSheet]:
        """Change something that helps, or say that it still does, with another day.

        Raises:
            Refusal: ``record_gone``, or what ``checked_need`` raises.
        """
        with self._units.change("change support need", who) as unit:
            needs = _sheet(unit.connection, customer_id).needs
            others = tuple(card for card in needs if card.id != need_id)
            _refuse_gone(support_needs.name, is_gone=len(others) == len(needs))
            tidy = checked_need(draft, self._today(), others)
            unit.update(support_needs, need_id, need_values(tidy))
            return self._done(unit, customer_id)

    def keep_need(self, customer_id: int, need_id: int, who: str) -> Done[SupportSheet]:
        """Say after a look that something still helps: it is looked at again in the usual time.

        Raises:
            Refusal: ``record_gone``, or what ``checked_need`` raises.
        """
        found = [card for card in self.of(customer_id).needs if card.id == need_id]
        _refuse_gone(support_needs.name, is_gone=not found)
        again = replace(found[0].draft, review_on=None)
        return self.change_need(customer_id, need_id, again, who)

    def remove_need(self, customer_id: int, need_id: int, who: str) -> Done[SupportSheet]:
        """Keep something no longer.

        Raises:
            Refusal: ``record_gone``.
        """
        with self._units.change("remove support need", who) as unit:
            unit.remove(support_needs, need_id)
            return self._done(unit, customer_id)

    def add_safety(self, customer_id: int, draft: SafetyDraft, who: str) -> Done[SupportSheet]:
        """Keep a safety note.

        Raises:
            Refusal: what ``checked_safety`` raises; ``record_clash`` when the customer is gone.
        """
        tidy = checked_safety(draft, self._today())
        with self._units.change("add safety note", who) as unit:
            unit.insert(safety_notes, {"customer_id": customer_id, **safety_values(tidy)})
            return self._done(unit, customer_id)

    def change_safety(
        self, customer_id: int, note_id: int, draft: SafetyDraft, who: str
    ) -> Done[SupportSheet]:
        """Change a safety note.

        Raises:
            Refusal: ``record_gone``, or what ``checked_safety`` raises.
        """
        tidy = checked_safety(draft, self._today())
        with self._units.change("change safety note", who) as unit:
            unit.update(safety_notes, note_id, safety_values(tidy))
            return self._done(unit, customer_id)

    def remove_safety(self, customer_id: int, note_id: int, who: str) -> Done[SupportSheet]:
        """Keep a safety note no longer.

        Raises:
            Refusal: ``record_gone``.
        """
        with self._units.change("remove safety note", who) as unit:
            unit.remove(safety_notes, note_id)
            return self._done(unit, customer_id)

    def give_consent(self, customer_id: int, draft: ConsentDraft, who: str) -> Done[SupportSheet]:
        """Note that somebody agreed to offers on a channel; a yes lifts an earlier no.

        Raises:
            Refusal: what ``checked_consent`` raises; ``consent_stopped`` for "basis", when they
                said no there: a sale is no yes; ``record_clash`` when the customer is gone.
        """
        with self._units.change("note consent", who) as unit:
            tidy = checked_consent(draft, self._today(), _sheet(unit.connection, customer_id))
            if tidy.basis is ConsentBasis.SALE:
                if is_stopped(unit.connection, customer_id, tidy.channel):
                    raise Refusal("consent_stopped", "basis")
            elif tidy.withdrawn_on is None:
                lift_stops(unit, customer_id, tidy.channel)
            unit.insert(consents, {"customer_id": customer_id, **consent_values(tidy)})
            return self._done(unit, customer_id)

    def withdraw_consent(
        self, customer_id: int, consent_id: int, day: date, who: str
    ) -> Done[SupportSheet]:
        """Note that somebody took a consent back; the note of it stays, and so does their no.

        Raises:
            Refusal: ``record_gone``, or what ``checked_withdrawal`` raises.
        """
        with self._units.change("withdraw consent", who) as unit:
            agreed = _sheet(unit.connection, customer_id).consents
            found = [card for card in agreed if card.id == consent_id]
            _refuse_gone(consents.name, is_gone=not found)
            day = checked_withdrawal(found[0], day, self._today())
            unit.update(consents, consent_id, {"withdrawn_on": day})
            channel = found[0].draft.channel
            stop_customer(unit, customer_id, channel, day, StopSource.WITHDREW)
            return self._done(unit, customer_id)

    def _today(self) -> date:
        return self._around.clock.today()

    def _done(self, unit: Unit, customer_id: int) -> Done[SupportSheet]:
        return Done(card=_sheet(unit.connection, customer_id), changes=unit.changes)


def _sheet(reading: Reading, customer_id: int) -> SupportSheet:
    return support_sheets(reading, (customer_id,))[customer_id]


def _refuse_gone(record: str, *, is_gone: bool) -> None:
    if is_gone:
        raise Refusal("record_gone", record=record)
