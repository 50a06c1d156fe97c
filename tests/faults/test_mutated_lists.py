# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""Lists that were damaged on their way: each is read or refused, none crashes, none comes in half.

Most are read here, where a fault shows; one in so many by the child that reads them for people.
"""

import random
import sys
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest

from servicedesk.app import worker
from servicedesk.content.cards_in import read_cards
from servicedesk.content.lists_in import source_of
from servicedesk.content.workbooks_in import read_workbook
from servicedesk.domain.errors import Refusal
from servicedesk.domain.importing import WORKBOOKS, Counts, DayOrder, PlanChoices, Source
from servicedesk.services.exchange import Plan
from servicedesk.services.exchange_reading import Quiet
from servicedesk.services.registry import Services, open_services
from servicedesk.services.surroundings import Surroundings
from tests.faults.counting import note, trials
from tests.helpers.builders import words
from tests.helpers.fakes import FixedClock
from tests.services.around import surroundings
from tests.store.files import new_file, opened

MUTATED = trials(500, 10_000)
KEPT = 20
"""One in so many is brought in for good, and undone."""

BY_CHILD = 25
"""One in so many is read by the child too."""

CHILD_SECONDS = 10.0
"""After which a child is ended; the 300 MB it may hold are a limit of the system's own."""

SIGNS = b'",;\t|\n\r\x00\xff\xfe=:\\<>&"'


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


def damaged(data: bytes, chance: random.Random) -> bytes:
    """A file with a few bytes changed, taken out, put in or cut off."""
    found = bytearray(data)
    for _ in range(chance.randint(1, 8)):
        at = chance.randrange(len(found) + 1)
        what = chance.randrange(5)
        if what == 0:
            found[at : at + 1] = bytes([chance.randrange(256)])
        elif what == 1:
            del found[at : at + chance.randint(1, 40)]
        elif what == 2:
            found[at:at] = bytes([chance.choice(SIGNS)]) * chance.randint(1, 3)
        elif what == 3:
            found[at:at] = found[at : at + chance.randint(1, 200)]
        else:
            del found[at + chance.randrange(len(found) + 1) :]
    return bytes(found)


def say(refusal: Refusal) -> None:
    """See that there is a sentence for a refusal, with all that it needs."""
    assert words().refusal(refusal)


def plan_of(services: Services, path: Path) -> Plan | None:
    """What would come of a file; None where it is refused in a sentence."""
    try:
        look = services.exchange.look(path)
        orders = dict.fromkeys(range(len(look.columns)), DayOrder.DAY_FIRST)
        choices = PlanChoices(columns=look.columns, day_orders=orders)
        return services.exchange.plan(look, choices)
    except Refusal as refusal:
        say(refusal)
        return None


def count(services: Services) -> int:
    from servicedesk.store.exchange import known_customers

    with services.units.read() as reading:
        return sum(1 for _ in known_customers(reading))


def test_no_damage_crashes_or_comes_in_half(
    services: Services, samples: Path, tmp_path: Path
) -> None:
    files = [
        path
        for folder in ("csv", "xlsx", "vcard")
        for path in sorted((samples / folder).iterdir())
        if path.suffix != ".json" and path.stat().st_size
    ]
    chance = random.Random(20261122)
    refused_whole = partial = 0
    for number in range(MUTATED):
        origin = files[number % len(files)]
        data = damaged(origin.read_bytes(), chance)
        path = tmp_path / f"{number}{origin.suffix}"
        path.write_bytes(data)
        if number % BY_CHILD == 0:
            assert read_by_child(data, path.name) != "import_too_heavy"
        plan = plan_of(services, path)
        path.unlink()
        if plan is None:
            refused_whole += 1
            continue
        for refused in plan.refused:
            say(Refusal(refused.code, None, **refused.params))
        if number % KEPT == 0 and plan.counts != Counts(refused=plan.counts.refused):
            before = count(services)
            done = services.exchange.run(plan, Quiet(), "Ruth")
            partial += count(services) != before + done.card.counts.added
            if done.changes:
                services.undo.undo("Ruth")
            partial += count(services) != before
    note("mutated lists: CSV, XLSX, vCard", MUTATED, partial=partial, reported=refused_whole)
    assert partial == 0
    assert 0 < refused_whole < MUTATED


def read_by_child(data: bytes, name: str) -> str:
    """Have the child read it, in its time; the code of what it refuses, which has its sentence."""
    try:
        source = source_of(data, name)
        if source is Source.VCARD:
            worker.cards(data, name, seconds=CHILD_SECONDS)
        elif source in WORKBOOKS:
            worker.workbook(data, name, seconds=CHILD_SECONDS)
    except Refusal as refusal:
        say(refusal)
        return refusal.code
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
        assert refused.value.code == "import_too_heavy"
        assert "took too long" in words().refusal(refused.value)
