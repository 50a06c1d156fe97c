# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""What a trader does with contacts: note one, come back to it, answer it."""

from dataclasses import replace
from datetime import date, datetime

from servicedesk.domain.contacts import (
    ContactCard,
    ContactDraft,
    check_open_enquiry,
    checked_answer,
    checked_contact,
)
from servicedesk.domain.customers import CustomerDraft
from servicedesk.domain.errors import Refusal
from servicedesk.domain.kinds import Kind
from servicedesk.domain.promises import PromiseCard, PromiseDraft
from servicedesk.services.complaints_told import write_counted
from servicedesk.services.complaints_writing import footing_in
from servicedesk.services.customers_keeping import add_newcomer
from servicedesk.services.promises_writing import ground_in, write_promise
from servicedesk.services.surroundings import Surroundings
from servicedesk.services.unit import Done, Reading, Unit, Units
from servicedesk.store.contacts import (
    binned_contacts,
    contact,
    contact_values,
    contacts,
    contacts_about,
    enquiries,
)
from servicedesk.store.holds import kept_by_hold
from servicedesk.store.record_files import files_of, record_files

ENQUIRIES_MOST = 500
"""Enquiries that a list shows at once."""


class Contacts:
    """The use cases of contacts and enquiries.

    Args:
        units: opens changes and reads.
        around: tells the moment and the day; its holidays count for promises.
    """

    def __init__(self, units: Units, around: Surroundings) -> None:
        self._units = units
        self._around = around
        self._clock = around.clock

    def get(self, contact_id: int) -> ContactCard:
        """A contact.

        Raises:
            Refusal: ``record_gone``.
        """
        with self._units.read() as reading:
            return _contact(reading, contact_id)

    def about(self, complaint_id: int) -> tuple[ContactCard, ...]:
        """The contacts about a complaint that are not in the bin, the first one at the head."""
        with self._units.read() as reading:
            return contacts_about(reading, complaint_id)

    def enquiries(self, is_open: bool = True) -> tuple[ContactCard, ...]:
        """Enquiries.

        Args:
            is_open: those that wait for us, the longest due first; else those that are done with,
                the newest first.
        """
        with self._units.read() as reading:
            return enquiries(reading, is_open=is_open, limit=ENQUIRIES_MOST)

    def binned(self) -> tuple[ContactCard, ...]:
        """What lies in the bin, what was put there last first."""
        with self._units.read() as reading:
            return binned_contacts(reading)

    def log(
        self, draft: ContactDraft, who: str, newcomer: CustomerDraft | None = None
    ) -> Done[ContactCard]:
        """Note a contact; with a next date it is an enquiry.

        The first one about a complaint counts as telling them that we have it.

        Args:
            draft: as typed.
            who: notes it, and spoke with them where nobody else is named.
            newcomer: whoever becomes a customer by it, in the same step; or None.

        Raises:
            Refusal: what ``checked_contact`` and ``add_newcomer`` raise; ``record_clash`` when
                the customer is gone.
        """
        now = self._clock.now()
        tidy = checked_contact(draft, now, self._clock.today())
        with self._units.change("note contact", who) as unit:
            values = {**contact_values(self._with(unit, tidy, newcomer)), "written_at": now}
            if not tidy.by_whom:
                values["by_whom"] = who
            contact_id = unit.insert(contacts, values)
            self._count(unit, None, tidy, who)
            card = _contact(unit.connection, contact_id)
        return Done(card=card, changes=unit.changes)

    def change(
        self,
        contact_id: int,
        draft: ContactDraft,
        who: str,
        newcomer: CustomerDraft | None = None,
    ) -> Done[ContactCard]:
        """Change a contact, with whom as for ``log``. One that was answered stays answered.

        Another complaint, or another moment, counts as telling them as that of a new one does.

        Raises:
            Refusal: ``record_gone``, or as ``log``.
        """
        with self._units.change("change contact", who) as unit:
            before = _contact(unit.connection, contact_id)
            now, today = self._clock.now(), self._clock.today()
            tidy = checked_contact(draft, now, today, before.draft)
            tidy = self._with(unit, tidy, newcomer)
            unit.update(contacts, contact_id, contact_values(tidy))
            if (tidy.complaint_id, tidy.at) != (before.draft.complaint_id, before.draft.at):
                self._count(unit, before.draft, tidy, who)
            card = _contact(unit.connection, contact_id)
        return Done(card=card, changes=unit.changes)

    def answered(self, contact_id: int, day: date, who: str) -> Done[ContactCard]:
        """Say that an enquiry had its answer, on that day, without a promise.

        Raises:
            Refusal: ``record_gone``, or what ``checked_answer`` raises.
        """
        with self._units.change("answer enquiry", who) as unit:
            before = _contact(unit.connection, contact_id)
            day = checked_answer(before, day, self._clock.today())
            unit.update(contacts, contact_id, {"answered_on": day})
            card = _contact(unit.connection, contact_id)
        return Done(card=card, changes=unit.changes)

    def to_promise(
        self,
        contact_id: int,
        draft: PromiseDraft,
        who: str,
        newcomer: CustomerDraft | None = None,
    ) -> Done[PromiseCard]:
        """Promise what an enquiry asks for; from then on the promise is what waits.

        Args:
            contact_id: of the enquiry.
            draft: of the promise; without a customer it is made to whoever asked.
            who: does so.
            newcomer: as for ``log``; the enquiry is theirs too from then on.

        Raises:
            Refusal: ``record_gone``, ``enquiry_not_open``, or what ``write_promise`` and
                ``add_newcomer`` raise.
        """
        with self._units.change("promise what was asked", who) as unit:
            asked = _contact(unit.connection, contact_id)
            check_open_enquiry(asked)
            new = add_newcomer(unit, newcomer, self._clock.today())
            to_whom = new or draft.customer_id or asked.draft.customer_id
            ground = ground_in(unit, self._around, who)
            card = write_promise(unit, replace(draft, customer_id=to_whom), ground)
            theirs = asked.draft.customer_id or new
            unit.update(contacts, contact_id, {"promise_id": card.id, "customer_id": theirs})
        return Done(card=card, changes=unit.changes)

    def bin(self, contact_id: int, who: str) -> Done[ContactCard]:
        """Put a contact into the bin, where it stays for 90 days.

        Raises:
            Refusal: ``record_gone``.
        """
        return self._put(contact_id, "bin contact", self._clock.now(), who)

    def bring_back(self, contact_id: int, who: str) -> Done[ContactCard]:
        """Take a contact out of the bin.

        Raises:
            Refusal: ``record_gone``.
        """
        return self._put(contact_id, "bring contact back", None, who)

    def empty_bin(self, before: datetime, who: str) -> Done[int]:
        """Take away for good what was put into the bin before a moment, with its files.

        What a legal hold keeps stays in the bin.

        Returns:
            How many.
        """
        with self._units.change("empty bin", who) as unit:
            held = kept_by_hold(unit.connection).get(contacts.name, frozenset())
            binned = binned_contacts(unit.connection, before)
            gone = [card for card in binned if card.id not in held]
            for card in gone:
                for file in files_of(unit.connection, Kind.CONTACT, card.id):
                    unit.remove(record_files, file.id)
                unit.remove(contacts, card.id)
        return Done(card=len(gone), changes=unit.changes)

    def _with(
        self, unit: Unit, draft: ContactDraft, newcomer: CustomerDraft | None
    ) -> ContactDraft:
        """A contact with whoever becomes a customer by it."""
        new = add_newcomer(unit, newcomer, self._clock.today())
        return draft if new is None else replace(draft, customer_id=new)

    def _put(
        self, contact_id: int, use_case: str, binned_at: datetime | None, who: str
    ) -> Done[ContactCard]:
        with self._units.change(use_case, who) as unit:
            draft = _contact(unit.connection, contact_id).draft
            unit.update(contacts, contact_id, {"binned_at": binned_at})
            before, after = (None, draft) if binned_at is None else (draft, None)
            self._count(unit, before, after, who)
            card = _contact(unit.connection, contact_id)
        return Done(card=card, changes=unit.changes)

    def _count(
        self, unit: Unit, before: ContactDraft | None, after: ContactDraft | None, who: str
    ) -> None:
        """Let a contact count for the complaint it is about, as ``write_counted``."""
        if any(one is not None and one.complaint_id is not None for one in (before, after)):
            write_counted(unit, before, after, footing_in(unit.connection, self._around, who))


def _contact(reading: Reading, contact_id: int) -> ContactCard:
    found = contact(reading, contact_id)
    if found is None:
        raise Refusal("record_gone", record=contacts.name)
    return found
