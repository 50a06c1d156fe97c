# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""The life of a complaint: every stage with every step, against a table written apart."""

from dataclasses import replace
from datetime import date

import pytest

from servicedesk.domain.complaints import (
    ComplaintCard,
    Content,
    Dates,
    Finding,
    Priority,
    Stage,
)
from servicedesk.domain.complaints_asks import Given
from servicedesk.domain.complaints_causes import Cause, Learning
from servicedesk.domain.complaints_file import (
    ActionCard,
    ActionDraft,
    IssueCard,
    IssueDraft,
    PauseCard,
    RemedyCard,
    RemedyDraft,
    RemedyKind,
)
from servicedesk.domain.complaints_guards import before_findings, finding_of, undoable
from servicedesk.domain.complaints_stages import (
    TABLE,
    Action,
    allowed_actions,
    check,
    not_here,
    stage_after,
    suggested_action,
)
from servicedesk.domain.customers import Channel
from servicedesk.domain.errors import Refusal
from tests.domain.complaints_made import (
    FIRST,
    IN_TURN,
    RECEIVED,
    at,
    card,
    case,
    draft,
    given,
    step,
)
from tests.helpers.builders import words

TODAY = date(2026, 9, 18)

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


def ready(stage: Stage) -> ComplaintCard:
    """A complaint in a stage that lacks nothing for any step."""
    return card(
        stage,
        assessment=IN_TURN,
        finding=Finding.UPHELD,
        outcome_words="We were late",
        learning=Learning(causes=(Cause.SLIP,), no_action_because="It was the snow"),
        dates=Dates(decided_on=RECEIVED, resolved_on=RECEIVED, follow_up_on=TODAY),
        level=1,
    )


HISTORY = (
    step(1, "log", None, Stage.RECEIVED),
    step(2, "investigate", Stage.RECEIVED, Stage.INVESTIGATING),
)
WAITED = PauseCard(id=1, complaint_id=1, from_on=RECEIVED, reminded_on=date(2026, 9, 15))
LATER = date(2026, 9, 30)
"""Long enough after the reminder."""

PLANNED = RemedyCard(
    id=1, complaint_id=1, draft=RemedyDraft(kind=RemedyKind.REDO, due=date(2026, 9, 30))
)
DONE = replace(PLANNED, draft=replace(PLANNED.draft, done_on=date(2026, 9, 17)))
SAID = Given(
    on=TODAY,
    words="all that is asked for",
    channel=Channel.EMAIL,
    letter=True,
    by_whom="Tom",
    master_id=2,
    accepted=True,
)


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


def refused(code: str, action: Action, about, said: Given = SAID) -> Refusal:
    with pytest.raises(Refusal) as raised:
        check(about, action, said)
    assert raised.value.code == code
    sentence = words().refusal(raised.value)
    assert sentence.endswith((".", "?")), sentence
    return raised.value


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
    before = case(no_cause, LATER, steps=HISTORY)
    refusal = refused("complaint_needs_cause", Action.CLOSE, before)
    assert (refusal.field, before.file.steps) == ("causes", HISTORY)
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
        (Stage.REMEDY_PENDING, Action.SECOND_LOOK, "complaint_put_right_first"),
        (Stage.REMEDY_PENDING, Action.PLAN_REMEDY, "complaint_planned_already"),
        (Stage.RESOLVED, Action.RESOLVE, "complaint_put_right_already"),
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


# --- the answer ------------------------------------------------------------------------------


def issue(place: int, finding: Finding | None, reasons: str = "we looked") -> IssueCard:
    about = IssueDraft(text="late", finding=finding, reasons=reasons)
    return IssueCard(id=place, complaint_id=1, place=place, draft=about)


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
    ("about", "finding"),
    [
        (card(assessment=IN_TURN, draft=draft(channel=Channel.POST)), Finding.UPHELD),
        (card(assessment=replace(IN_TURN, is_legal=True)), Finding.UPHELD),
        (card(assessment=IN_TURN), Finding.NOT_UPHELD),
    ],
)
def test_some_answers_go_in_writing(about: ComplaintCard, finding: Finding) -> None:
    said = given(channel=Channel.PHONE, finding=finding, words="why")
    refused("complaint_answer_in_writing", Action.DECIDE, case(about), said)
    for written in (replace(said, letter=True), replace(said, channel=Channel.EMAIL)):
        assert check(case(about), Action.DECIDE, written) is Stage.DECIDED


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
    went = replace(SAID, customer_went=True)
    assert check(case(ANSWERED), Action.GO_OUTSIDE, went) is Stage.EXTERNAL


def test_more_time_once() -> None:
    longer = card(assessment=replace(IN_TURN, is_complex=True))
    refused("complaint_extended_already", Action.EXTEND, case(longer))


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
