# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""The history of a complaint when steps are taken back and done again: a line of its own each."""

from collections.abc import Iterator
from datetime import UTC, date, datetime
from pathlib import Path

import pytest

from servicedesk.domain.complaints import Stage
from servicedesk.domain.complaints_asks import Given
from servicedesk.domain.complaints_stages import Action
from servicedesk.services.registry import Services, open_services
from tests.helpers.fakes import FixedClock
from tests.services.around import surroundings
from tests.services.complaints_made import CAME, RUTH, answered, draft, logged
from tests.store.files import new_file, opened

MONDAY = date(2026, 9, 21)


@pytest.fixture
def clock() -> FixedClock:
    return FixedClock(CAME)


@pytest.fixture
def services(tmp_path: Path, clock: FixedClock) -> Iterator[Services]:
    with opened(new_file(tmp_path)) as file:
        yield open_services(file, surroundings(file.path, clock))


def test_undo_says_who_took_the_step_back_and_when(services: Services, clock: FixedClock) -> None:
    card = logged(services)
    services.complaints.take(card.id, Action.INVESTIGATE, Given(on=CAME.date()), RUTH)
    late = datetime(2026, 9, 15, 22, 59, tzinfo=UTC)
    clock.set(late)
    services.undo.undo("Sam")
    _, begun, back = services.complaints.file(card.id).steps
    assert (begun.action, back.action, back.reverses) == ("investigate", "undo", begun.id)
    assert (back.before, back.after) == (Stage.INVESTIGATING, Stage.RECEIVED)
    assert (back.who, back.written_at, back.happened_on) == ("Sam", late, date(2026, 9, 15))
    services.undo.redo("Tom")
    again = services.complaints.file(card.id).steps[-1]
    assert (again.action, again.who, again.reverses) == ("redo", "Tom", back.id)
    assert (again.before, again.after) == (Stage.RECEIVED, Stage.INVESTIGATING)
    services.undo.undo("Sam")
    assert services.complaints.file(card.id).steps[-1].action == "undo"


def test_a_step_done_again_counts_again(services: Services, clock: FixedClock) -> None:
    card = answered(services, clock, logged(services).id)
    clock.set(datetime(2026, 9, 21, 10, tzinfo=UTC))
    look = Given(on=MONDAY, words="It was new", by_whom="Sam")
    due = services.complaints.take(card.id, Action.SECOND_LOOK, look, RUTH).card.dues.decide_on
    assert due == date(2026, 10, 5)
    services.undo.undo(RUTH)
    services.undo.redo(RUTH)
    same = draft("The saw stopped again")
    assert services.complaints.change(card.id, same, RUTH).card.dues.decide_on == due


def test_one_that_was_written_down_is_taken_back_with_its_history(services: Services) -> None:
    card = logged(services)
    services.undo.undo(RUTH)
    services.undo.redo(RUTH)
    log, back, again = services.complaints.file(card.id).steps
    assert [log.action, back.action, again.action] == ["log", "undo", "redo"]
    assert (back.before, back.after) == (Stage.RECEIVED, Stage.RECEIVED)
