# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""Laws on words: every code has them once, all are plain, none claims too much."""

import ast
import re
import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from tests.architecture.trees import SOURCE, Tree, bound, calls, full_name, name_of, nodes_of

WORDS = "resources/words/en-GB"
SHOWN = ("resources/words/", "resources/guides/", "resources/sectors/", "resources/help/")
RULES = SOURCE + "domain/"

NOT_SHOWN = {
    "Tone": "chooses a type size, is never read out",
    "PaperSize": "names a file and a sheet, printed nowhere",
    "FieldShape": "chooses the widget that a value is typed in, is never read out",
    "FieldPlace": "chooses where on the page a value is typed, is never read out",
    "PaperNeed": "sorts lines that are read themselves; which papers wait is said in them",
}
"""Enum of domain -> why no person ever reads its members."""

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
NEVER_SHOWN = re.compile(
    r"(?i)\b(?:tickets?|SLAs?|entit(?:y|ies)|CAPAs?|stakeholders?|KPIs?|vulnerable|users?)\b"
)
MEANT = {
    "resources/sectors/corner_shop.toml": "parcels and tickets that we pass on",
}
"""File -> words that are meant as people mean them: a bus ticket is a ticket."""
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
        known = bound(module)
        for node in nodes_of(module):
            if isinstance(node, ast.ClassDef) and "enum.StrEnum" in {
                full_name(base, known) for base in node.bases
            }:
                values = [
                    statement.value.value
                    for statement in node.body
                    if isinstance(statement, ast.Assign)
                    and isinstance(statement.value, ast.Constant)
                    and isinstance(statement.value.value, str)
                ]
                yield path, node.name, values


def codes_have_words(tree: Tree) -> list[str]:
    """Every member of every enum that is shown has its words, and no words lack a member.

    Enums of one name share their words: a channel is called the same wherever there is one.
    """
    spoken: dict[str, dict[str, str]] = words_of(tree).get("enum", {})
    found = []
    members: dict[str, set[str]] = {}
    for path, name, values in enums_of(tree):
        members.setdefault(name, set()).update(values)
        if name not in NOT_SHOWN:
            words = spoken.get(name, {})
            found.extend(f"{path}: no words for {name}.{v}" for v in values if not words.get(v))
    for name, words in spoken.items():
        if name not in members:
            found.append(f"{WORDS}: words for {name}, which is no enum")
        elif name not in NOT_SHOWN:
            known = members[name]
            lost = (v for v in words if v not in known)
            found.extend(f"{WORDS}: words for {name}.{v}, which is no member" for v in lost)
    return found


@dataclass(frozen=True, slots=True, kw_only=True)
class _Constants:
    """Texts that modules give a name, by full name."""

    texts: Mapping[str, str]

    @classmethod
    def of(cls, tree: Tree) -> "_Constants":
        return cls(
            texts={
                f"{_module(path)}.{name_of(target)}": statement.value.value
                for path, module in tree.modules()
                for statement in module.body
                if isinstance(statement, ast.Assign) and isinstance(statement.value, ast.Constant)
                if isinstance(statement.value.value, str)
                for target in statement.targets
            }
        )

    def said(self, node: ast.expr | None, path: str, known: Mapping[str, str]) -> Iterator[str]:
        """Every text that an expression can come out as, as far as it can be read."""
        if isinstance(node, ast.Constant) and isinstance(node.value, str):
            yield node.value
        elif isinstance(node, ast.IfExp):
            yield from self.said(node.body, path, known)
            yield from self.said(node.orelse, path, known)
        elif isinstance(node, ast.BoolOp):
            for value in node.values:
                yield from self.said(value, path, known)
        elif isinstance(node, ast.Name | ast.Attribute):
            name = full_name(node, known)
            here = f"{_module(path)}.{name}"
            if text := self.texts.get(name) or self.texts.get(here):
                yield text


def _module(path: str) -> str:
    return path.removeprefix("src/").removesuffix(".py").replace("/", ".")


def _is_spoken(words: dict[str, Any], kind: str, code: str) -> bool:
    spoken = words.get(kind.lower(), {}).get(code)
    if kind == "Refusal":
        return isinstance(spoken, str) and bool(spoken)
    wanted = ("happened", "safe", "do")
    return isinstance(spoken, dict) and all(spoken.get(part) for part in wanted)


def faults_have_words(tree: Tree) -> list[str]:
    """Every Refusal has its sentence, every Trouble its three: happened, safe, do."""
    words = words_of(tree)
    constants = _Constants.of(tree)
    found = []
    for path, module in tree.modules():
        known = bound(module)
        for call in calls(module):
            kind = full_name(call.func, known).rpartition(".")[2]
            if kind not in {"Refusal", "Trouble"}:
                continue
            named = [given.value for given in call.keywords if given.arg == "code"]
            codes = (*call.args[:1], *named)
            found.extend(
                f"{path}:{call.lineno}: no words for {kind} {code}"
                for given in codes
                for code in constants.said(given, path, known)
                if not _is_spoken(words, kind, code)
            )
    return found


def _texts_in(value: object) -> Iterator[str]:
    """Every text in a table read from TOML, without the names of what is put in."""
    if isinstance(value, str):
        yield re.sub(r"\{\w*\}", " ", value)
    elif isinstance(value, dict | list):
        for part in value.values() if isinstance(value, dict) else value:
            yield from _texts_in(part)


def _shown(tree: Tree) -> Iterator[tuple[str, str]]:
    """Path and text of all that a person may read: resources, and what screens translate."""
    for path, text in tree.under(*SHOWN, suffix=".toml"):
        yield from ((path, said) for said in _texts_in(tomllib.loads(text)))
    yield from tree.under(*SHOWN, suffix=".md")
    for path, module in tree.modules(SOURCE + "ui/", SOURCE + "app/"):
        for call in calls(module):
            if name_of(call.func) in {"tr", "translate"}:
                yield from (
                    (path, node.value)
                    for node in call.args
                    if isinstance(node, ast.Constant) and isinstance(node.value, str)
                )


def no_word_of_the_trade_is_shown(tree: Tree) -> list[str]:
    """No ticket, SLA, entity, CAPA, user, stakeholder, KPI, and nobody is called vulnerable."""
    return [
        f"{path}: says {hit.group(0)!r} in {' '.join(text.split())[:50]!r}"
        for path, text in _shown(tree)
        for hit in NEVER_SHOWN.finditer(text.replace(MEANT.get(path, "\0"), ""))
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


LAWS = (
    codes_have_words,
    faults_have_words,
    no_word_of_the_trade_is_shown,
    nothing_claims_to_be_certified,
    the_closed_platform_is_not_linked,
)
