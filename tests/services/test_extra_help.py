# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""Extra help: who told us what helps, to be asked again first; a sheet with no customer on it."""

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest

from servicedesk.domain.blocks import PaperSize
from servicedesk.domain.customers import CustomerDraft
from servicedesk.domain.printing import PaperChoice
from servicedesk.domain.support import SupportDraft, SupportNeed
from servicedesk.services.registry import Services, open_services
from tests.helpers.fakes import FixedClock
from tests.services.around import surroundings
from tests.services.samples_made import RUTH, TODAY
from tests.store.files import new_file, opened


@pytest.fixture
def clock() -> FixedClock:
    return FixedClock(TODAY)


@pytest.fixture
def services(tmp_path: Path, clock: FixedClock) -> Iterator[Services]:
    with opened(new_file(tmp_path)) as file:
        yield open_services(file, surroundings(file.path, clock))


def customer(services: Services, name: str, *needs: SupportDraft) -> int:
    made = services.customers.add(CustomerDraft(name=name), RUTH).card.id
    for need in needs:
        services.support.add_need(made, need, RUTH)
    return made


def need(what: SupportNeed, review_on: date | None = None, yes: str = "yes") -> SupportDraft:
    return SupportDraft(
        need=what, yes_words=yes, agreed_on=TODAY if yes else None, review_on=review_on
    )


def test_those_to_be_asked_again_first_come_first(services: Services) -> None:
    assert services.extra_help.now().helped == ()
    customer(services, "Mr Nobody")
    customer(services, "Mrs Patel", need(SupportNeed.LARGE_PRINT, date(2027, 5, 1)))
    ann = customer(
        services,
        "Ann Lee",
        need(SupportNeed.MORE_TIME, date(2027, 3, 1)),
        need(SupportNeed.STEP_FREE, date(2026, 11, 30)),
    )
    now = services.extra_help.now()
    assert (now.total, now.due) == (2, 1)
    assert [one.customer_name for one in now.helped] == ["Ann Lee", "Mrs Patel"]
    first = now.helped[0]
    assert first.customer_id == ann
    assert first.helps == ("more time", "no steps, and a seat")
    assert first.review_on == date(2026, 11, 30)
    few = services.extra_help.now(most=1)
    assert ([one.customer_name for one in few.helped], few.total) == (["Ann Lee"], 2)


def test_who_is_in_the_bin_is_not_there(services: Services) -> None:
    gone = customer(services, "Mrs Patel", need(SupportNeed.LARGE_PRINT))
    services.customers.bin((gone,), RUTH)
    assert services.extra_help.now().total == 0
    services.undo.undo(RUTH)
    assert services.extra_help.now().total == 1


def test_what_was_for_one_job_goes_once_that_is_over(tmp_path: Path) -> None:
    with opened(new_file(tmp_path)) as file:
        services = open_services(file, surroundings(file.path, FixedClock(TODAY)))
        customer(
            services,
            "Mrs Patel",
            need(SupportNeed.LARGE_PRINT, yes="", review_on=date(2026, 12, 1)),
        )
        assert services.extra_help.now().total == 1
        later = open_services(file, surroundings(file.path, FixedClock(date(2026, 12, 2))))
        now = later.extra_help.now()
        assert (now.helped, now.total) == ((), 0)


@pytest.mark.parametrize("size", [PaperSize.A4, PaperSize.LETTER])
def test_the_sheet_is_one_page_without_a_name(services: Services, size: PaperSize) -> None:
    services.business.save({"trading_name": "Hollins"}, RUTH)
    customer(services, "Mrs Patel", need(SupportNeed.LARGE_PRINT))
    made = services.extra_help.sheet().make(PaperChoice(paper="extra_help_sheet", size=size))
    assert made.pages == 1
    assert b"Patel" not in made.data
