# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""Taking out of a file what belongs to somebody: rows, their history, files, half-typed forms.

It is the one place beside the journal that changes rows: what erasing changes must be in no
history, and it is done again in every backup, of whichever schema.
"""

import json
from collections.abc import Callable, Collection, Iterable, Mapping

from sqlalchemy import Connection, Table, insert

from servicedesk.domain.drafts import is_about
from servicedesk.domain.forgetting import Erasing
from servicedesk.store.forgetting import Reached, Shape, numbers, shape_of
from servicedesk.store.forgetting_rewording import Reword, reword_rows
from servicedesk.store.holds import kept_by_hold
from servicedesk.store.records import CATALOGUE

_LIST = "IN (SELECT value FROM json_each(?))"

_TOLD = frozenset(
    [
        "text",
        "notes",
        "better",
        "outcome_words",
        "lessons",
        "whys",
        "words",
        "reasons",
        "reason",
        "body",
        "note",
        "answer",
        "remedy",
        "condition",
        "wish_words",
        "question",
        "limits",
        "result",
        "ending_reason",
        "follow_up_note",
        "over_because",
        "method",
        "waiting_for",
    ]
)
"""Columns that tell what happened: they stay, without the name, of whom is only made nameless."""


def erase(
    connection: Connection,
    what: Reached,
    how: Erasing,
    *,
    stands_in: str,
    day: str,
    reword: Reword,
    heard_as: Reword,
) -> None:
    """Take out of a file what belongs to somebody.

    Args:
        connection: in a transaction that can write.
        what: belongs to them.
        how: how much goes.
        stands_in: what stands where words were.
        day: it is, in ISO 8601.
        reword: takes the person out of what is told.
        heard_as: what stands for how they heard of the business, where nobody else said the same.
    """
    heard = _heard_from(connection, what, heard_as)
    for name, ids in what.stays.items():
        blank, told = _columns(what.shape, name, how)
        _blank_rows(connection, name, ids, blank, stands_in)
        _blank_history(connection, name, ids, blank)
        reword_rows(connection, name, told, ids, reword)
    _put_away(connection, what, stands_in, day)
    for number, words in heard.items():
        connection.exec_driver_sql(
            "UPDATE customers SET heard_from = ? WHERE id = ?", (words, number)
        )
    _let_go(connection, what)
    for table in reversed(list(CATALOGUE)):
        if ids := what.goes.get(table.name, frozenset()):
            connection.exec_driver_sql(
                f'DELETE FROM "{table.name}" WHERE id {_LIST}', (numbers(ids),)
            )
            empty_history(connection, table.name, ids)
    _drop_attachments(connection, what.attachments)
    _drop_samples(connection, what.shape)


def _columns(shape: Shape, name: str, how: Erasing) -> tuple[list[str], list[str]]:
    """The columns of a table that are emptied, and those that are told anew."""
    known = [
        column
        for column in CATALOGUE.record(CATALOGUE.table(name)).person_columns
        if column in shape[name]
    ]
    told = [
        column
        for column in known
        if how is Erasing.ANONYMISE and column in _TOLD and name != "customers"
    ]
    return [column for column in known if column not in told], told


def _blank_rows(
    connection: Connection, name: str, ids: Iterable[int], columns: list[str], stands_in: str
) -> None:
    """Empty columns of rows; what was empty stays so, for whether something was said is counted."""
    if not columns:
        return
    changes = ", ".join(
        f'"{one}" = CASE WHEN "{one}" IS NULL OR "{one}" = \'\' THEN "{one}"'
        f" WHEN json_valid(\"{one}\") AND substr(\"{one}\", 1, 1) = '{{' THEN '{{}}'"
        f" WHEN json_valid(\"{one}\") AND substr(\"{one}\", 1, 1) = '[' THEN '[]'"
        " ELSE ? END"
        for one in columns
    )
    values = (*[stands_in] * len(columns), numbers(ids))
    connection.exec_driver_sql(f'UPDATE "{name}" SET {changes} WHERE id {_LIST}', values)


def _blank_history(
    connection: Connection, name: str, ids: Iterable[int], columns: list[str]
) -> None:
    """Empty columns in every image of rows."""
    if not columns:
        return
    parts = ", ".join(f"'$.{one}', ''" for one in columns)
    connection.exec_driver_sql(
        f"UPDATE journal SET before = json_replace(before, {parts}),"
        f" after = json_replace(after, {parts}) WHERE table_name = ? AND record_id {_LIST}",
        (name, numbers(ids)),
    )


def empty_history(connection: Connection, name: str, ids: Iterable[int]) -> None:
    """Leave nothing of rows in the history but that they were there."""
    owner = CATALOGUE.record(CATALOGUE.table(name)).owner_column
    kept = "'id', record_id" + (
        "" if owner is None else f", '{owner}', json_extract({{image}}, '$.{owner}')"
    )
    images = ", ".join(
        f"{image} = CASE WHEN {image} IS NOT NULL THEN json_object({kept.format(image=image)}) END"
        for image in ("before", "after")
    )
    connection.exec_driver_sql(
        f"UPDATE journal SET {images} WHERE table_name = ? AND record_id {_LIST}",
        (name, numbers(ids)),
    )


def empty_gone(connection: Connection, before: str) -> None:
    """Leave nothing in the history of rows that went before a moment and never came back.

    What was of somebody whom a legal hold keeps, or of what it keeps, stays in the history.

    Args:
        connection: in a transaction that can write.
        before: the moment, in UTC, as the file has it; long before this start of the program, for
            undo needs what went since.
    """
    gone = (
        "SELECT DISTINCT j.record_id FROM journal AS j WHERE j.table_name = ?"
        " AND j.action = 'remove' AND j.at < ?"
        f" AND ifnull(json_extract(j.before, '$.customer_id'), 0) NOT {_LIST}"
        f" AND ifnull(json_extract(j.before, '$.complaint_id'), 0) NOT {_LIST}"
        f" AND ifnull(json_extract(j.before, '$.promise_id'), 0) NOT {_LIST}"
        ' AND NOT EXISTS (SELECT 1 FROM "{table}" AS t WHERE t.id = j.record_id)'
    )
    shape, held = shape_of(connection), kept_by_hold(connection)
    whose = [numbers(held.get(one, ())) for one in ("customers", "complaints", "promises")]
    for table in CATALOGUE:
        if CATALOGUE.record(table).person_columns and table.name in shape:
            rows = connection.exec_driver_sql(
                gone.format(table=table.name), (table.name, before, *whose)
            ).scalars()
            if ids := frozenset(rows):
                empty_history(connection, table.name, ids)


def _heard_from(connection: Connection, what: Reached, heard_as: Reword) -> dict[int, str]:
    """How people heard of the business: counted by its words, which stay where others said them."""
    ids = what.stays.get("customers", frozenset())
    rows = connection.exec_driver_sql(
        "SELECT c.id, c.heard_from, EXISTS (SELECT 1 FROM customers AS o"
        f" WHERE o.heard_from = c.heard_from AND o.id <> c.id AND NOT o.id {_LIST})"
        f" FROM customers AS c WHERE c.heard_from <> '' AND c.id {_LIST}",
        (numbers(ids), numbers(ids)),
    ).all()
    return {row[0]: row[1] if row[2] else heard_as(row[1]) for row in rows}


def _put_away(connection: Connection, what: Reached, stands_in: str, day: str) -> None:
    """Leave a customer as a line without a name, out of lists; a record, as nobody's."""
    ids = numbers(what.stays[what.root])
    if what.root != "customers" and "customer_id" not in what.shape[what.root]:
        return
    if what.root != "customers":
        connection.exec_driver_sql(
            f"UPDATE {what.root} SET customer_id = NULL WHERE id {_LIST}", (ids,)
        )
        connection.exec_driver_sql(
            "UPDATE journal SET before = json_replace(before, '$.customer_id', NULL),"
            " after = json_replace(after, '$.customer_id', NULL)"
            f" WHERE table_name = ? AND record_id {_LIST}",
            (what.root, ids),
        )
        return
    connection.exec_driver_sql(
        "UPDATE customers SET name = '', ask_for = '', salutation = '', sort_key = '',"
        " best_time = '', remember = '', notes = '', shown_name = ?, prefers = NULL,"
        " archived_on = coalesce(archived_on, ?)"
        f" WHERE id {_LIST}",
        (stands_in, day, ids),
    )


def _let_go(connection: Connection, what: Reached) -> None:
    """Have nothing point to rows that go."""
    for table in CATALOGUE:
        for key in table.foreign_keys:
            parent, column = key.column.table.name, key.parent
            if (
                parent in what.goes
                and column.nullable
                and column.name in what.shape.get(table.name, ())
            ):
                connection.exec_driver_sql(
                    f'UPDATE "{table.name}" SET "{column.name}" = NULL'
                    f' WHERE "{column.name}" {_LIST}',
                    (numbers(what.goes[parent]),),
                )


def _drop_attachments(connection: Connection, ids: Collection[int]) -> None:
    """Remove contents with their pieces."""
    if not ids:
        return
    pieces = (
        connection.exec_driver_sql(
            f"SELECT id FROM attachment_pieces WHERE attachment_id {_LIST}", (numbers(ids),)
        )
        .scalars()
        .all()
    )
    for name, rows in (("attachment_pieces", pieces), ("attachments", ids)):
        connection.exec_driver_sql(f"DELETE FROM {name} WHERE id {_LIST}", (numbers(rows),))
        empty_history(connection, name, rows)


def _drop_samples(connection: Connection, shape: Shape) -> None:
    """Remove the samples of names by which SQLite plans its queries; it takes new ones."""
    if "sqlite_stat4" in shape:
        connection.exec_driver_sql("DELETE FROM sqlite_stat4")


def drop_drafts(connection: Connection, ids: Iterable[int]) -> None:
    """Remove half-typed forms."""
    connection.exec_driver_sql(f"DELETE FROM drafts WHERE id {_LIST}", (numbers(ids),))


def drafts_about(
    connection: Connection, what: Reached, is_named: Callable[[str], bool]
) -> tuple[int, ...]:
    """Half-typed forms that are about somebody, or name them.

    A form about a record bears the name of its table or of its kind, and the record's number.
    """
    if "drafts" not in what.shape:
        return ()
    subjects = {
        (word, str(one))
        for name, ids in what.every.items()
        for word in (name, CATALOGUE.record(CATALOGUE.table(name)).kind.value)
        for one in ids
    }
    found = connection.exec_driver_sql("SELECT id, form, subject, body FROM drafts").all()
    return tuple(
        number
        for number, form, subject, body in found
        if any(is_about(form, subject, word, one) for word, one in subjects)
        or is_named(subject)
        or is_named(_plain(body))
    )


def _plain(body: str) -> str:
    """What stands in a half-typed form, with its letters as they were typed."""
    try:
        return json.dumps(json.loads(body), ensure_ascii=False)
    except ValueError:
        return body


def index_anew(connection: Connection, shape: Shape) -> None:
    """Empty the index of the search, which is made anew when the file is next opened."""
    if "search_docs" not in shape:
        return
    for table in ("search_words", "search_parts"):
        connection.exec_driver_sql(f"INSERT INTO {table}({table}) VALUES ('delete-all')")
    connection.exec_driver_sql("DELETE FROM search_docs")


def note_erased(connection: Connection, table: Table, values: Mapping[str, object]) -> None:
    """Add a line to the list of the forgotten of a file that is not open."""
    connection.execute(insert(table), values)


def note_before(connection: Connection, key: str, text: str | None) -> None:
    """Keep the list beside the facts of a file that has no table for it."""
    connection.exec_driver_sql("DELETE FROM business_facts WHERE key = ?", (key,))
    if text is not None:
        connection.exec_driver_sql(
            "INSERT INTO business_facts(key, value) VALUES (?, ?)", (key, text)
        )
