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

from servicedesk.domain.backups import BackupState, BackupStatus, SecondFault
from servicedesk.domain.calendars_kept import ClosureCard
from servicedesk.domain.registrations import RegistrationCard

SOON_DAYS = 60
"""Days ahead in which an end is worth a word."""

CLOSURE_SOON_DAYS = 21
"""Days ahead in which a closure is worth a word: customers are told, and the phone is set."""

LETTERHEAD = ("address", "phone")
"""Facts without which a letter has no head."""

_WRITING = "charter_going_on"
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
        deed: "go" to the place, "back_up", "open_demo" or "print_poster".
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
        holidays_up_to: the last day that the bank holidays speak for; None where none are kept.
        backups: how things stand.
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
    """

    business: str
    cards: tuple[TodayCard, ...]
    backups: BackupStatus
    wants_pages: bool


Rule = Callable[[Seen], Iterable[TodayCard]]
"""Makes the cards of one kind of thing."""


def cards_of(seen: Seen, rules: Iterable[Rule]) -> tuple[TodayCard, ...]:
    """All cards, in order of group, then of day, then as the rules come."""
    order = list(TodayGroup)
    found = [card for rule in rules for card in rule(seen)]
    return tuple(sorted(found, key=lambda card: (order.index(card.group), card.day or date.max)))


def with_pages(cards: Iterable[TodayCard], pages: CharterPages) -> tuple[TodayCard, ...]:
    """The cards once it is known how far the charter has come."""
    made = [_going_on(card, pages) if card.code == _WRITING else card for card in cards]
    if pages.unread and not any(card.code in _WRITTEN for card in made):
        made.append(_quiet("charter_unread", "read", "charter", "write", count=pages.unread))
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


def charter_cards(seen: Seen) -> Iterable[TodayCard]:
    """The charter: none yet, being written, published, due for review."""
    draft, published = seen.draft, seen.published
    go_on = TodayAction(verb="go_on", room="charter", part="write")
    if draft is None and published is None:
        begin = TodayAction(verb="begin", room="charter", part="begin")
        yield TodayCard(
            code="charter_none", group=TodayGroup.START, tone="ok", actions=(begin,), day=date.min
        )
    if draft is not None:
        values: dict[str, Value] = {"number": draft.number}
        if seen.charter_saved_at is not None:
            values["saved"] = seen.charter_saved_at
        yield TodayCard(
            code=_WRITING,
            group=TodayGroup.START,
            tone="due",
            values=values,
            actions=(go_on,),
            day=date.min,
        )
    if published is not None:
        yield from _published(seen, published)


def _published(seen: Seen, published: CharterHead) -> Iterable[TodayCard]:
    show = TodayAction(verb="open", room="charter")
    from_day = published.effective_from
    is_in_force = from_day is None or from_day <= seen.today
    yield TodayCard(
        code="charter_published" if is_in_force else "charter_from",
        group=TodayGroup.CHARTER,
        tone="ok",
        values={"number": published.number, "from": from_day or seen.today},
        actions=(TodayAction(verb="print_poster", deed="print_poster"), show),
    )
    review = published.review_by
    if review is not None and (review - seen.today).days <= SOON_DAYS:
        is_late = review < seen.today
        yield TodayCard(
            code="charter_review_late" if is_late else "charter_review",
            group=TodayGroup.NEEDED if is_late else TodayGroup.COMING,
            tone="late" if is_late else "due",
            values={"number": published.number, "day": review},
            actions=(TodayAction(verb="review", room="charter"),),
            day=review,
        )


def registration_cards(seen: Seen) -> Iterable[TodayCard]:
    """Registrations and insurance that have ended, or end soon."""
    for card in seen.registrations:
        left = card.days_left(seen.today)
        if left is None or left > SOON_DAYS or card.ends_on is None:
            continue
        is_over = left < 0
        look = TodayAction(verb="open", room="settings", part="registrations", item=str(card.id))
        yield TodayCard(
            code=f"{card.kind.value}_{'ended' if is_over else 'ends'}",
            group=TodayGroup.NEEDED if is_over else TodayGroup.COMING,
            tone="late" if is_over else "due",
            values={"body": card.body, "day": card.ends_on},
            actions=(look,),
            day=card.ends_on,
        )


def closure_cards(seen: Seen) -> Iterable[TodayCard]:
    """The closure of today, and those that come soon."""
    look = TodayAction(verb="open", room="settings", part="closures")
    for card in seen.closures:
        first, last = card.days.first, card.days.last
        if (first - seen.today).days > CLOSURE_SOON_DAYS:
            continue
        code = "closed_now" if first <= seen.today else "closure"
        yield TodayCard(
            code=f"{code}_day" if first == last else code,
            group=TodayGroup.COMING,
            tone="quiet",
            values={"first": first, "last": last, "reason": card.reason},
            actions=(look,),
            day=first,
        )


def holiday_cards(seen: Seen) -> Iterable[TodayCard]:
    """The end of the table of bank holidays."""
    end = seen.holidays_up_to
    if end is not None and (end - seen.today).days <= SOON_DAYS:
        look = TodayAction(verb="open", room="settings", part="holidays")
        yield TodayCard(
            code="holidays_ended" if end < seen.today else "holidays_end",
            group=TodayGroup.COMING,
            tone="due",
            values={"day": end},
            actions=(look,),
            day=end,
        )


_BACKUP_CODES = {
    BackupState.NONE: "backup_none",
    BackupState.LATE: "backup_late",
}


def backup_cards(seen: Seen) -> Iterable[TodayCard]:
    """Backups, when there is something to do about them."""
    status = seen.backups
    look = TodayAction(verb="see_backups", room="settings", part="backup")
    for outcome, code in ((status.trial, "backup_trial_bad"), (status.check, "file_check_bad")):
        if outcome is not None and not outcome.is_good:
            yield TodayCard(code=code, group=TodayGroup.NEEDED, tone="late", actions=(look,))
    if status.state in _BACKUP_CODES:
        now = TodayAction(verb="back_up", deed="back_up")
        is_late = status.state is BackupState.LATE
        yield TodayCard(
            code=_BACKUP_CODES[status.state],
            group=TodayGroup.NEEDED,
            tone="late" if is_late else "due",
            actions=(now, look),
        )
    second = status.second
    if second is not None and second.fault is not None:
        is_gone = second.fault is SecondFault.GONE
        yield TodayCard(
            code="backup_second_gone" if is_gone else "backup_second_failed",
            group=TodayGroup.NEEDED,
            tone="due",
            values={"name": second.name},
            actions=(look,),
        )
    if second is None and status.newest is not None:
        yield _quiet("backup_one_folder", "choose_folder", "settings", "backup")


def letterhead_cards(seen: Seen) -> Iterable[TodayCard]:
    """What is missing of the letterhead and the week."""
    if "trading_name" not in seen.facts:
        yield _quiet("name_missing", "give", "settings", "business")
    elif not set(LETTERHEAD) <= seen.facts:
        yield _quiet("letterhead_missing", "give", "settings", "business")
    if not seen.has_hours:
        yield _quiet("hours_missing", "give", "settings", "hours")


def demo_cards(seen: Seen) -> Iterable[TodayCard]:
    """The pretend shop, for those who have not begun."""
    if not seen.charters:
        look = TodayAction(verb="open_demo", deed="open_demo")
        yield TodayCard(code="demo", group=TodayGroup.START, tone="quiet", actions=(look,))


def _quiet(code: str, verb: str, room: str, part: str, **values: Value) -> TodayCard:
    action = TodayAction(verb=verb, room=room, part=part)
    return TodayCard(
        code=code, group=TodayGroup.QUIET, tone="quiet", values=values, actions=(action,)
    )


RULES: tuple[Rule, ...] = (
    charter_cards,
    registration_cards,
    closure_cards,
    holiday_cards,
    backup_cards,
    letterhead_cards,
    demo_cards,
)
"""All rules there are; a new record type adds its own here."""
