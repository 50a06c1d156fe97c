# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""The queries about complaints: none of them reads a whole table or sorts a long list."""

from collections.abc import Callable, Iterator
from datetime import date
from pathlib import Path

import pytest
from sqlalchemy import Connection, event

from servicedesk.domain.complaints_listed import ComplaintChip
from servicedesk.store import complaints_file, complaints_reading
from servicedesk.store.actions import action
from servicedesk.store.complaints import complaints
from servicedesk.store.complaints_lists import (
    complaint_counts,
    complaint_ids,
    complaint_rows,
    received_since,
)
from servicedesk.store.complaints_purchases import purchase_behind
from servicedesk.store.contacts import contacts_about, first_contact_about
from servicedesk.store.engine import DeskFile
from servicedesk.store.references import next_ref
from tests.store.files import new_file, opened

TODAY = date(2026, 9, 14)
QUERIES: dict[str, Callable[[Connection], object]] = {
    "complaint": lambda reading: complaints_reading.complaint(reading, 4),
    "complaints_of": lambda reading: complaints_reading.complaints_of(reading, 4),
    "open_complaints": complaints_reading.open_complaints,
    "remedies_of": lambda reading: complaints_file.remedies_of(reading, 4),
    "remedy_of_promise": lambda reading: complaints_file.remedy_of_promise(reading, 4),
    "action": lambda reading: action(reading, 4),
    "next_ref": lambda reading: next_ref(reading, complaints, "C", 2026),
    "complaint_rows": lambda reading: complaint_rows(reading, [1, 2, 3]),
    "complaint_counts": lambda reading: complaint_counts(reading, TODAY),
    "received_since": lambda reading: received_since(reading, TODAY),
    "contacts_about": lambda reading: contacts_about(reading, 4),
    "first_contact_about": lambda reading: first_contact_about(reading, 4),
    "of one customer": lambda reading: complaint_ids(
        reading, ComplaintChip.ALL, TODAY, customer_id=4
    ),
    "with words": lambda reading: complaint_ids(
        reading, ComplaintChip.OPEN, TODAY, ("patel", "ri")
    ),
    "what is ticked": lambda reading: purchase_behind(reading, 4),
    **{
        f"ids {chip}": lambda reading, chip=chip: complaint_ids(reading, chip, TODAY)
        for chip in ComplaintChip
    },
}

SORTED_APART = ("complaint_id =", "customer_id =", "FROM search_words", "id IN (")
"""What is sorted after it was found: a few rows of one complaint or customer."""


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
            # A partial index is read from end to end: it holds no more than is asked for.
            whole = [
                step
                for step in steps
                if step.startswith("SCAN") and not ("INDEX ix_" in step or "VIRTUAL" in step)
            ]
            assert not whole, (said, steps)
            sorts = [step for step in steps if "TEMP B-TREE" in step]
            assert not sorts or any(part in said for part in SORTED_APART), (said, steps)
