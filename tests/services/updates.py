# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""Files of updates, made from what comes with the program and changed where a test wants it."""

from collections.abc import Mapping
from datetime import date
from pathlib import Path

import tomli_w

from servicedesk.content.brought import NAMES
from servicedesk.system.resources import resources_folder

MADE_ON = date(2026, 11, 20)


def own_files() -> dict[str, str]:
    """What comes with the program, by name."""
    return {name: (resources_folder() / name).read_text("utf-8") for name in NAMES}


def update_file(
    folder: Path,
    files: Mapping[str, object],
    *,
    made_on: object = MADE_ON,
    made_as: object = 1,
    says: object = "New figures.",
) -> Path:
    """A file of updates in a folder."""
    head = {"format": made_as, "made_on": made_on, "says": says}
    path = folder / "new.servicedesk-update"
    path.write_bytes(tomli_w.dumps({"servicedesk_update": head, "files": files}).encode())
    return path
