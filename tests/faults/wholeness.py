# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""Whether a file is whole after whatever happened: every table against all that is said of it."""

from pathlib import Path

from sqlalchemy import Connection, select

from servicedesk.domain.complaints import ENDED
from servicedesk.domain.complaints_file import ComplaintFile
from servicedesk.domain.complaints_timing import standing_steps
from servicedesk.services.registry import Services
from servicedesk.services.unit import Units
from servicedesk.store import driver
from servicedesk.store.driver import Access
from servicedesk.store.engine import DeskFile
from servicedesk.store.journal import Image, cells_by_name, image_of_cells, journal, rows_of_step
from servicedesk.store.records import CATALOGUE
from servicedesk.store.search_index import make_anew, search_docs
from tests.helpers.fakes import FixedClock

NOT_IN_JOURNAL = frozenset({"journal", "drafts", "search_docs"})
"""Tables that are written beside the journal: itself, what is half typed, and the index."""

_INDEXES = ("search_words", "search_parts")


def damage_in(path: Path) -> list[str]:
    """What SQLite itself finds wrong in a file, every page read and every pointer followed."""
    connection = driver.open_bare(path, Access.READ_ONLY)
    found = driver.find_damage(connection, thorough=True)
    quick = [str(row[0]) for row in connection.execute("PRAGMA quick_check").fetchall()]
    astray = connection.execute("PRAGMA foreign_key_check").fetchall()
    connection.close()
    return [*([] if found is None else [str(found)]), *(quick if quick != ["ok"] else []), *astray]


def tables_beside_journal(file: DeskFile) -> list[str]:
    """Each row of each table that is another one than the journal tells; [] when they agree."""
    units = Units(file, FixedClock())
    with units.read() as reading:
        told = _told(reading)
        wrong = []
        for table in CATALOGUE:
            if table.name in NOT_IN_JOURNAL:
                continue
            rows = reading.execute(select(table)).mappings().all()
            there = {
                int(row["id"]): image_of_cells(cells_by_name(table, dict(row))) for row in rows
            }
            known = told.get(table.name, {})
            wrong += [
                f"{table.name} {number}"
                for number in there.keys() | known.keys()
                if there.get(number) != known.get(number)
            ]
        return wrong


def _told(reading: Connection) -> dict[str, dict[int, Image]]:
    """Every row that is in the file as far as the journal tells it, by table and number."""
    told: dict[str, dict[int, Image]] = {}
    for step in reading.scalars(select(journal.c.step).distinct().order_by(journal.c.step)):
        for card in reversed(rows_of_step(reading, step)):
            rows = told.setdefault(card.table_name, {})
            if card.after is None:
                del rows[card.record_id]
            else:
                rows[card.record_id] = card.after
    return told


def index_beside_records(file: DeskFile) -> list[str]:
    """What the index of the search says otherwise than one made anew; [] when it is right."""
    with file.change() as connection:
        for table in _INDEXES:  # raises when the index holds other words than its table
            connection.exec_driver_sql(
                f"INSERT INTO {table}({table}, rank) VALUES ('integrity-check', 1)"
            )
        before = {tuple(row) for row in connection.execute(select(search_docs))}
        make_anew(connection)
        after = {tuple(row) for row in connection.execute(select(search_docs))}
    return sorted(f"{row[0]}: {row[1]}" for row in before ^ after)


def complaint_in_halves(services: Services, file: ComplaintFile) -> list[str]:
    """What of a complaint does not fit together; [] when all of it does."""
    card, wrong = file.card, []
    standing = standing_steps(file.steps)
    letters = [
        one for one in services.letters_writing.of(complaint_id=card.id) if one.withdrawn_on is None
    ]
    done_by = {step.action for step in standing}
    if not standing or standing[0].action not in ("log", "log_sorted"):
        wrong.append("no first step")
    elif standing[-1].after is not card.stage:
        wrong.append(f"{card.stage} after {standing[-1].after}")
    if ("decide" in done_by) is not any(one.template == "L04" for one in letters):
        wrong.append("an answer without its letter, or the other way round")
    if ("acknowledge" in done_by) is not any(one.template == "L01" for one in letters):
        wrong.append("told without its letter, or the other way round")
    if ("ask_customer" in done_by) is not bool(file.pauses):
        wrong.append("asked without its pause")
    if any((one.until is None) is ("customer_replied" in done_by) for one in file.pauses):
        wrong.append("a pause that does not end with the reply")
    for remedy in file.remedies:
        if (remedy.promise_id is None) is not (remedy.draft.due is None):
            wrong.append("a planned remedy without its promise")
        elif remedy.promise_id is not None:
            promise = services.promises.get(remedy.promise_id)
            if promise.is_open is not (remedy.draft.done_on is None):
                wrong.append("a remedy done whose promise is open")
    if (card.dues.next_on is None) is not (card.stage in ENDED):
        wrong.append("something is due of what has ended")
    return [f"{card.ref}: {one}" for one in wrong]
