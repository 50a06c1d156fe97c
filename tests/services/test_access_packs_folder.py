# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""What is held on somebody, saved in one folder with the letters and files as they are."""

import json
from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, date, datetime
from pathlib import Path

import pytest

from servicedesk.domain.access_packs import PackChoices
from servicedesk.domain.complaints import ComplaintDraft
from servicedesk.domain.customers import CustomerDraft
from servicedesk.domain.data_requests import RequestDraft, RequestKind
from servicedesk.domain.errors import Refusal, Trouble
from servicedesk.domain.kinds import Kind
from servicedesk.services import access_packs_folder
from servicedesk.services.registry import open_services
from servicedesk.store.attachments import attachment_pieces
from servicedesk.store.engine import DeskFile
from tests.helpers.fakes import FixedClock
from tests.services.around import surroundings
from tests.services.test_demo import Quiet
from tests.store.files import new_file, opened

RUTH = "Ruth"
TODAY = date(2026, 9, 14)
NOON = datetime(2026, 9, 14, 11, tzinfo=UTC)
TITLE = "What we hold about Mrs Meena Patel"


class Shop:
    """A shop with two customers, and papers with both.

    Args:
        file: is open.
    """

    def __init__(self, file: DeskFile) -> None:
        self.file = file
        self.services = open_services(file, surroundings(file.path, FixedClock(TODAY)))
        self.patel = self._customer("Mrs Meena Patel")
        other = self._customer("Joan Fielding")
        draft = ComplaintDraft(customer_id=self.patel, text="The cake was cold", received_at=NOON)
        self.complaint = self.services.complaints.log(draft, RUTH).card.id
        self._keep(Kind.CUSTOMER, self.patel, "../a photo.txt", b"a cake")
        self._keep(Kind.COMPLAINT, self.complaint, "a photo.txt", b"a cold cake")
        self._keep(Kind.CUSTOMER, other, "not theirs.txt", b"Joan's")

    def _customer(self, name: str) -> int:
        return self.services.customers.add(CustomerDraft(name=name), RUTH).card.id

    def _keep(self, kind: Kind, record_id: int, name: str, data: bytes) -> None:
        self.services.record_files.add(kind, record_id, data, name, RUTH)


@pytest.fixture
def shop(tmp_path: Path) -> Iterator[Shop]:
    with opened(new_file(tmp_path)) as file:
        yield Shop(file)


@pytest.fixture
def into(tmp_path: Path) -> Path:
    folder = tmp_path / "into"
    folder.mkdir()
    return folder


def contents(folder: Path) -> set[bytes]:
    return {one.read_bytes() for one in (folder / "attachments").iterdir()}


def test_the_pack_the_data_and_their_files_lie_in_one_folder(shop: Shop, into: Path) -> None:
    packs = shop.services.access_packs
    done = packs.save_all(shop.patel, PackChoices(), into, Quiet())
    assert done.folder == into / TITLE
    assert done.lost == ()
    assert (done.folder / f"{TITLE}.pdf").read_bytes().startswith(b"%PDF")
    assert json.loads((done.folder / f"{TITLE}.json").read_text("utf-8"))["name"] == (
        "Mrs Meena Patel"
    )
    assert contents(done.folder) == {b"a cake", b"a cold cake"}
    assert done.files == 4 == sum(one.is_file() for one in done.folder.rglob("*"))
    assert packs.save_all(shop.patel, PackChoices(), into, Quiet()).folder == into / f"{TITLE} (2)"


def test_what_is_kept_back_takes_its_files_with_it(shop: Shop, into: Path) -> None:
    gone = PackChoices(left_out={f"complaints:{shop.complaint}": "it is about somebody else"})
    done = shop.services.access_packs.save_all(shop.patel, gone, into, Quiet())
    assert contents(done.folder) == {b"a cake"}


def test_their_letters_lie_there_as_they_went_out_unless_they_are_left_out(
    shop: Shop, into: Path
) -> None:
    asked = RequestDraft(kind=RequestKind.SEE, received_on=TODAY, customer_id=shop.patel)
    request = shop.services.data_requests.note(asked, RUTH).card.id
    writing = shop.services.letters_writing
    draft = writing.draft("L22", request_id=request, who=RUTH)
    signed = replace(draft, values={**draft.values, "signatory": RUTH})
    letter = writing.issue(signed, RUTH).card
    packs = shop.services.access_packs
    done = packs.save_all(shop.patel, PackChoices(), into, Quiet())
    (kept,) = (done.folder / "letters").iterdir()
    assert kept.read_bytes().startswith(b"%PDF")
    assert letter.ref in kept.name
    gone = PackChoices(left_out={f"letters:{letter.id}": "it names somebody else"})
    assert not (packs.save_all(shop.patel, gone, into, Quiet()).folder / "letters").exists()
    assert packs.gather(shop.patel, gone).letters == ()


def test_a_damaged_file_is_named_and_all_else_is_saved(shop: Shop, into: Path) -> None:
    with shop.file.change() as session:
        session.execute(
            attachment_pieces.update()
            .where(attachment_pieces.c.piece == b"a cold cake")
            .values(piece=b"torn")
        )
    done = shop.services.access_packs.save_all(shop.patel, PackChoices(), into, Quiet())
    (lost,) = done.lost
    assert not (done.folder / lost).exists()
    assert contents(done.folder) == {b"a cake"}


def test_any_other_trouble_and_a_customer_who_is_gone_leave_nothing(
    shop: Shop, into: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def gone(*_: object) -> Iterator[bytes]:
        raise Trouble("file_missing", name="servicedesk.db")

    with pytest.raises(Refusal, match="record_gone"):
        shop.services.access_packs.save_all(999, PackChoices(), into, Quiet())
    monkeypatch.setattr(access_packs_folder, "read_attachment", gone)
    with pytest.raises(Trouble, match="file_missing"):
        shop.services.access_packs.save_all(shop.patel, PackChoices(), into, Quiet())
    assert not list(into.iterdir())


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


@pytest.mark.parametrize("place", range(4))
def test_a_stop_leaves_nothing_behind(shop: Shop, into: Path, place: int) -> None:
    with pytest.raises(Stopped):
        shop.services.access_packs.save_all(shop.patel, PackChoices(), into, StopAt(place))
    assert not list(into.iterdir())


def test_while_it_is_written_it_is_noted_so_that_the_next_start_clears_it(
    shop: Shop, into: Path
) -> None:
    notes = shop.file.path.parent / "unfinished"
    seen: list[int] = []

    class Looks(Quiet):
        def step(self, done: int, total: int) -> None:
            seen.append(len(list(notes.iterdir())))

    shop.services.access_packs.save_all(shop.patel, PackChoices(), into, Looks())
    assert set(seen) == {1}
    assert not notes.exists()
