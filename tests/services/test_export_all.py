# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""Everything in one folder (demand 33): each table, letter and file; a stop leaves nothing."""

import csv
import json
import os
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, date, datetime
from hashlib import sha256
from html.parser import HTMLParser
from pathlib import Path
from urllib.parse import unquote

import pytest
import vobject

from servicedesk.domain.complaints import About, ComplaintDraft, Wish
from servicedesk.domain.customers import Address, CustomerDraft, Reach, ReachKind
from servicedesk.domain.errors import Refusal, Trouble
from servicedesk.domain.exchange_columns import ListKind, unguarded
from servicedesk.domain.exporting import OutPlace
from servicedesk.domain.kinds import Kind
from servicedesk.domain.own_fields import OwnFieldDraft, OwnFieldKind, OwnFieldOn
from servicedesk.domain.promises import Due, PromiseDraft
from servicedesk.domain.support import SafetyDraft, SafetyKind, SupportDraft, SupportNeed
from servicedesk.services.export_all import Exported
from servicedesk.services.registry import Services, open_services
from servicedesk.store.exporting import HELP, LEFT_OUT
from servicedesk.store.records import CATALOGUE
from tests.helpers.fakes import FixedClock
from tests.papers.shops import HOSTILE
from tests.services.around import surroundings
from tests.services.test_demo import Quiet, built
from tests.store.files import new_file, opened, small_disk

DAY = date(2026, 11, 24)
RUTH = "Ruth"
ACCENTS = "Zoë Ångström Đặng Ζωή"
NEED = "speaks only before noon"
MIND = "allergic to nettles"
SUM = "=HYPERLINK(“x”)"


@dataclass(frozen=True, slots=True, kw_only=True)
class Out:
    """A shop with all sorts of things in it, taken out."""

    plain: Exported
    helped: Exported
    services: Services

    def rows(self, name: str, *, with_help: bool = False) -> list[dict[str, str]]:
        folder = (self.helped if with_help else self.plain).folder
        with (folder / name).open(encoding="utf-8-sig", newline="") as file:
            return list(csv.DictReader(file))


def fill(shop: Services) -> None:
    """What the pretend shop has none of: hostile words, files, own fields, help, a bin."""
    own = shop.own_fields.add(
        OwnFieldDraft(on=OwnFieldOn.CUSTOMER, name="=Key, “no.”", kind=OwnFieldKind.NUMBER), RUTH
    ).card
    draft = CustomerDraft(
        name=f"{ACCENTS} {HOSTILE}",
        reaches=(
            Reach(kind=ReachKind.EMAIL, shown="zoe@angstrom.example", label="work"),
            Reach(kind=ReachKind.PHONE, shown="+44 1632 960 001", label="her son"),
            Reach(kind=ReachKind.PHONE, shown="0044 1632 960 002"),
        ),
        addresses=(Address(lines="1 Mill Lane\nTown", postcode="OL14 5QX", label="home"),) * 2,
        tags=("a, b", "c; d"),
        notes=f"{SUM}\nsecond line",
        own={str(own.id): "1200.5"},
    )
    customer = shop.customers.add(draft, RUTH).card
    gone = shop.customers.add(CustomerDraft(name="In The Bin"), RUTH).card
    shop.customers.bin([gone.id], RUTH)
    need = SupportDraft(need=SupportNeed.OTHER, detail=NEED, yes_words="yes", agreed_on=DAY)
    shop.support.add_need(customer.id, need, RUTH)
    mind = SafetyDraft(
        kind=next(iter(SafetyKind)),
        text=MIND,
        yes_words="yes",
        agreed_on=DAY,
        ends_on=date(2027, 1, 9),
    )
    shop.support.add_safety(customer.id, mind, RUTH)
    promise = PromiseDraft(
        customer_id=customer.id,
        text="@ring",
        made_on=DAY,
        promiser=RUTH,
        due=Due(day=date(2026, 11, 25), at=datetime(2026, 11, 25, 9, 30, tzinfo=UTC)),
    )
    shop.promises.make(promise, RUTH)
    complaint = ComplaintDraft(
        customer_id=customer.id,
        text="It broke.",
        about=About.DAMAGE,
        wishes=(Wish.REDO, Wish.JUST_TELLING),
        received_at=datetime(2026, 7, 1, 9, 0, 0, 5, tzinfo=UTC),
        amount_pence=1205,
    )
    shop.complaints.log(complaint, RUTH)
    for number, name in enumerate(("con", "../../etc/passwd", "photo.JPG", "photo.jpg", "é" * 300)):
        content = f"content {number}".encode()
        shop.record_files.add(Kind.CUSTOMER, customer.id, content, name, RUTH)


@pytest.fixture(scope="module")
def out(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Out]:
    folder = tmp_path_factory.mktemp("export")
    with built(folder, DAY) as (shop, _):
        fill(shop)
        plain = shop.export_all.write(folder / "plain", Quiet())
        helped = shop.export_all.write(folder / "helped", Quiet(), with_help=True)
        yield Out(plain=plain, helped=helped, services=shop)


def files_in(folder: Path) -> set[str]:
    return {one.relative_to(folder).as_posix() for one in folder.rglob("*") if one.is_file()}


def test_demand_33_every_table_is_there_but_those_that_are_left_out_for_a_reason(out: Out) -> None:
    written = {
        one.removeprefix("tables/").removesuffix(".csv") for one in files_in(out.helped.folder)
    }
    assert {table.name for table in CATALOGUE} - written == set(LEFT_OUT)
    for table in CATALOGUE:
        if table.name not in LEFT_OUT:
            head = (out.helped.folder / f"tables/{table.name}.csv").read_text("utf-8-sig")
            assert head.splitlines()[0].split(",") == [column.name for column in table.columns]


def test_what_helps_a_customer_goes_out_only_where_somebody_says_so(out: Out) -> None:
    names = files_in(out.plain.folder)
    assert not {f"tables/{name}.csv" for name in HELP} & names
    everything = b"".join((out.plain.folder / name).read_bytes() for name in names)
    assert NEED.encode() not in everything
    assert MIND.encode() not in everything
    assert out.rows("tables/support_needs.csv", with_help=True)[-1]["detail"] == NEED
    assert out.rows("tables/safety_notes.csv", with_help=True)[-1]["text"] == MIND


def test_the_counts_that_were_told_are_those_of_the_files(out: Out) -> None:
    assert out.services.export_all.counts() == out.plain.counts
    for kind in ListKind:
        assert len(out.rows(f"{kind.value}.csv")) == out.plain.counts.lists[kind]
    names = files_in(out.plain.folder)
    assert len(names) == out.plain.files
    assert sum(name.startswith("letters/") for name in names) == out.plain.counts.letters > 0
    assert sum(name.startswith("attachments/") for name in names) == out.plain.counts.files >= 5
    tables = [name for name in names if name.startswith("tables/")]
    assert len(tables) == out.plain.counts.tables
    assert sum(len(out.rows(name)) for name in tables) == out.plain.counts.rows


def test_a_customer_is_whole_and_no_cell_is_a_sum(out: Out) -> None:
    row = out.rows("customers.csv")[-1]
    assert row["Name"].startswith(ACCENTS)
    assert "In The Bin" not in [one["Name"] for one in out.rows("customers.csv")]
    assert row["Phone 1 - Label"] == "her son"
    assert row["Phone 1 - Value"] == "'+44 1632 960 001"
    assert row["Phone 2 - Value"] == "0044 1632 960 002"
    assert row["E-mail 1 - Value"] == "zoe@angstrom.example"
    assert row["Try first"] == "email"
    assert row["Address 1 - Street"] == "1 Mill Lane\nTown"
    assert row["Address 1 - Postal Code"] == "OL14 5QX"
    assert row["Tags"].split("\n") == ["a, b", "c; d"]
    assert row["Notes"] == f"'{SUM}\nsecond line"
    assert unguarded(row["Notes"]) == f"{SUM}\nsecond line"
    assert row["Own field: =Key, “no.”"] == "1200.5"


def test_a_promise_has_its_day_and_its_minute_in_the_time_of_the_shop(out: Out) -> None:
    row = out.rows("promises.csv")[-1]
    assert (row["Due on"], row["Due at"]) == ("2026-11-25", "2026-11-25T09:30:00+00:00")
    assert unguarded(row["What was promised"]) == "@ring"
    assert row["Kind"] == "other"


def test_a_complaint_has_its_wishes_its_pounds_and_its_moment(out: Out) -> None:
    row = out.rows("complaints.csv")[-1]
    assert row["Wishes"] == "redo\njust telling"
    assert row["Worth in pounds"] == "12.05"
    assert row["Received at"] == "2026-07-01T10:00:00.000005+01:00"
    assert row["Somebody could be hurt"] == "no"
    assert row["Customer number"] == out.rows("customers.csv")[-1]["Number"]


def test_names_of_files_lead_nowhere_and_none_hides_another(out: Out) -> None:
    folder = out.plain.folder / "attachments"
    names = [one.name for one in folder.iterdir()]
    assert len({name.casefold() for name in names}) == len(names)
    contents = {one.read_bytes() for one in folder.iterdir()}
    assert {f"content {number}".encode() for number in range(5)} <= contents
    for name in names:
        assert len(name.encode()) < 255
        assert name == unicodedata.normalize("NFC", name)
    for letter in (out.plain.folder / "letters").iterdir():
        assert letter.read_bytes().startswith(b"%PDF")
        assert letter.name.startswith("2026-11-")


def test_only_the_owner_can_look_into_it(out: Out) -> None:
    if os.name == "nt":
        pytest.skip("Windows keeps rights elsewhere")
    for one in (out.plain.folder, *out.plain.folder.rglob("*")):
        assert one.stat().st_mode & 0o777 == (0o700 if one.is_dir() else 0o600)


def test_the_manifest_names_every_other_file_with_its_sum(out: Out) -> None:
    told = json.loads((out.plain.folder / "manifest.json").read_text("utf-8"))
    assert {one["path"] for one in told["files"]} == files_in(out.plain.folder) - {"manifest.json"}
    for one in told["files"]:
        data = (out.plain.folder / one["path"]).read_bytes()
        assert (one["bytes"], one["sha256"]) == (len(data), sha256(data).hexdigest())
    assert told["business"] == "Hollins Hardware"
    assert told["with_help"] is False


def test_the_visiting_cards_are_read_by_others_accents_and_all(out: Out) -> None:
    text = (out.plain.folder / "customers.vcf").read_bytes().decode("utf-8")
    cards = list(vobject.readComponents(text))
    assert len(cards) == out.plain.counts.lists[ListKind.CUSTOMERS]
    last = cards[-1]
    assert last.fn.value.startswith(ACCENTS)
    assert [one.value for one in last.tel_list] == ["+44 1632 960 001", "0044 1632 960 002"]
    assert last.note.value == f"{SUM}\nsecond line"
    assert last.categories.value == ["a, b", "c; d"]
    assert all(len(line) <= 75 for line in text.encode().split(b"\r\n"))


class Page(HTMLParser):
    """What stands on the page: tags, links, words."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.tags: list[str] = []
        self.links: list[str] = []
        self.words: list[str] = []
        self.feed(text)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append(tag)
        self.links += [unquote(value or "") for name, value in attrs if name == "href"]

    def handle_data(self, data: str) -> None:
        self.words.append(data)


def test_demand_33_the_index_page_leads_to_every_file_in_any_browser(out: Out) -> None:
    page = Page((out.plain.folder / "index.html").read_text("utf-8"))
    assert "script" not in page.tags
    assert page.tags.count("h1") == page.tags.count("title") == 1
    assert page.tags.count("caption") == page.tags.count("table") == 6
    assert not [link for link in page.links if "//" in link]
    for link in page.links:
        assert (out.plain.folder / link).exists(), link
    folders = {"letters", "attachments"}
    beside = {name for name in files_in(out.plain.folder) if name.split("/")[0] not in folders}
    assert beside - set(page.links) == {"index.html"}
    words = " ".join(page.words)
    assert "Hollins Hardware" in words
    assert "24 November 2026" in words
    assert "are not in here" in words
    helped = (out.helped.folder / "index.html").read_text("utf-8")
    assert "are in here too" in helped


@pytest.fixture
def small(tmp_path: Path) -> Iterator[Services]:
    with opened(new_file(tmp_path)) as file:
        services = open_services(file, surroundings(file.path, FixedClock(DAY)))
        services.customers.add(CustomerDraft(name="Ann"), RUTH)
        yield services


def test_a_folder_with_something_in_it_stays_as_it_is(small: Services, tmp_path: Path) -> None:
    taken = tmp_path / "taken"
    taken.mkdir()
    (taken / "mine.txt").write_text("mine")
    with pytest.raises(Refusal) as refused:
        small.export_all.write(taken, Quiet())
    assert (refused.value.code, refused.value.field) == ("export_folder_full", "folder")
    with pytest.raises(Refusal):
        small.export_all.write(taken / "mine.txt", Quiet())
    assert [one.name for one in taken.iterdir()] == ["mine.txt"]


def test_an_empty_folder_will_do(small: Services, tmp_path: Path) -> None:
    (tmp_path / "empty").mkdir()
    done = small.export_all.write(tmp_path / "empty", Quiet())
    assert (done.folder / "index.html").exists()
    assert not list(tmp_path.glob("*.part"))


def test_the_folders_of_the_program_itself_are_refused(small: Services, tmp_path: Path) -> None:
    for own in ("backups", "temporary"):
        with pytest.raises(Refusal) as refused:
            small.export_all.write(tmp_path / own / "out", Quiet())
        assert refused.value.code == "export_folder_ours"


def test_without_the_folder_above_it_nothing_is_made(small: Services, tmp_path: Path) -> None:
    with pytest.raises(Trouble) as trouble:
        small.export_all.write(tmp_path / "gone" / "out", Quiet())
    assert trouble.value.code == "saving_folder_gone"


class Stopped(Exception):
    """Somebody asked to stop."""


class StopAt(Quiet):
    """Asks to stop when it is asked for the n-th time."""

    def __init__(self, place: int) -> None:
        super().__init__()
        self.left = place

    def raise_if_cancelled(self) -> None:
        self.left -= 1
        if self.left < 0:
            raise Stopped


def test_a_stop_leaves_nothing_behind(small: Services, tmp_path: Path) -> None:
    was = set(tmp_path.iterdir())
    for place in (0, 1):
        with pytest.raises(Stopped):
            small.export_all.write(tmp_path / "out", StopAt(place))
        assert set(tmp_path.iterdir()) == was


def test_a_full_disk_leaves_nothing_behind(small: Services, tmp_path: Path) -> None:
    with small_disk(tmp_path / "disk", 40) as disk:
        with pytest.raises(Trouble) as trouble:
            small.export_all.write(disk / "out", Quiet())
        assert trouble.value.code == "saving_no_room"
        assert list(disk.iterdir()) == []


def test_the_folder_that_is_offered_is_not_there_yet(small: Services, tmp_path: Path) -> None:
    first = small.export_all.offered(tmp_path)
    assert first.name == "servicedesk 2026-11-24"
    first.mkdir()
    assert small.export_all.offered(tmp_path).name == "servicedesk 2026-11-24 (2)"


def test_it_is_said_where_the_folder_would_lie(small: Services, tmp_path: Path) -> None:
    synced = tmp_path / "Dropbox"
    synced.mkdir()
    assert small.export_all.place(synced / "out") is OutPlace.SYNCED
    assert small.export_all.is_locked_away() is False
