# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""Taking everything out where a kept file is not what was put in: nobody is held up by it."""

import io
import json
from collections.abc import Iterator
from pathlib import Path

import pytest

from servicedesk.domain.customers import CustomerDraft
from servicedesk.domain.errors import Trouble
from servicedesk.services import export_parts
from servicedesk.services.attachments import attach
from servicedesk.services.registry import Services, open_services
from servicedesk.store.attachments import attachment_pieces, attachments
from tests.helpers.fakes import FixedClock
from tests.services.around import surroundings
from tests.services.test_demo import Quiet
from tests.services.test_export_all import DAY, RUTH, files_in
from tests.store.files import new_file, opened


@pytest.fixture
def shop(tmp_path: Path) -> Iterator[Services]:
    with opened(new_file(tmp_path)) as file:
        services = open_services(file, surroundings(file.path, FixedClock(DAY)))
        services.customers.add(CustomerDraft(name="Ann"), RUTH)
        with services.units.change("attach", RUTH) as unit:
            for name in ("bad.txt", "good.txt", "bad.TXT"):
                text = f"what lies in {name}".encode()
                attach(unit, io.BytesIO(text), name=name, media_type="text/plain")
        with file.change() as session:
            bad = attachments.select().where(attachments.c.name == "bad.txt")
            number = session.execute(bad).one().id
            session.execute(
                attachment_pieces.update()
                .where(attachment_pieces.c.attachment_id == number)
                .values(piece=b"something else")
            )
        yield services


def test_one_bad_file_is_named_and_all_else_is_written(shop: Services, tmp_path: Path) -> None:
    done = shop.export_all.write(tmp_path / "out", Quiet())
    assert len(done.lost) == 1
    (lost,) = done.lost
    there = files_in(done.folder)
    kept = {name for name in there if name.startswith("attachments/")}
    assert len(kept) == 2 == done.counts.files
    assert lost not in there
    assert {(done.folder / name).read_bytes() for name in kept} == {
        b"what lies in good.txt",
        b"what lies in bad.TXT",
    }
    page = (done.folder / "index.html").read_text("utf-8")
    assert lost in page
    assert f'href="{lost}"' not in page
    assert "Left out" in page
    told = json.loads((done.folder / "manifest.json").read_text("utf-8"))
    assert {one["path"] for one in told["files"]} == there - {"manifest.json"}


def test_where_nothing_is_damaged_nothing_is_said_of_it(tmp_path: Path) -> None:
    with opened(new_file(tmp_path)) as file:
        services = open_services(file, surroundings(file.path, FixedClock(DAY)))
        done = services.export_all.write(tmp_path / "out", Quiet())
    assert done.lost == ()
    assert "Left out" not in (done.folder / "index.html").read_text("utf-8")


def test_any_other_trouble_still_ends_the_work(
    shop: Services, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def gone(*_: object) -> Iterator[bytes]:
        yield b"a piece"
        raise Trouble("file_missing", name="servicedesk.db")

    monkeypatch.setattr(export_parts, "read_attachment", gone)
    with pytest.raises(Trouble, match="file_missing"):
        shop.export_all.write(tmp_path / "out", Quiet())
    assert not (tmp_path / "out").exists()
    assert not list(tmp_path.glob("*.part"))
