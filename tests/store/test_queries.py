# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""The named queries: what they give, and that none of them reads a whole table."""

from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, date, datetime
from decimal import Decimal

import pytest
from sqlalchemy import Connection, text

from servicedesk.domain.blocks import Logo
from servicedesk.domain.calendars import BankHoliday, Closure, DayKind, Nation
from servicedesk.domain.calendars_kept import HolidaySource, KeptHoliday
from servicedesk.domain.charters import CharterDraft, CharterStatus
from servicedesk.domain.hours import Interval, WeeklyHours
from servicedesk.domain.standards import (
    Amount,
    ClockLimit,
    Measure,
    Remedy,
    ServiceStandard,
    Unit,
)
from servicedesk.store import attachments as attached
from servicedesk.store import calendars, charters, drafts, facts, journal, people, registrations
from servicedesk.store.calendars import bank_holidays, closures, opening_hours
from servicedesk.store.charters import charter_versions, service_standards
from servicedesk.store.engine import DeskFile

HOURS = WeeklyHours(
    days=(
        (Interval(opens=480, closes=720), Interval(opens=780, closes=1020)),
        (Interval(opens=480, closes=1020),),
        *(((),) * 5),
    )
)
ANSWERS = {
    "name": "Łódź & “Sons”",
    "since": 1998,
    "answers_phone": True,
    "reviewed": date(2026, 9, 1),
    "ways": ("phone", "email"),
    "hours": HOURS,
}
STANDARDS = (
    ServiceStandard(
        key="call_back",
        title="Missed calls",
        action="ring you back {limit}",
        measure=Measure.DURATION,
        page="contact",
        limit=Amount(value=Decimal(4), unit=Unit.HOUR, days=DayKind.OPENING),
        remedy=Remedy(text="you choose the next slot", pence=1000),
        is_ticked=True,
    ),
    ServiceStandard(
        key="before_close",
        title="Quotes",
        action="send your quote",
        measure=Measure.CLOCK_TIME,
        page="quotes",
        clock=ClockLimit(after=Amount(value=Decimal(1), unit=Unit.DAY, days=DayKind.WORKING)),
    ),
)
DRAFT = CharterDraft(
    trade="plumber",
    guide_version=1,
    answers=ANSWERS,
    standards=STANDARDS,
    suggested=("call_back",),
    logo=Logo(png=b"\x89PNG" + bytes(10), width=3, height=2),
)


def keep_charter(
    session: Connection, number: int, status: CharterStatus, draft: CharterDraft
) -> int:
    logo_id = None
    if draft.logo is not None:
        logo_id = 40 + number
        session.execute(
            attached.attachments.insert(),
            {
                "id": logo_id,
                "sha256": str(number),
                "name": "logo.png",
                "size": len(draft.logo.png),
                "media_type": "image/png",
            },
        )
        for place, start in enumerate(range(0, len(draft.logo.png), 5)):
            session.execute(
                attached.attachment_pieces.insert(),
                {
                    "attachment_id": logo_id,
                    "number": place,
                    "piece": draft.logo.png[start : start + 5],
                },
            )
    version = session.execute(
        charter_versions.insert(),
        {
            "number": number,
            "status": status,
            "published_on": date(2026, 9, 14),
            **charters.version_values(draft, logo_id),
        },
    ).lastrowid
    for place, standard in enumerate(draft.standards):
        session.execute(
            service_standards.insert(), charters.standard_values(standard, version, place)
        )
    return version


def test_a_charter_comes_back_as_it_was_kept(desk_file: DeskFile) -> None:
    with desk_file.change() as session:
        old = keep_charter(session, 1, CharterStatus.SUPERSEDED, DRAFT)
        new = keep_charter(
            session, 2, CharterStatus.PUBLISHED, replace(DRAFT, logo=None, suggested=())
        )
        backwards = replace(DRAFT, standards=STANDARDS[::-1], logo=None)
        newest = keep_charter(session, 3, CharterStatus.DRAFT, backwards)
    with desk_file.read() as reading:
        card = charters.charter(reading, old)
        assert card is not None
        assert card.draft == DRAFT
        assert (card.number, card.status) == (1, CharterStatus.SUPERSEDED)
        assert card.published_on == date(2026, 9, 14)
        assert card.approved_on is None
        published = charters.published_charter(reading)
        assert published is not None
        assert published.id == new
        assert published.draft == replace(DRAFT, logo=None, suggested=())
        last = charters.newest_charter(reading)
        assert last is not None
        assert last.id == newest
        assert last.draft.standards == STANDARDS[::-1]
        assert charters.charter_numbers(reading) == {
            newest: (3, CharterStatus.DRAFT),
            new: (2, CharterStatus.PUBLISHED),
            old: (1, CharterStatus.SUPERSEDED),
        }
        assert charters.last_number(reading) == 3
        assert list(charters.standard_ids(reading, old)) == ["before_close", "call_back"]


def test_before_there_is_a_charter(desk_file: DeskFile) -> None:
    with desk_file.read() as reading:
        assert charters.charter(reading, 1) is None
        assert charters.published_charter(reading) is None
        assert charters.newest_charter(reading) is None
        assert charters.charter_numbers(reading) == {}
        assert charters.last_number(reading) == 0


def test_the_file_itself_refuses_two_published_charters(desk_file: DeskFile) -> None:
    plain = replace(DRAFT, logo=None)
    with desk_file.change() as session:
        keep_charter(session, 1, CharterStatus.PUBLISHED, plain)
    with pytest.raises(Exception, match="UNIQUE"), desk_file.change() as session:
        keep_charter(session, 2, CharterStatus.PUBLISHED, plain)


def test_the_week_comes_back_as_it_was_kept(desk_file: DeskFile) -> None:
    with desk_file.read() as reading:
        assert calendars.weekly_hours(reading) is None
    with desk_file.change() as session:
        for day, intervals in reversed(list(enumerate(HOURS.days))):
            for one in intervals[::-1]:
                session.execute(
                    opening_hours.insert(),
                    {"weekday": day, "opens": one.opens, "closes": one.closes},
                )
    with desk_file.read() as reading:
        assert calendars.weekly_hours(reading) == HOURS
        assert list(calendars.hours_rows(reading).values()) == [3, 2, 1]


def test_closures_come_by_their_last_day(desk_file: DeskFile) -> None:
    days = [
        Closure(first=date(2026, 12, 24), last=date(2027, 1, 2)),
        Closure(first=date(2026, 8, 1), last=date(2026, 8, 14)),
        Closure(first=date(2026, 8, 14), last=date(2026, 8, 15)),
    ]
    with desk_file.change() as session:
        for closure in days:
            session.execute(
                closures.insert(), {"first": closure.first, "last": closure.last, "reason": "away"}
            )
    with desk_file.read() as reading:
        found = calendars.closures_from(reading, date(2026, 8, 15))
    assert [card.days for card in found] == [days[2], days[0]]
    assert [(card.id, card.reason) for card in found] == [(3, "away"), (1, "away")]


def test_bank_holidays_come_by_nation_and_day(desk_file: DeskFile) -> None:
    with desk_file.change() as session:
        for nation, day in (
            (Nation.ENG, date(2026, 12, 28)),
            (Nation.SCT, date(2026, 6, 15)),
            (Nation.ENG, date(2026, 12, 25)),
        ):
            session.execute(
                bank_holidays.insert(),
                {
                    "nation": nation,
                    "day": day,
                    "name": "Holiday",
                    "is_substitute": day.day == 28,
                    "source": "own" if day.day == 28 else "",
                },
            )
    with desk_file.read() as reading:
        assert calendars.holidays_of(reading, Nation.ENG) == (
            KeptHoliday(
                id=3,
                holiday=BankHoliday(day=date(2026, 12, 25), name="Holiday"),
                source=HolidaySource.PROGRAM,
            ),
            KeptHoliday(
                id=1,
                holiday=BankHoliday(day=date(2026, 12, 28), name="Holiday", is_substitute=True),
                source=HolidaySource.OWN,
            ),
        )
        assert calendars.holidays_of(reading, Nation.ELSEWHERE) == ()


QUERIES: dict[str, Callable[[Connection], object]] = {
    "attachment": lambda reading: attached.attachment(reading, 41),
    "attachment_with": lambda reading: attached.attachment_with(reading, "x"),
    "pieces_of": lambda reading: list(attached.pieces_of(reading, 41)),
    "charter": lambda reading: charters.charter(reading, 1),
    "published_charter": charters.published_charter,
    "newest_charter": charters.newest_charter,
    "last_number": charters.last_number,
    "standard_ids": lambda reading: charters.standard_ids(reading, 1),
    "closures_from": lambda reading: calendars.closures_from(reading, date(2026, 1, 1)),
    "holidays_of": lambda reading: calendars.holidays_of(reading, Nation.ENG),
    "draft_of": lambda reading: drafts.draft_of(reading, "charter"),
    "fact_id": lambda reading: facts.fact_id(reading, "name"),
    "last_step": journal.last_step,
    "image_in_file": lambda reading: journal.image_in_file(reading, closures, 1),
    "rows_of_step": lambda reading: journal.rows_of_step(reading, 1),
    "counts_of_step": lambda reading: journal.counts_of_step(reading, 1),
    "records_of_step": lambda reading: journal.records_of_step(reading, 1, closures, None),
    "history_of": lambda reading: journal.history_of(reading, closures, 1),
}
"""Every query but those that give a small table whole."""


@pytest.mark.parametrize("name", QUERIES)
def test_no_query_reads_a_whole_table(desk_file: DeskFile, name: str) -> None:
    with desk_file.change() as session:
        keep_charter(session, 1, CharterStatus.PUBLISHED, DRAFT)
    heard: list[str] = []
    with desk_file.read() as reading:
        bare = reading.connection.driver_connection
        bare.set_trace_callback(heard.append)  # with the values in their places
        QUERIES[name](reading)
        bare.set_trace_callback(None)
    asked = [said for said in heard if said.startswith("SELECT")]
    assert asked
    with desk_file.read() as reading:
        for said in asked:
            plan = reading.exec_driver_sql(f"EXPLAIN QUERY PLAN {said}").all()
            steps = [row[3] for row in plan]
            whole = [step for step in steps if step.startswith("SCAN") and "INDEX" not in step]
            assert not whole, said
            # The few standards of one charter may be sorted; they are never many.
            sorts = [step for step in steps if "TEMP B-TREE" in step]
            assert not sorts or "FROM service_standards" in said, said


def test_every_query_is_looked_at() -> None:
    modules = (attached, calendars, charters, drafts, facts, journal, people, registrations)
    there = {
        name
        for module in modules
        for name, found in vars(module).items()
        if callable(found)
        and getattr(found, "__module__", "") == module.__name__
        and "connection" in getattr(found, "__annotations__", {})
        and not name.startswith("_")
    }
    assert there - set(QUERIES) == {
        "all_facts",
        "all_people",
        "all_registrations",
        "charter_numbers",
        "hours_rows",
        "open_days_from",
        "weekly_hours",
    }


def test_moments_are_kept_in_utc(desk_file: DeskFile) -> None:
    with desk_file.change() as session:
        session.execute(
            drafts.drafts.insert(),
            {
                "form": "charter",
                "subject": "",
                "body": "",
                "saved_at": datetime(2026, 9, 14, 12, tzinfo=UTC),
            },
        )
        kept = session.execute(text("SELECT saved_at FROM drafts")).scalar_one()
    assert kept == "2026-09-14T12:00:00.000000Z"
