# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""Laws on the tests themselves: journeys use the keyboard, every migration has its step test."""

import re
from pathlib import PurePosixPath

from tests.architecture.trees import SOURCE, Tree, calls, mentions, name_of

JOURNEYS = "tests/journeys/"
REVISIONS = SOURCE + "store/migrations/versions/"
STEP_TESTS = "tests/migrations/"

_MOUSE = re.compile(r"^mouse[A-Z]\w*$|^QMouseEvent$|^QWheelEvent$|^QTabletEvent$")
_HAND_OVER = re.compile(
    r"^set[A-Z]\w*$|^setattr$|^(?:click|animateClick|toggle|trigger|selectAll|setdefault)$"
)


def journeys_use_the_keyboard(tree: Tree) -> list[str]:
    """A journey is a user's day: no mouse event, and nothing set behind the screen's back."""
    found = []
    for path, module in tree.modules(JOURNEYS):
        for call in calls(module):
            name = name_of(call.func)
            if _MOUSE.match(name) or _HAND_OVER.match(name):
                found.append(f"{path}:{call.lineno}: calls {name}")
        names = frozenset({"QMouseEvent", "QWheelEvent", "QTabletEvent"})
        found.extend(f"{path}:{line}: uses {name}" for line, name in mentions(module, names))
    return found


def migrations_have_step_tests(tree: Tree) -> list[str]:
    """Every revision of the file is named by a test in tests/migrations."""
    tests = "\n".join(text for _, text in tree.under(STEP_TESTS, suffix=".py"))
    return [
        f"{path}: no test in {STEP_TESTS} names it"
        for path, _ in tree.under(REVISIONS, suffix=".py")
        if (stem := PurePosixPath(path).stem) != "__init__"
        and not re.search(rf"(?<!\w){re.escape(stem)}(?!\w)", tests)
    ]


LAWS = (journeys_use_the_keyboard, migrations_have_step_tests)
