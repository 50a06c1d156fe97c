# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""What a person does with promises: make one, keep it, move its day, end it, take that back."""

from datetime import date, datetime
from functools import cached_property

from servicedesk.domain.entries import tidy_line
from servicedesk.domain.promises import Due, MoveCard, Outcome, PromiseCard, PromiseDraft
from servicedesk.domain.promises_rules import TEXT_MOST, Standing, check_far, moved, tidy_due
from servicedesk.services.promises_lists import PromiseLists
from servicedesk.services.promises_writing import (
    card_of,
    ground_in,
    open_card_of,
    write_done,
    write_ended,
    write_move,
    write_promise,
)
from servicedesk.services.surroundings import Surroundings
from servicedesk.services.unit import Done, Units
from servicedesk.store.promises import moves_of, open_promises_of


class Promises:
    """The use cases of promises.

    Args:
        units: opens changes and reads.
        around: the clock and the words.
    """

    def __init__(self, units: Units, around: Surroundings) -> None:
        self._units = units
        self._around = around

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

    def make(self, draft: PromiseDraft, who: str) -> Done[PromiseCard]:
        """Write down a promise.

        Args:
            draft: as typed; its standard gives the day and the remedy that were not.
            who: writes it, and promised it where nobody else is named.

        Raises:
            Refusal: what ``checked_promise`` raises, or ``promise_standard_gone``.
        """
        with self._units.change("make promise", who) as unit:
            card = write_promise(unit, draft, ground_in(unit, self._around, who))
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
        said = tidy_line(words, "words", TEXT_MOST)
        with self._units.change("new date for promise", who) as unit:
            ground = ground_in(unit, self._around, who)
            card = open_card_of(unit.connection, promise_id)
            standing = Standing(due=card.due, counts=card.counts, is_revised=card.is_revised)
            new = tidy_due(due, ground.calendar)
            check_far(new, ground.today)
            to = moved(standing, new, agreed, ground.now, ground.calendar)
            card = write_move(unit, card, to, said, ground)
        return Done(card=card, changes=unit.changes)

    def _end(
        self, use_case: str, outcome: Outcome, promise_id: int, on: date, reason: str, who: str
    ) -> Done[PromiseCard]:
        with self._units.change(use_case, who) as unit:
            ground = ground_in(unit, self._around, who)
            card = open_card_of(unit.connection, promise_id)
            card = write_ended(unit, card, outcome, on, reason, ground)
        return Done(card=card, changes=unit.changes)
