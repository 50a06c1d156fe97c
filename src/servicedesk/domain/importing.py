# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""A list brought in: what a file holds, what its columns mean, what comes of it.

A file is looked at first and nothing is kept. What is asked (letters, columns, order of days,
duplicates) is asked once for the whole list, never row by row.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum
from types import MappingProxyType

from servicedesk.domain.customers import CustomerDraft, CustomerStatus
from servicedesk.domain.errors import Param
from servicedesk.domain.exchange_columns import ListKind
from servicedesk.domain.importing_field_names import Field

ROWS_MOST = 250_000
"""Rows of one list; a business that this program is for has fewer customers."""

COLUMNS_MOST = 500
BYTES_MOST = 50 * 1024 * 1024
NO_HEADING = -1
"""In the place of the row of headings: every row is a customer."""


class Source(StrEnum):
    """What sort of file a list came in."""

    CSV = "csv"
    XLSX = "xlsx"
    XLS = "xls"
    ODS = "ods"
    VCARD = "vcard"


WORKBOOKS = frozenset({Source.XLSX, Source.XLS, Source.ODS})
"""What has sheets."""


class Letters(StrEnum):
    """How letters are written in a file of plain text."""

    UTF_8 = "utf_8"
    UTF_16 = "utf_16"
    WESTERN = "cp1252"
    CENTRAL = "cp1250"
    MAC = "mac_roman"


class Separator(StrEnum):
    """What stands between two cells of a line."""

    COMMA = "comma"
    SEMICOLON = "semicolon"
    TAB = "tab"
    BAR = "bar"


SIGNS: Mapping[Separator, str] = MappingProxyType(
    {
        Separator.COMMA: ",",
        Separator.SEMICOLON: ";",
        Separator.TAB: "\t",
        Separator.BAR: "|",
    }
)


class Meaning(StrEnum):
    """What a column says about a customer."""

    LEFT_OUT = "left_out"
    NAME = "name"
    TITLE = "title"
    GIVEN = "given"
    MIDDLE = "middle"
    FAMILY = "family"
    SUFFIX = "suffix"
    COMPANY = "company"
    ASK_FOR = "ask_for"
    PHONE = "phone"
    EMAIL = "email"
    REACH_LABEL = "reach_label"
    ADDRESS = "address"
    STREET = "street"
    TOWN = "town"
    COUNTY = "county"
    POSTCODE = "postcode"
    COUNTRY = "country"
    TAGS = "tags"
    HEARD_FROM = "heard_from"
    REMEMBER = "remember"
    NOTES = "notes"
    SINCE = "since"
    OWN = "own"


class DayOrder(StrEnum):
    """In which order a column writes day, month and year, where figures alone do not tell."""

    DAY_FIRST = "day_first"
    MONTH_FIRST = "month_first"


class Duplicates(StrEnum):
    """What becomes of a row about somebody who is there already."""

    UPDATE = "update"
    SKIP = "skip"
    ADD = "add"


class Strangers(StrEnum):
    """What becomes of a row whose customer is not here."""

    ADD = "add"
    NAME_ONLY = "name_only"
    LEAVE_OUT = "leave_out"


class Fate(StrEnum):
    """What comes of a row."""

    ADDED = "added"
    UPDATED = "updated"
    UNCHANGED = "unchanged"
    SKIPPED = "skipped"


@dataclass(frozen=True, slots=True, kw_only=True)
class Column:
    """A column and what is made of it.

    Args:
        heading: as it stands in the file; may be empty.
        meaning: of its cells.
        group: which address, phone or e-mail its cells belong to, such as "home".
        own_id: the business's own field, for OWN.
    """

    heading: str
    meaning: Meaning | Field = Meaning.LEFT_OUT
    group: str = ""
    own_id: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """A row of a list.

    Args:
        number: of its first line in the file, or of its row in a sheet; the first is 1.
        cells: as many as were there.
    """

    number: int
    cells: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Refused:
    """A row, card or line that is not brought in, and why.

    Args:
        line: number as in Line; of a card, the line it begins on.
        code: of a refusal, which has its sentence.
        params: for that sentence.
        shown: the beginning of what stands there, to find it again.
    """

    line: int
    code: str
    params: Mapping[str, Param] = field(default_factory=lambda: MappingProxyType({}))
    shown: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Candidate:
    """A customer as one row or card tells of them.

    Args:
        line: where it begins in the file.
        draft: cleaned, by the rules of customers.
        ours: what only our own list says; None for others.
    """

    line: int
    draft: CustomerDraft
    ours: "OurRow | None" = None


@dataclass(frozen=True, slots=True, kw_only=True)
class OurRow:
    """What our own list says of a customer beside what can be typed.

    Args:
        ref: their number, such as "K-0001".
        last_visit_on, added_on, archived_on: as they were kept.
    """

    ref: str
    last_visit_on: date | None = None
    added_on: date | None = None
    archived_on: date | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class LookChoices:
    """How to read a file; None where the file itself is to tell.

    Args:
        letters: of a file of plain text.
        separator: between cells.
        sheet: name of a sheet of a workbook.
        heading_row: place of the headings among the rows, from 0; NO_HEADING without any.
        holds: what the list holds.
    """

    holds: ListKind = ListKind.CUSTOMERS
    letters: Letters | None = None
    separator: Separator | None = None
    sheet: str | None = None
    heading_row: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class PlanChoices:
    """What is to be done with what was read.

    Args:
        columns: what each column means.
        day_orders: for columns whose days are written in figures that can be read in two ways,
            by place of the column.
        duplicates: what becomes of rows about somebody who is there already.
        status: bought here, or asked only; for those who are new.
        takes_names: an update writes names as the list does; else they stay as they are kept.
        strangers: of lists that are about customers, what becomes of rows about somebody new.
        makes_own: own fields that a list of ours has, and this file has not, are made.
    """

    columns: tuple[Column, ...] = ()
    day_orders: Mapping[int, DayOrder] = field(default_factory=lambda: MappingProxyType({}))
    duplicates: Duplicates = Duplicates.UPDATE
    status: CustomerStatus = CustomerStatus.CUSTOMER
    takes_names: bool = False
    strangers: Strangers = Strangers.ADD
    makes_own: bool = True


@dataclass(frozen=True, slots=True, kw_only=True)
class Changed:
    """One answer about one customer that an import would change.

    Args:
        key: number of the customer.
        line: of the row in the file.
        who: the customer as kept.
        what: which answer.
        old: as kept; "" where there is none.
        new: as it would be.
    """

    key: int
    line: int
    who: str
    what: Meaning | Field
    old: str
    new: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Counts:
    """How many rows came to what.

    Args:
        added, updated, unchanged, skipped: as Fate says.
        refused: rows, cards or lines that were not brought in.
    """

    added: int = 0
    updated: int = 0
    unchanged: int = 0
    skipped: int = 0
    refused: int = 0
