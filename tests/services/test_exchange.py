# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""Customers brought in from a file: planned, carried out as one step, and undone as one."""

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest

from servicedesk.domain.customers import (
    Address,
    CustomerCard,
    CustomerDraft,
    CustomerStatus,
    Reach,
    ReachKind,
)
from servicedesk.domain.errors import Refusal, Trouble
from servicedesk.domain.importing import (
    Counts,
    DayOrder,
    Duplicates,
    Fate,
    LookChoices,
    PlanChoices,
)
from servicedesk.domain.importing_plan import ImportPlan
from servicedesk.domain.kinds import Kind
from servicedesk.domain.own_fields import OwnFieldDraft, OwnFieldKind, OwnFieldOn
from servicedesk.services.exchange_reading import Quiet
from servicedesk.services.registry import Services, open_services
from servicedesk.store.customers_reading import customers_of
from tests.helpers.fakes import FixedClock
from tests.services.around import surroundings
from tests.store.files import new_file, opened

RUTH = "Ruth"
TODAY = date(2026, 11, 22)
TWO = "Name,Phone,E-mail,Postcode\nZoë Hill,07700 900101,zoe@x.example,LS1 1AA\nBob Roe,,,\n"


class Stopped(Exception):
    """What ends a job that was asked to stop."""


class Stopping(Quiet):
    """Asks to stop at the n-th look."""

    def __init__(self, looks: int) -> None:
        self._left = looks
        self.steps: list[tuple[int, int]] = []

    def step(self, done: int, total: int) -> None:
        self.steps.append((done, total))

    def raise_if_cancelled(self) -> None:
        self._left -= 1
        if self._left < 0:
            raise Stopped


@pytest.fixture
def services(tmp_path: Path) -> Iterator[Services]:
    with opened(new_file(tmp_path)) as file:
        yield open_services(file, surroundings(file.path, FixedClock(TODAY)))


def written(folder: Path, text: str, name: str = "list.csv") -> Path:
    path = folder / name
    path.write_text(text, encoding="utf-8", newline="")
    return path


def plan_of(services: Services, path: Path, **chosen: object) -> ImportPlan:
    look = services.exchange.look(path)
    return services.exchange.plan(look, PlanChoices(**{"columns": look.columns, **chosen}))


def bring(services: Services, path: Path, **chosen: object) -> Counts:
    plan = plan_of(services, path, **chosen)
    done = services.exchange.run(plan, Quiet(), RUTH)
    assert done.card.counts == plan.counts
    assert done.card.refused == plan.refused
    return done.card.counts


def everybody(services: Services) -> list[CustomerCard]:
    with services.units.read() as reading:
        return list(customers_of(reading, range(1, 1000)).values())


def test_a_list_becomes_customers_in_one_step(services: Services, tmp_path: Path) -> None:
    path = written(tmp_path, TWO)
    plan = plan_of(services, path)
    assert everybody(services) == []
    done = services.exchange.run(plan, Quiet(), RUTH)
    assert done.card.counts == Counts(added=2)
    zoe, bob = everybody(services)
    assert done.changes == {Kind.CUSTOMER: {zoe.id, bob.id}}
    assert (zoe.ref, zoe.shown_name, zoe.added_on) == ("K-0001", "Zoë Hill", TODAY)
    assert [one.shown for one in zoe.draft.reaches] == ["07700 900101", "zoe@x.example"]
    assert zoe.draft.addresses == (Address(lines="", postcode="LS1 1AA"),)
    assert services.customers.add(CustomerDraft(name="Ann"), RUTH).card.ref == "K-0003"
