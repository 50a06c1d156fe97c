# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""Own fields that a list of ours has a column for, and this file has none of yet.

What goes into such a field is told by the table of own fields, where it lies in the folder that
everything was taken out into; without that table it is text, which takes whatever stands there.
"""

import csv
import io
from collections.abc import Iterator, Mapping, Sequence
from contextlib import suppress
from dataclasses import replace
from datetime import date
from pathlib import Path

from servicedesk.domain.errors import Refusal, Trouble
from servicedesk.domain.exchange_columns import OWN_BEGINS, own_headings, unguarded
from servicedesk.domain.exporting import table_file
from servicedesk.domain.importing import Column, Meaning
from servicedesk.domain.own_fields import (
    OwnFieldCard,
    OwnFieldDraft,
    OwnFieldKind,
    OwnFieldOn,
    checked_field,
)
from servicedesk.services.unit import Reading, Unit
from servicedesk.store.own_fields import (
    field_values,
    fields_on,
    next_field_number,
    own_fields,
)
from servicedesk.system.files import read_whole

_BYTES_MOST = 1 << 20
"""Of the table of own fields, which has thirty lines at most that are in use."""


def new_fields(
    path: Path, headings: Sequence[str], on: OwnFieldOn, there: Sequence[OwnFieldCard]
) -> tuple[OwnFieldCard, ...]:
    """The own fields that a list of ours has and this file has not.

    Args:
        path: of the list; the table of own fields may lie beside it.
        headings: of the list.
        on: which sort of record it holds.
        there: the own fields of that sort, retired ones among them.

    Returns:
        Each under a number below 0, -1 for the first; what no own field can be is left out.
    """
    known = {*own_headings(card.draft.name for card in _in_order(there))}
    told = _told(path, on)
    found: list[OwnFieldCard] = []
    for heading in headings:
        if not heading.startswith(OWN_BEGINS) or heading in known:
            continue
        name = unguarded(heading).removeprefix(OWN_BEGINS)
        card = told.get(heading) or OwnFieldCard(id=0, draft=OwnFieldDraft(on=on, name=name))
        with suppress(Refusal):  # too many of them, or a name that none can have
            others = (*there, *found)
            draft = card.draft if card.retired_on else checked_field(card.draft, others)
            found.append(replace(card, id=-1 - len(found), draft=draft))
    return tuple(found)


def with_new(columns: Sequence[Column], new: Sequence[OwnFieldCard]) -> tuple[Column, ...]:
    """The columns of our own list, those of new own fields among them."""
    names = own_headings(card.draft.name for card in new)
    fields = {heading: card.id for heading, card in zip(names, new, strict=True)}
    return tuple(
        replace(column, meaning=Meaning.OWN, own_id=fields[column.heading])
        if column.meaning is Meaning.LEFT_OUT and column.heading in fields
        else column
        for column in columns
    )


def numbered(
    reading: Reading, columns: Sequence[Column], new: Sequence[OwnFieldCard], *, makes: bool
) -> tuple[tuple[Column, ...], tuple[OwnFieldCard, ...]]:
    """The columns and the new own fields with the numbers that these will have.

    They stay right as long as nothing is changed in the file, like the plan that they are for.

    Args:
        reading: the file.
        columns: as chosen.
        new: as ``new_fields`` found them.
        makes: they are to be made; else their columns are left out.
    """
    first = next_field_number(reading)
    ids = {card.id: first + place for place, card in enumerate(new)} if makes else {}
    gone = {card.id for card in new} - ids.keys()
    told = tuple(
        Column(heading=column.heading)
        if column.own_id in gone
        else replace(column, own_id=ids.get(column.own_id or 0, column.own_id))
        for column in columns
    )
    return told, tuple(replace(card, id=ids[card.id]) for card in new if card.id in ids)


def make_fields(unit: Unit, new: Sequence[OwnFieldCard]) -> None:
    """Make the own fields of a plan, in the step that brings the list in."""
    for card in new:
        place = {"position": len(fields_on(unit.connection, card.draft.on))}
        values = field_values(card.draft) | place | {"retired_on": card.retired_on}
        unit.insert(own_fields, {"id": card.id, **values})


def _in_order(cards: Sequence[OwnFieldCard]) -> list[OwnFieldCard]:
    """As the columns of our own list stand: retired ones last."""
    return sorted(cards, key=lambda card: card.retired_on is not None)


def _told(path: Path, on: OwnFieldOn) -> Mapping[str, OwnFieldCard]:
    """What the table of own fields beside a list says of them, by the headings of the list."""
    try:
        text = read_whole(path.parent / table_file(own_fields.name), _BYTES_MOST)
        cards = [card for card in _read(text.decode("utf-8-sig")) if card.draft.on is on]
    except (Trouble, ValueError, KeyError, csv.Error):  # not there, or not as we write it
        return {}
    cards = _in_order(cards)
    headings = own_headings(card.draft.name for card in cards)
    return dict(zip(headings, cards, strict=True))


def _read(text: str) -> Iterator[OwnFieldCard]:
    rows = sorted(csv.DictReader(io.StringIO(text, newline="")), key=lambda row: _place(row))
    for row in rows:
        retired = row["retired_on"]
        draft = OwnFieldDraft(
            on=OwnFieldOn(row["on"]),
            name=unguarded(row["name"]),
            kind=OwnFieldKind(row["kind"]),
            choices=tuple(filter(None, unguarded(row["choices"]).split("\n"))),
        )
        yield OwnFieldCard(
            id=0, draft=draft, retired_on=date.fromisoformat(retired) if retired else None
        )


def _place(row: Mapping[str, str]) -> tuple[int, int]:
    return int(row["position"]), int(row["id"])
