# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""Lists that were damaged on their way: each is read or refused, none crashes, none comes in half.

Most are read here, where a fault shows; one in so many by the child that reads them for people.
"""

import random
import sys
from collections import Counter
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
from sqlalchemy import Table, select

from servicedesk.app import worker
from servicedesk.content.cards_in import read_cards
from servicedesk.content.lists_in import source_of
from servicedesk.content.workbooks_in import read_workbook
from servicedesk.domain.errors import Refusal
from servicedesk.domain.exchange_columns import ListKind
from servicedesk.domain.importing import (
    WORKBOOKS,
    Counts,
    DayOrder,
    LookChoices,
    PlanChoices,
    Source,
)
from servicedesk.services.exchange import Plan
from servicedesk.services.exchange_reading import Quiet
from servicedesk.services.registry import Services, open_services
from servicedesk.services.surroundings import Surroundings
from servicedesk.store.complaints import complaints
from servicedesk.store.customers import customers
from servicedesk.store.feedback import feedback
from servicedesk.store.promises import promises
from tests.benchmarks.measure import Watch
from tests.faults.counting import note, trials
from tests.faults.damaged_lists import damaged, origins, said
from tests.helpers.fakes import FixedClock
from tests.services.around import surroundings
from tests.store.files import new_file, opened

MUTATED = trials(500, 10_000)
KEPT = 20
"""One in so many is brought in for good, and undone."""

BY_CHILD = 25
"""One in so many is read by the child too."""

OTHERS = 8
"""One in so many is called a list of something else than it is."""

CHILD_SECONDS = 10.0
"""Of the processor that a child may take; the system itself keeps it to 300 MB."""

PATIENCE = 120.0
"""Seconds after which a child is ended that waits for other programs on a busy machine."""

TABLES = {
    ListKind.CUSTOMERS: customers,
    ListKind.PROMISES: promises,
    ListKind.COMPLAINTS: complaints,
    ListKind.FEEDBACK: feedback,
}


@pytest.fixture
def around(tmp_path: Path) -> Surroundings:
    """Workbooks and cards are read here, where a fault shows, and not in a child that hides it."""
    return surroundings(
        tmp_path / "shop.servicedesk",
        FixedClock(date(2026, 11, 22)),
        workbook_from=read_workbook,
        cards_from=read_cards,
    )


@pytest.fixture
def services(tmp_path: Path, around: Surroundings) -> Iterator[Services]:
    with opened(new_file(tmp_path)) as file:
        yield open_services(file, around)


def plan_of(services: Services, path: Path, holds: ListKind) -> Plan | str:
    """What would come of a file; the code where it is refused in a sentence."""
    try:
        look = services.exchange.look(path, LookChoices(holds=holds))
        orders = dict.fromkeys(range(len(look.columns)), DayOrder.DAY_FIRST)
        choices = PlanChoices(columns=look.columns, day_orders=orders)
        return services.exchange.plan(look, choices)
    except Refusal as refusal:
        return said(refusal)


def kept(services: Services) -> dict[ListKind, list[tuple[object, ...]]]:
    """Every row there is of the four kinds."""

    def rows(table: Table) -> list[tuple[object, ...]]:
        return [tuple(row) for row in reading.execute(select(table).order_by(table.c.id))]

    with services.units.read() as reading:
        return {kind: rows(table) for kind, table in TABLES.items()}


def partial_after(services: Services, plan: Plan, holds: ListKind) -> int:
    """Bring a list in and take it back; how often only a part of that came about."""
    before = kept(services)
    done = services.exchange.run(plan, Quiet(), "Ruth")
    after = kept(services)
    wrong = len(after[holds]) != len(before[holds]) + plan.counts.added
    wrong += done.card.counts != plan.counts
    if done.changes:
        services.undo.undo("Ruth")
    return wrong + (kept(services) != before)


def test_no_damage_crashes_or_comes_in_half(
    services: Services, samples: Path, tmp_path: Path
) -> None:
    chance = random.Random(20261122)
    lists = origins(samples, services, tmp_path)
    refused_whole: Counter[str] = Counter()
    brought: Counter[ListKind] = Counter()
    partial = 0
    for number in range(MUTATED):
        origin = lists[number % len(lists)]
        holds = chance.choice(list(ListKind)) if number % OTHERS == 0 else origin.holds
        data = damaged(origin.data, chance)
        path = tmp_path / f"{number}{origin.ending}"
        path.write_bytes(data)
        if number % BY_CHILD == 0:
            assert read_by_child(data, path.name) != "import_too_heavy"
        plan = plan_of(services, path, holds)
        path.unlink()
        if isinstance(plan, str):
            refused_whole[plan] += 1
            continue
        for refused in plan.refused:
            said(Refusal(refused.code, None, **refused.params))
        if brought[holds] * len(TABLES) * KEPT <= number and plan.counts != Counts(
            refused=plan.counts.refused
        ):
            brought[holds] += 1
            partial += partial_after(services, plan, holds)
    told = refused_whole.total()
    note(
        "mutated lists: CSV, XLSX, vCard; all kinds, ours too",
        MUTATED,
        partial=partial,
        reported=told,
    )
    assert partial == 0
    assert 0 < told < MUTATED
    assert set(brought) == set(ListKind)
    assert {"import_empty", "import_not_a_list", "import_too_many_columns"} <= set(refused_whole)


def read_by_child(data: bytes, name: str) -> str:
    """Have the child read it, in its time; the code of what it refuses, which has its sentence."""
    watch = Watch()
    try:
        source = source_of(data, name)
        if source is Source.VCARD:
            worker.cards(data, name, seconds=PATIENCE)
        elif source in WORKBOOKS:
            worker.workbook(data, name, seconds=PATIENCE)
    except Refusal as refusal:
        return said(refusal)
    finally:
        assert watch.spent().cpu <= CHILD_SECONDS
    return ""


def test_a_child_that_dies_on_a_list_is_refused_in_a_sentence(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(
        worker, "_command", lambda _job: [sys.executable, "-c", "raise SystemExit(9)"]
    )
    for read in (lambda: worker.workbook(b"PK", "x.xlsx"), lambda: worker.cards(b"x", "x.vcf")):
        with pytest.raises(Refusal) as refused:
            read()
        assert said(refused.value) == "import_too_heavy"
