# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""Lists that were damaged on their way: each is read or refused, none crashes, none comes in half.

SERVICEDESK_MUTATED says how many files are damaged; the full form is 10000.
"""

import os
import random
import sys
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest

from servicedesk.app import worker
from servicedesk.content.cards_in import read_cards
from servicedesk.content.workbooks_in import read_workbook
from servicedesk.domain.errors import Refusal
from servicedesk.domain.importing import Counts, DayOrder, PlanChoices
from servicedesk.domain.importing_plan import ImportPlan
from servicedesk.services.exchange_reading import Quiet
from servicedesk.services.registry import Services, open_services
from servicedesk.services.surroundings import Surroundings
from tests.helpers.builders import words
from tests.helpers.fakes import FixedClock
from tests.services.around import surroundings
from tests.store.files import new_file, opened

MUTATED = int(os.environ.get("SERVICEDESK_MUTATED", "500"))
KEPT = 20
"""One in so many is brought in for good, and undone."""

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


def plan_of(services: Services, path: Path) -> ImportPlan | None:
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
    for number in range(MUTATED):
        origin = files[number % len(files)]
        path = tmp_path / f"{number}{origin.suffix}"
        path.write_bytes(damaged(origin.read_bytes(), chance))
        plan = plan_of(services, path)
        path.unlink()
        if plan is None:
            continue
        for refused in plan.refused:
            say(Refusal(refused.code, None, **refused.params))
        if number % KEPT == 0 and plan.counts != Counts(refused=plan.counts.refused):
            before = count(services)
            done = services.exchange.run(plan, Quiet(), "Ruth")
            assert count(services) == before + done.card.counts.added
            if done.changes:
                services.undo.undo("Ruth")
            assert count(services) == before


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
