# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""Complaints and their letters on a disk that is full or takes nothing: all stays as it was.

Issuing one letter on a full disk is proven in ``test_complaints_letters_now.py``.
"""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from pathlib import Path

import pytest

from servicedesk.domain.complaints import Stage
from servicedesk.domain.complaints_stages import Action
from servicedesk.domain.customers import Address, CustomerDraft
from servicedesk.domain.errors import Trouble
from servicedesk.domain.kinds import Kind
from servicedesk.domain.printing import PaperChoice, PrintJob
from servicedesk.services.printing import Printing
from servicedesk.store.disk import free_space
from tests.faults.wholeness import index_beside_records, tables_beside_journal
from tests.helpers.builders import words
from tests.services.complaints_letters_made import (
    ANSWER,
    answered,
    begun,
    complaint,
    sent,
    shop_in,
    take,
)
from tests.services.letters_made import Shop, png_of
from tests.store.files import make_read_only, small_disk

ROOM = 8000
"""Kibibytes of a disk on which a shop with a few letters just fits."""


@contextmanager
def shop_on_small_disk(folder: Path) -> Iterator[tuple[Shop, Path]]:
    with small_disk(folder / "small", ROOM) as small, contextmanager(shop_in)(small) as shop:
        yield shop, small


def fill(disk: Path) -> Path:
    """Leave no room on a disk; the file that takes it all."""
    weight = disk / "somebody else's"
    weight.write_bytes(bytes(free_space(disk)))
    return weight


def told(step: Callable[[], object]) -> str:
    """What came in the way, in the sentences that somebody reads; "" for nothing."""
    try:
        step()
    except Trouble as trouble:
        said = words().trouble(trouble)
        assert said.safe
        assert said.do
        return f"{trouble.code}: {said.happened}"
    return ""


def whole(shop: Shop) -> None:
    """Nothing is there by half."""
    assert tables_beside_journal(shop.services.units._file) == []
    assert index_beside_records(shop.services.units._file) == []


def test_no_letter_of_many_goes_out_on_a_full_disk(tmp_path: Path) -> None:
    lives = (Address(lines="9 Mill Lane", postcode="WS1 1AA"),)
    with shop_on_small_disk(tmp_path) as (shop, small):
        writing = shop.services.letters_writing
        numbers = []
        for name in ("Ben Ode", "Cy Young", "Di Mott"):
            shop.clock.set(datetime(2026, 9, 14, 10, tzinfo=UTC))
            customer = shop.customer(CustomerDraft(name=name, addresses=lives))
            number = complaint(shop, customer_id=customer)
            answered(shop, number)
            take(shop, number, Action.RESOLVE, accepted=True)
            numbers.append(number)
        shop.clock.set(datetime(2026, 9, 29, 10, tzinfo=UTC))
        drafts = writing.drafts_about("L16", tuple(numbers), "Ruth")
        before = [shop.services.complaints.file(number) for number in numbers]
        weight = fill(small)
        said = told(lambda: writing.issue_all(drafts, "Ruth"))
        assert said.startswith("disk_full: ")
        assert [shop.services.complaints.file(number) for number in numbers] == before
        assert writing.follow_ups_due() == tuple(numbers)
        weight.unlink()
        whole(shop)
        assert len(writing.issue_all(drafts, "Ruth").card) == len(numbers)


def test_no_answer_is_given_on_a_disk_that_takes_nothing(tmp_path: Path) -> None:
    """The letter that would decide it, and a step without any letter."""
    with shop_on_small_disk(tmp_path) as (shop, small):
        number = complaint(shop)
        take(shop, number, Action.INVESTIGATE)
        draft = begun(shop, "L04", number, **ANSWER)
        before = shop.services.complaints.file(number)
        weight = fill(small)
        assert told(lambda: shop.services.letters_writing.issue(draft, "Ruth"))
        long = "x" * 15_000
        assert told(lambda: take(shop, number, Action.ASK_CUSTOMER, words=long))
        assert shop.services.complaints.file(number) == before
        assert shop.services.complaints.get(number).stage is Stage.INVESTIGATING
        weight.unlink()
        whole(shop)


def papers_of(shop: Shop) -> dict[str, bytes]:
    """What somebody saves beside the file: the pack, letters as one, a letter as a mail."""
    number = complaint(shop)
    sent(shop, "L01", number)
    take(shop, number, Action.INVESTIGATE)
    sent(shop, "L04", number, **ANSWER)
    shop.services.record_files.add(Kind.COMPLAINT, number, png_of(90, 60), "saw.png", "Ruth")
    writing = shop.services.letters_writing
    letters = tuple(one.id for one in writing.of(complaint_id=number))
    return {
        "C-2026-0001.pdf": made(shop.services.complaint_papers.pack(number)),
        "all letters.pdf": made(writing.issued_job(letters)),
        "letter.eml": writing.mail_draft(letters[0]).data,
    }


def made(job: PrintJob) -> bytes:
    offer = job.offers[0]
    return job.make(PaperChoice(paper=offer.id, size=offer.sizes[0])).data


@pytest.mark.parametrize("is_full", [True, False], ids=["full", "read only"])
def test_what_cannot_be_saved_leaves_nothing_half_written(tmp_path: Path, is_full: bool) -> None:
    with contextmanager(shop_in)(tmp_path) as shop:
        papers = papers_of(shop)
    with small_disk(tmp_path / "stick", 200) as stick:
        there = stick / "letter.eml"
        there.write_bytes(b"mine")
        if is_full:
            fill(stick)
        else:
            make_read_only(stick)
        before = sorted(stick.iterdir())
        for name, data in papers.items():
            said = told(lambda at=stick / name, data=data: Printing().save(at, data, replaces=True))
            assert said.startswith("saving_no_room" if is_full else "saving_not_allowed")
            assert name in said
        assert sorted(stick.iterdir()) == before
        assert there.read_bytes() == b"mine"
