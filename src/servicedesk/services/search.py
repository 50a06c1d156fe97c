# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""One search over everything that can be opened.

Whoever has something to find registers a provider of entries, with the kinds of record whose
changes make them stale. Entries are gathered when somebody enters the search box, not with each
letter: a letter costs a walk through memory.
"""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date

from servicedesk.domain import search as rules
from servicedesk.domain.charters import CharterDraft, CharterStatus
from servicedesk.domain.customers import CustomerRow
from servicedesk.domain.kinds import Kind
from servicedesk.domain.own_fields import OwnFieldOn
from servicedesk.domain.search import Entry, Hit, HitGroup, HitKind
from servicedesk.domain.search_people import PersonNow
from servicedesk.services.search_by_hand import BY_HAND, entries_by_hand
from servicedesk.services.search_improving import IMPROVING, entries_improving
from servicedesk.services.search_records import RecordSearch
from servicedesk.services.search_trust import TRUST, entries_trust
from servicedesk.services.surroundings import Surroundings
from servicedesk.services.unit import Committed, Units
from servicedesk.store import charters as kept
from servicedesk.store.calendars import closures_from
from servicedesk.store.own_fields import fields_on
from servicedesk.store.people import all_people
from servicedesk.store.registrations import all_registrations

LIMIT = 20
"""The most hits that are shown at once."""

_PARTS = {"name": "business", "letterhead": "business", "place": "business"}
"""Page of the guide of settings -> the topic it stands in, where that has another name."""

_CHARTER = frozenset({Kind.CHARTER, Kind.STANDARD})


@dataclass(slots=True)
class _Shelf:
    """What one provider gave, until a change makes it stale.

    Args:
        gather: reads the entries.
        stale_after: kinds of record after whose changes they are read again.
        entries: as they were gathered; None while they are stale.
    """

    gather: Callable[[], Iterable[Entry]]
    stale_after: frozenset[Kind]
    entries: tuple[Entry, ...] | None = None


class Search:
    """Finds things.

    Args:
        units: reads, and tells of changes.
        around: words and guides.
        ensure: sees that there is an index of records; may raise Trouble.
    """

    def __init__(
        self, units: Units, around: Surroundings, ensure: Callable[[], None] = lambda: None
    ) -> None:
        self._units = units
        self._around = around
        self._records = RecordSearch(units, around, ensure)
        self._shelves: list[_Shelf] = []
        units.tell(self._note)
        self.register(self._settings)
        self.register(self._people, frozenset({Kind.PERSON}))
        self.register(self._registrations, frozenset({Kind.REGISTRATION}))
        self.register(self._own_fields, frozenset({Kind.OWN_FIELD}))
        self.register(self._closures, frozenset({Kind.CLOSURE}))
        self.register(self._by_hand, BY_HAND)
        self.register(self._improving, IMPROVING)
        self.register(self._trust, TRUST)
        self.register(self._charter_pages)
        self.register(self._charter_versions, _CHARTER)

    def register(
        self, gather: Callable[[], Iterable[Entry]], stale_after: frozenset[Kind] = frozenset()
    ) -> None:
        """Have more things found.

        Args:
            gather: reads all entries of a sort; may raise Trouble.
            stale_after: kinds of record after whose changes they are read again.
        """
        self._shelves.append(_Shelf(gather=gather, stale_after=stale_after))

    def prepare(self) -> None:
        """Gather what is stale, so that letters need not.

        Raises:
            Trouble: when the file cannot be read.
        """
        self._records.prepare()
        for shelf in self._shelves:
            if shelf.entries is None:
                shelf.entries = tuple(shelf.gather())

    def find(self, text: str, limit: int = LIMIT) -> tuple[HitGroup, ...]:
        """Find what matches every word of a text, in any order.

        Args:
            text: what was typed so far.
            limit: the most hits in all groups together.

        Returns:
            Groups with their totals; none when nothing was found.

        Raises:
            Trouble: when something had to be gathered and could not.
        """
        self.prepare()
        entries = (entry for shelf in self._shelves for entry in shelf.entries or ())
        return rules.find(entries, text, limit, self._records.groups(text, limit))

    def people(self, text: str, limit: int = 8) -> tuple[CustomerRow, ...]:
        """Who may be meant by what is typed: a name, a phone number or a postcode.

        Args:
            text: what was typed so far; without a letter or figure nobody is found.
            limit: the most of them.

        Returns:
            Customers, the likeliest first; none of the bin, those out of use too.

        Raises:
            Trouble: when the file cannot be read.
        """
        return self._records.people(text, limit)

    def person(self, customer_id: int) -> PersonNow | None:
        """A customer who was chosen, with what is open; None when there is none of that number.

        Raises:
            Trouble: when the file cannot be read.
        """
        return self._records.person(customer_id)

    def _note(self, done: Committed) -> None:
        for shelf in self._shelves:
            if not shelf.stale_after.isdisjoint(done.changes):
                shelf.entries = None

    def _settings(self) -> Iterable[Entry]:
        """Every question of the settings."""
        for page in self._around.guide("settings").pages:
            part = _PARTS.get(page.id, page.id)
            for question in page.questions:
                place = {"room": "settings", "part": part, "item": question.id}
                detail = "" if page.title == question.label else page.title
                yield Entry(
                    kind=HitKind.SETTING,
                    hit=Hit(title=question.label, detail=detail, **place),
                    text=f"{question.help} {page.heading}",
                )

    def _people(self) -> Iterable[Entry]:
        """Everybody who works here."""
        with self._units.read() as reading:
            people = all_people(reading)
        for card in people.values():
            detail = self._around.phrases.say(f"enum.Role.{card.role.value}")
            place = {"room": "settings", "part": "people", "item": str(card.id)}
            yield Entry(kind=HitKind.SETTING, hit=Hit(title=card.name, detail=detail, **place))

    def _registrations(self) -> Iterable[Entry]:
        """Every registration and insurance."""
        with self._units.read() as reading:
            cards = all_registrations(reading)
        for card in cards:
            detail = self._around.phrases.say(f"enum.RegistrationKind.{card.kind.value}")
            place = {"room": "settings", "part": "registrations", "item": str(card.id)}
            hit = Hit(title=card.body, detail=detail, **place)
            yield Entry(kind=HitKind.SETTING, hit=hit, text=card.number)

    def _own_fields(self) -> Iterable[Entry]:
        """Every field of the business's own."""
        with self._units.read() as reading:
            cards = [(on, card) for on in OwnFieldOn for card in fields_on(reading, on)]
        for on, card in cards:
            detail = self._around.phrases.say(f"enum.OwnFieldOn.{on.value}")
            place = {"room": "settings", "part": "own_fields", "item": str(card.id)}
            hit = Hit(title=card.draft.name, detail=detail, **place)
            yield Entry(kind=HitKind.SETTING, hit=hit)

    def _closures(self) -> Iterable[Entry]:
        """Every closure that has not ended, by its reason and the months it falls in."""
        with self._units.read() as reading:
            cards = closures_from(reading, self._around.clock.today())
        for card in cards:
            place = {"room": "settings", "part": "closures", "item": str(card.id)}
            first, last = self._day(card.days.first), self._day(card.days.last)
            say = self._around.phrases.say
            days = say("search.closure_days", first=first, last=last) if first != last else first
            title = card.reason or say("search.closure")
            hit = Hit(title=title, detail=say("search.closed", days=days), **place)
            yield Entry(kind=HitKind.SETTING, hit=hit)

    def _by_hand(self) -> Iterable[Entry]:
        """What is counted by hand."""
        with self._units.read() as reading:
            return tuple(entries_by_hand(reading, self._around.phrases, self._day))

    def _improving(self) -> Iterable[Entry]:
        """What is kept under Improve."""
        with self._units.read() as reading:
            return tuple(entries_improving(reading, self._around.phrases, self._day))

    def _trust(self) -> Iterable[Entry]:
        """What is kept on the privacy desk."""
        with self._units.read() as reading:
            return tuple(entries_trust(reading, self._around.phrases, self._day))

    def _day(self, day: date) -> str:
        say = self._around.phrases.say
        month = say(f"month.{day.month}")
        return say("search.day", day=str(day.day), month=month, year=str(day.year))

    def _charter_pages(self) -> Iterable[Entry]:
        """Every page of the charter and every question on it."""
        guide = self._around.guide("charter")
        for page in guide.pages:
            place = {"room": "charter", "part": "write", "item": page.id}
            yield Entry(
                kind=HitKind.CHARTER_PAGE,
                hit=Hit(title=page.title, detail=page.asks, **place),
                text=f"{page.heading} {page.intro}",
            )
            for question in page.questions:
                if question.label:
                    yield Entry(
                        kind=HitKind.CHARTER_PAGE,
                        hit=Hit(title=question.label, detail=page.title, **place),
                        text=question.help,
                    )

    def _charter_versions(self) -> Iterable[Entry]:
        """Every version, and the standards of the published one and of the draft."""
        with self._units.read() as reading:
            numbers = kept.charter_numbers(reading)
            newest = kept.newest_charter(reading)
            published = kept.published_charter(reading)
        say = self._around.phrases.say
        for version_id, (number, status) in numbers.items():
            title = say(f"search.version.{status.value}", number=str(number))
            hit = Hit(title=title, room="charter", part="versions", item=str(version_id))
            yield Entry(kind=HitKind.CHARTER_VERSION, hit=hit)
        if published is not None:
            detail = say("search.standard_published", number=str(published.number))
            hit = Hit(
                title="", detail=detail, room="charter", part="versions", item=str(published.id)
            )
            yield from _standards(published.draft, hit, "")
        if newest is not None and newest.status is CharterStatus.DRAFT:
            hit = Hit(title="", detail=say("search.standard_draft"), room="charter", part="write")
            yield from _standards(newest.draft, hit, say("search.standard_not_ticked"))


def _standards(draft: CharterDraft, at: Hit, not_ticked: str) -> Iterable[Entry]:
    """The standards of one charter.

    Args:
        draft: the charter.
        at: the place they are opened at; one without an item is the page of each standard.
        not_ticked: said of those that nobody has ticked; "" leaves them out, as the papers do.
    """
    for standard in draft.standards:
        if not (standard.is_ticked or not_ticked):
            continue
        hit = Hit(
            title=standard.title,
            detail=at.detail if standard.is_ticked else not_ticked,
            room=at.room,
            part=at.part,
            item=at.item or standard.page,
        )
        text = f"{standard.action} {standard.condition} {standard.fallback} {standard.remedy.text}"
        yield Entry(kind=HitKind.STANDARD, hit=hit, text=text)
