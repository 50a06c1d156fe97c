# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""Where else a person is named: every text that can name somebody, in the bin and in the history.

The texts themselves are read, not the index of the search, which does not hold all of them.
"""

import json
from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass

from sqlalchemy import Connection

from servicedesk.domain.forgetting import Mention
from servicedesk.domain.forgetting_marks import (
    Marks,
    hints,
    is_named,
    is_namesake,
    long_names,
    name_words,
    surely_named,
)
from servicedesk.store.forgetting import Reached, numbers
from servicedesk.store.records import CATALOGUE

_OWN = frozenset({"people", "checks", "charter_versions", "journal", "drafts", "search_docs"})
"""Tables of which the names are those of the business's own people, or that are cleared apart."""

NAMES = frozenset({"name", "shown_name", "sort_key", "salutation"})
"""Of a customer: where the very same name is the name of somebody else."""

CALLED: Mapping[str, frozenset[str]] = {
    "customers": frozenset({*NAMES, "ask_for"}),
    "customer_reaches": frozenset({"shown", "normal"}),
    "customer_addresses": frozenset({"lines", "postcode", "normal"}),
}
"""What somebody else is called and lives at, where only a whole name is a mention, as in "c/o Ann
Smith": families share surnames, phones and postcodes.
"""

_NOT_PLAIN = "*[^\t\n\r -~]*"
"""A text with letters of which only the program knows how they are written plainly."""

_SQUEEZED = " ()./-"
"""What may stand between the figures of a phone number."""


@dataclass(frozen=True, slots=True, kw_only=True)
class _Sought:
    """Whom is looked for.

    Args:
        marks: what they are known by.
        common: words of their names that others have too.
    """

    marks: Marks
    common: frozenset[str]

    def in_row(self, table: str, texts: Mapping[str, str]) -> tuple[str, bool] | None:
        """The text of a row that names them, and whether it is sure; a sure one before others."""
        called = CALLED.get(table, frozenset())
        found = None
        for column, text in texts.items():
            if column in called:
                is_there = is_named(text, long_names(self.marks))
                if column in NAMES:
                    is_there = is_there and not is_namesake(text, self.marks)
            else:
                is_there = is_named(text, self.marks)
            if is_there:
                is_sure = column in called or surely_named(text, self.marks, self.common)
                if is_sure:
                    return text, True
                found = found or (text, False)
        return found


def mentions(connection: Connection, what: Reached, marks: Marks) -> tuple[Mention, ...]:
    """Where else somebody is named, the sure ones first, by kind and number.

    Args:
        connection: reads.
        what: belongs to them, and is left out.
        marks: what they are known by.
    """
    sought = _Sought(marks=marks, common=_shared(connection, what, marks))
    found = {
        (one.table, one.record_id): one for one in _now(connection, what, sought) if one is not None
    }
    for one in _before(connection, what, sought):
        found.setdefault((one.table, one.record_id), one)
    return tuple(sorted(found.values(), key=lambda one: not one.is_sure))


def namesakes(connection: Connection, what: Reached, marks: Marks) -> tuple[str, ...]:
    """Other customers of the very same name, with their references."""
    where, values = _filter(("name",), marks)
    rows = connection.exec_driver_sql(
        f"SELECT id, ref, name FROM customers WHERE merged_into_id IS NULL AND {where}", values
    )
    theirs = what.every.get("customers", frozenset())
    return tuple(
        f"{ref} {name}"
        for number, ref, name in rows
        if number not in theirs and name and is_namesake(name, marks)
    )


def letters_among(connection: Connection, found: Collection[Mention]) -> tuple[str, ...]:
    """The references of letters that were sent, of which only the words we keep can be changed."""
    ids = [one.record_id for one in found if one.table == "letters"]
    wanted = "SELECT ref FROM letters WHERE id IN (SELECT value FROM json_each(?)) ORDER BY id"
    return tuple(connection.exec_driver_sql(wanted, (numbers(ids),)).scalars())


def _looked_at(what: Reached) -> Iterator[tuple[str, list[str]]]:
    """Every table that can name somebody, with its columns of a file of this schema."""
    for table in CATALOGUE:
        columns = [
            one
            for one in CATALOGUE.record(table).person_columns
            if one in what.shape.get(table.name, ())
        ]
        if columns and table.name not in _OWN:
            yield table.name, columns


def _theirs(what: Reached, table: str) -> frozenset[int]:
    if table == "attachments":
        return what.attachments
    return what.every.get(table, frozenset())


def _now(connection: Connection, what: Reached, sought: _Sought) -> Iterator[Mention]:
    for table, columns in _looked_at(what):
        where, values = _filter(columns, sought.marks)
        shown = ", ".join(f'"{name}"' for name in columns)
        theirs = _theirs(what, table)
        for number, *texts in connection.exec_driver_sql(
            f'SELECT id, {shown} FROM "{table}" WHERE {where}', values
        ):
            said = {name: text for name, text in zip(columns, texts, strict=True) if text}
            if number not in theirs and (named := sought.in_row(table, said)):
                yield _mention(table, number, *named)


def _before(connection: Connection, what: Reached, sought: _Sought) -> Iterator[Mention]:
    """What rows said before, and what rows said that are gone."""
    tables = dict(_looked_at(what))
    where, values = _filter(("before", "after"), sought.marks)
    rows = connection.exec_driver_sql(
        f"SELECT table_name, record_id, before, after FROM journal WHERE {where} ORDER BY id DESC",
        values,
    )
    for table, number, *images in rows:
        if table not in tables or number in _theirs(what, table):
            continue
        for image in filter(None, images):
            row = json.loads(image)
            said = {name: row[name] for name in tables[table] if isinstance(row.get(name), str)}
            if named := sought.in_row(table, said):
                yield _mention(table, number, *named, is_past=True)


def _mention(
    table: str, number: int, words: str, is_sure: bool, *, is_past: bool = False
) -> Mention:
    return Mention(
        table=table,
        record_id=number,
        kind=CATALOGUE.record(CATALOGUE.table(table)).kind,
        words=words,
        is_sure=is_sure,
        is_past=is_past,
    )


def _filter(columns: Collection[str], marks: Marks) -> tuple[str, tuple[str, ...]]:
    """A condition that every row fulfils that names somebody, with its values.

    It is asked in the file itself, which reads through it many times as fast as we do.
    """
    close, squeezed = hints(marks)
    parts: list[str] = []
    values: list[str] = []
    for column in columns:
        plain = f'lower("{column}")'
        for sign in _SQUEEZED:
            plain = f"replace({plain}, '{sign}', '')"
        parts += [f'"{column}" LIKE ?'] * len(close)
        values += [f"%{one}%" for one in close]
        if squeezed:  # most texts have no figures, and are not looked at any closer
            bare = " OR ".join([f"instr({plain}, ?)"] * len(squeezed))
            parts.append(f"(\"{column}\" GLOB '*[0-9]*' AND ({bare}))")
            values += squeezed
        parts.append(f'"{column}" GLOB ?')
        values.append(_NOT_PLAIN)
    return f"({' OR '.join(parts)})", tuple(values)


def _shared(connection: Connection, what: Reached, marks: Marks) -> frozenset[str]:
    """Words of somebody's names that other customers and our own people have in theirs too."""
    if not marks.words:
        return frozenset()
    names = Marks(words=marks.words)
    where, values = _filter(("name", "ask_for"), names)
    theirs = what.every.get("customers", frozenset())
    said = [
        f"{name} {ask_for}"
        for number, name, ask_for in connection.exec_driver_sql(
            f"SELECT id, name, ask_for FROM customers WHERE {where}", values
        )
        if number not in theirs
    ]
    said += connection.exec_driver_sql("SELECT name FROM people").scalars()
    return marks.words.intersection(word for text in said for word in name_words(text))
