# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""Laws on what is kept and printed: tables, column types, who writes rows, who makes paragraphs."""

import ast
import re
from collections.abc import Iterator

from tests.architecture.trees import (
    SOURCE,
    Tree,
    bound,
    calls,
    full_name,
    is_under,
    mentions,
    name_of,
    nodes_of,
    uses,
)

HAS_COLUMN_TYPES = frozenset({SOURCE + "store/types.py"})
DECLARES_TABLES = frozenset({SOURCE + "store/records.py"})
MIGRATIONS = SOURCE + "store/migrations/"
WRITES_ROWS = frozenset(
    {
        SOURCE + "services/journal.py",
        SOURCE + "store/search_index.py",
        SOURCE + "store/forgetting_writing.py",  # what it takes out must be in no history
        SOURCE + "store/forgetting_rewording.py",  # the same, in records of others
    }
)
SCREENS = SOURCE + "ui/"
COMPARES_SCHEMAS = frozenset({"tests/migrations/test_drift.py"})

COLUMN_TYPES = frozenset(
    {
        "String", "Text", "Unicode", "UnicodeText", "Integer", "SmallInteger", "BigInteger",
        "Numeric", "DECIMAL", "Float", "Double", "REAL", "Boolean", "Date", "DateTime", "Time",
        "Interval", "Enum", "JSON", "LargeBinary", "BLOB", "PickleType", "Uuid", "VARCHAR", "CHAR",
        "INTEGER", "TEXT", "NullType",
    }
)  # fmt: skip
MAKES_TYPES = frozenset({"TypeDecorator", "UserDefinedType", "TypeEngine"})
WRITERS = frozenset({"insert", "update", "delete"})
_WRITING = r"(?:INSERT\s+(?:OR\s+\w+\s+)?INTO|REPLACE\s+INTO|UPDATE\s+\S+\s+SET|DELETE\s+FROM)\s"
_SHOUTED = re.compile(rf"\b{_WRITING}")
_BEGUN = re.compile(rf"\s*{_WRITING}", re.IGNORECASE)


def _bare(base: ast.expr) -> ast.expr:
    return base.value if isinstance(base, ast.Subscript) else base


def _last(name: str) -> str:
    return name.rpartition(".")[2]


def column_types_stand_in_one_place(tree: Tree) -> list[str]:
    """No column type outside store/types.py: STRICT tables refuse most of SQLAlchemy's."""
    found = []
    for path, module in tree.modules():
        if path in HAS_COLUMN_TYPES:
            continue
        found.extend(
            f"{path}:{line}: {name}"
            for line, name in uses(module)
            if is_under(name, "sqlalchemy") and _last(name) in COLUMN_TYPES
        )
        found.extend(
            f"{path}:{node.lineno}: {node.name} is a type of its own"
            for node in nodes_of(module)
            if isinstance(node, ast.ClassDef)
            and MAKES_TYPES & {_last(full_name(_bare(base), bound(module))) for base in node.bases}
        )
    return found


def tables_say_what_they_hold(tree: Tree) -> list[str]:
    """Every table has its RecordInfo: none is made but by the catalogue, which asks for it."""
    found = []
    for path, module in tree.modules():
        if path in DECLARES_TABLES:
            continue
        for call in calls(module):
            name = full_name(call.func, bound(module))
            if is_under(name, "sqlalchemy") and _last(name) == "Table":
                found.append(f"{path}:{call.lineno}: makes a Table without a RecordInfo")
            is_declaring = name_of(call.func) == "declare"
            if is_declaring and not any(k.arg == "record" for k in call.keywords):
                found.append(f"{path}:{call.lineno}: declares a table without its record")
    return found


def files_are_made_by_migrations(tree: Tree) -> list[str]:
    """Nothing makes or drops all tables at once but the test that compares the two schemas."""
    return [
        f"{path}:{line}: {name}"
        for path, module in tree.modules("")
        if path not in COMPARES_SCHEMAS
        for line, name in mentions(module, frozenset({"create_all", "drop_all"}))
    ]


def _is_statement(call: ast.Call) -> bool:
    """``table.insert()``, or ``insert(table).values(...)`` under whatever name it came in.

    Nothing else has such a method without arguments, but for the widgets of Qt.
    """
    if isinstance(call.func, ast.Attribute) and call.func.attr in WRITERS:
        return not call.args and not call.keywords
    inner = call.func.value if isinstance(call.func, ast.Attribute) else None
    chained = isinstance(inner, ast.Call) and name_of(call.func) in {"values", "where", "returning"}
    return chained and isinstance(inner, ast.Call) and name_of(inner.func) in WRITERS


def _texts(module: ast.Module) -> Iterator[tuple[int, str]]:
    """Line and text of every literal; what an f-string puts in reads as one word."""
    for node in nodes_of(module):
        if isinstance(node, ast.Constant) and isinstance(node.value, str):
            yield node.lineno, node.value
        elif isinstance(node, ast.JoinedStr):
            parts = (
                str(part.value) if isinstance(part, ast.Constant) else "it" for part in node.values
            )
            yield node.lineno, "".join(parts) + " "


def rows_change_through_the_journal(tree: Tree) -> list[str]:
    """No code but the journal issues INSERT, UPDATE or DELETE.

    Migrations have their own door, and so has the index of the search, which is no record.
    """
    found = []
    for path, module in tree.modules():
        if path in WRITES_ROWS or path.startswith(MIGRATIONS):
            continue
        found.extend(
            f"{path}:{line}: {name}"
            for line, name in uses(module)
            if is_under(name, "sqlalchemy") and _last(name).lower() in WRITERS
        )
        found.extend(
            f"{path}:{line}: writes with {text.strip()[:30]!r}"
            for line, text in _texts(module)
            if _BEGUN.match(text) or _SHOUTED.search(text)
        )
        found.extend(
            f"{path}:{call.lineno}: builds a writing statement"
            for call in calls(module)
            if not path.startswith(SCREENS) and _is_statement(call)
        )
    return found


def one_place_makes_paragraphs(tree: Tree) -> list[str]:
    """ReportLab's Paragraph reads markup, so one module escapes and makes all of them."""
    makers = [
        path
        for path, module in tree.modules()
        if any(
            is_under(name, "reportlab") and _last(name) == "Paragraph" for _, name in uses(module)
        )
    ]
    return [f"{path}: makes Paragraphs too" for path in makers] if len(makers) > 1 else []


LAWS = (
    column_types_stand_in_one_place,
    tables_say_what_they_hold,
    files_are_made_by_migrations,
    rows_change_through_the_journal,
    one_place_makes_paragraphs,
)
