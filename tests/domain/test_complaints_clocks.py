# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""By when something is due with a complaint: what holds whatever the dates."""

from dataclasses import replace
from datetime import date

import pytest

from servicedesk.domain import complaints_clocks
from servicedesk.domain.calendars import WorkingCalendar
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
    RemedyCard,
    RemedyDraft,
    RemedyKind,
)
from servicedesk.domain.complaints_timing import (
    Clock,
    ClockBasis,
    first_timing,
    restarted_on,
    timing_of,
)
from tests.domain.complaints_made import (
    ENG,
    FIRST,
    IN_TURN,
    LAW,
    RECEIVED,
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
FIVE_DAYS = Promised(version_id=1, decide=Span(amount=5, unit="working"))
FIFTEEN_DAYS = Promised(version_id=1, decide=Span(amount=15, unit="working"))


def pause(first: date, last: date | None, **said: object) -> PauseCard:
    return PauseCard(id=1, complaint_id=1, from_on=first, until=last, **said)


def sept(day: int) -> date:
    return date(2026, 9, day)


def test_the_day_of_the_law_is_not_moved_off_a_sunday_or_a_holiday() -> None:
    christmas = timing(date(2026, 11, 26), track=Track.DATA_PROTECTION)
    assert dues(christmas, ENG).acknowledge_on == date(2026, 12, 25)


def test_the_law_says_how_many_days_there_are_and_that_of_receipt_is_the_first() -> None:
    about = timing(date(2026, 11, 2), track=Track.DATA_PROTECTION)
    for days, due in ((30, date(2026, 12, 1)), (10, date(2026, 11, 11)), (1, date(2026, 11, 2))):
        law = replace(LAW, data_told_days=days)
        assert complaints_clocks.dues(about, ENG, law).acknowledge_on == due


def test_a_longer_charter_leaves_the_priority_to_aim_for() -> None:
    slow = timing(promised=FIFTEEN_DAYS)
    assert (dues(slow, ENG).decide_on, dues(slow, ENG).aim_on) == (date(2026, 10, 5), sept(28))
    assert judged_on(slow, ENG) == date(2026, 10, 5)


def test_what_goes_first_is_due_by_its_own_day_whatever_the_charter_says() -> None:
    slow = Promised(acknowledge=Span(amount=3, unit="working"), decide=FIFTEEN_DAYS.decide)
    found = dues(timing(promised=slow, assessment=FIRST), ENG)
    assert (found.acknowledge_on, found.decide_on, found.aim_on) == (sept(15), sept(21), None)
    quick = Promised(decide=Span(amount=2, unit="working"))
    assert dues(timing(promised=quick, assessment=FIRST), ENG).decide_on == sept(16)


@pytest.mark.parametrize(
    ("span", "due"),
    [
        (Span(amount=3, unit="calendar"), sept(17)),
        (Span(amount=3, unit="opening"), sept(17)),
        (Span(amount=4, unit="hour"), sept(14)),
        (Span(amount=12, unit="hour"), sept(15)),
    ],
)
def test_a_charter_counts_in_its_own_days_and_hours(span: Span, due: date) -> None:
    assert dues(timing(promised=Promised(acknowledge=span)), ENG).acknowledge_on == due


def test_hours_of_the_charter_stand_still_too() -> None:
    promised = Promised(decide=Span(amount=12, unit="hour"))
    waited = timing(promised=promised, pauses=(pause(sept(14), sept(16)),))
    assert dues(waited, ENG).decide_on == sept(17)


def test_more_time_once_and_still_late_by_the_charter() -> None:
    complex_one = replace(SOON, is_complex=True)
    longer = timing(promised=FIVE_DAYS, assessment=complex_one)
    assert dues(longer, ENG).decide_on == date(2026, 10, 12)
    assert judged_on(longer, ENG) == sept(21)
    without = timing(assessment=complex_one)
    assert judged_on(without, ENG) == dues(without, ENG).decide_on == date(2026, 10, 12)
    assert dues(without, ENG).aim_on is None
    far = Promised(decide=Span(amount=25, unit="working"))
    generous = timing(promised=far, assessment=complex_one)
    assert counts(generous, ENG_NAMED)[Clock.DECIDE].basis is ClockBasis.CHARTER


def written(due: date, said: date = date(2026, 9, 24), **more: object) -> Dates:
    """A letter promised a day for the answer."""
    return Dates(promised_for=due, promised_on=said, **more)


def test_a_day_promised_in_writing_is_the_due_date() -> None:
    """Bug 7: L02 names 5 October; the table of the longer time would say 12 October."""
    longer = replace(SOON, is_complex=True)
    promised = timing(assessment=longer, dates=written(date(2026, 10, 5)))
    found, parts = dues(promised, ENG), counts(promised, ENG_NAMED)
    assert (found.decide_on, found.judged_on) == (date(2026, 10, 5), None)
    assert parts[Clock.DECIDE].basis is ClockBasis.WRITTEN
    assert (parts[Clock.DECIDE].count.start, parts[Clock.DECIDE].count.amount) == (sept(24), 11)
    again = timing(assessment=longer, dates=written(date(2026, 10, 20), date(2026, 10, 5)))
    second = dues(again, ENG)
    assert (second.decide_on, second.judged_on) == (date(2026, 10, 20), date(2026, 10, 12))


def test_bug_5_a_promise_past_the_charter_counts_late_by_it() -> None:
    charter = timing(promised=FIVE_DAYS, dates=written(sept(30), sept(16)))
    found = dues(charter, ENG)
    assert (found.decide_on, found.judged_on) == (sept(30), sept(21))
    assert judged_on(charter, ENG) == sept(21)
    sooner = timing(promised=FIVE_DAYS, dates=written(sept(18), sept(16)))
    assert (dues(sooner, ENG).decide_on, judged_on(sooner, ENG)) == (sept(18), sept(18))


def test_waiting_for_the_customer_moves_a_written_promise_too() -> None:
    """Wednesday to Monday are three working days; what lay before the letter counts in it."""
    waits = (
        pause(sept(15), sept(18)),
        pause(date(2026, 9, 30), date(2026, 10, 5)),
        pause(date(2026, 10, 5), None),
    )
    moved = timing(dates=written(date(2026, 10, 5)), pauses=waits)
    assert dues(moved, ENG).decide_on == date(2026, 10, 8)
    assert counts(moved, ENG_NAMED)[Clock.DECIDE].basis is ClockBasis.WRITTEN


def test_a_second_look_makes_an_older_promise_void() -> None:
    again = timing(restarted_on=date(2026, 10, 1), dates=written(date(2026, 10, 5)))
    assert dues(again, ENG).decide_on == date(2026, 10, 15)
    since = replace(again, dates=written(date(2026, 10, 20), date(2026, 10, 2)))
    found = dues(since, ENG)
    assert (found.decide_on, found.judged_on) == (date(2026, 10, 20), date(2026, 10, 15))


def test_the_eight_weeks_stop_pressing_once_a_letter_said_why_not_yet() -> None:
    """G2: the reasoned extension, ten days past 9 November."""
    dates = written(date(2026, 11, 19), date(2026, 11, 9), update_sent_on=date(2026, 11, 9))
    found = dues(timing(dates=dates, stage=Stage.INVESTIGATING), ENG)
    assert found.decide_on == date(2026, 11, 19)
    assert found.ceiling_on == date(2026, 11, 9)
    told = replace(dates, acknowledged_at=at(RECEIVED))
    assert dues(timing(dates=told, stage=Stage.INVESTIGATING), ENG).next_on == date(2026, 11, 16)


def test_a_second_look_has_ten_working_days_of_its_own() -> None:
    again = timing(
        promised=FIVE_DAYS,
        stage=Stage.INVESTIGATING,
        restarted_on=date(2026, 10, 1),
        dates=Dates(acknowledged_at=at(RECEIVED), decided_on=sept(28)),
    )
    found = dues(again, ENG)
    assert found.decide_on == date(2026, 10, 15)
    assert counts(again, ENG_NAMED)[Clock.DECIDE].basis is ClockBasis.SECOND_LOOK
    assert (found.update_on, found.next_on) == (date(2026, 10, 8), date(2026, 10, 8))
    assert (found.ceiling_on, found.aim_on) == (date(2026, 11, 9), None)
    assert judged_on(again, ENG) == date(2026, 10, 15)


def test_long_after_the_eight_weeks_they_no_longer_press() -> None:
    reopened = timing(stage=Stage.INVESTIGATING, restarted_on=date(2027, 3, 1))
    assert dues(reopened, ENG).next_on == date(2027, 3, 8)


@pytest.mark.parametrize(
    ("assessment", "sent", "due"),
    [
        (FIRST, None, sept(16)),
        (FIRST, sept(16), sept(18)),
        (SOON, sept(21), sept(28)),
        (IN_TURN, None, sept(21)),
        (IN_TURN, sept(21), date(2026, 10, 5)),
    ],
)
def test_words_on_how_it_goes(assessment: Assessment, sent: date | None, due: date) -> None:
    sent_then = timing(assessment=assessment, dates=Dates(update_sent_on=sent))
    assert dues(sent_then, ENG).update_on == due


def test_a_word_sent_before_the_second_look_is_not_one_of_it() -> None:
    again = timing(dates=Dates(update_sent_on=sept(21)), restarted_on=date(2026, 10, 1))
    assert dues(again, ENG).update_on == date(2026, 10, 8)


def test_while_they_owe_us_a_reply_the_reminder_is_next() -> None:
    asked = timing(
        stage=Stage.WAITING_CUSTOMER,
        dates=Dates(acknowledged_at=at(RECEIVED)),
        pauses=(pause(sept(17), None),),
    )
    assert dues(asked, ENG).update_on is None
    assert dues(asked, ENG).next_on == sept(24)
    reminded = replace(asked, pauses=(pause(sept(17), None, reminded_on=sept(24)),))
    assert dues(reminded, ENG).next_on == date(2026, 10, 8)
    nothing_known = replace(asked, pauses=())
    assert dues(nothing_known, ENG).next_on == date(2026, 11, 9)


@pytest.mark.parametrize(
    ("stage", "dates", "remedies", "due"),
    [
        (Stage.DECIDED, Dates(decided_on=sept(28)), (), date(2026, 10, 26)),
        (Stage.DECIDED, Dates(decided_on=sept(28)), (date(2026, 10, 2),), date(2026, 10, 2)),
        (Stage.DECIDED, Dates(), (), None),
        (Stage.REMEDY_PENDING, Dates(decided_on=sept(28)), (sept(30), sept(29)), sept(29)),
        (Stage.REMEDY_PENDING, Dates(decided_on=sept(28)), (), date(2026, 10, 26)),
        (
            Stage.RESOLVED,
            Dates(resolved_on=sept(28), follow_up_on=date(2026, 10, 2)),
            (),
            date(2026, 10, 2),
        ),
        (Stage.EXTERNAL, Dates(decided_on=sept(28)), (), None),
        (Stage.EXTERNAL, Dates(external_on=sept(28)), (), date(2026, 10, 26)),
        (
            Stage.EXTERNAL,
            Dates(external_on=sept(28), update_sent_on=date(2026, 10, 5)),
            (),
            date(2026, 11, 2),
        ),
        (Stage.CLOSED, Dates(resolved_on=sept(28)), (), None),
        (Stage.WITHDRAWN, Dates(), (), None),
        (Stage.DUPLICATE, Dates(), (), None),
    ],
)
def test_what_is_next_once_they_have_their_answer(
    stage: Stage, dates: Dates, remedies: tuple[date, ...], due: date | None
) -> None:
    assert dues(timing(stage=stage, dates=dates, remedies_due=remedies), ENG).next_on == due


def test_a_second_answer_gives_its_own_time_to_disagree() -> None:
    again = timing(
        stage=Stage.DECIDED, dates=Dates(decided_on=sept(28)), restarted_on=date(2026, 10, 26)
    )
    assert dues(again, ENG).next_on == date(2026, 11, 23)


def test_the_clocks_of_a_complaint_on_record() -> None:
    remedies = (
        RemedyCard(
            id=1, complaint_id=1, draft=RemedyDraft(kind=RemedyKind.REDO, due=date(2026, 10, 1))
        ),
        RemedyCard(
            id=2,
            complaint_id=1,
            draft=RemedyDraft(kind=RemedyKind.REDO, due=date(2026, 10, 1), done_on=sept(30)),
        ),
        RemedyCard(id=3, complaint_id=1, draft=RemedyDraft(kind=RemedyKind.APOLOGY)),
    )
    steps = (
        step(1, "log", None, Stage.RECEIVED),
        step(2, "second_look", Stage.DECIDED, Stage.INVESTIGATING, happened_on=date(2026, 10, 1)),
    )
    waits = (pause(sept(15), sept(16)),)
    file = ComplaintFile(card=card(), remedies=remedies, steps=steps, pauses=waits)
    found = timing_of(file)
    assert found.remedies_due == (date(2026, 10, 1),)
    assert (found.restarted_on, found.stage) == (date(2026, 10, 1), Stage.INVESTIGATING)
    assert (found.pauses, found.assessment) == (waits, SOON)
    undone = step(3, "undo", Stage.INVESTIGATING, Stage.DECIDED, reverses=2)
    assert restarted_on((*steps, undone)) is None


def test_the_clocks_of_one_that_is_being_written_down() -> None:
    found = first_timing(draft(), SOON, FIVE_DAYS)
    assert (found.received_at, found.promised) == (at(RECEIVED), FIVE_DAYS)
    assert dues(found, ENG).decide_on == sept(21)


def test_without_holidays_it_is_every_weekday() -> None:
    assert dues(timing(), WorkingCalendar()).decide_on == sept(28)
