# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""Comment cards and survey sheets: how many were handed out, and what came back keyed in."""

from collections.abc import Sequence
from dataclasses import replace

from servicedesk.domain.errors import Refusal
from servicedesk.domain.feedback import BatchCard, BatchDraft, FeedbackCard, FeedbackDraft
from servicedesk.domain.feedback_checking import checked_batch
from servicedesk.services.feedback_writing import feedback_ground, write_feedback
from servicedesk.services.surroundings import Surroundings
from servicedesk.services.unit import Done, Reading, Units
from servicedesk.store.feedback import feedback_batches
from servicedesk.store.feedback_reading import (
    all_batches,
    batch_card,
    batch_values,
    is_keyed,
    keyed_cards,
)


class FeedbackCards:
    """The use cases of cards and sheets.

    Args:
        units: opens changes and reads.
        around: the clock, and the holidays that come with the program.
    """

    def __init__(self, units: Units, around: Surroundings) -> None:
        self._units = units
        self._around = around

    def all(self) -> tuple[BatchCard, ...]:
        """All cards that were handed out, the last at the head."""
        with self._units.read() as reading:
            return all_batches(reading)

    def get(self, batch_id: int) -> BatchCard | None:
        """Cards that were handed out, or None."""
        with self._units.read() as reading:
            return batch_card(reading, batch_id)

    def keyed(self, batch_id: int) -> tuple[FeedbackCard, ...]:
        """What came back of them, those keyed in last at the head."""
        with self._units.read() as reading:
            return keyed_cards(reading, batch_id)

    def add(self, draft: BatchDraft, who: str) -> Done[BatchCard]:
        """Write down that cards are handed out.

        Raises:
            Refusal: what ``checked_batch`` raises.
        """
        with self._units.change("hand out cards", who) as unit:
            tidy = checked_batch(draft, self._around.clock.today())
            number = unit.insert(feedback_batches, batch_values(tidy))
            card = _batch(unit.connection, number)
        return Done(card=card, changes=unit.changes)

    def change(self, batch_id: int, draft: BatchDraft, who: str) -> Done[BatchCard]:
        """Change what is written of cards that were handed out.

        Raises:
            Refusal: ``feedback_batch_gone``, or what ``checked_batch`` raises.
        """
        with self._units.change("change cards", who) as unit:
            _batch(unit.connection, batch_id)
            tidy = checked_batch(draft, self._around.clock.today())
            unit.update(feedback_batches, batch_id, batch_values(tidy))
            card = _batch(unit.connection, batch_id)
        return Done(card=card, changes=unit.changes)

    def remove(self, batch_id: int, who: str) -> Done[BatchCard]:
        """Take cards that were handed out off the list, while none of them was keyed in.

        Raises:
            Refusal: ``feedback_batch_gone`` or ``batch_has_cards``.
        """
        with self._units.change("remove cards", who) as unit:
            card = _batch(unit.connection, batch_id)
            if is_keyed(unit.connection, batch_id):
                raise Refusal("batch_has_cards", name=card.draft.name)
            unit.remove(feedback_batches, batch_id)
        return Done(card=card, changes=unit.changes)

    def key_in(
        self, batch_id: int | None, drafts: Sequence[FeedbackDraft], who: str
    ) -> Done[tuple[FeedbackCard, ...]]:
        """Key in cards that came back: all of them or, where one cannot be kept, none.

        Args:
            batch_id: of the cards that were handed out, or None where nobody wrote that down.
            drafts: one for each card, in the order in which they lie on the pile.
            who: keys them in.

        Raises:
            Refusal: ``feedback_batch_gone``, ``feedback_no_cards``, or what ``write_feedback``
                raises; its field begins with the place of the card from 0, as in
                "3.satisfaction".
        """
        if not drafts:
            raise Refusal("feedback_no_cards")
        written: list[FeedbackCard] = []
        with self._units.change("key in cards", who) as unit:
            if batch_id is not None:
                _batch(unit.connection, batch_id)
            ground = feedback_ground(unit.connection, self._around)
            for place, draft in enumerate(drafts):
                try:
                    card = write_feedback(unit, replace(draft, batch_id=batch_id), ground)
                except Refusal as refusal:
                    field = f"{place}.{refusal.field}"
                    raise Refusal(refusal.code, field, **refusal.params) from refusal
                written.append(card)
        return Done(card=tuple(written), changes=unit.changes)


def _batch(reading: Reading, batch_id: int) -> BatchCard:
    """Cards that were handed out.

    Raises:
        Refusal: ``feedback_batch_gone``.
    """
    card = batch_card(reading, batch_id)
    if card is None:
        raise Refusal("feedback_batch_gone", "batch_id")
    return card
