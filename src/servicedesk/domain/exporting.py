# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""Everything taken out into one folder: what is in it, under which names, and how it is told."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum
from types import MappingProxyType

from servicedesk.domain.exchange_columns import ListKind
from servicedesk.domain.names import clean_name
from servicedesk.domain.record_files import file_name_for_copy

CARDS = "customers.vcf"
INDEX = "index.html"
MANIFEST = "manifest.json"
TABLES, LETTERS, FILES = "tables", "letters", "attachments"
"""Folders inside the folder."""

_STEM_MOST = 120
"""Letters of the name of a file before its ending, so that deep folders still hold it."""

_NOTHING: Mapping[ListKind, int] = MappingProxyType({})


class OutPlace(StrEnum):
    """Where the folder is to lie, as far as that matters."""

    HERE = "here"
    REMOVABLE = "removable"
    NETWORK = "network"
    SYNCED = "synced"


@dataclass(frozen=True, slots=True, kw_only=True)
class ExportCounts:
    """How much is taken out.

    Args:
        lists: lines of each of the four lists.
        forgotten: how many of the customers' lines are what is left of somebody forgotten.
        letters: that went out, each as a PDF.
        files: that lie with records, and those of the business.
        tables: tables of the program's own file.
        rows: lines of all those tables together.
    """

    lists: Mapping[ListKind, int] = field(default_factory=lambda: _NOTHING)
    forgotten: int = 0
    letters: int = 0
    files: int = 0
    tables: int = 0
    rows: int = 0

    @property
    def customers(self) -> int:
        """How many customers there are, each with a line and a card."""
        return self.lists.get(ListKind.CUSTOMERS, 0) - self.forgotten

    @property
    def steps(self) -> int:
        """How many lines and files are written, for whoever waits."""
        return sum(self.lists.values()) + self.customers + self.letters + self.files + self.rows


@dataclass(frozen=True, slots=True, kw_only=True)
class IndexLine:
    """One line of the page that says what each file is.

    Args:
        path: of a file or a folder inside the folder, with "/" between the parts.
        what: is in it.
        count: of lines or files in words; may be empty.
        is_there: it lies in the folder; else it is only named.
    """

    path: str
    what: str
    count: str = ""
    is_there: bool = True


@dataclass(frozen=True, slots=True, kw_only=True)
class IndexPart:
    """A part of that page.

    Args:
        heading: over it.
        words: below the heading.
        lines: what is listed.
        folded: what is listed out of the way, at the end; opened by whoever wants it.
        folded_words: what that is; "" where nothing is.
    """

    heading: str
    words: str
    lines: tuple[IndexLine, ...] = ()
    folded: tuple[IndexLine, ...] = ()
    folded_words: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class IndexPage:
    """The page that says what each file is.

    Args:
        title: of the page.
        business: its name; may be empty.
        language: such as "en-GB".
        lead: sentences at the top.
        head: over the three columns of each part.
        parts: from the top.
    """

    title: str
    business: str
    language: str
    lead: tuple[str, ...]
    head: tuple[str, str, str]
    parts: tuple[IndexPart, ...]


def list_file(kind: ListKind) -> str:
    """The name of the file of a list."""
    return f"{kind.value}.csv"


def table_file(table: str) -> str:
    """The name of the file of a table."""
    return f"{TABLES}/{table}.csv"


def letter_stem(day: str, code: str, customer: str, ref: str) -> str:
    """The name of a letter's file without its ending: "2026-11-23 L01 Mrs Smith L-2026-0014".

    Args:
        day: ISO text.
        code: of the template.
        customer: as shown; may be anything that a name can be, or empty.
        ref: of the letter.
    """
    room = _STEM_MOST - len(day) - len(code) - len(ref) - 3
    parts = (day, code, clean_name(customer)[: max(0, room)].strip(), ref)
    named = file_name_for_copy(f"{' '.join(part for part in parts if part)}.pdf")
    return named.removesuffix(".pdf")


def attached_name(day: str, ref: str, name: str) -> tuple[str, str]:
    """The name of an attached file and its ending, which may be empty.

    Args:
        day: on which it was added, ISO text; may be empty.
        ref: of the record that it lies with; may be empty.
        name: as it was called.
    """
    whole = file_name_for_copy(" ".join(part for part in (day, ref, clean_name(name)) if part))
    stem, dot, ending = whole.rpartition(".")
    if not dot:
        return whole[:_STEM_MOST].rstrip(" ."), ""
    return stem[:_STEM_MOST].rstrip(" ."), f".{ending}"


def folder_name(today: date, number: int = 1) -> str:
    """The name that is offered for the folder; further ones of a day have a number."""
    more = f" ({number})" if number > 1 else ""
    return f"servicedesk {today.isoformat()}{more}"
