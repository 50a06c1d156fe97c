# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""Taking a person out of what rows of others tell, and out of the history of those rows."""

import json
from collections.abc import Callable, Collection, Iterable

from sqlalchemy import Connection

from servicedesk.domain.forgetting_marks import Marks, is_namesake, long_names, redacted
from servicedesk.store.forgetting import Shape, numbers, texts_of
from servicedesk.store.forgetting_mentions import CALLED, NAMES
from servicedesk.store.records import CATALOGUE

Reword = Callable[[str], str]
"""A text -> the text without what somebody is known by."""


def reword_others(
    connection: Connection,
    shape: Shape,
    rows: Iterable[tuple[str, int]],
    marks: Marks,
    stands_in: str,
) -> None:
    """Take a person out of records of others.

    Args:
        connection: in a transaction that can write.
        shape: of the file.
        rows: by table and number; what a file of an older schema does not have is passed over.
        marks: what the person is known by.
        stands_in: what stands in its place.
    """
    whole = long_names(marks)
    by_table: dict[str, set[int]] = {}
    for name, number in rows:
        if name in shape:
            by_table.setdefault(name, set()).add(number)
    for name, ids in by_table.items():
        known = CATALOGUE.record(CATALOGUE.table(name)).person_columns
        called = CALLED.get(name, frozenset())
        told = [one for one in known if one in shape[name] and one not in called]
        shared = [one for one in known if one in shape[name] and one in called - NAMES]
        names = [one for one in known if one in shape[name] and one in called & NAMES]
        reword_rows(connection, name, told, ids, lambda text: redacted(text, marks, stands_in))
        reword_rows(connection, name, shared, ids, lambda text: redacted(text, whole, stands_in))
        reword_rows(
            connection,
            name,
            names,
            ids,
            lambda text: text if is_namesake(text, marks) else redacted(text, whole, stands_in),
        )


def reword_rows(
    connection: Connection,
    name: str,
    columns: Collection[str],
    ids: Iterable[int],
    reword: Reword,
) -> None:
    """Take a person out of what rows tell, and out of their history.

    Args:
        connection: in a transaction that can write.
        name: of the table.
        columns: with words.
        ids: of the rows.
        reword: gives a text without the person.
    """
    if not columns:
        return
    wanted = frozenset(ids)
    for number, texts in texts_of(connection, name, columns, wanted).items():
        new = {column: _each(text, reword) for column, text in texts.items()}
        for column in (one for one in new if new[one] != texts[one]):
            connection.exec_driver_sql(
                f'UPDATE "{name}" SET "{column}" = ? WHERE id = ?', (new[column], number)
            )
    lines = connection.exec_driver_sql(
        "SELECT id, before, after FROM journal WHERE table_name = ?"
        " AND record_id IN (SELECT value FROM json_each(?))",
        (name, numbers(wanted)),
    ).all()
    for line, *images in lines:
        told = [_image(image, columns, reword) for image in images]
        if told != images:
            connection.exec_driver_sql(
                "UPDATE journal SET before = ?, after = ? WHERE id = ?", (*told, line)
            )


def _image(image: str | None, columns: Collection[str], reword: Reword) -> str | None:
    if image is None:
        return None
    row = json.loads(image)
    for column in columns:
        if isinstance(row.get(column), str):
            row[column] = _each(row[column], reword)
    return json.dumps(row, ensure_ascii=False, separators=(",", ":"))


def _each(text: str, reword: Reword) -> str:
    """A text anew; of one that holds several, as own fields do, each by itself."""
    if text[:1] not in ("{", "["):
        return reword(text)
    try:
        said = json.loads(text)
    except ValueError:
        return reword(text)
    anew = _inside(said, reword)
    return text if anew == said else json.dumps(anew, ensure_ascii=False)


def _inside(said: object, reword: Reword) -> object:
    if isinstance(said, str):
        return reword(said)
    if isinstance(said, list):
        return [_inside(one, reword) for one in said]
    if isinstance(said, dict):
        return {key: _inside(one, reword) for key, one in said.items()}
    return said
