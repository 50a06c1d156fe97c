# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""The power is cut: no change that was acknowledged is lost, none is there by half.

The program's own driver saves for a while, plain and with a key, and all that it asks of the disk
is written down. What a power cut at some moment of it could leave is put together from that, and
opened as the program opens a file.
"""

import random
import sys
from collections.abc import Sequence
from contextlib import suppress
from pathlib import Path

import pytest

from servicedesk.domain.errors import Trouble
from servicedesk.services.unit import Units
from servicedesk.store import driver
from servicedesk.store.driver import Durability
from servicedesk.store.engine import DeskFile
from tests.faults.counting import note, trials
from tests.faults.disk_below import Deed, Disk, What
from tests.faults.power_cuts import image
from tests.faults.saved import KEYS, MODES, made, named, opened, stored
from tests.faults.saver import save
from tests.helpers.fakes import FixedClock

IMAGES = trials(100, 500)

CHANGES = 14
BROUGHT_IN = (4, 9)
"""Changes after which the log is brought into the file."""

CLOSED = 7
"""The change after which the file is closed, and opened again."""

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="the driver hides its library")


def work(file: DeskFile, disk: Disk, numbers: Sequence[int]) -> None:
    """Save some changes, telling each one once it is in the file."""
    units = Units(file, FixedClock())
    for number in numbers:
        with units.change("save", "Ann") as unit:
            save(unit, number)
        disk.told(number)
        if number in BROUGHT_IN:
            file.checkpoint()


def recorded(path: Path, durability: Durability, key: str | None) -> list[Deed]:
    """All that was asked of the disk while somebody worked for a while."""
    disk = Disk()
    with disk.watched():
        with opened(path, durability, key) as file:
            work(file, disk, range(1, CLOSED + 1))
        with opened(path, durability, key) as file:
            work(file, disk, range(CLOSED + 1, CHANGES + 1))
    return disk.deeds


def lay_out(folder: Path, content: dict[str, bytes]) -> Path:
    """Put the files of an image into an empty folder."""
    for left in folder.glob("shop*"):
        left.unlink()
    for name, data in content.items():
        (folder / Path(name).name).write_bytes(data)
    return folder / "shop.servicedesk"


def told_by(deeds: Sequence[Deed], cut: int) -> int:
    """Number of the last change that was told before the cut."""
    return max((one.at for one in deeds[:cut] if one.what is What.TOLD), default=0)


@KEYS
@MODES
def test_demand_1_a_power_cut_loses_nothing_that_was_told(
    tmp_path: Path, durability: Durability, key: str | None
) -> None:
    path = made(tmp_path / "worked", key)
    start = {str(path): path.read_bytes()}
    deeds = recorded(path, durability, key)
    chance = random.Random(20261123)
    (tmp_path / "image").mkdir()
    ahead = 0
    for number in range(IMAGES):
        cut = min(len(deeds), round(len(deeds) * (number + chance.random()) / IMAGES))
        found = lay_out(tmp_path / "image", image(deeds, start, cut, chance))
        with opened(found, durability, key):
            pass
        told = told_by(deeds, cut)
        last = stored(found, key)
        assert told <= last <= told + 1, (cut, told, last)
        ahead += last > told
    note(named("power cut", durability, key), IMAGES)
    assert ahead < IMAGES
    assert told_by(deeds, len(deeds)) == CHANGES


@pytest.mark.parametrize(
    ("durability", "careless"),
    [(Durability.DELETE_EXTRA, 2), (Durability.DELETE_EXTRA, 0), (Durability.WAL_FULL, 1)],
    ids=["DELETE and FULL", "DELETE and OFF", "WAL and NORMAL"],
)
def test_a_careless_way_of_writing_does_lose(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, durability: Durability, careless: int
) -> None:
    """So that the images are known to be bad enough."""
    monkeypatch.setitem(driver._SYNCHRONOUS, durability, careless)
    path = made(tmp_path / "worked", None)
    start = {str(path): path.read_bytes()}
    deeds = recorded(path, durability, None)
    monkeypatch.undo()
    chance = random.Random(20261123)
    (tmp_path / "image").mkdir()
    lost = 0
    for _ in range(trials(100, 100)):
        cut = chance.randrange(len(deeds))
        found = lay_out(tmp_path / "image", image(deeds, start, cut, chance))
        last = -1
        with suppress(Trouble, AssertionError, driver.MODULE.Error):
            with opened(found, durability):
                pass
            last = stored(found)
        lost += last < told_by(deeds, cut)
        if lost > 1:
            return
    pytest.fail(f"lost only {lost}")
