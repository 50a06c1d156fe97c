# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""Whoever is forgotten is in no byte of any file the program owns; demand 26, scenario by trust.

A word that is nowhere else stands in every column that can name a person, in every table that
leads to the customer, twice over, so that the history has images of both. Their name stands in
each column of the records of others as well, one column to a row, and in rows that say so no more
or are gone. Then the person is forgotten, the backups are rewritten, and every file is searched for
each word, its beginnings and its ends, in UTF-8 and in UTF-16.
"""

import random
import re
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, date, datetime, timedelta
from io import BytesIO
from pathlib import Path

import pytest
from sqlalchemy import Table, UniqueConstraint

from servicedesk.domain.backups import BackupReason
from servicedesk.domain.complaints import Stage
from servicedesk.domain.customers import CustomerDraft, Reach, ReachKind
from servicedesk.domain.data_requests import RequestOutcome
from servicedesk.domain.forgetting import ErasureWhy
from servicedesk.domain.promises import Outcome
from servicedesk.services.attachments import attach
from servicedesk.services.registry import Services, open_services
from servicedesk.services.unit import Unit
from servicedesk.store import driver
from servicedesk.store.driver import Access
from servicedesk.store.opening import create_file, open_file
from servicedesk.store.records import CATALOGUE
from servicedesk.store.types import Coded, Day, Moment, Whole, YesNo
from servicedesk.store.types import Words as Text
from tests.faults.counting import note, trials
from tests.helpers.fakes import FixedClock
from tests.services.around import surroundings
from tests.services.backups_made import NoSteps

KEY = "0123456789abcdef" * 6
MOMENT = datetime(2026, 9, 14, 11, 0, tzinfo=UTC)
RUTH = "Ruth"
NAME = "Quorvixzana Jibblethwopp"

_PART = 6
"""Letters of the beginning, or of the end, of a word: more than chance puts together."""

_SHAPES = (
    re.compile(rb"[a-z]{6,}"),
    re.compile(rb"(?:[a-z]\0){6,}"),
    re.compile(rb"(?:\0[a-z]){6,}"),
)
"""Letters in UTF-8, and in UTF-16 either way round."""

NOT_THEIRS = frozenset(
    {
        "attachments",  # its names come with files that go, and stand in the table below
        "charter_versions",  # answers of the owner on the business
        "checks",  # who of the business took the check
        "drafts",  # put in by hand below
        "journal",  # holds what the others held
        "people",  # the business's own people
        "search_docs",  # made of what the others hold
    }
)
"""Tables with columns for people in which nothing is put here, and why."""


class Words:
    """Words that are nowhere else, each remembered with where it was put."""

    def __init__(self, seed: int) -> None:
        self._draw = random.Random(seed)
        self.put: dict[str, str] = {}

    def new(self, where: str) -> str:
        """One more word of twelve letters."""
        word = "".join(self._draw.choices("bcdfghjklmnpqrstvwxz", k=12))
        self.put[word] = where
        return word


@pytest.mark.parametrize("seed", range(trials(1, 20)))
@pytest.mark.parametrize("key", [None, KEY], ids=["plain", "with a key"])
def test_nobody_who_was_forgotten_is_in_any_byte(
    tmp_path: Path, key: str | None, seed: int
) -> None:
    words = Words(seed)
    with shop(tmp_path, key) as services:
        customer_id = _lived(services, words)
        _named_by_others(services)
        services.backups.back_up(BackupReason.BUTTON, NoSteps())
        before = _found(tmp_path, words, key)
        missing = [where for word, where in words.put.items() if word not in before]
        assert missing == [], "the search for words sees each of them beforehand"
        foreseen = services.forgetting.foresee(customer_id)
        services.forgetting.forget(customer_id, ErasureWhy.ASKED, RUTH, also=foreseen.mentions)
        assert services.forgetting.still_held().count == 1
        assert _found(tmp_path, words, key, but="backups") == {}
        assert services.forgetting.rewrite(NoSteps()).left == ()
        assert services.forgetting.still_held().count == 0
        assert _found(tmp_path, words, key) == {}
    left = _found(tmp_path, words, key)
    note("erasure: words in every file, plain and with a key", len(words.put), lost=len(left))
    assert left == {}


def test_every_table_that_can_name_a_person_is_looked_at(tmp_path: Path) -> None:
    words = Words(0)
    with shop(tmp_path, None) as services:
        _lived(services, words)
        with services.units.read() as reading:
            empty = [
                table.name
                for table in CATALOGUE
                if CATALOGUE.record(table).person_columns
                and table.name not in NOT_THEIRS
                and not reading.exec_driver_sql(f"SELECT count(*) FROM {table.name}").scalar()
            ]
    assert empty == []


@contextmanager
def shop(folder: Path, key: str | None) -> Iterator[Services]:
    """An open file in a folder of its own, with the folders of the program beside it."""
    path = folder / "shop.servicedesk"
    create_file(path, key=key)
    file = open_file(path, backups=folder / "backups", moment=MOMENT, key=key)
    (folder / "temporary").mkdir()
    try:
        yield open_services(file, surroundings(path, FixedClock(), key=key))
    finally:
        file.close()


def _lived(services: Services, words: Words) -> int:
    """A customer about whom something stands in every table, changed once and in part removed."""
    phone, email = "07700 900765", f"{words.new('email')}@example.org"
    draft = CustomerDraft(
        name=NAME,
        reaches=(
            Reach(kind=ReachKind.PHONE, shown=phone, label=words.new("label")),
            Reach(kind=ReachKind.EMAIL, shown=email),
        ),
        remember=words.new("remember"),
        notes=words.new("notes"),
        tags=(words.new("tag"),),
    )
    customer_id = services.customers.add(draft, RUTH).card.id
    for part in NAME.lower().split():
        words.put[part] = "name"
    made: dict[str, int] = {"customers": customer_id}
    with services.units.change("live", RUTH) as unit:
        pdf = words.new("bytes of a letter").encode() * 400
        made["attachments"] = attach(
            unit, BytesIO(pdf), name=words.new("file name"), media_type="application/pdf"
        )
        for table in CATALOGUE:
            if _is_filled(table) and table.name != "customers":
                made[table.name] = unit.insert(table, _row(table, made, words))
    with services.units.change("change", RUTH) as unit:
        for table in CATALOGUE:
            if _is_filled(table) and not CATALOGUE.record(table).append_only:
                values = _said(table, words, is_theirs=_is_theirs(table))
                unit.update(table, made[table.name], values)
    with services.units.change("take out", RUTH) as unit:
        _lost(unit, made, words)
        day = date(2026, 9, 2)
        unit.update(CATALOGUE.table("complaints"), made["complaints"], {"legal_hold": ""})
        unit.update(CATALOGUE.table("legal_holds"), made["legal_holds"], {"lifted_on": day})
        kept = {"outcome": Outcome.KEPT, "ended_on": day}
        unit.update(CATALOGUE.table("promises"), made["promises"], kept)
        answered = {"outcome": RequestOutcome.DONE, "ended_on": day}
        unit.update(CATALOGUE.table("data_requests"), made["data_requests"], answered)
    services.drafts.keep("promises", "", {"text": f"Ring {NAME} {words.new('draft')}"})
    services.drafts.keep("customers", str(customer_id), {"name": words.new("draft of theirs")})
    around = services.forgetting._around
    (around.temporary / "letter.pdf").write_text(words.new("temporary"))
    opened = around.temporary / "copies" / "1f"
    opened.mkdir(parents=True)
    (opened / "drawing.txt").write_text(words.new("opened copy"))
    around.logs.mkdir()
    (around.logs / "crash-report.txt").write_text(words.new("report of a crash"))
    return customer_id


def _named_by_others(services: Services) -> None:
    """The name in each column of a row of its own, of somebody else or of nobody."""
    words = Words(0)  # none of them is put anywhere
    made = {"customers": services.customers.add(CustomerDraft(name="Bob Smith"), RUTH).card.id}
    number = 0
    with services.units.change("live on", RUTH) as unit:
        made["attachments"] = attach(
            unit, BytesIO(b"drawing"), name=f"Drawing of {NAME}.txt", media_type="text/plain"
        )
        for table in filter(_is_filled, CATALOGUE):
            for column in CATALOGUE.record(table).person_columns or ("",):
                number += 1
                row = {**_row(table, made, words), **_empty(table)}
                row.update({name: f"{number}" for name in ("ref", "key") if name in row})
                if column and table.name not in NOT_THEIRS:
                    row[column] = _written(column, f"Ask {NAME} and ring")
                unique = _unique(table, number)
                made[table.name] = unit.insert(table, {**row, **unique})
    with services.units.change("say it no more, and take out", RUTH) as unit:
        table = CATALOGUE.table("ideas")
        for what, is_gone in ((f"Thank {NAME}", False), (f"Call {NAME}", True)):
            row = {**_row(table, made, words), **_empty(table), "what": what}
            idea = unit.insert(table, row)
            if is_gone:
                unit.remove(table, idea)
            else:
                unit.update(table, idea, {"what": "Thank them"})
        unit.update(CATALOGUE.table("customers"), made["customers"], {"binned_at": MOMENT})


def _empty(table: Table) -> dict[str, object]:
    """Nothing in the columns for people."""
    empty = {"own": "{}", "whys": "[]"}
    return {name: empty.get(name, "") for name in CATALOGUE.record(table).person_columns}


def _unique(table: Table, number: int) -> dict[str, object]:
    """What no two rows may share."""
    shared = [
        [column.name for column in one.columns]
        for one in table.constraints
        if isinstance(one, UniqueConstraint)
    ]
    day = date(2026, 9, 1) + timedelta(days=number)
    found: dict[str, object] = {}
    for names in shared:
        for name in names:
            kind = table.columns[name].type
            if table.columns[name].foreign_keys:
                continue
            if isinstance(kind, Day):
                found[name] = day
            elif name == "record_id" or isinstance(kind, Whole):
                found[name] = 1000 + number
            elif isinstance(kind, Text) and name not in CATALOGUE.record(table).person_columns:
                found[name] = str(number)
    return found


def _written(column: str, text: str) -> str:
    """A text as its column has it."""
    shapes = {"own": f'{{"3": "{text}"}}', "whys": f'["{text}"]'}
    return shapes.get(column, text)


def _lost(unit: Unit, made: dict[str, int], words: Words) -> None:
    """A part and a record that went before: only the history has them."""
    table = CATALOGUE.table("customer_addresses")
    gone = unit.insert(table, _row(table, made, words))
    unit.remove(table, gone)
    table = CATALOGUE.table("contacts")
    gone = unit.insert(table, _row(table, made, words))
    unit.remove(table, gone)


def _is_filled(table: Table) -> bool:
    """Whether rows are put in: where there is something on people, and in what that hangs on."""
    parents = {"job_checks", "fairness_checks", "walks", "reviews", "people", "service_plans"}
    parents |= {"checks", "charter_versions"}
    named = CATALOGUE.record(table).person_columns and table.name not in NOT_THEIRS
    return bool(named) or table.name in parents


def _is_theirs(table: Table) -> bool:
    """Whether a row is the customer's; in the others they are only named."""
    columns = set(table.columns.keys())
    owners = {"customer_id", "complaint_id", "promise_id"} & columns
    return bool(owners and table.name != "actions") or table.name in (
        "customers",
        "record_files",
        "job_check_jobs",
        "kept_longer",
    )


def _said(table: Table, words: Words, *, is_theirs: bool) -> dict[str, object]:
    """What stands in the columns for people."""
    said: dict[str, object] = {}
    for name in CATALOGUE.record(table).person_columns:
        if table.name in NOT_THEIRS:
            continue
        word = words.new(f"{table.name}.{name}") if is_theirs else f"Ask {NAME} and ring"
        said[name] = _written(name, word)
    return said


def _row(table: Table, made: dict[str, int], words: Words) -> dict[str, object]:
    """A whole row: words for people, pointers to what there is, and the least of the rest."""
    row: dict[str, object] = {}
    for column in table.columns:
        pointers = [key.column.table.name for key in column.foreign_keys]
        if column.name in ("id", "logo_id"):
            continue
        if pointers:
            row[column.name] = made.get(pointers[0]) if pointers[0] != table.name else None
        elif column.name == "record_id":
            row[column.name] = made["customers"]
        elif column.name == "kind" and "record_id" in table.columns:
            row[column.name] = column.type.codes("customer")
        elif not column.nullable:
            row[column.name] = _least(column.type)
    row.update(_said(table, words, is_theirs=_is_theirs(table)))
    if table.name == "actions":
        row["complaint_id"] = made["complaints"]
    return row


def _least(kind: object) -> object:
    values: tuple[tuple[type, object], ...] = (
        (YesNo, False),
        (Day, date(2026, 9, 1)),
        (Moment, MOMENT),
        (Whole, 1),
    )
    if isinstance(kind, Coded):
        return Stage.CLOSED if kind.codes is Stage else next(iter(kind.codes))
    return next((value for known, value in values if isinstance(kind, known)), "x")


def _found(folder: Path, words: Words, key: str | None, but: str = "") -> dict[str, str]:
    """Which words are in any file, with the file; also in what a file with a key holds."""
    texts: dict[str, bytes] = {}
    for path in sorted(folder.rglob("*")):
        name = path.relative_to(folder)
        if path.is_file() and (not but or but not in name.parts):
            texts[str(name)] = _letters(path.read_bytes())
            if path.suffix == ".servicedesk":
                texts[f"{name}, read"] = _letters(_read_out(path, key))
    found: dict[str, str] = {}
    for word, where in words.put.items():
        for part in {word[:_PART], word[-_PART:]}:
            assert re.fullmatch("[a-z]{6}", part)
            for name, letters in texts.items():
                if part.encode() in letters:
                    found[word] = f"{where} in {name}"
    return found


def _letters(data: bytes) -> bytes:
    """Each row of letters that is long enough for a part of a word, once, in any of the shapes.

    What is sought is letters alone, so it stands in one of these or nowhere.
    """
    data = data.lower()
    rows = {found for shape in _SHAPES for found in shape.findall(data)}
    return b" ".join(sorted(row.replace(b"\0", b"") for row in rows))


def _read_out(path: Path, key: str | None) -> bytes:
    """Every cell of every table of a file, those of SQLite itself and of the indexes too."""
    connection = driver.open_bare(path, Access.READ_WRITE, key)
    try:
        said: list[str] = []
        for index in ("search_words", "search_parts"):
            connection.execute(
                f"CREATE VIRTUAL TABLE temp.of_{index} USING fts5vocab('main', '{index}', 'row')"
            )
            said += [str(row) for row in connection.execute(f"SELECT * FROM of_{index}").fetchall()]
        names = connection.execute("SELECT name FROM sqlite_schema WHERE type = 'table'").fetchall()
        for (name,) in names:
            for row in connection.execute(f'SELECT * FROM "{name}"').fetchall():
                said += [
                    cell.decode("utf-8", "replace") if isinstance(cell, bytes) else str(cell)
                    for cell in row
                ]
        return "\n".join(said).lower().encode()
    finally:
        connection.close()


@pytest.mark.parametrize("part", ["name", "remember"])
def test_the_search_for_words_would_see_one_that_stayed(tmp_path: Path, part: str) -> None:
    words = Words(1)
    with shop(tmp_path, None) as services:
        _lived(services, words)
    (tmp_path / "left").write_bytes(next(iter(words.put)).encode("utf-16-be"))
    assert part in {where.split(" in ")[0] for where in _found(tmp_path, words, None).values()}
