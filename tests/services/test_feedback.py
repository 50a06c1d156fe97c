# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""Feedback: written down, followed up, answered, made a complaint of, and each of it taken back."""

from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import UTC, date, datetime
from pathlib import Path

import pytest

from servicedesk.domain.complaints import ComplaintDraft, Stage
from servicedesk.domain.customers import Channel
from servicedesk.domain.elements import Element
from servicedesk.domain.errors import Refusal
from servicedesk.domain.feedback import (
    BatchDraft,
    Decision,
    FeedbackCard,
    FeedbackKind,
    Handled,
    MayQuote,
    Quoting,
    Scores,
    Touchpoint,
)
from servicedesk.domain.feedback_listed import FeedbackChip, WallLine
from servicedesk.domain.feedback_rules import Asked, Quote
from servicedesk.domain.kinds import Kind
from servicedesk.domain.people import PersonDraft
from servicedesk.services.registry import Services, open_services
from tests.helpers.builders import words
from tests.helpers.fakes import FixedClock
from tests.services.around import surroundings
from tests.services.feedback_made import MONDAY, MRS_PATEL, RUTH, draft, logged, marked
from tests.store.files import new_file, opened

YES = Quoting(may=MayQuote.YES)

NOW = datetime(2026, 9, 14, 9, tzinfo=UTC)
WEDNESDAY = date(2026, 9, 16)
SUNDAY = date(2026, 9, 13)


@pytest.fixture
def services(tmp_path: Path) -> Iterator[Services]:
    with opened(new_file(tmp_path)) as file:
        yield open_services(file, surroundings(file.path, FixedClock(NOW)))


def ids(services: Services, chip: FeedbackChip, text: str = "") -> list[int]:
    return list(services.feedback.lists.ids(chip, text))


def refused(step: Callable[[], object]) -> tuple[str, str]:
    """The code and the field with which a step is refused; its sentence can be said."""
    with pytest.raises(Refusal) as found:
        step()
    assert words().refusal(found.value)
    return found.value.code, found.value.field or ""


def now(services: Services, card: FeedbackCard) -> FeedbackCard:
    """As it stands in the file."""
    found = services.feedback.get(card.id)
    assert found is not None
    return found


def test_feedback_is_written_down_and_read_again(services: Services) -> None:
    done = services.feedback.log(draft("  Quick and tidy "), RUTH)
    assert done.changes == {Kind.FEEDBACK: {done.card.id}}
    assert done.card == services.feedback.get(done.card.id)
    assert (done.card.ref, done.card.draft) == ("F-2026-0001", draft())
    assert logged(services).ref == "F-2026-0002"
    assert services.feedback.get(99) is None
    services.undo.undo(RUTH)
    assert services.feedback.get(2) is None


def test_whoever_says_it_becomes_a_customer_in_the_same_step(services: Services) -> None:
    card = services.feedback.log(draft(called="Mrs P"), RUTH, MRS_PATEL).card
    assert (card.customer_name, card.who, card.draft.called) == ("Mrs Patel", "Mrs Patel", "")
    services.undo.undo(RUTH)
    assert services.feedback.get(card.id) is None


def test_scenario_45_the_two_low_ones_with_contact_details_make_two_tasks(
    services: Services,
) -> None:
    patel = services.customers.add(MRS_PATEL, RUTH).card.id
    nobody = services.customers.add(replace(MRS_PATEL, name="Mr Low", reaches=()), RUTH).card.id
    cards = [marked(point) for point in (5, 5, 4, 4, 3)]
    cards += [marked(2, customer_id=patel), marked(5), marked(4)]
    cards += [
        marked(1, reach="ann@shop.example"),
        marked(5),
        marked(1),
        marked(1, customer_id=nobody),
    ]
    services.feedback.cards.key_in(None, cards, RUTH)
    tasks = ids(services, FeedbackChip.FOLLOW_UP)
    assert tasks == [6, 9]
    assert [row.follow_up_due for row in services.feedback.lists.rows(tasks)] == [WEDNESDAY] * 2
    assert services.feedback.lists.counts()[FeedbackChip.FOLLOW_UP] == 2
    done = services.feedback.follow_up(6, MONDAY, " Rang her: sorted ", RUTH).card
    assert (done.followed_up_on, done.follow_up_note) == (MONDAY, "Rang her: sorted")
    assert ids(services, FeedbackChip.FOLLOW_UP) == [9]
    services.undo.undo(RUTH)
    assert ids(services, FeedbackChip.FOLLOW_UP) == [6, 9]
    services.undo.undo(RUTH)
    assert ids(services, FeedbackChip.ALL) == []


def test_all_that_can_be_typed_is_kept(services: Services) -> None:
    patel = services.customers.add(MRS_PATEL, RUTH).card.id
    complaint = services.complaints.log(
        ComplaintDraft(customer_id=patel, text="late", received_at=NOW), RUTH
    ).card
    batch = services.feedback.cards.add(BatchDraft(name="Sheets", first=MONDAY), RUTH).card
    typed = draft(
        "Slow",
        kind=FeedbackKind.ANSWER,
        customer_id=patel,
        better="Ring first",
        given_on=SUNDAY,
        channel=Channel.POST,
        source="sheet 7",
        staff="Tom",
        touchpoint=Touchpoint.COMPLAINT,
        elements=(Element.TIMELINESS, Element.EASE),
        scores=Scores(
            satisfaction=2,
            recommendation=0,
            effort=7,
            elements={element: 1 + at % 5 for at, element in enumerate(Element)},
            handling=dict.fromkeys(Handled, 5),
        ),
        wants_answer=True,
        quoting=Quoting(may=MayQuote.YES, shown_as="Mrs P.", is_incentivised=False),
        about_complaint_id=complaint.id,
        batch_id=batch.id,
    )
    card = services.feedback.log(typed, RUTH).card
    assert card == now(services, card)
    assert card.draft == typed
    assert (card.customer_name, card.written_at) == ("Mrs Patel", NOW)


def test_one_of_us_is_spelt_as_in_the_list_of_people_and_has_a_record(services: Services) -> None:
    services.people.add(PersonDraft(name="Tom"), RUTH)
    praise = FeedbackKind.COMPLIMENT
    first = logged(services, "Kind", kind=praise, staff=" tom ", given_on=SUNDAY)
    second = logged(services, "Quick", kind=praise, staff="TOM")
    logged(services, "Rude", staff="Tom")
    binned = logged(services, "x", kind=praise, staff="Tom")
    services.feedback.to_bin([binned.id], RUTH)
    assert first.draft.staff == "Tom"
    assert services.feedback.compliments_of("tom") == (second, first)
    assert services.feedback.compliments_of("") == ()
    assert services.feedback.staff_names() == ("Tom",)


def test_other_words_bring_other_days(services: Services) -> None:
    card = services.feedback.log(marked(2), RUTH).card
    assert card.follow_up_due is None
    change = services.feedback.change
    card = change(card.id, marked(2, reach="01632 960123"), RUTH).card
    assert card.follow_up_due == WEDNESDAY
    assert change(card.id, marked(5, reach="01632 960123"), RUTH).card.follow_up_due is None
    services.undo.undo(RUTH)
    assert now(services, card) == card
    assert refused(lambda: change(99, marked(5), RUTH))[0] == "record_gone"
    services.feedback.to_bin([card.id], RUTH)
    assert refused(lambda: change(card.id, marked(5), RUTH))[0] == "feedback_in_bin"


def test_whoever_changes_it_can_say_who_it_was(services: Services) -> None:
    card = logged(services, called="Mrs P")
    changed = services.feedback.change(card.id, card.draft, RUTH, MRS_PATEL).card
    assert (changed.who, changed.draft.called) == ("Mrs Patel", "")


def test_what_asks_for_no_follow_up_has_none(services: Services) -> None:
    card = logged(services)
    follow_up = services.feedback.follow_up
    assert refused(lambda: follow_up(card.id, MONDAY, "", RUTH))[0] == "feedback_no_follow_up"
    low = services.feedback.log(marked(1, reach="x@shop.example"), RUTH).card
    assert refused(lambda: follow_up(low.id, WEDNESDAY, "", RUTH)) == (
        *("feedback_step_ahead", "on"),
    )


def test_a_comment_becomes_a_complaint_only_when_somebody_wants_it(services: Services) -> None:
    patel = services.customers.add(MRS_PATEL, RUTH).card.id
    card = services.feedback.log(
        marked(1, customer_id=patel, text="Slow", better="Ring first", reach="ring at 9"), RUTH
    ).card
    make = services.feedback.make_complaint
    assert refused(lambda: make(card.id, False, RUTH)) == ("feedback_not_asked_for", "agreed")
    done = make(card.id, True, RUTH)
    complaint = done.card
    assert done.changes == {Kind.FEEDBACK: {card.id}, Kind.COMPLAINT: {complaint.id}}
    assert (complaint.draft.text, complaint.customer_name) == ("Slow\n\nRing first", "Mrs Patel")
    assert complaint.draft.notes == (
        "Came of feedback F-2026-0001.\nThey can be reached by ring at 9."
    )
    assert (complaint.stage, complaint.draft.received_at) == (Stage.RECEIVED, NOW)
    after = now(services, card)
    assert after == replace(card, complaint_id=complaint.id, followed_up_on=MONDAY)
    assert services.feedback.of_complaint(complaint.id) == ((after,), ())
    assert refused(lambda: make(card.id, True, RUTH))[0] == "feedback_is_complaint"
    services.undo.undo(RUTH)
    assert now(services, card) == card
    assert services.feedback.of_complaint(complaint.id) == ((), ())
    assert services.complaints.of(patel) == ()


def test_an_answer_that_was_expected_makes_it_a_complaint_of_its_own_day(
    services: Services,
) -> None:
    card = logged(services, called="Ann", wants_answer=True, given_on=date(2026, 9, 10))
    complaint = services.feedback.make_complaint(card.id, False, RUTH).card
    assert complaint.draft.received_at.date() == date(2026, 9, 10)
    assert complaint.draft.called == "Ann"
    today = logged(services, wants_answer=True)
    made = services.feedback.make_complaint(today.id, False, RUTH).card
    assert made.draft.received_at == NOW


def test_feedback_and_its_complaint_are_one_step(services: Services) -> None:
    said = draft("Nobody rang back", called="Ann")
    done = services.feedback.log_complaint(said, RUTH, MRS_PATEL)
    ((card,), _) = services.feedback.of_complaint(done.card.id)
    assert (done.card.customer_name, card.customer_name) == ("Mrs Patel", "Mrs Patel")
    assert set(done.changes) == {Kind.FEEDBACK, Kind.COMPLAINT, Kind.CUSTOMER}
    services.undo.undo(RUTH)
    assert services.feedback.get(card.id) is None
    assert refused(lambda: services.complaints.get(done.card.id))[0] == "record_gone"
    assert ids(services, FeedbackChip.ALL) == []
    card = logged(services)
    complaint = services.feedback.log_complaint(said, RUTH, feedback_id=card.id).card
    assert (now(services, card).draft, complaint.draft.text) == (said, "Nobody rang back")
    again = services.feedback.log_complaint
    assert refused(lambda: again(said, RUTH, feedback_id=card.id))[0] == "feedback_is_complaint"
    services.undo.undo(RUTH)
    assert now(services, card) == card
    services.feedback.to_bin([card.id], RUTH)
    assert refused(lambda: again(said, RUTH, feedback_id=card.id))[0] == "feedback_in_bin"


def test_marks_without_words_become_a_complaint_that_asks(services: Services) -> None:
    card = services.feedback.log(marked(1), RUTH).card
    complaint = services.feedback.make_complaint(card.id, True, RUTH).card
    assert complaint.draft.text == "They gave a low mark and no words. Ask what went wrong."


def test_what_is_said_of_handling_stands_with_the_complaint(services: Services) -> None:
    complaint = services.complaints.log(ComplaintDraft(text="late", received_at=NOW), RUTH).card
    said = logged(
        services,
        "",
        scores=Scores(handling={Handled.OVERALL: 4}),
        about_complaint_id=complaint.id,
    )
    assert services.feedback.of_complaint(complaint.id) == ((), (said,))


def test_a_suggestion_is_decided_answered_and_put_on_the_wall(services: Services) -> None:
    feedback = services.feedback
    card = logged(
        services, "Open on Sundays", kind=FeedbackKind.SUGGESTION, called="Ann", wants_answer=True
    )
    assert ids(services, FeedbackChip.TO_ANSWER) == [card.id]
    assert refused(lambda: feedback.put_on_wall(card.id, True, RUTH)) == (
        *("wall_undecided", "decision"),
    )
    feedback.decide(card.id, Decision.DONE, " We open on Sundays now. ", RUTH)
    feedback.answered(card.id, MONDAY, RUTH)
    assert refused(lambda: feedback.put_on_wall(card.id, True, RUTH)) == (
        *("wall_not_asked", "may_quote"),
    )
    feedback.change(card.id, replace(card.draft, quoting=YES), RUTH)
    after = feedback.put_on_wall(card.id, True, RUTH).card
    assert (after.answer, after.answered_on, after.is_on_wall) == (
        *("We open on Sundays now.", MONDAY, True),
    )
    assert ids(services, FeedbackChip.TO_ANSWER) == []
    assert ids(services, FeedbackChip.WALL) == [card.id]
    assert feedback.lists.counts() == {
        FeedbackChip.FOLLOW_UP: 0,
        FeedbackChip.TO_ANSWER: 0,
        FeedbackChip.LOW: 0,
        FeedbackChip.WALL: 1,
    }
    assert feedback.lists.wall() == (
        WallLine(
            id=card.id,
            said="Open on Sundays",
            done="We open on Sundays now.",
            decision=Decision.DONE,
        ),
    )
    assert not feedback.put_on_wall(card.id, False, RUTH).card.is_on_wall
    services.undo.undo(RUTH)
    assert feedback.lists.wall() != ()


def test_what_no_longer_fits_leaves_the_wall(services: Services) -> None:
    feedback = services.feedback
    card = logged(services, "Open on Sundays", kind=FeedbackKind.SUGGESTION, quoting=YES)
    feedback.decide(card.id, Decision.PLANNED, "From May on.", RUTH)
    feedback.put_on_wall(card.id, True, RUTH)
    assert not feedback.decide(card.id, Decision.NOT_NOW, "No.", RUTH).card.is_on_wall
    assert feedback.lists.wall() == ()
    services.undo.undo(RUTH)
    assert now(services, card).is_on_wall
    named = replace(card.draft, called="Ann", text="Ann wants Sundays")
    assert not feedback.change(card.id, named, RUTH).card.is_on_wall


@pytest.mark.parametrize("may", [MayQuote.NO, MayQuote.NOT_ASKED])
def test_what_they_no_longer_let_us_print_leaves_the_wall_by_itself(
    services: Services, may: MayQuote
) -> None:
    feedback = services.feedback
    card = logged(services, "Open on Sundays", kind=FeedbackKind.SUGGESTION, quoting=YES)
    feedback.decide(card.id, Decision.DONE, "We do.", RUTH)
    feedback.put_on_wall(card.id, True, RUTH)
    after = feedback.change(card.id, replace(card.draft, quoting=Quoting(may=may)), RUTH).card
    assert not after.is_on_wall
    assert feedback.lists.wall() == ()


def test_praise_is_passed_on_and_thanked_for(services: Services) -> None:
    feedback = services.feedback
    card = logged(services, kind=FeedbackKind.COMPLIMENT, staff="Tom")
    feedback.thanked(card.id, MONDAY, RUTH)
    after = feedback.passed_on(card.id, MONDAY, RUTH).card
    assert (after.thanked_on, after.passed_on) == (MONDAY, MONDAY)
    assert feedback.thanked(card.id, None, RUTH).card.thanked_on is None
    assert feedback.passed_on(card.id, None, RUTH).card.passed_on is None
    nobody = logged(services, kind=FeedbackKind.COMPLIMENT)
    assert refused(lambda: feedback.passed_on(nobody.id, MONDAY, RUTH)) == (
        *("feedback_names_nobody", "staff"),
    )
    assert refused(lambda: feedback.answered(card.id, SUNDAY, RUTH)) == (
        *("feedback_step_before", "on"),
    )
    assert refused(lambda: feedback.decide(card.id, Decision.DONE, "", RUTH))[0] == (
        "feedback_nothing_to_decide"
    )


def test_scenario_52_praise_without_permission_is_blocked_and_with_it_allowed(
    services: Services,
) -> None:
    feedback = services.feedback
    card = logged(services, kind=FeedbackKind.COMPLIMENT, called="Meena Patel")
    assert refused(lambda: feedback.quotable(card.id)) == ("quote_not_asked", "may_quote")
    agreed = Quoting(may=MayQuote.YES, shown_as="Meena P.", is_incentivised=False)
    feedback.change(card.id, replace(card.draft, quoting=agreed), RUTH)
    assert feedback.quotable(card.id) == Quote(
        text="Quick and tidy", name="Meena P.", source="", given_on=MONDAY
    )


def test_a_new_shop_asks_one_question_and_the_owner_switches_more_on(services: Services) -> None:
    assert services.feedback.asked() == Asked()
    services.business.save({"asks_effort": True, "asks_handling": True}, RUTH)
    assert services.feedback.asked() == Asked(effort=True, handling=True)
    assert services.feedback.address() == ""
    services.business.save({"feedback_address": "shop.example/tell"}, RUTH)
    assert services.feedback.address() == "https://shop.example/tell"
    save = services.business.save
    assert refused(lambda: save({"feedback_address": "me@shop.example"}, RUTH)) == (
        *("qr_address_email", "feedback_address"),
    )
