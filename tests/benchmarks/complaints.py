# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""Complaints: one written down, a file with 300 entries, lists and words among 50,000."""

import tempfile
from collections.abc import Iterator, Sequence
from datetime import timedelta
from functools import partial
from itertools import count
from pathlib import Path

from sqlcipher3 import dbapi2

from servicedesk.domain.complaints import ComplaintDraft
from servicedesk.domain.complaints_file import ComplaintChip, ComplaintFilter, ComplaintRow
from servicedesk.domain.kinds import Kind
from servicedesk.services.registry import Services, open_services
from servicedesk.store import driver
from servicedesk.store.complaints import complaints
from servicedesk.store.complaints_parts import complaint_entries
from servicedesk.store.driver import Access
from servicedesk.store.opening import open_file
from servicedesk.store.search_index import make_anew, section_of
from servicedesk.store.types import Stored
from tests.benchmarks import bare_complaints, bare_file, bare_records
from tests.benchmarks.desk import MOMENT, WHO, Extent
from tests.benchmarks.measure import Row, compare
from tests.benchmarks.shops import TODAY, put, shop_copy
from tests.helpers.fakes import FixedClock
from tests.services.around import surroundings

SHOP = 1_000
PAGE = 50
ENTRIES = 300
OPEN_EACH = 500
"""Every so many complaints one is open."""

_STAMP = "2026-11-02T09:00:00.000000Z"
_WHAT = ("saw stopped", "late again", "wrong price", "nobody rang", "broken on arrival")
_TABLES = ("complaints", "complaint_steps", "journal", "search_docs")

Cells = tuple[object, ...]
Writes = list[tuple[str, Cells]]


def rows(extent: Extent) -> Iterator[Row]:
    """All rows; lists for each number of complaints."""
    many = {Extent.QUICK: (5_000,), Extent.USUAL: (5_000, 50_000)}
    for number in many.get(extent, (5_000, 50_000)):
        with tempfile.TemporaryDirectory() as folder:
            path = with_complaints(shop_copy(SHOP, Path(folder)), number)
            file = open_file(path, backups=Path(folder) / "backups", moment=MOMENT)
            services = open_services(file, surroundings(path, FixedClock(TODAY)))
            services.search.prepare()
            (Path(folder) / "bare").mkdir()
            copied = shop_copy(SHOP, Path(folder) / "bare")
            bare = bare_file.connect(with_complaints(copied, number))
            yield from _measured(services, bare, number, 20 if extent.is_quick else 60)
            bare.close()
            file.close()


def _measured(services: Services, bare: dbapi2.Connection, number: int, runs: int) -> Iterator[Row]:
    lists = services.complaints.lists
    measure = partial(compare, runs=runs, basis="speed.md")
    size = f"{number:,} complaints"
    open_ones = ComplaintFilter()
    everything = ComplaintFilter(chip=ComplaintChip.ALL)
    yield measure(
        f"list of open complaints; {size}",
        lambda: list(lists.ids(open_ones)),
        lambda: bare_complaints.open_ids(bare),
        target=4,
    )
    yield measure(
        f"list of all complaints; {size}",
        lambda: list(lists.ids(everything)),
        lambda: bare_complaints.all_ids(bare),
        target=4,
    )
    middle = list(lists.ids(everything))[number // 2 :][:PAGE]
    yield measure(
        f"page of {PAGE} complaints; {size}",
        lambda: [_line(row) for row in lists.rows(middle)],
        lambda: bare_complaints.page(bare, middle),
        target=4,
    )
    first, last = section_of(Kind.COMPLAINT)
    yield measure(
        f"complaints with a word; {size}",
        lambda: list(lists.ids(ComplaintFilter(chip=ComplaintChip.ALL, text="arriva"))),
        lambda: bare_complaints.having(bare, "arriva", first, last),
        target=4,
    )
    yield measure(
        f"complaint with {ENTRIES} entries; {size}",
        lambda: _told(services),
        lambda: _told_bare(bare),
        target=12,
    )
    yield _saving(services, bare, number, runs)


def _line(row: ComplaintRow) -> Cells:
    days = (row.received_on, row.due, row.next_on)
    told = tuple(None if day is None else day.isoformat() for day in days)
    said = (row.id, row.ref, row.text, row.stage.value, row.priority.value, row.handler)
    return (*said, *told, row.customer_name, row.remember)


def _told(services: Services) -> object:
    file = services.complaints.file(1)
    return file.card.ref, [(one.id, one.draft.text) for one in file.entries]


def _told_bare(bare: dbapi2.Connection) -> object:
    (card,), _remedies, _issues, entries, *_ = bare_complaints.whole(bare, 1)
    return card[1], [(one[0], one[3]) for one in entries]


def _saving(services: Services, bare: dbapi2.Connection, number: int, runs: int) -> Row:
    """A new complaint with its history and its words in the index, committed.

    What the bare way writes was written by the program before, in a third file.
    """
    with tempfile.TemporaryDirectory() as folder:
        prepared = iter(_prepared(Path(folder), number, runs + 1))
    made = count(1)

    def bare_way() -> object:
        ref, writes = next(prepared)
        bare_records.save(bare, writes)
        return ref

    return compare(
        f"save a complaint + history, commit; {number:,} complaints",
        lambda: _make(services, next(made)),
        bare_way,
        target=5,
        runs=runs,
        basis="speed.md",
    )


def _make(services: Services, number: int) -> str:
    draft = ComplaintDraft(
        customer_id=number, text=f"{_WHAT[0]} {number}", received_at=FixedClock(TODAY).now()
    )
    return services.complaints.log(draft, WHO).card.ref


def _prepared(folder: Path, number: int, wanted: int) -> list[tuple[str, Writes]]:
    """The reference of each complaint, and the statements that leave the same rows."""
    path = with_complaints(shop_copy(SHOP, folder), number)
    file = open_file(path, backups=folder / "backups", moment=MOMENT)
    services = open_services(file, surroundings(path, FixedClock(TODAY)))
    services.search.prepare()
    seen = _ends(services)
    found: list[tuple[str, Writes]] = []
    for each in range(1, wanted + 1):
        ref = _make(services, each)
        ends = _ends(services)
        writes = [
            write
            for table, before in seen.items()
            for write in _writes(table, _between(services, table, before, ends[table]))
        ]
        found.append((ref, writes))
        seen = ends
    file.close()
    return found


def _ends(services: Services) -> dict[str, int]:
    with services.units.read() as reading:
        return {
            table: reading.exec_driver_sql(f"SELECT max(id) FROM {table} {_among(table)}").scalar()
            or 0
            for table in _TABLES
        }


def _among(table: str) -> str:
    last = section_of(Kind.COMPLAINT)[1]
    return f"WHERE id <= {last}" if table == "search_docs" else ""


def _between(services: Services, table: str, first: int, last: int) -> list[Cells]:
    with services.units.read() as reading:
        found = reading.exec_driver_sql(
            f"SELECT * FROM {table} WHERE id > ? AND id <= ? ORDER BY id", (first, last)
        )
        return [tuple(row) for row in found]


def _writes(table: str, found: Sequence[Cells]) -> Iterator[tuple[str, Cells]]:
    for cells in found:
        yield f"INSERT INTO {table} VALUES ({', '.join('?' * len(cells))})", cells
        if table == "search_docs":
            row, title, _text = cells
            yield "INSERT INTO search_words(rowid, title, text) VALUES (?, ?, ?)", cells
            yield "INSERT INTO search_parts(rowid, title) VALUES (?, ?)", (row, title)


def with_complaints(path: Path, number: int) -> Path:
    """Put so many complaints into a shop, the first with many entries."""
    connection = driver.open_bare(path, Access.READ_WRITE)
    connection.execute("PRAGMA foreign_keys = 0")
    connection.execute("BEGIN")
    put(connection, complaints, [_complaint(each) for each in range(1, number + 1)])
    put(connection, complaint_entries, [_entry(each) for each in range(1, ENTRIES + 1)])
    connection.execute("COMMIT")
    connection.execute("ANALYZE")
    connection.close()
    file = open_file(path, backups=path.parent / "backups", moment=MOMENT)
    with file.change() as session:
        make_anew(session)
    file.close()
    return path


def _complaint(number: int) -> dict[str, Stored]:
    is_open = number % OPEN_EACH == 0
    came = TODAY - timedelta(days=number % 10 if is_open else 30 + number % 1_500)
    due = (came + timedelta(days=14)).isoformat()
    return {
        "id": number,
        "ref": f"C-{came.year}-{number:05d}",
        "customer_id": number % SHOP + 1,
        "text": f"{_WHAT[number % len(_WHAT)]}, the {number}th",
        "wishes": "[]",
        "serious": "normal",
        "is_safety": 0,
        "received_at": _STAMP,
        "received_on": came.isoformat(),
        "channel": "phone",
        "handler": "Tom",
        "is_ongoing": 0,
        "from_stock": 0,
        "track": "ordinary",
        "own": "{}",
        "stage": "received" if is_open else "closed",
        "level": 0,
        "severity": 2,
        "impact": 0,
        "urgency": 2,
        "safety_assessed": 0,
        "is_legal": 0,
        "support_need": 0,
        "is_complex": 0,
        "priority": "p2",
        "acknowledge_due": due,
        "decide_due": due,
        "ceiling_due": due,
        "next_on": due if is_open else None,
        "content": "not_said",
        "causes": "[]",
        "whys": "[]",
        "may_publish": 0,
        "reopened": 0,
    }


def _entry(number: int) -> dict[str, Stored]:
    return {
        "id": number,
        "complaint_id": 1,
        "kind": "fact",
        "text": f"Seen for the {number}th time",
        "source": "Tom",
        "on_day": "2026-11-02",
        "is_private": 0,
        "who": "Tom",
        "written_at": _STAMP,
    }
