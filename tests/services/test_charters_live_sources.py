# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""The cases of a standard: calls, complaints, refunds, sample weeks, answers; and the past."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, date, datetime
from pathlib import Path

import pytest

from servicedesk.domain.charters_live import Source, Standing
from servicedesk.domain.complaints_file import RemedyDraft, RemedyKind
from servicedesk.domain.customers import Channel
from servicedesk.domain.elements import Element
from servicedesk.domain.feedback import FeedbackDraft, FeedbackKind, Scores
from servicedesk.domain.figures import RecordsAt
from servicedesk.domain.kinds import Kind
from servicedesk.domain.promises import Due
from servicedesk.domain.samples import Verdict
from servicedesk.domain.standards import (
    MeasuredBy,
    StandardChannel,
    StartEvent,
    StopEvent,
)
from servicedesk.services.registry import Services, open_services
from servicedesk.store.charters_live import answers_by_day
from servicedesk.store.feedback import feedback
from tests.helpers.builders import (
    charter_draft,
    complaint_promises,
    opening_days,
    promise,
)
from tests.helpers.fakes import FixedClock
from tests.services.around import surroundings
from tests.services.complaints_made import answered, logged
from tests.services.figures_made import MOMENT, Values, put
from tests.services.promises_made import RUTH, draft
from tests.services.test_charters_live import (
    CALL,
    MONDAY,
    ORDER,
    PERIOD,
    look,
    of,
    publish,
    ring,
    said,
)
from tests.store.files import new_file, opened


@pytest.fixture
def clock() -> FixedClock:
    return FixedClock(MONDAY)


@pytest.fixture
def services(tmp_path: Path, clock: FixedClock) -> Iterator[Services]:
    with opened(new_file(tmp_path)) as file:
        yield open_services(file, surroundings(file.path, clock))


def test_calls_are_counted_by_their_wait_and_their_promises_once(
    services: Services, clock: FixedClock
) -> None:
    publish(services, CALL)
    ten = datetime(2026, 9, 15, 9, tzinfo=UTC)
    clock.set(datetime(2026, 9, 17, 11, tzinfo=UTC))
    kept = ring(services, ten, 240)
    late = ring(services, ten, 241)
    ring(services, ten, 0)  # answered at once: no call was missed
    ring(services, ten, 5, channel=Channel.EMAIL)
    ring(services, ten, None)
    ring(services, ten, 5, is_incoming=False)
    binned = ring(services, ten, 5)
    services.contacts.bin(binned, RUTH)
    waiting = ring(services, ten, None, next_on=date(2026, 9, 17))
    result = of(look(services), "call")
    assert result.source is Source.CONTACTS
    assert result.records is not None
    found = services.charters_live.cases(replace(result.records, which="every"))
    assert [(case.kind, case.id, case.met.value) for case in found] == [
        (Kind.CONTACT, waiting, "undecided"),
        (Kind.CONTACT, late, "late"),
        (Kind.CONTACT, kept, "kept"),
    ]
    promised = services.contacts.to_promise(
        waiting,
        draft(made_on=date(2026, 9, 17), due=Due(day=date(2026, 9, 18)), standard_key="call"),
        RUTH,
    ).card
    services.promises.done(promised.id, date(2026, 9, 17), None, RUTH)
    count = of(look(services), "call").count
    assert (count.kept, count.late, count.undecided) == (2, 1, 0)


def test_a_contact_before_there_was_a_charter_is_no_case(services: Services) -> None:
    publish(services, CALL)
    before = datetime(2026, 9, 11, 9, tzinfo=UTC)
    ring(services, before, 5)
    assert of(look(services), "call").count.base == 0


def test_complaints_are_judged_by_the_days_they_were_promised(
    services: Services, clock: FixedClock
) -> None:
    publish(services, ORDER)
    first, open_one = logged(services), logged(services)
    answered(services, clock, first.id)
    clock.set(date(2026, 10, 12))
    page = look(services, replace(PERIOD, last=date(2026, 10, 12)))
    told, decided = of(page, "complaint_ack"), of(page, "complaint_decide")
    assert (told.count.kept, told.count.late) == (1, 1)
    assert (decided.count.kept, decided.count.late) == (1, 1)
    assert decided.missed is not None
    assert [case.id for case in services.charters_live.cases(decided.missed)] == [open_one.id]


def test_complaints_of_another_channel_are_not_its_cases(
    services: Services, clock: FixedClock
) -> None:
    told, decided = complaint_promises()
    by_post = replace(told, channel=StandardChannel.POST)
    ready = charter_draft(standards=(by_post, decided, ORDER))
    services.charters.publish_draft(ready, RUTH, lambda card: None)
    answered(services, clock, logged(services).id)
    clock.set(date(2026, 10, 12))
    page = look(services, replace(PERIOD, last=date(2026, 10, 12)))
    assert of(page, "complaint_ack").count.base == 0
    assert of(page, "complaint_decide").count.base == 1


def test_refunds_are_counted_from_the_day_they_were_agreed(
    services: Services, clock: FixedClock
) -> None:
    refund = promise(
        "refund",
        limit=opening_days(2),
        start_event=StartEvent.REFUND_AGREED,
        stop_event=StopEvent.REFUNDED,
    )
    publish(services, refund)
    paid = answered(services, clock, logged(services).id)
    late, open_one, followed = (logged(services) for _ in range(3))
    for card in (late, open_one, followed):
        answered(services, clock, card.id)
    add = services.complaints.parts.add_remedy
    add(paid.id, RemedyDraft(kind=RemedyKind.REFUND_FULL, done_on=date(2026, 9, 15)), RUTH)
    planned = RemedyDraft(kind=RemedyKind.REFUND_PART, due=date(2026, 9, 25), amount_pence=500)
    later = add(late.id, planned, RUTH).card
    add(open_one.id, planned, RUTH)
    add(paid.id, RemedyDraft(kind=RemedyKind.APOLOGY, done_on=date(2026, 9, 15)), RUTH)
    clock.set(date(2026, 9, 24))
    (remedy,) = later.remedies
    assert remedy.promise_id is not None
    services.promises.done(remedy.promise_id, date(2026, 9, 24), None, RUTH)
    result = of(look(services), "refund")
    assert result.source is Source.REFUNDS
    assert (result.count.kept, result.count.late, result.count.undecided) == (1, 1, 1)
    assert result.missed is not None
    found = services.charters_live.cases(result.missed)
    assert [(one.kind, one.id) for one in found] == [
        (Kind.COMPLAINT, late.id),
        (Kind.COMPLAINT, open_one.id),
    ]


def test_a_sample_week_is_never_added_to_the_records(services: Services, clock: FixedClock) -> None:
    publish(services, replace(CALL, measured_by=MeasuredBy.SAMPLE_WEEK), ORDER)
    ring(services, datetime(2026, 9, 14, 9, tzinfo=UTC), 300)
    week = services.samples.plan(date(2026, 9, 21), ("call",), RUTH).card
    clock.set(date(2026, 9, 28))
    services.samples.key_in(week.id, {"call": (41, 46)}, None, RUTH)
    result = of(look(services), "call")
    assert (result.count.kept, result.count.base) == (41, 46)
    assert result.records is None
    assert "sample week" in said(services, result)


def test_answers_of_customers_count_by_the_element_of_the_standard_and_by_nothing_else(
    services: Services, clock: FixedClock
) -> None:
    polite = promise("polite", measured_by=MeasuredBy.CUSTOMERS, element=Element.COURTESY)
    on_time = replace(polite, key="on_time", element=Element.TIMELINESS)
    publish(services, polite, on_time)
    for points in (5, 4, 2):
        given_now = FeedbackDraft(
            kind=FeedbackKind.ANSWER,
            given_on=MONDAY,
            scores=Scores(satisfaction=points, elements={Element.COURTESY: 6 - points}),
        )
        services.feedback.log(given_now, RUTH)
    clock.set(date(2026, 9, 21))
    page = look(services)
    by_element, unasked = of(page, "polite"), of(page, "on_time")
    assert (unasked.standing, unasked.count.base) == (Standing.NONE_YET, 0)
    assert "six things" in services.charters_live.words(unasked).hint
    assert (by_element.count.kept, by_element.count.base) == (1, 3)
    assert said(services, by_element).endswith("customers who told us whether we were polite")
    assert by_element.records == RecordsAt(
        kind=Kind.FEEDBACK,
        which="scored",
        period=replace(PERIOD, first=MONDAY),
        value="courtesy",
    )
    assert by_element.missed is None
    clock.set(date(2026, 9, 28))
    publish(services, replace(polite, element=Element.EASE), on_time)
    (before,) = look(services).earlier
    assert before.records is not None
    assert before.records.period.last == date(2026, 9, 27)


def test_the_past_is_read_whatever_charter_was_on_the_wall(
    services: Services, clock: FixedClock
) -> None:
    ring(services, datetime(2026, 9, 11, 9, tzinfo=UTC), 60)
    logged(services)
    publish(services, ORDER)
    made = services.promises.make(
        draft(made_on=MONDAY, due=Due(day=MONDAY), standard_key="order"), RUTH
    ).card
    services.promises.done(made.id, MONDAY, None, RUTH)
    past = services.charters_live.past((ORDER, CALL))
    assert len(past.contacts) == len(past.complaints) == 1
    assert len(past.promises["order"]) == 1
    assert past.refunds == ()
    assert past.results["order"].count.kept == 1
    assert "1 of 1 promise we wrote down" in services.charters_live.beside(ORDER, past).result


def test_a_check_in_which_it_applied_to_no_job_has_no_figure(
    services: Services, clock: FixedClock
) -> None:
    tidy = promise("tidy", measured_by=MeasuredBy.JOB_CHECK)
    publish(services, tidy, ORDER)
    for _ in range(2):
        made = services.promises.make(draft(made_on=MONDAY, due=Due(day=MONDAY)), RUTH).card
        services.promises.done(made.id, MONDAY, None, RUTH)
    check = services.samples.draw(RUTH).card
    for job in check.jobs:
        services.samples.answer(job.id, "tidy", Verdict.DOES_NOT_APPLY, RUTH)
    result = of(look(services), "tidy")
    assert result.standing is Standing.NONE_YET
    hint = services.charters_live.words(result).hint
    assert hint == "None of the 2 jobs that were checked had anything to do with it."
    for job in check.jobs:
        services.samples.answer(job.id, "tidy", Verdict.MET, RUTH)
    assert said(services, of(look(services), "tidy")) == (
        "too few to say: 2 of 2 jobs checked, 14 September 2026"
    )


def test_points_that_are_on_no_scale_are_not_counted(tmp_path: Path) -> None:
    path = new_file(tmp_path)
    rows: list[Values] = [
        {
            "id": number,
            "ref": f"F-{number}",
            "kind": "answer",
            "given_on": MONDAY.isoformat(),
            "channel": "counter",
            "elements": "[]",
            "courtesy": points,
            "wants_answer": 0,
            "is_on_wall": 0,
            "may_quote": "not_asked",
            "written_at": MOMENT,
        }
        for number, points in enumerate((0, 1, 3, 4, 5, 6), 1)
    ]
    put(path, feedback, rows)
    with opened(path) as file, file.read() as reading:
        (answers,) = answers_by_day(reading, PERIOD).values()
    assert answers[Element.COURTESY] == (2, 4)
