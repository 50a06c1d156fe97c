# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""The service plan: begun from the charter, kept in one place, one page on paper, taken back."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from servicedesk.domain.blocks import PaperSize
from servicedesk.domain.errors import Refusal
from servicedesk.domain.kinds import Kind
from servicedesk.domain.people import PersonDraft, Role
from servicedesk.domain.printing import PaperChoice
from servicedesk.domain.service_plan import (
    AIM_MOST,
    AIMS,
    GROUP_MOST,
    GROUPS,
    RIGHT_MOST,
    VALUES_MOST,
    CustomerGroup,
    PlanDraft,
)
from servicedesk.services.registry import Services, open_services
from tests.helpers.fakes import FixedClock
from tests.services.around import surroundings
from tests.services.samples_made import RUTH, TODAY, publish
from tests.store.files import new_file, opened

DRAFT = PlanDraft(
    groups=(CustomerGroup(name="Families", values="Speed"), CustomerGroup(name="Trade")),
    aims=("We ring back in 2 hours.", "Two", "Three"),
    decides="Ruth",
    stands_in="Tom",
    put_right="One spare slot a week",
)
FULLEST = PlanDraft(
    groups=(CustomerGroup(name=("Wide " * 20)[:GROUP_MOST], values=("wide " * 40)[:VALUES_MOST]),)
    * GROUPS,
    aims=(("Reply well " * 20)[:AIM_MOST],) * AIMS,
    decides="Ruth " * 10,
    stands_in="Thomasina " * 5,
    put_right=("money " * 60)[:RIGHT_MOST],
)


@pytest.fixture
def services(tmp_path: Path) -> Iterator[Services]:
    with opened(new_file(tmp_path)) as file:
        yield open_services(file, surroundings(file.path, FixedClock(TODAY)))


def test_a_plan_is_kept_in_one_place_and_taken_back(services: Services) -> None:
    assert services.service_plan.get() is None
    first = services.service_plan.keep(DRAFT, RUTH)
    assert set(first.changes) == {Kind.SERVICE_PLAN}
    assert services.service_plan.get() == first.card
    assert first.card.draft == DRAFT
    for other in (
        replace(DRAFT, aims=("One",), groups=()),
        replace(DRAFT, aims=(*DRAFT.aims, "Four", "Five")),
    ):
        changed = services.service_plan.keep(other, RUTH).card
        assert (changed.id, changed.draft) == (first.card.id, other)
        services.undo.undo(RUTH)
        assert services.service_plan.get() == first.card


def test_a_plan_goes_and_comes_back(services: Services) -> None:
    card = services.service_plan.keep(DRAFT, RUTH).card
    assert services.service_plan.remove(RUTH).card == card
    assert services.service_plan.get() is None
    services.undo.undo(RUTH)
    assert services.service_plan.get() == card


def test_what_is_not_there_or_says_nothing_is_refused(services: Services) -> None:
    with pytest.raises(Refusal, match="record_gone"):
        services.service_plan.remove(RUTH)
    with pytest.raises(Refusal, match="record_gone"):
        services.service_plan.paper()
    with pytest.raises(Refusal, match="plan_needs_something"):
        services.service_plan.keep(PlanDraft(), RUTH)
    assert services.service_plan.get() is None


def test_a_plan_begins_from_charter_and_people(services: Services) -> None:
    assert services.service_plan.begun() == PlanDraft()
    publish(services)
    tom = services.people.add(PersonDraft(name="Tom"), RUTH).card
    services.people.add(PersonDraft(name="Ruth", role=Role.OWNER, stand_in_id=tom.id), RUTH)
    begun = services.service_plan.begun()
    assert (begun.decides, begun.stands_in) == ("Ruth", "Tom")
    assert 1 <= len(begun.aims) <= AIMS
    assert all(aim.startswith("We ") or aim.endswith(".") for aim in begun.aims)
    assert services.service_plan.keep(begun, RUTH).card.draft == begun


@pytest.mark.parametrize("size", [PaperSize.A4, PaperSize.LETTER])
@pytest.mark.parametrize("plan", [DRAFT, FULLEST, replace(DRAFT, groups=(), aims=())])
def test_any_plan_prints_on_one_page(services: Services, plan: PlanDraft, size: PaperSize) -> None:
    services.service_plan.keep(plan, RUTH)
    job = services.service_plan.paper()
    made = job.make(PaperChoice(paper="service_plan", size=size))
    assert made.pages == 1
    assert not made.cut
