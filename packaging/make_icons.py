# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""Copies the icons that the program uses out of Lucide, with their licence.

Run by hand when an icon is added or the upstream version changes; the result is committed::

    npm pack lucide-static
    python packaging/make_icons.py --source lucide-static-1.62.0.tgz --target resources/icons

Only the icons named here are copied, each as it is but on one line.
"""

import argparse
import tarfile
from pathlib import Path

NAMES = (
    "archive", "badge-check", "calendar", "calendar-off", "calendar-plus", "chart-column", "check",
    "chevron-left", "chevron-right", "circle-help", "clock", "copy", "handshake",
    "hard-drive", "info", "life-buoy", "list-plus", "message-square-heart",
    "message-square-warning", "palette", "play", "plus", "scroll-text", "search", "settings",
    "shield-check", "sprout", "store", "sun", "trash-2", "triangle-alert", "user", "users",
)  # fmt: skip
"""Lucide's own names; a law asks that a screen shows each of them."""


def main() -> None:
    """Read the package and the folder from the command line and copy every icon."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--source", type=Path, required=True, help="the package, as npm packs it")
    parser.add_argument("--target", type=Path, default=Path("resources/icons"))
    places = parser.parse_args()
    places.target.mkdir(parents=True, exist_ok=True)
    with tarfile.open(places.source) as package:
        for name in NAMES:
            drawing = _read(package, f"package/icons/{name}.svg")
            on_one_line = " ".join(drawing.decode().split()).replace("> <", ">\n<")
            (places.target / f"{name}.svg").write_text(on_one_line + "\n", encoding="utf-8")
        (places.target / "LICENSE.txt").write_bytes(_read(package, "package/LICENSE"))
    print(f"{len(NAMES)} icons")


def _read(package: tarfile.TarFile, name: str) -> bytes:
    found = package.extractfile(name)
    if found is None:
        raise FileNotFoundError(name)
    return found.read()


if __name__ == "__main__":
    main()
