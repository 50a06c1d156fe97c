# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""What a person does with promises: keep one, move its day, end it, take that back."""

from collections.abc import Mapping, Sequence
from datetime import date, datetime
from functools import cached_property

from servicedesk.domain.customers import CustomerDraft
from servicedesk.domain.entries import tidy_line
from servicedesk.domain.errors import Refusal
from servicedesk.domain.promises import Due, MoveCard, Outcome, PromiseCard, PromiseDraft
from servicedesk.domain.promises_catching_up import Decision
from servicedesk.domain.promises_history import HistoryLine
from servicedesk.domain.promises_rates import KeptRate, kept_rate
from servicedesk.domain.promises_rules import TEXT_MOST, checked_told
from servicedesk.services.calendars_reading import calendar_in
from servicedesk.services.promises_deciding import write_decision
from servicedesk.services.promises_emptying import write_emptied
from servicedesk.services.promises_history import history_in
from servicedesk.services.promises_lists import PromiseLists
from servicedesk.services.promises_making import PromiseMaking
from servicedesk.services.promises_repeating import write_next
from servicedesk.services.promises_writing import (
    card_of,
    ground_in,
    made_to,
    open_card_of,
    write_change,
    write_done,
    write_ended,
    write_ending,
    write_new_date,
)
from servicedesk.services.unit import Done
from servicedesk.store.promises import moves_of, open_promises_of, promises
from servicedesk.store.promises_rates import cases_due


class Promises(PromiseMaking):
    """The use cases of promises; arguments as for ``PromiseMaking``."""

    @cached_property
    def lists(self) -> PromiseLists:
        """Lists of promises."""
        return PromiseLists(self._units, self._around)

    def get(self, promise_id: int) -> PromiseCard:
        """One promise, whatever became of it.

        Raises:
            Refusal: ``record_gone``.
        """
        with self._units.read() as reading:
            return card_of(reading, promise_id)

    def open_of(self, customer_id: int) -> tuple[PromiseCard, ...]:
        """The open promises to a customer, the one that is due first at the head."""
        with self._units.read() as reading:
            return open_promises_of(reading, customer_id)

    def moves(self, promise_id: int) -> tuple[MoveCard, ...]:
        """How the day of a promise moved, in the order of writing."""
        with self._units.read() as reading:
            return moves_of(reading, promise_id)

    def history(self, promise_id: int) -> tuple[HistoryLine, ...]:
        """What became of a promise, in the order in which it was written down."""
        with self._units.read() as reading:
            return history_in(reading, promise_id)

    def change(
        self, promise_id: int, draft: PromiseDraft, who: str, newcomer: CustomerDraft | None = None
    ) -> Done[PromiseCard]:
        """Change what is written of a promise. Its day is moved with ``move``.

        Args:
            promise_id: of the row.
            draft: as typed; without a day, it stays as it is.
            who: changes it.
            newcomer: as for ``make_many``.

        Raises:
            Refusal: ``record_gone``, what ``checked_promise`` raises, or
                ``promise_use_new_date`` for a day that is no slip of today.
        """
        with self._units.change("change promise", who) as unit:
            card = card_of(unit.connection, promise_id)
            ground = ground_in(unit, self._around, who)
            (draft,) = made_to(unit, [draft], newcomer, ground)
            card = write_change(unit, card, draft, ground)
        return Done(card=card, changes=unit.changes)

    def done(
        self, promise_id: int, on: date, at: datetime | None = None, who: str = ""
    ) -> Done[PromiseCard]:
        """Say that a promise was done; the rule says whether it was kept or late.

        Args:
            promise_id: of the row.
            on: the day it was done; earlier days are welcome.
            at: the minute, in UTC, or None where only the day is known.
            who: says so.

        Raises:
            Refusal: ``record_gone``, ``promise_not_open``, ``promise_done_ahead`` or
                ``promise_done_before_made``.
        """
        with self._units.change("promise done", who) as unit:
            ground = ground_in(unit, self._around, who)
            card = open_card_of(unit.connection, promise_id)
            card = write_done(unit, card, on, at, ground)
            write_next(unit, card, ground)
        return Done(card=card, changes=unit.changes)

    def broken(self, promise_id: int, on: date, reason: str, who: str) -> Done[PromiseCard]:
        """Say that a promise was never done.

        Raises:
            Refusal: as ``done``.
        """
        return self._end("promise broken", Outcome.BROKEN, promise_id, on, reason, who)

    def released(self, promise_id: int, on: date, reason: str, who: str) -> Done[PromiseCard]:
        """Say that the customer does not hold us to it, or did not do their part.

        Raises:
            Refusal: as ``done``.
        """
        return self._end("promise released", Outcome.RELEASED, promise_id, on, reason, who)

    def move(
        self, promise_id: int, due: Due, agreed: bool, words: str, who: str
    ) -> Done[PromiseCard]:
        """Give an open promise a new date, with a line in its history.

        Args:
            promise_id: of the row.
            due: the new date.
            agreed: the customer agreed to it.
            words: what was said; may be empty.
            who: moves it.

        Raises:
            Refusal: ``record_gone``, ``promise_not_open``, ``promise_same_day``,
                ``promise_moved_back`` or ``promise_far``.
        """
        with self._units.change("new date for promise", who) as unit:
            ground = ground_in(unit, self._around, who)
            card = open_card_of(unit.connection, promise_id)
            card = write_new_date(unit, card, due, agreed, words, ground)
        return Done(card=card, changes=unit.changes)

    def reopen(self, promise_id: int, who: str) -> Done[PromiseCard]:
        """Take back how a promise ended; it is open again and due when it was.

        Raises:
            Refusal: ``record_gone``.
        """
        with self._units.change("open promise again", who) as unit:
            card = card_of(unit.connection, promise_id)
            if not card.is_open:
                card = write_ending(unit, card, None, ground_in(unit, self._around, who))
        return Done(card=card, changes=unit.changes)

    def told(self, promise_id: int, on: date, who: str) -> Done[PromiseCard]:
        """Say that the customer was told that it slips.

        Raises:
            Refusal: ``record_gone``, ``promise_told_ahead`` or ``promise_told_before_made``.
        """
        checked_told(on, self.get(promise_id).draft.made_on, self._today)
        return self._note("customer told", promise_id, {"told_on": on}, who)

    def wait_for(self, promise_id: int, words: str, who: str) -> Done[PromiseCard]:
        """Say whom or what we wait for; empty when we wait no longer.

        Raises:
            Refusal: ``record_gone``, ``promise_not_open``, or what ``tidy_line`` raises.
        """
        said = tidy_line(words, "waiting_for", TEXT_MOST)
        return self._note("promise waits", promise_id, {"waiting_for": said}, who)

    def snooze(self, promise_id: int, until: date | None, who: str) -> Done[PromiseCard]:
        """Keep a promise out of Today until a day, on which it comes back by itself.

        Args:
            promise_id: of the row.
            until: the day it comes back; None brings it back now.
            who: does so.

        Raises:
            Refusal: ``record_gone``, ``promise_not_open`` or ``promise_snooze_past``.
        """
        if until is not None and until <= self._today:
            raise Refusal("promise_snooze_past", "until")
        return self._note("promise for later", promise_id, {"snoozed_until": until}, who)

    def catch_up(self, decisions: Sequence[Decision], who: str) -> Done[tuple[PromiseCard, ...]]:
        """Write down what became of several promises, all of it in one step.

        Raises:
            Refusal: as ``done`` and ``move``, or ``promise_needs_new_date``.
        """
        cards = []
        with self._units.change("catch up", who) as unit:
            ground = ground_in(unit, self._around, who)
            for decision in decisions:
                card = open_card_of(unit.connection, decision.promise_id)
                cards.append(write_decision(unit, card, decision, ground))
        return Done(card=tuple(cards), changes=unit.changes)

    def bin(self, ids: Sequence[int], who: str) -> Done[int]:
        """Put promises into the bin; how many there were."""
        with self._units.change("bin promises", who) as unit:
            for promise_id in ids:
                unit.update(promises, promise_id, {"binned_at": self._around.clock.now()})
        return Done(card=len(ids), changes=unit.changes)

    def bring_back(self, ids: Sequence[int], who: str) -> Done[int]:
        """Take promises out of the bin; how many there were."""
        with self._units.change("bring promises back", who) as unit:
            for promise_id in ids:
                unit.update(promises, promise_id, {"binned_at": None})
        return Done(card=len(ids), changes=unit.changes)

    def empty_bin(self, before: datetime, who: str) -> Done[int]:
        """Take away for good what was put into the bin before a moment; no undo goes past it.

        Contacts and letters that name such a promise stay, and name none any more.

        Returns:
            How many went.
        """
        with self._units.change("empty the bin", who, is_barrier=True) as unit:
            gone = write_emptied(unit, before, ground_in(unit, self._around, who))
        return Done(card=gone, changes=unit.changes)

    def rates(self, first: date, last: date) -> KeptRate:
        """How the promises were kept that were due in a period, both ends with it."""
        with self._units.read() as reading:
            calendar = calendar_in(reading, self._around.resources).days
            cases = cases_due(reading, first, last)
        return kept_rate(cases, self._around.clock.now(), calendar)

    def _note(
        self, use_case: str, promise_id: int, values: Mapping[str, object], who: str
    ) -> Done[PromiseCard]:
        with self._units.change(use_case, who) as unit:
            begins = any(values.values()) and "told_on" not in values
            (open_card_of if begins else card_of)(unit.connection, promise_id)
            unit.update(promises, promise_id, values)
            card = card_of(unit.connection, promise_id)
        return Done(card=card, changes=unit.changes)

    def _end(
        self, use_case: str, outcome: Outcome, promise_id: int, on: date, reason: str, who: str
    ) -> Done[PromiseCard]:
        with self._units.change(use_case, who) as unit:
            ground = ground_in(unit, self._around, who)
            card = open_card_of(unit.connection, promise_id)
            card = write_ended(unit, card, outcome, on, reason, ground)
            write_next(unit, card, ground)
        return Done(card=card, changes=unit.changes)
