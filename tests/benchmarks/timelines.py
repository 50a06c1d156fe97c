# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""The page of one customer with few entries and with thousands: it shall not grow with them.

One customer of a shop gets so many entries: half of them notes, the rest promises, letters,
visits and files. Rows go in as those of the shop do.
"""

import tempfile
from collections.abc import Iterator
from datetime import date, timedelta
from pathlib import Path

from servicedesk.domain.timeline import TimelineEntry
from servicedesk.services.registry import Services, open_services
from servicedesk.store import driver
from servicedesk.store.attachments import attachments
from servicedesk.store.contacts import contacts
from servicedesk.store.customers import customer_visits
from servicedesk.store.driver import Access
from servicedesk.store.letters import letters
from servicedesk.store.opening import open_file
from servicedesk.store.promises import promises
from servicedesk.store.record_files import record_files
from servicedesk.store.types import Stored
from tests.benchmarks import bare_file, bare_pages
from tests.benchmarks.desk import MOMENT, Extent
from tests.benchmarks.measure import Row, compare
from tests.benchmarks.shops import TODAY, put, shop_copy
from tests.helpers.fakes import FixedClock
from tests.services.around import surroundings

SHOP = 1_000
WHOM = 500
ENTRIES = (50, 5_000)

_FIRST = 1_000_000
"""Numbers of the rows that are added begin here."""

_SORTS = ("contact", "promise", "contact", "letter", "contact", "promise", "contact", "visit")
_FILED = 20
"""Every so many entries a file lies with one of them."""

Rows = list[dict[str, Stored]]


def rows(extent: Extent) -> Iterator[Row]:
    """The page for each number of entries, and the page after the first."""
    for count in ENTRIES:
        with tempfile.TemporaryDirectory() as folder:
            path = with_entries(shop_copy(SHOP, Path(folder)), count)
            file = open_file(path, backups=Path(folder) / "backups", moment=MOMENT)
            services = open_services(file, surroundings(path, FixedClock(TODAY)))
            bare = bare_file.connect(path)
            yield compare(
                f"customer page by its entries; {count:,} entries",
                lambda services=services: page_of(services, WHOM),
                lambda bare=bare: bare_pages.customer_page(bare, WHOM, TODAY.isoformat()),
                target=12,
                runs=20 if extent.is_quick else 100,
                basis="speed.md",
            )
            bare.close()
            file.close()


def page_of(services: Services, customer: int) -> object:
    """All that the page of a customer reads, as far as the bare way can tell it too."""
    card = services.customers.get(customer)
    figures = services.timeline.figures(customer)
    sheet = services.support.of(customer)
    draft = card.draft
    return (
        (card.id, card.ref, card.shown_name, draft.remember),
        [reach.shown for reach in draft.reaches],
        [(address.lines, address.postcode) for address in draft.addresses],
        [_entry(one) for one in services.timeline.of(customer)],
        (figures.kept, figures.late, figures.broken, figures.open_promises, figures.overdue),
        (figures.enquiries, figures.heard_on),
        (len(sheet.needs), len(sheet.safety), len(sheet.consents)),
    )


def _entry(entry: TimelineEntry) -> tuple[str, int, date]:
    return entry.chip.value, entry.id, entry.day


def with_entries(path: Path, count: int) -> Path:
    """Give one customer of a shop so many entries."""
    found: dict[str, Rows] = {"contact": [], "promise": [], "letter": [], "visit": []}
    papers: Rows = []
    files: Rows = []
    for number in range(_FIRST, _FIRST + count - count // _FILED):
        sort = _SORTS[number % len(_SORTS)]
        found[sort].append(_made(sort, number))
        if number % (_FILED - 1) == 0 and len(files) < count // _FILED:
            kind = sort if sort in ("contact", "promise") else "customer"
            papers.append(_paper(number))
            files.append(_file(number, kind, WHOM if kind == "customer" else number))
    connection = driver.open_bare(path, Access.READ_WRITE)
    connection.execute("PRAGMA foreign_keys = 0")
    connection.execute("BEGIN")
    put(connection, attachments, papers)
    put(connection, contacts, found["contact"])
    put(connection, promises, found["promise"])
    put(connection, letters, found["letter"])
    put(connection, customer_visits, found["visit"])
    put(connection, record_files, files)
    connection.execute("COMMIT")
    connection.execute("ANALYZE")
    connection.close()
    return path


def _made(sort: str, number: int) -> dict[str, Stored]:
    day = TODAY - timedelta(days=(number - _FIRST) // 3 + 1)
    at = f"{day.isoformat()}T09:{number % 60:02}:00.000000Z"
    row: dict[str, Stored] = {"id": number, "customer_id": WHOM}
    if sort == "contact":
        return {
            **row,
            "text": f"asked about the job {number}",
            "channel": "phone",
            "is_incoming": number % 2,
            "at": at,
            "written_at": at,
            "is_sorted": 1,
            "by_whom": "Tom",
        }
    if sort == "promise":
        return {
            **row,
            "ref": f"P-2020-{number}",
            "text": f"ring back about the job {number}",
            "promiser": "Tom",
            "kind": "other",
            "own": "{}",
            "made_on": day.isoformat(),
            "due_on": day.isoformat(),
            "first_due_on": day.isoformat(),
            "is_revised": 0,
            "outcome": "kept",
            "ended_on": day.isoformat(),
            "ending_written_at": at,
        }
    if sort == "letter":
        return {
            **row,
            "ref": f"L-2020-{number}",
            "template": "L19",
            "template_version": 1,
            "title": "We are closed",
            "issued_on": day.isoformat(),
            "written_at": at,
            "fields": "{}",
            "is_large_print": 0,
            "signatory": "Tom",
            "attachment_id": _FIRST,
        }
    return {**row, "day": (TODAY - timedelta(days=number - _FIRST)).isoformat(), "bought_else": 0}


def _paper(number: int) -> dict[str, Stored]:
    return {"id": number, "sha256": f"{number:064d}", "size": 1_000}


def _file(number: int, kind: str, record: int) -> dict[str, Stored]:
    day = TODAY - timedelta(days=(number - _FIRST) // 3 + 1)
    return {
        "id": number,
        "kind": kind,
        "record_id": record,
        "attachment_id": number,
        "name": f"paper {number}.pdf",
        "added_on": day.isoformat(),
    }
