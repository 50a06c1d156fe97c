# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""What journeys share: scenes that are starts of the program of their own, and ways through it.

A journey is a module with ``SCENES``; each scene is lived by a person at the keyboard of the real
program, in a process of its own with the clock of the machine set:
``python -m MODULE PROFILE SCENE TOLD``.
"""

import os
import signal
import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import datetime, timedelta
from pathlib import Path
from time import monotonic
from types import ModuleType

from PySide6.QtCore import QElapsedTimer, Qt
from PySide6.QtWidgets import QApplication

from servicedesk.app.bootstrap import OpenDesk, create_desk, gather, open_desk
from servicedesk.domain.hours import MONDAY_TO_FRIDAY
from tests.helpers.children import plain_environment
from tests.helpers.keyboard import (
    Acts,
    LostError,
    clear,
    control,
    focused,
    main_of,
    on_screen,
    open_menu,
    press,
    see,
    settle,
    tab_to,
    type_in,
    window_of,
)
from tests.helpers.keyboard import Key as Pressed
from tests.helpers.qt import painted

ROOT = Path(__file__).resolve().parents[2]
SECONDS = 240
"""How long one scene may take before it is ended."""

OWNER = "Ruth"

Key = Qt.Key
ALT, CTRL = Qt.KeyboardModifier.AltModifier, Qt.KeyboardModifier.ControlModifier
SHIFT = Qt.KeyboardModifier.ShiftModifier

_PROFILE = "profile"
_MOST_STEPS = 120

_A_WHILE = 3
"""Seconds after which whatever was typed is kept."""


@dataclass(frozen=True, slots=True)
class Scene:
    """One start of the program.

    Attributes:
        begins: what the clock of the machine shows when the program is started.
        acts: what the person does then.
        ends_in_the_dark: whether the power goes at its end.
    """

    begins: datetime
    acts: Callable[[], Acts]
    ends_in_the_dark: bool = False


def live(folder: Path, journey: ModuleType, scene: str) -> str:
    """Live one scene in a process of its own; how many keys it took, "" where the power went.

    Args:
        folder: where the profile of the journey is, as ``set_up`` and ``looked_into`` take it.
        journey: a module with ``SCENES`` that calls ``be_there`` when it is started.
        scene: one of its scenes.
    """
    told = folder / f"{scene}.txt"
    words = [folder / _PROFILE, scene, told]
    ended = subprocess.run(
        [sys.executable, "-m", journey.__name__, *map(str, words)],
        cwd=ROOT,
        env=plain_environment(ROOT / "src"),
        capture_output=True,
        text=True,
        timeout=SECONDS,
        check=False,
    )
    if journey.SCENES[scene].ends_in_the_dark:
        assert ended.returncode == -signal.SIGKILL, told.read_text() if told.exists() else ""
        return ""
    assert told.exists(), ended.stderr
    keys = told.read_text()
    assert keys.isdigit(), keys
    assert ended.returncode == 0, ended.stderr
    return keys


def live_all(folder: Path, journey: ModuleType) -> str:
    """Live one scene after the other; which took how many keys, to be read."""
    for scene in journey.SCENES:
        live(folder, journey, scene)
    return keys_of(folder, journey)


def keys_of(folder: Path, journey: ModuleType) -> str:
    """Which scenes of a journey that was lived took how many keys, to be read."""
    told = {scene: folder / f"{scene}.txt" for scene in journey.SCENES}
    return ", ".join(f"{scene} {at.read_text()}" for scene, at in told.items() if at.exists())


def set_up(folder: Path, **answers: object) -> None:
    """Make the file of a business that is open from Monday to Friday.

    Args:
        folder: of the journey.
        answers: more about the business, by the question.
    """
    at = gather(folder / _PROFILE)
    create_desk(at)
    known = {"trading_name": "Bright & Day", "nation": "eng", "opening_hours": MONDAY_TO_FRIDAY}
    with looked_into(folder) as desk:
        desk.services.business.save({**known, **answers}, OWNER)


@contextmanager
def looked_into(folder: Path) -> Iterator[OpenDesk]:
    """What stands in the file between two scenes, or after the last."""
    desk = open_desk(gather(folder / _PROFILE))
    try:
        yield desk
    finally:
        desk.close()


def be_there(scenes: dict[str, Scene]) -> None:
    """Be the person of the scene that this process was started for."""
    profile, name, told = sys.argv[1:]
    scene = scenes[name]
    set_clock(scene.begins)
    main_of(scene.acts(), ["--offscreen", "--profile", profile], Path(told))


def set_clock(moment: datetime) -> None:
    """Have the machine's clock go on from another moment."""
    from servicedesk.system.clock import SystemClock

    begun = monotonic()
    SystemClock.now = lambda _: moment + timedelta(seconds=monotonic() - begun)


def beside(name: str) -> Path:
    """A file beside the profile of the journey that is being lived."""
    return Path(sys.argv[1]).parent / name


def within(most: int, acts: Acts) -> Acts:
    """Do something with so many keys at most, beside those that type words or say when."""
    pressed = 0
    for act in acts:
        pressed += isinstance(act, Pressed) and not isinstance(act.key, str)
        yield act
    if pressed > most:
        raise LostError(f"{pressed} keys beside the words, and {most} are meant to do")


def linger(seconds: int) -> Acts:
    """Do nothing for a while."""
    waited = QElapsedTimer()
    waited.start()
    yield from settle(lambda: waited.elapsed() > seconds * 1000)


def power_cut() -> Acts:
    """The power goes a few seconds after the last key."""
    yield from linger(_A_WHILE)
    os.kill(os.getpid(), signal.SIGKILL)


def today() -> Acts:
    """Go to Today."""
    yield from press(Key.Key_1, ALT)
    yield from see("Today")


def not_there(words: str) -> Acts:
    """See that the window does not say something, or no longer does."""
    if words in on_screen():
        raise LostError(f"{words} still stands there: {on_screen()}")
    yield from ()


def on_form(kind: str) -> Acts:
    """Wait until a form of this class has the keyboard."""
    yield from settle(lambda: window_of(kind) is not None)


def on_page() -> Acts:
    """Wait until no form is open any more."""
    yield from on_form("Shell")


def who(known: str) -> Acts:
    """Choose the first customer found by what is typed."""
    yield from type_in(known)
    yield from press(Key.Key_Down)
    yield from press(Key.Key_Return)


def add_customer(name: str, phone: str, address: str = "") -> Acts:
    """Write down a customer."""
    yield from press(Key.Key_N, CTRL | SHIFT)
    yield from on_form("CustomerForm")
    yield from type_in(name)
    yield from tab_to("Phone")
    yield from type_in(phone)
    if address:
        yield from tab_to("Address")
        yield from type_in(address)
    yield from control(Key.Key_Return)
    yield from on_page()


def pick(name: str) -> Acts:
    """Choose from the menu that opens."""
    yield from settle(lambda: open_menu() is not None)
    passed: list[str] = []
    while not (at := _pointed_at()).startswith(name):
        if at in passed:
            raise LostError(f"no entry {name} in the menu: {passed}")
        passed.append(at)
        yield from press(Key.Key_Down)
    yield from press(Key.Key_Return)


def _pointed_at() -> str:
    menu = open_menu()
    entry = None if menu is None else menu.activeAction()
    return "" if entry is None else painted(entry.text())


def name_file(name: str) -> Acts:
    """Say where a file goes that is being saved: beside the profile."""
    yield from settle(lambda: "File name" in on_screen() or focused() == "File name:")
    yield from clear()
    yield from type_in(str(beside(name)))
    yield from press(Key.Key_Return)


def save_paper(name: str) -> Acts:
    """Save what the preview shows in a file beside the profile, and close it."""
    yield from on_form("PrintPreview")
    yield from control(Key.Key_S)
    yield from name_file(name)
    yield from see("Saved as")
    yield from press(Key.Key_Escape)
    yield from on_page()


def row(title: str) -> Acts:
    """Go to a row of Today: Tab comes to one of them, arrows go from row to row."""
    for _ in range(_MOST_STEPS):
        if type(QApplication.focusWidget()).__name__ == "RowView":
            break
        yield from press(Key.Key_Tab)
    before = ""
    while before != focused():
        before = focused()
        yield from press(Key.Key_Up)
    before = ""
    while before != focused() and not focused().startswith(title):
        before = focused()
        yield from press(Key.Key_Down)
    if not focused().startswith(title):
        raise LostError(f"no row {title}, but {focused()}")
