# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""Laws on the tests themselves: journeys use the keyboard, every migration has its step test."""

import ast
import re
from collections.abc import Iterator
from pathlib import PurePosixPath

from tests.architecture.trees import SOURCE, Tree, calls, mentions, name_of, nodes_of

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


def _names_in_code(module: ast.Module) -> Iterator[str]:
    """Every name and literal of a module; prose, which is a text that stands alone, is none."""
    prose = {id(node.value) for node in nodes_of(module) if isinstance(node, ast.Expr)}
    for node in nodes_of(module):
        if isinstance(node, ast.Constant) and isinstance(node.value, str):
            if id(node) not in prose:
                yield node.value
        elif isinstance(node, ast.Name | ast.Attribute):
            yield name_of(node)
        elif isinstance(node, ast.alias):
            yield from node.name.split(".")
        elif isinstance(node, ast.FunctionDef):
            yield node.name


def migrations_have_step_tests(tree: Tree) -> list[str]:
    """Every revision of the file is named by the code of a test in tests/migrations."""
    named = {name for _, module in tree.modules(STEP_TESTS) for name in _names_in_code(module)}
    return [
        f"{path}: no test in {STEP_TESTS} names it"
        for path, _ in tree.under(REVISIONS, suffix=".py")
        if (stem := PurePosixPath(path).stem) != "__init__" and stem not in named
    ]


LAWS = (journeys_use_the_keyboard, migrations_have_step_tests)
