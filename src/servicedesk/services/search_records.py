# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""Finds records: customers, promises, complaints, letters; and whoever is meant by a name.

A key costs a few questions to the index, however many records there are: names that begin so,
then words that begin so, then parts of titles; and only when hardly anybody is found, names that
were nearly typed.
"""

from collections.abc import Callable, Mapping, Sequence
from datetime import date
from types import MappingProxyType

from servicedesk.domain.customers import CustomerRow
from servicedesk.domain.kinds import Kind
from servicedesk.domain.names import fold
from servicedesk.domain.search import Hit, HitGroup, HitKind
from servicedesk.domain.search_people import PersonNow
from servicedesk.domain.search_typing import Typed, beginnings, fit, read_typed
from servicedesk.services.search_near import NearNames
from servicedesk.services.surroundings import Surroundings
from servicedesk.services.unit import Committed, Reading, Units
from servicedesk.store import search_finding as finding
from servicedesk.store.search_finding import TITLED, Found
from servicedesk.store.search_index import SEARCHED
from servicedesk.store.search_people import person_now, rows_of
from servicedesk.store.search_shown import Line, lines_of

CAP = 50
"""The most hits of a kind that are counted; of more it is said that there are more."""

FEW = 5
"""Customers below which names that were nearly typed are looked for too."""

_LETTERS_SHOWN = 120
_DOT = " · "
"""Between the parts of a line that tells one record from others."""

_LEAST_SHARE = 5
"""Hits of each kind, at least, that are read when there are several."""

_GROUPS: Mapping[Kind, HitKind] = MappingProxyType(
    {
        Kind.CUSTOMER: HitKind.CUSTOMER,
        Kind.PROMISE: HitKind.PROMISE,
        Kind.CONTACT: HitKind.CONTACT,
        Kind.LETTER: HitKind.LETTER,
        Kind.COMPLAINT: HitKind.COMPLAINT,
        Kind.ACTION: HitKind.ACTION,
        Kind.FEEDBACK: HitKind.FEEDBACK,
    }
)


class RecordSearch:
    """Finds records.

    Args:
        units: reads, and tells of changes.
        around: the day, and words.
        ensure: sees that there is an index; may raise Trouble.
    """

    def __init__(self, units: Units, around: Surroundings, ensure: Callable[[], None]) -> None:
        self._units = units
        self._around = around
        self._ensure = ensure
        self._near = NearNames(units)
        self._counts: dict[Kind, int] | None = None
        self._days: dict[date, str] = {}
        units.tell(self._note)

    def prepare(self) -> None:
        """See that there is an index, and count what it leads to.

        Raises:
            Trouble: when the file cannot be read.
        """
        self._ensure()
        if self._counts is None:
            with self._units.read() as reading:
                self._counts = finding.counts(reading)

    def groups(self, text: str, limit: int) -> tuple[HitGroup, ...]:
        """Records that match, a group for each kind of which there are any.

        Args:
            text: what was typed so far.
            limit: the most hits; each kind gets its share.

        Raises:
            Trouble: when the file cannot be read.
        """
        typed = read_typed(text)
        if typed is None:
            return ()
        self.prepare()
        with self._units.read() as reading:
            found = self._found(reading, typed, SEARCHED)
            there = [kind for kind in SEARCHED if found.get(kind)]
            share = max(_LEAST_SHARE, limit // max(len(there), 1))
            groups = [self._group(reading, kind, found[kind], share, typed) for kind in there]
        return tuple(group for group in groups if group.hits)

    def people(self, text: str, limit: int) -> tuple[CustomerRow, ...]:
        """Customers who may be meant, the likeliest first; see ``Search.people``."""
        typed = read_typed(text)
        if typed is None:
            return ()
        self._ensure()
        with self._units.read() as reading:
            ids = self._people(reading, typed, limit)
            return rows_of(reading, ids[:limit], self._around.clock.today())

    def person(self, customer_id: int) -> PersonNow | None:
        """A customer with what is open; see ``Search.person``."""
        with self._units.read() as reading:
            return person_now(reading, customer_id, self._around.clock.today())

    def _people(self, reading: Reading, typed: Typed, limit: int) -> list[int]:
        """Customers in the order shown; many more than ``limit`` are not looked for."""
        if not typed.number:
            by_name = finding.named(reading, typed.name_bounds, limit)
            if len(by_name) == limit:
                return by_name
        return self._found(reading, typed, (Kind.CUSTOMER,)).get(Kind.CUSTOMER, [])

    def _found(self, reading: Reading, typed: Typed, kinds: Sequence[Kind]) -> Found:
        """Numbers of records by kind, the best first; one more than ``CAP`` for "even more"."""
        found: Found = {}
        if typed.number:
            _add(found, finding.inside(reading, (Kind.CUSTOMER,), (typed.number,), (), CAP + 1))
        _add(found, finding.begun(reading, kinds, beginnings(typed.words), CAP + 1))
        wanting = _wanting(found, kinds)
        if wanting and typed.parts:
            more = finding.inside(reading, wanting, typed.parts, typed.shorts, CAP + 1)
            _add(found, more)
        if len(typed.words) > 1 and typed.parts and not found:
            _add(found, finding.mixed(reading, wanting, typed.words, CAP + 1))
        if Kind.CUSTOMER in kinds:
            found[Kind.CUSTOMER] = self._in_order(reading, typed, found.get(Kind.CUSTOMER, []))
        return found

    def _in_order(self, reading: Reading, typed: Typed, found: Sequence[int]) -> list[int]:
        """Customers: those whose names begin so by name, then the others by how well they fit."""
        head = [] if typed.number else finding.named(reading, typed.name_bounds, CAP + 1)
        if len(head) > CAP:
            return head
        first = set(head)
        others = finding.who_of(reading, [one for one in found if one not in first])
        others.sort(key=lambda who: (fit(who.title, typed), who.sort_key, who.id))
        known = dict.fromkeys([*head, *(who.id for who in others)])
        if len(known) < FEW:
            near = self._near.find(reading, typed, FEW)
            known.update(dict.fromkeys(who.id for who in near))
        return list(known)[: CAP + 1]

    def _group(
        self, reading: Reading, kind: Kind, ids: Sequence[int], limit: int, typed: Typed
    ) -> HitGroup:
        few = ids[: min(limit, CAP)]
        if kind is Kind.CUSTOMER:
            today = self._around.clock.today()
            hits = tuple(map(_customer_hit, rows_of(reading, few, today)))
        else:
            hits = tuple(self._hit(kind, line) for line in lines_of(reading, kind, few))
        shown = fold(" ".join(f"{hit.title} {hit.detail}".replace(_DOT, " ") for hit in hits[:1]))
        return HitGroup(
            kind=_GROUPS[kind],
            hits=hits,
            total=max(min(len(ids), CAP), len(hits)),
            is_more=len(ids) > CAP,
            of=(self._counts or {}).get(kind, 0),
            is_titled=kind in TITLED and all(word in shown for word in typed.words),
        )

    def _hit(self, kind: Kind, line: Line) -> Hit:
        """A record other than a customer, and the place where it is."""
        say = self._around.phrases.say
        text = " ".join(line.text.split())
        title = text if len(text) <= _LETTERS_SHOWN else f"{text[:_LETTERS_SHOWN].rstrip()}…"
        if not title and line.about is not None:
            title = say(f"enum.About.{line.about.value}")
        if not title and kind is Kind.FEEDBACK:
            title = say("search.marks_only")
        stage = "" if line.stage is None else say(f"enum.Stage.{line.stage.value}")
        told = (line.customer, line.ref, self._day(line.day), stage)
        detail = _DOT.join(filter(None, told))
        return Hit(title=title, detail=detail, remember=line.remember, **_place(kind, line))

    def _day(self, day: date | None) -> str:
        """A day in words; put once, as the same few days come with every letter typed."""
        if day is None:
            return ""
        said = self._days.get(day)
        if said is None:
            say = self._around.phrases.say
            month = say(f"month.{day.month}")
            said = say("search.day", day=str(day.day), month=month, year=str(day.year))
            self._days[day] = said
        return said

    def _note(self, done: Committed) -> None:
        if not _GROUPS.keys().isdisjoint(done.changes):
            self._counts = None


def _add(found: Found, more: Found) -> None:
    for kind, ids in more.items():
        found[kind] = list(dict.fromkeys([*found.get(kind, []), *ids]))


def _wanting(found: Found, kinds: Sequence[Kind]) -> tuple[Kind, ...]:
    """The kinds with titles of which not enough was found by how words begin."""
    return tuple(kind for kind in kinds if kind in TITLED and len(found.get(kind, ())) <= CAP)


def _place(kind: Kind, line: Line) -> dict[str, str]:
    """Where a record other than a customer is; an action is with the complaint it came from.

    One that came from no complaint is on the list of things to do.
    """
    if kind is Kind.ACTION:
        if line.complaint_id is None:
            return {"room": "improve", "part": "actions", "item": str(line.id)}
        return {"room": "complaints", "item": str(line.complaint_id)}
    if kind is Kind.FEEDBACK:
        return {"room": "feedback", "item": str(line.id)}
    part = "issued" if kind is Kind.LETTER else ""
    return {"room": f"{_GROUPS[kind].value}s", "part": part, "item": str(line.id)}


def _customer_hit(row: CustomerRow) -> Hit:
    return Hit(
        title=row.shown_name,
        detail=_DOT.join(filter(None, (row.place, row.reach))),
        remember=row.remember,
        room="customers",
        item=str(row.id),
    )
