# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""Forgetting people, or making them nameless, with every figure as it was.

There is no backup before it on purpose: it would hold the person again. What is done cannot be
undone; the restore of an older backup does it once more, from the list of the forgotten.
"""

from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace

from servicedesk.domain.errors import Refusal
from servicedesk.domain.forgetting import (
    Erasing,
    ErasureCard,
    ErasureWhy,
    Foreseen,
    Forgotten,
    Keeping,
    KeptBecause,
    Mention,
    StillHeld,
    check_free,
)
from servicedesk.domain.forgetting_marks import is_named, marks_of
from servicedesk.domain.kinds import ChangeSet, Kind
from servicedesk.domain.search import words_of
from servicedesk.services.backup_rewriting import Rewritten, Steps
from servicedesk.services.data_requests_forgotten import answer_as_forgotten
from servicedesk.services.forgetting_backups import HeldBackups
from servicedesk.services.forgetting_tidying import Tidying
from servicedesk.services.marketing_stopping import stop_before_forgetting
from servicedesk.services.surroundings import Surroundings
from servicedesk.services.unit import Done, Reading, Unit, Units
from servicedesk.store.customers_reading import customer_of
from servicedesk.store.erasures import erasure_cards
from servicedesk.store.forgetting import (
    ROOTS,
    Reached,
    history_lines,
    known_as,
    mark_of,
    reached,
    shape_of,
)
from servicedesk.store.forgetting_mentions import letters_among, mentions, namesakes
from servicedesk.store.forgetting_open import open_of, open_requests, ref_of
from servicedesk.store.forgetting_writing import drafts_about
from servicedesk.store.holds import kept_by_hold, reasons_to_hold
from servicedesk.store.records import CATALOGUE

_PIECE = 20
"""Records that are cleared out in one step of the file: so often it can be stopped."""

_NONE: frozenset[int] = frozenset()


class Forgetting:
    """Forgets people.

    Args:
        units: opens changes and reads.
        around: the clock, the words and the folders.
    """

    def __init__(self, units: Units, around: Surroundings) -> None:
        self._units = units
        self._around = around
        self._tidying = Tidying(around)
        self._backups = HeldBackups(units, around)

    def foresee(self, customer_id: int) -> Foreseen:
        """What forgetting a customer would do; nothing is changed.

        Raises:
            Refusal: ``record_gone``.
        """
        with self._units.read() as reading:
            return self._foreseen(reading, customer_id)

    def forget(
        self,
        customer_id: int,
        why: ErasureWhy,
        who: str,
        *,
        also: Sequence[Mention] = (),
    ) -> Done[Forgotten]:
        """Take out of the file all that was said by a customer and about them.

        A request of theirs to be forgotten that is still open is answered in the same step.

        Args:
            customer_id: whom.
            why: they asked, or it was kept for long enough.
            who: does so.
            also: other records that name them, and shall do so no more.

        Raises:
            Refusal: ``record_gone``, or what ``check_free`` raises.
        """
        return self._forget(customer_id, Erasing.FORGET, why, who, also)

    def anonymise(
        self,
        customer_id: int,
        why: ErasureWhy,
        who: str,
        *,
        also: Sequence[Mention] = (),
    ) -> Done[Forgotten]:
        """Take out who a customer is; what happened stays, without their name. As ``forget``."""
        return self._forget(customer_id, Erasing.ANONYMISE, why, who, also)

    def clear(
        self,
        kind: Kind,
        record_ids: Sequence[int],
        how: Erasing,
        why: ErasureWhy,
        who: str,
        *,
        go_on: Callable[[int], bool] = lambda _: True,
    ) -> Done[int]:
        """Clear out records of one kind; the file is not written anew yet, ``tidy`` does that.

        Args:
            kind: one of those that can be forgotten.
            record_ids: their numbers; one that is gone, or that a hold keeps, is passed over.
            how: how much goes.
            why: such as that they were kept for long enough.
            who: does so.
            go_on: (records looked at) -> whether to go on, asked between two steps; what was
                cleared by then stays cleared.

        Returns:
            How many were cleared.
        """
        done, changes = 0, ChangeSet()
        for start in range(0, len(record_ids), _PIECE):
            if not go_on(start):
                break
            with self._units.change("clear out records", who, is_barrier=True) as unit:
                self._tidying.want()
                known = {card.mark for card in erasure_cards(unit.connection)}
                held, shape = kept_by_hold(unit.connection), shape_of(unit.connection)
                for record_id in record_ids[start : start + _PIECE]:
                    what = reached(unit.connection, kind, record_id, shape)
                    if any(ids & held.get(name, _NONE) for name, ids in what.stays.items()):
                        continue
                    done += self._write(unit, kind, record_id, what, (how, why), known)
                changes |= unit.changes
        return Done(card=done, changes=changes)

    def erased(self) -> tuple[ErasureCard, ...]:
        """The list of the forgotten, the last at the head."""
        with self._units.read() as reading:
            return erasure_cards(reading)

    def is_forgotten(self, customer_id: int) -> bool:
        """Whether a customer is a row without a name, because they were forgotten."""
        with self._units.read() as reading:
            return any(
                card.kind is Kind.CUSTOMER and card.record_id == customer_id
                for card in erasure_cards(reading)
            )

    def still_held(self) -> StillHeld:
        """The backups that hold somebody who was forgotten, each copy by itself."""
        return self._backups.still_held()

    def rewrite(self, steps: Steps) -> Rewritten:
        """Take the forgotten out of every backup too; it can be stopped between two of them.

        Raises:
            Trouble: when there is no private place for the copies.
        """
        return self._backups.rewrite(steps)

    @property
    def is_untidy(self) -> bool:
        """Whether the file could not be written anew after somebody was forgotten."""
        return self._tidying.is_due

    def want_tidy(self) -> None:
        """Note that the file is to be written anew, before anything is taken out of it."""
        self._tidying.want()

    def tidy(self) -> bool:
        """Write the file anew, so that nothing is left in its gaps; False where that must wait."""
        self._backups.remember()
        return self._tidying.tidy()

    def _foreseen(self, reading: Reading, customer_id: int) -> Foreseen:
        card = customer_of(reading, customer_id)
        if card is None:
            raise Refusal("record_gone", record="customers")
        what = reached(reading, Kind.CUSTOMER, customer_id)
        marks = marks_of(**known_as(reading, what))
        found = mentions(reading, what, marks)
        return Foreseen(
            customer_id=customer_id,
            ref=card.ref,
            shown_name=card.shown_name,
            goes=_counted(what.goes),
            stays=_counted({name: ids for name, ids in what.stays.items() if name != what.root}),
            because=_because(reading, customer_id),
            answers=tuple(
                ref for _, ref in open_requests(reading, customer_id, to_be_forgotten=True)
            ),
            mentions=found,
            letters=letters_among(reading, found),
            alike=namesakes(reading, what, marks),
            held=self._backups.all(),
            drafts=len(drafts_about(reading, what, lambda text: is_named(text, marks))),
            history=history_lines(reading, what),
        )

    def _forget(
        self,
        customer_id: int,
        how: Erasing,
        why: ErasureWhy,
        who: str,
        also: Sequence[Mention],
    ) -> Done[Forgotten]:
        with self._units.change("forget customer", who, is_barrier=True) as unit:
            card = customer_of(unit.connection, customer_id)
            if card is None:
                raise Refusal("record_gone", record="customers")
            check_free(_because(unit.connection, customer_id))
            known = {one.mark for one in erasure_cards(unit.connection)}
            asked = open_requests(unit.connection, customer_id, to_be_forgotten=True)
            for request_id, _ in asked:
                answer_as_forgotten(unit, request_id, self._around.clock, who)
            what = reached(unit.connection, Kind.CUSTOMER, customer_id)
            named = ",".join(f"{one.table} {one.record_id}" for one in also)
            self._tidying.want()
            if not self._write(
                unit, Kind.CUSTOMER, customer_id, what, (how, why), known, also=named
            ):
                raise Refusal("forget_done_already", what=card.ref)
            changes = unit.changes
        is_clean = self.tidy()
        done = Forgotten(
            ref=card.ref,
            how=how,
            held=self._backups.all(),
            is_clean=is_clean,
            answers=tuple(ref for _, ref in asked),
        )
        return Done(card=done, changes=changes)

    def _write(
        self,
        unit: Unit,
        kind: Kind,
        record_id: int,
        what: Reached,
        how_and_why: tuple[Erasing, ErasureWhy],
        known: set[str],
        *,
        also: str = "",
    ) -> bool:
        """Forget one record, and with a customer those who were merged into it.

        Args:
            unit: the step it is part of.
            kind: of the record.
            record_id: its number.
            what: belongs to it.
            how_and_why: as the list says.
            known: the marks on the list; those of this record are added.
            also: records of others, as the list names them.

        Returns:
            Whether it was still there.
        """
        card = self._line(unit, kind, record_id, how_and_why, known)
        if card is None:
            return False
        merged = what.stays["customers"] - {record_id} if kind is Kind.CUSTOMER else _NONE
        for one in sorted(merged):  # an older backup may have them as customers of their own
            if line := self._line(unit, kind, one, how_and_why, known):
                unit.note_forgotten(line)
        unit.forget(what, replace(card, also=also), self._heard_as)
        return True

    def _line(
        self,
        unit: Unit,
        kind: Kind,
        record_id: int,
        how_and_why: tuple[Erasing, ErasureWhy],
        known: set[str],
    ) -> ErasureCard | None:
        """The line of the list for one record; None where there is no such record any more."""
        table = ROOTS[kind]
        mark = mark_of(unit.connection, table, record_id)
        ref = ref_of(unit.connection, table, record_id)
        if ref is None or mark in known:
            return None
        known.add(mark)
        how, why = how_and_why
        if kind is Kind.CUSTOMER:  # their no to offers outlives them, and names nobody
            stop_before_forgetting(unit, record_id, self._around.clock.today())
        return ErasureCard(
            id=0,
            mark=mark,
            kind=kind,
            record_id=record_id,
            ref=ref,
            how=how,
            why=why,
            erased_on=self._around.clock.today(),
            who=unit.occasion.who,
            stands_in=self._stands_in(),
        )

    def _stands_in(self) -> str:
        return self._around.phrases.say("forgetting.stands_in")

    def _heard_as(self, text: str) -> str:
        """How somebody heard of us, so that figures count it as before: by its telling word."""
        starts = self._around.phrases.say("figures_reading.recommended").split()
        words = (word for word in words_of(text) if any(word.startswith(one) for one in starts))
        return next(words, self._stands_in())


def _because(reading: Reading, customer_id: int) -> tuple[Keeping, ...]:
    """What keeps a customer."""
    complaints, promises = open_of(reading, customer_id)
    requests = open_requests(reading, customer_id, to_be_forgotten=False)
    return (
        *(
            Keeping(why=KeptBecause.LEGAL_HOLD, what=reason)
            for reason in reasons_to_hold(reading, customer_id)
        ),
        *(
            Keeping(why=why, what=ref, kind=kind, record_id=number)
            for why, kind, found in (
                (KeptBecause.OPEN_COMPLAINT, Kind.COMPLAINT, complaints),
                (KeptBecause.OPEN_PROMISE, Kind.PROMISE, promises),
                (KeptBecause.OPEN_REQUEST, Kind.DATA_REQUEST, requests),
            )
            for number, ref in found
        ),
    )


def _counted(rows: Mapping[str, frozenset[int]]) -> tuple[tuple[Kind, int], ...]:
    """How many records and parts there are, by kind."""
    counts: Counter[Kind] = Counter()
    for name, ids in rows.items():
        record = CATALOGUE.record(CATALOGUE.table(name))
        if record.owner_column is None or record.kind is Kind.CUSTOMER:
            counts[record.kind] += len(ids)
    return tuple(sorted((kind, count) for kind, count in counts.items() if count))
