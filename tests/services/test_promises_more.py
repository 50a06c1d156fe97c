# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""Promises: several at once, those that come again, catching up, standards and figures."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, date, datetime
from pathlib import Path

import pytest

from servicedesk.domain.customers import CustomerDraft
from servicedesk.domain.errors import Refusal
from servicedesk.domain.own_fields import OwnFieldDraft, OwnFieldOn
from servicedesk.domain.promises import (
    Due,
    Outcome,
    PromiseChip,
)
from servicedesk.domain.promises_catching_up import CaughtUp, Decision
from servicedesk.domain.promises_history import PromiseEvent
from servicedesk.services.registry import Services, open_services
from servicedesk.store import promises as kept
from tests.helpers.fakes import FixedClock
from tests.services.around import surroundings
from tests.services.promises_made import FRIDAY, RUTH, WEDNESDAY, draft, listed, publish
from tests.store.files import new_file, opened

MONDAY = date(2026, 10, 5)


@pytest.fixture
def clock() -> FixedClock:
    return FixedClock(WEDNESDAY)


@pytest.fixture
def services(tmp_path: Path, clock: FixedClock) -> Iterator[Services]:
    with opened(new_file(tmp_path)) as file:
        yield open_services(file, surroundings(file.path, clock))


def test_several_from_one_visit_are_one_step(services: Services) -> None:
    two = (draft("send a quote"), draft("ring you back"))
    made = services.promises.make_many(two, RUTH).card
    assert [card.ref for card in made] == ["P-2026-0001", "P-2026-0002"]
    services.undo.undo(RUTH)
    assert listed(services, PromiseChip.ALL) == []
    services.undo.redo(RUTH)
    assert services.promises.get(made[1].id) == made[1]


def test_one_that_is_refused_refuses_all(services: Services) -> None:
    with pytest.raises(Refusal) as refused:
        services.promises.make_many((draft(), draft(due=None)), RUTH)
    assert (refused.value.code, refused.value.field) == ("promise_needs_due", "1.due")
    assert listed(services, PromiseChip.ALL) == []


def test_a_promise_takes_its_day_and_remedy_from_the_charter(
    services: Services, clock: FixedClock
) -> None:
    version = publish(services)
    clock.set(datetime(2026, 9, 30, 8, 0, tzinfo=UTC))
    card = services.promises.make(draft(due=None, standard_key="call"), RUTH).card
    assert card.due == Due(day=WEDNESDAY, at=datetime(2026, 9, 30, 12, 0, tzinfo=UTC))
    assert card.charter_version_id == version
    assert card.draft.remedy == "We will ring you to say sorry."
    assert card.draft.allowance is not None
    own = services.promises.make(draft(standard_key="call", remedy="Cake"), RUTH).card
    assert (own.due, own.draft.remedy) == (Due(day=FRIDAY), "Cake")
    for key in ("gone", "loud"):
        with pytest.raises(Refusal, match="promise_standard_gone"):
            services.promises.make(draft(standard_key=key), RUTH)


def test_what_a_standard_gives_counts_from_the_day_of_the_promise(services: Services) -> None:
    publish(services)
    made_on = date(2026, 9, 23)
    said = draft(due=None, standard_key="email", made_on=made_on)
    card = services.promises.make(said, RUTH).card
    (offer,) = (one for one in services.promises.standards(made_on) if one.key == "email")
    assert card.due == offer.due
    assert card.due.day < WEDNESDAY
    assert card.draft.allowance is not None
    assert card.draft.allowance.start.date() == made_on


def test_the_form_is_offered_what_the_charter_says(services: Services, clock: FixedClock) -> None:
    assert services.promises.standards() == ()
    publish(services)
    offers = services.promises.standards()
    assert [offer.key for offer in offers][:2] == ["call", "email"]


def test_a_promise_is_changed_and_a_slip_put_right_the_same_day(
    services: Services, clock: FixedClock
) -> None:
    publish(services)
    made = services.promises.make(draft(), RUTH).card
    colour = OwnFieldDraft(on=OwnFieldOn.PROMISE, name="Colour")
    field = str(services.own_fields.add(colour, RUTH).card.id)
    wanted = replace(made.draft, text="send a quote", own={field: "blue"}, standard_key="email")
    changed = services.promises.change(made.id, replace(wanted, due=None), RUTH).card
    assert changed.draft == wanted
    assert changed.charter_version_id is not None
    bare = services.promises.change(made.id, replace(wanted, standard_key=""), RUTH).card
    assert bare.charter_version_id is None
    monday = Due(day=MONDAY)
    right = services.promises.change(made.id, replace(wanted, due=monday), RUTH).card
    assert (right.due, right.first_due, right.is_revised) == (monday, monday, False)
    clock.set(date(2026, 10, 1))
    with pytest.raises(Refusal, match="promise_use_new_date"):
        services.promises.change(made.id, replace(wanted, due=Due(day=FRIDAY)), RUTH)
    clock.set(MONDAY)
    late = services.promises.make(draft(due=Due(day=FRIDAY)), RUTH).card
    moved = services.promises.make(draft(due=Due(day=MONDAY)), RUTH).card
    services.promises.move(moved.id, Due(day=date(2026, 10, 9)), True, "", RUTH)
    ended = services.promises.make(draft(due=Due(day=MONDAY)), RUTH).card
    services.promises.done(ended.id, MONDAY, None, RUTH)
    for card in (late, moved, ended):
        other = replace(card.draft, due=Due(day=date(2026, 10, 20)))
        with pytest.raises(Refusal, match="promise_use_new_date"):
            services.promises.change(card.id, other, RUTH)


def test_a_promise_is_opened_again(services: Services) -> None:
    made = services.promises.make(draft(), RUTH).card
    assert services.promises.reopen(made.id, RUTH).changes == {}
    services.promises.broken(made.id, WEDNESDAY, "no parts", RUTH)
    assert services.promises.reopen(made.id, RUTH).card == made


def test_who_was_told_waits_and_comes_back(services: Services, clock: FixedClock) -> None:
    made = services.promises.make(draft(), RUTH).card
    assert services.promises.told(made.id, WEDNESDAY, RUTH).card.told_on == WEDNESDAY
    with pytest.raises(Refusal, match="promise_told_ahead"):
        services.promises.told(made.id, FRIDAY, RUTH)
    services.promises.wait_for(made.id, " the part ", RUTH)
    assert listed(services, PromiseChip.WAITING) == [made.id]
    assert listed(services, PromiseChip.COMING) == []
    services.promises.wait_for(made.id, "", RUTH)
    assert listed(services, PromiseChip.WAITING) == []


def test_demand_18_what_is_snoozed_comes_back_by_itself(services: Services) -> None:
    made = services.promises.make(draft(), RUTH).card
    assert services.promises.snooze(made.id, FRIDAY, RUTH).card.snoozed_until == FRIDAY
    assert services.promises.snooze(made.id, None, RUTH).card.snoozed_until is None
    with pytest.raises(Refusal, match="promise_snooze_past"):
        services.promises.snooze(made.id, WEDNESDAY, RUTH)
    services.promises.snooze(made.id, FRIDAY, RUTH)
    assert services.promises.done(made.id, WEDNESDAY, None, RUTH).card.snoozed_until is None


def test_catching_up_is_one_step(services: Services, clock: FixedClock) -> None:
    timed = Due(day=FRIDAY, at=datetime(2026, 10, 2, 16, 0, tzinfo=UTC))
    ids = [services.promises.make(draft(due=due), RUTH).card.id for due in (timed,)]
    ids += [services.promises.make(draft(), RUTH).card.id for _ in range(5)]
    ahead = services.promises.make(draft(due=Due(day=date(2026, 10, 9))), RUTH).card.id
    clock.set(date(2026, 10, 7))
    decisions = (
        Decision(promise_id=ids[0], what=CaughtUp.KEPT_ON_DAY),
        Decision(promise_id=ids[1], what=CaughtUp.DONE_ON, on=MONDAY),
        Decision(promise_id=ids[2], what=CaughtUp.DONE_ON),
        Decision(promise_id=ids[3], what=CaughtUp.NEW_DATE, due=Due(day=date(2026, 10, 9))),
        Decision(promise_id=ids[4], what=CaughtUp.BROKEN, words="no parts"),
        Decision(promise_id=ids[5], what=CaughtUp.RELEASED, on=FRIDAY),
        Decision(promise_id=ahead, what=CaughtUp.KEPT_ON_DAY),
    )
    cards = services.promises.catch_up(decisions, RUTH).card
    ended = [(card.ending.outcome, card.ending.on) if card.ending else None for card in cards]
    assert ended == [
        (Outcome.KEPT, FRIDAY),
        (Outcome.LATE, MONDAY),
        (Outcome.LATE, date(2026, 10, 7)),
        None,
        (Outcome.BROKEN, date(2026, 10, 7)),
        (Outcome.RELEASED, FRIDAY),
        (Outcome.KEPT, date(2026, 10, 7)),
    ]
    assert cards[3].counted_due == Due(day=FRIDAY)
    rate = services.promises.rates(date(2026, 10, 1), date(2026, 10, 31))
    assert (rate.kept, rate.late, rate.broken, rate.released) == (2, 2, 1, 1)
    assert rate.undecided == 1
    services.undo.undo(RUTH)
    assert len(listed(services, PromiseChip.OPEN)) == 7


def test_kept_on_the_day_is_kept_when_its_time_is_over_today(
    services: Services, clock: FixedClock
) -> None:
    due = Due(day=FRIDAY, at=datetime(2026, 10, 2, 8, 0, tzinfo=UTC))
    made = services.promises.make(draft(due=due), RUTH).card
    clock.set(datetime(2026, 10, 2, 11, 0, tzinfo=UTC))
    said = Decision(promise_id=made.id, what=CaughtUp.KEPT_ON_DAY)
    (card,) = services.promises.catch_up([said], RUTH).card
    assert card.ending is not None
    assert (card.ending.outcome, card.ending.at) == (Outcome.KEPT, due.at)


def test_a_new_date_without_a_date_leaves_all_as_it_was(services: Services) -> None:
    made = services.promises.make(draft(), RUTH).card
    decisions = (Decision(promise_id=made.id, what=CaughtUp.NEW_DATE),)
    with pytest.raises(Refusal, match="promise_needs_new_date"):
        services.promises.catch_up(decisions, RUTH)
    assert services.promises.get(made.id) == made


def test_binned_promises_are_in_no_list_and_come_back(services: Services) -> None:
    made = services.promises.make(draft(), RUTH).card
    services.promises.bin((made.id,), RUTH)
    assert listed(services, PromiseChip.ALL) == []
    with pytest.raises(Refusal, match="promise_not_open"):
        services.promises.done(made.id, WEDNESDAY, None, RUTH)
    services.promises.bring_back((made.id,), RUTH)
    assert services.promises.get(made.id) == made


def test_a_customer_has_open_promises_and_is_found_by_name(services: Services) -> None:
    patel = services.customers.add(CustomerDraft(name="Mrs Patel", remember="Dog"), RUTH).card.id
    late = services.promises.make(draft(customer_id=patel, job_ref="INV 7"), RUTH).card
    early = services.promises.make(
        draft("quote 100%", customer_id=patel, due=Due(day=WEDNESDAY)), RUTH
    ).card
    services.promises.make(draft(), RUTH)
    assert services.promises.open_of(patel) == (early, late)
    assert (late.customer_name, late.remember) == ("Mrs Patel", "Dog")
    assert listed(services, PromiseChip.OPEN, customer_id=patel) == [early.id, late.id]
    for text in ("patel inv", "Patél ring", "ATEL RING"):
        assert listed(services, PromiseChip.OPEN, text=text) == [late.id]
    assert listed(services, PromiseChip.OPEN, text="100%") == [early.id]
    assert listed(services, PromiseChip.OPEN, text="nobody") == []
    assert len(listed(services, PromiseChip.OPEN, text=" % ")) == 3
    rows = services.promises.lists.rows([late.id, 99])
    assert [(row.customer_name, row.remember) for row in rows] == [("Mrs Patel", "Dog")]


def test_references_go_on_past_four_figures(services: Services) -> None:
    services.promises.make(draft(), RUTH)
    with services.units.change("renumber", RUTH) as unit:
        unit.update(kept.promises, 1, {"ref": "P-2026-9999"})
    assert services.promises.make(draft(), RUTH).card.ref == "P-2026-10000"
    assert services.promises.make(draft(), RUTH).card.ref == "P-2026-10001"


def test_references_pass_over_those_there_are_after_a_clock_was_set_back(
    services: Services, clock: FixedClock
) -> None:
    services.promises.make(draft(), RUTH)
    clock.advance(days=120)
    assert services.promises.make(draft(), RUTH).card.ref == "P-2027-0001"
    clock.advance(days=-120)
    assert services.promises.make(draft(), RUTH).card.ref == "P-2026-0002"


def test_history_tells_the_day_it_happened_and_the_day_it_was_written(
    services: Services, clock: FixedClock
) -> None:
    made = services.promises.make(draft(made_on=date(2026, 9, 28)), RUTH).card.id
    clock.set(date(2026, 10, 1))
    services.promises.move(made, Due(day=MONDAY), True, "She is away", RUTH)
    services.promises.wait_for(made, "the part", RUTH)
    services.promises.wait_for(made, "", RUTH)
    services.promises.told(made, WEDNESDAY, RUTH)
    services.promises.change(made, draft("ring her", due=None), RUTH)
    services.promises.snooze(made, FRIDAY, RUTH)
    clock.set(date(2026, 10, 6))
    services.promises.done(made, FRIDAY, None, RUTH)
    services.promises.reopen(made, RUTH)
    services.promises.broken(made, MONDAY, "no parts", RUTH)
    lines = services.promises.history(made)
    assert [(line.event, line.happened_on) for line in lines] == [
        (PromiseEvent.MADE, date(2026, 9, 28)),
        (PromiseEvent.WAITING, date(2026, 10, 1)),
        (PromiseEvent.WAITS_NO_MORE, date(2026, 10, 1)),
        (PromiseEvent.TOLD, WEDNESDAY),
        (PromiseEvent.CHANGED, date(2026, 10, 1)),
        (PromiseEvent.MOVED, date(2026, 10, 1)),
        (PromiseEvent.ENDED, FRIDAY),
        (PromiseEvent.REOPENED, date(2026, 10, 6)),
        (PromiseEvent.ENDED, MONDAY),
    ]
    assert (lines[-1].outcome, lines[-1].words) == (Outcome.BROKEN, "no parts")
    assert lines[5].words == "She is away"
    assert lines[6].written_at.date() == date(2026, 10, 6)


def test_history_leaves_out_what_was_undone_and_keeps_what_was_done_again(
    services: Services, clock: FixedClock
) -> None:
    made = services.promises.make(draft(), RUTH).card.id
    clock.advance(minutes=1)
    services.promises.move(made, Due(day=MONDAY), True, "", RUTH)
    clock.advance(minutes=1)
    services.promises.done(made, WEDNESDAY, None, RUTH)
    events = [line.event for line in services.promises.history(made)]
    assert events == [PromiseEvent.MADE, PromiseEvent.MOVED, PromiseEvent.ENDED]
    services.undo.undo(RUTH)
    services.undo.undo(RUTH)
    assert [line.event for line in services.promises.history(made)] == [PromiseEvent.MADE]
    services.undo.redo(RUTH)
    services.undo.redo(RUTH)
    assert [line.event for line in services.promises.history(made)] == events
