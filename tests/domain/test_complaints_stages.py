# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""The life of a complaint: every stage with every step, against a table written apart."""

from dataclasses import replace
from datetime import date

import pytest

from servicedesk.domain.complaints import (
    Content,
    Dates,
    Priority,
    Stage,
)
from servicedesk.domain.complaints_causes import Learning
from servicedesk.domain.complaints_guards import undoable
from servicedesk.domain.complaints_stages import (
    TABLE,
    Action,
    check,
    not_here,
    stage_after,
)
from servicedesk.domain.customers import Channel
from servicedesk.domain.errors import Refusal
from tests.domain.complaints_made import (
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
    given,
    ready,
    refused,
    step,
)
from tests.helpers.builders import words

LIFE = """
new               log                     received
new               log_sorted              closed
received          acknowledge             acknowledged
received          investigate             investigating
acknowledged      investigate             investigating
investigating     ask_customer            waiting_customer
waiting_customer  customer_replied        investigating
waiting_customer  decide_on_what_we_have  decided
investigating     wait_other              waiting_other
waiting_other     other_replied           investigating
investigating     decide                  decided
decided           plan_remedy             remedy_pending
decided           resolve                 resolved
remedy_pending    resolve                 resolved
resolved          close                   closed
decided           second_look             investigating
resolved          second_look             investigating
closed            reopen                  investigating
decided           go_outside              external
external          outside_result          closed
any_open          sort_out                closed
any_open          withdraw                withdrawn
any_open          same_as                 duplicate
investigating     acknowledge             .
waiting_customer  acknowledge             .
waiting_other     acknowledge             .
unanswered        extend                  .
every             undo                    back
"""
"""Domain 3.4, line by line; "." stays where it is: telling them is a fact, not a gate."""

OPEN = (
    *("received", "acknowledged", "investigating", "waiting_customer", "waiting_other"),
    *("decided", "remedy_pending", "resolved", "external"),
)
GROUPS = {
    "any_open": OPEN,
    "unanswered": OPEN[:5],
    "every": (*OPEN, "closed", "withdrawn", "duplicate"),
}


def oracle() -> dict[tuple[str, str], str]:
    found = {}
    for line in LIFE.strip().splitlines():
        stage, action, after = line.split()
        found.update({(one, action): after for one in GROUPS.get(stage, (stage,))})
    return found


def complete(stage: Stage, action: Action):
    remedies = (PLANNED,) if action is Action.PLAN_REMEDY else ()
    parts = {"steps": HISTORY, "pauses": (WAITED,), "remedies": remedies}
    return case(ready(stage), LATER, **parts)


@pytest.mark.parametrize("action", Action)
@pytest.mark.parametrize("stage", Stage)
def test_every_cell_of_the_table(stage: Stage, action: Action) -> None:
    expected = oracle().get((stage.value, action.value))
    about = complete(stage, action)
    if expected is None:
        assert (stage, action) not in TABLE
        with pytest.raises(Refusal) as raised:
            check(about, action, SAID)
        assert words().refusal(raised.value)
        return
    after = {".": stage.value, "back": "received"}.get(expected, expected)
    assert check(about, action, SAID) == after


@pytest.mark.parametrize("stage", Stage)
def test_what_is_open(stage: Stage) -> None:
    assert card(stage).is_open is (stage.value in OPEN)


def test_the_table_holds_no_more_than_that() -> None:
    cells = {(stage.value if stage else "new", action.value) for stage, action in TABLE}
    assert cells == set(oracle())
    assert TABLE[None, Action.LOG].after is Stage.RECEIVED
    assert TABLE[None, Action.LOG_SORTED].after is Stage.CLOSED


# --- scenario 26: by the ordinary steps ------------------------------------------------------


def test_scenario_26_looking_into_it_is_not_finished_at_once() -> None:
    about = complete(Stage.INVESTIGATING, Action.CLOSE)
    refusal = refused("complaint_answer_first", Action.CLOSE, about)
    assert "no answer yet" in words().refusal(refusal)


def test_scenario_26_a_new_one_is_not_answered_at_once() -> None:
    about = complete(Stage.RECEIVED, Action.DECIDE)
    refusal = refused("complaint_look_into_first", Action.DECIDE, about)
    assert "Look into C-2026-0001 first" in words().refusal(refusal)


def test_scenario_26_it_is_not_finished_without_a_cause() -> None:
    about = complete(Stage.RESOLVED, Action.CLOSE)
    no_cause = replace(ready(Stage.RESOLVED), learning=Learning(no_action_because="none needed"))
    before = case(no_cause, LATER)
    assert refused("complaint_needs_cause", Action.CLOSE, before).field == "causes"
    reasoned = replace(no_cause.learning, no_cause_because="nobody knows")
    assert check(replace_card(about, learning=reasoned), Action.CLOSE, SAID) is Stage.CLOSED


def replace_card(about, **said: object):
    return replace(about, file=replace(about.file, card=replace(about.file.card, **said)))


@pytest.mark.parametrize(
    ("stage", "action", "code"),
    [
        (Stage.RECEIVED, Action.LOG, "complaint_logged_already"),
        (Stage.CLOSED, Action.LOG_SORTED, "complaint_has_ended"),
        (Stage.WITHDRAWN, Action.REOPEN, "complaint_has_ended"),
        (Stage.DECIDED, Action.REOPEN, "complaint_still_open"),
        (Stage.DECIDED, Action.OUTSIDE_RESULT, "complaint_not_outside"),
        (Stage.EXTERNAL, Action.CLOSE, "complaint_is_outside"),
        (Stage.INVESTIGATING, Action.CUSTOMER_REPLIED, "complaint_not_waiting_customer"),
        (Stage.INVESTIGATING, Action.DECIDE_ON_WHAT_WE_HAVE, "complaint_not_waiting_customer"),
        (Stage.INVESTIGATING, Action.OTHER_REPLIED, "complaint_not_waiting_other"),
        (Stage.INVESTIGATING, Action.INVESTIGATE, "complaint_looked_into_already"),
        (Stage.ACKNOWLEDGED, Action.ACKNOWLEDGE, "complaint_acknowledged_already"),
        (Stage.ACKNOWLEDGED, Action.ASK_CUSTOMER, "complaint_look_into_first"),
        (Stage.WAITING_OTHER, Action.DECIDE, "complaint_reply_first"),
        (Stage.DECIDED, Action.EXTEND, "complaint_answered_already"),
        (Stage.DECIDED, Action.CLOSE, "complaint_put_right_first"),
        (Stage.REMEDY_PENDING, Action.CLOSE, "complaint_put_right_first"),
        (Stage.REMEDY_PENDING, Action.SECOND_LOOK, "complaint_being_put_right"),
        (Stage.REMEDY_PENDING, Action.GO_OUTSIDE, "complaint_being_put_right"),
        (Stage.REMEDY_PENDING, Action.PLAN_REMEDY, "complaint_planned_already"),
        (Stage.RESOLVED, Action.RESOLVE, "complaint_put_right_already"),
        (Stage.RESOLVED, Action.GO_OUTSIDE, "complaint_sorted_and_outside"),
    ],
)
def test_a_step_at_the_wrong_time_says_what_comes_first(
    stage: Stage, action: Action, code: str
) -> None:
    assert not_here(stage, action, "C-2026-0001").code == code
    refused(code, action, complete(stage, action))


# --- what is typed with a step ---------------------------------------------------------------


@pytest.mark.parametrize(
    ("stage", "action", "said", "code"),
    [
        (Stage.RECEIVED, Action.INVESTIGATE, {"on": date(2026, 10, 1)}, "complaint_step_ahead"),
        (
            Stage.RECEIVED,
            Action.INVESTIGATE,
            {"on": date(2026, 9, 13)},
            "complaint_step_before_receipt",
        ),
        (
            Stage.RECEIVED,
            Action.ACKNOWLEDGE,
            {"on": date(2026, 9, 13)},
            "complaint_ack_before_receipt",
        ),
        (
            Stage.RECEIVED,
            Action.ACKNOWLEDGE,
            {"on": RECEIVED, "at": at(RECEIVED, 9)},
            "complaint_ack_before_receipt",
        ),
        (
            Stage.RECEIVED,
            Action.ACKNOWLEDGE,
            {"channel": None, "letter": False},
            "complaint_needs_channel",
        ),
        (Stage.INVESTIGATING, Action.ASK_CUSTOMER, {"words": " "}, "complaint_needs_question"),
        (Stage.INVESTIGATING, Action.WAIT_OTHER, {"words": ""}, "complaint_needs_whom"),
        (Stage.EXTERNAL, Action.OUTSIDE_RESULT, {"words": ""}, "complaint_needs_result"),
        (Stage.DECIDED, Action.GO_OUTSIDE, {"words": ""}, "complaint_needs_body"),
        (Stage.RECEIVED, Action.EXTEND, {"letter": False}, "complaint_extend_needs_letter"),
        (Stage.RECEIVED, Action.EXTEND, {"words": ""}, "complaint_extend_needs_reason"),
        (Stage.RESOLVED, Action.SECOND_LOOK, {"by_whom": ""}, "complaint_second_look_by"),
        (Stage.RECEIVED, Action.SAME_AS, {"master_id": None}, "complaint_needs_master"),
        (Stage.RECEIVED, Action.SAME_AS, {"master_id": 1}, "complaint_master_itself"),
        (
            Stage.RECEIVED,
            Action.WITHDRAW,
            {"channel": None, "letter": False, "words": ""},
            "complaint_needs_withdrawn_how",
        ),
    ],
)
def test_what_is_missing_is_named(
    stage: Stage, action: Action, said: dict[str, object], code: str
) -> None:
    refused(code, action, complete(stage, action), replace(SAID, **said))


@pytest.mark.parametrize(
    ("stage", "action"),
    [
        (Stage.INVESTIGATING, Action.DECIDE),
        (Stage.DECIDED, Action.PLAN_REMEDY),
        (Stage.DECIDED, Action.RESOLVE),
        (Stage.REMEDY_PENDING, Action.RESOLVE),
        (Stage.RESOLVED, Action.CLOSE),
        (Stage.RESOLVED, Action.SECOND_LOOK),
        (Stage.DECIDED, Action.GO_OUTSIDE),
        (Stage.EXTERNAL, Action.OUTSIDE_RESULT),
        (Stage.CLOSED, Action.REOPEN),
    ],
)
def test_nothing_happens_before_what_happened_last(stage: Stage, action: Action) -> None:
    dates = Dates(decided_on=RECEIVED, resolved_on=date(2026, 9, 17), follow_up_on=TODAY)
    about = replace_card(complete(stage, action), dates=dates)
    assert check(about, action, replace(SAID, on=date(2026, 9, 17)))
    early = replace(SAID, on=date(2026, 9, 16))
    assert refused("complaint_step_before_last", action, about, early).field == "on"


@pytest.mark.parametrize("said", [{"channel": Channel.PHONE}, {"letter": True}, {"words": "rang"}])
def test_any_way_of_taking_it_back_will_do(said: dict[str, object]) -> None:
    about = complete(Stage.RECEIVED, Action.WITHDRAW)
    assert check(about, Action.WITHDRAW, given(**said)) is Stage.WITHDRAWN


def test_a_reply_does_not_come_before_its_question() -> None:
    asked = replace(WAITED, from_on=TODAY)
    about = case(ready(Stage.WAITING_CUSTOMER), LATER, pauses=(asked,))
    early = replace(SAID, on=date(2026, 9, 17))
    refused("complaint_reply_before_question", Action.CUSTOMER_REPLIED, about, early)
    assert check(about, Action.CUSTOMER_REPLIED, SAID) is Stage.INVESTIGATING
    no_pause = case(ready(Stage.WAITING_CUSTOMER), LATER)
    assert check(no_pause, Action.CUSTOMER_REPLIED, SAID) is Stage.INVESTIGATING


def test_telling_them_once_is_enough() -> None:
    told = replace(ready(Stage.INVESTIGATING), dates=Dates(acknowledged_at=at(RECEIVED, 12)))
    refused("complaint_acknowledged_already", Action.ACKNOWLEDGE, case(told, LATER))


# --- it's sorted, and undo -------------------------------------------------------------------


def test_sorted_leaves_a_follow_up_where_they_were_not_content() -> None:
    about = case(card(assessment=IN_TURN))
    assert check(about, Action.SORT_OUT, replace(SAID, content=Content.NO)) is Stage.RESOLVED
    assert check(about, Action.SORT_OUT, replace(SAID, content=Content.YES)) is Stage.CLOSED
    urgent = case(card(assessment=replace(IN_TURN, raised=Priority.P1)))
    refused("complaint_p1_full_steps", Action.SORT_OUT, urgent)


def test_undo_goes_back_to_the_stage_before() -> None:
    about = case(card(), steps=HISTORY)
    last = undoable(HISTORY)
    assert last is not None
    assert last.id == 2
    assert check(about, Action.UNDO, SAID) is Stage.RECEIVED
    undone = (*HISTORY, step(3, "undo", Stage.INVESTIGATING, Stage.RECEIVED, reverses=2))
    assert undoable(undone) is None
    refused("complaint_nothing_to_undo", Action.UNDO, case(card(), steps=undone))
    assert stage_after(case(card(), steps=undone), Action.UNDO) is Stage.INVESTIGATING
    assert undoable(()) is None
    sorted_at_once = (step(1, "log_sorted", None, Stage.CLOSED),)
    again = case(card(Stage.CLOSED), steps=sorted_at_once)
    assert check(again, Action.UNDO, SAID) is Stage.RECEIVED
