# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""Every real list of the samples through the command line, compared with what stands in it.

Each file that does not come in whole has its reason in a table here; a reason that is needed no
more fails as well, so that the tables stay true.
"""

import json
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from servicedesk.app.main import console
from servicedesk.domain.customers import CustomerCard, ReachKind
from servicedesk.store.customers_reading import customers_of
from servicedesk.store.exchange import known_customers
from tests.store.files import opened

Told = tuple[int, dict[str, Any], str]
"""Exit status, the answer in JSON, what was complained."""

LETTERS = {"utf-8": "utf_8", "utf-8-sig": "utf_8", "utf-16": "utf_16", "cp1252": "cp1252"}

LAYOUTS = {
    "google_contacts_2024": "google",
    "messy": "google",
    "shopify_customers": "shopify",
    "xero_contacts": "xero",
    "sage50_customers": "sage",
    "thunderbird__basic_addressbook": "thunderbird",
    "thunderbird__basic_csv_addressbook": "thunderbird",
    "thunderbird__quote": "thunderbird",
}
"""Beginning of a file's name -> the program that is named on the screen."""

NOT_PEOPLE = {
    "spectrum__escaped_quotes.csv": "its headings are a and b: the columns are asked about",
    "spectrum__newlines_crlf.csv": "its headings are a, b and c",
    "spectrum__simple_crlf.csv": "its headings are a, b and c",
}
"""Lists in plain text that hold nobody, and why."""

NOBODY = {
    "android__v21_im.vcf": "one messenger's name, which is neither name, phone nor e-mail",
    "icaljs__vcard_grouped.vcf": "groups of properties without a name",
    "ical4j__vcard-group.vcf": "a group without a name",
    "sabre__issue64.vcf": "a picture and nothing else",
}
"""Cards of nobody, and why."""

REACHES_OFF = {
    "android__v21_multiple_entry.vcf": "a fax, a modem and a pager are no phones",
    "ezvcard__gmail-single2.vcf": "two faxes and a pager are no phones",
    "ezvcard__outlook-2007.vcf": "a fax is no phone",
    "ezvcard__rfc2426-example.vcf": "two faxes are no phones",
    "ezvcard__thunderbird-MoreFunctionsForAddressBook-extension.vcf": "a fax and a pager",
}
"""Cards of which fewer phones or e-mail addresses come in than stand there, and why."""

BOOKS = {
    "bad__billion_laughs.xlsx": "import_workbook_trap",
    "bad__truncated_half.xlsx": "import_workbook_damaged",
    "bad__zero_bytes.xlsx": "import_empty",
    "calamine__empty_sheet.xlsx": "import_workbook_empty",
    "calamine__errors.xlsx": "import_workbook_empty",
}
"""Workbooks that are refused; the others of calamine hold no people, and say so."""

PEOPLE_IN_BOOKS = {"made__contacts_clean.xlsx": (3, 1), "bad__csv_renamed.xlsx": (1, 0)}
"""Workbooks of people: how many come in, and how many rows are left out (a row of totals)."""

AT_ONCE_SECONDS = 2.0
"""In which what is hostile by its directory is refused, the start of the program included."""


@pytest.fixture
def bring(shop: Path, capsys: pytest.CaptureFixture[str]) -> Callable[..., Told]:
    def run(kind: str, path: Path, *words: str) -> Told:
        capsys.readouterr()
        status = console(["import", "--profile", str(shop), kind, str(path), "--json", *words])
        said = capsys.readouterr()
        return status, json.loads(said.out) if said.out else {}, said.err

    return run


def expected(samples: Path, folder: str) -> dict[str, Any]:
    found: dict[str, Any] = json.loads((samples / folder / "expected.json").read_text("utf-8"))
    return found


def everybody(shop: Path) -> list[CustomerCard]:
    with opened(shop / "servicedesk.db") as file, file.read() as reading:
        ids = [one.id for one in known_customers(reading)]
        return list(customers_of(reading, ids).values())


def layout_of(name: str) -> str | None:
    return next((one for begins, one in LAYOUTS.items() if name.startswith(begins)), None)


def rows_in(known: dict[str, Any]) -> int:
    rows = known.get("data_rows", known.get("rows"))
    assert isinstance(rows, int)
    return rows


def test_every_list_in_plain_text_comes_in_or_asks_what_its_columns_mean(
    samples: Path, bring: Callable[..., Told], shop: Path
) -> None:
    seen = 0
    for name, known in expected(samples, "csv").items():
        status, told, complained = bring("customers", samples / "csv" / name)
        if name in NOT_PEOPLE:
            assert (status, told) == (2, {}), name
            assert "No column says who a customer is." in complained
            continue
        assert (status, complained) == (0, ""), name
        assert told["rows"] == rows_in(known), name
        assert told["letters"] == LETTERS[known.get("encoding", "utf-8")], name
        assert told["layout"] == layout_of(name), name
        assert sum(told["counts"].values()) == rows_in(known), name
        again, once_more, _ = bring("customers", samples / "csv" / name)
        assert (again, once_more["counts"]["unchanged"]) == (0, rows_in(known)), name
        seen += 1
    assert seen + len(NOT_PEOPLE) == len(expected(samples, "csv"))
    assert everybody(shop)


def reaches_of(card: CustomerCard, kind: ReachKind) -> int:
    return sum(one.kind is kind for one in card.draft.reaches)


def test_every_card_comes_in_and_the_worst_never_costs_its_neighbours(
    samples: Path, bring: Callable[..., Told], shop: Path, tmp_path: Path
) -> None:
    files = expected(samples, "vcard")
    off, nobody = set(), set()
    for name, known in files.items():
        before = {card.id for card in everybody(shop)}
        status, told, complained = bring("customers", samples / "vcard" / name, "--dry-run")
        assert (complained, told["rows"]) == ("", known["cards"]), name
        codes = [one["code"] for one in told["refused"]]
        if "import_nobody" in codes:
            nobody.add(name)
            continue
        assert told["counts"]["refused"] == codes.count("import_line_unread"), name
        assert status == (1 if codes else 0)
        bring("customers", samples / "vcard" / name)
        new = [card for card in everybody(shop) if card.id not in before]
        emails = sum(reaches_of(card, ReachKind.EMAIL) for card in new)
        phones = sum(reaches_of(card, ReachKind.PHONE) for card in new)
        if len(new) == known["cards"] and (emails, phones) != (
            known["emails_total"],
            known["tels_total"],
        ):
            off.add((name, emails, known["emails_total"], phones, known["tels_total"]))
    assert nobody == set(NOBODY)
    assert {one[0] for one in off} == set(REACHES_OFF), off
    worst = tmp_path / "worst.vcf"
    good = "BEGIN:VCARD\nVERSION:3.0\nFN:{name}\nTEL:01632 960{n}\nEND:VCARD\n"
    parts = [good.format(name="First One", n=101).encode()]
    parts += ((samples / "vcard" / name).read_bytes() + b"\n" for name in files)
    parts.append(good.format(name="Last One", n=102).encode())
    worst.write_bytes(b"".join(parts))
    _, told, _ = bring("customers", worst)
    assert told["rows"] == 2 + sum(known["cards"] for known in files.values())
    assert {"First One", "Last One"} <= {card.shown_name for card in everybody(shop)}


def test_every_workbook_comes_in_or_is_refused_in_a_sentence(
    samples: Path, bring: Callable[..., Told]
) -> None:
    for name in expected(samples, "xlsx"):
        begun = time.monotonic()
        status, told, complained = bring("customers", samples / "xlsx" / name)
        took = time.monotonic() - begun
        if name in PEOPLE_IN_BOOKS:
            added, refused = PEOPLE_IN_BOOKS[name]
            assert (told["counts"]["added"], told["counts"]["refused"]) == (added, refused)
            continue
        assert (status, told) == (2, {}), name
        assert complained.count("\n") == 1, name
        if name not in BOOKS:
            assert "No column says who a customer is." in complained, name
        elif BOOKS[name] == "import_workbook_trap":
            assert "would unpack to far more" in complained
            assert took < 10 * AT_ONCE_SECONDS, "figures of time are the business of the bench"


def test_demand_8_complaints_of_three_styles_of_days_come_in_and_again_change_nothing(
    samples: Path, bring: Callable[..., Told]
) -> None:
    for name, known in expected(samples, "complaints").items():
        status, tried, _ = bring("complaints", samples / "complaints" / name, "--dry-run")
        status, told, complained = bring("complaints", samples / "complaints" / name)
        assert (status, complained) == (0, ""), name
        assert tried["counts"] == told["counts"]
        assert told["counts"]["added"] == told["rows"] == known["rows"], name
        _, again, _ = bring("complaints", samples / "complaints" / name)
        assert again["counts"]["unchanged"] == known["rows"], name


def test_complaints_keep_every_letter_and_every_day(
    samples: Path, bring: Callable[..., Told], shop: Path
) -> None:
    known = expected(samples, "complaints")["cfpb_2020.csv"]
    bring("complaints", samples / "complaints" / "cfpb_2020.csv")
    with opened(shop / "servicedesk.db") as file, file.read() as reading:
        rows = reading.exec_driver_sql("SELECT text, received_on FROM complaints").all()
    days = sorted(day for _, day in rows)
    assert (days[0], days[-1]) == (known["date_min"], known["date_max"])
    months: dict[str, int] = {}
    for day in days:
        months[day[:7]] = months.get(day[:7], 0) + 1
    assert months == known["per_month"]
    longest = max(len(text) for text, _ in rows)
    assert longest >= known["longest_narrative_chars"] - 50
    for words, count in known["narratives_containing"].items():
        assert sum(words in text.lower() for text, _ in rows) >= count, words


def test_the_program_itself_brings_a_list_in(samples: Path, shop: Path) -> None:
    words = ["import", "--profile", str(shop), "customers", "--json"]
    path = samples / "csv" / "xero_contacts.csv"
    call = [sys.executable, "-P", "-m", "servicedesk", *words, str(path)]
    ended = subprocess.run(call, capture_output=True, text=True, check=False, timeout=120)
    assert ended.returncode == 0, ended.stderr
    assert json.loads(ended.stdout)["counts"]["added"] == 20
