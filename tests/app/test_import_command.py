# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""A list brought in by the command: what it says, how it ends, and what bad input makes of it."""

import json
import os
import sys
from collections.abc import Callable
from datetime import date
from hashlib import sha256
from pathlib import Path

import pytest

from servicedesk.app.main import console
from servicedesk.domain.exchange_columns import ListKind
from servicedesk.domain.importing import Column, DayOrder, Meaning
from servicedesk.domain.importing_field_names import Field
from servicedesk.domain.importing_mappings import MappingDraft
from servicedesk.services.registry import open_services
from servicedesk.store.exchange import known_customers
from tests.content.workbooks_made import ods, xls
from tests.helpers.fakes import FixedClock
from tests.services.around import surroundings
from tests.store.files import opened

Told = tuple[int, str, str]
Bring = Callable[..., Told]

LIST = "Name,Phone\nZoë Hill,07700 900101\nTotal,\n"
MILLION = 1024 * 1024
CLOCK = FixedClock(date(2026, 11, 23))


@pytest.fixture
def bring(shop: Path, capsys: pytest.CaptureFixture[str]) -> Bring:
    def run(*words: object) -> Told:
        capsys.readouterr()
        status = console(["import", "--profile", str(shop), *map(str, words)])
        said = capsys.readouterr()
        return status, said.out, said.err

    return run


def written(folder: Path, data: bytes | str, name: str = "list.csv") -> Path:
    path = folder / name
    path.write_bytes(data.encode() if isinstance(data, str) else data)
    return path


def people(shop: Path) -> int:
    with opened(shop / "servicedesk.db") as file, file.read() as reading:
        return sum(1 for _ in known_customers(reading))


def test_it_says_what_came_of_each_row(bring: Bring, shop: Path, tmp_path: Path) -> None:
    path = written(tmp_path, LIST)
    status, said, complained = bring("customers", path, "--dry-run")
    assert (status, complained, people(shop)) == (1, "", 0)
    assert said == (
        "This would be brought in from list.csv; nothing has been kept:\n"
        "  new: 1\n"
        "  not brought in: 1\n"
        "Line 3: This row adds others up; it is no customer. (Total)\n"
    )
    status, said, _ = bring("customers", path)
    assert (status, people(shop)) == (1, 1)
    assert said.startswith("Brought in from list.csv:\n  new: 1\n")
    status, said, _ = bring("customers", written(tmp_path, LIST.replace("Total,\n", "")))
    assert (status, people(shop)) == (0, 1)
    assert "  just as they are here: 1\n" in said


def test_it_answers_another_program_in_json(bring: Bring, tmp_path: Path) -> None:
    status, said, _ = bring("customers", written(tmp_path, LIST), "--dry-run", "--json")
    assert status == 1
    assert json.loads(said) == {
        "kind": "customers",
        "file": "list.csv",
        "source": "csv",
        "letters": "utf_8",
        "layout": None,
        "dry_run": True,
        "rows": 2,
        "columns": [
            {"heading": "Name", "meaning": "name"},
            {"heading": "Phone", "meaning": "phone"},
        ],
        "counts": {"added": 1, "updated": 0, "unchanged": 0, "skipped": 0, "refused": 1},
        "refused": [
            {
                "line": 3,
                "code": "import_total_row",
                "reason": "This row adds others up; it is no customer.",
                "shown": "Total",
            }
        ],
    }


def test_a_list_of_a_known_program_is_named(bring: Bring, samples: Path) -> None:
    status, said, _ = bring("customers", samples / "csv" / "xero_contacts.csv", "--dry-run")
    assert status == 0
    assert said.startswith("This looks like a list from Xero.\n")


def test_days_in_two_ways_name_their_column_and_a_mapping_settles_them(
    bring: Bring, shop: Path, tmp_path: Path
) -> None:
    path = written(tmp_path, "Received,Complaint\n03/04/2026,late\n")
    status, said, complained = bring("complaints", path)
    assert (status, said) == (2, "")
    assert "“03/04/2026” in “Received”" in complained
    with opened(shop / "servicedesk.db") as file:
        draft = MappingDraft(
            name="Till",
            holds=ListKind.COMPLAINTS,
            columns=(
                Column(heading="Received", meaning=Field.RECEIVED_AT),
                Column(heading="Complaint", meaning=Field.TEXT),
            ),
            day_orders={0: DayOrder.DAY_FIRST},
        )
        open_services(
            file, surroundings(file.path, FixedClock(date(2026, 11, 23)))
        ).exchange.mappings.keep(draft, "Ruth")
    assert bring("complaints", path, "--mapping", "till")[0] == 0
    status, _, complained = bring("complaints", path, "--mapping", "Other")
    assert status == 2
    assert "Other" in complained
    assert bring("promises", path, "--mapping", "till")[0] == 2


def test_workbooks_of_every_kind_come_in(bring: Bring, shop: Path, tmp_path: Path) -> None:
    rows = [["Name", "Phone"], ["Ann Lee", "01632 960101"]]
    for number, (make, name) in enumerate(((ods, "a.ods"), (xls, "a.xls"))):
        rows[1][0] = f"Ann Lee {number}"
        rows[1][1] = f"01632 96010{number}"
        status, _, complained = bring("customers", written(tmp_path, make(rows), name))
        assert (status, complained) == (0, "")
    assert people(shop) == 2


def hole(path: Path) -> Path:
    """A file of two gigabytes that takes no room."""
    with path.open("wb") as file:
        file.truncate(2048 * MILLION)
    return path


@pytest.mark.parametrize(
    ("make", "words"),
    [
        (lambda folder: folder, "is not a file"),
        (lambda folder: folder / "gone.csv", "gone.csv"),
        (lambda folder: hole(folder / "hole.csv"), "hole.csv"),
        (lambda folder: written(folder, b""), "There is nothing in list.csv."),
        (lambda folder: written(folder, b"%PDF-1.7 bill", "list.xlsx"), "is not a list"),
        (lambda folder: written(folder, b"PK\x03\x04 no", "list.csv"), "cannot be read"),
        (lambda folder: written(folder, b"\x89PNG\r\n", "people.vcf"), "is not a list"),
        (lambda folder: written(folder, bytes(range(256)) * 40), "is not a list"),
        (lambda folder: written(folder, b"\xd0\xcf\x11\xe0 no", "a.xls"), "cannot be read"),
        (lambda folder: written(folder, "a\n" * 250_002), "more than 250,000 rows"),
        (lambda folder: written(folder, "a,b\n1,2\n"), "No column says who a customer is."),
    ],
)
def test_bad_input_is_said_in_words_and_the_file_stays_as_it_is(
    bring: Bring, shop: Path, tmp_path: Path, make: Callable[[Path], Path], words: str
) -> None:
    with opened(shop / "servicedesk.db"):
        pass
    before = sha256((shop / "servicedesk.db").read_bytes()).hexdigest()
    status, said, complained = bring("customers", make(tmp_path))
    assert (status, said) == (2, "")
    assert words in complained
    assert "Traceback" not in complained
    assert sha256((shop / "servicedesk.db").read_bytes()).hexdigest() == before


@pytest.mark.skipif(sys.platform == "win32", reason="files are kept from others otherwise there")
@pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid() == 0, reason="root reads all")
def test_a_list_that_may_not_be_read_is_said(bring: Bring, tmp_path: Path) -> None:
    path = written(tmp_path, LIST)
    path.chmod(0)
    status, _, complained = bring("customers", path)
    assert status == 2
    assert "list.csv" in complained


def test_a_list_that_another_program_holds_is_said(
    bring: Bring, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = written(tmp_path, LIST)
    real = Path.open

    def held(self: Path, *words: object, **more: object) -> object:
        if self == path:
            raise PermissionError(13, "in use")
        return real(self, *words, **more)  # type: ignore[call-overload]

    monkeypatch.setattr(Path, "open", held)
    status, _, complained = bring("customers", path)
    assert status == 2
    assert "list.csv" in complained


def test_two_hundred_thousand_rows_are_looked_at(shop: Path, tmp_path: Path) -> None:
    rows = "".join(f"Ann {number},0163296{number:06}\n" for number in range(200_000))
    path = written(tmp_path, f"Name,Phone\n{rows}")
    with opened(shop / "servicedesk.db") as file:
        look = open_services(
            file, surroundings(file.path, FixedClock(date(2026, 11, 23)))
        ).exchange.look(path)
    assert len(look.rows) == 200_000
    assert [column.meaning for column in look.columns] == [Meaning.NAME, Meaning.PHONE]


def test_a_list_that_is_too_long_is_refused_before_anything_with_the_figure(
    bring: Bring, shop: Path, tmp_path: Path
) -> None:
    path = written(tmp_path, "Name\n" + "Ann\n" * 250_000)
    status, said, complained = bring("customers", path)
    assert (status, said, people(shop)) == (2, "", 0)
    assert "list.csv has more than 250,000 rows. Part it into several files" in complained
    assert not list((shop / "backups").glob("*.db"))


def test_a_cell_without_an_end_is_called_what_it_is(bring: Bring, tmp_path: Path) -> None:
    path = written(tmp_path, f'Name,Phone\n"{"x" * 200_000}",1\nZoë Hill,07700 900101\n')
    status, said, _ = bring("customers", path, "--dry-run")
    assert status == 1
    assert "Line 2: A cell in this line is longer than 131,072 characters" in said


def test_of_two_columns_of_one_name_the_first_is_taken_and_it_is_said(
    bring: Bring, shop: Path, tmp_path: Path
) -> None:
    path = written(tmp_path, "Name,Name,Phone\nAnn,Bob,07700 900101\n")
    status, said, _ = bring("customers", path)
    assert status == 0
    assert said.splitlines()[0] == (
        "More than one column is headed “Name”: the first is taken, the others are left out."
    )
    with opened(shop / "servicedesk.db") as file, file.read() as reading:
        assert [one.name for one in known_customers(reading)] == ["Ann"]


@pytest.mark.parametrize("text", [",,,\n", ";;\n"])
def test_a_list_of_separators_alone_is_refused_in_words(
    bring: Bring, tmp_path: Path, text: str
) -> None:
    status, _, complained = bring("customers", written(tmp_path, text))
    assert status == 2
    assert "There is nothing in list.csv." in complained


def test_there_is_no_file_to_bring_it_into(profile: Path, tmp_path: Path) -> None:
    path = written(tmp_path, LIST)
    assert console(["import", "--profile", str(profile), "customers", str(path)]) == 2
