# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""The machinery of updates, tried on revisions that only these tests know."""

import os
import warnings
from collections.abc import Callable
from functools import partial
from pathlib import Path

import pytest
import sqlalchemy as sa
from alembic.operations import Operations
from sqlalchemy.exc import SAWarning

from servicedesk.domain.errors import Trouble
from servicedesk.store import driver, migrate, opening
from servicedesk.store.backup import sum_file
from servicedesk.store.driver import Access
from servicedesk.store.migrate import build, update
from servicedesk.store.migrations import REVISIONS
from servicedesk.store.migrations.revision import Revision
from servicedesk.store.types import Words
from tests.migrations.files import PlantedFailure, dump, file_of, operations_failing_after
from tests.store.files import MOMENT, folder_bytes

NEXT = REVISIONS[-1].number + 1


def add_column(op: Operations) -> None:
    """The plain way, which is preferred."""
    op.add_column("closures", sa.Column("cover", Words(), nullable=True))
    op.create_table(
        "visits",
        sa.Column("name", Words(), nullable=False),
        sqlite_strict=True,
    )
    op.execute("INSERT INTO visits (name) VALUES ('first')")


def alter_parent(op: Operations) -> None:
    """A batch alter of a table that others point to: with foreign keys on it empties them."""
    with op.batch_alter_table("charter_versions", table_kwargs={"sqlite_strict": True}) as batch:
        batch.alter_column("trade", nullable=True)


def lose_rows(op: Operations) -> None:
    op.execute("DELETE FROM service_standards WHERE position = 1")


def orphan_rows(op: Operations) -> None:
    op.execute("UPDATE attachment_pieces SET attachment_id = 5")


def lose_table(op: Operations) -> None:
    op.drop_table("drafts")


def break_rule(op: Operations) -> None:
    op.execute("INSERT INTO business_facts (key, value) VALUES ('name', '')")


def warn(op: Operations) -> None:
    op.create_index("ix_folded", "closures", [sa.text("lower(reason)")])
    with op.batch_alter_table("closures") as batch:
        batch.alter_column("reason", nullable=True)


def fill_disk(op: Operations) -> None:
    connection = op.get_bind()
    connection.exec_driver_sql("PRAGMA max_page_count = 1")
    op.execute("INSERT INTO business_facts (key, value) VALUES ('x', hex(zeroblob(100000)))")


def revisions(
    upgrade: Callable[[Operations], None],
    *,
    dropped: tuple[str, ...] = (),
    resized: tuple[str, ...] = (),
) -> tuple[Revision, ...]:
    last = Revision(
        number=NEXT,
        upgrade=upgrade,
        dropped=frozenset(dropped),
        resized=frozenset(resized),
    )
    return (*REVISIONS, last)


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return file_of(tmp_path, NEXT - 1)


def bring_up(path: Path, last: tuple[Revision, ...], **more: object) -> Path | None:
    folder = path.parent / "backups"
    return update(path, backups=folder, moment=MOMENT, revisions=last, **more)


def count(path: Path, table: str) -> int:
    connection = driver.open_bare(path, Access.READ_ONLY)
    found = driver.whole(connection, f"SELECT count(*) FROM {table}")
    connection.close()
    return found


def test_demand_6_an_update_keeps_a_proven_copy_first(path: Path) -> None:
    before = dump(path)
    made = bring_up(path, revisions(add_column))
    assert made == path.parent / "backups" / "shop 2026-09-14 110000 before update.servicedesk"
    assert dump(made) == before
    assert sum_file(made).exists()
    assert os.stat(made.parent).st_mode & 0o777 == 0o700
    assert count(path, "visits") == 1
    assert bring_up(path, revisions(add_column)) is None


def test_altering_a_parent_keeps_its_children(path: Path) -> None:
    bring_up(path, revisions(alter_parent))
    assert count(path, "service_standards") == 2
    connection = driver.open_bare(path, Access.READ_ONLY)
    assert driver.find_damage(connection, thorough=True) is None
    strict = "SELECT strict FROM pragma_table_list WHERE name = 'charter_versions'"
    assert driver.one(connection, strict) == 1
    connection.close()


@pytest.mark.parametrize("upgrade", [lose_rows, orphan_rows, lose_table, break_rule, warn])
def test_demand_6_an_update_that_would_lose_something_does_not_happen(
    path: Path, monkeypatch: pytest.MonkeyPatch, upgrade: Callable[[Operations], None]
) -> None:
    before = dump(path)
    # Each is seen before the commit: nothing has to be put back.
    monkeypatch.setattr(migrate, "put_back", None)
    with pytest.raises(Trouble) as caught:
        bring_up(path, revisions(upgrade))
    assert caught.value.code == "update_failed"
    assert (path.parent / "backups" / str(caught.value.params["backup"])).exists()
    assert dump(path) == before


def test_a_warning_of_the_library_counts_as_failure(path: Path) -> None:
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # as outside of tests, where nobody would see it
        with pytest.raises(Trouble) as caught:
            bring_up(path, revisions(warn))
    unfit = caught.value.__cause__
    assert unfit is not None
    assert isinstance(unfit.__cause__, SAWarning)


def test_a_revision_may_say_what_it_takes_away(path: Path) -> None:
    bring_up(path, revisions(lose_rows, resized=("service_standards",)))
    assert count(path, "service_standards") == 1


def test_a_revision_may_drop_what_it_names(path: Path) -> None:
    bring_up(path, revisions(lose_table, dropped=("drafts",)))
    assert count(path, "sqlite_schema WHERE name = 'drafts'") == 0


def test_a_table_that_was_to_go_has_to_go(path: Path) -> None:
    with pytest.raises(Trouble):
        bring_up(path, revisions(add_column, dropped=("drafts",)))


def test_a_full_disk_is_called_by_its_name(path: Path) -> None:
    before = dump(path)
    with pytest.raises(Trouble) as caught:
        bring_up(path, revisions(fill_disk))
    assert caught.value.code == "disk_full"
    assert dump(path) == before


@pytest.mark.parametrize("planted", [1, 2, 3])
def test_a_failure_half_way_leaves_the_file_as_it_was(path: Path, planted: int) -> None:
    before = dump(path)
    with pytest.raises(PlantedFailure):
        bring_up(path, revisions(add_column), operate=operations_failing_after(planted))
    assert dump(path) == before


@pytest.mark.parametrize("look", ["SELECT 'row 3 missing from index'", "SELECT nothing"])
def test_what_is_found_broken_afterwards_is_put_back(
    path: Path, monkeypatch: pytest.MonkeyPatch, look: str
) -> None:
    before = dump(path)
    real = driver.find_damage

    def find(connection: driver.Connection, *, thorough: bool = False) -> str | None:
        return str(driver.one(connection, look)) if thorough else real(connection)

    monkeypatch.setattr(driver, "find_damage", find)
    with pytest.raises(Trouble) as caught:
        bring_up(path, revisions(add_column))
    assert caught.value.code == "update_failed"
    assert dump(path) == before


def test_too_little_room_is_said_before_anything_is_done(path: Path) -> None:
    before = folder_bytes(path.parent)
    size = path.stat().st_size
    with pytest.raises(Trouble) as caught:
        bring_up(path, revisions(add_column), free_space=lambda _: 3 * size - 1)
    assert caught.value.code == "space_short"
    mega = 1_000_000
    needed, free = 3 * size // mega + 1, (3 * size - 1) // mega
    assert caught.value.params == {"name": path.name, "needed": needed, "free": free}
    assert folder_bytes(path.parent) == before
    for short in (path.parent, path.parent / "backups"):
        room = {path.parent: 3 * size, path.parent / "backups": 3 * size, short: 0}
        with pytest.raises(Trouble):
            bring_up(path, revisions(add_column), free_space=room.__getitem__)
    bring_up(path, revisions(add_column), free_space=lambda _: 3 * size)


def test_a_folder_for_backups_that_cannot_be_made_stops_the_update(path: Path) -> None:
    (path.parent / "backups").write_text("in the way")
    with pytest.raises(Trouble):
        bring_up(path, revisions(add_column))


def test_a_newer_file_is_refused(path: Path) -> None:
    bring_up(path, revisions(add_column))
    before = folder_bytes(path.parent)
    with pytest.raises(Trouble) as caught:
        bring_up(path, REVISIONS)
    assert caught.value.code == "file_newer"
    assert folder_bytes(path.parent) == before


def test_what_is_no_database_cannot_be_updated(path: Path) -> None:
    path.write_bytes(b"no database" * 500)
    with pytest.raises(Trouble) as caught:
        bring_up(path, revisions(add_column))
    assert caught.value.code == "file_not_database"


def test_making_a_file_on_a_full_disk(tmp_path: Path) -> None:
    path = tmp_path / "new"
    path.touch()
    with pytest.raises(Trouble) as caught:
        build(path, revisions=revisions(fill_disk))
    assert caught.value.code == "disk_full"


def test_opening_an_older_file_updates_it(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(opening, "SCHEMA", NEXT)
    monkeypatch.setattr(migrate, "update", partial(update, revisions=revisions(add_column)))
    file = opening.open_file(path, backups=path.parent / "backups", moment=MOMENT)
    with file.read() as reading:
        assert reading.exec_driver_sql("SELECT name FROM visits").scalar_one() == "first"
    file.close()
    assert len(list((path.parent / "backups").iterdir())) == 2
