# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""What is known about the business: kept by question, all or nothing, taken back in one step."""

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest

from servicedesk.domain.blocks import Logo
from servicedesk.domain.errors import Refusal
from servicedesk.domain.hours import parse_week
from servicedesk.domain.kinds import Kind
from servicedesk.domain.retention import RetainedKind
from servicedesk.services.registry import Services, open_services
from servicedesk.store.facts import business_facts
from tests.helpers.fakes import FixedClock
from tests.services.around import surroundings
from tests.store.files import new_file, opened

RUTH = "Ruth"
HOURS = parse_week({"monday": ["09:00-12:00", "13:00-17:00"], "saturday": ["09:00-13:00"]})
SAID: dict[str, object] = {
    "trading_name": "  Łódź & “Sons”  ",
    "since_year": "1987",
    "is_service": False,
    "how_you_work": ["you_go", "they_come"],
    "outside_help_checked_on": "2026-09-01",
    "opening_hours": HOURS,
    "nation": "wls",
    "trade": "cafe",
    "page_size": "letter",
    "retention_complaint": 84,
}
KEPT: dict[str, object] = {
    **SAID,
    "trading_name": "Łódź & “Sons”",
    "since_year": 1987,
    "how_you_work": ("they_come", "you_go"),
    "outside_help_checked_on": date(2026, 9, 1),
}


def plain_logo(data: bytes, name: str) -> Logo:
    """A logo taken at its word."""
    return Logo(png=data, width=30, height=20)


@pytest.fixture
def services(tmp_path: Path) -> Iterator[Services]:
    with opened(new_file(tmp_path)) as file:
        yield open_services(file, surroundings(file.path, FixedClock(), logo_from=plain_logo))


def test_nothing_is_known_at_first(services: Services) -> None:
    assert services.business.answers() == {}
    assert services.business.logo() is None


def test_every_kind_of_answer_comes_back_as_it_was_said(services: Services) -> None:
    done = services.business.save(SAID, RUTH)
    assert done.card == KEPT == services.business.answers()
    assert set(done.changes) == {Kind.BUSINESS, Kind.OPENING_HOURS, Kind.HOLIDAY}
    assert services.calendars.hours() == HOURS


def test_an_answer_that_says_nothing_new_changes_nothing(services: Services) -> None:
    services.business.save(SAID, RUTH)
    assert not services.business.save(SAID, RUTH).changes


def test_an_empty_answer_forgets(services: Services) -> None:
    services.business.save(SAID, RUTH)
    done = services.business.save({"trading_name": " ", "how_you_work": [], "town": ""}, RUTH)
    assert "trading_name" not in done.card
    assert "how_you_work" not in done.card
    services.business.save({"opening_hours": "", "nation": ""}, RUTH)
    assert services.calendars.hours() is None
    assert "nation" not in services.business.answers()


@pytest.mark.parametrize(
    ("question", "value", "code"),
    [
        ("trading_name", "x" * 81, "answer_too_long"),
        ("trading_name", "a\x7fb", "answer_odd_character"),
        ("phone", "none", "answer_phone"),
        ("since_year", 2027, "business_year_ahead"),
        ("since_year", 99, "answer_too_small"),
        ("outside_help_checked_on", "2026-09-15", "business_day_ahead"),
        ("trade", "cafes", "answer_choice_near"),
        ("retention_invoice", 59, "answer_too_small"),
    ],
)
def test_when_one_answer_does_not_fit_none_is_kept(
    services: Services, question: str, value: object, code: str
) -> None:
    with pytest.raises(Refusal) as refused:
        services.business.save({"town": "Exmouth", question: value}, RUTH)
    assert (refused.value.code, refused.value.field) == (code, question)
    assert services.business.answers() == {}


def test_overlapping_hours_name_their_day(services: Services) -> None:
    typed = {"opening_hours": {"monday": ["09:00-12:00", "11:00-17:00"]}}
    with pytest.raises(Refusal) as refused:
        services.business.save(typed, RUTH)
    assert (refused.value.code, refused.value.field) == ("hours_overlap", "opening_hours.monday")


def test_what_is_no_question_is_our_own_mistake(services: Services) -> None:
    with pytest.raises(KeyError):
        services.business.save({"colour": "blue"}, RUTH)


def test_undo_takes_a_whole_save_back(services: Services) -> None:
    services.business.save({"trading_name": "Old"}, RUTH)
    services.business.save(SAID, RUTH)
    services.undo.undo(RUTH)
    assert services.business.answers() == {"trading_name": "Old"}
    services.undo.redo(RUTH)
    assert services.business.answers() == KEPT


def test_only_the_rows_of_a_week_that_differ_are_touched(services: Services) -> None:
    services.business.save({"opening_hours": HOURS}, RUTH)
    more = {"monday": ["09:00-12:00", "13:00-17:30"], "saturday": ["09:00-13:00"]}
    done = services.business.save({"opening_hours": more}, RUTH)
    assert len(done.changes[Kind.OPENING_HOURS]) == 2
    assert services.calendars.hours() == parse_week(more)


def test_a_logo_is_kept_and_taken_away(services: Services) -> None:
    logo = Logo(png=b"a picture", width=30, height=20)
    done = services.business.set_logo(b"a picture", "logo.svg", RUTH)
    assert done.card == logo == services.business.logo()
    assert services.business.answers() == {}
    services.business.set_logo(None, "", RUTH)
    assert services.business.logo() is None
    services.undo.undo(RUTH)
    assert services.business.logo() == logo


def test_a_logo_is_read_from_a_file(services: Services, tmp_path: Path) -> None:
    picture = tmp_path / "logo.png"
    with pytest.raises(Refusal) as refused:
        services.business.choose_logo(picture, RUTH)
    assert (refused.value.code, refused.value.field) == ("logo_not_opened", "logo")
    picture.write_bytes(b"a picture")
    done = services.business.choose_logo(picture, RUTH)
    assert done.card == Logo(png=b"a picture", width=30, height=20)


def test_how_long_things_are_kept_follows_the_owner(services: Services) -> None:
    business = services.business
    assert business.retention(RetainedKind.COMPLAINT).months == 72
    business.save({"retention_complaint": 84, "nation": "elsewhere"}, RUTH)
    assert business.retention(RetainedKind.COMPLAINT).months == 84
    assert business.retention(RetainedKind.INVOICE).months == 72
    assert business.retention(RetainedKind.DELETED_RECORD).months is None


def test_a_fact_that_cannot_be_read_is_as_if_not_said(services: Services) -> None:
    with services.units.change("break", RUTH) as unit:
        for key, value in (("town", "no JSON"), ("areas", '{"x": {}}'), ("social", "{}")):
            unit.insert(business_facts, {"key": key, "value": value})
    assert services.business.answers() == {}


def test_the_first_run_asks_what_settings_ask(services: Services) -> None:
    first_run = services.business.guide("first_run")
    for page in first_run.pages:
        for question in page.questions:
            assert services.business.questions[question.id].kind is question.kind
