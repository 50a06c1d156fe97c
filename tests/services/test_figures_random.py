# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""Figures of files full of anything: counted in SQL as one by one, and open to every record."""

from collections import Counter
from collections.abc import Iterable, Iterator
from datetime import date, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest

from servicedesk.domain.complaint_figures import in_time_figure, taken_days
from servicedesk.domain.complaints import Finding
from servicedesk.domain.complaints_causes import Cause
from servicedesk.domain.elements import Element
from servicedesk.domain.feedback import Handled
from servicedesk.domain.figures import Figure, RecordsAt, Report, Which
from servicedesk.domain.figures_counted import AnswersCounted, ComplaintsCounted, Judged, Took
from servicedesk.domain.figures_making import From
from servicedesk.domain.kinds import Kind
from servicedesk.domain.periods import Period
from servicedesk.domain.promises import Due, Outcome
from servicedesk.domain.promises_rates import Case, KeptRate, kept_rate
from servicedesk.domain.scores import handled_column
from servicedesk.services.figures_ground import Ground, ground_in
from servicedesk.services.figures_reading import counted_in
from servicedesk.services.registry import Services, open_services
from tests.helpers.fakes import LONDON, FixedClock
from tests.services.around import surroundings
from tests.services.figures_made import FIRST, LAST, TODAY, random_file
from tests.store.files import opened

Row = dict[str, Any]
Rows = dict[str, list[Row]]

TABLES = (
    *("promises", "complaints", "complaint_pauses", "complaint_remedies", "feedback"),
    "contacts",
    "feedback_batches",
)
RUNNING = ("received", "acknowledged", "investigating", "waiting_other")
SEEDS = range(8)
AUTUMN = Period(first=FIRST, last=LAST)
ALL_TIME = Period(first=date(2024, 1, 1), last=TODAY)
A_DAY = Period(first=TODAY, last=TODAY)


@pytest.fixture(params=SEEDS)
def services(tmp_path: Path, request: pytest.FixtureRequest) -> Iterator[Services]:
    with opened(random_file(tmp_path, request.param)) as file:
        yield open_services(file, surroundings(file.path, FixedClock(TODAY)))


def counts(report: Report) -> Iterator[tuple[str, RecordsAt, int]]:
    """Every choice of records in a report, and how many of them it says there are."""
    for section in report.sections:
        for figure in section.figures:
            yield from _of_figure(figure)
        parts = {figure.part_records: figure.part for figure in section.figures}
        for chart in section.charts:
            for bar in chart.bars:
                if bar.records is not None:
                    is_share = chart.code == "elements"
                    many = parts[bar.records] if is_share else int(bar.value)
                    assert many
                    yield f"{chart.code} {bar.label}", bar.records, many


def _of_figure(figure: Figure) -> Iterator[tuple[str, RecordsAt, int]]:
    name = f"{figure.code} {figure.label}"
    if figure.records is not None:
        yield name, figure.records, figure.base
    if figure.part_records is not None:
        assert figure.part is not None
        yield f"{name}, part", figure.part_records, figure.part


@pytest.mark.parametrize("period", [AUTUMN, ALL_TIME, A_DAY])
def test_the_records_of_a_figure_are_as_many_as_were_counted(
    services: Services, period: Period
) -> None:
    wrong = []
    seen = 0
    for name, records, said in counts(services.figures.report(period)):
        found = services.figures.records(records, limit=5)
        seen += 1
        assert len(found.lines) == min(found.total, 5)
        if found.total != said:
            wrong.append((name, found.total, said))
    assert wrong == []
    assert seen > 20


@pytest.mark.parametrize("period", [AUTUMN, ALL_TIME])
def test_every_figure_leads_to_its_records_and_those_of_its_part_are_among_them(
    services: Services, period: Period
) -> None:
    """One stands without a link of its own: the mean of the lines below it, which have theirs."""
    records = services.figures.records
    for section in services.figures.report(period).sections:
        for figure in section.figures:
            at = [one for one in (figure.records, figure.part_records) if one is not None]
            if figure.is_recorded and figure.base and figure.code != "element_index":
                assert at, figure.code
            found = [{one.id for one in records(choice, limit=1_000).lines} for choice in at]
            if len(found) == 2:
                assert found[1] <= found[0], figure.code


@pytest.mark.parametrize("period", [AUTUMN, ALL_TIME])
def test_counted_in_sql_as_counted_one_by_one(services: Services, period: Period) -> None:
    with services.units.read() as reading:
        ground = ground_in(reading, services._around)
        found = counted_in(reading, period, ground, ground.stretch(period.first, period.last))
        rows = {
            table: [row._asdict() for row in reading.exec_driver_sql(f"SELECT * FROM {table}")]
            for table in TABLES
        }
    assert rate_of(found.promises, ground) == rate_of(_cases(rows["promises"], period), ground)
    check_complaints(found.complaints, rows, period, ground)
    assert found.answers == _answers(rows["feedback"], rows["feedback_batches"], period)
    came = [_local(row["at"]) for row in rows["contacts"] if _is_counted(row, period)]
    assert found.contacts.weekdays == Counter(at.weekday() for at in came)
    assert found.contacts.hours == Counter(at.hour for at in came)


def rate_of(cases: Iterable[Case], ground: Ground) -> KeptRate:
    return kept_rate(cases, ground.now, ground.calendar)


def check_complaints(found: ComplaintsCounted, rows: Rows, period: Period, ground: Ground) -> None:
    known = [row for row in rows["complaints"] if row["stage"] != "duplicate"]
    came = [row for row in known if _within(row["received_on"], period)]
    assert found.received == len(came)
    told = [took(row, on) for row in came if (on := _told(row)) is not None]
    assert taken_days(found.acknowledged, ground.calendar) == taken_days(told, ground.calendar)
    for name, cases in (("decided_on", found.answered), ("resolved_on", found.resolved)):
        each = [took(row, _day(row[name]), rows["complaint_pauses"]) for row in came if row[name]]
        assert taken_days(cases, ground.calendar) == taken_days(each, ground.calendar)
    for cases, judge in (
        (found.acknowledging, _first_word),
        (found.answering, _answer_of),
    ):
        assert in_time(cases, period) == in_time([judge(row) for row in came], period)
    named = [row for row in came if row["customer_id"] is not None and row["about"] is not None]
    assert found.known == len(named)
    assert found.repeats == sum(_is_repeat(row, rows["complaints"]) for row in named)
    assert found.findings == Counter(
        Finding(row["finding"]) for row in came if row["finding"] and row["stage"] != "withdrawn"
    )
    assert found.causes == Counter(Cause(row["main_cause"]) for row in came if row["main_cause"])
    assert found.content == Counter(row["satisfaction"] for row in came if row["satisfaction"])
    costs = [cost for row in came if (cost := _cost(row, rows)) is not None]
    assert (found.costed, found.cost_pence) == (len(costs), sum(costs))


def took(row: Row, last: date, pauses: Iterable[Row] = ()) -> Took:
    waits = [one for one in pauses if one["complaint_id"] == row["id"] and one["until"]]
    return Took(
        first=_day(row["received_on"]),
        last=last,
        waits=tuple((_day(one["from_on"]), _day(one["until"])) for one in waits),
    )


def in_time(cases: Iterable[Judged], period: Period) -> tuple[int, int | None]:
    origin = From(Kind.COMPLAINT, Which.ANSWER_DUE)
    figure = in_time_figure("answered_in_time", cases, period, TODAY, origin)
    return figure.base, figure.part


def _first_word(row: Row) -> Judged:
    return Judged(
        due=_day(row["acknowledge_due"]),
        done_on=_told(row),
        is_stopped=row["stage"] == "withdrawn",
    )


def _answer_of(row: Row) -> Judged:
    due = row["judged_due"] or row["decide_due"]
    again = row["decided_on"] is not None and row["answered_on"] != row["decided_on"]
    return Judged(
        due=_day(row["first_due"] or due),
        done_on=row["decided_on"] and _day(row["decided_on"]),
        again_due=_day(due) if again else None,
        again_on=_day(row["answered_on"]) if again and row["answered_on"] else None,
        is_stopped=row["stage"] not in RUNNING,
    )


def _is_repeat(row: Row, others: Iterable[Row]) -> bool:
    on = _day(row["received_on"])
    return any(
        (one["customer_id"], one["about"]) == (row["customer_id"], row["about"])
        and one["stage"] not in ("withdrawn", "duplicate")
        and timedelta(0) <= on - _day(one["received_on"]) <= timedelta(days=180)
        and (one["received_on"], one["id"]) < (row["received_on"], row["id"])
        for one in others
    )


def _cost(row: Row, rows: Rows) -> int | None:
    ended = {one["id"]: one["outcome"] for one in rows["promises"]}
    paid = [
        one["amount_pence"]
        for one in rows["complaint_remedies"]
        if one["complaint_id"] == row["id"] and one["amount_pence"] is not None
        if one["done_on"] is not None or ended.get(one["promise_id"]) in ("kept", "late")
    ]
    if row["cost_pence"] is None and not paid:
        return None
    return (row["cost_pence"] or 0) + sum(paid)


def _told(row: Row) -> date | None:
    if row["acknowledged_at"] is not None:
        return _local(row["acknowledged_at"]).date()
    return _day(row["decided_on"]) if row["decided_on"] else None


def _cases(rows: Iterable[Row], period: Period) -> Iterator[Case]:
    for row in rows:
        day, at = row["counts_on"], row["counts_at"]
        if day is None:
            day, at = row["due_on"], row["due_at"]
        if row["binned_at"] is not None or not _within(day, period):
            continue
        yield Case(
            due=Due(day=_day(day), at=at and _moment(at)),
            outcome=row["outcome"] and Outcome(row["outcome"]),
            ended_on=row["ended_on"] and _day(row["ended_on"]),
            ended_at=row["ended_at"] and _moment(row["ended_at"]),
            is_revised=bool(row["is_revised"]),
            told_on=row["told_on"] and _day(row["told_on"]),
        )


def _answers(rows: Iterable[Row], batches: Iterable[Row], period: Period) -> AnswersCounted:
    handed = {
        one["id"]: one["handed_out"]
        for one in batches
        if one["handed_out"] is not None and _within(one["first"], period)
    }
    back = Counter(row["batch_id"] for row in rows if row["binned_at"] is None)
    given = [row for row in rows if row["binned_at"] is None and _within(row["given_on"], period)]

    def points(column: str) -> Counter[int]:
        return Counter(row[column] for row in given if row[column] is not None)

    return AnswersCounted(
        satisfaction=points("satisfaction"),
        recommendation=points("recommendation"),
        effort=points("effort"),
        elements={element: points(element.value) for element in Element},
        handling={handled: points(handled_column(handled)) for handled in Handled},
        handed_out=sum(handed.values()) if handed else None,
        came_back=sum(min(number, back[at]) for at, number in handed.items()),
    )


def _is_counted(row: Row, period: Period) -> bool:
    is_there = row["is_incoming"] == 1 and row["binned_at"] is None
    return is_there and period.first <= _local(row["at"]).date() <= period.last


def _within(day: str, period: Period) -> bool:
    return period.first <= _day(day) <= period.last


def _day(said: str) -> date:
    return date.fromisoformat(said)


def _moment(said: str) -> datetime:
    return datetime.fromisoformat(said)


def _local(said: str) -> datetime:
    return _moment(said).astimezone(LONDON)
