# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""The law on starting: what is heavy waits until it is needed, measured in a process of its own."""

import json
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

from tests.architecture.trees import ROOT, Tree
from tests.helpers.children import plain_environment
from tests.store.files import empty_file

_LOOK = """
import json, sys
from pathlib import Path

def loaded():
    ours = {name for name in sys.modules if name.startswith("servicedesk.")}
    return sorted(ours | {name.split(".")[0] for name in sys.modules})

from servicedesk.app.main import console
console(["--version"])
found = {"version": loaded()}

from servicedesk.app import starting

class Watched(starting.Desk):
    def open_file(self):
        found["painted"] = loaded()
        super().open_file()
        found["opened"] = loaded()
        found["shown"] = self.window.here.room if self.window.here else str(self.trouble)
        self.end_now()

starting.Desk = Watched
starting.run(Path(sys.argv[1]))
print(json.dumps(found))
"""

_PAPER = {"reportlab", "pypdfium2", "PIL", "svglib"}
_STRANGERS = {
    *("vobject", "icalendar", "dateutil", "python_calamine", "phonenumbers", "rapidfuzz"),
    *("markdown_it", "servicedesk.content.lists_in", "servicedesk.services.exchange"),
}
"""What reads lists, cards, calendars and letters of others: at their first use."""

_STORAGE = {"sqlalchemy", "sqlcipher3", "alembic"}
_RULES = {
    f"servicedesk.{name}"
    for name in (
        "content.guides",
        "content.sectors",
        "documents",
        "domain.blocks",
        "domain.guides",
        "domain.printing",
        "domain.standards",
        "domain.wording",
        "ui.charter.page",
        "ui.charter.wizard",
        "ui.guide",
        "ui.printing",
    )
}
"""Of writing and printing charters; Today shows nothing that needs them."""

_FILES = {"servicedesk.domain.complaints_file"}
"""Of one complaint with all that hangs on it: Today names none of its parts."""

_TABLES = {
    f"servicedesk.store.{name}"
    for name in ("attachments", "charters", "contacts", "customers", "letters", "own_fields")
} | {f"servicedesk.store.{name}" for name in ("promises", "record_files", "support")}
"""Today reads none of these through what declares them; the catalogue brings them in."""

_STYLE = "servicedesk.ui.core.style"
_FIRST_PAGE = {_STYLE, *(f"servicedesk.{name}" for name in ("content", "services", "ui.today"))}
WAITS = {
    "version": {"PySide6"} | _PAPER | _STORAGE | _STRANGERS,
    "painted": _PAPER | _STORAGE | _RULES | _FIRST_PAGE | _STRANGERS,
    "opened": _PAPER | _RULES | _STRANGERS | _TABLES | _FILES | {"alembic", _STYLE},
}
"""Moment of a start -> what has not been brought in by then."""


def the_start_is_light(tree: Tree) -> list[str]:
    """``--version`` needs no Qt, the first paint no storage, an up-to-date file no alembic."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        source = tree.write(folder)
        shutil.copytree(
            ROOT / "resources" / "fonts", folder / "resources/fonts", dirs_exist_ok=True
        )
        profile = folder / "profile"
        profile.mkdir()
        profile.joinpath("servicedesk.db").write_bytes(empty_file())
        ended = subprocess.run(
            [sys.executable, "-c", _LOOK, str(profile)],
            capture_output=True,
            text=True,
            check=False,
            env=plain_environment(source),
        )
    if ended.returncode != 0:
        return [f"the start failed: {ended.stderr.strip().splitlines()[-1]}"]
    found = json.loads(ended.stdout.splitlines()[-1])
    lines = [
        f"{moment}: {module} is there already"
        for moment, waits in WAITS.items()
        for module in found[moment]
        if module in waits
    ]
    return lines if found["shown"] == "today" else [*lines, f"shows {found['shown']}"]


LAWS = (the_start_is_light,)
