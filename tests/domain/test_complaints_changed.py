# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""What is changed of a complaint later, and what of its answer stays as it was all the same."""

from dataclasses import replace
from datetime import date

import pytest

from servicedesk.domain.complaints import (
    Assessment,
    Content,
    Dates,
    Dues,
    Finding,
    Priority,
    Serious,
    Stage,
)
from servicedesk.domain.complaints_assessing import changed_assessment
from servicedesk.domain.complaints_clocks import days_without_waits
from servicedesk.domain.complaints_file import ComplaintFile, RemedyKind
from servicedesk.domain.complaints_sorting import SortedDraft, before_sorting, sorted_out
from servicedesk.domain.complaints_stages import Action, check
from servicedesk.domain.complaints_standing import stand_of_card, stand_words
from servicedesk.domain.complaints_stepping import refuse_later_receipt
from servicedesk.domain.customers import Channel
from servicedesk.domain.errors import Refusal
from tests.domain.complaints_made import (
    ENG,
    IN_TURN,
    RECEIVED,
    SAID,
    SOON,
    TODAY,
    at,
    card,
    case,
    draft,
    recounted,
    refused,
    step,
)
from tests.helpers.builders import words

DECIDED = step(
    2,
    "decide",
    Stage.INVESTIGATING,
    Stage.DECIDED,
    happened_on=date(2026, 10, 2),
    due_on=date(2026, 9, 28),
    judged_on=date(2026, 9, 21),
)


def test_the_one_word_of_the_form_counts_until_it_is_weighed() -> None:
    new = card(assessment=IN_TURN)
    found = changed_assessment(new, draft(serious=Serious.SERIOUS, is_safety=True))
    assert (found.severity, found.is_safety) == (3, True)
    weighed = card(assessment=replace(SOON, on=RECEIVED))
    assert changed_assessment(weighed, draft(serious=Serious.SERIOUS)) == weighed.assessment
    with pytest.raises(Refusal, match="complaint_lower_by_weighing"):
        changed_assessment(card(), draft(serious=Serious.SMALL))


def test_that_somebody_was_hurt_counts_whenever_it_is_said() -> None:
    chosen = Assessment(severity=1, impact=0, urgency=1, on=RECEIVED, raised=Priority.P2)
    found = changed_assessment(card(assessment=chosen), draft(is_safety=True))
    assert (found.is_safety, found.raised) == (True, None)


def test_the_due_day_of_an_answer_stays_what_it_was() -> None:
    late = card(Stage.DECIDED, dates=Dates(decided_on=DECIDED.happened_on), assessment=IN_TURN)
    dues = recounted(ComplaintFile(card=late, steps=(DECIDED,)), ENG).dues
    assert (dues.decide_on, dues.judged_on, dues.first_on) == (
        date(2026, 9, 28),
        date(2026, 9, 21),
        date(2026, 9, 21),
    )


def test_the_answer_that_came_the_latest_after_its_day_says_how_it_stands() -> None:
    dues = Dues(
        acknowledge_on=RECEIVED,
        decide_on=date(2026, 10, 19),
        first_on=date(2026, 9, 28),
        ceiling_on=date(2026, 11, 9),
    )
    first = Dates(decided_on=date(2026, 10, 2))
    today = date(2026, 10, 20)

    def said(stage: Stage, dates: Dates) -> str:
        return stand_words(stand_of_card(card(stage, dues=dues, dates=dates), today, ENG), words())

    again = replace(first, answered_on=date(2026, 10, 12))
    assert said(Stage.DECIDED, again) == "answered 4 working days late"
    later = replace(first, answered_on=date(2026, 10, 30))
    assert said(Stage.DECIDED, later) == "answered 9 working days late"
    assert said(Stage.INVESTIGATING, first) == "late by 1 working day"
    assert said(Stage.WITHDRAWN, Dates()) == "ended"


def test_it_did_not_come_after_what_was_done_about_it() -> None:
    looked = step(2, "investigate", Stage.RECEIVED, Stage.INVESTIGATING, happened_on=TODAY)
    file = ComplaintFile(card=card(), steps=(looked,))
    refuse_later_receipt(file, at(date(2026, 9, 11)), ENG)
    refuse_later_receipt(file, at(TODAY), ENG)
    with pytest.raises(Refusal, match="complaint_received_after_step"):
        refuse_later_receipt(file, at(date(2026, 9, 19)), ENG)
    told = ComplaintFile(card=card(dates=Dates(acknowledged_at=at(RECEIVED, 12))))
    with pytest.raises(Refusal, match="complaint_received_after_step"):
        refuse_later_receipt(told, at(RECEIVED, 13), ENG)


@pytest.mark.parametrize(
    ("stage", "code"),
    [
        (Stage.WITHDRAWN, "complaint_master_withdrawn"),
        (Stage.DUPLICATE, "complaint_master_duplicate"),
    ],
)
def test_what_is_out_of_the_way_itself_is_no_other_complaint(stage: Stage, code: str) -> None:
    about = replace(case(card()), master=card(stage, id=2))
    refused(code, Action.SAME_AS, about)
    still = replace(case(card()), master=card(Stage.CLOSED, id=2))
    assert check(still, Action.SAME_AS, SAID) is Stage.DUPLICATE


def test_sorted_after_harm_asks_for_the_insurer_where_we_agree() -> None:
    hurt = replace(IN_TURN, is_safety=True, raised=Priority.P2, raise_note="a scratch")
    about = case(card(assessment=hurt))
    agreed = replace(SAID, finding=Finding.UPHELD)
    refused("complaint_needs_insurer", Action.SORT_OUT, about, agreed)
    kind = replace(SAID, finding=Finding.NO_FINDING)
    assert check(about, Action.SORT_OUT, kind) is Stage.CLOSED


def test_an_answer_that_was_given_stays_when_it_is_sorted() -> None:
    done = SortedDraft(
        did="a voucher",
        kind=RemedyKind.GOODWILL,
        told_by=Channel.COUNTER,
        on=TODAY,
        content=Content.YES,
    )
    told = {"finding": Finding.NOT_UPHELD, "outcome_words": "It works", "told_by": Channel.POST}
    dates = Dates(decided_on=RECEIVED, answered_on=RECEIVED, resolved_on=RECEIVED)
    answered = card(Stage.RESOLVED, assessment=IN_TURN, dates=dates, **told)
    kept = sorted_out(before_sorting(ComplaintFile(card=answered)), done, TODAY, at(TODAY), ENG)
    assert {name: getattr(kept, name) for name in told} == told
    assert (kept.did, kept.dates.resolved_on) == ("a voucher", RECEIVED)
    again = card(Stage.INVESTIGATING, assessment=IN_TURN, dates=dates, **told)
    anew = sorted_out(before_sorting(ComplaintFile(card=again)), done, TODAY, at(TODAY), ENG)
    assert (anew.finding, anew.outcome_words) == (Finding.NOT_UPHELD, "a voucher")
    assert (anew.told_by, anew.dates.resolved_on) == (Channel.COUNTER, TODAY)


def test_the_days_of_waiting_for_the_customer_do_not_count() -> None:
    """Scenario 25: paused for four working days, so 14 September to 30 September are eight."""
    waits = [(date(2026, 9, 17), date(2026, 9, 23))]
    until = date(2026, 9, 30)
    assert days_without_waits(RECEIVED, until, (), ENG) == 12
    assert days_without_waits(RECEIVED, until, waits, ENG) == 8
