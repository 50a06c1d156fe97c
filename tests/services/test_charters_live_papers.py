# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""Papers of the live charter: the page for the wall, the evidence list, the lines of the poster."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import pytest

from servicedesk.documents.page_images import page_texts
from servicedesk.domain.blocks import PaperSize
from servicedesk.domain.customers import CustomerDraft
from servicedesk.domain.errors import Refusal
from servicedesk.domain.periods import Period
from servicedesk.domain.printing import PaperChoice, PrintJob, clean_text
from servicedesk.domain.promises import Due
from servicedesk.domain.standards import MeasuredBy
from servicedesk.services.charters_live_papers import EVIDENCE, NAMED, WALL
from servicedesk.services.registry import Services, open_services
from tests.helpers.builders import charter_draft, complaint_promises, promise
from tests.helpers.fakes import FixedClock
from tests.services.around import surroundings
from tests.services.complaints_made import answered, logged
from tests.services.promises_made import RUTH, draft
from tests.services.test_charters_live import CALL, MONDAY, ORDER, ring
from tests.store.files import new_file, opened

FRIDAY = date(2026, 10, 2)
PERIOD = Period(first=date(2026, 9, 1), last=FRIDAY)


@pytest.fixture
def clock() -> FixedClock:
    return FixedClock(MONDAY)


@pytest.fixture
def services(tmp_path: Path, clock: FixedClock) -> Iterator[Services]:
    with opened(new_file(tmp_path)) as file:
        yield open_services(file, surroundings(file.path, clock))


def publish(services: Services) -> None:
    order = replace(ORDER, title="Orders are ready in time")
    none = promise("private", title="Your details stay here", measured_by=MeasuredBy.NONE)
    ready = charter_draft(standards=(order, CALL, *complaint_promises(), none))
    services.charters.publish_draft(ready, RUTH, lambda card: None)


def first_month(services: Services, clock: FixedClock) -> None:
    """Ten records: six promises to Mrs Patel, three calls, a complaint."""
    publish(services)
    patel = services.customers.add(CustomerDraft(name="Mrs Patel"), RUTH)
    for day in range(1, 7):
        due = MONDAY + timedelta(days=day)
        made = services.promises.make(
            draft(
                made_on=MONDAY,
                due=Due(day=due),
                standard_key="order",
                customer_id=patel.card.id,
            ),
            RUTH,
        ).card
        done = due if day == 6 else MONDAY
        if day == 6:
            clock.set(done)
        services.promises.done(made.id, done, None, RUTH)
    clock.set(date(2026, 9, 21))
    for minutes in (60, 120, 600):
        ring(services, datetime(2026, 9, 15, 9, tzinfo=UTC), minutes)
    answered(services, clock, logged(services).id)
    clock.set(FRIDAY)


def words_of(job: PrintJob, paper: str, size: PaperSize = PaperSize.A4) -> str:
    made = job.make(PaperChoice(paper=paper, size=size))
    assert made.missing == ()
    return clean_text(" ".join(page_texts(made.data))).replace("\n", " ")


def test_without_a_charter_there_is_nothing_to_print(services: Services) -> None:
    with pytest.raises(Refusal) as refused:
        services.charters_live_papers.wall(PERIOD)
    assert refused.value.code == "live_no_charter"


def test_the_wall_page_says_every_result_with_its_base_and_no_name_or_interval(
    services: Services, clock: FixedClock
) -> None:
    first_month(services, clock)
    job = services.charters_live_papers.wall(PERIOD)
    assert [offer.id for offer in job.offers] == [WALL, EVIDENCE, NAMED]
    said = words_of(job, WALL)
    assert "Orders are ready in time" in said
    assert "100 %" in said
    assert "of the 6 promises we wrote down" in said
    assert "2 of 3" in said
    assert "Your details stay here" in said
    assert "not measured" in said
    assert "14 September to 2 October 2026" in said
    assert "Next results: January 2027" in said
    assert "Patel" not in said
    assert "likely" not in said


@pytest.mark.parametrize("paper", [WALL, EVIDENCE])
def test_the_version_is_in_force_since_it_was_published_not_since_the_page_was_printed(
    services: Services, clock: FixedClock, paper: str
) -> None:
    unsaid = charter_draft(
        standards=(ORDER, CALL, *complaint_promises()), in_force_from=None, review_by=None
    )
    services.charters.publish_draft(unsaid, RUTH, lambda card: None)
    clock.set(FRIDAY)
    said = words_of(services.charters_live_papers.wall(PERIOD), paper)
    assert "in force from 14 September 2026" in said
    assert "in force from 2 October" not in said


def test_a_result_with_too_much_undecided_is_held_back(
    services: Services, clock: FixedClock
) -> None:
    first_month(services, clock)
    services.promises.make(
        draft(made_on=date(2026, 9, 21), due=Due(day=date(2026, 9, 22)), standard_key="order"),
        RUTH,
    )
    job = services.charters_live_papers.wall(PERIOD)
    choice = PaperChoice(paper=WALL, size=PaperSize.A4)
    (line,) = job.left_out_of(choice)
    assert "1 is overdue and not yet decided" in line
    said = words_of(job, WALL)
    assert "100 %" not in said
    assert "1 is overdue and not yet decided" in said
    assert job.left_out_of(replace(choice, paper=EVIDENCE)) == ()
    card = services.charters.published()
    assert card is not None
    assert not any("Orders" in one for one in services.charters_live_papers.poster_lines(card))


def test_what_a_long_charter_has_no_room_for_on_the_wall_is_said(services: Services) -> None:
    many = (replace(ORDER, key=f"order{at}", title=f"Orders of sort {at}") for at in range(12))
    ready = charter_draft(standards=(*many, *complaint_promises()))
    services.charters.publish_draft(ready, RUTH, lambda card: None)
    job = services.charters_live_papers.wall(PERIOD)
    (line,) = job.left_out_of(PaperChoice(paper=WALL, size=PaperSize.A4))
    assert line.startswith("The page has room for 12 standards. These are not on it: ")
    assert all(one.title in line for one in complaint_promises())
    assert job.left_out_of(PaperChoice(paper=EVIDENCE, size=PaperSize.A4)) == ()


def test_the_evidence_list_names_every_case_but_customers_only_when_asked(
    services: Services, clock: FixedClock
) -> None:
    first_month(services, clock)
    job = services.charters_live_papers.evidence(PERIOD)
    assert job.first == EVIDENCE
    plain, named = words_of(job, EVIDENCE), words_of(job, NAMED)
    for said in (plain, named):
        assert "P-2026-0006" in said
        assert "C-2026-0001" in said
        assert "Contact at 10:00" in said
        assert "Wilson" in said
        assert "Kept, of all counted" in said
    assert "Patel" not in plain
    assert "Patel" in named
    assert "With the names of customers" in named


def test_poster_and_leaflet_say_results_once_there_are_some(
    services: Services, clock: FixedClock
) -> None:
    publish(services)
    card = services.charters.published()
    assert card is not None
    assert services.charters_live_papers.poster_lines(card) == ()
    before = services.charter_printing.job(card)
    assert "start counting" in words_of(before, "poster")
    patel = services.customers.add(CustomerDraft(name="Mrs Patel"), RUTH)
    for _ in range(5):
        made = services.promises.make(
            draft(
                made_on=MONDAY,
                due=Due(day=MONDAY),
                standard_key="order",
                customer_id=patel.card.id,
            ),
            RUTH,
        ).card
        services.promises.done(made.id, MONDAY, None, RUTH)
    clock.set(FRIDAY)
    lines = services.charters_live_papers.poster_lines(card)
    assert lines == (
        "Orders are ready in time: 100 % of the 5 promises we wrote down, early sign",
        "From 14 September to 2 October 2026.",
    )
    job = services.charter_printing.job(card)
    for paper in ("poster", "leaflet", "full_text"):
        said = words_of(job, paper)
        assert "100 % of the 5 promises" in said
        assert "start counting" not in said
    assert services.charters_live_papers.poster_lines(replace(card, number=9)) == ()


def test_the_evidence_names_what_is_not_decided_too(services: Services, clock: FixedClock) -> None:
    first_month(services, clock)
    services.promises.make(
        draft(made_on=date(2026, 9, 21), due=Due(day=date(2026, 9, 22)), standard_key="order"),
        RUTH,
    )
    said = words_of(services.charters_live_papers.evidence(PERIOD), EVIDENCE)
    assert "P-2026-0007" in said
    assert "overdue, not decided" in said
