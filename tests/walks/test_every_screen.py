# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""Every page, topic, wizard page and dialog can be read, heard and walked, in every dress.

Demands 4, 21, 22, 23 and 24 of experience.md 8, on the real window with the pretend shop on a
screen of 1366 x 768: names for screen readers, no name twice, nothing clipped at 100 % and 200 %,
Tab goes as the eye does, and every word stands out in light, dark and high contrast.
"""

import json
import subprocess
import sys
from collections.abc import Iterator
from concurrent.futures import Future, ThreadPoolExecutor
from pathlib import Path
from types import SimpleNamespace

import pytest
from PySide6.QtGui import QIcon, QImage, QPixmap
from PySide6.QtWidgets import QPushButton, QVBoxLayout, QWidget

from servicedesk.ui.shell.rooms import rooms
from servicedesk.ui.widgets.page_image import PageImage
from tests.helpers.builders import charter_guide
from tests.helpers.children import plain_environment
from tests.helpers.qt import theme
from tests.shots.screens import every_screen
from tests.walks.sharp import blurred
from tests.walks.walker import FEW, Found

ROOT = Path(__file__).resolve().parents[2]
AT_ONCE = 3
"""Walks on their way: for half of its time each waits until a screen is still."""

SECONDS = 1800
"""Patience with a walk: some four hundred screens, on a machine that may be busy."""

VERSIONS = 3
"""Of the charter of the pretend shop."""

FINE = ("1", "1.5", "2")
SEEN = ("light", "large", "dark", "contrast")
"""Walks through every screen, in the order of their dresses."""

WALKS = {**dict.fromkeys(SEEN, "1"), **{f"fine {factor}": factor for factor in FINE}}
DRESSES = ("light-100", "light-200", "dark-100", "high_contrast-100")


def every_name() -> list[str]:
    """The names of all screens, from a window that is only asked what it has."""
    versions = [SimpleNamespace(number=n, id=n) for n in range(VERSIONS, 0, -1)]
    services = SimpleNamespace(
        charter_writing=SimpleNamespace(guide=charter_guide()),
        charters=SimpleNamespace(versions=lambda: versions),
    )
    stand = SimpleNamespace(
        window=SimpleNamespace(rooms=rooms()), bench=SimpleNamespace(services=services)
    )
    return [screen.name for screen in every_screen(stand)]


def walked(walk: str, factor: str, folder: Path) -> Found:
    """What one walk found."""
    told = folder / "told.json"
    environment = plain_environment(ROOT / "src")
    environment["PYTHONPATH"] += f":{ROOT}" if sys.platform != "win32" else f";{ROOT}"
    ended = subprocess.run(
        [sys.executable, "-m", "tests.walks.walker", walk, str(told), factor],
        cwd=ROOT,
        env=environment,
        capture_output=True,
        text=True,
        timeout=SECONDS,
        check=False,
    )
    assert ended.returncode == 0, ended.stderr
    found: Found = json.loads(told.read_text(encoding="utf-8"))
    return found


@pytest.fixture(scope="module")
def walks(tmp_path_factory: pytest.TempPathFactory) -> Iterator[dict[str, Future[Found]]]:
    """Every walk, each on its way in a process of its own."""
    with ThreadPoolExecutor(AT_ONCE) as pool:
        yield {
            name: pool.submit(walked, name.split()[0], factor, tmp_path_factory.mktemp("walk"))
            for name, factor in WALKS.items()
        }


@pytest.fixture(scope="module")
def found(walks: dict[str, Future[Found]]) -> Found:
    """What the walks through every screen found, by dress."""
    found: Found = {}
    for name in SEEN:
        found |= walks[name].result()
    return found


def test_every_screen_was_seen_in_every_dress(found: Found) -> None:
    assert tuple(found) == DRESSES
    for screens in found.values():
        assert list(screens) == every_name()


@pytest.mark.parametrize("name", every_name())
def test_it_can_be_read_heard_and_walked(name: str, found: Found) -> None:
    faults = {dress: screens[name] for dress, screens in found.items() if screens[name]}
    assert faults == {}


def test_demand_22_dark_and_high_contrast_can_be_read_on_every_screen(found: Found) -> None:
    """Demand 22: dark mode and the selected row readable."""
    assert [
        fault for dress in DRESSES[2:] for faults in found[dress].values() for fault in faults
    ] == []


def test_demand_23_everything_has_a_name_for_a_screen_reader(found: Found) -> None:
    """Demand 23: screen readers in tables, on every screen that has one."""
    told = [line for screens in found.values() for faults in screens.values() for line in faults]
    assert [line for line in told if "name" in line or "says nothing" in line] == []


@pytest.mark.parametrize("factor", FINE)
def test_demand_24_fine_screens_clip_and_blur_nothing(
    factor: str, walks: dict[str, Future[Found]]
) -> None:
    """Demand 24: HiDPI, 100 to 200 %: Today, the wizard, settings and a preview."""
    (screens,) = walks[f"fine {factor}"].result().values()
    assert [begin for begin in FEW if not any(name.startswith(begin) for name in screens)] == []
    assert {name: faults for name, faults in screens.items() if faults} == {}


def test_a_blown_up_icon_and_page_are_found(qtbot, monkeypatch) -> None:
    page = QWidget()
    qtbot.addWidget(page)
    rows = QVBoxLayout(page)
    coarse, fine = QPushButton("Coarse"), QPushButton("Fine")
    dots = QPixmap(16, 16)
    dots.fill("red")
    coarse.setIcon(QIcon(dots))
    fine.setIcon(theme().icon("settings"))
    picture = PageImage("blue", "grey")
    picture.show_image(QImage(300, 400, QImage.Format.Format_RGB32), "")
    for part in (coarse, fine, picture):
        rows.addWidget(part)
    page.resize(600, 800)
    page.show()
    assert blurred(page) == []
    monkeypatch.setattr(QWidget, "devicePixelRatioF", lambda self: 2.0)
    assert [line.split()[1] for line in blurred(page)] == ["icon", "page"]
