# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""The log of breaches: written down, gone on with, closed, taken back; with law and without."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, date, datetime
from pathlib import Path

import pytest

from servicedesk.domain.breaches import BreachDraft, BreachLaw, BreachRisk
from servicedesk.domain.errors import Refusal
from servicedesk.domain.kinds import Kind
from servicedesk.services.registry import Services, open_services
from tests.helpers.fakes import FixedClock
from tests.services.around import surroundings
from tests.services.samples_made import RUTH, TODAY
from tests.store.files import new_file, opened

KNOWN = datetime(TODAY.year, TODAY.month, TODAY.day, tzinfo=UTC)
DIARY = BreachDraft(what="The diary was left on the bus", known_at=KNOWN, people=12)
JUDGED = replace(DIARY, risk=BreachRisk.UNLIKELY, risk_why="It came back unopened", did="Rang them")


@pytest.fixture
def services(tmp_path: Path) -> Iterator[Services]:
    with opened(new_file(tmp_path)) as file:
        yield open_services(file, surroundings(file.path, FixedClock(TODAY)))


def test_a_breach_is_written_down_changed_and_taken_back(services: Services) -> None:
    done = services.breaches.add(DIARY, RUTH)
    assert done.changes == {Kind.BREACH: {done.card.id}}
    assert (done.card.logged_on, done.card.is_open) == (TODAY, True)
    changed = services.breaches.change(done.card.id, JUDGED, RUTH).card
    assert services.breaches.get(done.card.id) == changed
    assert changed.draft == JUDGED
    services.undo.undo(RUTH)
    assert services.breaches.log().cards == (done.card,)


def test_a_breach_is_closed_once_nothing_is_left_to_do(services: Services) -> None:
    number = services.breaches.add(DIARY, RUTH).card.id
    with pytest.raises(Refusal, match="breach_not_judged"):
        services.breaches.close(number, RUTH)
    services.breaches.change(number, JUDGED, RUTH)
    assert services.breaches.close(number, RUTH).card.closed_on == TODAY
    with pytest.raises(Refusal, match="breach_closed"):
        services.breaches.close(number, RUTH)
    with pytest.raises(Refusal, match="breach_not_reported"):
        services.breaches.change(number, replace(JUDGED, risk=BreachRisk.HIGH), RUTH)
    again = services.breaches.change(number, replace(JUDGED, did="Wrote to them"), RUTH).card
    assert again.closed_on == TODAY
    assert services.breaches.reopen(number, RUTH).card.is_open
    with pytest.raises(Refusal, match="breach_open"):
        services.breaches.reopen(number, RUTH)


def test_what_was_written_down_by_mistake_goes_and_comes_back(services: Services) -> None:
    card = services.breaches.add(DIARY, RUTH).card
    assert services.breaches.remove(card.id, RUTH).card == card
    for step in (services.breaches.get, lambda number: services.breaches.remove(number, RUTH)):
        with pytest.raises(Refusal, match="record_gone"):
            step(card.id)
    services.undo.undo(RUTH)
    assert services.breaches.get(card.id) == card


def test_the_law_of_the_place_says_how_many_hours_there_are(services: Services) -> None:
    law = services.breaches.law()
    assert law.hours == 72
    assert "Information" in law.regulator
    assert any(law.regulator in sentence for sentence in law.sentences)
    assert law.checked_on is not None
    assert law.checked_on >= date(2026, 11, 1)


def test_somewhere_else_it_is_a_log_and_nothing_more(services: Services) -> None:
    services.business.save({"nation": "elsewhere"}, RUTH)
    assert services.breaches.law() == BreachLaw()
    number = services.breaches.add(replace(JUDGED, risk=BreachRisk.HIGH), RUTH).card.id
    services.breaches.close(number, RUTH)
    assert services.breaches.log().law == BreachLaw()


def test_a_long_story_is_found_under_one_short_line(services: Services) -> None:
    story = "The diary\nwas left on the bus, " + "and then it was sent on, " * 10 + "to Penzance"
    number = services.breaches.add(replace(DIARY, what=story), RUTH).card.id
    (hit,) = [
        hit
        for group in services.search.find("penzance")
        for hit in group.hits
        if hit.part == "breaches"
    ]
    assert hit.item == str(number)
    assert hit.title.startswith("The diary was left on the bus, and")
    assert hit.title.endswith("…")
    assert len(hit.title) <= 81
