# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""Making a new file and bringing an older one up to date, wholly or not at all.

Alembic is imported here and nowhere else, and this module only when it is needed.
"""

import warnings
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from datetime import datetime
from pathlib import Path

from alembic.operations import Operations
from alembic.runtime.migration import MigrationContext
from sqlalchemy import Connection as Session
from sqlalchemy import create_engine, event
from sqlalchemy.exc import DBAPIError, SAWarning, SQLAlchemyError
from sqlalchemy.pool import StaticPool

from servicedesk.domain.errors import Trouble
from servicedesk.store import disk, driver
from servicedesk.store.backup import put_back, write_backup
from servicedesk.store.driver import Access, Connection, Durability, Role
from servicedesk.store.faults import disk_trouble, is_trouble, trouble_of
from servicedesk.store.migrations import REVISIONS
from servicedesk.store.migrations.revision import Revision

_ROOM = 3
"""How many times its own size a file needs as free space while it is updated."""

_MEGA = 1_000_000
_PRIVATE_FOLDER = 0o700

Operate = Callable[[MigrationContext], Operations]
"""Makes the operations a revision works with; tests hand in ones that fail."""


class _Unfit(ValueError):
    """What came out of a revision is not what went in; the transaction is undone."""


def build(
    path: Path,
    key: str | None = None,
    revisions: Sequence[Revision] = REVISIONS,
    operate: Operate = Operations,
) -> None:
    """Turn an empty file into a servicedesk file without records.

    Args:
        path: of a file without a byte in it.
        key: raw key with salt, or None for a plain file.
        revisions: to walk, from the first.
        operate: makes the operations that revisions work with.

    Raises:
        Trouble: when it cannot be written.
    """
    connection = _connect(path, key)
    try:
        with _one_transaction(connection, path) as session:
            session.exec_driver_sql(f"PRAGMA application_id = {driver.APPLICATION_ID}")
            _walk(session, revisions, operate)
    finally:
        connection.close()


def update(
    path: Path,
    *,
    backups: Path,
    moment: datetime,
    key: str | None = None,
    revisions: Sequence[Revision] = REVISIONS,
    operate: Operate = Operations,
    free_space: disk.FreeSpace = disk.free_space,
) -> Path | None:
    """Bring a file up to date; when anything fails, it is left as it was.

    Args:
        path: of a file of ours that nobody has open.
        backups: folder for the copy made first; created when missing.
        moment: now, in UTC, for the name of that copy.
        key: raw key with salt, or None for a plain file.
        revisions: all there are, oldest first.
        operate: makes the operations that revisions work with.
        free_space: tells the free bytes of a folder.

    Returns:
        The backup that was made first, or None when the file was up to date.

    Raises:
        Trouble: ``file_newer``, ``space_short``, what a backup raises, ``update_failed``, or
            what the disk says.
    """
    schema = _schema_of(path, key)
    newest = revisions[-1].number
    if schema > newest:
        raise Trouble("file_newer", name=path.name, found=schema, known=newest)
    if schema == newest:
        return None
    _check_space(path, backups, free_space)
    name = f"{path.stem} {moment:%Y-%m-%d %H%M%S} before update{path.suffix}"
    backup = write_backup(path, backups / name, key)
    due = [revision for revision in revisions if revision.number > schema]
    try:
        damage = _take_steps(path, key, due, backup.rows, operate)
    except _Unfit as error:
        raise Trouble("update_failed", name=path.name, backup=name) from error
    if damage is not None:
        put_back(backup.path, path, key)
        raise Trouble("update_failed", name=path.name, backup=name)
    return backup.path


def _take_steps(
    path: Path,
    key: str | None,
    due: Sequence[Revision],
    rows: Mapping[str, int],
    operate: Operate,
) -> str | None:
    """Walk the revisions in one transaction, then look for damage and return it, or None."""
    connection = _connect(path, key)
    try:
        with _one_transaction(connection, path) as session:
            _walk(session, due, operate)
            _check_rows(connection, rows, due)
        return _damage_after(connection)
    except (SQLAlchemyError, SAWarning) as error:
        raise _Unfit("a revision failed") from error
    finally:
        connection.close()


def _damage_after(connection: Connection) -> str | None:
    """What is wrong with a file whose update is committed; failing to look counts as wrong."""
    try:
        connection.execute("PRAGMA foreign_keys = 1")
        return driver.find_damage(connection, thorough=True)
    except driver.MODULE.Error as error:
        return str(error)


def _schema_of(path: Path, key: str | None) -> int:
    connection = driver.open_bare(path, Access.READ_ONLY, key)
    try:
        return driver.whole(connection, "PRAGMA user_version")
    except driver.MODULE.Error as error:
        raise trouble_of(error, path) from error
    finally:
        connection.close()


def _check_space(path: Path, backups: Path, free_space: disk.FreeSpace) -> None:
    try:
        backups.mkdir(mode=_PRIVATE_FOLDER, parents=True, exist_ok=True)
        needed = _ROOM * path.stat().st_size
        free = min(free_space(path.parent), free_space(backups))
    except OSError as error:
        raise disk_trouble(error, backups) from error
    if free < needed:
        raise Trouble("space_short", name=path.name, needed=needed // _MEGA + 1, free=free // _MEGA)


def _connect(path: Path, key: str | None) -> Connection:
    """A connection for a revision: the careful way of writing, no checks of foreign keys.

    They are off before the transaction begins, because inside one the pragma does nothing, and
    with them on a batch alter of a parent table empties its cascaded children.
    """
    connection = driver.open_connection(path, Role.WRITER, Durability.DELETE_EXTRA, key)
    connection.execute("PRAGMA foreign_keys = 0")
    return connection


@contextmanager
def _one_transaction(connection: Connection, path: Path) -> Iterator[Session]:
    """One transaction over everything in the block; it is undone when anything is raised."""
    engine = create_engine(
        "sqlite://",
        module=driver.MODULE,
        creator=lambda: connection,
        poolclass=StaticPool,
        hide_parameters=True,
    )
    event.listen(engine, "begin", lambda session: session.exec_driver_sql("BEGIN IMMEDIATE"))
    try:
        with warnings.catch_warnings(), engine.begin() as session:
            # A batch alter drops an index it cannot read with no more than a warning.
            warnings.simplefilter("error", SAWarning)
            yield session
    except DBAPIError as error:
        if error.orig is not None and is_trouble(error.orig):
            raise trouble_of(error.orig, path) from error
        raise


def _walk(session: Session, due: Sequence[Revision], operate: Operate) -> None:
    operations = operate(MigrationContext.configure(session))
    for revision in due:
        revision.upgrade(operations)
        session.exec_driver_sql(f"PRAGMA user_version = {revision.number}")


def _check_rows(connection: Connection, rows: Mapping[str, int], due: Sequence[Revision]) -> None:
    """See that no row is gone, or points nowhere, that no revision said it would touch."""
    dropped = frozenset[str]().union(*(revision.dropped for revision in due))
    resized = frozenset[str]().union(*(revision.resized for revision in due))
    now = driver.count_rows(connection)
    for table, count in rows.items():
        if (table in now) is (table in dropped):
            raise _Unfit(f"{table} is there, or gone, against what was said")
        if table in now and table not in resized and now[table] != count:
            raise _Unfit(f"{table} had {count} rows and has {now[table]}")
    if connection.execute("PRAGMA foreign_key_check").fetchone() is not None:
        raise _Unfit("a row points to one that is not there")
