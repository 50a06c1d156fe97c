# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""Checks: begun once, answered one by one, finished for good, compared, and planned from."""

from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path

import pytest

from servicedesk.domain.actions import ActionKind, ActionSource
from servicedesk.domain.calendars import Nation
from servicedesk.domain.checks import Answer, Bank, GivenAnswer
from servicedesk.domain.errors import Refusal
from servicedesk.domain.kinds import Kind
from servicedesk.domain.people import PersonDraft, Role
from servicedesk.services.registry import Services, open_services
from servicedesk.store.actions import action
from tests.helpers.fakes import FixedClock
from tests.services.around import surroundings
from tests.services.checks_made import KEY, NO, PLAIN, STAFF, YES, bank_made, taken
from tests.services.samples_made import RUTH, TODAY
from tests.store.files import new_file, opened

SELF = Bank.SELF_CHECK


@pytest.fixture
def clock() -> FixedClock:
    return FixedClock(TODAY)


@pytest.fixture
def services(tmp_path: Path, clock: FixedClock) -> Iterator[Services]:
    with opened(new_file(tmp_path)) as file:
        yield open_services(file, surroundings(file.path, clock, check_bank=bank_made))


def test_a_check_is_begun_answered_finished_and_read_again(services: Services) -> None:
    checks = services.checks
    done = checks.begin(SELF, is_short=False, who="  Ruth  Ann ")
    card = done.card
    assert done.changes == {Kind.CHECK: {card.id}}
    assert (card.bank, card.bank_version, card.who) == (SELF, 1, "Ruth Ann")
    assert (card.started_on, card.finished_on) == (TODAY, None)
    assert card.asked == (KEY, PLAIN)
    assert checks.open_one(SELF) == card
    assert checks.open_one(Bank.SECURITY) is None
    noted = GivenAnswer(answer=Answer.YES, note=" the blue\nbook ")
    answered = checks.answer(card.id, KEY, noted, RUTH)
    assert answered.changes == {Kind.CHECK: {card.id}}
    assert answered.card.answers == {KEY: GivenAnswer(answer=Answer.YES, note="the blue book")}
    finished = checks.finish(card.id, RUTH).card
    assert finished == replace(answered.card, finished_on=TODAY)
    assert checks.get(card.id) == finished
    assert checks.finished(SELF) == (finished,)
    assert checks.open_one(SELF) is None


@pytest.mark.parametrize("nation", list(Nation))
def test_law_is_told_of_in_the_four_nations_alone(services: Services, nation: Nation) -> None:
    services.business.save({"nation": nation.value}, RUTH)
    assert ("total_price" in services.checks.law_days()) is (nation is not Nation.ELSEWHERE)


def test_only_one_check_of_a_bank_is_open(services: Services) -> None:
    services.checks.begin(SELF, is_short=False, who=RUTH)
    with pytest.raises(Refusal, match="check_is_open"):
        services.checks.begin(SELF, is_short=True, who=RUTH)
    assert services.checks.begin(Bank.SECURITY, is_short=False, who=RUTH).card.asked


def test_the_simple_mode_asks_the_key_questions_alone(services: Services) -> None:
    card = services.checks.begin(SELF, is_short=True, who=RUTH).card
    assert card.is_short
    assert card.asked == (KEY,)
    with pytest.raises(Refusal, match="check_not_asked"):
        services.checks.answer(card.id, PLAIN, YES, RUTH)


@pytest.mark.parametrize(
    ("roles", "asks"),
    [
        ((), False),
        ((Role.OWNER,), False),
        ((Role.OWNER, Role.STAFF), True),
        ((Role.STAND_IN,), True),
    ],
)
def test_questions_on_staff_are_for_those_who_have_some(
    services: Services, roles: tuple[Role, ...], asks: bool
) -> None:
    for role in roles:
        services.people.add(PersonDraft(name=f"One of {role}", role=role), RUTH)
    assert services.checks.has_staff() is asks
    card = services.checks.begin(SELF, is_short=False, who=RUTH).card
    assert card.has_staff is asks
    assert (STAFF in card.asked) is asks


def test_each_answer_is_a_step_of_its_own(services: Services) -> None:
    checks = services.checks
    number = checks.begin(SELF, is_short=False, who=RUTH).card.id
    checks.answer(number, KEY, YES, RUTH)
    checks.answer(number, PLAIN, NO, RUTH)
    partly = GivenAnswer(answer=Answer.PARTLY, departure="because we are two")
    checks.answer(number, KEY, partly, RUTH)
    assert not checks.answer(number, KEY, partly, RUTH).changes
    assert checks.get(number).answers == {KEY: partly, PLAIN: NO}
    services.undo.undo(RUTH)
    assert checks.get(number).answers == {KEY: YES, PLAIN: NO}
    services.undo.undo(RUTH)
    assert checks.get(number).answers == {KEY: YES}
    services.undo.redo(RUTH)
    services.undo.redo(RUTH)
    assert checks.get(number).answers == {KEY: partly, PLAIN: NO}


def test_an_answer_can_be_taken_back_and_a_note_stands_alone(services: Services) -> None:
    checks = services.checks
    number = checks.begin(SELF, is_short=False, who=RUTH).card.id
    note = GivenAnswer(note="ask Tom")
    assert checks.answer(number, KEY, note, RUTH).card.answers == {KEY: note}
    assert checks.answer(number, KEY, GivenAnswer(note=" "), RUTH).card.answers == {}
    assert not checks.answer(number, KEY, GivenAnswer(), RUTH).changes


def test_a_finished_check_is_never_changed(services: Services) -> None:
    card = taken(services, {KEY: YES})
    for step in (
        lambda: services.checks.answer(card.id, KEY, NO, RUTH),
        lambda: services.checks.fill_in(card.id, RUTH),
        lambda: services.checks.finish(card.id, RUTH),
    ):
        with pytest.raises(Refusal, match="check_is_finished"):
            step()
    assert services.checks.get(card.id) == card


def test_undo_opens_a_finished_check_again_and_redo_finishes_it(services: Services) -> None:
    card = taken(services, {KEY: YES})
    services.undo.undo(RUTH)
    assert services.checks.open_one(SELF) == replace(card, finished_on=None)
    services.undo.redo(RUTH)
    assert services.checks.finished(SELF) == (card,)


def test_a_check_without_an_answer_or_with_days_out_of_order_is_not_finished(
    services: Services, clock: FixedClock
) -> None:
    number = services.checks.begin(SELF, is_short=False, who=RUTH).card.id
    services.checks.answer(number, KEY, GivenAnswer(note="only a note"), RUTH)
    with pytest.raises(Refusal, match="check_nothing_answered"):
        services.checks.finish(number, RUTH)
    services.checks.answer(number, KEY, YES, RUTH)
    clock.set(TODAY - timedelta(days=1))
    with pytest.raises(Refusal, match="check_out_of_order"):
        services.checks.finish(number, RUTH)
    assert services.checks.get(number).answers == {KEY: YES}


def test_none_is_begun_before_the_day_of_the_last(services: Services, clock: FixedClock) -> None:
    card = taken(services, {KEY: YES})
    clock.set(TODAY - timedelta(days=1))
    with pytest.raises(Refusal, match="check_last_ahead"):
        services.checks.begin(SELF, is_short=False, who=RUTH)
    services.checks.remove(card.id, RUTH)
    assert services.checks.begin(SELF, is_short=False, who=RUTH).card.id != card.id


def test_a_check_goes_with_its_answers_and_comes_back(services: Services) -> None:
    card = taken(services, {KEY: YES, PLAIN: NO})
    assert services.checks.remove(card.id, RUTH).card == card
    assert services.checks.finished(SELF) == ()
    services.undo.undo(RUTH)
    assert services.checks.finished(SELF) == (card,)


def test_what_is_gone_is_refused(services: Services) -> None:
    checks = services.checks
    steps: tuple[Callable[[], object], ...] = (
        lambda: checks.get(9),
        lambda: checks.answer(9, KEY, YES, RUTH),
        lambda: checks.proofs(9),
        lambda: checks.fill_in(9, RUTH),
        lambda: checks.finish(9, RUTH),
        lambda: checks.remove(9, RUTH),
        lambda: checks.result(9),
        lambda: checks.before(9),
        lambda: checks.compared(9),
        lambda: checks.plan(9, (KEY,), RUTH),
        lambda: checks.planned(9),
    )
    for step in steps:
        with pytest.raises(Refusal, match="record_gone"):
            step()


def test_the_result_is_worked_out_from_the_answers(services: Services) -> None:
    card = taken(services, {KEY: NO, PLAIN: YES})
    result = services.checks.result(card.id)
    assert (result.answered, result.asked, result.shown) == (2, 2, 33)
    assert [gap.question.id for gap in result.gaps] == [KEY]


def test_it_is_compared_with_the_one_before_of_its_own_bank(
    services: Services, clock: FixedClock
) -> None:
    first = taken(services, {KEY: NO, PLAIN: YES})
    taken(services, {KEY: YES}, Bank.SECURITY)
    assert services.checks.before(first.id) is None
    assert services.checks.compared(first.id) is None
    clock.set(date(2027, 11, 20))
    second = taken(services, {KEY: YES})
    assert services.checks.before(second.id) == first
    assert services.checks.before(first.id) is None
    comparison = services.checks.compared(second.id)
    assert comparison is not None
    assert [change.question.id for change in comparison.better] == [KEY]
    assert comparison.points == 100
    assert comparison.only_before == (PLAIN,)
    third = taken(services, {PLAIN: YES})
    assert services.checks.before(third.id) == second
    going = services.checks.begin(SELF, is_short=False, who=RUTH).card
    assert services.checks.before(going.id) == third
    assert services.checks.finished(SELF) == (third, second, first)


def test_gaps_become_actions_once(services: Services) -> None:
    card = taken(services, {KEY: NO, PLAIN: NO})
    assert services.checks.planned(card.id) == frozenset()
    due = TODAY + timedelta(days=14)
    done = services.checks.plan(card.id, (PLAIN, PLAIN), RUTH, owner="Ruth", due=due)
    assert done.changes == {Kind.ACTION: set(done.card)}
    (number,) = done.card
    with services.units.read() as reading:
        made = action(reading, number)
    assert made is not None
    draft = made.draft
    assert (draft.text, draft.owner, draft.due) == ("Write it.", "Ruth", due)
    assert (draft.kind, draft.source) == (ActionKind.IMPROVEMENT, ActionSource.SELF_CHECK)
    assert (draft.source_key, draft.source_id) == (PLAIN, card.id)
    assert services.checks.planned(card.id) == {PLAIN}
    more = services.checks.plan(card.id, (KEY, PLAIN), RUTH)
    assert len(more.card) == 1
    assert services.checks.planned(card.id) == {KEY, PLAIN}
    assert not services.checks.plan(card.id, (KEY, PLAIN), RUTH).card
    services.undo.undo(RUTH)
    assert services.checks.planned(card.id) == {PLAIN}


def test_an_action_of_last_year_counts_while_it_is_not_done(
    services: Services, clock: FixedClock
) -> None:
    first = taken(services, {KEY: NO})
    (number,) = services.checks.plan(first.id, (KEY,), RUTH).card
    clock.set(date(2027, 11, 20))
    second = taken(services, {KEY: NO})
    assert services.checks.planned(second.id) == {KEY}
    security = taken(services, {KEY: NO}, Bank.SECURITY)
    assert services.checks.planned(security.id) == frozenset()
    services.actions.done(number, clock.today(), "", RUTH)
    assert services.checks.planned(first.id) == {KEY}
    assert services.checks.planned(second.id) == frozenset()
    assert services.checks.plan(second.id, (KEY,), RUTH).card


def test_only_what_is_asked_is_planned(services: Services) -> None:
    card = services.checks.begin(SELF, is_short=True, who=RUTH).card
    for unknown in (PLAIN, "9z"):
        with pytest.raises(Refusal, match="check_not_asked"):
            services.checks.plan(card.id, (KEY, unknown), RUTH)
    assert services.checks.planned(card.id) == frozenset()
