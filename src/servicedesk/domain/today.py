# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""What Today shows: cards, each with its news, its place and what can be done about it.

A card carries no sentence: its words stand under ``[today.<code>]`` and are filled with its
values. Cards are made by rules, one for each kind of thing, from what was read at one moment.
"""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from enum import StrEnum
from types import MappingProxyType

from servicedesk.domain.backups import BackupStatus
from servicedesk.domain.calendars import WorkingCalendar
from servicedesk.domain.calendars_kept import ClosureCard
from servicedesk.domain.privacy_seen import PrivacySeen
from servicedesk.domain.registrations import RegistrationCard
from servicedesk.domain.routines import RoutinesSeen
from servicedesk.domain.samples import SampleSeen
from servicedesk.domain.today_complaints import QuietFact
from servicedesk.domain.today_rows import OpenItem, RowCounts, TodayRow, counts_of

WRITING = "charter_going_on"
"""The code of the card of a charter that is being written."""

_WRITTEN = frozenset({"charter_poster_ready", "charter_pages_done"})

Value = str | int | date | datetime


class TodayGroup(StrEnum):
    """Under which heading a card stands, in this order."""

    NEEDED = "needed"
    START = "start"
    COMING = "coming"
    CHARTER = "charter"
    QUIET = "quiet"


@dataclass(frozen=True, slots=True, kw_only=True)
class TodayAction:
    """One thing to do about a card.

    Args:
        verb: key of its words under ``[today.verb]``.
        deed: "go" to the place, "back_up", "open_demo", "print_poster" or "catch_up".
        room, part, item: the place, for "go".
    """

    verb: str
    deed: str = "go"
    room: str = ""
    part: str = ""
    item: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class TodayCard:
    """One piece of news.

    Args:
        code: names its words.
        group: where it stands.
        tone: of its chip: "late", "due", "ok" or "quiet".
        values: for its words.
        actions: the main one first.
        day: that it is about, by which cards of a group are ordered; None comes last.
    """

    code: str
    group: TodayGroup
    tone: str
    values: Mapping[str, Value] = field(default_factory=lambda: MappingProxyType({}))
    actions: tuple[TodayAction, ...] = ()
    day: date | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class CharterHead:
    """As much of a version of the charter as Today needs.

    Args:
        number: of the version.
        is_published: it is in force, or will be.
        is_draft: it is being written.
        effective_from, review_by: its days, or None.
        pages_read: how many of its pages were read.
    """

    number: int
    is_published: bool
    is_draft: bool
    effective_from: date | None = None
    review_by: date | None = None
    pages_read: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class CharterPages:
    """How far the newest version has come, page by page.

    Args:
        done, total: pages.
        unread: pages with ready-made words that nobody has read.
        is_poster_ready: nothing keeps the poster back.
    """

    done: int
    total: int
    unread: int
    is_poster_ready: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Seen:
    """What was read for Today, at one moment.

    Args:
        today: the day.
        facts: ids of the facts of the business that are known.
        charters: the newest version and the published one, where there are any.
        charter_saved_at: when something of the charter was last kept, in UTC, or None.
        registrations: all of them.
        closures: those that have not ended, by their last day.
        has_hours: opening hours were given.
        has_customers: there is any customer.
        holidays_up_to: the last day that the bank holidays speak for; None where none are kept.
        backups: how things stand.
        items: open promises, complaints, enquiries, low marks to be followed up and reviews, by
            the day they are due.
        quiet: what of complaints and feedback can wait for a quiet hour.
        calendar: which days are working days.
        samples: what there is of sample weeks.
        routines: what there is of checks and reviews.
        privacy: open requests and breaches, and days that come round.
    """

    today: date
    facts: frozenset[str]
    charters: tuple[CharterHead, ...]
    charter_saved_at: datetime | None
    registrations: tuple[RegistrationCard, ...]
    closures: tuple[ClosureCard, ...]
    has_hours: bool
    holidays_up_to: date | None
    backups: BackupStatus
    items: tuple[OpenItem, ...] = ()
    quiet: tuple[QuietFact, ...] = ()
    calendar: WorkingCalendar = field(default_factory=WorkingCalendar)
    has_customers: bool = True
    samples: SampleSeen = field(default_factory=SampleSeen)
    routines: RoutinesSeen = field(default_factory=RoutinesSeen)
    privacy: PrivacySeen = field(default_factory=PrivacySeen)

    @property
    def published(self) -> CharterHead | None:
        """The published version, or None."""
        return next((one for one in self.charters if one.is_published), None)

    @property
    def draft(self) -> CharterHead | None:
        """The version that is being written, or None."""
        return next((one for one in self.charters if one.is_draft), None)


@dataclass(frozen=True, slots=True, kw_only=True)
class TodayCards:
    """Everything on Today.

    Args:
        business: the name it trades under, or "".
        cards: in order of group, then of day.
        backups: how things stood when the cards were made.
        wants_pages: how far the charter has come is worth a second look, which takes longer.
        rows: open promises, complaints and enquiries, by the day they are due.
        put_off: what is put off and comes back by itself, the first to be back at the head.
    """

    business: str
    cards: tuple[TodayCard, ...]
    backups: BackupStatus
    wants_pages: bool
    rows: tuple[TodayRow, ...] = ()
    put_off: tuple[OpenItem, ...] = ()

    @property
    def counts(self) -> RowCounts:
        """How many rows stand under each heading."""
        return counts_of(self.rows)

    @property
    def needed(self) -> int:
        """How many things need somebody now: what is late, and cards that say so."""
        return self.counts.late + sum(card.group is TodayGroup.NEEDED for card in self.cards)


Rule = Callable[[Seen], Iterable[TodayCard]]
"""Makes the cards of one kind of thing."""


def cards_of(seen: Seen, rules: Iterable[Rule]) -> tuple[TodayCard, ...]:
    """All cards, in order of group, then of day, then as the rules come."""
    order = list(TodayGroup)
    found = [card for rule in rules for card in rule(seen)]
    return tuple(sorted(found, key=lambda card: (order.index(card.group), card.day or date.max)))


def with_pages(cards: Iterable[TodayCard], pages: CharterPages) -> tuple[TodayCard, ...]:
    """The cards once it is known how far the charter has come."""
    made = [_going_on(card, pages) if card.code == WRITING else card for card in cards]
    if pages.unread and not any(card.code in _WRITTEN for card in made):
        made.append(quiet_card("charter_unread", "read", "charter", "write", count=pages.unread))
    return tuple(made)


def _going_on(card: TodayCard, pages: CharterPages) -> TodayCard:
    code = "charter_poster_ready" if pages.is_poster_ready else "charter_pages_done"
    return TodayCard(
        code=code,
        group=card.group,
        tone="ok" if pages.is_poster_ready else "due",
        values={**card.values, "done": pages.done, "total": pages.total},
        actions=card.actions,
        day=card.day,
    )


def quiet_card(
    code: str, verb: str, room: str, part: str = "", item: str = "", **values: Value
) -> TodayCard:
    """A card that waits for a quiet hour, with one button that goes somewhere."""
    action = TodayAction(verb=verb, room=room, part=part, item=item)
    return TodayCard(
        code=code, group=TodayGroup.QUIET, tone="quiet", values=values, actions=(action,)
    )
