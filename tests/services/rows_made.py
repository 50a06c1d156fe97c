# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""Whole rows of any table for tests that need them to have been there for years."""

from datetime import UTC, date, datetime

from sqlalchemy import Table

from servicedesk.domain.complaints import Stage
from servicedesk.domain.promises import Outcome
from servicedesk.services.unit import Unit
from servicedesk.store.complaints import complaints
from servicedesk.store.feedback import feedback
from servicedesk.store.promises import promises
from servicedesk.store.types import Coded, Day, Moment, Whole, YesNo

NOON = datetime(2026, 9, 14, 11, 0, tzinfo=UTC)

_LEAST: tuple[tuple[type, object], ...] = (
    (YesNo, False),
    (Day, date(2026, 9, 1)),
    (Moment, NOON),
    (Whole, 1),
)

_JSON = {"own": "{}", "whys": "[]", "wishes": "[]", "causes": "[]", "elements": "[]"}
"""What stands in columns that are read as data."""


def whole(table: Table, **values: object) -> dict[str, object]:
    """A row with the least that every column needs.

    Args:
        table: whose.
        values: by column, in the place of the least.
    """
    row: dict[str, object] = {}
    for column in table.columns:
        if column.name == "id" or column.nullable:
            continue
        if isinstance(column.type, Coded):
            row[column.name] = next(iter(column.type.codes))
        else:
            least = (value for kind, value in _LEAST if isinstance(column.type, kind))
            row[column.name] = next(least, _JSON.get(column.name, ""))
    return {**row, **values}


def complained(unit: Unit, customer_id: int | None, **values: object) -> int:
    """A complaint; a closed one when ``closed_on`` is said."""
    stage = {"stage": Stage.CLOSED} if values.get("closed_on") else {}
    number = {"ref": f"C-2026-{unit.step or 0}{customer_id or 0}"}
    return unit.insert(
        complaints, whole(complaints, **{**number, "customer_id": customer_id, **stage, **values})
    )


def promised(unit: Unit, customer_id: int | None, **values: object) -> int:
    """A promise; a kept one when ``ended_on`` is said."""
    outcome = {"outcome": Outcome.KEPT} if values.get("ended_on") else {}
    number = {"ref": f"P-2026-{unit.step or 0}{customer_id or 0}"}
    return unit.insert(
        promises, whole(promises, **{**number, "customer_id": customer_id, **outcome, **values})
    )


def said(unit: Unit, customer_id: int | None, **values: object) -> int:
    """A piece of feedback."""
    number = {"ref": f"F-2026-{unit.step or 0}{customer_id or 0}"}
    return unit.insert(
        feedback, whole(feedback, **{**number, "customer_id": customer_id, **values})
    )
