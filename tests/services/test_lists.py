# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""Lists on paper: what stands on the screen stands there, on either sheet and in large print."""

from pathlib import Path

import pytest

from servicedesk.domain.blocks import PaperSize
from servicedesk.domain.hours import parse_week
from servicedesk.domain.printing import PaperChoice, PrintJob
from servicedesk.services.lists import Lists
from servicedesk.services.printing import Printing
from tests.helpers.builders import words
from tests.helpers.fakes import FixedClock
from tests.services.around import surroundings


@pytest.fixture
def lists(tmp_path: Path) -> Lists:
    return Lists(surroundings(tmp_path / "shop.servicedesk", FixedClock()))


def texts(job: PrintJob, size: PaperSize = PaperSize.A4, *, large: bool = False) -> str:
    (offer,) = job.offers
    assert words().say(f"paper.{offer.id}")
    printed = job.make(PaperChoice(paper=offer.id, size=size, large=large))
    assert printed.pages == 1
    return " ".join(" ".join(Printing().texts(printed.data)).split())


@pytest.mark.parametrize("size", [PaperSize.A4, PaperSize.LETTER])
@pytest.mark.parametrize("large", [False, True])
def test_a_list_has_its_title_its_head_and_its_lines(
    lists: Lists, size: PaperSize, large: bool
) -> None:
    job = lists.table("People", ("Name", "Role"), [("Ruth & Söns", "Owner"), ("Tom", "Staff")])
    assert (job.title, job.stem) == ("People", "People")
    said = texts(job, size, large=large)
    for part in ("People", "Name", "Role", "Ruth & Söns", "Owner", "Tom", "Staff"):
        assert part in said


def test_groups_keep_their_headings(lists: Lists) -> None:
    assert "Late" in texts(lists.groups("Today", [("Late", ["Ring Mrs Patel back"])]))


def test_hours_are_said_in_short_lines(lists: Lists) -> None:
    week = parse_week({"monday": ["09:00-17:00"], "tuesday": ["09:00-17:00"]})
    assert "Monday and Tuesday" in texts(lists.hours("Opening hours", week))
