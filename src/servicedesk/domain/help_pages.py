# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""What the help holds: pages of text, and the parts that come with the program."""

import re
from dataclasses import dataclass

_MARKS = re.compile(r"\]\([^)]*\)|[`*#|_\[\]]")


@dataclass(frozen=True, slots=True, kw_only=True)
class HelpPage:
    """One page of the help.

    Args:
        id: as places name it, such as "printing".
        title: its first heading.
        text: Markdown of our own.
    """

    id: str
    title: str
    text: str

    @property
    def words(self) -> str:
        """Its text without marks, to be searched."""
        return " ".join(_MARKS.sub(" ", self.text).split())


@dataclass(frozen=True, slots=True, kw_only=True)
class Part:
    """Something that comes with the program.

    Args:
        name: what it is called.
        version: of the copy that runs here; empty where it has none of its own.
        licence: short name of its licence.
        used_for: what it does here.
        text: its licence and notices in full.
    """

    name: str
    version: str
    licence: str
    used_for: str
    text: str


def title_of(text: str) -> str:
    """The first heading of a page of Markdown; "" when it does not begin with one."""
    first = text.lstrip().split("\n", 1)[0]
    return first.removeprefix("# ").strip() if first.startswith("# ") else ""
