# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""Sheets of things counted by hand, as papers: what is planned, drawn and walked stands on them."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from servicedesk.documents.page_images import page_texts
from servicedesk.domain.blocks import PaperSize
from servicedesk.domain.errors import Refusal
from servicedesk.domain.printing import PaperChoice, PrintJob
from servicedesk.domain.walks import WalkDraft, WalkStep
from servicedesk.services.registry import Services, open_services
from tests.helpers.fakes import FixedClock
from tests.services.around import surroundings
from tests.services.samples_made import FIRST, RUTH, TODAY, jobs, publish
from tests.store.files import new_file, opened


@pytest.fixture
def services(tmp_path: Path) -> Iterator[Services]:
    with opened(new_file(tmp_path)) as file:
        found = open_services(file, surroundings(file.path, FixedClock(TODAY)))
        publish(found)
        yield found


def words_on(job: PrintJob) -> str:
    (offer,) = job.offers
    printed = job.make(PaperChoice(paper=offer.id, size=offer.sizes[0]))
    return " ".join(" ".join(page_texts(printed.data)).split())


def test_the_tally_sheet_names_the_days_and_what_is_counted(services: Services) -> None:
    week = services.samples.plan(FIRST, ("call",), RUTH).card
    job = services.sample_papers.tally(week.id)
    said = words_on(job)
    assert job.title == "Sample week, 30 November to 5 December 2026"
    for words in ("Mon 30", "Sat 5", "Missed calls returned"):
        assert words in said


def test_the_check_sheet_names_the_jobs_and_the_standards(services: Services) -> None:
    jobs(services, 2)
    check = services.samples.draw(RUTH).card
    said = words_on(services.sample_papers.check(check.id))
    for words in ("P-2026-0001", "P-2026-0002", "Price said beforehand"):
        assert words in said


def test_the_walk_is_one_page_on_the_sheet_of_the_business(services: Services) -> None:
    services.business.save({"page_size": "letter"}, RUTH)
    steps = tuple(WalkStep(what=f"step {n}", snag="a " * 80) for n in range(8))
    draft = WalkDraft(name="A missed call", walked_on=TODAY, who="Ruth", steps=steps)
    job = services.sample_papers.walk(services.walks.add(draft, RUTH).card.id)
    (offer,) = job.offers
    assert offer.sizes[0] is PaperSize.LETTER
    printed = job.make(PaperChoice(paper=offer.id, size=offer.sizes[0]))
    (page,) = page_texts(printed.data)
    assert all(f"step {n}" in page for n in range(8))


def test_what_is_gone_is_not_printed(services: Services) -> None:
    papers = services.sample_papers
    for paper in (papers.tally, papers.check, papers.walk):
        with pytest.raises(Refusal, match="record_gone"):
            paper(9)
