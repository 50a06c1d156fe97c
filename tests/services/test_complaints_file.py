# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""What hangs on complaints: points, the log, remedies and their promises, harm, what is learnt."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, date, datetime
from pathlib import Path

import pytest

from servicedesk.domain.actions import ActionDraft
from servicedesk.domain.complaints import (
    Assessment,
    ComplaintDraft,
    Finding,
    Priority,
    Serious,
    Stage,
)
from servicedesk.domain.complaints_asks import Given
from servicedesk.domain.complaints_file import (
    BehaviourDraft,
    EntryDraft,
    EntryKind,
    IssueDraft,
    OutsideKind,
    ReferralDraft,
    RemedyDraft,
    RemedyKind,
)
from servicedesk.domain.complaints_stages import Action
from servicedesk.domain.customers import Channel
from servicedesk.domain.errors import Refusal
from servicedesk.domain.kinds import Kind
from servicedesk.domain.promises import Outcome
from servicedesk.services.registry import Services, open_services
from servicedesk.store.complaints_parts import complaint_entries
from servicedesk.store.journal import history_of
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


def test_what_puts_it_right_is_promised_and_follows_its_promise(
    services: Services, clock: FixedClock
) -> None:
    card = answered(services, clock, logged(services).id)
    planned = RemedyDraft(
        kind=RemedyKind.REPAIR, words="put in a new blade", due=date(2026, 9, 18), by_whom=RUTH
    )
    file = services.complaints.parts.add_remedy(card.id, planned, RUTH).card
    (remedy,) = file.remedies
    assert remedy.promise_id is not None
    promise = services.promises.get(remedy.promise_id)
    assert (promise.draft.text, promise.due.day) == ("put in a new blade", date(2026, 9, 18))
    assert file.card.dues.next_on == date(2026, 9, 18)
    services.complaints.take(card.id, Action.PLAN_REMEDY, Given(on=DAY_1), RUTH)
    with pytest.raises(Refusal):
        services.complaints.take(card.id, Action.RESOLVE, Given(on=DAY_1), RUTH)
    clock.set(datetime(2026, 9, 18, 10, tzinfo=UTC))
    services.promises.done(promise.id, date(2026, 9, 18), None, RUTH)
    (done,) = services.complaints.file(card.id).remedies
    assert done.draft.done_on == date(2026, 9, 18)
    resolved = services.complaints.take(
        card.id, Action.RESOLVE, Given(on=date(2026, 9, 18)), RUTH
    ).card
    assert resolved.stage is Stage.RESOLVED
    assert resolved.dues.follow_up_on == date(2026, 10, 2)


def test_a_remedy_done_here_keeps_its_promise(services: Services, clock: FixedClock) -> None:
    card = answered(services, clock, logged(services).id)
    planned = RemedyDraft(kind=RemedyKind.REDO, due=date(2026, 9, 18))
    parts = services.complaints.parts
    (remedy,) = parts.add_remedy(card.id, planned, RUTH).card.remedies
    moved = RemedyDraft(kind=RemedyKind.REDO, due=date(2026, 9, 21))
    (remedy,) = parts.change_remedy(card.id, remedy.id, moved, RUTH).card.remedies
    assert remedy.draft.due == date(2026, 9, 21)
    with pytest.raises(Refusal, match="remedy_is_promised"):
        parts.remove_remedy(card.id, remedy.id, RUTH)
    (remedy,) = parts.remedy_done(card.id, remedy.id, DAY_1, RUTH).card.remedies
    assert remedy.draft.done_on == DAY_1
    assert remedy.promise_id is not None
    ending = services.promises.get(remedy.promise_id).ending
    assert ending is not None
    assert ending.outcome is Outcome.KEPT
    again = RemedyDraft(kind=RemedyKind.REDO, words="swept up too", done_on=DAY_1)
    parts.change_remedy(card.id, remedy.id, again, RUTH)
    services.undo.undo(RUTH)
    services.undo.undo(RUTH)
    (remedy,) = services.complaints.file(card.id).remedies
    assert remedy.draft.done_on is None
    with pytest.raises(Refusal, match="record_gone"):
        parts.remedy_done(card.id, 99, DAY_1, RUTH)
    with pytest.raises(Refusal, match="record_gone"):
        parts.change_remedy(card.id, 99, planned, RUTH)


def test_a_remedy_that_nobody_was_promised_goes(services: Services, clock: FixedClock) -> None:
    card = answered(services, clock, logged(services).id)
    said = RemedyDraft(kind=RemedyKind.APOLOGY, done_on=DAY_1)
    (remedy,) = services.complaints.parts.add_remedy(card.id, said, RUTH).card.remedies
    assert services.complaints.parts.remove_remedy(card.id, remedy.id, RUTH).card.remedies == ()


def test_more_words_and_another_weight_move_the_days(services: Services) -> None:
    card = logged(services)
    changed = services.complaints.change(
        card.id, draft("It smoked", serious=Serious.SERIOUS, is_safety=True), RUTH
    ).card
    assert changed.assessment.is_safety
    assert changed.dues.decide_on == date(2026, 9, 21)
    weighed = services.complaints.parts.assess(
        card.id, Assessment(severity=1, impact=0, urgency=1, is_complex=True), RUTH
    ).card
    assert weighed.assessment.on == CAME.date()
    assert not weighed.assessment.is_complex
    assert weighed.dues.decide_on == date(2026, 10, 5)
    kept = services.complaints.change(card.id, draft("It smoked again"), RUTH).card
    assert kept.assessment == weighed.assessment
    row = services.complaints.lists.rows([card.id])[0]
    assert row.priority is Priority.P3
    earlier = ComplaintDraft(text="x", received_at=datetime(2026, 9, 11, 8, tzinfo=UTC))
    moved = services.complaints.change(card.id, earlier, RUTH).card
    assert services.complaints.lists.rows([moved.id])[0].received_on == date(2026, 9, 11)


def test_points_and_the_log_are_written(services: Services) -> None:
    card = logged(services)
    parts = services.complaints.parts
    parts.add_issue(card.id, IssueDraft(text="It stopped"), RUTH)
    file = parts.add_issue(card.id, IssueDraft(text="Nobody rang"), RUTH).card
    assert [issue.place for issue in file.issues] == [1, 2]
    found = IssueDraft(text="It stopped", finding=Finding.UPHELD, reasons="Worn blade")
    file = parts.change_issue(card.id, file.issues[0].id, found, RUTH).card
    assert file.issues[0].draft == found
    file = parts.remove_issue(card.id, file.issues[1].id, RUTH).card
    assert len(file.issues) == 1
    line = EntryDraft(kind=EntryKind.FACT, text="Blade seen", source="Tom", on=CAME.date())
    file = parts.add_entry(card.id, line, RUTH).card
    assert (file.entries[0].draft, file.entries[0].who) == (line, RUTH)


def test_a_note_is_put_right_and_taken_out_and_its_words_stay_in_the_journal(
    services: Services,
) -> None:
    card = logged(services)
    parts = services.complaints.parts
    line = EntryDraft(kind=EntryKind.FACT, text="Blade seen", source="Tom", on=CAME.date())
    (entry,) = parts.add_entry(card.id, line, RUTH).card.entries
    better = replace(line, kind=EntryKind.ACCOUNT, text=" The blade was worn ", is_private=True)
    done = parts.change_entry(card.id, entry.id, better, "Tom")
    (changed,) = done.card.entries
    assert changed.draft == replace(better, text="The blade was worn")
    assert (changed.who, changed.written_at) == (entry.who, entry.written_at)
    assert done.changes == {Kind.COMPLAINT: {card.id}}
    for wrong, code in (
        (replace(line, text=" "), "complaint_entry_needs_text"),
        (replace(line, on=DAY_1), "complaint_entry_ahead"),
    ):
        with pytest.raises(Refusal, match=code):
            parts.change_entry(card.id, entry.id, wrong, RUTH)
    assert parts.remove_entry(card.id, entry.id, "Tom").card.entries == ()
    with services.units.read() as reading:
        rows = history_of(reading, complaint_entries, entry.id)
    before = [row.before["text"] for row in rows if row.before is not None]
    assert before == ["Blade seen", "The blade was worn"]
    assert [row.who for row in rows] == [RUTH, "Tom", "Tom"]
    services.undo.undo(RUTH)
    assert services.complaints.file(card.id).entries == (changed,)
    services.undo.undo(RUTH)
    assert services.complaints.file(card.id).entries == (entry,)
    for gone in (
        lambda: parts.change_entry(card.id, 99, line, RUTH),
        lambda: parts.remove_entry(card.id, 99, RUTH),
    ):
        with pytest.raises(Refusal, match="record_gone"):
            gone()


def test_where_it_went_is_put_right_without_a_step(services: Services, clock: FixedClock) -> None:
    card = answered(services, clock, logged(services).id)
    went = ReferralDraft(kind=OutsideKind.COURT, body="County Court", referred_on=DAY_1)
    given = Given(on=DAY_1, customer_went=True)
    outside = services.complaints.go_outside(card.id, given, went, RUTH).card
    (referral,) = services.complaints.file(card.id).referrals
    parts = services.complaints.parts
    better = replace(went, kind=OutsideKind.ADR, body=" The ombudsman ", their_ref="7/26")
    file = parts.change_referral(card.id, referral.id, better, RUTH).card
    assert file.referrals[0].draft == replace(better, body="The ombudsman")
    assert file.card == outside
    for wrong, code, field in (
        ({"body": " "}, "complaint_needs_body", "body"),
        ({"referred_on": date(2026, 9, 16)}, "referral_ahead", "referred_on"),
        ({"referred_on": date(2026, 9, 13)}, "referral_before_receipt", "referred_on"),
        ({"result_on": CAME.date()}, "referral_result_first", "result_on"),
        ({"cost_pence": -500}, "complaint_amount_below", "cost_pence"),
    ):
        with pytest.raises(Refusal, match=code) as refused:
            parts.change_referral(card.id, referral.id, replace(better, **wrong), RUTH)
        assert refused.value.field == field
    services.undo.undo(RUTH)
    assert services.complaints.file(card.id).referrals == (referral,)
    with pytest.raises(Refusal, match="record_gone"):
        parts.change_referral(card.id, 99, better, RUTH)


def test_an_action_is_taken_out(services: Services) -> None:
    parts = services.complaints.parts
    card = logged(services)
    made = parts.add_action(card.id, ActionDraft(text="Check blades weekly"), RUTH).card
    assert parts.remove_action(made, RUTH).changes == {Kind.ACTION: {made}}
    assert services.complaints.file(card.id).actions == ()
    services.undo.undo(RUTH)
    assert len(services.complaints.file(card.id).actions) == 1


def test_harm_asks_for_the_insurer_and_the_stock(services: Services, clock: FixedClock) -> None:
    card = logged(services, is_safety=True, from_stock=True)
    clock.set(datetime(2026, 9, 15, 10, tzinfo=UTC))
    services.complaints.take(card.id, Action.INVESTIGATE, Given(on=DAY_1), RUTH)
    answer = Given(
        on=DAY_1, words="Old blade", channel=Channel.POST, letter=True, finding=Finding.UPHELD
    )
    with pytest.raises(Refusal, match="complaint_needs_insurer"):
        services.complaints.take(card.id, Action.DECIDE, answer, RUTH)
    services.complaints.parts.told_insurer(card.id, DAY_1, "", RUTH)
    with pytest.raises(Refusal, match="complaint_needs_stock"):
        services.complaints.take(card.id, Action.DECIDE, answer, RUTH)
    services.complaints.parts.checked_stock(card.id, DAY_1, RUTH)
    assert services.complaints.take(card.id, Action.DECIDE, answer, RUTH).card.stage is (
        Stage.DECIDED
    )
    other = logged(services, is_safety=True)
    noted = services.complaints.parts.told_insurer(other.id, None, " below the excess ", RUTH).card
    assert noted.insurer_not_needed == "below the excess"


def test_costs_stand_in_hold_and_updates_are_noted(services: Services) -> None:
    card = logged(services)
    parts = services.complaints.parts
    assert parts.note_costs(card.id, 1250, 40, RUTH).card.cost_pence == 1250
    assert parts.stand_in(card.id, " Tom ", RUTH).card.stand_in == "Tom"
    assert parts.hold(card.id, "claim", RUTH).card.legal_hold == "claim"
    told = parts.updated(card.id, CAME.date(), RUTH).card
    assert told.dates.update_sent_on == CAME.date()
    with pytest.raises(Refusal, match="complaint_score_odd"):
        parts.followed_up(card.id, CAME.date(), 6, RUTH)
    for refused in (parts.updated, parts.checked_stock):
        with pytest.raises(Refusal, match="complaint_step_ahead"):
            refused(card.id, DAY_1, RUTH)


def test_actions_are_done_and_looked_at_again(services: Services) -> None:
    card = logged(services)
    parts = services.complaints.parts
    made = parts.add_action(card.id, ActionDraft(text="Check blades weekly"), RUTH)
    assert made.changes == {Kind.ACTION: {made.card}}
    done = ActionDraft(text="Check blades weekly", done_on=CAME.date())
    parts.change_action(made.card, done, RUTH)
    (action,) = services.complaints.file(card.id).actions
    assert action.check_on == date(2026, 12, 13)
    parts.action_checked(made.card, CAME.date(), True, " none since ", RUTH)
    (action,) = services.complaints.file(card.id).actions
    assert (action.works, action.check_note) == (True, "none since")
    assert parts.add_action(None, ActionDraft(text="Of our own accord"), RUTH).card == 2


def test_behaviour_is_noted_with_the_day_to_look_again(services: Services) -> None:
    card = logged(services)
    said = BehaviourDraft(on=CAME.date(), text="Shouted for ten minutes")
    parts = services.complaints.parts
    (note,) = parts.add_behaviour(card.id, said, RUTH).card.behaviours
    assert note.draft == said
    warned = BehaviourDraft(
        on=CAME.date(), text="Shouted", warned_on=CAME.date(), limits="letters only"
    )
    (note,) = parts.change_behaviour(card.id, note.id, warned, RUTH).card.behaviours
    assert note.draft.review_on == date(2026, 12, 14)
