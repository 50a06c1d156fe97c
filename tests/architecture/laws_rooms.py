# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""Laws on who may do what: which room catches, writes, prints, asks the time, shows a box."""

import ast
import re
from collections.abc import Iterable

from tests.architecture.trees import (
    SOURCE,
    Tree,
    calls,
    imports,
    is_under,
    mentions,
    name_of,
    uses,
)

GPL_ONLY = frozenset(
    f"PySide6.{name}"
    for name in ("QtCharts", "QtGraphs", "QtDataVisualization", "QtHttpServer", "QtNetworkAuth")
)
NETWORK = (
    *("socket", "socketserver", "ssl", "http", "urllib.request", "urllib3", "requests", "httpx"),
    *("aiohttp", "ftplib", "smtplib", "poplib", "imaplib", "telnetlib", "xmlrpc", "webbrowser"),
    *("asyncio.open_connection", "asyncio.start_server"),
    *("PySide6.QtNetwork", "PySide6.QtWebSockets", "PySide6.QtWebEngineCore"),
    *("PySide6.QtWebEngineWidgets", "PySide6.QtNetworkAuth", "PySide6.QtHttpServer"),
)
STAYS_HERE = {
    SOURCE + "app/one_program.py": (
        "PySide6.QtNetwork.QLocalServer",
        "PySide6.QtNetwork.QLocalSocket",
    ),
    SOURCE + "app/desk_window.py": ("socket.socketpair",),
}
"""File -> what it may use of a network's modules: the local pipe, and the ear for signals."""
CATCHES_ALL = frozenset({SOURCE + "app/crash.py", SOURCE + "ui/core/tasks.py"})
SHOWS_BOXES = frozenset({SOURCE + "ui/core/messages.py"})
RUNS_THREADS = frozenset({SOURCE + "ui/core/tasks.py"})
TELLS_TIME = frozenset({SOURCE + "system/clock.py", SOURCE + "app/bootstrap.py"})
HAS_COLUMN_TYPES = frozenset({SOURCE + "store/types.py"})
DECLARES_TABLES = frozenset({SOURCE + "store/records.py"})
MIGRATIONS = SOURCE + "store/migrations/"
WRITES_ROWS = frozenset({SOURCE + "services/journal.py"})

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
_WRITING_SQL = re.compile(
    r"\s*(?:INSERT\s+(?:OR\s+\w+\s+)?INTO|REPLACE\s+INTO|UPDATE\s+\S+\s+SET|DELETE\s+FROM)\s"
)


def _only_in(tree: Tree, names: Iterable[str], rooms: frozenset[str]) -> list[str]:
    wanted = frozenset(names)
    return [
        f"{path}:{line}: {name}"
        for path, module in tree.modules()
        if path not in rooms
        for line, name in mentions(module, wanted)
    ]


def boxes_only_in_messages(tree: Tree) -> list[str]:
    """QMessageBox only in ui/core/messages.py, where the three doors are."""
    return _only_in(tree, {"QMessageBox"}, SHOWS_BOXES)


def threads_only_in_tasks(tree: Tree) -> list[str]:
    """QThreadPool only in ui/core/tasks.py."""
    return _only_in(tree, {"QThreadPool", "QThread"}, RUNS_THREADS)


def one_place_knows_the_real_clock(tree: Tree) -> list[str]:
    """SystemClock is made in bootstrap; everybody else is handed a Clock."""
    return _only_in(tree, {"SystemClock"}, TELLS_TIME)


def no_gpl_only_qt(tree: Tree) -> list[str]:
    """No Qt module that comes under the GPL alone."""
    return [
        f"{path}:{line}: imports {name}"
        for path, module in tree.modules(SOURCE, "tests/", "start.py", "packaging/")
        for line, name in imports(module)
        if any(name == banned or name.startswith(banned + ".") for banned in GPL_ONLY)
    ]


def nothing_speaks_to_a_network(tree: Tree) -> list[str]:
    """No module that reaches another computer; the two files that speak within this one may."""
    found = []
    for path, module in tree.modules(SOURCE, "start.py"):
        local = STAYS_HERE.get(path, ())
        modules_of_it = {name.rpartition(".")[0] for name in local}
        found.extend(
            f"{path}:{line}: {name}"
            for line, name in uses(module)
            if is_under(name, *NETWORK) and name not in modules_of_it and not is_under(name, *local)
        )
    return found


def _catches_all(handler: ast.ExceptHandler) -> bool:
    if handler.type is None:
        return True
    kinds = handler.type.elts if isinstance(handler.type, ast.Tuple) else [handler.type]
    caught = {name_of(kind) for kind in kinds}
    if "Exception" in caught:
        return True
    last = handler.body[-1]
    passes_on = isinstance(last, ast.Raise) and last.exc is None
    return "BaseException" in caught and not passes_on


def bugs_are_not_swallowed(tree: Tree) -> list[str]:
    """``except Exception`` only where crashes and background jobs end.

    ``except BaseException`` that tidies up and raises on is no such thing.
    """
    return [
        f"{path}:{node.lineno}: catches everything"
        for path, module in tree.modules()
        if path not in CATCHES_ALL
        for node in ast.walk(module)
        if isinstance(node, ast.ExceptHandler) and _catches_all(node)
    ]


def _sqlalchemy_names(module: ast.Module) -> frozenset[str]:
    return frozenset(
        alias.asname or alias.name
        for node in ast.walk(module)
        if isinstance(node, ast.ImportFrom) and (node.module or "").startswith("sqlalchemy")
        for alias in node.names
    )


def _bare(base: ast.expr) -> ast.expr:
    return base.value if isinstance(base, ast.Subscript) else base


def column_types_stand_in_one_place(tree: Tree) -> list[str]:
    """No column type outside store/types.py: STRICT tables refuse most of SQLAlchemy's."""
    found = []
    for path, module in tree.modules():
        if path in HAS_COLUMN_TYPES:
            continue
        for line, name in imports(module):
            if name.startswith("sqlalchemy.") and name.rpartition(".")[2] in COLUMN_TYPES:
                found.append(f"{path}:{line}: imports {name}")
        found.extend(
            f"{path}:{node.lineno}: {node.name} is a type of its own"
            for node in ast.walk(module)
            if isinstance(node, ast.ClassDef)
            and MAKES_TYPES & {name_of(_bare(base)) for base in node.bases}
        )
        found.extend(
            f"{path}:{node.lineno}: {node.attr}"
            for node in ast.walk(module)
            if isinstance(node, ast.Attribute)
            and node.attr in COLUMN_TYPES
            and name_of(node.value) in {"sa", "sqlalchemy", "types", "sqltypes"}
        )
    return found


def tables_say_what_they_hold(tree: Tree) -> list[str]:
    """Every table has its RecordInfo: none is made but by the catalogue, which asks for it."""
    found = []
    for path, module in tree.modules():
        if path in DECLARES_TABLES:
            continue
        ours = _sqlalchemy_names(module)
        for call in calls(module):
            name = name_of(call.func)
            if name == "Table" and ("Table" in ours or isinstance(call.func, ast.Attribute)):
                found.append(f"{path}:{call.lineno}: makes a Table without a RecordInfo")
            if name == "declare" and not any(k.arg == "record" for k in call.keywords):
                found.append(f"{path}:{call.lineno}: declares a table without its record")
    return found


def _is_statement(call: ast.Call) -> bool:
    """``table.insert()``, with or without ``.values(...)`` and ``.where(...)`` behind it."""
    inner = call.func.value if isinstance(call.func, ast.Attribute) else None
    chained = isinstance(inner, ast.Call) and name_of(call.func) in {"values", "where", "returning"}
    return chained and isinstance(inner, ast.Call) and name_of(inner.func) in WRITERS


def rows_change_through_the_journal(tree: Tree) -> list[str]:
    """No code but the journal issues INSERT, UPDATE or DELETE; migrations have their own door."""
    found = []
    for path, module in tree.modules():
        if path in WRITES_ROWS or path.startswith(MIGRATIONS):
            continue
        ours = _sqlalchemy_names(module) & WRITERS
        found.extend(f"{path}: imports {name} from sqlalchemy" for name in sorted(ours))
        for node in ast.walk(module):
            if isinstance(node, ast.Constant) and isinstance(node.value, str):
                if _WRITING_SQL.match(node.value):
                    found.append(f"{path}:{node.lineno}: writes with {node.value.strip()[:30]!r}")
            elif isinstance(node, ast.Call) and _is_statement(node):
                found.append(f"{path}:{node.lineno}: builds a writing statement")
    return found


def one_place_makes_paragraphs(tree: Tree) -> list[str]:
    """ReportLab's Paragraph reads markup, so one module escapes and makes all of them."""
    makers = []
    for path, module in tree.modules():
        taken = {name for _, name in imports(module)}
        from_reportlab = any(
            name.startswith("reportlab.") and name.endswith(".Paragraph") for name in taken
        )
        through_module = any(
            isinstance(call.func, ast.Attribute)
            and call.func.attr == "Paragraph"
            and name_of(call.func.value) in {"platypus", "paragraph"}
            for call in calls(module)
        )
        if from_reportlab or through_module:
            makers.append(path)
    return [f"{path}: makes Paragraphs too" for path in makers] if len(makers) > 1 else []


LAWS = (
    boxes_only_in_messages,
    threads_only_in_tasks,
    one_place_knows_the_real_clock,
    no_gpl_only_qt,
    nothing_speaks_to_a_network,
    bugs_are_not_swallowed,
    column_types_stand_in_one_place,
    tables_say_what_they_hold,
    rows_change_through_the_journal,
    one_place_makes_paragraphs,
)
