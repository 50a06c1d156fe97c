# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""Lists on paper: what stands on the screen stands there, on either sheet and in large print."""

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest

from servicedesk.domain.blocks import PaperSize
from servicedesk.domain.hours import parse_week
from servicedesk.domain.printing import PaperChoice, PrintJob
from servicedesk.services.printing import Printing
from servicedesk.services.registry import Services, open_services
from tests.documents.reading import pages_of
from tests.helpers.builders import words
from tests.helpers.fakes import FixedClock
from tests.services.around import surroundings
from tests.store.files import new_file, opened

PEOPLE = [("Ruth & Söns", "Owner"), ("Tom", "Staff")]


@pytest.fixture
def services(tmp_path: Path) -> Iterator[Services]:
    with opened(new_file(tmp_path)) as file:
        yield open_services(file, surroundings(file.path, FixedClock(date(2026, 11, 25))))


def texts(job: PrintJob, size: PaperSize = PaperSize.A4, *, large: bool = False) -> str:
    (offer,) = job.offers
    assert words().say(f"paper.{offer.id}")
    printed = job.make(PaperChoice(paper=offer.id, size=size, large=large))
    assert printed.pages == 1
    return " ".join(" ".join(Printing().texts(printed.data)).split())


@pytest.mark.parametrize("size", [PaperSize.A4, PaperSize.LETTER])
@pytest.mark.parametrize("large", [False, True])
def test_a_list_has_its_title_its_head_and_its_lines(
    services: Services, size: PaperSize, large: bool
) -> None:
    job = services.lists.table("People", ("Name", "Role"), PEOPLE)
    assert (job.title, job.stem) == ("People", "People, 25 November 2026")
    said = texts(job, size, large=large)
    for part in ("People", "Name", "Role", "Ruth & Söns", "Owner", "Tom", "Staff"):
        assert part in said


def test_a_list_says_whose_it_is_what_is_on_it_and_when_it_was_printed(services: Services) -> None:
    plain = services.lists.table("People", ("Name", "Role"), PEOPLE[:1])
    assert "1 line · Printed on Wednesday 25 November 2026" in texts(plain)
    services.business.save({"trading_name": "Hollins Hardware"}, "Ruth")
    told = services.lists.table("People", ("Name", "Role"), PEOPLE, ("With “o”", "2 of 7 people"))
    said = texts(told)
    assert said.startswith("Hollins Hardware People With “o” · 2 of 7 people · Printed on ")
    assert "People. Printed on 25 November 2026. Page 1 of 1" in said


def test_every_page_of_a_long_list_is_headed(services: Services) -> None:
    services.business.save({"trading_name": "Hollins Hardware"}, "Ruth")
    rows = [(f"Person {number}", "Staff") for number in range(120)]
    job = services.lists.table("People", ("Name", "Role"), rows)
    printed = job.make(PaperChoice(paper="list", size=PaperSize.A4))
    pages = Printing().texts(printed.data)
    assert len(pages) > 2
    for number, page in enumerate(pages, 1):
        assert "Hollins Hardware" in page
        assert "Name" in page
        assert f"Page {number} of {len(pages)}" in page


def test_groups_keep_their_headings(services: Services) -> None:
    job = services.lists.groups("Today", [("Late", ["Ring Mrs Patel back"])], said=("1 late",))
    said = texts(job)
    assert "Late" in said
    assert "1 late · Printed on Wednesday" in said


def test_a_day_in_a_title_is_not_said_twice_in_the_name_of_the_file(services: Services) -> None:
    job = services.lists.groups("Today, Wednesday 25 November 2026", [("Late", ["Ring"])])
    assert job.stem == "Today, Wednesday 25 November 2026"
    assert texts(job).count("25 November 2026") == 2  # over it, and at its foot
    assert "Printed on" not in texts(job)


def test_hours_are_said_in_short_lines(services: Services) -> None:
    week = parse_week({"monday": ["09:00-17:00"], "tuesday": ["09:00-17:00"]})
    assert "Monday and Tuesday" in texts(services.lists.hours("Opening hours", week))


def test_a_number_stays_whole_beside_long_texts(services: Services) -> None:
    long = "Incorrect information on the report, " * 8
    row = ("Wed 18 Mar C-2020-0799", "TRANSUNION INTERMEDIATE HOLDINGS, INC.", long, "New", long)
    heads = ("Came in", "Who", "What", "How it stands", "Answer")
    job = services.lists.table("Complaints", heads, [row])
    data = job.make(PaperChoice(paper="list", size=PaperSize.A4)).data
    runs = [line.text for page in pages_of(data) for line in page.lines]
    assert "C-2020-0799" in " ".join(runs)
    assert not any(run.endswith("C-2020-") for run in runs)
