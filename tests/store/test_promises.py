# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""The queries about promises: none of them reads a whole table."""

from collections.abc import Callable, Iterator
from datetime import UTC, date, datetime
from pathlib import Path

import pytest
from sqlalchemy import Connection, event

from servicedesk.domain.promises import PromiseChip
from servicedesk.store import promises, promises_repeats
from servicedesk.store.engine import DeskFile
from servicedesk.store.promises_lists import ListDays, promise_counts, promise_ids, promise_rows
from servicedesk.store.promises_rates import cases_due
from servicedesk.store.promises_standards import published_standards
from servicedesk.store.references import next_ref
from tests.store.files import new_file, opened

DAYS = ListDays(
    now=datetime(2026, 9, 14, 11, tzinfo=UTC), today=date(2026, 9, 14), coming=date(2026, 9, 17)
)
MONTH = (date(2026, 9, 1), date(2026, 9, 30))
QUERIES: dict[str, Callable[[Connection], object]] = {
    "promise": lambda reading: promises.promise(reading, 41),
    "open_promises_of": lambda reading: promises.open_promises_of(reading, 41),
    "moves_of": lambda reading: promises.moves_of(reading, 41),
    "next_ref": lambda reading: next_ref(reading, promises.promises, "P", 2026),
    "repeat": lambda reading: promises_repeats.repeat(reading, 1),
    "newest_of_repeat": lambda reading: promises_repeats.newest_of_repeat(reading, 1),
    "promise_rows": lambda reading: promise_rows(reading, [1, 2, 3]),
    "promise_counts": lambda reading: promise_counts(reading, DAYS),
    "cases_due": lambda reading: cases_due(reading, *MONTH),
    "published_standards": published_standards,
    "promise_ids with words": lambda reading: promise_ids(
        reading, PromiseChip.OPEN, DAYS, ("patel", "ri")
    ),
    **{
        f"promise_ids {chip}": lambda reading, chip=chip: promise_ids(reading, chip, DAYS)
        for chip in PromiseChip
    },
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
        QUERIES[name](reading)
    event.remove(file._readers, "before_cursor_execute", listen)
    with file.read() as reading:
        for said, values in [one for one in asked if one[0].startswith("SELECT")]:
            plan = reading.exec_driver_sql(f"EXPLAIN QUERY PLAN {said}", values).all()
            steps = [row[3] for row in plan]
            whole = [step for step in steps if step.startswith("SCAN")]
            # The index of words is a table of its own, which is searched although it says SCAN.
            assert not [step for step in whole if "VIRTUAL TABLE INDEX" not in step], (said, steps)
            # Those of one customer or charter, sums, and those that were found, are sorted.
            small = ("FROM service_standards", "customer_id =", "FROM search_words", "GROUP BY")
            sorts = [step for step in steps if "TEMP B-TREE" in step]
            assert not sorts or any(part in said for part in small), (said, steps)


def test_open_lists_are_read_from_the_index_of_open_ones(file: DeskFile) -> None:
    asked: list[tuple[str, object]] = []
    event.listen(
        file._readers,
        "before_cursor_execute",
        lambda connection, cursor, said, values, *rest: asked.append((said, values)),
    )
    with file.read() as reading:
        promise_ids(reading, PromiseChip.LATE, DAYS)
        said, values = asked[-1]
        plan = reading.exec_driver_sql(f"EXPLAIN QUERY PLAN {said}", values).all()
    assert "ix_promises_open" in plan[0][3]
