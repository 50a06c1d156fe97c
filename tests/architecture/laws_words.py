# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""Laws on words: every code has them once, screens translate them, none claims too much."""

import ast
import re
import tomllib
from collections.abc import Iterator
from typing import Any

from tests.architecture.trees import SOURCE, Tree, calls, name_of

WORDS = "resources/words/en-GB"
HELP = "resources/help/"
MODIFIERS = {"CTRL": "Ctrl", "ALT": "Alt", "SHIFT": "Shift", "META": "Meta"}
RULES = SOURCE + "domain/"
SCREENS = (SOURCE + "ui/", SOURCE + "app/")

NOT_SHOWN = {
    "Tone": "chooses a type size, is never read out",
    "PaperSize": "names a file and a sheet, printed nowhere",
    "PaperNeed": "sorts lines that are read themselves; which papers wait is said in them",
}
"""Enum of domain -> why no person ever reads its members."""

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

CLAIMS = re.compile(
    r"(?i)\b(?:(?:certified|accredited|approved|registered)\s+(?:to|by|with|against|under)\s+"
    r"(?:the\s+)?(?:BS|BSI|ISO|British Standards?)\b"
    r"|(?:complies|comply|compliant|conforms?|conforming|in\s+(?:full\s+)?compliance)\s+(?:with|to)"
    r"\s+(?:the\s+)?(?:BS|ISO|British Standards?)\b"
    r"|(?:BS|ISO)\s*\d{4,5}(?::\d{4})?[\s-]+(?:certified|certificat\w*|accredited|accreditation"
    r"|approved|compliant|compliance|registered)\b"
    r"|(?:meets?|satisf(?:y|ies)|fulfils?)\s+(?:BS|ISO)\s*\d{4,5}\b"
    r"|BSI[\s-]registered|Kitemark)"
)
ODR_PLATFORM = re.compile(r"(?i)ec\.europa\.eu/+(?:consumers/)?odr|webgate\.ec\.europa\.eu/odr")


def words_of(tree: Tree) -> dict[str, Any]:
    """All word files of British English laid together, as the program reads them."""
    merged: dict[str, Any] = {}
    for _, text in tree.under(WORDS, suffix=".toml"):
        _merge(merged, tomllib.loads(text))
    return merged


def _merge(into: dict[str, Any], more: dict[str, Any]) -> None:
    for key, value in more.items():
        if isinstance(value, dict) and isinstance(into.get(key), dict):
            _merge(into[key], value)
        else:
            into[key] = value


def enums_of(tree: Tree) -> Iterator[tuple[str, str, list[str]]]:
    """Path, name and values of every StrEnum of domain."""
    for path, module in tree.modules(RULES):
        for node in module.body:
            if isinstance(node, ast.ClassDef) and "StrEnum" in map(name_of, node.bases):
                values = [
                    statement.value.value
                    for statement in node.body
                    if isinstance(statement, ast.Assign)
                    and isinstance(statement.value, ast.Constant)
                    and isinstance(statement.value.value, str)
                ]
                yield path, node.name, values


def codes_have_words(tree: Tree) -> list[str]:
    """Every member of every enum that is shown has its words, and no words lack a member."""
    spoken: dict[str, dict[str, str]] = words_of(tree).get("enum", {})
    found = []
    known = set()
    for path, name, values in enums_of(tree):
        known.add(name)
        if name in NOT_SHOWN:
            continue
        words = spoken.get(name, {})
        found.extend(f"{path}: no words for {name}.{v}" for v in values if not words.get(v))
        found.extend(
            f"{WORDS}: words for {name}.{v}, which is no member" for v in words if v not in values
        )
    found.extend(
        f"{WORDS}: words for {name}, which is no enum" for name in spoken if name not in known
    )
    return found


def faults_have_words(tree: Tree) -> list[str]:
    """Every Refusal has its sentence, every Trouble its three: happened, safe, do."""
    words = words_of(tree)
    found = []
    for path, module in tree.modules():
        for call in calls(module):
            kind = name_of(call.func)
            first = call.args[0] if call.args else None
            if kind not in {"Refusal", "Trouble"} or not isinstance(first, ast.Constant):
                continue
            spoken = words.get(kind.lower(), {}).get(first.value)
            wanted = {"happened", "safe", "do"}
            complete = (
                bool(spoken) and isinstance(spoken, str)
                if kind == "Refusal"
                else isinstance(spoken, dict) and all(spoken.get(part) for part in wanted)
            )
            if not complete:
                found.append(f"{path}:{call.lineno}: no words for {kind} {first.value}")
    return found


def _is_bare_text(node: ast.expr) -> bool:
    if isinstance(node, ast.JoinedStr):
        return True
    if isinstance(node, ast.Call) and name_of(node.func) == "format":
        inner = node.func.value if isinstance(node.func, ast.Attribute) else None
        return inner is not None and _is_bare_text(inner)
    if isinstance(node, ast.BinOp):
        return _is_bare_text(node.left) or _is_bare_text(node.right)
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
            if name in TEXT_SETTERS | TEXT_WIDGETS and any(map(_is_bare_text, call.args)):
                found.append(f"{path}:{call.lineno}: a literal is handed to {name}")
    return found


def tr_takes_literals(tree: Tree) -> list[str]:
    """``tr()`` takes one literal: the tool that collects texts for translation reads only those."""
    return [
        f"{path}:{call.lineno}: tr() of something that is no literal"
        for path, module in tree.modules(*SCREENS)
        for call in calls(module)
        if name_of(call.func) == "tr"
        and not (
            call.args
            and isinstance(call.args[0], ast.Constant)
            and isinstance(call.args[0].value, str)
        )
    ]


def nothing_claims_to_be_certified(tree: Tree) -> list[str]:
    """No resource says that a standard is met or that somebody approved it."""
    return [
        f"{path}: claims {hit.group(0)!r}"
        for path, text in tree.under("resources/")
        for hit in CLAIMS.finditer(text)
    ]


def the_closed_platform_is_not_linked(tree: Tree) -> list[str]:
    """The ODR platform of the EU closed in July 2025: a link to it would mislead."""
    return [
        f"{path}: links {hit.group(0)!r}"
        for path, text in tree.under("resources/", SOURCE)
        for hit in ODR_PLATFORM.finditer(text)
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


def the_help_knows_every_key_and_preference(tree: Tree) -> list[str]:
    """Every shortcut, and every preference that a screen or the start reads, is in the help."""
    help_text = "\n".join(text for _, text in tree.under(HELP, suffix=".md"))
    found = []
    for path, module in tree.modules(*SCREENS):
        for call in calls(module):
            name = name_of(call.func)
            if name == "QKeySequence":
                missing = [key for key in _keys_of(call) if key not in help_text]
                found.extend(f"{path}:{call.lineno}: {key} is not in the help" for key in missing)
            first = call.args[0] if call.args else None
            is_key = isinstance(first, ast.Constant) and isinstance(first.value, str)
            owner = call.func.value if isinstance(call.func, ast.Attribute) else None
            if name in {"get", "set"} and is_key and owner is not None:
                remembers = name_of(owner) in {"remembered", "_remembered", "preferences"}
                if remembers and f"`{first.value}`" not in help_text:
                    found.append(f"{path}:{call.lineno}: {first.value} is not in the help")
    return found


LAWS = (
    codes_have_words,
    faults_have_words,
    screens_translate_their_words,
    tr_takes_literals,
    nothing_claims_to_be_certified,
    the_closed_platform_is_not_linked,
    the_help_knows_every_key_and_preference,
)
