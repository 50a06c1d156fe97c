# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""Lists, search, a customer's page, Today and saving a promise, in shops of any size.

Demand 19 of users of other programs is met here: with 20,000 customers a list in less than
300 ms, a key in less than 100 ms.
"""

import tempfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import timedelta
from itertools import count
from pathlib import Path

from sqlcipher3 import dbapi2

from servicedesk.domain.calendars import WorkingCalendar
from servicedesk.domain.customers import CustomerRow
from servicedesk.domain.customers_lists import CustomerFilter
from servicedesk.domain.promises import Due, PromiseCard, PromiseDraft
from servicedesk.domain.search import HitKind
from servicedesk.domain.today import Seen, TodayCard
from servicedesk.domain.today_rows import RowGroup, TodayRow, horizon
from servicedesk.domain.today_rules import REVIEW_SOON_DAYS, RULES
from servicedesk.services.home import Home
from servicedesk.services.registry import Services, open_services
from servicedesk.store.opening import open_file
from tests.benchmarks import bare_file, bare_pages, bare_records
from tests.benchmarks.desk import MOMENT, WHO, Extent
from tests.benchmarks.measure import Row, compare
from tests.benchmarks.shops import TODAY, shop_copy
from tests.benchmarks.timelines import page_of
from tests.helpers.fakes import FixedClock
from tests.services.around import surroundings

PAGE = 50
TYPED = ("s", "se", "sed")
"""What is typed into the search box, letter by letter."""

_KINDS = (HitKind.CUSTOMER, HitKind.PROMISE, HitKind.CONTACT)
_TEXT = "send the quote for the new boiler"
_WRITTEN = {"promises": "", "journal": "", "search_docs": f"WHERE id < {3 << 40}"}
"""Tables that a new promise is written to, and where its rows are the last."""

Cells = tuple[object, ...]
Writes = list[tuple[str, Cells]]


@dataclass(frozen=True, slots=True, kw_only=True)
class Shop:
    """One file, open in both ways.

    Args:
        size: customers in it.
        services: ours.
        bare: the driver's own connection to a file of the same rows.
        runs: how often each row is measured.
    """

    size: int
    services: Services
    bare: dbapi2.Connection
    runs: int

    def row(
        self,
        name: str,
        ours: Callable[[], object],
        bare: Callable[[], object],
        target: float,
    ) -> Row:
        """Measure one row of the table."""
        return compare(
            f"{name}; {self.size:,} customers",
            ours,
            bare,
            target=target,
            runs=self.runs,
            basis="speed.md",
        )


def rows(extent: Extent) -> Iterator[Row]:
    """All rows for each size of shop."""
    for size in extent.sizes:
        with tempfile.TemporaryDirectory() as folder, shop_in(Path(folder), size, extent) as shop:
            yield list_row(shop)
            yield from search_rows(shop)
            yield people_row(shop)
            yield customer_row(shop)
            yield today_row(shop)
            yield saving_row(shop, Path(folder))


@contextmanager
def shop_in(folder: Path, size: int, extent: Extent) -> Iterator[Shop]:
    """A shop open in both ways, each with a file of its own.

    Args:
        folder: an empty one.
        size: customers in it.
        extent: how often to measure.
    """
    path = shop_copy(size, folder)
    file = open_file(path, backups=folder / "backups", moment=MOMENT)
    services = open_services(file, surroundings(path, FixedClock(TODAY)))
    services.search.prepare()
    (folder / "bare").mkdir()
    connection = bare_file.connect(shop_copy(size, folder / "bare"))
    try:
        yield Shop(
            size=size, services=services, bare=connection, runs=50 if extent.is_quick else 150
        )
    finally:
        connection.close()
        file.close()


def list_row(shop: Shop) -> Row:
    """A page out of the middle of the list."""
    lists = shop.services.customer_lists
    ids = lists.ids(CustomerFilter())
    page = ids[len(ids) // 2 :][:PAGE]

    def ours() -> object:
        return [_line(row) for row in lists.rows(page)]

    def bare() -> object:
        return bare_records.list_page(shop.bare, page, TODAY.isoformat())

    return shop.row(f"list page of {PAGE}, data", ours, bare, 4)


def _line(row: CustomerRow) -> tuple[object, ...]:
    due = row.late, row.due_today
    tags = " ".join(row.tags)
    return row.id, row.shown_name, row.place, row.reach, row.remember, *due, row.is_archived, tags


def search_rows(shop: Shop) -> Iterator[Row]:
    """One box over all kinds, a letter at a time."""
    for typed in TYPED:
        shown = [len(group) for group in _found(shop, typed)]

        def ours(typed: str = typed) -> object:
            return _found(shop, typed)

        def bare(typed: str = typed, shown: list[int] = shown) -> object:
            return bare_records.search(shop.bare, typed, shown, TODAY.isoformat())

        yield shop.row(f"search keystroke, {len(typed)} letters", ours, bare, 4)


def _found(shop: Shop, typed: str) -> list[list[tuple[int, str, str]]]:
    """Numbers and words of customers, promises and contacts that are shown, but for their days."""
    groups = {group.kind: group.hits for group in shop.services.search.find(typed)}
    return [
        [(int(hit.item), hit.title, _about(kind, hit.detail)) for hit in groups.get(kind, ())]
        for kind in _KINDS
    ]


def _about(kind: HitKind, detail: str) -> str:
    return detail if kind is HitKind.CUSTOMER else detail.rpartition(" · ")[0]


def people_row(shop: Shop) -> Row:
    """Who may be meant by the beginning of a name."""
    search = shop.services.search

    def ours() -> object:
        return [_line(row) for row in search.people("se")]

    def bare() -> object:
        return bare_records.people(shop.bare, "se", 8, TODAY.isoformat())

    return shop.row("type-ahead for people", ours, bare, 4)


def customer_row(shop: Shop) -> Row:
    """All that the page of one customer reads."""
    services = shop.services
    customer = shop.size // 2

    def ours() -> object:
        return page_of(services, customer)

    def bare() -> object:
        return bare_pages.customer_page(shop.bare, customer, TODAY.isoformat())

    return shop.row("customer page", ours, bare, 12)


def today_row(shop: Shop) -> Row:
    """Today's rows in order, and what its cards ask of the file."""
    home = shop.services.home
    seen: list[Seen] = []

    def look(found: Seen) -> tuple[TodayCard, ...]:
        seen[:] = [found]
        return ()

    mine = Home(shop.services.units, home._around, (*RULES, look))
    until = horizon(TODAY, WorkingCalendar())
    reviews = TODAY + timedelta(days=REVIEW_SOON_DAYS)

    def ours() -> object:
        rows = [_today_line(row) for row in mine.today().rows]
        (told,) = seen
        known = (len(told.facts), told.has_hours, told.has_customers, len(told.closures))
        return rows, (*known, len(told.charters), len(told.registrations))

    def bare() -> object:
        return bare_pages.today(shop.bare, TODAY, until, reviews)

    return shop.row("Today", ours, bare, 4)


def _today_line(row: TodayRow) -> tuple[object, ...]:
    item = row.item
    group = list(RowGroup).index(row.group)
    said = (item.kind.value, item.id, item.text, item.customer, item.remember, item.by)
    return (group, item.due.day.isoformat(), *said)


def saving_row(shop: Shop, folder: Path) -> Row:
    """A new promise with its history and its words in the index, committed.

    What the bare way writes was written by the program before, in a third file.
    """
    prepared = iter(_prepared(shop, folder))
    number = count(1)

    def ours() -> object:
        return _make(shop.services, next(number)).ref

    def bare() -> object:
        ref, writes = next(prepared)
        bare_records.save(shop.bare, writes)
        return ref

    row = shop.row("save a promise + history, commit", ours, bare, 5)
    with shop.services.units.read() as reading:
        for table in _WRITTEN:
            written = [tuple(row) for row in reading.exec_driver_sql(_last(table, 5))]
            if written != shop.bare.execute(_last(table, 5)).fetchall():
                raise AssertionError(f"{table}: ours and bare did not leave the same rows")
    return row


def _last(table: str, number: int) -> str:
    return f"SELECT * FROM {table} {_WRITTEN[table]} ORDER BY id DESC LIMIT {number}"


def _make(services: Services, number: int) -> PromiseCard:
    draft = PromiseDraft(
        customer_id=number,
        text=f"{_TEXT} {number}",
        due=Due(day=TODAY + timedelta(days=4)),
        promiser="Tom",
        made_on=TODAY,
    )
    return services.promises.make(draft, WHO).card


def _prepared(shop: Shop, folder: Path) -> list[tuple[str, Writes]]:
    """The reference of each promise, and the statements that leave the same rows."""
    (folder / "third").mkdir()
    path = shop_copy(shop.size, folder / "third")
    file = open_file(path, backups=folder / "backups", moment=MOMENT)
    services = open_services(file, surroundings(path, FixedClock(TODAY)))
    refs = [_make(services, number + 1).ref for number in range(shop.runs + 1)]
    with services.units.read() as reading:
        rows = {
            table: [tuple(row) for row in reading.exec_driver_sql(_last(table, len(refs)))][::-1]
            for table in _WRITTEN
        }
    file.close()
    return [
        (ref, _writes(promise, noted, doc))
        for ref, promise, noted, doc in zip(refs, *rows.values(), strict=True)
    ]


def _writes(promise: Cells, noted: Cells, doc: Cells) -> Writes:
    row, title, _ = doc
    return [
        (_insert("promises", promise), promise),
        (_insert("journal", noted), noted),
        (_insert("search_docs", doc), doc),
        ("INSERT INTO search_words(rowid, title, text) VALUES (?, ?, ?)", doc),
        ("INSERT INTO search_parts(rowid, title) VALUES (?, ?)", (row, title)),
    ]


def _insert(table: str, cells: Cells) -> str:
    return f"INSERT INTO {table} VALUES ({', '.join('?' * len(cells))})"
