# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""What a step of a complaint needs: each thing that is missing is named by a sentence."""

from dataclasses import replace
from datetime import date

import pytest

from servicedesk.domain.actions import ActionCard, ActionDraft
from servicedesk.domain.complaints import (
    ComplaintCard,
    Content,
    Dates,
    Finding,
    Stage,
)
from servicedesk.domain.complaints_causes import Cause, Learning
from servicedesk.domain.complaints_file import RemedyCard
from servicedesk.domain.complaints_guards import before_findings, finding_of
from servicedesk.domain.complaints_stages import (
    Action,
    allowed_actions,
    check,
    suggested_action,
)
from servicedesk.domain.customers import Channel
from tests.domain.complaints_made import (
    DONE,
    FIRST,
    HISTORY,
    IN_TURN,
    LATER,
    PLANNED,
    RECEIVED,
    SAID,
    TODAY,
    WAITED,
    at,
    card,
    case,
    draft,
    given,
    issue,
    ready,
    refused,
    step,
)
from tests.helpers.builders import words

# --- the answer ------------------------------------------------------------------------------


def test_every_point_needs_its_result_and_its_reasons() -> None:
    looking = card(assessment=IN_TURN)
    first = issue(1, Finding.UPHELD)
    open_one = case(looking, issues=(first, issue(2, None)))
    refusal = refused("complaint_issue_needs_finding", Action.DECIDE, open_one)
    assert words().refusal(refusal).startswith("Point 2 ")
    bare = case(looking, issues=(first, issue(2, Finding.NOT_UPHELD, " ")))
    refused("complaint_issue_needs_reasons", Action.DECIDE, bare)
    whole = case(looking, issues=(first, issue(2, Finding.NOT_UPHELD)))
    assert check(whole, Action.DECIDE, given(channel=Channel.PHONE)) is Stage.DECIDED


def test_without_points_the_whole_needs_them() -> None:
    about = case(card(assessment=IN_TURN))
    phone = given(channel=Channel.PHONE)
    refused("complaint_needs_finding", Action.DECIDE, about, phone)
    agreed = replace(phone, finding=Finding.UPHELD)
    refused("complaint_needs_reasons", Action.DECIDE, about, agreed)
    assert check(about, Action.DECIDE, replace(agreed, words="We were late")) is Stage.DECIDED
    known = case(card(assessment=IN_TURN, finding=Finding.UPHELD, outcome_words="We were late"))
    assert check(known, Action.DECIDE, phone) is Stage.DECIDED
    refused("complaint_needs_channel", Action.DECIDE, known, given())


@pytest.mark.parametrize(
    ("found", "whole"),
    [
        ((Finding.UPHELD, Finding.UPHELD), Finding.UPHELD),
        ((Finding.UPHELD, Finding.NOT_UPHELD), Finding.PARTLY),
        ((Finding.NO_FINDING, Finding.UPHELD), Finding.PARTLY),
        ((Finding.PARTLY, Finding.PARTLY), Finding.PARTLY),
        ((Finding.NOT_UPHELD, Finding.NOT_UPHELD), Finding.NOT_UPHELD),
        ((Finding.NO_FINDING, Finding.NO_FINDING), Finding.NO_FINDING),
        ((Finding.NO_FINDING, Finding.NOT_UPHELD), Finding.NOT_UPHELD),
        ((Finding.UPHELD, None), None),
    ],
)
def test_the_whole_follows_its_points(
    found: tuple[Finding | None, ...], whole: Finding | None
) -> None:
    issues = tuple(issue(place, one) for place, one in enumerate(found, 1))
    assert finding_of(case(card(finding=Finding.UPHELD), issues=issues).file) is whole


# --- harm and damage -------------------------------------------------------------------------

HARMED = card(assessment=FIRST, draft=draft(is_safety=True, from_stock=True))


def test_the_insurer_and_the_stock_come_before_we_agree() -> None:
    assert [one.code for one in before_findings(HARMED)] == [
        "complaint_needs_insurer",
        "complaint_needs_stock",
    ]
    said = given(letter=True, finding=Finding.UPHELD, words="It was our tray")
    refused("complaint_needs_insurer", Action.DECIDE, case(HARMED), said)
    told = replace(HARMED, dates=Dates(insurer_told_on=RECEIVED))
    refused("complaint_needs_stock", Action.DECIDE, case(told), said)
    seen_to = replace(HARMED, dates=Dates(insurer_told_on=RECEIVED, stock_checked_on=RECEIVED))
    assert before_findings(seen_to) == ()
    assert check(case(seen_to), Action.DECIDE, said) is Stage.DECIDED
    reasoned = replace(told, insurer_not_needed="below the excess")
    assert [one.code for one in before_findings(reasoned)] == ["complaint_needs_stock"]
    assert before_findings(card()) == ()
    other = replace(said, finding=Finding.NOT_UPHELD)
    assert check(case(HARMED), Action.DECIDE, other) is Stage.DECIDED


def test_a_button_says_so_beforehand() -> None:
    about = case(HARMED, issues=(issue(1, Finding.UPHELD),))
    decide = next(one for one in allowed_actions(about) if one.action is Action.DECIDE)
    assert [one.code for one in decide.missing] == ["complaint_needs_insurer"]


# --- waiting ---------------------------------------------------------------------------------


def test_going_on_without_a_reply_needs_a_reminder_and_ten_working_days() -> None:
    waiting = ready(Stage.WAITING_CUSTOMER)
    never = case(waiting, LATER, pauses=(replace(WAITED, reminded_on=None),))
    refused("complaint_needs_reminder", Action.DECIDE_ON_WHAT_WE_HAVE, never)
    refused("complaint_needs_reminder", Action.DECIDE_ON_WHAT_WE_HAVE, case(waiting, LATER))
    early = case(waiting, date(2026, 9, 28), pauses=(WAITED,))
    refused("complaint_reminder_wait", Action.DECIDE_ON_WHAT_WE_HAVE, early)
    assert suggested_action(early) is None
    due = case(waiting, date(2026, 9, 29), pauses=(WAITED,))
    assert suggested_action(due) is Action.DECIDE_ON_WHAT_WE_HAVE


def test_time_only_suggests() -> None:
    waiting = ready(Stage.WAITING_OTHER)
    steps = (*HISTORY, step(3, "wait_other", Stage.INVESTIGATING, Stage.WAITING_OTHER))
    assert suggested_action(case(waiting, date(2026, 9, 25), steps=steps)) is None
    later = case(waiting, date(2026, 9, 28), steps=steps)
    assert suggested_action(later) is Action.OTHER_REPLIED
    assert suggested_action(case(waiting, LATER)) is None
    suggested = [one for one in allowed_actions(later) if one.is_suggested]
    assert [one.action for one in suggested] == [Action.OTHER_REPLIED]
    assert later.card.stage is Stage.WAITING_OTHER


@pytest.mark.parametrize(
    ("about", "remedies", "suggested"),
    [
        (card(Stage.RECEIVED), (), Action.ACKNOWLEDGE),
        (card(Stage.RECEIVED, dates=Dates(acknowledged_at=at(RECEIVED))), (), Action.INVESTIGATE),
        (card(Stage.ACKNOWLEDGED), (), Action.INVESTIGATE),
        (card(Stage.INVESTIGATING), (), None),
        (card(Stage.INVESTIGATING, finding=Finding.UPHELD), (), Action.DECIDE),
        (card(Stage.DECIDED), (), Action.RESOLVE),
        (card(Stage.DECIDED), (PLANNED,), Action.PLAN_REMEDY),
        (card(Stage.REMEDY_PENDING), (PLANNED,), None),
        (card(Stage.REMEDY_PENDING), (DONE,), Action.RESOLVE),
        (card(Stage.RESOLVED, dates=Dates(resolved_on=RECEIVED)), (), None),
        (
            card(Stage.RESOLVED, dates=Dates(resolved_on=RECEIVED, follow_up_on=TODAY)),
            (),
            Action.CLOSE,
        ),
        (card(Stage.CLOSED), (), None),
    ],
)
def test_what_seems_to_be_next(
    about: ComplaintCard, remedies: tuple[RemedyCard, ...], suggested: Action | None
) -> None:
    assert suggested_action(case(about, remedies=remedies)) is suggested


# --- putting it right, and the end -----------------------------------------------------------


def test_only_what_we_agree_with_is_put_right() -> None:
    decided = card(Stage.DECIDED, finding=Finding.NOT_UPHELD)
    about = case(decided, remedies=(PLANNED,))
    refused("complaint_remedy_needs_agreement", Action.PLAN_REMEDY, about)
    agreed = replace(decided, finding=Finding.PARTLY)
    refused("complaint_needs_remedy_due", Action.PLAN_REMEDY, case(agreed, remedies=(DONE,)))
    planned = case(agreed, remedies=(PLANNED,))
    assert check(planned, Action.PLAN_REMEDY, SAID) is Stage.REMEDY_PENDING


def test_it_is_sorted_once_everything_is_done() -> None:
    pending = card(Stage.REMEDY_PENDING, finding=Finding.UPHELD)
    refused("complaint_remedies_open", Action.RESOLVE, case(pending, remedies=(DONE, PLANNED)))
    assert check(case(pending, remedies=(DONE,)), Action.RESOLVE, SAID) is Stage.RESOLVED
    decided = case(card(Stage.DECIDED), remedies=(PLANNED,))
    refused("complaint_remedies_open", Action.RESOLVE, decided, replace(SAID, accepted=False))
    assert check(decided, Action.RESOLVE, SAID) is Stage.RESOLVED


def test_finishing_asks_what_is_done_about_it_and_how_it_went() -> None:
    causes = Learning(causes=(Cause.SLIP,))
    done = card(Stage.RESOLVED, learning=causes, dates=Dates(resolved_on=RECEIVED))
    refused("complaint_needs_action", Action.CLOSE, case(done))
    action = ActionCard(id=1, complaint_id=1, draft=ActionDraft(text="new list"))
    early = case(done, date(2026, 9, 25), actions=(action,))
    refused("complaint_needs_follow_up", Action.CLOSE, early, replace(SAID, on=RECEIVED))
    asked_before = replace(done.dates, follow_up_on=date(2026, 9, 10))
    old = case(replace(done, dates=asked_before), actions=(action,))
    refused("complaint_needs_follow_up", Action.CLOSE, old)
    later = case(done, date(2026, 9, 28), actions=(action,))
    assert check(later, Action.CLOSE, SAID) is Stage.CLOSED


def test_that_they_seemed_content_counts_as_having_asked() -> None:
    causes = Learning(causes=(Cause.SLIP,), no_action_because="once in ten years")
    dates = Dates(resolved_on=RECEIVED)
    done = card(Stage.RESOLVED, learning=causes, dates=dates, content=Content.YES)
    now = replace(SAID, on=RECEIVED)
    assert check(case(done, date(2026, 9, 25)), Action.CLOSE, now) is Stage.CLOSED
    first = replace(done, assessment=replace(done.assessment, is_safety=True))
    for other in (
        replace(done, content=Content.NO),
        replace(done, content=Content.NOT_SAID),
        replace(done, level=1),
        replace(done, reopened=1),
        first,
    ):
        early = case(other, date(2026, 9, 25))
        refused("complaint_needs_follow_up", Action.CLOSE, early, now)


def test_a_result_from_outside_finishes_with_a_cause_only() -> None:
    outside = case(card(Stage.EXTERNAL))
    refused("complaint_needs_cause", Action.OUTSIDE_RESULT, outside)


# --- second looks, opening again, outside ----------------------------------------------------

ANSWERED = card(Stage.DECIDED, dates=Dates(decided_on=date(2026, 9, 16)))


def test_two_second_looks_and_no_more() -> None:
    assert check(case(ANSWERED), Action.SECOND_LOOK, SAID) is Stage.INVESTIGATING
    twice = case(replace(ANSWERED, level=2))
    refused("complaint_second_looks_used", Action.SECOND_LOOK, twice)


def test_a_second_look_within_twenty_working_days_of_the_last_answer() -> None:
    last, after = date(2026, 10, 14), date(2026, 10, 15)
    about = case(ANSWERED, after)
    assert check(about, Action.SECOND_LOOK, replace(SAID, on=last)) is Stage.INVESTIGATING
    refused("complaint_second_look_late", Action.SECOND_LOOK, about, replace(SAID, on=after))
    again = step(5, "decide", Stage.INVESTIGATING, Stage.DECIDED, happened_on=date(2026, 10, 1))
    answered_again = case(ANSWERED, after, steps=(again,))
    late = replace(SAID, on=after)
    assert check(answered_again, Action.SECOND_LOOK, late) is Stage.INVESTIGATING
    unknown = case(card(Stage.DECIDED), after)
    assert check(unknown, Action.SECOND_LOOK, SAID) is Stage.INVESTIGATING


def test_fresh_eyes_where_there_are_any() -> None:
    own = replace(SAID, by_whom="ann")
    assert check(case(ANSWERED, people=("Ann",)), Action.SECOND_LOOK, own) is Stage.INVESTIGATING
    refusal = refused(
        "complaint_second_look_same",
        Action.SECOND_LOOK,
        case(ANSWERED, people=("Ann", "Tom")),
        own,
    )
    assert refusal.params["name"] == "Tom"
    answer = step(5, "decide", Stage.INVESTIGATING, Stage.DECIDED, who="Tom")
    both = case(ANSWERED, people=("Ann", "Tom"), steps=(answer,))
    assert check(both, Action.SECOND_LOOK, own) is Stage.INVESTIGATING


def test_the_owner_who_answered_while_nobody_served_has_no_fresh_eyes() -> None:
    answer = step(5, "decide", Stage.INVESTIGATING, Stage.DECIDED, who="owner")
    looked = replace(case(ANSWERED, people=("Ruth", "Tom"), steps=(answer,)), owner="Ruth")
    own = replace(SAID, by_whom="Ruth")
    refusal = refused("complaint_second_look_same", Action.SECOND_LOOK, looked, own)
    assert refusal.params["name"] == "Tom"


def test_opening_again_within_a_year_or_as_the_owner_wishes() -> None:
    closed = card(Stage.CLOSED, dates=Dates(closed_on=TODAY))
    last, after = date(2027, 9, 18), date(2027, 9, 19)
    on_last = replace(SAID, on=last)
    assert check(case(closed, after), Action.REOPEN, on_last) is Stage.INVESTIGATING
    late = replace(SAID, on=after)
    refused("complaint_reopen_late", Action.REOPEN, case(closed, after), late)
    wished = replace(late, owner_wishes=True)
    assert check(case(closed, after), Action.REOPEN, wished) is Stage.INVESTIGATING
    unknown = case(card(Stage.CLOSED), after)
    assert check(unknown, Action.REOPEN, late) is Stage.INVESTIGATING


def test_outside_comes_after_a_second_look_or_eight_weeks_or_of_their_own_will() -> None:
    refused("complaint_outside_early", Action.GO_OUTSIDE, case(ANSWERED))
    over = case(ANSWERED, date(2026, 11, 9))
    assert check(over, Action.GO_OUTSIDE, SAID) is Stage.EXTERNAL
    again = case(replace(ANSWERED, level=1))
    assert check(again, Action.GO_OUTSIDE, SAID) is Stage.EXTERNAL
    refused("complaint_outside_needs_letter", Action.GO_OUTSIDE, again, replace(SAID, letter=False))
    went = replace(SAID, customer_went=True, letter=False)
    assert check(case(ANSWERED), Action.GO_OUTSIDE, went) is Stage.EXTERNAL


LETTER_SENT = replace(SAID, due=date(2026, 10, 12))


def test_more_time_is_a_day_that_a_letter_promises() -> None:
    """Bug 7: what was promised in writing is what the program says, and a day that can be kept."""
    late = case(card())  # due on 28 September
    assert check(late, Action.EXTEND, LETTER_SENT) is Stage.INVESTIGATING
    before = replace(SAID, due=TODAY)
    refused("complaint_extend_day_past", Action.EXTEND, late, before)
    sooner = replace(SAID, due=date(2026, 9, 28))
    refused("complaint_extend_not_later", Action.EXTEND, late, sooner)


def test_the_usual_longer_time_is_given_once_and_not_to_a_second_look() -> None:
    longer = case(card(assessment=replace(IN_TURN, is_complex=True)))
    refused("complaint_extend_needs_day", Action.EXTEND, longer)
    assert check(longer, Action.EXTEND, LETTER_SENT) is Stage.INVESTIGATING
    again = case(card(level=1), steps=(step(1, "second_look", Stage.DECIDED, Stage.INVESTIGATING),))
    refused("complaint_extend_needs_day", Action.EXTEND, again)
    assert check(again, Action.EXTEND, LETTER_SENT) is Stage.INVESTIGATING


def test_past_the_eight_weeks_only_when_they_are_nearly_over() -> None:
    """G2: a reasoned extension; 9 November is eight weeks after it came."""
    past = replace(SAID, due=date(2026, 11, 20))
    refused("complaint_extend_past_ceiling", Action.EXTEND, case(card()), past)
    early = case(card(), date(2026, 10, 30))
    refused("complaint_extend_past_ceiling", Action.EXTEND, early, past)
    near = case(card(), date(2026, 11, 2))
    assert check(near, Action.EXTEND, past) is Stage.INVESTIGATING
    reopened = step(9, "reopen", Stage.CLOSED, Stage.INVESTIGATING, happened_on=date(2026, 11, 10))
    long_after = case(card(), date(2026, 11, 11), steps=(reopened,))
    assert check(long_after, Action.EXTEND, past) is Stage.INVESTIGATING
