# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""Takes a picture of every screen, in light and dark, at 100 % and 200 %, with the pretend shop."""

import sys
import tempfile
from pathlib import Path

from PySide6.QtWidgets import QApplication, QWidget

from tests.shots.screens import Screen, every_screen
from tests.shots.stand import HEIGHT, WIDTH, Stand, small_screen, stand

DRESSES = tuple((scheme, percent) for scheme in ("light", "dark") for percent in (100, 200))


def main(target: Path, wanted: str = "") -> int:
    """Write every picture into a folder, as ``light-100/today.png``.

    Args:
        target: the folder.
        wanted: the beginning of the names of those that are wanted; "" for all.

    Returns:
        0, or 1 when a picture did not come to be.
    """
    small_screen()
    application = QApplication(["servicedesk"])
    missing: list[str] = []
    with tempfile.TemporaryDirectory() as folder, stand(Path(folder), application) as here:
        for scheme, percent in DRESSES:
            here.theme.set_scheme(scheme)
            here.theme.set_percent(percent)
            here.window.resize(WIDTH, HEIGHT)
            place = target / f"{scheme}-{percent}"
            place.mkdir(parents=True, exist_ok=True)
            for screen in every_screen(here):
                if screen.name.startswith(wanted):
                    missing += _take(here, screen, place)
    for line in missing:
        print(line)
    return 1 if missing else 0


def _take(here: Stand, screen: Screen, place: Path) -> list[str]:
    """Take one picture; what kept it from being taken."""

    def take(widget: QWidget) -> None:
        widget.grab().save(str(place / f"{screen.name}.png"))

    try:
        screen.show(here, take)
    except LookupError as fault:
        return [f"{place.name}: {fault}"]
    return []


if __name__ == "__main__":
    if len(sys.argv) not in (2, 3):
        sys.exit("one folder is needed: python -m tests.shots DIR [beginning of a name]")
    sys.exit(main(Path(sys.argv[1]), *sys.argv[2:]))
