# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""``servicedesk export`` as it is typed (demand 33)."""

import csv
from datetime import date
from pathlib import Path

import pytest

from servicedesk.app.main import console
from servicedesk.services.registry import open_services
from servicedesk.store.attachments import attachment_pieces, attachments
from servicedesk.store.opening import create_file
from servicedesk.system import folders
from tests.conftest import ROOT
from tests.helpers.fakes import FixedClock
from tests.services.around import surroundings
from tests.store.files import add, opened


@pytest.fixture
def home(profile: Path) -> Path:
    create_file(profile / "servicedesk.db")
    with opened(profile / "servicedesk.db") as file, file.change() as session:
        add(session, "trading_name", '"Hollins"')
    return profile


def test_everything_is_written_and_said(home: Path, out: Path, capsys) -> None:
    assert console(["export", "--profile", str(home), str(out)]) == 0
    said = capsys.readouterr()
    assert said.err == ""
    assert f"files were written to {out}.\n" in said.out
    with (out / "tables" / "business_facts.csv").open(encoding="utf-8-sig") as file:
        assert [row["key"] for row in csv.DictReader(file)] == ["trading_name"]
    assert "Hollins" in (out / "index.html").read_text("utf-8")


def test_a_folder_that_is_there_is_said_and_left_alone(home: Path, out: Path, capsys) -> None:
    out.mkdir()
    (out / "mine.txt").write_text("mine")
    assert console(["export", "--profile", str(home), str(out)]) == 2
    assert "There is something in" in capsys.readouterr().err
    assert [one.name for one in out.iterdir()] == ["mine.txt"]


def test_without_a_file_nothing_is_written(profile: Path, out: Path, capsys) -> None:
    assert console(["export", "--profile", str(profile), str(out)]) == 2
    assert capsys.readouterr().err
    assert not out.exists()


def test_the_owners_pin_keeps_a_page_and_no_command(home: Path, out: Path, capsys) -> None:
    with opened(home / "servicedesk.db") as file:
        around = surroundings(file.path, FixedClock(date(2026, 11, 23)))
        open_services(file, around).owner_pin.set("1234", "1234", "Ruth")
    assert console(["export", "--profile", str(home), str(out)]) == 0
    for page in ("password.md", "taking-out.md"):
        said = " ".join((ROOT / "resources/help/en" / page).read_text("utf-8").split())
        assert "the password of" in said
        assert "`servicedesk export" in said


def test_what_a_killed_export_left_is_cleared_at_the_next_start(
    home: Path, out: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def killed(_path: Path) -> None:
        raise SystemExit(9)

    monkeypatch.setattr(Path, "rename", lambda *_: killed(out))
    monkeypatch.setattr(folders.shutil, "rmtree", lambda *_words, **_more: None)
    with pytest.raises(SystemExit):
        console(["export", "--profile", str(home), str(out)])
    monkeypatch.undo()
    (part,) = out.parent.glob("servicedesk-unfinished-*")
    assert (part / "customers.csv").exists()
    assert console(["export", "--profile", str(home), str(out)]) == 0
    assert not part.exists()
    assert not (home / "unfinished").exists()
    said = (ROOT / "resources/help/en/taking-out.md").read_text("utf-8")
    assert "`servicedesk-unfinished-" in said


def test_a_damaged_file_is_named_and_holds_up_nothing(home: Path, out: Path, capsys) -> None:
    with opened(home / "servicedesk.db") as file, file.change() as session:
        card = {"sha256": "0" * 64, "name": "photo.jpg", "size": 1, "media_type": "image/jpeg"}
        session.execute(attachments.insert().values(id=1, **card))
        session.execute(
            attachment_pieces.insert().values(id=1, attachment_id=1, number=0, piece=b"torn")
        )
    assert console(["export", "--profile", str(home), str(out)]) == 0
    said = capsys.readouterr().out
    assert "These are left out, because what is kept of them is damaged:\n" in said
    assert "  attachments/photo.jpg\n" in said
    assert not (out / "attachments" / "photo.jpg").exists()
    assert (out / "customers.csv").exists()
