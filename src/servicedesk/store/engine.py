# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""One open file: a single writer and two readers, each in a pool with a name.

The pools are named on purpose. The pool that SQLAlchemy picks for ``sqlite://`` hands a read
inside a change the writer's own connection, and giving it back rolls the change back.
"""

import os
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import cast

from sqlalchemy import Connection as Session
from sqlalchemy import Engine, create_engine, event
from sqlalchemy.engine import ExceptionContext
from sqlalchemy.exc import TimeoutError as PoolTimeoutError
from sqlalchemy.pool import PoolProxiedConnection, QueuePool

from servicedesk.domain.errors import Trouble
from servicedesk.store import driver
from servicedesk.store.disk import Identity, beside, make_private
from servicedesk.store.driver import Durability, Role
from servicedesk.store.faults import disk_trouble, is_trouble, trouble_of, what_is_gone
from servicedesk.store.places import Place
from servicedesk.store.settled import forget

_READERS = 2
_WAIT_SECONDS = 30
"""How long a thread waits for the writer that another thread holds."""

_EMPTY_LOG = "PRAGMA wal_checkpoint(TRUNCATE)"
_DAMAGE = frozenset({"file_damaged", "file_not_database"})
"""Trouble that tells of damage where a file was opened well."""

_LOG_STAYS = frozenset({"disk_full", "disk_error", "file_busy", "file_read_only"})
"""Trouble with bringing the log in that leaves it whole where it is."""


class DeskFile:
    """A servicedesk file that is open.

    Opening, checking and migrating it is done by ``store.opening``; this is what is left when
    all of that went well.

    Args:
        path: of a file that exists and is up to date.
        place: where it lies.
        durability: how to write it.
        key: raw key with salt, or None for a plain file.

    Attributes:
        damage_heard: called with the trouble whenever a read or a change comes upon damage, in
            whichever thread that is.
        is_damaged: damage was met; the next opening looks through the file before it is read.

    Raises:
        Trouble: when it cannot be opened.
    """

    def __init__(
        self, path: Path, place: Place, durability: Durability, key: str | None = None
    ) -> None:
        self.path = path
        self.place = place
        self._wanted = durability
        self._key = key
        try:
            self.identity = Identity.of(os.stat(path))
            self._handle: int | None = os.open(path, os.O_RDONLY)
        except OSError as error:
            raise disk_trouble(error, path) from error
        self._marker = open_marker(path)
        self._is_marked = self._marker.exists()
        self.is_damaged = False
        self.damage_heard: Callable[[Trouble], object] = lambda _trouble: None
        self._writer = self._engine(Role.WRITER, 1)
        self._readers = self._engine(Role.READER, _READERS)
        event.listen(self._writer, "begin", self._begin_change)
        event.listen(self._writer, "rollback", forget)
        event.listen(self._readers, "begin", _begin_read)
        try:
            with self._bare_writer() as connection:
                self.durability = driver.durability_of(connection)
        except Trouble:
            self._let_go()
            raise

    def _engine(self, role: Role, size: int) -> Engine:
        engine = create_engine(
            "sqlite://",
            module=driver.MODULE,
            creator=lambda: driver.open_connection(self.path, role, self._wanted, self._key),
            poolclass=QueuePool,
            pool_size=size,
            max_overflow=0,
            pool_use_lifo=True,  # the one that has just been used remembers most
            pool_timeout=_WAIT_SECONDS,
            hide_parameters=True,
        )
        event.listen(engine, "handle_error", self._explain)
        return engine

    def _begin_change(self, session: Session) -> None:
        self._stay_with_file(_bare(session.connection))
        if not self._is_marked:
            self._mark_open()
        session.exec_driver_sql("BEGIN IMMEDIATE")

    def _mark_open(self) -> None:
        """Leave the sign that says so if this program dies before it closes the file."""
        try:
            make_private(self._marker)
        except OSError as error:
            raise disk_trouble(error, self.path) from error
        self._is_marked = True

    def _explain(self, context: ExceptionContext) -> None:
        error = context.original_exception
        if is_trouble(error) or what_is_gone(self.path, self.identity) is not None:
            raise self._told(error) from error

    def tell_damage(self) -> None:
        """Say that somebody looked through the file and found it damaged."""
        self._hear_damage(Trouble("file_damaged", name=self.path.name))

    def _hear_damage(self, trouble: Trouble) -> None:
        self.is_damaged = True
        self.damage_heard(trouble)

    def _told(self, error: BaseException) -> Trouble:
        """A failure in words; whoever waits for damage hears of it whoever met it."""
        trouble = trouble_of(error, self.path, self.identity)
        if trouble.code in _DAMAGE:
            self._hear_damage(trouble)
        return trouble

    def check_in_place(self) -> None:
        """See that the file is still where it was opened, still the same, and not emptied.

        A file that was moved or replaced while open takes writes in silence and loses them.

        Raises:
            Trouble: ``folder_gone``, ``file_missing``, ``file_replaced`` or ``file_empty``.
        """
        missing = what_is_gone(self.path, self.identity)
        if missing is not None:
            raise missing

    def _stay_with_file(self, connection: driver.Connection) -> None:
        """As ``check_in_place``; a file that has moved first gets what its log still holds.

        The log does not move with its file: saved changes would be missing from it, and the log
        would destroy a file that is put in its place. Only when the file has left the disk, and
        nothing has taken its place, is the log the last that is left of those changes.
        """
        try:
            self.check_in_place()
        except Trouble as trouble:
            with suppress(driver.MODULE.Error, OSError):
                if trouble.code == "file_replaced" or self._is_on_disk():
                    connection.execute(_EMPTY_LOG)
            raise

    def _is_on_disk(self) -> bool:
        """Whether the file that was opened still lies somewhere on its disk, under any name."""
        return self._handle is not None and os.fstat(self._handle).st_nlink > 0

    @contextmanager
    def change(self) -> Iterator[Session]:
        """A connection in a transaction that commits when the block ends well, else rolls back.

        Only one can be open; another thread waits for it.

        Raises:
            Trouble: when the file cannot be written, or is not in its place any more.
        """
        with _waiting(self.path), self._writer.begin() as session:
            yield session

    @contextmanager
    def read(self) -> Iterator[Session]:
        """A connection that cannot write, and sees the file as it was when it first looked.

        Raises:
            Trouble: when the file cannot be read.
        """
        with _waiting(self.path), self._readers.connect() as session:
            yield session

    @contextmanager
    def _bare_writer(self) -> Iterator[driver.Connection]:
        """The writer's own connection, outside any transaction."""
        with _waiting(self.path):
            pooled = self._writer.raw_connection()
        try:
            yield _bare(pooled)
        except driver.MODULE.Error as error:
            raise self._told(error) from error
        finally:
            pooled.close()

    @property
    def key(self) -> str | None:
        """Raw key with salt, or None for a plain file."""
        return self._key

    def copy_held(self, part: Path) -> dict[str, int]:
        """Copy what the open connection holds, even of a file that was moved away or removed.

        Args:
            part: an empty file, which gets the same key.

        Returns:
            Rows by table at that moment.

        Raises:
            Trouble: when it cannot be read any more, as when its disk was pulled out.
        """
        with self._bare_writer() as connection:
            rows = driver.count_rows(connection)
            copy = driver.open_bare(part, driver.Access.READ_WRITE, self._key)
            try:
                driver.copy_whole(connection, copy)
            finally:
                copy.close()
            return rows

    def checkpoint(self) -> bool:
        """Bring everything into the file itself and empty its write-ahead log.

        Returns:
            True when that is done; False while a read still needs the log.

        Raises:
            Trouble: when the file cannot be written, or is not in its place any more.
        """
        with self._bare_writer() as connection:
            self._stay_with_file(connection)
            return driver.whole(connection, _EMPTY_LOG) == 0

    def close(self) -> None:
        """Tidy up, bring everything into the file and let go of it.

        Raises:
            Trouble: ``log_left`` when what was saved had to stay in the log, or when the file is
                not in its place any more; it is let go of all the same.
        """
        try:
            if self._is_marked:
                # Only makes later queries faster: a full disk must not keep the log from us.
                with suppress(Trouble), self._bare_writer() as connection:
                    connection.execute("PRAGMA optimize")
            self.checkpoint()
        except Trouble as trouble:
            if trouble.code in _LOG_STAYS:
                raise Trouble("log_left", name=self.path.name) from trouble
            raise
        finally:
            self._let_go()
            if self.is_damaged and not self._is_marked:
                with suppress(Trouble):  # where nothing can be written, it is met again anyway
                    self._mark_open()
        if self._is_marked and not self.is_damaged:
            self._remove_marker()

    def _let_go(self) -> None:
        """Close everything; the handle last, because that drops this process's locks."""
        for engine in (self._readers, self._writer):
            engine.pool.dispose()  # the pool itself: an engine would make itself a new one
        if self._handle is not None:
            os.close(self._handle)
            self._handle = None

    def _remove_marker(self) -> None:
        try:
            self._marker.unlink(missing_ok=True)
        except OSError as error:
            raise disk_trouble(error, self.path) from error
        self._is_marked = False


def open_marker(path: Path) -> Path:
    """The file that lies beside ``path`` from its first change until it is closed well."""
    return beside(path, "-open")


def _bare(pooled: PoolProxiedConnection) -> driver.Connection:
    return cast(driver.Connection, pooled.driver_connection)


def _begin_read(session: Session) -> None:
    # Straight to the driver, as this is in every read; nothing goes wrong before the first look.
    _bare(session.connection).execute("BEGIN")


@contextmanager
def _waiting(path: Path) -> Iterator[None]:
    try:
        yield
    except PoolTimeoutError as error:
        raise Trouble("file_busy", name=path.name) from error
