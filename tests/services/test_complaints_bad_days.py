# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""Days that cannot be, in each step of a complaint: a sentence, and nothing has changed.

Before it came, still to come, in the first year there was and in the last one there can be.
"""

from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import UTC, date, datetime, time
from pathlib import Path

import pytest

from servicedesk.domain.actions import ActionDraft
from servicedesk.domain.complaints import ComplaintDraft, Finding
from servicedesk.domain.complaints_asks import Given
from servicedesk.domain.complaints_file import (
    BehaviourDraft,
    EntryDraft,
    EntryKind,
    OutsideKind,
    ReferralDraft,
    RemedyDraft,
    RemedyKind,
)
from servicedesk.domain.complaints_sorting import SortedDraft
from servicedesk.domain.complaints_stages import Action
from servicedesk.domain.customers import Channel
from servicedesk.domain.errors import Refusal
from tests.helpers.builders import words
from tests.services.complaints_letters_made import CAME, DAY, complaint, shop_in, take
from tests.services.letters_made import Shop

RUTH = "Ruth"
FIRST, BEFORE = date(1, 1, 1), date(2026, 9, 13)
NEXT, LAST = date(2026, 9, 16), date(9999, 12, 31)
TODAY = DAY
AHEAD = "This day is still to come. Give the day on which it happened."
EARLY = "This is before the complaint came in. Please check the day."
EARLY_ACK = "You cannot have told them before the complaint came in. Please check the day."
DONE_AHEAD = "This day is still to come. Give the day on which it was done."
FAR = "The year 1 is a long way back. Please check the year."
Way = Callable[[date], object]


@pytest.fixture
def shop(tmp_path: Path) -> Iterator[Shop]:
    yield from shop_in(tmp_path)


def told(way: Way, day: date) -> str:
    """The sentence with which a day is refused; "" when it is kept."""
    try:
        way(day)
    except Refusal as refusal:
        return words().refusal(refusal)
    return ""


TOLD = {"channel": Channel.POST, "letter": True, "words": "x", "finding": Finding.NOT_UPHELD}
TO_STEP: dict[Action, tuple[Action, ...]] = {
    Action.ACKNOWLEDGE: (),
    Action.INVESTIGATE: (),
    Action.ASK_CUSTOMER: (Action.INVESTIGATE,),
    Action.CUSTOMER_REPLIED: (Action.INVESTIGATE, Action.ASK_CUSTOMER),
    Action.WAIT_OTHER: (Action.INVESTIGATE,),
    Action.OTHER_REPLIED: (Action.INVESTIGATE, Action.WAIT_OTHER),
    Action.EXTEND: (),
    Action.DECIDE: (Action.INVESTIGATE,),
    Action.RESOLVE: (Action.INVESTIGATE, Action.DECIDE),
    Action.SECOND_LOOK: (Action.INVESTIGATE, Action.DECIDE),
    Action.WITHDRAW: (),
    Action.SAME_AS: (),
}
"""Steps with a day, each with those before it."""


@pytest.mark.parametrize("action", TO_STEP)
def test_a_step_happened_between_the_receipt_and_today(shop: Shop, action: Action) -> None:
    number, other = complaint(shop), complaint(shop)
    more = {**TOLD, "by_whom": "Tom", "master_id": other}
    for one in TO_STEP[action]:
        take(shop, number, one, **more)
    before = shop.services.complaints.file(number)

    def step(day: date) -> object:
        given = Given(on=day, **more)
        return shop.services.complaints.take(number, action, given, RUTH)

    early = EARLY_ACK if action is Action.ACKNOWLEDGE else EARLY
    wanted = {FIRST: early, BEFORE: early, NEXT: AHEAD, LAST: AHEAD}
    assert {day: told(step, day) for day in wanted} == wanted
    assert shop.services.complaints.file(number) == before
    assert told(step, TODAY) == ""


def noted_ways(shop: Shop, number: int) -> dict[str, Way]:
    """What is noted of a complaint beside its steps, each with the day on which it was."""
    complaints, parts = shop.services.complaints, shop.services.complaints.parts
    apology = RemedyDraft(kind=RemedyKind.APOLOGY)
    done = SortedDraft(did="x", told_by=Channel.PHONE, on=TODAY)
    went = ReferralDraft(kind=OutsideKind.COURT, body="The court", referred_on=TODAY)
    behaved = BehaviourDraft(on=TODAY, text="shouted")

    def remedy(**said: date) -> object:
        return parts.add_remedy(number, replace(apology, **said), RUTH)

    def behaviour(**said: date) -> object:
        return parts.add_behaviour(number, replace(behaved, **said), RUTH)

    def outside(day: date) -> object:
        given = Given(on=day, customer_went=True)
        return complaints.go_outside(number, given, replace(went, referred_on=day), RUTH)

    return {
        "updated": lambda day: parts.updated(number, day, RUTH),
        "followed up": lambda day: parts.followed_up(number, day, None, RUTH),
        "insurer": lambda day: parts.told_insurer(number, day, "", RUTH),
        "stock": lambda day: parts.checked_stock(number, day, RUTH),
        "remedy done": lambda day: remedy(done_on=day),
        "behaviour": lambda day: behaviour(on=day),
        "warned": lambda day: behaviour(warned_on=day),
        "limits ended": lambda day: behaviour(ended_on=day),
        "outside": outside,
        "sorted": lambda day: complaints.sort_out(number, replace(done, on=day), RUTH),
    }


@pytest.mark.parametrize("name", ["updated", "followed up", "remedy done", "outside", "sorted"])
def test_what_is_noted_happened_between_the_receipt_and_today(shop: Shop, name: str) -> None:
    number = complaint(shop)
    if name == "outside":
        for one in TO_STEP[Action.RESOLVE]:
            take(shop, number, one, **TOLD)
    before = shop.services.complaints.file(number)
    way = noted_ways(shop, number)[name]
    ahead = DONE_AHEAD if name == "remedy done" else AHEAD
    wanted = {FIRST: EARLY, BEFORE: EARLY, NEXT: ahead, LAST: ahead}
    assert {day: told(way, day) for day in wanted} == wanted
    assert shop.services.complaints.file(number) == before
    assert told(way, TODAY) == ""


@pytest.mark.parametrize("name", ["insurer", "stock", "behaviour"])
def test_some_of_it_may_be_known_before_anybody_complains(shop: Shop, name: str) -> None:
    number = complaint(shop)
    before = shop.services.complaints.file(number)
    way = noted_ways(shop, number)[name]
    wanted = {FIRST: FAR, NEXT: AHEAD, LAST: AHEAD}
    assert {day: told(way, day) for day in wanted} == wanted
    assert shop.services.complaints.file(number) == before
    assert told(way, BEFORE) == ""


@pytest.mark.parametrize("name", ["warned", "limits ended"])
def test_a_warning_and_the_end_of_limits_come_after_what_they_are_about(
    shop: Shop, name: str
) -> None:
    number = complaint(shop)
    way = noted_ways(shop, number)[name]
    early = "This is before the day on which it was done or said. Please check both days."
    wanted = {FIRST: FAR, BEFORE: early, NEXT: AHEAD, LAST: AHEAD}
    assert {day: told(way, day) for day in wanted} == wanted
    assert shop.services.complaints.file(number).behaviours == ()
    assert told(way, TODAY) == ""


def test_a_reminder_goes_out_after_the_question(shop: Shop) -> None:
    number = complaint(shop)
    take(shop, number, Action.INVESTIGATE)
    take(shop, number, Action.ASK_CUSTOMER, words="Which saw?")
    before = shop.services.complaints.file(number)
    complaints = shop.services.complaints
    asked = "This is before you asked them. Please check the day."
    wanted = {FIRST: asked, BEFORE: asked, CAME.date(): asked, NEXT: AHEAD, LAST: AHEAD}
    found = {day: told(lambda on: complaints.reminded(number, on, RUTH), day) for day in wanted}
    assert found == wanted
    assert complaints.file(number) == before


def test_days_of_the_form_lie_behind_and_not_too_far(shop: Shop) -> None:
    complaints, number = shop.services.complaints, complaint(shop)
    before = complaints.file(number)

    def received(day: date) -> object:
        at = datetime.combine(day, time(9), UTC)
        return complaints.change(number, replace(before.card.draft, received_at=at), RUTH)

    def said(name: str) -> Way:
        return lambda day: complaints.change(
            number, replace(before.card.draft, **{name: day}), RUTH
        )

    came = "This is still to come. Give the day and time at which the complaint came in."
    assert told(received, FIRST) == FAR
    assert {told(received, NEXT), told(received, LAST)} == {came}
    for name, ahead in (
        ("happened_on", AHEAD),
        ("authority_seen_on", "This day is still to come. Give the day on which you saw it."),
    ):
        assert {told(said(name), NEXT), told(said(name), LAST)} == {ahead}
        assert told(said(name), FIRST) == FAR
    assert complaints.file(number) == before
    with pytest.raises(Refusal, match="complaint_day_far"):
        complaints.preview(ComplaintDraft(text="x", received_at=datetime(1, 1, 1, tzinfo=UTC)))
    with pytest.raises(Refusal, match="complaint_ahead"):
        complaints.preview(ComplaintDraft(text="x", received_at=datetime(9999, 12, 31, tzinfo=UTC)))


def ahead_ways(shop: Shop, number: int) -> dict[str, Way]:
    """What is still to come: by when something is done, looked at again, or ends."""
    parts = shop.services.complaints.parts
    repair = RemedyDraft(kind=RemedyKind.REPAIR, by_whom=RUTH)
    behaved = BehaviourDraft(on=TODAY, text="shouted")
    return {
        "due": lambda day: parts.add_remedy(number, replace(repair, due=day), RUTH),
        "valid_until": lambda day: parts.add_remedy(number, replace(repair, valid_until=day), RUTH),
        "action": lambda day: parts.add_action(number, ActionDraft(text="x", due=day), RUTH),
        "review": lambda day: parts.add_behaviour(number, replace(behaved, review_on=day), RUTH),
    }


@pytest.mark.parametrize("name", ["due", "valid_until", "action", "review"])
def test_what_is_still_to_come_is_neither_over_long_ago_nor_centuries_away(
    shop: Shop, name: str
) -> None:
    number = complaint(shop)
    before = shop.services.complaints.file(number)
    way = ahead_ways(shop, number)[name]
    assert told(way, FIRST)
    assert told(way, LAST) == "The year 9999 is a long way off. Please check the year."
    assert shop.services.complaints.file(number) == before
    assert told(way, NEXT) == ""


def test_a_line_of_the_log_may_be_of_before_but_not_of_another_age(shop: Shop) -> None:
    number = complaint(shop)

    def entry(day: date) -> object:
        draft = EntryDraft(kind=EntryKind.FACT, text="The blade was changed", on=day)
        return shop.services.complaints.parts.add_entry(number, draft, RUTH)

    assert told(entry, FIRST) == FAR
    assert {told(entry, NEXT), told(entry, LAST)} == {AHEAD}
    assert told(entry, BEFORE) == ""


def test_an_action_is_looked_at_after_it_was_done(shop: Shop) -> None:
    parts, number = shop.services.complaints.parts, complaint(shop)
    for day in (NEXT, LAST):
        assert told(lambda on: parts.add_action(None, ActionDraft(text="x", done_on=on), RUTH), day)
    made = parts.add_action(number, ActionDraft(text="Look", done_on=TODAY), RUTH).card
    checked = "This is before it was done. Please check both days."
    for day, said in ((FIRST, checked), (BEFORE, checked), (NEXT, AHEAD), (LAST, AHEAD)):
        assert told(lambda on: parts.action_checked(made, on, True, "", RUTH), day) == said
    assert told(lambda on: parts.action_checked(made, on, True, "", RUTH), TODAY) == ""
