# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""Due dates come out as a calendar file that other programs read on the right day."""

from array import array
from collections.abc import Iterator
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest
from icalendar import Calendar, Event

from servicedesk.domain.errors import Refusal
from servicedesk.domain.promises import Due, PromiseDraft
from servicedesk.services.registry import Services, open_services
from servicedesk.store.customers import customers
from tests.helpers.fakes import FixedClock
from tests.helpers.records import customer_values
from tests.services.around import surroundings
from tests.store.files import new_file, opened

RUTH = "Ruth"
TODAY = date(2026, 9, 14)
NAMES = ("Mrs Łucja Patel; Bros, “Sons”", "Đặng Thị Ngọc Ánh", "Ζωή\\Παππά")


@pytest.fixture
def services(tmp_path: Path) -> Iterator[Services]:
    with opened(new_file(tmp_path)) as file:
        yield open_services(file, surroundings(file.path, FixedClock(TODAY)))


def made(services: Services, day: date, at: datetime | None = None, **said: object) -> int:
    values: dict[str, object] = {
        "text": "ring you back",
        "due": Due(day=day, at=at),
        "made_on": TODAY,
        **said,
    }
    return services.promises.make(PromiseDraft(**values), RUTH).card.id


def events(data: bytes) -> list[Event]:
    return list(Calendar.from_ical(data).walk("VEVENT"))


def test_a_day_is_a_whole_day_and_a_time_is_that_minute(services: Services) -> None:
    at = datetime(2026, 10, 25, 15, tzinfo=ZoneInfo("Europe/London"))
    later = made(services, at.date(), at, job_ref="J-77")
    sooner = made(services, date(2026, 10, 24))
    whole, timed = events(services.calendar_files.ics((later, sooner)))
    assert whole["DTSTART"].dt == date(2026, 10, 24)
    assert whole["DTEND"].dt - whole["DTSTART"].dt == timedelta(days=1)
    assert timed["DTSTART"].dt == at.astimezone(UTC)
    assert "DTEND" not in timed
    assert (whole["SUMMARY"], whole["DESCRIPTION"]) == ("Ring you back", "Promise P-2026-0002")
    assert timed["DESCRIPTION"] == "Promise P-2026-0001, job J-77"
    assert whole["DTSTAMP"].dt == datetime(2026, 9, 14, 11, tzinfo=UTC)


@pytest.mark.parametrize("name", NAMES)
def test_every_name_comes_back_and_nothing_private_goes_out(services: Services, name: str) -> None:
    values = customer_values(name, "K-0001", remember="Rings twice", notes="secret")
    with services.units.change("add customer", RUTH) as unit:
        customer = unit.insert(customers, values)
    text = "bring the parts, then fit them; " + "ł" * 90
    data = services.calendar_files.ics(
        (made(services, TODAY, customer_id=customer, text=text, notes="secret"),)
    )
    (event,) = events(data)
    assert event["SUMMARY"] == f"B{text[1:]}: {name}"
    assert b"secret" not in data
    assert b"twice" not in data
    assert all(len(line) <= 75 for line in data.split(b"\r\n"))


def test_the_same_promise_is_the_same_entry_and_the_newer_one_wins(services: Services) -> None:
    promise = made(services, date(2026, 9, 18))
    (first,) = events(services.calendar_files.ics((promise,)))
    services.promises.move(promise, Due(day=date(2026, 9, 22)), True, "", RUTH)
    (second,) = events(services.calendar_files.ics((promise,)))
    assert first["UID"] == second["UID"]
    assert (first["SEQUENCE"], second["SEQUENCE"]) == (0, 1)
    assert second["DTSTART"].dt == date(2026, 9, 22)


def test_only_what_is_open_goes_out(services: Services) -> None:
    kept, binned, last, first = (made(services, date(2026, 9, day)) for day in (15, 16, 18, 17))
    services.promises.done(kept, TODAY, None, RUTH)
    services.promises.bin((binned,), RUTH)
    assert services.calendar_files.open_ones() == (first, last)
    assert len(events(services.calendar_files.ics((kept, binned, last, first)))) == 2
    with pytest.raises(Refusal, match="calendar_nothing_open"):
        services.calendar_files.ics((kept, binned))


def test_a_file_is_saved_under_the_name_of_the_business(services: Services, tmp_path: Path) -> None:
    promise = made(services, TODAY)
    path = tmp_path / "promises.ics"
    path.write_bytes(b"an older one")
    services.calendar_files.save(path, (promise,))
    assert Calendar.from_ical(path.read_bytes())["X-WR-CALNAME"] == "What we promised"
    services.business.save({"trading_name": "Hollins & Daughter"}, RUTH)
    services.calendar_files.save(path, (promise,))
    name = Calendar.from_ical(path.read_bytes())["X-WR-CALNAME"]
    assert name == "Hollins & Daughter: what we promised"


def test_more_promises_than_one_statement_takes(services: Services) -> None:
    ids = [made(services, TODAY + timedelta(days=number % 9)) for number in range(505)]
    found = events(services.calendar_files.ics(array("q", ids)))
    assert len(found) == 505
    assert [event["DTSTART"].dt for event in found] == sorted(
        event["DTSTART"].dt for event in found
    )
