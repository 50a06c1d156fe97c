# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""Trees of files that laws are read over: the real one, and the same with a violation planted."""

import ast
from collections.abc import Iterator, Mapping
from functools import cache, cached_property
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent.parent
SOURCE = "src/servicedesk/"
PLANTED = "tests/architecture/planted/"
"""Holds the violations themselves, so no law looks there."""

_NOT_OURS = frozenset(
    {
        ".git", ".venv", "__pycache__", ".mypy_cache", ".ruff_cache", ".pytest_cache",
        ".hypothesis", ".import_linter_cache", "build", "dist", "htmlcov", "node_modules",
    }
)  # fmt: skip
_NO_TEXT = frozenset(
    {".ttf", ".otf", ".png", ".jpg", ".jpeg", ".gif", ".ico", ".icns", ".pdf", ".db", ".sqlite"}
)


@cache
def parsed(text: str, path: str) -> ast.Module:
    """The syntax tree of a Python source; kept, because every law reads every file."""
    return ast.parse(text, path)


@cache
def nodes_of(module: ast.AST) -> tuple[ast.AST, ...]:
    """Every part of a module, however deep; kept, as ``parsed`` is."""
    return tuple(ast.walk(module))


class Tree:
    """Text files by their path under the root, with forward slashes.

    Args:
        files: path -> text.
    """

    def __init__(self, files: Mapping[str, str]) -> None:
        self.files = dict(sorted(files.items()))

    @classmethod
    def real(cls) -> "Tree":
        """Everything that is or could be committed, read from disk."""
        return cls({path: text for path, text in _read(ROOT) if not path.startswith(PLANTED)})

    def with_files(self, planted: Mapping[str, str]) -> "Tree":
        """The same tree with some files laid over it."""
        return Tree({**self.files, **planted})

    def under(self, *prefixes: str, suffix: str = "") -> Iterator[tuple[str, str]]:
        """Paths and texts that begin with one of the prefixes and end with the suffix."""
        for path, text in self.files.items():
            if path.startswith(prefixes) and path.endswith(suffix):
                yield path, text

    def modules(self, *prefixes: str) -> Iterator[tuple[str, ast.Module]]:
        """Paths and syntax trees of Python files; of our own source when no prefix is given."""
        for path, text in self.under(*(prefixes or (SOURCE,)), suffix=".py"):
            yield path, parsed(text, path)

    @cached_property
    def python(self) -> tuple[tuple[str, str], ...]:
        """Every Python file of the project with its text."""
        return tuple(self.under("", suffix=".py"))

    def write(self, folder: Path) -> Path:
        """Lay source, settings and resources down in a folder.

        Returns:
            The folder to put on the import path.
        """
        for path, text in self.under("src/", "resources/", "pyproject.toml"):
            target = folder / path
            target.parent.mkdir(parents=True, exist_ok=True)
            target.write_text(text, encoding="utf-8")
        return folder / "src"


def _read(folder: Path, prefix: str = "") -> Iterator[tuple[str, str]]:
    for entry in sorted(folder.iterdir()):
        path = prefix + entry.name
        if entry.is_dir():
            if entry.name not in _NOT_OURS and not entry.name.endswith(".egg-info"):
                yield from _read(entry, path + "/")
        elif entry.suffix.lower() not in _NO_TEXT:
            try:
                yield path, entry.read_text(encoding="utf-8")
            except UnicodeDecodeError:
                continue


def calls(module: ast.AST) -> Iterator[ast.Call]:
    """Every call in a module."""
    return (node for node in nodes_of(module) if isinstance(node, ast.Call))


def name_of(node: ast.expr) -> str:
    """The last part of a name: ``tr`` of ``tr`` and of ``self.tr``; empty for anything else."""
    if isinstance(node, ast.Name):
        return node.id
    return node.attr if isinstance(node, ast.Attribute) else ""


def imports(module: ast.AST) -> Iterator[tuple[int, str]]:
    """Line and full dotted name of everything that is imported, wherever it stands."""
    for node in nodes_of(module):
        if isinstance(node, ast.Import):
            yield from ((node.lineno, alias.name) for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            base = node.module or ""
            yield from ((node.lineno, f"{base}.{alias.name}") for alias in node.names)


def mentions(module: ast.AST, names: frozenset[str]) -> Iterator[tuple[int, str]]:
    """Line and name wherever one of the names is imported, read or called."""
    for node in nodes_of(module):
        if isinstance(node, ast.Name | ast.Attribute) and name_of(node) in names:
            yield node.lineno, name_of(node)
        elif isinstance(node, ast.ImportFrom):
            yield from ((node.lineno, a.name) for a in node.names if a.name in names)


def _bound(module: ast.AST) -> Iterator[tuple[str, str]]:
    """Name under which an import is known here, and what it is in full."""
    for node in nodes_of(module):
        if isinstance(node, ast.Import):
            for alias in node.names:
                top = alias.name.split(".")[0]
                yield (alias.asname, alias.name) if alias.asname else (top, top)
        elif isinstance(node, ast.ImportFrom):
            for alias in node.names:
                yield alias.asname or alias.name, f"{node.module or ''}.{alias.name}"


@cache
def bound(module: ast.Module) -> Mapping[str, str]:
    """What the imported names of a module stand for: ``sa`` -> ``sqlalchemy``."""
    return dict(_bound(module))


def full_name(node: ast.expr, known: Mapping[str, str]) -> str:
    """A dotted name with its first part put in full, whatever an import calls it here.

    Args:
        node: the expression; empty for anything but names and attributes of names.
        known: what ``bound`` gives.
    """
    if isinstance(node, ast.Name):
        return known.get(node.id, node.id)
    owner = full_name(node.value, known) if isinstance(node, ast.Attribute) else ""
    return f"{owner}.{node.attr}" if owner and isinstance(node, ast.Attribute) else ""


def uses(module: ast.Module) -> Iterator[tuple[int, str]]:
    """Line and full name of all that is imported, and of every use of it under any name."""
    known = bound(module)
    yield from imports(module)
    for node in nodes_of(module):
        if isinstance(node, ast.Name | ast.Attribute):
            name = full_name(node, known)
            if name and known.get(_root(node)):
                yield node.lineno, name
        elif isinstance(node, ast.Call) and name_of(node.func) in {"__import__", "import_module"}:
            said = node.args[0] if node.args else None
            if isinstance(said, ast.Constant) and isinstance(said.value, str):
                yield node.lineno, said.value


def _root(node: ast.expr) -> str:
    while isinstance(node, ast.Attribute):
        node = node.value
    return node.id if isinstance(node, ast.Name) else ""


def is_under(name: str, *modules: str) -> bool:
    """Whether a full name is one of the modules or lies in it."""
    return any(name == module or name.startswith(module + ".") for module in modules)
