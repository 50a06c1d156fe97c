# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""Whether complaints were answered in time: what was late stays late, whatever comes after it."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, date, datetime
from pathlib import Path

import pytest

from servicedesk.domain.calendars import BankHoliday
from servicedesk.domain.complaints import (
    Assessment,
    ComplaintCard,
    Content,
    Finding,
    Priority,
    Promised,
    Serious,
    Span,
    Stage,
)
from servicedesk.domain.complaints_asks import Given
from servicedesk.domain.complaints_file import RemedyKind
from servicedesk.domain.complaints_sorting import SortedDraft
from servicedesk.domain.complaints_stages import Action
from servicedesk.domain.complaints_standing import stand_of_card, stand_of_row, stand_words
from servicedesk.domain.customers import Channel
from servicedesk.domain.errors import Refusal
from servicedesk.store.complaints import complaints as kept
from servicedesk.store.complaints import promised_values
from tests.helpers.builders import words
from tests.services.complaints_letters_made import DAY, card, complaint, shop_in
from tests.services.letters_made import Shop

FIVE_DAYS = Promised(decide=Span(amount=5, unit="working"))


@pytest.fixture
def shop(tmp_path: Path) -> Iterator[Shop]:
    yield from shop_in(tmp_path)


def on(shop: Shop, day: date) -> date:
    """It is that day in the shop, in the morning."""
    shop.clock.set(datetime(day.year, day.month, day.day, 10, tzinfo=UTC))
    return day


def take(shop: Shop, number: int, action: Action, day: date, **more: object) -> ComplaintCard:
    given = Given(on=on(shop, day), **more)
    return shop.services.complaints.take(number, action, given, "Ruth").card


def answer(shop: Shop, number: int, day: date, **more: object) -> ComplaintCard:
    said = {"words": "It was old", "letter": True, "finding": Finding.NOT_UPHELD, **more}
    return take(shop, number, Action.DECIDE, day, channel=Channel.POST, **said)


def stands(shop: Shop, number: int) -> str:
    """How its answer stands on its page; the list and the page of the customer say the same."""
    calendar, today = shop.services.calendars.calendar(), shop.clock.today()
    found = card(shop, number)
    said = stand_words(stand_of_card(found, today, calendar), words())
    (row,) = shop.services.complaints.lists.rows([number])
    assert stand_words(stand_of_row(row, today, calendar), words()) == said
    customer_id = found.draft.customer_id
    if customer_id is not None and "wait" not in said:
        entries = shop.services.timeline.of(customer_id)
        details = [one.detail for one in entries if one.id == number]
        assert any(said in detail for detail in details), (said, details)
    return said


def charter(shop: Shop, number: int) -> None:
    """The charter promised the answer in five working days when it came: by 21 September."""
    with shop.services.units.change("charter", "Ruth") as unit:
        unit.update(kept, number, promised_values(FIVE_DAYS))
    found = card(shop, number)
    shop.services.complaints.change(number, replace(found.draft, place="the yard"), "Ruth")
    assert card(shop, number).dues.decide_on == date(2026, 9, 21)


def looked_into(shop: Shop, **more: object) -> int:
    number = complaint(shop, **more)
    take(shop, number, Action.INVESTIGATE, DAY)
    return number


def test_bug_3_a_second_look_makes_a_late_answer_no_punctual_one(shop: Shop) -> None:
    number = looked_into(shop)  # due on 28 September
    first = answer(shop, number, date(2026, 10, 2))
    assert stands(shop, number) == "answered 4 working days late"
    again = take(shop, number, Action.SECOND_LOOK, date(2026, 10, 5), by_whom="Ruth")
    assert again.dues.decide_on == date(2026, 10, 19)
    assert again.dates.answered_on is None
    assert stands(shop, number) == "10 working days left"
    in_time = answer(shop, number, date(2026, 10, 12))
    assert in_time.dates.decided_on == first.dates.decided_on
    assert (in_time.dates.answered_on, in_time.dues.decide_on) == (
        date(2026, 10, 12),
        date(2026, 10, 19),
    )
    assert stands(shop, number) == "answered 4 working days late"


def test_bug_3_the_second_answer_is_late_by_its_own_day(shop: Shop) -> None:
    number = looked_into(shop)
    answer(shop, number, date(2026, 9, 25))
    assert stands(shop, number) == "answered in time"
    take(shop, number, Action.SECOND_LOOK, date(2026, 10, 5), by_whom="Ruth")
    answer(shop, number, date(2026, 11, 30))  # due on 19 October
    assert stands(shop, number) == "answered 30 working days late"
    steps = shop.services.complaints.file(number).steps
    dues = [step.due_on for step in steps if step.action == Action.DECIDE]
    assert dues == [date(2026, 9, 28), date(2026, 10, 19)]


def test_an_answer_taken_back_is_judged_no_longer(shop: Shop) -> None:
    number = looked_into(shop)
    answer(shop, number, date(2026, 10, 2))
    take(shop, number, Action.SECOND_LOOK, date(2026, 10, 5), by_whom="Ruth")
    take(shop, number, Action.UNDO, date(2026, 10, 5))
    assert stands(shop, number) == "answered 4 working days late"
    back = take(shop, number, Action.UNDO, date(2026, 10, 5))
    assert (back.dates.answered_on, back.dues.first_on) == (None, None)
    assert stands(shop, number) == "late by 5 working days"


def test_withdrawn_while_it_is_looked_into_again_the_first_answer_counts(shop: Shop) -> None:
    number = looked_into(shop)
    answer(shop, number, date(2026, 10, 2))
    take(shop, number, Action.SECOND_LOOK, date(2026, 10, 5), by_whom="Ruth")
    take(shop, number, Action.WITHDRAW, date(2026, 10, 6), words="she rang")
    assert stands(shop, number) == "answered 4 working days late"


def test_bug_5_put_off_past_the_charter_it_counts_late_by_the_charter(shop: Shop) -> None:
    number = complaint(shop)
    charter(shop, number)
    day = date(2026, 9, 16)
    longer = take(shop, number, Action.EXTEND, day, letter=True, words="parts")
    assert (longer.dues.decide_on, longer.dues.judged_on) == (
        date(2026, 10, 12),
        date(2026, 9, 21),
    )
    take(shop, number, Action.INVESTIGATE, day)
    answer(shop, number, date(2026, 10, 5))
    assert stands(shop, number) == "answered 10 working days late"


def test_bug_6_weighing_again_after_the_answer_changes_nothing_of_it(shop: Shop) -> None:
    number = looked_into(shop)
    answer(shop, number, date(2026, 10, 2))
    lower = Assessment(severity=1, impact=0, urgency=1)
    shop.services.complaints.parts.assess(number, lower, "Ruth")
    assert card(shop, number).dues.decide_on == date(2026, 9, 28)
    assert stands(shop, number) == "answered 4 working days late"


def test_a_holiday_added_after_the_answer_changes_nothing_of_it(shop: Shop) -> None:
    number = looked_into(shop)
    answer(shop, number, date(2026, 9, 29))
    assert stands(shop, number) == "answered 1 working day late"
    on(shop, date(2026, 9, 15))
    shop.services.calendars.add_holiday(BankHoliday(day=date(2026, 9, 21), name="A day"), "Ruth")
    on(shop, date(2026, 9, 29))
    assert stands(shop, number) == "answered 1 working day late"


def test_waiting_that_ends_with_the_answer_still_moved_its_day(shop: Shop) -> None:
    """Asked on 18 September, answered without a reply on 9 October: fifteen days stood still."""
    number = looked_into(shop)
    take(shop, number, Action.ASK_CUSTOMER, date(2026, 9, 18), words="Which saw?")
    shop.services.complaints.reminded(number, date(2026, 9, 18), "Ruth")
    day = on(shop, date(2026, 10, 9))
    given = Given(on=day, words="x", channel=Channel.POST, letter=True, finding=Finding.NO_FINDING)
    done = shop.services.complaints.take(number, Action.DECIDE_ON_WHAT_WE_HAVE, given, "Ruth").card
    assert done.dues.decide_on == date(2026, 10, 19)
    assert stands(shop, number) == "answered in time"


def test_bug_7_what_a_letter_promised_is_the_due_date(shop: Shop) -> None:
    number = looked_into(shop)
    day = date(2026, 9, 24)
    promised = {"letter": True, "words": "parts", "due": date(2026, 10, 5)}
    assert take(shop, number, Action.EXTEND, day, **promised).dues.decide_on == date(2026, 10, 5)
    later = {**promised, "due": date(2026, 10, 20)}
    again = take(shop, number, Action.EXTEND, date(2026, 10, 5), **later)
    assert again.dues.decide_on == date(2026, 10, 20)
    steps = shop.services.complaints.file(number).steps
    dues = [step.due_on for step in steps if step.action == Action.EXTEND]
    assert dues == [date(2026, 10, 5), date(2026, 10, 20)]
    answer(shop, number, date(2026, 10, 19))
    assert stands(shop, number) == "answered 5 working days late"  # the longer time was 12 October


def test_gap_2_a_reasoned_extension_when_the_eight_weeks_are_over(shop: Shop) -> None:
    number = looked_into(shop)
    take(shop, number, Action.ACKNOWLEDGE, DAY, channel=Channel.PHONE)
    until = date(2026, 11, 27)
    why = {"letter": True, "words": "waiting for a report", "due": until}
    found = take(shop, number, Action.EXTEND, date(2026, 11, 10), **why)
    assert found.dues.decide_on == until
    next_on = found.dues.next_on
    assert next_on is not None
    assert next_on > date(2026, 11, 10)


# --- it's sorted -----------------------------------------------------------------------------


def sort(shop: Shop, number: int, day: date, **more: object) -> ComplaintCard:
    values = {"did": "gave a new one", "told_by": Channel.COUNTER, "content": Content.YES, **more}
    return shop.services.complaints.sort_out(number, SortedDraft(on=day, **values), "Ruth").card


def test_bug_9_after_harm_the_insurer_is_told_before_it_is_sorted(shop: Shop) -> None:
    number = complaint(shop, is_safety=True, from_stock=True)
    lower = Assessment(
        severity=1, impact=0, urgency=1, is_safety=True, raised=Priority.P2, raise_note="a scratch"
    )
    parts = shop.services.complaints.parts
    parts.assess(number, lower, "Ruth")
    with pytest.raises(Refusal, match="complaint_needs_insurer"):
        sort(shop, number, DAY, kind=RemedyKind.REPLACEMENT)
    parts.told_insurer(number, DAY, "", "Ruth")
    with pytest.raises(Refusal, match="complaint_needs_stock"):
        sort(shop, number, DAY, kind=RemedyKind.REPLACEMENT)
    assert card(shop, number).stage is Stage.RECEIVED
    parts.checked_stock(number, DAY, "Ruth")
    done = sort(shop, number, DAY, kind=RemedyKind.REPLACEMENT)
    assert (done.stage, done.finding) == (Stage.CLOSED, Finding.UPHELD)


def test_bug_10_an_answer_that_was_given_stays_when_it_is_sorted(shop: Shop) -> None:
    number = looked_into(shop)
    before = answer(shop, number, DAY, words="We oiled it and it works")
    done = sort(shop, number, DAY, did="gave a voucher", kind=RemedyKind.GOODWILL)
    assert done.stage is Stage.CLOSED
    told = ("finding", "outcome_words", "told_by")
    assert [getattr(done, name) for name in told] == [getattr(before, name) for name in told]
    assert done.dates.decided_on == done.dates.answered_on == DAY
    last = shop.services.complaints.file(number).steps[-1]
    assert (last.note, last.due_on) == ("gave a voucher", None)
    take(shop, number, Action.UNDO, DAY)
    assert card(shop, number) == before
    assert shop.services.complaints.file(number).remedies == ()


def test_bug_18_it_is_not_sorted_before_it_was_answered(shop: Shop) -> None:
    number = looked_into(shop)
    answer(shop, number, date(2026, 9, 18))
    with pytest.raises(Refusal, match="complaint_step_before_last"):
        sort(shop, number, date(2026, 9, 17))


def test_bug_19_opened_again_and_sorted_it_is_put_right_on_the_new_day(shop: Shop) -> None:
    number = complaint(shop)
    sort(shop, number, DAY)
    day = date(2026, 11, 10)
    take(shop, number, Action.REOPEN, day)
    done = sort(shop, number, day, content=Content.NO)
    assert (done.stage, done.dates.resolved_on) == (Stage.RESOLVED, day)
    assert done.dates.decided_on == DAY
    assert done.dues.follow_up_on == date(2026, 11, 24)
    assert sort(shop, number, day).dates.resolved_on == day


def test_a_kindness_after_a_second_look_finds_nothing_new(shop: Shop) -> None:
    number = looked_into(shop)
    answer(shop, number, DAY)
    take(shop, number, Action.SECOND_LOOK, DAY, by_whom="Ruth")
    kind = sort(shop, number, DAY, did="gave a voucher", kind=RemedyKind.GOODWILL)
    assert (kind.finding, kind.outcome_words) == (Finding.NOT_UPHELD, "gave a voucher")
    assert kind.told_by is Channel.COUNTER


# --- what is changed of it -------------------------------------------------------------------


def changed(shop: Shop, number: int, **more: object) -> ComplaintCard:
    draft = replace(card(shop, number).draft, **more)
    return shop.services.complaints.change(number, draft, "Ruth").card


def test_bug_8_that_somebody_was_hurt_counts_after_it_was_weighed_too(shop: Shop) -> None:
    number = complaint(shop)
    weighed = Assessment(
        severity=1, impact=0, urgency=1, raised=Priority.P2, raise_note="a good customer"
    )
    shop.services.complaints.parts.assess(number, weighed, "Ruth")
    hurt = changed(shop, number, is_safety=True, text="She was burnt")
    assert (hurt.assessment.is_safety, hurt.assessment.raised) == (True, None)
    assert shop.services.complaints.lists.rows([number])[0].priority is Priority.P1
    assert hurt.dues.decide_on == date(2026, 9, 21)
    with pytest.raises(Refusal, match="complaint_p1_full_steps"):
        sort(shop, number, DAY, kind=RemedyKind.REPLACEMENT)
    with pytest.raises(Refusal, match="complaint_lower_by_weighing"):
        changed(shop, number, is_safety=False)
    other = changed(shop, number, place="the yard")
    assert other.assessment == hurt.assessment


def test_bug_20_the_form_lets_nothing_wait_longer(shop: Shop) -> None:
    number = complaint(shop, serious=Serious.SERIOUS)
    for lower in (Serious.NORMAL, Serious.SMALL):
        with pytest.raises(Refusal, match="complaint_lower_by_weighing") as refused:
            changed(shop, number, serious=lower)
        assert words().refusal(refused.value)
    assert card(shop, number).draft.serious is Serious.SERIOUS
    small = complaint(shop, serious=Serious.SMALL)
    assert changed(shop, small, serious=Serious.SERIOUS).assessment.urgency == 3


@pytest.mark.parametrize("kind", ["told", "step", "word"])
def test_bug_18_it_did_not_come_after_what_was_done_about_it(shop: Shop, kind: str) -> None:
    number = complaint(shop)
    if kind == "told":
        take(shop, number, Action.ACKNOWLEDGE, DAY, channel=Channel.PHONE)
    elif kind == "step":
        take(shop, number, Action.INVESTIGATE, DAY)
    else:
        shop.services.complaints.parts.updated(number, on(shop, DAY), "Ruth")
    on(shop, date(2026, 9, 18))
    with pytest.raises(Refusal, match="complaint_received_after_step"):
        changed(shop, number, received_at=datetime(2026, 9, 18, 9, tzinfo=UTC))
    same_day = changed(shop, number, received_at=datetime(2026, 9, 15, 9, tzinfo=UTC))
    assert same_day.draft.received_at == datetime(2026, 9, 15, 9, tzinfo=UTC)


def test_bug_11_no_two_are_the_same_as_each_other(shop: Shop) -> None:
    first, second = complaint(shop), complaint(shop)
    take(shop, first, Action.SAME_AS, DAY, master_id=second)
    with pytest.raises(Refusal, match="complaint_master_duplicate") as refused:
        take(shop, second, Action.SAME_AS, DAY, master_id=first)
    assert card(shop, first).ref in words().refusal(refused.value)
    assert card(shop, second).is_open
    gone = complaint(shop)
    take(shop, gone, Action.WITHDRAW, DAY, words="she rang")
    with pytest.raises(Refusal, match="complaint_master_withdrawn"):
        take(shop, second, Action.SAME_AS, DAY, master_id=gone)
    with pytest.raises(Refusal, match="record_gone"):
        take(shop, second, Action.SAME_AS, DAY, master_id=99)
