# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""The references of records, such as "P-2026-0014": the next one of a year."""

from typing import Any

from sqlalchemy import Column, Connection, func, select

_WIDTH = 4
"""Figures that the number in a reference has at least."""

_WIDEST = 9


def next_ref(connection: Connection, refs: Column[Any], letter: str, year: int) -> str:
    """The reference of the next record of a year.

    Args:
        connection: reads, inside the step that will write the record.
        refs: the column that keeps the references, which are unique.
        letter: in front of them, such as "P".
        year: of the day in the shop.
    """
    start = f"{letter}-{year}-"
    last = 0
    for width in range(_WIDTH, _WIDEST + 1):
        found = connection.scalar(
            select(refs)
            .where(
                refs >= start,
                refs < f"{letter}-{year}.",
                func.length(refs) == len(start) + width,
            )
            .order_by(refs.desc())
            .limit(1)
        )
        last = max(last, 0 if found is None else int(found.removeprefix(start)))
        if last < 10**width - 1:
            break
    return f"{start}{last + 1:0{_WIDTH}d}"
