# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""Complaints: one written down, a file with 300 entries, lists and words among 50,000."""

import tempfile
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import timedelta
from functools import partial
from itertools import count
from pathlib import Path
from typing import Any

from sqlcipher3 import dbapi2

from servicedesk.domain.complaints import ComplaintDraft
from servicedesk.domain.complaints_file import ComplaintFile
from servicedesk.domain.complaints_listed import ComplaintChip, ComplaintFilter, ComplaintRow
from servicedesk.domain.kinds import Kind
from servicedesk.domain.search import HitGroup, HitKind
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
from tests.benchmarks.measure import Row, Spent, Timed, compare, compare_timed, timed
from tests.benchmarks.shops import TODAY, put, shop_copy
from tests.helpers.fakes import FixedClock
from tests.services.around import surroundings

SHOP = 1_000
PAGE = 50
ENTRIES = 300
OPEN = 50
"""Complaints that are open, however many there are: more no shop could look after."""

_STAMP = "2026-11-02T09:00:00.000000Z"
_WHAT = ("saw stopped", "late again", "wrong price", "nobody rang", "broken on arrival")
_TABLES = ("complaints", "complaint_steps", "journal", "search_docs")

_TYPED = "arr"
"""The letters typed so far, of the last words of one complaint in five."""

Cells = tuple[object, ...]
Opened = Sequence[ComplaintRow]
Writes = list[tuple[str, Cells]]


def rows(extent: Extent) -> Iterator[Row]:
    """All rows; lists for each number of complaints."""
    for number in (1_000, 5_000) if extent.is_quick else (1_000, 5_000, 20_000, 50_000):
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
    measure = partial(compare_timed, runs=runs, basis="speed.md")
    size = f"{number:,} complaints"
    everything = ComplaintFilter(chip=ComplaintChip.ALL)
    yield measure(
        f"list of complaints opened, chips and first {PAGE}; {size}",
        _told(lambda: _opened(services), _opening),
        _told(lambda: bare_complaints.opened(bare, TODAY.isoformat())),
        target=4,
    )
    yield measure(
        f"list of all complaints; {size}",
        _told(lambda: lists.ids(everything), list),
        _told(lambda: bare_complaints.all_ids(bare)),
        target=4,
    )
    middle = list(lists.ids(everything))[number // 2 :][:PAGE]
    yield measure(
        f"page of {PAGE} complaints; {size}",
        _told(lambda: lists.rows(middle), _lines),
        _told(lambda: bare_complaints.page(bare, middle)),
        target=4,
    )
    yield measure(
        f"complaints with a word; {size}",
        _told(lambda: lists.ids(replace(everything, text=_TYPED)), list),
        _told(lambda: bare_complaints.having(bare, _TYPED)),
        target=4,
    )
    shown = len(_hits(services.search.find(_TYPED)))
    yield measure(
        f"search keystroke, complaints; {size}",
        _told(lambda: services.search.find(_TYPED), _hits),
        _told(lambda: bare_complaints.search(bare, _TYPED, shown), _bare_hits),
        target=4,
    )
    yield measure(
        f"complaint with {ENTRIES} entries; {size}",
        _told(lambda: services.complaints.file(1), _file),
        _told(lambda: bare_complaints.whole(bare, 1), _bare_whole),
        target=12,
    )
    yield _saving(services, bare, number, runs)


def _line(row: ComplaintRow) -> Cells:
    days = (row.received_on, row.due, row.next_on, row.decided_on)
    told = tuple(None if day is None else day.isoformat() for day in days)
    about = None if row.about is None else row.about.value
    kinds = (row.stage.value, row.track.value, row.serious.value, row.priority.value)
    whose = (row.customer_id, row.customer_name, row.remember, row.handler)
    return (row.id, row.ref, row.text, about, *kinds, *whose, *told, row.waiting_for)


def _lines(rows: Sequence[ComplaintRow]) -> list[Cells]:
    return [_line(row) for row in rows]


def _opened(services: Services) -> tuple[Sequence[int], Mapping[ComplaintChip, int], Opened]:
    lists = services.complaints.lists
    ids = lists.ids(ComplaintFilter())
    return ids, lists.counts(), lists.rows(ids[:PAGE])


def _opening(found: tuple[Sequence[int], Mapping[ComplaintChip, int], Opened]) -> object:
    ids, counts, rows = found
    return list(ids), list(counts.values()), _lines(rows)


def _hits(groups: Sequence[HitGroup]) -> list[tuple[int, str, str]]:
    """Number, words and reference of the complaints found."""
    found = [group.hits for group in groups if group.kind is HitKind.COMPLAINT]
    hits = [hit for group in found for hit in group]
    return [(int(hit.item), hit.title, hit.detail.split(" · ")[1]) for hit in hits]


def _bare_hits(rows: Sequence[Cells]) -> object:
    return [(row[0], row[1], row[3]) for row in rows]


def _file(file: ComplaintFile) -> object:
    return file.card.ref, [(one.id, one.draft.text) for one in file.entries]


def _bare_whole(found: tuple[list[Cells], ...]) -> object:
    (card,), _remedies, _issues, entries, *_ = found
    return card[1], [(one[0], one[3]) for one in entries]


def _as_it_is(found: object) -> object:
    return found


def _told(job: Callable[[], Any], tell: Callable[[Any], object] = _as_it_is) -> Timed[object]:
    """A job that is timed, what it yields laid out afterwards to be compared."""

    def work() -> tuple[Spent, object]:
        spent, found = timed(job)
        return spent, tell(found)

    return work


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

    row = compare(
        f"save a complaint + history, commit; {number:,} complaints",
        lambda: _make(services, next(made)),
        bare_way,
        target=5,
        runs=runs,
        basis="speed.md",
    )
    _check_same(services, bare)
    return row


def _check_same(services: Services, bare: dbapi2.Connection) -> None:
    """See that both left the same last rows in each table.

    Raises:
        AssertionError: when they did not.
    """
    with services.units.read() as reading:
        for table in _TABLES:
            last = f"SELECT * FROM {table} {_among(table)} ORDER BY id DESC LIMIT 5"
            written = [tuple(row) for row in reading.exec_driver_sql(last)]
            if written != bare.execute(last).fetchall():
                raise AssertionError(f"{table}: ours and bare did not leave the same rows")


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
    """Put so many complaints into a shop, the first with many entries, the others with one."""
    connection = driver.open_bare(path, Access.READ_WRITE)
    connection.execute("PRAGMA foreign_keys = 0")
    connection.execute("BEGIN")
    put(connection, complaints, [_complaint(each, number // OPEN) for each in range(1, number + 1)])
    put(connection, complaint_entries, [_entry(each) for each in range(1, ENTRIES + number)])
    connection.execute("COMMIT")
    connection.execute("ANALYZE")
    connection.close()
    file = open_file(path, backups=path.parent / "backups", moment=MOMENT)
    with file.change() as session:
        make_anew(session)
    file.close()
    return path


def _complaint(number: int, each: int) -> dict[str, Stored]:
    """A complaint; one of so many is open."""
    is_open = number % each == 0
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
        "complaint_id": max(number - ENTRIES + 1, 1),
        "kind": "fact",
        "text": f"Seen for the {number}th time",
        "source": "Tom",
        "on_day": "2026-11-02",
        "is_private": 0,
        "who": "Tom",
        "written_at": _STAMP,
    }
