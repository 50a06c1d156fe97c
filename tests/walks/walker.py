# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""Walks through every screen of the pretend shop and notes each fault that an audit finds.

Run in a process of its own, because a screen and how fine it is are chosen before Qt starts:
``python -m tests.walks.walker WALK TOLD [FACTOR]``. It writes, for each dress and each screen, the
list of what was found there.
"""

import json
import os
import sys
import tempfile
import traceback
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtWidgets import QApplication, QWidget

from tests.helpers import audits
from tests.shots.screens import Screen, every_screen
from tests.shots.stand import HEIGHT, WIDTH, Stand, stand
from tests.walks.past_bar import astray_at_bar
from tests.walks.sharp import blurred

TALL = 2200
"""Pixels in which nearly every page stands whole, so that none of its words is scrolled away."""

MESSAGE = "Saved. This line stands here while the next page is looked at."

_SCREEN = Path(__file__).parents[1] / "shots" / "screen.json"

Audit = Callable[[QWidget], list[str]]
Found = dict[str, dict[str, list[str]]]


@dataclass(frozen=True)
class Dress:
    """How the program is dressed while everything is walked through once.

    Args:
        scheme: of the colours.
        percent: size of text.
        audits: what is looked for.
        height: of the window, in pixels; its width is that of the small screen.
        beginnings: of the names of the screens that are wanted; none for all.
    """

    scheme: str
    percent: int
    audits: tuple[Audit, ...]
    height: int = HEIGHT
    beginnings: tuple[str, ...] = ("",)

    @property
    def name(self) -> str:
        """Such as light-100."""
        return f"{self.scheme}-{self.percent}"


def _large_enough(percent: int) -> Audit:
    def too_small(widget: QWidget) -> list[str]:
        return audits.too_small(widget, percent)

    return too_small


FEW = (
    "today",
    "charter-write-05",
    "charter-write-01",
    "settings-business",
    "settings-hours",
    "dialog-print-poster",
)

WALKS = {
    "light": (Dress("light", 100, (audits.findings, _large_enough(100))),),
    "large": (Dress("light", 200, (audits.findings, _large_enough(200))),),
    "dark": (Dress("dark", 100, (audits.low_contrast,), TALL),),
    "contrast": (Dress("high_contrast", 100, (audits.low_contrast,), TALL),),
    "fine": (Dress("light", 100, (audits.clipped, audits.outside, blurred), beginnings=FEW),),
}


def fine_screen(factor: float, folder: Path) -> None:
    """Draw in memory, on a small screen with so many dots to each pixel; before Qt is started."""
    described = json.loads(_SCREEN.read_text(encoding="utf-8"))
    for screen in described["screens"]:
        for side in ("width", "height"):
            screen[side] = round(screen[side] * factor)
    path = folder / "screen.json"
    path.write_text(json.dumps(described), encoding="utf-8")
    os.environ["QT_QPA_PLATFORM"] = f"offscreen:configfile={path}"
    os.environ["QT_SCALE_FACTOR"] = str(factor)


def walk(here: Stand, dress: Dress, bugs: list[str]) -> dict[str, list[str]]:
    """See every screen in one dress.

    Args:
        here: where the screens are.
        dress: worn.
        bugs: gets what goes wrong in the program meanwhile.

    Returns:
        For each screen what was found; nothing is an empty list.
    """
    here.theme.set_scheme(dress.scheme)
    here.theme.set_percent(dress.percent)
    here.window.resize(WIDTH, dress.height)
    return {
        screen.name: _seen(here, screen, dress, bugs)
        for screen in every_screen(here)
        if screen.name.startswith(dress.beginnings)
    }


def _seen(here: Stand, screen: Screen, dress: Dress, bugs: list[str]) -> list[str]:
    found: list[str] = []

    def take(widget: QWidget) -> None:
        for audit in dress.audits:
            found.extend(audit(widget))
        if widget is here.window and here.window.undo_bar.sentence:
            found.extend(astray_at_bar(here.window))

    here.bench.bar.say(MESSAGE, can_undo=True)  # an earlier screen has just had its say
    try:
        screen.show(here, take)
    except LookupError as fault:
        found.append(str(fault))
    found.extend(bugs)
    bugs.clear()
    return found


def main(name: str, told: Path, factor: float = 1.0) -> None:
    """Do one of the walks, and write what was found into a file."""
    bugs: list[str] = []
    sys.excepthook = lambda *fault: bugs.append("".join(traceback.format_exception(*fault)))
    with tempfile.TemporaryDirectory() as folder:
        fine_screen(factor, Path(folder))
        application = QApplication(["servicedesk"])
        with stand(Path(folder), application) as here:
            found: Found = {}
            for dress in WALKS[name]:
                found[dress.name] = walk(here, dress, bugs)
    told.write_text(json.dumps(found), encoding="utf-8")


if __name__ == "__main__":
    main(sys.argv[1], Path(sys.argv[2]), *map(float, sys.argv[3:]))
