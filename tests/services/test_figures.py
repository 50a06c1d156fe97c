# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""How we do: the scenarios by number, and months in which next to nothing was written down."""

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, date, datetime, timedelta
from decimal import Decimal
from pathlib import Path

import pytest

from servicedesk.domain.complaints import ComplaintDraft
from servicedesk.domain.contacts import ContactDraft
from servicedesk.domain.customers import Channel, CustomerDraft
from servicedesk.domain.figures import Figure, Part, RecordsAt, Report, Sureness, Which
from servicedesk.domain.kinds import Kind
from servicedesk.domain.periods import Period, PeriodName
from servicedesk.domain.promises import Outcome
from servicedesk.services.registry import Services, open_services
from servicedesk.store.complaints import complaints
from servicedesk.store.customers import customers
from servicedesk.store.feedback import feedback, feedback_batches
from servicedesk.store.promises import promises
from tests.helpers.fakes import FixedClock
from tests.services.around import surroundings
from tests.services.figures_made import Values, put
from tests.store.files import new_file, opened

TODAY = date(2026, 11, 23)
OCTOBER = Period(first=date(2026, 10, 1), last=date(2026, 10, 31))
QUARTER = Period(first=date(2026, 7, 1), last=date(2026, 9, 30))
ANN = "Ann"


@contextmanager
def shop(path: Path, at: date | datetime = TODAY) -> Iterator[Services]:
    with opened(path) as file:
        yield open_services(file, surroundings(path, FixedClock(at)))


def found(report: Report, code: str, label: str = "") -> Figure:
    (one,) = (
        figure
        for section in report.sections
        for figure in section.figures
        if (figure.code, figure.label) == (code, label)
    )
    return one


def made_promise(number: int, outcome: Outcome | None, **more: object) -> Values:
    return {
        "id": number,
        "ref": f"P-{number}",
        "text": f"ring back {number}",
        "kind": "other",
        "own": "{}",
        "made_on": "2026-10-01",
        "due_on": "2026-10-09",
        "first_due_on": "2026-10-09",
        "is_revised": 0,
        "outcome": outcome,
        "ended_on": None if outcome is None else "2026-10-13",
        **more,
    }


def made_complaint(number: int, **more: object) -> Values:
    return {
        "id": number,
        "ref": f"C-{number}",
        "text": "saw stopped",
        "wishes": "[]",
        "serious": "normal",
        "received_at": "2026-08-03T09:00:00.000000Z",
        "received_on": "2026-08-03",
        "channel": "phone",
        "track": "ordinary",
        "own": "{}",
        "stage": "closed",
        **dict.fromkeys(("is_safety", "is_ongoing", "from_stock", "level", "severity"), 0),
        **dict.fromkeys(("impact", "urgency", "safety_assessed", "is_legal", "reopened"), 0),
        **dict.fromkeys(("support_need", "is_complex", "may_publish"), 0),
        "priority": "p2",
        "acknowledge_due": "2026-08-05",
        "decide_due": "2026-08-17",
        "ceiling_due": "2026-09-28",
        "content": "not_said",
        "causes": "[]",
        "whys": "[]",
        **more,
    }


def made_answer(number: int, satisfaction: int | None, **more: object) -> Values:
    return {
        "id": number,
        "ref": f"F-{number}",
        "kind": "answer",
        "given_on": "2026-10-07",
        "channel": "counter",
        "elements": "[]",
        "satisfaction": satisfaction,
        "wants_answer": 0,
        "is_on_wall": 0,
        "may_quote": "not_asked",
        "written_at": "2026-10-07T09:00:00.000000Z",
        **more,
    }


def rounded(value: Decimal | None) -> float | None:
    return None if value is None else round(float(value), 1)


def test_scenario_7_twenty_due_one_released(tmp_path: Path) -> None:
    path = new_file(tmp_path)
    ends = [Outcome.KEPT] * 14 + [Outcome.LATE] * 3 + [Outcome.BROKEN] * 2 + [Outcome.RELEASED]
    put(path, promises, [made_promise(at, one) for at, one in enumerate(ends, start=1)])
    with shop(path) as services:
        kept = found(services.figures.report(OCTOBER), "kept")
        assert (kept.part, kept.base, kept.sureness) == (14, 19, Sureness.EARLY)
        assert (rounded(kept.value), rounded(kept.low), rounded(kept.high)) == (73.7, 51.2, 88.2)
        assert kept.records is not None
        lines = services.figures.records(kept.records)
        assert (lines.total, lines.last) == (19, 19)
        assert {(one.room, one.item) for one in lines.lines} == {
            ("promises", str(at)) for at in range(1, 20)
        }


def test_scenario_29_twelve_complaints_of_a_quarter(tmp_path: Path) -> None:
    path = new_file(tmp_path)
    ends = ["upheld"] * 5 + ["partly"] * 3 + ["not_upheld"] * 3
    rows = [
        made_complaint(at, finding=one, decided_on="2026-08-10", answered_on="2026-08-10")
        for at, one in enumerate(ends, start=1)
    ]
    rows.append(made_complaint(12, stage="withdrawn", finding="upheld"))
    rows.append(made_complaint(13, stage="duplicate", finding="upheld", master_id=1))
    put(path, complaints, rows)
    with shop(path) as services:
        for month in (7, 8, 9):
            services.samples.set_served(date(2026, month, 1), 160, ANN)
        report = services.figures.report(QUARTER)
        assert found(report, "received").value == 12
        assert found(report, "per_hundred").value == Decimal("2.5")
        agreed = found(report, "agreed")
        assert (agreed.part, agreed.base, rounded(agreed.value)) == (8, 11, 72.7)
        services.samples.set_served(date(2026, 8, 1), None, ANN)
        assert not found(services.figures.report(QUARTER), "per_hundred").is_recorded
        part_month = Period(first=date(2026, 7, 10), last=date(2026, 7, 20))
        assert not found(services.figures.report(part_month), "per_hundred").is_recorded


def test_scenario_45_ten_answers(tmp_path: Path) -> None:
    path = new_file(tmp_path)
    points = (5, 5, 4, 4, 3, 2, 5, 4, 1, 5)
    put(path, feedback, [made_answer(at, one) for at, one in enumerate(points, start=1)])
    with shop(path) as services:
        report = services.figures.report(OCTOBER)
        satisfied = found(report, "satisfied")
        assert (satisfied.part, satisfied.base, satisfied.value) == (7, 10, 70)
        assert (rounded(satisfied.low), rounded(satisfied.high)) == (39.7, 89.2)
        assert satisfied.sureness is Sureness.EARLY
        assert found(report, "satisfaction_mean").value == Decimal("3.8")
        assert satisfied.part_records is not None
        lines = services.figures.records(satisfied.part_records).lines
        assert sorted(line.mark or 0 for line in lines) == sorted(one for one in points if one > 3)


def test_a_month_without_anything_and_one_with_one_answer(tmp_path: Path) -> None:
    path = new_file(tmp_path)
    put(path, feedback, [made_answer(1, 4), made_answer(2, None)])
    with shop(path) as services:
        empty = services.figures.report(Period(first=date(2026, 8, 1), last=date(2026, 8, 31)))
        assert [section.part for section in empty.sections] == list(Part)
        assert {figure.value for section in empty.sections for figure in section.figures} <= {
            None,
            Decimal(0),
        }
        one = found(services.figures.report(OCTOBER), "satisfied")
        assert (one.part, one.base, one.sureness) == (1, 1, Sureness.FEW)


def test_all_does_not_apply_counts_for_nothing(tmp_path: Path) -> None:
    path = new_file(tmp_path)
    put(path, feedback, [made_answer(1, 4, ease=None)])
    with shop(path) as services:
        report = services.figures.report(OCTOBER)
        assert [
            one.part for one in report.sections if one.part is Part.ELEMENTS and one.figures
        ] == []


def test_points_off_the_scale_in_a_file_count_nowhere(tmp_path: Path) -> None:
    path = new_file(tmp_path)
    put(path, feedback, [made_answer(1, 4), made_answer(2, 9)])
    with shop(path) as services:
        satisfied = found(services.figures.report(OCTOBER), "satisfied")
        assert satisfied.base == 1
        assert satisfied.records is not None
        assert services.figures.records(satisfied.records).total == 1


def test_a_pile_of_more_cards_than_were_handed_out_hides_no_other(tmp_path: Path) -> None:
    """Ten came back of the two of one pile, none of the forty of the other: 2 of 42, not 10."""
    path = new_file(tmp_path)
    piles = [
        {"id": 1, "name": "till", "first": "2026-10-01", "handed_out": 2},
        {"id": 2, "name": "door", "first": "2026-10-01", "handed_out": 40},
        {"id": 3, "name": "uncounted", "first": "2026-10-01"},
        {"id": 4, "name": "long ago", "first": "2025-10-01", "handed_out": 9},
    ]
    put(path, feedback_batches, piles)
    cards = [made_answer(at, 4, batch_id=1) for at in range(1, 11)]
    cards += [made_answer(11, 4, batch_id=3), made_answer(12, 4, batch_id=4)]
    put(path, feedback, cards)
    with shop(path) as services:
        back = found(services.figures.report(OCTOBER), "came_back")
        assert (back.part, back.base) == (2, 42)
        assert back.part_records is not None
        assert services.figures.records(back.part_records).total == 2


def test_a_bad_figure_cannot_be_hidden_by_asking_no_longer(tmp_path: Path) -> None:
    path = new_file(tmp_path)
    answers = [
        made_answer(at, 4, recommendation=2, effort=1, handled_overall=1, courtesy=1)
        for at in range(1, 7)
    ]
    put(path, feedback, answers)
    asks = ("asks_recommendation", "asks_effort", "asks_elements", "asks_handling")
    bad = (("recommend", ""), ("effort_easy", ""), ("handled", "overall"), ("element", "courtesy"))
    with shop(path) as services:
        for is_asked in (True, False):
            services.business.save(dict.fromkeys(asks, is_asked), ANN)
            report = services.figures.report(OCTOBER)
            for code, label in bad:
                figure = found(report, code, label)
                assert (figure.base, figure.part) == (6, 0)
                assert figure.records is not None
                assert services.figures.records(figure.records).total == 6


def test_what_nobody_answered_is_left_out(tmp_path: Path) -> None:
    path = new_file(tmp_path)
    put(path, feedback, [made_answer(1, 4)])
    with shop(path) as services:
        services.business.save({"asks_recommendation": True, "asks_effort": True}, ANN)
        section = services.figures.report(OCTOBER).sections[list(Part).index(Part.SATISFACTION)]
        assert {one.code for one in section.figures} == {"satisfied", "satisfaction_mean"}


def test_what_lies_in_the_bin_never_counts(tmp_path: Path) -> None:
    path, binned = new_file(tmp_path), "2026-11-01T09:00:00.000000Z"
    put(path, promises, [made_promise(1, Outcome.KEPT, binned_at=binned)])
    put(path, feedback, [made_answer(1, 5, binned_at=binned)])
    with shop(path) as services:
        report = services.figures.report(OCTOBER)
        assert found(report, "kept").base == found(report, "satisfied").base == 0
        assert not services.figures.has_enough()


def test_contacts_keep_the_hour_of_the_shop_when_the_clocks_go_back(tmp_path: Path) -> None:
    path = new_file(tmp_path)
    saturday, monday = datetime(2026, 10, 24, 8, tzinfo=UTC), datetime(2026, 10, 26, 9, tzinfo=UTC)
    with shop(path) as services:
        for _ in range(25):
            for at in (saturday, monday):
                services.contacts.log(ContactDraft(text="asked", at=at), ANN)
        report = services.figures.report(OCTOBER)
        charts = {chart.code: chart for one in report.sections for chart in one.charts}
        (nine,) = charts["hours"].bars
        assert nine.value == 50
        assert nine.records is not None
        assert services.figures.records(nine.records).total == 50
        days = [bar.value for bar in charts["weekdays"].bars]
        assert (days[0], days[5], sum(days)) == (25, 25, 50)
        late = RecordsAt(kind=Kind.CONTACT, which=Which.HOUR, period=OCTOBER, value="8")
        assert services.figures.records(late).total == 0


def test_a_day_of_the_shop_ends_at_its_own_midnight(tmp_path: Path) -> None:
    """Half past midnight of 1 October in the shop is 30 September in UTC."""
    path = new_file(tmp_path)
    with shop(path) as services:
        at = datetime(2026, 9, 30, 23, 30, tzinfo=UTC)
        draft = ContactDraft(text="asked", at=at, answered_minutes=5, channel=Channel.PHONE)
        services.contacts.log(draft, ANN)
        reply = found(services.figures.report(OCTOBER), "reply_median", "phone")
        assert (reply.base, reply.value) == (1, 5)
        assert reply.records is not None
        (line,) = services.figures.records(reply.records).lines
        assert (line.on, line.room) == (date(2026, 10, 1), "contacts")


def test_custom_is_not_recorded_until_somebody_writes_it_down(tmp_path: Path) -> None:
    path = new_file(tmp_path)
    with shop(path) as services:
        report = services.figures.report(OCTOBER)
        codes = ("returned", "related", "referred")
        assert not any(found(report, code).is_recorded for code in codes)
        ann = services.customers.add(CustomerDraft(name="Ann", heard_from="my neighbour"), ANN)
        bob = services.customers.add(CustomerDraft(name="Bob", heard_from="the paper"), ANN)
        for who, day, more in (
            (ann, date(2025, 5, 4), False),
            (bob, date(2025, 6, 4), False),
            (ann, date(2026, 10, 4), True),
        ):
            services.customers.was_in(who.card.id, day, more, ANN)
        report = services.figures.report(Period(first=OCTOBER.first, last=TODAY))
        again, related, referred = (found(report, code) for code in codes)
        assert (again.part, again.base) == (1, 2)
        assert (related.part, related.base) == (1, 1)
        assert (referred.part, referred.base) == (1, 2)
        assert again.part_records is not None
        (line,) = services.figures.records(again.part_records).lines
        assert (line.who, line.room, line.on) == ("Ann", "customers", date(2026, 10, 4))


def test_a_page_after_the_first_goes_on_where_it_ended(tmp_path: Path) -> None:
    path = new_file(tmp_path)
    put(path, promises, [made_promise(at, Outcome.KEPT) for at in range(1, 8)])
    at = RecordsAt(kind=Kind.PROMISE, which=Which.KEPT, period=OCTOBER)
    with shop(path) as services:
        first = services.figures.records(at, limit=4)
        rest = services.figures.records(at, limit=4, after=first.last)
        assert [one.id for one in (*first.lines, *rest.lines)] == list(range(7, 0, -1))
        assert (first.total, rest.total, rest.last) == (7, 7, 7)


@pytest.mark.parametrize(
    ("kind", "which", "value"),
    [
        (Kind.PROMISE, "no such", ""),
        (Kind.PROMISE, "heard", ""),
        (Kind.WALK, "kept", ""),
        (Kind.STANDARD, "all", "9:gone"),
        (Kind.FEEDBACK, "point", "satisfaction:x"),
        (Kind.FEEDBACK, "scored", "id) OR (1"),
        (Kind.FEEDBACK, "heard", "satisfaction"),
        (Kind.CONTACT, "kept", ""),
        (Kind.CUSTOMER, "kept", ""),
        (Kind.COMPLAINT, "point", ""),
    ],
)
def test_a_choice_that_nobody_knows_has_no_records(
    tmp_path: Path, kind: Kind, which: str, value: str
) -> None:
    path = new_file(tmp_path)
    put(path, customers, [_customer()])
    put(path, feedback, [made_answer(1, 4)])
    with shop(path) as services:
        at = RecordsAt(kind=kind, which=which, period=OCTOBER, value=value)
        assert services.figures.records(at).lines == ()


def _customer() -> Values:
    return {
        "id": 1,
        "ref": "K-1",
        "name": "Ann",
        "shown_name": "Ann",
        "sort_key": "ann",
        "is_organisation": 0,
        "status": "customer",
        "is_consumer": 1,
        "own": "{}",
        "heard_from": "a friend",
        "added_on": "2026-10-05",
    }


def test_periods_on_offer_begin_with_the_usual_one(tmp_path: Path) -> None:
    with shop(new_file(tmp_path)) as services:
        offered = services.figures.periods(TODAY)
        assert offered[0].name is PeriodName.LAST_90_DAYS
        assert PeriodName.OWN not in {one.name for one in offered}


def test_ten_records_are_enough(tmp_path: Path) -> None:
    with shop(new_file(tmp_path)) as services:
        for at in range(10):
            assert not services.figures.has_enough()
            received = datetime(2026, 11, 2, 9, tzinfo=UTC) + timedelta(days=at)
            services.complaints.log(ComplaintDraft(text="saw stopped", received_at=received), ANN)
        assert services.figures.has_enough()


def test_overdue_is_whatever_waits_today_whenever_it_came(tmp_path: Path) -> None:
    path = new_file(tmp_path)
    stages = ("received", "waiting_customer", "closed")
    put(path, complaints, [made_complaint(at, stage=one) for at, one in enumerate(stages, start=1)])
    with shop(path) as services:
        overdue = found(services.figures.report(OCTOBER), "overdue")
        assert overdue.value == 1
        assert overdue.records is not None
        assert [one.id for one in services.figures.records(overdue.records).lines] == [1]
