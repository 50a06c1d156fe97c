# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""Laws on the shape of a file: its size, its head, its name, what it may not say."""

import ast
import re
import sys
import tomllib
from collections.abc import Iterator
from pathlib import PurePosixPath

from tests.architecture.trees import (
    SOURCE,
    Tree,
    bound,
    calls,
    full_name,
    imports,
    nodes_of,
    parsed,
    uses,
)

LAW_FILE = "resources/law/uk.toml"
"""Where the figures of the law stand, each with its source and the day it was looked up."""
_LAWFUL = re.compile(r"(?i)\b(?:laws?|legal(?:ly)?|rights?)\b")

MOST_LINES = 400
MOST_FUNCTION_LINES = 50

DATA_TABLES = {
    "tests/golden/": "text written by hand, one line a sentence",
}
"""Path beginning -> why it may be longer."""

SPDX = "# SPDX-FileCopyrightText: 2026 The servicedesk authors\n# SPDX-License-Identifier: MIT\n"

VAGUE = frozenset({"utils", "util", "helpers", "helper", "common", "manager", "misc"})
NAMED_BY_DESIGN = frozenset({"tests/helpers"})

STDLIB_NOT_FOR_RULES = frozenset(
    {
        "sqlite3", "tomllib", "pathlib", "os", "io", "builtins", "codecs", "fileinput", "shutil",
        "tempfile", "glob", "mmap", "socket", "subprocess", "time", "random", "secrets", "locale",
        "importlib",
    }
)  # fmt: skip
CLOCKS = frozenset(
    f"datetime.{name}"
    for name in ("datetime.now", "datetime.utcnow", "datetime.today", "date.today")
)
RULES = SOURCE + "domain/"

HOSTS = re.compile(
    r"(?i)(?<![\w-])(?:(?:test\.)?pypi\.(?:python\.)?org|files\.pythonhosted\.org|registry\.npmjs\.org"
    r"|registry\.yarnpkg\.com|conda\.anaconda\.org|proxy\.golang\.org|static\.crates\.io"
    r"|deb\.debian\.org|archive\.ubuntu\.com|repo\.maven\.apache\.org)(?![\w-])"
    r"|--(?:extra-)?index-url[ =]\S*://"
)


def files_stay_short(tree: Tree) -> list[str]:
    """A Python file has at most 400 lines."""
    return [
        f"{path}: {count} lines"
        for path, text in tree.python
        if not path.startswith(tuple(DATA_TABLES))
        and (count := len(text.splitlines())) > MOST_LINES
    ]


def functions_stay_short(tree: Tree) -> list[str]:
    """A function has at most 50 lines."""
    found = []
    for path, module in tree.modules(""):
        for node in nodes_of(module):
            if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
                count = (node.end_lineno or node.lineno) - node.lineno + 1
                if count > MOST_FUNCTION_LINES:
                    found.append(f"{path}:{node.lineno}: {node.name} has {count} lines")
    return found


def modules_say_what_they_are_for(tree: Tree) -> list[str]:
    """Every module starts with a docstring that says what the room is for."""
    return [
        f"{path}: no docstring"
        for path, text in tree.python
        if not ast.get_docstring(parsed(text, path))
    ]


def modules_carry_their_licence(tree: Tree) -> list[str]:
    """Two SPDX lines stand atop a file (after a shebang), no more."""
    found = []
    for path, text in tree.python:
        body = text.split("\n", 1)[1] if text.startswith("#!") else text
        if not body.startswith(SPDX) or body.removeprefix(SPDX).startswith("#"):
            found.append(f"{path}: not the two SPDX lines atop")
    return found


def modules_have_telling_names(tree: Tree) -> list[str]:
    """No module is named after nothing: utils, helpers, common, manager, misc."""
    found = []
    for path, _ in tree.python:
        pure = PurePosixPath(path)
        found.extend(
            f"{path}: {part.stem} says nothing"
            for part in (pure, *pure.parents)
            if part.stem in VAGUE and str(part) not in NAMED_BY_DESIGN
        )
    return found


def rules_use_the_standard_library_alone(tree: Tree) -> list[str]:
    """Domain imports only the standard library, and nothing that reads, writes or tells time."""
    allowed = sys.stdlib_module_names - STDLIB_NOT_FOR_RULES
    found = []
    for path, module in tree.modules(RULES):
        for line, name in imports(module):
            top = name.split(".")[0]
            if top not in allowed and not name.startswith("servicedesk.domain."):
                found.append(f"{path}:{line}: imports {name}")
        found.extend(f"{path}:{line}: asks {name}" for line, name in uses(module) if name in CLOCKS)
    return found


def rules_open_nothing(tree: Tree) -> list[str]:
    """Domain never opens a file."""
    return [
        f"{path}:{node.lineno}: calls open"
        for path, module in tree.modules(RULES)
        for node in nodes_of(module)
        if isinstance(node, ast.Name) and node.id in {"open", "__import__", "__builtins__"}
    ]


def legal_figures_stay_in_the_law(tree: Tree) -> list[str]:
    """A figure of the law is handed to the rules: none stands in those that count with it.

    A constant that says it is of the law is looked at in every rule, so that none comes back
    beside the file where it has its source and its day.
    """
    facts = tomllib.loads(tree.files[LAW_FILE])["fact"]
    named = [one for fact in facts for one in fact.get("figures", {}).items()]
    # One and two stand in every rule, and are of no law there.
    figures = {number for _, number in named if number > 2}
    figures |= {number - 1 for name, number in named if name.endswith("_days")}
    return [
        f"{path}:{node.lineno}: {node.value} is a figure of {LAW_FILE}"
        for path, module in tree.modules(RULES)
        for node in _of_law(module)
        if isinstance(node, ast.Constant) and type(node.value) is int and node.value in figures
    ]


def _of_law(module: ast.Module) -> Iterator[ast.AST]:
    """All of what counts with the law; of others, constants that say they are of it."""
    if any(name.endswith(".LegalFigures") for _, name in imports(module)):
        yield from nodes_of(module)
        return
    for node, below in zip(module.body, [*module.body[1:], None], strict=True):
        if isinstance(node, ast.Assign | ast.AnnAssign) and node.value is not None:
            words = below.value if isinstance(below, ast.Expr) else None
            said = words.value if isinstance(words, ast.Constant) else ""
            if _LAWFUL.search(f"{ast.unparse(node)} {said}".replace("_", " ")):
                yield from ast.walk(node.value)


def enums_are_plain(tree: Tree) -> list[str]:
    """Enums of domain are StrEnums with written values: they are stored, and looked up in words."""
    found = []
    for path, module in tree.modules(RULES):
        known = bound(module)
        found.extend(
            f"{path}:{line}: {name}"
            for line, name in uses(module)
            if name.startswith("enum.") and name not in {"enum.StrEnum", "enum.unique"}
        )
        found.extend(
            f"{path}:{call.lineno}: an enum made by a call"
            for call in calls(module)
            if full_name(call.func, known) == "enum.StrEnum"
        )
        for node in nodes_of(module):
            if isinstance(node, ast.ClassDef):
                bases = [full_name(base, known) for base in node.bases]
                if "enum.StrEnum" in bases:
                    found.extend(f"{path}:{line}: {said}" for line, said in _not_plain(node))
    return found


def _not_plain(enum: ast.ClassDef) -> Iterator[tuple[int, str]]:
    if len(enum.bases) > 1:
        yield enum.lineno, f"{enum.name} is more than a StrEnum"
    for statement in enum.body:
        if isinstance(statement, ast.Assign | ast.AnnAssign | ast.AugAssign):
            value = statement.value
            if not (isinstance(value, ast.Constant) and isinstance(value.value, str)):
                yield statement.lineno, f"{enum.name} has a member without a written value"


def no_package_host_is_named(tree: Tree) -> list[str]:
    """No committed file names a package host: locks and texts hold everywhere."""
    return [
        f"{path}: names {hit.group(0)}"
        for path, text in tree.files.items()
        for hit in HOSTS.finditer(text)
    ]


LAWS = (
    files_stay_short,
    functions_stay_short,
    modules_say_what_they_are_for,
    modules_carry_their_licence,
    modules_have_telling_names,
    rules_use_the_standard_library_alone,
    rules_open_nothing,
    legal_figures_stay_in_the_law,
    enums_are_plain,
    no_package_host_is_named,
)
