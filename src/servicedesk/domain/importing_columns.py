# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""Which row of a list holds the headings, and what each column means.

What is recognised is a suggestion that the person sees, and can change, before anything is kept.
"""

import re
from collections import Counter
from collections.abc import Callable, Mapping, Sequence

from servicedesk.domain.importing import NO_HEADING, Column, Line, Meaning
from servicedesk.domain.importing_field_names import Field
from servicedesk.domain.importing_headings import GROUPS, LEFT_OUT, MEANINGS
from servicedesk.domain.names import clean_name, fold

_LOOKED_AT = 25
"""Rows among which the headings are looked for: some exports begin with a title and a date."""

_RISE = re.compile(
    r"(?<=[a-z])(?=[A-Z])|(?<=[A-Z])(?=[A-Z][a-z])|(?<=[A-Za-z])(?=[0-9])|(?<=[0-9])(?=[A-Z])"
)
"""Where a new word begins in "POAddressLine1"."""

_BESIDE = re.compile(r"[^a-z0-9]+")
_NUMBERED = re.compile(r"(e mail|email|phone|address|organization|person) ([0-9]{1,2}) (.+)")
_COUNTED = re.compile(r"(.+?) ?[0-9]{1,2}")
_PHONE_LIKE = re.compile(r"[+(0-9][-0-9 ()./+]{5,}")
_ADDRESS_PARTS = frozenset(
    {
        Meaning.ADDRESS,
        Meaning.STREET,
        Meaning.TOWN,
        Meaning.COUNTY,
        Meaning.POSTCODE,
        Meaning.COUNTRY,
    }
)
_ONCE = frozenset({Meaning.NAME, Meaning.GIVEN, Meaning.FAMILY, Meaning.COMPANY, Meaning.SINCE})
"""What a customer has one of; of two such columns the first is taken."""

_NOBODY_HERE = frozenset({"person"})
"""Groups that are about somebody beside the customer."""

_GUESSED = {"contact name": Meaning.ASK_FOR}
"""Headings that say who is spoken to where another column has the customer's name."""


def plain_heading(heading: str) -> str:
    """A heading in lower case, without accents and marks: "POAddressLine1" is "po address line 1".

    Args:
        heading: as it stands in a file.
    """
    parted = _RISE.sub(" ", clean_name(heading))
    return _BESIDE.sub(" ", fold(parted)).strip()


def recognise(headings: Sequence[str], own: Mapping[str, int] | None = None) -> tuple[Column, ...]:
    """What each column most likely means.

    Args:
        headings: as they stand in the file.
        own: number of each of the business's own fields by its name.
    """
    fields = {plain_heading(name): number for name, number in (own or {}).items()}
    found = [_column(heading, fields) for heading in headings]
    has_name = any(one.meaning is Meaning.NAME for one in found)
    placed: list[Column] = []
    seen: set[Meaning | Field | int] = set()
    for column in found:
        guessed = _GUESSED.get(plain_heading(column.heading))
        if guessed is not None:
            meaning = guessed if has_name else Meaning.NAME
            column = Column(heading=column.heading, meaning=meaning)
        if column.meaning in _ONCE and column.meaning in seen:
            column = Column(heading=column.heading)
        if column.own_id is not None and column.own_id in seen:
            column = Column(heading=column.heading)
        seen.add(column.meaning if column.own_id is None else column.own_id)
        placed.append(column)
    return tuple(placed)


def first_taken(columns: Sequence[Column], *, is_ours: bool = False) -> tuple[str, ...]:
    """Headings that stand over several columns of which the first is taken, and another left out.

    Args:
        columns: with what each means.
        is_ours: we wrote the list; then every heading that we know is read, whatever it means.
    """
    taken: set[str] = set()
    found: dict[str, str] = {}
    for column in columns:
        plain = plain_heading(column.heading)
        if plain in taken and (is_ours or column.meaning is Meaning.LEFT_OUT):
            found.setdefault(plain, column.heading)
        elif plain and (is_ours or column.meaning is not Meaning.LEFT_OUT):
            taken.add(plain)
    return tuple(found.values())


def _column(heading: str, own: Mapping[str, int]) -> Column:
    plain = plain_heading(heading)
    if plain in own:
        return Column(heading=heading, meaning=Meaning.OWN, own_id=own[plain])
    if plain in LEFT_OUT or plain in _GUESSED:
        return Column(heading=heading)
    group, rest = "", plain
    if numbered := _NUMBERED.fullmatch(plain):
        kind, number, last = numbered[1], numbered[2], numbered[3]
        if kind in _NOBODY_HERE:
            return Column(heading=heading)
        group, rest = f"{kind} {number}", f"{kind} {last}"
    if rest not in MEANINGS:
        group, rest = _without_group(group, rest)
    meaning = MEANINGS.get(rest) or _counted(rest)
    if meaning is None or rest in LEFT_OUT:
        return Column(heading=heading)
    return Column(heading=heading, meaning=meaning, group=group)


def _without_group(group: str, rest: str) -> tuple[str, str]:
    for name in GROUPS:
        after = rest.removeprefix(f"{name} ")
        if after != rest and (after in MEANINGS or _counted(after) is not None):
            return name, after
    return group, rest


def _counted(rest: str) -> Meaning | None:
    """The meaning of one of several alike, such as "address line 2" or "telephone 2"."""
    found = _COUNTED.fullmatch(rest)
    return MEANINGS.get(found[1]) if found else None


def heading_row(
    rows: Sequence[Line], meanings_of: Callable[[Sequence[str]], Sequence[Column]] | None = None
) -> int:
    """Which of the first rows holds the headings.

    Args:
        rows: of the file, from its beginning.
        meanings_of: what cells would mean as headings; None for those of customers.

    Returns:
        Its place, from 0; NO_HEADING when the first row looks like a customer.
    """
    first = rows[:_LOOKED_AT]
    known = [_known(row, meanings_of or recognise) for row in first]
    best = max(known, default=0)
    usual = usual_width(rows)
    if best >= 2 or (best == 1 and usual <= 2):
        return known.index(best)
    for place, row in enumerate(first):
        if filled(row) >= min(2, usual):
            return NO_HEADING if _looks_like_somebody(row) else place
    return 0


def _known(row: Line, meanings_of: Callable[[Sequence[str]], Sequence[Column]]) -> int:
    """How many different things a row's cells would mean as headings."""
    if _looks_like_somebody(row):
        return 0
    return len(
        {
            (one.meaning, one.group)
            for one in meanings_of(row.cells)
            if one.meaning is not Meaning.LEFT_OUT
        }
    )


def _looks_like_somebody(row: Line) -> bool:
    return any("@" in cell or _PHONE_LIKE.fullmatch(cell.strip()) for cell in row.cells)


def filled(row: Line) -> int:
    """How many of a row's cells hold anything."""
    return sum(bool(cell.strip()) for cell in row.cells)


def usual_width(rows: Sequence[Line]) -> int:
    """The number of cells that most of the first rows have; 0 without rows."""
    widths = Counter(len(row.cells) for row in rows[: 4 * _LOOKED_AT] if filled(row))
    return max(widths, key=lambda width: (widths[width], width), default=0)


def is_address_part(meaning: Meaning) -> bool:
    """Whether cells of this meaning belong to one address with others of their group."""
    return meaning in _ADDRESS_PARTS
