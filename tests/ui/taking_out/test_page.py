# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""Take it all with you: what the page says, and that its one button writes all of it."""

from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import QSize
from pytestqt.qtbot import QtBot

from servicedesk.domain.customers import CustomerDraft
from servicedesk.domain.errors import Trouble
from servicedesk.domain.exporting import OutPlace
from servicedesk.domain.forgetting import ErasureWhy
from servicedesk.services.export_all import Exported
from servicedesk.ui.core.places import Place
from servicedesk.ui.core.workbench import Workbench
from servicedesk.ui.taking_out import page as page_module
from servicedesk.ui.taking_out.page import TakingOutPage
from servicedesk.ui.widgets.card import Notice
from tests.helpers import audits
from tests.helpers.fakes import FixedClock
from tests.helpers.qt import seen_texts, speak_british
from tests.ui.backups.benches import bench_in, heard

TODAY = date(2026, 11, 24)


@pytest.fixture(autouse=True)
def british():
    speak_british()


@pytest.fixture
def bench(tmp_path: Path, qtbot: QtBot):
    with bench_in(tmp_path, FixedClock(TODAY)) as made:
        made.services.customers.add(CustomerDraft(name="Ann Lee"), "Ruth")
        yield made


@pytest.fixture
def page(bench: Workbench, qtbot: QtBot) -> TakingOutPage:
    made = TakingOutPage(bench)
    qtbot.addWidget(made)
    made.resize(900, 700)
    made.arrive(Place(room="taking_out"))
    made.show()
    return made


def wait(page: TakingOutPage, qtbot: QtBot) -> None:
    qtbot.waitUntil(lambda: not page.presenter.state.is_running, timeout=20_000)


def notices(page: TakingOutPage) -> list[str]:
    return [one.text() for one in page.findChildren(Notice) if not one.isHidden()]


def test_it_says_what_would_be_written_and_asks_where_first(page: TakingOutPage) -> None:
    said = seen_texts(page)
    assert "Customers: 1, as a list and as visiting cards" in said
    assert "Choose where: a new folder is made there." in said
    assert page.first_focus() is page.choose_button
    assert not page.write_button.isVisible()
    assert not page.stop_button.isVisible()


def test_somebody_forgotten_is_not_counted_among_the_customers(
    page: TakingOutPage, bench: Workbench
) -> None:
    bob = bench.services.customers.add(CustomerDraft(name="Bob"), "Ruth").card
    bench.services.forgetting.anonymise(bob.id, ErasureWhy.NOT_NEEDED, "Ruth")
    page.presenter.reload()
    assert page.presenter.state.lines[0] == "Customers: 1, as a list and as visiting cards"


def test_demand_33_everything_is_written_and_the_folder_is_one_press_away(
    page: TakingOutPage, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(page_module, "choose_folder", lambda *_: tmp_path)
    page.choose_button.click()
    assert page.write_button.isVisible()
    assert page.first_focus() is page.write_button
    assert f"A new folder “servicedesk 2026-11-24” in {tmp_path}" in seen_texts(page)
    page.write_button.click()
    assert page.stop_button.isVisible()
    wait(page, qtbot)
    folder = tmp_path / "servicedesk 2026-11-24"
    assert (folder / "index.html").exists()
    assert not (folder / "tables" / "support_needs.csv").exists()
    assert notices(page)[-1].endswith(f"files were written to {folder}.")
    page.presenter.open_folder()
    assert page.presenter._bench.doors.went == [("folder", folder)]


def test_what_is_damaged_is_named_beside_what_was_written(
    page: TakingOutPage, bench: Workbench, qtbot: QtBot, tmp_path: Path, monkeypatch
) -> None:
    export = bench.services.export_all

    def write(folder: Path, steps: object, *, with_help: bool) -> Exported:
        lost = ("attachments/a photo.jpg", "letters/a letter.pdf")
        return Exported(folder=folder, files=12, counts=export.counts(), lost=lost)

    monkeypatch.setattr(export, "write", write)
    page.presenter.choose(tmp_path)
    page.presenter.write()
    wait(page, qtbot)
    left, said = notices(page)
    assert "damaged: attachments/a photo.jpg, letters/a letter.pdf." in left
    assert said.startswith("12 files were written")


def test_what_helps_is_written_where_it_was_ticked(
    page: TakingOutPage, qtbot: QtBot, tmp_path: Path
) -> None:
    before = page.presenter.state.lines
    page.help_box.click()
    assert page.presenter.state.lines != before
    page.presenter.choose(tmp_path)
    page.presenter.write()
    wait(page, qtbot)
    assert (tmp_path / "servicedesk 2026-11-24" / "tables" / "support_needs.csv").exists()


def test_thinking_better_of_it_changes_nothing(
    page: TakingOutPage, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(page_module, "choose_folder", lambda *_: None)
    page.choose_button.click()
    assert page.presenter.state.target is None
    page.presenter.write()
    assert not page.presenter.state.is_running
    page.presenter.open_folder()
    assert page.presenter._bench.doors.went == []


@pytest.mark.parametrize("place", [one for one in OutPlace if one is not OutPlace.HERE])
@pytest.mark.parametrize("is_locked", [True, False])
def test_a_place_where_others_come_by_is_warned_of(
    page: TakingOutPage, bench: Workbench, tmp_path: Path, monkeypatch, place, is_locked
) -> None:
    export = bench.services.export_all
    monkeypatch.setattr(export, "place", lambda _: place)
    monkeypatch.setattr(export, "is_locked_away", lambda: is_locked)
    page.presenter.choose(tmp_path)
    (said,) = notices(page)
    assert bench.labels.enum(place) in said
    assert ("although your own file has one" in said) is is_locked


def test_a_stop_is_said_and_leaves_nothing(
    page: TakingOutPage, bench: Workbench, qtbot: QtBot, tmp_path: Path
) -> None:
    was = set(tmp_path.iterdir())
    page.presenter.choose(tmp_path)
    told = heard(bench)
    page.presenter.write()
    page.presenter.stop()
    assert not page.stop_button.isEnabled()
    wait(page, qtbot)
    assert told.said == ["Stopped. Nothing was left behind."]
    assert set(tmp_path.iterdir()) == was
    assert page.presenter.state.target is not None


def test_why_it_cannot_be_written_stands_on_the_page(
    page: TakingOutPage, qtbot: QtBot, tmp_path: Path
) -> None:
    (tmp_path / "gone").mkdir()
    page.presenter.choose(tmp_path / "gone")
    (tmp_path / "gone").rmdir()
    page.presenter.write()
    wait(page, qtbot)
    (said,) = notices(page)
    assert "Nothing was written." in said
    page.presenter.choose(tmp_path / "data" / "backups")
    page.presenter.write()
    wait(page, qtbot)
    assert notices(page) == [
        "This folder belongs to the program itself. Please choose another one, such as Documents "
        "or a USB stick."
    ]


def test_a_fault_of_ours_is_not_hidden_and_a_file_that_cannot_be_read_is_said(
    page: TakingOutPage, bench: Workbench, monkeypatch: pytest.MonkeyPatch
) -> None:
    with pytest.raises(ValueError, match="ours"):
        page.presenter._failed(ValueError("ours"))

    def unreadable(**_: object) -> None:
        raise Trouble("disk_full", name="shop")

    monkeypatch.setattr(bench.services.export_all, "counts", unreadable)
    told = heard(bench)
    page.presenter.reload()
    assert len(told.troubles) == 1


def test_the_owners_pin_is_asked_for_first(bench: Workbench, qtbot: QtBot, tmp_path: Path) -> None:
    pin = bench.services.owner_pin
    pin.set("4711", "4711", "Ruth")
    pin.close()
    page = TakingOutPage(bench)
    qtbot.addWidget(page)
    page.arrive(Place(room="taking_out"))
    page.show()
    assert page.first_focus() is page.kept.open_button
    assert not page.choose_button.isVisible()
    assert pin.let_in("4711")
    page.kept.opened.emit()
    assert page.choose_button.isVisible()
    assert not page.kept.isVisible()
    done = bench.services.export_all.write(tmp_path / "out", _Quiet())
    assert "owner_pin" not in (done.folder / "tables" / "business_facts.csv").read_text("utf-8")


class _Quiet:
    def step(self, done: int, total: int) -> None:
        pass

    def raise_if_cancelled(self) -> None:
        pass


def test_ctrl_p_prints_what_the_page_says(page: TakingOutPage) -> None:
    job = page.print_job()
    assert job is not None
    printed = job.make(_choice(job))
    assert printed.data.startswith(b"%PDF")


def _choice(job):
    from servicedesk.domain.printing import PaperChoice

    return PaperChoice(paper=job.offers[0].id, size=job.offers[0].sizes[0])


@pytest.mark.parametrize("percent", [100, 200])
def test_the_page_is_for_everybody(tmp_path: Path, qtbot: QtBot, percent: int) -> None:
    with bench_in(tmp_path, FixedClock(TODAY), percent=percent) as bench:
        page = TakingOutPage(bench)
        qtbot.addWidget(page)
        page.resize(QSize(1000, 700))
        page.arrive(Place(room="taking_out"))
        page.presenter.choose(tmp_path)
        page.show()
        qtbot.waitExposed(page)
        assert audits.findings(page) == []
