# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""What puts a complaint right and the promise made of it, when either changes or ends."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from servicedesk.domain.complaints import Stage
from servicedesk.domain.complaints_asks import Given
from servicedesk.domain.complaints_file import RemedyCard, RemedyDraft, RemedyKind
from servicedesk.domain.complaints_sorting import SortedDraft
from servicedesk.domain.complaints_stages import Action
from servicedesk.domain.customers import Channel
from servicedesk.domain.errors import Refusal
from servicedesk.domain.promises import Outcome, PromiseCard
from servicedesk.services.registry import Services, open_services
from tests.helpers.builders import words
from tests.helpers.fakes import FixedClock
from tests.services.around import surroundings
from tests.services.complaints_made import CAME, DAY_1, RUTH, answered, logged
from tests.store.files import new_file, opened

FRIDAY, MONDAY = date(2026, 9, 18), date(2026, 9, 21)
HINGE = RemedyDraft(kind=RemedyKind.REPAIR, words="mend the hinge", due=FRIDAY, by_whom="Tom")


@pytest.fixture
def clock() -> FixedClock:
    return FixedClock(CAME)


@pytest.fixture
def services(tmp_path: Path, clock: FixedClock) -> Iterator[Services]:
    with opened(new_file(tmp_path)) as file:
        yield open_services(file, surroundings(file.path, clock))


@pytest.fixture
def planned(services: Services, clock: FixedClock) -> RemedyCard:
    """A remedy that the customer was promised, of a complaint that is being put right."""
    card = answered(services, clock, logged(services).id)
    (remedy,) = services.complaints.parts.add_remedy(card.id, HINGE, RUTH).card.remedies
    services.complaints.take(card.id, Action.PLAN_REMEDY, Given(on=DAY_1), RUTH)
    return remedy


def promise_of(services: Services, remedy: RemedyCard) -> PromiseCard:
    """The promise that a remedy has now."""
    found = {one.id: one for one in services.complaints.file(remedy.complaint_id).remedies}
    promise_id = found[remedy.id].promise_id
    assert promise_id is not None
    return services.promises.get(promise_id)


def resolve(services: Services, remedy: RemedyCard) -> Stage:
    """Say that the complaint is sorted."""
    given = Given(on=DAY_1)
    return services.complaints.take(remedy.complaint_id, Action.RESOLVE, given, RUTH).card.stage


def test_the_promise_says_what_the_remedy_says_now(services: Services, planned: RemedyCard) -> None:
    money = replace(
        HINGE, kind=RemedyKind.REFUND_PART, words="pay back £40", by_whom="Ann", due=MONDAY
    )
    services.complaints.parts.change_remedy(planned.complaint_id, planned.id, money, RUTH)
    promise = promise_of(services, planned)
    assert (promise.draft.text, promise.draft.promiser) == ("pay back £40", "Ann")
    assert promise.due.day == MONDAY


def test_words_given_to_the_promise_itself_stay(services: Services, planned: RemedyCard) -> None:
    promise = promise_of(services, planned)
    own = replace(promise.draft, text="mend the hinge, and oil it")
    services.promises.change(promise.id, own, RUTH)
    other = replace(HINGE, words="mend both hinges")
    services.complaints.parts.change_remedy(planned.complaint_id, planned.id, other, RUTH)
    assert promise_of(services, planned).draft.text == "mend the hinge, and oil it"


def test_a_promised_day_is_not_emptied(services: Services, planned: RemedyCard) -> None:
    with pytest.raises(Refusal, match="remedy_day_is_promised") as refused:
        services.complaints.parts.change_remedy(
            planned.complaint_id, planned.id, replace(HINGE, due=None), RUTH
        )
    assert refused.value.field == "due"
    assert promise_of(services, planned).due.day == FRIDAY


def test_what_the_customer_released_us_from_is_owed_no_more(
    services: Services, planned: RemedyCard
) -> None:
    with pytest.raises(Refusal, match="complaint_remedies_open"):
        resolve(services, planned)
    services.promises.released(promise_of(services, planned).id, DAY_1, "She bought another.", RUTH)
    (remedy,) = services.complaints.file(planned.complaint_id).remedies
    assert remedy.draft.due is None
    assert resolve(services, planned) is Stage.RESOLVED


def test_a_broken_promise_leaves_the_remedy_owed_until_it_is_done(
    services: Services, planned: RemedyCard
) -> None:
    services.promises.broken(promise_of(services, planned).id, DAY_1, "No part.", RUTH)
    with pytest.raises(Refusal, match="complaint_remedies_open"):
        resolve(services, planned)
    parts = services.complaints.parts
    (remedy,) = parts.remedy_done(planned.complaint_id, planned.id, DAY_1, RUTH).card.remedies
    assert remedy.draft.done_on == DAY_1
    assert resolve(services, planned) is Stage.RESOLVED


def test_a_broken_promise_is_made_anew_with_another_day(
    services: Services, planned: RemedyCard
) -> None:
    first = promise_of(services, planned)
    services.promises.broken(first.id, DAY_1, "No part.", RUTH)
    moved = replace(HINGE, due=MONDAY)
    services.complaints.parts.change_remedy(planned.complaint_id, planned.id, moved, RUTH)
    second = promise_of(services, planned)
    assert second.id != first.id
    assert (second.is_open, second.due.day) == (True, MONDAY)


def test_what_nobody_waits_for_any_more_may_be_taken_out(
    services: Services, planned: RemedyCard
) -> None:
    parts = services.complaints.parts
    with pytest.raises(Refusal, match="remedy_is_promised"):
        parts.remove_remedy(planned.complaint_id, planned.id, RUTH)
    services.promises.released(promise_of(services, planned).id, DAY_1, "Not needed.", RUTH)
    assert parts.remove_remedy(planned.complaint_id, planned.id, RUTH).card.remedies == ()


def sort_out(services: Services, remedy: RemedyCard, **said: object) -> tuple[RemedyCard, ...]:
    """Say that the complaint of a remedy is sorted; what puts it right from then on."""
    values: dict[str, object] = {"did": "mended it", "told_by": Channel.COUNTER, "on": DAY_1}
    number = remedy.complaint_id
    services.complaints.sort_out(number, SortedDraft(**{**values, **said}), RUTH)
    return services.complaints.file(number).remedies


@pytest.mark.parametrize("kind", [RemedyKind.REPAIR, RemedyKind.NONE])
def test_sorted_by_what_was_planned_keeps_the_promise(
    services: Services, planned: RemedyCard, kind: RemedyKind
) -> None:
    (remedy,) = sort_out(services, planned, kind=kind)
    ending = promise_of(services, planned).ending
    assert ending is not None
    assert (ending.outcome, ending.on) == (Outcome.KEPT, DAY_1)
    assert remedy.draft == replace(HINGE, done_on=DAY_1)


def test_sorted_after_its_day_the_promise_was_late(
    services: Services, planned: RemedyCard, clock: FixedClock
) -> None:
    clock.set(CAME.replace(day=22))
    sort_out(services, planned, kind=RemedyKind.REPAIR, on=MONDAY)
    ending = promise_of(services, planned).ending
    assert ending is not None
    assert ending.outcome is Outcome.LATE


def test_sorted_by_something_else_nobody_waits_for_what_was_planned(
    services: Services, planned: RemedyCard
) -> None:
    given = sort_out(
        services, planned, kind=RemedyKind.REFUND_PART, did="paid £40 back", amount_pence=4000
    )
    ending = promise_of(services, planned).ending
    assert ending is not None
    assert (ending.outcome, ending.reason) == (Outcome.RELEASED, "paid £40 back")
    assert [(one.draft.kind, one.draft.due, one.draft.done_on) for one in given] == [
        (RemedyKind.REPAIR, None, None),
        (RemedyKind.REFUND_PART, None, DAY_1),
    ]


def test_what_was_given_with_what_was_planned_stands_beside_it_once(
    services: Services, planned: RemedyCard
) -> None:
    (remedy,) = sort_out(services, planned, kind=RemedyKind.REPAIR, amount_pence=1500)
    assert (remedy.draft.done_on, remedy.draft.amount_pence) == (DAY_1, 1500)


@pytest.mark.parametrize("kind", [RemedyKind.REPAIR, RemedyKind.REFUND_PART])
def test_a_sorted_complaint_taken_back_owes_what_was_planned_again(
    services: Services, planned: RemedyCard, kind: RemedyKind
) -> None:
    number = planned.complaint_id
    before = services.complaints.file(number).remedies
    promise = promise_of(services, planned)
    sort_out(services, planned, kind=kind)
    services.complaints.take(number, Action.UNDO, Given(on=DAY_1), RUTH)
    assert services.complaints.file(number).remedies == before
    assert promise_of(services, planned) == promise
    assert services.complaints.get(number).stage is Stage.REMEDY_PENDING
    sort_out(services, planned, kind=kind)
    services.undo.undo(RUTH)
    assert services.complaints.file(number).remedies == before
    assert promise_of(services, planned) == promise


def test_a_promise_written_after_the_day_it_was_sorted_counts_from_its_own(
    services: Services, planned: RemedyCard, clock: FixedClock
) -> None:
    clock.set(CAME.replace(day=17))
    later = replace(HINGE, kind=RemedyKind.APOLOGY, words="say sorry")
    number = planned.complaint_id
    services.complaints.parts.add_remedy(number, later, RUTH)
    sort_out(services, planned, kind=RemedyKind.NONE)
    endings = [
        services.promises.get(one.promise_id or 0).ending
        for one in services.complaints.file(number).remedies
    ]
    assert [one.on for one in endings if one is not None] == [DAY_1, date(2026, 9, 17)]


def test_a_promise_that_was_broken_already_stays_broken_when_it_is_sorted(
    services: Services, planned: RemedyCard
) -> None:
    broken = services.promises.broken(promise_of(services, planned).id, DAY_1, "No part.", RUTH)
    (remedy,) = sort_out(services, planned, kind=RemedyKind.REPAIR)
    assert remedy.draft.done_on == DAY_1
    assert promise_of(services, planned) == broken.card
    services.undo.undo(RUTH)
    first, second = sort_out(services, planned, kind=RemedyKind.REPLACEMENT, did="a new door")
    assert (first.draft.done_on, second.draft.done_on) == (None, DAY_1)
    assert promise_of(services, planned) == broken.card


def test_a_second_look_while_it_is_put_right_begins_one_step_back(
    services: Services, planned: RemedyCard
) -> None:
    """The sentence names the way on, and the way it names leads there."""
    number, complaints = planned.complaint_id, services.complaints
    look = Given(on=DAY_1, words="It is the wrong hinge", by_whom="Tom")
    with pytest.raises(Refusal, match="complaint_being_put_right") as refused:
        complaints.take(number, Action.SECOND_LOOK, look, RUTH)
    assert words().enum(Action.UNDO).lower() in words().refusal(refused.value).lower()
    complaints.take(number, Action.UNDO, Given(on=DAY_1), RUTH)
    assert complaints.take(number, Action.SECOND_LOOK, look, RUTH).card.level == 1
    assert promise_of(services, planned).is_open
