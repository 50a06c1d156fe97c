# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""What a step settles, and what taking it back leaves."""

from dataclasses import replace
from datetime import date, datetime

import pytest
from hypothesis import given as given_any
from hypothesis import settings
from hypothesis import strategies as st

from servicedesk.domain.complaints import (
    ENDED,
    Assessment,
    ComplaintCard,
    Content,
    Dates,
    Finding,
    Stage,
)
from servicedesk.domain.complaints_asks import Given
from servicedesk.domain.complaints_causes import Cause, Learning
from servicedesk.domain.complaints_file import ComplaintFile
from servicedesk.domain.complaints_stages import TABLE, Action
from servicedesk.domain.complaints_stepping import acknowledged, taken, taken_back
from servicedesk.domain.customers import Channel
from servicedesk.domain.errors import Refusal
from tests.domain.complaints_made import (
    ENG,
    IN_TURN,
    RECEIVED,
    at,
    card,
    case,
    given,
    recounted,
    step,
)
from tests.helpers.builders import words

TODAY = date(2026, 9, 18)
NOW = at(TODAY, 15)
TOLD = Dates(acknowledged_at=at(RECEIVED, 12))
LEARNT = Learning(causes=(Cause.SLIP,), no_action_because="It was the snow")


def small(stage: Stage, **said: object) -> ComplaintCard:
    return card(stage, **{"assessment": IN_TURN, **said})


def after(
    of: ComplaintCard, action: Action, said: Given, now: datetime = NOW, today: date = TODAY
) -> ComplaintCard:
    return taken(case(of, today), action, said, now)


def test_telling_them() -> None:
    found = after(small(Stage.RECEIVED), Action.ACKNOWLEDGE, given(channel=Channel.PHONE))
    assert (found.stage, found.dates.acknowledged_at) == (Stage.ACKNOWLEDGED, NOW)
    by_day = given(on=date(2026, 9, 16), channel=Channel.PHONE)
    found = after(small(Stage.INVESTIGATING), Action.ACKNOWLEDGE, by_day)
    noon = at(date(2026, 9, 16), 12)
    assert (found.stage, found.dates.acknowledged_at) == (Stage.INVESTIGATING, noon)
    late_receipt = small(Stage.RECEIVED)
    late_receipt = replace(
        late_receipt, draft=replace(late_receipt.draft, received_at=at(RECEIVED, 18))
    )
    same_day = given(on=RECEIVED, channel=Channel.PHONE)
    found = after(late_receipt, Action.ACKNOWLEDGE, same_day)
    assert found.dates.acknowledged_at == at(RECEIVED, 18)
    minute = replace(same_day, at=at(RECEIVED, 19))
    assert after(late_receipt, Action.ACKNOWLEDGE, minute).dates.acknowledged_at == minute.at


def test_looking_into_it_and_waiting() -> None:
    looking = after(small(Stage.RECEIVED), Action.INVESTIGATE, given())
    assert looking.stage is Stage.INVESTIGATING
    waiting = after(looking, Action.WAIT_OTHER, given(words=" the courier "))
    assert (waiting.stage, waiting.waiting_for) == (Stage.WAITING_OTHER, "the courier")
    back = after(waiting, Action.OTHER_REPLIED, given())
    assert (back.stage, back.waiting_for) == (Stage.INVESTIGATING, "")
    asked = after(looking, Action.ASK_CUSTOMER, given(words="Which tap?"))
    assert (asked.stage, asked.waiting_for) == (Stage.WAITING_CUSTOMER, "")
    assert after(asked, Action.CUSTOMER_REPLIED, given()).stage is Stage.INVESTIGATING


def test_the_first_answer_keeps_its_day() -> None:
    said = given(channel=Channel.PHONE, finding=Finding.UPHELD, words="We were late")
    found = after(small(Stage.INVESTIGATING), Action.DECIDE, said)
    assert (found.stage, found.finding) == (Stage.DECIDED, Finding.UPHELD)
    assert (found.outcome_words, found.told_by) == ("We were late", Channel.PHONE)
    assert (found.dates.decided_on, found.dates.acknowledged_at) == (TODAY, NOW)
    again = small(
        Stage.INVESTIGATING,
        dates=replace(TOLD, decided_on=date(2026, 9, 15)),
        outcome_words="before",
        finding=Finding.PARTLY,
    )
    found = after(again, Action.DECIDE, given(letter=True))
    assert found.dates == replace(again.dates, answered_on=TODAY)
    assert (found.outcome_words, found.told_by) == ("before", Channel.POST)
    assert found.finding is Finding.PARTLY


def test_putting_it_right_and_finishing() -> None:
    decided = small(Stage.DECIDED, dates=TOLD, learning=LEARNT)
    resolved = after(decided, Action.RESOLVE, given(content=Content.YES))
    assert (resolved.stage, resolved.dates.resolved_on) == (Stage.RESOLVED, TODAY)
    assert resolved.content is Content.YES
    assert after(resolved, Action.SECOND_LOOK, given(by_whom="Tom")).content is Content.YES
    asked = replace(resolved, dates=replace(resolved.dates, follow_up_on=TODAY))
    closed = after(asked, Action.CLOSE, given())
    assert (closed.stage, closed.dates.closed_on) == (Stage.CLOSED, TODAY)
    later = date(2026, 10, 1)
    reopened = after(closed, Action.REOPEN, given(on=later), today=later)
    assert (reopened.stage, reopened.reopened) == (Stage.INVESTIGATING, 1)
    assert (reopened.dates.closed_on, reopened.dates.resolved_on) == (None, TODAY)


def test_a_second_look_has_somebody_else_at_it() -> None:
    dates = replace(TOLD, decided_on=date(2026, 9, 16))
    found = after(small(Stage.DECIDED, dates=dates), Action.SECOND_LOOK, given(by_whom=" Tom "))
    assert (found.stage, found.level, found.draft.handler) == (Stage.INVESTIGATING, 1, "Tom")
    assert found.dates == dates


def test_outside_and_back() -> None:
    went = given(words="Small claims", customer_went=True)
    outside = after(small(Stage.DECIDED, learning=LEARNT), Action.GO_OUTSIDE, went)
    assert (outside.stage, outside.dates.external_on) == (Stage.EXTERNAL, TODAY)
    ended = after(outside, Action.OUTSIDE_RESULT, given(words="We paid half"))
    assert (ended.stage, ended.dates.closed_on) == (Stage.CLOSED, TODAY)
    assert ended.dates.resolved_on == TODAY


def test_ends_of_other_sorts() -> None:
    withdrawn = after(small(Stage.RECEIVED), Action.WITHDRAW, given(words="rang"))
    assert (withdrawn.stage, withdrawn.dates.closed_on) == (Stage.WITHDRAWN, TODAY)
    same = after(small(Stage.RECEIVED), Action.SAME_AS, given(master_id=7))
    assert (same.stage, same.master_id, same.dates.closed_on) == (Stage.DUPLICATE, 7, TODAY)


def test_more_time_is_a_word_on_how_it_goes_too() -> None:
    until = date(2026, 10, 12)
    promised = after(
        small(Stage.RECEIVED), Action.EXTEND, given(letter=True, words="Parts", due=until)
    )
    assert (promised.dates.promised_for, promised.dates.promised_on) == (until, given().on)
    found = after(small(Stage.RECEIVED), Action.EXTEND, given(letter=True, words="Parts"))
    assert found.dates.promised_for is None
    assert (found.stage, found.assessment.is_complex) == (Stage.RECEIVED, True)
    assert found.dates.update_sent_on == TODAY


def test_a_planned_remedy_settles_nothing_yet() -> None:
    with pytest.raises(Refusal, match="complaint_remedy_needs_agreement"):
        after(small(Stage.DECIDED), Action.PLAN_REMEDY, given())


# --- contacts --------------------------------------------------------------------------------


def test_the_first_contact_after_it_came_tells_them() -> None:
    new = case(small(Stage.RECEIVED))
    told = acknowledged(new, at(RECEIVED, 16))
    assert told is not None
    assert (told.stage, told.dates.acknowledged_at) == (Stage.ACKNOWLEDGED, at(RECEIVED, 16))
    assert acknowledged(new, at(RECEIVED, 9)) is None
    looking = case(small(Stage.INVESTIGATING, dates=TOLD))
    assert acknowledged(looking, at(RECEIVED, 13)) is None
    earlier = acknowledged(looking, at(RECEIVED, 11))
    assert earlier is not None
    assert (earlier.stage, earlier.dates.acknowledged_at) == (
        Stage.INVESTIGATING,
        at(RECEIVED, 11),
    )


# --- taking a step back ----------------------------------------------------------------------


def back(of: ComplaintCard, *actions: tuple[str, Stage | None, Stage, date]) -> ComplaintCard:
    steps = [step(1, "log", None, Stage.RECEIVED)] if actions[0][1] is not None else []
    steps += [
        step(number, action, before, later, happened_on=on)
        for number, (action, before, later, on) in enumerate(actions, 2)
    ]
    found, last = taken_back(case(of, steps=tuple(steps)))
    assert last == steps[-1]
    return found


def test_nothing_is_left_to_take_back() -> None:
    with pytest.raises(Refusal) as refused:
        taken_back(case(small(Stage.RECEIVED), steps=(step(1, "log", None, Stage.RECEIVED),)))
    assert words().refusal(refused.value)


def test_told_them_is_taken_back() -> None:
    found = back(
        small(Stage.ACKNOWLEDGED, dates=TOLD),
        ("acknowledge", Stage.RECEIVED, Stage.ACKNOWLEDGED, RECEIVED),
    )
    assert (found.stage, found.dates) == (Stage.RECEIVED, Dates())


def test_an_answer_is_taken_back_with_what_it_said() -> None:
    answered = small(
        Stage.DECIDED,
        dates=replace(TOLD, decided_on=TODAY),
        finding=Finding.UPHELD,
        outcome_words="We were late",
        told_by=Channel.PHONE,
    )
    decide = ("decide", Stage.INVESTIGATING, Stage.DECIDED, TODAY)
    found = back(answered, decide)
    assert found.stage is Stage.INVESTIGATING
    assert (found.finding, found.outcome_words, found.told_by) == (None, "", None)
    assert found.dates == TOLD
    first = ("decide", Stage.INVESTIGATING, Stage.DECIDED, date(2026, 9, 15))
    look = ("second_look", Stage.DECIDED, Stage.INVESTIGATING, date(2026, 9, 16))
    kept = back(answered, first, look, decide)
    assert (kept.dates.decided_on, kept.finding) == (date(2026, 9, 15), Finding.UPHELD)


def test_sorted_is_taken_back() -> None:
    sorted_card = small(
        Stage.CLOSED,
        dates=Dates(
            acknowledged_at=at(TODAY), decided_on=TODAY, resolved_on=TODAY, closed_on=TODAY
        ),
        finding=Finding.UPHELD,
        content=Content.YES,
    )
    found = back(sorted_card, ("sort_out", Stage.INVESTIGATING, Stage.CLOSED, TODAY))
    assert (found.stage, found.dates, found.content) == (
        Stage.INVESTIGATING,
        Dates(),
        Content.NOT_SAID,
    )
    at_once = back(sorted_card, ("log_sorted", None, Stage.CLOSED, TODAY))
    assert (at_once.stage, at_once.dates) == (Stage.RECEIVED, Dates())


def test_opening_again_is_taken_back() -> None:
    closing = ("close", Stage.RESOLVED, Stage.CLOSED, RECEIVED)
    again = ("reopen", Stage.CLOSED, Stage.INVESTIGATING, TODAY)
    found = back(small(Stage.INVESTIGATING, reopened=1), closing, again)
    assert (found.stage, found.reopened, found.dates.closed_on) == (Stage.CLOSED, 0, RECEIVED)


@pytest.mark.parametrize(
    ("of", "action", "expected"),
    [
        (
            small(
                Stage.INVESTIGATING,
                assessment=Assessment(severity=1, impact=0, urgency=1, is_complex=True),
            ),
            ("extend", Stage.INVESTIGATING, Stage.INVESTIGATING, TODAY),
            small(Stage.INVESTIGATING),
        ),
        (
            small(Stage.WAITING_OTHER, waiting_for="the courier"),
            ("wait_other", Stage.INVESTIGATING, Stage.WAITING_OTHER, TODAY),
            small(Stage.INVESTIGATING),
        ),
        (
            small(Stage.DUPLICATE, master_id=7, dates=Dates(closed_on=TODAY)),
            ("same_as", Stage.RECEIVED, Stage.DUPLICATE, TODAY),
            small(Stage.RECEIVED),
        ),
        (
            small(Stage.INVESTIGATING, level=1),
            ("second_look", Stage.DECIDED, Stage.INVESTIGATING, TODAY),
            small(Stage.DECIDED),
        ),
        (
            small(Stage.EXTERNAL, dates=Dates(external_on=TODAY)),
            ("go_outside", Stage.DECIDED, Stage.EXTERNAL, TODAY),
            small(Stage.DECIDED),
        ),
    ],
)
def test_each_step_takes_back_what_it_settled(
    of: ComplaintCard, action: tuple[str, Stage | None, Stage, date], expected: ComplaintCard
) -> None:
    assert back(of, action) == expected


def test_the_days_are_counted_anew() -> None:
    answered = card(Stage.DECIDED, dates=Dates(decided_on=TODAY))
    found = recounted(ComplaintFile(card=answered), ENG)
    assert found.dues.update_on is None
    assert found.dues.next_on == date(2026, 10, 16)


# --- whatever the way ------------------------------------------------------------------------

READY = small(
    Stage.RECEIVED,
    finding=Finding.UPHELD,
    outcome_words="We were late",
    learning=LEARNT,
    dates=Dates(follow_up_on=date(2026, 12, 1)),
)
FULL = Given(
    on=TODAY,
    words="all that is asked for",
    channel=Channel.EMAIL,
    letter=True,
    by_whom="Tom",
    owner_wishes=True,
    customer_went=True,
    accepted=True,
    master_id=2,
)


def by_rule(of: ComplaintCard) -> ComplaintCard:
    """A complaint without what a step wrote of it: the services put that back from the journal."""
    dates = replace(of.dates, update_sent_on=None, promised_for=None, promised_on=None)
    return replace(
        of,
        draft=replace(of.draft, handler=""),
        dues=READY.dues,
        dates=dates,
        content=Content.NOT_SAID,
        waiting_for="",
        **dict.fromkeys(("finding", "told_by"), None),
        outcome_words="",
    )


UNTYPED = (Action.LOG, Action.LOG_SORTED, Action.SORT_OUT, Action.UNDO)


@settings(max_examples=60, deadline=None)
@given_any(st.lists(st.integers(0, 60), max_size=16))
def test_every_way_has_a_way_back(turns: list[int]) -> None:
    steps = [step(1, "log", None, Stage.RECEIVED)]
    now = READY
    before = []
    for turn in turns:
        here = [one for one in Action if (now.stage, one) in TABLE and one not in UNTYPED]
        if not here:
            break
        action = here[turn % len(here)]
        try:
            later = taken(case(now, steps=tuple(steps)), action, FULL, NOW)
        except Refusal:
            continue
        before.append(now)
        number = len(steps) + 1
        steps.append(step(number, action, now.stage, later.stage, happened_on=TODAY))
        now = later
    for was in reversed(before):
        assert now.stage not in ENDED or now.dates.closed_on is not None
        now, last = taken_back(case(now, steps=tuple(steps)))
        number = len(steps) + 1
        steps.append(step(number, "undo", last.after, last.before or was.stage, reverses=last.id))
        assert by_rule(now) == by_rule(was)
    with pytest.raises(Refusal, match="complaint_nothing_to_undo"):
        taken_back(case(now, steps=tuple(steps)))
