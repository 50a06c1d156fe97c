# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""What the revisions make is what the tables of the program say: no more, no less."""

from pathlib import Path

import pytest
from alembic.autogenerate import compare_metadata
from alembic.runtime.migration import MigrationContext
from sqlalchemy import create_engine, inspect
from sqlalchemy.pool import StaticPool

from servicedesk.store import driver
from servicedesk.store.driver import Access, Connection
from servicedesk.store.migrations import REVISIONS, SCHEMA
from servicedesk.store.records import CATALOGUE
from tests.store.files import new_file

LOOKS = (
    "SELECT name, strict, wr FROM pragma_table_list WHERE type = 'table' ORDER BY name",
    "SELECT t.name, c.* FROM pragma_table_list t, pragma_table_xinfo(t.name) c ORDER BY 1, 2",
    # Without the number of a key: a column that came later has its key numbered as if first.
    'SELECT t.name, f.seq, f."from", f."table", f."to", f.on_update, f.on_delete, f.match '
    "FROM pragma_table_list t, pragma_foreign_key_list(t.name) f ORDER BY 1, 3",
    'SELECT t.name, i."unique", i.origin, i.partial, group_concat(c.name) '
    "FROM pragma_table_list t, pragma_index_list(t.name) i, pragma_index_info(i.name) c "
    "GROUP BY t.name, i.name ORDER BY 1, 5",
    "SELECT name, sql FROM sqlite_schema WHERE type = 'index' AND sql NOT NULL ORDER BY name",
)

INDEX_TABLES = frozenset(
    {"search_words", "search_parts"}
    | {
        f"search_{index}_{part}"
        for index in ("words", "parts")
        for part in ("config", "data", "docsize", "idx")
    }
)
"""Tables in the file that no catalogue knows: SQLite's own, for the two indexes."""


@pytest.fixture
def migrated(tmp_path: Path) -> Connection:
    return driver.open_bare(new_file(tmp_path), Access.READ_WRITE)


@pytest.fixture
def declared(tmp_path: Path) -> Connection:
    path = tmp_path / "declared"
    path.touch()
    connection = driver.open_bare(path, Access.READ_WRITE)
    engine = create_engine(
        "sqlite://", module=driver.MODULE, creator=lambda: connection, poolclass=StaticPool
    )
    with engine.connect() as session:
        CATALOGUE.metadata.create_all(session)
    return connection


@pytest.mark.parametrize("look", LOOKS)
def test_what_sqlite_made_of_both_is_the_same(
    migrated: Connection, declared: Connection, look: str
) -> None:
    assert migrated.execute(look).fetchall() == declared.execute(look).fetchall()
    migrated.close()
    declared.close()


def is_declared(name: str | None, kind: str, _parents: object) -> bool:
    """Whether a thing in the file is one that a catalogue can know: not SQLite's own tables."""
    return kind != "table" or name not in INDEX_TABLES


def test_alembic_finds_nothing_to_change(migrated: Connection) -> None:
    engine = create_engine(
        "sqlite://", module=driver.MODULE, creator=lambda: migrated, poolclass=StaticPool
    )
    with engine.connect() as session:
        opts = {"compare_type": True, "include_name": is_declared}
        context = MigrationContext.configure(session, opts=opts)
        assert compare_metadata(context, CATALOGUE.metadata) == []
        inspector = inspect(session)
        for table in CATALOGUE:
            assert inspector.get_table_options(table.name)["sqlite_strict"] is True
            for constraint in inspector.get_unique_constraints(table.name):
                assert constraint["name"]
            made_by = session.exec_driver_sql(
                "SELECT sql FROM sqlite_schema WHERE name = ?", (table.name,)
            ).scalar_one()
            for key in inspector.get_foreign_keys(table.name):
                # A key that came with a later column has its name there, unseen by reflection.
                (column,) = key["constrained_columns"]
                assert key["name"] or f"CONSTRAINT fk_{table.name}_{column} " in made_by
    migrated.close()


def test_every_table_is_strict(migrated: Connection) -> None:
    kinds = migrated.execute(
        "SELECT name, strict FROM pragma_table_list WHERE type = 'table' AND schema = 'main'"
    ).fetchall()
    loose = {name for name, strict in kinds if not strict}
    assert loose == {"sqlite_schema", "sqlite_sequence"}
    migrated.close()


def test_revisions_are_numbered_without_a_gap() -> None:
    assert [revision.number for revision in REVISIONS] == list(range(1, SCHEMA + 1))
