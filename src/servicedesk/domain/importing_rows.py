# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""A row of a list, made into a customer by what its columns mean.

What has no place of its own is not lost: an e-mail address that is none, a phone without figures
and the firm of a person without an address go to the notes, under the heading of their column.
"""

import re
from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from types import MappingProxyType

from servicedesk.domain.customers import (
    Address,
    CustomerDraft,
    CustomerStatus,
    Reach,
    ReachKind,
)
from servicedesk.domain.customers_typing import checked_customer, tidy_postcode
from servicedesk.domain.entries import phone_digits
from servicedesk.domain.errors import Refusal
from servicedesk.domain.importing import Candidate, Column, DayOrder, Line, Meaning, Refused
from servicedesk.domain.importing_columns import is_address_part
from servicedesk.domain.importing_days import read_cell
from servicedesk.domain.importing_field_names import Field
from servicedesk.domain.importing_names import NameParts, named
from servicedesk.domain.names import clean_name, clean_text, fold
from servicedesk.domain.own_fields import OwnFieldCard, OwnFieldKind, own_value

SHOWN_MOST = 60
"""Characters of a refused row that are shown to find it again."""

_TOTALS = frozenset({"total", "totals", "sum", "subtotal", "grand total", "sub total"})
_NOTHING_SAID = frozenset({"", "-", "--", "n/a", "na", "none", "nil", "null", "?", ".", "0", "x"})
_FORMULA_SIGNS = "=+-@\t\r"
_MANY = re.compile(r"\s*(?::::|[;/\n])\s*|\s+or\s+")
_MANY_TAGS = re.compile(r"\s*(?::::|[;,|\n])\s*")
_LOST_ZERO = re.compile(r"(?:[17][0-9]|20)[0-9]{8}")
"""A mobile or a number of a town whose first 0 a spreadsheet took for nothing."""
_PHONE_LEAST = 3
_POSTCODE_AT_END = re.compile(
    r"(.*?)[,\s]*\b((?:[A-Z]{1,2}[0-9][A-Z0-9]?|GIR) ?[0-9][A-Z]{2})\s*", re.IGNORECASE | re.DOTALL
)
_HERE = frozenset({"gb", "uk", "united kingdom", "great britain"})
"""Countries that stand on no envelope posted in this one."""

_NO_LABELS = frozenset(
    {"default address", "po", "sa", "primary", "main", "customer", "client", "contact", "postal"}
)
"""Groups of columns whose names say nothing to people."""

_LAST_PARTS = {Meaning.TOWN: 1, Meaning.COUNTY: 2, Meaning.COUNTRY: 3}
"""The order of the parts of an address that follow the street."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Reading:
    """How the rows of a list are read.

    Args:
        columns: of the list.
        day_orders: by place of the column.
        status: of those who are new.
        today: the day of the import.
        own: the business's own fields, by number.
    """

    columns: tuple[Column, ...]
    day_orders: Mapping[int, DayOrder]
    status: CustomerStatus
    today: date
    own: Mapping[int, OwnFieldCard] = field(default_factory=lambda: MappingProxyType({}))


@dataclass(slots=True, kw_only=True)
class _Found:
    """The cells of one row that hold something, by what they mean."""

    names: dict[Meaning, list[str]] = field(default_factory=lambda: defaultdict(list))
    labels: dict[str, str] = field(default_factory=dict)
    reaches: list[Reach] = field(default_factory=list)
    addresses: dict[str, list[tuple[Meaning, str]]] = field(
        default_factory=lambda: defaultdict(list)
    )
    tags: list[str] = field(default_factory=list)
    notes: list[str] = field(default_factory=list)
    own: dict[str, str] = field(default_factory=dict)
    since: date | None = None


def read_row(line: Line, reading: Reading) -> Candidate | Refused | None:
    """The customer of a row; None for a row without anything.

    Args:
        line: the row.
        reading: how it is read.

    Returns:
        The customer, or why there is none: ``import_total_row``, ``import_row_too_long``,
        ``import_nobody``, a day that cannot be read, or what ``checked_customer`` refuses.
    """
    cells = [said(cell) for cell in line.cells]
    if not any(cells):
        return None
    try:
        _refuse_shape(cells, reading)
        found = _sorted_out(cells, reading)
        return Candidate(line=line.number, draft=_draft(found, reading))
    except Refusal as refusal:
        code = "import_nobody" if refusal.code == "customer_needs_something" else refusal.code
        return Refused(
            line=line.number, code=code, params=refusal.params, shown=shown_beginning(cells)
        )


def shown_beginning(cells: Sequence[str]) -> str:
    """The beginning of a row, to find it again."""
    return clean_name(", ".join(cell for cell in cells if cell))[:SHOWN_MOST]


def said(cell: str) -> str:
    """A cell without the sign that keeps a spreadsheet from taking it for a formula."""
    clean = clean_text(cell).strip()
    if len(clean) > 1 and clean[0] == "'" and clean[1] in f"{_FORMULA_SIGNS}0123456789":
        return clean[1:]
    return clean


def _refuse_shape(cells: Sequence[str], reading: Reading) -> None:
    first = next(cell for cell in cells if cell)
    if fold(clean_name(first)).strip(": ") in _TOTALS:
        raise Refusal("import_total_row")
    if any(cells[len(reading.columns) :]):
        raise Refusal("import_row_too_long", cells=len(cells), columns=len(reading.columns))


def _sorted_out(cells: Sequence[str], reading: Reading) -> _Found:
    found = _Found()
    for column, cell in zip(reading.columns, cells, strict=False):
        if column.meaning is Meaning.REACH_LABEL and cell:
            found.labels[column.group] = _plain_label(cell)
    for place, (column, cell) in enumerate(zip(reading.columns, cells, strict=False)):
        if cell:
            _take(found, place, column, cell, reading)
    return found


def _take(found: _Found, place: int, column: Column, cell: str, reading: Reading) -> None:
    meaning = column.meaning
    if isinstance(meaning, Field):
        return
    if meaning is Meaning.PHONE:
        _take_phones(found, column, cell)
    elif meaning is Meaning.EMAIL:
        _take_emails(found, column, cell)
    elif is_address_part(meaning):
        found.addresses[column.group].append((meaning, cell))
    elif meaning is Meaning.TAGS:
        found.tags += (tag for tag in _MANY_TAGS.split(cell) if not tag.startswith("*"))
    elif meaning is Meaning.NOTES:
        found.notes.append(cell)
    elif meaning is Meaning.SINCE:
        order = reading.day_orders.get(place)
        found.since = read_cell(cell, order, reading.today, column.heading)
    elif meaning is Meaning.OWN:
        _take_own(found, place, column, cell, reading)
    elif meaning not in (Meaning.LEFT_OUT, Meaning.REACH_LABEL):
        found.names[meaning].append(clean_name(cell))


def _take_own(found: _Found, place: int, column: Column, cell: str, reading: Reading) -> None:
    card = reading.own.get(column.own_id or 0)
    if card is None:
        return
    if card.draft.kind is OwnFieldKind.DAY:
        day = read_cell(cell, reading.day_orders.get(place), reading.today, column.heading)
        found.own[str(card.id)] = "" if day is None else day.isoformat()
    else:
        found.own[str(card.id)] = own_value(card, cell, reading.today)


def _take_phones(found: _Found, column: Column, cell: str) -> None:
    parts = _MANY.split(cell)
    if any(len(phone_digits(part)) < _PHONE_LEAST for part in parts):
        parts = [cell]
    for part in parts:
        if len(phone_digits(part)) >= _PHONE_LEAST:
            label = found.labels.get(column.group, column.group)
            shown = f"0{part}" if _LOST_ZERO.fullmatch(part) else part
            found.reaches.append(Reach(kind=ReachKind.PHONE, shown=shown, label=_label(label)))
        elif part.casefold() not in _NOTHING_SAID:
            found.notes.append(f"{column.heading}: {part}")


def _take_emails(found: _Found, column: Column, cell: str) -> None:
    for part in re.split(r"\s*(?::::|[;,\s])\s*", cell) if "@" in cell else [cell]:
        if "@" in part:
            label = found.labels.get(column.group, column.group)
            found.reaches.append(Reach(kind=ReachKind.EMAIL, shown=part, label=_label(label)))
        elif part.casefold() not in _NOTHING_SAID:
            found.notes.append(f"{column.heading}: {part}")


def _plain_label(cell: str) -> str:
    """A label without the star by which another program marks the one it prefers."""
    return clean_name(cell).strip("* ").casefold()


def _label(label: str) -> str:
    """A label for people; a column's own number is none."""
    is_counted = bool(re.fullmatch(r"(?:e mail|email|phone|address|organization) [0-9]+", label))
    return "" if is_counted or label in _NO_LABELS else label


def _draft(found: _Found, reading: Reading) -> CustomerDraft:
    name = named(NameParts.of(found.names))
    addresses = [_address(found, group, parts) for group, parts in found.addresses.items()]
    notes = list(found.notes)
    if name.firm_beside and addresses:
        first = addresses[0]
        lines = f"{name.firm_beside}\n{first.lines}".strip()
        addresses[0] = Address(lines=lines, postcode=first.postcode, label=first.label)
    elif name.firm_beside:
        notes.append(name.firm_beside)
    draft = CustomerDraft(
        name=name.name,
        is_organisation=name.is_organisation,
        is_consumer=not name.is_organisation,
        ask_for=name.ask_for,
        status=reading.status,
        reaches=tuple(found.reaches),
        addresses=tuple(address for address in addresses if address.lines or address.postcode),
        tags=tuple(found.tags),
        heard_from=" ".join(found.names[Meaning.HEARD_FROM]),
        remember=" ".join(found.names[Meaning.REMEMBER]),
        notes="\n".join(notes),
        first_visit_on=found.since,
        own=found.own,
    )
    return checked_customer(draft, reading.today)


def _address(found: _Found, group: str, parts: Sequence[tuple[Meaning, str]]) -> Address:
    """An address out of its parts: street, town, county, country, and the postcode by itself."""
    meanings = {meaning for meaning, _ in parts}
    is_whole_too = Meaning.ADDRESS in meanings and Meaning.STREET in meanings
    lines: list[str] = []
    postcode = ""
    for meaning, cell in sorted(parts, key=lambda part: _LAST_PARTS.get(part[0], 0)):
        if meaning is Meaning.POSTCODE:
            postcode = cell
        elif meaning is Meaning.COUNTRY and is_here(cell):
            continue
        elif meaning is Meaning.ADDRESS and not is_whole_too:
            lines += cell.split("\n") if "\n" in cell else cell.split(", ")
        elif meaning is not Meaning.ADDRESS:
            lines += cell.split("\n")
    lines = [line for line in dict.fromkeys(lines) if line.strip()]
    if not postcode:
        lines, postcode = split_postcode(lines)
    label = _label(found.labels.get(group, group))
    return Address(lines="\n".join(lines), postcode=postcode, label=label)


def is_here(country: str) -> bool:
    """Whether a country is this one, which no envelope posted here needs."""
    return fold(clean_name(country)) in _HERE


def split_postcode(lines: Sequence[str]) -> tuple[list[str], str]:
    """The lines of an address without a postcode at their end, and that postcode.

    Args:
        lines: of an address.
    """
    kept = list(lines)
    for place in range(len(kept) - 1, -1, -1):
        found = _POSTCODE_AT_END.fullmatch(kept[place])
        if found:
            kept[place] = found[1].strip(" ,")
            return [line for line in kept if line], tidy_postcode(found[2])
    return kept, ""
