# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""Complaints: written down, told, looked into, answered, put right, closed; each taken back."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, date, datetime
from pathlib import Path

import pytest

from servicedesk.domain.complaints import (
    About,
    ComplaintDraft,
    Content,
    Finding,
    Serious,
    Stage,
    Track,
)
from servicedesk.domain.complaints_asks import Given
from servicedesk.domain.complaints_causes import Cause, Learning
from servicedesk.domain.complaints_file import OutsideKind, ReferralDraft, RemedyKind
from servicedesk.domain.complaints_listed import ComplaintChip, ComplaintFilter
from servicedesk.domain.complaints_sorting import SortedDraft
from servicedesk.domain.complaints_stages import Action
from servicedesk.domain.complaints_timing import Clock, ClockBasis
from servicedesk.domain.contacts import ContactDraft
from servicedesk.domain.customers import Channel, CustomerDraft
from servicedesk.domain.errors import Refusal
from servicedesk.domain.kinds import Kind
from servicedesk.domain.people import PersonDraft
from servicedesk.services.registry import Services, open_services
from tests.helpers.fakes import FixedClock
from tests.services.around import surroundings
from tests.services.complaints_made import CAME, DAY_1, RUTH, answered, draft, logged
from tests.store.files import new_file, opened


@pytest.fixture
def clock() -> FixedClock:
    return FixedClock(CAME)


@pytest.fixture
def services(tmp_path: Path, clock: FixedClock) -> Iterator[Services]:
    with opened(new_file(tmp_path)) as file:
        yield open_services(file, surroundings(file.path, clock))


def test_one_is_written_down_with_its_days(services: Services) -> None:
    done = services.complaints.log(draft(), RUTH)
    card = done.card
    assert done.changes == {Kind.COMPLAINT: {card.id}}
    assert (card.ref, card.stage, card.draft.taken_by) == ("C-2026-0001", Stage.RECEIVED, RUTH)
    assert card.draft.handler == RUTH
    assert card.dues.acknowledge_on == date(2026, 9, 16)
    assert card.dues.decide_on == date(2026, 9, 28)
    assert card.dues.ceiling_on == date(2026, 11, 9)
    assert card.dues.next_on == date(2026, 9, 16)
    assert card == services.complaints.get(card.id)
    steps = services.complaints.file(card.id).steps
    assert [(step.action, step.before, step.after) for step in steps] == [
        ("log", None, Stage.RECEIVED)
    ]


def test_the_owner_is_named_where_nobody_serves(services: Services) -> None:
    assert services.complaints.log(draft(), "owner").card.draft.taken_by == ""
    services.business.save({"owner_name": "Ruth Hollins"}, "owner")
    card = services.complaints.log(draft(), "owner").card
    assert (card.draft.taken_by, card.draft.handler) == ("Ruth Hollins", "Ruth Hollins")


def test_what_the_form_shows_is_what_is_kept(services: Services) -> None:
    shown = services.complaints.preview(draft(serious=Serious.SMALL))
    card = logged(services, serious=Serious.SMALL)
    assert shown.counts[Clock.DECIDE].day == card.dues.decide_on == date(2026, 10, 5)
    assert shown.counts[Clock.DECIDE].basis is not ClockBasis.CHARTER
    assert services.complaints.why(card.id).counts == shown.counts


def test_a_contact_about_it_tells_them(services: Services, clock: FixedClock) -> None:
    card = logged(services)
    clock.set(datetime(2026, 9, 15, 10, tzinfo=UTC))
    rang = ContactDraft(text="rang", at=clock.now(), is_incoming=False, complaint_id=card.id)
    services.contacts.log(rang, RUTH)
    told = services.complaints.get(card.id)
    assert told.stage is Stage.ACKNOWLEDGED
    assert told.dates.acknowledged_at == clock.now()
    later = ContactDraft(text="again", at=clock.now(), complaint_id=card.id)
    services.contacts.log(later, RUTH)
    assert services.complaints.get(card.id) == told
    services.undo.undo(RUTH)
    services.undo.undo(RUTH)
    assert services.complaints.get(card.id) == card


def test_a_step_that_does_not_fit_leaves_everything_as_it_was(services: Services) -> None:
    card = logged(services)
    with pytest.raises(Refusal):
        services.complaints.take(card.id, Action.CLOSE, Given(on=CAME.date()), RUTH)
    assert services.complaints.get(card.id) == card
    assert len(services.complaints.file(card.id).steps) == 1


def test_scenario_25_waiting_for_the_customer_stops_the_clock(
    services: Services, clock: FixedClock
) -> None:
    came = datetime(2026, 10, 5, 8, tzinfo=UTC)
    clock.set(came)
    made = ComplaintDraft(text="Late", received_at=came)
    card = services.complaints.log(made, RUTH).card
    assert card.dues.decide_on == date(2026, 10, 19)
    clock.set(datetime(2026, 10, 8, 8, tzinfo=UTC))
    asked = Given(on=date(2026, 10, 8), words="Which day was it?")
    services.complaints.take(card.id, Action.INVESTIGATE, asked, RUTH)
    card = services.complaints.take(card.id, Action.ASK_CUSTOMER, asked, RUTH).card
    assert card.stage is Stage.WAITING_CUSTOMER
    services.complaints.reminded(card.id, date(2026, 10, 8), RUTH)
    clock.set(datetime(2026, 10, 14, 8, tzinfo=UTC))
    replied = Given(on=date(2026, 10, 14))
    card = services.complaints.take(card.id, Action.CUSTOMER_REPLIED, replied, RUTH).card
    assert card.dues.decide_on == date(2026, 10, 23)
    (pause,) = services.complaints.file(card.id).pauses
    assert (pause.from_on, pause.until, pause.reminded_on) == (
        date(2026, 10, 8),
        date(2026, 10, 14),
        date(2026, 10, 8),
    )
    services.undo.undo(RUTH)
    assert services.complaints.get(card.id).stage is Stage.WAITING_CUSTOMER
    with pytest.raises(Refusal, match="complaint_step_ahead"):
        services.complaints.reminded(card.id, date(2026, 10, 20), RUTH)


def test_a_reminder_needs_a_question(services: Services) -> None:
    card = logged(services)
    with pytest.raises(Refusal, match="complaint_not_waiting_customer") as refused:
        services.complaints.reminded(card.id, CAME.date(), RUTH)
    assert refused.value.params["ref"] == card.ref


def test_scenario_16_the_working_days_it_took_are_told(
    services: Services, clock: FixedClock
) -> None:
    card = logged(services)
    assert services.complaints.days_taken(card.id) == 0
    clock.set(datetime(2026, 9, 15, 10, tzinfo=UTC))
    assert services.complaints.days_taken(card.id) == 1
    decided = date(2026, 9, 30)
    services.complaints.take(card.id, Action.INVESTIGATE, Given(on=DAY_1), RUTH)
    clock.set(datetime(2026, 10, 20, 10, tzinfo=UTC))
    words = Given(on=decided, words="Old", channel=Channel.PHONE, finding=Finding.UPHELD)
    services.complaints.take(card.id, Action.DECIDE, words, RUTH)
    assert services.complaints.days_taken(card.id) == 12


def test_waiting_for_somebody_else_does_not(services: Services) -> None:
    card = logged(services)
    day = Given(on=CAME.date(), words="the maker")
    services.complaints.take(card.id, Action.INVESTIGATE, day, RUTH)
    waiting = services.complaints.take(card.id, Action.WAIT_OTHER, day, RUTH).card
    assert (waiting.stage, waiting.waiting_for) == (Stage.WAITING_OTHER, "the maker")
    assert waiting.dues.decide_on == card.dues.decide_on


def test_the_whole_way_to_the_end_and_open_again(services: Services, clock: FixedClock) -> None:
    card = answered(services, clock, logged(services).id)
    clock.set(datetime(2026, 9, 16, 10, tzinfo=UTC))
    on = date(2026, 9, 16)
    accepted = Given(on=on, accepted=True, content=Content.YES)
    services.complaints.take(card.id, Action.RESOLVE, accepted, RUTH)
    with pytest.raises(Refusal):
        services.complaints.take(card.id, Action.CLOSE, Given(on=on), RUTH)
    parts = services.complaints.parts
    learnt = Learning(causes=(Cause.EQUIPMENT,), whys=("old", ""), no_action_because="once only")
    assert parts.learn(card.id, learnt, RUTH).card.learning.whys == ("old",)
    assert parts.followed_up(card.id, on, 4, RUTH).card.satisfaction == 4
    closed = services.complaints.take(card.id, Action.CLOSE, Given(on=on), RUTH).card
    assert (closed.stage, closed.dues.next_on) == (Stage.CLOSED, None)
    opened_again = services.complaints.take(card.id, Action.REOPEN, Given(on=on), RUTH).card
    assert (opened_again.stage, opened_again.reopened) == (Stage.INVESTIGATING, 1)
    back = services.complaints.take(card.id, Action.UNDO, Given(on=on), RUTH).card
    assert back == closed
    last = services.complaints.file(card.id).steps[-1]
    assert last.reverses == services.complaints.file(card.id).steps[-2].id


def test_scenario_27_sorted_at_the_table(services: Services, clock: FixedClock) -> None:
    clock.set(datetime(2026, 9, 14, 8, 5, tzinfo=UTC))
    done = SortedDraft(
        did="A new soup at once",
        kind=RemedyKind.REPLACEMENT,
        told_by=Channel.COUNTER,
        on=CAME.date(),
        content=Content.YES,
        cause=Cause.SLIP,
    )
    card = services.complaints.log_sorted(draft("Cold soup"), done, RUTH).card
    assert (card.stage, card.finding) == (Stage.CLOSED, Finding.UPHELD)
    assert card.dates.resolved_on == CAME.date()
    assert card.learning.causes == (Cause.SLIP,)
    (remedy,) = services.complaints.file(card.id).remedies
    assert remedy.draft.kind is RemedyKind.REPLACEMENT
    with pytest.raises(Refusal, match="complaint_has_ended"):
        services.complaints.sort_out(card.id, done, RUTH)
    services.undo.undo(RUTH)
    with pytest.raises(Refusal, match="record_gone"):
        services.complaints.get(card.id)
    with pytest.raises(Refusal, match="record_gone"):
        services.complaints.file(card.id)


def test_an_open_one_is_sorted_and_that_taken_back(services: Services, clock: FixedClock) -> None:
    card = logged(services)
    clock.set(datetime(2026, 9, 15, 10, tzinfo=UTC))
    done = SortedDraft(did="Lent them ours", told_by=Channel.PHONE, on=DAY_1, content=Content.NO)
    sorted_card = services.complaints.sort_out(card.id, done, RUTH).card
    assert sorted_card.stage is Stage.RESOLVED
    services.undo.undo(RUTH)
    assert services.complaints.get(card.id) == card


def test_money_above_the_limit_of_whoever_gives_it_needs_a_reason_here_too(
    services: Services,
) -> None:
    services.people.add(PersonDraft(name="Tom", limit_pence=2000), "owner")
    gave = SortedDraft(
        did="Gave the money back",
        kind=RemedyKind.REFUND_FULL,
        amount_pence=2001,
        told_by=Channel.COUNTER,
        on=CAME.date(),
    )
    card = logged(services)
    for sort_it in (
        lambda done: services.complaints.sort_out(card.id, done, "tom "),
        lambda done: services.complaints.log_sorted(draft(), done, "Tom"),
    ):
        with pytest.raises(Refusal, match="remedy_over_limit") as refused:
            sort_it(gave)
        assert (refused.value.field, refused.value.params["limit"]) == ("over_because", "20.00")
        assert services.complaints.get(card.id) == card
        assert len(services.complaints.lists.ids(ComplaintFilter(chip=ComplaintChip.ALL))) == 1
    reasoned = replace(gave, over_because=" Ruth agreed on the phone ")
    sorted_card = services.complaints.sort_out(card.id, reasoned, "Tom").card
    (remedy,) = services.complaints.file(sorted_card.id).remedies
    assert remedy.draft.over_because == "Ruth agreed on the phone"
    for within in (replace(gave, amount_pence=2000), replace(gave, did="Ruth gave it")):
        who = "Tom" if within.amount_pence == 2000 else RUTH
        assert services.complaints.log_sorted(draft(), within, who).card.stage is Stage.CLOSED


def test_a_complaint_about_information_has_its_own_clock(services: Services) -> None:
    card = logged(services)
    linked = services.complaints.link_data_protection(card.id, RUTH).card
    assert linked.draft.track is Track.DATA_PROTECTION
    assert linked.linked_id == card.id
    assert services.complaints.get(card.id).linked_id == linked.id
    assert linked.dues.acknowledge_on == date(2026, 10, 13)
    for one in (card.id, linked.id):
        with pytest.raises(Refusal, match="complaint_linked_already"):
            services.complaints.link_data_protection(one, RUTH)


def test_outside_and_back(services: Services, clock: FixedClock) -> None:
    card = answered(services, clock, logged(services).id)
    went = ReferralDraft(kind=OutsideKind.COURT, body="County Court", referred_on=DAY_1)
    given = Given(on=DAY_1, customer_went=True)
    outside = services.complaints.go_outside(card.id, given, went, RUTH).card
    assert (outside.stage, outside.dates.external_on) == (Stage.EXTERNAL, DAY_1)
    services.complaints.parts.learn(card.id, Learning(no_cause_because="not known"), RUTH)
    ended = ReferralDraft(
        kind=OutsideKind.COURT,
        body="County Court",
        referred_on=DAY_1,
        result="Dismissed",
        result_on=DAY_1,
    )
    closed = services.complaints.outside_result(card.id, Given(on=DAY_1), ended, RUTH).card
    assert closed.stage is Stage.CLOSED
    assert services.complaints.file(card.id).referrals[0].draft == ended
    with pytest.raises(Refusal, match="complaint_not_outside"):
        services.complaints.outside_result(
            logged(services).id, Given(on=DAY_1, words="x"), ended, RUTH
        )


def test_help_from_outside_is_noted_while_it_is_with_us(
    services: Services, clock: FixedClock
) -> None:
    card = logged(services)
    asked = ReferralDraft(kind=OutsideKind.OTHER, body="Citizens Advice", referred_on=DAY_1)
    clock.set(datetime(2026, 9, 15, 9, tzinfo=UTC))
    file = services.complaints.parts.note_outside(card.id, asked, RUTH).card
    assert (file.card.stage, file.card.dues) == (card.stage, card.dues)
    assert [one.draft for one in file.referrals] == [asked]
    services.undo.undo(RUTH)
    assert services.complaints.file(card.id).referrals == ()
    services.complaints.take(card.id, Action.WITHDRAW, Given(on=DAY_1, words="rang"), RUTH)
    with pytest.raises(Refusal, match="complaint_has_ended"):
        services.complaints.parts.note_outside(card.id, asked, RUTH)


def test_late_is_what_was_promised_and_no_reminder(services: Services, clock: FixedClock) -> None:
    def late() -> list[int]:
        found = list(services.complaints.lists.ids(ComplaintFilter(chip=ComplaintChip.LATE)))
        assert services.complaints.lists.counts()[ComplaintChip.LATE] == len(found)
        return found

    asked, maker, content = logged(services), logged(services), logged(services)
    clock.set(datetime(2026, 9, 15, 10, tzinfo=UTC))
    for card in (asked, maker):
        services.complaints.take(card.id, Action.INVESTIGATE, Given(on=DAY_1), RUTH)
    question = Given(on=DAY_1, words="Which one?", channel=Channel.PHONE)
    services.complaints.take(asked.id, Action.ASK_CUSTOMER, question, RUTH)
    services.complaints.take(maker.id, Action.WAIT_OTHER, Given(on=DAY_1, words="the maker"), RUTH)
    answered(services, clock, content.id)
    services.complaints.take(content.id, Action.RESOLVE, Given(on=DAY_1), RUTH)
    clock.set(datetime(2026, 10, 6, 10, tzinfo=UTC))
    rows = {one.id: one for one in services.complaints.lists.rows([asked.id, content.id])}
    assert all(one.next_on is not None and one.next_on < date(2026, 10, 6) for one in rows.values())
    assert late() == [maker.id]
    clock.set(datetime(2026, 9, 28, 10, tzinfo=UTC))
    assert late() == []


def test_lists_count_and_find(services: Services, clock: FixedClock) -> None:
    first = logged(services, is_safety=True)
    second = logged(services, text="Cold soup")
    lists = services.complaints.lists
    assert list(lists.ids(ComplaintFilter())) == [first.id, second.id]
    assert lists.counts()[ComplaintChip.SERIOUS] == 1
    assert list(lists.ids(ComplaintFilter(chip=ComplaintChip.ALL))) == [second.id, first.id]
    clock.set(datetime(2026, 9, 18, 8, tzinfo=UTC))
    assert list(lists.ids(ComplaintFilter(chip=ComplaintChip.LATE))) == [first.id, second.id]
    assert list(lists.ids(ComplaintFilter(chip=ComplaintChip.DUE_TODAY))) == []
    assert list(lists.ids(ComplaintFilter(chip=ComplaintChip.WAITING))) == []
    assert list(lists.ids(ComplaintFilter(chip=ComplaintChip.PUTTING_RIGHT))) == []
    assert list(lists.ids(ComplaintFilter(chip=ComplaintChip.ENDED))) == []
    assert list(lists.ids(ComplaintFilter(chip=ComplaintChip.ALL, customer_id=7))) == []
    assert lists.rows([99, second.id])[0].text == "Cold soup"


def test_three_alike_are_told(services: Services) -> None:
    for _ in range(2):
        logged(services, about=About.PRICE)
    assert services.complaints.lists.alike() == ()
    logged(services, about=About.PRICE)
    (found,) = services.complaints.lists.alike()
    assert (found.about, found.count) == (About.PRICE, 3)


def test_the_complaints_of_a_customer(services: Services) -> None:
    assert services.complaints.of(5) == ()
    assert services.complaints.allowed(logged(services).id)


def test_whoever_is_new_becomes_a_customer_by_it_and_is_gone_with_one_undo(
    services: Services,
) -> None:
    new = CustomerDraft(name="Ole Ostergaard")
    done = services.complaints.log(draft(called="Ole"), RUTH, new)
    assert done.changes.keys() == {Kind.COMPLAINT, Kind.CUSTOMER}
    assert (done.card.customer_name, done.card.draft.called) == ("Ole Ostergaard", "")
    services.undo.undo(RUTH)
    assert services.search.people("Ole") == ()
    content = SortedDraft(did="swapped it", told_by=Channel.COUNTER, on=date(2026, 9, 14))
    card = services.complaints.log_sorted(draft(), content, RUTH, new).card
    assert (card.customer_name, card.stage) == ("Ole Ostergaard", Stage.CLOSED)
    services.undo.undo(RUTH)
    assert services.search.people("Ole") == ()
    assert not services.complaints.lists.ids(ComplaintFilter(chip=ComplaintChip.ALL))
