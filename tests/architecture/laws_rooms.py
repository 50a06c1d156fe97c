# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""Laws on who may do what: which room catches, writes, prints, asks the time, shows a box."""

import ast
from collections.abc import Iterable, Iterator, Mapping

from tests.architecture.trees import (
    SOURCE,
    Tree,
    bound,
    full_name,
    imports,
    is_under,
    mentions,
    name_of,
    nodes_of,
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
    SOURCE + "app/signals.py": ("socket.socketpair",),
}
"""File -> what it may use of a network's modules: the local pipe, and the ear for signals."""
CATCHES_ALL = frozenset({SOURCE + "app/crash.py", SOURCE + "ui/core/tasks.py"})
SHOWS_BOXES = frozenset({SOURCE + "ui/core/messages.py"})
RUNS_THREADS = frozenset({SOURCE + "ui/core/tasks.py"})
TELLS_TIME = frozenset({SOURCE + "system/clock.py", SOURCE + "app/bootstrap.py"})


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


def _suppresses_all(call: ast.Call, known: Mapping[str, str]) -> bool:
    every = {"Exception", "BaseException"}
    is_suppress = full_name(call.func, known).rpartition(".")[2] == "suppress"
    return is_suppress and any(
        name_of(kind) in every for given in call.args for kind in _parts(given)
    )


def _parts(node: ast.expr) -> Iterator[ast.expr]:
    """The kinds that are named, alone or in a tuple."""
    return (part for part in ast.walk(node) if isinstance(part, ast.Name | ast.Attribute))


def bugs_are_not_swallowed(tree: Tree) -> list[str]:
    """``except Exception``, or its like, only where crashes and background jobs end.

    ``except BaseException`` that tidies up and raises on is no such thing.
    """
    return [
        f"{path}:{node.lineno}: catches everything"
        for path, module in tree.modules()
        if path not in CATCHES_ALL
        for node in nodes_of(module)
        if (isinstance(node, ast.ExceptHandler) and _catches_all(node))
        or (isinstance(node, ast.Call) and _suppresses_all(node, bound(module)))
    ]


LAWS = (
    boxes_only_in_messages,
    threads_only_in_tasks,
    one_place_knows_the_real_clock,
    no_gpl_only_qt,
    nothing_speaks_to_a_network,
    bugs_are_not_swallowed,
)
