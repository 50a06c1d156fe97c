# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""The list of the forgotten, as kept: numbers and days, nothing that tells who they were.

How an old backup is searched for them: the number of a row is never given twice in one file, but a
restored file may give it to somebody else later on. So each line has a mark besides, made from the
line of the journal that added the row: its number and its moment, to the microsecond. A row whose
number and mark are the same is the same row, in whichever backup it lies, however old its schema.
"""

import json
from collections.abc import Iterable
from dataclasses import fields
from datetime import date
from pathlib import Path

from sqlalchemy import Column, Connection, UniqueConstraint, create_engine, select
from sqlalchemy.exc import DatabaseError, DBAPIError
from sqlalchemy.pool import StaticPool

from servicedesk.domain.errors import Trouble
from servicedesk.domain.forgetting import Erasing, ErasureCard, ErasureWhy
from servicedesk.domain.forgetting_marks import marks_of, redacted
from servicedesk.domain.kinds import Kind
from servicedesk.store import driver
from servicedesk.store.disk import beside
from servicedesk.store.driver import Durability, Role
from servicedesk.store.faults import trouble_of
from servicedesk.store.forgetting import ROOTS, Reached, known_as, mark_of, reached, shape_of
from servicedesk.store.forgetting_rewording import Reword, reword_others
from servicedesk.store.forgetting_writing import (
    drafts_about,
    drop_drafts,
    erase,
    index_anew,
    note_before,
    note_erased,
)
from servicedesk.store.migrations import SCHEMA
from servicedesk.store.records import CATALOGUE, RecordInfo
from servicedesk.store.types import Coded, Day, Id, Words

erasures = CATALOGUE.declare(
    "erasures",
    Column("mark", Words(), nullable=False),
    Column("kind", Coded(Kind), nullable=False),
    Column("record_id", Id(), nullable=False),
    Column("ref", Words(), nullable=False),
    Column("how", Coded(Erasing), nullable=False),
    Column("why", Coded(ErasureWhy), nullable=False),
    Column("erased_on", Day(), nullable=False),
    Column("who", Words(), nullable=False),
    Column("stands_in", Words(), nullable=False),
    Column("also", Words(), nullable=False),
    UniqueConstraint("mark"),
    record=RecordInfo(kind=Kind.ERASURE, label_column="ref", undoable=False),
)


BEFORE = "forgotten_before"
"""The fact that holds the list in a file of a schema that had no table for it."""

_NAMES = tuple(one.name for one in fields(ErasureCard))


def erasure_cards(connection: Connection) -> tuple[ErasureCard, ...]:
    """Everybody on the list, the last at the head."""
    rows = connection.execute(select(erasures).order_by(erasures.c.id.desc())).mappings()
    found = [ErasureCard(**row) for row in rows]
    known = {card.mark for card in found}
    return (*found, *(card for card in _noted_before(connection) if card.mark not in known))


def _noted_before(connection: Connection) -> list[ErasureCard]:
    """The list that was put into the file when it still had no table for it."""
    text = connection.exec_driver_sql(
        "SELECT value FROM business_facts WHERE key = ?", (BEFORE,)
    ).scalar()
    return [_card(row) for row in json.loads(text)] if text else []


def _card(row: dict[str, object]) -> ErasureCard:
    return ErasureCard(
        id=int(str(row["id"])),
        mark=str(row["mark"]),
        kind=Kind(str(row["kind"])),
        record_id=int(str(row["record_id"])),
        ref=str(row["ref"]),
        how=Erasing(str(row["how"])),
        why=ErasureWhy(str(row["why"])),
        erased_on=date.fromisoformat(str(row["erased_on"])),
        who=str(row["who"]),
        stands_in=str(row["stands_in"]),
        also=str(row["also"]),
    )


def erased_in(path: Path, key: str | None) -> tuple[ErasureCard, ...]:
    """The list of a file that is not open; empty for one that has none.

    Raises:
        Trouble: when the file cannot be read.
    """
    connection = driver.open_bare(path, driver.Access.READ_ONLY, key)
    engine = create_engine(
        "sqlite://", module=driver.MODULE, creator=lambda: connection, poolclass=StaticPool
    )
    try:
        with engine.connect() as session:
            there = shape_of(session)
            if "erasures" in there:
                return erasure_cards(session)
            return tuple(_noted_before(session)) if "business_facts" in there else ()
    except (driver.MODULE.Error, DatabaseError) as error:
        raise _trouble(error, path) from error
    except DBAPIError as error:
        raise trouble_of(error.orig or error, path) from error
    finally:
        connection.close()


def re_apply(path: Path, key: str | None, erased: Iterable[ErasureCard]) -> int:
    """Forget again, in a closed file, everybody who is on a list.

    The file keeps the list as well, so that it goes on with it once it is restored. It may be of
    any schema.

    Args:
        path: of a file that nobody has open, such as a private copy of a backup.
        key: of it, or None for a plain one.
        erased: the list, as ``erasure_cards`` and ``erased_in`` give it.

    Returns:
        How many were found in it and forgotten.

    Raises:
        Trouble: when it cannot be written; it is then as it was.
    """
    cards = tuple(erased)
    connection = driver.open_connection(path, Role.WRITER, Durability.DELETE_EXTRA, key)
    engine = create_engine(
        "sqlite://", module=driver.MODULE, creator=lambda: connection, poolclass=StaticPool
    )
    try:
        with engine.connect() as session:
            session.exec_driver_sql("BEGIN IMMEDIATE")
            done = sum(_apply_one(session, card) for card in reversed(cards))
            _note_all(session, cards)
            session.commit()
        if done:
            connection.execute("VACUUM")
    except (driver.MODULE.Error, DatabaseError) as error:
        raise _trouble(error, path) from error
    finally:
        connection.close()
    return done


def _trouble(error: Exception, path: Path) -> Trouble:
    """The fault in words, whoever raised it."""
    inner = error.orig if isinstance(error, DatabaseError) else error
    return trouble_of(error if inner is None else inner, path)


def _apply_one(session: Connection, card: ErasureCard) -> int:
    """Forget one, where the file has the same row; 1 where it does and still has words."""
    table = ROOTS[card.kind]
    shape = shape_of(session)
    if table not in shape or mark_of(session, table, card.record_id) != card.mark:
        return 0
    if (
        session.exec_driver_sql(f"SELECT 1 FROM {table} WHERE id = ?", (card.record_id,)).first()
        is None
    ):
        return 0
    if "erasures" in shape and session.scalar(
        select(erasures.c.id).where(erasures.c.mark == card.mark)
    ):
        return 0
    what = reached(session, card.kind, card.record_id)
    forget_rows(session, what, card)
    if driver_schema(session) == SCHEMA:
        _keep_index(session, what, card)
    else:
        index_anew(session, shape)
    return 1


def forget_rows(
    session: Connection, what: Reached, card: ErasureCard, heard_as: Reword | None = None
) -> None:
    """Take out of a file what belongs to somebody who is on the list, half-typed forms too.

    Args:
        session: in a transaction that can write.
        what: belongs to them.
        card: the line of the list.
        heard_as: as ``erase``; None for what stands in for all words.
    """
    marks = marks_of(**known_as(session, what))

    def reword(text: str) -> str:
        return redacted(text, marks, card.stands_in)

    reword_others(session, what.shape, also_of(card), marks, card.stands_in)
    drafts = drafts_about(session, what, lambda text: reword(text) != text)
    drop_drafts(session, drafts)
    erase(
        session,
        what,
        card.how,
        stands_in=card.stands_in,
        day=card.erased_on.isoformat(),
        reword=reword,
        heard_as=heard_as or (lambda _: card.stands_in),
    )


def also_of(card: ErasureCard) -> list[tuple[str, int]]:
    """The records of others that a line of the list names, by table and number."""
    pairs = (one.split(" ") for one in card.also.split(",") if one)
    return [(name, int(number)) for name, number in pairs]


def driver_schema(session: Connection) -> int:
    """The number of the schema of a file."""
    return int(session.exec_driver_sql("PRAGMA user_version").scalar_one())


def _keep_index(session: Connection, what: Reached, card: ErasureCard) -> None:
    """Have the search say what the records say now."""
    from servicedesk.store.search_index import is_made, keep_in_step

    if is_made(session):
        keep_in_step(session, touched_by(session, what, also_of(card)))
    else:
        index_anew(session, what.shape)


def touched_by(
    session: Connection, what: Reached, also: Iterable[tuple[str, int]]
) -> dict[Kind, set[int]]:
    """The records that it is about, by kind; those of others too."""
    touched: dict[Kind, set[int]] = {}
    for name, number in also:
        record = CATALOGUE.record(CATALOGUE.table(name))
        owner = record.owner_column or "id"
        found = session.exec_driver_sql(f'SELECT "{owner}" FROM "{name}" WHERE id = ?', (number,))
        touched.setdefault(record.kind, set()).update(found.scalars())
    for name, ids in what.every.items():
        record = CATALOGUE.record(CATALOGUE.table(name))
        if record.owner_column is None:
            touched.setdefault(record.kind, set()).update(ids)
    return touched


def _note_all(session: Connection, cards: Iterable[ErasureCard]) -> None:
    """Put the list into the file: into its table, or beside its facts where it has none."""
    shape = shape_of(session)
    if "erasures" in shape:
        known = set(session.scalars(select(erasures.c.mark)))
        for card in reversed(tuple(cards)):  # the last one at the head of the list here too
            if card.mark not in known:
                note_erased(session, erasures, values_of_card(card))
    elif "business_facts" in shape:
        plain = [{name: str(getattr(card, name)) for name in _NAMES} for card in cards]
        note_before(session, BEFORE, json.dumps(plain) if plain else None)


def values_of_card(card: ErasureCard) -> dict[str, object]:
    """What is written for a line of the list, by column."""
    return {name: getattr(card, name) for name in _NAMES if name != "id"}


def tidy_file(path: Path, key: str | None) -> bool:
    """Write a file anew, so that nothing is left in its gaps, and empty its log.

    Args:
        path: of a file that may be open.
        key: of it, or None.

    Returns:
        False where a read was in the way, or there was no room; nothing is lost then.
    """
    durability = Durability.WAL_FULL if beside(path, "-wal").exists() else Durability.DELETE_EXTRA
    try:
        connection = driver.open_connection(path, Role.WRITER, durability, key)
    except Trouble:
        return False
    try:
        connection.execute("VACUUM")
        return driver.whole(connection, "PRAGMA wal_checkpoint(TRUNCATE)") <= 0
    except driver.MODULE.Error:
        return False
    finally:
        connection.close()
