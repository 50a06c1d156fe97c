# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""What Today reads: little, at once, and without what a start cannot afford."""

import os
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path

import pytest

from servicedesk.domain.calendars import Nation
from servicedesk.domain.calendars_kept import ClosureDraft
from servicedesk.domain.registrations import RegistrationDraft, RegistrationKind
from servicedesk.services.registry import Services, open_services
from servicedesk.store import driver
from servicedesk.store.facts import business_facts
from tests.helpers.builders import RESOURCES, charter_draft
from tests.helpers.children import plain_environment
from tests.helpers.fakes import FixedClock
from tests.services.around import surroundings
from tests.store.files import new_file, opened

RUTH = "Ruth"
ROOT = Path(__file__).resolve().parents[2]
TODAY = date(2026, 11, 24)


@contextmanager
def opened_shop(folder: Path) -> Iterator[Services]:
    with opened(new_file(folder)) as file:
        yield open_services(file, surroundings(file.path, FixedClock(TODAY)))


@pytest.fixture
def services(tmp_path: Path) -> Iterator[Services]:
    with opened_shop(tmp_path) as made:
        yield made


def codes(services: Services) -> list[str]:
    return [card.code for card in services.home.today().cards]


def say(services: Services, **facts: str) -> None:
    with services.units.change("say", RUTH) as unit:
        for key, written in facts.items():
            unit.insert(business_facts, {"key": key.replace("__", "."), "value": written})


def test_a_new_file_offers_what_there_is_to_do(services: Services) -> None:
    today = services.home.today()
    assert [card.code for card in today.cards] == [
        "charter_none", "customers_none", "demo", "name_missing", "hours_missing"
    ]  # fmt: skip
    assert today.business == ""
    assert not today.wants_pages
    assert services.home.charter_pages() is None


def test_what_is_known_is_asked_for_no_more(services: Services) -> None:
    say(services, trading_name='"Hollins Hardware"', address='"18 Bridge St"', phone='"01632"')
    services.business.save({"opening_hours": {"monday": ["09:00-17:00"]}}, RUTH)
    assert services.home.today().business == "Hollins Hardware"
    assert codes(services) == ["charter_none", "customers_none", "demo"]


def test_a_charter_shows_from_its_first_word_to_its_review(services: Services) -> None:
    draft = charter_draft()
    services.charters.keep_draft(draft, RUTH)
    with services.units.change("type", RUTH) as unit:
        unit.keep_draft("charter", "{}", "1")
    today = services.home.today()
    card = next(card for card in today.cards if card.code == "charter_going_on")
    assert card.values["number"] == 1
    assert "saved" in card.values
    assert today.wants_pages
    pages = services.home.charter_pages()
    assert pages is not None
    assert pages.is_poster_ready
    assert 0 < pages.done <= pages.total
    services.charters.publish_draft(draft, RUTH, lambda _: None)
    assert "charter_from" in codes(services)


def test_pages_that_nobody_read_are_counted(services: Services) -> None:
    read_none = {
        key: value for key, value in charter_draft().answers.items() if key != "read_pages"
    }
    services.charters.keep_draft(replace(charter_draft(), answers=read_none), RUTH)
    pages = services.home.charter_pages()
    assert pages is not None
    assert pages.unread > 0
    assert pages.done < pages.total


def test_ends_and_closures_are_told(services: Services) -> None:
    services.registrations.add(
        RegistrationDraft(
            kind=RegistrationKind.INSURANCE, body="Harbour Mutual", ends_on=date(2026, 12, 1)
        ),
        RUTH,
    )
    services.calendars.add_closure(
        ClosureDraft(first=TODAY + timedelta(days=3), reason="for stocktaking"), RUTH
    )
    assert {"insurance_ends", "closure_day"} <= set(codes(services))


@pytest.mark.parametrize(
    ("written", "is_told"),
    [
        ('{"day": "2026-12-25"}', True),
        ('{"day": "2029-12-25"}', False),
        ('{"day": 5}', False),
        ('"soon"', False),
    ],
)
def test_the_end_of_the_bank_holidays_is_the_business_s_own(
    services: Services, written: str, is_told: bool
) -> None:
    say(services, nation=f'"{Nation.SCT.value}"', holidays_known_up_to__sct=written)
    assert ("holidays_end" in codes(services)) is is_told


def test_a_fact_that_cannot_be_read_is_none(services: Services) -> None:
    say(services, trading_name="{", nation="5")
    assert services.home.today().business == ""


def test_today_is_read_with_at_most_six_statements(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    heard: list[str] = []
    real = driver.open_connection

    def open_and_hear(*args: object, **kwargs: object) -> driver.Connection:
        connection = real(*args, **kwargs)
        connection.set_trace_callback(heard.append)
        return connection

    monkeypatch.setattr(driver, "open_connection", open_and_hear)
    with opened_shop(tmp_path) as services:
        services.charters.keep_draft(charter_draft(), RUTH)
        services.home.today()
        heard.clear()
        services.home.today()
    read = [said for said in heard if said.startswith("SELECT")]
    assert 0 < len(read) <= 6


_START = """
import sys
from pathlib import Path

from servicedesk.services.home import Home
from servicedesk.services.surroundings import Surroundings
from servicedesk.services.unit import Units
from servicedesk.store.opening import open_file
from tests.helpers.fakes import FixedClock

path, resources = map(Path, sys.argv[1:])
clock = FixedClock()
file = open_file(path, backups=path.parent, moment=clock.now())
around = Surroundings(
    clock=clock, phrases=None, resources=resources, database=path, backups=path.parent,
    temporary=path.parent, memory=None, papers=None, guide=None, logo_from=None,
    check_bank=None,
    thumbnail_from=None,
    workbook_from=None,
    cards_from=None,
)
Home(Units(file, clock), around).today()
file.close()
print(*sorted(sys.modules))
"""
_TOO_HEAVY = ("reportlab", "pypdfium2", "alembic", "servicedesk.documents")
_NOT_YET = {
    "servicedesk.content.guides",
    "servicedesk.domain.charters_rules",
    "servicedesk.domain.charters_text",
    "servicedesk.domain.charters_writing",
    "servicedesk.domain.wording",
    "servicedesk.services.charters",
}


def test_a_start_brings_in_no_rules_of_charters_and_no_printing(tmp_path: Path) -> None:
    path = new_file(tmp_path, "servicedesk.db")
    environment = plain_environment(ROOT / "src")
    environment["PYTHONPATH"] = os.pathsep.join((environment["PYTHONPATH"], str(ROOT)))
    done = subprocess.run(
        [sys.executable, "-c", _START, str(path), str(RESOURCES)],
        capture_output=True,
        text=True,
        env=environment,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    loaded = set(done.stdout.split())
    assert "servicedesk.services.home" in loaded
    assert not {name for name in loaded if name.startswith(_TOO_HEAVY)}
    assert not loaded & _NOT_YET
