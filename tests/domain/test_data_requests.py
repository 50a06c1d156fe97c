# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""Requests about information: by when, for what reason, what is next, what is refused."""

from dataclasses import replace
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as some

from servicedesk.domain.calendars import WorkingCalendar, add_months
from servicedesk.domain.calendars_segments import NamedCalendar, Why
from servicedesk.domain.data_requests import (
    LeftOut,
    PauseWhy,
    RequestCard,
    RequestDraft,
    RequestKind,
    RequestLine,
    RequestNext,
    RequestOutcome,
    RequestPause,
    RequestStage,
    RequestStep,
)
from servicedesk.domain.data_requests_checking import (
    checked_answer,
    checked_asking,
    checked_back,
    checked_left_out,
    checked_longer,
    checked_request,
)
from servicedesk.domain.data_requests_clocks import (
    RequestTimes,
    clock_start,
    is_request_late,
    next_for,
    request_count,
    request_due,
)
from servicedesk.domain.errors import Refusal

TODAY = date(2026, 9, 14)
KNOWN = NamedCalendar(days=WorkingCalendar())
LAW = RequestTimes(months=1, longer_months=2)
DRAFT = RequestDraft(kind=RequestKind.SEE, received_on=TODAY, customer_id=5)
CARD = RequestCard(id=1, ref="R-2026-0001", draft=DRAFT)
DAY = timedelta(days=1)


def received(on: date, **more: object) -> RequestCard:
    return replace(CARD, draft=replace(DRAFT, received_on=on), **more)


def paused(why: PauseWhy, from_on: date, until: date | None) -> RequestPause:
    return RequestPause(why=why, from_on=from_on, until=until, asked="which job?")


def test_scenario_31_a_request_of_3_september_2026() -> None:
    card = received(date(2026, 9, 3))
    assert request_due(card, KNOWN, LAW) == date(2026, 10, 5)
    longer = replace(card, extended_on=date(2026, 9, 30))
    assert request_due(longer, KNOWN, LAW) == date(2026, 12, 3)


def test_scenario_32_a_request_of_the_last_day_of_january_2027() -> None:
    card = received(date(2027, 1, 31))
    assert request_due(card, KNOWN, LAW) == date(2027, 3, 1)
    longer = replace(card, extended_on=date(2027, 2, 20))
    assert request_due(longer, KNOWN, LAW) == date(2027, 4, 30)


def test_asking_what_they_mean_stops_the_clock() -> None:
    waits = paused(PauseWhy.CLARITY, date(2026, 9, 7), date(2026, 9, 14))
    card = received(date(2026, 9, 3), pauses=(waits,))
    count = request_count(card, KNOWN, LAW)
    assert count is not None
    assert count.end == date(2026, 10, 12)  # seven days after 3 October, off the weekend
    assert Why.PAUSE in [part.why for part in count.segments]


def test_knowing_who_they_are_starts_the_clock() -> None:
    waits = paused(PauseWhy.IDENTITY, date(2026, 9, 4), date(2026, 9, 21))
    card = received(date(2026, 9, 3), pauses=(waits,))
    assert clock_start(card) == date(2026, 9, 21)
    assert request_due(card, KNOWN, LAW) == date(2026, 10, 21)


def test_while_we_wait_there_is_no_day() -> None:
    waits = paused(PauseWhy.CLARITY, TODAY, None)
    card = received(TODAY, pauses=(waits,))
    assert card.stage is RequestStage.WAITING
    assert card.open_pause == waits
    assert request_count(card, KNOWN, LAW) is None
    assert request_due(card, KNOWN, LAW) is None


def test_somewhere_else_the_owner_names_the_day() -> None:
    card = replace(CARD, draft=replace(DRAFT, own_due=date(2026, 12, 24)))
    assert request_count(card, KNOWN, None) is None
    assert request_due(card, KNOWN, None) == date(2026, 12, 24)
    assert request_due(CARD, KNOWN, None) is None


@given(
    on=some.dates(min_value=date(2020, 1, 1), max_value=date(2035, 12, 31)),
    asked=some.integers(0, 20),
    waited=some.integers(1, 400),
)
def test_a_pause_moves_the_day_by_its_days_and_never_back(
    on: date, asked: int, waited: int
) -> None:
    begun = on + DAY * asked
    waits = paused(PauseWhy.CLARITY, begun, begun + DAY * waited)
    due = request_due(received(on, pauses=(waits,)), KNOWN, LAW)
    assert due == KNOWN.days.legal_roll(add_months(on, 1) + DAY * waited)


@given(on=some.dates(min_value=date(2020, 1, 1), max_value=date(2035, 12, 31)))
def test_longer_is_three_months_from_the_start_with_a_roll_of_its_own(on: date) -> None:
    due = request_due(received(on, extended_on=on), KNOWN, LAW)
    assert due == KNOWN.days.legal_roll(add_months(on, 3))


def test_what_is_late_and_what_is_not() -> None:
    late = replace(CARD, due_on=TODAY)
    assert not is_request_late(late, TODAY)
    assert is_request_late(late, TODAY + DAY)
    assert not is_request_late(CARD, TODAY)
    answered = replace(late, ended_on=TODAY, outcome=RequestOutcome.DONE)
    assert answered.stage is RequestStage.ENDED
    assert not is_request_late(answered, TODAY + DAY)


def line(step: RequestStep) -> RequestLine:
    return RequestLine(on=TODAY, step=step)


@pytest.mark.parametrize(
    ("card", "expected"),
    [
        (CARD, RequestNext.MAKE_PACK),
        (replace(CARD, lines=(line(RequestStep.PACK),)), RequestNext.WRITE_REPLY),
        (
            replace(CARD, lines=(line(RequestStep.LETTER), line(RequestStep.PACK))),
            RequestNext.WRITE_REPLY,
        ),
        (
            replace(CARD, lines=(line(RequestStep.PACK), line(RequestStep.LETTER))),
            RequestNext.NOTE_ANSWER,
        ),
        (replace(CARD, draft=replace(DRAFT, customer_id=None)), RequestNext.NOTE_ANSWER),
        (replace(CARD, draft=replace(DRAFT, kind=RequestKind.CORRECT)), RequestNext.NOTE_ANSWER),
        (replace(CARD, draft=replace(DRAFT, kind=RequestKind.ERASE)), RequestNext.FORGET),
        (replace(CARD, is_forgotten=True), RequestNext.NOTE_ANSWER),
        (
            replace(CARD, draft=replace(DRAFT, kind=RequestKind.ERASE, customer_id=None)),
            RequestNext.NOTE_ANSWER,
        ),
        (
            replace(CARD, pauses=(paused(PauseWhy.IDENTITY, TODAY, None),)),
            RequestNext.SEE_IDENTITY,
        ),
        (replace(CARD, pauses=(paused(PauseWhy.CLARITY, TODAY, None),)), RequestNext.GET_CLARITY),
        (replace(CARD, ended_on=TODAY), None),
    ],
)
def test_there_is_one_next_step(card: RequestCard, expected: RequestNext | None) -> None:
    assert next_for(card) is expected


def test_whose_it_is() -> None:
    assert replace(CARD, customer_name="Mrs Patel").name == "Mrs Patel"
    assert replace(CARD, draft=replace(DRAFT, called="A caller")).name == "A caller"


@pytest.mark.parametrize(
    ("change", "code", "field"),
    [
        ({"customer_id": None, "called": "  "}, "request_needs_who", "called"),
        ({"received_on": TODAY + DAY}, "request_ahead", "received_on"),
        ({"received_on": date(2006, 1, 1)}, "request_long_ago", "received_on"),
        ({"own_due": TODAY - DAY}, "request_due_before", "own_due"),
        ({"text": "x" * 2001}, "text_too_long", "text"),
        ({"reach": "x" * 121}, "entry_too_long", "reach"),
    ],
)
def test_what_a_request_must_say(change: dict[str, object], code: str, field: str) -> None:
    with pytest.raises(Refusal) as refusal:
        checked_request(replace(DRAFT, **change), TODAY)  # type: ignore[arg-type]
    assert (refusal.value.code, refusal.value.field) == (code, field)


def test_a_request_is_kept_tidy() -> None:
    draft = replace(
        DRAFT, called="  A   caller ", reach=" 0163 ", text=" all of it ", own_due=TODAY
    )
    tidy = checked_request(draft, TODAY)
    assert (tidy.called, tidy.reach, tidy.text) == ("A caller", "0163", "all of it")


ENDED = replace(CARD, ended_on=TODAY)
WAITING = replace(CARD, pauses=(paused(PauseWhy.CLARITY, TODAY, None),))


@pytest.mark.parametrize(
    ("card", "asked", "on", "code"),
    [
        (ENDED, "a passport", TODAY, "request_ended"),
        (WAITING, "a passport", TODAY, "request_waits"),
        (CARD, "  ", TODAY, "request_needs_asked"),
        (CARD, "a passport", TODAY + DAY, "request_day_ahead"),
        (CARD, "a passport", TODAY - DAY, "request_day_before"),
        (
            replace(CARD, pauses=(paused(PauseWhy.CLARITY, TODAY, TODAY + 3 * DAY),)),
            "a passport",
            TODAY,
            "request_pauses_cross",
        ),
    ],
)
def test_when_a_question_cannot_be_asked(
    card: RequestCard, asked: str, on: date, code: str
) -> None:
    with pytest.raises(Refusal, match=code):
        checked_asking(card, asked, on, TODAY)


def test_what_is_asked_is_kept_tidy() -> None:
    assert checked_asking(CARD, " a passport ", TODAY, TODAY) == "a passport"


@pytest.mark.parametrize(
    ("card", "on", "code"),
    [
        (ENDED, TODAY, "request_ended"),
        (CARD, TODAY, "request_waits_not"),
        (
            received(TODAY - 3 * DAY, pauses=(paused(PauseWhy.CLARITY, TODAY, None),)),
            TODAY - DAY,
            "request_back_before",
        ),
    ],
)
def test_when_an_answer_of_theirs_cannot_be_noted(card: RequestCard, on: date, code: str) -> None:
    with pytest.raises(Refusal, match=code):
        checked_back(card, on, TODAY)


def test_their_answer_is_noted() -> None:
    checked_back(WAITING, TODAY, TODAY)


@pytest.mark.parametrize(
    ("card", "why", "on", "due", "code"),
    [
        (ENDED, "much", TODAY, TODAY, "request_ended"),
        (WAITING, "much", TODAY, TODAY, "request_waits"),
        (replace(CARD, extended_on=TODAY), "much", TODAY, TODAY, "request_longer_twice"),
        (CARD, "much", TODAY, None, "request_no_law"),
        (received(TODAY - 9 * DAY), "much", TODAY, TODAY - DAY, "request_longer_late"),
        (CARD, " ", TODAY, TODAY, "request_needs_why"),
    ],
)
def test_when_it_cannot_take_longer(
    card: RequestCard, why: str, on: date, due: date | None, code: str
) -> None:
    with pytest.raises(Refusal, match=code):
        checked_longer(card, why, on, TODAY, due)


def test_it_takes_longer_up_to_the_day_it_is_due() -> None:
    assert checked_longer(CARD, " much ", TODAY, TODAY, TODAY) == "much"


@pytest.mark.parametrize("outcome", [RequestOutcome.REFUSED, RequestOutcome.PARTLY])
def test_a_no_owes_a_reason(outcome: RequestOutcome) -> None:
    with pytest.raises(Refusal, match="request_needs_why"):
        checked_answer(CARD, outcome, " ", TODAY, TODAY)
    assert checked_answer(CARD, outcome, "tax", TODAY, TODAY) == "tax"


def test_an_answer_needs_no_reason_and_ends_it() -> None:
    assert checked_answer(CARD, RequestOutcome.DONE, "", TODAY, TODAY) == ""
    with pytest.raises(Refusal, match="request_ended"):
        checked_answer(ENDED, RequestOutcome.DONE, "", TODAY, TODAY)


def test_what_is_left_out_owes_a_reason() -> None:
    one = LeftOut(line="contacts:1", reason=" names   Tom ")
    assert checked_left_out((one,)) == (LeftOut(line="contacts:1", reason="names Tom"),)
    with pytest.raises(Refusal) as refusal:
        checked_left_out((replace(one, reason=" "),))
    whole = replace(one, is_whole=True)
    assert checked_left_out((whole,)) == (replace(whole, reason=""),)
    assert refusal.value.field == "contacts:1"
