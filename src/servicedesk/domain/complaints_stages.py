# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""The one table of a complaint's life: from which stage which step leads where, and needs what.

A step that is not in the table is refused with a sentence on what comes first. That time has
passed is never a step by itself: it only makes the step suggested.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum

from servicedesk.domain import complaints_asks as asks
from servicedesk.domain import complaints_guards as guards
from servicedesk.domain.complaints import ANSWERED, ENDED, Content, Stage
from servicedesk.domain.complaints_asks import Ask, Given
from servicedesk.domain.complaints_guards import Case, Need, undoable
from servicedesk.domain.errors import Refusal


class Action(StrEnum):
    """A step in the life of a complaint."""

    LOG = "log"
    LOG_SORTED = "log_sorted"
    ACKNOWLEDGE = "acknowledge"
    INVESTIGATE = "investigate"
    ASK_CUSTOMER = "ask_customer"
    CUSTOMER_REPLIED = "customer_replied"
    WAIT_OTHER = "wait_other"
    OTHER_REPLIED = "other_replied"
    DECIDE = "decide"
    DECIDE_ON_WHAT_WE_HAVE = "decide_on_what_we_have"
    PLAN_REMEDY = "plan_remedy"
    RESOLVE = "resolve"
    CLOSE = "close"
    SECOND_LOOK = "second_look"
    REOPEN = "reopen"
    GO_OUTSIDE = "go_outside"
    OUTSIDE_RESULT = "outside_result"
    SORT_OUT = "sort_out"
    WITHDRAW = "withdraw"
    SAME_AS = "same_as"
    EXTEND = "extend"
    UNDO = "undo"


@dataclass(frozen=True, slots=True, kw_only=True)
class Rule:
    """Where a step leads and what it needs.

    Args:
        after: the stage after it; None keeps the stage (UNDO goes back to the one before).
        needs: what the file must hold, in the order in which it is asked for.
        asks: what must be typed with the step.
    """

    after: Stage | None
    needs: tuple[Need, ...] = ()
    asks: tuple[Ask, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Allowed:
    """A step that the stage allows, for a button.

    Args:
        action: the step.
        is_suggested: it is the next thing to do as far as can be seen.
        missing: what the file still lacks for it; the button says so instead of failing.
    """

    action: Action
    is_suggested: bool = False
    missing: tuple[Refusal, ...] = ()


_OPEN = tuple(stage for stage in Stage if stage not in ENDED)
_UNANSWERED = tuple(stage for stage in Stage if stage not in ANSWERED)
_LOOKING = (Stage.INVESTIGATING, Stage.WAITING_CUSTOMER, Stage.WAITING_OTHER)

_SORTED = Rule(
    after=Stage.CLOSED,
    needs=(guards.not_most_urgent,),
    asks=(asks.in_order, asks.sorted_cleared),
)
_ANSWER = (
    asks.in_order,
    asks.told,
    asks.answer_reasoned,
    asks.answer_in_writing,
    asks.answer_as_preferred,
    asks.answer_cleared,
)


def _acknowledging(after: Stage | None) -> Rule:
    return Rule(
        after=after,
        needs=(guards.not_acknowledged,),
        asks=(asks.told_after_receipt, asks.happened),
    )


def _second_look() -> Rule:
    return Rule(
        after=Stage.INVESTIGATING,
        needs=(guards.second_look_left,),
        asks=(asks.in_order, asks.disagreed_in_time, asks.looked_at_afresh),
    )


TABLE: Mapping[tuple[Stage | None, Action], Rule] = {
    (None, Action.LOG): Rule(after=Stage.RECEIVED),
    (None, Action.LOG_SORTED): Rule(after=Stage.CLOSED),
    (Stage.RECEIVED, Action.ACKNOWLEDGE): _acknowledging(Stage.ACKNOWLEDGED),
    **{(stage, Action.ACKNOWLEDGE): _acknowledging(None) for stage in _LOOKING},
    (Stage.RECEIVED, Action.INVESTIGATE): Rule(after=Stage.INVESTIGATING, asks=(asks.happened,)),
    (Stage.ACKNOWLEDGED, Action.INVESTIGATE): Rule(
        after=Stage.INVESTIGATING, asks=(asks.happened,)
    ),
    (Stage.INVESTIGATING, Action.ASK_CUSTOMER): Rule(
        after=Stage.WAITING_CUSTOMER,
        asks=(asks.happened, asks.words_said("complaint_needs_question")),
    ),
    (Stage.WAITING_CUSTOMER, Action.CUSTOMER_REPLIED): Rule(
        after=Stage.INVESTIGATING, asks=(asks.happened, asks.reply_after_question)
    ),
    (Stage.WAITING_CUSTOMER, Action.DECIDE_ON_WHAT_WE_HAVE): Rule(
        after=Stage.DECIDED,
        needs=(guards.reminded_and_waited, guards.issues_answered, guards.harm_cleared),
        asks=_ANSWER,
    ),
    (Stage.INVESTIGATING, Action.WAIT_OTHER): Rule(
        after=Stage.WAITING_OTHER, asks=(asks.happened, asks.words_said("complaint_needs_whom"))
    ),
    (Stage.WAITING_OTHER, Action.OTHER_REPLIED): Rule(
        after=Stage.INVESTIGATING, asks=(asks.happened,)
    ),
    (Stage.INVESTIGATING, Action.DECIDE): Rule(
        after=Stage.DECIDED, needs=(guards.issues_answered, guards.harm_cleared), asks=_ANSWER
    ),
    (Stage.DECIDED, Action.PLAN_REMEDY): Rule(
        after=Stage.REMEDY_PENDING,
        needs=(guards.something_agreed, guards.remedy_planned),
        asks=(asks.in_order,),
    ),
    (Stage.DECIDED, Action.RESOLVE): Rule(
        after=Stage.RESOLVED, asks=(asks.in_order, asks.nothing_left_or_accepted)
    ),
    (Stage.REMEDY_PENDING, Action.RESOLVE): Rule(
        after=Stage.RESOLVED, needs=(guards.remedies_done,), asks=(asks.in_order,)
    ),
    (Stage.RESOLVED, Action.CLOSE): Rule(
        after=Stage.CLOSED,
        needs=(guards.cause_named, guards.action_named, guards.followed_up),
        asks=(asks.in_order,),
    ),
    (Stage.DECIDED, Action.SECOND_LOOK): _second_look(),
    (Stage.RESOLVED, Action.SECOND_LOOK): _second_look(),
    (Stage.CLOSED, Action.REOPEN): Rule(
        after=Stage.INVESTIGATING, asks=(asks.in_order, asks.still_reopened)
    ),
    (Stage.DECIDED, Action.GO_OUTSIDE): Rule(
        after=Stage.EXTERNAL,
        asks=(asks.in_order, asks.words_said("complaint_needs_body"), asks.time_for_outside),
    ),
    (Stage.EXTERNAL, Action.OUTSIDE_RESULT): Rule(
        after=Stage.CLOSED,
        needs=(guards.cause_named,),
        asks=(asks.in_order, asks.words_said("complaint_needs_result")),
    ),
    **{(stage, Action.SORT_OUT): _SORTED for stage in _OPEN},
    **{
        (stage, Action.WITHDRAW): Rule(
            after=Stage.WITHDRAWN, asks=(asks.happened, asks.withdrawn_how)
        )
        for stage in _OPEN
    },
    **{
        (stage, Action.SAME_AS): Rule(
            after=Stage.DUPLICATE, asks=(asks.happened, asks.master_named)
        )
        for stage in _OPEN
    },
    **{
        (stage, Action.EXTEND): Rule(
            after=None,
            asks=(asks.happened, asks.longer_explained, asks.day_promised),
        )
        for stage in _UNANSWERED
    },
    **{
        (stage, Action.UNDO): Rule(after=None, needs=(guards.something_to_undo,)) for stage in Stage
    },
}
"""Every step there is; a stage of None is a complaint not written down yet."""


def check(case: Case, action: Action, given: Given) -> Stage:
    """The stage after a step.

    Args:
        case: the complaint and what is around it.
        action: the step.
        given: what was typed with it.

    Raises:
        Refusal: the code names what comes first or what is missing; nothing has changed.
    """
    stage = case.card.stage
    rule = TABLE.get((stage, action))
    if rule is None:
        raise not_here(stage, action, case.card.ref)
    for need in rule.needs:
        need(case)
    for ask in rule.asks:
        ask(case, given)
    return stage_after(case, action, given.content)


def stage_after(case: Case, action: Action, content: Content = Content.NOT_SAID) -> Stage:
    """Where a step of the table leads, its guards apart.

    It's sorted leaves a follow-up where the customer did not seem content.
    """
    if action is Action.UNDO:
        last = undoable(case.file.steps)
        return case.card.stage if last is None else last.before or Stage.RECEIVED
    if action is Action.SORT_OUT:
        return sorted_stage(content)
    return TABLE[case.card.stage, action].after or case.card.stage


def sorted_stage(content: Content) -> Stage:
    """Where "It's sorted" leads: finished, or a follow-up where they did not seem content."""
    return Stage.RESOLVED if content is Content.NO else Stage.CLOSED


def allowed_actions(case: Case) -> tuple[Allowed, ...]:
    """The steps that the stage of a complaint allows, in the order of ``Action``."""
    suggested = suggested_action(case)
    return tuple(
        Allowed(
            action=action,
            is_suggested=action is suggested,
            missing=_missing(TABLE[case.card.stage, action].needs, case),
        )
        for action in Action
        if (case.card.stage, action) in TABLE
    )


def _missing(needs: tuple[Need, ...], case: Case) -> tuple[Refusal, ...]:
    found = []
    for need in needs:
        try:
            need(case)
        except Refusal as refusal:
            found.append(refusal)
    return tuple(found)


def suggested_action(case: Case) -> Action | None:
    """The step that seems to be next; None where only a person can tell.

    That time has passed never takes a step: here it is suggested, and a person takes it or not.
    """
    match case.card.stage:
        case Stage.RECEIVED:
            told = case.card.dates.acknowledged_at is not None
            return Action.INVESTIGATE if told else Action.ACKNOWLEDGE
        case Stage.ACKNOWLEDGED:
            return Action.INVESTIGATE
        case Stage.INVESTIGATING:
            return Action.DECIDE if guards.finding_of(case.file) is not None else None
        case Stage.WAITING_CUSTOMER:
            return _once(Action.DECIDE_ON_WHAT_WE_HAVE, guards.reminded_and_waited, case)
        case Stage.WAITING_OTHER:
            return Action.OTHER_REPLIED if guards.waited_for_other(case) else None
        case Stage.DECIDED:
            is_planned = bool(guards.open_remedies(case.file.remedies))
            return Action.PLAN_REMEDY if is_planned else Action.RESOLVE
        case Stage.REMEDY_PENDING:
            return _once(Action.RESOLVE, guards.remedies_done, case)
        case Stage.RESOLVED:
            return _once(Action.CLOSE, guards.followed_up, case)
        case _:
            return None


def _once(action: Action, need: Need, case: Case) -> Action | None:
    """The step once nothing of that sort is missing."""
    return None if _missing((need,), case) else action


_WAITING = (Stage.WAITING_CUSTOMER, Stage.WAITING_OTHER)
_BEFORE = (Stage.RECEIVED, Stage.ACKNOWLEDGED)

_WRONG_TIME: Mapping[Action, str] = {
    Action.LOG: "complaint_logged_already",
    Action.LOG_SORTED: "complaint_logged_already",
    Action.REOPEN: "complaint_still_open",
    Action.OUTSIDE_RESULT: "complaint_not_outside",
    Action.CUSTOMER_REPLIED: "complaint_not_waiting_customer",
    Action.DECIDE_ON_WHAT_WE_HAVE: "complaint_not_waiting_customer",
    Action.OTHER_REPLIED: "complaint_not_waiting_other",
}
"""Steps that fit one stage alone: the same is said in every other one that is open."""

_LATER = frozenset(
    {Action.PLAN_REMEDY, Action.RESOLVE, Action.CLOSE, Action.SECOND_LOOK, Action.GO_OUTSIDE}
)
"""Steps that come after the answer."""


def not_here(stage: Stage, action: Action, ref: str) -> Refusal:
    """Why a step does not fit a stage, and what comes first, as the Refusal to raise."""
    return Refusal(_why_not(stage, action), ref=ref)


def _why_not(stage: Stage, action: Action) -> str:
    if stage in ENDED:
        return "complaint_has_ended"
    if action in _WRONG_TIME:
        return _WRONG_TIME[action]
    if stage is Stage.EXTERNAL:
        return "complaint_is_outside"
    if stage not in ANSWERED:
        return _why_not_yet(stage, action)
    if action not in _LATER:
        return "complaint_answered_already"
    if stage is Stage.RESOLVED:
        is_outside = action is Action.GO_OUTSIDE
        return "complaint_sorted_and_outside" if is_outside else "complaint_put_right_already"
    if action is Action.PLAN_REMEDY:
        return "complaint_planned_already"
    if action in (Action.SECOND_LOOK, Action.GO_OUTSIDE):
        return "complaint_being_put_right"
    return "complaint_put_right_first"


def _why_not_yet(stage: Stage, action: Action) -> str:
    if action in _LATER:
        return "complaint_answer_first"
    if action is Action.ACKNOWLEDGE:
        return "complaint_acknowledged_already"
    if action is Action.INVESTIGATE:
        return "complaint_looked_into_already"
    return "complaint_look_into_first" if stage in _BEFORE else "complaint_reply_first"
