# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""How the copies in the second folder begin, remembered for when it is not plugged in.

The first bytes of a file tell whether it has a password, and whether it is the same as another
file's; never the password. While a copy is away, its twin in the first folder tells how it begins,
until that one is given another password: then only what was seen before does.
"""

import json
from contextlib import suppress
from pathlib import Path

from servicedesk.domain.errors import Trouble
from servicedesk.services.backup_shelf import every_copy
from servicedesk.services.surroundings import Surroundings
from servicedesk.store.keys import MAGIC, SALT_BYTES
from servicedesk.system.files import read_whole, write_whole

SEEN = "second copies.json"
"""Beside the first backups."""

PLAIN = MAGIC.hex()
"""How a copy without a password begins."""

_MOST = 1 << 20


def begin_of(path: Path) -> str:
    """The first bytes of a file in hexadecimal digits; "" where it cannot be read."""
    try:
        with path.open("rb") as file:
            return file.read(SALT_BYTES).hex()
    except OSError:
        return ""


def read_seen(folder: Path) -> dict[str, str]:
    """How the second copies began when they were last seen, by path.

    Args:
        folder: of the first backups.
    """
    try:
        told = json.loads(read_whole(folder / SEEN, _MOST))
        return {str(path): str(begins) for path, begins in told.items()}
    except (Trouble, ValueError, AttributeError):
        return {}


def note_seen(around: Surroundings) -> None:
    """Remember how the second copies begin, before and after backups are given another password."""
    known, told = read_seen(around.backups), {}
    for copy in every_copy(around):
        path = Path(copy.card.path)
        if path.parent != around.backups:
            twin = begin_of(around.backups / path.name)
            begins = (known.get(str(path)) or twin) if copy.is_away else begin_of(path)
            told[str(path)] = begins
    if told != known:
        with suppress(Trouble):  # it is counted too high then, never too low
            write_whole(around.backups / SEEN, json.dumps(told, indent=1).encode())
