# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""Ten records are enough for figures, and asking it brings in nothing that counts them."""

import subprocess
import sys
from pathlib import Path

from servicedesk.domain.checks import Bank
from servicedesk.services.figures_enough import FiguresEnough
from servicedesk.services.registry import open_services
from servicedesk.services.unit import Units
from servicedesk.store.engine import DeskFile
from tests.helpers.children import plain_environment
from tests.helpers.fakes import FixedClock
from tests.helpers.records import put_promise
from tests.services.around import surroundings
from tests.services.checks_made import bank_made
from tests.services.samples_made import RUTH

ROOT = Path(__file__).resolve().parents[2]
_ASKED = (
    "import sys, servicedesk.services.figures_enough;"
    "sys.exit(any(name.startswith('servicedesk.domain.figures') for name in sys.modules))"
)


def test_ten_records_are_enough_and_nine_are_not(file: DeskFile) -> None:
    units = Units(file, FixedClock())
    enough = FiguresEnough(units)
    for number in range(9):
        put_promise(units, None, f"Promise {number}")
    assert not enough.is_reached()
    put_promise(units, None, "The tenth")
    assert enough.is_reached()


def test_the_first_check_is_enough_from_its_beginning_and_not_once_it_is_removed(
    file: DeskFile,
) -> None:
    services = open_services(file, surroundings(file.path, FixedClock(), check_bank=bank_made))
    enough = services.figures_enough
    assert not enough.is_reached()
    card = services.checks.begin(Bank.SELF_CHECK, is_short=True, who=RUTH).card
    assert enough.is_reached()
    services.checks.remove(card.id, RUTH)
    assert not enough.is_reached()


def test_asking_brings_in_none_of_the_figures() -> None:
    environment = plain_environment(ROOT / "src")
    subprocess.run([sys.executable, "-c", _ASKED], check=True, env=environment)
