# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""Saving what can be read out of a damaged file: all but the damage comes out, the file stays."""

import csv
from contextlib import suppress
from datetime import date, timedelta
from io import BytesIO
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from servicedesk.domain.backups import BackupReason
from servicedesk.domain.errors import Trouble
from servicedesk.services.attachments import attach
from servicedesk.services.salvage import Salvaged, save_readable
from servicedesk.services.surroundings import Surroundings
from servicedesk.store import driver
from servicedesk.store.calendars import closures
from servicedesk.store.driver import Access
from servicedesk.store.opening import create_file
from tests.helpers.fakes import FixedClock
from tests.services.around import surroundings
from tests.services.backups_made import NOW, NoSteps, Stopped, Stops, desk
from tests.store.files import small_disk

PAGE = 4096
PRICES = b"price list" * 200_000
FAIRS = 400
KEY = "0123456789abcdef" * 6


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> tuple[bytes, bytes]:
    """A file with many closures and a logo, and a backup of it, as bytes."""
    folder = tmp_path_factory.mktemp("made")
    with desk(folder) as shop:
        shop.say("=Hollins & Sons")
        first = date(2026, 1, 1)
        with shop.units.change("add closures", "Ruth") as unit:
            for day in range(FAIRS):
                at = first + timedelta(days=day)
                unit.insert(closures, {"first": at, "last": at, "reason": f"Fair {day} " * 9})
            attach(unit, BytesIO(PRICES), name="../prices?.txt", media_type="text/plain")
        card = shop.backups.back_up(BackupReason.BUTTON, NoSteps())
    return shop.file.path.read_bytes(), Path(card.path).read_bytes()


@pytest.fixture
def shop(tmp_path: Path, made: tuple[bytes, bytes]) -> Surroundings:
    home = tmp_path / "data"
    home.mkdir()
    (home / "servicedesk.db").write_bytes(made[0])
    return surroundings(home / "servicedesk.db", FixedClock(NOW))


def spoil(path: Path, *pages: int) -> None:
    content = bytearray(path.read_bytes())
    for page in pages:
        content[(page - 1) * PAGE : page * PAGE] = bytes(PAGE)
    path.write_bytes(content)


def pages_of(path: Path, words: bytes) -> list[int]:
    """The numbers of the pages on which words stand: in their list and in the history of it."""
    content = path.read_bytes()
    return [at // PAGE + 1 for at in range(0, len(content), PAGE) if words in content[at:][:PAGE]]


def save(shop: Surroundings, **other: object) -> Salvaged:
    into = shop.database.parent.parent / "saved"
    into.mkdir(exist_ok=True)
    was = shop.database.read_bytes()
    found = save_readable(shop.database, into, shop, NoSteps(), **other)
    assert shop.database.read_bytes() == was
    assert not list(shop.temporary.iterdir())
    return found


def reasons(found: Salvaged) -> set[str]:
    with (found.folder / "closures.csv").open(encoding="utf-8-sig", newline="") as file:
        return {row["reason"].split()[1] for row in csv.DictReader(file)}


def test_all_of_a_whole_file_comes_out_in_lists_and_files(shop: Surroundings) -> None:
    found = save(shop)
    assert found.folder.name == "Saved from servicedesk.db 2026-11-24 14.10.00"
    assert reasons(found) == {str(day) for day in range(FAIRS)}
    assert (found.files, found.gaps) == (1, 0)
    (kept,) = (found.folder / "files").iterdir()
    assert kept.name.endswith("prices_.txt")
    assert kept.read_bytes() == PRICES
    page = (found.folder / "index.html").read_text(encoding="utf-8")
    assert '<a href="closures.csv">closures.csv</a></td><td>400</td><td>nothing' in page
    assert all((path.stat().st_mode & 0o77) == 0 for path in found.folder.rglob("*"))
    facts = (found.folder / "business_facts.csv").read_text(encoding="utf-8-sig")
    assert "Hollins & Sons" in facts


def test_of_a_damaged_list_everything_before_and_behind_the_damage_comes_out(
    shop: Surroundings,
) -> None:
    spoil(shop.database, *pages_of(shop.database, b"Fair 200 "))
    found = save(shop)
    missing = {str(day) for day in range(FAIRS)} - reasons(found)
    assert "200" in missing
    assert len(missing) < 40, "a page holds some thirty of them"
    assert found.gaps == 2, "in the list and in its history"
    page = (found.folder / "index.html").read_text(encoding="utf-8")
    assert "what stands between number" in page


def test_damage_at_both_ends_is_stepped_over_and_told(shop: Surroundings) -> None:
    for words in (b"Fair 0 ", b"Fair 399 "):
        spoil(shop.database, *pages_of(shop.database, words))
    found = save(shop)
    page = (found.folder / "index.html").read_text(encoding="utf-8")
    assert "what stands before number" in page
    assert "what stands after number" in page
    assert {"100", "200", "300"} <= reasons(found)


def test_a_file_that_was_attached_and_is_torn_is_told_and_not_passed_off_as_whole(
    shop: Surroundings,
) -> None:
    spoil(shop.database, pages_of(shop.database, b"price list" * 20)[-5])
    found = save(shop)
    assert found.files == 0
    assert not list((found.folder / "files").iterdir())
    assert "could not be saved" in (found.folder / "index.html").read_text(encoding="utf-8")
    assert len(reasons(found)) == FAIRS


def test_a_lost_first_page_is_lent_by_a_good_backup(
    shop: Surroundings, made: tuple[bytes, bytes], tmp_path: Path
) -> None:
    spoil(shop.database, 1)
    backup = tmp_path / "backup.db"
    backup.write_bytes(made[1])
    with pytest.raises(Trouble, match="nothing_readable"):
        save(shop)
    found = save(shop, donor=backup)
    assert len(reasons(found)) == FAIRS
    assert backup.read_bytes() == made[1]


@pytest.mark.parametrize("content", [b"", b"%PDF-1.7" * 900])
def test_what_is_no_file_of_ours_gives_nothing_and_leaves_no_folder(
    shop: Surroundings, content: bytes
) -> None:
    shop.database.write_bytes(content)
    with pytest.raises(Trouble) as caught:
        save(shop)
    assert caught.value.code == "nothing_readable"
    assert caught.value.params["name"] == "servicedesk.db"
    assert not list((shop.database.parent.parent / "saved").iterdir())


def test_one_with_a_password_is_read_with_its_key(shop: Surroundings, tmp_path: Path) -> None:
    shop.database.unlink()
    create_file(shop.database, key=KEY)
    connection = driver.open_bare(shop.database, Access.READ_WRITE, KEY)
    connection.execute("INSERT INTO business_facts (key, value) VALUES ('a', 'b')")
    connection.close()
    spoil(shop.database, 40)
    found = save(shop, key=KEY)
    assert (found.folder / "business_facts.csv").exists()


def test_it_can_be_stopped(shop: Surroundings, tmp_path: Path) -> None:
    into = tmp_path / "into"
    into.mkdir()
    with pytest.raises(Stopped):
        save_readable(shop.database, into, shop, Stops(1))
    assert not list(shop.temporary.iterdir())
    assert not list(into.iterdir())


def test_until_it_is_whole_its_folder_says_that_it_is_not(
    shop: Surroundings, tmp_path: Path
) -> None:
    into = tmp_path / "into"
    seen: set[str] = set()

    class Looks(NoSteps):
        def raise_if_cancelled(self) -> None:
            seen.update(one.name for one in into.iterdir())
            assert len(list(shop.unfinished.iterdir())) == 1, "so that the next start clears it"

    found = save_readable(shop.database, into, shop, Looks())
    assert len(seen) == 1
    assert seen.pop().startswith("servicedesk-unfinished-")
    assert list(into.iterdir()) == [found.folder]
    assert not shop.unfinished.exists()


def test_a_full_disk_and_a_file_that_is_gone_are_told(shop: Surroundings, tmp_path: Path) -> None:
    with small_disk(tmp_path / "stick", 64) as stick:
        with pytest.raises(Trouble, match="saving_no_room"):
            save_readable(shop.database, stick, shop, NoSteps())
        assert not list(stick.glob("servicedesk*")), "half of it would be taken for all"
    shop.database.unlink()
    with pytest.raises(Trouble, match="file_missing"):
        save_readable(shop.database, tmp_path, shop, NoSteps())


@settings(
    max_examples=12,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture],
)
@given(pages=st.lists(st.integers(2, 240), min_size=1, max_size=6, unique=True))
def test_whatever_pages_are_gone_what_comes_out_is_true(
    shop: Surroundings, made: tuple[bytes, bytes], pages: list[int]
) -> None:
    shop.database.write_bytes(made[0])
    spoil(shop.database, *pages)
    with suppress(Trouble):  # nothing at all came out
        found = save(shop)
        came = reasons(found) if (found.folder / "closures.csv").exists() else set()
        assert came <= {str(day) for day in range(FAIRS)}
        assert len(came) == FAIRS or found.gaps
