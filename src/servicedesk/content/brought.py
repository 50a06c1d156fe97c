# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""Data files that were brought after the program was made, and take the place of its own.

Which ones are in use is known to the whole process, as what comes with the program is: legal
facts and bank holidays are read in many places and kept once read. Each file of updates lies in
a folder of its own, so that what was read from another one is never taken for it.
"""

from pathlib import Path

CURRENT = "current"
"""Names, inside the folder of all updates, the one that is in use."""

LAW = "law/uk.toml"
HOLIDAYS = ("holidays/eng.toml", "holidays/nir.toml", "holidays/sct.toml")
NAMES = (LAW, *HOLIDAYS)
"""The data files that an update may bring."""

_IN_USE: dict[str, Path] = {}


def use(folder: Path) -> None:
    """Use what lies in a folder of updates from now on; where nothing does, the program's own.

    Args:
        folder: of all updates of this person; need not be there.
    """
    _IN_USE.clear()
    chosen = chosen_in(folder)
    if chosen is not None:
        there = {name: chosen / name for name in NAMES}
        _IN_USE.update((name, path) for name, path in there.items() if path.is_file())


def chosen_in(folder: Path) -> Path | None:
    """The folder of the update in use; None while there is none.

    Args:
        folder: of all updates.
    """
    try:
        name = (folder / CURRENT).read_text("utf-8").strip()
    except (OSError, ValueError):
        return None
    return folder / name if name.isalnum() else None  # a name, never a way out of the folder


def path_of(resources: Path, name: str) -> Path:
    """Where a data file is read from.

    Args:
        resources: the folder of the program's data files.
        name: inside it, such as "law/uk.toml".
    """
    return _IN_USE.get(name, resources / name)
