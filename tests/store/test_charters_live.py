# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""The queries of the live charter: none of them reads a whole table."""

from collections.abc import Callable, Iterator
from datetime import UTC, date, datetime
from pathlib import Path

import pytest
from sqlalchemy import Connection, event

from servicedesk.domain.customers import Channel
from servicedesk.domain.periods import Period
from servicedesk.store import charters_live as kept
from servicedesk.store.engine import DeskFile
from tests.store.files import new_file, opened

MONTH = Period(first=date(2026, 9, 1), last=date(2026, 9, 30))
BEGIN, END = datetime(2026, 8, 31, 23, tzinfo=UTC), datetime(2026, 9, 30, 23, tzinfo=UTC)
OWNED = [(1, "email"), (2, "email")]
QUERIES: dict[str, Callable[[Connection], object]] = {
    "versions_in_force": kept.versions_in_force,
    "promise_counts": lambda reading: kept.promise_counts(reading, MONTH),
    "promise_cases": lambda reading: kept.promise_cases(reading, MONTH, "email", (1, 2)),
    "contact_cases": lambda reading: kept.contact_cases(
        reading, BEGIN, END, {Channel.EMAIL}, OWNED
    ),
    "newest_promises": lambda reading: kept.newest_promises(reading, MONTH, "email", 200),
    "contact_cases, newest": lambda reading: kept.contact_cases(
        reading, BEGIN, END, set(Channel), (), 200
    ),
    "complaint_cases": lambda reading: kept.complaint_cases(reading, MONTH),
    "refund_cases": lambda reading: kept.refund_cases(reading, MONTH, OWNED),
    "answers_by_day": lambda reading: kept.answers_by_day(reading, MONTH),
}


@pytest.fixture
def file(tmp_path: Path) -> Iterator[DeskFile]:
    with opened(new_file(tmp_path)) as found:
        yield found


@pytest.mark.parametrize("name", QUERIES)
def test_no_query_reads_a_whole_table(file: DeskFile, name: str) -> None:
    asked: list[tuple[str, object]] = []

    def listen(
        connection: object, cursor: object, said: str, values: object, *rest: object
    ) -> None:
        asked.append((said, values))

    event.listen(file._readers, "before_cursor_execute", listen)
    with file.read() as reading:
        assert not QUERIES[name](reading)
    event.remove(file._readers, "before_cursor_execute", listen)
    with file.read() as reading:
        for said, values in [one for one in asked if one[0].startswith("SELECT")]:
            plan = reading.exec_driver_sql(f"EXPLAIN QUERY PLAN {said}", values).all()
            steps = [row[3] for row in plan]
            assert not [step for step in steps if step.startswith("SCAN")], (said, steps)
            if name == "newest_promises":
                assert "ix_promises_standard_key" in steps[0]
                assert not [step for step in steps if "TEMP B-TREE" in step]
