# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""Ideas: kept, tried, judged, made into an action, removed, taken back."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from servicedesk.domain.actions import ActionKind, ActionSource
from servicedesk.domain.errors import Refusal
from servicedesk.domain.ideas import IdeaDraft, IdeaVerdict
from servicedesk.domain.kinds import Kind
from servicedesk.services.registry import Services, open_services
from servicedesk.store.actions import action
from tests.helpers.fakes import FixedClock
from tests.helpers.hearing import Heard, hear
from tests.services.around import surroundings
from tests.services.samples_made import RUTH, TODAY
from tests.store.files import new_file, opened

DRAFT = IdeaDraft(what="A bell", seen_at="Café next door", try_by=date(2026, 12, 1))
KEPT = replace(DRAFT, tried_on=TODAY, verdict=IdeaVerdict.KEEP, note="Nobody waits unseen")


@pytest.fixture
def heard(monkeypatch: pytest.MonkeyPatch) -> Heard:
    return hear(monkeypatch)


@pytest.fixture
def services(tmp_path: Path, heard: Heard) -> Iterator[Services]:
    with opened(new_file(tmp_path)) as file:
        yield open_services(file, surroundings(file.path, FixedClock(TODAY)))


def test_an_idea_is_kept_changed_and_taken_back(services: Services) -> None:
    done = services.ideas.add(DRAFT, RUTH)
    assert done.changes == {Kind.IDEA: {done.card.id}}
    assert services.ideas.get(done.card.id) == done.card
    changed = services.ideas.change(done.card.id, KEPT, RUTH).card
    assert changed.draft == KEPT
    services.undo.undo(RUTH)
    assert services.ideas.all() == (done.card,)


def test_an_idea_that_is_kept_becomes_one_action(services: Services) -> None:
    card = services.ideas.add(KEPT, RUTH).card
    done = services.ideas.plan(card.id, RUTH, "Tom", date(2026, 12, 8))
    assert done.card.is_planned
    (number,) = done.changes[Kind.ACTION]
    with services.units.read() as reading:
        made = action(reading, number)
    assert made is not None
    assert (made.draft.text, made.draft.owner, made.draft.due) == (
        "A bell",
        "Tom",
        date(2026, 12, 8),
    )
    assert (made.draft.kind, made.draft.source) == (ActionKind.IMPROVEMENT, ActionSource.IDEA)
    assert made.draft.source_id == card.id
    with pytest.raises(Refusal, match="idea_planned_already"):
        services.ideas.plan(card.id, RUTH)
    services.undo.undo(RUTH)
    assert not services.ideas.get(card.id).is_planned


def test_an_idea_that_is_not_kept_becomes_none(services: Services) -> None:
    card = services.ideas.add(DRAFT, RUTH).card
    with pytest.raises(Refusal, match="idea_not_kept"):
        services.ideas.plan(card.id, RUTH)


def test_an_idea_goes_and_comes_back(services: Services) -> None:
    card = services.ideas.add(DRAFT, RUTH).card
    assert services.ideas.remove(card.id, RUTH).card == card
    assert services.ideas.all() == ()
    services.undo.undo(RUTH)
    assert services.ideas.all() == (card,)


def test_what_is_gone_or_cannot_be_is_refused(services: Services) -> None:
    for step in (
        lambda: services.ideas.get(9),
        lambda: services.ideas.change(9, DRAFT, RUTH),
        lambda: services.ideas.remove(9, RUTH),
        lambda: services.ideas.plan(9, RUTH),
    ):
        with pytest.raises(Refusal, match="record_gone"):
            step()
    with pytest.raises(Refusal, match="idea_needs_what"):
        services.ideas.add(replace(DRAFT, what="\u200b"), RUTH)
    assert services.ideas.all() == ()


def test_the_list_takes_one_statement(services: Services, heard: Heard) -> None:
    services.ideas.add(DRAFT, RUTH)
    services.ideas.add(KEPT, RUTH)
    with heard.only_this():
        assert len(services.ideas.all()) == 2
    assert heard.verbs().count("SELECT") == 1
