# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""What holds for the clocks of complaints whatever the dates, and with every way of waiting."""

from dataclasses import replace
from datetime import date, timedelta

from hypothesis import given, settings
from hypothesis import strategies as st

from servicedesk.domain.calendars import DayKind
from servicedesk.domain.calendars_segments import NamedCalendar
from servicedesk.domain.complaints import (
    Assessment,
    Dates,
    Promised,
    Span,
    Stage,
    Track,
)
from servicedesk.domain.complaints_file import (
    ComplaintFile,
    PauseCard,
    StepCard,
)
from servicedesk.domain.complaints_guards import running_pause
from servicedesk.domain.complaints_timing import (
    Clock,
    standing_pauses,
    timing_of,
)
from tests.domain.complaints_made import (
    ENG,
    FIRST,
    IN_TURN,
    SOON,
    at,
    card,
    counts,
    draft,
    dues,
    judged_on,
    step,
    timing,
)

ENG_NAMED = NamedCalendar(days=ENG)
DAYS = st.dates(date(2026, 1, 1), date(2027, 10, 31))


def pause(first: date, last: date | None, **said: object) -> PauseCard:
    return PauseCard(id=1, complaint_id=1, from_on=first, until=last, **said)


LOOKING, WAITING = Stage.INVESTIGATING, Stage.WAITING_CUSTOMER
OCTOBER = date(2026, 10, 5)


def waited(*steps: StepCard, pauses: tuple[PauseCard, ...]) -> date:
    """The day of the answer, with such a history."""
    about = card(draft=draft(received_at=at(OCTOBER)), dates=Dates(acknowledged_at=at(OCTOBER)))
    return dues(timing_of(ComplaintFile(card=about, steps=steps, pauses=pauses)), ENG).decide_on


def test_a_pause_goes_with_the_step_that_began_or_ended_it() -> None:
    asked_on, replied_on = date(2026, 10, 8), date(2026, 10, 14)
    asked = step(2, "ask_customer", LOOKING, WAITING, happened_on=asked_on)
    replied = step(3, "customer_replied", WAITING, LOOKING, happened_on=replied_on)
    over = pause(asked_on, replied_on)
    assert waited(asked, replied, pauses=(over,)) == date(2026, 10, 23)
    no_reply = step(4, "undo", LOOKING, WAITING, reverses=3)
    file = ComplaintFile(card=card(), steps=(asked, replied, no_reply), pauses=(over,))
    assert [one.until for one in standing_pauses(file)] == [None]
    assert running_pause(file) == replace(over, until=None)
    not_yet = ComplaintFile(
        card=card(), steps=(asked, replied), pauses=(replace(over, until=None),)
    )
    assert running_pause(not_yet) == replace(over, until=None)
    later = step(5, "customer_replied", WAITING, LOOKING, happened_on=date(2026, 10, 15))
    assert waited(asked, replied, no_reply, later, pauses=(over,)) == date(2026, 10, 26)
    no_question = step(4, "undo", WAITING, LOOKING, reverses=2)
    running = pause(asked_on, None)
    assert waited(asked, no_question, pauses=(running,)) == date(2026, 10, 19)
    again = step(5, "ask_customer", LOOKING, WAITING, happened_on=asked_on)
    then = step(6, "decide_on_what_we_have", WAITING, Stage.DECIDED, happened_on=replied_on)
    second = replace(running, id=2)
    file = ComplaintFile(
        card=card(), steps=(asked, no_question, again, then), pauses=(running, second)
    )
    assert standing_pauses(file) == (replace(second, until=replied_on),)


def test_a_history_that_tells_less_is_taken_as_far_as_it_goes() -> None:
    asked = step(2, "ask_customer", LOOKING, WAITING, happened_on=date(2026, 10, 8))
    replied = step(3, "customer_replied", WAITING, LOOKING, happened_on=date(2026, 10, 14))
    assert waited(asked, replied, pauses=()) == date(2026, 10, 19)
    reminded = step(4, "reminded", WAITING, WAITING, happened_on=date(2026, 10, 9))
    over = pause(date(2026, 10, 8), date(2026, 10, 14))
    assert waited(asked, reminded, replied, pauses=(over,)) == date(2026, 10, 23)
    undone = step(5, "undo", WAITING, LOOKING, reverses=2)
    assert waited(asked, replied, undone, pauses=(over,)) == date(2026, 10, 19)


# --- whatever the dates ---------------------------------------------------------------------

ASSESSMENTS = st.sampled_from([SOON, FIRST, IN_TURN, replace(SOON, is_complex=True)])
SPANS = st.none() | st.builds(
    Span, amount=st.integers(1, 30), unit=st.sampled_from(["working", "calendar", "opening"])
)
PROMISED = st.builds(Promised, acknowledge=SPANS, decide=SPANS)


@settings(max_examples=60, deadline=None)
@given(DAYS, st.integers(0, 25), st.integers(0, 20), ASSESSMENTS)
def test_a_pause_moves_the_answer_by_just_its_working_days(
    received: date, after: int, length: int, assessment: Assessment
) -> None:
    plain = timing(received, assessment=assessment)
    due = dues(plain, ENG).decide_on
    first = received + timedelta(days=after)
    last = first + timedelta(days=length)
    waited = dues(replace(plain, pauses=(pause(first, last),)), ENG).decide_on
    if first >= due:
        assert waited == due
    else:
        stopped = ENG.days_between(first, last, DayKind.WORKING)
        assert waited == (ENG.add_days(due, stopped, DayKind.WORKING) if stopped else due)


@settings(max_examples=60, deadline=None)
@given(DAYS, ASSESSMENTS, PROMISED, st.integers(0, 40), st.sampled_from(Stage), st.booleans())
def test_the_eight_weeks_never_move_and_nothing_is_due_before_it_came(
    received: date,
    assessment: Assessment,
    promised: Promised,
    length: int,
    stage: Stage,
    is_data: bool,
) -> None:
    made = timing(
        received,
        assessment=assessment,
        promised=promised,
        stage=stage,
        track=Track.DATA_PROTECTION if is_data else Track.ORDINARY,
        pauses=(pause(received, received + timedelta(days=length)),),
    )
    found = dues(made, ENG)
    assert found.ceiling_on == received + timedelta(days=56)
    days = (found.acknowledge_on, found.decide_on, found.aim_on, found.update_on, found.next_on)
    assert all(day >= received for day in days if day is not None)
    assert judged_on(made, ENG) <= found.decide_on
    if is_data:
        assert found.acknowledge_on == received + timedelta(days=29)


@settings(max_examples=30, deadline=None)
@given(DAYS, ASSESSMENTS, PROMISED)
def test_the_parts_of_each_count_lead_to_its_day(
    received: date, assessment: Assessment, promised: Promised
) -> None:
    made = timing(received, assessment=assessment, promised=promised)
    for counted in counts(made, ENG_NAMED).values():
        assert sum(part.counted for part in counted.count.segments) == counted.count.amount
        assert counted.count.segments[-1].last == counted.day


@settings(max_examples=60, deadline=None)
@given(
    DAYS,
    ASSESSMENTS,
    PROMISED | st.just(Promised(decide=Span(amount=0, unit="working"))),
    st.lists(st.tuples(st.integers(0, 20), st.integers(0, 9)), max_size=3),
    st.booleans(),
)
def test_what_is_kept_is_what_is_told(
    received: date,
    assessment: Assessment,
    promised: Promised,
    waits: list[tuple[int, int]],
    is_data: bool,
) -> None:
    firsts = [(received + timedelta(days=after), length) for after, length in waits]
    made = timing(
        received,
        assessment=assessment,
        promised=promised,
        track=Track.DATA_PROTECTION if is_data else Track.ORDINARY,
        pauses=tuple(pause(first, first + timedelta(days=length)) for first, length in firsts),
    )
    found, told = dues(made, ENG), counts(made, ENG_NAMED)
    days = {
        Clock.ACKNOWLEDGE: found.acknowledge_on,
        Clock.DECIDE: found.decide_on,
        Clock.AIM: found.aim_on,
        Clock.CEILING: found.ceiling_on,
        Clock.UPDATE: found.update_on,
    }
    for clock, day in days.items():
        assert day == (told[clock].day if clock in told else None), clock
