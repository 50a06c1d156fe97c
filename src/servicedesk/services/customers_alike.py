# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""Customers who may be in the file twice: shown while one is typed, and all of them on a page."""

from collections.abc import Iterable, Iterator

from servicedesk.domain.clock import Clock
from servicedesk.domain.customers import CustomerDraft, CustomerRow, ReachKind
from servicedesk.domain.customers_alike import (
    NEAR,
    AlikeReason,
    Traits,
    begins_alike,
    plain_spelling,
    reason_alike,
    starts,
)
from servicedesk.domain.customers_names import made_sort_key
from servicedesk.domain.customers_typing import normal_postcode
from servicedesk.domain.names import clean_name
from servicedesk.services.customers_keeping import normal_reach
from servicedesk.services.facts import keep_fact, read_facts
from servicedesk.services.unit import Done, Reading, Units
from servicedesk.store.customers_alike import (
    candidates,
    every_name,
    pairs_of_one_postcode,
    pairs_of_one_reach,
    traits_of,
)
from servicedesk.store.search_people import rows_of

NOT_THE_SAME = "customers.not_the_same"
"""The fact that keeps which pairs somebody has said are two people."""

NEIGHBOURS = 4
"""How many names further on in the order of names each one is compared with."""

PAIRS_READ = 2_000
"""Pairs of a shared number or postcode that are looked at."""

Pair = tuple[CustomerRow, CustomerRow, AlikeReason]


class CustomersAlike:
    """Finds records that may be of one customer.

    Args:
        units: opens changes and reads.
        clock: tells the day.
    """

    def __init__(self, units: Units, clock: Clock) -> None:
        self._units = units
        self._clock = clock

    def alike(
        self, draft: CustomerDraft, limit: int = 5, but: int | None = None
    ) -> tuple[CustomerRow, ...]:
        """Who may be the one that is being typed, the likeliest at the head.

        One statement where nobody is, two where somebody is.

        Args:
            draft: as typed so far, not checked.
            limit: the most of them.
            but: the customer who is being changed.
        """
        typed = _typed(draft)
        if not (typed.sort_key or typed.phones or typed.emails or typed.postcodes):
            return ()
        with self._units.read() as reading:
            found = candidates(
                reading, starts(typed.sort_key), typed.phones | typed.emails, typed.postcodes
            )
            ranked = sorted(_likely(typed, (one for one in found if one.id != but)))
            return rows_of(reading, [one for _, _, one in ranked[:limit]], self._clock.today())

    def possible_duplicates(self, limit: int = 200) -> tuple[Pair, ...]:
        """Pairs of records that may be of one customer, those of one number at the head.

        Pairs of which somebody has said that they are two are left out.
        """
        with self._units.read() as reading:
            apart = _apart(reading)
            found = {
                pair: reason for pair, reason in _suspected(reading) if _key(*pair) not in apart
            }
            ranked = sorted(found, key=lambda pair: (list(AlikeReason).index(found[pair]), pair))
            shown = ranked[:limit]
            ids = list(dict.fromkeys(one for pair in shown for one in pair))
            rows = {row.id: row for row in rows_of(reading, ids, self._clock.today())}
        return tuple(
            (rows[one], rows[two], found[one, two])
            for one, two in shown
            if one in rows and two in rows
        )

    def not_the_same(self, one: int, two: int, who: str) -> Done[None]:
        """Say that two records are of two customers; they are not shown as a pair again."""
        with self._units.change("keep two customers apart", who) as unit:
            pairs = _apart(unit.connection) | {_key(one, two)}
            keep_fact(unit, NOT_THE_SAME, tuple(sorted(pairs)))
        return Done(card=None, changes=unit.changes)


def _typed(draft: CustomerDraft) -> Traits:
    """What is typed so far as it is compared."""
    kinds: dict[ReachKind, set[str]] = {kind: set() for kind in ReachKind}
    for reach in draft.reaches:
        if normal := normal_reach(reach):
            kinds[reach.kind].add(normal)
    places = (normal_postcode(address.postcode) for address in draft.addresses)
    name = clean_name(draft.name)
    return Traits(
        sort_key=made_sort_key(name, is_organisation=draft.is_organisation) if name else "",
        phones=frozenset(kinds[ReachKind.PHONE]),
        emails=frozenset(kinds[ReachKind.EMAIL]),
        postcodes=frozenset(place for place in places if place),
    )


def _likely(typed: Traits, found: Iterable[Traits]) -> Iterator[tuple[int, float, int]]:
    """Rank, unlikeness and number of those who may be the one that is typed."""
    for one in found:
        likeness = _likeness(typed.sort_key, one.sort_key)
        reason = reason_alike(typed, one, likeness)
        if reason is None and begins_alike(typed.sort_key, one.sort_key):
            reason = AlikeReason.NEAR_NAME
        if reason is not None and one.id is not None:
            yield list(AlikeReason).index(reason), -likeness, one.id


def _suspected(reading: Reading) -> Iterator[tuple[tuple[int, int], AlikeReason]]:
    pairs = {
        *pairs_of_one_reach(reading, PAIRS_READ),
        *pairs_of_one_postcode(reading, PAIRS_READ),
        *_near_names(every_name(reading)),
    }
    traits = traits_of(reading, list({one for pair in pairs for one in pair}))
    for pair in pairs:
        one, two = traits.get(pair[0]), traits.get(pair[1])
        if one is not None and two is not None:
            reason = reason_alike(one, two, _likeness(one.sort_key, two.sort_key))
            if reason is not None:
                yield pair, reason


def _near_names(names: list[tuple[int, str]]) -> Iterator[tuple[int, int]]:
    """Pairs of much the same name among those who stand close to one another in order."""
    from rapidfuzz import fuzz

    plain = sorted((plain_spelling(key), one) for one, key in names)
    for place, (key, one) in enumerate(plain):
        for other, two in plain[place + 1 : place + 1 + NEIGHBOURS]:
            if fuzz.ratio(key, other, score_cutoff=NEAR):
                yield min(one, two), max(one, two)


def _likeness(one: str, other: str) -> float:
    """How much two sort keys are the same, from 0 to 100; words may stand in any order."""
    from rapidfuzz import fuzz  # brought in by the first comparison, not by the start

    if not (one and other):
        return 0.0
    one, other = plain_spelling(one), plain_spelling(other)
    return max(fuzz.ratio(one, other), fuzz.token_sort_ratio(one, other))


def _apart(reading: Reading) -> frozenset[str]:
    kept = read_facts(reading).get(NOT_THE_SAME)
    return frozenset(map(str, kept)) if isinstance(kept, tuple) else frozenset()


def _key(one: int, two: int) -> str:
    return f"{min(one, two)}-{max(one, two)}"
