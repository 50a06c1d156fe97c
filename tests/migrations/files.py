# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""Populated files of every released schema, and what a file holds written out to compare.

Add to ``ROWS`` with every revision: rows for each table that it brings, as of that schema.
"""

import tempfile
from collections.abc import Callable, Sequence
from pathlib import Path

from alembic.operations import MigrateOperation, Operations
from alembic.runtime.migration import MigrationContext

from servicedesk.store import disk, driver
from servicedesk.store.driver import Access, Connection, Stored
from servicedesk.store.migrate import build, update
from servicedesk.store.migrations import REVISIONS
from servicedesk.store.migrations.revision import Revision
from tests.migrations.rows_improving import IMPROVING
from tests.migrations.rows_trust_desk import TRUST_DESK
from tests.migrations.rows_trust_holds import HOLDS
from tests.migrations.rows_trust_mappings import MAPPINGS
from tests.migrations.rows_trust_requests import REQUESTS
from tests.store.files import MOMENT

KEY = "0123456789abcdef" * 6

NOON = "2026-09-14T11:00:00.000000Z"

ROWS: dict[int, tuple[tuple[str, tuple[Stored, ...]], ...]] = {
    1: (
        ("business_facts", (1, "name", "Łódź & “Sons”")),
        ("business_facts", (5, "phone", "")),
        ("opening_hours", (1, 0, 480, 1020)),
        ("closures", (1, "2026-12-24", "2027-01-02", "Christmas")),
        ("bank_holidays", (1, "eng", "2026-12-25", "Christmas Day", 0, "")),
        ("attachments", (77, "ab" * 32, "logo.png", 3, "image/png")),
        ("attachment_pieces", (1, 77, 0, b"\x89\x00\xff")),
        (
            "charter_versions",
            (1, 1, "published", "plumber", 1, "{}", "[]", 77, 3, 2, *(None,) * 5),
        ),
        ("service_standards", (1, 1, 0, "call_back", "Missed calls", "{}")),
        ("service_standards", (2, 1, 1, "quotes", "Quotes", "{}")),
        (
            "journal",
            (1, 1, None, "set up", "Ann", NOON, "insert", "business_facts", 1, None, "{}"),
        ),
        ("drafts", (1, "charter", "", "half", NOON)),
    ),
    2: (
        ("people", (3, "Łucja", "owner", None, None)),
        ("people", (4, "Tom", "staff", 5000, 3)),
        ("registrations", (1, "registration", "Gas Safe Register", "123", None, "2027-03-31")),
    ),
    3: (
        (
            "customers",
            (
                5,
                "K-0005",
                "Mrs Łucja Patel",
                "Mrs Łucja Patel",
                "patel lucja",
                0,
                "",
                "",
                "customer",
                1,
                "sms",
                "",
                "",
                "Rings twice",
                "",
                "{}",
                None,
                None,
                "2026-09-14",
                None,
                None,
                None,
            ),
        ),
        ("customer_reaches", (1, 5, 0, "phone", "07700 900123", "447700900123", "")),
        ("customer_addresses", (1, 5, 0, "14 Wellington Road", "OL14 5DY", "ol145dy", "")),
        ("customer_tags", (1, 5, "trade")),
        ("customer_visits", (1, 5, "2026-09-14", 0)),
        ("support_needs", (1, 5, "large_print", "", "customer_said", "yes", None, 0, None, "")),
        ("safety_notes", (1, 5, "animal", "dog", "yes", "2026-09-14", None, "", "2027-09-14")),
        ("consents", (1, 5, "email", "May we?", "2026-09-14", "form", None)),
        ("own_fields", (1, "customer", 0, "Boiler", "text", "[]", None)),
        ("record_files", (1, "customer", 5, 77, None, "boiler.jpg", "2026-09-14")),
        ("open_days", (1, "2026-12-20", "10:00-16:00", "Christmas fair")),
    ),
    4: (
        ("promise_repeats", (1, "year", 1, "2026-09-14", None, None)),
        (
            "promises",
            (
                9,
                "P-2026-0009",
                5,
                "ring back",
                "Tom",
                "ring_back",
                None,
                "",
                "",
                "",
                "",
                "",
                "{}",
                "",
                1,
                "2026-09-14",
                "2026-09-18",
                None,
                "2026-09-17",
                None,
                "2026-09-18",
                None,
                1,
                2,
                "working",
                NOON,
                None,
                "kept",
                "2026-09-18",
                None,
                NOON,
                "",
                None,
                1,
                None,
            ),
        ),
        (
            "promise_moves",
            (
                1,
                9,
                NOON,
                "2026-09-14",
                "2026-09-17",
                None,
                "2026-09-18",
                None,
                "agreed",
                "",
                "Tom",
                None,
            ),
        ),
        (
            "letters",
            (
                2,
                "L-2026-0002",
                "L13",
                1,
                "What we promised",
                5,
                9,
                "2026-09-14",
                NOON,
                "{}",
                "Dear",
                0,
                "Tom",
                77,
                None,
            ),
        ),
        ("letter_wordings", (1, "L13", 1, "Our own words")),
        (
            "contacts",
            (1, 5, "rang", "phone", 1, NOON, NOON, 5, 0, "2026-09-18", None, "Tom", 9, 2, None),
        ),
    ),
    5: (
        ("search_docs", (0, "1", "")),
        ("search_docs", ((1 << 40) + 5, "mrs lucja patel k 0005 k0005 5", "rings twice")),
    ),
    6: (
        (
            "complaints",
            (
                12,
                "C-2026-0014",
                5,
                "",
                "Cold soup",
                "quality_of_work",
                '["redo"]',
                "",
                "normal",
                0,
                NOON,
                "2026-09-14",
                "counter",
                "",
                "Tom",
                "",
                "",
                "",
                None,
                "",
                "",
                None,
                0,
                0,
                "",
                None,
                "ordinary",
                "",
                "{}",
                "received",
                0,
                2,
                0,
                2,
                0,
                0,
                0,
                0,
                "p2",
                None,
                "",
                None,
                1,
                None,
                None,
                None,
                None,
                None,
                None,
                None,
                None,
                None,
                None,
                None,
                "",
                None,
                None,
                None,
                None,
                None,
                "2026-09-14",
                "2026-09-14",
                None,
                None,
                None,
                "2026-09-14",
                None,
                None,
                "2026-09-16",
                None,
                "",
                None,
                "not_said",
                None,
                "[]",
                None,
                "",
                "[]",
                "",
                "",
                None,
                0,
                None,
                None,
                None,
                None,
                "",
                0,
                "",
                None,
            ),
        ),
        (
            "complaint_steps",
            (1, 12, "log", None, "received", "2026-09-14", NOON, "Tom", "", None, None, None),
        ),
        ("complaint_issues", (1, 12, 1, "Cold", "upheld", "It was")),
        ("complaint_entries", (1, 12, "fact", "Seen", "", "2026-09-14", 0, "Tom", NOON)),
        (
            "complaint_remedies",
            (1, 12, "redo", "contract", "", None, None, "", None, None, "", "", None, "", 9),
        ),
        ("complaint_pauses", (1, 12, "2026-09-14", None, "When?", None)),
        (
            "actions",
            (1, 12, "corrective", "Warm plates", "", None, None, None, None, None, None, None, ""),
        ),
        (
            "complaint_referrals",
            (1, 12, "court", "County Court", "", "2026-09-14", "", None, None, 0),
        ),
        ("complaint_behaviours", (1, 12, "2026-09-14", "Shouted", "", None, None, None)),
        ("complaint_purchases", (1, 12, "goods", "with_us", "2026-09-01", 4500, None, None)),
    ),
    7: (
        ("feedback_batches", (3, "Cards, December", "2026-12-01", None, 40, "")),
        (
            "feedback",
            (
                *(8, "F-2026-0008", "answer", 5, "", "", "slow", "answer the phone"),
                *("2026-12-02", "counter", "", "Tom", "job", '["timeliness"]', 2, 6, 3),
                *(2, 4, 5, None, 4, None, *(None,) * 4, 1, "not_asked", "", None, None, 3, NOON),
                *("2026-12-04", None, "", "2026-12-07", 12, None, "", None, None, None, 0, None),
            ),
        ),
        ("sample_weeks", (2, "2026-12-07", "2026-12-12", "")),
        ("sample_lines", (4, 2, 0, "call_back", 1, "Missed calls", 41, 46)),
        ("job_checks", (6, "2026-12-14", "2025-12-14", "2026-12-13", 1, "")),
        ("job_check_jobs", (7, 6, 0, "promise", 9, "ring back, Mrs Łucja Patel")),
        ("job_check_answers", (8, 6, 7, 0, "quotes", "Quotes", "met")),
        ("served_months", (1, "2026-12-01", 480)),
        ("walks", (2, "A missed call", "2026-12-03", "Ann")),
        ("walk_steps", (3, 2, 0, "rings us", "nobody answers", "", "change the message")),
    ),
    8: IMPROVING,
    9: (*HOLDS, *TRUST_DESK, *REQUESTS, *MAPPINGS),
}


def file_of(
    folder: Path,
    schema: int,
    key: str | None = None,
    revisions: Sequence[Revision] = REVISIONS,
) -> Path:
    """A populated file of an older schema, as one that has lived through all before it."""
    path = folder / "shop.servicedesk"
    disk.make_private(path)
    build(path, key, revisions[:1])
    _put_in(path, key, ROWS[1])
    with tempfile.TemporaryDirectory() as backups:
        for number in range(2, schema + 1):
            lived = revisions[:number]
            update(path, backups=Path(backups), moment=MOMENT, key=key, revisions=lived)
            _put_in(path, key, ROWS.get(number, ()))
    return path


def _put_in(path: Path, key: str | None, rows: Sequence[tuple[str, tuple[Stored, ...]]]) -> None:
    connection = driver.open_bare(path, Access.READ_WRITE, key)
    connection.execute("PRAGMA foreign_keys = 1")
    connection.execute("BEGIN")
    for table, row in rows:
        places = ", ".join("?" * len(row))
        connection.execute(f"INSERT INTO {table} VALUES ({places})", row)
    connection.execute("COMMIT")
    connection.close()


def dump(path: Path, key: str | None = None) -> list[tuple[Stored, ...]]:
    """Everything a file holds: its numbers, its schema and every row of every table."""
    connection = driver.open_bare(path, Access.READ_ONLY, key)
    found: list[tuple[Stored, ...]] = [
        (name, driver.whole(connection, f"PRAGMA {name}"))
        for name in ("application_id", "user_version")
    ]
    found += schema_of(connection)
    for table in ("sqlite_sequence", *driver.table_names(connection)):
        rows = connection.execute(f"SELECT * FROM {table} ORDER BY 1").fetchall()
        found += [(table, *row) for row in rows]
    connection.close()
    return found


def schema_of(connection: Connection) -> list[tuple[Stored, ...]]:
    """What makes up the schema, in SQLite's own words."""
    return connection.execute(
        "SELECT type, name, tbl_name, sql FROM sqlite_schema ORDER BY type, name"
    ).fetchall()


class PlantedFailure(Exception):
    """What a test raises in the middle of a revision."""


def operations_failing_after(wanted: int) -> Callable[[MigrationContext], Operations]:
    """Operations that work ``wanted`` times and then fail."""
    done = 0

    class Failing(Operations):
        def invoke(self, operation: MigrateOperation) -> object:
            nonlocal done
            result = super().invoke(operation)
            done += 1
            if done == wanted:
                raise PlantedFailure
            return result

    return Failing
