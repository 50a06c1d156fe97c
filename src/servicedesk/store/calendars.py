# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""When the business is open: its week, its closures, and its own copy of the bank holidays."""

from datetime import date

from sqlalchemy import Column, Connection, Index, UniqueConstraint, select

from servicedesk.domain.calendars import BankHoliday, Closure, Nation
from servicedesk.domain.calendars_kept import (
    ClosureCard,
    HolidaySource,
    KeptHoliday,
    OpenDayCard,
    OpenDayDraft,
)
from servicedesk.domain.hours import WEEK, Interval, WeeklyHours, clock_figures, parse_interval
from servicedesk.domain.kinds import Kind
from servicedesk.store.asking import ask
from servicedesk.store.records import CATALOGUE, RecordInfo
from servicedesk.store.types import Coded, Day, Whole, Words, YesNo

opening_hours = CATALOGUE.declare(
    "opening_hours",
    Column("weekday", Whole(), nullable=False),
    Column("opens", Whole(), nullable=False),
    Column("closes", Whole(), nullable=False),
    UniqueConstraint("weekday", "opens"),
    record=RecordInfo(kind=Kind.OPENING_HOURS),
)

closures = CATALOGUE.declare(
    "closures",
    Column("first", Day(), nullable=False),
    Column("last", Day(), nullable=False),
    Column("reason", Words(), nullable=False),
    Index("ix_closures_last", "last"),
    record=RecordInfo(kind=Kind.CLOSURE, label_column="reason", search_columns=("reason",)),
)

open_days = CATALOGUE.declare(
    "open_days",
    Column("day", Day(), nullable=False),
    Column("hours", Words(), nullable=False),
    Column("reason", Words(), nullable=False),
    UniqueConstraint("day"),
    record=RecordInfo(kind=Kind.CLOSURE, label_column="reason"),
)

bank_holidays = CATALOGUE.declare(
    "bank_holidays",
    Column("nation", Coded(Nation), nullable=False),
    Column("day", Day(), nullable=False),
    Column("name", Words(), nullable=False),
    Column("is_substitute", YesNo(), nullable=False),
    Column("source", Words(), nullable=False),
    UniqueConstraint("nation", "day"),
    record=RecordInfo(kind=Kind.HOLIDAY, label_column="name"),
)


_WEEK = "SELECT weekday, opens, closes FROM opening_hours ORDER BY weekday, opens"
_CLOSURES = "SELECT id, first, last, reason FROM closures WHERE last >= ? ORDER BY last, id"
_OPEN_DAYS = "SELECT id, day, hours, reason FROM open_days WHERE day >= ? ORDER BY day"

_SOURCES = {source.value: source for source in HolidaySource}


def weekly_hours(connection: Connection) -> WeeklyHours | None:
    """The ordinary week, or None while no hours at all have been entered."""
    rows = ask(connection, _WEEK)
    if not rows:
        return None
    days: list[list[Interval]] = [[] for _ in WEEK]
    for weekday, opens, closes in rows:
        days[weekday].append(Interval(opens=opens, closes=closes))
    return WeeklyHours(days=tuple(tuple(day) for day in days))


def hours_rows(connection: Connection) -> dict[tuple[int, Interval], int]:
    """The numbers of all rows of the week by weekday (0 is Monday) and interval."""
    hours = opening_hours.c
    rows = connection.execute(select(opening_hours).order_by(hours.weekday, hours.opens))
    return {(row.weekday, Interval(opens=row.opens, closes=row.closes)): row.id for row in rows}


def closures_from(connection: Connection, day: date) -> tuple[ClosureCard, ...]:
    """The closures that end on ``day`` or later, by their last day."""
    return tuple(
        ClosureCard(
            id=number,
            days=Closure(first=date.fromisoformat(first), last=date.fromisoformat(last)),
            reason=reason,
        )
        for number, first, last, reason in ask(connection, _CLOSURES, (day.isoformat(),))
    )


def open_days_from(connection: Connection, day: date) -> tuple[OpenDayCard, ...]:
    """The days on ``day`` or later that the business opens although the week says shut."""
    return tuple(
        OpenDayCard(
            id=number,
            draft=OpenDayDraft(
                day=date.fromisoformat(opens_on),
                hours=tuple(parse_interval(text) for text in hours.split(",") if text),
                reason=reason,
            ),
        )
        for number, opens_on, hours, reason in ask(connection, _OPEN_DAYS, (day.isoformat(),))
    )


def open_day_values(draft: OpenDayDraft) -> dict[str, object]:
    """What is written for such a day, by column."""
    hours = (f"{clock_figures(one.opens)}-{clock_figures(one.closes)}" for one in draft.hours)
    return {"day": draft.day, "hours": ",".join(hours), "reason": draft.reason}


def holidays_of(connection: Connection, nation: Nation) -> tuple[KeptHoliday, ...]:
    """The bank holidays that the business keeps for a nation, in order of day.

    Those that the owner took out are among them, so that no refill brings them back.
    """
    rows = connection.execute(
        select(bank_holidays).where(bank_holidays.c.nation == nation).order_by(bank_holidays.c.day)
    )
    return tuple(
        KeptHoliday(
            id=row.id,
            holiday=BankHoliday(day=row.day, name=row.name, is_substitute=row.is_substitute),
            source=_SOURCES.get(row.source, HolidaySource.PROGRAM),
        )
        for row in rows
    )


def holiday_values(
    nation: Nation, holiday: BankHoliday, source: HolidaySource
) -> dict[str, object]:
    """What is written for a bank holiday, by column."""
    return {
        "nation": nation,
        "day": holiday.day,
        "name": holiday.name,
        "is_substitute": holiday.is_substitute,
        "source": source.value,
    }
