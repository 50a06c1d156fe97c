# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""Taking back the last step of a complaint: everything is as it was before it, whatever it was."""

from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from servicedesk.domain.complaints import ENDED, Content, Finding, Stage
from servicedesk.domain.complaints_asks import Given
from servicedesk.domain.complaints_causes import Cause, Learning
from servicedesk.domain.complaints_file import (
    ComplaintFile,
    OutsideKind,
    ReferralDraft,
    RemedyDraft,
    RemedyKind,
)
from servicedesk.domain.complaints_sorting import SortedDraft
from servicedesk.domain.complaints_stages import TABLE, Action
from servicedesk.domain.customers import Channel
from servicedesk.domain.errors import Refusal
from tests.services.complaints_letters_made import DAY, complaint, sent, shop_in, take
from tests.services.letters_made import Shop

WRITTEN = {"words": "It was old", "channel": Channel.POST, "letter": True}
SAID: dict[Action, dict[str, object]] = {
    Action.ACKNOWLEDGE: {"channel": Channel.PHONE},
    Action.ASK_CUSTOMER: {"words": "Which saw?"},
    Action.CUSTOMER_REPLIED: {"words": "The red one"},
    Action.WAIT_OTHER: {"words": "the maker"},
    Action.OTHER_REPLIED: {"words": "It was theirs"},
    Action.DECIDE: {**WRITTEN, "finding": Finding.UPHELD},
    Action.RESOLVE: {"accepted": True, "content": Content.YES},
    Action.SECOND_LOOK: {"by_whom": "Tom"},
    Action.REOPEN: {"words": "It broke again"},
    Action.WITHDRAW: {"words": "She rang"},
    Action.EXTEND: {"words": "parts", "letter": True, "due": date(2026, 10, 30)},
}

WAYS: dict[Stage, tuple[Action, ...]] = {
    Stage.RECEIVED: (),
    Stage.ACKNOWLEDGED: (Action.ACKNOWLEDGE,),
    Stage.INVESTIGATING: (Action.INVESTIGATE,),
    Stage.WAITING_CUSTOMER: (Action.INVESTIGATE, Action.ASK_CUSTOMER),
    Stage.WAITING_OTHER: (Action.INVESTIGATE, Action.WAIT_OTHER),
    Stage.DECIDED: (Action.INVESTIGATE, Action.DECIDE),
    Stage.REMEDY_PENDING: (Action.INVESTIGATE, Action.DECIDE, Action.PLAN_REMEDY),
    Stage.RESOLVED: (Action.INVESTIGATE, Action.DECIDE, Action.RESOLVE),
    Stage.CLOSED: (Action.INVESTIGATE, Action.DECIDE, Action.RESOLVE, Action.CLOSE),
    Stage.EXTERNAL: (Action.INVESTIGATE, Action.DECIDE, Action.GO_OUTSIDE),
    Stage.WITHDRAWN: (Action.WITHDRAW,),
    Stage.DUPLICATE: (Action.SAME_AS,),
}
"""How each stage is reached."""


@pytest.fixture
def shop(tmp_path: Path) -> Iterator[Shop]:
    yield from shop_in(tmp_path)


def outside(shop: Shop, number: int, given: Given) -> None:
    draft = ReferralDraft(kind=OutsideKind.COURT, body="The county court", referred_on=DAY)
    went = replace(given, customer_went=True)
    shop.services.complaints.go_outside(number, went, draft, "Ruth")


def result(shop: Shop, number: int, given: Given) -> None:
    draft = ReferralDraft(
        kind=OutsideKind.COURT,
        body="The county court",
        referred_on=DAY,
        result="We paid half",
        result_on=DAY,
        cost_pence=4000,
    )
    shop.services.complaints.outside_result(number, given, draft, "Ruth")


def sort(shop: Shop, number: int, given: Given) -> None:
    done = SortedDraft(
        did="gave a voucher",
        kind=RemedyKind.GOODWILL,
        amount_pence=500,
        told_by=Channel.COUNTER,
        on=given.on,
        content=Content.NO,
        cause=Cause.SLIP,
    )
    shop.services.complaints.sort_out(number, done, "Ruth")


def plan(shop: Shop, number: int, given: Given) -> None:
    if not shop.services.complaints.file(number).remedies:
        remedy = RemedyDraft(kind=RemedyKind.REPAIR, words="mend it", due=date(2026, 9, 30))
        shop.services.complaints.parts.add_remedy(number, remedy, "Ruth")
    shop.services.complaints.take(number, Action.PLAN_REMEDY, given, "Ruth")


def close(shop: Shop, number: int, given: Given) -> None:
    parts = shop.services.complaints.parts
    learnt = Learning(causes=(Cause.SLIP,), no_action_because="Once in ten years")
    parts.learn(number, learnt, "Ruth")
    parts.followed_up(number, DAY, None, "Ruth")
    shop.services.complaints.take(number, Action.CLOSE, given, "Ruth")


def merge(shop: Shop, number: int, given: Given) -> None:
    other = complaint(shop)
    shop.services.complaints.take(number, Action.SAME_AS, replace(given, master_id=other), "Ruth")


OWN_WAY: dict[Action, Callable[[Shop, int, Given], None]] = {
    Action.GO_OUTSIDE: outside,
    Action.OUTSIDE_RESULT: result,
    Action.SORT_OUT: sort,
    Action.PLAN_REMEDY: plan,
    Action.CLOSE: close,
    Action.SAME_AS: merge,
}


def step(shop: Shop, number: int, action: Action) -> None:
    given = Given(on=DAY, **SAID.get(action, {}))
    if action in OWN_WAY:
        OWN_WAY[action](shop, number, given)
    else:
        shop.services.complaints.take(number, action, given, "Ruth")


def brought_to(shop: Shop, stage: Stage) -> int:
    number = complaint(shop)
    for action in WAYS[stage]:
        step(shop, number, action)
    assert shop.services.complaints.get(number).stage is stage
    return number


def without_steps(shop: Shop, number: int) -> ComplaintFile:
    return replace(shop.services.complaints.file(number), steps=())


TAKEN = [
    (stage, action)
    for stage, action in TABLE
    if stage is not None
    and action not in (Action.UNDO, Action.DECIDE_ON_WHAT_WE_HAVE)
    and (stage, action) != (Stage.WAITING_CUSTOMER, Action.ACKNOWLEDGE)  # asking told them
]


@pytest.mark.parametrize(("stage", "action"), TAKEN)
def test_bug_14_every_step_of_the_table_is_taken_back_whole(
    shop: Shop, stage: Stage, action: Action
) -> None:
    number = brought_to(shop, stage)
    if action in (Action.CLOSE, Action.PLAN_REMEDY):  # what they need is written, and stays
        step(shop, number, action)
        take(shop, number, Action.UNDO)
    if action is Action.RESOLVE and stage is Stage.REMEDY_PENDING:
        (remedy,) = shop.services.complaints.file(number).remedies
        shop.services.complaints.parts.remedy_done(number, remedy.id, DAY, "Ruth")
    if action is Action.OUTSIDE_RESULT:
        learnt = Learning(causes=(Cause.SLIP,))
        shop.services.complaints.parts.learn(number, learnt, "Ruth")
    before = without_steps(shop, number)
    step(shop, number, action)
    assert without_steps(shop, number) != before
    history = shop.services.complaints.file(number).steps
    take(shop, number, Action.UNDO)
    assert without_steps(shop, number) == before
    after = shop.services.complaints.file(number).steps
    assert after[:-1] == history
    assert after[-1].reverses == history[-1].id


WAY = (
    *(Action.ACKNOWLEDGE, Action.INVESTIGATE, Action.EXTEND, Action.ASK_CUSTOMER),
    *(Action.CUSTOMER_REPLIED, Action.WAIT_OTHER, Action.OTHER_REPLIED, Action.DECIDE),
    *(Action.SECOND_LOOK, Action.DECIDE, Action.RESOLVE, Action.SECOND_LOOK, Action.DECIDE),
    *(Action.RESOLVE, Action.CLOSE, Action.REOPEN, Action.DECIDE, Action.PLAN_REMEDY),
    *(Action.SORT_OUT,),
)
"""A long way through the table, past each stage that is not an end without return."""


def test_a_long_way_is_gone_back_step_by_step_and_each_time_all_is_as_it_was(shop: Shop) -> None:
    number = complaint(shop)
    remedy = RemedyDraft(kind=RemedyKind.REPAIR, words="mend it", due=date(2026, 9, 30))
    shop.services.complaints.parts.add_remedy(number, remedy, "Ruth")
    learnt = Learning(causes=(Cause.SLIP,), no_action_because="Once in ten years")
    shop.services.complaints.parts.learn(number, learnt, "Ruth")
    shop.services.complaints.parts.followed_up(number, DAY, None, "Ruth")
    before = []
    for action in WAY:
        before.append(without_steps(shop, number))
        if action is Action.CLOSE:
            shop.services.complaints.take(number, action, Given(on=DAY), "Ruth")
        else:
            step(shop, number, action)
    for was in reversed(before):
        take(shop, number, Action.UNDO)
        assert without_steps(shop, number) == was
    with pytest.raises(Refusal, match="complaint_nothing_to_undo"):
        take(shop, number, Action.UNDO)


def test_the_answer_that_no_reply_came_to_is_taken_back(shop: Shop) -> None:
    number = brought_to(shop, Stage.WAITING_CUSTOMER)
    shop.services.complaints.reminded(number, DAY, "Ruth")
    before = without_steps(shop, number)
    shop.clock.set(shop.clock.now().replace(day=30))
    said = Given(on=date(2026, 9, 30), finding=Finding.NO_FINDING, **WRITTEN)
    shop.services.complaints.take(number, Action.DECIDE_ON_WHAT_WE_HAVE, said, "Ruth")
    shop.services.complaints.take(number, Action.UNDO, said, "Ruth")
    assert without_steps(shop, number) == before


def test_what_was_changed_since_stays(shop: Shop) -> None:
    """They replied, and somebody named a new handler: only the reply goes."""
    number = brought_to(shop, Stage.WAITING_OTHER)
    step(shop, number, Action.OTHER_REPLIED)
    card = shop.services.complaints.get(number)
    shop.services.complaints.change(number, replace(card.draft, handler="Ann"), "Ruth")
    take(shop, number, Action.UNDO)
    found = shop.services.complaints.get(number)
    assert (found.stage, found.waiting_for) == (Stage.WAITING_OTHER, "the maker")
    assert found.draft.handler == "Ann"


def test_one_step_of_a_letter_that_took_three_is_taken_back(shop: Shop) -> None:
    """A question by letter tells them, looks into it and waits; each goes back by itself."""
    number = complaint(shop)
    sent(shop, "L03", number, items="Which saw was it?")
    asked = shop.services.complaints.file(number)
    assert asked.card.stage is Stage.WAITING_CUSTOMER
    assert len(asked.pauses) == 1
    take(shop, number, Action.UNDO)
    looked = shop.services.complaints.file(number)
    assert (looked.card.stage, looked.pauses) == (Stage.INVESTIGATING, ())
    take(shop, number, Action.UNDO)
    assert shop.services.complaints.get(number).stage not in {Stage.INVESTIGATING, *ENDED}


def test_a_complaint_sorted_at_once_is_open_again(shop: Shop) -> None:
    card = shop.services.complaints.get(complaint(shop))
    done = SortedDraft(did="new soup", kind=RemedyKind.REPLACEMENT, told_by=Channel.COUNTER, on=DAY)
    at_once = shop.services.complaints.log_sorted(card.draft, done, "Ruth").card
    assert at_once.stage is Stage.CLOSED
    take(shop, at_once.id, Action.UNDO)
    found = shop.services.complaints.file(at_once.id)
    assert (found.card.stage, found.remedies) == (Stage.RECEIVED, ())
    assert found.card.dates == card.dates
    assert (found.card.finding, found.card.outcome_words) == (None, "")
