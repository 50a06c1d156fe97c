# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""Files of records: taken in whole or not at all, shown small, copied out as they came."""

import os
import stat
from collections.abc import Iterator
from datetime import date
from io import BytesIO
from pathlib import Path

import pytest
from PIL import Image

from servicedesk.domain.complaints import ComplaintDraft
from servicedesk.domain.customers import CustomerDraft
from servicedesk.domain.errors import Refusal, Trouble
from servicedesk.domain.kinds import Kind
from servicedesk.domain.record_files import WARN_BYTES
from servicedesk.services import record_files
from servicedesk.services.registry import Services, open_services
from servicedesk.store import driver
from servicedesk.store.engine import DeskFile
from tests.helpers.builders import words
from tests.helpers.fakes import FixedClock
from tests.services.around import surroundings
from tests.store.files import new_file, opened

RUTH = "Ruth"
CUSTOMER = Kind.CUSTOMER


def photograph() -> bytes:
    target = BytesIO()
    Image.new("RGB", (600, 300), (11, 93, 94)).save(target, "JPEG")
    return target.getvalue()


@pytest.fixture
def file(tmp_path: Path) -> Iterator[DeskFile]:
    with opened(new_file(tmp_path)) as found:
        yield found


@pytest.fixture
def services(file: DeskFile) -> Services:
    around = surroundings(file.path, FixedClock(), thumbnail_from=lambda data: b"small of it")
    return open_services(file, around)


@pytest.fixture
def patel(services: Services) -> int:
    return services.customers.add(CustomerDraft(name="Mrs Meena Patel"), RUTH).card.id


@pytest.fixture
def hinge(tmp_path: Path) -> Path:
    path = tmp_path / "broken hinge.jpg"
    path.write_bytes(photograph())
    return path


def test_files_lie_with_a_complaint_too(services: Services, patel: int, hinge: Path) -> None:
    said = ComplaintDraft(customer_id=patel, text="the hinge broke", received_at=FixedClock().now())
    complaint = services.complaints.log(said, RUTH).card.id
    card = services.record_files.add(Kind.COMPLAINT, complaint, hinge, "", RUTH).card
    assert services.record_files.of(Kind.COMPLAINT, complaint) == (card,)
    services.record_files.remove(card.id, RUTH)
    assert services.record_files.of(Kind.COMPLAINT, complaint) == ()
    with pytest.raises(Refusal) as refused:
        services.record_files.add(Kind.COMPLAINT, complaint + 1, hinge, "", RUTH)
    assert refused.value.code == "record_gone"


def test_a_dropped_file_is_kept_and_the_original_is_not_touched(
    services: Services, patel: int, hinge: Path
) -> None:
    before = (hinge.read_bytes(), hinge.stat().st_mtime_ns)
    card = services.record_files.add(CUSTOMER, patel, hinge, "", RUTH).card
    assert (card.name, card.size) == ("broken hinge.jpg", len(before[0]))
    assert (card.media_type, card.added_on) == ("image/jpeg", date(2026, 9, 14))
    assert services.record_files.of(CUSTOMER, patel) == (card,)
    assert services.record_files.thumbnail(card.id) == b"small of it"
    assert (hinge.read_bytes(), hinge.stat().st_mtime_ns) == before


def test_a_small_picture_is_made_by_a_child(file: DeskFile, hinge: Path) -> None:
    services = open_services(file, surroundings(file.path, FixedClock()))
    patel = services.customers.add(CustomerDraft(name="Mrs Patel"), RUTH).card.id
    card = services.record_files.add(CUSTOMER, patel, hinge, "", RUTH).card
    small = services.record_files.thumbnail(card.id)
    assert small is not None
    assert Image.open(BytesIO(small)).size == (240, 120)


def test_pasted_bytes_are_kept_and_have_no_small_picture(services: Services, patel: int) -> None:
    card = services.record_files.add(CUSTOMER, patel, b"words", "pasted.txt", RUTH).card
    assert (card.has_thumbnail, services.record_files.thumbnail(card.id)) == (False, None)
    strange = services.record_files.add(CUSTOMER, patel, b"?", "pasted.zzzz", RUTH).card
    assert strange.media_type == "application/octet-stream"


def test_the_same_file_does_not_lie_with_a_record_twice(
    services: Services, patel: int, hinge: Path
) -> None:
    first = services.record_files.add(CUSTOMER, patel, hinge, "", RUTH)
    again = services.record_files.add(CUSTOMER, patel, hinge, "other name.jpg", RUTH)
    assert again.card == first.card
    assert not again.changes


def test_a_large_file_is_kept_once_somebody_says_so(
    services: Services, patel: int, tmp_path: Path
) -> None:
    film = tmp_path / "film.mp4"
    with film.open("wb") as target:
        target.truncate(WARN_BYTES + 1)
    with pytest.raises(Refusal, match="file_big") as refused:
        services.record_files.add(CUSTOMER, patel, film, "", RUTH)
    assert "26 MB" in words().refusal(refused.value)
    assert services.record_files.of(CUSTOMER, patel) == ()
    card = services.record_files.add(CUSTOMER, patel, film, "", RUTH, is_confirmed=True).card
    assert card.size == WARN_BYTES + 1


def test_what_cannot_be_read_is_told_and_nothing_is_kept(
    services: Services, patel: int, tmp_path: Path
) -> None:
    for path, code in (
        (tmp_path / "gone.jpg", "attaching_gone"),
        (tmp_path, "attaching_no_file"),
        (tmp_path / "a\0b", "attaching_unreadable"),
    ):
        with pytest.raises(Trouble) as trouble:
            services.record_files.add(CUSTOMER, patel, path, "", RUTH)
        assert trouble.value.code == code
        assert words().trouble(trouble.value).do
    assert services.record_files.of(CUSTOMER, patel) == ()


def test_a_stick_pulled_while_it_is_read_leaves_nothing_behind(
    services: Services, patel: int, hinge: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def pulled(content: object, size: int) -> bytes:
        unreadable = os.open(os.devnull, os.O_WRONLY)
        os.dup2(unreadable, content.fileno())
        os.close(unreadable)
        return b""

    monkeypatch.setattr(record_files.RecordFiles, "_thumbnail", lambda *args: pulled(*args[1:]))
    with pytest.raises(Trouble) as trouble:
        services.record_files.add(CUSTOMER, patel, hinge, "", RUTH)
    assert trouble.value.code == "attaching_unreadable"
    assert services.record_files.of(CUSTOMER, patel) == ()


def test_a_disk_that_fills_up_while_attaching_leaves_nothing_behind(
    services: Services, file: DeskFile, patel: int
) -> None:
    with file._bare_writer() as bare:
        pages = driver.whole(bare, "PRAGMA page_count")
        bare.execute(f"PRAGMA max_page_count = {pages + 2}")
    with pytest.raises(Trouble) as trouble:
        services.record_files.add(CUSTOMER, patel, b"x" * 3_000_000, "film.mp4", RUTH)
    assert trouble.value.code == "disk_full"
    assert services.record_files.of(CUSTOMER, patel) == ()
    assert services.customers.get(patel).shown_name == "Mrs Meena Patel"


@pytest.mark.parametrize("kind", [CUSTOMER, Kind.PROMISE, Kind.CHARTER])
def test_a_file_lies_with_a_record_that_is_there(services: Services, kind: Kind) -> None:
    with pytest.raises(Refusal, match="record_gone"):
        services.record_files.add(kind, 99, b"x", "a.txt", RUTH)


def test_a_copy_goes_into_the_private_folder(services: Services, patel: int, hinge: Path) -> None:
    card = services.record_files.add(CUSTOMER, patel, hinge, "../hinge.jpg", RUTH).card
    path = services.record_files.open_copy(card.id)
    assert path.name == "_hinge.jpg"
    assert path.read_bytes() == hinge.read_bytes()
    assert stat.S_IMODE(path.stat().st_mode) == 0o600
    assert services.record_files.open_copy(card.id) != path
    assert services.record_files.copy_name(card.id) == "_hinge.jpg"


def test_a_program_is_saved_but_never_opened(
    services: Services, patel: int, tmp_path: Path
) -> None:
    card = services.record_files.add(CUSTOMER, patel, b"MZ", "setup.exe", RUTH).card
    with pytest.raises(Refusal, match="file_is_program"):
        services.record_files.open_copy(card.id)
    services.record_files.save_copy(card.id, tmp_path / "copy.exe")
    assert (tmp_path / "copy.exe").read_bytes() == b"MZ"


def test_a_file_is_removed_and_brought_back(services: Services, patel: int) -> None:
    card = services.record_files.add(CUSTOMER, patel, b"x", "a.txt", RUTH).card
    assert services.record_files.remove(card.id, RUTH).card == card
    assert services.record_files.of(CUSTOMER, patel) == ()
    services.undo.undo(RUTH)
    assert services.record_files.of(CUSTOMER, patel) == (card,)


def test_what_is_gone_is_told(services: Services, tmp_path: Path) -> None:
    files = services.record_files
    assert files.thumbnail(9) is None
    for step in (
        lambda: files.remove(9, RUTH),
        lambda: files.open_copy(9),
        lambda: files.copy_name(9),
        lambda: files.save_copy(9, tmp_path / "a"),
    ):
        with pytest.raises(Refusal, match="record_gone"):
            step()
    assert not (tmp_path / "a").exists()
