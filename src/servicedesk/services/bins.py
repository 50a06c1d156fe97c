# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""The bin as a whole: what lies in it, brought back by who knows the record, emptied in time."""

from collections.abc import Callable

from servicedesk.domain.bins import Binned, bin_limit
from servicedesk.domain.clock import Clock
from servicedesk.domain.kinds import ChangeSet, Kind
from servicedesk.services.contacts import Contacts
from servicedesk.services.customers import Customers
from servicedesk.services.feedback import Feedback
from servicedesk.services.promises import Promises
from servicedesk.services.unit import Done, Units
from servicedesk.store.bins import binned
from servicedesk.store.holds import kept_by_hold

_TABLES = {
    Kind.CUSTOMER: "customers",
    Kind.PROMISE: "promises",
    Kind.CONTACT: "contacts",
    Kind.FEEDBACK: "feedback",
}
"""Where each kind lies that can be put into the bin."""


class Bin:
    """What was put away.

    Args:
        units: opens reads.
        clock: tells the moment.
        customers: brings customers back.
        promises: brings promises back.
        contacts: brings contacts back.
        feedback: brings feedback back.
    """

    def __init__(
        self,
        units: Units,
        clock: Clock,
        customers: Customers,
        promises: Promises,
        contacts: Contacts,
        feedback: Feedback,
    ) -> None:
        self._units = units
        self._clock = clock
        self._customers = customers
        self._promises = promises
        self._contacts = contacts
        self._feedback = feedback

    def all(self) -> tuple[Binned, ...]:
        """All that lies in the bin, the last at the head."""
        with self._units.read() as reading:
            return binned(reading)

    def must_stay(self) -> frozenset[tuple[Kind, int]]:
        """What must be kept by a legal hold, by kind and number: no emptying removes it."""
        with self._units.read() as reading:
            held = kept_by_hold(reading)
        return frozenset((kind, one) for kind in _TABLES for one in held.get(_TABLES[kind], ()))

    def is_old(self, thing: Binned) -> bool:
        """Whether it has been there for so long that emptying removes it, if it may go at all."""
        return thing.at < bin_limit(self._clock.now())

    def bring_back(self, thing: Binned, who: str) -> Done[Binned]:
        """Take one thing out of the bin.

        Raises:
            Refusal: ``record_gone``.
        """
        steps: dict[Kind, Callable[[], ChangeSet]] = {
            Kind.CUSTOMER: lambda: self._customers.bring_back([thing.id], who).changes,
            Kind.PROMISE: lambda: self._promises.bring_back([thing.id], who).changes,
            Kind.CONTACT: lambda: self._contacts.bring_back(thing.id, who).changes,
            Kind.FEEDBACK: lambda: self._feedback.out_of_bin([thing.id], who).changes,
        }
        return Done(card=thing, changes=steps[thing.kind]())

    def empty(self, who: str) -> Done[int]:
        """Remove for good what has been in the bin for 90 days; no figure counted it any more.

        What a legal hold keeps stays in the bin, and its history too.

        What went as long ago goes out of the history as well; until then undo may need it.

        Returns:
            How many customers, contacts, promises and pieces of feedback went.
        """
        limit = bin_limit(self._clock.now())
        contacts = self._contacts.empty_bin(limit, who)
        customers = self._customers.empty_bin(limit, who)
        promises = self._promises.empty_bin(limit, who)
        feedback = self._feedback.empty_bin(limit, who)
        with self._units.change("empty the bin", who) as unit:
            unit.empty_gone(limit)
        return Done(
            card=contacts.card + customers.card + promises.card + feedback.card,
            changes=contacts.changes | customers.changes | promises.changes | feedback.changes,
        )
