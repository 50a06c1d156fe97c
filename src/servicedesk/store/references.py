# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""The references of records, such as "P-2026-0014": the next one of a year."""

from sqlalchemy import Connection, Table

from servicedesk.store.asking import ask

_WIDTH = 4
"""Figures that the number in a reference has at least."""


def next_ref(connection: Connection, table: Table, letter: str, year: int) -> str:
    """The reference of the next record of a year.

    It goes on from the newest record: to look for the highest number would take longer with every
    record there is. A number that is there is passed over, as after a clock was set back.

    Args:
        connection: reads, inside the step that will write the record.
        table: of the records, whose ``ref`` is unique.
        letter: in front of them, such as "P".
        year: of the day in the shop.
    """
    start = f"{letter}-{year}-"
    newest = f"SELECT ref FROM {table.name} WHERE id = (SELECT max(id) FROM {table.name})"
    last = next((ref for (ref,) in ask(connection, newest)), "")
    number = int(last.removeprefix(start)) if last.startswith(start) else 0
    while True:
        number += 1
        ref = f"{start}{number:0{_WIDTH}d}"
        if not ask(connection, f"SELECT 1 FROM {table.name} WHERE ref = ?", (ref,)):
            return ref
