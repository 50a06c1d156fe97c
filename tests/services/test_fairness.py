# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""Fairness: offers kept, customers drawn, a check frozen when it is finished, gaps planned."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from servicedesk.domain.actions import ActionSource
from servicedesk.domain.blocks import PaperSize
from servicedesk.domain.customers import CustomerDraft
from servicedesk.domain.errors import Refusal
from servicedesk.domain.fairness import FairnessCard, OfferDraft, SameDeal
from servicedesk.domain.kinds import Kind
from servicedesk.domain.printing import PaperChoice
from servicedesk.services.registry import Services, open_services
from tests.helpers.fakes import FixedClock
from tests.services.around import surroundings
from tests.store.files import new_file, opened

RUTH = "Ruth"
TODAY = date(2026, 11, 23)
PLAN = OfferDraft(
    name="Boiler care plan",
    per="a month",
    new_pence=1200,
    existing_pence=1500,
    joining="Ring us",
    leaving="Ring us",
)


@pytest.fixture
def clock() -> FixedClock:
    return FixedClock(TODAY)


@pytest.fixture
def services(tmp_path: Path, clock: FixedClock) -> Iterator[Services]:
    with opened(new_file(tmp_path)) as file:
        yield open_services(file, surroundings(file.path, clock))


def _customers(services: Services, number: int) -> list[int]:
    return [
        services.customers.add(
            CustomerDraft(name=f"Customer {one}", first_visit_on=date(2015, 1, 1 + one)), RUTH
        ).card.id
        for one in range(number)
    ]


def _answered(services: Services, card: FairnessCard, same: SameDeal) -> FairnessCard:
    for one in card.customers:
        services.fairness.answer(one.id, same, "", RUTH)
    return services.fairness.finish(card.id, RUTH).card


def test_an_offer_is_kept_changed_and_removed(services: Services) -> None:
    done = services.fairness.add_offer(PLAN, RUTH)
    assert done.changes == {Kind.OFFER: {done.card.id}}
    assert services.fairness.offers() == (done.card,)
    other = replace(PLAN, name="Care")
    assert services.fairness.change_offer(done.card.id, other, RUTH).card.draft == other
    assert services.fairness.offers()[0].draft == other
    assert services.fairness.remove_offer(done.card.id, RUTH).card.draft == other
    assert services.fairness.offers() == ()
    services.undo.undo(RUTH)
    assert services.fairness.offers()[0].draft == other


def test_a_young_shop_has_nothing_to_check(services: Services) -> None:
    services.customers.add(CustomerDraft(name="New"), RUTH)
    with pytest.raises(Refusal, match="fairness_nothing"):
        services.fairness.begin(RUTH)
    assert services.fairness.checks() == ()


def test_five_of_those_in_use_are_drawn(services: Services) -> None:
    ids = _customers(services, 9)
    services.customers.bin([ids[0]], RUTH)
    card = services.fairness.begin(RUTH).card
    assert len(card.customers) == 5
    assert ids[0] not in {one.customer_id for one in card.customers}
    assert all(one.name.startswith("Customer ") for one in card.customers)
    assert all(one.since.year == 2015 for one in card.customers)
    with pytest.raises(Refusal, match="fairness_is_open"):
        services.fairness.begin(RUTH)


def test_a_finished_check_stays_as_it_was(services: Services, clock: FixedClock) -> None:
    _customers(services, 2)
    offer = services.fairness.add_offer(PLAN, RUTH).card
    card = services.fairness.begin(RUTH).card
    with pytest.raises(Refusal, match="fairness_unanswered"):
        services.fairness.finish(card.id, RUTH)
    done = _answered(services, card, SameDeal.YES)
    assert done.finished_on == TODAY
    services.fairness.remove_offer(offer.id, RUTH)
    assert services.fairness.checks() == (done,)
    assert [one.draft for one in done.offers] == [PLAN]
    for step in (
        lambda: services.fairness.answer(done.customers[0].id, None, "", RUTH),
        lambda: services.fairness.finish(done.id, RUTH),
        lambda: services.fairness.remove(done.id, RUTH),
    ):
        with pytest.raises(Refusal, match="fairness_finished"):
            step()
    clock.set(date(2027, 5, 24))
    newer = services.fairness.begin(RUTH).card
    assert services.fairness.checks() == (newer, done)


def test_others_have_their_turn(services: Services, clock: FixedClock) -> None:
    _customers(services, 10)
    first = _answered(services, services.fairness.begin(RUTH).card, SameDeal.YES)
    clock.set(date(2027, 5, 24))
    second = services.fairness.begin(RUTH).card
    drawn = [{one.customer_id for one in card.customers} for card in (first, second)]
    assert not drawn[0] & drawn[1]


def test_gaps_become_actions_once(services: Services) -> None:
    _customers(services, 1)
    services.fairness.add_offer(PLAN, RUTH)
    card = services.fairness.begin(RUTH).card
    with pytest.raises(Refusal, match="fairness_not_finished"):
        services.fairness.plan(card.id, RUTH)
    done = _answered(services, card, SameDeal.NO)
    assert len(services.fairness.unplanned(done.id)) == 2
    assert services.fairness.seen(PLAN) == (
        "Existing customers pay £3.00 a month more than new ones.",
    )
    assert services.fairness.to_do(done.id)[1].startswith("A customer since 1 January 2015: ")
    made = services.fairness.plan(done.id, RUTH)
    assert len(made.card) == 2
    assert {one.draft.source for one in services.actions.open_ones()} == {ActionSource.FAIRNESS}
    assert services.fairness.unplanned(done.id) == ()
    assert services.fairness.plan(done.id, RUTH).card == ()
    services.undo.undo(RUTH)
    assert len(services.fairness.unplanned(done.id)) == 2


def test_a_check_that_was_begun_goes_and_comes_back(services: Services) -> None:
    _customers(services, 3)
    card = services.fairness.begin(RUTH).card
    services.fairness.answer(card.customers[0].id, SameDeal.NO, "old price", RUTH)
    kept = services.fairness.checks()
    services.fairness.remove(card.id, RUTH)
    assert services.fairness.checks() == ()
    services.undo.undo(RUTH)
    assert services.fairness.checks() == kept
    assert kept[0].customers[0].note == "old price"


def test_a_merged_customer_is_named_as_the_one_who_is_kept(services: Services) -> None:
    first, second = _customers(services, 2)
    card = services.fairness.begin(RUTH).card
    services.customers_merging.merge(first, [second], RUTH)
    assert {one.customer_id for one in services.fairness.checks()[0].customers} == {first}
    assert card.id == services.fairness.checks()[0].id


def test_what_is_not_there_is_refused(services: Services) -> None:
    for step in (
        lambda: services.fairness.change_offer(9, PLAN, RUTH),
        lambda: services.fairness.remove_offer(9, RUTH),
        lambda: services.fairness.answer(9, None, "", RUTH),
        lambda: services.fairness.finish(9, RUTH),
        lambda: services.fairness.remove(9, RUTH),
        lambda: services.fairness.unplanned(9),
        lambda: services.fairness.plan(9, RUTH),
        lambda: services.fairness.paper(9),
    ):
        with pytest.raises(Refusal, match="record_gone"):
            step()


def test_the_sheet_is_one_page(services: Services) -> None:
    _customers(services, 5)
    services.fairness.add_offer(PLAN, RUTH)
    card = _answered(services, services.fairness.begin(RUTH).card, SameDeal.NO)
    job = services.fairness.paper(card.id)
    assert job.make(PaperChoice(paper="fairness", size=PaperSize.A4)).pages == 1
    services.business.save({"page_size": "letter"}, RUTH)
    assert services.fairness.paper(card.id).offers[0].sizes[0] is PaperSize.LETTER
