# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""Customers: added, changed, tagged, put away and brought back, and each of it taken back."""

import json
from collections.abc import Iterator
from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path

import pytest

from servicedesk.domain.complaints import ComplaintDraft
from servicedesk.domain.complaints_asks import Given
from servicedesk.domain.complaints_stages import Action
from servicedesk.domain.customers import Channel, CustomerStatus, Reach, ReachKind
from servicedesk.domain.customers_lists import CustomerFilter
from servicedesk.domain.errors import Refusal
from servicedesk.domain.kinds import Kind
from servicedesk.domain.names import clean_name
from servicedesk.domain.own_fields import OwnFieldDraft, OwnFieldKind, OwnFieldOn
from servicedesk.domain.promises import Due, PromiseDraft
from servicedesk.services.registry import Services
from tests.helpers.fakes import FixedClock
from tests.services.customers_made import RUTH, added, shop, typed

TODAY = date(2026, 9, 14)


@pytest.fixture
def clock() -> FixedClock:
    return FixedClock()


@pytest.fixture
def services(tmp_path: Path, clock: FixedClock) -> Iterator[Services]:
    with shop(tmp_path, clock) as found:
        yield found


def test_a_customer_is_kept_whole(services: Services) -> None:
    draft = typed(
        "Mrs Meena Patel",
        phones=("01632 960 123",),
        emails=("m@patel.example",),
        place=("4 High Street\nLeeds", "LS1 4DY"),
        tags=("Boiler", "VIP"),
        remember="Ring the side door",
        notes="Likes tea.",
        first_visit_on=date(2026, 8, 1),
    )
    done = services.customers.add(draft, RUTH)
    card = done.card
    assert card.draft == replace(draft, salutation="Mrs Patel", sort_key="patel meena")
    assert (card.ref, card.shown_name) == ("K-0001", "Mrs Meena Patel")
    assert (card.added_on, card.last_visit_on) == (TODAY, date(2026, 8, 1))
    assert done.changes == {Kind.CUSTOMER: {card.id}}
    assert services.customers.get(card.id) == card


def test_demand_5_a_walk_in_without_email_is_kept(services: Services) -> None:
    phone = added(services, phones=("07700 900123",))
    assert phone.shown_name == "07700 900123"
    name = added(services, "Tom")
    assert (name.shown_name, name.draft.reaches) == ("Tom", ())
    listed = services.customer_lists.rows([phone.id, name.id])
    assert [row.reach for row in listed] == ["07700 900123", ""]


def test_nothing_is_no_customer(services: Services) -> None:
    with pytest.raises(Refusal, match="customer_needs_something"):
        services.customers.add(typed(" ", notes="tall"), RUTH)
    assert not services.customer_lists.ids(CustomerFilter())


def test_a_change_touches_what_changed_alone(services: Services) -> None:
    card = added(services, "Tom", phones=("1", "2", "3"), tags=("a", "b"))
    kept = card.draft
    fewer = replace(kept, reaches=(kept.reaches[2], kept.reaches[0]), tags=("b", "c"))
    changed = services.customers.change(card.id, fewer, RUTH)
    assert changed.card.draft == fewer
    assert changed.changes == {Kind.CUSTOMER: {card.id}}
    more = replace(fewer, reaches=(*fewer.reaches, Reach(kind=ReachKind.EMAIL, shown="t@x")))
    assert services.customers.change(card.id, more, RUTH).card.draft == more
    assert services.customers.change(card.id, more, RUTH).changes == {}
    services.undo.undo(RUTH)
    services.undo.undo(RUTH)
    assert services.customers.get(card.id) == card


def test_numbers_are_never_given_twice(services: Services) -> None:
    added(services, "Tom")
    services.undo.undo(RUTH)
    ann = added(services, "Ann")
    assert ann.ref == "K-0002"
    services.undo.undo(RUTH)
    services.undo.redo(RUTH)
    assert services.customers.get(ann.id) == ann


def test_who_is_gone_is_not_there(services: Services) -> None:
    for step in (
        lambda: services.customers.get(7),
        lambda: services.customers.change(7, typed("A"), RUTH),
        lambda: services.customers.was_in(7, TODAY, False, RUTH),
        lambda: services.customers.archive([7], True, RUTH),
        lambda: services.customers.bin([7], RUTH),
    ):
        with pytest.raises(Refusal, match="record_gone"):
            step()


def test_every_name_and_every_phone_is_stored_and_shown_unchanged(
    services: Services, samples: Path
) -> None:
    forms = json.loads((samples / "names/name_forms.json").read_text(encoding="utf-8"))[:60]
    phones = json.loads((samples / "names/phones.json").read_text(encoding="utf-8"))["tests"]
    shown = list(dict.fromkeys(clean_name(case["text"]) for case in phones))
    for form, phone in zip(forms, shown, strict=False):
        name = clean_name(f"{form['given']} {form['family']}")
        card = added(services, name, phones=(phone,))
        row = services.customer_lists.rows([card.id])[0]
        assert (row.shown_name, row.reach) == (name, phone)


def test_visits_are_noted(services: Services) -> None:
    card = added(services, "Tom", status=CustomerStatus.ASKED)
    looked = services.customers.was_in(card.id, TODAY, False, RUTH)
    assert looked.card.draft.status is CustomerStatus.ASKED
    assert (looked.card.draft.first_visit_on, looked.card.last_visit_on) == (TODAY, TODAY)
    bought = services.customers.was_in(card.id, TODAY, True, RUTH)
    assert bought.card.draft.status is CustomerStatus.CUSTOMER
    assert bought.changes == {Kind.CUSTOMER: {card.id}}
    earlier = services.customers.was_in(card.id, date(2026, 9, 1), False, RUTH).card
    assert (earlier.draft.first_visit_on, earlier.last_visit_on) == (date(2026, 9, 1), TODAY)
    for _ in range(3):
        services.undo.undo(RUTH)
    assert services.customers.get(card.id) == card
    with pytest.raises(Refusal) as refused:
        services.customers.was_in(card.id, TODAY + timedelta(days=1), False, RUTH)
    assert (refused.value.code, refused.value.field) == ("visit_ahead", "day")


def test_those_out_of_use_are_in_no_list_but_their_own(services: Services) -> None:
    tom, ann = added(services, "Tom"), added(services, "Ann")
    done = services.customers.archive([tom.id, ann.id], True, RUTH)
    assert [card.archived_on for card in done.card] == [TODAY, TODAY]
    assert services.customers.archive([tom.id], True, RUTH).changes == {}
    services.customers.archive([tom.id], False, RUTH)
    assert services.customers.get(tom.id) == tom
    services.undo.undo(RUTH)
    services.undo.undo(RUTH)
    assert services.customers.get(ann.id) == ann


def test_short_words_are_given_and_taken_in_bulk(services: Services) -> None:
    tom, ann = added(services, "Tom", tags=("vip",)), added(services, "Ann", tags=("old",))
    done = services.customers.tag([tom.id, ann.id, tom.id], ("VIP", "Boiler"), ("OLD",), RUTH)
    assert [card.draft.tags for card in done.card] == [("vip", "Boiler"), ("VIP", "Boiler")]
    services.undo.undo(RUTH)
    assert [services.customers.get(one).draft.tags for one in (tom.id, ann.id)] == [
        ("vip",),
        ("old",),
    ]


def test_the_bin_gives_back(services: Services) -> None:
    tom, ann = added(services, "Tom"), added(services, "Ann")
    services.customers.bin([tom.id], RUTH)
    services.customers.bin([ann.id, tom.id], RUTH)
    assert {card.id for card in services.customers.binned()} == {tom.id, ann.id}
    assert services.customer_lists.counts().binned == 2
    assert services.customers.bring_back([tom.id, ann.id], RUTH).card == (tom, ann)
    assert services.customers.binned() == ()


def test_who_waits_for_something_is_not_binned(services: Services) -> None:
    tom = added(services, "Tom")
    promise = PromiseDraft(
        customer_id=tom.id, text="ring", due=Due(day=TODAY), promiser="Ann", made_on=TODAY
    )
    services.promises.make(promise, RUTH)
    with pytest.raises(Refusal) as refused:
        services.customers.bin([tom.id], RUTH)
    assert refused.value.code == "customer_has_promises"
    assert refused.value.params == {"name": "Tom", "count": 1}
    assert services.customers.get(tom.id) == tom


def test_who_complains_is_not_binned(services: Services, clock: FixedClock) -> None:
    tom = added(services, "Tom")
    said = ComplaintDraft(customer_id=tom.id, text="cold tea", received_at=clock.now())
    number = services.complaints.log(said, RUTH).card.id
    with pytest.raises(Refusal) as refused:
        services.customers.bin([tom.id], RUTH)
    assert refused.value.code == "customer_has_complaints"
    assert refused.value.params == {"name": "Tom", "count": 1}
    taken_back = Given(on=clock.today(), words="rang", channel=Channel.PHONE)
    services.complaints.take(number, Action.WITHDRAW, taken_back, RUTH)
    services.customers.bin([tom.id], RUTH)
    services.customers.empty_bin(clock.now() + timedelta(days=1), RUTH)
    assert services.complaints.get(number).draft.customer_id is None


def test_the_bin_is_emptied_after_ninety_days(services: Services, clock: FixedClock) -> None:
    tom = added(services, "Tom", phones=("1",), tags=("a",))
    other = added(services, "Thomas", phones=("2",))
    services.customers_merging.merge(tom.id, [other.id], RUTH)
    services.customers.was_in(tom.id, TODAY, False, RUTH)
    promise = PromiseDraft(
        customer_id=tom.id, text="ring", due=Due(day=TODAY), promiser="Ann", made_on=TODAY
    )
    made = services.promises.make(promise, RUTH).card
    services.promises.done(made.id, TODAY, None, RUTH)
    services.customers.bin([tom.id], RUTH)
    before = services.customers.get(tom.id)
    clock.advance(days=89)
    assert services.customers.empty_bin(None, RUTH).card == 0
    clock.advance(days=2)
    assert services.customers.empty_bin(None, RUTH).card == 2
    with pytest.raises(Refusal, match="record_gone"):
        services.customers.get(tom.id)
    assert services.promises.get(made.id).draft.customer_id is None
    services.undo.undo(RUTH)
    assert services.customers.get(tom.id) == before
    assert services.customers.empty_bin(clock.now(), RUTH).card == 2


def test_demand_35_own_fields_are_entered(services: Services) -> None:
    wanted = OwnFieldDraft(on=OwnFieldOn.CUSTOMER, name="Radiators", kind=OwnFieldKind.NUMBER)
    field = services.own_fields.add(wanted, RUTH).card
    key = str(field.id)
    card = added(services, "Tom", own={key: "1,200"})
    assert card.draft.own == {key: "1200"}
    with pytest.raises(Refusal) as refused:
        services.customers.change(card.id, replace(card.draft, own={key: "some"}), RUTH)
    assert refused.value.field == f"own_{key}"
    services.own_fields.retire(field.id, True, RUTH)
    renamed = services.customers.change(card.id, replace(card.draft, name="Tim"), RUTH).card
    assert renamed.draft.own == {key: "1200"}
    emptied = services.customers.change(card.id, replace(card.draft, own={key: ""}), RUTH).card
    assert emptied.draft.own == {}
