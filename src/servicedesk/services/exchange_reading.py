# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""A list from elsewhere, read: what it holds, and who each row of a list of customers is."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from datetime import date
from functools import partial
from pathlib import Path
from typing import Protocol, TypeVar

from servicedesk.content.lists_in import decoded, rows_of, separator_of, source_of
from servicedesk.domain.errors import Refusal
from servicedesk.domain.exchange_columns import ListKind
from servicedesk.domain.importing import (
    BYTES_MOST,
    NO_HEADING,
    WORKBOOKS,
    Candidate,
    Column,
    DayOrder,
    Line,
    LookChoices,
    Meaning,
    PlanChoices,
    Refused,
    Source,
)
from servicedesk.domain.importing_cards import Card, Property, read_card
from servicedesk.domain.importing_columns import heading_row, recognise
from servicedesk.domain.importing_days import ColumnDays, column_days
from servicedesk.domain.importing_field_headings import recognise_fields
from servicedesk.domain.importing_field_names import Field
from servicedesk.domain.importing_fields import reads
from servicedesk.domain.importing_layouts import Layout, layout_of
from servicedesk.domain.importing_mappings import check_once
from servicedesk.domain.importing_ours import our_columns, read_our_customer
from servicedesk.domain.importing_plan import ImportLook
from servicedesk.domain.importing_rows import Reading, read_row
from servicedesk.domain.own_fields import OwnFieldCard, OwnFieldKind
from servicedesk.services.surroundings import Surroundings
from servicedesk.system.files import read_whole

Row = TypeVar("Row")

EACH = 500
"""Rows after which somebody who waits is told how far it is."""


class Steps(Protocol):
    """What a long piece of work gets: tell how far it is, and hear that it should stop."""

    def step(self, done: int, total: int) -> None:
        """Tell that ``done`` of ``total`` pieces are ready."""
        ...

    def raise_if_cancelled(self) -> None:
        """Raise what ends the work when somebody asked to stop."""
        ...


class Quiet:
    """Steps that nobody waits for."""

    def step(self, done: int, total: int) -> None:
        """Nobody is told."""

    def raise_if_cancelled(self) -> None:
        """Nobody asks."""


def watched(rows: Iterable[Row], steps: Steps) -> Iterator[Row]:
    """The same rows, with an ear for whoever asks to stop.

    Args:
        rows: any; a list of hundreds of thousands takes its time.
        steps: can end the work between any ``EACH`` of them.
    """
    for place, row in enumerate(rows):
        if place % EACH == 0:
            steps.raise_if_cancelled()
        yield row


def look_into(
    path: Path, choices: LookChoices, own: Mapping[int, OwnFieldCard], around: Surroundings
) -> ImportLook:
    """Read a file as it was chosen, or as the file itself tells.

    Args:
        path: of the file.
        choices: how to read it.
        own: the business's own fields.
        around: reads workbooks and cards in a child process.

    Raises:
        Refusal: why the file is no list of customers; the field is "file".
        Trouble: the file cannot be read.
    """
    data, name = read_whole(path, BYTES_MOST), path.name
    source = source_of(data, name)
    if source is Source.VCARD:
        if choices.holds is not ListKind.CUSTOMERS:
            raise Refusal("import_cards_are_people", "file", name=name)
        return _look_at_cards(data, name, around)
    if source in WORKBOOKS:
        book = around.workbook_from(data, name, choices.sheet)
        rows = [Line(number=number, cells=cells) for number, cells in book.rows]
        found = ImportLook(name=name, source=source, sheets=book.sheets, sheet=book.sheet)
        refused: list[Refused] = []
    else:
        text = decoded(data, name, choices.letters)
        separator = choices.separator or separator_of(text.text)
        rows, refused = rows_of(text.text, separator, name)
        if not rows:  # nothing but what parts cells, or lines that cannot be read
            raise Refusal("import_not_a_list" if refused else "import_empty", "file", name=name)
        found = ImportLook(
            name=name,
            source=source,
            letters=text.letters,
            is_sure=text.is_sure,
            strange=text.strange,
            separator=separator,
        )
    return _with_rows(found, rows, refused, choices, own)


def _look_at_cards(data: bytes, name: str, around: Surroundings) -> ImportLook:
    cards: list[Card] = []
    refused: list[Refused] = []
    for read in around.cards_from(data, name):
        properties = tuple(
            Property(name=kind, kinds=kinds, parts=parts) for kind, kinds, parts in read.values
        )
        cards.append(Card(line=read.line, properties=properties))
        refused += (
            Refused(line=line, code="import_line_unread", shown=shown)
            for line, shown in read.lines_lost
        )
        if not read.is_closed:
            refused.append(Refused(line=read.line, code="import_card_open"))
    if not cards:
        raise Refusal("import_empty", "file", name=name)
    return ImportLook(name=name, source=Source.VCARD, cards=tuple(cards), refused=tuple(refused))


def _with_rows(
    found: ImportLook,
    rows: Sequence[Line],
    refused: Sequence[Refused],
    choices: LookChoices,
    own: Mapping[int, OwnFieldCard],
) -> ImportLook:
    holds, wanted = choices.holds, choices.heading_row
    meant = None if holds is ListKind.CUSTOMERS else partial(recognise_fields, holds, own={})
    place = heading_row(rows, meant) if wanted is None else min(wanted, len(rows) - 1)
    names = {card.draft.name: number for number, card in own.items()}
    width = max((len(row.cells) for row in rows), default=0)
    headings = rows[place].cells if rows and place != NO_HEADING else ("",) * width
    layout = layout_of(holds, headings)
    if layout is Layout.OURS:
        columns = our_columns(holds, headings, own)
    elif holds is ListKind.CUSTOMERS:
        columns = recognise(headings, names)
    else:
        columns = recognise_fields(holds, headings, names)
    below = tuple(rows[place + 1 :])
    return ImportLook(
        name=found.name,
        holds=holds,
        layout=layout,
        source=found.source,
        letters=found.letters,
        is_sure=found.is_sure,
        strange=found.strange,
        separator=found.separator,
        sheets=found.sheets,
        sheet=found.sheet,
        heading_row=place,
        columns=columns,
        rows=below,
        days=days_of(below, columns, own, holds),
        refused=tuple(refused),
    )


def days_of(
    rows: Sequence[Line],
    columns: Sequence[Column],
    own: Mapping[int, OwnFieldCard],
    holds: ListKind = ListKind.CUSTOMERS,
) -> dict[int, ColumnDays]:
    """What each column of days says of the order of day and month, by its place."""
    return {
        place: column_days(row.cells[place] for row in rows if place < len(row.cells))
        for place, column in enumerate(columns)
        if is_of_days(column, own, holds)
    }


def is_of_days(
    column: Column, own: Mapping[int, OwnFieldCard], holds: ListKind = ListKind.CUSTOMERS
) -> bool:
    """Whether a column holds days."""
    if isinstance(column.meaning, Field):
        return reads(holds, column.meaning).shape in ("day", "moment")
    field = own.get(column.own_id or 0) if column.meaning is Meaning.OWN else None
    return column.meaning is Meaning.SINCE or (
        field is not None and field.draft.kind is OwnFieldKind.DAY
    )


def settled_orders(
    look: ImportLook, choices: PlanChoices, own: Mapping[int, OwnFieldCard]
) -> dict[int, DayOrder]:
    """The order of day and month in each column of days.

    Raises:
        Refusal: ``import_days_unclear``, for the field "days_<place>", when a column can be read
            in two ways and nobody has said which.
    """
    settled: dict[int, DayOrder] = {}
    for place, days in days_of(look.rows, choices.columns, own, look.holds).items():
        order = choices.day_orders.get(place) if days.must_ask else days.order
        if order is not None:
            settled[place] = order
        elif days.must_ask:
            raise Refusal(
                "import_days_unclear",
                f"days_{place}",
                heading=choices.columns[place].heading,
                example=days.examples[0],
            )
    return settled


def candidates_of(
    look: ImportLook,
    choices: PlanChoices,
    own: Mapping[int, OwnFieldCard],
    today: date,
    steps: Steps,
) -> tuple[list[Candidate], list[Refused]]:
    """Who each row or card is, and those that are nobody; both in the order of the file.

    Raises:
        Refusal: ``import_no_columns`` when no column names or reaches anybody;
            ``import_days_unclear``.
    """
    if look.source is not Source.VCARD and not look.is_ours:
        if not any(column.meaning in _NAMES_SOMEBODY for column in choices.columns):
            raise Refusal("import_no_columns", "columns")
        check_once(choices.columns)
    reading = Reading(
        columns=choices.columns,
        day_orders=settled_orders(look, choices, own),
        status=choices.status,
        today=today,
        own=own,
    )
    found: list[Candidate] = []
    refused: list[Refused] = list(look.refused)
    read_one = read_our_customer if look.is_ours else read_row
    readers: list[Callable[[], Candidate | Refused | None]] = [
        *(partial(read_one, row, reading) for row in look.rows),
        *(partial(read_card, card, choices.status, today) for card in look.cards),
    ]
    for place, reader in enumerate(readers):
        if place % EACH == 0:
            steps.raise_if_cancelled()
            steps.step(place, look.count)
        read = reader()
        if isinstance(read, Candidate):
            found.append(read)
        elif read is not None:
            refused.append(read)
    return found, sorted(refused, key=lambda one: one.line)


_NAMES_SOMEBODY = frozenset(
    {
        Meaning.NAME,
        Meaning.GIVEN,
        Meaning.MIDDLE,
        Meaning.FAMILY,
        Meaning.COMPANY,
        Meaning.ASK_FOR,
        Meaning.PHONE,
        Meaning.EMAIL,
    }
)
"""What a customer can be known by."""
