# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""Every revision on a populated file of every released schema, whole and failing half-way.

A revision that only these tests know comes after the last, so that there is always one step
more to take.
"""

import tempfile
from collections.abc import Sequence
from pathlib import Path
from shutil import copyfile

import pytest
import sqlalchemy as sa
from alembic.operations import MigrateOperation, Operations

from servicedesk.store import disk, driver
from servicedesk.store.driver import Access
from servicedesk.store.migrate import build, update
from servicedesk.store.migrations import REVISIONS, SCHEMA
from servicedesk.store.migrations.revision import Revision
from servicedesk.store.migrations.versions import (
    r0001_first,
    r0002_people_registrations,
    r0003_customers,
    r0004_promises_letters,
    r0005_search,
    r0006_complaints,
    r0007_feedback,
    r0008_improving,
    r0009_trust,
)
from servicedesk.store.types import Words
from tests.faults.counting import note
from tests.migrations.files import (
    KEY,
    ROWS,
    PlantedFailure,
    dump,
    file_of,
    operations_failing_after,
)
from tests.store.files import MOMENT

KEYS = pytest.mark.parametrize("key", [None, KEY], ids=["plain", "with a key"])


def one_more(op: Operations) -> None:
    op.add_column("closures", sa.Column("cover", Words(), nullable=True))
    op.create_index("ix_closures_cover", "closures", ["cover"])
    op.create_table("visits", sa.Column("name", Words(), nullable=False), sqlite_strict=True)


EVERY = (*REVISIONS, Revision(number=SCHEMA + 1, upgrade=one_more))


def test_the_steps_taken_here_are_all_there_are():
    assert REVISIONS == (
        r0001_first.REVISION,
        r0002_people_registrations.REVISION,
        r0003_customers.REVISION,
        r0004_promises_letters.REVISION,
        r0005_search.REVISION,
        r0006_complaints.REVISION,
        r0007_feedback.REVISION,
        r0008_improving.REVISION,
        r0009_trust.REVISION,
    )


def count_operations(revisions: Sequence[Revision]) -> int:
    """How many operations these revisions are made of."""
    done = 0

    class Counting(Operations):
        def invoke(self, operation: MigrateOperation) -> object:
            nonlocal done
            done += 1
            return super().invoke(operation)

    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "new"
        if revisions[0].number == 1:
            disk.make_private(path)
            build(path, revisions=revisions, operate=Counting)
        else:
            update(
                file_of(Path(folder), revisions[0].number - 1),
                backups=Path(folder) / "backups",
                moment=MOMENT,
                revisions=revisions,
                operate=Counting,
            )
    return done


def test_every_revision_has_rows_to_be_tried_on() -> None:
    assert set(ROWS) == {revision.number for revision in REVISIONS}


@KEYS
@pytest.mark.parametrize("schema", range(1, SCHEMA + 2))
def test_demand_6_a_file_of_every_schema_comes_up_to_date(
    tmp_path: Path, schema: int, key: str | None
) -> None:
    path = file_of(tmp_path, schema, key, EVERY)
    made = update(path, backups=tmp_path / "backups", moment=MOMENT, key=key, revisions=EVERY)
    assert (made is None) is (schema == SCHEMA + 1)
    connection = driver.open_bare(path, Access.READ_ONLY, key)
    assert driver.whole(connection, "PRAGMA user_version") == SCHEMA + 1
    assert driver.find_damage(connection, thorough=True) is None
    counts = driver.count_rows(connection)
    connection.close()
    for table in {table for table, _ in ROWS[1]} & set(counts):
        assert counts[table] > 0


def fails_after_any(
    folder: Path, schema: int, key: str | None, revisions: Sequence[Revision]
) -> None:
    """Fail after each operation that leads from a schema to the last of some revisions."""
    made = file_of(folder, schema, key)
    before = dump(made, key)
    operations = count_operations(revisions[schema:])
    assert operations
    for wanted in range(1, operations + 1):
        path = folder / str(wanted) / made.name
        path.parent.mkdir()
        copyfile(made, path)
        with pytest.raises(PlantedFailure):
            update(
                path,
                backups=path.parent / "backups",
                moment=MOMENT,
                key=key,
                revisions=revisions,
                operate=operations_failing_after(wanted),
            )
        assert dump(path, key) == before
    note("a migration that fails after one of its operations", operations)


@KEYS
@pytest.mark.parametrize("schema", range(1, SCHEMA + 1))
def test_demand_6_a_failure_after_any_operation_leaves_the_file_as_it_was(
    tmp_path: Path, schema: int, key: str | None
) -> None:
    fails_after_any(tmp_path, schema, key, EVERY[: schema + 1])


def test_a_failure_anywhere_on_the_longest_way_leaves_the_file_as_it_was(tmp_path: Path) -> None:
    fails_after_any(tmp_path, 1, None, EVERY)


@KEYS
def test_a_new_file_is_made_as_a_whole_too(tmp_path: Path, key: str | None) -> None:
    for wanted in range(1, count_operations(REVISIONS) + 1):
        path = tmp_path / str(wanted)
        disk.make_private(path)
        with pytest.raises(PlantedFailure):
            build(path, key, operate=operations_failing_after(wanted))
        connection = driver.open_bare(path, Access.READ_ONLY, key)
        assert driver.table_names(connection) == ()
        assert driver.whole(connection, "PRAGMA user_version") == 0
        connection.close()
