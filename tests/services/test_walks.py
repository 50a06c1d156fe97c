# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""Walks along the customer's way: kept, changed step by step, removed, taken back."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from servicedesk.domain.errors import Refusal
from servicedesk.domain.kinds import Kind
from servicedesk.domain.search import HitKind
from servicedesk.domain.walks import WalkDraft, WalkStep
from servicedesk.services.registry import Services, open_services
from tests.helpers.fakes import FixedClock
from tests.helpers.hearing import Heard, hear
from tests.services.around import surroundings
from tests.services.samples_made import RUTH, TODAY, jobs, publish
from tests.store.files import new_file, opened

STEPS = tuple(WalkStep(what=word, snag=f"snag of {word}") for word in ("ring", "wait", "pay"))
DRAFT = WalkDraft(name="A missed call", walked_on=TODAY, who="Ruth", steps=STEPS)


@pytest.fixture
def heard(monkeypatch: pytest.MonkeyPatch) -> Heard:
    return hear(monkeypatch)


@pytest.fixture
def services(tmp_path: Path, heard: Heard) -> Iterator[Services]:
    with opened(new_file(tmp_path)) as file:
        yield open_services(file, surroundings(file.path, FixedClock(TODAY)))


def test_a_walk_is_kept_and_read_again(services: Services) -> None:
    done = services.walks.add(DRAFT, RUTH)
    assert done.changes == {Kind.WALK: {done.card.id}}
    assert done.card.draft == DRAFT
    assert services.walks.get(done.card.id) == done.card
    newer = services.walks.add(replace(DRAFT, name="Second"), RUTH).card
    assert services.walks.all() == (newer, done.card)


def test_steps_are_moved_added_and_left_out_in_one_step_back(services: Services) -> None:
    card = services.walks.add(DRAFT, RUTH).card
    fewer = replace(DRAFT, steps=(STEPS[2], STEPS[0]))
    assert services.walks.change(card.id, fewer, RUTH).card.draft == fewer
    more = replace(DRAFT, steps=(*STEPS, WalkStep(what="leave")))
    assert services.walks.change(card.id, more, RUTH).card.draft == more
    services.undo.undo(RUTH)
    assert services.walks.get(card.id).draft == fewer
    services.undo.undo(RUTH)
    assert services.walks.get(card.id).draft == DRAFT
    assert not services.walks.change(card.id, DRAFT, RUTH).changes


def test_a_walk_goes_with_its_steps_and_comes_back(services: Services) -> None:
    card = services.walks.add(DRAFT, RUTH).card
    assert services.walks.remove(card.id, RUTH).card == card
    assert services.walks.all() == ()
    services.undo.undo(RUTH)
    assert services.walks.all() == (card,)


def test_what_is_gone_or_cannot_be_is_refused(services: Services) -> None:
    for step in (
        lambda: services.walks.get(9),
        lambda: services.walks.change(9, DRAFT, RUTH),
        lambda: services.walks.remove(9, RUTH),
    ):
        with pytest.raises(Refusal, match="record_gone"):
            step()
    with pytest.raises(Refusal, match="walk_needs_name"):
        services.walks.add(replace(DRAFT, name="\u200b"), RUTH)
    assert services.walks.all() == ()


def test_what_the_charter_promises_can_be_picked(services: Services) -> None:
    assert services.walks.promised() == ()
    publish(services)
    assert services.walks.promised()[:2] == ("Missed calls returned", "E-mails answered")


def test_what_is_counted_by_hand_is_found(services: Services) -> None:
    publish(services)
    card = services.walks.add(DRAFT, RUTH).card
    week = services.samples.plan(date(2026, 11, 16), ("call",), RUTH, note="the fair").card
    jobs(services, 1)
    check = services.samples.draw(RUTH).card

    def found(text: str) -> list[tuple[str, str]]:
        groups = [one for one in services.search.find(text) if one.kind is HitKind.BY_HAND]
        return [(hit.part, hit.item) for group in groups for hit in group.hits]

    assert found("customers served") == [("served", "")]
    assert found("comment cards") == [("cards", "")]
    assert found("print cards") == [("cards", "")]
    assert found("snag wait") == [("walks", str(card.id))]
    assert found("fair") == [("samples", str(week.id))]
    assert found("missed calls november") == [("samples", str(week.id))]
    assert found("job 0") == [("checks", str(check.id))]
    services.walks.remove(card.id, RUTH)
    assert found("snag wait") == []


def test_the_list_takes_one_statement(services: Services, heard: Heard) -> None:
    services.walks.add(DRAFT, RUTH)
    services.walks.add(DRAFT, RUTH)
    with heard.only_this():
        services.walks.all()
    assert heard.verbs().count("SELECT") == 1
