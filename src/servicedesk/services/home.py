# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""Today: what there is to do, to see coming, and to finish when it is quiet.

It is the first thing that a start reads: six statements at most, and nothing of printing or of
the rules of charters comes in with it.
"""

import json
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date, timedelta

from servicedesk.domain.backups import BackupStatus
from servicedesk.domain.calendars import HolidayTable, Nation, WorkingCalendar
from servicedesk.domain.complaints_learning import ALIKE_WITHIN
from servicedesk.domain.today import CharterPages, Rule, Seen, TodayCards, cards_of
from servicedesk.domain.today_complaints import with_alike
from servicedesk.domain.today_rows import horizon, put_off_in, rows_of
from servicedesk.domain.today_rules import REVIEW_SOON_DAYS, RULES
from servicedesk.services.backup_shelf import read_status
from servicedesk.services.holidays_filling import known_key, table_of
from servicedesk.services.privacy_seeing import privacy_seen
from servicedesk.services.surroundings import Surroundings
from servicedesk.services.unit import Reading, Units
from servicedesk.store.facts import all_facts
from servicedesk.store.home import charter_heads, days_shut, moments, open_things
from servicedesk.store.registrations import all_registrations


@dataclass(frozen=True, slots=True, kw_only=True)
class Heading:
    """What the frame of the window says, whatever its page shows.

    Args:
        business: its name; "" while nobody has said.
        backup: how things stand with backups.
    """

    business: str
    backup: BackupStatus


class Home:
    """What Today shows.

    Args:
        units: reads the file.
        around: clock, folders, and the holidays that come with the program.
        rules: make the cards.
    """

    def __init__(self, units: Units, around: Surroundings, rules: tuple[Rule, ...] = RULES) -> None:
        self._units = units
        self._around = around
        self._rules = rules
        self._tables: dict[Nation, HolidayTable] = {}
        self._told: list[Callable[[TodayCards], None]] = []
        self._newest: TodayCards | None = None

    def today(self) -> TodayCards:
        """All cards of this moment.

        Raises:
            Trouble: when the file cannot be read.
        """
        with self._units.read() as reading:
            facts = all_facts(reading)
            seen = self._see(reading, facts)
        newest = seen.charters[0] if seen.charters else None
        cards = TodayCards(
            business=_text(facts.get("trading_name")),
            cards=cards_of(seen, self._rules),
            backups=seen.backups,
            wants_pages=newest is not None and (newest.is_draft or newest.is_published),
            rows=rows_of(seen.items, self._around.clock.now(), seen.today, seen.calendar),
            put_off=put_off_in(seen.items, seen.today),
        )
        self._newest = cards
        for tell in self._told:
            tell(cards)
        return cards

    def follow(self, tell: Callable[[TodayCards], None]) -> None:
        """Hear of all cards whenever somebody reads them, and of those read last at once.

        Whoever only counts them reads nothing for it.
        """
        self._told.append(tell)
        if self._newest is not None:
            tell(self._newest)

    def heading(self) -> Heading:
        """Whose window it is, and how its backup stands, in two statements.

        Raises:
            Trouble: when the file cannot be read.
        """
        with self._units.read() as reading:
            facts = all_facts(reading)
            changed_at = moments(reading).changed_at
        return Heading(
            business=_text(facts.get("trading_name")),
            backup=read_status(self._around, changed_at),
        )

    def unfollow(self, tell: Callable[[TodayCards], None]) -> None:
        """Hear no more of it."""
        self._told.remove(tell)

    def charter_pages(self) -> CharterPages | None:
        """How far the newest version of the charter has come; None when there is none.

        It brings the guide and the rules of charters in, so it is asked for after Today has been
        shown, in another thread.

        Raises:
            Trouble: when the file cannot be read.
        """
        from servicedesk.content.law import facts_for
        from servicedesk.domain.charters_rules import obstacles
        from servicedesk.domain.charters_text import CharterSource
        from servicedesk.domain.charters_writing import PageMark, progress
        from servicedesk.store.charters import newest_charter

        with self._units.read() as reading:
            card = newest_charter(reading)
        if card is None:
            return None
        source = CharterSource(
            draft=card.draft,
            guide=self._around.guide("charter"),
            phrases=self._around.phrases,
            law=facts_for(self._around.resources, str(card.draft.answers.get("nation", ""))),
            today=self._around.clock.today(),
        )
        found = progress(source, obstacles(source))
        return CharterPages(
            done=found.done,
            total=found.total,
            unread=sum(state.mark is PageMark.UNREAD for state in found.pages),
            is_poster_ready=found.is_poster_ready,
        )

    def _see(self, reading: Reading, facts: Mapping[str, str]) -> Seen:
        today = self._around.clock.today()
        told = moments(reading)
        nation = _nation(facts)
        closures, kept_days = days_shut(reading, today, nation)
        is_kept = known_key(nation) in facts
        holidays = kept_days if is_kept else self._table(nation).days()
        calendar = WorkingCalendar(bank_holidays=holidays)
        soon = today + timedelta(days=REVIEW_SOON_DAYS)
        until, since = horizon(today, calendar), today - ALIKE_WITHIN
        found = open_things(reading, today, until, soon, since)
        return Seen(
            today=today,
            facts=frozenset(facts),
            charters=charter_heads(reading),
            charter_saved_at=told.charter_saved_at,
            registrations=all_registrations(reading),
            closures=closures,
            has_hours=told.has_hours,
            has_customers=told.has_customers,
            holidays_up_to=self._holidays_up_to(facts, nation),
            backups=read_status(self._around, told.changed_at),
            items=found.items,
            quiet=with_alike(found.quiet, found.alike),
            calendar=calendar,
            samples=told.samples,
            routines=told.routines,
            privacy=privacy_seen(told.privacy, facts, nation, self._around),
        )

    def _holidays_up_to(self, facts: Mapping[str, str], nation: Nation) -> date | None:
        """The last day that the business's own table speaks for, or else the program's."""
        try:
            return date.fromisoformat(json.loads(facts[known_key(nation)])["day"])
        except (KeyError, TypeError, ValueError):
            return self._table(nation).known_up_to

    def _table(self, nation: Nation) -> HolidayTable:
        """The holidays that come with the program, read once."""
        if nation not in self._tables:
            self._tables[nation] = table_of(self._around.resources, nation)
        return self._tables[nation]


def _nation(facts: Mapping[str, str]) -> Nation:
    """Where the business is, as far as has been said."""
    said = _text(facts.get("nation"))
    return Nation(said) if said in set(Nation) else Nation.ENG


def _text(written: str | None) -> str:
    """A fact that is a text, as far as it can be read."""
    try:
        said = json.loads(written or '""')
    except ValueError:
        return ""
    return said if isinstance(said, str) else ""
