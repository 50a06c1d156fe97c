# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""The queries about feedback: none of them reads a whole table or sorts a long list."""

from collections.abc import Callable, Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest
from sqlalchemy import Connection

from servicedesk.domain.feedback_listed import FeedbackChip
from servicedesk.store import driver, feedback_reading
from servicedesk.store.engine import DeskFile
from servicedesk.store.feedback import feedback
from servicedesk.store.feedback_lists import feedback_counts, feedback_ids, feedback_rows
from servicedesk.store.references import next_ref
from tests.store.files import new_file, opened

AT = datetime(2026, 9, 14, tzinfo=UTC)
QUERIES: dict[str, Callable[[Connection], object]] = {
    "card": lambda reading: feedback_reading.feedback_card(reading, 4),
    "keyed": lambda reading: feedback_reading.keyed_cards(reading, 4),
    "of a complaint": lambda reading: feedback_reading.feedback_of_complaint(reading, 4),
    "praise": lambda reading: feedback_reading.praise_of(reading, "Tom"),
    "batch": lambda reading: feedback_reading.batch_card(reading, 4),
    "is keyed": lambda reading: feedback_reading.is_keyed(reading, 4),
    "is batch": lambda reading: feedback_reading.is_batch(reading, 4),
    "is reached": lambda reading: feedback_reading.is_reached(reading, 4),
    "wall": feedback_reading.wall_lines,
    "decided": lambda reading: feedback_reading.decided(reading, 40),
    "binned": lambda reading: feedback_reading.binned_before(reading, AT),
    "letters": lambda reading: feedback_reading.letters_about_feedback(reading, 4),
    "next_ref": lambda reading: next_ref(reading, feedback, "F", 2026),
    "rows": lambda reading: feedback_rows(reading, [1, 2, 3]),
    "counts": feedback_counts,
    "of one customer": lambda reading: feedback_ids(reading, FeedbackChip.ALL, (), 4),
    "with words": lambda reading: feedback_ids(reading, FeedbackChip.ALL, ("patel", "ri")),
    **{
        f"ids {chip}": lambda reading, chip=chip: feedback_ids(reading, chip)
        for chip in FeedbackChip
    },
}
SORTED_APART = ("complaint_id =", "customer_id =", "FROM search_words", "id IN (")
"""What is sorted after it was found: a few rows of one complaint or customer, or hits."""


@pytest.fixture
def heard() -> list[str]:
    return []


@pytest.fixture
def file(tmp_path: Path, heard: list[str], monkeypatch: pytest.MonkeyPatch) -> Iterator[DeskFile]:
    real = driver.open_connection

    def open_and_hear(*args: object, **kwargs: object) -> driver.Connection:
        connection = real(*args, **kwargs)
        connection.set_trace_callback(heard.append)
        return connection

    monkeypatch.setattr(driver, "open_connection", open_and_hear)
    with opened(new_file(tmp_path)) as found:
        yield found


@pytest.mark.parametrize("name", QUERIES)
def test_no_query_reads_a_whole_table(file: DeskFile, heard: list[str], name: str) -> None:
    heard.clear()
    with file.read() as reading:
        QUERIES[name](reading)
        asked = [said for said in heard if said.lstrip().startswith("SELECT")]
        assert asked
        for said in asked:
            steps = [row[3] for row in reading.exec_driver_sql(f"EXPLAIN QUERY PLAN {said}")]
            # A partial index is read from end to end: it holds no more than is asked for.
            whole = [
                step
                for step in steps
                if step.startswith("SCAN") and not ("INDEX ix_" in step or "VIRTUAL" in step)
                if not step.split()[1].startswith(
                    ("json_each", "CONSTANT", "main.search_", "(subquery-")
                )
            ]
            assert not whole, (said, steps)
            sorts = [step for step in steps if "TEMP B-TREE" in step]
            assert not sorts or any(part in said for part in SORTED_APART), (said, steps)


def test_each_list_is_read_along_its_own_index(file: DeskFile, heard: list[str]) -> None:
    wanted = {
        FeedbackChip.FOLLOW_UP: "ix_feedback_to_follow",
        FeedbackChip.TO_ANSWER: "ix_feedback_to_answer",
        FeedbackChip.LOW: "ix_feedback_low",
        FeedbackChip.WALL: "ix_feedback_on_wall",
        FeedbackChip.REVIEWS: "COVERING INDEX ix_feedback_listed",
    }
    with file.read() as reading:
        for chip, index in wanted.items():
            heard.clear()
            feedback_ids(reading, chip)
            (said,) = [one for one in heard if one.lstrip().startswith("SELECT")]
            plan = reading.exec_driver_sql(f"EXPLAIN QUERY PLAN {said}").all()
            assert index in plan[0][3]
