# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""Files of shops with many customers, the same ones for the same number of them.

Each customer has a phone, an address, three promises and a contact. A hundred promises are still
open however many customers there are, as one shop can keep no more. Rows go in by
``executemany``, as no person would type them; the program then makes the index of the search.
"""

import atexit
import random
import shutil
import tempfile
from collections.abc import Iterator, Sequence
from datetime import date, timedelta
from functools import cache
from pathlib import Path

from sqlalchemy import Table

from servicedesk.domain.names import sort_key_person
from servicedesk.store import driver
from servicedesk.store.contacts import contacts
from servicedesk.store.customers import customer_addresses, customer_reaches, customers
from servicedesk.store.driver import Access, Connection
from servicedesk.store.opening import create_file, open_file
from servicedesk.store.promises import promises
from servicedesk.store.search_index import make_anew
from servicedesk.store.types import Stored
from tests.benchmarks.desk import MOMENT

TODAY = date(2026, 11, 23)
PROMISES_EACH = 3
OPEN = 100
"""Promises that are still open."""

_STAMP = "2026-11-02T09:00:00.000000Z"


def _each(words: str) -> list[str]:
    return words.split()


_ENDS = _each("son ton ley ford well man by wick ham worth field stone er land croft ing")
_STEMS = _each(
    "Ad Al An Ar Ash Bar Ben Bir Brad Bur Car Chap Col Cros Dal Den Dun East El Far Fen Gar Gil "
    "Gran Had Hal Har Hol Hum Jack Ken Kil Lang Lin Lock Mar Mel Mor New Nor Oak Old Pat Pem Pres "
    "Ram Red Ros Row Sed Shel Stan Sut Tal Tor Tur Up Wal War Wes Whit Wil Win Wor Yar"
)
_GIVEN = _each(
    "Ann Łucja Tom Siobhán Zoë Hemant Joan Piotr Fatima Örjan Grace Ivo Nell Ravi Tess Umar "
    "Vera Wynn Yusuf Amy Bob Cara Dev Ella Finn Gwen Hugh Isla Jack Kate"
)
_ROADS = _each("Wellington Church Station Mill High Victoria Park Hill Queen Chapel")
_TOWNS = _each("Todmorden Hebden Halifax Burnley Rochdale Bury")
_JOBS = (
    "ring back about the boiler",
    "bring the part for the tap",
    "send the quote for the bathroom",
    "look at the leak under the sink",
    "fit the new thermostat",
    "return the drill",
)


@cache
def shop_file(size: int) -> Path:
    """A closed file with so many customers; made once in a run, and never to be written to.

    Args:
        size: how many customers.
    """
    folder = Path(tempfile.mkdtemp(prefix="shop"))
    atexit.register(shutil.rmtree, folder, ignore_errors=True)
    path = folder / "shop.servicedesk"
    create_file(path)
    connection = driver.open_bare(path, Access.READ_WRITE)
    connection.execute("PRAGMA foreign_keys = 0")
    connection.execute("BEGIN")
    for table, rows in _tables(size):
        put(connection, table, rows)
    connection.execute("COMMIT")
    connection.execute("ANALYZE")
    connection.close()
    file = open_file(path, backups=folder / "backups", moment=MOMENT)
    with file.change() as session:
        make_anew(session)
    file.close()
    return path


def shop_copy(size: int, folder: Path) -> Path:
    """A copy of such a file that may be written to."""
    return Path(shutil.copyfile(shop_file(size), folder / f"shop {size}.servicedesk"))


def names_of(size: int) -> list[str]:
    """The names of so many customers, the same each time."""
    chance = random.Random(size)
    return [
        f"{chance.choice(_GIVEN)} {chance.choice(_STEMS)}{chance.choice(_ENDS)}{_tail(chance)}"
        for _ in range(size)
    ]


def _tail(chance: random.Random) -> str:
    return f"-{chance.choice(_STEMS)}{chance.choice(_ENDS)}" if chance.random() < 0.2 else ""


def put(
    connection: Connection, table: Table, rows: Iterator[dict[str, Stored]] | Sequence[object]
) -> None:
    """Put rows into a table; what is not said of one is empty."""
    columns = [column.name for column in table.columns]
    needed = {column.name: "" for column in table.columns if not column.nullable}
    places = ", ".join("?" * len(columns))
    cells = [[{**needed, **row}.get(name) for name in columns] for row in rows]
    connection.executemany(f"INSERT INTO {table.name} VALUES ({places})", cells)


def _tables(size: int) -> Iterator[tuple[Table, list[dict[str, Stored]]]]:
    chance = random.Random(size + 1)
    people = list(enumerate(names_of(size), start=1))
    yield customers, [_customer(number, name) for number, name in people]
    yield customer_reaches, [_reach(number) for number, _ in people]
    yield customer_addresses, [_address(number, chance) for number, _ in people]
    made = range(1, size * PROMISES_EACH + 1)
    yield promises, [_promise(number, size, chance) for number in made]
    yield contacts, [_contact(number, chance) for number, _ in people]


def _customer(number: int, name: str) -> dict[str, Stored]:
    return {
        "id": number,
        "ref": f"K-{number:04d}",
        "name": name,
        "shown_name": name,
        "sort_key": sort_key_person(name),
        "is_organisation": 0,
        "status": "customer",
        "is_consumer": 1,
        "remember": "Rings twice" if number % 10 == 0 else "",
        "own": "{}",
        "added_on": "2026-01-05",
    }


def _reach(number: int) -> dict[str, Stored]:
    line = f"{(number * 7919) % 1_000_000:06d}"
    return {
        "id": number,
        "customer_id": number,
        "position": 0,
        "kind": "phone",
        "shown": f"07700 {line}",
        "normal": f"+447700{line}",
    }


def _address(number: int, chance: random.Random) -> dict[str, Stored]:
    code = f"OL{number % 16 + 1} {number % 9 + 1}DY"
    return {
        "id": number,
        "customer_id": number,
        "position": 0,
        "lines": f"{number % 200 + 1} {chance.choice(_ROADS)} Road\n{chance.choice(_TOWNS)}",
        "postcode": code,
        "normal": code.replace(" ", ""),
    }


def _promise(number: int, size: int, chance: random.Random) -> dict[str, Stored]:
    is_open = number % (size * PROMISES_EACH // OPEN) == 0
    days = chance.randrange(-5, 15) if is_open else -chance.randrange(6, 700)
    due = (TODAY + timedelta(days=days)).isoformat()
    made = (TODAY + timedelta(days=min(days, 0) - 3)).isoformat()
    return {
        "id": number,
        "ref": f"P-2026-{number:04d}",
        "customer_id": (number - 1) % size + 1,
        "text": chance.choice(_JOBS),
        "promiser": "Tom",
        "kind": "other",
        "own": "{}",
        "made_on": made,
        "due_on": due,
        "first_due_on": due,
        "is_revised": 0,
        "outcome": None if is_open else "kept",
        "ended_on": None if is_open else due,
        "ending_written_at": None if is_open else _STAMP,
    }


def _contact(number: int, chance: random.Random) -> dict[str, Stored]:
    return {
        "id": number,
        "customer_id": number,
        "text": f"asked about {chance.choice(_JOBS)}",
        "channel": "phone",
        "is_incoming": 1,
        "at": _STAMP,
        "written_at": _STAMP,
        "is_sorted": 1,
        "by_whom": "Tom",
    }
