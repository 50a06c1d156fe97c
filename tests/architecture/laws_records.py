# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""Laws on kinds of record: each is kept, shown and found, or it is said why not.

Its words are asked for by the law on enums, its contract by import-linter, its step by the law on
migrations; here stands what would otherwise be forgotten without a sound.
"""

import ast
from collections.abc import Iterator, Mapping

from tests.architecture.trees import SOURCE, Tree, name_of, nodes_of

KINDS = SOURCE + "domain/kinds.py"
STORE = SOURCE + "store/"
SCREENS = SOURCE + "ui/"
EVERYWHERE = (SOURCE + "ui/shell/", SOURCE + "ui/today/")
"""Rooms that listen to every kind, and so open none in particular."""
SEARCH = tuple(
    f"{SOURCE}services/{name}.py"
    for name in (
        "search",
        "search_records",
        "search_by_hand",
        "search_improving",
        "search_trust",
        "registry",
    )
)

NOT_OPENED = {
    "DRAFT": "what was being typed comes up in its own form",
    "JOURNAL": "the journal is told where the record is, line by line",
    "SEARCH": "the index of the search leads to what was found, and is nothing by itself",
}
"""Kind -> why no screen is its own."""

NOT_FOUND = {
    **NOT_OPENED,
    "ATTACHMENT": "a file lies with the record it belongs to, and is found with it",
    "BUSINESS": "its facts are found as the questions of the settings",
    "OPENING_HOURS": "found as a question of the settings",
    "HOLIDAY": "known to everybody by name, and all on one page that is found by its name",
    "ERASURE": "nothing in it names anybody, so there is nothing to find it by",
    "IMPORT_MAPPING": "it is offered by itself when a list with the same headings comes again",
    "FEEDBACK_BATCH": "a handful of cards handed out, all on one page that is found by its name",
}
"""Kind -> why the search has no entries of its own for it."""


def _kinds(tree: Tree) -> Iterator[str]:
    for _, module in tree.modules(KINDS):
        for node in module.body:
            if isinstance(node, ast.ClassDef) and node.name == "Kind":
                for statement in node.body:
                    if isinstance(statement, ast.Assign):
                        yield from map(name_of, statement.targets)


def _named(tree: Tree, *rooms: str, but: tuple[str, ...] = ()) -> set[str]:
    """The kinds that files of some rooms name."""
    return {
        node.attr
        for path, module in tree.modules(*rooms)
        if not (but and path.startswith(but))
        for node in nodes_of(module)
        if isinstance(node, ast.Attribute) and name_of(node.value) == "Kind"
    }


def _without(tree: Tree, named: set[str], exempt: Mapping[str, str], said: str) -> list[str]:
    kinds = list(_kinds(tree))
    found = [f"{KINDS}: {said} {one}" for one in kinds if one not in named and one not in exempt]
    return found + [f"{one} is excused, but need not be" for one in exempt if one in named]


def every_kind_is_kept(tree: Tree) -> list[str]:
    """A table of the store holds it, so that journal, undo and history know it."""
    return _without(tree, _named(tree, STORE), {}, "no table keeps")


def every_kind_is_opened_somewhere(tree: Tree) -> list[str]:
    """A screen of its own listens to its changes."""
    named = _named(tree, SCREENS, but=EVERYWHERE)
    return _without(tree, named, NOT_OPENED, "no screen follows")


def every_kind_is_found(tree: Tree) -> list[str]:
    """The search is told to read again when it changes."""
    return _without(tree, _named(tree, *SEARCH), NOT_FOUND, "the search does not know")


LAWS = (every_kind_is_kept, every_kind_is_opened_somewhere, every_kind_is_found)
