# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""Our own lists, read back exactly as they were written: no cell is tidied, parted or guessed."""

import re
from collections.abc import Mapping, Sequence
from datetime import date

from servicedesk.domain.customers import (
    Address,
    Channel,
    CustomerDraft,
    CustomerStatus,
    Reach,
    ReachKind,
)
from servicedesk.domain.customers_typing import checked_customer
from servicedesk.domain.errors import Refusal
from servicedesk.domain.exchange_columns import (
    COLUMNS,
    OWN_BEGINS,
    YES,
    ListKind,
    code_read,
    own_headings,
    unguarded,
)
from servicedesk.domain.importing import Candidate, Column, Line, Meaning, OurRow, Refused
from servicedesk.domain.importing_field_names import Field
from servicedesk.domain.importing_rows import Reading, shown_beginning
from servicedesk.domain.names import clean_text
from servicedesk.domain.own_fields import OwnFieldCard

_PART = re.compile(r"(Phone|E-mail|Address) ([0-9]{1,3}) - (Label|Value|Street|Postal Code)")
_IDS = {heading: name for name, heading in COLUMNS[ListKind.CUSTOMERS]}


def our_columns(
    holds: ListKind, headings: Sequence[str], own: Mapping[int, OwnFieldCard]
) -> tuple[Column, ...]:
    """The columns of a list that we wrote; own fields are known by their names.

    Args:
        holds: what the list holds.
        headings: as they stand in the file.
        own: the business's own fields, by number.
    """
    fixed = {heading: name for name, heading in COLUMNS[holds]}
    cards = list(own.values())
    names = own_headings(card.draft.name for card in cards)
    fields = {heading: card.id for heading, card in zip(names, cards, strict=True)}
    found: list[Column] = []
    for place, heading in enumerate(headings):
        if heading in headings[:place]:  # somebody put a column beside ours: the first is taken
            found.append(Column(heading=heading))
        elif heading.startswith(OWN_BEGINS) and heading in fields:
            found.append(Column(heading=heading, meaning=Meaning.OWN, own_id=fields[heading]))
        elif holds is not ListKind.CUSTOMERS and heading in fixed:
            found.append(Column(heading=heading, meaning=Field(fixed[heading])))
        else:
            found.append(Column(heading=heading))
    return tuple(found)


def read_our_customer(line: Line, reading: Reading) -> Candidate | Refused | None:
    """The customer of a row of our own list; None for a row without anything.

    Args:
        line: the row.
        reading: how it is read.

    Returns:
        The customer, or why there is none: ``import_row_too_long``, ``import_our_cell``, or what
        ``checked_customer`` refuses.
    """
    cells = [unguarded(clean_text(cell)) for cell in line.cells]
    if not any(cells):
        return None
    try:
        if any(cells[len(reading.columns) :]):
            raise Refusal("import_row_too_long", cells=len(cells), columns=len(reading.columns))
        return _candidate(line.number, cells, reading)
    except Refusal as refusal:
        code = "import_nobody" if refusal.code == "customer_needs_something" else refusal.code
        return Refused(
            line=line.number, code=code, params=refusal.params, shown=shown_beginning(cells)
        )


def _candidate(line: int, cells: Sequence[str], reading: Reading) -> Candidate:
    said: dict[str, str] = {}
    parts: dict[tuple[str, int], dict[str, str]] = {}
    own: dict[str, str] = {}
    for column, cell in zip(reading.columns, cells, strict=False):
        if found := _PART.fullmatch(column.heading):
            parts.setdefault((found[1], int(found[2])), {}).setdefault(found[3], cell)
        elif column.meaning is Meaning.OWN and column.own_id in reading.own and cell:
            own[str(column.own_id)] = cell
        elif column.heading in _IDS:
            said.setdefault(_IDS[column.heading], cell)
    draft = CustomerDraft(
        name=said.get("name", ""),
        is_organisation=said.get("is_organisation") == YES,
        ask_for=said.get("ask_for", ""),
        salutation=said.get("salutation", ""),
        sort_key=said.get("sort_key", ""),
        status=_status(said.get("status", "")),
        is_consumer=said.get("is_consumer") == YES,
        prefers=_channel(said.get("prefers", "")),
        best_time=said.get("best_time", ""),
        reaches=_reaches(parts, said.get("first_kind", "")),
        addresses=_addresses(parts),
        tags=tuple(tag for tag in said.get("tags", "").split("\n") if tag),
        heard_from=said.get("heard_from", ""),
        remember=said.get("remember", ""),
        notes=said.get("notes", ""),
        first_visit_on=_day(said, "first_visit_on"),
        own=own,
    )
    return Candidate(
        line=line,
        draft=checked_customer(draft, reading.today),
        ours=OurRow(
            ref=said.get("number", ""),
            last_visit_on=_day(said, "last_visit_on"),
            added_on=_day(said, "added_on"),
            archived_on=_day(said, "archived_on"),
        ),
    )


def _reaches(parts: Mapping[tuple[str, int], Mapping[str, str]], first: str) -> tuple[Reach, ...]:
    found = [
        Reach(kind=kind, shown=cells.get("Value", ""), label=cells.get("Label", ""))
        for heading, kind in (("Phone", ReachKind.PHONE), ("E-mail", ReachKind.EMAIL))
        for (begins, _), cells in sorted(parts.items())
        if begins == heading and cells.get("Value", "")
    ]
    if first == ReachKind.EMAIL.value:
        found.sort(key=lambda one: one.kind is not ReachKind.EMAIL)
    return tuple(found)


def _addresses(parts: Mapping[tuple[str, int], Mapping[str, str]]) -> tuple[Address, ...]:
    return tuple(
        Address(
            lines=cells.get("Street", ""),
            postcode=cells.get("Postal Code", ""),
            label=cells.get("Label", ""),
        )
        for (begins, _), cells in sorted(parts.items())
        if begins == "Address" and (cells.get("Street") or cells.get("Postal Code"))
    )


def _day(said: Mapping[str, str], name: str) -> date | None:
    cell = said.get(name, "")
    try:
        return date.fromisoformat(cell) if cell else None
    except ValueError:
        raise Refusal("import_our_cell", found=cell[:40]) from None


def _status(cell: str) -> CustomerStatus:
    try:
        return CustomerStatus(code_read(cell)) if cell else CustomerStatus.CUSTOMER
    except ValueError:
        raise Refusal("import_our_cell", found=cell[:40]) from None


def _channel(cell: str) -> Channel | None:
    try:
        return Channel(code_read(cell)) if cell else None
    except ValueError:
        raise Refusal("import_our_cell", found=cell[:40]) from None
