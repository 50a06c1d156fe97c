# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""What a person does to make promises: one, several from one visit, or one that comes again."""

from collections.abc import Sequence
from datetime import date

from servicedesk.domain.customers import CustomerDraft
from servicedesk.domain.errors import Refusal
from servicedesk.domain.kinds import ChangeSet
from servicedesk.domain.promises import PromiseCard, PromiseDraft
from servicedesk.domain.promises_repeating import Repeat, RepeatCard
from servicedesk.domain.promises_rules import moment_made
from servicedesk.domain.promises_standards import StandardOffer, offer_now
from servicedesk.services.calendars_reading import calendar_in
from servicedesk.services.promises_repeating import write_come_due, write_repeating
from servicedesk.services.promises_writing import card_of, ground_in, made_to, write_promise
from servicedesk.services.surroundings import Surroundings
from servicedesk.services.unit import Done, Units
from servicedesk.store.promises import promise_repeats
from servicedesk.store.promises_repeats import repeat, repeats_come_due
from servicedesk.store.promises_standards import published_standards


class PromiseMaking:
    """The use cases of making promises.

    Args:
        units: opens changes and reads.
        around: the clock and the words.
    """

    def __init__(self, units: Units, around: Surroundings) -> None:
        self._units = units
        self._around = around

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

    def make_many(
        self, drafts: Sequence[PromiseDraft], who: str, newcomer: CustomerDraft | None = None
    ) -> Done[tuple[PromiseCard, ...]]:
        """Write down several from one visit in one step, all of them or none.

        Args:
            drafts: as for ``make``.
            who: as for ``make``.
            newcomer: whoever becomes a customer by it, in the same step; or None.

        Raises:
            Refusal: as ``make``, its field after the place of the draft, such as ``1.due``; or
                what ``add_newcomer`` raises.
        """
        cards = []
        with self._units.change("make promises", who) as unit:
            ground = ground_in(unit, self._around, who)
            for place, draft in enumerate(made_to(unit, drafts, newcomer, ground)):
                try:
                    cards.append(write_promise(unit, draft, ground))
                except Refusal as refusal:
                    field = f"{place}.{refusal.field}" if refusal.field else None
                    raise Refusal(refusal.code, field, **refusal.params) from refusal
        return Done(card=tuple(cards), changes=unit.changes)

    def make_repeating(
        self, draft: PromiseDraft, often: Repeat, who: str, newcomer: CustomerDraft | None = None
    ) -> Done[PromiseCard]:
        """Write down the first of promises that come again; to a newcomer as ``make_many``.

        Raises:
            Refusal: as ``make_many``, or what ``checked_repeat`` raises.
        """
        with self._units.change("make repeating promise", who) as unit:
            ground = ground_in(unit, self._around, who)
            (draft,) = made_to(unit, [draft], newcomer, ground)
            card = write_repeating(unit, draft, often, ground)
        return Done(card=card, changes=unit.changes)

    def repeat_of(self, promise_id: int) -> RepeatCard | None:
        """How often a promise comes again, or None for one that does not.

        Raises:
            Refusal: ``record_gone``.
        """
        with self._units.read() as reading:
            series = card_of(reading, promise_id).repeat_id
            return None if series is None else repeat(reading, series)

    def stop_repeating(self, repeat_id: int, who: str) -> Done[int]:
        """Make no more of a series; those that are there stay.

        Raises:
            Refusal: ``record_gone``.
        """
        with self._units.change("stop repeating promise", who) as unit:
            unit.update(promise_repeats, repeat_id, {"stopped_on": self._today})
        return Done(card=repeat_id, changes=unit.changes)

    def bring_repeats(self, who: str) -> Done[tuple[int, ...]]:
        """Make the next ones of every series whose day has come; nothing is written for none.

        Returns:
            The numbers of the promises that were made.
        """
        with self._units.read() as reading:
            waiting = repeats_come_due(reading, self._today)
        if not waiting:
            return Done(card=(), changes=ChangeSet())
        made: list[int] = []
        with self._units.change("make the next promises", who, is_background=True) as unit:
            ground = ground_in(unit, self._around, who)
            for series in waiting:
                made += write_come_due(unit, series, ground)
        return Done(card=tuple(made), changes=unit.changes)

    def standards(self, made_on: date | None = None) -> tuple[StandardOffer, ...]:
        """The standards of the published charter that say by when.

        Args:
            made_on: the day of the promise, from which they count; None for now.
        """
        with self._units.read() as reading:
            calendar = calendar_in(reading, self._around.resources).days
            offers = published_standards(reading)
        start, phrases = self._around.clock.now(), self._around.phrases
        if made_on is not None:
            start = moment_made(made_on, start, calendar)
        found = (offer_now(offer, start, calendar, phrases) for offer in offers)
        return tuple(offer for offer in found if offer is not None)

    @property
    def _today(self) -> date:
        return self._around.clock.today()
