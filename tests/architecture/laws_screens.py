# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""Laws on screens: what they say is translated, the help knows their keys, nothing lies unused."""

import ast
import re
from collections.abc import Iterator
from pathlib import PurePosixPath

from tests.architecture.trees import SOURCE, Tree, calls, name_of, nodes_of

HELP = "resources/help/"
MODIFIERS = {"CTRL": "Ctrl", "ALT": "Alt", "SHIFT": "Shift", "META": "Meta"}
SCREENS = (SOURCE + "ui/", SOURCE + "app/")
PREFERENCES = SOURCE + "system/preferences.py"
ICONS = "resources/icons/"
ITALICS = re.compile(r"(?<![*\w])\*([^*\s][^*]*)\*(?![*\w])")
REGISTER = SOURCE + "ui/core/actions.py"
"""What is added to it stands on the list of keys that the help makes by itself."""

MEMORIES = frozenset({"remembered", "_remembered", "preferences", "memory", "_memory"})
"""What screens call the file of preferences."""

TEXT_SETTERS = frozenset(
    {
        "setText", "setPlainText", "setTitle", "setSubTitle", "setWindowTitle", "setToolTip",
        "setStatusTip", "setWhatsThis", "setPlaceholderText", "setAccessibleName",
        "setAccessibleDescription", "setInformativeText", "setDetailedText", "setLabelText",
        "setPrefix", "setSuffix", "setIconText", "setTabText", "setHeaderData", "setHtml",
        "setMarkdown", "setApplicationDisplayName", "addAction", "addMenu", "addTab", "addItem",
        "addItems", "setHorizontalHeaderLabels", "setVerticalHeaderLabels", "showMessage",
        "insertPlainText", "appendPlainText",
    }
)  # fmt: skip
TEXT_WIDGETS = frozenset(
    {
        "QLabel", "QPushButton", "QToolButton", "QRadioButton", "QCheckBox", "QGroupBox", "QAction",
        "QMenu", "QDockWidget", "QLineEdit", "QPlainTextEdit", "QTextEdit", "QCommandLinkButton",
        "QMessageBox", "QProgressDialog", "QTreeWidgetItem", "QListWidgetItem", "QTableWidgetItem",
        "QStandardItem",
    }
)  # fmt: skip
NOT_READ = frozenset({"objectName", "styleSheet", "parent"})
"""Properties of a widget that no person reads."""


def _is_bare_text(node: ast.expr) -> bool:
    if isinstance(node, ast.JoinedStr):
        return True
    if isinstance(node, ast.Call) and name_of(node.func) == "format":
        inner = node.func.value if isinstance(node.func, ast.Attribute) else None
        return inner is not None and _is_bare_text(inner)
    if isinstance(node, ast.BinOp):
        return _is_bare_text(node.left) or _is_bare_text(node.right)
    if isinstance(node, ast.IfExp):
        return _is_bare_text(node.body) or _is_bare_text(node.orelse)
    if isinstance(node, ast.BoolOp):
        return any(map(_is_bare_text, node.values))
    if isinstance(node, ast.List | ast.Tuple):
        return any(_is_bare_text(part) for part in node.elts)
    return (
        isinstance(node, ast.Constant)
        and isinstance(node.value, str)
        and any(letter.isalpha() for letter in node.value)
    )


def screens_translate_their_words(tree: Tree) -> list[str]:
    """No literal is handed to a Qt text setter: every string on a screen goes through tr()."""
    found = []
    for path, module in tree.modules(*SCREENS):
        for call in calls(module):
            name = name_of(call.func)
            named = (given.value for given in call.keywords if given.arg not in NOT_READ)
            if name in TEXT_SETTERS | TEXT_WIDGETS and any(
                map(_is_bare_text, (*call.args, *named))
            ):
                found.append(f"{path}:{call.lineno}: a literal is handed to {name}")
    return found


def _is_literal(node: ast.expr) -> bool:
    return isinstance(node, ast.Constant) and isinstance(node.value, str)


def _is_collected(call: ast.Call) -> bool:
    """Whether the tool that collects texts can read this call: literals, in their places."""
    wanted = 1 if name_of(call.func) == "tr" else 2
    given = [*call.args[:3], *(k.value for k in call.keywords if k.arg == "disambiguation")]
    return len(call.args) >= wanted and all(
        _is_literal(node) or (number >= wanted and not _is_bare_text(node))
        for number, node in enumerate(given)
    )


def _is_translation(call: ast.Call) -> bool:
    """``tr()``, or Qt's ``translate()``: that of a plain text takes one table and no more."""
    name = name_of(call.func)
    return name == "tr" or (name == "translate" and len(call.args) + len(call.keywords) > 1)


def tr_takes_literals(tree: Tree) -> list[str]:
    """``tr()`` takes one literal: the tool that collects texts for translation reads only those."""
    return [
        f"{path}:{call.lineno}: {name_of(call.func)}() of something that is no literal"
        for path, module in tree.modules(*SCREENS)
        for call in calls(module)
        if _is_translation(call) and not _is_collected(call)
    ]


def _keys_of(call: ast.Call) -> list[str]:
    """The keys that a QKeySequence names, as people read them: ``Ctrl+Q``."""
    names = [node.attr for node in ast.walk(call) if isinstance(node, ast.Attribute)]
    keys = [name.removeprefix("Key_") for name in names if name.startswith("Key_")]
    held = [said for name, said in MODIFIERS.items() if name in names]
    literals = [
        node.value
        for node in ast.walk(call)
        if isinstance(node, ast.Constant) and isinstance(node.value, str)
    ]
    if not keys and not literals:
        return ["a key that cannot be read here"]
    return ["+".join([*held, key]) for key in keys] + literals


def _sets_keys(call: ast.Call) -> bool:
    """Whether a call gives keys by itself; a QKeySequence in it is read for itself."""
    if name_of(call.func) not in {"setShortcut", "setShortcuts", "setKey", "setKeys", "QShortcut"}:
        return False
    given = [*call.args[:1], *(k.value for k in call.keywords if k.arg in {"key", "shortcut"})]
    named = any(isinstance(node, ast.Name) for node in given)
    return not named and "QKeySequence" not in {name_of(inner.func) for inner in calls(call)}


def the_help_knows_every_key_and_preference(tree: Tree) -> list[str]:
    """Every shortcut, and every preference that a screen or the start reads, is in the help.

    A key that is added to the register of actions is on the list there without being written.
    """
    help_text = "\n".join(text for _, text in tree.under(HELP, suffix=".md"))
    found = []
    for path, module in tree.modules(*SCREENS):
        for call in calls(module):
            name = name_of(call.func)
            if path != REGISTER and (name == "QKeySequence" or _sets_keys(call)):
                missing = [key for key in _keys_of(call) if key not in help_text]
                found.extend(f"{path}:{call.lineno}: {key} is not in the help" for key in missing)
            first = call.args[0] if call.args else None
            is_key = isinstance(first, ast.Constant) and isinstance(first.value, str)
            owner = call.func.value if isinstance(call.func, ast.Attribute) else None
            if name in {"get", "set"} and is_key and owner is not None:
                remembers = name_of(owner) in MEMORIES
                if remembers and f"`{first.value}`" not in help_text:
                    found.append(f"{path}:{call.lineno}: {first.value} is not in the help")
    return found


def _named_texts(module: ast.Module) -> Iterator[tuple[str, str]]:
    """Names that a module gives texts at its top, one by one or several at once."""
    for statement in module.body:
        if isinstance(statement, ast.Assign):
            for target in statement.targets:
                pairs = [(target, statement.value)]
                if isinstance(target, ast.Tuple) and isinstance(statement.value, ast.Tuple):
                    pairs = list(zip(target.elts, statement.value.elts, strict=False))
                for name, value in pairs:
                    if isinstance(value, ast.Constant) and isinstance(value.value, str):
                        yield name_of(name), value.value


def every_preference_is_read(tree: Tree) -> list[str]:
    """What the machine is to remember is asked for by somebody, with ``get`` and its name."""
    asked = set()
    for path, module in tree.modules():
        if path == PREFERENCES:
            continue
        names = dict(_named_texts(module))
        for call in calls(module):
            if name_of(call.func) == "get" and call.args:
                first = call.args[0]
                asked.add(first.value if isinstance(first, ast.Constant) else None)
                asked.add(names.get(name_of(first)))
    return [
        f"{path}:{call.lineno}: nobody reads {given.value.value}"
        for path, module in tree.modules(PREFERENCES)
        for call in calls(module)
        for given in call.keywords
        if name_of(call.func) == "Question" and given.arg == "id"
        if isinstance(given.value, ast.Constant) and given.value.value not in asked
    ]


def every_icon_is_shown(tree: Tree) -> list[str]:
    """Each drawing is named by a screen; one that nobody shows is not carried along."""
    named = {
        node.value
        for _, module in tree.modules(SOURCE + "ui/")
        for node in nodes_of(module)
        if isinstance(node, ast.Constant) and isinstance(node.value, str)
    }
    return [
        f"{path}: no screen shows it"
        for path, _ in tree.under(ICONS, suffix=".svg")
        if PurePosixPath(path).stem not in named
    ]


def the_readme_names_what_is_on_a_screen(tree: Tree) -> list[str]:
    """What stands in italics in the README is a title or a button, word for word."""
    shown = {
        re.sub("&(.)", r"\1", node.value)  # a letter of a menu to press
        for _, module in tree.modules(*SCREENS)
        for call in calls(module)
        if name_of(call.func) in {"tr", "translate"}
        for node in call.args
        if isinstance(node, ast.Constant) and isinstance(node.value, str)
    }
    named = (" ".join(hit.split()) for hit in ITALICS.findall(tree.files["README.md"]))
    return [f"README.md: no screen says {name!r}" for name in named if name not in shown]


LAWS = (
    screens_translate_their_words,
    tr_takes_literals,
    the_help_knows_every_key_and_preference,
    every_preference_is_read,
    every_icon_is_shown,
    the_readme_names_what_is_on_a_screen,
)
